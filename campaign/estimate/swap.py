"""The files of a build, swapped in as one: all of them or none, whenever it may be broken off.

They are written into a draft inside the folder, so that no link and no second disk comes
between. Renaming the draft is the one moment at which the new files begin to hold; what then
moves them into place can be broken off and taken up again by anyone.
"""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from campaign import files

__all__ = ["check", "swap_in"]

_LOCK = ".lock"
"""In a draft, held by the build that writes it: a draft that nobody holds was left by a kill."""


def check(folder: Path, names: Iterable[str]) -> None:
    """Say before the work is done what would keep its files from being written.

    Parameters
    ----------
    folder
        The folder they are to be written into.
    names
        Paths of the files inside it.

    Raises
    ------
    campaign.errors.WriteError
        When one of them cannot be written.
    """
    for name in names:
        files.check(_checked(folder / name, folder))


def swap_in(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace files of a folder, all of them at once.

    Parameters
    ----------
    folder
        The folder, which must be there; what a link leads to is replaced and the link stays.
    contents
        What each file is to hold, by its path inside the folder.

    Raises
    ------
    campaign.errors.WriteError
        When they cannot be written; the folder is then as it was.
    """
    modes = {name: files.permissions(_checked(folder / name, folder)) for name in contents}
    _sweep(folder)
    draft = folder / f".{token_hex(4)}.tmp"
    try:
        draft.mkdir()
        with FileLock(draft / _LOCK):
            for name, content in contents.items():
                _write(draft / name, content, modes[name])
        (draft / _LOCK).unlink(missing_ok=True)
        files.finish_swap(folder)
        draft.rename(folder / files.SWAP)
    except OSError as fault:
        raise files.unwritable(folder, fault) from fault
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    files.finish_swap(folder)


def _checked(path: Path, folder: Path) -> Path:
    """Give a path to check in place of a file's own, where its folder is yet to be made."""
    return path if path.parent.exists() else folder / path.name


def _write(path: Path, content: bytes, mode: int | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o644)  # for others to read, for nobody else to change
    path.write_bytes(content)
    if mode is not None:
        path.chmod(mode)


def _sweep(folder: Path) -> None:
    """Remove the drafts of builds that were killed, and leave those of builds that still run."""
    for draft in [*folder.glob(".*.tmp"), *folder.glob("*/.*.tmp")]:
        with suppress(OSError, Timeout):
            if draft.is_dir():
                with FileLock(draft / _LOCK, timeout=0):
                    pass
                shutil.rmtree(draft)
            else:
                draft.unlink()
