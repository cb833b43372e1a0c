"""What devices show of the story can be said on the projector too, in the same words."""

from __future__ import annotations

from game.screens.lesson import phrases
from game.screens.lesson.told_story import in_scene, name_of, said
from game.screens.lesson.wire import Phrase
from tests.screens.sample import sample
from tests.screens.support import Plain


class Shouting(Plain):
    """Words of which one sees where they came from."""

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        return f"ui:{text.format(**values)}"

    def of(self, domain: str, context: str, text: str) -> str:
        return f"{domain}/{context}:{text}"


def test_a_text_of_the_story_comes_from_the_storys_catalogue() -> None:
    assert said(in_scene(sample(), "rast", "Det är rast."), Shouting()) == "prov/rast:Det är rast."


def test_a_text_of_the_interface_comes_from_its_own_with_its_values() -> None:
    assert said(phrases.ui("{n} är med", n="3"), Shouting()) == "ui:3 är med"


def test_a_name_is_one_of_the_cast_and_the_narrator_has_none() -> None:
    assert name_of(sample(), "alva") == Phrase("Alva", "prov", "cast")
    assert name_of(sample(), "") is None
