"""How sure a row may be: no surer than its basis, and as sure as its twin in another table."""

from collections.abc import Iterator, Mapping

from campaign.facts.faults import Fault
from campaign.facts.reading import Row
from campaign.facts.sheets import Sheet

__all__ = ["unequal", "unfounded"]

_SURENESS = ("low", "medium", "high")


def unfounded(row: Row) -> Iterator[Fault]:
    """Report a place whose confidence its basis does not bear.

    Parameters
    ----------
    row
        A row of the places.
    """
    basis, confidence = row.text("basis"), row.text("confidence")
    if basis == "inferred" and confidence in ("medium", "high"):
        yield row.fault(
            f"an inferred day has confidence {confidence}; set confidence to low, "
            "or name the source that documents the day and change basis"
        )
    if basis == "recalled" and confidence == "high":
        yield row.fault("a recalled day has confidence high; set confidence to medium or low")
    if basis == "documented" and "sources" in row.cells and not row.parts("sources"):
        yield row.fault("a documented day has no source; name one in sources or change basis")


def unequal(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Report an event that is not as sure as the row of the place that dates the same thing.

    Parameters
    ----------
    sheets
        The tables as read, by name.
    """
    places = sheets["places"].known("id")
    for row in sheets["events"].rows:
        place = places.get(row.text("place_id"))
        day = row.day("date")
        if place is None or day is None or day not in (place.day("date"), place.day("date_landed")):
            continue
        own, other = row.text("confidence"), place.text("confidence")
        if own not in _SURENESS or other not in _SURENESS:
            continue
        # a day that no opened source has is less sure for the event than for what is recalled
        is_less = place.text("basis") != "documented" and (
            _SURENESS.index(own) < _SURENESS.index(other)
        )
        if own != other and not is_less:
            yield row.fault(
                f"confidence is {own}, but {other} in the row of the place '{place.text('id')}' "
                "for the same day; make the two equal"
            )
