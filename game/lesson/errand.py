"""What a stage asks of the hub that it starts. It goes by the environment: what stands on a command line, others can read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.lesson.strict import ProtocolError, fields, parsed, rows, text, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "BERATTA_HUB"
"""The environment's variable."""

_KEYS = ("database", "invite", "ports", "teacher_port", "orphan_minutes")
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Errand:
    """The database's file, the invitation that the stage will show, the ports (0 is any), and how long the hub goes on without
    a stage.
    """

    database: str
    invite: str
    ports: tuple[int, ...]
    teacher_port: int
    orphan_minutes: int

    def environment(self) -> dict[str, str]:
        """What the environment of the hub's process has beside all else."""
        return {NAME: json.dumps({key: getattr(self, key) for key in _KEYS})}


def errand_in(environment: Mapping[str, str]) -> Errand:
    """What a stage has asked. Raises ProtocolError where none has."""
    found = fields(parsed(environment.get(NAME, "")), _KEYS)
    invite = text(found["invite"], 200)
    if not invite:
        raise ProtocolError("no invitation")
    return Errand(
        text(found["database"], 4096),
        invite,
        tuple(whole(port, 0, _LAST_PORT) for port in rows(found["ports"], 100)),
        whole(found["teacher_port"], 0, _LAST_PORT),
        whole(found["orphan_minutes"], 0, 24 * 60),
    )
