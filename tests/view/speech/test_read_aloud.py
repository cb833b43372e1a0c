"""The story read aloud, with a voice that makes no sound: what is heard, when it stops, and when it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.aloud import Word, in_words
from game.screens.hearing import Aloud
from game.screens.intents import Back, Close, Forward, Go, Hide, OpenFlag, TapHeading, Where
from game.screens.page import Screen
from game.screens.settings import SetLanguage
from game.view.sound import loudness
from game.view.speech.mouth import Mouth
from game.view.speech.read_aloud import LULL, REST, ReadAloud
from tests.screens.sample import sample
from tests.screens.support import Plain, Player, playing, real_playing
from tests.view.speech.fakes import FakeVoice, begun

WORDS = {word: in_words(word, Plain()) for word in Word}
ALL = frozenset({"sv", "en", "fi", "ar"})


@dataclass
class Room:
    """A player, a voice, and what stands between them. Time passes only when the test says so."""

    player: Player
    mode: Aloud = Aloud.ALL
    voice: FakeVoice = field(default_factory=lambda: FakeVoice(ALL))
    reader: bool = False
    now: float = 0.0
    still: bool = True

    def __post_init__(self) -> None:
        self.mouth = Mouth([lambda: lambda: self.voice])
        # Voices are looked for on a thread: here they are known beforehand.
        self.mouth.say("redo", "sv")
        begun(self.mouth, self.voice)
        self.mouth.stop()
        self.voice.said.clear()
        self.aloud = ReadAloud(self.mouth, lambda: self.reader)
        self.look()

    def look(self) -> None:
        """A picture is drawn."""
        settings = replace(self.player.app.settings, aloud=self.mode)
        self.player.app = replace(self.player.app, settings=settings)
        self.aloud.shows(self.player.app, self.player.page, self.player.words)
        self.a_moment()

    def presses(self, *intents: object) -> None:
        """The player does these, one after the other."""
        for intent in intents:
            self.aloud.touched()
            self.player.do(intent)  # type: ignore[arg-type]
            self.look()

    def a_moment(self) -> None:
        """Long enough for a voice to begin."""
        for _ in range(2):
            self.now += LULL
            assert not self.aloud.goes_on(self.now, still=self.still)

    def asks(self) -> None:
        """The player presses R."""
        self.aloud.touched()
        self.aloud.asked()
        self.a_moment()

    def passes(self, seconds: float = 1.0) -> None:
        """Time passes; the next line comes if it comes by itself."""
        self.now += seconds
        if self.aloud.goes_on(self.now, still=self.still):
            self.player.do(Forward())
            self.look()

    def listens(self) -> None:
        """What is being said comes to its end, and all that follows by itself has its time."""
        self.voice.busy = False
        self.passes()
        self.passes()
        self.passes()

    def told(self) -> str:
        """The honest word that the player sees now."""
        return self.aloud.take_word(Plain())

    @property
    def said(self) -> list[str]:
        return [text for text, _ in self.voice.said]


LINES = ("Det är rast.", "Alva: Han vill veta var jag är.", "Hawa: Du är röd i ansiktet.")


def test_who_only_listens_hears_the_story_line_by_line() -> None:
    room = Room(playing(sample()))
    room.listens()
    room.listens()
    assert tuple(room.said) == LINES


def test_the_whole_of_a_real_scene_is_heard_up_to_its_choices_without_a_key() -> None:
    room, silent = Room(real_playing()), real_playing().read_on()
    for _ in range(200):
        room.listens()
    assert room.player.page.body == silent.page.body
    assert room.said[-1].startswith("Det finns inget facit")
    assert len(room.said) == len(set(room.said))


def test_there_is_a_rest_between_two_lines() -> None:
    room = Room(playing(sample()))
    room.voice.busy = False
    room.passes(0.1)
    room.passes(REST - 0.01)
    assert room.said == [LINES[0]]
    room.passes(0.02)
    assert room.said == list(LINES[:2])


def test_no_line_is_taken_away_while_it_still_appears() -> None:
    room = Room(playing(sample()), still=False)
    for _ in range(5):
        room.listens()
    assert room.said == [LINES[0]]
    room.still = True
    room.listens()
    assert room.said[1] == LINES[1]


def test_who_hurries_on_hears_only_the_line_where_they_stop() -> None:
    room = Room(playing(sample()))
    room.voice.said.clear()
    for _ in range(2):
        room.aloud.touched()
        room.player.do(Forward())
        room.aloud.shows(room.player.app, room.player.page, room.player.words)
        room.passes(LULL / 2)
    room.a_moment()
    assert room.said == [LINES[2]]


def test_a_key_before_it_begins_keeps_it_from_beginning() -> None:
    room = Room(playing(sample()))
    room.voice.said.clear()
    room.aloud.touched()
    room.player.do(Forward())
    room.aloud.shows(room.player.app, room.player.page, room.player.words)
    room.passes(LULL / 2)
    room.aloud.touched()
    room.a_moment()
    assert room.said == []


def test_any_key_stops_it_at_once_and_nothing_comes_by_itself() -> None:
    room = Room(playing(sample()))
    room.aloud.touched()
    assert not room.voice.busy
    for _ in range(5):
        room.look()
        room.listens()
    assert room.said == [LINES[0]]


def test_a_key_in_the_rest_between_two_lines_keeps_the_line() -> None:
    room = Room(playing(sample()))
    room.voice.busy = False
    room.passes(0.1)
    room.aloud.touched()
    for _ in range(5):
        room.listens()
    assert room.said == [LINES[0]]


def test_who_reads_on_by_hand_hears_the_line_that_comes() -> None:
    room = Room(playing(sample()))
    room.presses(Forward())
    assert room.voice.last == LINES[1]
    room.presses(Back())
    assert room.voice.last == LINES[0]


def test_doelj_silences_it_at_once_and_nothing_is_heard_there() -> None:
    room = Room(playing(sample()))
    room.presses(Hide())
    assert not room.voice.busy
    room.asks()
    for _ in range(5):
        room.listens()
    assert room.said == [LINES[0]]


def test_it_stays_silent_when_the_game_comes_back_until_the_player_goes_on() -> None:
    room = Room(playing(sample()))
    room.presses(Hide(), TapHeading(), TapHeading(), TapHeading())
    assert room.player.app.hidden is None
    for _ in range(5):
        room.listens()
    assert room.said == [LINES[0]]
    room.presses(Forward())
    assert room.voice.last == LINES[1]


def test_nothing_goes_on_over_somebody_who_sets_a_flag() -> None:
    room = Room(playing(sample()))
    room.presses(Forward())
    spot = room.player.page.spot
    assert spot
    room.presses(OpenFlag(spot))
    for _ in range(30):
        room.listens()
    assert room.player.page.screen is Screen.FLAG
    room.presses(Close())
    assert room.player.page.spot == spot


def test_the_log_and_the_pause_keep_the_line() -> None:
    for where in (Where.LOG, Where.PAUSE, Where.HELP, Where.SETTINGS):
        room = Room(playing(sample()))
        spot = room.player.page.spot
        room.presses(Go(where))
        for _ in range(40):
            room.listens()
        room.presses(Close())
        assert room.player.page.spot == spot
        assert room.voice.last == LINES[0]


def test_on_request_it_reads_what_is_shown_and_waits() -> None:
    room = Room(playing(sample()), mode=Aloud.ASKED)
    assert room.said == []
    room.asks()
    assert room.voice.last == LINES[0]
    for _ in range(5):
        room.listens()
    assert room.said == [LINES[0]]


def test_where_it_is_off_nothing_is_heard_and_who_asks_is_told() -> None:
    room = Room(playing(sample()), mode=Aloud.OFF)
    room.presses(Forward())
    room.asks()
    assert room.said == []
    assert room.told() == WORDS[Word.IS_OFF]
    assert room.told() == ""


def test_a_screen_reader_that_comes_silences_it_at_once() -> None:
    room = Room(playing(sample()))
    room.reader = True
    room.passes(0.1)
    assert not room.voice.busy
    room.presses(Forward())
    room.listens()
    assert room.said == [LINES[0]]


def test_it_is_turned_off_in_the_middle_of_a_line() -> None:
    room = Room(playing(sample()))
    room.mode = Aloud.OFF
    room.look()
    assert not room.voice.busy


def test_another_language_is_read_in_that_language() -> None:
    room = Room(real_playing())
    room.presses(SetLanguage("fi"))
    assert room.voice.said[-1][1] == "fi"


def test_where_the_language_has_no_voice_it_says_so_and_waits() -> None:
    room = Room(real_playing(), voice=FakeVoice(frozenset({"sv"})))
    room.presses(SetLanguage("so"))
    said = len(room.said)
    for _ in range(5):
        room.listens()
    assert room.told() == WORDS[Word.NO_VOICE]
    assert len(room.said) == said
    assert room.player.page.spot == real_playing().page.spot


def test_a_voice_that_dies_leaves_the_line_where_it_is() -> None:
    room = Room(playing(sample()))
    room.voice.dies = True
    for _ in range(5):
        room.passes()
    assert room.said == [LINES[0]]
    assert room.player.page.spot == playing(sample()).page.spot
    assert room.told() == WORDS[Word.NO_VOICE]


def test_a_number_is_given_to_the_voice_as_it_is_dialled() -> None:
    room = Room(real_playing())
    room.presses(Go(Where.HELP))
    for _ in range(20):
        room.listens()
    assert any("1 1 6, 1 1 1" in text for text in room.said)


def test_a_picture_that_shows_nothing_new_is_not_thought_about() -> None:
    room = Room(playing(sample()))
    for _ in range(3):
        room.look()
    assert room.said == [LINES[0]]


ACTIONS = st.lists(
    st.sampled_from(
        ["listens", "passes", "key", "ask", Forward(), Back(), Hide(), TapHeading(), Go(Where.LOG), Close()]
    ),
    max_size=30,
)


@pytest.mark.xdist_group("aloud")
@settings(max_examples=60)
@given(ACTIONS)
def test_whatever_is_pressed_nothing_is_heard_while_hidden_and_no_line_is_lost(actions: list[object]) -> None:
    room = Room(playing(sample()))
    for action in actions:
        before, finished = room.player.page, set(room.said)
        match action:
            case "listens":
                room.listens()
            case "passes":
                room.passes(0.1)
            case "key":
                room.aloud.touched()
                assert not room.voice.busy
            case "ask":
                room.asks()
            case _:
                room.presses(action)
        if room.player.app.hidden:
            assert not room.voice.busy
        if action in {"listens", "passes"} and room.player.page != before:
            assert before.default == Forward()
            assert finished


def test_it_is_as_loud_as_the_player_has_set() -> None:
    room = Room(real_playing())
    before = room.voice.volume
    settings = replace(room.player.app.settings, volume=25)
    room.player.app = replace(room.player.app, settings=settings)
    room.look()
    room.asks()
    assert room.voice.volume < before
    assert room.voice.volume == pytest.approx(loudness(25))
