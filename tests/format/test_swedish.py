"""Swedish words where the format has an English one are understood well enough to guess."""

from __future__ import annotations

import pytest

from game.format.swedish import in_english
from tests.format.stories import all_problems, base_with


@pytest.mark.parametrize(
    ("snippet", "code", "meant"),
    [
        ("context: heder", "F123", "honour"),
        ("role: kompis", "F123", "friend"),
        ("about: [kontroll]", "T455", "control"),
        ("about: [kontrol]", "T455", "control"),
        ("- alva orolig: Hej.", "A553", "worried"),
        ("- alva: Hej.\n  sign: rapportera\n  why: Så.", "T454", "must_report"),
        ("- alva: Hej.\n  tecken: grey", "F120", "sign"),
        ("scenes:\n  svar:\n    plats: schoolyard\n    go: beratta", "F120", "place"),
        ("scenes:\n  svar:\n    place: korridor\n    go: beratta", "A550", "corridor"),
    ],
)
def test_the_english_word_is_guessed(snippet: str, code: str, meant: str) -> None:
    found = [dict(each.values)["meant"] for each in all_problems(base_with(snippet)) if each.code == code]
    assert found[:1] == [meant]


def test_a_word_that_nobody_knows_is_not_guessed() -> None:
    assert in_english("xyzzy") == ""
