"""Ages as authors write them: `13-15`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.format.nodes import Node, Scalar

if TYPE_CHECKING:
    from game.format.reading import Reading

AGES = re.compile(r"([0-9]{1,3}) ?[-–] ?([0-9]{1,3})")
MOST_YEARS = 120
"""The oldest reader."""


def ages(reading: Reading, node: Node | None) -> tuple[int, int]:
    """The youngest and the oldest in years, both included."""
    if node is None:
        return 0, 0
    found = AGES.fullmatch(node.text) if isinstance(node, Scalar) else None
    if not found:
        reading.wrong(node, "ages")
        return 0, 0
    youngest, oldest = int(found[1]), int(found[2])
    if not youngest <= oldest <= MOST_YEARS:
        reading.add("F126", node.at, youngest=youngest, oldest=oldest)
    return youngest, oldest
