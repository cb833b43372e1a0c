"""Whatever goes wrong in the program, the window stays, and the play in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.screens.crash import CrashedScreen, Folder, ReportSaved, SaveReport
from game.screens.intents import Close, Hide, Intent
from game.screens.keys import Key
from game.screens.model import App
from game.screens.page import Screen
from game.screens.update import update
from game.view import display as display_module
from game.view.layouts import lay_out as lay_out_module
from game.view.safely import LOOPS, Safety
from game.view.shell import Shell
from tests.view.at_the_window import SMALL, STILL
from tests.view.every_screen import screens, shelf, started
from tests.view.player import KEYS, Player

if TYPE_CHECKING:
    from game.screens.words import Words

Step: TypeAlias = Callable[[Shell], None]


class Notes:
    """A clerk who writes nothing."""

    version = "1.2.3"

    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self.windows: list[tuple[int, int]] = []

    def noted(self, error: BaseException) -> str:
        self.errors.append(error)
        return f"{type(error).__name__[:2]}0000".upper()

    def written(self, window: tuple[int, int], scale: float) -> ReportSaved:
        assert scale > 0
        self.windows.append(window)
        return ReportSaved(Folder.DESKTOP, "rapport.txt")


class Kept:
    """A window whose play is kept safe, and somebody at it who does one thing at each rest."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, app: App) -> None:
        self.player = Player(SMALL)
        self.clerk = Notes()
        self.safety = Safety(app, self.clerk)
        shell = self.player.shell
        window = self.player.watched
        self.shell = Shell(app, shelf(), window, shell.display, safety=self.safety)  # type: ignore[arg-type]
        self._monkeypatch = monkeypatch

    def run(self, *steps: Step) -> App:
        """The loop, in which these things happen one after the other; then the window is closed."""
        left: Iterator[Step] = iter(steps)

        def wait(milliseconds: int) -> int:
            step = next(left, None)
            if step:
                step(self.shell)
            else:
                pygame.event.post(pygame.Event(pygame.QUIT))
            return milliseconds

        self._monkeypatch.setattr(pygame.time, "wait", wait)
        self.shell.run()
        assert next(left, None) is None
        return self.shell.app


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[App], Kept]]:
    made: list[Kept] = []

    def make(app: App) -> Kept:
        made.append(Kept(monkeypatch, replace(app, settings=STILL)))
        return made[-1]

    yield make
    for each in made:
        each.player.close()


def key(key: Key) -> Step:
    def press(shell: Shell) -> None:
        del shell
        text = key.value if key.value.isdigit() else ""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=KEYS[key], unicode=text, mod=0, scancode=0))

    return press


def shifts(shell: Shell) -> None:
    del shell
    for _ in range(3):
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=pygame.K_LSHIFT, unicode="", mod=0, scancode=0))


def broken_on(monkeypatch: pytest.MonkeyPatch, screen: Screen, error: type[Exception] = KeyError) -> None:
    """From now on pages of this screen cannot be laid out."""
    whole = lay_out_module.lay_out

    def lay_out(page, *rest):  # type: ignore[no-untyped-def]
        if page.screen is screen:
            raise error("Alva")
        return whole(page, *rest)

    monkeypatch.setattr(display_module, "lay_out", lay_out)


def on_page(seen: list[Screen]) -> Step:
    def look(shell: Shell) -> None:
        assert shell.display.page
        seen.append(shell.display.page.screen)

    return look


Make: TypeAlias = Callable[[App], Kept]


def test_a_page_that_cannot_be_drawn_is_told_and_the_play_goes_on(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Screen] = []
    before = replace(screens()["dialogue"], settings=STILL)
    broken_on(monkeypatch, Screen.PAUSE)
    looks = on_page(seen)
    after = kept(before).run(looks, key(Key.ESCAPE), looks, key(Key.D1), looks)
    assert seen == [Screen.DIALOGUE, Screen.CRASHED, Screen.DIALOGUE]
    assert (after.play, after.screen, after.under) == (before.play, before.screen, before.under)


@pytest.mark.parametrize("where", ["paint", "show", "due", "scroll_by"])
def test_whatever_part_of_the_window_fails_once_the_player_is_told(
    kept: Make, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    window = kept(screens()["dialogue"])
    whole = getattr(window.shell.display, where)

    def fails(*values: object, **named: object) -> object:
        monkeypatch.setattr(window.shell.display, where, whole)
        raise ZeroDivisionError(values, named)

    def breaks(shell: Shell) -> None:
        monkeypatch.setattr(shell.display, where, fails)
        pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED))
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=1, flipped=False, touch=False))
        key(Key.SPACE)(shell)

    after = window.run(breaks)
    assert isinstance(after.screen, CrashedScreen)
    assert after.screen.crash.resume
    assert [type(each) for each in window.clerk.errors] == [ZeroDivisionError]


def test_a_picture_that_broke_off_leaves_no_part_of_the_window_shut(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept(screens()["dialogue"])
    surface = window.player.picture

    def breaks(shell: Shell) -> None:
        surface.set_clip((0, 0, 5, 5))
        broken_on(monkeypatch, Screen.PAUSE)
        key(Key.ESCAPE)(shell)

    window.run(breaks)
    assert surface.get_clip().size == surface.get_size()
    shown = pygame.image.tobytes(surface, "RGB")
    window.shell.display.paint(surface, window.shell.now(), None, window.player.shell._controls.pointed)
    assert pygame.image.tobytes(surface, "RGB") == shown


def test_an_intent_that_fails_leaves_the_play_as_it_was(kept: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    before = replace(screens()["dialogue"], settings=STILL)
    window = kept(before)

    def fails(app: App, intent: Intent, words: Words) -> object:
        monkeypatch.setattr("game.view.shell.update", update)
        raise IndexError(app, intent, words)

    def breaks(shell: Shell) -> None:
        monkeypatch.setattr("game.view.shell.update", fails)
        key(Key.SPACE)(shell)

    after = window.run(breaks)
    assert isinstance(after.screen, CrashedScreen)
    assert after.under[-1] == before.screen
    assert after.play == before.play


def test_the_same_crash_twice_at_once_offers_no_third_try(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[int] = []
    broken_on(monkeypatch, Screen.PAUSE)

    def count(shell: Shell) -> None:
        assert shell.display.page
        offered.append(len(shell.display.page.foot))

    esc, on = key(Key.ESCAPE), key(Key.D1)
    kept(screens()["dialogue"]).run(esc, count, on, esc, count)
    assert offered == [3, 2]


def test_who_has_played_on_for_a_while_may_try_again() -> None:
    app = started()
    safety = Safety(app, Notes())
    safety.shown(safety.fell(KeyError(), app, 10.0), 10.0)
    safety.shown(app, 100.0)
    late = safety.fell(KeyError(), app, 111.0)
    assert isinstance(late.screen, CrashedScreen)
    assert not late.screen.crash.again
    safety.shown(late, 111.0)
    safety.shown(app, 300.0)
    soon = safety.fell(KeyError(), app, 303.0)
    assert isinstance(soon.screen, CrashedScreen)
    assert soon.screen.crash.again
    safety.shown(soon, 303.0)
    safety.shown(app, 400.0)
    other = safety.fell(ValueError(), app, 401.0)
    assert isinstance(other.screen, CrashedScreen)
    assert not other.screen.crash.again


def test_a_crash_that_comes_without_the_player_is_not_told_for_ever(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept(screens()["dialogue"])

    def never(now: float) -> bool:
        raise OSError(now)

    monkeypatch.setattr(window.shell.display, "due", never)
    with pytest.raises(OSError, match=r"\d"):
        window.run(key(Key.ESCAPE))
    assert len(window.clerk.errors) == LOOPS - 1


def test_a_page_of_the_crash_that_cannot_be_drawn_either_ends_the_loop(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*rest: object) -> object:
        raise pygame.error(str(len(rest)))

    monkeypatch.setattr(display_module, "lay_out", fails)
    with pytest.raises(pygame.error):
        kept(screens()["dialogue"]).run()


def test_without_anybody_to_keep_it_safe_an_error_is_an_error(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept(screens()["dialogue"])
    shell = window.shell
    window.shell = Shell(shell.app, shelf(), window.player.watched, shell.display)  # type: ignore[arg-type]
    broken_on(monkeypatch, Screen.PAUSE)
    with pytest.raises(KeyError):
        window.run(key(Key.ESCAPE))


# --- Dölj ------------------------------------------------------------------------------------------


def test_shift_three_times_hides_the_page_of_a_crash(kept: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Screen] = []
    broken_on(monkeypatch, Screen.PAUSE)
    kept(screens()["dialogue"]).run(key(Key.ESCAPE), shifts, on_page(seen))
    assert seen == [Screen.HIDDEN]


def test_who_was_hiding_the_game_when_it_broke_off_has_it_hidden(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept(screens()["dialogue"])
    whole = window.shell.display.show
    once = iter((True,))

    def fails(*values: object, **named: object) -> bool:
        if window.shell.app.hidden and next(once, False):
            raise KeyError
        return whole(*values, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(window.shell.display, "show", fails)
    seen: list[Screen] = []
    after = window.run(shifts, on_page(seen))
    assert seen == [Screen.HIDDEN]
    assert isinstance(after.screen, CrashedScreen)


def test_what_was_hidden_stays_so(kept: Make) -> None:
    app = replace(screens()["dialogue"], settings=STILL)
    hidden = replace(screens()["hidden"], settings=STILL).hidden
    safety = Safety(replace(app, hidden=hidden), Notes())
    assert safety.fell(KeyError(), app, 1.0).hidden == hidden


# --- the report, and what a play is worth ------------------------------------------------------------


def test_a_report_is_written_when_it_is_asked_for_and_not_before(
    kept: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_on(monkeypatch, Screen.PAUSE)
    window = kept(screens()["dialogue"])

    def nothing_yet(shell: Shell) -> None:
        assert isinstance(shell.app.screen, CrashedScreen)
        assert window.clerk.windows == []

    after = window.run(key(Key.ESCAPE), nothing_yet, key(Key.D2))
    assert window.clerk.windows == [SMALL]
    assert isinstance(after.screen, CrashedScreen)
    assert after.screen.saved == ReportSaved(Folder.DESKTOP, "rapport.txt")


def test_nobody_can_ask_for_a_report_where_nothing_went_wrong(kept: Make) -> None:
    window = kept(screens()["dialogue"])
    window.run(lambda shell: shell.send(SaveReport()))
    assert window.clerk.windows == []


def test_a_code_that_cannot_be_made_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    app = screens()["dialogue"]
    safety = Safety(app, Notes())
    assert safety.resume()

    def fails(*rest: object) -> str:
        raise KeyError(rest)

    monkeypatch.setattr("game.view.safely.resume_code", fails)
    assert safety.resume() == ""


def test_a_reader_and_a_finger_find_the_page_as_any_other(player: Player) -> None:
    safety = Safety(screens()["dialogue"], Notes())
    player.app = replace(safety.fell(KeyError(), screens()["dialogue"], 1.0), settings=STILL)
    player.tap(player.middle(Close()))
    assert player.page.screen is Screen.DIALOGUE
    player.app = replace(safety.fell(ValueError(), screens()["dialogue"], 9.0), settings=STILL)
    player.click(player.middle(Hide()))
    assert player.app.hidden
