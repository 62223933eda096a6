"""What several test modules share."""

import shutil
from pathlib import Path

import pytest

from campaign import files
from campaign.facts.records import KINDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the tables to where a test may spoil them."""
    for table in KINDS:
        shutil.copy(files.data_folder() / "tables" / f"{table}.csv", tmp_path)
    return tmp_path
