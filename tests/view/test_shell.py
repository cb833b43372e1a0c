"""The window: what keys, mouse, touch and the window's own events do, and that it rests when nothing moves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.commands import Sound
from game.screens.intents import (
    Close,
    Forward,
    Go,
    Hide,
    Intent,
    Leave,
    OpenFlag,
    PickStory,
    SetSound,
    SetTextSize,
    Speed,
    Where,
)
from game.screens.keys import Key
from game.screens.model import Settings
from game.screens.page import Field, Screen
from game.view.motion import FADE
from game.view.shell import Shell
from tests.view.every_screen import STORY, after, along, routes, screens, started
from tests.view.player import HANDS, Player, with_mouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import App
    from game.story.moment import Spot

STILL = Settings(speed=Speed.AT_ONCE, less_motion=True)
SMALL = (1024, 600)


class FakeTime:
    """A time that passes hardly by itself, and by a sixtieth of a second for each tick."""

    def __init__(self) -> None:
        self.now = 100.0
        self.ticks = 0

    def __call__(self) -> float:
        self.now += 0.0001
        return self.now

    def tick(self, frames: int) -> int:
        self.ticks += 1
        self.now += 1 / frames
        return 1000 // frames


class FakeSpeaker:
    """Says what it was asked to play."""

    def __init__(self) -> None:
        self.played: list[Sound | None] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def silence(self) -> None:
        self.played.append(None)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    fake = FakeTime()
    monkeypatch.setattr(Shell, "_now", staticmethod(fake))
    monkeypatch.setattr(pygame.time, "Clock", lambda: fake)
    return fake


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> FakeSpeaker:
    fake = FakeSpeaker()
    monkeypatch.setattr("game.view.shell.Speaker", lambda: fake)
    return fake


@pytest.fixture
def player(speaker: FakeSpeaker) -> Iterator[Player]:
    """At the title, with nothing that moves."""
    made = Player(SMALL, STILL)
    yield made
    made.close()


@pytest.fixture
def moving(time: FakeTime, speaker: FakeSpeaker) -> Iterator[Player]:
    """At the title, with all that moves, in a time that stands still."""
    made = Player(SMALL, Settings())
    yield made
    made.close()


def at(player: Player, name: str) -> Player:
    """The player comes to a screen."""
    player.app = replace(screens()[name], settings=player.app.settings)
    return player


def first_line(player: Player) -> Player:
    player.app = replace(after(started(), PickStory(STORY)), settings=player.app.settings)
    with_mouse(player, player.page.foot[1].intent)
    return player


def step(player: Player) -> tuple[object, int]:
    """Where the play is."""
    play = player.app.play
    assert play is not None
    return play.moment.segment.entry, play.moment.step


def bytes_of(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def painted_afresh(player: Player) -> bytes:
    """What the window should show when nothing moves: everything, drawn now."""
    player.post(pygame.Event(pygame.WINDOWEXPOSED))
    return bytes_of(player.picture)


def run_until_rest(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop itself, until it waits for somebody to do something."""
    wait_calls(monkeypatch, until=1)
    player.shell.run()


def wait_calls(monkeypatch: pytest.MonkeyPatch, until: int) -> list[int]:
    """The times for which the loop sleeps, in milliseconds; after so many of them the window is closed."""
    slept: list[int] = []

    def wait(milliseconds: int) -> int:
        slept.append(milliseconds)
        if len(slept) == until:
            pygame.event.post(pygame.Event(pygame.QUIT))
        return milliseconds

    monkeypatch.setattr(pygame.time, "wait", wait)
    return slept


# --- at rest ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["title", "dialogue", "phone", "choices", "ending 1", "help", "hidden"])
def test_what_has_not_changed_is_not_drawn_again(player: Player, name: str) -> None:
    at(player, name)
    flips = player.watched.flips
    for _ in range(3):
        player.shell.draw()
    assert player.watched.flips == flips
    assert not player.shell.display.motion.moving(0.0)


def test_events_that_mean_nothing_draw_nothing(player: Player) -> None:
    at(player, "dialogue")
    player.move((3, 300))
    flips = player.watched.flips
    player.post(pygame.Event(pygame.WINDOWENTER), pygame.Event(pygame.ACTIVEEVENT))
    player.move((5, 303))
    player.post(pygame.Event(pygame.KEYUP, key=pygame.K_F5, mod=0, unicode=""))
    assert player.watched.flips == flips


def test_a_window_that_was_covered_is_drawn_again(player: Player) -> None:
    flips = player.watched.flips
    player.post(pygame.Event(pygame.WINDOWEXPOSED))
    assert player.watched.flips == flips + 1


def test_a_silence_breathes_and_comes_to_rest(moving: Player, time: FakeTime) -> None:
    at(moving, "silence")
    time.now += 1
    assert moving.shell.display.motion.moving(time.now)
    time.now += 60
    assert not moving.shell.display.motion.moving(time.now)


@pytest.mark.parametrize("name", ["dialogue", "phone", "beginnings"])
def test_the_last_picture_is_whole_when_the_loop_comes_to_rest(
    moving: Player, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    at(moving, "title")
    at(moving, name)
    run_until_rest(moving, monkeypatch)
    seen = bytes_of(moving.picture)
    moving.shell.running = True
    assert seen == painted_afresh(moving)


def test_a_fade_leaves_nothing_of_the_old_picture_while_letters_still_appear(
    moving: Player, time: FakeTime
) -> None:
    at(moving, "title")
    at(moving, "dialogue")
    motion = moving.shell.display.motion
    assert (motion.fading is None, motion.typing is None) == (False, False)
    for _ in range(4):
        time.now += 0.15
        moving.shell.draw(moving=motion.moving(time.now))
    assert (motion.fading is None, motion.typing is None) == (True, False)
    seen = bytes_of(moving.picture)
    assert seen == painted_afresh(moving)


def test_the_loop_sleeps_until_something_happens(
    player: Player, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(player, "dialogue")
    flips = player.watched.flips
    slept = wait_calls(monkeypatch, until=400)
    player.shell.run()
    assert sum(slept) > 4000
    assert max(slept) < 16
    assert time.ticks == 0
    assert player.watched.flips == flips + 1, "once, when the window was first shown"


# --- what moves ------------------------------------------------------------------------------------


def test_the_first_press_shows_the_whole_line_and_the_second_goes_on(moving: Player, time: FakeTime) -> None:
    first_line(moving)
    display = moving.shell.display
    time.now += 1
    begun = step(moving)
    assert display.motion.shown(time.now) is not None
    moving.press(Key.SPACE)
    assert step(moving) == begun
    assert display.motion.shown(time.now) is None
    moving.press(Key.SPACE)
    assert step(moving) != begun


@pytest.mark.parametrize("hands", ["mouse", "touch"])
def test_the_first_click_shows_the_whole_line_and_the_second_goes_on(
    moving: Player, time: FakeTime, hands: str
) -> None:
    first_line(moving)
    begun = step(moving)
    time.now += 1
    HANDS[hands](moving, Forward())
    assert step(moving) == begun
    assert not moving.shell.display.motion.moving(time.now)
    HANDS[hands](moving, Forward())
    assert step(moving) != begun


@pytest.mark.parametrize("speed", [Speed.CALM, Speed.QUICK])
def test_letters_appear_at_the_speed_that_was_chosen(moving: Player, speed: Speed) -> None:
    moving.app = replace(moving.app, settings=Settings(speed=speed))
    motion = first_line(moving).shell.display.motion
    assert motion.typing is not None
    assert motion.shown(motion.typing) == 0
    assert motion.shown(motion.typing + 0.501) == speed.value // 2
    assert motion.shown(motion.typing + 60) is None


def test_all_at_once_is_all_at_once(moving: Player) -> None:
    moving.app = replace(moving.app, settings=Settings(speed=Speed.AT_ONCE))
    first_line(moving)
    assert moving.shell.display.motion.typing is None
    begun = step(moving)
    moving.press(Key.SPACE)
    assert step(moving) != begun


@pytest.mark.parametrize("name", ["dialogue", "phone", "silence", "breathe", "ending 1", "eyes"])
def test_with_less_motion_nothing_fades_arrives_or_breathes(
    moving: Player, time: FakeTime, name: str
) -> None:
    moving.app = replace(moving.app, settings=STILL)
    at(moving, "title")
    at(moving, name)
    assert not moving.shell.display.motion.moving(time.now)


@pytest.mark.parametrize(
    ("name", "what"), [("dialogue", "fading"), ("phone", "arriving"), ("silence", "breathing")]
)
def test_otherwise_it_does(moving: Player, name: str, what: str) -> None:
    at(moving, "title")
    at(moving, name)
    assert getattr(moving.shell.display.motion, what) is not None


def test_a_fade_begins_with_the_old_picture_and_ends_with_the_new_one(moving: Player, time: FakeTime) -> None:
    at(moving, "title")
    old = moving.picture.copy()
    at(moving, "beginnings")
    motion = moving.shell.display.motion
    assert motion.fading is not None
    assert bytes_of(moving.picture) == bytes_of(old)
    time.now = motion.fading + FADE / 2
    moving.shell.draw(moving=True)
    half = moving.picture.copy()
    time.now += 5
    assert not motion.moving(time.now)
    moving.shell.draw(moving=True)
    assert bytes_of(moving.picture) == painted_afresh(moving)
    assert len({bytes_of(picture) for picture in (old, half, moving.picture)}) == 3


# --- size ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED])
def test_a_resized_window_keeps_the_page_and_lays_it_out_again(player: Player, kind: int) -> None:
    at(player, "dialogue")
    page = player.page
    player.watched.window.size = (1600, 900)
    pygame.event.clear()
    player.post(pygame.Event(kind, x=1600, y=900))
    assert player.page == page
    assert player.frame.size == (1600, 900)
    assert player.picture.get_size() == (1600, 900)
    fresh = Player((1600, 900), STILL)
    seen = bytes_of(at(fresh, "dialogue").picture)
    fresh.close()
    assert bytes_of(player.picture) == seen


def test_a_conversation_stays_at_its_end_when_the_window_changes(player: Player) -> None:
    player.app = replace(screens()["phone"], settings=replace(STILL, text_size=200))
    scroll = player.frame.scroll
    assert scroll is not None
    assert scroll.most
    assert player.shell.display.scrolled == scroll.most
    player.watched.window.size = (1366, 768)
    player.post(pygame.Event(pygame.WINDOWRESIZED, x=1366, y=768))
    scroll = player.frame.scroll
    assert scroll is not None
    assert player.shell.display.scrolled == scroll.most


def test_f11_fills_the_screen_and_back(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(player.watched, "set_fullscreen", lambda *, desktop: done.append(f"full {desktop}"))
    monkeypatch.setattr(player.watched, "set_windowed", lambda: done.append("window"))
    player.press(Key.F11)
    assert player.app.settings.fullscreen
    player.press(Key.F11)
    assert done == ["full True", "window"]


# --- keys ------------------------------------------------------------------------------------------


def test_tab_comes_to_everything_once_and_shows_where_it_is() -> None:
    player = Player(SMALL, replace(STILL, text_size=200), painted=False)
    for name, app in screens().items():
        player.app = replace(app, settings=replace(STILL, text_size=200), focus=None)
        everything = {item.intent for item in player.page.items()}
        reached = []
        for _ in everything:
            player.press(Key.TAB)
            assert player.focus is not None, name
            reached.append(player.focus)
            assert_can_be_seen(player, name)
        assert set(reached) == everything, name
    player.close()


def assert_can_be_seen(player: Player, name: str) -> None:
    assert player.focus is not None
    target = player.target(player.focus)
    scroll = player.frame.scroll
    if target.scrolls and scroll:
        box = player.shell.display.where(target)
        seen = box.clip(scroll.area)
        assert seen.height >= min(box.height, scroll.area.height - 40 * player.scale()), name
        assert seen.top == box.top, name


def test_the_ring_is_painted_around_what_has_focus(player: Player) -> None:
    at(player, "title")
    player.press(Key.TAB)
    focus = player.focus
    assert focus is not None
    box = player.target(focus).rect
    edge = (box.centerx, box.y - round(5 * player.scale()))
    assert player.picture.get_at(edge)[:3] == (0x0D, 0x57, 0x50)


def test_a_mouse_needs_no_ring(player: Player) -> None:
    at(player, "title")
    player.press(Key.TAB)
    by_keys = bytes_of(player.picture)
    player.move((3, 300))
    player.button(pygame.MOUSEBUTTONDOWN, (3, 300))
    assert bytes_of(player.picture) != by_keys


def test_backspace_goes_one_line_back(player: Player) -> None:
    first_line(player)
    begun = step(player)
    player.press(Key.SPACE)
    player.press(Key.BACKSPACE)
    assert step(player) == begun


def test_f_flags_the_line(player: Player) -> None:
    first_line(player)
    player.press(Key.F)
    assert player.page.screen is Screen.FLAG
    play = player.app.play
    assert play is not None
    assert len(play.flags) == 1


def test_page_up_opens_what_was_said_at_the_newest_line(player: Player) -> None:
    player.app = replace(screens()["choices"], settings=STILL)
    player.press(Key.PAGE_UP)
    assert player.page.screen is Screen.LOG
    assert_can_be_seen(player, "log")


def test_what_was_said_opens_at_the_newest_line_with_a_mouse_too(player: Player) -> None:
    player.app = replace(screens()["ending 1"], settings=STILL)
    with_mouse(player, Go(Where.PAUSE))
    with_mouse(player, Go(Where.LOG))
    scroll = player.frame.scroll
    assert scroll is not None
    assert scroll.most
    assert player.shell.display.scrolled == scroll.most


def test_arrows_scroll_a_page_to_read_and_then_move_the_focus(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    player.press(Key.DOWN)
    once = player.shell.display.scrolled
    player.press(Key.DOWN)
    assert player.shell.display.scrolled > once > 0
    player.press(Key.UP)
    assert player.shell.display.scrolled == once


def test_page_down_home_and_end_scroll(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    display = player.shell.display
    player.press(Key.PAGE_DOWN)
    assert display.scrolled == SMALL[1] // 2
    player.key(pygame.K_END)
    scroll = player.frame.scroll
    assert scroll is not None
    assert display.scrolled == scroll.most
    player.key(pygame.K_HOME)
    assert display.scrolled == 0


def test_letters_are_typed_where_a_code_is_asked_for(player: Player) -> None:
    player.app = replace(screens()["code"], settings=STILL)
    for letter in "ab f":
        player.key(ord(letter), letter)
    field = next(block for block in player.page.body if isinstance(block, Field))
    assert field.text == "ABF"


# --- Dölj ------------------------------------------------------------------------------------------


def shift(player: Player, times: int, key: int = pygame.K_LSHIFT) -> None:
    for _ in range(times):
        player.key(key)


@pytest.mark.parametrize("name", ["title", "dialogue", "phone", "flag", "code", "ending 1", "settings"])
def test_shift_three_times_hides_on_every_screen_and_shows_again(player: Player, name: str) -> None:
    at(player, name)
    page = player.page
    shift(player, 2)
    assert player.page == page
    shift(player, 1, pygame.K_RSHIFT)
    assert player.page.screen is Screen.HIDDEN
    shift(player, 3)
    assert player.page == page


def test_shift_that_is_held_for_another_key_does_not_hide(player: Player) -> None:
    for _ in range(4):
        player.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, unicode="", mod=pygame.KMOD_SHIFT))
        player.key(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
        player.post(pygame.Event(pygame.KEYUP, key=pygame.K_LSHIFT, unicode="", mod=0))
    assert player.page.screen is Screen.TITLE
    assert player.focus is not None


def test_shift_with_long_waits_does_not_hide(moving: Player, time: FakeTime) -> None:
    for _ in range(5):
        shift(moving, 1)
        time.now += 4
    assert moving.page.screen is Screen.TITLE


def test_nothing_of_the_game_is_seen_when_it_is_left_from_the_exercise(player: Player) -> None:
    at(player, "hidden")
    for _ in player.page.items():
        if player.focus == Leave():
            break
        player.press(Key.TAB)
    flips = player.watched.flips
    seen = bytes_of(player.picture)
    player.key(pygame.K_SPACE, " ")
    assert player.watched.flips == flips
    assert bytes_of(player.picture) == seen


def test_hiding_does_not_fade(moving: Player) -> None:
    at(moving, "dialogue")
    with_mouse(moving, Hide())
    assert moving.shell.display.motion.fading is None
    assert bytes_of(moving.picture) == painted_afresh(moving)


def test_the_exercise_works_with_keys(player: Player) -> None:
    at(player, "hidden")
    field = next(block for block in player.page.body if isinstance(block, Field))
    left, right = field.label.removesuffix(" =").split(" · ")
    for digit in str(int(left) * int(right)):
        player.key(ord(digit), digit)
    player.press(Key.ENTER)
    assert player.app.hidden is not None
    assert player.app.hidden.right == 1


# --- pointer ---------------------------------------------------------------------------------------


def beside(player: Player) -> tuple[int, int]:
    """A place with nothing to press."""
    for y in range(120, player.frame.size[1], 7):
        if player.shell.display.target_at((5, y)) is None:
            return 5, y
    raise AssertionError


def test_a_click_beside_everything_goes_on_where_that_is_the_only_question(player: Player) -> None:
    first_line(player)
    begun = step(player)
    player.click(beside(player))
    assert step(player) != begun


@pytest.mark.parametrize("name", ["title", "choices", "telling", "ending 1", "flag", "pause", "hidden"])
def test_a_click_beside_everything_does_nothing_elsewhere(player: Player, name: str) -> None:
    at(player, name)
    page = player.page
    player.click(beside(player))
    assert player.page == page


def test_a_press_that_is_let_go_somewhere_else_does_nothing(player: Player) -> None:
    first_line(player)
    begun, page = step(player), player.page
    flag, on = page.foot
    press = partial(player.button, pygame.MOUSEBUTTONDOWN)
    let_go = partial(player.button, pygame.MOUSEBUTTONUP)
    y = player.middle(on.intent)[1]
    aside = (player.middle(flag.intent)[0] + player.middle(on.intent)[0]) // 2, y
    for begin, end in (
        (player.middle(flag.intent), player.middle(on.intent)),
        (player.middle(flag.intent), aside),
        (aside, player.middle(flag.intent)),
    ):
        assert (begin == aside) == (player.shell.display.target_at(begin) is None)
        press(begin)
        player.move(end, held=True)
        let_go(end)
        assert (step(player), player.page) == (begun, page)


def test_a_hand_that_trembles_still_presses_where_nothing_scrolls(player: Player) -> None:
    at(player, "title")
    x, y = player.middle(Go(Where.STORIES))
    player.button(pygame.MOUSEBUTTONDOWN, (x, y))
    player.move((x, y + 14), held=True)
    player.button(pygame.MOUSEBUTTONUP, (x, y + 14))
    assert player.page.screen is Screen.STORIES


def test_other_buttons_press_nothing(player: Player) -> None:
    pos = player.middle(Go(Where.STORIES))
    for button in (2, 3):
        player.button(pygame.MOUSEBUTTONDOWN, pos, button)
        player.button(pygame.MOUSEBUTTONUP, pos, button)
    assert player.page.screen is Screen.TITLE


def test_what_is_under_the_pointer_is_lighter_and_darker_while_it_is_held(player: Player) -> None:
    pos = player.middle(Go(Where.HELP))
    spot = (player.target(Go(Where.HELP)).rect.x + 12, pos[1])

    def light() -> int:
        return sum(player.picture.get_at(spot)[:3])

    plain = light()
    player.move(pos)
    hovered = light()
    player.button(pygame.MOUSEBUTTONDOWN, pos)
    held = light()
    player.move((3, 590), held=False)
    assert held < plain < hovered
    assert light() == plain


def test_nothing_is_lit_when_the_pointer_has_left_the_window(player: Player) -> None:
    plain = bytes_of(player.picture)
    player.move(player.middle(Go(Where.HELP)))
    assert bytes_of(player.picture) != plain
    player.post(pygame.Event(pygame.WINDOWLEAVE))
    assert bytes_of(player.picture) == plain


def test_the_wheel_scrolls_and_stops_at_both_ends(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    scroll = player.frame.scroll
    assert scroll is not None
    player.wheel(-1)
    assert player.shell.display.scrolled == round(90 * player.scale())
    player.wheel(5)
    assert player.shell.display.scrolled == 0
    player.wheel(-500)
    assert player.shell.display.scrolled == scroll.most
    flips = player.watched.flips
    player.wheel(-1)
    assert player.watched.flips == flips


def test_a_drag_scrolls_and_presses_nothing(player: Player) -> None:
    player.app = replace(screens()["log"], settings=STILL, focus=None)
    player.key(pygame.K_HOME)
    page = player.page
    target = next(target for target in player.frame.targets if target.scrolls)
    x, y = target.rect.center
    player.button(pygame.MOUSEBUTTONDOWN, (x, y))
    for down in (20, 60, 120):
        player.move((x, y - down), held=True)
    player.button(pygame.MOUSEBUTTONUP, (x, y - 120))
    assert player.shell.display.scrolled == 120
    assert player.page == page


def test_what_has_scrolled_out_of_sight_cannot_be_pressed(player: Player) -> None:
    player.app = replace(screens()["log"], settings=STILL, focus=None)
    player.key(pygame.K_END)
    page, scroll = player.page, player.frame.scroll
    assert scroll is not None
    player.click((scroll.area.centerx, scroll.area.y - 4))
    assert player.page == page


# --- the window's own events, and sound ------------------------------------------------------------


@pytest.mark.parametrize("kind", [pygame.QUIT, pygame.WINDOWCLOSE])
def test_closing_the_window_ends_the_program(player: Player, kind: int) -> None:
    flips = player.watched.flips
    player.post(pygame.Event(kind))
    assert not player.shell.running
    assert player.watched.flips == flips


def test_leaving_ends_the_program_and_wipes_it(player: Player) -> None:
    first_line(player)
    player.press(Key.ESCAPE)
    with_mouse(player, Leave())
    assert not player.shell.running
    assert player.app.play is None


def _send(player: Player, *intents: Intent) -> None:
    for intent in intents:
        player.shell.send(intent)


def test_sound_is_off_until_it_is_turned_on(player: Player, speaker: FakeSpeaker) -> None:
    first_line(player)
    assert speaker.played == []
    _send(player, SetSound(on=True), OpenFlag(_spot(player)))
    assert speaker.played == [Sound.FLAG]


def test_hiding_silences_everything_at_once(player: Player, speaker: FakeSpeaker) -> None:
    _send(player, SetSound(on=True), Go(Where.STORIES), Hide())
    assert speaker.played == [Sound.PAGE, None]
    _send(player, Go(Where.HELP))
    assert speaker.played == [Sound.PAGE, None]


def _spot(player: Player) -> Spot:
    spot = player.page.spot
    assert spot is not None
    return spot


def test_a_changed_text_size_is_seen_at_once(player: Player) -> None:
    at(player, "settings")
    before = player.frame
    with_mouse(player, SetTextSize(200))
    assert player.frame != before
    with_mouse(player, Close())
    assert player.app.settings.text_size == 200


def test_what_may_come_next_is_drawn_ahead_and_changes_nothing(player: Player) -> None:
    ahead = next(along(started(), next(iter(routes().values()))))
    player.app = replace(ahead, settings=STILL)
    before: App = player.app
    coming = list(player.shell._upcoming())
    for page in coming:
        player.shell.display.prepare(page)
    assert [page.screen for page in coming] == [Screen.DIALOGUE]
    assert player.app is before
    assert painted_afresh(player) == bytes_of(player.picture)
