"""What pupils' browsers ask for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from starlette.responses import Response
from starlette.routing import Route

from game.lesson import codes, store
from game.lesson.answers import RefusedError, Sent, is_for_scripts, sent_of, told
from game.lesson.pages_static import static_files
from game.lesson.pupil_json import decode_ballot, decode_scene, encode_view
from game.lesson.streams import Streams
from game.lesson.strict import ProtocolError
from game.lesson.throttle import Rate, Throttle
from game.lesson.views import STATUS, Notice, PupilView
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from game.lesson.answers import Answers
    from game.lesson.hub import Hub

T = TypeVar("T")

COOKIE = "plats"
WRONG_CODES = Rate(burst=30, each_second=0.5)
"""For each address: a class that mistypes is not noticed, a machine that guesses is."""
OF_A_SEAT = Rate(burst=15, each_second=3)


@dataclass(frozen=True, slots=True)
class Pupils:
    """The pupils' side of a hub."""

    hub: Hub
    answers: Answers
    streams: Streams = field(default_factory=Streams)
    wrong: Throttle = field(default_factory=lambda: Throttle(WRONG_CODES))
    votes: Throttle = field(default_factory=lambda: Throttle(OF_A_SEAT))
    moves: Throttle = field(default_factory=lambda: Throttle(OF_A_SEAT))

    def routes(self) -> list[Route]:
        """All addresses that pupils need."""
        return [
            Route("/", self.front, methods=["GET"]),
            Route("/", self.typed, methods=["POST"]),
            Route("/s/{code}", self.lesson, methods=["GET"]),
            Route("/s/{code}/help", self.help, methods=["GET"]),
            Route("/s/{code}/state", self.state, methods=["GET"]),
            Route("/s/{code}/events", self.events, methods=["GET"]),
            Route("/s/{code}/join", self.join, methods=["POST"]),
            Route("/s/{code}/vote", self.vote, methods=["POST"]),
            Route("/s/{code}/progress", self.progress, methods=["POST"]),
            Route("/s/{code}/leave", self.leave, methods=["POST"]),
            Route("/ovning", self.exercise, methods=["GET"]),
            Route("/static/{name}", self.static, methods=["GET"]),
        ]

    async def front(self, request: Request) -> Response:
        """The form for the code."""
        return self.answers.page(self.answers.pages.front(self.answers.lang(request)))

    async def typed(self, request: Request) -> Response:
        """A code was typed."""
        sent = await sent_of(request)
        lang = self.answers.lang(request, sent)
        code = codes.typed(sent.form.get("code", "") if sent.form else "")
        try:
            await self._found(request, code)
        except RefusedError as refused:
            if is_for_scripts(request):
                raise
            page = self.answers.pages.front(lang, refused.notice)
            return self.answers.page(page, refused.notice)
        return self.answers.back(f"/s/{code}", lang)

    async def lesson(self, request: Request) -> Response:
        """Where a pupil is in the lesson."""
        lang, code = self.answers.lang(request), codes.typed(request.path_params["code"])
        if code and code != request.path_params["code"]:
            return self.answers.back(f"/s/{code}", lang)
        try:
            view = await self._view(request, lang)
        except RefusedError as refused:
            if refused.notice is Notice.ENDED:
                return self.answers.page(self.answers.pages.pupil(PupilView(code, lang, phase=Phase.ENDED)))
            page = self.answers.pages.front(lang, refused.notice)
            return self.answers.page(page, refused.notice)
        return self.answers.page(self.answers.pages.pupil(view))

    async def help(self, request: Request) -> Response:
        """Whom one can talk to; the same for every code, whether there is a lesson or not."""
        code = codes.typed(request.path_params["code"])
        return self.answers.page(self.answers.pages.help(self.answers.lang(request), code))

    async def exercise(self, request: Request) -> Response:
        """Times tables."""
        asked, answer = (request.query_params.get(name, "")[:40] for name in ("asked", "answer"))
        page = self.answers.pages.exercise(self.answers.lang(request), asked, answer)
        return self.answers.page(page)

    async def static(self, request: Request) -> Response:
        """Style, scripts, letters."""
        served = static_files().get(request.path_params["name"])
        if served is None:
            raise RefusedError(Notice.NOT_THERE)
        return Response(served.body, media_type=served.media_type)

    async def state(self, request: Request) -> Response:
        """What has changed since `rev`."""
        view = await self._view(request, self.answers.lang(request))
        if not view.symbol and view.phase is not Phase.ENDED:
            raise RefusedError(Notice.NO_SEAT)
        if request.query_params.get("rev") == str(view.rev):
            return told({"rev": view.rev})
        return told(encode_view(view))

    async def events(self, request: Request) -> Response:
        """What changes, as it does."""
        lang, cookie = self.answers.lang(request), request.cookies.get(COOKIE, "")
        lesson = await self._found(request, codes.typed(request.path_params["code"]))
        snapshot = await self.hub.boards.now(lesson)
        seat = snapshot.seat(cookie) if snapshot else b""
        if snapshot and not seat and snapshot.lesson.phase is not Phase.ENDED:
            raise RefusedError(Notice.NO_SEAT)
        return self.streams.pupil(self.hub.boards, lesson, cookie, lang)

    async def join(self, request: Request) -> Response:
        """Takes a seat, or takes the same one again."""
        sent = await sent_of(request)
        code = codes.typed(request.path_params["code"])
        lesson = await self._found(request, code)
        cookie = request.cookies.get(COOKIE, "")
        seated = await self.hub.ask(lesson, partial(store.take_seat, lesson=lesson, cookie=cookie))
        if isinstance(seated, Notice):
            return await self._refused(request, sent, seated)
        answer = told({"symbol": seated.symbol})
        if sent.form is not None:
            answer = self.answers.back(f"/s/{code}", self.answers.lang(request, sent))
        secure = request.url.scheme == "https"
        answer.set_cookie(
            COOKIE, seated.cookie, path=f"/s/{code}", secure=secure, httponly=True, samesite="strict"
        )
        return answer

    async def vote(self, request: Request) -> Response:
        """Stores an answer."""
        sent = await sent_of(request)
        ballot = _read(decode_ballot, sent)
        lesson, cookie = await self._seat(request, self.votes)
        work = partial(store.cast, lesson=lesson, cookie=cookie, ballot=ballot)
        return await self._stored(request, sent, await self.hub.ask(lesson, work))

    async def progress(self, request: Request) -> Response:
        """Stores in which scene somebody is who plays alone."""
        sent = await sent_of(request)
        scene = _read(decode_scene, sent)
        lesson, cookie = await self._seat(request, self.moves)
        work = partial(store.move, lesson=lesson, cookie=cookie, scene=scene)
        return await self._stored(request, sent, await self.hub.ask(lesson, work))

    async def leave(self, request: Request) -> Response:
        """Gives the seat up."""
        sent = await sent_of(request)
        code = codes.typed(request.path_params["code"])
        lesson, cookie = await self._found(request, code), request.cookies.get(COOKIE, "")
        if cookie:
            await self.hub.ask(lesson, partial(store.give_up, lesson=lesson, cookie=cookie))
        answer = told({"left": True})
        if sent.form is not None:
            answer = self.answers.back("/", self.answers.lang(request, sent))
        answer.delete_cookie(COOKIE, path=f"/s/{code}", httponly=True, samesite="strict")
        return answer

    async def _found(self, request: Request, code: str) -> str:
        """The lesson with a code. Wrong ones are counted by address; right ones are not, for a school has only one."""
        lesson = await self.hub.boards.find(code) if code else ""
        if lesson:
            return lesson
        address = request.client.host if request.client else ""
        raise RefusedError(Notice.WRONG_CODE if self.wrong.take(address) else Notice.THROTTLED)

    async def _seat(self, request: Request, throttle: Throttle) -> tuple[str, str]:
        """The lesson, and the cookie of a seat that may send something now."""
        lesson = await self._found(request, codes.typed(request.path_params["code"]))
        cookie = request.cookies.get(COOKIE, "")
        if not cookie:
            raise RefusedError(Notice.NO_SEAT)
        if not throttle.take(lesson + cookie[:40]):
            raise RefusedError(Notice.THROTTLED)
        return lesson, cookie

    async def _view(self, request: Request, lang: str) -> PupilView:
        lesson = await self._found(request, codes.typed(request.path_params["code"]))
        snapshot = await self.hub.boards.now(lesson)
        if snapshot is None:
            raise RefusedError(Notice.ENDED)
        cookie = request.cookies.get(COOKIE, "")
        if snapshot.still_counts(cookie):
            await self.hub.ask(lesson, partial(store.give_up, lesson=lesson, cookie=cookie))
        return snapshot.pupil(cookie, lang)

    async def _stored(self, request: Request, sent: Sent, stored: store.Stored | Notice) -> Response:
        if isinstance(stored, Notice):
            return await self._refused(request, sent, stored)
        if sent.form is not None:
            code = codes.typed(request.path_params["code"])
            return self.answers.back(f"/s/{code}", self.answers.lang(request, sent))
        return told({"stored": True, "rev": stored.rev, "phase": stored.phase.value})

    async def _refused(self, request: Request, sent: Sent, notice: Notice) -> Response:
        """A form is answered with its page, where the sentence stands."""
        if sent.form is None:
            raise RefusedError(notice)
        lang = self.answers.lang(request, sent)
        try:
            view = replace(await self._view(request, lang), notice=notice)
        except RefusedError:
            return self.answers.refused(request, notice, lang)
        return Response(self.answers.pages.pupil(view), STATUS[notice], media_type="text/html")


def _read(decode: Callable[[Sent], T], sent: Sent) -> T:
    try:
        return decode(sent)
    except ProtocolError:
        raise RefusedError(Notice.MALFORMED) from None
