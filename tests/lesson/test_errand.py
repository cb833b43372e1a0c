"""What a stage asks of the hub that it starts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.errand import NAME, Errand, errand_in
from game.lesson.strict import ProtocolError

PORT = st.integers(0, 65_535)
ERRAND = Errand("data.sqlite", "secret", (8080, 0), 0, 10)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=100),
    st.lists(PORT, max_size=20).map(tuple),
    PORT,
)
def test_what_is_asked_arrives(database: str, ports: tuple[int, ...], port: int) -> None:
    errand = Errand(database, "secret", ports, port, 10)

    assert errand_in({"PATH": "x", **errand.environment()}) == errand


@pytest.mark.parametrize(
    "wrong",
    [
        {"invite": ""},
        {"invite": None},
        {"ports": [65_536]},
        {"ports": ["8080"]},
        {"teacher_port": -1},
        {"orphan_minutes": 10**9},
        {"more": 1},
    ],
)
def test_what_nobody_asks_is_refused(wrong: dict[str, Any]) -> None:
    asked = {**json.loads(ERRAND.environment()[NAME]), **wrong}

    with pytest.raises(ProtocolError):
        errand_in({NAME: json.dumps(asked)})


@pytest.mark.parametrize("environment", [{}, {NAME: ""}, {NAME: "data.sqlite"}, {NAME: "[]"}])
def test_a_hub_that_no_stage_has_started_has_no_errand(environment: dict[str, str]) -> None:
    with pytest.raises(ProtocolError):
        errand_in(environment)
