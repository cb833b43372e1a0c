"""What a translator needs to know about a line of a story: who says it to whom, with what face, and after what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Choices, Expression, Line, LineKind, Scene, Tell

if TYPE_CHECKING:
    from game.story.model import Eyes, Story

_LONGEST = 70
_SPOKEN_OF = {"hon": "she", "han": "he", "hen": "they"}


def shortened(text: str) -> str:
    """The text, cut at a space where it is longer than a comment should be."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


class Remarks:
    """Comments on the texts of one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._led_here = _led_here(story)
        self.you = self.name(story.you)

    def name(self, who: str) -> str:
        """A name of the cast, as in the source language."""
        person = self._story.cast.get(who)
        return person.name if person else who

    def person(self, who: str) -> str:
        """A name, and how one speaks of who has it, which many languages have to know: Alva (she)."""
        person = self._story.cast.get(who)
        spoken_of = _SPOKEN_OF.get(person.pronoun, "") if person else ""
        return f"{self.name(who)} ({spoken_of})" if spoken_of else self.name(who)

    def line(self, line: Line, scene: Scene, before: str) -> str:
        """On a line in its scene; `before` is the text of the line before it, "" for the first."""
        after = f"Said before: “{shortened(before)}”" if before else self._led_to(scene)
        return _joined(self._manner(line, self._others(line, scene)), after)

    def why(self, line: Line) -> str:
        """On the sentence that afterwards says why the line is a sign, or why it is none."""
        assert line.sign is not None, "only a line with a sign has a why"
        return f"Shown after the story about “{shortened(line.text)}” ({line.sign.sign}): why it is so."

    def choice(self, ask: str, *, wait: bool) -> str:
        """On something that the player can do."""
        what = "A choice: to wait and listen." if wait else "A choice: a button."
        return _joined(what, f"The question is “{shortened(ask)}”" if ask else "")

    def seen_again(self, line: Line, eyes: Eyes, before: str) -> str:
        """On a line of a moment that is seen again as somebody else."""
        who, moment = self.name(eyes.who), f"The scene “{eyes.of}” seen again as {self.name(eyes.who)}."
        manner = (
            f"{who} thinks." if line.kind in {LineKind.SPEECH, LineKind.THOUGHT} else "What could be seen."
        )
        return _joined(moment, manner, f"Before it: “{shortened(before)}”" if before else "")

    def _manner(self, line: Line, others: str) -> str:
        who = self.person(line.speaker)
        face = "" if line.expression is Expression.NEUTRAL else f", {line.expression.value}"
        match line.kind:
            case LineKind.NARRATION:
                return f"The narrator, to {self.person(self._story.you)}, the player."
            case LineKind.SPEECH:
                return f"{who}{f' to {others}' if others else ''}{face}."
            case LineKind.THOUGHT:
                return f"{who} thinks{face}."
            case LineKind.MESSAGE:
                return self._message(line)
            case LineKind.SILENCE:
                return "Nobody says anything; what can be seen or heard."
            case LineKind.FEEL:
                return "A pause; asks the player how it feels."

    def _message(self, line: Line) -> str:
        assert line.phone is not None, "a message belongs to a phone: the loader sees to it"
        phone, who = line.phone, self.person(line.speaker)
        if phone.title:
            return f"A message from {who} in the group chat “{phone.title}”."
        to = phone.partner if line.speaker == phone.owner else phone.owner
        return f"A message from {who} to {self.person(to)}."

    def _others(self, line: Line, scene: Scene) -> str:
        """Everybody who hears it: the player is always there, whether the scene says so or not."""
        there = [self._story.you, *(standing.who for standing in scene.people)]
        there += [each.speaker for each in scene.lines if each.kind is LineKind.SPEECH]
        names = dict.fromkeys(self.person(who) for who in there if who != line.speaker)
        return ", ".join(names)

    def _led_to(self, scene: Scene) -> str:
        led = self._led_here.get(scene.id, [])
        return f"After {' or '.join(led)}" if led else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _led_here(story: Story) -> dict[str, list[str]]:
    """For each scene the choices and tellings that lead to it."""
    led: dict[str, list[str]] = {}
    for scene in story.scenes.values():
        if isinstance(scene.exit, Choices):
            for choice in scene.exit.choices:
                led.setdefault(choice.go, []).append(f"the choice “{shortened(choice.text)}”")
        if isinstance(scene.exit, Tell):
            for hearing in scene.exit.hearings:
                led.setdefault(hearing.go, []).append(f"telling {story.cast[hearing.adult].name}")
    return {scene: list(dict.fromkeys(ways)) for scene, ways in led.items()}
