"""What a hub tells one seat, as a pupil's own game reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.protocol import LONGEST_TEXT, MOST_OPTIONS, VERSION
from game.lesson.pupil_json import encode_view
from game.lesson.pupil_state import PupilState, decode_state
from game.lesson.strict import ProtocolError
from game.lesson.views import PupilView, StepSeen
from game.screens.lesson.guest import Asked
from game.screens.lesson.wire import Cell, Kind, Phase, Tally

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
ids = st.from_regex(r"\A[!-~]{1,20}\Z")
steps = st.builds(
    StepSeen,
    ids,
    st.sampled_from(Kind),
    texts,
    texts,
    st.lists(texts, max_size=MOST_OPTIONS).map(tuple),
    st.tuples(st.integers(0, 99), st.integers(0, 99)),
)
tallies = st.builds(
    Tally,
    st.lists(st.builds(Cell, st.none() | st.integers(0, 30)), max_size=MOST_OPTIONS).map(tuple),
    st.none() | st.integers(0, MOST_OPTIONS - 1),
    st.integers(0, 30),
)
views = st.builds(
    PupilView,
    st.just("K4TJA7"),
    st.just("sv"),
    rev=st.integers(0, 999),
    phase=st.sampled_from(Phase),
    step=st.none() | steps,
    round=st.integers(1, 9),
    mine=st.none() | st.integers(0, MOST_OPTIONS - 1),
    answered=st.integers(0, 40),
    joined=st.integers(0, 40),
    tally=st.none() | tallies,
    symbol=st.sampled_from(["", "star-fox"]),
)
VIEW = PupilView(
    "K4TJA7",
    "sv",
    phase=Phase.OPEN,
    step=StepSeen("val:1", Kind.VOTE, "Vad gör du?", options=("Lyssna", "Gå")),
)


@given(views)
def test_what_the_hub_tells_is_what_the_game_knows(view: PupilView) -> None:
    state, step = decode_state(told(view)), view.step
    asked = None
    if step:
        of_step = step.id, view.round, step.title, step.text, step.options, step.place
        asked = Asked(*of_step, view.mine, view.answered, view.joined, view.tally)
    assert state == PupilState(
        view.phase, step.id if step else "", step.kind if step else None, view.symbol, asked
    )


def told(view: PupilView) -> dict[str, Any]:
    found = encode_view(view)
    assert isinstance(found, dict)
    return {**found}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", VERSION + 1),
        ("phase", "unheard"),
        ("round", 0),
        ("mine", MOST_OPTIONS),
        ("mine", True),
        ("answered", -1),
        ("joined", "24"),
        ("tally", {"cells": [1]}),
        ("symbol", "two words"),
        ("step", ["val:1"]),
        ("step", "val:1"),
    ],
)
def test_what_is_no_state_is_not_believed(key: str, value: object) -> None:
    with pytest.raises(ProtocolError):
        decode_state(told(VIEW) | {key: value})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "two words"),
        ("id", None),
        ("kind", "unheard"),
        ("title", "x" * (LONGEST_TEXT + 1)),
        ("text", None),
        ("options", ["x"] * (MOST_OPTIONS + 1)),
        ("options", [1]),
        ("place", [1]),
        ("place", [1, 2, 3]),
        ("place", [-1, 2]),
    ],
)
def test_what_is_no_step_is_not_believed(key: str, value: object) -> None:
    found = told(VIEW)
    with pytest.raises(ProtocolError):
        decode_state(found | {"step": {**found["step"], key: value}})


def test_a_step_without_more_than_its_id_and_kind_is_enough() -> None:
    found = {"v": VERSION, "phase": "read", "step": {"id": "rad:1", "kind": "line"}}
    assert decode_state(found) == PupilState(Phase.READ, "rad:1", Kind.LINE, "", Asked("rad:1"))


def test_before_anything_has_begun_nothing_is_asked() -> None:
    assert decode_state(told(replace(VIEW, step=None, phase=Phase.LOBBY))).asked is None
