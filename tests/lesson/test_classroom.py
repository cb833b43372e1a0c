"""A stage, its link and the real hub together, with simulated pupils whose time runs faster than ours."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from game.lesson.class_files import ClassFiles
from game.lesson.classroom import LessonRoom
from game.lesson.embedded import EmbeddedHub
from game.lesson.link import ClassLink
from game.lesson.simulated import Simulated
from game.lesson.unfinished import Desk
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.intents import PackMade, PathFound
from game.screens.lesson.wire import (
    CloseStep,
    End,
    HubSeen,
    Kind,
    Link,
    Next,
    Open,
    Phase,
    Phrase,
    Reach,
    Reopen,
    Reveal,
    Step,
)
from tests.lesson.stage_program import PATH
from tests.lesson.stages import LONG, until
from tests.lesson.test_embedded import FAKE, free_ports, gone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.lesson.unfinished import Unfinished
    from game.screens.shelf import Classroom

ROOT = Path(__file__).parents[2]
HUB = (sys.executable, "-m", "tests.lesson.embedded_program")
WORDS = {code: Catalog(LOCALE, code) for code in ("sv", "so")}
VOTE = Step("vote-1", Kind.VOTE, Phrase("Vad gör ni?"), options=(Phrase("Stannar"), Phrase("Går")))
FASTER = 20
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


async def fast_sleep(seconds: float) -> None:
    await asyncio.sleep(seconds / FASTER)


@dataclass
class Class:
    """A lesson room, and what it has said."""

    desk: Desk
    room: Classroom
    said: list[HubSeen | PathFound | PackMade] = field(default_factory=list)

    @property
    def seen(self) -> HubSeen:
        news = self.room.poll(monotonic())
        if news is not None:
            self.said.append(news)
        return next((each for each in reversed(self.said) if isinstance(each, HubSeen)), HubSeen())

    def until(self, true: Callable[[HubSeen], bool]) -> HubSeen:
        until(lambda: true(self.seen))
        return self.seen

    @property
    def note(self) -> Unfinished:
        note = self.desk.left_over()
        assert note
        return note

    def kill_hub(self) -> None:
        pid = self.note.pid
        os.kill(pid, KILL)
        until(lambda: self.note.pid != pid)


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Class]:
    """With a hub of the plainest kind."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = class_with(FAKE, tmp_path)
    yield made
    made.room.close()


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Class]:
    """With the real hub."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = class_with(HUB, tmp_path)
    yield made
    made.room.close()


def class_with(hub: tuple[str, ...], folder: Path) -> Class:
    desk = Desk(folder / "desk")
    link = ClassLink(EmbeddedHub(desk, hub, free_ports(2)), WORDS, desk, find=lambda: ("127.0.0.1",))
    files = ClassFiles([folder], lambda _: "0123456789ab", WORDS["sv"])
    pupils = Simulated(8, Random(4), lambda: monotonic() * FASTER, fast_sleep)
    return Class(desk, LessonRoom(link, files, pupils, lambda _: ("bus", "hall"), lambda _, __, ___: "Klar."))


def test_a_rehearsal_goes_from_the_lobby_to_the_end_and_leaves_nothing(lesson: Class) -> None:
    lesson.room.start(devices=True, rehearsal=True)
    lesson.until(lambda seen: seen.joined == 8 and seen.reach is Reach.REACHED)
    lesson.room.tell(Next(VOTE))
    lesson.room.tell(Open(VOTE))
    lesson.until(lambda seen: seen.phase is Phase.OPEN and seen.answered >= 7)
    lesson.room.tell(CloseStep())
    lesson.room.tell(Reveal())
    seen = lesson.until(lambda seen: seen.phase is Phase.REVEAL)
    assert seen.tally
    assert len(seen.tally.cells) == 2
    lesson.room.keep_place(PATH)
    lesson.room.tell(Next(Step("play", Kind.PLAY)))
    lesson.until(lambda seen: sum(count for _, count in seen.scenes) == 8)
    pid, folder = lesson.note.pid, lesson.desk.folder
    lesson.room.tell(End())
    lesson.until(lambda seen: seen.phase is Phase.ENDED)
    lesson.room.close()

    until(lambda: gone(pid))
    assert [each.name for each in folder.iterdir()] == ["pass.lock"]


def test_no_pupil_comes_where_it_is_no_rehearsal(plain: Class) -> None:
    plain.room.start(devices=True, rehearsal=False)
    plain.until(lambda seen: seen.link is Link.HERE and bool(seen.qr))
    plain.room.tell(Next(VOTE))

    assert plain.until(lambda seen: seen.told == 1).joined == 0


def test_a_hub_that_is_killed_in_the_middle_loses_neither_commands_nor_pupils_nor_answers(
    lesson: Class,
) -> None:
    lesson.room.start(devices=True, rehearsal=True)
    lesson.until(lambda seen: seen.joined == 8)
    address = lesson.seen.address
    lesson.room.tell(Open(VOTE))
    before = lesson.until(lambda seen: seen.answered >= 3).answered
    lesson.kill_hub()
    lesson.room.tell(CloseStep())
    lesson.room.tell(Reveal())
    lesson.room.tell(Reopen())

    seen = lesson.until(lambda seen: seen.link is Link.HERE and seen.round == 2 and seen.answered >= 7)
    assert (seen.joined, seen.address, seen.phase) == (8, address, Phase.OPEN)
    assert all(
        each.answered >= before
        for each in lesson.said
        if isinstance(each, HubSeen) and each.told >= 2 and each.round == 1
    )


@pytest.mark.skipif(sys.platform == "win32", reason="processes are told apart by /proc or ps")
def test_after_the_stage_was_killed_the_next_one_goes_on_at_the_same_place(lesson: Class) -> None:
    program: Any = subprocess.Popen(
        [sys.executable, "-m", "tests.lesson.stage_program", str(lesson.desk.folder), *HUB],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with program:
        first = json.loads(program.stdout.readline())
        program.kill()
        program.wait(LONG)
    left = lesson.note.pid

    lesson.room.start(devices=True, rehearsal=False)
    seen = lesson.until(lambda seen: seen.link is Link.HERE and seen.phase is Phase.PAUSED and bool(seen.qr))
    assert seen.code == first["code"]
    assert seen.address.rpartition(":")[2] == first["address"].rpartition(":")[2]
    assert lesson.said[0] == HubSeen(link=Link.STARTING)
    assert [each for each in lesson.said if isinstance(each, PathFound)] == [PathFound(PATH)]
    until(lambda: gone(left))


def test_the_place_of_a_class_is_kept_by_the_hub_and_by_a_file(plain: Class, tmp_path: Path) -> None:
    plain.room.start(devices=True, rehearsal=False)
    plain.room.keep_place(PATH)
    plain.until(lambda seen: seen.told == 1)
    kept = plain.room.keep(PATH)

    assert kept.where == str(tmp_path / "beratta-lektion.json")
    assert plain.room.found() == PathFound(PATH)
    assert not [each for each in plain.said if isinstance(each, PathFound)]


def test_hands_alone_need_no_hub_and_a_file_can_still_be_kept(plain: Class) -> None:
    plain.room.start(devices=False, rehearsal=False)
    plain.room.tell(Open(VOTE))
    plain.room.keep_place(PATH)

    assert plain.room.poll(0.0) is None
    assert plain.room.keep(PATH).where
    assert plain.desk.left_over() is None


def test_a_lesson_that_is_left_before_its_hub_is_there_leaves_nothing(plain: Class) -> None:
    plain.room.start(devices=True, rehearsal=True)
    plain.room.close()

    until(lambda: [each.name for each in plain.desk.folder.iterdir()] == ["pass.lock"])
    assert plain.desk.left_over() is None
    plain.desk.take()
    plain.desk.leave()
