"""A platform's adapter for readers, as AccessKit's is, in one's own hands."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from game.view.access.link import Handlers, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pygame


class Platform:
    """A platform's adapter. It has a lock of its own, held while it calls when a reader comes; and to call, and to be
    called, takes Python's lock. Who holds one and waits long for the other has waited without end.
    """

    def __init__(self, patience: float = 5.0) -> None:
        self.own, self.python = threading.Lock(), threading.RLock()
        self.patience = patience
        self.handlers: Handlers | None = None
        self.active = False
        self.updates: list[Any] = []
        self.focus: list[object] = []
        self.fails: BaseException | None = None
        self.stuck = False

    def connect(self, window: pygame.Window, handlers: Handlers) -> Link:
        self.handlers = handlers
        return Link(self.update, self.focused)

    def update(self, made: Callable[[], object]) -> None:
        with self._called():
            if self.fails:
                raise self.fails
            if self.active:
                self.updates.append(made())

    def focused(self, there: object) -> None:
        with self._called():
            self.focus.append(there)

    @contextmanager
    def _called(self) -> Iterator[None]:
        with self.python:
            got = self.own.acquire(timeout=self.patience)
            self.stuck |= not got
            assert got
            try:
                yield
            finally:
                self.own.release()

    def come(self) -> None:
        """A reader comes."""
        assert self.handlers is not None
        with self.own:
            self.active = True
            with self.python:
                self.handlers.activated()

    def go(self) -> None:
        """It goes."""
        assert self.handlers is not None
        with self.own:
            self.active = False
        with self.python:
            self.handlers.deactivated()
