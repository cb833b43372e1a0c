"""The people that stories are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.resources import SCENARIOS
from game.view.rig import load_rig

if TYPE_CHECKING:
    from pathlib import Path

    from game.view.rig import Rig

PORTRAITS = "portraits"


def people_of(root: Path) -> Rig:
    """Those of a folder of stories; the shipped ones, where it has none that can be drawn."""
    try:
        return load_rig(root / PORTRAITS)
    except (OSError, KeyError, TypeError, ValueError):
        return load_rig(SCENARIOS / PORTRAITS)
