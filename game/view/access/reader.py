"""Screen readers at the window: they are told every page, and what they ask for comes back as intents.

AccessKit calls from threads of its own, and while it calls it may hold a lock that each of its methods needs. Python's
own lock and that one would then wait for each other, if its methods were called meanwhile. So `_session` is set as the
very last thing when a reader comes, and taken away when it goes; and between looking at it and calling AccessKit
nothing stands at which Python lets another thread in.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pygame

from game.lazy import later
from game.screens.intents import Focus
from game.view.access.link import Handlers, Link
from game.view.window import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.untranslated import untranslated
    from game.screens.words import Words
    from game.view.access.accesskit_tree import connect as through_accesskit
    from game.view.access.accesskit_tree import rectangle, update_of
    from game.view.access.listener import listener_for
    from game.view.access.nodes import Tree
    from game.view.access.tree import tree_of
    from game.view.display import Display
else:
    through_accesskit = later("game.view.access.accesskit_tree", "connect")
    rectangle = later("game.view.access.accesskit_tree", "rectangle")
    update_of = later("game.view.access.accesskit_tree", "update_of")
    listener_for = later("game.view.access.listener", "listener_for")
    untranslated = later("game.screens.untranslated", "untranslated")
    tree_of = later("game.view.access.tree", "tree_of")

ASKED = pygame.event.custom_type()
"""The event of a reader that asks for something, `at` a window."""
IN_THE_WINDOW = frozenset({"win32", "darwin"})
"""Platforms on which readers have to be let in before the window is shown; on others that is time that a player waits."""


class Access:
    """One window for those who hear it. Whatever fails here, the game runs on without."""

    def __init__(
        self, window: pygame.Window, connect: Callable[[pygame.Window, Handlers], Link] = through_accesskit
    ) -> None:
        self._window = window
        self._connect = connect
        self._link: Link | None = None
        self._asked_in = False
        self._session: object | None = None
        self._known: object | None = None
        self._tree: Tree | None = None
        self._shown: tuple[object, ...] = ()
        self._place: tuple[object, ...] = ()
        self._swedish: tuple[object, frozenset[str]] = (None, frozenset())

    @property
    def heard(self) -> bool:
        """Whether a reader is there."""
        return self._session is not None

    # --- letting readers in ---

    def before_shown(self) -> None:
        """The first picture is ready, and the window not yet shown."""
        if sys.platform in IN_THE_WINDOW:
            self._let_in()

    def due(self) -> bool:
        """Whether a reader has come or gone since the last `show`. To be asked while nothing happens."""
        self._let_in()
        return self._session is not self._known

    def _let_in(self) -> None:
        if self._asked_in or pygame.display.get_driver() in INVISIBLE:
            return
        self._asked_in = True
        handlers = Handlers(self._activated, self._acted, self._deactivated)
        with _NoMatter(self.close):
            self._link = self._connect(self._window, handlers)

    def close(self) -> None:
        """Nobody is told anything any more."""
        self._session = self._link = self._tree = None

    def _activated(self) -> None:
        # Nothing may come after this: from here on the window's thread calls the adapter.
        self._session = object()

    def _deactivated(self) -> None:
        self._session = None

    def _acted(self, node: int, pressed: bool) -> None:  # noqa: FBT001  # the adapter calls it so
        # The video system may be gone by now; what an adapter's thread raises would end that thread.
        with suppress(pygame.error):
            pygame.event.post(pygame.Event(ASKED, node=node, pressed=pressed, at=self._window))

    # --- telling ---

    def show(self, app: App, display: Display, words: Words) -> bool:
        """Tells what is shown, where it has changed; says whether anybody listens."""
        session = self._session
        if session is not self._known:
            self._known, self._tree, self._shown, self._place = session, None, (), ()
        if session is None or display.page is None or display.frame is None:
            return False
        with _NoMatter(self.close):
            self._tell_place(session)
            shown = (display.page, display.frame, display.scrolled, app.focus, self._window.title)
            if not self._same(shown):
                self._shown = shown
                self._tell(session, self._grown(app, display, words))
        return self.heard

    def _same(self, shown: tuple[object, ...]) -> bool:
        """Whether it is the very page and frame that were told: a display keeps them while nothing changes."""
        page, frame, *rest = shown
        return (
            bool(self._shown)
            and page is self._shown[0]
            and frame is self._shown[1]
            and tuple(rest) == self._shown[2:]
        )

    def _grown(self, app: App, display: Display, words: Words) -> Tree:
        assert display.page is not None
        assert display.frame is not None
        told_in = (app.play.story if app.play else None, words)
        if told_in != self._swedish[0]:
            self._swedish = told_in, untranslated(app, words)
        return tree_of(
            display.page,
            display.frame,
            listener_for(app, words, self._swedish[1]),
            title=self._window.title,
            scrolled=display.scrolled,
            focus=app.focus,
        )

    def _tell(self, session: object, tree: Tree) -> None:
        update = update_of(tree, self._tree)
        if self._link:
            self._raised(self._guarded(session, self._link.update, lambda: update))
        self._tree = tree

    def _tell_place(self, session: object) -> None:
        """Where the window is, and whether it has the keyboard, where that is asked of us."""
        place = (self._window.focused, *self._window.position, *self._window.size)
        if place == self._place or self._link is None:
            return
        self._place = place
        if self._link.bounds:
            box = rectangle(*self._window.position, *self._window.size)
            self._guarded(session, self._link.bounds, box, box)
        if self._link.focused:
            self._raised(self._guarded(session, self._link.focused, self._window.focused))

    def _guarded(self, session: object, method: Callable[..., Any], *arguments: object) -> Any:
        # One look and one call, and no other call between them: there Python lets no other thread in.
        if self._session is session:
            return method(*arguments)
        return None

    @staticmethod
    def _raised(events: Any) -> None:
        if events is not None:
            events.raise_events()

    # --- what they ask for ---

    def intent(self, event: pygame.Event) -> Intent | None:
        """What a reader's event means; None for one that is not a reader's, or asks for what is not there any more."""
        here = event.type == ASKED and event.dict.get("at", self._window) is self._window
        node = self._tree.nodes.get(event.node) if here and self._tree else None
        if node is None or node.intent is None:
            return None
        return node.intent if event.pressed else Focus(node.intent)


class _NoMatter:
    """What fails in here ends in doing without, whatever it is: a panic of AccessKit's is not even an Exception."""

    def __init__(self, otherwise: Callable[[], None]) -> None:
        self._otherwise = otherwise

    def __enter__(self) -> None:
        """Nothing yet."""

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> bool:
        if kind is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            return False
        self._otherwise()
        return True
