"""Where the shipped stories, pictures and translations stand: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


INSTALLED = (_PACKAGE / "locale").is_dir()
"""Whether stories and translations are those of an installed game: in a checkout they can be worked on."""
SCENARIOS = _shipped("scenarios")
LOCALE = _shipped("locale")
