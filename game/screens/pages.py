"""The page of every screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from game.lazy import later
from game.screens.bindings import KeysScreen
from game.screens.changing_keys import keys_page
from game.screens.circle import circle_page
from game.screens.crash import CrashedScreen
from game.screens.crashed import crashed_page
from game.screens.explained import with_words, words_page
from game.screens.eyes import eyes_page
from game.screens.feel import breathe_page, feel_page
from game.screens.flagging import flag_page
from game.screens.help import help_page
from game.screens.hidden import hidden_page
from game.screens.lesson.guest import GuestScreen, JoinScreen
from game.screens.lesson.state import AdviceScreen, LessonScreen
from game.screens.log import log_page
from game.screens.mistakes import mistakes_page, with_notice
from game.screens.model import (
    App,
    BeforeScreen,
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
    SettingsScreen,
    StoriesScreen,
    TimelineScreen,
    TitleScreen,
    WaysMapScreen,
    WaysScreen,
    WordsScreen,
)
from game.screens.parts import with_hearing
from game.screens.pause import code_page, pause_page
from game.screens.picking import stories_page
from game.screens.questions import settings_page
from game.screens.reading import reading_page
from game.screens.recap import recap_page, timeline_page
from game.screens.scenes import scenes_page
from game.screens.start import before_page, title_page
from game.screens.story_map import story_map_page
from game.screens.ways import ways_page
from game.screens.ways_map import ways_map_page

if TYPE_CHECKING:
    from game.screens.lesson.advice import advice_page
    from game.screens.lesson.flow import stage_page
    from game.screens.lesson.guest_pages import guest_page, join_page, with_contact
    from game.screens.page import Page
    from game.screens.words import Words
else:
    advice_page = later("game.screens.lesson.advice", "advice_page")
    stage_page = later("game.screens.lesson.flow", "stage_page")
    guest_page = later("game.screens.lesson.guest_pages", "guest_page")
    join_page = later("game.screens.lesson.guest_pages", "join_page")
    with_contact = later("game.screens.lesson.guest_pages", "with_contact")


def page(app: App, words: Words) -> Page:
    """What is shown now."""
    if app.hidden:
        return hidden_page(app.hidden, words)
    if app.workshop is None:
        return with_hearing(_page(app, words), app, words)
    if isinstance(app.screen, MistakesScreen):
        return mistakes_page(app, app.workshop, words)
    return with_notice(with_hearing(_page(app, words), app, words), app, app.workshop, words)


def _page(app: App, words: Words) -> Page:
    screen = app.screen
    match screen:
        case TitleScreen():
            return title_page(app, words)
        case StoriesScreen():
            return stories_page(app, screen, words)
        case BeforeScreen():
            return before_page(app, screen, words)
        case HelpScreen():
            return help_page(app, words)
        case CodeScreen():
            return code_page(screen, words)
        case SettingsScreen():
            return settings_page(app, screen, words)
        case KeysScreen():
            return keys_page(screen, app.settings, words)
        case BreatheScreen():
            return breathe_page(words)
        case CrashedScreen():
            return crashed_page(app, screen, words)
        case MistakesScreen():
            return title_page(app, words)
        case LessonScreen():
            return stage_page(app, app.lesson, words) if app.lesson else title_page(app, words)
        case AdviceScreen():
            return advice_page(app, app.lesson, words) if app.lesson else title_page(app, words)
        case JoinScreen():
            return join_page(app, screen, words)
        case GuestScreen():
            return guest_page(app, app.guest, words) if app.guest else title_page(app, words)
        case _:
            return _story_page(app, app.play, screen, words) if app.play else title_page(app, words)


_PlayingScreen = (
    ReadingScreen
    | FlagScreen
    | FeelScreen
    | RecapScreen
    | TimelineScreen
    | EyesScreen
    | WaysScreen
    | WaysMapScreen
    | PauseScreen
    | LogScreen
    | CircleScreen
    | WordsScreen
    | ScenesScreen
    | MapScreen
)


def _story_page(app: App, play: Play, screen: _PlayingScreen, words: Words) -> Page:
    page_now = _playing_page(app, play, screen, words)
    shown = with_contact(page_now, app, words) if app.guest else page_now
    return with_words(shown, play, words)


def _below(app: App, words: Words) -> Page | None:
    """The page of the screen below, None where there is none."""
    return _page(replace(app, screen=app.under[-1], under=app.under[:-1]), words) if app.under else None


def _playing_page(app: App, play: Play, screen: _PlayingScreen, words: Words) -> Page:
    match screen:
        case ReadingScreen():
            return reading_page(app, play, screen, words)
        case FlagScreen(spot):
            return flag_page(app, play, spot, words)
        case FeelScreen():
            question = words.ui("Det du läser kan väcka mycket. Vad behöver du nu?")
            return feel_page(play, words, question, asked=False)
        case RecapScreen():
            return recap_page(app, play, words)
        case TimelineScreen():
            return timeline_page(app, play, words)
        case EyesScreen():
            return eyes_page(play, screen, words)
        case WaysScreen():
            return ways_page(play, app.library.abouts, words)
        case WaysMapScreen():
            return ways_map_page(play, words)
        case PauseScreen():
            return pause_page(play, words, writing=app.workshop is not None, guest=app.guest is not None)
        case LogScreen():
            return log_page(app, play, words)
        case CircleScreen():
            return circle_page(play, words)
        case WordsScreen():
            return words_page(_below(app, words), play, words)
        case ScenesScreen():
            return scenes_page(play, words)
        case MapScreen():
            return story_map_page(play, words)
        case _:
            assert_never(screen)
