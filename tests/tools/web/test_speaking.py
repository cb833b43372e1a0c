"""What has no translation is shown in Swedish, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.messages.catalog import open_catalog
from game.story.texts import CAST
from game.tools.web.speaking import texts_in
from tests.story.builders import ending, goto, line, scene, story

if TYPE_CHECKING:
    from pathlib import Path

TOLD = story(
    scene("a", goto("b"), line("Hej."), line("Vi ses.", "hawa")),
    scene("b", goto("c"), line("Det regnar.")),
    scene("c", ending("Klart")),
)
ASKED = (("a", "Hej."), ("a", "Vi ses."), ("b", "Det regnar."), ("c", "Klart"), (CAST, "Hawa"))
ENGLISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "a"
msgid "Hej."
msgstr "Hello."

msgctxt "c"
msgid "Klart"
msgstr "Done"
"""


def _english(tmp_path: Path) -> Path:
    file = tmp_path / "en" / "LC_MESSAGES" / "small.po"
    file.parent.mkdir(parents=True)
    file.write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def test_texts_without_a_translation_are_swedish_and_numbered(tmp_path: Path) -> None:
    told = texts_in(open_catalog(_english(tmp_path), "en"), TOLD, ASKED)

    assert told["t"] == ["Hello.", "Vi ses.", "Det regnar.", "Done", "Hawa"]
    assert told["sv"] == [1, 2, 4]


def test_scenes_are_wholly_or_partly_in_swedish_as_the_game_says_it(tmp_path: Path) -> None:
    told = texts_in(open_catalog(_english(tmp_path), "en"), TOLD, ASKED)

    assert told["part"] == {0: 0, 1: 1}


def test_in_swedish_nothing_is_for_want_of_a_translation(tmp_path: Path) -> None:
    told = texts_in(open_catalog(tmp_path, "sv"), TOLD, ASKED)

    assert (told["sv"], told["part"]) == ([], {})
