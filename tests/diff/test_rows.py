"""The tables compared: what was added, removed and changed is told, and nothing else."""

from campaign.diff.rows import Change, TableDiff, compare
from campaign.facts.sheets import Row, Sheet


def sheet(table, *rows):
    return Sheet(tuple(Row(table, line, cells) for line, cells in enumerate(rows, start=2)))


def lakes(*names, lon="130", **more):
    return {"lakes": sheet("lakes", *({"name": name, "lon": lon} | more for name in names))}


def test_the_same_tables_do_not_differ():
    assert compare(lakes("Khanka", "Hulun"), lakes("Khanka", "Hulun")) == []
    assert compare(lakes("Khanka"), lakes("Khanka", lon=" 130 ")) == []


def test_rows_added_and_removed_are_told_by_their_label():
    assert compare(lakes("Khanka", "Hulun"), lakes("Khanka", "Buir")) == [
        TableDiff("lakes", added=("Buir",), removed=("Hulun",))
    ]


def test_a_changed_cell_is_told_with_what_it_was():
    (diff,) = compare(lakes("Khanka"), lakes("Khanka", lon="132"))
    assert diff.changed == (Change("Khanka", {"lon": ("130", "132")}),)


def test_a_column_of_one_state_alone_is_told_once_and_changes_no_row():
    assert compare(lakes("Khanka", "Hulun"), lakes("Khanka", "Hulun", lat="45")) == [
        TableDiff("lakes", new_columns=("lat",))
    ]
    assert compare(lakes("Khanka", lat="45"), lakes("Khanka")) == [
        TableDiff("lakes", lost_columns=("lat",))
    ]


def test_a_table_of_one_state_alone_is_told_as_a_whole():
    assert compare({}, lakes("Khanka")) == [TableDiff("lakes", added=("Khanka",), is_new=True)]
    assert compare(lakes("Khanka"), {}) == [TableDiff("lakes", removed=("Khanka",), is_gone=True)]


def test_rows_under_one_label_are_told_apart_and_another_order_is_told():
    assert compare(lakes("Khanka"), lakes("Khanka", "Khanka")) == [
        TableDiff("lakes", added=("Khanka",))
    ]
    assert compare(lakes("Khanka", "Hulun"), lakes("Hulun", "Khanka")) == [
        TableDiff("lakes", is_reordered=True)
    ]
