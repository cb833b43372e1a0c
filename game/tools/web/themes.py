"""The game's colours and letters as a style sheet: a variable for each colour of a theme, and the faces of the typefaces."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from game.screens.page import Look, Tone
from game.screens.settings import Theme
from game.view.palettes import PALETTES, CardPaint, Paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.view.palettes import Colour, Palette

_SCHEMES = {Theme.WARM: "light", Theme.DARK: "dark", Theme.CONTRAST: "dark"}


def themes() -> str:
    """The rules for `:root` in each theme: `data-theme` says which; without it, the warm one."""
    return "".join(_rule(theme, palette) for theme, palette in PALETTES.items())


def _rule(theme: Theme, palette: Palette) -> str:
    name = theme.name.lower()
    selector = f':root,:root[data-theme="{name}"]' if theme is Theme.WARM else f':root[data-theme="{name}"]'
    body = "".join(f"--{variable}:{value};" for variable, value in _variables(palette))
    return f"{selector}{{color-scheme:{_SCHEMES[theme]};{body}}}\n"


def _variables(palette: Palette) -> Iterator[tuple[str, str]]:
    for each in fields(palette):
        yield from _of(each.name.replace("_", "-"), getattr(palette, each.name))
    for look in Look:
        yield from _painted(f"look-{_name(look)}", palette.looks()[look])
    for tone in Tone:
        yield from _carded(f"tone-{_name(tone)}", palette.tones()[tone])


def _of(name: str, value: object) -> Iterator[tuple[str, str]]:
    match value:
        case (int(red), int(green), int(blue)):
            yield name, css((red, green, blue))
        case (outer, inner):
            yield from _of(f"{name}-outer", outer)
            yield from _of(f"{name}-inner", inner)
        case Paint():
            yield from _painted(name, value)
        case int():
            yield name, f"{value / 255:.3g}"
        case _:
            yield name, "transparent"


def _painted(name: str, paint: Paint) -> Iterator[tuple[str, str]]:
    yield f"{name}-fill", css(paint.fill)
    yield f"{name}-words", css(paint.words)
    yield f"{name}-edge", css(paint.edge)
    yield f"{name}-rim", css(paint.rim) if paint.rim else "transparent"


def _carded(name: str, paint: CardPaint) -> Iterator[tuple[str, str]]:
    yield f"{name}-fill", css(paint.fill)
    yield f"{name}-strip", css(paint.strip) if paint.strip else "transparent"
    yield f"{name}-icon", css(paint.icon)
    yield f"{name}-tag", css(paint.tag)
    yield f"{name}-tag-words", css(paint.tag_words)


def _name(member: Look | Tone) -> str:
    return member.name.lower().replace("_", "-")


def css(colour: Colour) -> str:
    """A colour as style sheets write it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
