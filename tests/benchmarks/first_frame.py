"""The real program, from its command until it has shown its first picture and waits. It says when, and is gone.

An argument is another folder of stories than the shipped one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pygame

from game import cli

if TYPE_CHECKING:
    from collections.abc import Callable


class _Window(pygame.Window):
    """A window that knows whether a picture has been shown."""

    shown: ClassVar[bool] = False

    def flip(self) -> None:
        super().flip()
        type(self).shown = True


def _once_shown(real: Callable[..., object]) -> Callable[..., object]:
    """The same call, but the end of the process as soon as a picture has been shown."""

    def called(*given: object, **named: object) -> object:
        if _Window.shown:
            print(json.dumps({"at": time.monotonic()}), flush=True)
            os._exit(0)
        return real(*given, **named)

    return called


if __name__ == "__main__":
    if sys.argv[1:]:
        cli.SCENARIOS = Path(sys.argv[1])  # type: ignore[attr-defined]
    pygame.Window = _Window  # type: ignore[misc]
    for name in ("wait", "poll", "peek", "get"):
        setattr(pygame.event, name, _once_shown(getattr(pygame.event, name)))
    cli.main([])
