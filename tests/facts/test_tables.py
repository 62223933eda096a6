import pytest
from spoiling import change, messages, rows_of, where, write

from campaign import files
from campaign.errors import DataError
from campaign.facts import tables
from campaign.facts.faults import Fault
from campaign.facts.records import KINDS


def test_the_shipped_tables_have_no_fault():
    assert tables.faults() == []


def test_the_id_stands_beside_the_line(folder):
    line = change(folder, "places", "hailar", date="1946-08-10")
    assert messages(folder) == [
        f"places.csv line {line} (hailar): date is 1946-08-10, outside 1945-08-09 to 1945-09-30; "
        "correct it to the day that the sources give."
    ]


@pytest.mark.parametrize("table", KINDS)
def test_a_missing_file_is_named(folder, table):
    (folder / f"{table}.csv").unlink()
    (message,) = messages(folder)
    assert message == f"{table}.csv: the file is missing from {folder}; put it back."


@pytest.mark.parametrize("content", ["", "\n", "\ufeff", " \r\n \r\n"])
def test_an_empty_file_is_told_in_one_sentence(folder, content):
    (folder / "places.csv").write_text(content, encoding="utf-8")
    assert messages(folder) == ["places.csv: the file is empty; take it back as it was last good."]


@pytest.mark.parametrize("table", KINDS)
def test_a_byte_that_is_not_utf_8_is_named_with_its_line(folder, table):
    path = folder / f"{table}.csv"
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][:1] + b"\xcd" + lines[2][1:]
    path.write_bytes(b"\n".join(lines))
    byte = [message for message in messages(folder) if "UTF-8" in message]
    (message,) = byte
    assert message.startswith(f"{table}.csv line 3: byte 0xcd at position 2 ")
    assert "save the file as UTF-8" in message


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder):
    for table in KINDS:
        path = folder / f"{table}.csv"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert messages(folder) == []


@pytest.mark.parametrize(
    ("table", "column"), [(table, name) for table in KINDS for name in KINDS[table].model_fields]
)
def test_a_missing_column_is_told_once(folder, table, column):
    rows = rows_of(folder, table)
    n = rows[0].index(column)
    write(folder, table, [row[:n] + row[n + 1 :] for row in rows])
    assert messages(folder) == [
        f"{table}.csv line 1 (header): the column '{column}' is missing; "
        "add it to the header and to every row."
    ]


def test_an_extra_column_is_told_once(folder):
    rows = rows_of(folder, "places")
    write(folder, "places", [[*row, "x"] for row in [[*rows[0][:-1], "note"], *rows[1:]]])
    (message,) = messages(folder)
    assert message.startswith("places.csv line 1 (header): the column 'x' is unknown")
    assert "remove it" in message


@pytest.mark.parametrize(
    ("spoil", "fault", "remedy"),
    [
        (lambda line: line + ",surplus", "26 cells where the header has 25", "quotation marks"),
        (lambda line: line.rsplit(",", 3)[0], "22 cells where the header has 25", "commas"),
        (lambda _: "", "the line is empty", "delete it"),
        (lambda _: "," * 24, "the line is empty", "delete it"),
    ],
    ids=["a cell too many", "cells too few", "blank", "nothing but commas"],
)
def test_a_row_of_the_wrong_length_is_named(folder, spoil, fault, remedy):
    path = folder / "places.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    # no other table names this place
    n = next(n for n, line in enumerate(lines) if line.startswith("shumshu-kokutan,"))
    lines[n] = spoil(lines[n].replace('"', ""))
    path.write_text("\n".join(lines), encoding="utf-8")
    (message,) = messages(folder)
    assert message.startswith(f"places.csv line {n + 1}")
    assert fault in message
    assert remedy in message


def test_an_open_quotation_mark_is_named_where_it_begins(folder):
    path = folder / "communiques.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    n = next(n for n, line in enumerate(lines) if ',"' in line and n > 4)
    lines[n] = lines[n].replace('",', ",")
    path.write_text("\n".join(lines), encoding="utf-8")
    (message,) = messages(folder)
    assert message.startswith("communiques.csv line ")
    assert "quotation mark" in message
    assert "close it" in message


def test_a_cell_on_two_lines_is_named(folder):
    line = change(folder, "communiques", "Harbin", text="Harbin\nand Hulan")
    (message,) = messages(folder)
    assert message.startswith(f"communiques.csv line {line}: a cell holds a line break")
    assert "on one line" in message


def test_after_a_cell_on_two_lines_a_fault_is_still_found_on_its_line(folder):
    change(folder, "places", "hailar", note="one\ntwo")
    change(folder, "places", "harbin-air", date="soon")
    path = folder / "places.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    (line,) = (n for n, text in enumerate(lines, start=1) if text.startswith("harbin-air,"))
    assert any(
        message.startswith(f"places.csv line {line} (harbin-air)") for message in messages(folder)
    )


@pytest.mark.parametrize(
    ("table", "name"),
    [("places", "hailar"), ("axes", "36a-main"), ("events", "1945-08-06-hiroshima")],
)
def test_an_id_used_twice_names_both_lines(folder, table, name):
    rows = rows_of(folder, table)
    first = where(folder, table, name)
    write(folder, table, [*rows, rows[first]])
    (message,) = messages(folder)
    assert message.startswith(f"{table}.csv line {len(rows) + 1} ({name}): ")
    assert f"stands already on line {first + 1}" in message
    assert "give one of the two rows another id" in message


def test_what_happened_after_the_campaign_is_no_fault(folder):
    change(folder, "places", "kunashir-ueuchi", date="1945-09-30", date_latest="1945-09-30")
    assert messages(folder) == []


def test_a_renamed_place_is_missed_by_all_who_name_it(folder):
    change(folder, "places", "hailar", id="khailar")
    found = messages(folder)
    assert [message.split(" line ")[0] for message in found] == ["axes.csv", "events.csv"]
    assert all("'hailar' is not in places.csv" in message for message in found)


def test_a_missing_table_does_not_make_every_name_unknown(folder):
    for table in ("sources", "places", "axes"):
        (folder / f"{table}.csv").unlink()
    assert [fault.file for fault in tables.faults(folder)] == [
        "places.csv",
        "axes.csv",
        "sources.csv",
    ]


def test_every_fault_is_told_not_only_the_first(folder):
    spoilt = {
        "places": ("hailar", {"name_en": "", "lat": "x", "date": "1946-08-10", "axis": "nowhere"}),
        "axes": ("36a-main", {"waypoints": "hailar|atlantis", "drawn": "thick"}),
        "events": ("1945-08-06-hiroshima", {"sources": "nobody", "kind": "wonder"}),
        "hokkaido_plan": ("1945-08-29", {"date": "", "summary": ""}),
        "communiques": ("Harbin", {"source": "nobody", "date": "1946-08-20"}),
        "railways": ("Chalainor", {"lat": "0", "accuracy_km": "-1"}),
        "routes": ("Yutoto valley (approx.)", {"lat": "0", "name": ""}),
        "sources": ("rand-r1825", {"title": "", "side": "mars"}),
    }
    for table, (name, cells) in spoilt.items():
        change(folder, table, name, **cells)
    found = tables.faults(folder)
    assert {table: sum(fault.file == f"{table}.csv" for fault in found) for table in spoilt} == {
        table: len(cells) for table, (_, cells) in spoilt.items()
    }
    order = [f"{table}.csv" for table in KINDS]
    assert found == sorted(found, key=lambda fault: (order.index(fault.file), fault.line))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    (message,) = messages(tmp_path / "nowhere")
    assert message == f"{tmp_path}/nowhere: there is no such folder; give the one that holds " + (
        "places.csv."
    )


def test_broken_tables_are_not_loaded(folder):
    for name in ("hailar", "wonsan", "kalgan", "jehol", "erlian"):
        change(folder, "places", name, name_en="")
    with pytest.raises(DataError) as caught:
        tables.load(folder)
    message = str(caught.value)
    assert message.count("name_en is empty") == 3
    assert "And 2 more. `campaign check` lists all." in message


def test_one_fault_is_enough(folder):
    change(folder, "places", "hailar", name_en="")
    with pytest.raises(DataError, match=r"name_en is empty; fill it in\. `campaign check`"):
        tables.load(folder)


def test_rows_are_found_by_name():
    read = tables.load()
    assert read.place("hailar").name_modern == "Hailar"
    assert read.axis("36a-main").front == "Transbaikal"
    assert read.source("tretyak").author == "Sergei Tretyak"


@pytest.mark.parametrize("find", ["place", "axis", "source"])
def test_a_name_that_is_not_there_is_said_plainly(find):
    with pytest.raises(DataError, match="no 'atlantis' in"):
        getattr(tables.load(), find)("atlantis")


@pytest.mark.parametrize("installed", [True, False])
def test_the_data_are_found_in_a_wheel_and_in_a_checkout(tmp_path, monkeypatch, installed):
    package = tmp_path / "campaign"
    data = package / "geodata" if installed else tmp_path / "geodata"
    data.mkdir(parents=True)
    monkeypatch.setattr(files, "__file__", str(package / "files.py"))
    assert files.data_folder() == data


def test_missing_data_are_said_plainly(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "__file__", str(tmp_path / "campaign" / "files.py"))
    with pytest.raises(DataError, match="install the project again"):
        files.data_folder()


def test_a_fault_reads_as_a_sentence():
    assert str(Fault("a.csv", None, "", "it is gone")) == "a.csv: it is gone."
    assert str(Fault("a.csv", 2, "x", "it is bad")) == "a.csv line 2 (x): it is bad."
