"""Which keys each part of a story may have.

The parser refuses every other key, and the schema for editors is made from these: what is added here is known to both.
"""

from __future__ import annotations

HEAD = ("title", "ages", "minutes", "summary", "about", "context", "notes", "role", "review", "cover", "you")
BODY = ("cast", "facts", "chapters", "start", "scenes", "eyes", "words")
COVER = ("place", "people")
PERSON = ("name", "pronoun", "adult", "about", "portrait")
BOUNDS = ("start", "from", "to")

EXITS = ("choices", "tell", "go", "ending")
"""The ways out of a scene, which has exactly one of them."""
BESIDE = {
    "ask": ("choices", "tell"),
    "talk": ("choices", "tell"),
    "listen": ("choices", "tell"),
    "beginnings": ("tell",),
}
"""Keys of a scene that mean something only beside some ways out."""
SCENE = ("chapter", "place", "people", "do", "meets", "lines", *EXITS, *BESIDE)
CHOICE = ("go", "do", "when", "once", "wait")
HEARING = ("go", "listens", "when", "do")
BEGINNING = ("do",)
ENDING = ("title", "text", "help")
EYES = ("as", "of", "place", "lines")

SPOKEN = ("sign", "why", "when")
"""What may stand in a line beside the one who speaks."""
SILENCE = ("silence", "look", *SPOKEN)
NARRATION = ("narration", *SPOKEN)
PHONE = ("phone", "owner", "title", "messages", "when")
FEEL = ("feel", "skip", "when")
LINES = tuple(dict.fromkeys((*SILENCE, *NARRATION, *PHONE, *FEEL)))
"""All keys of lines, which nobody in the cast can be called."""
