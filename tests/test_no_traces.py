"""Solo play writes nothing to disk and opens no socket: the program is watched while it is played to an ending."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.screens.intents import Ask, Begin, Close, Go, Hide, Intent, Leave, PickStory, Question, Typed, Where
from game.screens.keys import Key
from game.screens.page import Screen
from game.screens.settings import SetMotion, SetSound, SetSpeed, Speed
from tests.needed import needed
from tests.test_play_through import Way
from tests.view.every_screen import STORY, Size, routes
from tests.view.player import Player, with_keys

ROOT = Path(__file__).resolve().parent.parent

PLAY = """
import json, sys
import pygame
from game.cli import main

keys = json.loads(sys.argv[1])
looks = 0

def wait(milliseconds):
    # The program waits for somebody: the next key, and among the first ones some peace to draw ahead.
    global looks
    looks += 1
    if len(keys) % 20 == 0 and looks % 15:
        return milliseconds
    key, text = keys.pop(0)
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=key, unicode=text, mod=0, scancode=0))
    return milliseconds

pygame.time.wait = wait
status = main([])
print(json.dumps({"status": status, "keys left": len(keys)}))
"""

AUDIT = """
import json, os, sys

seen = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FILES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.")
OTHERS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "webbrowser.")

def watch(event, details):
    if event == "open":
        path, mode, flags = details
        if flags & WRITING or set(mode or "") & set("wax+"):
            seen.append(f"open {path} {mode}")
    elif event.startswith((*FILES, *OTHERS)):
        seen.append(f"{event} {details}")

sys.addaudithook(watch)
"""
REPORT = """
print(json.dumps(seen))
"""


class Recorder(Player):
    """Remembers which keys it pressed."""

    def __init__(self, size: Size) -> None:
        self.keys: list[tuple[int, str]] = []
        super().__init__(size, painted=False)

    def key(self, key: int, text: str = "", mod: int = 0) -> None:
        self.keys.append((key, text))
        super().key(key, text, mod)


@cache
def keys_of_a_play() -> tuple[tuple[int, str], ...]:
    """Everything that a player does, from the title to the way out: settings, help, Dölj, a story, a code."""
    player = Recorder((640, 400))
    _settings(player)
    _code(player)
    way = Way(player, with_keys, next(iter(routes())))
    way.go()
    _others(player, Go(Where.TITLE), Go(Where.STORIES), PickStory(STORY), Begin())
    for key in (Key.SPACE, Key.F, Key.ESCAPE, Key.PAGE_UP, Key.ESCAPE, Key.F1, Key.ESCAPE):
        player.press(key)
        _every_language(player)
    assert player.page.screen is Screen.DIALOGUE
    player.press(Key.ESCAPE)
    with_keys(player, Leave())
    assert not player.shell.running
    player.close()
    return tuple(player.keys)


def _others(player: Player, *intents: Intent) -> None:
    for intent in intents:
        with_keys(player, intent)


def _settings(player: Player) -> None:
    """Everything at once, with sound, so that the play takes seconds and the speaker is heard."""
    paced = Ask(Question.PACE), SetSpeed(Speed.AT_ONCE), SetMotion(less=True)
    wanted = *paced, Ask(Question.SOUND), SetSound(on=True)
    _others(player, Go(Where.SETTINGS), *wanted, Close())


def _every_language(player: Player) -> None:
    """All of them, and back to the first one."""
    for _ in player.app.library.languages:
        player.press(Key.F2)


def _code(player: Player) -> None:
    """A code that is none, and the exercise."""
    with_keys(player, Go(Where.CODE))
    for sign in "BCDF":
        player.key(ord(sign.lower()), sign)
    for key in (Key.ENTER, Key.ESCAPE):
        player.press(key)
    with_keys(player, Hide())
    for digit in "42":
        player.key(ord(digit), Typed(digit).character)
    player.press(Key.ENTER)
    for _ in range(3):
        player.key(pygame.K_LSHIFT)
    assert player.page.screen is Screen.TITLE


def _environment() -> dict[str, str]:
    # Python's own caches of compiled modules are not the game's traces.
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def _run(command: list[str], folder: Path) -> list[object]:
    """What the program printed, line by line; run from a folder where it must leave nothing."""
    environment = {**_environment(), "PYTHONPATH": str(ROOT), "HOME": str(folder), "TMPDIR": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


PLAYED = {"status": 0, "keys left": 0}


# --- from inside -----------------------------------------------------------------------------------


def _audited(code: str, folder: Path, *arguments: str) -> list[object]:
    return _run([sys.executable, "-c", AUDIT + code + REPORT, *arguments], folder)


def test_python_opens_nothing_to_write_no_socket_and_no_program(tmp_path: Path) -> None:
    played, seen = _audited(PLAY, tmp_path, json.dumps(keys_of_a_play()))
    assert played == PLAYED
    assert seen == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("trace", "event"),
    [
        ("open('trace', 'w').close()", "open trace w"),
        ("os.open('trace', os.O_WRONLY | os.O_CREAT)", "open trace"),
        ("open('trace', 'w').close(); os.rename('trace', 'other')", "os.rename"),
        ("os.mkdir('trace')", "os.mkdir"),
        ("import socket; socket.socket(socket.AF_INET)", "socket.__new__"),
        ("import subprocess; subprocess.run([sys.executable, '-c', ''])", "subprocess.Popen"),
    ],
)
def test_what_would_leave_a_trace_is_seen_from_inside(tmp_path: Path, trace: str, event: str) -> None:
    (seen,) = _audited(trace, tmp_path)
    assert isinstance(seen, list)
    assert any(str(each).startswith(event) for each in seen), seen


# --- from outside ----------------------------------------------------------------------------------

CALLS = "%file,%network,ftruncate,fchmod,fchown,memfd_create"
WRITES = re.compile(r"\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)\b")
OPENS = re.compile(r"\bopen(at|at2)?\(")
CHANGES = re.compile(
    r"\b(creat|rename(at2?)?|unlink(at)?|mkdir(at)?|rmdir|(sym)?link(at)?|mknod(at)?|f?truncate|f?ch(mod|own)(at)?|utimens(at)?)\("
)
NETWORK = re.compile(r"\b(socket|socketpair|connect|bind|listen|sendto|sendmsg)\(")
DEVICES = re.compile(r'"/dev/(null|tty|pts/\d+)"')
# How SDL hears from the kernel that a keyboard was plugged in; it reaches no other process, and no network.
PLUGGED_IN = re.compile(r"socket\(AF_NETLINK, .*NETLINK_KOBJECT_UEVENT|bind\(\d+, \{sa_family=AF_NETLINK,")


def _traces(log: Path) -> list[str]:
    """The calls in strace's log that write, change, or reach out; those that failed did nothing."""
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        failed = re.search(r"= -1 E[A-Z]+", line)
        opened = OPENS.search(line) and WRITES.search(line) and not DEVICES.search(line)
        reaches_out = NETWORK.search(line) and not PLUGGED_IN.search(line)
        if reaches_out or (not failed and (opened or CHANGES.search(line))):
            found.append(line)
    return found


@cache
def _may_watch(strace: str) -> bool:
    """Whether this system lets one process watch another: in many containers it does not."""
    command = [strace, "-f", "-qq", "-o", os.devnull, sys.executable, "-c", ""]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0


def _strace() -> str:
    """Where strace is; a test that cannot watch is skipped, or fails where everything has to be there."""
    strace = needed("strace")
    if not _may_watch(strace):
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("strace may not watch a process here (no right to ptrace)")
    return strace


def _watched(code: str, folder: Path, log: Path, *arguments: str) -> tuple[list[object], list[str]]:
    strace = [_strace(), "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log)]
    printed = _run([*strace, sys.executable, "-c", code, *arguments], folder)
    return printed, _traces(log)


def test_the_process_writes_no_file_and_opens_no_socket(tmp_path: Path) -> None:
    folder, log = tmp_path / "home", tmp_path / "log"
    folder.mkdir()
    (played,), traces = _watched(PLAY, folder, log, json.dumps(keys_of_a_play()))
    assert played == PLAYED
    assert "story.yaml" in log.read_text(encoding="utf-8", errors="replace")
    assert traces == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("trace", "call"),
    [
        ("open('trace', 'w').close()", "O_CREAT"),
        ("open('trace', 'x').close(); import os; os.unlink('trace')", "unlink"),
        ("import os; os.mkdir('trace')", "mkdir"),
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "AF_INET"),
        ("import socket; socket.socketpair()", "AF_UNIX"),
        (
            "import subprocess; subprocess.run(['sh', '-c', 'echo secret > trace'])",
            "O_CREAT",
        ),
    ],
)
def test_what_would_leave_a_trace_is_seen_from_outside(tmp_path: Path, trace: str, call: str) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    _, traces = _watched(trace, folder, tmp_path / "log")
    assert any(call in each for each in traces), traces


def test_nothing_is_a_trace_where_nothing_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    _, traces = _watched("open('/dev/null', 'w').close()", folder, tmp_path / "log")
    assert traces == []
