"""A real language server, as editors run it, with the real story: what it completes, marks and explains."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from game.format.load import load_vocabulary
from game.format.schema import schema_text
from game.format.schema_line import OWN_SCHEMA_FILE, OWN_SCHEMA_LINE
from game.resources import SCENARIOS
from game.story.model import Expression, Posture
from tests.format.language_server import Editor
from tests.format.snippets import ACCEPTED, REFUSED
from tests.format.stories import BASE, CASES, VOCABULARY, base_with
from tests.needed import needed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# One worker installs one server for all of these; a slow registry may take its time.
pytestmark = [pytest.mark.xdist_group("language-server"), pytest.mark.timeout(400)]

PACKAGE = "yaml-language-server@1.25.0"
NO_REGISTRY = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "E404", "E403", "network")
"""What npm says when there is nothing to install from."""

STORY = SCENARIOS / "svara-direkt" / "story.yaml"
TEXT = STORY.read_text(encoding="utf-8")
CURSOR = "▮"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that starts the language server."""
    node, npm = needed("node"), needed("npm")
    folder = tmp_path_factory.mktemp("npm")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--prefer-offline")
    command = [npm, "install", "--prefix", str(folder), *quiet, PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300, check=False)
    if (
        done.returncode
        and any(word in done.stderr for word in NO_REGISTRY)
        and os.environ.get("CI") != "true"
    ):
        pytest.skip(f"no npm registry within reach, so no editor was tried: {done.stderr.strip()[-200:]}")
    assert done.returncode == 0, done.stderr
    started_with = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    return [node, str(started_with), "--stdio"]


@pytest.fixture(scope="module")
def editor(server: list[str]) -> Iterator[Editor]:
    with Editor(server, SCENARIOS) as opened:
        yield opened


@pytest.fixture(scope="module")
def alone(server: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Editor, Path]]:
    """An editor with a story that travels alone, its schema in its own folder, and the story's file."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / OWN_SCHEMA_FILE).write_text(schema_text(VOCABULARY), encoding="utf-8")
    with Editor(server, folder) as opened:
        yield opened, folder / "story.yaml"


def carried(text: str) -> str:
    """The story as it is in a folder of its own."""
    return f"{OWN_SCHEMA_LINE}\n{text.split(chr(10), 1)[1]}"


def offered(editor: Editor, before: str, typed: str) -> list[str]:
    """What is offered at the cursor in what is typed right behind the first place where the story has a text."""
    text = TEXT.replace(before, f"{before}{typed}", 1)
    assert text != TEXT
    head, _, tail = text.partition(CURSOR)
    editor.marks(STORY, head + tail)
    return list(editor.completions(STORY, head.count("\n"), len(head) - head.rfind("\n") - 1))


# --- marks -----------------------------------------------------------------------------------------


def test_nothing_is_marked_in_the_real_story(editor: Editor) -> None:
    broken = editor.marks(STORY, TEXT.replace("summary:", "sumary:", 1))

    assert "sumary" in {mark.text for mark in broken}, "the schema is heeded"
    assert editor.marks(STORY, TEXT) == []


@pytest.mark.parametrize("name", ["allt.yaml", "rasten.yaml"])
def test_nothing_is_marked_in_a_story_with_every_part_of_the_format(editor: Editor, name: str) -> None:
    file = CASES / "good" / name
    text = file.read_text(encoding="utf-8").replace("review: approved", "review: draft")
    assert editor.marks(file, text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "marked", "told"),
    [
        ("role: friend", "rolle: friend", "rolle", "not allowed"),
        ("minutes: 15", "minutes: många", "många", "heltal"),
        (
            "place: bus_stop",
            "place: buss_stop",
            "buss_stop",
            "Här ska det stå en plats: schoolyard, corridor",
        ),
        ("skin: 1,", "skin: 11,", "11", "1, 2, 3"),
        ("hair: long", "hair: longg", "longg", "long, bob"),
        ("sign: healthy", "sign: helthy", "helthy", "Här ska det stå ett tecken"),
        ("why: Att önska", "wyh: Att önska", "wyh", "sign, why, when"),
        ("alva happy: Asså", "alva hapy: Asså", "alva hapy", "alva happy turned"),
        (
            "people: [alva happy, hawa]\n    lines",
            "people: [alva glad, hawa]\n    lines",
            "alva glad",
            "ansikte",
        ),
        ("chapter: 1\n    place: bus_stop", "chapter: ett\n    place: bus_stop", "ett", "heltal"),
    ],
)
def test_a_mistake_is_marked_where_it_stands(
    editor: Editor, right: str, wrong: str, marked: str, told: str
) -> None:
    text = TEXT.replace(right, wrong, 1)
    assert text != TEXT
    line = text[: text.index(wrong)].count("\n") + 1 + wrong[: wrong.index(marked)].count("\n")

    found = [mark for mark in editor.marks(STORY, text) if mark.text == marked]

    assert [mark.line for mark in found] == [line]
    assert told in found[0].message


@pytest.mark.parametrize("snippet", ACCEPTED)
def test_what_the_guide_shows_is_not_marked(alone: tuple[Editor, Path], snippet: str) -> None:
    editor, file = alone
    assert editor.marks(file, carried(base_with(snippet))) == []


@pytest.mark.parametrize("snippet", REFUSED)
def test_what_can_be_seen_to_be_wrong_is_marked(alone: tuple[Editor, Path], snippet: str) -> None:
    editor, file = alone
    assert editor.marks(file, carried(base_with(snippet)))


@pytest.mark.parametrize("word", ["yes", "No", "ON", "true", "FALSE"])
def test_yes_and_no_are_taken_though_editors_read_a_later_yaml(alone: tuple[Editor, Path], word: str) -> None:
    editor, file = alone
    text = BASE.replace("{do: {trust: +1}, go: magen}", f"{{go: magen, wait: {word}}}")
    assert text != BASE
    assert editor.marks(file, carried(text)) == []


# --- completion ------------------------------------------------------------------------------------


def test_the_places_are_offered_with_what_is_to_be_seen_there(editor: Editor) -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    assert offered(editor, "scenes:\n", f"  ny:\n    place: {CURSOR}\n") == list(vocabulary.places)

    text = TEXT.replace("scenes:\n", "scenes:\n  ny:\n    place: \n", 1)
    line = text[: text.index("    place: \n")].count("\n")
    editor.marks(STORY, text)
    items = editor.completions(STORY, line, len("    place: "))
    assert json.dumps(vocabulary.places["bus"].alt, ensure_ascii=False) in json.dumps(
        items["bus"], ensure_ascii=False
    )


def test_the_signs_are_offered_with_their_labels_and_forms(editor: Editor) -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    found = offered(editor, "Jag har inte ens borstat tänderna.\n", f"        sign: {CURSOR}\n")
    assert found == list(vocabulary.signs.signs)


@pytest.mark.parametrize(
    ("before", "typed", "some"),
    [
        ("review: draft\n", CURSOR, {"cover"}),
        (
            "scenes:\n",
            f"  ny:\n    {CURSOR}\n",
            {"place", "people", "lines", "choices", "tell", "go", "ending"},
        ),
        (
            "people: [alva happy, hawa]\n    lines:\n",
            f"      - {CURSOR}\n",
            {"phone", "silence", "narration", "feel"},
        ),
        ("Jag har inte ens borstat tänderna.\n", f"        {CURSOR}\n", {"sign", "why", "when"}),
        (
            "Jag har inte ens borstat tänderna.\n",
            f"        when: {{trust: {CURSOR}}}\n",
            {"at least …", "at most …"},
        ),
        ("cast:\n", f"  ny: {{name: Ny, portrait: {{hair: {CURSOR}}}}}\n", {"long", "hijab", "bald"}),
        ("scenes:\n", f"  ny:\n    ending:\n      help: [{CURSOR}]\n", {"school", "bris", "emergency"}),
        (
            "scenes:\n",
            f"  ny:\n    choices:\n      - Fråga.:\n          {CURSOR}\n",
            {"go", "do", "when", "once"},
        ),
    ],
    ids=["head", "scene", "new line", "in a line", "condition", "portrait", "help", "choice"],
)
def test_the_keys_and_words_that_belong_somewhere_are_offered_there(
    editor: Editor, before: str, typed: str, some: set[str]
) -> None:
    assert some <= set(offered(editor, before, typed))


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("people: [alva happy, hawa]\n    lines:\n", f"      - {CURSOR}\n"),
        ("scenes:\n", f"  ny:\n    people: [{CURSOR}]\n"),
    ],
    ids=["new line", "people"],
)
def test_every_face_and_posture_is_offered_where_somebody_is_shown(
    editor: Editor, before: str, typed: str
) -> None:
    found = {word.strip("… :") for word in offered(editor, before, typed)}
    assert {shown.value for shown in (*Expression, *Posture)} <= found


def test_a_scene_with_choices_is_offered_no_other_way_out(editor: Editor) -> None:
    found = offered(editor, "scenes:\n", f"  ny:\n    choices:\n      - Fråga.: buss\n    {CURSOR}\n")
    assert {"ask", "talk", "place"} <= set(found)
    assert not {"tell", "go", "ending", "beginnings"} & set(found)


# --- hover -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("minutes: 15", "Ungefär hur många minuter det tar att spela."),
        ("place: bus_stop", "en av de ritade platserna"),
        ("bus_stop\n", "En busshållplats i regn och mörker"),
        ("sign: healthy", "Tecknet som raden visar"),
        ("ending:\n", "Berättelsen är slut."),
        ("owner: alva", "Vems mobil det är"),
        ("facts:", "worry: {start: 1, from: 0, to: 3}"),
    ],
)
def test_what_a_word_means_is_said_in_swedish(editor: Editor, at: str, told: str) -> None:
    before = TEXT[: TEXT.index(at)]
    editor.marks(STORY, TEXT)
    assert told in editor.hover(STORY, before.count("\n"), len(before) - before.rfind("\n"))
