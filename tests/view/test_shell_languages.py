"""Another language is one key away, in the middle of a line, and leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import polib
import pygame
import pytest

from game.resources import LOCALE, SCENARIOS
from game.screens.bindings import KeysScreen
from game.screens.intents import Begin, Close, Forward, Go, Hide, PickStory, Where
from game.screens.keys import Key
from game.screens.settings import Settings
from game.tools.bookshelf import Bookshelf
from game.view.frame import TextOp
from game.view.motion import CAPTION
from tests.view.at_the_window import SMALL, STILL, at, bytes_of, first_line, painted_afresh
from tests.view.every_screen import STORY, screens, shelf
from tests.view.player import Player

if TYPE_CHECKING:
    from game.view.frame import Frame
    from tests.view.at_the_window import FakeTime

LANGUAGES = shelf().library().languages
ROUND = len(LANGUAGES)
HIDDEN = tuple(name for name in screens() if name.startswith("hidden"))
SEEN = ("title", "help", "phone", "flag", "log", "recap")


def shift_f2(player: Player) -> None:
    player.key(pygame.K_F2, mod=pygame.KMOD_LSHIFT)


def texts_that_scroll(frame: Frame) -> list[TextOp]:
    assert frame.scroll is not None
    return [op for op in frame.scroll.ops if isinstance(op, TextOp)]


def topmost(player: Player) -> int:
    """Which of the texts that scroll is the first to be seen whole."""
    scroll = player.frame.scroll
    assert scroll is not None
    edge = scroll.area.top + player.shell.display.scrolled
    return next(number for number, op in enumerate(texts_that_scroll(player.frame)) if op.pos[1] >= edge)


# --- nothing else changes --------------------------------------------------------------------------


def test_there_and_back_everything_is_where_it_was_on_every_screen() -> None:
    player = Player(SMALL, STILL, painted=False)
    display = player.shell.display
    for name, app in screens().items():
        if isinstance(app.screen, KeysScreen) and app.screen.waiting:
            continue  # there every key but Escape is an answer
        player.app = replace(app, settings=STILL)
        player.press(Key.TAB)
        player.press(Key.TAB)
        player.wheel(-1)
        before, scrolled, frame = player.app, display.scrolled, player.frame
        for _ in LANGUAGES:
            player.press(Key.F2)
        assert (player.app, display.scrolled) == (before, scrolled), name
        assert player.frame == frame, name
    player.close()


@pytest.mark.parametrize("name", SEEN)
def test_there_and_back_the_picture_is_the_same(player: Player, time: FakeTime, name: str) -> None:
    at(player, name)
    player.press(Key.TAB)
    before = bytes_of(player.picture)
    for _ in LANGUAGES:
        player.press(Key.F2)
    assert bytes_of(player.picture) != before, "the name of the language is there for a moment"
    time.now += CAPTION
    assert painted_afresh(player) == before


@pytest.mark.parametrize("name", SEEN)
def test_everything_is_in_the_new_language_at_once(player: Player, time: FakeTime, name: str) -> None:
    """As in a game that was started in it: nothing that was set in the language before is shown."""
    at(player, name)
    for language in LANGUAGES[1:3]:
        player.press(Key.F2)
        time.now += CAPTION
        switched = painted_afresh(player)
        other = Player(SMALL, replace(STILL, language=language.code))
        other.app = player.app
        assert bytes_of(other.picture) == switched, language.code
        other.close()


def test_what_is_opened_after_a_switch_is_in_the_new_language(player: Player) -> None:
    player.app = replace(screens()["choices"], settings=STILL)
    player.press(Key.PAGE_UP)
    player.press(Key.ESCAPE)
    player.press(Key.F2)
    for key in (Key.PAGE_UP, Key.F1):
        player.press(key)
        code = player.app.settings.language
        other = Player(SMALL, replace(STILL, language=code), painted=False)
        other.app = player.app
        assert player.frame == other.frame
        other.close()
        player.press(Key.ESCAPE)


def test_the_exercise_takes_no_notice(player: Player) -> None:
    for name in HIDDEN:
        at(player, name)
        before, picture = player.app, bytes_of(player.picture)
        player.press(Key.F2)
        shift_f2(player)
        assert player.app is before
        assert bytes_of(player.picture) == picture


def test_shift_with_f2_does_not_hide(player: Player) -> None:
    for _ in range(4):
        player.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, unicode="", mod=pygame.KMOD_LSHIFT))
        shift_f2(player)
        player.post(pygame.Event(pygame.KEYUP, key=pygame.K_LSHIFT, unicode="", mod=0))
    assert player.app.hidden is None
    assert player.app.settings.language == LANGUAGES[-4 % ROUND].code


def test_the_windows_title_says_nothing(player: Player) -> None:
    window = player.watched.window
    for _ in LANGUAGES:
        player.press(Key.F2)
        assert window.title == "Övningar"


# --- a line that still comes -----------------------------------------------------------------------


def test_letters_go_on_as_far_as_they_had_come(moving: Player, time: FakeTime) -> None:
    first_line(moving)
    motion = moving.shell.display.motion
    time.now += 0.4 + motion.letters * 0.4 / motion.per_second
    before, letters = motion.shown(time.now), motion.letters
    assert before is not None
    assert 0 < before < letters
    for _ in LANGUAGES:
        moving.press(Key.F2)
        motion = moving.shell.display.motion
        now = motion.shown(time.now)
        assert now is not None
        assert motion.letters == moving.frame.letters()
        assert abs(now / motion.letters - before / letters) < 3 / min(letters, motion.letters)
    back = motion.shown(time.now)
    assert motion.letters == letters
    assert back is not None
    assert abs(back - before) <= 1
    time.now += letters / motion.per_second
    assert motion.shown(time.now) is None


def test_a_line_that_was_there_does_not_come_again(moving: Player, time: FakeTime) -> None:
    first_line(moving)
    time.now += 60
    for _ in LANGUAGES:
        moving.press(Key.F2)
        assert moving.shell.display.motion.shown(time.now) is None
    moving.press(Key.F2)
    moving.press(Key.SPACE)
    assert moving.shell.display.motion.typing is not None, "the next line comes letter by letter"


def test_a_switch_while_one_picture_becomes_another_shows_the_new_language_at_once(
    moving: Player, time: FakeTime
) -> None:
    first_line(moving)
    time.now += 0.1
    moving.press(Key.F2)
    assert moving.shell.display.motion.fading is None
    assert bytes_of(moving.picture) == painted_afresh(moving)


def test_a_breath_goes_on(moving: Player, time: FakeTime) -> None:
    at(moving, "breathe")
    begun = moving.shell.display.motion.breathing
    assert begun is not None
    time.now += 3
    moving.press(Key.F2)
    assert moving.shell.display.motion.breathing == begun


# --- the place on a page that scrolls --------------------------------------------------------------


@pytest.mark.parametrize(("name", "notches"), [("log", 3), ("log", 40), ("recap", 7), ("help", 1)])
def test_what_was_at_the_top_stays_there(name: str, notches: int) -> None:
    player = Player(SMALL, replace(STILL, text_size=200), painted=False)
    player.app = replace(screens()[name], settings=replace(STILL, text_size=200), focus=None)
    player.wheel(500)
    for _ in range(notches):
        player.wheel(-1)
    scroll, scrolled = player.frame.scroll, player.shell.display.scrolled
    assert scroll is not None
    assert 0 < scrolled < scroll.most
    top, several = topmost(player), len(texts_that_scroll(player.frame))
    for _ in LANGUAGES:
        player.press(Key.F2)
        if len(texts_that_scroll(player.frame)) == several:
            assert abs(topmost(player) - top) <= 2
    assert player.shell.display.scrolled == scrolled
    player.close()


def test_what_has_focus_is_seen_in_every_language() -> None:
    player = Player(SMALL, replace(STILL, text_size=200), painted=False)
    player.app = replace(screens()["log"], settings=replace(STILL, text_size=200))
    for _ in range(7):
        player.press(Key.TAB)
    scrolled = player.shell.display.scrolled
    for _ in LANGUAGES:
        player.press(Key.F2)
        assert player.focus is not None
        target, scroll = player.target(player.focus), player.frame.scroll
        assert scroll is not None
        box = player.shell.display.where(target)
        assert box.clip(scroll.area).height >= min(box.height, scroll.area.height - 80)
    assert player.shell.display.scrolled == scrolled
    player.close()


def test_the_end_of_a_conversation_stays_the_end() -> None:
    player = Player(SMALL, replace(STILL, text_size=200), painted=False)
    player.app = replace(screens()["phone"], settings=replace(STILL, text_size=200))
    for _ in LANGUAGES:
        scroll = player.frame.scroll
        assert scroll is not None
        assert player.shell.display.scrolled == scroll.most
        player.press(Key.F2)
    player.close()


# --- the name of the language ----------------------------------------------------------------------


def test_the_language_says_its_name_for_a_moment(moving: Player, time: FakeTime) -> None:
    at(moving, "dialogue")
    caption = moving.shell.display.caption
    for language in LANGUAGES[1:]:
        moving.press(Key.F2)
        assert (caption.text, caption.icon) == (language.name, "language")
        assert caption.there(time.now)
    shift_f2(moving)
    assert caption.text == LANGUAGES[-2].name
    time.now += CAPTION
    assert not caption.there(time.now)


def test_on_the_exercise_no_name_is_left(player: Player) -> None:
    at(player, "dialogue")
    player.press(Key.F2)
    player.shell.send(Hide())
    assert not player.shell.display.caption.text


# --- read ahead ------------------------------------------------------------------------------------


def test_the_languages_beside_are_read_when_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Bookshelf(SCENARIOS, LOCALE)
    player = Player(SMALL, STILL)
    player.shell._shelf = own
    player.shell._ahead = iter(())
    for intent in (PickStory(STORY), Begin(), Forward()):
        player.shell.send(intent)
        player.shell.draw()
    for _ in player.shell._ahead:
        pass
    read: list[str] = []
    plainly = polib.pofile

    def watched(text: str, **options: str) -> object:
        read.append(text[:40])
        return plainly(text, **options)

    monkeypatch.setattr(polib, "pofile", watched)
    player.press(Key.F2)
    shift_f2(player)
    shift_f2(player)
    assert player.app.settings.language == LANGUAGES[-1].code
    assert read == []
    player.close()


def test_a_settings_screen_is_left_in_the_language_that_was_taken_there(player: Player) -> None:
    at(player, "dialogue")
    player.shell.send(Go(Where.SETTINGS))
    player.shell.draw()
    player.press(Key.F2)
    assert not player.shell.display.caption.text
    player.shell.send(Close())
    player.shell.draw()
    assert player.app.settings == replace(STILL, language=LANGUAGES[1].code)


def test_the_languages_have_different_names() -> None:
    assert all(one.name != other.name for one, other in pairwise(LANGUAGES))
    assert Settings().language == LANGUAGES[0].code
