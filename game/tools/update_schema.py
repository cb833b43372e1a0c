"""Refreshes the schema by which editors complete and validate stories: `python -m game.tools.update_schema`.

Without arguments that is the one beside the shipped stories. With folders, each gets its own: a folder of stories
`story.schema.json`, and the folder of one story, which may travel alone, `.story.schema.json`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import SHARED_FILES, STORY_FILE, load_vocabulary
from game.format.schema import schema_text
from game.format.schema_line import OWN_SCHEMA_FILE, SCHEMA_FILE
from game.resources import SCENARIOS
from game.tools.command import Status

if TYPE_CHECKING:
    from collections.abc import Sequence


def update(folder: Path) -> Path | None:
    """Writes the schema of a folder of stories, or of one story; None when it was up to date."""
    alone = (folder / STORY_FILE).exists()
    path = folder / (OWN_SCHEMA_FILE if alone else SCHEMA_FILE)
    vocabulary = load_vocabulary(_shared(folder.absolute().parent if alone else folder)).value
    assert vocabulary is not None, "there always is a vocabulary"
    data = schema_text(vocabulary).encode()
    if path.exists() and path.read_bytes() == data:
        return None
    path.write_bytes(data)
    return path


def _shared(folder: Path) -> Path:
    """Where the files are that stories in a folder share: there, otherwise those that are shipped."""
    return folder if (folder / SHARED_FILES[0]).exists() else SCENARIOS


def main(arguments: Sequence[str]) -> int:
    """0 when all is up to date, 1 when a schema cannot be written."""
    try:
        for folder in [Path(each) for each in arguments] or [SCENARIOS]:
            if written := update(folder):
                sys.stdout.write(f"{written}\n")
    except OSError as error:
        sys.stderr.write(f"{error.filename}: {error.strerror}\n")
        return Status.PROBLEMS
    return Status.CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
