"""The game itself under `/spela/`, for those who play on a computer of their own in a browser."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.lesson.answers import RefusedError
from game.lesson.views import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

PREFIX = "/spela/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""What its pages may load: as in the page itself, which says it too for where there is no hub. They never speak to the hub;
a pupil's page may show them within itself."""
_PAGE = "index.html"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".txt": "text/plain; charset=utf-8",
}


class WebPages:
    """The files of an edition. They are made once, when somebody first asks for one, while the hub goes on with its lessons."""

    def __init__(self, make: Callable[[], Mapping[str, bytes]]) -> None:
        self._make = make
        self._packed: Mapping[str, bytes] | None = None
        self._making = asyncio.Lock()

    def routes(self) -> list[Route]:
        """All addresses below `PREFIX`."""
        return [
            Route(PREFIX.rstrip("/"), self._front, methods=["GET"]),
            Route(f"{PREFIX}{{path:path}}", self._file, methods=["GET"]),
        ]

    async def _front(self, request: Request) -> Response:
        del request
        return RedirectResponse(PREFIX, 308)

    async def _file(self, request: Request) -> Response:
        name = request.path_params["path"] or _PAGE
        packed = (await self._files()).get(name)
        media_type = _TYPES.get(f".{name.rpartition('.')[2]}")
        if packed is None or media_type is None:
            raise RefusedError(Notice.NOT_THERE)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            return Response(packed, media_type=media_type, headers=headers)
        return Response(gzip.decompress(packed), media_type=media_type, headers={"Vary": "Accept-Encoding"})

    async def _files(self) -> Mapping[str, bytes]:
        async with self._making:
            if self._packed is None:
                self._packed = await asyncio.to_thread(self._made)
            return self._packed

    def _made(self) -> Mapping[str, bytes]:
        return {path: gzip.compress(data, mtime=0) for path, data in self._make().items()}
