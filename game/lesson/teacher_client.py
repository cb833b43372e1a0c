"""What a stage asks of its hub over HTTP: a lesson, one command after the other, and how things are."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias

import httpx

from game.lesson.strict import ProtocolError, fields, name, parsed, table, whole
from game.lesson.teacher_json import decode_state

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from game.lesson.protocol import Json, TeacherState

HEARTBEAT = 20.0
"""A stream says something at least every 15 seconds; after so many it is taken for dead."""
PATIENCE = 5.0
"""Seconds for any other answer."""

_LARGEST = 2**53
_LATER = frozenset(
    {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.LOCKED}
)
_NOT_KNOWN = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class UnreachedError(Exception):
    """No answer, or none that a hub gives: it can be asked again."""


class UnknownError(Exception):
    """The hub does not know this lesson, this key or this invitation."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in a hub: its id, the code for pupils, the key for the stage."""

    id: str
    code: str
    key: str


@dataclass(frozen=True, slots=True)
class Done:
    """A command was done."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The hub waits for another number."""

    seq: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The hub cannot do this, now or later."""


Answer: TypeAlias = Done | Expected | Refused


def connection(url: str, *, elsewhere: bool) -> httpx.AsyncClient:
    """What asks the hub at a URL. One elsewhere is reached as the system reaches everything: by its proxies and certificates."""
    secure = url.startswith("https:")
    # To load all certificates takes a while, and nothing is asked of them on this computer.
    trusted = ssl.create_default_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.AsyncClient(base_url=url, trust_env=elsewhere, verify=trusted)


async def begin(http: httpx.AsyncClient, invite: str, places: int) -> Lesson:
    """A new lesson. Raises UnreachedError, and UnknownError where the invitation is not accepted."""
    response = await _asked(http, "POST", "/t/sessions", invite, {"places": places})
    try:
        found = fields(_told(response), ("id", "code", "teacher_key"))
        return Lesson(name(found["id"]), name(found["code"]), name(found["teacher_key"]))
    except ProtocolError as error:
        raise UnreachedError from error


class TeacherClient:
    """One lesson, asked by its own stage. Everything raises UnreachedError and UnknownError."""

    def __init__(self, http: httpx.AsyncClient, lesson: Lesson) -> None:
        self._http = http
        self._key = lesson.key
        self._base = f"/t/{lesson.id}"

    async def command(self, seq: int, command: Json) -> Answer:
        """Has a command done, once however often it is told with the same number."""
        response = await _asked(
            self._http, "POST", f"{self._base}/command", self._key, {"seq": seq, "command": command}
        )
        if response.status_code == HTTPStatus.CONFLICT:
            try:
                expected = table(parsed(response.content), 8).get("expected")
            except ProtocolError as error:
                raise UnreachedError from error
            return Refused() if expected is None else Expected(_number(expected))
        if response.is_client_error and response.status_code not in _NOT_KNOWN | _LATER:
            return Refused()
        _told(response)
        return Done()

    async def state(self, rev: int = -1) -> TeacherState | None:
        """How things are; None when nothing is newer than `rev`."""
        path = f"{self._base}/state" + (f"?rev={rev}" if rev >= 0 else "")
        return _state(_told(await _asked(self._http, "GET", path, self._key)))

    async def events(self) -> AsyncIterator[TeacherState]:
        """How things are, whenever something is new, until the stream ends. Every state is whole."""
        timeout = httpx.Timeout(PATIENCE, read=HEARTBEAT)
        try:
            async with self._http.stream(
                "GET", f"{self._base}/events", headers=_headers(self._key), timeout=timeout
            ) as response:
                if not response.is_success:
                    await response.aread()
                    _told(response)
                async for data in _messages(response):
                    state = _state(_parsed(data))
                    if state:
                        yield state
        except httpx.HTTPError as error:
            raise UnreachedError from error


async def answers(http: httpx.AsyncClient, url: str) -> bool:
    """Whether a hub is reached by the address that pupils are given."""
    try:
        response = await http.get(f"{url}/halsa", timeout=2.0)
        return response.is_success and parsed(response.content) == {"ok": True}
    except (httpx.HTTPError, httpx.InvalidURL, ProtocolError):
        return False


async def _messages(response: httpx.Response) -> AsyncIterator[str]:
    """The data of each event of a stream; comments, which only keep it alive, are left out."""
    lines: list[str] = []
    async for line in response.aiter_lines():
        field, _, value = line.partition(":")
        if field == "data":
            lines.append(value.removeprefix(" "))
        elif not line and lines:
            yield "\n".join(lines)
            lines.clear()


async def _asked(
    http: httpx.AsyncClient, method: str, path: str, key: str, body: Json | None = None
) -> httpx.Response:
    try:
        return await http.request(method, path, json=body, headers=_headers(key), timeout=PATIENCE)
    except httpx.HTTPError as error:
        raise UnreachedError from error


def _headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "Cache-Control": "no-store"}


def _told(response: httpx.Response) -> object:
    """What an answer says. What stands between, such as a page to sign in to a network, is no answer."""
    if not response.is_success and response.status_code not in _NOT_KNOWN:
        raise UnreachedError
    found = _parsed(response.content)
    if not response.is_success:
        raise UnknownError
    return found


def _parsed(data: bytes | str) -> object:
    try:
        return parsed(data)
    except ProtocolError as error:
        raise UnreachedError from error


def _state(value: object) -> TeacherState | None:
    try:
        return decode_state(value)
    except ProtocolError as error:
        raise UnreachedError from error


def _number(value: object) -> int:
    try:
        return whole(value, 0, _LARGEST)
    except ProtocolError as error:
        raise UnreachedError from error
