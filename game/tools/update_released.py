"""Records what is given out of stories, for `beratta check`: `python -m game.tools.update_released [NAME …]`.

Run it when a version is given out, not before: what it records is what classes and translators rely on from then on.
"""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from game.format.load import list_stories, load_story, load_vocabulary
from game.format.released import RELEASED_FILE, released_text
from game.format.vocabulary import Vocabulary
from game.resources import SCENARIOS
from game.tools.bookshelf import root_for, story_file
from game.tools.check_formats import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def record(scenarios: Path, names: Sequence[str], number: str, on: date) -> tuple[Path, ...]:
    """Writes the record of each story, of all that are shipped when none is named; gives the files that were written.

    `names` are those of shipped stories, or paths to a story or its folder. One that cannot be read raises ValueError with
    its name, and nothing is written.
    """
    texts: dict[Path, str] = {}
    for name in names or list_stories(scenarios):
        file = story_file(name, scenarios)
        vocabulary = load_vocabulary(root_for(file.absolute().parent)).value if file else None
        story = load_story(file, vocabulary or Vocabulary()).value if file else None
        if file is None or story is None:
            raise ValueError(name)
        texts[file.parent / RELEASED_FILE] = released_text(number, on.isoformat(), story.scenes)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def main(arguments: Sequence[str]) -> int:
    """0 when all is recorded, 1 when a story cannot be read."""
    try:
        written = record(SCENARIOS, arguments, version("beratta"), date.today())  # noqa: DTZ011
    except ValueError as error:
        sys.stderr.write(f"{error}: see `beratta check`\n")
        return 1
    for path in written:
        sys.stdout.write(f"{shown(path)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
