"""Commands on their way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.lesson.outbox import Outbox
from game.screens.lesson.wire import CloseStep, End, FreeSeat, Keep, Lock, Pause, Resume, ToHub

COMMANDS: st.SearchStrategy[ToHub] = st.one_of(
    st.sampled_from([Pause(), Resume(), CloseStep(), Lock(locked=True)]),
    st.text(max_size=3).map(FreeSeat),
    st.integers(0, 99).map(lambda number: Keep(str(number))),
)


def emptied(outbox: Outbox) -> list[ToHub]:
    found = []
    while (command := outbox.first()) is not None:
        found.append(command)
        outbox.done()
    return found


@given(st.lists(COMMANDS))
def test_all_but_places_come_out_in_the_order_in_which_they_went_in(commands: list[ToHub]) -> None:
    outbox = Outbox()
    for each in commands:
        outbox.put(each)

    out = emptied(outbox)
    assert [each for each in out if not isinstance(each, Keep)] == [
        each for each in commands if not isinstance(each, Keep)
    ]


@given(st.lists(COMMANDS))
def test_of_places_the_latest_is_told_and_at_most_one_that_may_be_on_its_way(commands: list[ToHub]) -> None:
    outbox = Outbox()
    for each in commands:
        outbox.put(each)

    told = [each for each in emptied(outbox) if isinstance(each, Keep)]
    put = [each for each in commands if isinstance(each, Keep)]
    assert told[-1:] == put[-1:]
    assert len(told) <= 2


def test_a_command_stays_until_it_was_done() -> None:
    outbox = Outbox()
    outbox.put(Pause())
    assert outbox.first() == outbox.first() == Pause()
    outbox.done()

    assert outbox.first() is None


@given(st.lists(COMMANDS, min_size=1))
def test_after_the_end_nothing_more_is_taken_in(commands: list[ToHub]) -> None:
    outbox = Outbox()
    outbox.put(End())
    for each in (*commands, End()):
        outbox.put(each)

    assert outbox.ended
    assert emptied(outbox) == [End()]
