"""Connections that are slow, half-open or silent do not stay: the server waits for a whole request, and not for ever."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn.protocols.http.h11_impl import RequestResponseCycle

PATIENCE = 10.0
"""Seconds in which the head of a request must have come; at most twice as many pass."""
_UNHEARD = 30_000
"""Milliseconds after which a receiver that acknowledges nothing is given up, where the system can tell."""


class PatientProtocol(H11Protocol):
    """HTTP, by uvicorn, for a room full of devices that come and go."""

    _before: RequestResponseCycle | None = None
    _waited = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A device is there."""
        super().connection_made(transport)
        _give_up_the_dead(transport.get_extra_info("socket"))
        self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        """Ends a connection that waits for the head of the same request as at the last look.

        One that rests between two requests is uvicorn's own business.
        """
        if self.transport.is_closing():
            return
        cycle: RequestResponseCycle | None = self.cycle
        done = cycle is None or cycle.response_complete
        waits = done and self.timeout_keep_alive_task is None
        if waits and self._waited and cycle is self._before:
            self.transport.abort()
            return
        self._waited, self._before = waits, cycle
        self.loop.call_later(PATIENCE, self._look)


def _give_up_the_dead(own: socket.socket | None) -> None:
    """Lets the system notice who is gone without a word."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if own and own.family in {socket.AF_INET, socket.AF_INET6}:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if option is not None:
            own.setsockopt(socket.IPPROTO_TCP, option, _UNHEARD)
