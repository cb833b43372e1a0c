"""A story that was worked out is the story that is played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from game.checks import unfolds
from game.story.engine import Machine
from game.story.explore import explore
from game.story.glossary import Explained, forms
from game.story.resume import Codes, Resumed, decode
from game.story.texts import WORDS
from game.tools.web import stories as under_test
from game.tools.web.shelf import file_code
from game.tools.web.stories import Told, told
from tests.story.builders import choices, ending, line, scene, stories, story
from tests.tools.web.graphs import STORY, Page, bookshelf, expected, rig, side_by_side, worked_out

if TYPE_CHECKING:
    from game.story.model import Story


@pytest.fixture(scope="module")
def machine() -> Machine:
    opened = bookshelf().open_story(STORY)
    found = getattr(opened, "machine", None)
    assert isinstance(found, Machine)
    return found


@pytest.fixture(scope="module")
def made(machine: Machine) -> Told:
    library = bookshelf().library()
    words = {file_code(each.code): bookshelf().words(each.code) for each in library.languages}
    found = told(machine, library.signs, rig(), words)
    assert isinstance(found, Told)
    return found


def test_every_state_of_the_shipped_story_is_read_and_left_as_the_engine_says(
    machine: Machine, made: Told
) -> None:
    page = Page(made)
    seen = set()
    for node, segment in side_by_side(machine, page):
        seen.add(node)
        assert (page.read(node), page.passed(node), page.asked(node)) == expected(machine.story, segment)

    assert len(seen) > 300
    assert seen == set(range(len(made.story["nodes"])))


def test_every_code_leads_back_to_the_state_of_its_node(machine: Machine, made: Told) -> None:
    states = {node: segment.entry for node, segment in side_by_side(machine, Page(made))}

    codes = Codes(machine.story)
    assert made.resuming["codes"] == [codes.encode(states[node]) for node in sorted(states)]
    for node in range(0, len(states), 12):
        assert decode([machine.story], made.resuming["codes"][node]) == Resumed(STORY, states[node])


def test_who_begins_with_a_code_knows_the_adults_of_that_state(machine: Machine, made: Told) -> None:
    cast = [*machine.story.cast]
    knows = {
        node: {cast[who] for who in made.resuming["met"].get(node, [])}
        for node in range(len(made.story["nodes"]))
    }

    assert any(knows.values())
    assert knows == {node: segment.entry.met for node, segment in side_by_side(machine, Page(made))}


@given(stories())
def test_any_sound_story_is_worked_out_to_what_the_engine_plays(random_story: Story) -> None:
    machine = Machine(random_story)
    found = explore(machine)
    if found.circles or found.wayless:
        return
    page = Page(worked_out(random_story))

    nodes = [node for node, _ in side_by_side(machine, page)]
    assert sorted(nodes) == list(range(len(found.states)))
    for node, segment in side_by_side(machine, page):
        assert (page.read(node), page.passed(node), page.asked(node)) == expected(random_story, segment)


def test_every_text_is_there_in_every_language_as_the_game_shows_it(machine: Machine, made: Told) -> None:
    source = made.texts["sv"]["t"]
    assert len(source) > 600
    assert made.texts.keys() == {"sv", "sv-lattlast", "en", "ar", "so", "fi"}
    lines = made.story["lines"]
    for language in bookshelf().library().languages:
        texts, words = made.texts[file_code(language.code)], bookshelf().words(language.code)
        assert len(texts["t"]) == len(source)
        assert all(texts["t"])
        for run in made.story["runs"]:
            for scene_number, *numbers in run:
                of = made.story["scenes"][scene_number]["id"]
                for number in numbers:
                    text = lines[number]["t"]
                    assert texts["t"][text] == words.of(STORY, of, source[text])
                    assert (text in texts["sv"]) == (not words.has(STORY, of, source[text]))


def test_the_marked_words_are_forms_of_those_that_the_story_explains(machine: Machine, made: Told) -> None:
    told_words = [each.word for each in machine.story.words]
    marked = set()
    for language in bookshelf().library().languages:
        texts, words = made.texts[file_code(language.code)], bookshelf().words(language.code)
        for number, marks in texts["marks"].items():
            for start, end, word in zip(marks[::3], marks[1::3], marks[2::3], strict=True):
                found = _as_javascript(texts["t"][number], start, end).lower()
                if language.code != "ar":
                    assert found in {each.lower() for each in forms(words.of(STORY, WORDS, told_words[word]))}
                assert found
                marked.add((language.code, word))

    assert {code for code, _ in marked} == {each.code for each in bookshelf().library().languages}


def _as_javascript(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_places_of_marked_words_are_counted_as_javascript_counts() -> None:
    explained = story(scene("a", ending(), line("😀 En kurator hör av sig.")))
    page = worked_out(replace(explained, words=(Explained("kurator", "Någon på skolan."),)))
    (number,) = (n for n, text in enumerate(page.texts["sv"]["t"]) if text.startswith("😀"))

    assert page.texts["sv"]["marks"][number] == [6, 13, 0]


def test_a_story_with_more_states_than_a_page_holds_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(under_test, "MOST", 3)
    long = story(
        *(scene(f"s{n}", choices(("Vidare.", f"s{n + 1}"))) for n in range(4)), scene("s4", ending())
    )

    refused = told(Machine(long), bookshelf().library().signs, rig(), {})

    assert not isinstance(refused, Told)
    assert refused.code == "L357"
    assert dict(refused.values)["most"] == str(unfolds.MOST)
