"""What a stage makes of a hub's answers, and of those that no hub gives."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from game.lesson.protocol import TeacherState
from game.lesson.teacher_client import (
    Done,
    Expected,
    Lesson,
    Refused,
    TeacherClient,
    UnknownError,
    UnreachedError,
    answers,
    begin,
    connection,
)
from game.lesson.teacher_json import encode_state
from game.screens.lesson.wire import HubSeen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LESSON = Lesson("lesson-1", "ABC234", "secret")
STATE = encode_state(TeacherState(3, 2, HubSeen(joined=4, told=2)))
PORTAL = httpx.Response(200, html="<html>Logga in</html>")


def asked(work: Callable[[httpx.AsyncClient], Awaitable[Any]], *responses: httpx.Response) -> Any:
    """What comes of some work when the hub answers like that."""
    left = iter(responses)

    async def worked() -> Any:
        transport = httpx.MockTransport(lambda _: next(left))
        async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
            return await work(http)

    return asyncio.run(worked())


def command(http: httpx.AsyncClient) -> Awaitable[Any]:
    return TeacherClient(http, LESSON).command(1, {"do": "pause"})


def state(http: httpx.AsyncClient) -> Awaitable[Any]:
    return TeacherClient(http, LESSON).state(2)


async def events(http: httpx.AsyncClient) -> list[TeacherState]:
    return [each async for each in TeacherClient(http, LESSON).events()]


def test_a_command_is_done_or_another_number_is_expected_or_it_is_refused() -> None:
    assert asked(command, httpx.Response(200, json={"done": True, "seq": 1, "rev": 1})) == Done()
    assert asked(command, httpx.Response(409, json={"expected": 7})) == Expected(7)
    assert asked(command, httpx.Response(400, json={"error": "malformed"})) == Refused()
    assert asked(command, httpx.Response(413, json={"error": "too-large"})) == Refused()


@pytest.mark.parametrize("status", [408, 423, 425, 429, 500, 502, 503])
@pytest.mark.parametrize("work", [command, state, events])
def test_what_may_be_better_later_is_asked_again(work: Any, status: int) -> None:
    with pytest.raises(UnreachedError):
        asked(work, httpx.Response(status, json={"error": "busy"}))


@pytest.mark.parametrize("status", [401, 403, 404, 410])
@pytest.mark.parametrize("work", [command, state, events])
def test_a_hub_that_does_not_know_the_lesson_is_believed_but_a_page_that_says_so_is_not(
    work: Any, status: int
) -> None:
    with pytest.raises(UnknownError):
        asked(work, httpx.Response(status, json={"error": "ended"}))
    with pytest.raises(UnreachedError):
        asked(work, httpx.Response(status, html="<html>Not here</html>"))


@pytest.mark.parametrize("work", [command, state])
def test_a_page_to_sign_in_to_a_network_is_no_answer(work: Any) -> None:
    with pytest.raises(UnreachedError):
        asked(work, PORTAL)


@pytest.mark.parametrize("odd", [[], {"v": 1}, {**STATE, "v": 2}, {**STATE, "phase": "lunch"}, None])
def test_a_state_that_makes_no_sense_is_no_answer(odd: Any) -> None:
    with pytest.raises(UnreachedError):
        asked(state, httpx.Response(200, json=odd))


@pytest.mark.parametrize("odd", [{"expected": "7"}, {"expected": -1}])
def test_a_number_that_makes_no_sense_is_no_answer(odd: Any) -> None:
    with pytest.raises(UnreachedError):
        asked(command, httpx.Response(409, json=odd))


def test_a_state_is_read_and_so_is_that_nothing_is_new() -> None:
    found = asked(state, httpx.Response(200, json=STATE))

    assert (found.rev, found.seq, found.seen.joined) == (3, 2, 4)
    assert asked(state, httpx.Response(200, json={"rev": 2})) is None


def test_a_stream_is_read_without_what_only_keeps_it_alive() -> None:
    whole = httpx.Response(200, json=STATE).text
    told = f": alive\n\nevent: state\nid: 3\ndata: {whole}\n\n: alive\n\ndata:{whole}\n\ndata: {{"

    assert [each.rev for each in asked(events, httpx.Response(200, text=told))] == [3, 3]


def test_a_lesson_is_begun_or_the_invitation_is_not_accepted() -> None:
    made = {"id": "lesson-1", "code": "ABC234", "teacher_key": "secret"}

    assert asked(lambda http: begin(http, "invited", 40), httpx.Response(201, json=made)) == LESSON
    with pytest.raises(UnknownError):
        asked(lambda http: begin(http, "invited", 40), httpx.Response(401, json={"error": "no-seat"}))
    for odd in (PORTAL, httpx.Response(201, json={**made, "code": ""}), httpx.Response(201, json=[])):
        with pytest.raises(UnreachedError):
            asked(lambda http: begin(http, "invited", 40), odd)


def test_whether_pupils_reach_it_is_yes_or_no() -> None:
    assert asked(lambda http: answers(http, "http://hub"), httpx.Response(200, json={"ok": True}))
    assert not asked(lambda http: answers(http, "http://hub"), httpx.Response(503))
    assert not asked(lambda http: answers(http, "http://hub"), PORTAL)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://[", "nothing://here"])
def test_where_nobody_listens_pupils_do_not_reach_it(url: str) -> None:
    async def asked() -> bool:
        async with httpx.AsyncClient(trust_env=False) as http:
            return await answers(http, url)

    assert not asyncio.run(asked())


def test_a_connection_to_a_hub_with_certificates_can_be_made() -> None:
    async def closed() -> str:
        async with connection("https://beratta.skola.se", elsewhere=True) as http:
            return str(http.base_url)

    assert asyncio.run(closed()) == "https://beratta.skola.se"
