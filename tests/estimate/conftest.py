"""What the tests of the estimate share."""

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits


@pytest.fixture(scope="package", autouse=True)
def _one_thread() -> Iterator[None]:
    """Solve on one thread: for systems this small, waiting for each other takes threads longer."""
    with threadpool_limits(1):
        yield
