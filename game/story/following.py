"""The same place in another version of a story: the way is gone again by what was decided, as far as it still leads.

Nothing here is kept of the numbers that options and lines had: an author moves them about all the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.matching import ALIKE, Matching, likeness, option_text, target
from game.story.moment import State, StoryError
from game.story.playthrough import Playthrough, now

if TYPE_CHECKING:
    from game.story.engine import Machine, Moment, Option
    from game.story.logic import FactType, Value


_NONE = -1


@dataclass(frozen=True, slots=True)
class _Visit:
    """A scene on the old way, by its name now (None: gone), and the decision that was taken there."""

    scene: str | None
    taken: Option | None = None


def followed(old: Machine, play: Playthrough, new: Machine, matching: Matching) -> Playthrough:
    """The way in the new version to the place where the play stands in the old one, or as near to it as there is.

    Raises StoryError when the new version cannot even begin.
    """
    if old.story == new.story:
        return play
    return _Follower(old, play, new, matching).followed()


class _Follower:
    def __init__(self, old: Machine, play: Playthrough, new: Machine, matching: Matching) -> None:
        self._new = new
        self._matching = matching
        self._was = now(old, play)
        self._visits = _visits(old, play, matching)
        self._origin = _carried(play.origin, old, new, matching)

    def followed(self) -> Playthrough:
        moment = self._first()
        decisions: list[int] = []
        ahead = 0
        while True:
            ahead, at_exit = self._passed(moment, ahead)
            option = self._next_option(moment, ahead, at_exit=at_exit)
            if option is None:
                break
            try:
                moment = self._new.choose(moment, option.number)
            except StoryError:  # beyond this choice the new version goes round and round, or nowhere
                break
            decisions.append(option.number)
            ahead += at_exit
        return Playthrough(tuple(decisions), self._steps(moment, ahead, at_exit=at_exit), self._origin)

    def _first(self) -> Moment:
        if self._origin is not None:
            try:
                return self._new.enter(self._origin)
            except StoryError:
                self._origin = None
        return self._new.start()

    def _passed(self, moment: Moment, ahead: int) -> tuple[int, bool]:
        """The visit that the stretch has come to, from `ahead` on, and whether its exit is in the scene of that visit."""
        *through, last = moment.segment.scenes
        for scene in through:
            ahead = self._visit(scene, ahead) + 1 or ahead
        there = self._visit(last, ahead)
        return (ahead, False) if there == _NONE else (there, True)

    def _visit(self, scene: str, ahead: int) -> int:
        """The first visit of a scene, from `ahead` on."""
        return next((n for n in range(ahead, len(self._visits)) if self._visits[n].scene == scene), _NONE)

    def _next_option(self, moment: Moment, ahead: int, *, at_exit: bool) -> Option | None:
        """What was decided here; where nothing was, or the scene is new, what leads to where the old way went on."""
        later = self._visits[ahead + at_exit :]
        if not later:
            return None
        taken = self._visits[ahead].taken if at_exit else None
        to = next((visit.scene for visit in later if visit.scene), None)
        best = max(moment.segment.options, key=lambda option: _fit(option, taken, to), default=None)
        return best if best and any(_fit(best, taken, to)[:3]) else None

    def _steps(self, moment: Moment, ahead: int, *, at_exit: bool) -> int:
        """How many lines of the last stretch have been passed."""
        last = len(self._visits) - 1
        if at_exit and (ahead < last or self._was.at_exit):
            return len(moment.segment.beats)
        return self._beside(moment) if at_exit or ahead > last else self._end_of_known(moment)

    def _beside(self, moment: Moment) -> int:
        """The line where the play stood, or what is nearest to it among those that are there."""
        segment = moment.segment
        scene = self._matching.scene(self._was.scene)
        if scene is None or scene not in segment.scenes:
            return self._end_of_known(moment)
        passed = len(segment.scenes) - 1 - segment.scenes[::-1].index(scene)
        first = segment.ends[passed - 1] if passed else 0
        here = segment.beats[first : segment.ends[passed]]
        beat = self._was.beat
        near = self._matching.near(beat.spot) if beat else None
        if near is None:
            return segment.ends[passed]
        later = (first + n for n, each in enumerate(here) if each.spot.index >= near.index)
        return next(later, max(first, segment.ends[passed] - 1))

    def _end_of_known(self, moment: Moment) -> int:
        """The end of the last scene of the stretch that was on the old way; the first line, when none was."""
        known = {visit.scene for visit in self._visits}
        segment = moment.segment
        ends = [end for scene, end in zip(segment.scenes, segment.ends, strict=True) if scene in known]
        return max(0, ends[-1] - 1) if ends else 0


def _visits(old: Machine, play: Playthrough, matching: Matching) -> list[_Visit]:
    """Every scene entered on the old way, to the one that is shown."""
    *earlier, _ = old.trail(play.decisions, play.origin)
    found = []
    for moment, number in zip(earlier, play.decisions, strict=True):
        scenes = [matching.scene(scene) for scene in moment.segment.scenes]
        taken = next(option for option in moment.segment.options if option.number == number)
        found += [*map(_Visit, scenes[:-1]), _Visit(scenes[-1], taken)]
    here = now(old, play)
    shown = here.segment.scenes[: here.passed + 1]
    return found + [_Visit(matching.scene(scene)) for scene in shown]


def _fit(option: Option, taken: Option | None, to: str | None) -> tuple[bool, bool, float, bool]:
    """How well an option is the one that was taken: the same words, the same way, words that are alike, the same number."""
    leads = to is not None and target(option) == to
    if taken is None:
        return False, leads, 0.0, False
    alike = likeness(option_text(option), option_text(taken))
    return alike == 1.0, leads, alike if alike >= ALIKE else 0.0, option.number == taken.number


def _carried(origin: State | None, old: Machine, new: Machine, matching: Matching) -> State | None:
    """Where the play was taken up, in the new version: its facts by their names. None when the scene is gone."""
    scene = matching.scene(origin.scene) if origin else None
    if origin is None or scene is None:
        return None
    bare = new.bare_state(scene)
    known = dict(zip(old.story.facts, origin.facts, strict=True))
    kinds = zip(new.story.facts.items(), bare.facts, strict=True)
    return State(
        scene=scene,
        facts=tuple(_fitting(known.get(name), kind, start) for (name, kind), start in kinds),
        seen=frozenset(now_ for each in origin.seen if (now_ := matching.scene(each))) | bare.seen,
        met=origin.met,
        told=origin.told,
        heard=origin.heard,
        taken=frozenset((now_, n) for each, n in origin.taken if (now_ := matching.scene(each))),
    )


def _fitting(value: Value | None, kind: FactType, start: Value) -> Value:
    """The value, if the fact still takes it."""
    if value is None or isinstance(value, bool) is not isinstance(kind.start, bool):
        return start
    return value if isinstance(value, bool) else max(kind.low, min(kind.high, value))
