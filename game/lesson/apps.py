"""The hub as ASGI apps: one for pupils, one for stages, or both in one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from game.lesson.answers import Answers, RefusedError, told
from game.lesson.guard import Guard, Origins
from game.lesson.pages import HtmlPages
from game.lesson.pupils import Pupils
from game.lesson.strict import ProtocolError
from game.lesson.teachers import Teachers
from game.lesson.views import STATUS, Notice
from game.lesson.writer import BusyError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from game.lesson.hub import Hub
    from game.lesson.protocol import Json
    from game.lesson.web_pages import WebPages
    from game.messages.language import Language
    from game.screens.words import Words
    from game.story.library import Help


def answers_in(
    words: Callable[[str], Words], entries: tuple[Help, ...], languages: tuple[Language, ...], youngest: int
) -> Answers:
    """Answers with the game's own pages. `youngest` is the youngest age that may be reading."""
    return Answers(HtmlPages(words, languages, entries, youngest), words, languages)


def make_app(
    hub: Hub, answers: Answers, invite: str, origins: Origins, game: WebPages | None = None
) -> ASGIApp:
    """All in one, for a municipality; the hub starts and stops with it. `game` is what can be played in a browser."""
    routes = [*Pupils(hub, answers).routes(), *Teachers(hub, invite).routes(), *_of(game)]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        await hub.start()
        yield
        await hub.stop()

    return _guarded(Starlette(routes=[*routes, _HEALTH], lifespan=lifespan), answers, origins)


def pupils_app(hub: Hub, answers: Answers, origins: Origins, game: WebPages | None = None) -> ASGIApp:
    """What a classroom's devices reach. Somebody else starts and stops the hub."""
    routes = [*Pupils(hub, answers).routes(), *_of(game), _HEALTH]
    return _guarded(Starlette(routes=routes), answers, origins)


def teachers_app(hub: Hub, answers: Answers, invite: str) -> ASGIApp:
    """What only a stage on the same computer reaches."""
    routes = [*Teachers(hub, invite).routes(), _HEALTH]
    return _guarded(Starlette(routes=routes), answers, Origins(addresses=True))


def _of(game: WebPages | None) -> list[Route]:
    return game.routes() if game else []


async def _healthy(request: Request) -> Response:
    """Whether the hub is reached."""
    del request
    return told({"ok": True})


_HEALTH = Route("/halsa", _healthy, methods=["GET"])


def _guarded(app: Starlette, answers: Answers, origins: Origins) -> ASGIApp:
    """The app with the guard before it, and an answer to everything that can go wrong in it."""

    async def busy(request: Request, error: Exception) -> Response:
        del error
        return answers.refused(request, Notice.BUSY)

    async def not_there(request: Request, error: Exception) -> Response:
        del error
        return answers.refused(request, Notice.NOT_THERE)

    async def refused(request: Request, error: Exception) -> Response:
        notice = error.notice if isinstance(error, RefusedError) else Notice.MALFORMED
        return answers.refused(request, notice)

    async def malformed(request: Request, error: Exception) -> Response:
        del request
        reason: Json = {"error": Notice.MALFORMED.value, "reason": str(error)}
        return told(reason, STATUS[Notice.MALFORMED])

    app.add_exception_handler(RefusedError, refused)
    app.add_exception_handler(ProtocolError, malformed)
    app.add_exception_handler(HTTPException, not_there)
    for each in (BusyError, SQLAlchemyError, Exception):
        app.add_exception_handler(each, busy)
    return Guard(app, answers, origins)
