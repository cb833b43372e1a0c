"""What is known of the hub, between the link's thread, which writes it, and the stage's, which asks."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from game.screens.lesson.wire import HubSeen

if TYPE_CHECKING:
    from game.screens.lesson.wire import Link


class Board:
    """The latest `HubSeen`."""

    def __init__(self) -> None:
        self._seen = HubSeen()
        self._given = HubSeen()
        self._lock = Lock()

    @property
    def seen(self) -> HubSeen:
        """All that is known now."""
        with self._lock:
            return self._seen

    def wipe(self, **values: Any) -> None:
        """Forgets all but these fields of `HubSeen`."""
        with self._lock:
            self._seen = HubSeen(**values)

    def change(self, **values: Any) -> None:
        """Some fields of `HubSeen` are so now."""
        with self._lock:
            self._seen = replace(self._seen, **values)

    def learn(self, told: HubSeen, link: Link) -> None:
        """What the hub told. How it is reached is known here, and so is what was kept when this stage began."""
        with self._lock:
            own = self._seen
            self._seen = replace(
                told,
                link=link,
                reach=own.reach,
                address=own.address,
                code=own.code,
                qr=own.qr,
                kept=own.kept,
                trouble=own.trouble,
            )

    def news(self) -> HubSeen | None:
        """All that is known, if any of it is new since this was last asked."""
        with self._lock:
            if self._seen == self._given and self._seen.told == self._given.told:
                return None
            self._given = self._seen
            return self._seen
