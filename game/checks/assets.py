"""What a story has and never shows: people, chapters, files. And an adult whose card says nothing."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from game.checks.filenames import names_in
from game.format.load import STORY_FILE
from game.story.model import Tell
from game.story.problem import problem
from game.story.texts import CAST, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.model import Story
    from game.story.problem import Problem

_BELONGS = frozenset({"locale", STORY_FILE, "released.yaml", "README.md"})
_PLAN = ".plan"
_OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db"})


def problems(subject: Subject) -> Iterator[Problem]:
    """All that stands in the story, or in its folder, for nothing."""
    story = subject.story
    shown = _shown(story) | _written_about(subject)
    for person in story.cast.values():
        if person.id not in shown:
            yield problem("A580", person.at, name=person.id)
        elif person.adult and not person.about:
            yield problem("A581", person.at, name=person.name)
    told = {scene.chapter for scene in story.scenes.values()}
    titles = (text for text in subject.texts if text.kind is TextKind.CHAPTER)
    for number, title in enumerate(titles, 1):
        if number not in told:
            yield problem("A582", subject.place(title), number=number, title=title.text)
    yield from _stray(subject)


def _shown(story: Story) -> set[str]:
    """Who is seen, heard, met or told somewhere, by their ids."""
    found = {story.you, *(eyes.who for eyes in story.eyes)}
    found |= {person.id for person, _ in story.about.cover_people}
    for scene in story.scenes.values():
        found |= {standing.who for standing in scene.people} | set(scene.meets)
        if isinstance(scene.exit, Tell):
            found |= {hearing.adult for hearing in scene.exit.hearings}
    lines = [scene.lines for scene in story.scenes.values()] + [eyes.lines for eyes in story.eyes]
    for line in chain.from_iterable(lines):
        found.add(line.speaker)
        if line.phone:
            found |= {line.phone.owner, line.phone.partner}
    return found


def _written_about(subject: Subject) -> set[str]:
    """Whose names are mentioned."""
    said = " ".join(text.text for text in subject.texts if text.context != CAST)
    # A name may have an ending: Noels, Mammas.
    words = {word.casefold() for word in re.findall(r"\w+", said)}
    people = subject.story.cast.values()
    return {
        person.id
        for person in people
        if {person.name.casefold(), f"{person.name.casefold()}s"} & words or person.name in said
    }


def _stray(subject: Subject) -> Iterator[Problem]:
    """Files beside the story that nothing asks for; they would be shipped with it."""
    if subject.folder is None:
        return
    for name in sorted(names_in(subject.folder)):
        hidden = name.startswith(".") or name.casefold() in _OF_THE_SYSTEM
        if not hidden and name not in _BELONGS and not name.endswith(_PLAN):
            yield problem("A583", subject.story.at, file=name)
