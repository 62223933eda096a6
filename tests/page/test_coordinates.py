import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from campaign.page.coordinates import ALPHABET, encode, numbers

CODES = {symbol: code for code, symbol in enumerate(ALPHABET.tobytes().decode())}


def read(text: str) -> list[int]:
    """The reader of ``script/base/coordinates.js``, in Python."""
    found, value, scale = [], 0, 1
    for symbol in text:
        code = CODES[symbol]
        value += (code & 31) * scale
        scale *= 32
        if code < 32:
            found.append(-(value + 1) // 2 if value % 2 else value // 2)
            value, scale = 0, 1
    return found


@given(st.lists(st.integers(-(2**34), 2**34), max_size=50))
def test_numbers_come_back(values: list[int]) -> None:
    assert read(numbers(np.array(values, dtype=np.int64))) == values


def test_small_numbers_take_one_character() -> None:
    assert len(numbers(np.arange(-16, 16))) == 32


def test_rings_are_left_open_and_steps_run_on_from_shape_to_shape() -> None:
    square = shapely.Polygon([(1, 1), (2, 1), (2, 2), (1, 1)])
    line = shapely.LineString([(2, 2), (2, 3)])
    assert read(encode([square, line], 0)) == [
        1, 1, 3, 1, 1, 1, 0, 0, 1,
        1, 1, 2, 0, 0, 0, 1,
    ]  # fmt: skip


def test_points_that_fall_together_are_written_once() -> None:
    line = shapely.LineString([(0, 0), (0.01, 0), (1, 0)])
    assert read(encode([line], 1)) == [1, 1, 2, 0, 0, 10, 0]


def test_a_ring_too_small_to_draw_is_dropped() -> None:
    speck = shapely.box(0, 0, 0.001, 0.001)
    assert read(encode([shapely.MultiPolygon([speck, shapely.box(1, 1, 2, 2)])], 1))[0] == 1


@pytest.mark.parametrize("decimals", [3, 4, 5])
def test_rounding_never_adds_up(decimals: int) -> None:
    line = shapely.LineString(np.random.default_rng(1).uniform(100, 160, (500, 2)))
    steps = np.array(read(encode([line], decimals))[3:]).reshape(-1, 2)
    error = np.abs(steps.cumsum(axis=0) / 10**decimals - shapely.get_coordinates(line))
    assert error.max() <= 0.5 * 10**-decimals + 1e-12
