"""The short ways to a story's own words."""

from __future__ import annotations

from dataclasses import replace

from game.messages.catalog import Catalog, open_catalog
from game.resources import LOCALE
from game.screens.words import in_swedish
from game.story.model import Choices, Story
from tests.screens.sample import sample


class Partly(Catalog):
    """English that lacks some texts."""

    def __init__(self, missing: set[str]) -> None:
        super().__init__(LOCALE, "en")
        self.missing = missing

    def has(self, domain: str, context: str, text: str) -> bool:
        del domain, context
        return text not in self.missing


def asked(listen: str) -> tuple[Story, str]:
    """A story, and its first scene with a choice, with something to listen for."""
    story = sample()
    scene = next(each for each in story.scenes.values() if isinstance(each.exit, Choices))
    assert isinstance(scene.exit, Choices)
    heard = replace(scene, exit=replace(scene.exit, talk="Vad tycker ni?", listen=listen))
    return replace(story, scenes=story.scenes | {scene.id: heard}), scene.id


def test_a_scene_is_partly_in_swedish_when_a_text_of_it_lacks_its_translation() -> None:
    story, scene = asked("Att någon tvekar.")

    assert in_swedish(Partly({"Vad tycker ni?"}), story, scene)
    assert not in_swedish(Partly(set()), story, scene)


def test_what_only_a_teacher_reads_makes_no_scene_partly_swedish() -> None:
    story, scene = asked("Att någon tvekar.")

    assert not in_swedish(Partly({"Att någon tvekar."}), story, scene)


def test_in_swedish_nothing_is_missing() -> None:
    story, scene = asked("Att någon tvekar.")

    assert not in_swedish(open_catalog(LOCALE, "sv"), story, scene)
