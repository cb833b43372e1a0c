"""A class and its teacher in a lesson on the sample story: what is pressed, what the projector shows, what a hub answers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from game.screens.lesson.blocks import Bar, Bars
from game.screens.lesson.intents import (
    Onward,
    PlanMinutes,
    PlanStory,
    PlanTaking,
    PlanVignettes,
    PlanVoting,
    SkipPart,
    StartLesson,
)
from game.screens.lesson.parts import asked, section
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.wire import HubSeen, Kind, Link, Phase
from game.screens.model import App
from game.screens.page import Text
from game.story.engine import Machine
from game.story.model import Choices, Tell
from game.story.vignettes import HALVES, Answer, Vignette, Vignettes
from tests.screens.sample import sample
from tests.screens.support import Built, Player, library_of, texts_in

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step, Tally
    from game.story.model import Scene, Story
    from game.story.vignettes import Half

BEFORE_IT = frozenset({"lead.before", "lead.after", "story.opening"})
"""The steps before the first situation, and before the first line."""
QUESTION = "Vad kan göra det svårt att säga som det är?"
TOPICS = (
    ("threat", Answer.NOT_OK),
    ("healthy", Answer.OK),
    ("grey", Answer.UNSURE),
    ("control", Answer.NOT_OK),
    ("healthy", Answer.OK),
    ("isolation", Answer.NOT_OK),
    ("help_seeking", Answer.OK),
    ("bystander", Answer.NOT_OK),
)


def vignette(half: Half, number: int, topic: str, answer: Answer, difficulty: int = 1) -> Vignette:
    """One whose texts say which one it is."""
    name = f"{half}{number}"
    return Vignette(name, 13, 15, half, topic, answer, difficulty, f"Situation {name}.", f"Därför {name}.")


VIGNETTES = Vignettes(
    tuple(
        vignette(half, number, topic, answer)
        for half in HALVES
        for number, (topic, answer) in enumerate(TOPICS)
    )
)


def talked_about() -> Story:
    """The sample, with a question to talk about at its first choice and where it is told."""
    story = sample()
    scenes = {
        id_: _asking(scene) if id_ in {"rast", "valet"} else scene for id_, scene in story.scenes.items()
    }
    return replace(story, scenes=scenes)


def _asking(scene: Scene) -> Scene:
    assert isinstance(scene.exit, Choices | Tell)
    return replace(scene, exit=replace(scene.exit, talk=QUESTION))


def in_class(
    *taking: Taking, minutes: int = 40, voting: bool = True, judging: bool = True, story: Story | None = None
) -> Player:
    """A teacher who has planned a lesson on the sample story, and begun it: hands alone where nothing else is said."""
    there = story or talked_about()
    library = replace(library_of(there), vignettes=VIGNETTES)
    player = Player(App(library), Built({there.about.id: Machine(there)}))
    player.do(StartLesson())
    while lesson_of(player).part is not Part.PLAN:
        player.do(Onward())
    ways = taking or (Taking.HANDS,)
    for on in (True, False):
        player.do(*(PlanTaking(each, on) for each in Taking if (each in ways) is on))
    player.do(PlanVignettes(judging), PlanVoting(voting))
    return player.do(PlanStory(there.about.id), PlanMinutes(minutes), Onward())


def with_vignettes(app: App, vignettes: Vignettes) -> App:
    """The program with other vignettes on its shelf."""
    return replace(app, library=replace(app.library, vignettes=vignettes))


def come_to(player: Player, part: Part) -> Player:
    """The first thing in a part, past what is said before it."""
    while lesson_of(player).part is not part:
        player.do(SkipPart(sure=True))
    return begun_with(player)


@cache
def _begun(taking: tuple[Taking, ...]) -> Player:
    return come_to(in_class(*taking), Part.STORY)


def at_story(*taking: Taking) -> Player:
    """At the first line of the story."""
    return _begun(taking).branch()


def begun_with(player: Player) -> Player:
    """Past what is said before the situations, and before the story."""
    return player.do(Onward()) if step_of(player).id in BEFORE_IT else player


def onward_to_vote(player: Player) -> Player:
    """Reads on to the next vote, and stops before it is opened."""
    while not voting(player):
        player.do(Onward())
    return player


def voting(player: Player) -> bool:
    """Whether the class has something to decide."""
    return any(isinstance(block, Bars) for block in player.page.body)


def lesson_of(player: Player) -> Lesson:
    """The lesson."""
    assert player.app.lesson
    return player.app.lesson


def step_of(player: Player) -> Step:
    """What pupils do now."""
    return asked(player.app, lesson_of(player))


def turn(player: Player) -> Turn:
    """How far the question has come."""
    return lesson_of(player).turn


def bars(player: Player) -> tuple[Bar, ...]:
    """The answers on the projector."""
    return next(block for block in player.page.body if isinstance(block, Bars)).bars


def script(player: Player) -> tuple[str, ...]:
    """What the teacher alone reads."""
    return section(lesson_of(player)).script(player.app, lesson_of(player), player.words)


def seen(player: Player, tally: Tally | None = None, *, answered: int = 0, joined: int = 27) -> Player:
    """The hub tells what it knows of the step that is shown: how many answered, and at the reveal, how."""
    phase = {
        Turn.SHOWN: Phase.READ,
        Turn.OPEN: Phase.OPEN,
        Turn.CLOSED: Phase.CLOSED,
        Turn.REVEALED: Phase.REVEAL,
        Turn.TOLD: Phase.READ,
    }[turn(player)]
    return player.do(
        HubSeen(
            link=Link.HERE,
            phase=phase,
            step=step_of(player).id,
            round=lesson_of(player).round,
            joined=joined,
            answered=answered,
            tally=tally,
        )
    )


def said(player: Player) -> str:
    """Everything that the projector says, in one string."""
    return " | ".join(texts_in(player.page.body))


def paragraphs(player: Player) -> list[str]:
    """The paragraphs of the projector's page."""
    return [block.text for block in player.page.body if isinstance(block, Text)]


def kinds(player: Player, most: int = 400) -> list[Kind]:
    """What pupils do, step by step, until the part that it is in is over."""
    part = lesson_of(player).part
    found: list[Kind] = []
    for _ in range(most):
        if lesson_of(player).part is not part or lesson_of(player).ending:
            return found
        found.append(step_of(player).kind)
        player.do(Onward())
    raise AssertionError("the part has no end")
