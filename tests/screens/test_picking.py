"""Choosing among several stories: by age, by time, by whom they are about, and like one that was played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Close, Go, PickStory, Seek, Where
from game.screens.keys import Key
from game.screens.page import Screen
from game.story.coverage import AGES
from game.story.seeking import GROWN, Sought
from tests.screens.support import at_title, cards, texts_in
from tests.story.builders import ending, scene, story

if TYPE_CHECKING:
    from game.screens.page import Item
    from game.story.model import Story
    from tests.screens.support import Player


def one(name: str, ages: tuple[int, int], contexts: tuple[str, ...], minutes: int = 15) -> Story:
    made = story(scene("a", ending()), name=name)
    about = replace(
        made.about,
        title=name.title(),
        youngest=ages[0],
        oldest=ages[1],
        contexts=contexts,
        minutes=minutes,
    )
    return replace(made, about=about)


SHELF = (
    one("resan", (16, 19), ("honour",), 25),
    one("svara", (13, 15), ("partner",)),
    one("vänner", (10, 12), ("friend",)),
    one("fråga", (20, 120), ("adult_in_charge",), 10),
)


def picking(*stories: Story) -> Player:
    player = at_title(*(stories or SHELF))
    return player.do(Go(Where.STORIES))


def titles(player: Player) -> list[str]:
    return [card.title for card in cards(player.page)]


def chips(player: Player) -> dict[str, Item]:
    return {item.label: item for item in player.page.items() if isinstance(item.intent, Seek)}


def test_the_stories_of_pupils_stand_there_the_youngest_readers_first() -> None:
    assert titles(picking()) == ["Vänner", "Svara", "Resan"]


def test_who_turns_the_age_finds_those_stories_and_last_those_for_the_grown() -> None:
    player, seen = picking(), []
    for label in ("Ålder: alla", "10–12 år", "13–15 år", "16–19 år", "För vuxna i skolan"):
        seen.append(titles(player))
        player.do(chips(player)[label].intent)
    assert seen == [["Vänner", "Svara", "Resan"], ["Vänner"], ["Svara"], ["Resan"], ["Fråga"]]
    assert titles(player) == seen[0]


def test_focus_stays_on_what_was_turned() -> None:
    player = picking()
    player.do(chips(player)["Ålder: alla"].intent)
    assert player.app.focus == chips(player)["10–12 år"].intent


@pytest.mark.parametrize(("label", "found"), [("Tid: alla", ["Vänner", "Svara"]), ("Om: alla", ["Vänner"])])
def test_time_and_whom_it_is_about_can_be_sought_too(label: str, found: list[str]) -> None:
    player = picking()
    assert titles(player.do(chips(player)[label].intent)) == found


def test_pupils_never_seek_by_a_kind_of_violence() -> None:
    player = picking()
    assert not any(
        item.intent.sought.form for item in chips(player).values() if isinstance(item.intent, Seek)
    )


def test_a_single_story_has_nothing_to_seek_by() -> None:
    assert chips(picking(SHELF[0])) == {}


def test_a_number_picks_the_story_that_stands_there() -> None:
    player = picking().do(Seek(Sought(age=AGES[2]))).press(Key.D1)
    assert player.page.screen is Screen.BEFORE
    assert player.page.title == "Resan"


def test_those_like_one_are_told_so_and_lead_back_to_all() -> None:
    player = picking().do(Seek(Sought(like="svara")))
    assert player.page.title == "Mer som liknar Svara"
    assert "Svara" not in titles(player)
    assert titles(player.do(chips(player)["Visa alla"].intent)) == ["Vänner", "Svara", "Resan"]


def test_a_search_replaces_the_one_before_so_that_back_is_the_way_one_came() -> None:
    player = picking().do(Seek(Sought(age=AGES[0])), Seek(Sought(age=GROWN)), Close())
    assert player.page.screen is Screen.TITLE


def test_a_story_that_is_not_in_the_player_s_language_says_so() -> None:
    player = picking()
    assert not any("på svenska" in card.tag for card in cards(player.page))
    assert PickStory("vänner") in [item.intent for item in player.page.items()]
    assert "Mer som liknar" not in texts_in(player.page)
