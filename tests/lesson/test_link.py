"""The stage's way to its hub, tried with a hub that loses answers, holds streams back and is not there."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest

from game.lesson import link as link_module
from game.lesson import saying, tending
from game.lesson import talk as talk_module
from game.lesson.addresses import qr_rows
from game.lesson.hubs import RemoteHub
from game.lesson.link import ClassLink
from game.lesson.unfinished import Desk, Unfinished
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.wire import (
    CloseStep,
    End,
    HubSeen,
    Keep,
    Kind,
    Link,
    Lock,
    Open,
    Pause,
    Phase,
    Phrase,
    Reach,
    Resume,
    Reveal,
    Step,
    ToHub,
    Trouble,
)
from tests.lesson.fake_hub import Fake, serve
from tests.lesson.stages import HubAt, Stage, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.lesson.fake_hub import Server

WORDS = {code: Catalog(LOCALE, code) for code in ("sv", "en")}
VOTE = Step("vote-1", Kind.VOTE, Phrase("Vad gör ni?"), options=(Phrase("Stannar"), Phrase("Går")))


@dataclass
class Room:
    """A hub, and stages that are closed in the end."""

    folder: Path
    fake: Fake
    server: Server
    clock_ahead: float = 0.0
    network: tuple[str, ...] = ("127.0.0.1",)
    hub: HubAt = field(init=False)
    stages: list[Stage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hub = HubAt(self.server.server_port)

    def stage(self, *, devices: bool = True, hub: HubAt | RemoteHub | None = None) -> Stage:
        stage = Stage(
            ClassLink(
                hub or self.hub,
                WORDS,
                Desk(self.folder),
                find=lambda: self.network,
                clock=lambda: monotonic() + self.clock_ahead,
            )
        )
        stage.link.start(devices=devices)
        self.stages.append(stage)
        return stage

    def joins(self) -> None:
        urlopen(Request(f"http://127.0.0.1:{self.server.server_port}/join", data=b"{}")).close()

    def done(self) -> list[str]:
        return [each["do"] for each in self.fake.done]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(tending, "EVERY", 0.05)
    monkeypatch.setattr(saying, "ASK", 0.2)
    monkeypatch.setattr(talk_module, "SLOWEST", 0.3)
    monkeypatch.setattr(link_module, "FAREWELL", 1.0)
    fake = Fake()
    server = serve(fake, "0.0.0.0")
    made = Room(tmp_path / "desk", fake, server)
    yield made
    for stage in made.stages:
        stage.link.close()
    server.shutdown()
    server.server_close()


def tell(stage: Stage, *commands: ToHub) -> None:
    for each in commands:
        stage.link.tell(each)


# --- beginning ---------------------------------------------------------------------------------------


def test_hands_alone_need_no_hub(room: Room) -> None:
    stage = room.stage(devices=False)
    tell(stage, Open(VOTE))

    assert stage.seen == HubSeen(link=Link.NONE)
    assert stage.history == []
    assert room.fake.created == 0


def test_a_lesson_begins_with_a_code_an_address_and_a_qr_code_for_both(room: Room) -> None:
    seen = room.stage().until(lambda seen: seen.link is Link.HERE and bool(seen.qr))

    assert seen.code == "ABC234"
    assert seen.address == f"127.0.0.1:{room.server.server_port}"
    assert seen.qr == qr_rows(f"http://{seen.address}/s/ABC234")
    assert seen.places == 40


def test_the_stage_is_told_only_what_is_new(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE and seen.reach is Reach.BLOCKED)

    assert stage.link.poll(0.0) is None
    room.joins()
    stage.until(lambda seen: seen.joined == 1)


def test_a_hub_elsewhere_shows_its_own_address(room: Room) -> None:
    url = f"http://127.0.0.1:{room.server.server_port}"

    seen = room.stage(hub=RemoteHub(url + "/", "invited")).until(lambda seen: bool(seen.qr))

    assert seen.address == url.removeprefix("http://")
    assert seen.qr == qr_rows(f"{url}/s/ABC234")


def test_a_hub_that_does_not_know_the_school_is_told_and_tried_again(room: Room) -> None:
    room.fake.invite = "another"
    stage = room.stage()
    stage.until(lambda seen: seen.trouble is Trouble.REFUSED)

    room.fake.invite = "invited"
    stage.until(lambda seen: seen.trouble is Trouble.NONE and seen.link is Link.HERE)


def test_a_hub_that_does_not_start_is_told_and_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talk_module, "LOOK", 0.01)
    room.hub.fails = 1_000_000
    stage = room.stage()

    stage.until(lambda seen: seen.trouble is Trouble.BROKEN)
    assert stage.seen.link is Link.STARTING
    room.hub.fails = 0
    stage.until(lambda seen: seen.link is Link.HERE and seen.trouble is Trouble.NONE)


def test_a_second_lesson_on_the_same_computer_is_told_so_and_disturbs_nothing(room: Room) -> None:
    first = room.stage()
    first.until(lambda seen: seen.link is Link.HERE)
    second = room.stage()
    tell(second, Open(VOTE), End())

    assert second.seen.trouble is Trouble.ELSEWHERE
    second.link.close()
    tell(first, Pause())
    until(lambda: room.done() == ["pause"])
    assert room.fake.created == 1


def test_a_lesson_that_goes_on_is_not_begun_again(room: Room) -> None:
    stage = room.stage()
    stage.link.start(devices=True)
    stage.until(lambda seen: seen.link is Link.HERE)
    stage.link.start(devices=True)
    stage.link.start(devices=False)
    tell(stage, Pause())

    until(lambda: room.done() == ["pause"])
    assert room.fake.created == 1


# --- telling -----------------------------------------------------------------------------------------


def test_commands_are_done_in_order_with_texts_in_every_language(room: Room) -> None:
    stage = room.stage()
    tell(stage, Open(VOTE), CloseStep(), Reveal(), Pause(), Resume(), Lock(locked=True))

    until(lambda: room.done() == ["open", "close", "reveal", "pause", "resume", "lock"])
    step: Any = room.fake.done[0]["step"]
    assert step["title"]["sv"] == "Vad gör ni?"
    assert step["options"][0].keys() == WORDS.keys()


def test_what_is_told_before_the_hub_is_there_waits(room: Room) -> None:
    room.hub.fails = 2
    tell(room.stage(), Open(VOTE), CloseStep())

    until(lambda: room.done() == ["open", "close"])


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_lost_on_the_way_each_command_is_done_once_and_in_order(room: Room, seed: int) -> None:
    chance = Random(seed)
    stage = room.stage()
    for _ in range(12):
        match chance.randrange(4):
            case 0:
                room.fake.loses = chance.randrange(1, 3)
            case 1:
                room.fake.refuses = chance.randrange(1, 4)
            case _:
                pass
        tell(stage, Lock(locked=True), Lock(locked=False))

    until(lambda: len(room.fake.done) >= 24 and room.fake.seq == 24)
    assert [each["locked"] for each in room.fake.done] == [True, False] * 12
    stage.until(lambda seen: seen.told == 24 and seen.link is Link.HERE)


def test_only_the_latest_place_is_kept_where_many_wait(room: Room) -> None:
    room.hub.fails = 2
    stage = room.stage()
    tell(stage, Pause(), *(Keep(str(number)) for number in range(50)), Resume())

    until(lambda: bool(room.done()) and room.done()[-1] == "resume")
    assert room.done() == ["pause", "keep", "resume"]
    assert room.fake.kept == "49"


def test_a_hub_that_expects_another_number_gets_it(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.fake.seq = 7
    tell(stage, Pause())

    until(lambda: room.done() == ["pause"])
    assert room.fake.seq == 8


# --- learning ----------------------------------------------------------------------------------------


def test_where_streams_are_held_back_the_stage_still_learns(room: Room) -> None:
    room.fake.streams = False
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.joins()

    assert stage.until(lambda seen: seen.joined == 1).symbols == ("symbol-0",)


def test_a_hub_that_is_gone_is_told_and_so_is_that_it_is_back(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.fake.refuses = 8
    stage.until(lambda seen: seen.link is Link.LOST)
    tell(stage, Pause())

    stage.until(lambda seen: seen.link is Link.HERE)
    until(lambda: room.done() == ["pause"])


def test_a_lesson_that_the_hub_has_forgotten_is_over(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.fake.key = "another"

    stage.until(lambda seen: seen.phase is Phase.ENDED)
    until(lambda: room.hub.ended == 1)


# --- where it is -------------------------------------------------------------------------------------


def test_another_network_changes_the_address_and_the_qr_code(room: Room) -> None:
    room.network = ("10.0.4.12",)
    stage = room.stage()
    before = stage.until(lambda seen: seen.address.startswith("10.0.4.12:"))
    room.network = ("192.168.7.7", "10.0.4.12")

    after = stage.until(lambda seen: seen.address.startswith("192.168.7.7:"))
    assert after.qr != before.qr
    assert after.code == before.code
    room.network = ()
    stage.until(lambda seen: seen.address.startswith("127.0.0.1:"))


def test_where_not_even_this_computer_gets_through_the_teacher_is_told_until_somebody_comes(
    room: Room,
) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.reach is Reach.BLOCKED)
    room.joins()

    stage.until(lambda seen: seen.reach is Reach.REACHED)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers to every 127 address")
def test_where_nobody_comes_in_a_minute_and_a_half_the_teacher_is_told(room: Room) -> None:
    room.network = ("127.0.0.2",)
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE and seen.address.startswith("127.0.0.2:"))
    room.clock_ahead += 95

    stage.until(lambda seen: seen.reach is Reach.UNHEARD)
    room.joins()
    stage.until(lambda seen: seen.reach is Reach.REACHED)


def test_after_the_computer_has_slept_all_is_asked_anew_at_once(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tending, "EVERY", 1000.0)
    room.network = ("10.0.4.12",)
    stage = room.stage()
    stage.until(lambda seen: seen.address.startswith("10.0.4.12:") and room.fake.streamed == 1)
    room.network = ("10.9.9.9",)
    room.clock_ahead += 3600

    stage.until(lambda seen: seen.address.startswith("10.9.9.9:"))
    until(lambda: room.fake.streamed >= 2)
    tell(stage, Pause())
    until(lambda: room.done() == ["pause"])


def test_a_clock_that_goes_backwards_ends_nothing(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.clock_ahead -= 3 * 365 * 86_400
    tell(stage, Pause())

    until(lambda: room.done() == ["pause"])
    assert stage.seen.link is Link.HERE


# --- going on, and the end ---------------------------------------------------------------------------


def test_a_lesson_that_an_earlier_stage_could_not_finish_goes_on(room: Room) -> None:
    room.fake.key, room.fake.seq, room.fake.kept, room.fake.joined = "old-key", 5, "here we were", 3
    port = room.server.server_port
    Desk(room.folder).note(Unfinished("lesson-1", "XYZ789", "old-key", 0.0, pupils=port))
    note = json.loads((room.folder / "pass.json").read_text(encoding="utf-8"))
    (room.folder / "pass.json").write_text(json.dumps({**note, "begun": 4e9}), encoding="utf-8")

    stage = room.stage()
    seen = stage.until(lambda seen: seen.joined == 3)
    assert (seen.kept, seen.code) == ("here we were", "XYZ789")
    tell(stage, Keep("further"), Pause())
    until(lambda: room.done() == ["keep", "pause"])
    assert stage.seen.kept == "here we were"
    assert room.fake.created == 0


def test_a_lesson_that_was_not_finished_is_found_before_anybody_has_asked_for_devices(room: Room) -> None:
    room.fake.key, room.fake.seq, room.fake.kept = "old-key", 5, "here we were"
    port = room.server.server_port
    Desk(room.folder).note(Unfinished("lesson-1", "XYZ789", "old-key", 4e9, pupils=port))
    stage = room.stage()
    stage.link.start(devices=False)

    assert stage.until(lambda seen: bool(seen.kept)).kept == "here we were"


def test_a_lesson_that_the_hub_does_not_know_any_more_is_begun_anew(room: Room) -> None:
    Desk(room.folder).note(Unfinished("lesson-0", "XYZ789", "old-key", 4e9))

    seen = room.stage().until(lambda seen: seen.link is Link.HERE)
    assert (seen.code, seen.kept) == ("ABC234", "")


def test_the_end_is_the_last_that_is_told_and_nothing_stays_on_the_computer(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    assert Desk(room.folder).left_over()
    tell(stage, Pause(), End(), Resume())

    stage.until(lambda seen: seen.phase is Phase.ENDED)
    stage.link.close()
    assert room.done() == ["pause", "end"]
    assert room.hub.ended == 1
    assert Desk(room.folder).left_over() is None


def test_closing_without_an_end_ends_the_lesson(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    stage.link.close()

    assert room.done() == ["end"]
    assert Desk(room.folder).left_over() is None


def test_a_hub_that_cannot_be_reached_does_not_hold_the_program_up(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    room.fake.refuses = 10_000
    stage.link.close()

    assert room.hub.ended == 1
    assert Desk(room.folder).left_over() is None


def test_after_a_lesson_another_can_begin(room: Room) -> None:
    stage = room.stage()
    stage.until(lambda seen: seen.link is Link.HERE)
    stage.link.close()
    stage.link.start(devices=True)

    stage.until(lambda seen: seen.link is Link.HERE and seen.phase is Phase.LOBBY)
    assert room.fake.created == 2


def test_where_no_note_can_be_written_the_lesson_goes_on(room: Room) -> None:
    (room.folder / "pass.json").mkdir(parents=True)
    stage = room.stage()
    tell(stage, Pause())

    until(lambda: room.done() == ["pause"])
