"""Every page that a pupil can see, in one place for the tests that go through all of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from game.format.load import load_vocabulary
from game.lesson.pages import HtmlPages
from game.lesson.views import Notice, PupilView, StepSeen
from game.messages.catalog import Catalog, languages, open_catalog
from game.resources import LOCALE, SCENARIOS
from game.screens.lesson.wire import Cell, Kind, Phase, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.library import Help

CODE = "K7TJAX"
LANGUAGES = languages(LOCALE)
CODES = [language.code for language in LANGUAGES]
OPTIONS = ("Fråga hur det känns", "Byt ämne", "Gå till mentorn")


@cache
def words_of(code: str) -> Catalog:
    return open_catalog(LOCALE, code)


@cache
def help_entries() -> tuple[Help, ...]:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    return vocabulary.help


@cache
def pages() -> HtmlPages:
    return HtmlPages(words_of, LANGUAGES, help_entries(), 13)


def step(kind: Kind = Kind.VOTE, **more: object) -> StepSeen:
    plain = StepSeen("s1", kind, "Alva ser på dig. Vad gör du?", "", OPTIONS, (2, 6))
    return replace(plain, **more)  # type: ignore[arg-type]


def view(phase: Phase = Phase.OPEN, **more: object) -> PupilView:
    plain = PupilView(CODE, "sv", 7, phase, step(), joined=24, answered=12, symbol="star-fox")
    return replace(plain, **more)  # type: ignore[arg-type]


def tally(*counts: int | None, most: int | None = None) -> Tally:
    return Tally(tuple(Cell(count) for count in counts), most)


_SAID = (Notice.WRONG_CODE, Notice.FULL, Notice.LOCKED, Notice.THROTTLED)


def _views() -> Mapping[str, PupilView]:
    every = {f"{kind.value} {phase.value}": view(phase, step=step(kind)) for kind in Kind for phase in Phase}
    told = {
        "voted": view(mine=1),
        "flagged": view(Phase.READ, step=step(Kind.LINE), mine=0),
        "judged": view(step=step(Kind.JUDGE, text="Elias vill se Majas mobil."), mine=2),
        "told": view(Phase.REVEAL, mine=0, tally=tally(11, None, None)),
        "told of most": view(Phase.REVEAL, tally=tally(None, None, None, most=2)),
        "not told": view(Phase.REVEAL, tally=Tally()),
    }
    without = {
        "nothing shown": view(Phase.READ, step=None),
        "no seat": view(symbol=""),
        **{f"no seat, {each.value}": view(symbol="", notice=each) for each in _SAID},
        **{
            f"a seat, {each.value}": view(notice=each)
            for each in (Notice.CLOSED, Notice.PAUSED, Notice.THROTTLED)
        },
    }
    return every | told | without


VIEWS = _views()


def _others() -> Mapping[str, tuple[str, str, Notice | None]]:
    notices = {f"front, {each.value}": ("front", "", each) for each in _SAID}
    refused = {
        f"refused, {each.value}": ("refused", "", each) for each in (*_SAID, Notice.ENDED, Notice.NOT_THERE)
    }
    return {
        "front": ("front", "", None),
        "help": ("help", CODE, None),
        "exercise": ("exercise", f"3.2.0.{CODE}", None),
        **notices,
        **refused,
    }


_OTHERS = _others()
NAMES = [*VIEWS, *_OTHERS]


def html(name: str, lang: str) -> str:
    """The page with this name, in a language."""
    if name in VIEWS:
        return pages().pupil(replace(VIEWS[name], lang=lang))
    kind, more, notice = _OTHERS[name]
    match kind:
        case "front":
            return pages().front(lang, notice)
        case "help":
            return pages().help(lang, more)
        case "exercise":
            return pages().exercise(lang, more, "")
        case _:
            assert notice is not None
            return pages().refused(lang, notice)
