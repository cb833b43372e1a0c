"""A lesson with its real hub, in a thread of the test's own, and a stage that says what happens in it."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import uvicorn

from game.lesson.apps import answers_in, make_app
from game.lesson.database import opened
from game.lesson.guard import Origins
from game.lesson.hub import Hub
from game.lesson.protocol import encode_command
from game.lesson.web_pages import WebPages
from game.screens.lesson.wire import PLAYED, Kind, Phrase, Step
from game.tools.web.on_demand import playable
from tests.lesson.pages_seen import LANGUAGES, help_entries, words_of
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.screens.lesson.wire import ToHub

INVITE = "prov"


class Stage:
    """Begins lessons in a hub, and tells it what to show."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._http = httpx.Client(base_url=address, timeout=10)
        self.code = ""
        self._id = ""
        self._key = ""
        self._seq = 0

    def begin(self, places: int = 30) -> None:
        answer = self._http.post("/t/sessions", json={"places": places}, headers=_bearer(INVITE))
        made = answer.raise_for_status().json()
        self.code, self._id, self._key, self._seq = made["code"], made["id"], made["teacher_key"], 0

    def tell(self, *commands: ToHub) -> None:
        for command in commands:
            self._seq += 1
            sent = {"seq": self._seq, "command": encode_command(command, _rendered)}
            answer = self._http.post(f"/t/{self._id}/command", json=sent, headers=_bearer(self._key))
            assert answer.raise_for_status().json()["done"]

    def others_vote(self, pupils: int, step: str, choice: int) -> None:
        """So many more come, and answer."""
        for _ in range(pupils):
            with httpx.Client(base_url=f"{self.address}/s/{self.code}") as pupil:
                pupil.post("/join", json={}).raise_for_status()
                sent = {"step": step, "round": 1, "choice": choice}
                assert pupil.post("/vote", json=sent).raise_for_status().json()["stored"]

    def state(self) -> dict[str, Any]:
        answer = self._http.get(f"/t/{self._id}/state", headers=_bearer(self._key))
        return dict(answer.raise_for_status().json())

    def close(self) -> None:
        self._http.close()


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _rendered(phrase: Phrase) -> dict[str, str]:
    return {language.code: f"{phrase.text} [{language.code}]" for language in LANGUAGES}


def vote(name: str = "v1", kind: Kind = Kind.VOTE) -> Step:
    options = tuple(map(Phrase, ("Fråga hur det känns", "Byt ämne", "Gå till mentorn")))
    return Step(name, kind, Phrase(f"Vad gör du? {name}"), None, options, (2, 6))


def line(name: str = "l1") -> Step:
    return Step(name, Kind.LINE, Phrase("Noel skriver"), Phrase("svara"))


def alone(story: str = STORY) -> Step:
    """Everybody plays a story on a computer of their own."""
    return Step(f"{PLAYED}{story}", Kind.PLAY, Phrase("Spela i din egen takt"))


@contextmanager
def classroom(folder: Path) -> Iterator[Stage]:
    """A hub that listens on this computer alone, and a stage."""
    hub = Hub(opened(f"sqlite:///{folder / 'lesson.db'}"))
    game = WebPages(lambda: playable(bookshelf()))
    app = make_app(hub, answers_in(words_of, help_entries(), LANGUAGES, 13), INVITE, Origins(), game)
    config = uvicorn.Config(
        app, lifespan="on", log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    with closing(socket.socket()) as own:
        own.bind(("127.0.0.1", 0))
        running = threading.Thread(target=lambda: asyncio.run(server.serve([own])), daemon=True)
        running.start()
        stage = Stage(f"http://127.0.0.1:{own.getsockname()[1]}")
        try:
            yield stage
        finally:
            stage.close()
            server.should_exit = True
            running.join(10)
