"""Writing a file whole or not at all."""

from pathlib import Path
from secrets import token_hex

from campaign.errors import WriteError

__all__ = ["replace"]


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
