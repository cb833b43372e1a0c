"""What a pupil's own game asks of a hub over HTTP: a seat, what the class does, that an answer is stored, and in which scene
the seat is.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import httpx

from game.lesson.pupil_state import decode_state
from game.lesson.strict import ProtocolError, parsed, table, whole
from game.lesson.views import Notice
from game.screens.lesson.guest import Hindrance

if TYPE_CHECKING:
    from game.lesson.protocol import Json
    from game.lesson.pupil_state import PupilState
    from game.screens.lesson.guest import Answer

PATIENCE = 5.0
"""Seconds for an answer to begin, and for all of it."""
LARGEST = 64 * 1024
"""Bytes of an answer that are read."""

_LARGEST_REV = 2**53
_KEYS = 40
_HINDRANCES = {
    Notice.WRONG_CODE: Hindrance.CODE,
    Notice.ENDED: Hindrance.CODE,
    Notice.FULL: Hindrance.FULL,
    Notice.LOCKED: Hindrance.LOCKED,
    Notice.THROTTLED: Hindrance.OFTEN,
    Notice.BUSY: Hindrance.OFTEN,
}
"""Why nobody is let in."""
_GONE = frozenset({Notice.WRONG_CODE, Notice.ENDED})
_LATER_ANSWER = frozenset({Notice.PAUSED, Notice.THROTTLED, Notice.BUSY, Notice.TOO_SLOW})
_LATER = _LATER_ANSWER | {Notice.CLOSED}


class Stored(Enum):
    """What became of an answer."""

    WELL = auto()
    LATER = auto()  # not now; it can be tried again
    NEVER = auto()  # that question is no longer asked


class UnreachedError(Exception):
    """No answer, or none that a hub gives: it can be asked again."""


class EndedError(Exception):
    """The lesson is over."""


class TurnedAwayError(Exception):
    """There is no seat."""

    def __init__(self, why: Hindrance) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    value: object

    @property
    def well(self) -> bool:
        return self.status == HTTPStatus.OK

    @property
    def notice(self) -> Notice | None:
        """What a hub says instead; None for what no hub says."""
        said = self.value.get("error") if isinstance(self.value, dict) else None
        return next((each for each in Notice if each.value == said), None)


def client_for(url: str) -> httpx.Client:
    """What asks the hub at a URL, which keeps its cookie in memory. A hub with a name is reached as the system reaches
    everything, by its proxies and certificates. Nothing is ever followed to another place.
    """
    # To load all certificates takes a while, and nothing is asked of them where nothing is encrypted.
    secure = url.startswith("https:")
    trusted = ssl.create_default_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    return httpx.Client(
        base_url=url,
        trust_env=not _is_number(url),
        verify=trusted,
        timeout=PATIENCE,
        headers=headers,
        follow_redirects=False,
    )


def _is_number(url: str) -> bool:
    try:
        return bool(ip_address(urlsplit(url).hostname or ""))
    except ValueError:
        return False


class PupilClient:
    """One seat in the lesson with a code. `rev` is the number of the last state that was seen, -1 before any; it is told in the
    language of that state.
    """

    def __init__(self, http: httpx.Client, code: str) -> None:
        self._http = http
        self._base = f"/s/{code}"
        self._language = ""
        self.rev = -1

    def join(self) -> None:
        """Takes a seat. Raises TurnedAwayError and UnreachedError."""
        answer = self._asked("POST", "join", {}, elsewhere=True)
        if answer.well and isinstance(answer.value, dict) and "symbol" in answer.value:
            return
        notice = answer.notice
        raise TurnedAwayError(_HINDRANCES.get(notice, Hindrance.ELSEWHERE) if notice else Hindrance.ELSEWHERE)

    def state(self, language: str) -> PupilState | None:
        """What the class does, in a language; None when nothing is new. Raises EndedError, TurnedAwayError and UnreachedError."""
        rev = self.rev if language == self._language else -1
        answer = self._asked("GET", f"state?lang={quote(language, safe='')}&rev={rev}")
        _must_be_seated(answer)
        if not answer.well:
            raise UnreachedError
        try:
            found = table(answer.value, _KEYS)
            new = whole(found.get("rev"), 0, _LARGEST_REV)
            state = decode_state(found) if "v" in found else None
        except ProtocolError as error:
            raise UnreachedError from error
        self.rev, self._language = new, language
        return state

    def vote(self, answer: Answer) -> Stored:
        """Has an answer stored, whether or not it was before. Raises as `state` does."""
        body: Json = {"step": answer.step, "round": answer.round, "choice": answer.choice}
        told = self._asked("POST", "vote", body)
        _must_be_seated(told)
        if told.well:
            return Stored.WELL
        if told.notice is None:
            raise UnreachedError
        return Stored.LATER if told.notice in _LATER_ANSWER else Stored.NEVER

    def progress(self, scene: str) -> bool:
        """Tells the scene; False where that has to wait. Raises as `state` does."""
        answer = self._asked("POST", "progress", {"scene": scene})
        _must_be_seated(answer)
        return answer.well or answer.notice not in _LATER

    def leave(self) -> None:
        """Gives the seat up. Raises UnreachedError."""
        self._asked("POST", "leave", {})

    def _asked(self, method: str, path: str, body: Json | None = None, *, elsewhere: bool = False) -> _Answer:
        """An answer in JSON. Where anything may answer (`elsewhere`), what is no JSON is an answer too."""
        try:
            with self._http.stream(method, f"{self._base}/{path}", json=body) as response:
                data = _all_of(response)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise UnreachedError from error
        try:
            return _Answer(response.status_code, parsed(data))
        except ProtocolError as error:
            if elsewhere:
                return _Answer(response.status_code, None)
            raise UnreachedError from error


def _all_of(response: httpx.Response) -> bytes:
    until = monotonic() + PATIENCE
    data = bytearray()
    for chunk in response.iter_raw():
        data += chunk
        if len(data) > LARGEST or monotonic() > until:
            raise UnreachedError
    return bytes(data)


def _must_be_seated(answer: _Answer) -> None:
    if answer.notice in _GONE:
        raise EndedError
    if answer.notice is Notice.NO_SEAT:
        raise TurnedAwayError(Hindrance.FREED)
