"""What a stage asks of the hub that it starts. It goes by the hub's standard input: what stands on a command line, or in an
environment, others may read. So a hub can also be started before there is anything to ask.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from game.lesson.strict import ProtocolError, fields, parsed, rows, text, whole

LONGEST = 16 * 1024
"""Bytes of the line that it is."""

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

    def line(self) -> bytes:
        """The first line that the hub's process is told."""
        return json.dumps({key: getattr(self, key) for key in _KEYS}).encode() + b"\n"


def errand_in(line: bytes) -> Errand:
    """What a stage has asked. Raises ProtocolError where none has."""
    found = fields(parsed(line), _KEYS)
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
