"""A lesson in plain dictionaries, and a machine that does everything in any order to it and to a real one."""

from __future__ import annotations

from abc import abstractmethod

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.lesson.protocol import OpenStep, ShowStep
from game.lesson.session import Ballot
from game.lesson.views import Notice
from game.screens.lesson.tally import VIGNETTE, VOTE, told
from game.screens.lesson.wire import (
    Cell,
    CloseStep,
    End,
    FreeSeat,
    Keep,
    Kind,
    Lock,
    Pause,
    Phase,
    Pool,
    Reopen,
    Resume,
    Reveal,
    Sum,
    Tally,
)
from tests.lesson.lessons import Looked, Subject, step

PUPILS = [f"elev {each}" for each in range(14)]
STEPS = {
    "vote": step("vote", Kind.VOTE, 2),
    "touchy": step("touchy", Kind.VOTE, 2, sensitive=True),
    "judge1": step("judge1", Kind.JUDGE, 3),
    "judge2": step("judge2", Kind.JUDGE, 3),
    "line": step("line", Kind.LINE, 0),
    "play": step("play", Kind.PLAY, 0),
    "talk": step("talk", Kind.TALK, 0),
}
WIDTH = {name: 1 if each.kind is Kind.LINE else len(each.options) for name, each in STEPS.items()}
pupils = st.sampled_from(PUPILS)
names = st.sampled_from(sorted(STEPS))
PLACES = 12


class ALesson(RuleBasedStateMachine):
    """What the class sees and what is answered must be what the dictionaries say, after every step."""

    @abstractmethod
    def begin(self, places: int) -> Subject:
        """The lesson that is tried."""

    @initialize()
    def begins(self) -> None:
        self.real = self.begin(PLACES)
        self.seated: set[str] = set()
        self.answers: dict[str, dict[str, int]] = {}
        self.rounds: dict[str, int] = {}
        self.seen: set[str] = set()
        self.step, self.phase = "", Phase.LOBBY
        self.paused = self.locked = False
        self.tally: Tally | None = None
        self.sums: dict[str, Tally] = {}
        self.kept = ""
        self.rev = -1
        self.ever: set[str] = set()

    # --- pupils

    def _ghost(self, who: str) -> None:
        """Whoever has no seat any more takes the answer along, if the class has not seen it."""
        if self.step and self.step not in self.seen:
            self.answers.get(self.step, {}).pop(who, None)

    @rule(who=pupils)
    def somebody_joins(self, who: str) -> None:
        expected: Notice | None = None
        if who not in self.seated:
            self._ghost(who)
            if self.phase is Phase.ENDED:
                expected = Notice.ENDED
            elif self.locked:
                expected = Notice.LOCKED
            elif len(self.seated) >= PLACES:
                expected = Notice.FULL
        assert self.real.join(who) is expected
        if expected is None:
            self.seated.add(who)
            self.ever.add(who)

    @rule(who=pupils, choice=st.sampled_from([0, 0, 1, 2, None, 11]), late=st.sampled_from([0, 0, 0, 1]))
    def somebody_answers_what_is_shown(self, who: str, choice: int | None, late: int) -> None:
        assume(self.step)
        self._answer(who, Ballot(self.step, self.rounds[self.step] - late, choice))

    @rule(who=pupils, name=names, choice=st.sampled_from([0, 1, None]), number=st.integers(1, 3))
    def somebody_answers_something(self, who: str, name: str, choice: int | None, number: int) -> None:
        self._answer(who, Ballot(name, number, choice))

    def _answer(self, who: str, ballot: Ballot) -> None:
        expected = self._expected(who, ballot)
        assert self.real.vote(who, ballot) is expected
        if expected is None:
            mine = self.answers[self.step]
            if ballot.choice is None:
                mine.pop(who, None)
            else:
                mine[who] = ballot.choice

    def _expected(self, who: str, ballot: Ballot) -> Notice | None:
        if self.phase is Phase.ENDED:
            return Notice.ENDED
        if who not in self.seated:
            return Notice.NO_SEAT
        if not self.step or (ballot.step, ballot.round) != (self.step, self.rounds[self.step]):
            return Notice.CLOSED
        if ballot.choice is not None and ballot.choice >= WIDTH[self.step]:
            return Notice.MALFORMED if WIDTH[self.step] else Notice.CLOSED
        if ballot.choice == self.answers[self.step].get(who):
            return None
        if self.paused:
            return Notice.PAUSED
        is_open = self.phase is Phase.OPEN or (self.phase is Phase.READ and self.step == "line")
        return None if is_open and self.step not in self.seen and WIDTH[self.step] else Notice.CLOSED

    @rule(who=pupils)
    def somebody_leaves(self, who: str) -> None:
        self.real.leave(who)
        self.seated.discard(who)
        self._ghost(who)

    @rule(who=pupils, scene=st.sampled_from(["rast", "gym"]))
    def somebody_plays_on(self, who: str, scene: str) -> None:
        expected: Notice | None = None
        if self.phase is Phase.ENDED:
            expected = Notice.ENDED
        elif who not in self.seated:
            expected = Notice.NO_SEAT
        elif self.step != "play" or self.phase not in {Phase.READ, Phase.OPEN}:
            expected = Notice.CLOSED
        assert self.real.move(who, scene) is expected

    # --- the teacher

    @rule(name=names)
    def the_teacher_shows(self, name: str) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(ShowStep(STEPS[name]))
        self._at(name, Phase.READ)

    @rule(name=names)
    def the_teacher_opens(self, name: str) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(OpenStep(STEPS[name]))
        if (self.step, self.phase) == (name, Phase.OPEN):
            return
        if name in self.seen:
            self._anew(name)
        self._at(name, Phase.OPEN)

    def _at(self, name: str, phase: Phase) -> None:
        self.step, self.phase, self.tally = name, phase, None
        self.rounds.setdefault(name, 1)
        self.answers.setdefault(name, {})

    def _anew(self, name: str) -> None:
        self.rounds[name] += 1
        self.answers[name] = {}
        self.seen.discard(name)

    @rule(command=st.sampled_from([Pause(), Resume(), Lock(locked=True), Lock(locked=False), Keep("väg")]))
    def the_teacher_holds(self, command: Pause | Resume | Lock | Keep) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(command)
        match command:
            case Lock(locked):
                self.locked = locked
            case Keep(text):
                self.kept = text
            case _:
                self.paused = isinstance(command, Pause)

    @rule()
    def the_teacher_closes(self) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(CloseStep())
        if self.phase is Phase.OPEN:
            self.phase = Phase.CLOSED

    @rule()
    def the_teacher_reveals(self) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(Reveal())
        if self.phase in {Phase.OPEN, Phase.CLOSED}:
            self.tally = self._told((self.step,), VOTE if STEPS[self.step].kind is Kind.VOTE else VIGNETTE)
            if self.step in {"judge1", "judge2"} and self.sums.get("both", Tally()) != Tally():
                self.tally = Tally()
            self.phase = Phase.REVEAL
            self.seen.add(self.step)

    def _told(self, steps: tuple[str, ...], rule: object) -> Tally:
        width = max(WIDTH.get(each, 0) for each in steps)
        if not width:
            return Tally()
        given = [(who, choice) for each in steps for who, choice in self.answers.get(each, {}).items()]
        behind = [len({who for who, choice in given if choice == option}) for option in range(width)]
        everybody = len(self.seated) if steps == ("line",) else len({who for who, _ in given})
        assert rule in {VOTE, VIGNETTE}
        tally = told(
            [sum(choice == option for _, choice in given) for option in range(width)],
            VOTE if rule == VOTE else VIGNETTE,
            people=behind,
            answered=everybody,
            sensitive="touchy" in steps,
        )
        return Tally(tally.cells) if tally.cells == (Cell(None),) else tally

    @rule()
    def the_teacher_reopens(self) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(Reopen())
        if self.step:
            self._anew(self.step)
            self.phase, self.tally = Phase.OPEN, None

    @rule(data=st.data())
    def the_teacher_frees_a_seat(self, data: st.DataObject) -> None:
        assume(self.seated and self.phase is not Phase.ENDED)
        who = data.draw(st.sampled_from(sorted(self.seated)))
        self.real.tell(FreeSeat(self.real.symbol(who)))
        self.seated.discard(who)

    @rule()
    def the_teacher_adds_up(self) -> None:
        assume(self.phase is not Phase.ENDED)
        pools = (Pool("both", ("judge1", "judge2")), Pool("flagged", ("line",)))
        self.real.tell(Sum(pools))
        for pool in pools:
            if self.sums.get(pool.name, Tally()) == Tally():
                known = tuple(each for each in pool.steps if each in self.rounds)
                alone = len(pool.steps) == 1 or not self.seen & set(known)
                self.sums[pool.name] = self._told(known, VIGNETTE) if known and alone else Tally()

    @precondition(lambda self: len(self.ever) > 12)
    @rule()
    def the_lesson_ends(self) -> None:
        assume(self.phase is not Phase.ENDED)
        self.real.tell(End())
        self.seated, self.answers, self.rounds = set(), {}, {}
        self.seen, self.sums, self.step, self.kept = set(), {}, "", ""
        self.phase, self.paused, self.locked, self.tally = Phase.ENDED, False, False, None

    # --- what must hold

    @rule(who=pupils)
    def somebody_looks(self, who: str) -> None:
        seated = who in self.seated
        if not seated and who in self.ever:
            self._ghost(who)
        assert self.real.look(who) == Looked(
            Phase.PAUSED if self.paused else self.phase,
            self.step,
            self.rounds.get(self.step, 1),
            self.answers.get(self.step, {}).get(who) if seated else None,
            len(self.seated),
            seated,
        )

    @invariant()
    def the_teacher_sees_what_is(self) -> None:
        state = self.real.teacher()
        seen = state.seen
        assert (seen.phase, seen.step) == (Phase.PAUSED if self.paused else self.phase, self.step)
        assert (seen.joined, seen.locked, seen.kept) == (len(self.seated), self.locked, self.kept)
        assert len(set(seen.symbols)) == len(self.seated)
        assert seen.answered == (0 if self.step == "line" else len(self.answers.get(self.step, {})))
        assert seen.tally == (None if self.paused else self.tally)
        assert dict(seen.sums) == self.sums
        assert state.rev >= self.rev
        self.rev = state.rev
