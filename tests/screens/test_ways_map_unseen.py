"""The map of what a player has walked gives nothing away: no words of what was not seen, and no shape of it either."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from game.screens.model import App, Play, WaysMapScreen
from game.screens.pages import page as page_of
from game.screens.ways_map import beginning
from game.story.engine import Machine, TellOption
from game.story.explore import explore
from game.story.model import Choices, Ending, Exit, Line, LineKind, Scene, Story, Tell
from game.story.playthrough import Playthrough, scenes_so_far
from game.story.texts import scene_texts
from game.story.walked import walked
from tests.screens.support import Plain, real_library, real_machine, texts_in
from tests.story.builders import choices, ending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Page

FAR = 1_000
"""More lines than any stretch has."""


@cache
def real_ways() -> tuple[tuple[int, ...], ...]:
    """Decisions of ways to all states of the shipped story; of those that pass the same scenes, one."""
    machine = real_machine()
    explored = explore(machine)
    routes = (_decisions(machine, explored.route(index)) for index in range(len(explored.states)))
    return tuple({frozenset(seen_on(machine, Playthrough(each, FAR))): each for each in routes}.values())


def _decisions(machine: Machine, states: tuple[object, ...]) -> tuple[int, ...]:
    decisions: list[int] = []
    moment = machine.start()
    for state in states[1:]:
        options = moment.segment.options
        number = next(each.number for each in options if machine.after(moment.segment, each.number) == state)
        decisions.append(number)
        moment = machine.choose(moment, number)
    return tuple(decisions)


def page_after(of: Story, *ways: Playthrough) -> Page:
    """The map of somebody who went these ways, the last one last."""
    play = Play(Machine(of), ways[-1], walked=ways)
    return page_of(App(real_library(), screen=WaysMapScreen(), play=play), Plain())


def seen_on(machine: Machine, *ways: Playthrough) -> set[str]:
    return {name for way in ways for name in scenes_so_far(machine, way)}


def test_no_words_of_what_was_not_seen_are_on_it_on_any_way_through_the_real_story() -> None:
    machine = real_machine()
    whole = machine.story
    words = {name: {each.text for each in scene_texts(each)} for name, each in whole.scenes.items()}
    for decisions in real_ways():
        way = Playthrough(decisions, FAR)
        seen = seen_on(machine, way)
        told = "\n".join(set().union(*(words[name] for name in seen)))
        secret = {beginning(text) for name in words if name not in seen for text in words[name]}
        shown = "\n".join(texts_in(page_after(whole, way)))
        assert not [text for text in secret if text in shown and text not in told], decisions


def test_no_id_is_ever_shown() -> None:
    shown = list(texts_in(page_after(real_machine().story, Playthrough(real_ways()[-1], FAR))))

    assert not set(real_machine().story.scenes) & set(shown)
    assert not [text for text in shown if "_" in text]


def _ways_taken(machine: Machine, *ways: Playthrough) -> dict[str, set[int | str]]:
    """In each scene the numbers of the choices, and the adults, that were taken."""
    visits = walked(machine, ways[:-1], ways[-1]).visits
    return {
        visit.scene: {
            each.hearing.adult if isinstance(each, TellOption) else each.number for each in visit.taken
        }
        for visit in visits
    }


def otherwise(of: Story, *ways: Playthrough) -> Story:
    """The story with everything another that was not seen on these ways: the words and pictures, what is an ending and who
    listens, and where each choice leads that was not taken.
    """
    machine = Machine(of)
    seen, taken = seen_on(machine, *ways), _ways_taken(machine, *ways)
    hidden = next((name for name in of.scenes if name not in seen), of.start)
    return replace(
        of,
        scenes={
            name: replace(each, exit=_exit(each.exit, taken.get(name, set()), hidden))
            if name in seen
            else _other(each, of.start)
            for name, each in of.scenes.items()
        },
    )


def _other(unseen: Scene, start: str) -> Scene:
    way_out = choices(("HEMLIGT", start)) if isinstance(unseen.exit, Ending) else ending("HEMLIGT")
    return Scene(unseen.id, "office", (Line(LineKind.NARRATION, "HEMLIGT"),), way_out)


def _exit(way_out: Exit, taken: set[int | str], hidden: str) -> Exit:
    match way_out:
        case Choices():
            kept = (
                each if number in taken else replace(each, text="HEMLIGT", go=hidden, do=())
                for number, each in enumerate(way_out.choices)
            )
            return replace(way_out, choices=tuple(kept))
        case Tell():
            heard = (
                each if each.adult in taken else replace(each, go=hidden, listens=not each.listens)
                for each in way_out.hearings
            )
            return replace(way_out, hearings=tuple(heard))
        case _:
            return way_out


def some_ways() -> Iterator[tuple[Playthrough, ...]]:
    """Single ways through the real story, and two after each other."""
    ways = [Playthrough(decisions, FAR) for decisions in real_ways()[::10]]
    yield from ((way,) for way in ways)
    yield from zip(ways, ways[5:], strict=False)


def test_were_all_that_was_not_seen_another_the_map_would_be_the_same() -> None:
    whole = real_machine().story
    for ways in some_ways():
        assert page_after(otherwise(whole, *ways), *ways) == page_after(whole, *ways)
