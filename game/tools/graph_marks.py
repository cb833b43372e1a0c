"""The pieces that a map in SVG is drawn of: cards, words on ways, lines, signs. Every text is escaped here."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from xml.sax.saxutils import escape, quoteattr

from game.story.chart import Kind
from game.tools.graph_plan import LABEL, LABEL_LINE, SIGN, sign_room
from game.tools.graph_text import BOLD, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.layers import Point
    from game.tools.graph_plan import Box
    from game.tools.graph_words import Path, Scenery

STYLE = """
text { font-family: "Atkinson Hyperlegible Next", "Segoe UI", system-ui, "DejaVu Sans", sans-serif; fill: #2A2140; text-anchor: middle; }
.id { font-size: 16px; font-weight: 700; } .words { font-size: 13px; fill: #463B5E; } .detail { font-size: 13px; font-weight: 600; }
.title { font-size: 15px; font-weight: 700; fill: #4C2F6B; } .tag { font-size: 13px; font-weight: 700; }
.start-of-row { text-anchor: start; } .map-title { font-size: 34px; font-weight: 700; } .summary { font-size: 17px; fill: #5A4E72; } .legend { font-size: 15px; }
.chapter { font-size: 19px; font-weight: 700; fill: #4C2F6B; }
.card { stroke: #CDBFE0; stroke-width: 1.5; } .ending { stroke: #4C2F6B; stroke-width: 2.5; } .inner { fill: none; stroke: #4C2F6B; stroke-width: 1.5; }
.start { stroke: #D99B1E; stroke-width: 4; } .lost { fill: #FDE3DC; stroke: #C8432C; stroke-width: 2.5; stroke-dasharray: 9 6; }
.way { fill: none; stroke: #7A6A96; stroke-width: 2; stroke-linecap: round; } .goto { stroke-width: 1.2; } .telling { stroke: #13756D; stroke-width: 3.5; }
.dismissal { stroke: #13756D; stroke-width: 1.8; } .wait { stroke-width: 3; stroke-dasharray: 0.1 7; } .conditional { stroke-dasharray: 8 7; } .never { stroke: #C8432C; }
.label { fill: #FFFFFF; stroke: #CDBFE0; stroke-width: 1.5; } .label.telling { fill: #13756D; stroke: #0D5750; stroke-width: 1.5; } .label.dismissal { fill: #DDEFEA; stroke: #13756D; stroke-width: 1.5; }
.label.wait { stroke: #7A6A96; stroke-width: 2; stroke-dasharray: 0.1 5; stroke-linecap: round; } .label.conditional { stroke: #7A6A96; stroke-dasharray: 6 4; } .label.never { stroke: #C8432C; }
.option { font-size: 13.5px; } .option.telling { fill: #FFFFFF; stroke: none; font-weight: 700; } .option.dismissal { stroke: none; }
.sign { fill: none; stroke: #5A4E72; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; } .sign.telling { stroke: #FFFFFF; } .sign.dismissal { stroke: #0D5750; }
.arrow { fill: #7A6A96; } .arrow.telling, .arrow.dismissal { fill: #13756D; stroke: none; } .arrow.never { fill: #C8432C; }
.band { fill: #FFF7EC; } .pill { fill: #FFC857; }
""".strip()

PALE, FULL = (255, 255, 255), (190, 170, 220)
"""Scenes that hardly any way passes, and those that all pass."""


def tint(share: float | None) -> str:
    """The colour of a scene: the more ways pass it, the deeper."""
    part = share or 0.0
    mixed = (round(pale + (full - pale) * part) for pale, full in zip(PALE, FULL, strict=True))
    return "#" + "".join(f"{each:02X}" for each in mixed)


def number(value: float) -> str:
    """A length as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def text(words: str, x: float, y: float, style: str) -> str:
    """One row of text; `y` is where its letters stand."""
    return f'<text class="{style}" x="{number(x)}" y="{number(y)}">{escape(words)}</text>'


def one_row(words: str, size: float, room: float, at: Point, style: str) -> Iterator[str]:
    """A text in one row, cut off where it does not fit in `room`, its letters being as wide as those of a `size`."""
    for row in rows(words, size, room, 1):
        yield text(row, *at, style)


def titled(words: str) -> str:
    """What a pointer is told that rests on the group."""
    return f"<title>{escape(words)}</title>"


def attribute(words: str) -> str:
    """A text as the value of an attribute, in its quotation marks."""
    return quoteattr(words)


def rounded(box: Box, style: str, radius: float, more: str = "", *, inset: float = 0.0) -> str:
    """A rounded rectangle."""
    x, y = number(box.left + inset), number(box.top + inset)
    width, height = number(box.width - 2 * inset), number(box.height - 2 * inset)
    return f'<rect class="{style}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{number(radius)}"{more}/>'


# --- scenes ----------------------------------------------------------------------------------------


def card(scene: Scenery, box: Box, start: str) -> Iterator[str]:
    """A scene; `start` stands on it where the story begins."""
    style = "card" + " start" * scene.start + " ending" * bool(scene.ending) + " lost" * (not scene.reached)
    fill = "" if not scene.reached else f' fill="{tint(scene.share)}"'
    yield rounded(box, style, 16, fill)
    if scene.ending:
        yield rounded(box, "inner", 12, inset=5)
    yield from one_row(scene.id, 16 * BOLD, box.width - 24, (box.x, box.top + 27), "id")
    middle = (scene.ending, "title", 15 * BOLD) if scene.ending else (scene.begins, "words", 13)
    for row, words in enumerate(rows(middle[0], middle[2], box.width - 22, 2)):
        yield text(words, box.x, box.top + 50 + 18 * row, middle[1])
    detail = " · ".join(filter(None, (scene.detail, scene.passed)))
    yield from one_row(detail, 13 * BOLD, box.width - 18, (box.x, box.bottom - 15), "detail")
    if start:
        yield pill(start, box.left + 44, box.top)


def pill(words: str, x: float, y: float) -> str:
    """A small yellow tag."""
    shape = f'<rect class="pill" x="{number(x - 34)}" y="{number(y - 13)}" width="68" height="24" rx="12"/>'
    return shape + text(words, x, y + 4, "tag")


# --- ways ------------------------------------------------------------------------------------------


def style_of(path: Path) -> str:
    """The classes of a way."""
    kind = path.kind.name.lower()
    return kind + " conditional" * path.conditional + " never" * (not path.reached)


def line(points: Sequence[Point], style: str) -> str:
    """A way's line: straight past the layers, and a curve between each two."""
    (x, y), *rest = points
    drawn = [f"M{number(x)} {number(y)}"]
    for step, (to_x, to_y) in enumerate(rest):
        half = number((y + to_y) / 2)
        curve = f"C{number(x)} {half} {number(to_x)} {half} {number(to_x)} {number(to_y)}"
        drawn.append(f"L{number(to_x)} {number(to_y)}" if step % 2 else curve)
        x, y = to_x, to_y
    return f'<path class="way {style}" d="{" ".join(drawn)}"/>'


def arrow(points: Sequence[Point], style: str) -> str:
    """The head at the end of a line, which comes from above or, where a way leads back, from below."""
    x, y = points[-1]
    back = -9 if y > points[-2][1] else 9
    corners = ((x, y), (x - 5.5, y + back), (x + 5.5, y + back))
    return f'<polygon class="arrow {style}" points="{" ".join(f"{number(a)},{number(b)}" for a, b in corners)}"/>'


def label(path: Path, shown: Sequence[str], box: Box) -> Iterator[str]:
    """The words on a way, with a sign before them."""
    yield rounded(box, f"label {style_of(path)}", 13)
    yield from sign(path.kind, box.left + 12, box.y)
    x = box.x + sign_room(path) / 2
    first = box.y - LABEL_LINE * (len(shown) - 1) / 2 + LABEL * 0.36
    for row, words in enumerate(shown):
        yield text(words, x, first + LABEL_LINE * row, f"option {path.kind.name.lower()}")


def sign(kind: Kind, left: float, middle: float) -> Iterator[str]:
    """A tick for who listens, a cross for who waves it off, three dots for waiting."""
    style = kind.name.lower()
    match kind:
        case Kind.TELLING:
            yield _drawn(style, left, middle, "M1 0 L6 5 L14 -6")
        case Kind.DISMISSAL:
            yield _drawn(style, left, middle, "M2 -5 L12 5 M12 -5 L2 5")
        case Kind.WAIT:
            yield _drawn("pause", left, middle, f"M1 0 h0.1 M{number(SIGN / 3)} 0 h0.1 M13.7 0 h0.1")
        case Kind.CHOICE | Kind.GOTO:
            return
        case _:
            assert_never(kind)


def _drawn(style: str, left: float, middle: float, strokes: str) -> str:
    return (
        f'<path class="sign {style}" transform="translate({number(left)} {number(middle)})" d="{strokes}"/>'
    )
