"""What goes into a pack, before it is set."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE
from game.screens.lesson.order import part_name, schedule
from game.screens.lesson.plan import Plan
from game.story.library import help_for
from game.story.model import Choices, Ending, LineKind, Tell
from game.tools.pack.document import pack, wall
from tests.format.stories import BASE
from tests.tools.pack.made import STORY, material, pages, shelf, shelf_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DIALLED = re.compile(r"\b(?:0[0-9]{1,3}-[0-9 ]{5,}[0-9]|1[0-9]{2} ?[0-9]{2,3})\b")


def texts(data: object) -> Iterator[str]:
    """Every text in a document, but pictures."""
    if isinstance(data, str) and not data.startswith("<svg"):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from texts(each)


@pytest.mark.parametrize("minutes", [40, 60])
def test_the_lesson_has_the_parts_and_the_minutes_of_the_game(minutes: int) -> None:
    column = (40, 60).index(minutes)
    rows = [(row["name"], row["times"][column]) for row in pages()["minutes"]["rows"]]
    words = shelf().words("sv")

    plan = Plan(STORY, minutes)
    assert rows == [(part_name(each.part, words), f"{each.start}–{each.end}") for each in schedule(plan)]
    assert rows[-1][1].endswith(f"–{minutes}")
    assert all(row["script"] for row in pages()["minutes"]["rows"])


def test_a_story_without_questions_for_its_ages_has_a_lesson_without_them(tmp_path: Path) -> None:
    shelf_ = shelf_with(BASE, tmp_path)
    found = material(story="egen", among=shelf_)
    rows = json.loads(pack(found).data)["minutes"]["rows"]

    names = [part_name(each.part, found.words) for each in schedule(Plan("egen", 40))]
    assert [row["name"] for row in rows] == names


def test_every_question_of_the_story_has_what_to_listen_for() -> None:
    story = material().story
    asked = [scene.exit for scene in story.scenes.values() if isinstance(scene.exit, Choices | Tell)]
    found = [(each["question"], each["listen"]) for each in pages()["talking"]["questions"]]

    assert found == [(each.talk, each.listen) for each in asked if each.talk]
    assert all(listen for _, listen in found)


def test_a_question_whose_author_said_nothing_has_general_advice(tmp_path: Path) -> None:
    text = BASE.replace("    ask: ", "    talk: Vad tycker ni?\n    ask: ", 1)
    questions = json.loads(pack(material(story="egen", among=shelf_with(text, tmp_path))).data)["talking"][
        "questions"
    ]

    assert [each["question"] for each in questions] == ["Vad tycker ni?"]
    assert "Fråga" in questions[0]["listen"]


def test_the_numbers_on_the_map_are_those_of_the_questions() -> None:
    chapters = pages()["map"]["chapters"]
    numbers = [each["talk"] for chapter in chapters for each in chapter["decisions"] if each["talk"]]

    assert sorted(numbers) == [each["number"] for each in pages()["talking"]["questions"]]
    drawn = re.findall(r">([0-9A-Z])</text>", pages()["map"]["svg"])
    endings = [each[0] for chapter in chapters for each in chapter["endings"]]
    assert sorted(drawn) == sorted([*map(str, numbers), *endings])
    assert len(endings) == sum(isinstance(each.exit, Ending) for each in material().story.scenes.values())


def test_every_sign_of_the_story_is_there_once_with_its_why() -> None:
    story, signs = material().story, shelf().library().signs
    there = {line.sign.sign for scene in story.scenes.values() for line in scene.lines if line.sign}
    shown = [each for form in pages()["signs"]["forms"] for each in form["signs"]]

    assert sorted(each["label"] for each in shown) == sorted(
        signs.signs[id_].label for id_ in there if signs.form_of(id_)
    )
    assert all(each["said"] and each["why"] for each in shown)
    assert pages()["signs"]["healthy"]
    assert pages()["signs"]["grey"]


def test_a_silence_is_told_without_anybody_saying_it() -> None:
    story = material().story
    lines = [line for scene in story.scenes.values() for line in scene.lines]
    silences = [line.text for line in lines if line.kind is LineKind.SILENCE and line.sign]
    shown = [each["said"] for page in ("healthy", "grey") for each in pages()["signs"][page]]

    assert silences
    assert set(silences) <= set(shown)


def test_no_number_stands_in_a_pack_but_those_that_a_pupil_may_be_shown() -> None:
    about, library = material().story.about, shelf().library()
    known = {entry.contact for entry in help_for(library.help, about.youngest)}
    hidden = {entry.contact for entry in library.help} - known
    told = [*texts(pages()), *texts(json.loads(wall(material()).data))]

    found = {number for text in told for number in DIALLED.findall(text)}
    assert found
    assert found <= known
    assert not [text for text in told for contact in hidden if contact and contact in text]
    assert {"112", "114 14"} <= {each["contact"] for each in pages()["telling"]["calls"]}


def test_what_nobody_has_confirmed_is_a_line_to_fill_in() -> None:
    calls = json.loads(pack(material(place="jarfalla")).data)["telling"]
    blank = [each["name"] for each in calls["calls"] if not each["contact"]]

    assert calls["calls_heading"].endswith("Järfälla")
    assert blank[:2] == ["Kuratorn", "Rektorn"]
    assert len(blank) == 6


def test_honour_stands_apart_and_says_not_to_call_home() -> None:
    told = pages()["telling"]

    assert "socialtjänsten först" in told["honour"][0]
    assert any("hemligt" in step["title"] for step in told["steps"])
    assert "112" in told["danger"]


def test_a_letter_is_whole_in_its_language_or_not_there() -> None:
    languages = {each.name: open_catalog(LOCALE, each.code) for each in shelf().library().languages}
    swedish = next(each for each in pages()["letters"]["letters"] if each["language"] == "Svenska")

    for letter in pages()["letters"]["letters"]:
        words = languages[letter["language"]]
        assert letter["paragraphs"] == [words.ui(each) for each in swedish["paragraphs"]]
        assert all(words.has("ui", "", each) for each in swedish["paragraphs"])


def test_letters_run_as_their_language_does_and_say_which_one_it_is() -> None:
    known = {each.name: each for each in shelf().library().languages}

    for letter in pages()["letters"]["letters"]:
        language = known[letter["language"]]
        assert letter["lang"] == language.code.partition("@")[0]
        assert letter["rtl"] is language.rtl
        assert bool(letter["draft"]) is language.draft


def test_a_slip_asks_for_no_name_and_nothing_about_oneself() -> None:
    slips = pages()["slips"]

    assert "namn" in slips["slip_note"]
    assert all(len(each["boxes"]) > 1 for each in slips["ticked"])
    assert {each["mark"] for each in slips["cards"]} >= {"A", "B", "C", "D"}


def test_the_picture_for_the_wall_shows_who_may_be_shown_to_the_youngest() -> None:
    shown = json.loads(wall(material()).data)["poster"]
    library, about = shelf().library(), material().story.about

    expected = [entry for entry in help_for(library.help, about.youngest) if entry.id != "school"]
    assert [each["name"] for each in shown["others"]] == [each.name for each in expected]
    assert len(shown["faces"]) == 4
    assert len(shown["blanks"]) == 3


def test_a_draft_says_that_it_is_one_and_an_approved_story_does_not(tmp_path: Path) -> None:
    drafted = json.loads(pack(material(story="egen", among=shelf_with(BASE, tmp_path))).data)["front"]

    assert pages()["front"]["draft"]
    assert bool(drafted["draft"]) is ("review: draft" in BASE or "review:" not in BASE)
