"""How long a hub keeps its lessons, whatever its clocks do."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from game.lesson import expiry, store
from game.lesson.database import opened
from game.lesson.hub import Hub
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HOUR = 3600.0


async def lived(hub: Hub, seconds: float) -> bool:
    """Whether a lesson is still there when the hub has swept for so long by its own clock."""
    await hub.start()
    try:
        made = await hub.ask_all(lambda connection, now: store.make(connection, 5, "", now))
        assert await hub.boards.find(made.code) == made.id
        async with hub.boards.looking(made.id) as changed, asyncio.timeout(30):
            while await hub.boards.now(made.id) and seconds > 0:
                seconds -= 1
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), 0.05)
                changed.clear()
        return await hub.boards.now(made.id) is not None
    finally:
        await hub.stop()


def clocked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wall: list[float], steady: list[float]) -> Hub:
    """A hub that sweeps all the time, with clocks that say one of these after the other, and then the last."""
    monkeypatch.setattr(expiry, "EVERY", 0.02)
    monkeypatch.setattr(expiry, "steady", lambda: steady.pop(0) if len(steady) > 1 else steady[0])
    engine = opened(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    return Hub(engine, lambda: wall.pop(0) if len(wall) > 1 else wall[0])


def test_a_clock_that_leaps_three_years_ends_no_lesson(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    years = 3 * 365 * 24 * HOUR
    hub = clocked(monkeypatch, tmp_path, [0.0, 1.0, years, -years, 2 * years], [0.0])
    assert asyncio.run(lived(hub, 8))


def test_four_hours_end_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hours = [each * HOUR for each in range(9)]
    hub = clocked(monkeypatch, tmp_path, [0.0, *hours], hours.copy())
    assert not asyncio.run(lived(hub, 60))


def test_so_does_a_weekend_on_which_the_computer_slept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hub = clocked(monkeypatch, tmp_path, [0.0, 1.0, 60 * HOUR], [0.0, 60 * HOUR])
    assert not asyncio.run(lived(hub, 60))


def test_a_hub_that_starts_after_a_weekend_has_nothing_left(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lessons.sqlite'}"

    async def left() -> str:
        hub = Hub(opened(url), lambda: 0.0)
        await hub.start()
        made = await hub.ask_all(lambda connection, now: store.make(connection, 5, "", now))
        await hub.stop()
        return made.id

    async def found(lesson: str, at: float) -> bool:
        hub = Hub(opened(url), lambda: at)
        await hub.start()
        snapshot = await hub.boards.now(lesson)
        await hub.stop()
        return snapshot is not None and snapshot.lesson.phase is Phase.LOBBY

    lesson = asyncio.run(left())
    assert asyncio.run(found(lesson, 2 * HOUR))
    assert not asyncio.run(found(lesson, 60 * HOUR))


def test_the_steady_clock_goes_forward() -> None:
    assert expiry.steady() <= expiry.steady()
