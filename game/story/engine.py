"""The engine: from a state and a decision to the next lines. It knows no clock, no chance and no files.

How a scene is played: on entering, it counts as seen and its effects are carried out. Its lines are those
whose conditions hold then. When they are over, the adults in it (who spoke, stood in the picture or are
named in `meets`) are met, and the way out is decided. So `not met` holds in the scene of a first meeting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.conditions import compiled
from game.story.memory import ranges
from game.story.model import Goto, Story
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
from game.story.rooms import Door, Room, changed, rooms, start_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.story.logic import Condition, Value

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

MEMO = 20_000
"""How many decisions a machine keeps ready, the first that there are: some ten megabytes. Where states seldom come
again, keeping them costs more than working them out, so that later ones do not take the places of earlier ones.
"""

NO_STATE = State("")


def holds(condition: Condition, state: State, facts: Mapping[str, int]) -> bool:
    """Whether a condition holds; `facts` gives the index of each fact in `state.facts`."""
    test = compiled(condition, facts)
    return test is None or test(state)


class Machine:
    """A story made ready to be played. It keeps what it worked out, so a second time costs nothing.

    Every name in the story must be declared in it, as the format makes sure: KeyError otherwise.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self._rooms = rooms(story)
        self._facts = start_facts(ranges(story))
        self._most = len(story.scenes) + 100
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
        return Moment(self.segment(state))

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
            found = Moment(self.segment(self.after(moment.segment, number)))
            if len(self._onward) < MEMO:
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
        return self.bare_state(self.story.start)

    def bare_state(self, scene: str) -> State:
        """The state in which a scene is entered by who comes from nowhere: nothing has happened before it."""
        return self._entered(scene, changed(self._facts, self._rooms[scene].enter), NO_STATE)

    def segment(self, state: State) -> Segment:
        """The segment that begins in a state."""
        room = self._rooms[state.scene]
        beats = room.shown(state)
        final = _having_met(state, room.met(beats))
        way_out = room.scene.exit
        if isinstance(way_out, Goto):
            return self._through_gotos(state, final, beats)
        return Segment(state, beats, room.alone, (len(beats),), final, way_out, room.options(final))

    def _through_gotos(self, entry: State, state: State, beats: tuple[Beat, ...]) -> Segment:
        """The segment that begins in `entry` with these beats, when its first scene ends in a goto."""
        room = self._rooms[state.scene]
        way_out = room.scene.exit
        scenes = [state.scene]
        ends = [len(beats)]
        while isinstance(way_out, Goto):
            if len(scenes) >= self._most:
                raise EndlessLoop(state.scene)
            room = self._rooms[_branch(room, state)]
            state = self._entered(room.scene.id, changed(state.facts, room.enter), state)
            shown = room.shown(state)
            state = _having_met(state, room.met(shown))
            beats += shown
            scenes.append(state.scene)
            ends.append(len(beats))
            way_out = room.scene.exit
        return Segment(entry, beats, tuple(scenes), tuple(ends), state, way_out, room.options(state))

    def after(self, segment: Segment, number: int) -> State:
        """The state in which the next scene is entered after a decision. Raises NotOpen."""
        final = segment.final
        door = self._rooms[final.scene].doors.get(number)
        if door is None or not door.open_in(final):
            raise NotOpen(final.scene, number)
        before = _having_gone_through(door, final) if door.adult or door.once else final
        return self._entered(door.go, changed(final.facts, door.changes), before)

    def _entered(self, scene: str, facts: tuple[Value, ...], before: State) -> State:
        """The state on entering a scene, whose effects are in `facts` already."""
        room = self._rooms[scene]
        _, _, seen, met, told, heard, taken = before
        if room.itself:
            seen |= room.itself
        if room.forgets:
            memory = room.memory
            seen, met, told, taken = (
                seen & memory.seen,
                met & memory.met,
                told & memory.told,
                taken & memory.taken,
            )
        return State(scene, facts, seen, met, told, heard, taken)


def _having_met(state: State, adults: frozenset[str]) -> State:
    if adults <= state.met:
        return state
    met = state.met | adults
    return State(state.scene, state.facts, state.seen, met, state.told, state.heard, state.taken)


def _having_gone_through(door: Door, final: State) -> State:
    told = final.told | {door.adult} if door.adult else final.told
    heard = final.heard or door.listens
    return State(final.scene, final.facts, final.seen, final.met, told, heard, final.taken | door.once)


def _branch(room: Room, state: State) -> str:
    for test, target in room.branches:
        if test is None or test(state):
            return target
    raise NoWayOn(room.scene.id)
