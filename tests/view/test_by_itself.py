"""The next line comes by itself when its time has come, and waits as soon as the player does anything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.hearing import Aloud
from game.screens.intents import Back, Begin, Close, Forward, Go, Hide, Intent, OpenFlag, TapHeading, Where
from game.screens.keys import Key
from game.screens.pacing import pause_after
from game.screens.page import Screen
from game.screens.settings import Pace, Scanning
from game.view.by_itself import LAPSE, ByItself
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, playing, taking

LOOK = 0.05
"""Seconds between two questions of the loop."""


@dataclass
class Room:
    """A player at a window whose loop asks again and again."""

    player: Player = field(default_factory=lambda: playing(sample()))
    pace: Pace = Pace.EVEN
    still: bool = True
    reader: bool = False
    now: float = 50.0
    came: int = 0

    def __post_init__(self) -> None:
        self.clock = ByItself(lambda: self.reader)
        self.set(pace=self.pace)

    def set(self, **settings: object) -> Room:
        app = self.player.app
        self.player.app = replace(app, settings=replace(app.settings, **settings))  # type: ignore[arg-type]
        return self.look()

    def look(self) -> Room:
        """A picture is drawn."""
        self.clock.shows(self.player.app, self.player.page)
        return self

    def wait(self, seconds: float) -> Room:
        """Time passes; what comes by itself comes."""
        until = self.now + seconds
        while self.now < until:
            self.now += LOOK
            if self.clock.goes_on(self.now, still=self.still):
                self.came += 1
                self.player.do(Forward())
                self.look()
        return self

    def does(self, *intents: Intent) -> Room:
        """The player does these, one after the other."""
        for intent in intents:
            self.touch()
            self.player.do(intent)
            self.look()
        return self

    def touch(self) -> Room:
        """The player presses something that changes nothing."""
        self.clock.touched()
        return self.look()

    @property
    def screen(self) -> Screen:
        return self.player.page.screen

    @property
    def pause(self) -> float:
        """Seconds that this line stays."""
        found = pause_after(self.player.page, self.pace)
        assert found is not None
        return found


LONG = 60.0


def test_a_line_goes_when_it_can_have_been_read_and_not_before() -> None:
    room = Room()
    first, pause = room.player.page, room.pause
    assert room.wait(pause - 2 * LOOK).player.page == first
    assert room.wait(4 * LOOK).player.page != first
    assert room.came == 1


def test_the_story_comes_to_its_question_by_itself_and_stays_there() -> None:
    room = Room().wait(LONG)
    assert room.screen is Screen.CHOICES
    came = room.came
    assert room.wait(LONG).came == came


def test_nothing_comes_by_itself_from_the_start() -> None:
    assert Room(pace=Pace.ASKED).wait(LONG).came == 0


@pytest.mark.parametrize("setting", [{"aloud": Aloud.ALL}, {"scanning": Scanning.EVEN}])
def test_a_voice_that_reads_on_and_one_switch_come_first(setting: dict[str, object]) -> None:
    assert Room().set(**setting).wait(LONG).came == 0


def test_nothing_comes_by_itself_while_a_screen_reader_runs() -> None:
    room = Room()
    room.reader = True
    assert room.wait(LONG).came == 0
    room.reader = False
    assert room.wait(room.pause + 2 * LOOK).came == 1


def test_the_time_begins_when_the_whole_line_is_seen() -> None:
    room = Room()
    room.still = False
    room.wait(LONG)
    room.still = True
    assert room.wait(room.pause - 2 * LOOK).came == 0
    assert room.wait(4 * LOOK).came == 1


def test_who_presses_something_on_a_line_has_all_the_time_there_is() -> None:
    room = Room().wait(1.0).touch()
    assert room.wait(LONG).came == 0


def test_who_goes_on_themselves_goes_on_at_once_and_the_next_line_has_its_whole_time() -> None:
    room = Room().wait(1.5).does(Forward())
    pause = room.pause
    assert room.wait(pause - 2 * LOOK).came == 0
    assert room.wait(4 * LOOK).came == 1


def test_who_only_hurries_the_letters_on_has_stopped_nothing() -> None:
    room = Room()
    room.still = False
    room.wait(0.5).touch()
    room.still = True
    assert room.wait(room.pause + 2 * LOOK).came == 1


@pytest.mark.parametrize("where", [Where.PAUSE, Where.HELP, Where.SETTINGS, Where.LOG])
def test_nothing_comes_while_something_is_open_and_then_the_line_has_its_whole_time(where: Where) -> None:
    room = Room().wait(1.5).does(Go(where))
    assert room.wait(LONG).came == 0
    room.does(Close())
    assert room.wait(room.pause - 2 * LOOK).came == 0
    assert room.wait(4 * LOOK).came == 1


def test_nothing_comes_while_a_line_is_flagged() -> None:
    room = Room().does(Forward())
    spot = room.player.page.spot
    assert spot is not None
    room.wait(1.0).does(OpenFlag(spot))
    assert room.wait(LONG).came == 0
    assert room.player.page.screen is Screen.FLAG


def test_who_goes_back_reads_at_leisure_until_they_go_on_themselves() -> None:
    room = Room().does(Forward(), Forward(), Back())
    assert room.wait(LONG).came == 0
    room.does(Back())
    assert room.wait(LONG).came == 0
    room.does(Forward())
    assert room.wait(room.pause + 2 * LOOK).came == 1


def test_the_last_line_before_a_question_has_its_time_again_when_one_comes_back_to_it() -> None:
    room = Room().wait(LONG).does(Back())
    came = room.came
    assert room.wait(room.pause - 2 * LOOK).came == came
    assert room.wait(4 * LOOK).came == came + 1


def test_after_a_choice_the_lines_come_again() -> None:
    room = Room().wait(LONG)
    came = room.came
    taking(room.player, 0)
    assert room.look().wait(LONG).came > came


def test_nothing_comes_while_the_game_is_hidden_nor_just_after() -> None:
    room = Room().wait(1.0).does(Hide())
    assert room.wait(LONG).came == 0
    room.does(TapHeading(), TapHeading(), TapHeading())
    assert room.screen is Screen.DIALOGUE
    assert room.wait(LONG).came == 0
    room.does(Forward())
    assert room.wait(room.pause + 2 * LOOK).came == 1


def test_who_hides_the_game_while_something_is_open_finds_a_line_that_waits() -> None:
    room = Room().does(Go(Where.PAUSE), Hide(), TapHeading(), TapHeading(), TapHeading(), Close())
    assert room.screen is Screen.DIALOGUE
    assert room.wait(LONG).came == 0


def test_the_same_moments_seen_by_somebody_else_come_by_themselves_too() -> None:
    ended = taking(taking(playing(sample()), 0), 0)
    while ended.page.screen is not Screen.ENDING:
        ended.press(Key.D1).read_on()
    room = Room().does(Forward(), Forward())
    room.player.app = replace(ended.app, settings=room.player.app.settings)
    room.look().does(Go(Where.RECAP), Go(Where.EYES))
    first = room.player.page
    assert room.screen is Screen.EYES
    assert room.wait(room.pause - 2 * LOOK).player.page == first
    assert room.wait(4 * LOOK).player.page != first
    assert room.screen is Screen.EYES
    assert room.does(Back()).player.page == first
    came = room.came
    assert room.wait(LONG).came == came


def test_who_has_practised_to_hide_before_the_story_has_stopped_nothing() -> None:
    title = at_title(sample())
    room = Room(title).does(Go(Where.STORIES))
    story = title.page.items()[0].intent
    room.does(story, Hide(practice=True), TapHeading(), TapHeading(), TapHeading(), Begin())
    assert room.screen is Screen.DIALOGUE
    assert room.wait(room.pause + 2 * LOOK).came == 1


def test_a_story_begun_anew_from_the_title_comes_by_itself_though_one_was_further_on_before() -> None:
    room = Room().does(Forward(), Forward(), Forward(), Go(Where.PAUSE), Go(Where.TITLE), Go(Where.STORIES))
    room.does(room.player.page.items()[0].intent, Begin())
    assert room.screen is Screen.DIALOGUE
    assert room.wait(room.pause + 2 * LOOK).came == 1


def test_a_lid_that_was_closed_takes_no_line_away() -> None:
    room = Room().wait(1.0)
    room.now += 3600 + LAPSE
    assert not room.clock.goes_on(room.now, still=True)
    assert room.wait(room.pause - 2 * LOOK).came == 0


def test_a_clock_that_is_set_back_takes_no_line_away_and_stops_none() -> None:
    room = Room().wait(1.0)
    room.now = 0.0
    assert room.wait(room.pause - 2 * LOOK).came == 0
    assert room.wait(4 * LOOK).came == 1


def test_two_questions_before_the_next_picture_let_one_line_come() -> None:
    room = Room()
    room.wait(room.pause - 2 * LOOK)
    answers = [room.clock.goes_on(room.now + LOOK * each, still=True) for each in range(2, 9)]
    assert answers.count(True) == 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.floats(0, 12), st.sampled_from(["touch", "on", "back", "pause", "close"])), max_size=15
    )
)
def test_no_line_ever_goes_before_its_time(moves: list[tuple[float, str]]) -> None:
    room = Room()
    since = room.now
    meant: dict[str, Intent] = {"on": Forward(), "back": Back(), "pause": Go(Where.PAUSE), "close": Close()}
    for seconds, move in moves:
        until = room.now + seconds
        while room.now < until:
            before, came = room.player.page, room.came
            room.wait(LOOK)
            if room.came > came:
                stayed = pause_after(before, room.pace)
                assert stayed is not None
                assert room.now - since >= stayed - 2 * LOOK
                since = room.now
        before = room.player.page
        room.touch() if move == "touch" or room.screen is Screen.CHOICES else room.does(meant[move])
        since = room.now if room.player.page != before else since
