"""A phone with a conversation on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.page import Figure, Item
    from game.story.model import Phone


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message: its words, who wrote it, whether by the owner of the phone, and its flag."""

    item: Item
    name: str
    text: str
    own: bool
    flagged: bool
    form_icon: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """A phone with a conversation; the last bubble is the newest."""

    phone: Phone
    owner: str
    title: str
    partner: Figure | None
    bubbles: tuple[Bubble, ...]
    more: bool
