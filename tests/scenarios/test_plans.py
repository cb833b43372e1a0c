"""Every shipped plan is played, straight through and with a resume after every choice; together they show every line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.format.load import list_stories, load_story, load_vocabulary
from game.format.plans import list_plans, load_plan
from game.resources import SCENARIOS
from game.story.engine import Machine
from game.story.model import Ending
from game.story.plan import coverage
from game.story.plan_run import run_plan, run_resumed

if TYPE_CHECKING:
    from game.story.plan import Plan

STORIES = list_stories(SCENARIOS)
PLANS = [f"{name}/{path.name}" for name in STORIES for path in list_plans(SCENARIOS / name)]


@cache
def machine(name: str) -> Machine:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    loaded = load_story(SCENARIOS / name, vocabulary).value
    assert loaded is not None
    return Machine(loaded)


@cache
def plan(name: str) -> Plan:
    loaded = load_plan(SCENARIOS / name)
    assert loaded.value is not None, loaded.problems
    return loaded.value


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_comes_to_its_ending_and_sees_what_it_says(name: str) -> None:
    assert run_plan(machine(name.partition("/")[0]), plan(name)).problems == ()


@pytest.mark.parametrize("name", PLANS)
def test_it_sees_the_same_with_a_resume_after_every_choice(name: str) -> None:
    played = machine(name.partition("/")[0])

    assert run_resumed(played, plan(name)) == run_plan(played, plan(name))


@pytest.mark.parametrize("story", STORIES)
def test_the_plans_of_a_story_show_every_line_and_every_ending_of_it(story: str) -> None:
    played = machine(story)
    outcomes = [run_plan(played, plan(name)) for name in PLANS if name.startswith(f"{story}/")]
    endings = {name for name, scene in played.story.scenes.items() if isinstance(scene.exit, Ending)}

    assert coverage(played.story, outcomes) == ()
    assert {ending for outcome in outcomes for ending in outcome.endings} == endings


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_begins_by_saying_in_words_which_way_it_goes(name: str) -> None:
    first = (SCENARIOS / name).read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# ")
    assert len(first.split()) > 5
