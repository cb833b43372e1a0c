"""The story of a lesson, chosen among several; and which of them the class has played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Back
from game.screens.lesson.intents import (
    AnotherStory,
    ChooseStory,
    FromLastWeek,
    Onward,
    PathFound,
    PlanStory,
    StartLesson,
)
from game.screens.lesson.place import place_of
from game.screens.lesson.plan import Plan
from game.screens.lesson.state import ClassPath, Part
from game.story.digest import digest
from game.story.seeking import Sought
from tests.screens.lesson.classroom import lesson_of
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, cards

if TYPE_CHECKING:
    from game.story.model import Story


def other(name: str, forms: tuple[str, ...], contexts: tuple[str, ...], ages: tuple[int, int]) -> Story:
    made = sample()
    about = replace(
        made.about,
        id=name,
        title=name.title(),
        forms=forms,
        contexts=contexts,
        youngest=ages[0],
        oldest=ages[1],
    )
    return replace(made, about=about)


SHELF = (
    sample(),
    other("vänner", ("control", "threat"), ("friend",), (10, 12)),
    other("resan", ("control",), ("honour",), (16, 19)),
)


def planning() -> Player:
    return at_title(*SHELF).do(StartLesson(), Onward())


def choosing() -> Player:
    player = planning()
    (chosen,) = [item for item in player.page.items() if isinstance(item.intent, ChooseStory)]
    return player.do(chosen.intent)


def titles(player: Player) -> list[str]:
    return [card.title for card in cards(player.page)]


def test_the_plan_says_which_story_it_is_and_for_whom_and_leads_to_all_of_them() -> None:
    (chosen,) = [item for item in planning().page.items() if isinstance(item.intent, ChooseStory)]
    assert chosen.label.startswith("Provet · 13–15 år · ")
    assert set(titles(choosing())) == {"Provet", "Vänner", "Resan"}


def test_the_one_that_is_chosen_is_in_the_plan() -> None:
    player = choosing().do(PlanStory("resan"))
    assert player.page.title == "Planera lektionen"
    assert lesson_of(player).plan.story == "resan"


def test_a_teacher_seeks_by_age_by_form_by_whom_it_is_about() -> None:
    player = choosing()
    seen = {}
    for item in player.page.items():
        if isinstance(item.intent, ChooseStory):
            seen[item.label] = titles(choosing().do(item.intent))
    assert seen["Ålder: alla"] == ["Vänner"]
    assert seen["Om: alla"] == ["Vänner"]
    assert sorted(seen["Handlar om: allt"]) == ["Provet", "Vänner"]


def test_each_story_says_which_forms_it_is_about() -> None:
    found = {card.title: card.small for card in cards(choosing().page)}
    assert found["Vänner"] == "Kontroll, Hot"


def test_focus_stays_on_what_was_turned() -> None:
    player = choosing()
    (age,) = [item for item in player.page.items() if item.label == "Ålder: alla"]
    player.do(age.intent)
    focused = next(item for item in player.page.items() if item.intent == player.app.focus)
    assert focused.label == "10–12 år"


def test_back_and_on_lead_to_the_plan_as_it_was() -> None:
    for intent in (Back(), Onward()):
        player = choosing().do(intent)
        assert player.page.title == "Planera lektionen"
        assert lesson_of(player).plan.story == "prov"


def test_once_the_class_has_come_no_other_story_is_chosen() -> None:
    player = planning().do(Onward())
    there = player.page
    assert player.do(ChooseStory(Sought()), AnotherStory()).page == there


def again(played: tuple[str, ...] = ()) -> Player:
    """A class that goes on from last week."""
    machine = digest(sample())
    plan = Plan(story="prov", played=played)
    path = ClassPath("prov", machine, Part.STORY, plan=plan)
    player = planning().do(FromLastWeek(), PathFound(path))
    return player.do(player.shelf.open_story("prov"))


def test_a_class_that_comes_back_can_begin_with_another_story_and_its_own_is_marked() -> None:
    player = again(("vänner",))
    (another,) = [item for item in player.page.items() if item.intent == AnotherStory()]
    player.do(another.intent)
    played = [card.title for card in cards(player.page) if "Klassen har spelat den." in card.small]
    assert sorted(played) == ["Provet", "Vänner"]
    player.do(PlanStory("resan"))
    assert place_of(player.app, lesson_of(player)).plan.played == ("vänner", "prov")
