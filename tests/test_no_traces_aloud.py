"""Reading aloud leaves no more behind than reading: the program and the voice's own process are watched together."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from game.screens.hearing import Aloud, SetAloud
from game.screens.intents import Ask, Begin, Close, Go, PickStory, Question, Where
from game.screens.settings import SetSpeed, Speed
from game.view.speech import mouth
from tests.needed import needed
from tests.test_no_traces import Recorder, _others, _watched
from tests.view.every_screen import STORY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PLAY = """
import json, os, sys, time
import pygame
from game.cli import main

keys = json.loads(sys.argv[1])
really = pygame.time.wait
until = time.monotonic() + 60
heard = 0

def speaks():
    return pygame.mixer.get_init() and pygame.mixer.Channel(0).get_busy()

def wait(milliseconds):
    # The program waits for somebody, who sets what is read aloud, begins, listens to a line, and leaves.
    global heard
    if keys:
        key, text = keys.pop(0)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=key, unicode=text, mod=0, scancode=0))
        return milliseconds
    heard += bool(speaks())
    if heard >= 20 or time.monotonic() > until:
        pygame.event.post(pygame.Event(pygame.QUIT))
    return really(milliseconds)

pygame.time.wait = wait
status = main([])
print(json.dumps({"status": status, "heard": heard >= 20, "speaks": bool(speaks())}))
"""

# espeak-ng's library for sound servers makes itself a piece of memory; no file stands behind it.
MEMORY = re.compile(r"^(\d+) +(?:memfd_create\(|<\.\.\. memfd_create resumed>).* = (\d+)$", re.MULTILINE)


def keys_to_a_line(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """From the title to the first line, with everything read aloud."""
    monkeypatch.setattr(mouth, "SYSTEM", ())
    player = Recorder((640, 400))
    _others(player, Go(Where.SETTINGS), Ask(Question.PACE), SetSpeed(Speed.AT_ONCE))
    _others(player, Ask(Question.SOUND), SetAloud(Aloud.ALL), Close())
    _others(player, Go(Where.STORIES), PickStory(STORY), Begin())
    assert player.app.play
    player.close()
    return player.keys


def test_a_line_that_is_heard_writes_no_file_and_opens_no_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed("espeak-ng")
    folder, log = tmp_path / "home", tmp_path / "log"
    folder.mkdir()
    keys = keys_to_a_line(monkeypatch)
    (played,), traces = _watched(PLAY, folder, log, json.dumps(keys))
    assert played == {"status": 0, "heard": True, "speaks": False}
    calls = log.read_text(encoding="utf-8", errors="replace")
    assert "espeak-ng-data" in calls
    memory = {f"{process} ftruncate({file}" for process, file in MEMORY.findall(calls)}
    assert [trace for trace in traces if " ".join(trace.split()).partition(",")[0] not in memory] == []
    assert list(folder.iterdir()) == []
