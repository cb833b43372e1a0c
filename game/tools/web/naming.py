"""The numbers by which a story's graph speaks of its people, scenes, lines and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.page import Figure
from game.story.model import Expression, LineKind, Posture
from game.story.moment import Spot
from game.story.texts import CAST, EYES

if TYPE_CHECKING:
    from game.story.model import Line, Scene, Story
    from game.tools.web import edition
    from game.tools.web.dolls import Dolls

NOBODY = -1


class Naming:
    """Each thing of a story gets its number when it is first asked for. `texts` are contexts and sources of its texts."""

    def __init__(self, story: Story, dolls: Dolls) -> None:
        self._story = story
        self._dolls = dolls
        self._cast = {who: number for number, who in enumerate(story.cast)}
        self._scenes = {scene: number for number, scene in enumerate(story.scenes)}
        self._places: dict[str, int] = {}
        self._phones: dict[tuple[int, int, int], int] = {}
        self._texts: dict[tuple[str, str], int] = {}
        self._spots: dict[Spot, int] = {}
        self.lines: list[edition.Line] = []
        for scene in story.scenes.values():
            for index, line in enumerate(scene.lines):
                self._spots[Spot(scene.id, index)] = self._add(scene.id, line)

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Context and source of each text, in the order of their numbers."""
        return tuple(self._texts)

    @property
    def places(self) -> list[str]:
        return [*self._places]

    @property
    def phones(self) -> list[edition.Phone]:
        return [
            {"owner": owner, "partner": partner, "title": title} for owner, partner, title in self._phones
        ]

    def text(self, context: str, source: str) -> int:
        """A text; that of nothing is -1."""
        return self._texts.setdefault((context, source), len(self._texts)) if source else NOBODY

    def person(self, who: str) -> int:
        """Somebody in the cast, -1 for nobody."""
        return self._cast.get(who, NOBODY)

    def scene(self, scene: str) -> int:
        return self._scenes[scene]

    def place(self, place: str) -> int:
        return self._places.setdefault(place, len(self._places))

    def line(self, spot: Spot) -> int:
        return self._spots[spot]

    def cast(self) -> list[edition.Member]:
        """Everybody, in the order of the file."""
        return [
            {
                "name": self.text(CAST, person.name),
                "adult": self.text(CAST, person.adult),
                "about": self.text(CAST, person.about),
                "look": self._look(person.id),
            }
            for person in self._story.cast.values()
        ]

    def scenes(self) -> list[edition.Scene]:
        """All scenes, in the order of the file."""
        return [self._of_scene(scene) for scene in self._story.scenes.values()]

    def eyes(self) -> list[edition.Eyes]:
        """The moments that can be seen again."""
        return [
            {
                "who": self.person(each.who),
                "of": self.scene(each.of),
                "place": self.place(each.place),
                "lines": [self._add(EYES, line) for line in each.lines],
            }
            for each in self._story.eyes
        ]

    def _of_scene(self, scene: Scene) -> edition.Scene:
        return {
            "id": scene.id,
            "place": self.place(scene.place),
            "chapter": scene.chapter,
            "people": [
                [self.person(each.who), self._look(each.who, each.expression, each.posture)]
                for each in scene.people
            ],
            "meets": [self.person(who) for who in scene.meets],
        }

    def _look(
        self, who: str, expression: Expression = Expression.NEUTRAL, posture: Posture = Posture.OPEN
    ) -> int:
        person = self._story.cast.get(who)
        if person is None:
            return NOBODY
        figure = Figure(who, "", person.portrait, expression, adult=bool(person.adult), posture=posture)
        return self._dolls.look(figure)

    def _add(self, context: str, line: Line) -> int:
        made: edition.Line = {
            "k": _KINDS[line.kind],
            "t": self.text(context, line.text),
            "s": self.person(line.speaker),
            "look": self._look(line.speaker, line.expression, line.posture),
        }
        if line.sign:
            made["g"] = {"s": line.sign.sign, "w": self.text(context, line.sign.why)}
        if line.phone:
            phone = line.phone
            key = (self.person(phone.owner), self.person(phone.partner), self.text(context, phone.title))
            made["p"] = self._phones.setdefault(key, len(self._phones))
        if line.skip:
            made["skip"] = self.text(context, line.skip)
        self.lines.append(made)
        return len(self.lines) - 1


_KINDS: dict[LineKind, edition.Kind] = {
    LineKind.NARRATION: "narration",
    LineKind.SPEECH: "speech",
    LineKind.THOUGHT: "thought",
    LineKind.MESSAGE: "message",
    LineKind.SILENCE: "silence",
    LineKind.FEEL: "feel",
}
