"""`beratta new`: a folder with a small whole story, to write one's own in."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import STORY_FILE, load_vocabulary
from game.format.plans import list_plans
from game.format.schema import schema_text
from game.format.schema_line import OWN_SCHEMA_FILE, OWN_SCHEMA_LINE, SCHEMA_FILE, SCHEMA_LINE
from game.format.vocabulary import Vocabulary
from game.tools.bookshelf import root_for
from game.tools.command import Status

if TYPE_CHECKING:
    from typing import TextIO

    from game.screens.words import Words

TEMPLATE = Path(__file__).parent / "template_story"
_TITLE = re.compile(r'^title: "Mallen"(?=\s)', re.MULTILINE)
_LATER = "# allow M612: översätts när den svenska texten är färdig"
"""Among stories that are translated, why a new one is not."""
_NAME = re.compile(r"[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?")
_LONGEST = 40
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for itself."""
_TAKEN = frozenset({*_DEVICES, "ui", "signs", "help", "places", "portraits", "vignettes"})
"""Names that would be mistaken for something else: a device, or a translation or folder that all stories share."""
_FIRST = "min-berattelse"


def run(name: str, inside: Path, words: Words, say: TextIO) -> int:
    """Makes the folder `name` in the folder `inside`, and says what to do next.

    Returns 0 when it is there, 1 when it cannot be made, 2 for a name that cannot be one, a folder that is there already
    or one to put it in that is not. Nothing is ever written over, and nothing half made is left.
    """
    if not _NAME.fullmatch(name) or name in _TAKEN:
        say.write(_no_name(words, name) + "\n")
        return Status.USAGE
    if not os.path.isdir(inside):  # noqa: PTH112 - Path.is_dir can raise
        say.write(
            words.ui("Mappen {path} finns inte. Skapa den först, eller välj en annan.", path=inside) + "\n"
        )
        return Status.USAGE
    folder = inside / name
    if os.path.lexists(folder):
        say.write(
            words.ui("{path} finns redan, och skrivs inte över. Välj ett annat namn.", path=folder) + "\n"
        )
        return Status.USAGE
    try:
        _make(folder)
    except OSError as error:
        say.write(_not_made(words, folder, error) + "\n")
        return Status.PROBLEMS
    say.write(_next_steps(words, folder) + "\n")
    return Status.CLEAN


def suggested(name: str) -> str:
    """A name that can be one, as near to what was asked for as there is."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    near = re.sub(r"[^a-z0-9]+", "-", letters).lstrip("-0123456789")[:_LONGEST].strip("-")
    if near in _TAKEN:
        near = f"{near}-berattelse"
    return near or _FIRST


def title_of(name: str) -> str:
    """What a story is called until its author says otherwise."""
    return name.replace("-", " ").capitalize()


def _no_name(words: Words, name: str) -> str:
    if name in _TAKEN:
        return words.ui(
            "{name} är upptaget: det betyder något annat för spelet eller för Windows. Prova: beratta new {suggestion}",
            name=name,
            suggestion=suggested(name),
        )
    return words.ui(
        "Namnet blir en mapp, och ska fungera på alla datorer: små bokstäver från a till z, siffror och bindestreck. Titeln inuti får heta vad som helst. Prova: beratta new {suggestion}",
        suggestion=suggested(name),
    )


def _not_made(words: Words, folder: Path, error: OSError) -> str:
    return words.ui(
        "{path} går inte att skapa: {reason}. Välj en annan mapp med --in.",
        path=folder,
        reason=error.strerror or error,
    )


def _next_steps(words: Words, folder: Path) -> str:
    path = f'"{folder}"' if " " in str(folder) else str(folder)
    return "\n".join(
        (
            words.ui("{path} är klar.", path=folder / STORY_FILE),
            words.ui("Se den medan du skriver: beratta preview {path}", path=path),
            words.ui("Se om något är fel: beratta check {path}", path=path),
            words.ui("Spela den som en elev: beratta play {path}", path=path),
        )
    )


def _make(folder: Path) -> None:
    """All of it or nothing: made beside, under a name that nobody looks at, and then given its own."""
    making = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    try:
        making.mkdir()
        for name, text in _files(folder).items():
            with (making / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _files(folder: Path) -> dict[str, str]:
    """The files of a new story. Among other stories it goes by their schema, alone by one of its own."""
    files = {
        path.name: path.read_text(encoding="utf-8") for path in (TEMPLATE / STORY_FILE, *list_plans(TEMPLATE))
    }
    root = folder.absolute().parent
    later = f"{_LATER}\n" if (root.parent / "locale").is_dir() else ""
    story = _TITLE.sub(f'{later}title: "{title_of(folder.name)}"', files[STORY_FILE], count=1)
    if (root / SCHEMA_FILE).is_file():
        return files | {STORY_FILE: f"{SCHEMA_LINE}\n{story}"}
    vocabulary = load_vocabulary(root_for(folder)).value or Vocabulary()
    return files | {STORY_FILE: f"{OWN_SCHEMA_LINE}\n{story}", OWN_SCHEMA_FILE: schema_text(vocabulary)}
