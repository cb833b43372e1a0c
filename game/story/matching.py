"""Which scene and which line of a new version of a story is what was there before: by what they say, not by number."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from game.story.model import Choices, Ending, Goto, Tell
from game.story.moment import ChoiceOption, Spot, TellOption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import Line, Scene, Story
    from game.story.moment import Option

MOSTLY = 0.5
"""A scene with another name is the same one when so much of what it says is the same."""
ALIKE = 0.6
"""A text that was mended is so much like what it was."""
LONGEST = 400
"""Characters of a text, and lines of a scene, that are compared one by one; beyond that, they count as they stand."""


def likeness(one: str, other: str) -> float:
    """How much two texts are alike, from 0 to 1."""
    if one == other:
        return 1.0
    return SequenceMatcher(None, one[:LONGEST], other[:LONGEST], autojunk=False).ratio()


def option_text(option: Option) -> str:
    """What an option says: the choice, or the adult and how telling begins."""
    match option:
        case ChoiceOption(choice=choice):
            return choice.text
        case TellOption(hearing=hearing, beginning=beginning):
            return f"{hearing.adult}: {beginning.text}"


def target(option: Option) -> str:
    """The id of the scene that an option leads to."""
    match option:
        case ChoiceOption(choice=choice):
            return choice.go
        case TellOption(hearing=hearing):
            return hearing.go


class Matching:
    """From the scenes and lines of one version of a story to those of another."""

    def __init__(self, old: Story, new: Story) -> None:
        self._old = old
        self._new = new
        self._lines: dict[str, tuple[int, ...]] = {}

    def scene(self, scene: str) -> str | None:
        """What a scene is called now; None when it is gone."""
        return scene if scene in self._new.scenes else self._renamed.get(scene)

    def spot(self, spot: Spot) -> Spot | None:
        """Where a line stands now, or what it was mended to; None when it is gone."""
        near = self.near(spot)
        if near is None:
            return None
        was = self._old.scenes[spot.scene].lines[spot.index]
        now = self._new.scenes[near.scene].lines[near.index]
        same = was.speaker == now.speaker and likeness(was.text, now.text) >= ALIKE
        return near if same else None

    def near(self, spot: Spot) -> Spot | None:
        """Where a line stands now; where it is gone, its neighbour. None when its scene is gone, or has no lines."""
        scene = self.scene(spot.scene)
        if scene is None or not self._new.scenes[scene].lines:
            return None
        if spot.scene not in self._lines:
            self._lines[spot.scene] = _followed(
                self._old.scenes[spot.scene].lines, self._new.scenes[scene].lines
            )
        return Spot(scene, self._lines[spot.scene][spot.index])

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """Scenes that are gone by name, and those new by name that mostly say the same; each is taken once."""
        gone = {name: scene for name, scene in self._old.scenes.items() if name not in self._new.scenes}
        new = {name: scene for name, scene in self._new.scenes.items() if name not in self._old.scenes}
        said: dict[str, list[str]] = {}
        for name, scene in new.items():
            for text in set(_said(scene)):
                said.setdefault(text, []).append(name)
        pairs = []
        for name, scene in gone.items():
            texts = set(_said(scene))
            shared = Counter(other for text in texts for other in islice(said.get(text, ()), LONGEST))
            for other, count in shared.items():
                pairs.append((2 * count / (len(texts) + len(set(_said(new[other])))), name, other))
        found: dict[str, str] = {}
        for same, name, other in sorted(pairs, key=lambda pair: -pair[0]):
            if same >= MOSTLY and name not in found and other not in found.values():
                found[name] = other
        return found


def _said(scene: Scene) -> Iterator[str]:
    """All that a scene says, its way out too."""
    yield from (line.text for line in scene.lines)
    match scene.exit:
        case Choices(ask=ask, choices=choices):
            yield ask
            yield from (choice.text for choice in choices)
        case Tell(ask=ask, beginnings=beginnings):
            yield ask
            yield from (beginning.text for beginning in beginnings)
        case Ending(title=title, text=text):
            yield title
            yield text
        case Goto():
            return


def _followed(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, ...]:
    """For each old line, the index of what it is now: the same words, what is most like them, or what took its place."""
    was, now = [(line.speaker, line.text) for line in old], [(line.speaker, line.text) for line in new]
    aligned = _aligned(was, now)
    where: dict[tuple[str, str], list[int]] = {}
    for index, key in enumerate(now):
        where.setdefault(key, []).append(index)
    found = []
    for key, near in zip(was, aligned, strict=True):
        found.append(min((abs(at - near), at) for at in where[key])[1] if key in where else near)
    return tuple(found)


def _aligned(was: list[tuple[str, str]], now: list[tuple[str, str]]) -> list[int]:
    """For each old line, the new one beside which it would stand. There is at least one new line."""
    last = len(now) - 1
    if max(len(was), len(now)) > LONGEST:
        return [min(index, last) for index in range(len(was))]
    found = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        same = i2 - i1 == j2 - j1 and was[i1:i2] == now[j1:j2]
        for index in range(i1, i2):
            place = min(j1 + index - i1, max(j1, j2 - 1), last)
            found.append(place if same or j1 == j2 else _likest(was[index], now, range(j1, j2), place))
    return found


def _likest(line: tuple[str, str], now: list[tuple[str, str]], among: range, place: int) -> int:
    """Which of some lines was made from this one; `place` when none is like it."""
    best = max(among, key=lambda at: (now[at][0] == line[0], likeness(line[1], now[at][1]), at == place))
    return best if likeness(line[1], now[best][1]) >= ALIKE else place
