"""The command as a shell has it: whatever it writes to, it ends in a sentence, or quietly.

What a code page cannot write is written plainly, a reader who has seen enough is no fault, and
a disk that is full is told.
"""

import codecs
import errno
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["PLAIN", "minded"]

PLAIN = "campaign-plain"
"""Name of the way in which what a code page lacks is written."""
_DASHES = str.maketrans({"·": "-", "–": "-", "—": "-", "−": "-", "’": "'", "…": "..."})


def _plainly(fault: UnicodeError) -> tuple[str, int]:
    """Write what a code page lacks without its marks, as in m2 for m²; or as a question mark."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    wanted = fault.object[fault.start : fault.end]
    letters = unicodedata.normalize("NFKD", wanted.translate(_DASHES))
    kept = (letter for letter in letters if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else "?" for letter in kept), fault.end


codecs.register_error(PLAIN, _plainly)


@contextmanager
def minded() -> Iterator[None]:
    """Run a command within, minding what it writes to.

    Raises
    ------
    SystemExit
        When that can take no more.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)
    try:
        try:
            yield
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as fault:
        _give_up(fault)
        sys.exit(1)


def _give_up(fault: OSError) -> None:
    """Say why, where anyone can still hear it, and drop what is held back."""
    if fault.errno != errno.EPIPE and sys.stderr:
        what = f"{fault.filename} cannot be used" if fault.filename else "The answer was cut short"
        with suppress(OSError):
            print(f"{what} ({fault.strerror}).", file=sys.stderr, flush=True)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:  # Python would try again at its end, and say so
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
