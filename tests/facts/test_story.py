"""The story can be shown chapter by chapter, and each of its rules is told when it is broken."""

import re
from itertools import pairwise
from typing import get_args

import pytest
from spoiling import change, messages, rows_of, write

from campaign import days, files
from campaign.facts import tables
from campaign.facts.records import Chapter
from campaign.theatre import VIEWS, ViewName

TABLES = tables.load()
REAL = files.data_folder() / "tables"
LONG = " ".join(["word"] * 91)

each_chapter = pytest.mark.parametrize("chapter", TABLES.story, ids=lambda chapter: chapter.id)

BROKEN = [
    ("unknown source", {"sources": "tretyak;tass"}, "'tass' is not in sources.csv", "add a row"),
    ("no source", {"sources": ""}, "sources is empty", "fill it in"),
    ("unknown view", {"view": "moon"}, "view has 'moon'", "'theatre'"),
    ("no view", {"view": ""}, "view is empty", "fill it in"),
    ("after the campaign", {"date": "1945-09-06"}, "outside 1945-08-09 to 1945-09-05", "correct"),
    ("before the campaign", {"date": "1945-08-08"}, "outside 1945-08-09", "correct"),
    ("a date in words", {"date": "15 Aug"}, "no date", "year-month-day"),
    ("silent", {"text": ""}, "text is empty", "fill it in"),
    ("untitled", {"title": " "}, "title is empty", "fill it in"),
    ("nameless", {"id": ""}, "id is empty", "fill it in"),
    ("too long", {"text": LONG}, "text has 91 words", "shorten it to 90"),
]


@pytest.mark.parametrize(
    ("cells", "fault", "remedy"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_broken_rule_is_one_sentence(folder, cells, fault, remedy):
    # the last chapter takes any late day, the first any early one
    name = "neutrality-pact" if cells.get("date") == "1945-08-08" else "habomai"
    line = change(folder, "story", name, **cells)
    (message,) = messages(folder)
    assert message.startswith(f"story.csv line {line}")
    assert fault in message
    assert remedy in message
    assert message.endswith(".")


def test_a_chapter_that_goes_back_is_told(folder):
    line = change(folder, "story", "korea", date="1945-08-21")
    (message,) = messages(folder)
    assert message == (
        f"story.csv line {line} (korea): date is 1945-08-21, before the 1945-08-22 of an earlier "
        "chapter; put the chapters in the order of their dates."
    )


def test_a_chapter_told_twice_is_told(folder):
    rows = rows_of(folder, "story")
    write(folder, "story", [*rows, rows[-1]])
    (message,) = messages(folder)
    assert f"stands already on line {len(rows)}" in message


def test_ninety_words_are_not_too_many(folder):
    change(folder, "story", "habomai", text=LONG.removesuffix(" word"))
    assert messages(folder) == []


def test_the_views_are_those_of_the_page():
    assert get_args(ViewName) == tuple(VIEWS)


@each_chapter
def test_a_chapter_is_short_and_whole(chapter: Chapter):
    assert 40 <= len(chapter.text.split()) <= 75
    assert len(chapter.title) <= 40
    assert chapter.text.endswith(".")
    assert not re.search(r"\s{2}|\bpp?\. ?\d", chapter.text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", chapter.id)


def test_the_story_is_read_in_five_minutes():
    assert 12 <= len(TABLES.story) <= 15
    # at the 200 words a minute of a slow reader
    assert 700 <= sum(len(chapter.text.split()) for chapter in TABLES.story) <= 1000


def test_the_story_runs_from_the_first_day_to_the_last():
    assert TABLES.story[0].date == days.FIRST
    assert TABLES.story[-1].date == days.LAST
    assert all(a.date <= b.date for a, b in pairwise(TABLES.story))


def test_the_landing_on_hokkaido_is_never_told_as_done():
    told = " ".join(chapter.text for chapter in TABLES.story)
    assert "No Soviet soldier landed there" in told
    assert not re.search(r"\b(landed|landing took|went ashore) (at Rumoi|on Hokkaido)", told)


def test_both_names_stand_beside_an_island_that_has_two():
    told = " ".join(chapter.text for chapter in TABLES.story)
    for then, now in (("Etorofu", "Iturup"), ("Kunashiri", "Kunashir"), ("Shimushu", "Shumshu")):
        assert told.index(f"{then} ({now})") == told.index(then)


INTRODUCED = {
    "Antonov": r"General Antonov of the General Staff",
    "Derevyanko": r"General Derevyanko",
    "Harriman": r"Harriman, the American ambassador",
    "Molotov": r"Molotov, the foreign commissar",
    "Pu Yi": r"Pu Yi, emperor of Manchukuo",
    "Sato": r"Sato, the Japanese ambassador",
    "Vasilevsky": r"Marshal Vasilevsky, commander in the Far East",
    "Yamada": r"General Yamada, commander of the Kwantung Army",
}


@pytest.mark.parametrize("name", INTRODUCED)
def test_who_someone_is_stands_at_the_first_mention(name):
    told = " ".join(chapter.text for chapter in TABLES.story)
    assert (found := re.search(INTRODUCED[name], told))
    assert found.start() <= told.index(name) < found.end()


LOADED = re.compile(
    r"\b(slip(s|ped)? away|fanatic\w*|treacher\w*|betray\w*|aggress\w*|hordes?|puppet"
    r"|grant(ed|s)?|lift a finger|liberat\w*|freed|invaders?|invad\w+|seiz\w+|heroic\w*)\b"
)
SAID_BY = re.compile(r"works (speak|count)")


def test_no_text_takes_a_side_by_a_word(subtests):
    """A loaded word stands only where the text says whose word it is."""
    texts = {chapter.id: f"{chapter.title} {chapter.text}" for chapter in TABLES.story}
    texts |= {event.id: f"{event.title} {event.summary}" for event in TABLES.events}
    texts |= {place.id: place.note for place in TABLES.places}
    texts |= {bound.id: bound.note for bound in TABLES.bounds}
    texts |= {axis.id: axis.description for axis in TABLES.axes}
    texts |= {f"plan {n}": step.summary for n, step in enumerate(TABLES.hokkaido_plan)}
    for name, text in texts.items():
        with subtests.test(name):
            assert not LOADED.search(text) or SAID_BY.search(text)


def test_a_part_of_a_message_is_not_quoted_for_the_whole(subtests):
    """Truman's message on the Kurils had two halves, and each is told with the other."""
    texts = [chapter.text for chapter in TABLES.story]
    texts += [event.summary for event in TABLES.events]
    told = [text for text in texts if "Japanese territory" in text]
    assert len(told) == 3
    for text in told:
        with subtests.test(text[:40]):
            assert "Roosevelt had agreed to support the" in text or "support their transfer" in text


def test_one_instant_is_told_by_one_row_of_clocks():
    (opening,) = [e for e in TABLES.events if e.id == "1945-08-09-offensive-begins"]
    clocks = ("00:00 Transbaikal", "01:00 Primorye", "18:00 Moscow (8 Aug)", "00:00 Japan")
    assert opening.time_local == " = ".join(clocks)
