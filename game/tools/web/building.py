"""A whole edition, as files by their paths: the page, its style and scripts, its data, pictures and letters."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from game.format.place_pictures import place_svg
from game.screens.intents import Refused
from game.screens.start import TITLE_STAGE
from game.tools.web import letters
from game.tools.web.dolls import tidied
from game.tools.web.refusals import TooLarge, Unreadable
from game.tools.web.scripts import data_scripts
from game.tools.web.shelf import file_code, shelf, ui
from game.tools.web.stories import Told, told
from game.tools.web.themes import themes
from game.view.rig import load_rig

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.screens.model import Library
    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.view.rig import Rig

STATIC = Path(__file__).parent / "static"
"""What is the same in every edition, and `index.html`, in which all of it is named."""
PAGE, LIST = "index.html", "files.sha256"
"""The page, and the list of all other files, which `sha256sum --check` understands."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All files of an edition, and which of its stories and languages there are."""

    files: Mapping[str, bytes]
    stories: tuple[str, ...]
    languages: tuple[str, ...]

    def to_first_scene(self) -> int:
        """Bytes that come, packed, before the first line of a story is read: of the story and language with the most."""
        shared = [path for path in self.files if path.count("/") == 0 and path != LIST]
        shared += ["data/shelf.js", *letters.at_first()]
        places = sorted(self._weight(path) for path in self.files if path.startswith("art/"))
        weights = (self._weights(self._of_story(*each)) for each in product(self.stories, self.languages))
        words = max(self._weight(f"data/ui.{code}.js") for code in self.languages)
        return self._weights(shared) + words + max(weights, default=0) + sum(places[-2:])

    def in_all(self) -> int:
        """Bytes of everything, each file packed."""
        return self._weights(self.files)

    def _of_story(self, story: str, code: str) -> tuple[str, ...]:
        return f"data/story.{story}.js", f"data/story.{story}.art.js", f"data/story.{story}.{code}.js"

    def _weights(self, paths: Iterable[str]) -> int:
        return sum(self._weight(path) for path in paths)

    def _weight(self, path: str) -> int:
        return packed(self.files[path])


def packed(data: bytes) -> int:
    """How many bytes a web server sends of a file."""
    return len(gzip.compress(data, 9, mtime=0))


def edition(bookshelf: Bookshelf, stories: Sequence[str], *, inline: bool = False) -> Edition:
    """The edition of these stories in all languages. `inline` has letters and places in the data that names them.

    Raises Unreadable for a story that cannot be played, and TooLarge.
    """
    languages = {file_code(each.code): each for each in bookshelf.library().languages}
    words = {code: bookshelf.words(each.code) for code, each in languages.items()}
    rig = load_rig(bookshelf.scenarios / "portraits")
    worked_out = {name: _told(bookshelf, name, rig, words) for name in stories}
    places = _places(bookshelf, worked_out.values())
    data = _data(bookshelf.library(), worked_out, words, rig, _addresses(places, inline=inline))
    files = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file()}
    files["themes.css"] = (letters.rules(inline=inline) + themes()).encode()
    files |= {path: text.encode() for path, text in data.items()}
    if not inline:
        files |= {f"art/{name}.svg": svg.encode() for name, svg in places.items()} | letters.files()
    return Edition(files, tuple(worked_out), tuple(languages))


def _told(bookshelf: Bookshelf, name: str, rig: Rig, words: Mapping[str, Words]) -> Told:
    opened = bookshelf.open_story(name)
    if isinstance(opened, Refused):
        raise Unreadable(name)
    found = told(opened.machine, bookshelf.library().signs, rig, words)
    if not isinstance(found, Told):
        raise TooLarge(name, found)
    return found


def _data(
    library: Library,
    worked_out: Mapping[str, Told],
    words: Mapping[str, Words],
    rig: Rig,
    addresses: Mapping[str, str],
) -> dict[str, str]:
    marks = {name: each.story["mark"] for name, each in worked_out.items()}
    abouts = [about for about in library.abouts if about.id in marks]
    languages = {
        file_code(each.code): ui(each, library, abouts, words[file_code(each.code)])
        for each in library.languages
    }
    return data_scripts(shelf(library, marks, rig, addresses), languages, worked_out)


def _places(bookshelf: Bookshelf, worked_out: Iterable[Told]) -> dict[str, str]:
    """The drawings of all places where anything happens, by their names."""
    covers = {about.cover for about in bookshelf.library().abouts if about.cover}
    there = {place for each in worked_out for place in each.story["places"]} | covers | {TITLE_STAGE.place}
    folder = bookshelf.scenarios / "places"
    drawn = ((place, place_svg(folder, place).value) for place in sorted(there))
    return {place: tidied(svg) for place, svg in drawn if svg is not None}


def _addresses(places: Mapping[str, str], *, inline: bool) -> dict[str, str]:
    return {
        name: f"data:image/svg+xml,{quote(svg)}" if inline else f"art/{name}.svg"
        for name, svg in places.items()
    }


def listed(files: Mapping[str, bytes]) -> bytes:
    """The list of the files with their digests."""
    rows = (f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return "".join(rows).encode()
