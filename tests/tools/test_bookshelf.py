"""What there is to play, fetched once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from game.messages.pseudo import LONGER, MIRRORED
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import Refused, StoryOpened
from game.tools.bookshelf import Bookshelf

if TYPE_CHECKING:
    from pathlib import Path

STORY = "svara-direkt"


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """A copy of what is shipped, to break."""
    root = tmp_path / "scenarios"
    shutil.copytree(SCENARIOS, root, ignore=shutil.ignore_patterns("*.svg"))
    return root


def test_a_story_is_read_when_it_is_opened_and_never_again(scenarios: Path) -> None:
    shelf = Bookshelf(scenarios, LOCALE)
    first = shelf.open_story(STORY)
    (scenarios / STORY / "story.yaml").unlink()
    again = shelf.open_story(STORY)

    assert isinstance(first, StoryOpened)
    assert isinstance(again, StoryOpened)
    assert again.machine is first.machine


def test_a_story_that_was_unsound_is_not_proved_again(scenarios: Path) -> None:
    story = scenarios / STORY / "story.yaml"
    sound = story.read_text(encoding="utf-8")
    alone = "  ensam_alltid:\n    place: schoolyard\n    go: ensam_alltid\n"
    story.write_text(sound.replace("\nscenes:\n", f"\nscenes:\n{alone}", 1), encoding="utf-8")
    shelf = Bookshelf(scenarios, LOCALE)

    assert shelf.library().abouts, "it can be read"
    assert shelf.open_story(STORY) == Refused(None)
    story.write_text(sound, encoding="utf-8")
    assert shelf.open_story(STORY) == Refused(None)
    assert isinstance(Bookshelf(scenarios, LOCALE).open_story(STORY), StoryOpened)


def test_the_library_is_read_once(scenarios: Path) -> None:
    shelf = Bookshelf(scenarios, LOCALE)
    library = shelf.library()
    shutil.rmtree(scenarios)

    assert STORY in [about.id for about in library.abouts]
    assert shelf.library() is library


def test_pupils_never_see_the_languages_that_screens_are_tried_in() -> None:
    shelf = Bookshelf(SCENARIOS, LOCALE)
    for library in (shelf.cover(), shelf.library()):
        assert {LONGER, MIRRORED}.isdisjoint(each.code for each in library.languages)


def test_the_languages_that_screens_are_tried_in_come_last_where_they_are_asked_for() -> None:
    plain, tried = Bookshelf(SCENARIOS, LOCALE), Bookshelf(SCENARIOS, LOCALE, pseudo=True)
    for before, library in ((plain.cover(), tried.cover()), (plain.library(), tried.library())):
        assert library.languages[: len(before.languages)] == before.languages
        assert [each.code for each in library.languages[len(before.languages) :]] == [LONGER, MIRRORED]
        assert library.runs_leftward(MIRRORED)
        assert not library.runs_leftward(LONGER)


def test_their_texts_are_there_on_any_shelf() -> None:
    shelf = Bookshelf(SCENARIOS, LOCALE)
    assert shelf.words(LONGER).ui("Hej") == "[Ħħééj]"
    assert shelf.words(MIRRORED).of(STORY, "natt", "Hej") == "\u202eHej\u202c"
