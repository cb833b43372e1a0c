"""The typefaces of an edition: files that are not subset or changed, their licences, and the rules that name them."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from game.view.text_blocks import Weight
from game.view.typefaces import DYSLEXIC, FONTS, HYPERLEGIBLE, Typeface

_TYPES = {".ttf": "font/ttf", ".otf": "font/otf"}
_WEIGHTS = {Weight.REGULAR: 400, Weight.SEMIBOLD: 600, Weight.BOLD: 700}


@dataclass(frozen=True, slots=True)
class _Letters:
    """A file of a typeface: the family's name on the page, its weight, and whether it is italic."""

    family: str
    file: str
    weight: int
    italic: bool = False
    scale: float = 1.0


def _of(family: str, face: Typeface, weight: Weight, *, italic: bool = False) -> _Letters:
    file = (face.italic if italic else face.upright)[weight]
    return _Letters(family, file, _WEIGHTS[weight], italic, face.scale)


CLEAR, DYSLEXIA = "Atkinson Hyperlegible Next", "OpenDyslexic"
"""The families as style sheets name them. Arabic is set in the device's own letters, which all devices have."""
LETTERS = (
    *(_of(CLEAR, HYPERLEGIBLE, weight) for weight in Weight),
    _of(CLEAR, HYPERLEGIBLE, Weight.REGULAR, italic=True),
    _of(DYSLEXIA, DYSLEXIC, Weight.REGULAR),
    _of(DYSLEXIA, DYSLEXIC, Weight.BOLD),
)


def files() -> dict[str, bytes]:
    """The files by their paths in the edition, each typeface with its licence."""
    names = [each.file for each in LETTERS]
    licences = dict.fromkeys(f"{name.partition('-')[0]}-OFL.txt" for name in names)
    return {f"fonts/{name}": (FONTS / name).read_bytes() for name in (*names, *licences)}


def at_first() -> tuple[str, ...]:
    """The paths of the files that are asked for without anybody having chosen letters."""
    return tuple(f"fonts/{each.file}" for each in LETTERS if each.family == CLEAR)


def rules(*, inline: bool) -> str:
    """The rules that a style sheet needs; `inline` has the files in it."""
    return "".join(_rule(each, _inside(each) if inline else f"fonts/{each.file}") for each in LETTERS)


def _rule(letters: _Letters, address: str) -> str:
    style = "italic" if letters.italic else "normal"
    size = f"size-adjust:{letters.scale:.1%};" if letters.scale != 1.0 else ""
    return (
        f'@font-face{{font-family:"{letters.family}";font-weight:{letters.weight};font-style:{style};'
        f'font-display:swap;{size}src:url("{address}")}}\n'
    )


def _inside(letters: _Letters) -> str:
    path = FONTS / letters.file
    return f"data:{_TYPES[path.suffix]};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
