"""What the build noted of each file it wrote: ``datapackage.json``, read back."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError

from campaign.errors import DataError
from campaign.ground.contract import KINDS

__all__ = ["Resource", "read"]


class Resource(BaseModel):
    """What is noted of one file."""

    path: str
    hash: str
    rows: int | None = None
    """Number of its features, where it is a layer."""

    def is_of(self, content: bytes) -> bool:
        """Whether a file still holds what was written; other line ends do no harm."""
        texts = (content, content.replace(b"\r\n", b"\n"))
        return any(f"sha256:{hashlib.sha256(text).hexdigest()}" == self.hash for text in texts)


class _Package(BaseModel):
    resources: list[Resource]


def read(folder: Path) -> Mapping[str, Resource]:
    """Read what is noted of the files of a ``geodata`` folder, by their paths in it.

    Raises
    ------
    DataError
        When nothing is noted, or not of every layer; the message says what to do.
    """
    try:
        content = (folder / "datapackage.json").read_bytes()
        resources = _Package.model_validate_json(content).resources
    except (OSError, ValidationError) as fault:
        raise DataError(
            f"datapackage.json is missing from {folder.name}/, cannot be read or is cut off: "
            "run campaign build."
        ) from fault
    noted = {resource.path: resource for resource in resources}
    for name in KINDS:
        if f"{name}.geojson" not in noted:
            raise DataError(f"datapackage.json says nothing of {name}.geojson: run campaign build.")
    return noted
