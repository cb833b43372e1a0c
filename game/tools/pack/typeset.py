"""Sets a document as PDF/UA-1, with the game's own fonts; the only place that knows typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typst

from game.tools.pack.document import UnsettableError
from game.view.typefaces import FONTS

if TYPE_CHECKING:
    from game.tools.pack.document import Document

TEMPLATES = Path(__file__).parent / "templates"
NO_DATE = 0
"""Seconds since 1970: the same story gives the same file on any day."""


def typeset(document: Document) -> bytes:
    """The PDF; texts come as data, so nothing in them is ever read as typst's own language. Raises `UnsettableError`."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    try:
        made = typst.compile(
            TEMPLATES / document.template,
            root=TEMPLATES,
            font_paths=fonts,
            sys_inputs={"data": document.data},
            format="pdf",
            pdf_standards="ua-1",
            timestamp=NO_DATE,
        )
    except typst.TypstError as error:
        raise UnsettableError(error.message) from error
    assert made is not None, "the bytes are given where no file is"
    return made
