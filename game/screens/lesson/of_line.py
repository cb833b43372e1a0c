"""Who said a line, to whom, and where in the story: in the story's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.story.model import LineKind

if TYPE_CHECKING:
    from game.screens.words import StoryWords
    from game.story.engine import Beat
    from game.story.model import Phone


def context(beat: Beat, told: StoryWords) -> str:
    """All of it that there is to say, on one row."""
    return " · ".join(filter(None, (who(beat, told), chapter(beat, told))))


def chapter(beat: Beat, told: StoryWords) -> str:
    """The title of the chapter that it is in; "" where the story has none."""
    number = told.story.scenes[beat.spot.scene].chapter
    titles = told.story.chapters
    return told.about(titles[number - 1]) if 0 < number <= len(titles) else ""


def who(beat: Beat, told: StoryWords) -> str:
    """Who said or wrote it, and to whom where that is sure; "" for the narrator."""
    line, words = beat.line, told.words
    name, other = told.name(line.speaker), told.name(_other(beat, told))
    if not name:
        return ""
    match line.kind:
        case LineKind.MESSAGE:
            if other:
                return words.ui("{name} skriver till {other}", name=name, other=other)
            return words.ui("{name} skriver", name=name)
        case LineKind.SPEECH:
            if other:
                return words.ui("{name} säger till {other}", name=name, other=other)
            return words.ui("{name} säger", name=name)
        case LineKind.THOUGHT:
            return words.ui("{name} tänker", name=name)
        case LineKind.NARRATION | LineKind.SILENCE | LineKind.FEEL:
            return name
        case _:
            assert_never(line.kind)


def _other(beat: Beat, told: StoryWords) -> str:
    """Who is spoken or written to; "" where several are there. Who the player is, is there though not in the picture."""
    speaker, story = beat.line.speaker, told.story
    if beat.line.phone:
        return _at_the_other_end(beat.line.phone, speaker)
    there = {standing.who for standing in story.scenes[beat.spot.scene].people} | {story.you}
    others = there - {speaker}
    return others.pop() if len(others) == 1 else ""


def _at_the_other_end(phone: Phone, speaker: str) -> str:
    """In a group several are."""
    if phone.title:
        return ""
    return phone.partner if speaker == phone.owner else phone.owner
