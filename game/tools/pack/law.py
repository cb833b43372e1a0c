"""What the law says, as it stood when it was read: laws and time limits change, so texts take them from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Law:
    """A law or a time limit as it is written, where it was read, and on which ISO date."""

    value: str
    source: str
    checked_on: str


DUTY_TO_REPORT = Law("2025:400, 19 kap. 1 §", "socialtjänstlagen", "2026-11-26")
DAYS_TO_DECIDE = Law("14", "kollpasoc.se", "2026-11-26")
CHILDREN = Law("2018:1197", "lagen om barnkonventionen", "2026-11-26")
