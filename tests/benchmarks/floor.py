"""The floor: what a bare pygame-ce window needs for the same things, without the game."""

from __future__ import annotations

import json
import sys
import time

import pygame

from tests.benchmarks.bare_window import open_bare
from tests.benchmarks.conditions import LARGE, SMALL
from tests.benchmarks.sampling import Idle, peak_memory


def idle(settle: float, seconds: float) -> dict[str, object]:
    """Waiting for events that do not come."""
    open_bare(SMALL)
    sample = Idle(settle, seconds)
    sample.start()
    while pygame.event.wait().type != pygame.QUIT:
        pass
    return {"share": sample.share}


def memory() -> dict[str, object]:
    """With one window, one font and one more picture as large as the window."""
    window = open_bare(SMALL)
    pygame.font.init()
    picture = window.get_surface().copy()
    return {"mb": peak_memory(), "size": picture.get_size()}


def keys(count: int) -> dict[str, object]:
    """A key, one line of text on one colour, and the picture of it."""
    window = open_bare(SMALL)
    pygame.font.init()
    font = pygame.font.Font(None, 30)
    took = []
    for number in range(count):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE))
        began = time.perf_counter()
        pygame.event.get()
        surface = window.get_surface()
        surface.fill((250, 245, 235))
        surface.blit(
            font.render(f"En rad text, den {number}:e i ordningen.", antialias=True, color=(40, 30, 60)),
            (80, 600),
        )
        window.flip()
        took.append(time.perf_counter() - began)
    return {"took": took}


def frames(count: int) -> dict[str, object]:
    """One picture that fades into another, both as large as the window."""
    window = open_bare(LARGE)
    surface = window.get_surface()
    before, after = surface.copy(), surface.copy()
    took = []
    for number in range(count):
        began = time.perf_counter()
        surface.blit(after, (0, 0))
        before.set_alpha(255 * number // count)
        surface.blit(before, (0, 0))
        window.flip()
        took.append(time.perf_counter() - began)
    return {"took": took}


def main(kind: str, *numbers: str) -> dict[str, object]:
    match kind:
        case "idle":
            return idle(*map(float, numbers))
        case "memory":
            return memory()
        case "keys":
            return keys(*map(int, numbers))
        case "frames":
            return frames(*map(int, numbers))
        case _:
            raise ValueError(kind)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])), flush=True)
