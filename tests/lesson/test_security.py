"""The list "Security and privacy" of the design, line by line, on a real hub; and what bad luck and bad will get."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from game.lesson import codes
from game.lesson.serve import CannotServeError, Municipal, serve_hub
from game.lesson.views import Notice, notice_said
from tests.lesson.hub_program import ANSWERS
from tests.lesson.running import INVITE, VOTE, Process, Pupil, begin, client, free_port, municipal, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("hub attacked")
HTML = {"Accept": "text/html"}
PATIENCE = 0.5


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    folder = tmp_path_factory.mktemp("hub")
    with running(folder / "lessons.sqlite", patience=PATIENCE) as process:
        yield process


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """A municipality's, with names and behind a proxy."""
    database, port = tmp_path_factory.mktemp("hub") / "lessons.sqlite", free_port()
    names, proxies = ["beratta.skola.se", f"localhost:{port}"], ["127.0.0.1"]
    with municipal(f"sqlite:///{database}", port, names=names, proxies=proxies) as process:
        process.pupils = process.teachers = f"http://localhost:{port}"
        yield process


def opened(hub: Process) -> tuple[Any, Pupil]:
    """A lesson with a pupil and an open question."""
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    pupil.join()
    stage.tell("open", step=VOTE)
    return stage, pupil


# --- 1. codes


def test_codes_are_six_of_thirty_characters_that_are_not_taken_for_one_another() -> None:
    assert len(set(codes.ALPHABET)) == 30
    assert not set(codes.ALPHABET) & set("ILOU01")
    drawn = {codes.new_code() for _ in range(500)}
    assert len(drawn) == 500
    assert set("".join(drawn)) == set(codes.ALPHABET)
    assert {len(each) for each in drawn} == {6}


def test_a_thousand_guesses_are_throttled_and_good_codes_from_the_same_address_never(named: Process) -> None:
    stage = begin(named.teachers)
    school = {"X-Forwarded-For": "10.1.2.3"}
    with httpx.HTTPTransport(verify=False) as transport, ThreadPoolExecutor(4) as pool:

        def guess(number: int) -> int:
            code = "".join(codes.ALPHABET[number // 30**place % 30] for place in range(6))
            asked = httpx.Request("GET", f"{named.pupils}/s/{code}/state", headers=school)
            answer = transport.handle_request(asked)
            answer.read()
            return answer.status_code

        found = list(pool.map(guess, range(1_000)))
    assert set(found) == {404, 429}
    assert found.count(404) < 100
    throttled = client().get(f"{named.pupils}/s/AAAAAA", headers={**HTML, **school})
    assert (throttled.status_code, throttled.headers["retry-after"]) == (429, "3")
    joined = client().post(f"{named.pupils}/s/{stage.code}/join", json={}, headers=school)
    assert (joined.status_code, stage.state()["joined"]) == (200, 1)
    assert client().get(f"{named.pupils}/s/AAAAAA", headers=HTML).status_code == 404


def test_a_code_dies_with_its_lesson(hub: Process) -> None:
    stage, pupil = opened(hub)
    stage.tell("end")
    late = Pupil(hub.pupils, stage.code)
    assert late.http.post(f"{late.base}/join", json={}).json()["error"] == "ended"
    assert late.form("/join").status_code == 410
    assert pupil.vote(1).json()["error"] == "ended"


# --- 2. seats


def test_a_seat_is_a_cookie_of_128_bits_for_this_lesson_alone_that_no_script_reads(hub: Process) -> None:
    stage = begin(hub.teachers)
    pupil = Pupil(hub.pupils, stage.code)
    answer = pupil.http.post(f"{pupil.base}/join", json={})
    value, *rest = answer.headers["set-cookie"].split("; ")
    assert len(value.partition("=")[2]) == 22
    assert {each.lower() for each in rest} == {"httponly", "samesite=strict", f"path=/s/{stage.code}".lower()}


def test_a_seat_is_never_in_an_address(hub: Process) -> None:
    _, pupil = opened(hub)
    cookie = pupil.http.cookies["plats"]
    answers = [pupil.page(), pupil.form("/join"), pupil.page("/help"), pupil.form("/vote", step="x")]
    assert not [
        each for each in answers if cookie in each.text or cookie in str(each.headers.get("location"))
    ]


def test_behind_a_proxy_that_is_trusted_the_cookie_is_for_https_only_and_no_one_else_is_believed(
    hub: Process, named: Process
) -> None:
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.2.3"}
    for each, secure in (named, True), (hub, False):
        stage = begin(each.teachers)
        joined = client().post(f"{each.pupils}/s/{stage.code}/join", json={}, headers=told)
        assert ("Secure" in joined.headers["set-cookie"]) is secure


# --- 3. origins and keys


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Referer": "http://evil.example/page"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "evil.example", "Origin": "http://evil.example"},
    ],
)
def test_what_comes_from_another_page_is_refused(hub: Process, headers: dict[str, str]) -> None:
    stage, pupil = opened(hub)
    body = {"step": "val:1", "round": 1, "choice": 1}
    answer = pupil.http.post(f"{pupil.base}/vote", json=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "foreign")
    assert stage.state()["answered"] == 0


def test_what_comes_from_the_hubs_own_page_is_taken(hub: Process) -> None:
    _, pupil = opened(hub)
    body = {"step": "val:1", "round": 1, "choice": 1}
    own = {"Origin": hub.pupils, "Sec-Fetch-Site": "same-origin"}
    assert pupil.http.post(f"{pupil.base}/vote", json=body, headers=own).status_code == 200


def test_a_classrooms_hub_has_no_name_and_a_municipalitys_only_its_own(hub: Process, named: Process) -> None:
    page = client().get(hub.pupils, headers={**HTML, "Host": "rebound.example"})
    assert page.status_code == 403
    asked = [
        client().get(named.pupils, headers={**HTML, "Host": host}).status_code
        for host in ("beratta.skola.se", "Beratta.Skola.se", "127.0.0.1", "evil.example")
    ]
    assert asked == [200, 200, 403, 403]


def test_the_teachers_side_is_not_where_pupils_come_and_listens_on_this_computer_alone(hub: Process) -> None:
    stage = begin(hub.teachers)
    for path in ("/t/sessions", f"/t/{stage.id}/state", f"/t/{stage.id}/command"):
        assert client().get(f"{hub.pupils}{path}").status_code == 404
    with socket.socket() as other, pytest.raises(ConnectionRefusedError):
        other.connect(("127.0.0.2", hub.teacher_port))


@pytest.mark.parametrize("key", ["", "wrong", INVITE])
def test_nothing_of_a_lesson_is_told_or_done_without_its_own_key(hub: Process, key: str) -> None:
    stage = begin(hub.teachers)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    base, http = f"{hub.teachers}/t/{stage.id}", client()
    answers = [http.get(f"{base}/{each}", headers=headers) for each in ("state", "events", "summary")]
    answers.append(http.post(f"{base}/command", json={"seq": 1, "command": {"do": "end"}}, headers=headers))
    assert {each.status_code for each in answers} <= {401, 429}
    assert stage.state()["phase"] == "lobby"
    assert len(stage.key) == 43


def test_without_an_invitation_no_lesson_begins(hub: Process) -> None:
    begun = client().post(f"{hub.teachers}/t/sessions", json={"places": 5})
    assert begun.status_code in {401, 429}


def test_a_hub_that_others_reach_does_not_start_without_an_invitation() -> None:
    with pytest.raises(CannotServeError, match="invitation"):
        serve_hub(Municipal("sqlite://", "", host="0.0.0.0"), ANSWERS)


# --- 4. limits


def test_a_huge_body_is_refused_before_it_is_read(hub: Process) -> None:
    _, pupil = opened(hub)
    large = pupil.http.post(f"{pupil.base}/vote", content=b"a" * 5_000)
    streamed = pupil.http.post(f"{pupil.base}/vote", content=iter([b"a" * 1_000] * 10))
    form = pupil.form("/vote", step="a" * 5_000)
    assert [each.status_code for each in (large, streamed, form)] == [413] * 3
    stage = begin(hub.teachers)
    body = {"seq": 1, "command": {"do": "keep", "text": "å" * 70_000}}
    url = f"{hub.teachers}/t/{stage.id}/command"
    assert client().post(url, json=body, headers=stage.headers).status_code == 413


def _answered(hub: Process, *parts: bytes) -> bytes:
    """What a connection is told that sends these and then waits."""
    with socket.create_connection(("127.0.0.1", hub.pupil_port), timeout=15) as own:
        for part in parts:
            own.sendall(part)
        answer = b""
        while True:
            more = own.recv(4096)
            answer += more
            if not more:
                return answer


def test_slow_half_open_and_silent_connections_are_ended_and_hold_nobody_up(hub: Process) -> None:
    stage, pupil = opened(hub)
    head = f"POST /s/{stage.code}/vote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20\r\n\r\n".encode()
    silent = [socket.create_connection(("127.0.0.1", hub.pupil_port)) for _ in range(100)]
    assert pupil.vote(1).status_code == 200
    for each in silent:
        each.close()
    assert _answered(hub) == b""
    assert _answered(hub, b"GET / HTTP/1.1\r\nHost:") == b""
    assert _answered(hub, head, b"{").startswith(b"HTTP/1.1 408")
    assert pupil.vote(2).status_code == 200


def test_a_connection_that_is_used_now_and_then_stays(hub: Process) -> None:
    rests = threading.Event()
    with socket.create_connection(("127.0.0.1", hub.pupil_port), timeout=15) as own:
        for _ in range(30):
            own.sendall(b"GET /halsa HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            answer = b""
            while not answer.endswith(b'{"ok":true}'):
                more = own.recv(4096)
                assert more, "the hub has ended it"
                answer += more
            rests.wait(PATIENCE / 6)


def test_a_newer_stream_of_the_same_seat_ends_the_older(hub: Process) -> None:
    _, pupil = opened(hub)
    url = f"{pupil.base}/events"
    with pupil.http.stream("GET", url) as older:
        lines = older.iter_lines()
        next(lines)
        with pupil.http.stream("GET", url) as newer:
            next(newer.iter_lines())
            assert not [line for line in lines if line.startswith("data")]


def test_a_seat_cannot_send_more_than_fingers_can(hub: Process) -> None:
    _, pupil = opened(hub)
    answers = [pupil.vote(number % 3) for number in range(60)]
    refused = [each for each in answers if each.status_code == 429]
    assert 20 < len(refused) < 50
    assert refused[0].json()["error"] == "throttled"
    assert refused[0].headers["retry-after"] == "3"


class Listener:
    """Listens to a stream until the lesson ends, and remembers when it was told something."""

    def __init__(self, url: str, http: httpx.Client, headers: dict[str, str]) -> None:
        self.told: list[float] = []
        self._asked = url, http, headers
        self._began = threading.Event()
        self._own = threading.Thread(target=self._listen)
        self._own.start()
        assert self._began.wait(20)

    def _listen(self) -> None:
        url, http, headers = self._asked
        with http.stream("GET", url, headers=headers) as stream:
            for line in stream.iter_lines():
                if line.startswith("data"):
                    self.told.append(time.monotonic())
                    self._began.set()

    def close_together(self, seconds: float) -> int:
        """How often two came within so short a time."""
        self._own.join(20)
        return sum(later - earlier < seconds for earlier, later in pairwise(self.told))


def test_a_stage_is_told_ten_times_a_second_and_pupils_of_numbers_alone_once(hub: Process) -> None:
    stage, pupil = opened(hub)
    others = [Pupil(hub.pupils, stage.code) for _ in range(8)]
    for each in others:
        each.join()
    of_stage = Listener(f"{hub.teachers}/t/{stage.id}/events", client(), stage.headers)
    of_pupil = Listener(f"{pupil.base}/events", pupil.http, {})
    for choice in (0, 1, 2, 0, 1):
        for each in others:
            each.vote(choice)
    stage.tell("end")
    # The first ones and the last are told at once.
    assert of_stage.close_together(0.05) <= 3
    assert of_pupil.close_together(0.5) <= 3
    assert len(of_stage.told) > 3


# --- 5. one seat, one vote


def test_a_lesson_is_full_or_locked_and_says_so_in_the_pupils_language(hub: Process) -> None:
    stage = begin(hub.teachers, places=1)
    Pupil(hub.pupils, stage.code).join()
    late = Pupil(hub.pupils, stage.code)
    assert late.http.post(f"{late.base}/join", json={}).json()["error"] == "full"
    page = late.form("/join", lang="en")
    assert page.status_code == 409
    assert notice_said(ANSWERS.words("en"), Notice.FULL) in page.text
    stage.tell("lock", locked=True)
    assert late.http.post(f"{late.base}/join", json={}).status_code == 423


def test_an_answer_that_comes_too_late_or_during_a_pause_is_told_so_calmly(hub: Process) -> None:
    stage, pupil = opened(hub)
    stage.tell("pause")
    assert (pupil.vote(1).status_code, pupil.vote(1).json()["error"]) == (423, "paused")
    stage.tell("resume")
    stage.tell("close")
    assert pupil.vote(1).json()["error"] == "closed"
    page = pupil.form("/vote", step="val:1", round="1", choice="1", lang="fi")
    assert page.status_code == 409
    assert notice_said(ANSWERS.words("fi"), Notice.CLOSED) in page.text


def test_who_has_no_seat_cannot_answer(hub: Process) -> None:
    stage, _ = opened(hub)
    stranger = Pupil(hub.pupils, stage.code)
    assert stranger.vote(1).json()["error"] == "no-seat"
    stranger.http.cookies.set("plats", "made-up", domain="127.0.0.1")
    assert stranger.vote(1).status_code == 401
    assert stranger.http.get(f"{stranger.base}/events").status_code == 401


# --- 6. what is kept


def test_every_answer_carries_the_headers_and_none_but_the_style_may_be_kept(hub: Process) -> None:
    stage, pupil = opened(hub)
    base = hub.pupils
    answers = [
        pupil.page(),
        pupil.vote(1),
        pupil.vote(7),
        pupil.http.get(f"{pupil.base}/state"),
        pupil.http.get(f"{base}/nothing-here"),
        pupil.http.put(f"{base}/"),
        pupil.http.get(f"{base}/static/page.css"),
        pupil.http.get(f"{base}/static/../hub.py"),
        pupil.http.get(f"{base}/halsa"),
        pupil.http.get(base, headers={"Host": "evil.example"}),
        stage.http.get(f"{hub.teachers}/t/{stage.id}/state"),
        stage.http.post(f"{hub.teachers}/t/{stage.id}/command", content=b"x", headers=stage.headers),
    ]
    for each in answers:
        policy = each.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert each.headers["x-content-type-options"] == "nosniff"
        assert each.headers["referrer-policy"] == "same-origin"
        same_for_all = each.url.path.endswith(".css")
        assert each.headers["cache-control"] == ("private, max-age=3600" if same_for_all else "no-store")
        assert "server" not in each.headers


def test_nothing_about_a_pupil_is_on_the_disk_or_in_the_log_during_a_lesson_or_after_it(
    tmp_path: Path,
) -> None:
    agent, kept = "Skolans-Surfplatta/17", "klassens-egen-vag"
    with running(tmp_path / "lessons.sqlite") as hub:
        stage = begin(hub.teachers)
        class_ = [Pupil(hub.pupils, stage.code) for _ in range(8)]
        stage.tell("open", step=VOTE)
        stage.tell("keep", text=kept)
        symbols = []
        for each in class_:
            each.http.headers["User-Agent"] = agent
            symbols.append(each.join())
            each.vote(1)
            each.page()
        cookies = [each.http.cookies["plats"] for each in class_]
        secrets = [*cookies, stage.key, agent, "127.0.0.1", "::1"]
        during = _on_disk(tmp_path)
        assert stage.code.encode() in during
        assert not [each for each in secrets if each.encode() in during]
        stage.tell("reveal")
        stage.tell("end")
        after = _on_disk(tmp_path)
        gone = [*secrets, *symbols, kept, "Lyssna", "val:1"]
        assert not [each for each in gone if each.encode() in after]
        assert hub.own.stdin
        hub.own.stdin.close()
        hub.own.stdin = None
        out, err = hub.own.communicate(timeout=20)
        assert (out, err, hub.own.returncode) == (b"", b"", 0)


def _on_disk(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


# --- bad luck


def test_a_database_that_somebody_has_locked_is_waited_for_and_then_told_calmly(hub: Process) -> None:
    stage, pupil = opened(hub)
    other = sqlite3.connect(hub.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    busy = pupil.vote(1)
    assert (busy.status_code, busy.json()["error"], busy.headers["retry-after"]) == (503, "busy", "2")
    page = pupil.form("/vote", step="val:1", round="1", choice="1", lang="sv")
    assert page.status_code == 503
    assert notice_said(ANSWERS.words("sv"), Notice.BUSY) in page.text
    assert pupil.state()["mine"] is None
    other.execute("COMMIT")
    other.close()
    assert pupil.vote(1).status_code == 200
    assert stage.state()["answered"] == 1


def test_on_a_full_disk_what_was_stored_stays_and_the_lesson_goes_on(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite", pages=24) as hub:
        stage, pupil = opened(hub)
        assert pupil.vote(1).status_code == 200
        full = stage.send(stage.seq + 1, {"do": "keep", "text": "a" * 32_000})
        full = (
            full if full.status_code == 503 else stage.send(stage.seq + 2, {"do": "next", "step": _large()})
        )
        assert (full.status_code, full.json()["error"]) == (503, "busy")
        assert pupil.state()["mine"] == 1
        assert pupil.vote(2).status_code == 200
        assert stage.state()["answered"] == 1


def _large() -> dict[str, object]:
    texts = {"sv": "a" * 600, "en": "b" * 600, "so": "c" * 600, "ar": "d" * 600, "fi": "e" * 600}
    return {"id": "stor", "kind": "vote", "title": texts, "options": [texts] * 12}
