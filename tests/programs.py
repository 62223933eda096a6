"""Programs from outside Python that a test drives."""

import os
import shutil

import pytest


def program(*names: str, remedy: str) -> str:
    """Path of the first of these that is installed; where tests must run, none is a failure."""
    for name in names:
        if path := shutil.which(name):
            return path
    missing = f"{names[0]} is not installed: {remedy}."
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
