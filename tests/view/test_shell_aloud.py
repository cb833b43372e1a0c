"""The window reads aloud: R, what comes by itself, and silence at once on any key and on Dölj."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.hearing import Aloud, Hear, SetAloud
from game.screens.intents import Ask, Go, Hide, Question, TryOut, Where
from game.screens.keys import Key
from game.screens.page import Screen
from game.view.access.reader import Access
from game.view.speech import mouth
from tests.view.at_the_window import SMALL, STILL, FakeSpeaker, at, first_line
from tests.view.every_screen import SIZES, Size, in_language, laid_out, screens, shown
from tests.view.player import Player, with_finger, with_keys, with_mouse
from tests.view.speech.fakes import FakeVoice
from tests.view.support import faults, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

R = pygame.K_r


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> FakeVoice:
    fake = FakeVoice(frozenset({"sv", "en", "fi", "ar"}))
    monkeypatch.setattr(mouth, "SYSTEM", (lambda: lambda: fake,))
    return fake


@pytest.fixture
def aloud(voice: FakeVoice, speaker: FakeSpeaker) -> Iterator[Player]:
    """At the title, and everything is read aloud."""
    made = Player(SMALL, replace(STILL, aloud=Aloud.ALL))
    yield made
    made.close()


class Waits:
    """The loop's own waiting, for so many looks; a look takes a tenth of a second in the window's time."""

    def __init__(self, player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
        self.player = player
        self.now = 100.0
        self.left = 0
        monkeypatch.setattr(type(player.shell), "now", staticmethod(lambda: self.now))
        monkeypatch.setattr(pygame.time, "wait", self._wait)

    def _wait(self, milliseconds: int) -> int:
        self.now += 0.1
        self.left -= 1
        pygame.time.delay(1)  # the voice is looked for on a thread of its own
        if self.left <= 0:
            pygame.event.post(pygame.Event(pygame.QUIT))
        return milliseconds

    def looks(self, count: int) -> None:
        """The loop goes on until it has looked so often."""
        self.left = count
        self.player.shell.running = True
        self.player.shell._loop()
        self.player.shell.running = True


@pytest.fixture
def waits(aloud: Player, monkeypatch: pytest.MonkeyPatch) -> Waits:
    return Waits(aloud, monkeypatch)


def until_heard(waits: Waits, voice: FakeVoice) -> None:
    for _ in range(50):
        waits.looks(5)
        if voice.busy:
            return
    raise AssertionError("nothing is said")


def test_the_line_is_read_and_the_next_one_comes_when_it_has_been(
    aloud: Player, waits: Waits, voice: FakeVoice
) -> None:
    first_line(aloud)
    first = aloud.page.spot
    until_heard(waits, voice)
    assert voice.last.startswith("Måndag")
    waits.looks(20)
    assert aloud.page.spot == first
    voice.busy = False
    waits.looks(20)
    assert aloud.page.spot != first
    assert voice.last.startswith("Alva")


def test_a_press_stops_it_at_once(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    spot = aloud.page.spot
    aloud.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_x, unicode="x", mod=0, scancode=0))
    assert not voice.busy
    waits.looks(30)
    assert not voice.busy
    assert aloud.page.spot == spot


def test_a_click_stops_it_at_once(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    aloud.button(pygame.MOUSEBUTTONDOWN, aloud.middle(Hide()))
    assert not voice.busy


@pytest.mark.parametrize("hand", [with_mouse, with_finger])
def test_doelj_stops_it_at_once_and_nothing_is_heard_over_the_exercise(
    aloud: Player, waits: Waits, voice: FakeVoice, hand: object
) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    hand(aloud, Hide())  # type: ignore[operator]
    said = len(voice.said)
    assert not voice.busy
    aloud.key(R, "r")
    aloud.key(pygame.K_4, "4")
    waits.looks(30)
    assert len(voice.said) == said


def test_shift_three_times_stops_it_at_once(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    aloud.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, unicode="", mod=0, scancode=0))
    assert not voice.busy


def test_r_reads_what_is_shown_again(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    aloud.app = replace(aloud.app, settings=replace(aloud.app.settings, aloud=Aloud.ASKED))
    first_line(aloud)
    voice.said.clear()
    waits.looks(5)
    assert voice.said == []
    for count in (1, 2):
        aloud.key(R, "r")
        until_heard(waits, voice)
        assert len(voice.said) == count
        voice.busy = False
    assert voice.said[0] == voice.said[1]


def test_where_a_code_is_typed_r_is_a_letter(aloud: Player, voice: FakeVoice) -> None:
    at(aloud, "code")
    aloud.key(R, "r")
    assert aloud.page.screen is Screen.CODE
    assert "R" in aloud.app.screen.typed  # type: ignore[union-attr]


def test_who_presses_r_while_it_is_off_is_told_so(player: Player, voice: FakeVoice) -> None:
    player.key(R, "r")
    player.shell.draw()
    assert player.shell.display.caption.text.startswith("Uppläsningen är av")
    assert voice.said == []


def test_nothing_is_heard_while_it_is_off(player: Player, voice: FakeVoice) -> None:
    first_line(player)
    player.press(Key.SPACE)
    assert voice.said == []


def test_nothing_of_it_is_loaded_before_it_is_turned_on() -> None:
    """The window has to be there at once."""
    code = "import sys, game.cli, game.view.shell; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    modules = set(loaded.stdout.split())
    assert "game.view.speech.at_the_window" in modules
    later = {"game.view.speech.read_aloud", "game.view.speech.mouth", "game.view.speech.espeak", "prism"}
    assert not later & modules


def test_all_is_left_to_a_screen_reader_while_one_runs(
    aloud: Player, waits: Waits, voice: FakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    monkeypatch.setattr(Access, "heard", property(lambda _: True))
    waits.looks(5)
    assert not voice.busy
    said = len(voice.said)
    aloud.press(Key.SPACE)
    aloud.key(R, "r")
    waits.looks(20)
    assert len(voice.said) == said
    assert aloud.shell.display.caption.text.startswith("En skärmläsare är igång")


def test_setting_a_flag_is_never_hurried(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    first_line(aloud)
    aloud.press(Key.F)
    for _ in range(40):
        waits.looks(10)
        voice.busy = False
    assert aloud.page.screen is Screen.FLAG


def test_it_is_silent_when_the_window_closes(aloud: Player, waits: Waits, voice: FakeVoice) -> None:
    first_line(aloud)
    until_heard(waits, voice)
    pygame.event.post(pygame.Event(pygame.QUIT))
    aloud.shell.run()
    assert not voice.busy


# --- to be pressed ---------------------------------------------------------------------------------


def test_it_is_set_in_the_settings(player: Player, voice: FakeVoice) -> None:
    with_mouse(player, Go(Where.SETTINGS))
    with_mouse(player, Ask(Question.SOUND))
    for mode in (Aloud.ALL, Aloud.ASKED, Aloud.OFF):
        with_keys(player, SetAloud(mode))
        assert player.app.settings.aloud is mode


def test_a_sample_can_be_listened_to_and_nothing_else_is_read(
    aloud: Player, waits: Waits, voice: FakeVoice
) -> None:
    aloud.app = replace(aloud.app, settings=replace(aloud.app.settings, aloud=Aloud.ASKED))
    with_keys(aloud, Go(Where.SETTINGS))
    with_keys(aloud, Ask(Question.SOUND))
    with_mouse(aloud, TryOut())
    until_heard(waits, voice)
    assert aloud.page.sample
    assert voice.last == f"{aloud.page.sample.speaker}: {aloud.page.sample.text}"
    voice.busy = False
    waits.looks(20)
    assert not voice.busy


def test_hands_without_keys_have_a_button_while_it_is_on(
    aloud: Player, waits: Waits, voice: FakeVoice
) -> None:
    aloud.app = replace(aloud.app, settings=replace(aloud.app.settings, aloud=Aloud.ASKED))
    first_line(aloud)
    with_finger(aloud, Hear())
    until_heard(waits, voice)
    assert voice.last.startswith("Måndag")


def test_the_button_is_there_where_there_is_room_and_never_over_the_exercise() -> None:
    for name, app in screens().items():
        assert Hear() not in {item.intent for item in shown(app).items()}, name
        on = shown(replace(app, settings=replace(app.settings, aloud=Aloud.ALL)))
        without = on.screen in {Screen.HIDDEN, Screen.TITLE, Screen.MISTAKES}
        assert (Hear() in {item.intent for item in on.items()}) is not without, name


@pytest.mark.parametrize("size", [SIZES[0], SIZES[3]], ids=str)
@pytest.mark.parametrize(("language", "text_size"), [("sv", 100), ("sv", 200), ("ar", 200), ("en_XA", 150)])
def test_every_screen_has_room_for_it(size: Size, language: str, text_size: int) -> None:
    found = []
    for name, app in screens().items():
        on = in_language(replace(app, settings=replace(app.settings, aloud=Aloud.ALL)), language)
        page = shown(on)
        rtl = on.library.runs_leftward(language)
        frame = laid_out(page, size, text_size, rtl=rtl, language=language)
        found += [f"{name}: {fault}" for fault in faults(frame) + unsaid(page, frame)]
    assert found == []
