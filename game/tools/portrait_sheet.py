"""`beratta portrait`: a contact sheet of all that people can look like, or of the cast of stories."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from game.format.load import list_stories, load_story, load_vocabulary
from game.format.vocabulary import Vocabulary
from game.resources import SCENARIOS
from game.story.model import Expression, LineKind, Posture
from game.tools.bookshelf import story_file
from game.tools.command import Status, no_such_story
from game.view.art import ADULT
from game.view.rig import load_rig
from game.view.rig_sheet import Cell, Section, save_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from game.screens.words import Words
    from game.story.model import Story
    from game.view.rig import Rig, Value

_HEAD, _FIGURE = (176, 176), (176, 264)
_WHOLE = ("top", "top_color", "build", "aid")
_BESIDE: dict[str, dict[str, Value]] = {
    "beard": {"age": 30, "hair_color": "black"},
    "glasses": {"hair": "bob"},
    "hair_color": {"hair": "bob"},
    "top_color": {"top": "hoodie"},
}
_LOOKS: tuple[dict[str, Value], ...] = (
    {
        "skin": 1,
        "face": "oval",
        "hair": "long",
        "hair_color": "ginger",
        "top": "hoodie",
        "top_color": "amber",
    },
    {
        "skin": 6,
        "face": "round",
        "hair": "locs",
        "hair_color": "black",
        "top_color": "sky",
        "nose": 4,
        "eyes": 3,
    },
    {"skin": 3, "hair": "hijab", "hair_color": "plum", "top": "cardigan", "top_color": "pink", "eyes": 2},
    {
        "skin": 5,
        "face": "square",
        "hair": "fade",
        "hair_color": "black",
        "beard": "full",
        "top": "jacket",
        "age": 38,
    },
    {
        "skin": 2,
        "face": "square",
        "hair": "short",
        "glasses": True,
        "top": "shirt",
        "top_color": "navy",
        "age": 60,
    },
)


def run(
    names: Sequence[str],
    out: Path,
    words: Words,
    say: TextIO,
    *,
    scenarios: Path = SCENARIOS,
) -> int:
    """Writes a PNG to `out`: the cast of the stories, each with the expressions the story has for them.

    `names` are those of shipped stories, or paths to a story or its folder; without one it is all parts of the rig.
    Returns 0 when it was written, 1 when a story cannot be read or the file cannot be written, 2 for a name that no
    story has or a file that is not called .png; `say` gets one line about it.
    """
    if out.suffix.lower() != ".png":
        say.write(words.ui("{path} kan inte bli en bild: namnet ska sluta på .png.", path=out) + "\n")
        return Status.USAGE
    files = {name: story_file(name, scenarios) for name in names}
    if missing := next((name for name, file in files.items() if file is None), None):
        say.write(no_such_story(words, missing, list_stories(scenarios)) + "\n")
        return Status.USAGE
    rig = load_rig(scenarios / "portraits")
    vocabulary = load_vocabulary(scenarios).value or Vocabulary()
    sections = [] if names else list(parts(rig))
    for name in names:
        file = files[name]
        story = load_story(file, vocabulary).value if file else None
        if story is None:
            unreadable = words.ui("{name} går inte att läsa. Se vad som är fel: beratta check", name=name)
            say.write(unreadable + "\n")
            return Status.PROBLEMS
        sections += cast(rig, story)
    try:
        save_sheet(sections, out)
    except OSError as error:
        say.write(_unwritable(words, out, error) + "\n")
        return Status.PROBLEMS
    say.write(words.ui("{path} är klar.", path=out) + "\n")
    return Status.CLEAN


def _unwritable(words: Words, path: Path, error: OSError) -> str:
    return words.ui(
        "{path} går inte att skriva: {reason}. Välj en annan fil med -o.",
        path=path,
        reason=error.strerror or error,
    )


def parts(rig: Rig) -> Iterator[Section]:
    """Every value of each option, every age, every expression on different people, every posture."""
    for option, values in rig.options.items():
        drawn = rig.svg if option in _WHOLE else rig.head_svg
        cells = (Cell(drawn({**_BESIDE.get(option, {}), option: value}), value) for value in values)
        yield Section(option, tuple(cells), _FIGURE if option in _WHOLE else _HEAD)
    bob: dict[str, Value] = {"hair": "bob"}
    ages = tuple(Cell(rig.svg({**bob, "age": age.to}), str(age.to)) for age in rig.ages)
    yield Section("age", ages, _FIGURE)
    faces = (Cell(rig.head_svg(look, face), face.value) for look in _LOOKS for face in Expression)
    yield Section("expression", tuple(faces), (120, 120))
    figures = (Cell(rig.svg(look, face), face.value) for look in _LOOKS[:2] for face in Expression)
    yield Section("expression", tuple(figures), (120, 180))
    for aid in rig.options["aid"]:
        seen: tuple[dict[str, Value], ...] = tuple({**look, "aid": aid} for look in _LOOKS[:2])
        standing = tuple(
            Cell(rig.svg(look, posture=posture), posture.value) for look in seen for posture in Posture
        )
        yield Section(f"posture, aid: {aid}", standing, _FIGURE)


def cast(rig: Rig, story: Story) -> Iterator[Section]:
    """Everybody in the story: as they stand there, and with each expression they have in it."""
    faces = _faces(story)
    people = story.cast.values()
    ages = {person.id: ADULT if person.adult else None for person in people}
    whole = (Cell(rig.svg(person.portrait, default_age=ages[person.id]), person.name) for person in people)
    yield Section(story.about.title, tuple(whole), _FIGURE)
    for person in people:
        shown = [face for face in Expression if face in faces[person.id]]
        heads = (
            Cell(rig.head_svg(person.portrait, face, default_age=ages[person.id]), face.value)
            for face in shown
        )
        yield Section(f"{person.name} ({person.id})", tuple(heads), (120, 120))


def _faces(story: Story) -> defaultdict[str, set[Expression]]:
    """The expressions of each person: neutral, and those the story has them show."""
    found: defaultdict[str, set[Expression]] = defaultdict(lambda: {Expression.NEUTRAL})
    for person, standing in story.about.cover_people:
        found[person.id].add(standing.expression)
    for scene in story.scenes.values():
        for standing in scene.people:
            found[standing.who].add(standing.expression)
    told = [scene.lines for scene in story.scenes.values()] + [eyes.lines for eyes in story.eyes]
    for line in chain.from_iterable(told):
        if line.speaker and line.kind is not LineKind.MESSAGE:
            found[line.speaker].add(line.expression)
    return found
