"""What happens in an author's preview: the file was read again, or the author goes to a scene."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.screens.commands import Command, ReadAgain
from game.screens.eyes import eyes_of
from game.screens.model import App, EyesScreen, FlagScreen, MistakesScreen, Play, ReadingScreen, Screen
from game.screens.navigation import alone, pop, push
from game.screens.workshop import FileRead, OpenScene, Reload
from game.story.finding import opened_at
from game.story.following import followed
from game.story.matching import Matching
from game.story.moment import Spot, StoryError, TellOption
from game.story.playthrough import Playthrough

if TYPE_CHECKING:
    from game.story.engine import Machine

Step: TypeAlias = tuple[App, tuple[Command, ...]]


def step(app: App, intent: FileRead | OpenScene | Reload) -> Step:
    """What an author's intent does; nothing in the pupils' game."""
    match intent:
        case FileRead():
            return _read(app, intent), ()
        case Reload():
            return app, (ReadAgain(),) if app.workshop else ()
        case OpenScene(scene):
            if app.workshop is None or app.play is None or scene not in app.play.story.scenes:
                return app, ()
            play = replace(app.play, way=_opened_at(app.play.machine, scene))
            return alone(replace(app, play=play), ReadingScreen()), ()


def _opened_at(machine: Machine, scene: str) -> Playthrough:
    try:
        return opened_at(machine, scene)
    except StoryError:  # what is wrong with it is told among the mistakes
        return Playthrough()


def _read(app: App, intent: FileRead) -> App:
    app = replace(app, workshop=intent.workshop, library=intent.library or app.library)
    if intent.machine and app.play:
        app = _taken_over(app, app.play, intent.machine)
    elif intent.machine:
        wanted = intent.workshop.scene
        known = wanted in intent.machine.story.scenes
        way = _opened_at(intent.machine, wanted) if known else Playthrough()
        app = alone(replace(app, play=Play(intent.machine, way)), ReadingScreen())
    return _with_mistakes(app, intent)


def _with_mistakes(app: App, intent: FileRead) -> App:
    """The mistakes come when the author has to see them, and go by themselves when they are mended."""
    workshop, screen = intent.workshop, app.screen
    if app.play is None:
        return alone(app, MistakesScreen(called=True))
    if isinstance(screen, MistakesScreen):
        over = not workshop.errors if screen.called else not workshop.mistakes
        return pop(app) if over and not intent.calls else app
    below = any(isinstance(each, MistakesScreen) for each in app.under)
    return push(app, MistakesScreen(called=True)) if intent.calls and not below else app


# --- the same place in the new version -------------------------------------------------------------


def _taken_over(app: App, play: Play, machine: Machine) -> App:
    matching = Matching(play.story, machine.story)
    forms = app.library.signs.forms
    flags = ((matching.spot(spot), form) for spot, form in play.flags.items())
    later = Play(
        machine,
        followed(play.machine, play.way, machine, matching),
        flags={spot: form if form in forms else "" for spot, form in flags if spot},
        skipped=_spots(play.skipped, matching),
        scenes=_scenes(play.scenes, matching),
        endings=_scenes(play.endings, matching),
    )
    screens = [_now(screen, later, matching) for screen in (*app.under, app.screen)]
    *under, screen = [each for each in screens if each] or [ReadingScreen()]
    return replace(app, play=later, under=tuple(under), screen=screen)


def _spots(spots: frozenset[Spot], matching: Matching) -> frozenset[Spot]:
    return frozenset(now for spot in spots if (now := matching.spot(spot)))


def _scenes(scenes: frozenset[str], matching: Matching) -> frozenset[str]:
    return frozenset(now for scene in scenes if (now := matching.scene(scene)))


def _now(screen: Screen, play: Play, matching: Matching) -> Screen | None:
    """The screen in the new version; None when what it was about is gone."""
    match screen:
        case ReadingScreen(adult, skipped):
            offered = {
                each.hearing.adult for each in play.moment.segment.options if isinstance(each, TellOption)
            }
            return ReadingScreen(adult if adult in offered else None, _passed(skipped, play, matching))
        case FlagScreen(spot):
            now = matching.spot(spot)
            return FlagScreen(now) if now else None
        case EyesScreen(index, line):
            moments = eyes_of(play)
            there = index < len(moments) and line < len(moments[index].lines)
            return screen if there else None
        case _:
            return screen


def _passed(spot: Spot | None, play: Play, matching: Matching) -> Spot | None:
    """The line since which a scene was skipped, as long as it lies behind the reader in this stretch."""
    now = matching.spot(spot) if spot else None
    moment = play.moment
    behind = {beat.spot for beat in moment.segment.beats[: moment.step]}
    return now if now in behind else None
