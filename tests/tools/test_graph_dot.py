"""The map for Graphviz: read by Graphviz itself where it is installed."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from game.tools.graph_dot import dot
from tests.needed import needed
from tests.story.builders import choices, ending, scene, story
from tests.tools.graph_samples import EVERYTHING, HOSTILE, WORDS, hostile, mapped

if TYPE_CHECKING:
    from game.story.model import Story


def written(of: Story) -> str:
    return dot(mapped(of), WORDS, "sv")


def read(text: str) -> dict[str, list[dict[str, str]]]:
    """The nodes and edges that Graphviz finds."""
    graphviz = needed("dot")
    done = subprocess.run(
        [graphviz, "-Tdot_json"], input=text, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return found


def test_graphviz_reads_every_scene_and_every_way() -> None:
    graph = read(written(EVERYTHING))

    assert [each["name"] for each in graph["objects"]] == ["start", "berätta", "lång", "slut", "borta"]
    assert len(graph["edges"]) == 9


def test_endings_conditions_tellings_and_waits_are_marked() -> None:
    graph = read(written(EVERYTHING))
    by_label = {each.get("label", ""): each for each in graph["edges"]}

    assert [each["name"] for each in graph["objects"] if each.get("peripheries") == "2"] == ["slut"]
    assert by_label["Våga."]["style"] == "dashed"
    assert by_label["Samira lyssnar"]["color"] == "#13756D"
    assert by_label["Daniel viftar bort det"]["arrowhead"] == "tee"
    assert by_label["Vänta. Säg ingenting."]["style"] == "dotted"


@pytest.mark.parametrize("bad", HOSTILE)
def test_no_text_of_a_story_can_break_the_file(bad: str) -> None:
    graph = read(
        written(story(scene("a", choices((bad, "b"), ("Annat", "b")), bad), scene("b", ending(bad))))
    )

    assert [each["name"] for each in graph["objects"]] == ["a", "b"]
    assert len(graph["edges"]) == 2


def test_backslashes_and_quotation_marks_come_out_as_they_are() -> None:
    graph = read(
        written(story(scene("a", choices(('Säg "\\N"', "b"), ("Annat", "b"))), scene("b", ending())))
    )

    assert graph["edges"][0]["label"].replace("\\\\", "\\") == 'Säg "\\N"'


def test_a_story_of_nothing_but_bad_texts_is_read_whole() -> None:
    assert len(read(written(hostile()))["edges"]) == 2 * len(HOSTILE)


def test_the_same_story_gives_the_same_file() -> None:
    assert written(EVERYTHING) == written(EVERYTHING)
