"""Readers come and go, are told what changed, and ask; and whatever fails, the game runs on without."""

from __future__ import annotations

import dis
import threading
import time
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.screens.intents import Focus, Go, Hide, Where
from game.view.access import reader
from game.view.access.link import Handlers, Link
from game.view.access.nodes import WINDOW
from game.view.access.reader import ASKED, Access
from tests.view.at_the_window import at

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

    from tests.view.access.platform import Platform
    from tests.view.player import Player

PATIENCE = 20.0
PRESSED = True


@pytest.fixture
def access(player: Player, platform: Platform) -> Access:
    made = Access(player.watched.window, platform.connect)
    assert not made.due()
    return made


def told(access: Access, player: Player) -> bool:
    """Whether anybody listens; those are told what is shown."""
    return access.show(player.app, player.shell.display, player.shell.words)


def names(update: Any) -> list[str]:
    return [node.label or node.value for _, node in update.nodes]


def test_nothing_is_made_while_nobody_listens(
    access: Access, player: Player, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(reader, "tree_of")
    for name in ("dialogue", "phone", "title"):
        at(player, name)
        assert not told(access, player)
    assert platform.updates == []


def test_a_reader_that_comes_is_waited_for_and_told_the_whole_page(
    access: Access, player: Player, platform: Platform
) -> None:
    platform.come()
    assert access.due()
    assert told(access, player)
    assert not access.due()
    (update,) = platform.updates
    assert update.tree.root == WINDOW
    assert "Övningar" in names(update)
    assert "Spela" in names(update)


def test_what_has_not_changed_is_not_told_again(access: Access, player: Player, platform: Platform) -> None:
    platform.come()
    for _ in range(3):
        player.shell.draw()
        told(access, player)
    assert len(platform.updates) == 1


def test_only_what_has_changed_is_told(access: Access, player: Player, platform: Platform) -> None:
    platform.come()
    told(access, player)
    player.key(pygame.K_TAB)
    told(access, player)
    first, second = platform.updates
    assert second.nodes == []
    assert second.focus != first.focus
    player.shell.send(Go(Where.SETTINGS))
    player.shell.draw()
    told(access, player)
    assert "Vilket språk vill du läsa på?" in names(platform.updates[-1])
    assert platform.updates[-1].tree is None


def test_one_that_comes_again_is_told_everything_again(
    access: Access, player: Player, platform: Platform
) -> None:
    platform.come()
    told(access, player)
    platform.go()
    assert access.due()
    assert not told(access, player)
    platform.come()
    told(access, player)
    first, second = platform.updates
    assert names(first) == names(second)
    assert second.tree.root == WINDOW


def test_one_that_goes_and_comes_between_two_pictures_is_told_everything_again(
    access: Access, player: Player, platform: Platform
) -> None:
    platform.come()
    told(access, player)
    platform.go()
    platform.come()
    told(access, player)
    assert [names(update) for update in platform.updates] == [names(platform.updates[0])] * 2


def test_a_reader_is_told_whether_the_window_has_the_keyboard(
    access: Access, player: Player, platform: Platform
) -> None:
    platform.come()
    told(access, player)
    told(access, player)
    assert platform.focus == [player.watched.window.focused]


def test_what_a_reader_asks_for_comes_as_an_intent(
    access: Access, player: Player, platform: Platform
) -> None:
    assert platform.handlers is not None
    platform.come()
    told(access, player)
    ids = {node.label: each for each, node in platform.updates[0].nodes}
    pygame.event.clear()
    asking = threading.Thread(target=platform.handlers.acted, args=(ids["Spela"], PRESSED))
    asking.start()
    asking.join()
    platform.handlers.acted(ids["Dölj"], not PRESSED)
    press, stand = pygame.event.get(ASKED)
    assert access.intent(press) == Go(Where.STORIES)
    assert access.intent(stand) == Focus(Hide())


def test_what_is_not_there_any_more_means_nothing(access: Access, player: Player, platform: Platform) -> None:
    gone = pygame.Event(ASKED, node=12345, pressed=True)
    assert access.intent(gone) is None
    platform.come()
    told(access, player)
    assert access.intent(gone) is None
    assert access.intent(pygame.Event(ASKED, node=WINDOW, pressed=True)) is None
    assert access.intent(pygame.Event(pygame.KEYDOWN, key=1, unicode="", mod=0, scancode=0)) is None


def test_behind_doelj_nothing_of_the_story_can_be_pressed(
    access: Access, player: Player, platform: Platform
) -> None:
    at(player, "choices")
    platform.come()
    told(access, player)
    ids = {node.label: each for each, node in platform.updates[0].nodes}
    choice = player.page.items()[0]
    player.shell.send(Hide())
    player.shell.draw()
    told(access, player)
    assert access.intent(pygame.Event(ASKED, node=ids[choice.label], pressed=True)) is None


class PanicError(BaseException):
    """What AccessKit raises when it fails inside."""


@pytest.mark.parametrize("failure", [RuntimeError("no"), PanicError("no")], ids=repr)
def test_an_adapter_that_fails_is_done_without(
    access: Access, player: Player, platform: Platform, failure: BaseException
) -> None:
    platform.fails = failure
    platform.come()
    assert not told(access, player)
    platform.fails = None
    assert not told(access, player)
    assert platform.updates == []


@pytest.mark.parametrize("failure", [ImportError("no wheel"), PanicError("no bus")], ids=repr)
def test_where_there_is_no_adapter_the_game_runs_without(
    player: Player, platform: Platform, failure: BaseException
) -> None:
    def none(window: pygame.Window, handlers: Handlers) -> Link:
        raise failure

    access = Access(player.watched.window, none)
    assert not access.due()
    assert not told(access, player)
    access.close()


def test_ctrl_c_is_not_a_failure_of_the_adapter(access: Access, player: Player, platform: Platform) -> None:
    platform.fails = KeyboardInterrupt()
    platform.come()
    with pytest.raises(KeyboardInterrupt):
        told(access, player)


def test_where_nobody_can_see_a_window_nobody_is_asked_in(player: Player) -> None:
    asked: list[object] = []
    access = Access(player.watched.window, lambda *given: asked.append(given))  # type: ignore[arg-type]
    access.before_shown()
    assert not access.due()
    assert asked == []


# --- the lock of Python and the lock of the adapter -------------------------------------------------


def _instructions(function: Any) -> list[dis.Instruction]:
    made: FunctionType = getattr(function, "__func__", function)
    return list(dis.get_instructions(made))


def _lets_others_in(instruction: dis.Instruction) -> bool:
    """Where Python looks whether another thread wants to run: after calls, at jumps back, at a function's start."""
    return instruction.opname.startswith(("CALL", "JUMP_BACKWARD", "RESUME", "FOR_ITER", "SEND", "YIELD"))


def test_between_looking_for_a_reader_and_calling_the_adapter_no_other_thread_comes_in() -> None:
    code = _instructions(Access._guarded)
    looked = next(at for at, each in enumerate(code) if each.argval == "_session")
    calls = [each.opname for each in code[looked:] if _lets_others_in(each)]
    assert len(calls) == 1


def test_after_the_reader_is_noted_no_other_thread_comes_in() -> None:
    code = _instructions(Access._activated)
    noted = next(at for at, each in enumerate(code) if each.opname == "STORE_ATTR")
    assert code[noted].argval == "_session"
    assert not any(_lets_others_in(each) for each in code[noted:])


def _at_once(*works: Callable[[], None]) -> tuple[list[threading.Thread], list[BaseException]]:
    """Threads that do these things, and what went wrong in them."""
    failed: list[BaseException] = []

    def watched(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # the test itself tells it
            failed.append(error)

    threads = [threading.Thread(target=watched, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    return threads, failed


def test_readers_come_go_and_ask_from_other_threads_while_pages_change(
    access: Access, player: Player, platform: Platform
) -> None:
    rounds, pages = 300, ("title", "dialogue", "phone", "choices")
    assert platform.handlers is not None
    acted = platform.handlers.acted

    def come_and_go() -> None:
        for _ in range(rounds):
            platform.come()
            time.sleep(0.0005)
            platform.go()

    def ask() -> None:
        for number in range(rounds):
            with platform.python:
                acted(number, PRESSED)

    threads, failed = _at_once(come_and_go, ask)
    end, turn = time.monotonic() + PATIENCE, 0
    while any(thread.is_alive() for thread in threads):
        assert time.monotonic() < end
        with platform.python:
            if turn % 50 == 0:
                at(player, pages[turn // 50 % len(pages)])
            for event in pygame.event.get():
                access.intent(event)
            told(access, player)
        turn += 1
        time.sleep(0)
    assert (failed, platform.stuck, told(access, player)) == ([], False, False)
    assert platform.updates


def test_an_adapter_called_while_it_calls_would_be_stuck(player: Player, platform: Platform) -> None:
    platform.patience = 0.05
    noted = threading.Event()
    link = platform.connect(player.watched.window, Handlers(noted.set, lambda *_: None, lambda: None))
    with platform.python:
        (thread,), _ = _at_once(platform.come)
        while not platform.own.locked():
            time.sleep(0.001)
        with pytest.raises(AssertionError):
            link.update(lambda: None)
    thread.join(PATIENCE)
    assert platform.stuck
