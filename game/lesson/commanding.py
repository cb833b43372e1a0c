"""What a teacher's commands do to a lesson, decided from rows that somebody else has read. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from game.lesson.protocol import OpenStep, ShowStep
from game.lesson.session import Lesson, StepRow, Told
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
    Reopen,
    Resume,
    Reveal,
    Sum,
    Tally,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.lesson.protocol import HubCommand, StepTexts
    from game.screens.lesson.tally import Rule
    from game.screens.lesson.wire import Pool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a voter answered in the last round of a step."""

    step: str
    voter: bytes
    choice: int


@dataclass(frozen=True, slots=True)
class Rows:
    """What a command is decided by beside the lesson: the steps that `needs` names, and the answers to them."""

    steps: Mapping[str, StepRow] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    symbols: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Done:
    """The lesson after a command, and what else is to be written.

    `step` is the row of a step that is new or changed, `texts` what is now shown, `forgotten` a step whose earlier rounds
    are deleted, `freed` the symbol of a seat that is deleted. Of a lesson that has ended all is deleted but its own row.
    """

    lesson: Lesson
    step: StepRow | None = None
    texts: StepTexts | None = None
    forgotten: str = ""
    freed: str = ""


def needs(lesson: Lesson, command: HubCommand) -> tuple[str, ...]:
    """The steps whose rows and answers a command is decided by."""
    match command:
        case ShowStep(step) | OpenStep(step):
            return (step.id,)
        case Sum(pools):
            return tuple(dict.fromkeys(step for pool in pools for step in pool.steps))
        case Reveal():
            return (lesson.step.id,) if lesson.step else ()
        case CloseStep() | Reopen() | Pause() | Resume() | Lock() | FreeSeat() | Keep() | End():
            return ()
        case _:
            assert_never(command)


def do(lesson: Lesson, command: HubCommand, rows: Rows) -> Done:
    """Does a command; one that does not fit where the lesson is changes nothing but `rev`."""
    before = replace(lesson, rev=lesson.rev + 1)
    match command:
        case ShowStep(step):
            return _shown(before, step, rows, Phase.READ)
        case OpenStep(step):
            return _opened(before, step, rows)
        case CloseStep():
            return Done(replace(before, phase=Phase.CLOSED) if lesson.phase is Phase.OPEN else before)
        case Reveal():
            return _revealed(before, rows)
        case Reopen():
            return _reopened(before)
        case Pause():
            return Done(replace(before, paused=True))
        case Resume():
            return Done(replace(before, paused=False))
        case Lock(locked):
            return Done(replace(before, locked=locked))
        case FreeSeat(symbol):
            return _freed(before, symbol, rows)
        case Sum(pools):
            return Done(replace(before, sums=_summed(before, pools, rows)))
        case Keep(text):
            return Done(replace(before, kept=text))
        case End():
            return Done(_ended(before))
        case _:
            assert_never(command)


def _shown(lesson: Lesson, step: StepTexts, rows: Rows, phase: Phase) -> Done:
    known = rows.steps.get(step.id)
    row = StepRow(step.id, step.kind, len(step.options), step.sensitive)
    answered = 0
    if known:
        # Shown again with its answers left out, it still is what was answered.
        options = max(row.options, known.options) if row.kind is known.kind else row.options
        row = replace(row, options=options, round=known.round, revealed=known.revealed)
        answered = sum(each.step == step.id for each in rows.answers)
    shown = replace(lesson, phase=phase, step=row, shown=lesson.shown + 1, answered=answered, tally=None)
    return Done(shown, row, step)


def _opened(lesson: Lesson, step: StepTexts, rows: Rows) -> Done:
    """The last round goes on where the class has not seen it; otherwise answers before and after would differ by a pupil."""
    if lesson.phase is Phase.OPEN and lesson.step and lesson.step.id == step.id:
        return Done(lesson)
    known = rows.steps.get(step.id)
    if not known or not known.revealed:
        return _shown(lesson, step, rows, Phase.OPEN)
    row = StepRow(step.id, step.kind, len(step.options), step.sensitive, known.round + 1)
    anew = replace(lesson, phase=Phase.OPEN, step=row, shown=lesson.shown + 1, answered=0, tally=None)
    return Done(anew, row, step, forgotten=step.id)


def _reopened(lesson: Lesson) -> Done:
    if lesson.step is None or lesson.phase is Phase.ENDED:
        return Done(lesson)
    row = replace(lesson.step, round=lesson.step.round + 1, revealed=False)
    anew = replace(lesson, phase=Phase.OPEN, step=row, answered=0, tally=None)
    return Done(anew, row, forgotten=row.id)


def _revealed(lesson: Lesson, rows: Rows) -> Done:
    step = lesson.step
    if step is None or lesson.phase not in {Phase.OPEN, Phase.CLOSED}:
        return Done(lesson)
    rule = VOTE if step.kind is Kind.VOTE else VIGNETTE
    tally = _tally(lesson, rule, {step.id: step}, rows.answers)
    if any(step.id in each.steps and each.steps != (step.id,) for each in lesson.sums):
        tally = Tally()
    row = replace(step, revealed=True)
    return Done(replace(lesson, phase=Phase.REVEAL, step=row, tally=tally), row)


def _freed(lesson: Lesson, symbol: str, rows: Rows) -> Done:
    if symbol not in rows.symbols:
        return Done(lesson)
    return Done(replace(lesson, joined=lesson.joined - 1), freed=symbol)


def _summed(lesson: Lesson, pools: tuple[Pool, ...], rows: Rows) -> tuple[Told, ...]:
    """What is told stays as it was told, and no two pools that share a step are told: their difference could be a pupil."""
    sums = {each.name: each for each in lesson.sums}
    for pool in pools:
        others = [set(each.steps) for each in sums.values() if each.name != pool.name and _says(each.tally)]
        before = sums.get(pool.name)
        if before and _says(before.tally):
            continue
        steps = {each: rows.steps[each] for each in pool.steps if each in rows.steps}
        alone = len(set(pool.steps)) == 1
        apart = not any(each & set(pool.steps) and each != set(pool.steps) for each in others)
        unseen = alone or not any(each.revealed for each in steps.values())
        tally = _tally(lesson, VIGNETTE, steps, rows.answers) if apart and unseen else Tally()
        sums[pool.name] = Told(pool.name, pool.steps, tally)
    return tuple(sums.values())


def _says(tally: Tally) -> bool:
    return bool(tally.cells) or tally.most is not None


def _tally(lesson: Lesson, rule: Rule, steps: Mapping[str, StepRow], answers: tuple[Answer, ...]) -> Tally:
    """Adds up the last rounds. To a line everybody in the room has answered, since not to flag it is an answer too."""
    width = max((each.answers for each in steps.values()), default=0)
    mine = [each for each in answers if each.step in steps and each.choice < width]
    if not width:
        return Tally()
    behind = [{each.voter for each in mine if each.choice == option} for option in range(width)]
    kinds = {each.kind for each in steps.values()}
    tally = told(
        [sum(each.choice == option for each in mine) for option in range(width)],
        rule,
        people=[len(each) for each in behind],
        answered=lesson.joined if kinds == {Kind.LINE} else len(set().union(*behind)),
        sensitive=any(each.sensitive for each in steps.values()),
    )
    # The sum of one cell would be the number that it hides.
    return replace(tally, total=0) if tally.cells == (Cell(None),) else tally


def _ended(lesson: Lesson) -> Lesson:
    """Nothing is left but that it has ended, and what a stage needs to hear that again."""
    return Lesson(lesson.places, lesson.rev, lesson.seq, lesson.last, Phase.ENDED, shown=lesson.shown + 1)
