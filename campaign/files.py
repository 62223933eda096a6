"""Where the data lie, and writing a file whole or not at all."""

from pathlib import Path
from secrets import token_hex

from campaign.errors import DataError, WriteError

__all__ = ["data_folder", "replace"]


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


def replace(path: Path, content: bytes) -> None:
    """Give a file new content in one step, so that nobody ever sees half of it.

    Parameters
    ----------
    path
        The file, which need not exist; its folder must.
    content
        All of what the file is to hold.

    Raises
    ------
    WriteError
        When the file cannot be written; it is then as it was, and nothing lies beside it.
    """
    draft = path.with_name(f"{path.name}.{token_hex(4)}.tmp")
    try:
        draft.touch(0o644, exist_ok=False)  # for others to read, for nobody else to change
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as fault:
        raise WriteError(
            f"{path} cannot be written ({fault.strerror}): choose another place for it."
        ) from fault
    finally:
        draft.unlink(missing_ok=True)
