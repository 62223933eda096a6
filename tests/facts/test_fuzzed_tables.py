"""Tables as spreadsheets, editors and accidents leave them: read the same, or told; never else."""

import csv
import io
import random
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from spoiling import rows_of

from campaign import files
from campaign.errors import DataError
from campaign.facts import sheets, tables
from campaign.facts.records import KINDS

Rows = list[list[str]]
Change = Callable[[Rows, random.Random], None]
SEED = 1945
COUNT = 104
"""One table for each way to spoil one; 400 were tried."""
FEW = 4
"""So many sentences at most say what is wrong with one way to save a file."""


def as_csv(rows: Rows, mark: str = ",", ends: str = "\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator=ends).writerows(rows)
    return out.getvalue()


def by_column(which: Callable[[str], bool], change: Callable[[str], str]) -> Change:
    """Change every filled cell of the columns of a kind."""

    def spoil(rows: Rows, _: random.Random) -> None:
        for n, column in enumerate(rows[0]):
            if which(column):
                for row in rows[1:]:
                    row[n] = change(row[n]) if row[n] else ""

    return spoil


def one_cell(change: Callable[[str, random.Random], str]) -> Change:
    def spoil(rows: Rows, rnd: random.Random) -> None:
        filled = [(r, c) for r in range(1, len(rows)) for c in range(len(rows[0])) if rows[r][c]]
        r, c = rnd.choice(filled)
        rows[r][c] = change(rows[r][c], rnd)

    return spoil


def is_date(column: str) -> bool:
    return column == "date" or column.startswith("date_")


def is_number(column: str) -> bool:
    return column in ("lat", "lon")


def is_name(column: str) -> bool:
    return column in ("name_ja", "name_ru", "name_zh", "line_name_ja", "names")


def written(form: str) -> Callable[[str], str]:
    return lambda text: date.fromisoformat(text).strftime(form)


def serial(text: str) -> str:
    return str((date.fromisoformat(text) - date(1899, 12, 30)).days)


def header(change: Callable[[list[str], random.Random], list[int | str]]) -> Change:
    """Change the header alone: numbers keep a column's name, texts are written in its place."""

    def spoil(rows: Rows, rnd: random.Random) -> None:
        names = change(rows[0], rnd)
        rows[0][:] = [rows[0][name] if isinstance(name, int) else name for name in names]

    return spoil


def columns(order: Callable[[int, random.Random], list[int]]) -> Change:
    """Move, double or leave out columns with their cells."""

    def spoil(rows: Rows, rnd: random.Random) -> None:
        kept = order(len(rows[0]), rnd)
        rows[:] = [[row[n] for n in kept] for row in rows]

    return spoil


def renamed(names: list[str], rnd: random.Random) -> list[int | str]:
    n = rnd.randrange(len(names))
    other = rnd.choice([names[n].upper(), names[n].replace("_", " ") + " ", names[n][:-1], "x"])
    return [*range(n), other, *range(n + 1, len(names))]


def exchanged(names: list[str], rnd: random.Random) -> list[int | str]:
    one, other = rnd.sample(range(len(names)), 2)
    found: list[int | str] = list(range(len(names)))
    found[one], found[other] = other, one
    return found


def moved(width: int, rnd: random.Random) -> list[int]:
    found = list(range(width))
    found.insert(rnd.randrange(width - 1), found.pop())
    return found


def without(width: int, rnd: random.Random) -> list[int]:
    gone = rnd.randrange(width)
    return [n for n in range(width) if n != gone]


def doubled(width: int, rnd: random.Random) -> list[int]:
    return [*range(width), rnd.randrange(width)]


def added(rows: Rows, _: random.Random) -> None:
    for n, row in enumerate(rows):
        row.insert(2, "Column1" if n == 0 else "x")


def row_of(rows: Rows, rnd: random.Random) -> int:
    return rnd.randrange(1, len(rows))


def shifted(rows: Rows, rnd: random.Random) -> None:
    row = rows[row_of(rows, rnd)]
    row.insert(1, "")
    row.pop()


def shifted_back(rows: Rows, rnd: random.Random) -> None:
    row = rows[row_of(rows, rnd)]
    row.pop(1)
    row.append("")


def merged(rows: Rows, rnd: random.Random) -> None:
    n = rnd.randrange(1, len(rows) - 1)
    rows[n] += rows.pop(n + 1)


def again(rows: Rows, rnd: random.Random) -> None:
    rows.append(list(rows[row_of(rows, rnd)]))


def again_by_case(rows: Rows, rnd: random.Random) -> None:
    row = list(rows[row_of(rows, rnd)])
    row[0] = row[0].upper()
    rows.append(row)


def ragged(rows: Rows, rnd: random.Random) -> None:
    row = rows[row_of(rows, rnd)]
    del row[len(row) - rnd.randrange(1, len(row)) :]


def half(rows: Rows, _: random.Random) -> None:
    del rows[len(rows) // 2 :]


def nothing(rows: Rows, _: random.Random) -> None:
    del rows[1:]


def empty_between(rows: Rows, rnd: random.Random) -> None:
    rows.insert(rnd.randrange(2, len(rows)), [""] * len(rows[0]))


def empty_below(rows: Rows, _: random.Random) -> None:
    rows += [[""] * len(rows[0]) for _ in range(40)]


def empty_beside(rows: Rows, _: random.Random) -> None:
    for row in rows:
        row += ["", "", ""]


def header_again(rows: Rows, rnd: random.Random) -> None:
    rows.insert(rnd.randrange(2, len(rows)), list(rows[0]))


def title_above(rows: Rows, _: random.Random) -> None:
    rows.insert(0, ["Places of the campaign", *[""] * (len(rows[0]) - 1)])


def no_header(rows: Rows, _: random.Random) -> None:
    del rows[0]


def an_index(rows: Rows, _: random.Random) -> None:
    for n, row in enumerate(rows):
        row.insert(0, str(n - 1) if n else "")


def an_empty_column(rows: Rows, rnd: random.Random) -> None:
    n = rnd.choice([n for n in range(len(rows[0])) if any(row[n] for row in rows[1:])])
    for row in rows[1:]:
        row[n] = ""


CHANGES: dict[str, Change] = {
    "dates by day/month/year": by_column(is_date, written("%d/%m/%Y")),
    "dates by month/day/year": by_column(is_date, written("%m/%d/%Y")),
    "dates with points": by_column(is_date, written("%d.%m.%Y")),
    "dates with short years": by_column(is_date, written("%d-%b-%y")),
    "dates without years": by_column(is_date, written("%b %d")),
    "dates with times": by_column(is_date, written("%Y-%m-%dT%H:%M:%S")),
    "dates at midnight": by_column(is_date, written("%Y-%m-%d 00:00:00")),
    "dates as numbers": by_column(is_date, serial),
    "decimal commas": by_column(is_number, lambda text: text.replace(".", ",")),
    "no decimal points": by_column(is_number, lambda text: text.replace(".", "")),
    "powers of ten": by_column(is_number, lambda text: f"{float(text):.1E}"),
    "thousands apart": by_column(is_number, lambda text: f"{float(text) * 100:,.2f}"),
    "thousands with blanks": by_column(is_number, lambda text: f"1 {text}"),
    "numbers as text": by_column(is_number, lambda text: f"'{text}"),
    "rounded to degrees": by_column(is_number, lambda text: f"{float(text):.0f}"),
    "names of question marks": by_column(is_name, lambda text: "?" * len(text)),
    "names of lost letters": by_column(is_name, lambda text: "\ufffd" * len(text)),
    "years and months": by_column(lambda column: column == "built", lambda _: "Mar-01"),
    "true": one_cell(lambda *_: "TRUE"),
    "a broken link": one_cell(lambda *_: "#REF!"),
    "a broken link in German": one_cell(lambda *_: "#BEZUG!"),
    "no value": one_cell(lambda *_: "#N/A"),
    "too narrow": one_cell(lambda *_: "########"),
    "no number": one_cell(lambda *_: "NaN"),
    "null": one_cell(lambda *_: "NULL"),
    "a formula": one_cell(lambda text, _: f"=A1&{text}"),
    "another formula": one_cell(lambda text, _: f"@{text}"),
    "a letter lost": one_cell(lambda text, _: f"{text[:-1]}\ufffd"),
    "a control character": one_cell(lambda text, _: f"{text}\x02"),
    "markup": one_cell(lambda text, _: f"{text}&nbsp;"),
    "100,000 letters": one_cell(lambda text, _: text + "x" * 100_000),
    "200,000 letters": one_cell(lambda text, _: text + "x" * 200_000),
    "a line break": one_cell(lambda text, _: f"{text}\nx"),
    "a column renamed": header(renamed),
    "names of columns exchanged": header(exchanged),
    "a column moved": columns(moved),
    "a column missing": columns(without),
    "a column doubled": columns(doubled),
    "a column added": added,
    "an index added": an_index,
    "a column emptied": an_empty_column,
    "a row shifted": shifted,
    "a row shifted back": shifted_back,
    "rows merged": merged,
    "a row doubled": again,
    "a row doubled in capitals": again_by_case,
    "a ragged row": ragged,
    "no rows": nothing,
    "an empty line": empty_between,
    "empty lines below": empty_below,
    "empty columns beside": empty_beside,
    "the header twice": header_again,
    "a title above": title_above,
    "no header": no_header,
    "blanks around": by_column(lambda _: True, lambda text: f" {text}\u00a0"),
    "unseen signs": by_column(lambda _: True, lambda text: f"\ufeff{text}\u200b"),
    "smart quotes": by_column(lambda column: column in ("id", "key"), lambda text: f"“{text}”"),
    "long dashes": by_column(lambda column: column in ("id", "key"), lambda t: t.replace("-", "–")),
}

SAVES: dict[str, Callable[[str], bytes]] = {
    "semicolons": lambda text: as_csv(list(csv.reader(io.StringIO(text))), ";").encode(),
    "tabs": lambda text: as_csv(list(csv.reader(io.StringIO(text))), "\t").encode(),
    "bars": lambda text: as_csv(list(csv.reader(io.StringIO(text))), "|").encode(),
    "sep=": lambda text: f"sep=,\n{text}".encode(),
    "one cell a line": lambda text: as_csv([[line] for line in text.splitlines()]).encode(),
    "all quoted": lambda text: (
        "\n".join(
            ",".join('"' + cell.replace('"', '""') + '"' for cell in row)
            for row in csv.reader(io.StringIO(text))
        )
        + "\n"
    ).encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "two byte order marks": lambda text: b"\xef\xbb\xbf" + text.encode("utf-8-sig"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    **{
        f"{name} with question marks": lambda text, name=name: text.encode(name, "replace")
        for name in ("cp1252", "cp932", "gbk", "koi8-r", "cp1251", "big5", "euc-kr", "mac-roman")
    },
    **{
        f"UTF-8 read as {name}": lambda text, name=name: (
            text.encode().decode(name, "replace").encode()
        )
        for name in ("cp1252", "latin-1", "cp932", "gbk", "koi8-r", "cp1251", "mac-roman")
    },
    "nothing": lambda _: b"",
    "blank lines": lambda _: b"\n\n \n",
    "a workbook": lambda text: b"PK\x03\x04\x14\x00" + text.encode(),
    "an old workbook": lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "a gzip archive": lambda _: b"\x1f\x8b\x08\x00" + bytes(40),
    "a web page": lambda _: b"<!DOCTYPE html><html></html>",
    "a pointer of Git LFS": lambda _: b"version https://git-lfs.github.com/spec/v1\noid x\n",
    "a merge left open": lambda text: text.replace("\n", "\n<<<<<<< HEAD\n", 1).encode(),
    "zero bytes": lambda text: text.replace("\n", "\n\x00", 3).encode(),
    "zero bytes at the end": lambda text: text.encode() + bytes(400),
    "cut off": lambda text: text[: text.rindex(",") - 1].encode(),
    "another table": lambda _: (_tables() / "story.csv").read_bytes(),
}


def _tables() -> Path:
    return files.data_folder() / "tables"


@cache
def sound(table: str) -> sheets.Sheet:
    return sheets.read(_tables(), table)


@pytest.fixture
def told(tmp_path, monkeypatch) -> Callable[[str, bytes], tuple[list[str], sheets.Sheet]]:
    """What is said of a table with other bytes, beside all others as they are."""

    def tell(table: str, content: bytes) -> tuple[list[str], sheets.Sheet]:
        (tmp_path / f"{table}.csv").write_bytes(content)
        spoilt = sheets.read(tmp_path, table)
        monkeypatch.setattr(
            tables, "read", lambda _, name: spoilt if name == table else sound(name)
        )
        return [str(fault) for fault in tables.faults(tmp_path)], spoilt

    return tell


def spoilt(kind: str, table: str, rnd: random.Random) -> bytes:
    text = (_tables() / f"{table}.csv").read_text(encoding="utf-8")
    if kind in SAVES:
        return SAVES[kind](text)
    rows = list(csv.reader(io.StringIO(text)))
    CHANGES[kind](rows, rnd)
    return as_csv(rows).encode()


def fuzzed(count: int) -> list[tuple[str, str, bytes]]:
    rnd = random.Random(SEED)
    kinds = [*CHANGES, *SAVES]
    found = []
    for n in range(count):
        kind, table = kinds[n % len(kinds)], rnd.choice(list(KINDS))
        found.append((kind, table, spoilt(kind, table, rnd)))
    return found


def judged(messages: list[str], table: str, sheet: sheets.Sheet) -> None:
    """A table is read as it was, or told: in a few sentences, each with a remedy."""
    if not messages:
        assert sheet.records == sound(table).records
    assert len(messages) <= FEW, "\n".join(messages)
    for message in messages:
        assert ";" in message or ":" in message, message
        assert message.endswith("."), message
        assert "\n" not in message, message


def test_a_table_is_read_as_it_was_or_told(told, subtests):
    for n, (kind, table, content) in enumerate(fuzzed(COUNT)):
        with subtests.test(f"{n} {kind} in {table}"):
            judged(*(lambda found: (found[0], table, found[1]))(told(table, content)))


# what keepers of tables meet most, and all that is said of it
COMMONEST = {
    "semicolons": "line 1: the cells are parted by semicolons, not by commas; save it as CSV",
    "cp932 with question marks": ": 244 lines hold letters in another encoding than UTF-8, the",
    "names of question marks": "name_ja has '??', whose letters were lost when the file was saved, "
    "and 244 of 244 rows have this fault, in name_ja, name_zh, name_ru; take the last good copy",
    "UTF-8 read as cp1252": "letters were garbled when the file was opened as cp1252, 'äºŒé€£' for "
    "'二連'; open the last good file as UTF-8",
    "dates by day/month/year": "date is '10/08/1945', which is no date written year-month-day, and "
    "244 of 244 rows have this fault, in date, date_earliest, date_latest, date_landed; take the",
    "decimal commas": "lat is '43,650', which is no number with a decimal point, and 244 of 244",
    "no rows": "places.csv: the table has a header and no rows; take them back from the last good",
    "a column missing": "' is missing; add it to the header and to every row.",
    "a workbook": "the file is a workbook (xlsx or ods), no text; open it in the spreadsheet and",
    "a row doubled": "' stands already on line ",
    "a broken link": " is '#REF!', an error that a spreadsheet puts in place of what stood there; ",
    "an empty line": ": the line is empty; delete it.",
    "a row shifted": "the cells stand one column too far right from name_en on; move them one to",
    "no header": "the header is missing, so no column has a name; put this line above all others:",
    "a column moved": "the columns stand in another order, so that names may stand over cells of",
    "UTF-16": "the file is in UTF-16 ('Unicode text'), not UTF-8; save it as CSV with commas and",
    "the header twice": ": the header stands here a second time; delete the line.",
    "a title above": "line 1: the header stands on line 2; delete what stands above it.",
}


@pytest.mark.parametrize(("kind", "said"), COMMONEST.items(), ids=COMMONEST)
def test_the_commonest_faults_are_told_in_one_sentence(told, kind, said):
    messages, _ = told("places", spoilt(kind, "places", random.Random(7)))
    own = [message for message in messages if message.startswith("places.csv")]
    (message,) = own
    assert said in message
    assert len(messages) - len(own) <= 2  # others may name the row that is lost


def test_a_renamed_column_names_the_column_it_was(told):
    text = (_tables() / "places.csv").read_text(encoding="utf-8")
    for other in ("Name EN", "NAME_EN", "name-en", "name_eng", "English"):
        (message,), _ = told("places", text.replace("name_en", other, 1).encode())
        assert message == (
            f"places.csv line 1 (header): the column 'name_en' is called '{other}'; "
            "call it 'name_en' again."
        )


HARMLESS = (
    "a byte order mark", "two byte order marks", "CRLF", "CR", "no last line end", "all quoted",
    "empty lines below", "empty columns beside", "blanks around", "unseen signs",
)  # fmt: skip


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_changes_no_letter_is_read(told, kind):
    messages, sheet = told("places", spoilt(kind, "places", random.Random(7)))
    assert messages == []
    assert sheet.records == sound("places").records


ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//example.org/x", "example.org", "ftp://example.org/x",
    "https://", "https:///x", "https://user:secret@example.org/x", "https://user@example.org/x",
    "https://example.org/?password=secret", "https://example.org/?a=1&Token=x", "https://[x/",
    "https://example.org/a b", "https://example.org/<script>", "https://example.org\\@x",
    "https://example.org/;jsessionid=x https://x", "http://a@b@example.org/",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_nobody_should_follow_is_told(told, address):
    rows = rows_of(_tables(), "sources")
    rows[1][rows[0].index("url")] = address
    (message,), _ = told("sources", as_csv(rows).encode())
    assert message.startswith("sources.csv line 2 (107d-veteran): url ")
    assert "leave it empty." in message


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "@SUM(A1)", "-1+1", "-cmd|' /C calc'!A0", "＝1+1", '=HYPERLINK("x")']
)
@pytest.mark.parametrize("table", ["places", "sources"])
def test_what_a_spreadsheet_takes_for_a_formula_never_reaches_a_download(told, table, cell):
    rows = rows_of(_tables(), table)
    for n, row in enumerate(rows[1:4], start=1):
        row[n] = cell
    messages, _ = told(table, as_csv(rows).encode())
    assert sum("takes for a formula" in message for message in messages) >= 1
    assert all(message for message in messages)


def test_no_table_is_loaded_with_a_formula_in_it(folder):
    path = folder / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Hailar,", "=1+1,", 1), "utf-8")
    with pytest.raises(DataError, match="takes for a formula; begin it with a letter"):
        tables.load(folder)
