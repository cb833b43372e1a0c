"""A pupil's own game in a lesson: in by address and code, playing while the class plays, and looking up when asked to."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from game.screens.commands import OpenStory, Silence, TakeSeat, TellScene
from game.screens.intents import (
    Back,
    Begin,
    Choose,
    Close,
    Forward,
    Go,
    Hide,
    Leave,
    OpenFlag,
    PickAdult,
    PickStory,
    Rewind,
    Shift,
    SkipScene,
    Submit,
    Typed,
    Where,
)
from game.screens.keys import Key
from game.screens.lesson.guest import (
    Answer,
    Guest,
    GuestScreen,
    GuestSeen,
    Hindrance,
    JoinAgain,
    JoinLesson,
    JoinScreen,
    LeaveLesson,
    PlayOn,
    Seat,
)
from game.screens.lesson.guest_pages import hindrance_said
from game.screens.lesson.intents import StartLesson
from game.screens.lesson.wire import Kind, Phase
from game.screens.model import BeforeScreen, HelpScreen, Play, ReadingScreen, SettingsScreen, TitleScreen
from game.screens.page import Field, Screen
from tests.screens.lesson.guests import (
    ADDRESS,
    ASKED,
    CODE,
    ENDED,
    IN,
    PAUSED,
    PLAYS,
    STORY,
    URL,
    VOTES,
    asking,
    begun,
    guest_of,
    joined,
)
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, labels, play_of, playing, texts_in


def said(player: Player) -> str:
    return " ".join(texts_in(player.page.body))


def field(player: Player) -> Field:
    return next(block for block in player.page.body if isinstance(block, Field))


# --- getting in ---------------------------------------------------------------------------------------


def test_the_code_page_leads_to_a_lesson_too() -> None:
    player = at_title(sample()).do(Go(Where.CODE)).walk_to("Gå med i en lektion")
    assert player.page.title == "Gå med i en lektion"
    assert field(player).label == "Adress"


def test_the_address_is_asked_for_first_and_then_the_code() -> None:
    player = at_title(sample()).do(JoinLesson(), *map(Typed, ADDRESS))
    assert field(player).text == ADDRESS
    player.press(Key.ENTER)
    assert (field(player).label, field(player).text) == ("Kod", "")
    player.do(*map(Typed, "k4t ja7 and more"))
    assert field(player).text == "K4T JA7"
    assert player.press(Key.ENTER).done == (TakeSeat(URL, CODE),)
    assert field(player).answer == "Ett ögonblick …"


def test_everything_can_be_typed_without_a_keyboard() -> None:
    player = at_title(sample()).do(JoinLesson())
    for sign in ADDRESS:
        player.do(player.item(sign).intent)
    player.do(player.item("Nästa").intent)
    for sign in CODE:
        player.do(player.item(sign).intent)
    assert player.do(player.item("Gå med").intent).done == (TakeSeat(URL, CODE),)


def test_what_is_no_address_is_told_before_anything_is_asked_for() -> None:
    player = at_title(sample()).do(JoinLesson(), *map(Typed, "tavlan"), Submit())
    assert field(player).answer.startswith("Det där blev ingen adress.")
    assert not any(isinstance(each, TakeSeat) for each in player.asked)
    assert field(player.do(Typed("1"))).answer == ""


def test_a_code_that_is_too_short_asks_for_nothing() -> None:
    player = at_title(sample()).do(JoinLesson(), *map(Typed, ADDRESS), Submit(), *map(Typed, "K4T"), Submit())
    assert player.app.guest is None
    assert "Gå med" not in labels(player)


@pytest.mark.parametrize("why", Hindrance)
def test_who_is_not_let_in_reads_why_where_it_can_be_mended_and_may_try_again(why: Hindrance) -> None:
    player = asking().do(GuestSeen(Seat.OUT, why=why))
    assert player.app.guest is None
    assert field(player).answer == hindrance_said(why, player.words) != ""
    of_address = why in {Hindrance.UNREAD, Hindrance.UNREACHED, Hindrance.ELSEWHERE}
    assert field(player).label == ("Adress" if of_address else "Kod")
    player.do(Submit()).do(*([Submit()] if of_address else []))
    assert player.done == (TakeSeat(URL, CODE),)


def test_where_the_net_lets_nothing_through_there_is_always_a_hand_to_raise() -> None:
    player = asking().do(GuestSeen(Seat.OUT, why=Hindrance.UNREACHED))
    assert "du kan räcka upp handen i stället" in field(player).answer


def test_back_from_the_code_is_the_address_and_then_the_page_before() -> None:
    player = asking().do(Close())
    assert (field(player).text, player.app.guest) == (ADDRESS, None)
    assert player.do(Close()).page.title == "Fortsätt med en kod"


def test_who_goes_away_while_the_lesson_is_asked_asks_no_more() -> None:
    player = asking().do(Go(Where.TITLE))
    assert player.app.guest is None
    assert isinstance(player.do(IN).app.screen, TitleScreen)


def test_help_that_was_opened_while_the_lesson_was_asked_stays_open() -> None:
    player = asking().do(Go(Where.HELP), IN)
    assert isinstance(player.app.screen, HelpScreen)
    assert player.do(Close()).page.title == "Du är med"


def test_who_is_in_sees_the_symbol_of_the_seat_and_a_promise() -> None:
    player = joined()
    assert player.page.title == "Du är med"
    assert "stjärna och räv" in said(player)
    assert "Ingen ser vad just du gör." in said(player)


def test_nobody_is_in_two_lessons_or_in_one_and_on_its_stage() -> None:
    player = joined().do(JoinLesson())
    assert isinstance(player.app.screen, GuestScreen)
    assert player.do(StartLesson()).app.guest is None
    assert not isinstance(player.do(JoinLesson()).app.screen, JoinScreen)


# --- playing, and looking up --------------------------------------------------------------------------


def test_when_all_play_the_page_before_the_story_opens_and_then_the_story() -> None:
    player = joined().do(PLAYS)
    assert player.app.screen == BeforeScreen(STORY)
    player.do(Begin())
    assert player.done[-1] == OpenStory(STORY)
    assert player.page.screen is Screen.DIALOGUE


def test_a_story_that_this_game_does_not_have_is_told_calmly() -> None:
    player = joined().do(replace(PLAYS, story="en-annan"))
    assert "Berättelsen finns inte i det här spelet." in said(player)
    assert player.do(PlayOn()).app.screen == GuestScreen()


def test_each_new_scene_is_told_once_and_nothing_else() -> None:
    player = begun()
    told = []
    for _ in range(40):
        player.do(Forward())
        told += [each.scene for each in player.done if isinstance(each, TellScene)]
        options = play_of(player).moment.segment.options
        if play_of(player).moment.at_exit and options:
            player.do(Choose(options[0].number))
            told += [each.scene for each in player.done if isinstance(each, TellScene)]
    assert len(told) >= 2
    assert guest_of(player).told == told[-1] == play_of(player).moment.scene
    assert all(one != other for one, other in pairwise(told))


def test_before_all_play_no_scene_is_told_though_one_is_in_memory() -> None:
    player = playing(sample()).do(Go(Where.TITLE), Go(Where.CODE), JoinLesson())
    player.do(*map(Typed, ADDRESS), Submit(), *map(Typed, CODE), Submit(), IN, VOTES, PLAYS)
    assert not any(isinstance(each, TellScene) for each in player.asked)


@pytest.mark.parametrize("seen", [PAUSED, VOTES, replace(IN, phase=Phase.READ, kind=Kind.TALK)])
def test_when_the_class_looks_up_the_pupil_does_and_comes_back_to_the_same_place(seen: GuestSeen) -> None:
    player = begun().do(Forward(), Go(Where.PAUSE), Go(Where.SETTINGS))
    before = player.app
    player.do(seen)
    assert player.page.title == "Titta hit"
    assert Silence() in player.done
    assert player.do(PLAYS).app == before


def test_while_the_class_looks_up_nothing_of_the_story_happens() -> None:
    player = begun().do(PAUSED)
    before = player.app.play
    of_story = (Forward(), Back(), Begin(), SkipScene(), Choose(0), PickAdult(None), PickStory(STORY))
    player.do(*of_story, Rewind(0), Go(Where.TITLE), Go(Where.LOG), Close())
    assert (player.app.play, player.app.screen) == (before, GuestScreen())


def test_help_hide_and_the_settings_work_while_the_class_looks_up() -> None:
    player = begun().do(Forward(), PAUSED)
    assert Hide() in {item.intent for item in player.page.items()}
    assert player.press(Key.F1).page.screen is Screen.HELP
    assert player.do(Close()).page.title == "Titta hit"
    assert isinstance(player.press(Key.F3).app.screen, SettingsScreen)
    player.do(Hide(), PLAYS)
    assert player.page.screen is Screen.HIDDEN
    player.do(*map(Shift, (100, 101, 102)))
    assert isinstance(player.app.screen, SettingsScreen)
    assert isinstance(player.do(Close()).app.screen, ReadingScreen)


def test_nobody_is_taken_from_the_page_for_help() -> None:
    player = begun().do(Go(Where.HELP), PAUSED)
    assert player.page.screen is Screen.HELP
    assert player.do(Close()).page.title == "Titta hit"
    assert player.do(PLAYS).page.screen is Screen.HELP


def test_who_had_not_begun_begins_when_all_play_again() -> None:
    player = joined().do(PLAYS, PAUSED)
    assert player.page.title == "Titta hit"
    assert player.do(PLAYS).app.screen == BeforeScreen(STORY)


def test_the_first_page_of_a_guest_is_the_lesson_from_where_one_plays_on() -> None:
    player = begun().do(Forward())
    place = play_of(player).way
    player.do(Go(Where.TITLE))
    assert player.page.title == "Alla spelar själva"
    assert play_of(player.walk_to("Spela vidare")).way == place
    assert isinstance(player.app.screen, ReadingScreen)


def test_who_cannot_be_heard_plays_on_and_reads_so_in_a_few_words() -> None:
    player = begun()
    player.do(replace(PLAYS, seat=Seat.LOST), Forward())
    assert isinstance(player.app.screen, ReadingScreen)
    assert player.page.label.endswith("Ingen kontakt just nu")
    assert "Ingen kontakt" not in player.do(PLAYS).page.label


# --- the end ------------------------------------------------------------------------------------------


def test_at_the_end_the_pupil_may_play_on_alone_from_where_they_were() -> None:
    player = begun().do(Forward())
    before = player.app
    player.do(ENDED)
    assert (player.page.title, "Allt är raderat." in said(player)) == ("Lektionen är slut", True)
    assert player.walk_to("Spela vidare själv").app == replace(before, guest=None)


def test_at_the_end_of_a_lesson_in_which_nothing_was_played_is_the_title() -> None:
    assert isinstance(joined().do(ENDED).walk_to("Till startsidan").app.screen, TitleScreen)


def test_the_lesson_is_left_from_the_pause_at_one_press_and_the_story_stays() -> None:
    player = begun().do(Forward())
    place = play_of(player).way
    player.do(Go(Where.PAUSE)).walk_to("Lämna lektionen")
    assert (player.app.guest, play_of(player).way) == (None, place)
    assert "Till startsidan" in labels(player)


def test_who_presses_on_while_the_class_looks_up_does_not_leave_the_lesson() -> None:
    player = begun().do(PAUSED)
    for _ in range(7):
        player.press(Key.SPACE)
        assert player.app.guest
    player = begun().do(PAUSED).walk_to("Lämna lektionen")
    assert player.page.title == "Vill du lämna lektionen?"
    assert player.press(Key.ESCAPE).page.title == "Titta hit"
    player.walk_to("Lämna lektionen").walk_to("Ja, lämna lektionen")
    assert (player.app.guest, isinstance(player.app.screen, ReadingScreen)) == (None, True)


def test_a_seat_that_was_given_up_can_be_asked_for_again_without_typing() -> None:
    player = begun().do(Forward())
    before = player.app
    player.do(GuestSeen(Seat.OUT, why=Hindrance.FREED))
    assert "Din plats är inte kvar." in said(player)
    assert player.walk_to("Gå med igen").done == (TakeSeat(URL, CODE),)
    player.do(JoinAgain())
    assert not player.done
    player.do(PLAYS)
    assert (player.app.screen, player.app.play) == (before.screen, before.play)
    assert TellScene(play_of(player).moment.scene) in player.done


def test_leaving_and_wiping_leaves_the_lesson_too() -> None:
    assert begun().do(Leave()).app.guest is None


def test_on_ones_own_nothing_of_a_lesson_means_anything() -> None:
    player = playing(sample())
    before = player.app
    assert player.do(PLAYS, PAUSED, ENDED, JoinAgain(), PlayOn(), LeaveLesson()).app == before
    assert "Lämna lektionen" not in labels(player.do(Go(Where.PAUSE)))


def test_the_page_for_help_says_what_is_sent_while_one_is_in_a_lesson() -> None:
    alone = playing(sample()).do(Go(Where.HELP))
    assert "skickar ingenting" in said(alone)
    player = begun().do(Go(Where.HELP))
    assert "skickar ingenting" not in said(player)
    assert "vilken scen du är i och vad du svarar, utan namn" in said(player)


# --- anything, in any order ---------------------------------------------------------------------------

seen_states = st.builds(
    GuestSeen,
    seat=st.sampled_from([Seat.TAKEN, Seat.TAKEN, Seat.TAKEN, Seat.LOST, Seat.OUT]),
    phase=st.sampled_from([Phase.READ, Phase.READ, Phase.OPEN, Phase.PAUSED, Phase.LOBBY, Phase.ENDED]),
    kind=st.sampled_from([Kind.PLAY, Kind.PLAY, Kind.VOTE, Kind.LINE, Kind.TALK, None]),
    story=st.just(STORY),
    asked=st.sampled_from([None, ASKED, replace(ASKED, mine=1), replace(ASKED, round=2)]),
    symbol=st.just("star-fox"),
    why=st.sampled_from(Hindrance),
)
meanings = st.one_of(
    st.sampled_from(
        [Forward(), Forward(), Back(), SkipScene(), Begin(), PickAdult(None), Rewind(0), Close(), PlayOn()]
    ),
    st.sampled_from([JoinAgain(), JoinLesson(), LeaveLesson(sure=False), Hide(), Submit(), Typed("1")]),
    st.builds(Choose, st.integers(0, 3)),
    st.builds(Answer, st.just(ASKED.step), st.integers(1, 2), st.sampled_from([None, 0, 1])),
    st.builds(
        Go, st.sampled_from([each for each in Where if each not in {Where.MISTAKES, Where.SCENES, Where.MAP}])
    ),
)


class InALesson(RuleBasedStateMachine):
    """A pupil who does anything, in a lesson in which anything happens."""

    def __init__(self) -> None:
        super().__init__()
        self.player = begun()
        self.resting: Play | None = None

    @property
    def guest(self) -> Guest | None:
        return self.player.app.guest

    @rule(seen=seen_states)
    def hears(self, seen: GuestSeen) -> None:
        before = self.player.app.play
        self.player.do(seen)
        assert self.player.app.play == before

    @rule(intent=meanings)
    def means(self, intent: object) -> None:
        self.player.do(intent)  # type: ignore[arg-type]

    @rule(number=st.integers(0, 99))
    def presses(self, number: int) -> None:
        items = [item for item in self.player.page.items() if item.intent != Leave()]
        self.player.do(items[number % len(items)].intent)

    @rule(key=st.sampled_from(Key))
    def types(self, key: Key) -> None:
        if self.player.focused != Leave():
            self.player.press(key)

    @rule()
    def flags(self) -> None:
        if self.player.page.spot:
            self.player.do(OpenFlag(self.player.page.spot))

    @precondition(lambda self: self.guest is None and not self.player.app.hidden)
    @rule()
    def comes_again(self) -> None:
        self.player.do(
            Go(Where.TITLE), JoinLesson(), *map(Typed, ADDRESS), Submit(), *map(Typed, CODE), Submit(), PLAYS
        )

    @invariant()
    def what_is_put_aside_stays_as_it_was(self) -> None:
        rests = self.guest is not None and self.guest.kept is not None
        if rests and self.resting is not None:
            assert self.player.app.play == self.resting
        self.resting = self.player.app.play if rests else None

    @invariant()
    def every_page_hides_helps_and_leads_on(self) -> None:
        page = self.player.page
        intents = {item.intent for item in page.items()}
        assert page.title
        assert intents
        assert (Hide() in intents) == (page.screen is not Screen.HIDDEN)
        if page.screen is not Screen.HIDDEN:
            helped = self.player.branch().press(Key.F1).page.screen
            assert (helped is Screen.HELP) == (page.screen is not Screen.HELP)

    @invariant()
    def an_answer_is_on_its_way_only_to_what_is_asked(self) -> None:
        if self.guest and self.guest.sending:
            asked = self.guest.seen.asked
            assert asked
            assert (asked.step, asked.round) == (self.guest.sending.step, self.guest.sending.round)
            assert asked.mine != self.guest.sending.choice

    @invariant()
    def the_story_is_shown_only_while_all_play(self) -> None:
        if self.guest and self.guest.seen.seated and not self.guest.seen.plays:
            there = (*self.player.app.under, self.player.app.screen)
            assert isinstance(there[0], GuestScreen)
            assert not any(isinstance(each, ReadingScreen | BeforeScreen) for each in there)


TestInALesson = InALesson.TestCase
TestInALesson.settings = settings(max_examples=40, stateful_step_count=30)
