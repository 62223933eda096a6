"""A fault in the tables: one sentence that names the file, the line and the remedy."""

from dataclasses import dataclass

__all__ = ["Fault"]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands and what to do about it."""

    file: str
    line: int | None
    label: str
    text: str

    def __str__(self) -> str:
        line = f" line {self.line}" if self.line else ""
        label = f" ({self.label})" if self.label else ""
        return f"{self.file}{line}{label}: {self.text}."
