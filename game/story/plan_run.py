"""Playing a plan: straight through, or taking the story up again after every decision, as somebody who stops each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, assert_never

from game.story.engine import StoryError
from game.story.model import Choices, Ending, Tell
from game.story.moment import ChoiceOption
from game.story.plan import Back, Choose, End, NotSeen, Outcome, Plan, See, Step, TellAdult, Wait, plain
from game.story.plan_decisions import decision, nearest, open_here
from game.story.problem import Problem, problem
from game.story.resume import Codes, Resumed

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.engine import Machine
    from game.story.logic import Place
    from game.story.model import Story
    from game.story.moment import Moment, Segment, Spot

MOST_PROBLEMS = 20
"""Of one plan. After so many, it is a plan for another story."""


def run_plan(machine: Machine, plan: Plan) -> Outcome:
    """Plays a plan from the story's start. After a decision that cannot be taken, the rest is not played."""
    return _Run(machine.story, plan, machine.choose).outcome(machine.start)


def run_resumed(machine: Machine, plan: Plan) -> Outcome:
    """The same, but at the start and after every decision the story is left, and taken up again with its code."""
    codes = Codes(machine.story)

    def start() -> Moment:
        return _resumed(machine, codes, machine.start())

    def choose(moment: Moment, number: int) -> Moment:
        return _resumed(machine, codes, machine.choose(moment, number))

    return _Run(machine.story, plan, choose).outcome(start)


def _resumed(machine: Machine, codes: Codes, moment: Moment) -> Moment:
    found = codes.decode(codes.encode(moment.segment.entry))
    assert isinstance(found, Resumed), "a story knows its own codes"
    return machine.enter(found.state)


class _Halt(Exception):  # noqa: N818 - no error: the plan goes no further
    """The plan is over, or the rest of it cannot be played."""


class _Run:
    def __init__(self, story: Story, plan: Plan, choose: Callable[[Moment, int], Moment]) -> None:
        self._story = story
        self._plan = plan
        self._choose = choose
        self._problems: list[Problem] = []
        self._seen: list[Spot] = []
        self._endings: list[str] = []
        self._way: list[Moment] = []
        self._ended = False

    def outcome(self, start: Callable[[], Moment]) -> Outcome:
        try:
            self._play(start)
        except _Halt:
            return Outcome(tuple(self._problems), tuple(self._seen), tuple(self._endings))

    def _play(self, start: Callable[[], Moment]) -> NoReturn:
        steps = self._plan.steps
        try:
            self._come_to(start())
        except StoryError as error:
            self._halt(problem("P914", steps[0].at if steps else self._plan.at, scene=error.scene))
        for step in steps:
            if self._ended and not isinstance(step, Back):
                self._halt(problem("P905", step.at, ending=self._title()))
            self._take(step)
        if not self._ended:
            self._stops(self._plan.at)
        raise _Halt

    def _come_to(self, moment: Moment) -> None:
        """What follows a decision, to the next one; none of it has been read."""
        self._stand_at(moment)
        self._seen += (beat.spot for beat in self._segment.beats)
        if self._title():
            self._endings.append(self._segment.scenes[-1])

    def _stand_at(self, moment: Moment, *, read: bool = False) -> None:
        self._moment = moment
        self._lines = [plain(beat.line.text) for beat in self._segment.beats]
        self._at_exit = [plain(text) for text in _at_exit(self._segment)]
        self._read = len(self._lines) if read else 0
        self._ended = False

    @property
    def _segment(self) -> Segment:
        return self._moment.segment

    def _take(self, step: Step) -> None:
        match step:
            case See():
                self._see(step)
            case NotSeen():
                self._not_seen(step)
            case Choose() | Wait() | TellAdult():
                self._decide(step)
            case Back():
                self._back(step)
            case End():
                self._end(step)
            case _:
                assert_never(step)

    def _add(self, found: Problem) -> None:
        self._problems.append(found)
        if len(self._problems) >= MOST_PROBLEMS:
            raise _Halt

    def _halt(self, found: Problem) -> NoReturn:
        self._add(found)
        raise _Halt

    # --- what is seen ----------------------------------------------------------------------------------

    def _see(self, step: See) -> None:
        words = plain(step.words)
        for index in range(self._read, len(self._lines)):
            if words in self._lines[index]:
                self._read = index + 1
                return
        if any(words in text for text in self._at_exit):
            self._read = len(self._lines)
            return
        instead, found = self._instead(words)
        self._add(problem("P903", step.at, words=step.words, instead=instead, found=found))

    def _instead(self, words: str) -> tuple[str, str]:
        """Where the words stand that are not seen from here on, or else what comes nearest to them."""
        beats = self._segment.beats
        earlier = (*(beat for moment in self._way for beat in moment.segment.beats), *beats[: self._read])
        for beat in reversed(earlier):
            if words in plain(beat.line.text):
                return "plan_earlier", beat.spot.scene
        for scene in self._story.scenes.values():
            if any(words in plain(line.text) for line in scene.lines):
                return "plan_elsewhere", scene.id
        ahead = [beat.line.text for beat in beats[self._read :]]
        return "plan_nearest", nearest(words, (*ahead, *_at_exit(self._segment)))

    def _not_seen(self, step: NotSeen) -> None:
        words = plain(step.words)
        for beat, text in zip(self._segment.beats, self._lines, strict=True):
            if words in text:
                self._add(problem("P906", step.at, words=step.words, scene=beat.spot.scene))
                return
        if any(words in text for text in self._at_exit):
            self._add(problem("P906", step.at, words=step.words, scene=self._segment.scenes[-1]))

    # --- decisions, and the end ------------------------------------------------------------------------

    def _decide(self, step: Choose | Wait | TellAdult) -> None:
        number = decision(self._story, self._segment, step)
        if isinstance(number, Problem):
            self._halt(number)
        before = self._moment
        try:
            self._come_to(self._choose(before, number))
        except StoryError as error:
            self._halt(problem("P914", step.at, scene=error.scene))
        self._way.append(before)

    def _back(self, step: Back) -> None:
        scenes = [moment.segment.scenes[-1] for moment in self._way]
        fits = [index for index, scene in enumerate(scenes) if not step.scene or scene == step.scene]
        if not fits:
            known = ", ".join(dict.fromkeys(scenes))
            why = "plan_not_on_way" if scenes else "plan_undecided"
            self._halt(problem("P916", step.at, scene=step.scene, why=why, known=known))
        self._stand_at(self._way[fits[-1]], read=True)
        del self._way[fits[-1] :]

    def _end(self, step: End) -> None:
        title = self._title()
        if not title:
            self._stops(step.at)
        elif plain(title) != plain(step.title):
            self._add(problem("P904", step.at, title=step.title, ending=title))
        self._ended = True

    def _title(self) -> str:
        """The title of the ending that the play has come to; "" where it goes on."""
        way_out = self._segment.exit
        return way_out.title if isinstance(way_out, Ending) else ""

    def _stops(self, at: Place) -> None:
        """The plan is over, and has not said how the story ends."""
        if self._title():
            self._halt(problem("P915", at, ending=self._title()))
        self._halt(problem("P910", at, scene=self._segment.scenes[-1], open=open_here(self._segment)))


def _at_exit(segment: Segment) -> tuple[str, ...]:
    """What is seen when the lines are over."""
    way_out = segment.exit
    match way_out:
        case Choices(ask=ask):
            choices = (each.choice.text for each in segment.options if isinstance(each, ChoiceOption))
            return (ask, *choices)
        case Tell(ask=ask, beginnings=beginnings):
            return (ask, *(each.text for each in beginnings))
        case Ending(title=title, text=text):
            return (title, text)
        case _:
            assert_never(way_out)
