"""The lesson itself, decided by pure functions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from game.lesson.commanding import Answer, Done, Rows, do
from game.lesson.protocol import OpenStep, ShowStep
from game.lesson.seeing import answered, scenes_told, tally_shown, teacher_state
from game.lesson.session import Ballot, Joined, Lesson, StepRow, join, vote
from game.lesson.views import Notice
from game.screens.lesson.wire import (
    Cell,
    CloseStep,
    End,
    Keep,
    Kind,
    Pause,
    Phase,
    Pool,
    Reopen,
    Resume,
    Reveal,
    Sum,
    Tally,
)
from tests.lesson.a_lesson import ALesson
from tests.lesson.lessons import Subject, in_memory, step


class InMemory(ALesson):
    def begin(self, places: int) -> Subject:
        return in_memory(places)


def test_any_lesson_in_memory_is_as_plain_dictionaries_say() -> None:
    tried = settings(max_examples=40, stateful_step_count=50)
    run_state_machine_as_test(InMemory, settings=tried)


OPEN = replace(Lesson(27), phase=Phase.OPEN, step=StepRow("a", Kind.VOTE, 2), joined=20)


def answers(*counts: int, of: str = "a", first: int = 0) -> tuple[Answer, ...]:
    """So many answers to each option, each by somebody else."""
    choices = [option for option, count in enumerate(counts) for _ in range(count)]
    return tuple(Answer(of, bytes([first + who]), choice) for who, choice in enumerate(choices))


def revealed(lesson: Lesson, given: tuple[Answer, ...]) -> Done:
    return do(lesson, Reveal(), Rows({}, given))


def test_the_same_pupil_takes_the_same_seat_again_even_when_no_one_new_is_let_in() -> None:
    locked = replace(OPEN, locked=True, joined=27)
    assert join(locked, "star-fox", {"star-fox"}, 3) == Joined(locked, "star-fox", new=False)


def test_a_late_answer_that_was_stored_already_is_fine() -> None:
    closed = replace(OPEN, phase=Phase.CLOSED, answered=1)
    assert vote(closed, Ballot("a", 1, 1), 1, seated=True) is closed
    assert vote(closed, Ballot("a", 1, 0), 1, seated=True) is Notice.CLOSED


def test_an_answer_to_an_earlier_round_is_closed() -> None:
    again = do(OPEN, Reopen(), Rows()).lesson
    assert vote(again, Ballot("a", 1, 1), None, seated=True) is Notice.CLOSED
    assert isinstance(vote(again, Ballot("a", 2, 1), None, seated=True), Lesson)


def test_a_pause_comes_back_to_what_was() -> None:
    paused = do(OPEN, Pause(), Rows()).lesson
    assert paused.seen_phase is Phase.PAUSED
    assert vote(paused, Ballot("a", 1, 1), None, seated=True) is Notice.PAUSED
    assert do(paused, Resume(), Rows()).lesson.seen_phase is Phase.OPEN


def test_the_tally_is_told_in_the_reveal_only() -> None:
    given = answers(5, 4)
    shown = revealed(OPEN, given).lesson
    assert tally_shown(OPEN) is None
    assert tally_shown(do(OPEN, CloseStep(), Rows()).lesson) is None
    assert tally_shown(shown) == Tally((Cell(5), Cell(4)), total=9)
    assert tally_shown(do(shown, Pause(), Rows()).lesson) is None
    assert tally_shown(do(shown, Reopen(), Rows()).lesson) is None


def test_a_round_is_revealed_once_and_stays_as_it_was_revealed() -> None:
    shown = revealed(OPEN, answers(5, 4)).lesson
    assert revealed(shown, answers(5, 5)).lesson.tally == shown.tally


def test_a_step_that_was_revealed_is_opened_in_a_new_round() -> None:
    row = revealed(OPEN, answers(5, 4)).step
    assert row
    again = do(OPEN, OpenStep(step("b")), Rows()).lesson
    done = do(again, OpenStep(step("a")), Rows({"a": row}, answers(5, 4)))
    assert (done.step and done.step.round, done.forgotten, done.lesson.answered) == (2, "a", 0)


def test_a_step_that_was_left_without_a_reveal_goes_on_with_its_answers() -> None:
    done = do(OPEN, OpenStep(step("b")), Rows({"b": StepRow("b", Kind.VOTE, 3)}, answers(2, 1, of="b")))
    assert (done.lesson.answered, done.step and done.step.round) == (3, 1)


def test_of_a_line_not_even_the_number_of_flags_is_told() -> None:
    line = do(OPEN, ShowStep(step("line", Kind.LINE, 0)), Rows()).lesson
    flagged = vote(line, Ballot("line", 1, 0), None, seated=True)
    assert isinstance(flagged, Lesson)
    assert (flagged.answered, answered(flagged)) == (1, 0)
    assert teacher_state(flagged, (), ()).seen.answered == 0


def test_what_was_answered_on_a_sensitive_step_by_all_is_told_as_most() -> None:
    touchy = replace(OPEN, step=StepRow("a", Kind.VOTE, 2, sensitive=True))
    assert revealed(touchy, answers(9, 0)).lesson.tally == Tally((Cell(None), Cell(None)), most=0)


@pytest.mark.parametrize(("kind", "few", "enough"), [(Kind.VOTE, 4, 5), (Kind.JUDGE, 9, 10)])
def test_few_answers_are_not_told(kind: Kind, few: int, enough: int) -> None:
    lesson = replace(OPEN, step=StepRow("a", kind, 2))
    assert revealed(lesson, answers(few, 0)).lesson.tally == Tally()
    assert revealed(lesson, answers(enough, 0)).lesson.tally == Tally((Cell(enough), Cell(0)), total=enough)


def summed(lesson: Lesson, rows: Rows, *pools: Pool) -> Lesson:
    return do(lesson, Sum(pools), rows).lesson


JUDGED = {name: StepRow(name, Kind.JUDGE, 2) for name in ("a", "b", "c")}


def test_a_pool_counts_pupils_and_not_their_answers() -> None:
    four_pupils = tuple(Answer(of, bytes([who]), 0) for of in ("a", "b", "c") for who in range(4))
    told = summed(OPEN, Rows(JUDGED, four_pupils), Pool("alla", ("a", "b", "c")))
    assert told.sums[0].tally == Tally()


def test_a_pool_that_was_told_stays_as_it_was_told() -> None:
    pool = Pool("alla", ("a", "b"))
    once = summed(OPEN, Rows(JUDGED, answers(6, 6) + answers(6, 6, of="b")), pool)
    again = summed(once, Rows(JUDGED, answers(7, 6) + answers(6, 6, of="b")), pool)
    assert once.sums[0].tally == Tally((Cell(12), Cell(12)), total=24)
    assert again.sums == once.sums


def test_pools_that_share_a_step_are_not_both_told() -> None:
    rows = Rows(JUDGED, answers(6, 6) + answers(6, 6, of="b"))
    told = summed(OPEN, rows, Pool("ett", ("a",)), Pool("båda", ("a", "b")), Pool("två", ("b",)))
    assert [each.tally == Tally() for each in told.sums] == [False, True, False]


def test_a_step_that_the_class_has_seen_is_in_no_pool_and_one_in_a_pool_is_not_shown() -> None:
    given = answers(6, 6) + answers(6, 6, of="b")
    seen = {**JUDGED, "a": replace(JUDGED["a"], revealed=True)}
    assert summed(OPEN, Rows(seen, given), Pool("båda", ("a", "b"))).sums[0].tally == Tally()
    pooled = summed(OPEN, Rows(JUDGED, given), Pool("båda", ("a", "b")))
    judged = replace(pooled, step=JUDGED["a"])
    assert revealed(judged, given).lesson.tally == Tally()


def test_not_to_flag_a_line_is_an_answer_too() -> None:
    lines = {"a": StepRow("a", Kind.LINE)}
    told = summed(OPEN, Rows(lines, answers(6)), Pool("rad", ("a",)))
    assert told.sums[0].tally == Tally((Cell(6),), total=6)


def test_of_a_few_flags_not_even_their_sum_is_told() -> None:
    told = summed(OPEN, Rows({"a": StepRow("a", Kind.LINE)}, answers(3)), Pool("rad", ("a",)))
    assert told.sums[0].tally == Tally((Cell(None),), total=0)


def test_a_step_that_is_shown_again_without_its_options_still_has_its_answers() -> None:
    told = do(OPEN, ShowStep(step("a", Kind.JUDGE, 0)), Rows(JUDGED, answers(6, 6)))
    assert told.step == JUDGED["a"]
    assert told.lesson.answered == 12


def test_scenes_with_fewer_than_three_are_told_together() -> None:
    assert scenes_told(["a"] * 3 + ["b"] * 2 + ["c"]) == (("a", 3), ("", 3))
    assert scenes_told(["a"] * 4) == (("a", 4),)


def test_symbols_are_told_in_an_order_that_says_nothing_of_who_came_first() -> None:
    assert teacher_state(OPEN, ["sun-owl", "drop-fish"], ()).seen.symbols == ("drop-fish", "sun-owl")


def test_at_the_end_nothing_is_left_but_that_it_has_ended() -> None:
    full = replace(do(OPEN, Keep("väg"), Rows()).lesson, seq=4, last="x")
    ended = do(full, End(), Rows()).lesson
    assert ended == Lesson(27, full.rev + 1, 4, "x", Phase.ENDED, shown=full.shown + 1)
