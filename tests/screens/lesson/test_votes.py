"""The class decides what happens in its story: by hands, by devices, by both, or its teacher does."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.intents import Intent, SkipScene
from game.screens.keys import Key
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    CountHands,
    Onward,
    OpenAnswers,
    ShowAnswers,
    StartTimer,
    StopTimer,
    Take,
    Ticked,
    TwoWindows,
)
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.teacher import teacher_page
from game.screens.lesson.wire import Cell, Kind, Phrase, Tally
from game.screens.page import Screen
from tests.screens.lesson.classroom import (
    QUESTION,
    bars,
    come_to,
    in_class,
    lesson_of,
    onward_to_vote,
    paragraphs,
    said,
    script,
    seen,
    step_of,
    turn,
)
from tests.screens.support import Player, labels, play_of

BOTH = (Taking.HANDS, Taking.DEVICES)
NOBODY = "Ingen har svarat. Läraren kan välja åt klassen, eller fråga en gång till."
TOO_SOON = "Ingen har svarat än. Tryck en gång till om du vill stänga svaren ändå."
TELLING = (Take(0), Take(0))
"""From the first choice to where one is told."""


@cache
def first_vote(taking: tuple[Taking, ...], *, voting: bool) -> Player:
    """Played to the first choice once for all tests of a process."""
    return onward_to_vote(come_to(in_class(*taking, voting=voting), Part.STORY))


def at_vote(*taking: Taking, voting: bool = True) -> Player:
    """At the first choice of the story, before it is opened."""
    return first_vote(taking, voting=voting).branch()


def at_telling(*taking: Taking) -> Player:
    """Where the class chooses whom to tell."""
    player = at_vote(*taking)
    for intent in TELLING:
        onward_to_vote(player.do(intent))
    return player


def cells(*counts: int | None) -> Tally:
    return Tally(tuple(Cell(count) for count in counts), total=sum(each or 0 for each in counts))


def shown(*counts: int | None, answered: int, taking: tuple[Taking, ...] = BOTH) -> Player:
    """The first choice, shown, after devices have answered it."""
    return seen(at_vote(*taking).do(Onward(), Onward(), Onward()), cells(*counts), answered=answered)


# --- the turns ---------------------------------------------------------------------------------------


def test_a_vote_with_devices_is_read_opened_closed_and_shown_and_then_decided() -> None:
    player = at_vote(Taking.DEVICES)
    assert turn(player) is Turn.SHOWN
    turns = [turn(player.do(Onward())) for _ in range(3)]
    assert turns == [Turn.OPEN, Turn.CLOSED, Turn.REVEALED]
    seen(player, cells(4, 12), answered=16).do(Onward())
    assert play_of(player).way.decisions == (1,)
    assert turn(player) is Turn.SHOWN


def test_hands_alone_need_not_be_closed() -> None:
    player = at_vote().do(Onward(), CountHands(0, 3))
    assert turn(player.do(Onward())) is Turn.REVEALED


def test_space_enter_and_right_lead_on_and_backspace_back() -> None:
    for key in (Key.SPACE, Key.ENTER, Key.RIGHT):
        assert turn(at_vote().press(key)) is Turn.OPEN
    assert turn(at_vote().press(Key.SPACE, Key.BACKSPACE)) is Turn.SHOWN


def test_the_way_on_is_what_most_want() -> None:
    player = at_vote().do(Onward(), CountHands(1, 14), CountHands(0, 9), Onward())
    assert "Klassen valde: Byt ämne." in labels(player)
    assert [bar.leads for bar in bars(player)] == [False, True]
    assert play_of(player.press(Key.SPACE)).way.decisions == (1,)


def test_anything_else_can_be_chosen_for_the_class() -> None:
    player = at_vote().do(Onward(), CountHands(1, 14), Onward())
    assert play_of(player.press(Key.D1)).way.decisions == (0,)


def test_the_teacher_can_choose_before_anybody_has_voted() -> None:
    assert play_of(at_vote().do(Take(1))).way.decisions == (1,)


def test_an_option_that_is_not_there_is_passed_over() -> None:
    for number in (-1, 2, 99):
        assert play_of(at_vote().do(Take(number))).way.decisions == ()


def test_where_it_is_even_nobody_leads_and_the_way_on_asks_again() -> None:
    player = at_vote().do(Onward(), CountHands(0, 9), CountHands(1, 9), Onward())
    assert not any(bar.leads for bar in bars(player))
    player.do(Onward())
    assert (turn(player), lesson_of(player).round) == (Turn.OPEN, 2)
    assert play_of(player).way.decisions == ()


def test_where_it_is_even_or_nobody_answers_the_teacher_is_told_how_to_choose_for_the_class() -> None:
    even = at_vote().do(Onward(), CountHands(0, 9), CountHands(1, 9), Onward())
    nobody = seen(at_vote(Taking.DEVICES).do(Onward(), Onward()))
    for player in (even, nobody):
        assert "klassens val" in script(player)[0]
        assert play_of(player.press(Key.D2)).way.decisions == (1,)


def test_asked_again_hands_are_counted_anew() -> None:
    player = at_vote().do(Onward(), CountHands(0, 9), Onward(), AskAgain())
    assert [bar.shown for bar in bars(player)] == ["0", "0"]
    assert lesson_of(player).round == 2


def test_back_from_an_open_vote_one_comes_to_the_question_and_from_there_to_the_line_before() -> None:
    player = at_vote().do(Onward(), Backward())
    assert turn(player) is Turn.SHOWN
    assert step_of(player.do(Backward())).kind is Kind.LINE


def test_what_was_not_asked_is_neither_closed_nor_shown() -> None:
    for intent in (CloseAnswers(), ShowAnswers(), CountHands(0, 4)):
        assert turn(at_vote().do(intent)) is Turn.SHOWN


def test_a_teacher_may_open_close_show_and_open_again() -> None:
    player = at_vote(*BOTH)
    assert turn(player.do(OpenAnswers(), OpenAnswers())) is Turn.OPEN
    assert lesson_of(player).round == 1
    assert turn(player.do(CloseAnswers())) is Turn.CLOSED
    assert turn(player.do(ShowAnswers())) is Turn.REVEALED
    assert turn(player.do(OpenAnswers())) is Turn.OPEN
    assert lesson_of(player).round == 2


# --- hands -------------------------------------------------------------------------------------------


def test_hands_are_counted_one_by_one_with_plus_and_minus() -> None:
    player = at_vote().do(Onward())
    first = bars(player)[0]
    assert first.less
    assert first.more
    player.do(first.more.intent, first.more.intent, first.less.intent)
    assert [bar.shown for bar in bars(player)] == ["1", "0"]


@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(-200, 200)), max_size=12))
def test_there_are_never_fewer_hands_than_none_nor_more_than_any_class_has(
    presses: list[tuple[int, int]],
) -> None:
    player = at_vote().do(Onward(), *(CountHands(option, by) for option, by in presses))
    assert all(0 <= int(bar.shown) <= 99 for bar in bars(player))


def test_without_hands_nothing_is_counted() -> None:
    player = at_vote(Taking.DEVICES).do(Onward(), CountHands(0, 3))
    assert not any(bar.more or bar.less or bar.shown for bar in bars(player))
    assert not lesson_of(player).hands


# --- what is told ------------------------------------------------------------------------------------


def test_before_the_reveal_nothing_but_how_many_have_answered_is_seen() -> None:
    player = seen(at_vote(*BOTH).do(Onward()), cells(4, 12), answered=16)
    assert [(bar.shown, bar.share, bar.leads) for bar in bars(player)] == [("", None, False)] * 2
    assert player.page.aside
    assert player.page.aside.counts == "27 med · 16 har svarat"


def test_hands_and_devices_are_shown_together_as_shares_of_all_answers() -> None:
    player = shown(5, 11, answered=16, taking=(Taking.DEVICES,))
    assert [(bar.shown, bar.share) for bar in bars(player)] == [("5", 5 / 16), ("11", 11 / 16)]
    mixed = at_vote(*BOTH).do(Onward(), CountHands(0, 10), Onward(), Onward())
    seen(mixed, cells(5, 11), answered=16)
    assert [(bar.shown, bar.share) for bar in bars(mixed)] == [("15", 15 / 26), ("11", 11 / 26)]
    assert [bar.leads for bar in bars(mixed)] == [True, False]


def test_too_few_answers_are_not_shown_and_hands_are_suggested() -> None:
    player = at_vote(*BOTH).do(Onward(), Onward(), Onward())
    seen(player, Tally(), answered=3)
    assert [(bar.shown, bar.share) for bar in bars(player)] == [("", None), ("", None)]
    assert "För få svar för att visas. Räck upp handen i stället?" in paragraphs(player)


def test_small_cells_are_a_few_and_large_hidden_ones_are_not_called_that() -> None:
    few = shown(None, None, answered=5)
    assert [bar.shown for bar in bars(few)] == ["några få", "några få"]
    many = shown(None, None, answered=13)
    assert [bar.shown for bar in bars(many)] == ["", ""]
    assert "En del visas inte, så att ingen kan räkna ut vad just du svarade." in paragraphs(many)


def test_hands_beside_an_untold_cell_are_at_least_so_many() -> None:
    player = at_vote(*BOTH).do(Onward(), CountHands(1, 4), Onward(), Onward())
    seen(player, cells(None, None), answered=13)
    assert bars(player)[1].shown == "minst 4"


def test_a_unanimous_class_is_told_as_most() -> None:
    player = at_vote(Taking.DEVICES).do(Onward(), Onward(), Onward())
    seen(player, Tally((Cell(None), Cell(None)), most=1), answered=20)
    assert [(bar.shown, bar.leads) for bar in bars(player)] == [("", False), ("de flesta", True)]


def test_until_the_hub_has_told_the_answers_are_being_counted() -> None:
    player = seen(at_vote(Taking.DEVICES).do(Onward(), Onward(), Onward()), answered=20)
    assert "Svaren räknas …" in paragraphs(player)
    assert not any(bar.leads for bar in bars(player))


def test_answers_to_another_question_or_an_earlier_round_are_not_shown() -> None:
    player = shown(5, 11, answered=16)
    player.do(AskAgain(), CloseAnswers(), ShowAnswers())
    assert [bar.share for bar in bars(player)] == [None, None]
    onward_to_vote(player.do(Take(0))).do(OpenAnswers(), ShowAnswers())
    assert not any(bar.share for bar in bars(player))


def test_where_nobody_answered_the_teacher_can_choose() -> None:
    player = at_vote().do(Onward(), Onward())
    assert NOBODY in paragraphs(player)
    assert play_of(player.press(Key.D2)).way.decisions == (1,)


def test_whoever_presses_twice_in_a_hurry_does_not_close_what_nobody_has_answered() -> None:
    player = seen(at_vote(Taking.DEVICES).do(Onward())).do(Onward())
    assert turn(player) is Turn.OPEN
    assert player.page.notice == TOO_SOON
    assert turn(player.do(Onward())) is Turn.CLOSED


def test_the_first_answer_takes_that_word_away_and_the_vote_can_be_closed_at_once() -> None:
    player = seen(at_vote(Taking.DEVICES).do(Onward())).do(Onward())
    seen(player, answered=1)
    assert not player.page.notice
    assert turn(player.do(Onward())) is Turn.CLOSED


def test_a_vote_that_is_asked_again_is_guarded_again() -> None:
    player = seen(at_vote(Taking.DEVICES).do(Onward())).do(Onward(), Onward(), AskAgain())
    assert turn(seen(player).do(Onward())) is Turn.OPEN
    assert player.page.notice == TOO_SOON


def test_hands_alone_and_devices_that_are_not_there_wait_for_nobody() -> None:
    for player in (at_vote().do(Onward()), seen(at_vote(Taking.DEVICES).do(Onward()), joined=0)):
        assert turn(player.do(Onward())) is not Turn.OPEN


def test_with_two_displays_the_teachers_own_says_it() -> None:
    player = seen(at_vote(Taking.DEVICES).do(TwoWindows(on=True), Onward())).do(Onward())
    assert not player.page.notice
    assert teacher_page(player.app, lesson_of(player), player.words).notice == TOO_SOON


# --- what pupils have --------------------------------------------------------------------------------


def test_the_options_reach_every_device_as_phrases_of_the_story() -> None:
    step = step_of(at_vote(Taking.DEVICES))
    assert step.kind is Kind.VOTE
    assert step.sensitive
    assert step.title == Phrase("Alva väntar. Vad gör du?", "prov", "rast")
    assert [each.text for each in step.options] == ["Fråga hur det känns.", "Byt ämne."]
    assert {(each.domain, each.context) for each in step.options} == {("prov", "rast")}


def test_votes_are_numbered_and_a_scene_come_to_again_is_another_vote() -> None:
    player = at_vote(Taking.DEVICES)
    first = step_of(player)
    second = step_of(onward_to_vote(player.do(Take(0))))
    waited = step_of(onward_to_vote(player.do(Take(1))))
    assert [each.place for each in (first, second, waited)] == [(1, 0), (2, 0), (3, 0)]
    assert second.options == waited.options
    assert len({first.id, second.id, waited.id}) == 3


def test_ids_of_steps_are_the_same_whenever_one_comes_back() -> None:
    player = at_vote(Taking.DEVICES)
    first = step_of(player).id
    player.do(Take(0))
    while step_of(player).kind is not Kind.VOTE:
        player.do(Backward())
    assert step_of(player).id == first


def test_where_nobody_answered_and_no_more_may_it_says_so_and_asks_again() -> None:
    player = seen(at_vote(*BOTH).do(Onward(), Onward()))
    assert NOBODY in paragraphs(player)
    assert [item.label for item in player.page.foot] == ["Fråga en gång till"]
    assert len(script(player)) == 1
    player.press(Key.SPACE)
    assert (turn(player), lesson_of(player).round) == (Turn.OPEN, 2)


def test_where_nobody_answered_and_no_more_may_any_answer_can_be_taken_for_the_class() -> None:
    player = seen(at_vote(*BOTH).do(Onward(), Onward()))
    assert play_of(player.press(Key.D2)).way.decisions == (1,)


def test_until_the_hub_is_heard_nobody_says_that_nobody_answered() -> None:
    player = at_vote(*BOTH).do(Onward(), Onward())
    assert NOBODY not in paragraphs(player)
    assert turn(player.do(Onward())) is Turn.REVEALED


# --- without voting ----------------------------------------------------------------------------------


def test_without_voting_the_teacher_chooses_and_pupils_look_on() -> None:
    player = at_vote(*BOTH, voting=False)
    assert step_of(player).kind is Kind.WATCH
    assert play_of(player.press(Key.D2)).way.decisions == (1,)


def test_without_voting_leaning_on_a_key_chooses_nothing() -> None:
    player = at_vote(voting=False).press(Key.SPACE)
    assert play_of(player).way.decisions == ()


def test_the_class_can_be_asked_all_the_same() -> None:
    player = at_vote(*BOTH, voting=False).do(Onward())
    assert (turn(player), step_of(player).kind) == (Turn.OPEN, Kind.VOTE)


# --- telling -----------------------------------------------------------------------------------------


def test_telling_is_two_votes_whom_and_how() -> None:
    player = at_telling(Taking.DEVICES)
    assert [each.text for each in step_of(player).options] == ["Samira", "Daniel"]
    assert "En trygg vuxen lyssnar, tror på en och hjälper en vidare." in paragraphs(player)
    whom = step_of(player).place
    player.do(Take(1))
    assert "Ni berättar för Daniel." in paragraphs(player)
    assert [each.text for each in step_of(player).options] == [
        "Kan du lyssna först?",
        "Det gäller en kompis.",
    ]
    assert step_of(player).place == (whom[0] + 1, 0)
    before = play_of(player).way.decisions
    player.do(Take(1))
    assert play_of(player).way.decisions == (*before, 3)
    assert lesson_of(player).adult is None


def test_back_from_how_to_begin_another_adult_can_be_chosen() -> None:
    player = at_telling().do(Take(1), Backward())
    assert [bar.label for bar in bars(player)] == ["Samira", "Daniel"]


def test_where_there_is_one_thing_to_do_nobody_votes() -> None:
    player = at_telling().do(Take(1), Take(0))
    onward_to_vote(player).do(Take(0))
    assert [bar.label for bar in bars(player)] == ["Jag behöver hjälp."]
    assert step_of(player).kind is Kind.WATCH
    assert turn(player.do(OpenAnswers())) is Turn.SHOWN
    assert len(play_of(player.do(Onward())).way.decisions) == 4


# --- talk --------------------------------------------------------------------------------------------


def test_the_class_may_talk_for_a_minute_before_it_votes() -> None:
    player = at_vote(*BOTH)
    assert QUESTION in said(player)
    player.do(StartTimer(60), Ticked(10.0), Ticked(25.0))
    assert (player.page.screen, player.page.title) == (Screen.LESSON_TALK, QUESTION)
    assert "45 sekunder kvar" in said(player)
    assert (step_of(player).kind, step_of(player).text) == (Kind.TALK, Phrase(QUESTION, "prov", "rast"))


def test_from_the_talk_one_comes_back_to_the_question() -> None:
    for intent in (Onward(), StopTimer(), Backward()):
        player = at_vote(*BOTH).do(StartTimer(60), intent)
        assert (turn(player), step_of(player).kind) == (Turn.SHOWN, Kind.VOTE)
        assert lesson_of(player).timer is None


def test_when_the_minute_is_over_nothing_happens() -> None:
    player = at_vote().do(StartTimer(60), Ticked(0.0), Ticked(600.0))
    assert player.page.title == QUESTION
    assert "Prata klart i lugn och ro." in said(player)


def test_a_timer_started_over_the_answers_runs_beside_them() -> None:
    player = at_vote().do(Onward(), CountHands(0, 9), Onward(), StartTimer(60))
    assert step_of(player).kind is Kind.VOTE
    assert "60 sekunder kvar" in said(player)
    assert bars(player)


def test_what_was_decided_takes_the_timer_away() -> None:
    assert lesson_of(at_vote().do(StartTimer(60), Take(0))).timer is None


def test_the_script_says_what_to_do_at_every_turn_in_a_few_sentences() -> None:
    for taking in ((Taking.HANDS,), (Taking.DEVICES,), BOTH):
        player = at_vote(*taking)
        told = [
            script(player),
            *(script(player.do(each)) for each in (Onward(), CloseAnswers(), ShowAnswers(), AskAgain())),
            script(at_vote(*taking).do(StartTimer(60))),
            script(at_vote(*taking, voting=False)),
        ]
        assert all(1 <= len(each) <= 4 for each in told)


@pytest.mark.parametrize("taking", [(Taking.HANDS,), (Taking.DEVICES,), BOTH])
@given(st.data())
def test_any_presses_in_any_order_leave_a_page_from_which_the_class_comes_on(
    taking: tuple[Taking, ...], data: st.DataObject
) -> None:
    presses: list[Intent] = [
        Onward(), Backward(), OpenAnswers(), CloseAnswers(), ShowAnswers(), AskAgain(), CountHands(0, 3),
        CountHands(1, -1), Take(0), Take(1), Take(7), StartTimer(60), StopTimer(), Ticked(5.0), SkipScene(),
    ]  # fmt: skip
    player = at_vote(*taking)
    for intent in data.draw(st.lists(st.sampled_from(presses), max_size=25)):
        if lesson_of(player).part is not Part.STORY:
            return
        player.do(intent)
        assert any(item.intent in {Onward(), Take(0)} for item in player.page.items())
