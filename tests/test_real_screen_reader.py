"""The real program and a real accessibility bus: the game is read and played by what it tells, and by Orca."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Ask, Begin, Go, Hide, Intent, Leave, PickStory, Question, Where
from game.screens.keys import Key
from game.screens.page import Buttons, Screen
from game.screens.settings import Settings
from game.view.access.listener import listener_for
from game.view.access.nodes import WINDOW, Node, Role, Tree
from game.view.access.tree import tree_of
from tests import x_screen as real
from tests.needed import needed
from tests.screen_reader import Desktop, GoneError, Reader, Thing, desktop
from tests.test_play_through import Way
from tests.view.every_screen import STORY, routes
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how Linux tells readers what is shown"),
    pytest.mark.xdist_group("screen reader"),
    pytest.mark.timeout(180),
]
screen = real.screen
SILENT_HOLDERS = {Role.CHOICES, Role.LIST, Role.GROUP}
"""AT-SPI leaves out some of what has no name and holds others."""


@pytest.fixture(scope="module")
def session(screen: real.XScreen) -> Iterator[Desktop]:
    with desktop(screen.display) as made:
        yield made


@pytest.fixture
def reader(session: Desktop) -> Iterator[Reader]:
    made = Reader(session)
    made.listen()
    yield made
    made.close()


@dataclass(slots=True)
class Heard:
    """The program, read over AT-SPI, and beside it the same play without a screen, to know what should be heard."""

    reader: Reader
    program: subprocess.Popen[str]
    player: Player
    things: list[Thing]

    def expected(self) -> Tree:
        """What is to be told now."""
        shell, app = self.player.shell, self.player.app
        return tree_of(
            self.player.page,
            self.player.frame,
            listener_for(app, shell.words),
            title=shell.words.ui("Övningar"),
            scrolled=shell.display.scrolled,
            focus=app.focus,
        )

    def agree(self) -> None:
        """Waits until the program tells what it should, with the focus where it should be."""
        wanted = self.expected()
        told = [(wanted.nodes[each].name, each == wanted.focus) for each in _told(wanted)]

        def agrees() -> bool:
            try:
                self.things = self.reader.things()
            except GoneError:
                return False
            return [(thing.name, thing.focused) for thing in self.things] == told

        real.eventually(agrees, lambda: f"{self.player.page.screen}: {self.things} (not {told})")

    def press(self, intent: Intent) -> None:
        """By its name among what is told, in both; the program is asked over the bus."""
        tree = self.expected()
        of = [tree.nodes[each].intent for each in _told(tree)]
        self.reader.press(self.things[of.index(intent)])
        self.player.shell.send(intent)
        self.player.shell.draw()
        self.agree()


def _told(tree: Tree, node: int = WINDOW) -> Iterator[int]:
    """The nodes that a reader meets, in order."""
    found = tree.nodes[node]
    if found.role is not Role.LETTERS and (found.name or found.role is Role.LIST):
        yield node
    for child in found.children:
        yield from _told(tree, child)


def _windows(screen: real.XScreen) -> list[str]:
    return screen.xdotool("search", "--onlyvisible", "--class", ".").split()


def _started(screen: real.XScreen, session: Desktop, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *(words or ("-m", "game"))],
        cwd=real.ROOT,
        env=session.environment(screen.environment()),
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def heard(
    screen: real.XScreen, session: Desktop, reader: Reader, request: pytest.FixtureRequest
) -> Iterator[Heard]:
    language = getattr(request, "param", "sv")
    program = _started(screen, session, "-m", "game", "--language", language)
    player = Player(real.WINDOW, Settings(language=language))
    made = Heard(reader, program, player, [])
    try:
        made.agree()
        yield made
    finally:
        player.close()
        if program.poll() is None:
            program.kill()
        program.communicate()


def _play(heard: Heard, way: Way, until: Callable[[Heard], bool]) -> int:
    """Plays by what is told; gives how many times something was pressed."""
    for intent in (Go(Where.STORIES), PickStory(STORY), Begin()):
        heard.press(intent)
    pressed = 3
    while not until(heard):
        heard.press(way.next())
        pressed += 1
    return pressed


def _way(heard: Heard) -> Way:
    shortest = min(routes(), key=lambda ending: len(routes()[ending]))
    return Way(heard.player, lambda *_: None, shortest)


def test_a_story_is_played_from_the_title_to_an_ending_by_what_a_reader_is_told(heard: Heard) -> None:
    pressed = _play(heard, _way(heard), lambda heard: heard.player.page.screen is Screen.ENDING)
    assert pressed > 100
    heard.press(Hide())
    names = {thing.name for thing in heard.things}
    assert {"Övningar", "Multiplikation", "Gångertabellen"} <= names
    assert not {name for name in names if "Alva" in name or "Svara direkt" in name}
    assert heard.program.poll() is None


@pytest.mark.parametrize("heard", ["ar"], indirect=True)
def test_in_arabic_the_first_scenes_are_told_in_arabic_and_from_the_right(heard: Heard) -> None:
    counted = iter(range(30))
    _play(heard, _way(heard), lambda _: next(counted, None) is None)
    tree = heard.expected()
    bounds = [tuple(tree.nodes[each].bounds) for each in _told(tree)]
    assert [heard.reader.bounds(thing) for thing in heard.things[1:]] == bounds[1:]
    texts = "".join(thing.name for thing in heard.things)
    assert sum("\u0600" <= letter <= "\u06ff" for letter in texts) > 50
    words = heard.player.shell.words
    back, hide = (next(t for t in heard.things if t.name == words.ui(name)) for name in ("Paus", "Dölj"))
    assert heard.reader.bounds(back)[0] > heard.reader.bounds(hide)[0]


def test_a_reader_can_stand_at_anything_and_what_is_scrolled_away_comes_into_sight(heard: Heard) -> None:
    heard.press(Go(Where.SETTINGS))
    heard.press(Ask(Question.TEXT))
    last = heard.player.page.body[-1]
    assert isinstance(last, Buttons)
    item = last.items[-1]
    thing = next(each for each in reversed(heard.things) if each.name == (item.said or item.label))
    heard.reader.stand(thing)
    heard.player.press(Key.TAB)
    while heard.player.focus != item.intent:
        heard.player.press(Key.TAB)
    heard.agree()
    (focused,) = [each for each in heard.things if each.focused]
    _, top, width, height = heard.reader.bounds(focused)
    assert focused.name == thing.name
    assert (width, height) == heard.player.target(item.intent).rect.size
    assert 0 < top < top + height < real.WINDOW[1]


# --- readers that come and go ----------------------------------------------------------------------


def test_readers_that_come_and_go_all_the_time_never_stop_the_game(
    heard: Heard, screen: real.XScreen
) -> None:
    screen.xdotool("windowfocus", "--sync", *_windows(screen))
    for on in (False, True) * 150:
        heard.reader.listen(on=on)
        if on:
            screen.xdotool("key", "Tab")
            heard.player.press(Key.TAB)
    heard.reader.listen()
    heard.agree()
    heard.press(Go(Where.HELP))


@pytest.mark.parametrize(("word", "status"), [("guarded", 0), ("unguarded", 1)])
def test_the_locks_of_python_and_of_the_adapter_never_wait_for_each_other(
    session: Desktop, reader: Reader, word: str, status: int
) -> None:
    """And would, if it were not looked first whether a reader is just being let in."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.hammered_reader", word],
        cwd=real.ROOT,
        env=session.environment(dict(os.environ)),
        stderr=subprocess.PIPE,
        text=True,
    )
    rests = threading.Event()
    try:
        while program.poll() is None:
            for on in (False, True):
                reader.listen(on=on)
                rests.wait(0.01)
    finally:
        program.kill()
        _, said = program.communicate()
    assert program.returncode == status, said


WITHOUT = "import sys; sys.modules['accesskit'] = None; from game.cli import main; sys.exit(main([]))"


def test_without_the_library_the_game_runs_and_says_nothing_of_it(
    screen: real.XScreen, session: Desktop, reader: Reader
) -> None:
    program = _started(screen, session, "-c", WITHOUT)
    try:
        real.eventually(lambda: bool(_windows(screen)), lambda: f"no window came (exit {program.poll()})")
        player = Player(real.WINDOW)
        away = player.middle(Leave())
        player.close()
        screen.xdotool("mousemove", "--window", *_windows(screen), *map(str, away), "click", "1")
        _, said = program.communicate(timeout=30)
    finally:
        program.kill()
    assert (program.returncode, said, reader.programs()) == (0, "", [])


# --- Orca ------------------------------------------------------------------------------------------

SPEECHD = """
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
AudioOutputMethod "libao"
"""
TOLD_AT_ONCE = "from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n"
"""Orca's own place for changes by its user; otherwise what it says stands in its log much later."""
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)' ?(?:\{.*\})?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Orca:
    """A running Orca, and what it has said."""

    version: str
    log: Path

    def said(self) -> list[str]:
        """Everything it has said, in its order."""
        if not self.log.exists():
            return []
        return SPOKEN.findall(self.log.read_text(encoding="utf-8", errors="replace"))

    def says(self, what: str, after: int = 0) -> None:
        """Waits until it has said this, after so many other things."""
        real.eventually(
            lambda: any(each.startswith(what) for each in self.said()[after:]),
            lambda: f"not “{what}” but {self.said()[after:]}",
        )


@pytest.fixture
def orca(screen: real.XScreen, session: Desktop, tmp_path: Path) -> Iterator[Orca]:
    found = needed("orca")
    needed("speech-dispatcher")
    voices = session.folder / "config" / "speech-dispatcher"
    voices.mkdir(parents=True)
    (voices / "speechd.conf").write_text(SPEECHD, encoding="utf-8")
    changes = session.folder / "data" / "orca"
    changes.mkdir(parents=True)
    (changes / "orca-customizations.py").write_text(TOLD_AT_ONCE, encoding="utf-8")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False, timeout=60)
    made = Orca(told.stdout.strip(), tmp_path / "orca.log")
    program = subprocess.Popen(
        [found, f"--debug-file={made.log}"],
        env=session.environment(screen.environment()),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        real.eventually(lambda: "Screen reader on." in made.said(), lambda: f"Orca is mute: {program.poll()}")
        yield made
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait(timeout=30)


ROLES = {Role.LINE: "", Role.MESSAGE: " article.", Role.HEADING: " heading."}
"""What Orca adds to names, in a session that has no language of its own."""
LOOKS = 1000
"""Looks at what Orca has said between two tries, which is some seconds."""
COMPARED = "43."
"""The version whose every word is known. Others may say more, such as what is new a second time, and in other words."""


def test_orca_speaks_the_first_scenes(orca: Orca, heard: Heard, screen: real.XScreen) -> None:
    screen.xdotool("windowfocus", "--sync", *_windows(screen))
    _noticed(orca, _focused(heard).name, screen)
    for intent in (Go(Where.STORIES), PickStory(STORY)):
        orca.says(_focused(heard).name)
        heard.press(intent)
    orca.says(_focused(heard).name)
    before = len(orca.said())
    heard.press(Begin())
    way, spoken = _way(heard), [f"{heard.player.page.title} panel."]
    while True:
        node, after = _focused(heard), len(spoken) - 1
        spoken += [each for each in (f"{node.name}{ROLES[node.role]}", node.description) if each]
        orca.says(node.description or node.name, before + after)
        if heard.player.page.screen is Screen.CHOICES:
            break
        heard.press(way.next())
    assert len(spoken) > 10
    if orca.version.startswith(COMPARED):
        assert orca.said()[before:] == spoken


def _noticed(orca: Orca, name: str, screen: real.XScreen) -> None:
    """Orca says of itself that it is on a moment before it listens. What comes in between is lost to it: so focus goes there
    and back again now and then, until it has been told.
    """
    again = itertools.count(1)

    def said() -> bool:
        if next(again) % LOOKS == 0:
            screen.xdotool("key", "Tab", "shift+Tab")
        return any(each.startswith(name) for each in orca.said())

    real.eventually(said, lambda: f"not “{name}” but {orca.said()}")


def _focused(heard: Heard) -> Node:
    """What a reader stands at."""
    tree = heard.expected()
    return tree.nodes[tree.focus]
