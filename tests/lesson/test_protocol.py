"""What stage and hub say to each other: whatever is told arrives as it was, and nothing else gets through."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.answers import Sent
from game.lesson.protocol import (
    OpenStep,
    ShowStep,
    TeacherState,
    decode_command,
    decode_step,
    encode_command,
    encode_step,
    step_texts,
)
from game.lesson.pupil_json import decode_ballot, decode_scene
from game.lesson.session import Ballot
from game.lesson.strict import ProtocolError, parsed
from game.lesson.teacher_json import decode_state, encode_state
from game.screens.lesson.wire import (
    Cell,
    CloseStep,
    End,
    FreeSeat,
    HubSeen,
    Keep,
    Kind,
    Lock,
    Next,
    Open,
    Pause,
    Phase,
    Phrase,
    Pool,
    Reopen,
    Resume,
    Reveal,
    Step,
    Sum,
    Tally,
    ToHub,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ids = st.from_regex(r"[!-~]{1,60}", fullmatch=True)
said = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
phrases = st.builds(Phrase, said)
steps = st.builds(
    Step,
    ids,
    st.sampled_from(Kind),
    st.none() | phrases,
    st.none() | phrases,
    st.lists(phrases, max_size=12).map(tuple),
    st.tuples(st.integers(0, 99), st.integers(0, 99)),
    st.booleans(),
)
pools = st.builds(Pool, ids, st.lists(ids, max_size=5).map(tuple))
commands: st.SearchStrategy[ToHub] = st.one_of(
    st.builds(Next, steps),
    st.builds(Open, steps),
    st.sampled_from([CloseStep(), Reveal(), Reopen(), Pause(), Resume(), End()]),
    st.builds(Lock, st.booleans()),
    st.builds(FreeSeat, ids),
    st.builds(Sum, st.lists(pools, max_size=4).map(tuple)),
    st.builds(Keep, said),
)
tallies = st.builds(
    Tally,
    st.lists(st.builds(Cell, st.none() | st.integers(0, 99)), max_size=12).map(tuple),
    st.none() | st.integers(0, 11),
    st.integers(0, 999),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def in_two(phrase: Phrase) -> dict[str, str]:
    return {"sv": phrase.text, "ar": phrase.text}


@given(commands)
def test_every_command_arrives_as_it_was_told_with_its_texts_in_every_language(command: ToHub) -> None:
    arrived = decode_command(parsed(json.dumps(encode_command(command, in_two))))
    match command:
        case Next(step):
            assert arrived == ShowStep(step_texts(step, in_two))
        case Open(step):
            assert arrived == OpenStep(step_texts(step, in_two))
        case _:
            assert arrived == command


@given(
    st.builds(
        HubSeen,
        phase=st.sampled_from(Phase),
        step=st.just("") | ids,
        round=st.integers(1, 9),
        joined=st.integers(0, 99),
        answered=st.integers(0, 99),
        places=st.integers(0, 99),
        locked=st.booleans(),
        tally=st.none() | tallies,
        symbols=st.lists(ids, max_size=4).map(tuple),
        scenes=st.dictionaries(st.just("") | ids, st.integers(1, 9), max_size=3).map(
            lambda each: tuple(each.items())
        ),
        sums=st.dictionaries(ids, tallies, max_size=3).map(lambda each: tuple(each.items())),
        kept=said,
        told=st.integers(0, 99),
    )
)
def test_every_state_arrives_as_it_was_told(seen: HubSeen) -> None:
    state = TeacherState(7, seen.told, seen)
    arrived = decode_state(parsed(json.dumps(encode_state(state))))
    assert arrived
    assert (arrived, arrived.seen.told) == (state, seen.told)


@given(json_values)
@pytest.mark.parametrize("decode", [decode_command, decode_step, decode_state])
def test_whatever_else_comes_is_refused_with_a_reason(
    decode: Callable[[object], object], value: object
) -> None:
    with pytest.raises(ProtocolError, match=r"\w"):
        decode(value)


def test_a_reason_repeats_nothing_that_was_sent() -> None:
    for value in (
        {"do": "hemligt"},
        {"do": "pause", "hemligt": 1},
        {"do": "free_seat", "symbol": "hem ligt"},
    ):
        with pytest.raises(ProtocolError) as raised:
            decode_command(value)
        assert "ligt" not in str(raised.value)


STEP = encode_step(step_texts(Step("a", Kind.VOTE, Phrase("Vad?"), options=(Phrase("x"),)), in_two))


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"id": "två ord"},
        {"id": "å"},
        {"id": "a" * 121},
        {"kind": "dance"},
        {"kind": None},
        {"title": {"en": "without Swedish"}},
        {"title": {"sv": "x" * 601}},
        {"title": {"sv": "x", "../en": "y"}},
        {"title": {"sv": 7}},
        {"options": [{"sv": "x"}] * 13},
        {"place": [1]},
        {"place": [1, 2, 3]},
        {"place": [1, -2]},
        {"sensitive": 1},
        {"more": 1},
    ],
)
def test_a_step_outside_its_bounds_is_refused(change: dict[str, object]) -> None:
    assert decode_step(STEP).id == "a"
    with pytest.raises(ProtocolError):
        decode_step({**STEP, **change})


@pytest.mark.parametrize("text", ["", "{", "NaN", '{"a": Infinity}', "[" * 100_000, "\ud800"])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        parsed(text)


@pytest.mark.parametrize(("typed", "choice"), [("", None), ("0", 0), ("11", 11)])
def test_an_answer_is_read_from_a_form_and_from_a_script_alike(typed: str, choice: int | None) -> None:
    form = {"step": "a:1", "round": "2", "choice": typed, "lang": "sv"}
    script = {"step": "a:1", "round": 2, "choice": choice}
    assert decode_ballot(Sent(form)) == decode_ballot(Sent(None, script)) == Ballot("a:1", 2, choice)


@pytest.mark.parametrize(
    "sent",
    [
        Sent({"step": "a", "round": "1"}),
        Sent({"step": "a", "round": "²", "choice": "1"}),
        Sent({"step": "a", "round": "-1", "choice": "1"}),
        Sent({"step": "a", "round": "1", "choice": "12"}),
        Sent({"step": "a", "round": "1" * 10, "choice": "1"}),
        Sent({"step": "a", "round": "1", "choice": "1", "name": "Alva"}),
        Sent(None, {"step": "a", "round": "1", "choice": 1}),
        Sent(None, {"step": "a", "round": 1, "choice": 1.0}),
        Sent(None, {"step": "a", "round": 1, "choice": True}),
        Sent(None, {"step": "a", "round": 1, "choice": 1, "text": "hej"}),
        Sent(None, [1]),
    ],
)
def test_an_answer_that_is_none_is_refused(sent: Sent) -> None:
    with pytest.raises(ProtocolError):
        decode_ballot(sent)


def test_a_scene_is_an_id_and_no_text_of_a_pupils() -> None:
    assert decode_scene(Sent(None, {"scene": "rast"})) == "rast"
    for wrong in ("", "jag heter Alva", "å", "a" * 65):
        with pytest.raises(ProtocolError):
            decode_scene(Sent(None, {"scene": wrong}))
