"""The hub as a process of its own: ports in use, kills of the hub and of the stage, and what stays on the disk."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest

from game.lesson.embedded import EmbeddedHub
from game.lesson.hubs import HubDownError, Way
from game.lesson.kept_file import read
from game.lesson.link import ClassLink
from game.lesson.unfinished import Desk, Unfinished
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.wire import Link, Lock, Phase
from tests.lesson.stage_program import PATH
from tests.lesson.stages import LONG, Stage, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FAKE = (sys.executable, "-m", "tests.lesson.fake_hub")
WORDS = {"sv": Catalog(LOCALE, "sv")}
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return Desk(tmp_path / "desk")


@pytest.fixture
def hub(desk: Desk) -> Iterator[EmbeddedHub]:
    made = EmbeddedHub(desk, FAKE, free_ports(2))
    yield made
    made.down()


@pytest.fixture
def stage(desk: Desk, hub: EmbeddedHub) -> Iterator[Stage]:
    made = Stage(ClassLink(hub, WORDS, desk, find=lambda: ("10.0.4.12",)))
    yield made
    made.link.close()


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on, one after the other."""
    with ExitStack() as held:
        taken = [held.enter_context(socket.socket()) for _ in range(number)]
        for each in taken:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in taken]


def post(port: int, path: str, body: Any = None, key: str = "") -> Any:
    request = Request(
        f"http://127.0.0.1:{port}{path}",
        data=json.dumps(body or {}).encode(),
        headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
    )
    with urlopen(request, timeout=LONG) as answer:
        return json.load(answer)


def teacher_port(way: Way) -> int:
    return int(way.teachers.rpartition(":")[2])


def gone(pid: int) -> bool:
    """Whether a process has ended; one whose parent has not asked for its end yet counts as ended."""
    try:
        return "Z" in Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return True


# --- ports -------------------------------------------------------------------------------------------


def test_the_first_port_that_is_free_is_taken(desk: Desk) -> None:
    first, second = free_ports(2)
    hub = EmbeddedHub(desk, FAKE, (first, second))
    with socket.socket() as other:
        other.bind(("127.0.0.1", first))
        other.listen()
        way = hub.up(None)
        hub.down()

    assert way.port == second


def test_where_every_port_is_taken_another_is_found(desk: Desk) -> None:
    (only,) = free_ports(1)
    hub = EmbeddedHub(desk, FAKE, (only,))
    with socket.socket() as other:
        other.bind(("127.0.0.1", only))
        other.listen()
        way = hub.up(None)
        hub.down()

    assert way.port not in {0, only}


def test_a_hub_that_runs_is_not_started_twice(hub: EmbeddedHub) -> None:
    assert hub.up(None) == hub.up(None)


def test_a_hub_that_ends_without_a_word_can_be_asked_for_again(desk: Desk) -> None:
    hub = EmbeddedHub(desk, (sys.executable, "-c", "pass"), free_ports(1))
    for _ in range(2):
        with pytest.raises(HubDownError):
            hub.up(None)
    hub.down()

    assert not list(desk.folder.glob("data-*"))


def test_a_program_that_is_not_there_is_an_error_of_the_system(desk: Desk) -> None:
    with pytest.raises(OSError):
        EmbeddedHub(desk, (str(desk.folder / "nothing"),), free_ports(1)).up(None)


# --- the hub is killed -------------------------------------------------------------------------------


def test_a_killed_hub_is_started_again_on_the_same_ports_with_the_same_database(hub: EmbeddedHub) -> None:
    before = hub.up(None)
    lesson = post(teacher_port(before), "/t/sessions", {"places": 3}, before.invite)
    post(before.port, "/join")
    os.kill(before.pid, KILL)
    until(lambda: gone(before.pid))

    # Threads of the killed process may go a moment after it.
    until(lambda: hub.up(None).pid != before.pid)
    after = hub.up(None)
    assert (after.port, after.teachers, after.database) == (before.port, before.teachers, before.database)
    answer = post(
        teacher_port(after),
        "/t/lesson-1/command",
        {"seq": 1, "command": {"do": "end"}},
        lesson["teacher_key"],
    )
    assert answer["done"] is True


def test_the_invitation_is_new_each_time_and_stands_on_no_command_line(hub: EmbeddedHub) -> None:
    first = hub.up(None)
    line = Path(f"/proc/{first.pid}/cmdline")
    if line.exists():
        assert first.invite.encode() not in line.read_bytes()
    os.kill(first.pid, KILL)
    until(lambda: gone(first.pid))

    until(lambda: hub.up(None).invite != first.invite)


def test_a_hub_that_is_killed_again_and_again_does_every_command_once_and_in_order(
    desk: Desk, stage: Stage
) -> None:
    stage.link.start(devices=True)
    stage.until(lambda seen: seen.link is Link.HERE)
    told = 0
    for _ in range(3):
        for number in range(10):
            stage.link.tell(Lock(locked=number % 2 == 0))
            told += 1
        note = desk.left_over()
        assert note
        os.kill(note.pid, KILL)
        until(lambda pid=note.pid: getattr(desk.left_over(), "pid", 0) != pid)  # type: ignore[misc]

    stage.until(lambda seen: seen.told == told and seen.link is Link.HERE)
    note = desk.left_over()
    assert note
    done = json.loads(Path(note.database).read_text(encoding="utf-8"))["done"]
    assert [each["locked"] for each in done] == [True, False] * (told // 2)


def program(folder: Path) -> tuple[str, ...]:
    """The plain hub as a program that leaves a file with its number once it has loaded everything."""
    file = folder / "hub.py"
    file.write_text(
        "import os, pathlib\n"
        "from tests.lesson.fake_hub import main\n"
        f"pathlib.Path({str(folder)!r}, f'loaded-{{os.getpid()}}').touch()\n"
        "main()\n",
        encoding="utf-8",
    )
    return (sys.executable, str(file))


def loaded(folder: Path) -> set[int]:
    return {int(each.name.partition("-")[2]) for each in folder.glob("loaded-*")}


def with_a_spare(desk: Desk, folder: Path) -> tuple[EmbeddedHub, int]:
    """A hub that serves, and the number of the process that would take over."""
    hub = EmbeddedHub(desk, program(folder), free_ports(2), spare_after=0.0)
    serves = hub.up(None).pid
    hub.up(None)
    until(lambda: len(loaded(folder)) == 2)
    (spare,) = loaded(folder) - {serves}
    return hub, spare


def test_another_hub_waits_loaded_and_takes_over_when_the_first_is_killed(desk: Desk, tmp_path: Path) -> None:
    hub, spare = with_a_spare(desk, tmp_path)
    before = hub.up(None)
    os.kill(before.pid, KILL)
    until(lambda: gone(before.pid))
    until(lambda: hub.up(None).pid != before.pid)
    after = hub.up(None)
    assert (after.pid, after.port, after.database) == (spare, before.port, before.database)
    until(lambda: len(loaded(tmp_path)) == 3)
    hub.down()


def test_a_spare_hub_that_is_gone_is_replaced_and_not_missed(desk: Desk, tmp_path: Path) -> None:
    hub, spare = with_a_spare(desk, tmp_path)
    before = hub.up(None)
    for each in (spare, before.pid):
        os.kill(each, KILL)
        until(lambda pid=each: gone(pid))  # type: ignore[misc]
    until(lambda: hub.up(None).pid != before.pid)
    assert hub.up(None).port == before.port
    hub.down()


def test_no_hub_is_left_when_the_lesson_ends(desk: Desk, tmp_path: Path) -> None:
    hub, _ = with_a_spare(desk, tmp_path)
    there = loaded(tmp_path)
    assert len(there) == 2
    hub.down()
    for each in there:
        until(lambda pid=each: gone(pid))  # type: ignore[misc]


def test_while_a_class_comes_in_no_spare_hub_is_loaded(desk: Desk, tmp_path: Path) -> None:
    hub = EmbeddedHub(desk, program(tmp_path), free_ports(2))
    serves = hub.up(None).pid
    for _ in range(20):
        hub.up(None)
    assert loaded(tmp_path) == {serves}
    hub.down()


# --- the stage is killed -----------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="processes are told apart by /proc or ps")
def test_when_the_stage_is_killed_the_hub_goes_on_and_so_does_the_next_stage(
    desk: Desk, stage: Stage
) -> None:
    program: Any = subprocess.Popen(
        [sys.executable, "-m", "tests.lesson.stage_program", str(desk.folder), *FAKE],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with program:
        first = json.loads(program.stdout.readline())
        program.kill()
        program.wait(LONG)
    note = desk.left_over()
    assert note
    post(note.pupils, "/join")

    stage.link.start(devices=True)
    seen = stage.until(lambda seen: seen.link is Link.HERE and seen.joined == 1 and bool(seen.qr))
    assert read(seen.kept) == PATH
    assert {"address": seen.address, "code": seen.code} == first
    assert gone(note.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are told apart by /proc or ps")
def test_a_spare_hub_whose_stage_is_killed_goes_too(desk: Desk, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from game.lesson.hub_process import HubProcess\n"
        "print(HubProcess(sys.argv[1:]).pid, flush=True); sys.stdin.read()"
    )
    own: Any = subprocess.Popen(
        [sys.executable, "-c", code, *program(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with own:
        spare = int(own.stdout.readline())
        until(lambda: loaded(tmp_path) == {spare})
        own.kill()
    until(lambda: gone(spare))


# --- what is on the disk -----------------------------------------------------------------------------


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such rights; the folder is the user's own"
)
def test_a_hub_that_does_not_end_when_its_lesson_does_is_ended(desk: Desk) -> None:
    code = """import sys, time; sys.stdin.readline(); print('{"pupils": 8, "teachers": 9}', flush=True); time.sleep(60)"""
    hub = EmbeddedHub(desk, (sys.executable, "-c", code), free_ports(1))
    pid = hub.up(None).pid
    hub.down()
    assert gone(pid)


def test_only_the_user_can_look_at_what_a_hub_keeps(hub: EmbeddedHub) -> None:
    folder = Path(hub.up(None).database).parent

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.parent.name == "desk"


def test_when_the_lesson_ends_its_process_and_all_its_files_are_gone(desk: Desk, stage: Stage) -> None:
    stage.link.start(devices=True)
    stage.until(lambda seen: seen.link is Link.HERE)
    note = desk.left_over()
    assert note
    stage.link.close()

    assert stage.seen.phase is Phase.ENDED
    assert gone(note.pid)
    assert [each.name for each in desk.folder.iterdir()] == ["pass.lock"]


def test_what_an_old_lesson_left_behind_is_deleted_at_the_next_start(desk: Desk, hub: EmbeddedHub) -> None:
    (desk.folder / "data-old").mkdir()
    (desk.folder / "data-old" / "data.sqlite").touch()
    hub.up(None)

    assert not (desk.folder / "data-old").exists()


@pytest.mark.parametrize("database", ["", "/etc/passwd", "data-x/data.sqlite", "pass.lock"])
def test_a_note_that_points_elsewhere_is_not_believed(desk: Desk, hub: EmbeddedHub, database: str) -> None:
    way = hub.up(Unfinished("lesson-1", "ABC234", "key", 4e9, database=str(desk.folder / database)))

    assert Path(way.database).parent.parent == desk.folder
    assert way.database != str(desk.folder / database)
