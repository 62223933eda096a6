"""The words of the interface, one TOML file per language.

Nothing that a reader sees is written in code: the page, the app and the pictures take
their words from here by name. Names of places and titles of sources are data, not words.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from campaign.errors import CampaignError

__all__ = ["in_three_figures", "languages", "words"]


def languages() -> tuple[str, ...]:
    """Codes of the languages there are words for.

    >>> "en" in languages()
    True
    """
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@cache
def words(language: str = "en") -> dict[str, Any]:
    """Read the words of one language, by section and name.

    Parameters
    ----------
    language
        A code such as ``"en"``.

    Raises
    ------
    CampaignError
        When there are no words in that language; the message lists those there are.

    >>> words("en")["status"]["soviet"]
    'Soviet-held'
    """
    if language not in languages():
        raise CampaignError(
            f"There is no text in the language '{language!s:.60}': "
            f"choose from {', '.join(languages())}."
        )
    return tomllib.loads((files(__name__) / f"{language}.toml").read_text(encoding="utf-8"))


def in_three_figures(number: float, language: str = "en") -> str:
    """Write a number in three figures, as the page does: what is estimated must not look counted.

    Parameters
    ----------
    number
        Zero or more.
    language
        Parts the thousands with its own mark.

    >>> [in_three_figures(number) for number in (870050.02, 1489.3, 99.37, 0.62, 0)]
    ['870,000', '1,490', '99.4', '0.62', '0']
    """
    text = f"{float(f'{number:.3g}'):,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", words(language)["date"]["thousands"])
