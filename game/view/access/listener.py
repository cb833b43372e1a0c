"""Who hears the page: in which words, and what is known about these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.model import App
    from game.screens.words import Words

SOURCE = "sv"


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears the page: in which words, and the language (a BCP-47 tag) and direction that these have.

    `alts` describe the places by their ids. `swedish` are texts that are shown in Swedish for want of a translation.
    `you` is who the player is in the story, "" for nobody.
    """

    words: Words
    language: str = SOURCE
    rtl: bool = False
    alts: Mapping[str, str] = field(default_factory=dict)
    swedish: frozenset[str] = frozenset()
    you: str = ""


def listener_for(app: App, words: Words, swedish: frozenset[str] = frozenset()) -> Listener:
    """Who plays now."""
    code = app.settings.language
    return Listener(
        words,
        tag(code),
        app.library.runs_leftward(code),
        app.library.alts,
        swedish,
        app.play.story.you if app.play else "",
    )


def tag(code: str) -> str:
    """A language's code as a BCP-47 tag, without the variety: no voice is made for easy-to-read Swedish."""
    return re.sub("@.*", "", code).replace("_", "-")
