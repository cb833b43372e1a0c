"""What the class has to decide in its story: the question, its answers, and what each of them does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.screens.lesson import phrases
from game.screens.lesson.told_story import in_scene, name_of, scene_mark
from game.screens.lesson.wire import Kind, Step
from game.story.engine import ChoiceOption, TellOption
from game.story.model import Choices, Ending, Tell
from game.story.playthrough import ways

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.model import Play


@dataclass(frozen=True, slots=True)
class Ballot:
    """What the class decides: the step, and what each of its options does: tell this adult, or take the option of the story
    with this number. `talk` is what to talk about first.
    """

    step: Step
    takes: tuple[str | int, ...]
    talk: Phrase | None = None


def ballot(play: Play, lesson: Lesson) -> Ballot | None:
    """What the class has to decide now; None where the story asks nothing, or leaves nothing to do."""
    if not play.moment.segment.options or not play.moment.at_exit:
        return None
    way_out = play.moment.segment.exit
    match way_out:
        case Choices():
            return _choices(play, way_out)
        case Tell():
            adult = whom(play, lesson)
            return _beginnings(play, adult) if adult else _adults(play, way_out)
        case Ending():
            return None
        case _:
            assert_never(way_out)


def _choices(play: Play, way_out: Choices) -> Ballot:
    scene, story = play.moment.scene, play.story
    options = [each for each in play.moment.segment.options if isinstance(each, ChoiceOption)]
    ask = in_scene(story, scene, way_out.ask) if way_out.ask else phrases.ui("Vad gör du?")
    texts = tuple(in_scene(story, scene, each.choice.text) for each in options)
    step = _step(play, "", ask, texts)
    return Ballot(step, tuple(each.number for each in options), _talk(play, way_out))


def _adults(play: Play, way_out: Tell) -> Ballot:
    scene, story = play.moment.scene, play.story
    ask = in_scene(story, scene, way_out.ask) if way_out.ask else phrases.ui("Vem berättar ni för?")
    adults = tuple(dict.fromkeys(each.hearing.adult for each in _tellings(play)))
    names = tuple(name for name in (name_of(story, each) for each in adults) if name)
    return Ballot(_step(play, "", ask, names), adults, _talk(play, way_out))


def _beginnings(play: Play, adult: str) -> Ballot:
    options = [each for each in _tellings(play) if each.hearing.adult == adult]
    texts = tuple(in_scene(play.story, play.moment.scene, each.beginning.text) for each in options)
    mark = f".{list(play.story.cast).index(adult)}"
    step = _step(play, mark, phrases.ui("Så kan du börja"), texts)
    return Ballot(step, tuple(each.number for each in options))


def _tellings(play: Play) -> tuple[TellOption, ...]:
    return tuple(each for each in play.moment.segment.options if isinstance(each, TellOption))


def whom(play: Play, lesson: Lesson) -> str | None:
    """Whom the class has decided to tell, if that is possible here."""
    there = {each.hearing.adult for each in _tellings(play)}
    return lesson.adult if lesson.adult in there else None


def _talk(play: Play, way_out: Choices | Tell) -> Phrase | None:
    return in_scene(play.story, play.moment.scene, way_out.talk) if way_out.talk else None


def _step(play: Play, of: str, title: Phrase, options: tuple[Phrase, ...]) -> Step:
    """The same scene come to a second time is another vote."""
    taken = [way.taken for way in ways(play.machine, play.way)]
    earlier = sum(2 if isinstance(each, TellOption) else 1 for each in taken)
    id_ = f"vote.{scene_mark(play.story, play.moment.scene)}{of}.{len(taken)}"
    return Step(id_, Kind.VOTE, title, options=options, place=(earlier + (2 if of else 1), 0), sensitive=True)
