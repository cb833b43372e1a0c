"""A bare pygame-ce window with one picture in it, from the start of its process. It says when that was there."""

from __future__ import annotations

import json
import time

import pygame

from tests.benchmarks.conditions import SMALL


def open_bare(size: tuple[int, int]) -> pygame.Window:
    """A window with a picture of one colour in it."""
    pygame.display.init()
    window = pygame.Window("floor", size, hidden=True, resizable=True)
    window.get_surface().fill((250, 245, 235))
    window.flip()
    window.show()
    return window


if __name__ == "__main__":
    open_bare(SMALL)
    pygame.event.get()
    print(json.dumps({"at": time.monotonic()}), flush=True)
