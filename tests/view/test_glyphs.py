"""What the fonts can show is known without opening one."""

from __future__ import annotations

from game.view.cmap import characters
from game.view.glyphs import drawable
from game.view.text_blocks import Weight
from game.view.typefaces import FONTS, KNOWN, TYPEFACES


def test_what_can_be_drawn_is_what_the_typefaces_have() -> None:
    faces = [characters(FONTS / face.upright[Weight.REGULAR]) for face in TYPEFACES]

    assert drawable() == frozenset().union(*faces)


def test_what_every_swedish_text_is_written_with_can_be_drawn() -> None:
    assert drawable() >= KNOWN
    assert "😀" not in drawable()
