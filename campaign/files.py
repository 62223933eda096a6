"""Where the data lie, and writing files whole or not at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from campaign.errors import DataError, WriteError

__all__ = [
    "SWAP",
    "check",
    "data_folder",
    "data_folder_at",
    "finish_swap",
    "is_open",
    "permissions",
    "replace",
    "unwritable",
]

SWAP = ".swap"
"""Folder of whole new files, inside the one whose files they are to replace. Once it is there they
hold; whoever comes next moves those that are left."""

_REMEDIES = {
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOSPC: "make room on the disk, or choose another place for it",
    errno.EBUSY: "close the program that has it open, and try again",
}


def data_folder() -> Path:
    """Return the ``geodata`` folder: inside an installed package, or beside it in a checkout.

    Raises
    ------
    DataError
        When there is none in either place.
    """
    package = Path(__file__).parent
    for folder in (package / "geodata", package.parent / "geodata"):
        if folder.is_dir():
            return folder
    raise DataError("The folder geodata is missing beside the package; install the project again.")


def data_folder_at(folder: object) -> Path:
    """Give a data folder that somebody names, or the project's own for None.

    Raises
    ------
    DataError
        When it is no folder, or what names it is no path.
    """
    if folder is None:
        return data_folder()
    if not isinstance(folder, str | os.PathLike):
        raise DataError(
            f"A folder is given as text or a path, not as {type(folder).__name__}: "
            'for example load("geodata").'
        )
    named = os.fsdecode(folder)
    if not named or not os.path.isdir(named):  # noqa: PTH112 - of a Path, too long a name raises
        raise DataError(f"There is no folder '{named:.200}': name the one that holds tables/.")
    if not is_open(Path(named)):
        raise DataError(f"The folder {named} cannot be read: allow reading it.")
    return Path(named)


def is_open(folder: Path) -> bool:
    """Whether the files of a folder can be read, as far as the folder has a say."""
    return os.access(folder, os.R_OK | os.X_OK)


def replace(path: Path, content: bytes) -> None:
    """Give a file new content in one step, so that nobody ever sees half of it.

    Parameters
    ----------
    path
        The file, which need not exist; its folder must. What a link leads to is replaced and
        the link stays; a file that is there keeps its permissions.
    content
        All of what the file is to hold.

    Raises
    ------
    WriteError
        When the file cannot be written; it is then as it was, and nothing lies beside it.
    """
    target, mode = _replaceable(path)
    draft = target.with_name(f".{token_hex(4)}.tmp")  # as short as it may be, whatever the name
    try:
        draft.touch(0o644, exist_ok=False)  # for others to read, for nobody else to change
        draft.write_bytes(content)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(target)
    except OSError as fault:
        raise unwritable(path, fault) from fault
    finally:
        with suppress(OSError):  # in a folder that allows nothing there is nothing to remove
            draft.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Say before the work is done what would keep its result from being written.

    Raises
    ------
    WriteError
        When no file can be written there.
    """
    _replaceable(path)


def permissions(path: Path) -> int | None:
    """Permissions of a file that is to be replaced, or None where there is none yet.

    Raises
    ------
    WriteError
        When no file can be written there.
    """
    return _replaceable(path)[1]


def finish_swap(folder: Path) -> None:
    """Move what is left of a set of files whose replacement was broken off.

    Every move is one step and takes whatever lies ready just then, so that two who finish the
    same swap, or one swap after another, cannot mix old files with new ones.

    Parameters
    ----------
    folder
        The folder that may hold a :data:`SWAP`.

    Raises
    ------
    WriteError
        When a file cannot be replaced; the swap stays, for the next to finish.
    """
    swap = folder / SWAP
    ready = sorted(swap.rglob("*"))
    for path in ready:
        if path.is_file():
            target = Path(os.path.realpath(folder / path.relative_to(swap)))
            try:
                target.parent.mkdir(exist_ok=True)
                _move(path, target)
            except OSError as fault:
                raise unwritable(target, fault) from fault
    for emptied in [*(path for path in reversed(ready) if path.is_dir()), swap]:
        with suppress(OSError):  # no longer there, or filled again by another
            emptied.rmdir()


def _move(path: Path, target: Path) -> None:
    try:
        path.replace(target)
    except OSError as fault:
        if fault.errno == errno.EXDEV:  # a link leads to another disk
            replace(target, path.read_bytes())
            path.unlink()
        elif path.exists():  # or else another process has moved it
            raise


def _replaceable(path: Path) -> tuple[Path, int | None]:
    """Give the file that a path leads to, and its permissions where it is there already."""
    target = Path(os.path.realpath(path))
    try:
        mode = path.stat().st_mode if path.exists() else None
        has_folder = target.parent.is_dir()
        if target.is_symlink():  # a circle leads nowhere
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if has_folder and not os.access(target.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as fault:
        raise unwritable(path, fault) from fault
    if mode is not None and stat.S_ISDIR(mode):
        raise WriteError(f"{path} is a folder: name a file, for example {path / 'map.html'}.")
    if not has_folder:
        raise WriteError(f"There is no folder {target.parent}: make it first.")
    if mode is None:
        return target, None
    if not stat.S_ISREG(mode):
        raise WriteError(f"{path} is no file but a device or a pipe: name a file.")
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError(f"{path} is read-only: allow writing to it, or name another file.")
    return target, stat.S_IMODE(mode)


def unwritable(path: Path, fault: OSError) -> WriteError:
    """Say why a file cannot be written, and what to do about it."""
    remedy = _REMEDIES.get(fault.errno or 0, "choose another place for it")
    return WriteError(f"{path} cannot be written ({fault.strerror}): {remedy}.")
