"""Streams of events: a lesson as it changes, to a pupil's page or to a stage, with a sign of life in between."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from game.lesson.answers import encoded
from game.lesson.pupil_json import encode_view
from game.lesson.teacher_json import encode_state
from game.lesson.views import PupilView
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from game.lesson.boards import Boards
    from game.lesson.protocol import Json
    from game.lesson.reader import Snapshot

ALIVE = 15.0
"""Seconds after which a stream says that it is there."""
_HEADERS = {"X-Accel-Buffering": "no"}


@dataclass(eq=False, slots=True)
class _Stream:
    """One that is open. `event` wakes it; after that it may be over."""

    event: asyncio.Event
    over: bool = False


@dataclass(frozen=True, slots=True)
class Streams:
    """The streams that are open, one a seat: a newer one ends the older."""

    _open: dict[tuple[str, str], _Stream] = field(default_factory=dict)

    def pupil(self, boards: Boards, lesson: str, cookie: str, lang: str) -> StreamingResponse:
        """What a pupil may see, until the seat is gone or the lesson has ended."""

        def shown(snapshot: Snapshot | None) -> tuple[Json | None, bool]:
            if snapshot is None:
                return encode_view(PupilView("", lang, phase=Phase.ENDED)), True
            view = snapshot.pupil(cookie, lang)
            ended = view.phase is Phase.ENDED
            return (encode_view(view) if view.symbol or ended else None), ended

        return _response(self._events(boards, lesson, cookie, shown, stage=False))

    def teacher(self, boards: Boards, lesson: str, name: str) -> StreamingResponse:
        """What a stage may see, until the lesson has ended; `name` is the stream's own."""

        def shown(snapshot: Snapshot | None) -> tuple[Json | None, bool]:
            if snapshot is None:
                return None, True
            return encode_state(snapshot.teacher()), snapshot.lesson.phase is Phase.ENDED

        return _response(self._events(boards, lesson, name, shown, stage=True))

    async def _events(
        self,
        boards: Boards,
        lesson: str,
        name: str,
        shown: Callable[[Snapshot | None], tuple[Json | None, bool]],
        *,
        stage: bool,
    ) -> AsyncIterator[bytes]:
        async with boards.looking(lesson, stage=stage) as event:
            mine = self._begun(lesson, name, event)
            snapshot = await boards.now(lesson)
            said = b""
            try:
                while not mine.over:
                    value, last = shown(snapshot)
                    if value is None:
                        return
                    data = encoded(value)
                    if data != said:
                        yield b"data: " + data + b"\n\n"
                        said = data
                    if last:
                        return
                    if not await _woken(event):
                        yield b": \n\n"
                    snapshot = boards.latest(lesson)
            finally:
                if self._open.get((lesson, name)) is mine:
                    del self._open[lesson, name]

    def _begun(self, lesson: str, name: str, event: asyncio.Event) -> _Stream:
        older = self._open.get((lesson, name))
        if older:
            older.over = True
            older.event.set()
        mine = self._open[lesson, name] = _Stream(event)
        return mine


async def _woken(event: asyncio.Event) -> bool:
    """Whether something happened before it was time for a sign of life."""
    try:
        async with asyncio.timeout(ALIVE):
            await event.wait()
    except TimeoutError:
        return False
    event.clear()
    return True


def _response(events: AsyncIterator[bytes]) -> StreamingResponse:
    return StreamingResponse(events, media_type="text/event-stream", headers=_HEADERS)
