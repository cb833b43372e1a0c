from __future__ import annotations

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from game.story.engine import Machine, NotOpen, StoryError
from game.story.model import Hearing, Story
from game.story.playthrough import (
    Playthrough,
    Telling,
    back,
    decide,
    forward,
    heard_so_far,
    met_so_far,
    now,
    rewind,
    scenes_so_far,
    skip,
    told_so_far,
    ways,
)
from tests.story.builders import choices, ending, goto, line, scene, stories, story, tell

SMALL = story(
    scene("rast", goto("prov"), "Ett", line("Hej", "hawa")),
    scene("prov", choices(("Gå", "samtal"), ("Stanna", "rast")), "Tre", meets=("daniel",)),
    scene(
        "samtal",
        tell(("samira", "slut"), Hearing("daniel", "samtal", listens=False)),
        line("Hej du", "samira"),
    ),
    scene("slut", ending(), "Sist"),
)


def test_going_forward_stops_at_the_exit() -> None:
    machine, play = Machine(SMALL), Playthrough()
    for _ in range(10):
        play = forward(machine, play)
    assert now(machine, play).at_exit
    assert play.steps == 3


def test_the_first_line_has_nothing_before_it() -> None:
    machine = Machine(SMALL)
    assert back(machine, Playthrough()) == Playthrough()


def test_back_from_the_first_line_after_a_choice_is_the_choice() -> None:
    machine = Machine(SMALL)
    play = back(machine, Playthrough((0,)))
    assert play == Playthrough((), 3)
    assert now(machine, play).at_exit


def test_skipping_leads_to_the_next_scene_and_then_to_the_exit() -> None:
    machine = Machine(SMALL)
    once = skip(machine, Playthrough())
    assert now(machine, once).scene == "prov"
    twice = skip(machine, once)
    assert now(machine, twice).at_exit
    assert skip(machine, twice) == twice


def test_the_backlog_holds_every_line_up_to_the_one_shown() -> None:
    machine = Machine(SMALL)
    assert [beat.line.text for beat in heard_so_far(machine, Playthrough((1,), 1))] == [
        "Ett",
        "Hej",
        "Tre",
        "Ett",
        "Hej",
    ]
    assert scenes_so_far(machine, Playthrough((1,), 1)) == ("rast", "prov", "rast")


def test_own_decisions_are_listed_and_each_is_a_way_back() -> None:
    machine = Machine(SMALL)
    play = Playthrough((1, 0, 3))
    listed = ways(machine, play)
    assert [(way.scene, way.taken.number) for way in listed] == [("prov", 1), ("prov", 0), ("samtal", 3)]
    assert len(listed[0].options) == 2
    assert rewind(machine, play, 1) == Playthrough((1,), 3)


def test_adults_are_met_when_they_are_shown_and_told_when_told() -> None:
    machine = Machine(SMALL)
    assert met_so_far(machine, Playthrough()) == ()
    assert met_so_far(machine, Playthrough((), 2)) == ("daniel",)
    assert met_so_far(machine, Playthrough((0, 3))) == ("daniel", "samira")
    assert told_so_far(machine, Playthrough((0, 3, 0))) == (
        Telling("daniel", "samtal", listened=False),
        Telling("samira", "samtal", listened=True),
    )


def test_a_decision_that_is_not_offered_is_refused() -> None:
    machine = Machine(SMALL)
    with pytest.raises(NotOpen):
        decide(machine, Playthrough(), 7)


def test_a_play_can_begin_at_an_origin_and_knows_whom_it_met_before() -> None:
    machine = Machine(SMALL)
    origin = now(machine, Playthrough((0,))).segment.entry
    resumed = Playthrough(origin=origin)
    assert now(machine, resumed) == now(machine, Playthrough((0,)))
    assert back(machine, resumed) == resumed
    assert met_so_far(machine, resumed) == ("daniel", "samira")


def test_a_play_of_a_thousand_decisions_is_followed_step_by_step() -> None:
    machine = Machine(SMALL)
    play = Playthrough()
    for _ in range(1000):
        play = decide(machine, play, 1)
    assert len(heard_so_far(machine, play)) == 3001
    assert len(ways(machine, play)) == 1000
    assert back(machine, back(machine, forward(machine, play))).decisions == (1,) * 999


@st.composite
def plays(draw: st.DrawFn, machine: Machine) -> Playthrough:
    play = Playthrough()
    for _ in range(draw(st.integers(0, 8))):
        options = now(machine, play).segment.options
        if not options:
            break
        play = decide(machine, play, draw(st.sampled_from(options)).number)
    return Playthrough(play.decisions, draw(st.integers(0, len(now(machine, play).segment.beats))))


@given(stories(), st.data())
def test_back_undoes_forward_and_decide(random_story: Story, data: st.DataObject) -> None:
    machine = Machine(random_story)
    try:
        play = data.draw(plays(machine))
        moment = now(machine, play)
        if not moment.at_exit:
            assert back(machine, forward(machine, play)) == play
        for option in moment.segment.options if moment.at_exit else ():
            assert back(machine, decide(machine, play, option.number)) == play
    except StoryError:
        reject()


@given(stories(), st.data())
def test_walking_back_line_by_line_retells_the_backlog(random_story: Story, data: st.DataObject) -> None:
    machine = Machine(random_story)
    try:
        play = data.draw(plays(machine))
    except StoryError:
        reject()
    play_start = heard_so_far(machine, play)
    backwards = []
    while True:
        beat = now(machine, play).beat
        if beat:
            assert heard_so_far(machine, play)[-1] == beat
            backwards.append(beat)
        earlier = back(machine, play)
        if earlier == play:
            break
        play = earlier
    assert now(machine, play) == machine.start()
    assert tuple(reversed(backwards)) == play_start
