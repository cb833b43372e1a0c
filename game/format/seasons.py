"""What is seen through a window in another season: the same picture, with other colours outside.

A picture that is wanted in more than one season has what is outside its panes in groups called `outside`, or
`outside_` and a word where there are several; a sky that fades stands in there too. Inside the room nothing changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GROUP = re.compile(r"""<g\b[^>]*\bid\s*=\s*["']outside(?:_\w+)?["'][^>]*>""")
_TAG = re.compile(r"<(/?)g\b[^>]*?(/?)>")
_COLOUR = re.compile(
    r"""\b((?:fill|stroke|stop-color)\s*=\s*["'])(#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?)(?=["'])"""
)
_SHORT = len("#ABC")

_WINTER = {
    # a low sun behind thin cloud: from cold blue to a breath of rose above the snow
    "#CEDFED": "#8FCFE6 #A6DAE6 #A6DCEE #A8DCEC #A9DDEE #AEDDE8 #B5DFE7 #BFE0E6 #BFE3E6 #BFE3EA #C3E5EA #CFE9E6 #D6EEF0",
    "#DEE7EF": "#A9D4D8 #DDF0E0",
    "#F1ECEC": "#E6F1DE #E6F4E2 #E6F4E8 #EAF6EA #F0F2D8 #F2F0DA #F3F3E2 #F4F2D2 #F8EBCB #FAECCB #FAEFD3 #FBEBC8 #FBF3D6",
    # snow: on hills far away, on the ground near by, and on roofs, where it is seen against the sky
    "#F0F5F9": "#9CCB8F #9CCB94 #A9D29A #AFD09A #B4D4A4 #B5D3A2 #B9D5A8 #BFD8AE #E2B45C",
    "#FCFDFE": "#8CC074 #8E4436 #8F4B33 #8FC186 #98C48C #9B5A40 #B4DAA2 #B8583F #C9BBAE #D9CBB0 #7A8A86",
    # rime on trees and bushes, darker where the shade of the leaves was
    "#96AEC2": "#6BAE66 #7FB07C #7FB87E #86BA82 #DB9136",
    "#A9BFD0": "#8FCB7E #93C07E #97C78F #9CC48F #9CCB7F #B2D594 #E3A13C #E8AC3F",
    "#BDCFDC": "#96CC7E #A8D587 #B4D896 #B4DE92 #B7DE93",
    "#E1EBF2": "#C9E4A8 #CFEAA8 #F2C763",
    # what stands up through the snow: dry straws, and a cap on each flower
    "#B5ADA4": "#5E9A54",
    "#F4F8FA": "#E0A02A #F6C93A",
    # a wall that leans towards green
    "#D5DCE2": "#CFE0C8",
}
"""Colours of winter, each with those whose place it takes."""
_AS_EVER = """
    #F3E9D8 #F4EEE2 #F7F1E6 #FBF6EA #D8CDBE #6B5A5A #6B5A5E #5A4A50 #5B4A52 #7A5640 #7A5A48 #8F6B52
    #D98A5C #DB8B5E #E08E74 #E0A27A #E2B08A #F0C878 #FFF1D8 #FFF6E0 #FFF6E4 #8CC0CC #7A5A86 #3F6FA0
    #3A3350 #5C5470 #8A8FA0 #C6553F #D2503C #FFFFFF
"""
"""Trunks and bark, walls and windows, a swing and a bicycle, and clouds: they look the same all year."""


def _table(turned: Mapping[str, str]) -> Mapping[str, str]:
    kept = {colour: colour for colour in _AS_EVER.split()}
    return kept | {old: new for new, olds in turned.items() for old in olds.split()}


SEASONS: Mapping[str, Mapping[str, str]] = {"winter": _table(_WINTER)}
"""What each colour outside becomes, by season. A colour that is not there would stay green: checks tell of it."""


def in_season(svg: str, season: str) -> str:
    """The picture with what is outside as it is then. Colours that are not known in that season stay."""
    table = SEASONS.get(season, {})
    parts, end = [], 0
    for start, stop in _outside(svg):
        parts += [
            svg[end:start],
            _COLOUR.sub(lambda at: at[1] + table.get(_long(at[2]), at[2]), svg[start:stop]),
        ]
        end = stop
    return "".join((*parts, svg[end:]))


def has_outside(svg: str) -> bool:
    """Whether there is anything in the picture that a season could change."""
    return bool(_GROUP.search(svg))


def unturned(svg: str, season: str) -> Iterator[tuple[int, str]]:
    """Colours outside that the season does not know: where each stands first in the picture, and the colour."""
    table, told = SEASONS.get(season, {}), set[str]()
    for start, stop in _outside(svg):
        for found in _COLOUR.finditer(svg, start, stop):
            colour = _long(found[2])
            if colour not in table and colour not in told:
                told.add(colour)
                yield found.start(2), colour


def _outside(svg: str) -> Iterator[tuple[int, int]]:
    """From where to where the groups go."""
    end = 0
    while group := _GROUP.search(svg, end):
        start, depth = group.end(), 1
        for tag in _TAG.finditer(svg, start):
            depth += -1 if tag[1] else 0 if tag[2] else 1
            if not depth:
                break
        end = tag.start() if not depth else len(svg)
        yield start, end


def _long(colour: str) -> str:
    """A colour with two digits for each of its parts, as tables have it."""
    digits = colour[1:] if len(colour) > _SHORT else "".join(2 * digit for digit in colour[1:])
    return f"#{digits.upper()}"
