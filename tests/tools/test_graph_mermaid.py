"""The map for Mermaid. Its parser is not at hand here, so its rows are held to a grammar that leaves nothing open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.tools.graph_mermaid import mermaid
from tests.story.builders import choices, ending, scene, story
from tests.tools.graph_samples import EVERYTHING, HOSTILE, WORDS, hostile, mapped

if TYPE_CHECKING:
    from game.story.model import Story

_WORDS = r'"(?:[^\W_]|[ ]|#\d+;|<br/>)*"'
SCENE = re.compile(rf"  s\d+(?:\({_WORDS}\)|\(\[{_WORDS}\]\)):::(?:scene|often|start|ending|lost)")
WAY = re.compile(rf"  s\d+ (?:-->|-\.->|==>|--x|-\.-x)(?:\|{_WORDS}\|)? s\d+")
STYLE = re.compile(r"  classDef \w+ [\w#,:\- ]+|  linkStyle [\d,]+ stroke:#\w+")


def written(of: Story) -> list[str]:
    return mermaid(mapped(of), WORDS, "sv").splitlines()


@pytest.mark.parametrize("of", [EVERYTHING, hostile()], ids=["small", "hostile"])
def test_every_row_is_a_scene_a_way_or_a_style_whatever_an_author_wrote(of: Story) -> None:
    first, kind, *rows = written(of)

    assert (first, kind) == ("%% sv", "flowchart TD")
    assert not [row for row in rows if not any(rule.fullmatch(row) for rule in (SCENE, WAY, STYLE))]
    assert sum(bool(SCENE.fullmatch(row)) for row in rows) == len(of.scenes)


@pytest.mark.parametrize("bad", HOSTILE)
def test_nothing_of_a_text_but_letters_digits_and_spaces_stands_there_as_it_is(bad: str) -> None:
    rows = written(story(scene("a", choices((bad, "b"), ("Annat", "b"))), scene("b", ending(bad))))

    assert all(WAY.fullmatch(row) for row in rows if "|" in row)
    assert sum("|" in row for row in rows) == 2


def test_start_endings_and_what_nobody_reaches_have_their_class() -> None:
    text = "\n".join(written(EVERYTHING))

    assert re.search(r's0\("Start<br/>start.*:::start', text)
    assert re.search(r's3\(\["slut<br/>Två som vet.*\]\):::ending', text)
    assert re.search(r's4\("borta.*:::lost', text)


def test_ways_differ_by_their_lines() -> None:
    text = "\n".join(written(EVERYTHING))

    assert 's0 -->|"Gå dit#46;"| s1' in text
    assert 's0 -.->|"Vänta#46; Säg ingenting#46;"| s1' in text
    assert 's0 -.->|"Våga#46;"| s2' in text
    assert 's1 ==>|"Samira lyssnar"| s3' in text
    assert 's1 --x|"Daniel viftar bort det"| s2' in text
    assert "s2 -.-> s3" in text
    assert "linkStyle 4,5 stroke:#13756D" in text


def test_the_same_story_gives_the_same_file() -> None:
    assert written(EVERYTHING) == written(EVERYTHING)
