"""The engine: from a state and a decision to the next lines. It knows no clock, no chance and no files.

How a scene is played: on entering, it counts as seen and its effects are carried out. Its lines are those
whose conditions hold then. When they are over, the adults in it (who spoke, stood in the picture or are
named in `meets`) are met, and the way out is decided. So `not met` holds in the scene of a first meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.story.conditions import compiled
from game.story.memory import Memory, ranges
from game.story.model import Condition, Goto, Story, Value
from game.story.moment import (
    Beat,
    ChoiceOption,
    EndlessLoop,
    Moment,
    NotOpen,
    NoWayOn,
    Option,
    Segment,
    Spot,
    State,
    StoryError,
    TellOption,
)
from game.story.rooms import Room, changed, rooms, start_facts

__all__ = [
    "Beat",
    "ChoiceOption",
    "EndlessLoop",
    "Machine",
    "Moment",
    "NoWayOn",
    "NotOpen",
    "Option",
    "Segment",
    "Spot",
    "State",
    "StoryError",
    "TellOption",
    "holds",
]

MEMO = 50_000
"""How many moments a machine keeps ready: a class's lesson many times over, and some 50 MB at most."""

NO_STATE = State("")


def holds(condition: Condition, state: State, facts: Mapping[str, int]) -> bool:
    """Whether a condition holds; `facts` gives the index of each fact in `state.facts`."""
    test = compiled(condition, facts)
    return test is None or test(state)


class Machine:
    """A story made ready to be played. It keeps what it has worked out, so a second time costs nothing.

    Every name in the story must be declared in it, as the format makes sure: KeyError otherwise.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self._rooms = rooms(story)
        self._facts = start_facts(ranges(story))
        self._most = len(story.scenes) + 100
        self._moments: dict[State, Moment] = {}
        self._onward: dict[tuple[State, int], Moment] = {}
        self._origin: State | None = None
        self._decisions: tuple[int, ...] = ()
        self._trail: tuple[Moment, ...] = ()

    # --- playing ---------------------------------------------------------------------------------------

    def start(self) -> Moment:
        """The story's first moment. Raises EndlessLoop or NoWayOn, as all that leads to a new moment."""
        return self.enter(self.first_state())

    def enter(self, state: State) -> Moment:
        """The first moment in a scene that is entered, as a resume code gives it."""
        moment = self._moments.get(state)
        if moment is None:
            moment = Moment(self.segment(state))
            if len(self._moments) >= MEMO:
                self._moments.clear()
            self._moments[state] = moment
        return moment

    def advance(self, moment: Moment) -> Moment:
        """The next line, or the exit; at the exit, the same moment."""
        return moment if moment.at_exit else Moment(moment.segment, moment.step + 1)

    def choose(self, moment: Moment, number: int) -> Moment:
        """The first moment after a decision. Lines not shown yet are passed over.

        Raises NotOpen for a number that is not among `moment.segment.options`.
        """
        key = (moment.segment.entry, number)
        found = self._onward.get(key)
        if found is None:
            found = self.enter(self.after(moment.segment, number))
            if len(self._onward) >= MEMO:
                self._onward.clear()
            self._onward[key] = found
        return found

    def replay(self, decisions: Iterable[int], steps: int = 0, origin: State | None = None) -> Moment:
        """The moment `steps` lines after the last decision, from the start of the story or from `origin`.

        More steps than there are lines lead to the exit. Raises NotOpen for a decision that is not offered.
        """
        segment = self.trail(tuple(decisions), origin)[-1].segment
        return Moment(segment, max(0, min(steps, len(segment.beats))))

    def trail(self, decisions: tuple[int, ...], origin: State | None = None) -> tuple[Moment, ...]:
        """The first moment of every segment on the way: one more than there are decisions.

        The last trail is kept, so that going on or back along one way does not replay it.
        """
        known = self._decisions
        trail: tuple[Moment, ...]
        if origin != self._origin or not self._trail:
            trail, known = (self.start() if origin is None else self.enter(origin),), ()
        elif known[: len(decisions)] == decisions:
            trail, known = self._trail[: len(decisions) + 1], decisions
        elif decisions[: len(known)] == known:
            trail = self._trail
        else:
            trail, known = self._trail[:1], ()
        onward = list(trail)
        for number in decisions[len(known) :]:
            onward.append(self.choose(onward[-1], number))
        self._origin, self._decisions, self._trail = origin, decisions, tuple(onward)
        return self._trail

    # --- the graph of states ---------------------------------------------------------------------------

    def first_state(self) -> State:
        """The state in which the story's first scene is entered."""
        return self._entered(self.story.start, self._facts, NO_STATE)

    def segment(self, state: State) -> Segment:
        """The segment that begins in a state, worked out anew (`enter` keeps what it has worked out)."""
        entry = state
        beats: tuple[Beat, ...] = ()
        scenes: list[str] = []
        ends: list[int] = []
        while True:
            room = self._rooms[state.scene]
            shown, meets = room.shown(state)
            beats = beats + shown if beats else shown
            scenes.append(state.scene)
            ends.append(len(beats))
            state = _having_met(state, meets)
            way_out = room.exit
            if not isinstance(way_out, Goto):
                options = room.options(state)
                return Segment(entry, beats, tuple(scenes), tuple(ends), state, way_out, options)
            if len(scenes) >= self._most:
                raise EndlessLoop(state.scene)
            state = self._entered(_branch(room, state), state.facts, state)

    def after(self, segment: Segment, number: int) -> State:
        """The state in which the next scene is entered after a decision. Raises NotOpen."""
        final = segment.final
        door = self._rooms[final.scene].doors.get(number)
        if door is None or not door.open_in(final):
            raise NotOpen(final.scene, number)
        before = final
        if door.adult or door.once:
            before = State(
                final.scene,
                final.facts,
                final.seen,
                final.met,
                final.told | {door.adult} if door.adult else final.told,
                final.heard or door.listens,
                final.taken | door.once,
            )
        return self._entered(door.go, changed(final.facts, door.changes), before)

    def remembered(self, scene: str) -> Memory:
        """What a play has to remember in a scene."""
        return self._rooms[scene].memory

    def _entered(self, scene: str, facts: tuple[Value, ...], before: State) -> State:
        room = self._rooms[scene]
        memory = room.memory
        return State(
            scene,
            changed(facts, room.enter),
            (before.seen | room.itself) & memory.seen,
            before.met & memory.met,
            before.told & memory.told,
            before.heard,
            before.taken & memory.taken,
        )


def _having_met(state: State, adults: frozenset[str]) -> State:
    if adults <= state.met:
        return state
    met = state.met | adults
    return State(state.scene, state.facts, state.seen, met, state.told, state.heard, state.taken)


def _branch(room: Room, state: State) -> str:
    for test, target in room.branches:
        if test is None or test(state):
            return target
    raise NoWayOn(room.scene.id)
