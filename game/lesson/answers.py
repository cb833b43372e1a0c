"""How a request is read, and how it is answered: JSON to scripts, a page to browsers, each in the pupil's language."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, RedirectResponse, Response

from game.lesson.pages_language import language_for
from game.lesson.strict import ProtocolError, parsed
from game.lesson.views import STATUS, Notice, Pages, notice_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from game.lesson.protocol import Json
    from game.messages.language import Language
    from game.screens.words import Words

OF_PUPILS, OF_TEACHERS = 4 * 1024, 64 * 1024
"""Bytes that a body may have."""
SLOWEST = 10.0
"""Seconds in which a body must have come."""
_FIELDS = 12
_FORM = "application/x-www-form-urlencoded"
_AGAIN = {Notice.THROTTLED: "3", Notice.BUSY: "2"}


class RefusedError(Exception):
    """A request that is answered with a notice."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.value)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with a request: a form's fields as texts, or a script's JSON."""

    form: Mapping[str, str] | None
    value: object = None

    @property
    def lang(self) -> str:
        """The language that a form's page was in, "" where it is not said."""
        return self.form.get("lang", "") if self.form else ""


async def body_of(request: Request, most: int) -> bytes:
    """The body, within its size and its time."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > most:
        raise RefusedError(Notice.TOO_LARGE)
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    raise RefusedError(Notice.TOO_LARGE)
    except (TimeoutError, ClientDisconnect):
        raise RefusedError(Notice.TOO_SLOW) from None
    return bytes(body)


async def sent_of(request: Request) -> Sent:
    """What a pupil's page sent."""
    body = await body_of(request, OF_PUPILS)
    try:
        if request.headers.get("content-type", "").partition(";")[0].strip() == _FORM:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
            return Sent(dict(pairs))
        return Sent(None, parsed(body) if body else {})
    except (ProtocolError, ValueError):
        raise RefusedError(Notice.MALFORMED) from None


def is_for_scripts(request: Request) -> bool:
    """Whether JSON is wanted, and not a page."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    return kind != _FORM and "text/html" not in request.headers.get("accept", "")


def told(value: Json, status: int = 200) -> Response:
    """JSON."""
    return Response(encoded(value), status, media_type="application/json")


def encoded(value: Json) -> bytes:
    """JSON as it is sent."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Answers:
    """The pages and the words."""

    pages: Pages
    words: Callable[[str], Words]
    languages: tuple[Language, ...]

    def lang(self, request: Request, sent: Sent | None = None) -> str:
        """The language that was asked for, or else the one that the browser likes best."""
        asked = (sent.lang if sent else "") or request.query_params.get("lang", "")
        return language_for(self.languages, asked[:20], request.headers.get("accept-language", "")).code

    def page(self, html: str, notice: Notice | None = None) -> Response:
        """A page, with the status of what it says."""
        return HTMLResponse(html, STATUS[notice] if notice else 200, _extra(notice))

    def refused(self, request: Request, notice: Notice, lang: str = "") -> Response:
        """Why a request was not done, as whoever sent it reads it."""
        lang = lang or self.lang(request)
        if not is_for_scripts(request):
            return self.page(self.pages.refused(lang, notice), notice)
        said: Json = {"error": notice.value, "said": notice_said(self.words(lang), notice)}
        return Response(encoded(said), STATUS[notice], _extra(notice), "application/json")

    def back(self, path: str, lang: str) -> Response:
        """Back to a page after a form was taken."""
        return RedirectResponse(f"{path}?{urlencode({'lang': lang})}", 303)


def _extra(notice: Notice | None) -> dict[str, str]:
    """What a client is told beside the answer: when to come again, and not to send the rest of what is not wanted."""
    if notice in {Notice.TOO_LARGE, Notice.TOO_SLOW}:
        return {"connection": "close"}
    return {"retry-after": _AGAIN[notice]} if notice in _AGAIN else {}
