"""What can be seen in a story without playing it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING, assert_never

from game.story.conditions import asked
from game.story.logic import Compare
from game.story.memory import conditions, effects
from game.story.model import Choice, Choices, Ending, Goto, Scene, Story, Tell
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def static_problems(story: Story, help_ids: Collection[str] | None) -> Iterator[Problem]:
    """Problems of the choices, endings and facts, each looked at by itself."""
    for scene in story.scenes.values():
        match scene.exit:
            case Choices():
                yield from _choices(scene.id, scene.exit)
            case Ending():
                yield from _ending(scene.id, scene.exit, help_ids)
            case Tell() | Goto():
                pass
            case _:
                assert_never(scene.exit)
    yield from _facts(story)
    if not has_telling(story):
        yield problem("S701", story.at)


def has_telling(story: Story) -> bool:
    """True when an adult who listens can be told somewhere in the story's text."""
    return any(_listens(scene) for scene in story.scenes.values())


def _listens(scene: Scene) -> bool:
    return isinstance(scene.exit, Tell) and any(hearing.listens for hearing in scene.exit.hearings)


def _choices(scene: str, way_out: Choices) -> Iterator[Problem]:
    if len(way_out.choices) == 1:
        yield problem("F210", way_out.at, scene=scene, choice=way_out.choices[0].text)
    worded: defaultdict[str, list[Choice]] = defaultdict(list)
    meant: defaultdict[tuple[object, ...], list[Choice]] = defaultdict(list)
    for choice in way_out.choices:
        worded[_words(choice)].append(choice)
        meant[choice.go, choice.do, choice.when].append(choice)
    for same, groups in (("text", worded.values()), ("consequence", meant.values())):
        for one, other in chain.from_iterable(combinations(group, 2) for group in groups):
            if same == "text" or _words(one) != _words(other):
                yield problem("F211", other.at, scene=scene, one=one.text, other=other.text, same=same)


def _words(choice: Choice) -> str:
    return " ".join(choice.text.split()).casefold()


def _ending(scene: str, way_out: Ending, help_ids: Collection[str] | None) -> Iterator[Problem]:
    if not any(help_ids is None or name in help_ids for name in way_out.help):
        yield problem("S702", way_out.at, scene=scene, ending=way_out.title)


def _facts(story: Story) -> Iterator[Problem]:
    questions = {
        question.fact
        for scene in story.scenes.values()
        for condition in conditions(scene)
        for question in asked(condition)
        if isinstance(question, Compare)
    }
    changes = {effect.fact for scene in story.scenes.values() for effect in effects(scene)}
    for name, kind in story.facts.items():
        if name not in questions:
            yield problem("L301", kind.at, fact=name)
        elif name not in changes:
            yield problem("L302", kind.at, fact=name)
