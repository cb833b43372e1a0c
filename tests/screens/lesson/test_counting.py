"""How many hands there are is put in as a number, by keyboard, mouse and touch, and only while the question is open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.screens.keys import Key
from game.screens.lesson.blocks import Bars
from game.screens.lesson.intents import (
    Backward,
    CloseAnswers,
    CountHands,
    HandDigit,
    Onward,
    TwoWindows,
    TypeHands,
)
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.page import Buttons, Field
from tests.screens.lesson.classroom import (
    bars,
    come_to,
    in_class,
    lesson_of,
    onward_to_vote,
    paragraphs,
    said,
    turn,
)
from tests.screens.lesson.lessons import teachers
from tests.screens.support import Player, labels

BOTH = (Taking.HANDS, Taking.DEVICES)


def voting(*taking: Taking) -> Player:
    """At the first choice of the story, which the class answers now."""
    return onward_to_vote(come_to(in_class(*taking), Part.STORY)).do(Onward())


def numbers(player: Player) -> list[str]:
    """What stands beside the answers."""
    return [bar.shown for bar in bars(player)]


def put_in(player: Player) -> str:
    """What stands in the field."""
    (field,) = [block for block in player.page.body if isinstance(block, Field)]
    return field.text


def test_on_the_keyboard_it_takes_the_answer_s_digit_the_number_and_enter() -> None:
    player = voting().press(Key.D1, Key.D2, Key.D0, Key.ENTER)
    assert numbers(player) == ["20", "0"]


def test_with_a_mouse_or_a_finger_it_is_the_answer_a_keypad_and_done() -> None:
    player = voting()
    (row, *_) = bars(player)
    assert row.item
    player.do(row.item.intent)
    (keypad,) = [block for block in player.page.body if isinstance(block, Buttons)]
    assert keypad.keypad
    press = {item.label: item.intent for item in keypad.items}
    assert set(press) == set("0123456789")
    player.do(press["2"], press["5"])
    (done,) = [item.intent for item in player.page.foot if item.label == "Klart"]
    assert numbers(player.do(done)) == ["25", "0"]


def test_the_numbers_are_called_raised_hands() -> None:
    for taking in ((Taking.HANDS,), BOTH):
        player = voting(*taking)
        assert any(each.startswith("Uppräckta händer") for each in paragraphs(player))
    player.do(CountHands(0, 1), CountHands(1, 1), CloseAnswers())
    assert "Uppräckta händer · 2 händer" in paragraphs(player)


def test_beside_devices_a_class_sees_how_many_hands_there_are_and_not_for_what() -> None:
    player = voting(*BOTH).do(CountHands(0, 2))
    assert numbers(player) == ["", ""]
    assert any(each.endswith("· 2 händer") for each in paragraphs(player))
    assert numbers(player.do(CloseAnswers())) == ["", ""]
    assert not any("händer" in each for each in paragraphs(voting(*BOTH).do(CloseAnswers())))


def test_the_teacher_s_own_window_tells_the_hands_of_each_answer() -> None:
    player = voting(*BOTH).do(TwoWindows(on=True), CountHands(0, 2))
    (seen,) = [block for block in teachers(player).body if isinstance(block, Bars)]
    assert [bar.shown for bar in seen.bars] == ["2", "0"]
    assert numbers(player) == ["", ""]


def test_who_answers_on_a_screen_alone_sees_nothing_about_hands() -> None:
    assert "händer" not in said(voting(Taking.DEVICES))


def test_after_a_number_the_next_answer_has_focus_so_that_enter_never_closes_by_mistake() -> None:
    player = voting().press(Key.D1, Key.D9, Key.ENTER, Key.ENTER, Key.D7, Key.ENTER)
    assert numbers(player) == ["9", "7"]
    assert turn(player) is Turn.OPEN


def test_a_digit_is_erased_and_without_one_the_number_stays_as_it_was() -> None:
    player = voting().do(CountHands(0, 4)).press(Key.D1)
    assert put_in(player) == "4"
    player.press(Key.D1, Key.D8, Key.BACKSPACE)
    assert put_in(player) == "1"
    player.press(Key.BACKSPACE)
    assert "Tillbaka" in labels(player)
    assert numbers(player.press(Key.BACKSPACE)) == ["4", "0"]


def test_done_without_a_digit_changes_nothing() -> None:
    assert numbers(voting().do(CountHands(0, 4)).press(Key.D1, Key.ENTER)) == ["4", "0"]


def test_a_third_digit_begins_the_number_anew() -> None:
    assert put_in(voting().press(Key.D1, Key.D2, Key.D5, Key.D3)) == "3"


@given(st.lists(st.integers(-1, 10), max_size=8))
def test_whatever_is_typed_there_are_no_more_hands_than_any_class_has(digits: list[int]) -> None:
    player = voting().do(TypeHands(1), *map(HandDigit, digits), Onward())
    assert all(0 <= int(number) <= 99 for number in numbers(player))


def test_when_the_answers_are_closed_no_key_and_no_press_counts_a_hand() -> None:
    player = voting(*BOTH).do(CountHands(0, 3), CloseAnswers())
    assert not any(bar.item or bar.less or bar.more for bar in bars(player))
    player.press(Key.D1, Key.D2).do(CountHands(0, 1), TypeHands(0), HandDigit(9))
    assert [*lesson_of(player).hands.values()] == [(3, 0)]


def test_closing_while_a_number_is_put_in_shows_the_closed_question() -> None:
    player = voting(*BOTH).do(TypeHands(0), HandDigit(9), CloseAnswers())
    assert not any(map(any, lesson_of(player).hands.values()))
    assert lesson_of(player).counting is None


def test_no_number_is_put_in_before_the_question_is_open_nor_for_an_answer_that_is_not_there() -> None:
    assert lesson_of(voting().do(Backward(), TypeHands(0))).counting is None
    assert lesson_of(voting().do(TypeHands(7))).counting is None


def test_in_a_window_of_the_teacher_s_own_the_class_goes_on_seeing_the_question() -> None:
    player = voting().do(TwoWindows(on=True), TypeHands(0), HandDigit(8))
    assert len(bars(player)) == 2
    (field,) = [block for block in teachers(player).body if isinstance(block, Field)]
    assert field.text == "8"


def test_hands_of_those_who_shut_their_eyes_are_put_in_in_the_same_way() -> None:
    player = come_to(in_class(), Part.BEFORE).do(Onward()).press(Key.D3, Key.D1, Key.D1, Key.ENTER)
    assert numbers(player) == ["0", "0", "11"]
