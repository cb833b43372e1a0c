"""The fixed words of the story format that are not types of the engine."""

from __future__ import annotations

CONTEXTS = ("partner", "ex", "friend", "family", "honour", "online_stranger", "adult_in_charge")
"""In what relation the violence happens."""

ROLES = ("friend", "sibling", "cousin", "classmate", "teammate", "neighbour", "relative", "teacher")
"""Who the player is to the one exposed."""

PRONOUNS = ("hon", "han", "hen")
"""How somebody in a cast is spoken of: other languages need it where Swedish does not."""

REVIEWS = ("draft", "approved")
"""Whether people have approved a story."""
