"""What stands before every page: where requests may come from, and headers that every answer carries."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from game.lesson.pages_static import SECURITY
from game.lesson.views import Notice
from game.lesson.web_pages import POLICY, PREFIX

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from game.lesson.answers import Answers

_HEADERS = {**SECURITY, "Cache-Control": "no-store", "X-Frame-Options": "DENY"}
_STATIC, _FOUND = "/static/", 200
_KEPT = {"Cache-Control": "private, max-age=3600"}
"""Letters and styles are the same for everybody and say nothing; a page without scripts would load them again every time."""
_GAME = {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Origins:
    """By which names the hub may be called: these ("beratta.skola.se", with a port where there is one).

    Without any, every name is good. Where it is called by its address, as in a classroom, `addresses` refuses names, so that
    no page elsewhere can have a name of its own lead to this computer.
    """

    names: frozenset[str] = frozenset()
    addresses: bool = False

    def allows(self, host: str) -> bool:
        """Whether a request may have been sent to this name."""
        if host.lower() in self.names:
            return True
        if self.addresses:
            return _is_address(host)
        return not self.names


def _is_address(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or bool(ipaddress.ip_address(name))
    except ValueError:
        return False


def comes_from_here(request: Request) -> bool:
    """Whether a request that changes something was sent by one of the hub's own pages, as far as browsers tell."""
    origin = request.headers.get("origin") or request.headers.get("referer")
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    if not origin:
        return True
    try:
        own = urlsplit(origin)
    except ValueError:
        return False
    return own.scheme == request.url.scheme and own.netloc.lower() == request.headers.get("host", "").lower()


class Guard:
    """An app with the guard before it."""

    def __init__(self, app: ASGIApp, answers: Answers, origins: Origins) -> None:
        self._app = app
        self._answers = answers
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = scope["path"].startswith(_STATIC) and message["status"] == _FOUND
                game = scope["path"].startswith(PREFIX) and message["status"] == _FOUND
                own = (_KEPT if kept else {}) | (_GAME if game else {})
                MutableHeaders(scope=message).update(_HEADERS | own)
            await send(message)

        request = Request(scope, receive)
        if self._lets_in(request):
            await self._app(scope, receive, guarded)
        else:
            await self._answers.refused(request, Notice.FOREIGN)(scope, receive, guarded)

    def _lets_in(self, request: Request) -> bool:
        allowed = self._origins.allows(request.headers.get("host", ""))
        return allowed and (request.method in _SAFE or comes_from_here(request))
