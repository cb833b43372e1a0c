"""What a stage asks of the hub that it starts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.errand import LONGEST, Errand, errand_in
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

    line = errand.line()
    assert errand_in(line) == errand
    assert (line.index(b"\n"), len(line) < LONGEST) == (len(line) - 1, True)


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
    asked = {**json.loads(ERRAND.line()), **wrong}

    with pytest.raises(ProtocolError):
        errand_in(json.dumps(asked).encode())


@pytest.mark.parametrize("line", [b"", b"\n", b"data.sqlite\n", b"[]\n", b"\xff\n"])
def test_a_hub_that_no_stage_has_started_has_no_errand(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        errand_in(line)
