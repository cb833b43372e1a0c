"""What happens while a story is played: lines, choices, flags, and the pages that lie over them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.bindings import KeysScreen
from game.screens.commands import Command, PlaySound, Sound
from game.screens.eyes import eyes_of
from game.screens.intents import (
    Back,
    Choose,
    Close,
    Forward,
    Go,
    OpenFlag,
    PickAdult,
    Revisit,
    Rewind,
    SetFlag,
    SkipScene,
    Where,
)
from game.screens.lesson.state import AdviceScreen
from game.screens.model import (
    App,
    BreatheScreen,
    CircleScreen,
    CodeScreen,
    EyesScreen,
    FeelScreen,
    FlagScreen,
    HelpScreen,
    LogScreen,
    MapScreen,
    MistakesScreen,
    PauseScreen,
    Play,
    ReadingScreen,
    RecapScreen,
    ScenesScreen,
    Screen,
    SettingsScreen,
    StoriesScreen,
    TimelineScreen,
    TitleScreen,
    WaysMapScreen,
    WaysScreen,
    WordsScreen,
)
from game.screens.navigation import alone, pop, push
from game.story.model import Line, LineKind
from game.story.playthrough import Playthrough, back, decide, forward, rewind, scenes_so_far, skip
from game.story.walked import kept, revisited

if TYPE_CHECKING:
    from game.story.engine import Machine, Spot, State

Step: TypeAlias = tuple[App, tuple[Command, ...]]
PlayIntent: TypeAlias = (
    Go | Close | Forward | Back | Choose | PickAdult | OpenFlag | SetFlag | SkipScene | Rewind | Revisit
)


def opened(app: App, machine: Machine, state: State | None) -> App:
    """A story begins, or goes on where a code leads; what was found in it in this session is kept."""
    before = app.play if app.play and app.play.story.about.id == machine.story.about.id else None
    play = Play(
        machine,
        Playthrough(origin=state),
        scenes=before.scenes if before else frozenset(),
        endings=before.endings if before else frozenset(),
        walked=before.walked if before and before.story == machine.story else (),
    )
    return alone(replace(app, play=_noted(play)), ReadingScreen())


def begun_again(app: App) -> App:
    """The same story from its first line."""
    return opened(app, app.play.machine, None) if app.play else app


def step(app: App, intent: PlayIntent) -> Step:
    """What an intent does outside the settings and Dölj."""
    match intent:
        case Go(to):
            return _go(app, to)
        case Close():
            return _closed(app), ()
        case Forward() | Back():
            return _along(app, intent)
        case _ if app.play is None:
            return app, ()
        case Choose(number):
            return _chosen(app, app.play, number)
        case PickAdult(adult):
            return replace(app, screen=ReadingScreen(adult=adult), focus=None), ()
        case OpenFlag(spot):
            return _flagged(app, app.play, spot)
        case SetFlag(spot, form):
            return _flag_left(replace(app, play=_with_flag(app.play, spot, form)), spot), ()
        case SkipScene():
            return _skipped(app, app.play), ()
        case Rewind(index):
            return _returned(app, app.play, rewind(app.play.machine, app.play.way, index))
        case Revisit(scene):
            way = revisited(app.play.machine, app.play.walked, app.play.way, scene)
            return _returned(app, app.play, way) if way else (app, ())
        case _:
            assert_never(intent)


_OVERLAYS: dict[Where, Screen] = {
    Where.STORIES: StoriesScreen(),
    Where.HELP: HelpScreen(),
    Where.PAUSE: PauseScreen(),
    Where.LOG: LogScreen(),
    Where.CODE: CodeScreen(),
    Where.FEEL: FeelScreen(),
    Where.BREATHE: BreatheScreen(),
    Where.RECAP: RecapScreen(),
    Where.TIMELINE: TimelineScreen(),
    Where.EYES: EyesScreen(),
    Where.WAYS: WaysScreen(),
    Where.WAYS_MAP: WaysMapScreen(),
    Where.KEYS: KeysScreen(),
    Where.CIRCLE: CircleScreen(),
    Where.WORDS: WordsScreen(),
    Where.MISTAKES: MistakesScreen(),
    Where.SCENES: ScenesScreen(),
    Where.MAP: MapScreen(),
    Where.ADVICE: AdviceScreen(),
}


def _go(app: App, to: Where) -> Step:
    if to is Where.TITLE:
        return alone(app, TitleScreen()), (PlaySound(Sound.PAGE),)
    if to is Where.ADVICE and app.lesson is None:
        return app, ()
    if to is Where.SETTINGS:
        return _to_settings(app)
    if to is Where.EYES and not (app.play and eyes_of(app.play)):
        return push(app, WaysScreen()), (PlaySound(Sound.PAGE),)
    return push(app, _OVERLAYS[to]), (PlaySound(Sound.PAGE),)


def _to_settings(app: App) -> Step:
    """Nothing happens where they are shown already; where they lie below, one comes back to them."""
    if isinstance(app.screen, SettingsScreen):
        return app, ()
    there = next((each for each in app.under if isinstance(each, SettingsScreen)), SettingsScreen())
    return push(app, there), (PlaySound(Sound.PAGE),)


def _closed(app: App) -> App:
    """Other eyes are left forwards, to the ways; how it feels, past the pause that led there; everything else
    to what lies below.
    """
    match app.screen:
        case EyesScreen():
            return replace(app, screen=WaysScreen(), focus=None)
        case FlagScreen(spot):
            return _flag_left(app, spot)
        case FeelScreen():
            below = pop(app)
            return pop(below) if isinstance(below.screen, PauseScreen) else below
        case _:
            return pop(app)


def _flag_left(app: App, spot: Spot) -> App:
    """Back from the question about a flag; among all that was said, to the line that it was about."""
    below = pop(app)
    return replace(below, focus=OpenFlag(spot)) if isinstance(below.screen, LogScreen) else below


def _noted(play: Play) -> Play:
    """What has been found, with the place that the play has come to."""
    scenes = play.scenes | set(scenes_so_far(play.machine, play.way))
    ended = frozenset({play.moment.scene}) if play.ending else frozenset[str]()
    walked = kept(play.walked, play.way)
    return replace(play, scenes=scenes, endings=play.endings | ended, walked=walked)


def _along(app: App, intent: Forward | Back) -> Step:
    """A line on or back, in the story or in other eyes."""
    if app.play is None:
        return app, ()
    if isinstance(app.screen, EyesScreen):
        return _eyes_along(app, app.play, app.screen, 1 if isinstance(intent, Forward) else -1), ()
    if not isinstance(app.screen, ReadingScreen):
        return app, ()
    if app.screen.skipped:
        play = app.play if isinstance(intent, Forward) else _unskipped(app.play, app.screen.skipped)
        return alone(replace(app, play=_noted(play)), ReadingScreen()), ()
    move = forward if isinstance(intent, Forward) else back
    play = _noted(replace(app.play, way=move(app.play.machine, app.play.way)))
    beat = play.moment.beat
    if beat:
        play = replace(play, skipped=play.skipped - {beat.spot})
    sounds = (_sound(beat.line),) if beat else ((Sound.CALM,) if play.ending else ())
    commands = tuple(PlaySound(sound) for sound in sounds if sound and isinstance(intent, Forward))
    return replace(app, play=play, screen=ReadingScreen(), focus=None), commands


def _sound(line: Line) -> Sound | None:
    if line.kind is not LineKind.MESSAGE or line.phone is None:
        return None
    return Sound.SENT if line.speaker == line.phone.owner else Sound.MESSAGE


def _eyes_along(app: App, play: Play, screen: EyesScreen, by: int) -> App:
    moments = eyes_of(play)
    flat = [(index, line) for index, eyes in enumerate(moments) for line in range(len(eyes.lines))]
    place = flat.index((screen.index, screen.line)) + by
    if place >= len(flat):
        return replace(app, screen=WaysScreen(), focus=None)
    if place < 0:
        return pop(app)
    return replace(app, screen=EyesScreen(*flat[place]), focus=None)


def _chosen(app: App, play: Play, number: int) -> Step:
    options = {option.number for option in play.moment.segment.options}
    if not play.moment.at_exit or number not in options:
        return app, ()
    later = _noted(replace(play, way=decide(play.machine, play.way, number)))
    return alone(replace(app, play=later), ReadingScreen()), (PlaySound(Sound.CHOICE),)


def _skipped(app: App, play: Play) -> App:
    """The rest of the scene is passed over, and remembered as not read."""
    moment = play.moment
    if moment.beat is None:
        return app
    later = replace(play, way=skip(play.machine, play.way))
    passed = moment.segment.beats[moment.step + 1 : later.moment.step]
    later = replace(later, skipped=later.skipped | {beat.spot for beat in passed})
    return alone(replace(app, play=later), ReadingScreen(skipped=moment.beat.spot))


def _unskipped(play: Play, since: Spot) -> Play:
    """Back to the line since which the scene was skipped."""
    passed = play.moment.segment.beats[: play.moment.step]
    step = max(index for index, beat in enumerate(passed) if beat.spot == since)
    unread = {beat.spot for beat in passed[step:]}
    return replace(play, way=replace(play.way, steps=step), skipped=play.skipped - unread)


def _returned(app: App, play: Play, way: Playthrough) -> Step:
    """Back on a way that was walked; what was flagged and found stays."""
    return alone(replace(app, play=replace(play, way=way)), ReadingScreen()), (PlaySound(Sound.PAGE),)


def _with_flag(play: Play, spot: Spot, form: str | None) -> Play:
    flags = {other: kept for other, kept in play.flags.items() if other != spot}
    return replace(play, flags=flags if form is None else flags | {spot: form})


def _flagged(app: App, play: Play, spot: Spot) -> Step:
    """The flag stands at once; what it is may be said on the page that opens."""
    flagged = play if spot in play.flags else _with_flag(play, spot, "")
    return push(replace(app, play=flagged), FlagScreen(spot)), (PlaySound(Sound.FLAG),)
