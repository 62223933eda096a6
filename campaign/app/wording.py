"""Dates and numbers in the words of the interface, and texts made safe for markup."""

import re
from datetime import date

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from campaign.text import in_three_figures, words

__all__ = ["area", "as_markdown", "full_date", "heading", "markup", "note", "short_date"]

_TEMPLATES = Environment(
    loader=PackageLoader("campaign.app", "assets"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def full_date(day: date, language: str = "en") -> str:
    """Write a date for a heading.

    >>> full_date(date(1945, 8, 18))
    'Saturday 18 August 1945'
    """
    return _date(day, "full", language)


def short_date(day: date, language: str = "en") -> str:
    """Write a date for a sentence or a table.

    >>> short_date(date(1945, 8, 18))
    '18 August'
    """
    return _date(day, "short", language)


def _date(day: date, pattern: str, language: str) -> str:
    text = words(language)["date"]
    written: str = text[pattern].format(
        weekday=text["weekdays"][day.isoweekday() % 7],
        day=day.day,
        month=text["months"][day.month - 1],
        year=day.year,
    )
    return written


def area(km2: float, language: str = "en") -> str:
    """Write an area in three figures.

    >>> area(870050.02), area(99.37), area(0.62), area(0)
    ('870,000 km²', '99.4 km²', '0.62 km²', '0 km²')
    """
    number = in_three_figures(km2, language)
    written: str = words(language)["details"]["area_value"].format(area=number)
    return written


def as_markdown(text: str) -> str:
    r"""Write plain text so that Markdown shows it as it is.

    >>> print(as_markdown("a *b* [c](d) <e> $f$"))
    a \*b\* \[c\]\(d\) \<e\> \$f\$
    """
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])", r"\\\1", text)


def heading(text: str) -> str:
    """Write a heading that changes with the day, as markup.

    A browser that translates the app takes the texts of Streamlit's own elements out of its
    hands: they would never change again. Markup is put in anew as a whole.

    >>> heading("Ground & sea")
    '<h2>Ground &amp; sea</h2>'
    """
    return str(Markup("<h2>{}</h2>").format(text))


def note(text: str) -> str:
    """Write a note that changes with what is shown, as markup; see :func:`heading`.

    >>> note("3 of 4")
    '<p class="note">3 of 4</p>'
    """
    return str(Markup('<p class="note">{}</p>').format(text))


def markup(name: str, **values: object) -> str:
    """Fill in one of the templates in ``assets``; every value is escaped."""
    return _TEMPLATES.get_template(name).render(**values)
