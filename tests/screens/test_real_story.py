"""The shipped story, every state of it: each page can be shown, and says nothing but what can be translated."""

from __future__ import annotations

import re
from functools import cache

import pytest

from game.screens.intents import (
    Back,
    Choose,
    Close,
    Forward,
    Go,
    Hide,
    Intent,
    OpenFlag,
    PickAdult,
    PickStory,
    Press,
    Refused,
    SetFlag,
    SkipScene,
    StoryOpened,
    Where,
)
from game.screens.keys import Key
from game.screens.model import App, Play
from game.screens.page import Screen, Speech
from game.screens.pages import page as page_of
from game.screens.update import update
from game.story.engine import State, TellOption
from game.story.explore import Exploration, explore
from game.story.model import Ending, LineKind
from game.story.resume import Refusal, encode
from game.tools.translatable import shipped_sources
from tests.screens.support import Plain, bookshelf, real_library, real_machine, texts_in

SHARDS = 4
"""The states are looked at in so many parts, for as many workers."""

OPEN, SHUT = "⟦", "⟧"
_SAID = re.compile(rf"{OPEN}[^{OPEN}{SHUT}]*{SHUT}")
_CODE = re.compile(r"\b[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{1,4})+\b")


@cache
def translatable() -> frozenset[tuple[str, str, str]]:
    """All there is to translate, as domain, context and text."""
    return frozenset(
        (domain, source.context, text)
        for domain, sources in shipped_sources().items()
        for source in sources
        for text in (source.text, source.plural)
    )


class Marking(Plain):
    """Words that put marks around themselves, and refuse what no translator is given."""

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        assert ("ui", context, text) in translatable()
        return OPEN + super().ui(text, context, **values) + SHUT

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        assert {("ui", "", one), ("ui", "", many)} <= translatable()
        return OPEN + super().plural(one, many, n, **values) + SHUT

    def of(self, domain: str, context: str, text: str) -> str:
        if not text:
            return ""
        assert (domain, context, text) in translatable()
        return OPEN + text + SHUT

    def has(self, domain: str, context: str, text: str) -> bool:
        return True

    def complete(self, domain: str) -> bool:
        return True


MARKING = Marking()


def unmarked(text: str) -> str:
    """What is left of a text when all that comes from the words is taken away."""
    left = text
    while (shorter := _SAID.sub("", left)) != left:
        left = shorter
    return left


def check(app: App) -> Screen:
    """The page can be shown, and all its letters are words that a translator is given."""
    page = page_of(app, MARKING)
    own = {language.name for language in app.library.languages}
    signs = {item.label for item in page.items() if len(item.label) == 1}
    for text in texts_in(page):
        # The languages' names stand in their order whichever way each of them runs.
        plain = unmarked(text).replace("\u200e", "").replace("\xa0", " ")
        left = " ".join(part for part in plain.split(" · ") if part not in own)
        left = _CODE.sub("", left)
        assert left in signs or not any(character.isalpha() for character in left), text
    assert page.title
    return page.screen


@cache
def explored() -> Exploration:
    found = explore(real_machine())
    assert found.complete
    return found


def at_state(number: int) -> App:
    """Where a state of the story begins."""
    app, _ = update(App(real_library()), StoryOpened(real_machine(), explored().states[number]), MARKING)
    return app


def with_(app: App, *intents: Intent) -> App:
    for intent in intents:
        app, _ = update(app, intent, MARKING)
    return app


def lines_of(app: App) -> list[App]:
    """The moments from here until the way out, that included."""
    moments = [app]
    while not play_of(moments[-1]).moment.at_exit:
        moments.append(with_(moments[-1], Forward()))
    return moments


def play_of(app: App) -> Play:
    assert app.play
    return app.play


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_line_and_decision_of_every_state_can_be_shown_and_translated(shard: int) -> None:
    seen = set()
    for number in range(shard, len(explored().states), SHARDS):
        for app in lines_of(at_state(number)):
            seen.add(check(app))
        options = play_of(app).moment.segment.options
        adults = {option.hearing.adult for option in options if isinstance(option, TellOption)}
        for adult in adults:
            seen.add(check(with_(app, PickAdult(adult))))
        for where in (Where.LOG, Where.WAYS, Where.CIRCLE):
            seen.add(check(with_(app, Go(where))))
    assert {Screen.DIALOGUE, Screen.PHONE, Screen.SILENCE, Screen.CHOICES, Screen.LOG} <= seen


def played_to(number: int) -> App:
    """From the first line, by a shortest way, to where the segment of a state is over."""
    app = with_(App(real_library()), StoryOpened(real_machine()))
    for state in explored().route(number)[1:]:
        app = lines_of(app)[-1]
        segment = play_of(app).moment.segment
        options = (option.number for option in segment.options)
        app = with_(
            app, Choose(next(each for each in options if real_machine().after(segment, each) == state))
        )
    return lines_of(app)[-1]


def test_the_pages_after_every_ending_can_be_shown_and_translated() -> None:
    titles, eyes = set(), set()
    for number in explored().final:
        app = played_to(number)
        ending = play_of(app).ending
        assert isinstance(ending, Ending)
        titles.add(ending.title)
        seen = []
        while check(app) is not Screen.WAYS:
            seen.append(check(app))
            if seen[-1] is Screen.EYES:
                eyes.add(page_of(app, MARKING).body)
            app = with_(app, Press(Key.SPACE))
        assert list(dict.fromkeys(seen)) == [Screen.ENDING, Screen.RECAP, Screen.TIMELINE, Screen.EYES]
    assert len(titles) == len(explored().endings)
    assert len(eyes) > 10


def test_every_pause_to_feel_can_be_skipped_with_the_authors_sentence_and_taken_back() -> None:
    sentences = set()
    for number in range(len(explored().states)):
        for app in lines_of(at_state(number)):
            beat = play_of(app).moment.beat
            if beat and beat.line.kind is LineKind.FEEL:
                skipped = with_(app, SkipScene())
                check(skipped)
                (speech,) = page_of(skipped, MARKING).body
                assert isinstance(speech, Speech)
                assert speech.text == OPEN + beat.line.skip + SHUT
                assert with_(skipped, Back()) == app
                check(with_(skipped, Forward()))
                sentences.add(beat.line.skip)
    authored = {line.skip for scene in real_machine().story.scenes.values() for line in scene.lines}
    assert sentences == authored - {""}


def test_the_pages_before_a_story_can_be_shown_and_translated() -> None:
    title = App(real_library())
    about = title.library.abouts[0].id
    ways: tuple[tuple[Intent, ...], ...] = (
        (),
        (Go(Where.STORIES),),
        (PickStory(about),),
        (PickStory(about), Refused(None)),
        (Hide(),),
        (Hide(practice=True),),
        (Go(Where.HELP),),
        (Go(Where.SETTINGS),),
        (Go(Where.BREATHE),),
        *((Go(Where.CODE), Refused(why)) for why in (*Refusal, None)),
    )
    seen = [check(with_(title, *way)) for way in ways]
    assert len(set(seen)) == len(ways) - 5


def test_every_scene_can_be_paused_flagged_and_come_back_to() -> None:
    scenes = set()
    for number, state in enumerate(explored().states):
        if state.scene in scenes:
            continue
        scenes.add(state.scene)
        app = at_state(number)
        spot = page_of(app, MARKING).spot
        paused = with_(app, Go(Where.PAUSE))
        assert check(paused) is Screen.PAUSE
        assert with_(paused, Close()) == app
        assert check(with_(paused, Go(Where.FEEL))) is Screen.FEEL
        assert spot
        for form in ("", *real_library().signs.forms):
            flagged = with_(app, OpenFlag(spot), SetFlag(spot, form))
            check(flagged)
            assert check(with_(flagged, OpenFlag(spot))) is Screen.FLAG
            assert check(with_(flagged, Go(Where.LOG))) is Screen.LOG
    assert len(scenes) > 30


def test_a_code_from_every_scene_leads_back_to_it() -> None:
    scenes: dict[str, State] = {}
    for state in explored().states:
        scenes.setdefault(state.scene, state)
    for state in scenes.values():
        opened = bookshelf().read_code(encode(real_machine().story, state))
        assert opened == StoryOpened(real_machine(), state)
