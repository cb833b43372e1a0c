"""The protocol, spoken with a real hub over real connections."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from game.lesson.protocol import LONGEST_KEPT
from game.lesson.teacher_json import decode_state
from game.screens.lesson.wire import Phase
from tests.lesson.running import LINE, VOTE, Process, Pupil, begin, running

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.xdist_group("hub")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    with running(tmp_path_factory.mktemp("hub") / "lessons.sqlite") as process:
        yield process


def events(response: httpx.Response) -> Iterator[Any]:
    for line in response.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def test_a_lesson_from_the_code_to_the_end(hub: Process) -> None:
    stage = begin(hub.teachers)
    class_ = [Pupil(hub.pupils, stage.code) for _ in range(9)]
    symbols = {each.join() for each in class_}
    assert set(stage.state()["symbols"]) == symbols
    stage.tell("open", step=VOTE)
    for number, each in enumerate(class_):
        assert each.vote(number % 2).json()["stored"]
    assert stage.state()["answered"] == class_[0].state()["answered"] == 9
    assert stage.state()["tally"] is class_[0].state()["tally"] is None
    stage.tell("reveal")
    tally = {"cells": [5, 4, 0], "most": None, "total": 9}
    assert stage.state()["tally"] == class_[0].state()["tally"] == tally
    stage.tell("end")
    assert class_[0].state()["phase"] == stage.state()["phase"] == "ended"
    assert class_[0].vote(1).status_code == 410


def test_a_pupil_reads_in_the_language_that_was_asked_for(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    pupil.join()
    stage.tell("open", step=VOTE)
    titles = [pupil.state(lang=lang)["step"]["title"] for lang in ("sv", "en", "so", "klingon")]
    assert titles == ["Vad gör du?", "What do you do?", "Vad gör du?", "Vad gör du?"]
    liked = pupil.http.get(f"{pupil.base}/state", headers={"Accept-Language": "en-GB,sv;q=0.5"})
    assert liked.json()["step"]["title"] == "What do you do?"


def test_the_same_browser_takes_its_seat_again_and_votes_once(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    first = pupil.join()
    stage.tell("open", step=VOTE)
    for choice in (0, 1, 1, 2):
        assert pupil.vote(choice).status_code == 200
    assert pupil.join() == first
    assert (pupil.state()["mine"], stage.state()["answered"], stage.state()["joined"]) == (2, 1, 1)
    assert pupil.vote(None).status_code == 200
    assert (pupil.state()["mine"], stage.state()["answered"]) == (None, 0)


def test_everything_works_by_forms_and_links_alone(hub: Process) -> None:
    stage = begin(hub.teachers)
    stage.tell("open", step=VOTE)
    pupil = Pupil(hub.pupils, stage.code)
    typed = stage.code.lower()[:3] + " " + stage.code[3:]
    found = pupil.http.post(hub.pupils, data={"code": typed, "lang": "en"}, headers={"Accept": "text/html"})
    assert (found.status_code, found.headers["location"]) == (303, f"/s/{stage.code}?lang=en")
    assert pupil.page().status_code == 200
    joined = pupil.form("/join", lang="sv")
    assert (joined.status_code, joined.headers["location"]) == (303, f"/s/{stage.code}?lang=sv")
    voted = pupil.form("/vote", step="val:1", round="1", choice="1", lang="sv")
    assert voted.status_code == 303
    assert pupil.state()["mine"] == 1
    assert "Gå" in pupil.page("?lang=sv").text
    assert pupil.form("/vote", step="val:1", round="1", choice="", lang="sv").status_code == 303
    assert pupil.state()["mine"] is None
    assert pupil.form("/leave", lang="sv").status_code == 303
    assert stage.state()["joined"] == 0
    for path in ("/help", "/../../ovning?asked=&answer=", ""):
        assert pupil.page(path).status_code == 200


def test_a_code_in_small_letters_leads_to_the_same_page(hub: Process) -> None:
    stage = begin(hub.teachers)
    found = httpx.get(f"{hub.pupils}/s/{stage.code.lower()}?lang=en", headers={"Accept": "text/html"})
    assert (found.status_code, found.headers["location"]) == (303, f"/s/{stage.code}?lang=en")


def test_a_flag_is_set_and_taken_back_while_a_line_is_read(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    pupil.join()
    stage.tell("next", step=LINE)
    assert pupil.vote(0, "rad:1").status_code == 200
    assert (pupil.state()["mine"], stage.state()["answered"]) == (0, 0)
    assert pupil.vote(None, "rad:1").status_code == 200
    assert pupil.vote(1, "rad:1").status_code == 400


def test_nothing_new_is_told_in_one_word(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    pupil.join()
    rev = pupil.state()["rev"]
    assert pupil.state(rev) == {"rev": rev} == stage.state(f"state?rev={rev}")
    assert decode_state(stage.state(f"state?rev={rev}")) is None


def test_a_pause_is_told_to_who_plays_alone_and_counts_are_by_scene_only(hub: Process) -> None:
    stage = begin(hub.teachers)
    class_ = [Pupil(hub.pupils, stage.code) for _ in range(6)]
    stage.tell("open", step={"id": "spela", "kind": "play"})
    for number, each in enumerate(class_):
        each.join()
        scene = "rast" if number < 4 else f"gym{number}"
        told = each.http.post(f"{each.base}/progress", json={"scene": scene})
        assert told.json() == {"stored": True, "rev": told.json()["rev"], "phase": "open"}
    assert stage.state()["scenes"] == {"rast": 4, "": 2}
    stage.tell("pause")
    paused = class_[0].http.post(f"{class_[0].base}/progress", json={"scene": "gym"})
    assert paused.json()["phase"] == "paused"
    long = class_[0].http.post(f"{class_[0].base}/progress", json={"scene": "a" * 65})
    assert (long.status_code, long.json()["error"]) == (400, "malformed")


def test_a_freed_seat_joins_anew_and_its_answer_counts_no_more(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    symbol = pupil.join()
    stage.tell("open", step=VOTE)
    pupil.vote(1)
    stage.tell("free_seat", symbol=symbol)
    assert stage.state()["joined"] == 0
    assert pupil.http.get(f"{pupil.base}/state").status_code == 401
    assert stage.state()["answered"] == 0
    pupil.join()
    assert (stage.state()["joined"], pupil.state()["mine"]) == (1, None)


def test_a_stream_tells_what_changes_and_then_that_it_is_over(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    pupil.join()
    with pupil.http.stream("GET", f"{pupil.base}/events?lang=en") as response:
        told = events(response)
        assert response.headers["content-type"].startswith("text/event-stream")
        assert next(told)["phase"] == "lobby"
        stage.tell("open", step=VOTE)
        opened = next(told)
        assert (opened["phase"], opened["step"]["title"]) == ("open", "What do you do?")
        stage.tell("end")
        assert [each["phase"] for each in told] == ["ended"]


def test_a_stage_is_told_of_every_answer(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    url = f"{hub.teachers}/t/{stage.id}/events"
    with stage.http.stream("GET", url, headers=stage.headers) as response:
        told = events(response)
        assert next(told)["joined"] == 0
        pupil.join()
        state = decode_state(next(told))
        assert state
        assert (state.seen.joined, state.seen.phase) == (1, Phase.LOBBY)


def test_what_was_kept_and_added_up_is_told_to_the_next_stage(hub: Process) -> None:
    stage = begin(hub.teachers)
    class_ = [Pupil(hub.pupils, stage.code) for _ in range(11)]
    judge = {**VOTE, "id": "fraga", "kind": "judge"}
    stage.tell("open", step=judge)
    for each in class_:
        each.join()
        each.vote(0, str(judge["id"]))
    stage.tell("close")
    stage.tell("sum", pools=[{"name": "fore", "steps": [judge["id"]]}])
    stage.tell("keep", text="väg: a, b")
    told = {"cells": [11, 0, 0], "most": None, "total": 11}
    assert (stage.state()["kept"], stage.state()["sums"]) == ("väg: a, b", {"fore": told})
    assert stage.state("summary") == {"v": 1, "joined": 11, "places": 27, "sums": {"fore": told}}


def test_requests_that_come_again_or_in_the_wrong_order_do_nothing_twice(hub: Process) -> None:
    stage = begin(hub.teachers)
    show = {"do": "next", "step": VOTE}
    assert stage.send(2, show).json() == {"expected": 1}
    first = stage.send(1, show).json()
    assert stage.send(1, show).json() == first == {"done": True, "seq": 1, "rev": first["rev"]}
    assert stage.send(1, {"do": "pause"}).json() == {"expected": 2}
    assert stage.send(3, {"do": "pause"}).json() == {"expected": 2}
    assert stage.state()["phase"] == "read"


def test_two_teachers_with_one_lesson_each_do_not_hear_of_the_other(hub: Process) -> None:
    one, other = begin(hub.teachers), begin(hub.teachers)
    Pupil(hub.pupils, one.code).join()
    one.tell("pause")
    assert (other.state()["phase"], other.state()["joined"]) == ("lobby", 0)
    stolen = httpx.get(f"{hub.teachers}/t/{other.id}/state", headers=one.headers)
    assert stolen.status_code == 401


def test_of_many_who_want_to_join_as_many_as_there_are_places_do(hub: Process) -> None:
    stage = begin(hub.teachers, places=30)

    # Past the client, which would keep the seat's cookie and show it again.
    with httpx.HTTPTransport(verify=False) as transport, ThreadPoolExecutor(8) as pool:

        def join(_: int) -> int:
            asked = httpx.Request("POST", f"{hub.pupils}/s/{stage.code}/join", json={})
            answer = transport.handle_request(asked)
            answer.read()
            return answer.status_code

        answers = list(pool.map(join, range(400)))
    assert (answers.count(200), answers.count(409)) == (30, 370)
    assert stage.state()["joined"] == 30


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"[]",
        b"{}",
        b"nothing",
        b'{"seq": 1}',
        b'{"seq": "1", "command": {"do": "pause"}}',
        b'{"seq": true, "command": {"do": "pause"}}',
        b'{"seq": 1, "command": {"do": "dance"}}',
        b'{"seq": 1, "command": {"do": "pause", "more": 1}}',
        b'{"seq": 1, "command": {"do": "lock", "locked": 1}}',
        b'{"seq": 1, "command": {"do": "next", "step": {"id": "a b", "kind": "vote"}}}',
        b'{"seq": 1, "command": {"do": "next", "step": {"id": "a", "kind": "vote", "title": {"en": "x"}}}}',
        b'{"seq": 1, "command": {"do": "keep", "text": "' + b"a" * (LONGEST_KEPT + 1) + b'"}}',
        b'{"seq": 1, "command": {"do": "keep", "text": "\\ud800"}}',
        b"[" * 30_000,
    ],
)
def test_a_command_that_is_none_is_refused_with_a_reason_and_counts_as_none(
    hub: Process, wrong: bytes
) -> None:
    stage = begin(hub.teachers)
    url = f"{hub.teachers}/t/{stage.id}/command"
    answer = stage.http.post(url, content=wrong, headers=stage.headers)
    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")
    assert answer.json()["reason"]
    assert stage.state()["seq"] == 0
