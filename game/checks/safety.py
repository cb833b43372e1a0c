"""What the checks of safeguarding know of the world: `safety.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.nodes import read
from game.format.reading import Fields, Reading

if TYPE_CHECKING:
    from game.format.nodes import Node

_FILE = Path(__file__).with_name("safety.yaml")
_DECADE = 3650


@dataclass(frozen=True, slots=True)
class Safety:
    """`help_lasts` and `told_ahead` are in days; `fictional` are ranges of telephone numbers, as digits, both ends included.

    `kinds_of_school` are the beginnings of words such as “grundskolan”, which name no school.
    """

    help_lasts: int
    told_ahead: int
    fictional: tuple[tuple[str, str], ...]
    kinds_of_school: frozenset[str]

    def is_fictional(self, digits: str) -> bool:
        """Whether a number is set aside for stories."""
        return any(len(digits) == len(low) and low <= digits <= high for low, high in self.fictional)


@cache
def safety() -> Safety:
    """What the file says."""
    tree = read(_FILE.read_text(encoding="utf-8"), _FILE.name).value
    assert tree, "the file is part of the program"
    reading = Reading()
    fields = Fields(
        reading, tree, "safety", ("help_lasts", "told_ahead", "fictional_numbers", "kinds_of_school")
    )
    days, ahead = _days(reading, fields, "help_lasts"), _days(reading, fields, "told_ahead")
    ranges = tuple(_range(reading, item) for item in reading.items(fields.get("fictional_numbers")))
    kinds = frozenset(reading.text(item) for item in reading.items(fields.get("kinds_of_school")))
    assert not reading.problems, reading.problems
    return Safety(days, ahead, ranges, kinds)


def _days(reading: Reading, fields: Fields, name: str) -> int:
    node = fields.need(name)
    days = reading.whole(node, 1, _DECADE) if node else None
    assert days, "the file is part of the program"
    return days


def _range(reading: Reading, node: Node) -> tuple[str, str]:
    fields = Fields(reading, node, "safety", ("from", "to", "source", "checked_on"))
    return fields.need_text("from"), fields.need_text("to")
