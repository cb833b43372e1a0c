"""`beratta graph`: a map of a story, as a picture (SVG) or as a file for Graphviz or Mermaid."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import SHARED_FILES, list_stories, load_story, load_vocabulary
from game.resources import SCENARIOS
from game.story.chart import chart
from game.story.engine import Machine
from game.tools.bookshelf import story_file, story_id
from game.tools.command import Status, no_such_story
from game.tools.graph_dot import dot
from game.tools.graph_mermaid import mermaid
from game.tools.graph_svg import svg
from game.tools.graph_words import Worded, worded

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from game.screens.words import Words
    from game.story.model import Story

WORK = 2_000_000
"""Scenes times states of a story that are looked into; more would take too long for a picture."""
STDOUT = Path("-")
FORMATS: dict[str, Callable[[Worded, Words, str], str]] = {".svg": svg, ".dot": dot, ".mmd": mermaid}


def run(
    name: str, out: Path | None, words: Words, language: str, say: TextIO, *, scenarios: Path = SCENARIOS
) -> int:
    """Draws the map of the story called `name`, or at that path, into `out`; None is NAME.svg here, and `-` is `say`.

    The ending of `out` decides what is written: .svg, .dot or .mmd. A story with mistakes is drawn as long as
    it can be read. Returns 0, 1 when something is wrong, 2 for a name, a path or an ending that there is not.
    """
    file = story_file(name, scenarios)
    if file is None:
        say.write(no_such_story(words, name, list_stories(scenarios)) + "\n")
        return Status.USAGE
    if out is None:
        out = Path(f"{story_id(file)}.svg")
    written = FORMATS.get(".svg" if out == STDOUT else out.suffix.lower())
    if written is None:
        unknown = words.ui(
            "{path} kan inte bli en karta: namnet ska sluta på .svg, .dot eller .mmd.", path=out
        )
        say.write(unknown + "\n")
        return Status.USAGE
    story = _story(file, scenarios)
    if story is None:
        say.write(words.ui("{name} går inte att läsa. beratta check {name} säger varför.", name=name) + "\n")
        return Status.PROBLEMS
    drawn = written(worded(chart(Machine(story), WORK), story, words), words, language)
    return _write(drawn, out, words, say)


def _story(file: Path, scenarios: Path) -> Story | None:
    """The story in a file; it may refer to what stands beside its folder, otherwise to what is shipped."""
    beside = file.absolute().parent.parent
    root = beside if os.path.lexists(beside / SHARED_FILES[0]) else scenarios
    vocabulary = load_vocabulary(root).value
    assert vocabulary is not None, "there always is a vocabulary"
    return load_story(file, vocabulary).value


def _write(drawn: str, out: Path, words: Words, say: TextIO) -> int:
    if out == STDOUT:
        say.write(drawn)
        return Status.CLEAN
    try:
        out.write_text(drawn, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        unwritable = words.ui(
            "{path} går inte att skriva: {reason}. Välj en annan fil med -o.", path=out, reason=reason
        )
        say.write(unwritable + "\n")
        return Status.PROBLEMS
    say.write(words.ui("{path} är klar.", path=out) + "\n")
    return Status.CLEAN
