"""Whether people have approved a story: who, when, and which words they read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from game.format.nodes import Mapping
from game.format.reading import Fields
from game.format.words import REVIEWS
from game.story.model import Review

if TYPE_CHECKING:
    from game.format.nodes import Node
    from game.format.reading import Reading

APPROVED = REVIEWS[1]
REVIEW_KEYS = ("state", "on", "by", "text")


def review(reading: Reading, node: Node | None) -> Review:
    """`draft`, or `{state: approved, on: a date, by: [who, …], text: the mark of the words that they read}`."""
    if node is None:
        return Review(REVIEWS[0])
    if not isinstance(node, Mapping):
        state = reading.word(node, REVIEWS)
        if state == APPROVED:
            reading.add("S740", node.at)
        return Review(state)
    fields = Fields(reading, node, "review", REVIEW_KEYS)
    state_node, by = fields.need("state"), fields.need("by")
    return Review(
        state=reading.word(state_node, REVIEWS) if state_node else "",
        on=day(reading, fields, "on"),
        by=tuple(reading.text(item) for item in (reading.filled(by, "by") if by else ())),
        text=fields.need_text("text"),
    )


def day(reading: Reading, fields: Fields, key: str) -> str:
    """A date as ISO writes it, such as 2026-11-26; another text is noted, and given as it is."""
    text = fields.need_text(key)
    if text and not _is_date(text):
        reading.add("F129", fields.key_at(key), value=text)
    return text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
