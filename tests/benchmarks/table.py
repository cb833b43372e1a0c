"""The table that the benchmarks print."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, the figure, the goal ("" when there is none), and what the same run gave without the game."""

    name: str
    measured: str
    goal: str = ""
    baseline: str = ""


HEAD = Row("what", "measured", "goal", "baseline")


def render(rows: list[Row]) -> str:
    """A table in plain text, which is also one in Markdown."""
    cells = [astuple(row) for row in (HEAD, *rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = [
        " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in cells
    ]
    rule = "-|-".join("-" * width for width in widths)
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))


def ms(seconds: float) -> str:
    """Milliseconds, with as many digits as mean something."""
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


def percent(share: float) -> str:
    """A share of one core."""
    return f"{share * 100:.2f} %"


def megabytes(count: float) -> str:
    """Memory."""
    return f"{count:.0f} MB"
