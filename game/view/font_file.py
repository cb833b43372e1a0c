"""Opening a font, from a file that may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from pathlib import Path


def font_from(file: Path, size: int) -> pygame.font.Font | None:
    """The font of a file, or None where it cannot be set from."""
    pygame.font.init()
    try:
        font = pygame.font.Font(file, size)
        # pygame-ce makes a font of any file (its pull request 3064), and most questions about one that is none end the
        # whole process. This one is answered with an error.
        font.size(" ")
    except (OSError, ValueError, pygame.error):
        return None
    return font
