"""What several test modules share."""

import os
import shutil
from pathlib import Path

import pytest

from campaign import files
from campaign.facts.records import KINDS


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Whole suites are shared among the processors; what is asked for by name is run here.

    One more than there are processors, since who waits for a browser or a server needs none.
    """
    is_whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return (os.cpu_count() or 1) + 1 if is_whole else 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the tables to where a test may spoil them."""
    for table in KINDS:
        shutil.copy(files.data_folder() / "tables" / f"{table}.csv", tmp_path)
    return tmp_path
