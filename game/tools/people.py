"""The people that stories are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.resources import SCENARIOS
from game.view.rig import load_rig

if TYPE_CHECKING:
    from pathlib import Path

    from game.view.rig import Rig

PORTRAITS = "portraits"


def people_of(root: Path) -> Rig | None:
    """Those of a folder of stories; the shipped ones, where it has none that can be drawn.

    None where these cannot be drawn either: then nobody is seen, and everybody is heard all the same.
    """
    for folder in (root, SCENARIOS):
        try:
            return load_rig(folder / PORTRAITS)
        except (OSError, LookupError, TypeError, ValueError, AttributeError):
            continue
    return None
