"""What a stage asks for, with its key. Nothing here, and nothing that is told here, is about one pupil."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from starlette.routing import Route

from game.lesson import codes, store
from game.lesson.answers import OF_TEACHERS, RefusedError, body_of, told
from game.lesson.protocol import MOST_PLACES, VERSION, decode_command, encode_tally
from game.lesson.streams import Streams
from game.lesson.strict import fields, parsed, whole
from game.lesson.teacher_json import encode_state
from game.lesson.throttle import Rate, Throttle
from game.lesson.views import Notice
from game.screens.lesson.wire import End

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from game.lesson.hub import Hub
    from game.lesson.reader import Snapshot

_LARGEST = 2**31 - 1
WRONG_KEYS = Rate(burst=20, each_second=0.2)


@dataclass(frozen=True, slots=True)
class Teachers:
    """The teachers' side of a hub. Whoever shows the `invite` may begin a lesson; "" lets everybody who reaches it."""

    hub: Hub
    invite: str
    streams: Streams = field(default_factory=Streams)
    wrong: Throttle = field(default_factory=lambda: Throttle(WRONG_KEYS))

    def routes(self) -> list[Route]:
        """All addresses that stages need."""
        return [
            Route("/t/sessions", self.begin, methods=["POST"]),
            Route("/t/{lesson}/command", self.command, methods=["POST"]),
            Route("/t/{lesson}/state", self.state, methods=["GET"]),
            Route("/t/{lesson}/events", self.events, methods=["GET"]),
            Route("/t/{lesson}/summary", self.summary, methods=["GET"]),
        ]

    async def begin(self, request: Request) -> Response:
        """A new lesson."""
        if self.invite and not codes.same(_shown(request), self.invite):
            raise self._wrong(request)
        value = fields(await _json(request), ("places",))
        places, key = whole(value["places"], 1, MOST_PLACES), codes.new_key()
        made = await self.hub.ask_all(lambda connection, now: store.make(connection, places, key, now))
        return told({"id": made.id, "code": made.code, "teacher_key": key}, 201)

    async def command(self, request: Request) -> Response:
        """Does a command, in its order, once."""
        lesson = (await self._own(request)).id
        value = fields(await _json(request), ("seq", "command"))
        seq, command = whole(value["seq"], 1, _LARGEST), decode_command(value["command"])
        work = partial(store.tell, lesson=lesson, seq=seq, digest=_digest(value["command"]), command=command)
        match await self.hub.ask(lesson, work):
            case store.Told(done, rev):
                if isinstance(command, End):
                    await self.hub.empty()
                return told({"done": True, "seq": done, "rev": rev})
            case store.Expected(expected):
                return told({"expected": expected}, 409)
            case Notice() as notice:
                raise RefusedError(notice)

    async def state(self, request: Request) -> Response:
        """What has changed since `rev`."""
        snapshot = await self._own(request)
        if request.query_params.get("rev") == str(snapshot.lesson.rev):
            return told({"rev": snapshot.lesson.rev})
        return told(encode_state(snapshot.teacher()))

    async def events(self, request: Request) -> Response:
        """What changes, as it does."""
        lesson = (await self._own(request)).id
        return self.streams.teacher(self.hub.boards, lesson, codes.new_id())

    async def summary(self, request: Request) -> Response:
        """Sums only."""
        lesson = (await self._own(request)).lesson
        sums = {each.name: encode_tally(each.tally) for each in lesson.sums}
        return told({"v": VERSION, "joined": lesson.joined, "places": lesson.places, "sums": sums})

    async def _own(self, request: Request) -> Snapshot:
        """The lesson whose key was shown; the key is checked every time."""
        snapshot = await self.hub.boards.now(request.path_params["lesson"][:40])
        if snapshot is None:
            raise RefusedError(Notice.ENDED)
        if not codes.same(codes.key_mark(snapshot.secret, _shown(request)), snapshot.key):
            raise self._wrong(request)
        return snapshot

    def _wrong(self, request: Request) -> RefusedError:
        """Only wrong keys are counted: a school has one address, and its teachers share it with its pupils."""
        address = request.client.host if request.client else ""
        return RefusedError(Notice.NO_SEAT if self.wrong.take(address) else Notice.THROTTLED)


def _shown(request: Request) -> str:
    """The key or the invitation that a request shows."""
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return shown.strip() if scheme.lower() == "bearer" else ""


async def _json(request: Request) -> object:
    body = await body_of(request, OF_TEACHERS)
    return parsed(body)


def _digest(command: object) -> str:
    """A command's own mark, by which the same one is known when it comes again."""
    return hashlib.sha256(json.dumps(command, sort_keys=True).encode()).hexdigest()
