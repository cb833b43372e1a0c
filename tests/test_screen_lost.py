"""The display server ends while somebody plays: the program says how to go on, and ends."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Begin, PickStory
from game.story.resume import encode
from game.view.screen_lost import when_lost
from tests.needed import needed
from tests.view.every_screen import STORY, after, started

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PLAY = """
import os, signal, sys
import pygame
from game.cli import main
from game.screens.intents import Begin, PickStory
from game.view import shell

server, begins = int(sys.argv[1]), sys.argv[2:]
rests = 0

def wait(milliseconds):
    global rests
    rests += 1
    if rests == 1 and begins:
        playing.send(PickStory(begins[0]))
        playing.send(Begin())
        playing.draw()
    if rests == 3:
        os.kill(server, signal.SIGKILL)
    return milliseconds

class Known(shell.Shell):
    def __init__(self, *values, **named):
        global playing
        super().__init__(*values, **named)
        playing = self

pygame.time.wait = wait
import game.tools.play_window
game.tools.play_window.Shell = Known
print("status", main([]))
"""


@pytest.fixture
def server() -> Iterator[tuple[str, int]]:
    """An X server to be ended: its display and its process."""
    out, into = os.pipe()
    process = subprocess.Popen(
        [needed("Xvfb"), "-displayfd", str(into), "-screen", "0", "1064x690x24", "-nolisten", "tcp"],
        pass_fds=(into,),
        stderr=subprocess.DEVNULL,
    )
    os.close(into)
    with os.fdopen(out) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}", process.pid
    process.kill()
    process.wait(timeout=30)


def played(
    server: tuple[str, int], *begins: str, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    display, process = server
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}
    }
    return subprocess.run(
        [sys.executable, "-c", PLAY, str(process), *begins],
        cwd=ROOT,
        env=kept | {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy", "NO_AT_BRIDGE": "1"},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        check=False,
        timeout=60,
    )


def at_a_terminal(server: tuple[str, int], *begins: str) -> tuple[int, str]:
    """How it ends for somebody who reads what the program says."""
    ours, theirs = pty.openpty()
    done = played(server, *begins, stderr=theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        try:
            said = terminal.read1(4096).decode()
        except OSError:
            said = ""
    assert done.stdout == ""
    return done.returncode, said


def test_the_player_is_told_with_the_code_to_go_on_with(server: tuple[str, int]) -> None:
    status, said = at_a_terminal(server, STORY)
    play = after(started(), PickStory(STORY), Begin()).play
    assert play
    code = encode(play.story, play.moment.segment.entry)
    assert status == 1
    assert said.splitlines() == [
        "Skärmen försvann, och spelet stängdes. Det är inget du har gjort.",
        f"Starta spelet igen och fortsätt med koden {code}",
    ]


def test_on_the_title_there_is_nothing_to_go_on_with(server: tuple[str, int]) -> None:
    status, said = at_a_terminal(server)
    assert status == 1
    assert said.splitlines() == ["Skärmen försvann, och spelet stängdes. Det är inget du har gjort."]


def test_a_desktops_log_gets_no_code_of_a_play(server: tuple[str, int]) -> None:
    done = played(server, STORY)
    assert done.returncode == 1
    assert done.stderr == "Skärmen försvann, och spelet stängdes. Det är inget du har gjort.\n"


def test_where_there_is_no_such_server_nothing_is_watched() -> None:
    pygame.display.init()
    assert not when_lost(lambda: None, 1)
    pygame.display.quit()
    assert not when_lost(lambda: None, 1)
