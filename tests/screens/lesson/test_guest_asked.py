"""A pupil with the game on their own computer answers what the class is asked, and changes it until the teacher goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import TellAnswer
from game.screens.intents import Go, Hide, Where
from game.screens.keys import Key
from game.screens.lesson.blocks import Bars
from game.screens.lesson.guest import Answer, Asked, GuestSeen, Hindrance, JoinAgain, LeaveLesson, Seat
from game.screens.lesson.wire import Cell, Kind, Phase, Tally
from game.screens.page import Screen
from tests.screens.lesson.guests import ASKED, FLAGS, IN, JUDGES, OPEN, PLAYS, begun, guest_of, joined
from tests.screens.support import Player, labels, play_of, texts_in

FIRST, SECOND, BACK = (Answer(ASKED.step, 1, choice) for choice in (0, 1, None))


def stored(choice: int | None, seen: GuestSeen = OPEN) -> GuestSeen:
    """The hub has stored an answer."""
    assert seen.asked
    return replace(seen, asked=replace(seen.asked, mine=choice))


def closed(phase: Phase, mine: int | None = None, tally: Tally | None = None) -> GuestSeen:
    return replace(OPEN, phase=phase, asked=replace(ASKED, mine=mine, tally=tally))


def said(player: Player) -> str:
    return " ".join(texts_in(player.page.body))


def selected(player: Player) -> list[str]:
    return [item.label for item in player.page.items() if item.selected]


def bars(player: Player) -> list[tuple[str, str]]:
    there = next(block for block in player.page.body if isinstance(block, Bars))
    return [(bar.label, bar.shown) for bar in there.bars]


# --- the question -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [OPEN, JUDGES])
def test_the_question_of_the_class_is_there_with_all_that_can_be_answered(seen: GuestSeen) -> None:
    player = joined().do(seen)
    assert seen.asked
    assert player.page.title == seen.asked.title
    assert seen.asked.text in said(player)
    assert set(seen.asked.options) <= set(labels(player))
    assert "Ingen ser vad just du har valt." in said(player)


def test_it_says_which_question_it_is_and_how_many_have_answered() -> None:
    player = joined().do(OPEN)
    assert player.page.label == "Röst 2 av 6 · 3 av 24 har svarat"
    assert player.do(closed(Phase.CLOSED)).page.label == "Röst 2 av 6"


def test_before_answers_are_taken_and_after_it_there_is_nothing_to_press() -> None:
    for phase in (Phase.READ, Phase.CLOSED, Phase.REVEAL, Phase.PAUSED):
        player = joined().do(replace(OPEN, phase=phase))
        assert not {"Lyssna", "Gå"} & set(labels(player))
        assert player.do(FIRST).done == ()


def test_a_pupil_who_reads_the_story_looks_up_answers_and_comes_back_to_the_same_place() -> None:
    player = begun()
    place = play_of(player).way
    player.do(OPEN)
    assert player.page.title == "Vad gör du?"
    player.do(FIRST, stored(0), PLAYS)
    assert (player.page.screen, play_of(player).way) == (Screen.DIALOGUE, place)


def test_nothing_is_answered_by_a_key_that_was_meant_for_the_story() -> None:
    player = begun().do(OPEN)
    assert player.press(Key.SPACE).done == ()
    assert player.page.default is None


# --- an answer ----------------------------------------------------------------------------------------


def test_a_digit_answers_and_the_answer_is_sent() -> None:
    player = joined().do(OPEN).press(Key.D2)
    assert player.done == (TellAnswer(SECOND),)
    assert selected(player) == ["Gå"]


def test_that_an_answer_is_stored_is_said_only_when_the_hub_has_said_so() -> None:
    player = joined().do(OPEN, FIRST)
    assert "Sparar …" in said(player)
    assert "Din röst är sparad." not in said(player)
    assert "Din röst är sparad." in said(player.do(stored(0)))
    assert "Sparar …" not in said(player)


def test_an_answer_can_be_changed_and_taken_back_until_it_is_closed() -> None:
    player = joined().do(OPEN, FIRST, stored(0), SECOND)
    assert player.done == (TellAnswer(SECOND),)
    assert (selected(player), "Din röst är sparad." in said(player)) == (["Gå"], False)
    player.do(stored(1)).walk_to("Ta tillbaka mitt svar")
    assert player.done == (TellAnswer(BACK),)
    assert selected(player) == []
    player.do(stored(None))
    assert "Ta tillbaka mitt svar" not in labels(player)
    assert "sparad" not in said(player)


def test_the_same_answer_again_sends_nothing() -> None:
    player = joined().do(OPEN, FIRST, FIRST)
    assert player.done == ()
    assert player.do(stored(0), FIRST).done == ()


def test_while_the_hub_has_not_answered_what_it_knew_before_is_not_taken_for_the_answer() -> None:
    player = joined().do(OPEN, FIRST, stored(0), SECOND, stored(0))
    assert selected(player) == ["Gå"]
    assert "Sparar …" in said(player)


@pytest.mark.parametrize(
    "later",
    [
        replace(OPEN, asked=replace(ASKED, round=2)),
        replace(OPEN, asked=replace(ASKED, step="val:2")),
        closed(Phase.CLOSED),
        PLAYS,
    ],
)
def test_an_answer_that_came_too_late_is_not_shown_as_one(later: GuestSeen) -> None:
    player = joined().do(OPEN, FIRST, later)
    assert guest_of(player).sending is None
    assert selected(player) == []


def test_an_answer_to_another_question_than_the_one_that_is_asked_means_nothing() -> None:
    again = replace(OPEN, asked=replace(ASKED, round=2))
    player = joined().do(again, FIRST)
    assert (player.done, guest_of(player).sending) == ((), None)


def test_an_answer_that_was_on_its_way_waits_through_a_pause_and_a_lost_contact() -> None:
    player = joined().do(OPEN, FIRST, replace(OPEN, phase=Phase.PAUSED))
    assert player.page.title == "Titta hit"
    assert "Ditt svar finns kvar." in said(player)
    player.do(replace(OPEN, seat=Seat.LOST))
    assert selected(player) == ["Lyssna"]
    assert "Ingen kontakt med lektionen just nu." in said(player)


def test_who_gets_another_seat_has_answered_nothing() -> None:
    player = joined().do(OPEN, FIRST, GuestSeen(Seat.OUT, why=Hindrance.FREED), JoinAgain(), OPEN)
    assert selected(player) == []


def test_nothing_is_answered_from_a_page_that_does_not_show_the_question() -> None:
    for intent in (Hide(), Go(Where.HELP), LeaveLesson(sure=False)):
        assert joined().do(OPEN, intent, FIRST).done == ()


def test_help_and_hide_are_there_while_the_class_answers() -> None:
    player = joined().do(OPEN)
    assert Hide() in {item.intent for item in player.page.items()}
    assert player.press(Key.F1).page.screen is Screen.HELP


# --- closed, and shown --------------------------------------------------------------------------------


def test_when_it_is_closed_one_reads_whether_the_own_answer_is_in_it() -> None:
    assert "Ditt svar är med." in said(joined().do(closed(Phase.CLOSED, mine=1)))
    assert "Nu är det stängt." in said(joined().do(closed(Phase.CLOSED)))


def test_how_the_class_answered_is_told_as_far_as_the_hub_tells_it() -> None:
    tally = Tally((Cell(14), Cell(None)), total=16)
    player = joined().do(closed(Phase.REVEAL, 0, tally))
    assert bars(player) == [("Lyssna · Ditt svar", "14"), ("Gå", "visas inte")]
    assert "så att ingen kan räkna ut vem som svarade vad" in said(player)


def test_what_nearly_all_answered_is_told_without_a_number() -> None:
    player = joined().do(closed(Phase.REVEAL, None, Tally((Cell(None), Cell(None)), most=1)))
    assert bars(player) == [("Lyssna", "några få eller ingen"), ("Gå", "de flesta")]


def test_where_too_few_answered_nothing_is_told() -> None:
    player = joined().do(closed(Phase.REVEAL, 0, Tally()))
    assert "För få har svarat" in said(player)
    assert not any(isinstance(block, Bars) for block in player.page.body)


# --- what else the class does -------------------------------------------------------------------------


def test_a_line_can_be_flagged_and_the_flag_taken_back() -> None:
    player = joined().do(FLAGS).walk_to("Det här känns fel")
    assert player.done == (TellAnswer(Answer("rad:1", 1, 0)),)
    assert "Sparar …" in said(player)
    assert "Flaggan är sparad." in said(player.do(stored(0, FLAGS)))
    assert player.walk_to("Det här känns fel").done == (TellAnswer(Answer("rad:1", 1, None)),)


@pytest.mark.parametrize("kind", [Kind.WATCH, Kind.TALK, Kind.HELP, Kind.PRACTISE])
def test_what_stands_on_the_board_can_be_read_here_too(kind: Kind) -> None:
    asked = Asked("why.1", title="Så kan man tänka", text="Kläder väljer man själv.")
    player = joined().do(replace(IN, phase=Phase.READ, kind=kind, asked=asked))
    assert player.page.title == "Så kan man tänka"
    assert "Kläder väljer man själv." in said(player)


def test_whom_one_can_talk_to_is_one_press_away_when_the_class_comes_to_it() -> None:
    player = joined().do(replace(IN, phase=Phase.READ, kind=Kind.HELP, asked=Asked("help")))
    assert player.walk_to("Vem kan jag prata med?").page.screen is Screen.HELP
