"""Every text of a story, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.load import load_story, load_vocabulary
from game.messages.sources import story_texts
from game.resources import SCENARIOS
from game.story.texts import scene_texts, texts

if TYPE_CHECKING:
    from game.story.model import Story


def real() -> Story:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    story = load_story(SCENARIOS / "svara-direkt", vocabulary).value
    assert story
    return story


def test_they_are_those_that_translators_get_in_the_same_contexts() -> None:
    story = real()
    assert {(each.context, each.text) for each in texts(story)} == {
        (each.context, each.text) for each in story_texts(story)
    }


def test_each_stands_where_what_it_belongs_to_begins() -> None:
    lines = (SCENARIOS / "svara-direkt" / "story.yaml").read_text(encoding="utf-8").splitlines()
    story = real()
    for scene in story.scenes.values():
        assert lines[scene.at.line - 1].startswith(f"  {scene.id}:")
        for each in scene_texts(scene):
            assert each.at.line >= scene.at.line
            assert each.context == scene.id


def test_the_title_of_a_group_chat_comes_once_for_each_time_that_it_is_opened() -> None:
    titles = [each for each in texts(real()) if each.text == "Innebandyn"]
    phones = {id(line.phone) for scene in real().scenes.values() for line in scene.lines if line.phone}
    assert 0 < len(titles) < len(phones)
