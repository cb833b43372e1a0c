"""The texts of a story that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.story.model import Choices, Ending, Goto, Tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Line, Scene, Story


def of_lines(said: tuple[Line, ...]) -> Iterator[str]:
    for line in said:
        yield line.text
        yield line.skip
        yield line.phone.title if line.phone else ""
        yield line.sign.why if line.sign else ""


def of_exit(scene: Scene) -> Iterator[str]:
    match scene.exit:
        case Choices(ask=ask, choices=choices, talk=talk):
            yield from (ask, talk, *(choice.text for choice in choices))
        case Tell(ask=ask, beginnings=beginnings, talk=talk):
            yield from (ask, talk, *(beginning.text for beginning in beginnings))
        case Ending(title=title, text=text):
            yield from (title, text)
        case Goto():
            return
        case _:
            assert_never(scene.exit)


def of_scene(scene: Scene) -> list[str]:
    """Every text of a scene that people read."""
    return [text for text in (*of_lines(scene.lines), *of_exit(scene)) if text]


def texts(whole: Story) -> list[str]:
    """Every text of the story that people read."""
    about = whole.about
    cards = [text for person in whole.cast.values() for text in (person.name, person.adult, person.about)]
    seen = [text for eyes in whole.eyes for text in of_lines(eyes.lines)]
    scenes = [text for scene in whole.scenes.values() for text in of_scene(scene)]
    all_of_it = [about.title, about.summary, about.notes, *whole.chapters, *cards, *scenes, *seen]
    return [text for text in all_of_it if text]
