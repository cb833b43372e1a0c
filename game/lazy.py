"""Parts that are loaded when they are first used: a proof, a terminal, a contact sheet.

The window of the game has to be there at once, and does not wait for what only some commands need. A module
that leaves a part for later says so twice, at its top, so that nothing goes round mypy or the arrows between parts:

    if TYPE_CHECKING:
        from game.tools.check_command import run as check
    else:
        check = later("game.tools.check_command", "run")

mypy reads the import; tests/test_arrows.py holds the two together. Nothing else calls `import_module`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def later(module: str, name: str) -> Callable[..., object]:
    """What a module calls `name`, to be called as it is there; the module is loaded by the first call."""

    def called(*values: object, **named: object) -> object:
        there: Callable[..., object] = getattr(import_module(module), name)
        return there(*values, **named)

    return called
