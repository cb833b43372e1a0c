"""When not even a page can be shown: a few lines in the window, drawn with hardly anything that could fail.

Any of Esc, Shift and the window's own button ends it; Shift, because that is what hides the game otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.view.palettes import WARM

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDS = frozenset({pygame.K_ESCAPE, pygame.K_LSHIFT, pygame.K_RSHIFT})
_REDRAWN = frozenset(
    {pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN}
)
_LOOK = 14
"""Milliseconds between two looks for events."""


def can_draw(lines: Sequence[str]) -> bool:
    """Whether the letters are those of pygame's own font, which has no others and joins none."""
    return all(sign < "\u0250" or sign in "–—‘’‚“”„…·" for line in lines for sign in line)


def show_lines(window: pygame.Window, lines: Sequence[str]) -> None:
    """Shows the lines until the player has done with them. What fails here is not mended any more: it is raised."""
    window.show()
    _draw(window, lines)
    while True:
        for event in pygame.event.get():
            if event.type in {pygame.QUIT, pygame.WINDOWCLOSE}:
                return
            if event.type == pygame.KEYDOWN and event.key in _ENDS:
                return
            if event.type in _REDRAWN:
                _draw(window, lines)
        pygame.time.wait(_LOOK)


def _draw(window: pygame.Window, lines: Sequence[str]) -> None:
    surface = window.get_surface()
    surface.set_clip(None)
    surface.fill(WARM.paper)
    width, height = surface.get_size()
    edge = max(1, min(width, height) // 16)
    pygame.font.init()
    font = pygame.font.Font(None, max(12, min(height // 18, width // 26)))
    top = edge
    for line in lines:
        words = font.render(line, True, WARM.ink, None, max(1, width - 2 * edge))  # noqa: FBT003
        surface.blit(words, (edge, top))
        top += words.get_height() + edge // 2
    window.flip()


def message(title: str, lines: Sequence[str]) -> bool:
    """The same in a box of the system's own, where it has one; says whether it was seen."""
    try:
        pygame.display.message_box(title, "\n".join(lines), "error")
    except (pygame.error, TypeError):
        return False
    return True
