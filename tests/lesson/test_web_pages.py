"""The game in a browser, served by the hub: once made, the same for everybody, under rules of its own."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import httpx

from game.lesson.apps import answers_in, pupils_app
from game.lesson.database import opened
from game.lesson.guard import Origins
from game.lesson.hub import Hub
from game.lesson.web_pages import WebPages
from tests.lesson.pages_seen import LANGUAGES, help_entries, words_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import ASGIApp

FILES = {
    "index.html": b"<!doctype html><title>\xc3\x96vningar</title>",
    "data/shelf.js": b'Beratta.data("shelf","",{});\n' * 40,
    "fonts/a.ttf": b"\0\1",
    "secret.key": b"no type that is served",
}


def _app(make: Callable[[], Mapping[str, bytes]] | None = None) -> ASGIApp:
    answers = answers_in(words_of, help_entries(), LANGUAGES, 13)
    game = WebPages(make or (lambda: FILES))
    return pupils_app(Hub(opened("sqlite://")), answers, Origins(addresses=True), game)


def _asked(
    app: ASGIApp, *asks: Callable[[httpx.AsyncClient], Awaitable[httpx.Response]]
) -> list[httpx.Response]:
    async def run() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:
            return list(await asyncio.gather(*(ask(client) for ask in asks)))

    return asyncio.run(run())


def test_the_page_and_its_files_are_served_as_what_they_are() -> None:
    page, data, letters = _asked(
        _app(),
        lambda client: client.get("/spela/"),
        lambda client: client.get("/spela/data/shelf.js"),
        lambda client: client.get("/spela/fonts/a.ttf"),
    )

    assert (page.content, page.headers["content-type"]) == (FILES["index.html"], "text/html; charset=utf-8")
    assert (data.content, data.headers["content-type"]) == (
        FILES["data/shelf.js"],
        "text/javascript; charset=utf-8",
    )
    assert letters.headers["content-type"] == "font/ttf"


def test_files_come_packed_to_those_who_can_unpack_them_and_plain_to_others() -> None:
    packed, plain = _asked(
        _app(),
        lambda client: client.get("/spela/data/shelf.js"),
        lambda client: client.get("/spela/data/shelf.js", headers={"Accept-Encoding": "identity"}),
    )

    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(FILES["data/shelf.js"]) / 4
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == FILES["data/shelf.js"]


def test_the_address_without_its_stroke_leads_to_the_page() -> None:
    (moved,) = _asked(_app(), lambda client: client.get("/spela"))

    assert (moved.status_code, moved.headers["location"]) == (308, "/spela/")


def test_its_rules_let_in_its_own_drawings_and_no_talk_with_the_hub() -> None:
    page, front = _asked(_app(), lambda client: client.get("/spela/"), lambda client: client.get("/"))
    rules = dict(rule.strip().split(" ", 1) for rule in page.headers["content-security-policy"].split(";"))

    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["img-src"] == "'self' data:"
    assert rules["frame-ancestors"] == "'self'"
    assert (page.headers["x-frame-options"], front.headers["x-frame-options"]) == ("SAMEORIGIN", "DENY")
    assert "connect-src" not in rules
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "connect-src 'self'" in front.headers["content-security-policy"]


def test_what_is_no_file_of_the_edition_is_not_there() -> None:
    asked = ("nothing.js", "../hub.py", "%2e%2e/hub.py", "secret.key", "data", "data/")
    answers = _asked(_app(), *(lambda client, path=path: client.get(f"/spela/{path}") for path in asked))

    assert {answer.status_code for answer in answers} == {404}


def test_it_is_made_once_beside_the_hub_however_many_ask_at_the_same_time() -> None:
    made: list[threading.Thread] = []

    def make() -> Mapping[str, bytes]:
        made.append(threading.current_thread())
        return FILES

    app = _app(make)
    assert made == []
    answers = _asked(app, *([lambda client: client.get("/spela/")] * 27))

    assert {answer.status_code for answer in answers} == {200}
    assert len(made) == 1
    assert made[0] is not threading.main_thread()
