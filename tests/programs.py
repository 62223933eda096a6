"""Programs from outside Python that a test drives."""

import shutil

import pytest


def program(*names: str, remedy: str) -> str:
    """Path of the first of these that is installed; none is a failure that names the remedy."""
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.fail(f"{names[0]} is not installed: {remedy}.")
