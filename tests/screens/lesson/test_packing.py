"""The teacher's guide, asked for while the lesson is planned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.commands import MakePack
from game.screens.lesson.intents import PackFor, PackMade, PrintPack
from game.screens.lesson.state import Part
from tests.screens.lesson.classroom import lesson_of
from tests.screens.lesson.lessons import at, begun

if TYPE_CHECKING:
    from game.screens.page import Item
    from tests.screens.support import Player


def _planning(language: str = "sv") -> Player:
    player = at(Part.PLAN)
    player.app = replace(player.app, settings=replace(player.app.settings, language=language))
    return player


def test_it_is_offered_with_the_plan_and_made_for_the_story_of_the_plan() -> None:
    player = _planning()
    player.do(player.item("Handledning att skriva ut").intent)
    assert MakePack(lesson_of(player).plan.story, "sv", "default") in player.done
    assert "några sekunder" in player.page.notice


@pytest.mark.parametrize(("language", "made"), [("en", "en"), ("ar", "sv"), ("sv@lattlast", "sv")])
def test_it_is_written_in_english_for_who_plays_in_english_and_in_swedish_for_all_others(
    language: str, made: str
) -> None:
    player = _planning(language).do(PrintPack())
    assert MakePack(lesson_of(player).plan.story, made, "default") in player.done


def test_what_became_of_it_is_said_where_it_was_asked_for() -> None:
    player = _planning().do(PrintPack(), PackMade("svara-direkt.pdf är klar."))
    assert player.page.notice == "svara-direkt.pdf är klar."


def test_once_the_class_has_come_it_is_not_shown_where_a_file_lies() -> None:
    player = at(Part.STORY).do(PackMade("svara-direkt.pdf är klar."))
    assert player.page.notice == at(Part.STORY).page.notice
    assert not lesson_of(player).notice


def test_it_is_made_only_where_there_is_a_plan() -> None:
    assert not any(isinstance(each, MakePack) for each in begun().do(PrintPack()).done)


def test_whose_numbers_it_has_is_chosen_once_and_holds_for_every_guide() -> None:
    player = _planning()
    seen = []
    while (label := _chosen(player)) not in seen:
        seen.append(label)
        player.do(_chip(player).intent)
        assert player.app.focus == _chip(player).intent
    assert seen[0] == "Kommun: ingen vald"
    assert len(seen) == len(player.app.library.municipalities) > 2
    assert {each.removeprefix("Kommun: ") for each in seen[1:]} == {
        name for name in player.app.library.municipalities.values() if name
    }
    player.do(PackFor("sigtuna"), PrintPack())
    assert MakePack(lesson_of(player).plan.story, "sv", "sigtuna") in player.done


def test_a_municipality_that_is_not_there_is_not_chosen() -> None:
    assert _planning().do(PackFor("nowhere")).app.settings.municipality == "default"


def test_one_that_the_school_set_and_that_is_gone_is_none_and_another_can_be_chosen() -> None:
    player = _planning()
    player.app = replace(player.app, settings=replace(player.app.settings, municipality="nowhere"))
    assert _chosen(player) == "Kommun: ingen vald"
    player.do(_chip(player).intent)
    assert player.app.settings.municipality in player.app.library.municipalities


def _chip(player: Player) -> Item:
    return next(each for each in player.page.items() if isinstance(each.intent, PackFor))


def _chosen(player: Player) -> str:
    return _chip(player).label
