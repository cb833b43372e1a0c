"""The typefaces, and in which order they are asked for a glyph. Any of their files may be missing or broken.

A new script is a new row in `TYPEFACES` and a file in `fonts/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import pygame

from game.lazy import later
from game.screens.settings import Face
from game.view.cmap import characters
from game.view.font_file import font_from
from game.view.scripts import stands_apart
from game.view.text_blocks import Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.view.system_typeface import system_typeface
else:
    # Only who asks for the computer's own letters waits until they are found.
    system_typeface = later("game.view.system_typeface", "system_typeface")

FONTS = Path(__file__).resolve().parent / "fonts"

# The first typeface is known to have these, so Swedish never costs the reading of a font's tables.
KNOWN = frozenset(
    chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)) if code not in (0xAD, 0xB5)
) | set("–—‘’‚“”„•…‹›€™−")


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """One design in its weights. `italic` is empty where there is none; `script` is its ISO 15924 code.

    The script is empty where HarfBuzz needs none to shape the letters; such a typeface sets only scripts whose letters
    stand apart. Files are those of `FONTS`, or have their whole path. `scale` makes small letters as high as those of
    other typefaces in the same size. `known` are characters that it has for sure, `alike` says that all its weights
    have the same.
    """

    upright: Mapping[Weight, str]
    italic: Mapping[Weight, str]
    script: str = ""
    scale: float = 1.0
    known: frozenset[str] = frozenset()
    alike: bool = True

    def covers(self, text: str) -> bool:
        """Whether the typeface has a glyph for every character, in every weight."""
        if not self.script and not stands_apart(text):
            return False
        asked = (self.file(Weight.REGULAR, italic=False),) if self.alike else self.files
        return all(characters(FONTS / file).issuperset(text) for file in asked)

    def file(self, weight: Weight, *, italic: bool) -> str:
        """The file to set it from: the nearest one that can be opened."""
        return _nearest(self, weight, italic, FONTS)

    def sized(self, size: int) -> int:
        """How large its font must be for letters of that size."""
        return max(1, round(size * self.scale))

    @property
    def files(self) -> tuple[str, ...]:
        """All its files, each once."""
        return tuple(dict.fromkeys((*self.upright.values(), *self.italic.values())))

    @property
    def is_there(self) -> bool:
        """Whether one of its files, at least, can be opened."""
        return _opens(FONTS / self.file(Weight.REGULAR, italic=False))


HYPERLEGIBLE = Typeface(
    upright={
        Weight.REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
        Weight.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBold.ttf",
        Weight.BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    },
    italic={
        Weight.REGULAR: "AtkinsonHyperlegibleNext-Italic.ttf",
        Weight.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
        Weight.BOLD: "AtkinsonHyperlegibleNext-BoldItalic.ttf",
    },
    known=KNOWN,
)
ARABIC = Typeface(
    upright={
        Weight.REGULAR: "NotoSansArabic-Regular.ttf",
        Weight.SEMIBOLD: "NotoSansArabic-Bold.ttf",
        Weight.BOLD: "NotoSansArabic-Bold.ttf",
    },
    italic={},
    script="Arab",
)
TYPEFACES = (HYPERLEGIBLE, ARABIC)
"""What text is set in that asks for nothing else, and what the other typefaces fall back on."""

X_HEIGHT = 0.496
"""How high Hyperlegible's small letters are, in parts of its size."""
DYSLEXIC = Typeface(
    upright={
        Weight.REGULAR: "OpenDyslexic-Regular.otf",
        Weight.SEMIBOLD: "OpenDyslexic-Bold.otf",
        Weight.BOLD: "OpenDyslexic-Bold.otf",
    },
    italic={
        Weight.REGULAR: "OpenDyslexic-Italic.otf",
        Weight.SEMIBOLD: "OpenDyslexic-BoldItalic.otf",
        Weight.BOLD: "OpenDyslexic-BoldItalic.otf",
    },
    scale=X_HEIGHT / 0.56,
    known=KNOWN - {"\u00a0"},
)
_PYGAMES_OWN = str(Path(pygame.__file__).resolve().parent / pygame.font.get_default_font())
_LAST = Typeface(upright=dict.fromkeys(Weight, _PYGAMES_OWN), italic={})


def typefaces(face: Face) -> tuple[Typeface, ...]:
    """The typefaces for the reader's choice, in the order in which they are asked for a glyph.

    What cannot be opened is left out; where no letters are left, there are pygame's own.
    """
    chosen = _chosen(face)
    letters = tuple(each for each in dict.fromkeys((chosen, HYPERLEGIBLE)) if each and each.is_there)
    return (*(letters or (_LAST,)), *(each for each in (ARABIC,) if each.is_there))


def _chosen(face: Face) -> Typeface | None:
    match face:
        case Face.HYPERLEGIBLE:
            return HYPERLEGIBLE
        case Face.DYSLEXIC:
            return DYSLEXIC
        case Face.SYSTEM:
            return system_typeface()
        case _:
            assert_never(face)


@lru_cache(maxsize=64)
def _nearest(face: Typeface, weight: Weight, italic: bool, folder: Path) -> str:  # noqa: FBT001
    wanted = (face.italic if italic and face.italic else face.upright)[weight]
    candidates = (wanted, face.upright[weight], *face.files)
    return next((file for file in candidates if _opens(folder / file)), wanted)


@lru_cache(maxsize=64)
def _opens(file: Path) -> bool:
    return font_from(file, 16) is not None
