"""What one text may be: how long, and with which characters."""

from __future__ import annotations

import pytest

from game.format.nodes import read
from game.format.reading import MAX_TEXT, Reading
from game.format.vocabulary import help_entries
from tests.format.stories import all_problems, base_with, codes
from tests.format.test_vocabulary import HELP

LONG = "å" * (MAX_TEXT + 1)
TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
WRITTEN_WITH = [0x200C, 0x200D, 0x200E, 0x200F]


@pytest.mark.parametrize(
    "snippet",
    [
        "- alva: {}",
        "- {}",
        "title: {}",
        "cast:\n  alva: {{name: Alva, about: {}}}",
        "scenes:\n  slut:\n    place: office\n    lines: [alva: Hej]\n    ending: {{title: Slut, text: {}}}",
    ],
)
def test_a_text_without_end_is_refused_wherever_it_stands(snippet: str) -> None:
    assert "F136" in codes(base_with(snippet.format(LONG)))
    assert "F136" not in codes(base_with(snippet.format(LONG[1:])))


def test_a_long_text_is_told_with_its_length_and_what_may_be() -> None:
    (problem,) = all_problems(base_with(f"- alva: {LONG}"))

    assert dict(problem.values) == {"length": "2001", "limit": "2000"}


def test_help_has_no_text_without_end_either() -> None:
    reading = Reading()
    tree = read(HELP.replace("Prata om vad som helst.", LONG), "help.yaml").value
    assert tree
    help_entries(reading, tree)

    assert [problem.code for problem in reading.problems] == ["F136"]


@pytest.mark.parametrize("number", TURNING)
def test_what_turns_writing_round_is_refused_as_it_is_and_escaped(number: int) -> None:
    for written in (chr(number), f"\\u{number:04x}"):
        (problem,) = all_problems(base_with(f'- alva: "Ring {written}116 111"'))

        assert (problem.code, dict(problem.values)) == ("F107", {"character": f"U+{number:04X}"})


@pytest.mark.parametrize("number", WRITTEN_WITH)
def test_what_arabic_and_persian_are_written_with_may_stand(number: int) -> None:
    for written in (chr(number), f"\\u{number:04x}"):
        assert codes(base_with(f'- alva: "می{written}روم"')) == []
