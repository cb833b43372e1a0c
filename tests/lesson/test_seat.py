"""A pupil's own game beside a lesson: the thread that takes a seat, listens, and tells the scene."""

from __future__ import annotations

import socket
import subprocess
import sys
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from game.lesson.seat import LessonSeat
from game.screens.lesson.guest import Answer, GuestSeen, Hindrance, Seat
from game.screens.lesson.wire import Kind, Phase
from tests.lesson.plain_hub import COOKIE, Plain, plain_hub
from tests.lesson.running import ROOT, VOTE, Pupil, begin, running, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("hub")
CODE = "K4TJA7"
PLAY = {"id": "play:svara-direkt", "kind": "play"}
PLAYS = GuestSeen(Seat.TAKEN, Phase.READ, Kind.PLAY, "svara-direkt", "star-fox")


@pytest.fixture
def hub() -> Iterator[Plain]:
    with plain_hub() as made:
        yield made


@pytest.fixture
def seat() -> Iterator[LessonSeat]:
    """One that is in more of a hurry than in a classroom."""
    made = LessonSeat(pace=0.02)
    yield made
    made.close()


def until(seat: LessonSeat, there: Callable[[GuestSeen], bool]) -> GuestSeen:
    """What is seen when it is as it should be."""
    last = monotonic() + 20
    while monotonic() < last:
        seen = seat.poll(0.0)
        if seen and there(seen):
            return seen
        sleep(0.005)
    raise AssertionError("it never came")


def plays(hub: Plain) -> None:
    hub.says(phase="read", step=PLAY)


def test_a_seat_is_taken_and_hears_what_the_class_does(hub: Plain, seat: LessonSeat) -> None:
    seat.join(hub.url, CODE)
    assert until(seat, lambda seen: seen.seated) == GuestSeen(Seat.TAKEN, symbol="star-fox")
    plays(hub)
    assert until(seat, lambda seen: seen.plays) == PLAYS
    hub.says(phase="paused", step=PLAY)
    assert until(seat, lambda seen: not seen.plays).phase is Phase.PAUSED


def test_the_cookie_of_the_seat_is_shown_with_everything_that_follows(hub: Plain, seat: LessonSeat) -> None:
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    hub.until(lambda: len(hub.asked) > 3)
    assert hub.cookies[0] == ""
    assert set(hub.cookies[1:]) == {COOKIE}


def test_a_scene_is_told_by_its_id_alone_once_and_only_while_all_play(hub: Plain, seat: LessonSeat) -> None:
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    seat.scene("buss")
    looks = len(hub.sent("state"))
    hub.until(lambda: len(hub.sent("state")) > looks + 3)
    assert hub.sent("progress") == []
    plays(hub)
    hub.until(lambda: ("progress", {"scene": "buss"}) in hub.asked)
    looks = len(hub.sent("state"))
    hub.until(lambda: len(hub.sent("state")) > looks + 3)
    assert hub.sent("progress") == [{"scene": "buss"}]


def test_of_many_scenes_at_once_the_last_one_is_told(hub: Plain, seat: LessonSeat) -> None:
    plays(hub)
    hub.fails("state", 503, {"error": "busy"})
    seat.join(hub.url, CODE)
    for number in range(50):
        seat.scene(f"scen{number}")
    hub.mends()
    hub.until(lambda: ("progress", {"scene": "scen49"}) in hub.asked)
    assert hub.sent("progress") == [{"scene": "scen49"}]


def test_a_scene_that_has_to_wait_is_told_later(hub: Plain, seat: LessonSeat) -> None:
    plays(hub)
    hub.fails("progress", 423, {"error": "paused"})
    seat.join(hub.url, CODE)
    seat.scene("buss")
    hub.until(lambda: len(hub.sent("progress")) > 1)
    with hub.news:
        hub.mends()
        refused = len(hub.sent("progress"))
    hub.until(lambda: len(hub.sent("progress")) > refused)
    looks = len(hub.sent("state"))
    hub.until(lambda: len(hub.sent("state")) > looks + 3)
    assert len(hub.sent("progress")) == refused + 1


def test_a_scene_whose_id_cannot_be_sent_is_not(hub: Plain, seat: LessonSeat) -> None:
    plays(hub)
    seat.join(hub.url, CODE)
    seat.scene("buss")
    hub.until(lambda: ("progress", {"scene": "buss"}) in hub.asked)
    for name in ("berätta", "two words", "x" * 65, ""):
        seat.scene(name)
    seat.scene("larm")
    hub.until(lambda: ("progress", {"scene": "larm"}) in hub.asked)
    assert hub.sent("progress") == [{"scene": "buss"}, {"scene": "larm"}]


@pytest.mark.parametrize(
    ("status", "value", "why"),
    [
        (404, {"error": "no-such-code"}, Hindrance.CODE),
        (410, {"error": "ended"}, Hindrance.CODE),
        (409, {"error": "full"}, Hindrance.FULL),
        (423, {"error": "locked"}, Hindrance.LOCKED),
        (429, {"error": "throttled"}, Hindrance.OFTEN),
        (503, {"error": "busy"}, Hindrance.OFTEN),
        (404, {"detail": "Not Found"}, Hindrance.ELSEWHERE),
        (200, b"<html>Logga in</html>", Hindrance.ELSEWHERE),
        (302, b"", Hindrance.ELSEWHERE),
        (200, ["symbol"], Hindrance.ELSEWHERE),
        (500, b"", Hindrance.ELSEWHERE),
        (200, b"x" * 70_000, Hindrance.UNREACHED),
    ],
)
def test_who_is_not_let_in_hears_why(
    hub: Plain, seat: LessonSeat, status: int, value: object, why: Hindrance
) -> None:
    hub.fails("join", status, value)
    seat.join(hub.url, CODE)
    assert until(seat, lambda seen: seen.seat is Seat.OUT) == GuestSeen(Seat.OUT, why=why)
    assert [what for what, _ in hub.asked] == ["join"]


def test_where_nobody_answers_it_is_said(seat: LessonSeat) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        seat.join(f"http://127.0.0.1:{nobody.getsockname()[1]}", CODE)
        assert until(seat, lambda seen: seen.seat is Seat.OUT).why is Hindrance.UNREACHED


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (503, {"error": "busy"}),
        (429, {"error": "throttled"}),
        (200, b"<html>Logga in</html>"),
        (302, b""),
        (200, b"x" * 70_000),
        (200, {"v": 2, "rev": 9, "phase": "read"}),
        (200, {"v": 1, "rev": 9, "phase": "unheard"}),
        (200, {"v": 1, "rev": "nine", "phase": "read"}),
        (200, {"v": 1, "rev": 9, "phase": "read", "step": {"id": "a b", "kind": "play"}}),
        (200, []),
    ],
)
def test_a_lesson_that_is_not_heard_keeps_what_was_known_and_is_tried_again(
    hub: Plain, seat: LessonSeat, status: int, value: object
) -> None:
    plays(hub)
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.plays)
    hub.fails("state", status, value)
    lost = until(seat, lambda seen: seen.seat is Seat.LOST)
    assert lost.plays
    assert lost.story == "svara-direkt"
    hub.mends()
    assert until(seat, lambda seen: seen.seat is Seat.TAKEN) == PLAYS
    assert len(hub.sent("join")) == 1


def test_a_seat_that_the_teacher_gave_up_is_gone(hub: Plain, seat: LessonSeat) -> None:
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    hub.fails("state", 401, {"error": "no-seat"})
    assert until(seat, lambda seen: seen.seat is Seat.OUT).why is Hindrance.FREED


@pytest.mark.parametrize(("status", "error"), [(404, "no-such-code"), (410, "ended")])
def test_a_lesson_that_is_deleted_is_over(hub: Plain, seat: LessonSeat, status: int, error: str) -> None:
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    hub.fails("state", status, {"error": error})
    assert until(seat, lambda seen: not seen.seated).phase is Phase.ENDED


def test_a_seat_that_is_left_is_given_up_and_heard_no_more(hub: Plain, seat: LessonSeat) -> None:
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    seat.leave()
    hub.until(lambda: ("leave", {}) in hub.asked)
    plays(hub)
    assert seat.poll(0.0) is None


def test_the_seat_is_given_up_when_the_program_ends(hub: Plain) -> None:
    seat = LessonSeat(pace=0.02)
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    seat.close()
    assert ("leave", {}) in hub.asked
    seat.close()


def test_a_seat_that_was_left_just_before_the_program_ends_is_given_up_too(hub: Plain) -> None:
    seat = LessonSeat(pace=0.02)
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.seated)
    seat.leave()
    seat.close()
    assert ("leave", {}) in hub.asked


def test_a_hub_that_says_nothing_holds_nobody_back() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        seat = LessonSeat()
        seat.join(f"http://127.0.0.1:{silent.getsockname()[1]}", CODE)
        seat.scene("buss")
        assert seat.poll(0.0) is None
        seat.leave()
        seat.close()


def test_the_game_alone_knows_nothing_of_a_network() -> None:
    code = "import sys, game.cli, game.view.shell; print(*{'httpx', 'game.lesson', 'ssl'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].strip() == ""


# --- answers ------------------------------------------------------------------------------------------

VOTE_STEP = {
    "id": "val:1",
    "kind": "vote",
    "title": "Vad gör du?",
    "text": "Det blåser.",
    "options": ["Lyssna", "Gå"],
    "place": [2, 6],
}


def votes(hub: Plain, *, mine: int | None = None, number: int = 1, phase: str = "open") -> None:
    hub.says(phase=phase, step=VOTE_STEP, round=number, mine=mine, answered=3, joined=24, tally=None)


def mine(seen: GuestSeen) -> int | None:
    assert seen.asked
    return seen.asked.mine


def test_what_the_class_is_asked_is_heard_with_all_that_can_be_answered(hub: Plain, seat: LessonSeat) -> None:
    votes(hub)
    seat.join(hub.url, CODE)
    seen = until(seat, lambda seen: seen.takes)
    assert seen.asked
    assert (seen.asked.title, seen.asked.text, seen.asked.options) == (
        "Vad gör du?",
        "Det blåser.",
        ("Lyssna", "Gå"),
    )
    assert (seen.asked.place, seen.asked.answered, seen.asked.joined) == ((2, 6), 3, 24)


def test_an_answer_is_stored_at_once_though_the_next_look_is_far_away(hub: Plain) -> None:
    votes(hub)
    seat = LessonSeat(pace=60)
    seat.join(hub.url, CODE)
    try:
        until(seat, lambda seen: seen.takes)
        seat.answer(Answer("val:1", 1, 1))
        assert mine(until(seat, lambda seen: mine(seen) is not None)) == 1
        assert hub.sent("vote") == [{"step": "val:1", "round": 1, "choice": 1}]
    finally:
        seat.close()


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (423, {"error": "paused"}),
        (429, {"error": "throttled"}),
        (503, {"error": "busy"}),
        (502, b"<html>Bad gateway</html>"),
        (500, {}),
    ],
)
def test_an_answer_that_cannot_be_stored_now_is_sent_again_until_it_is(
    hub: Plain, seat: LessonSeat, status: int, value: object
) -> None:
    votes(hub)
    hub.fails("vote", status, value)
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.takes)
    seat.answer(Answer("val:1", 1, 0))
    hub.until(lambda: len(hub.sent("vote")) > 1)
    hub.mends()
    until(seat, lambda seen: mine(seen) == 0)
    sent = len(hub.sent("vote"))
    looks = len(hub.sent("state"))
    hub.until(lambda: len(hub.sent("state")) > looks + 3)
    assert len(hub.sent("vote")) == sent


@pytest.mark.parametrize("error", ["closed", "malformed"])
def test_an_answer_to_what_is_no_longer_asked_is_not_sent_again(
    hub: Plain, seat: LessonSeat, error: str
) -> None:
    votes(hub)
    hub.fails("vote", 409, {"error": error})
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.takes)
    seat.answer(Answer("val:1", 1, 0))
    hub.until(lambda: hub.sent("vote") != [])
    looks = len(hub.sent("state"))
    hub.until(lambda: len(hub.sent("state")) > looks + 3)
    assert len(hub.sent("vote")) == 1
    votes(hub, number=2)
    assert mine(until(seat, lambda seen: seen.takes)) is None


def test_of_several_answers_the_last_one_counts(hub: Plain, seat: LessonSeat) -> None:
    votes(hub)
    hub.fails("vote", 503, {"error": "busy"})
    seat.join(hub.url, CODE)
    until(seat, lambda seen: seen.takes)
    for choice in (0, 1, None, 1):
        seat.answer(Answer("val:1", 1, choice))
    hub.mends()
    until(seat, lambda seen: mine(seen) == 1)
    assert hub.sent("vote")[-1] == {"step": "val:1", "round": 1, "choice": 1}


def test_another_language_is_asked_for_at_once_though_nothing_else_is_new(hub: Plain) -> None:
    votes(hub)
    seat = LessonSeat(pace=60)
    seat.speak("sv")
    seat.join(hub.url, CODE)
    try:
        until(seat, lambda seen: seen.takes)
        seat.speak("so")
        hub.until(lambda: len(hub.sent("state")) > 1)
        seat.speak("so")
        asked = [str(each).partition("?")[2] for each in hub.sent("state")]
        assert asked == ["lang=sv&rev=-1", "lang=so&rev=-1"]
    finally:
        seat.close()


# --- a real hub ---------------------------------------------------------------------------------------


def test_a_whole_lesson_at_a_real_hub(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite") as process:
        stage = begin(process.teachers, places=3)
        seats = [LessonSeat(pace=0.05) for _ in range(4)]
        try:
            for each in seats[:3]:
                each.join(process.pupils, stage.code)
                until(each, lambda seen: seen.seated)
            seats[3].join(process.pupils, stage.code)
            assert until(seats[3], lambda seen: seen.seat is Seat.OUT).why is Hindrance.FULL
            stage.tell("next", step={**PLAY, "title": {"sv": "Spela"}})
            for each in seats[:3]:
                assert until(each, lambda seen: seen.plays).story == "svara-direkt"
                each.scene("buss")
            last = monotonic() + 20
            while stage.state()["scenes"] != {"buss": 3} and monotonic() < last:
                sleep(0.02)
            assert stage.state()["scenes"] == {"buss": 3}
            stage.tell("pause")
            assert until(seats[0], lambda seen: not seen.plays).phase is Phase.PAUSED
            stage.tell("resume")
            until(seats[0], lambda seen: seen.plays)
            seats[1].leave()
            while stage.state()["joined"] != 2 and monotonic() < last:
                sleep(0.02)
            assert stage.state()["joined"] == 2
            stage.tell("end")
            assert until(seats[0], lambda seen: not seen.seated).phase is Phase.ENDED
        finally:
            for each in seats:
                each.close()


def test_a_class_of_games_votes_at_a_real_hub_as_browsers_do(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite") as process:
        stage = begin(process.teachers)
        seats = [LessonSeat(pace=0.05) for _ in range(6)]
        browsers = [Pupil(process.pupils, stage.code) for _ in range(6)]
        try:
            for each in seats:
                each.speak("en")
                each.join(process.pupils, stage.code)
                until(each, lambda seen: seen.seated)
            for browser in browsers:
                browser.join()
            stage.tell("open", step=VOTE)
            for number, each in enumerate(seats):
                seen = until(each, lambda seen: seen.takes)
                assert seen.asked
                assert (seen.asked.title, seen.asked.mine) == ("What do you do?", None)
                each.answer(Answer(seen.asked.step, seen.asked.round, number % 2))
            for each in seats:
                until(each, lambda seen: mine(seen) is not None)
            seats[0].answer(Answer("val:1", 1, 1))
            until(seats[0], lambda seen: mine(seen) == 1)
            for number, browser in enumerate(browsers):
                assert browser.vote(number % 2).json()["stored"]
            stage.tell("close")
            until(seats[0], lambda seen: seen.phase is Phase.CLOSED)
            stage.tell("reveal")
            tally = until(seats[1], lambda seen: bool(seen.asked and seen.asked.tally)).asked
            assert tally
            assert tally.tally
            assert tally.tally.total == stage.state()["tally"]["total"]
            assert (stage.state()["answered"], [each.count for each in tally.tally.cells]) == (
                12,
                stage.state()["tally"]["cells"],
            )
            assert mine(until(seats[0], lambda seen: seen.phase is Phase.REVEAL)) == 1
        finally:
            for each in seats:
                each.close()


def test_an_answer_is_stored_though_the_hub_was_killed_before_it_came(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite") as process:
        stage = begin(process.teachers)
        seat = LessonSeat(pace=0.05)
        seat.join(process.pupils, stage.code)
        stage.tell("open", step=VOTE)
        until(seat, lambda seen: seen.takes)
        process.kill()
        seat.answer(Answer("val:1", 1, 2))
        until(seat, lambda seen: seen.seat is Seat.LOST)
        again = start(process.database, pupil_port=process.pupil_port, teacher_port=process.teacher_port)
        try:
            assert mine(until(seat, lambda seen: seen.seat is Seat.TAKEN and mine(seen) is not None)) == 2
            assert stage.state()["answered"] == 1
        finally:
            seat.close()
            again.kill()
