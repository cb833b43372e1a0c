"""The program without a window: what the player means, ways through the real story, and every screen there is."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.messages.pseudo import PSEUDO
from game.resources import LOCALE, SCENARIOS
from game.screens.bindings import ChangeKey, Pressed
from game.screens.commands import OpenStory, ReadCode
from game.screens.crash import Crash, Folder, ReportSaved
from game.screens.crashed import resume_code, with_crash
from game.screens.intents import (
    Ask,
    Begin,
    Choose,
    Close,
    Forward,
    Go,
    Hide,
    Intent,
    OpenFlag,
    PickAdult,
    PickStory,
    Question,
    SetFlag,
    Submit,
    Typed,
    Where,
)
from game.screens.keys import Key
from game.screens.lesson.guest import Answer, Asked, GuestSeen, Hindrance, JoinLesson, LeaveLesson, Seat
from game.screens.lesson.intents import (
    EndLesson,
    FromLastWeek,
    Onward,
    PathFound,
    PathKept,
    PauseClass,
    PlanTaking,
    StartLesson,
    Take,
    TuckBar,
)
from game.screens.lesson.parts import asked
from game.screens.lesson.place import place_of
from game.screens.lesson.plan import Taking
from game.screens.lesson.pooled import pools
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.tally import VIGNETTE, VOTE, told
from game.screens.lesson.wire import Cell, HubSeen, Kind, Link, Phase, Pool, Reach, Tally
from game.screens.model import App, Language
from game.screens.navigation import asked_first
from game.screens.page import Page, Screen
from game.screens.pages import page as page_of
from game.screens.settings import Settings, Theme
from game.screens.update import update
from game.screens.workshop import FileRead, Mistake, Row, Workshop
from game.story.explore import explore
from game.story.model import LineKind
from game.story.playthrough import Playthrough
from game.tools.bookshelf import Bookshelf
from game.view.layouts.lay_out import lay_out
from game.view.sheet import Setting, scale_of
from game.view.text import Typesetter
from tests.view.support import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.engine import Machine
    from game.view.frame import Frame

STORY = "svara-direkt"
SIZES = ((1024, 600), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160))
Size = tuple[int, int]


@lru_cache(maxsize=1)
def shelf() -> Bookshelf:
    """The shipped stories and texts, read once."""
    return Bookshelf(SCENARIOS, LOCALE)


def started(**settings: object) -> App:
    """The program as it starts."""
    return App(shelf().library(), replace(Settings(), **settings))  # type: ignore[arg-type]


def after(app: App, *intents: Intent) -> App:
    """The program after the player meant these things; stories and codes are fetched as the window does."""
    words = shelf().words(app.settings.language)
    for intent in intents:
        app, commands = update(app, intent, words)
        for command in commands:
            match command:
                case OpenStory(story):
                    app, _ = update(app, shelf().open_story(story), words)
                case ReadCode(code):
                    app, _ = update(app, shelf().read_code(code), words)
                case _:
                    continue
    return app


def shown(app: App) -> Page:
    """The page of the program."""
    return page_of(app, shelf().words(app.settings.language))


@lru_cache(maxsize=8)
def _typesetter(scale: float) -> Typesetter:
    return Typesetter(scale)


def laid_out(
    page: Page,
    size: Size,
    text_size: int = 100,
    *,
    rtl: bool = False,
    language: str = "sv",
    theme: Theme = Theme.WARM,
    typesetter: Typesetter | None = None,
) -> Frame:
    """The page laid out for a window and a reader."""
    setting = Setting(size, text_size, rtl, shelf().words(language), theme=theme)
    return lay_out(page, setting, typesetter or _typesetter(scale_of(size)))


# --- ways through the real story -------------------------------------------------------------------


def machine() -> Machine:
    """The real story, ready to be played."""
    app = after(started(), PickStory(STORY), Begin())
    assert app.play is not None
    return app.play.machine


@lru_cache(maxsize=1)
def routes() -> dict[str, tuple[int, ...]]:
    """For each ending, by its scene, the decisions of a shortest way to it."""
    played = machine()
    explored = explore(played)
    nearest: dict[str, int] = {}
    for index in sorted(explored.final):
        nearest.setdefault(explored.final[index], index)
    return {scene: _decisions(played, explored.route(index)) for scene, index in nearest.items()}


def _decisions(played: Machine, states: tuple[object, ...]) -> tuple[int, ...]:
    moment = played.start()
    decisions = []
    for state in states[1:]:
        number = next(
            option.number
            for option in moment.segment.options
            if played.after(moment.segment, option.number) == state
        )
        decisions.append(number)
        moment = played.choose(moment, number)
    return tuple(decisions)


def along(app: App, decisions: Iterable[int]) -> Iterator[App]:
    """The program at every step of a play: each line, each question, each ending."""
    left = list(decisions)
    app = after(app, PickStory(STORY), Begin())
    while True:
        yield app
        assert app.play is not None
        moment = app.play.moment
        if not moment.at_exit:
            app = after(app, Forward())
        elif left:
            if shown(app).screen is Screen.TELLING:
                adult = next(o.hearing.adult for o in moment.segment.options if o.number == left[0])  # type: ignore[union-attr]
                app = after(app, PickAdult(adult))
                yield app
            app = after(app, Choose(left.pop(0)))
        else:
            return


# --- every screen ----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def screens() -> Mapping[str, App]:
    """Every screen of the game by name, each with much on it: the longest line, the fullest phone."""
    story = _before_a_story() | _in_a_story() | _over_a_story() | _after_a_story()
    return story | in_a_lesson() | in_class() | _while_writing()


def _before_a_story() -> dict[str, App]:
    title = started()
    before = after(title, PickStory(STORY))
    code = after(title, Go(Where.CODE))
    practice = after(before, Hide(practice=True))
    task = after(title, Hide())
    return _settings(title) | {
        "title": title,
        "stories": after(title, Go(Where.STORIES)),
        "before": before,
        "before, practised": replace(before, practised=True),
        "help": after(title, Go(Where.HELP)),
        "keys": after(title, Go(Where.KEYS)),
        "keys, one waits": after(title, Go(Where.KEYS), ChangeKey(Key.F), Pressed("space")),
        "code": code,
        "code, refused": after(code, *map(Typed, "ABCDEFGH2345ABCDEFGH2345"), Submit()),
        "hidden": task,
        "hidden, answered": after(task, Typed("1"), Submit(), Typed("1"), Typed("2")),
        "hidden, practised": after(practice, Typed("1"), Submit()),
    }


def _settings(title: App) -> dict[str, App]:
    opened = after(title, Go(Where.SETTINGS))
    asked = {f"settings, {each.name.lower()}": after(opened, Ask(each)) for each in Question}
    return asked | {"settings, at the first start": asked_first(title)}


def _weight(app: App) -> int:
    """How much there is to read on the page."""
    return sum(len(text) for text in texts(shown(app)))


@lru_cache(maxsize=1)
def _plays() -> tuple[tuple[App, ...], ...]:
    return tuple(tuple(along(started(), route)) for route in routes().values())


@lru_cache(maxsize=1)
def _in_a_story() -> dict[str, App]:
    fullest: dict[str, App] = {}
    for app in (app for play in _plays() for app in play):
        page = shown(app)
        name = page.screen.name.lower().replace("_", " ")
        beat = app.play.moment.beat if app.play else None
        if page.screen is Screen.DIALOGUE and beat and beat.line.kind is LineKind.NARRATION:
            name = "narration"
        if page.screen is Screen.TELLING and page.foot:
            name = "beginnings"
        if page.notice:
            name += ", somebody met"
        if page.screen is not Screen.ENDING and (
            name not in fullest or _weight(app) > _weight(fullest[name])
        ):
            fullest[name] = app
    return fullest


def _over_a_story() -> dict[str, App]:
    longest = max(_plays(), key=len)
    first, last = longest[0], longest[-1]
    message = _in_a_story()["phone"]
    assert first.play is not None
    assert message.play is not None
    beat = message.play.moment.beat
    assert beat is not None
    opened = after(message, OpenFlag(beat.spot))
    lines = [app for play in _plays() for app in play if shown(app).screen is Screen.DIALOGUE]
    worded = max(lines, key=lambda app: (len(shown(app).explained), _weight(app)))
    form = next(iter(message.library.signs.forms))
    return {
        "flag": opened,
        "phone, flagged": after(opened, Close()),
        "phone, flagged with a form": after(opened, SetFlag(beat.spot, form)),
        "pause": after(first, Go(Where.PAUSE)),
        "pause, late": after(last, Go(Where.PAUSE)),
        "log": after(last, Go(Where.LOG)),
        "log, at the start": after(first, Go(Where.LOG)),
        "feel, opened": after(first, Go(Where.FEEL)),
        "breathe": after(first, Go(Where.BREATHE)),
        "ways, none": after(first, Go(Where.WAYS)),
        "circle, nobody": after(first, Go(Where.CIRCLE)),
        "circle": after(last, Go(Where.CIRCLE)),
        "dialogue, difficult words": worded,
        "words": after(worded, Go(Where.WORDS)),
    } | _broken_off(first, last)


def _broken_off(first: App, last: App) -> dict[str, App]:
    crash = Crash("K74QMZ", "1.2.3", resume_code(last), again=True)
    again = with_crash(last, crash)
    return {
        "crashed": with_crash(first, replace(crash, resume=resume_code(first), again=False)),
        "crashed, again": again,
        "crashed, report saved": after(again, ReportSaved(Folder.DESKTOP, "rapport-K74QMZ-2.txt")),
        "crashed, report not saved": after(again, ReportSaved(None)),
    }


def _after_a_story() -> dict[str, App]:
    found = {f"ending {number}": play[-1] for number, play in enumerate(_plays(), 1)}
    last = max(_plays(), key=len)[-1]
    assert last.play is not None
    half = {beat.spot: "" for beat in last.play.heard[::2]}
    ended = replace(last, play=replace(last.play, flags=half))
    eyes = after(ended, Go(Where.EYES))
    views = [eyes]
    while shown(views[-1]).screen is Screen.EYES:
        views.append(after(views[-1], Forward()))
    return found | {
        "recap": after(ended, Go(Where.RECAP)),
        "timeline": after(ended, Go(Where.TIMELINE)),
        "eyes": max(views[:-1], key=_weight),
        "ways": after(ended, Go(Where.WAYS)),
        **_maps(last),
    }


def _maps(ended: App) -> dict[str, App]:
    """The map of one's ways: early, after one ending, after several, and when every way has been tried."""
    early = next(app for app in max(_plays(), key=len) if app.play and len(app.play.way.decisions) == 2)
    several = ended
    for decisions in [*routes().values()][:2]:
        *_, several = along(several, decisions)
    assert ended.play is not None
    all_ways = replace(ended, play=replace(ended.play, walked=every_way()))
    shown_on = {"early": early, "one ending": ended, "several endings": several, "every way": all_ways}
    return {f"ways map, {name}": after(app, Go(Where.WAYS_MAP)) for name, app in shown_on.items()}


def every_way() -> tuple[Playthrough, ...]:
    """Ways through the real story that take each choice in each scene, and tell each adult in each, at least once."""
    played = machine()
    chance, untried = random.Random(1), 30
    found: dict[tuple[str, int], Playthrough] = {}
    while untried:
        way: tuple[int, ...] = ()
        passed = set()
        moment = played.start()
        while moment.segment.options:
            option = chance.choice(moment.segment.options)
            passed.add((moment.segment.scenes[-1], option.number))
            way = (*way, option.number)
            moment = played.choose(moment, option.number)
        untried = 30 if passed - found.keys() else untried - 1
        found |= dict.fromkeys(passed - found.keys(), Playthrough(way, len(moment.segment.beats)))
    return tuple(dict.fromkeys(found.values()))


def in_language(app: App, code: str) -> App:
    """The program in another language. Those that screens are tried in can be chosen beside the others there."""
    tried = tuple(Language(each.code, each.own_name, each.rtl) for each in PSEUDO)
    library = app.library
    if code in {each.code for each in tried}:
        library = replace(library, languages=(*library.languages, *tried))
    return replace(app, settings=replace(app.settings, language=code), library=library)


# --- a lesson with the class -----------------------------------------------------------------------

QR = tuple(tuple((x * x + 3 * y * x + y) % 7 < 3 for x in range(29)) for y in range(29))
"""As many modules as the code for a lesson on the school's own net has."""
_HERE = HubSeen(Link.HERE, Reach.REACHED, "10.120.104.112:8080", "K4TJA7", QR, joined=27, places=30)
FILE = "H:/Dokument/beratta-lektion.json"
_PHASES = {
    Turn.SHOWN: Phase.READ,
    Turn.OPEN: Phase.OPEN,
    Turn.CLOSED: Phase.CLOSED,
    Turn.REVEALED: Phase.REVEAL,
    Turn.TOLD: Phase.READ,
}


def answered(app: App) -> App:
    """The lesson as it is once 24 of 27 have answered what is asked now, with devices."""
    assert app.lesson is not None
    step = asked(app, app.lesson)
    counts = (14, 2, *(max(0, 8 - 3 * each) for each in range(len(step.options) - 2)))[: len(step.options)]
    sums = tuple((each.name, told((31, 12, 17), VIGNETTE, answered=25)) for each in _pools(app))
    tally = told(counts, VOTE) if app.lesson.turn is Turn.REVEALED else None
    now = replace(_HERE, phase=_PHASES[app.lesson.turn], step=step.id, round=app.lesson.round, answered=24)
    return after(app, replace(now, tally=tally, sums=sums, symbols=("star-fox", "moon-owl", "sun-bear")))


def _pools(app: App) -> tuple[Pool, ...]:
    return pools(app, app.lesson) if app.lesson and app.play else ()


@lru_cache(maxsize=1)
def in_a_lesson() -> dict[str, App]:
    """The pages of a lesson, the fullest of each kind; and some with the teacher's things at the lower edge."""
    found = {f"lesson, {each}": app for each, app in _through_a_lesson().items()}
    revealed = found["lesson, story, lesson ask, revealed"]
    read, message = found["lesson, story, dialogue, shown"], found["lesson, story, phone, shown"]
    lobby = found["lesson, lobby, lesson lobby, shown"]
    far = replace(_HERE, reach=Reach.UNHEARD, address="192.168.100.123:8081")
    return {name: app for name, app in found.items() if ", lesson " in name or ", help" in name} | {
        "lesson, lobby, nothing yet": after(lobby, HubSeen(Link.STARTING)),
        "lesson, lobby, nobody comes": after(lobby, far),
        "lesson, last week": _last_week(revealed),
        "lesson, kept": after(revealed, EndLesson(), PathKept(FILE)),
        "lesson, line": read,
        "lesson, message": message,
        "lesson, teacher's things at a message": after(message, TuckBar()),
        "lesson, teacher's things": after(revealed, TuckBar()),
        "lesson, teacher's things at a line": after(read, TuckBar()),
        "lesson, to the teacher": after(read, TuckBar(), Go(Where.ADVICE)),
        "lesson, paused": after(revealed, PauseClass(on=True)),
        "lesson, to be ended?": after(revealed, EndLesson()),
    }


def _last_week(then: App) -> App:
    """Another day, and hands alone: the class goes on from the file that was kept then."""
    assert then.lesson is not None
    path = place_of(then, then.lesson)
    hands = replace(path, plan=replace(path.plan, taking=frozenset({Taking.HANDS})))
    return after(started(), StartLesson(), FromLastWeek(), PathFound(hands))


def _through_a_lesson() -> dict[str, App]:
    """From its beginning to its end, with devices; the class takes what comes first."""
    fullest: dict[str, App] = {}
    app = after(started(), StartLesson())
    while app.lesson and app.lesson.part is not Part.END:
        page, lesson = shown(app), app.lesson
        name = f"{lesson.part.value}, {page.screen.name.lower().replace('_', ' ')}, {lesson.turn.value}"
        if name not in fullest or _weight(app) > _weight(fullest[name]):
            fullest[name] = app
        if lesson.part is Part.PLAN and not lesson.plan.with_hub:
            app = after(app, PlanTaking(Taking.DEVICES, on=True))
        taken = next((item.intent for item in page.items() if isinstance(item.intent, Take)), Onward())
        ended = EndLesson(sure=True) if lesson.ending else taken
        app = after(app, ended)
        app = answered(app) if app.lesson and app.lesson.plan.with_hub else app
    return fullest | {"end, lesson end, shown": app}


# --- a pupil's own game in a lesson ------------------------------------------------------------------


VOTED = (
    "Byt ämne. Fråga om Alva vill ha mer guacamole.",
    "Säg att det inte är okej, högt, så att alla hör.",
    "Vänta tills ni är ensamma.",
)
JUDGED = "Noel vill att Alva skickar en bild varje gång hon är hos en kompis, så att han vet var hon är."


@lru_cache(maxsize=1)
def in_class() -> dict[str, App]:
    """The pages of a pupil's own game in a lesson, from the address to the end."""
    address = after(started(), Go(Where.CODE), JoinLesson(), *map(Typed, "10.120.104.112:8080"))
    code = after(address, Submit(), *map(Typed, "K4TJA7"))
    asks = after(code, Submit())
    plays = GuestSeen(Seat.TAKEN, Phase.READ, Kind.PLAY, STORY, "mountain-snail-2")
    joined = after(asks, replace(plays, phase=Phase.LOBBY, kind=None, story=""))
    begun = after(joined, plays, Begin(), Forward())
    looks = after(begun, replace(plays, phase=Phase.PAUSED))
    lost = after(begun, replace(plays, seat=Seat.LOST))
    away = after(joined, replace(plays, story="en-annan"))
    vote = Asked("val:1", 1, *("Tacoskalen kallnar. Vad gör du?", ""), VOTED, (2, 6), answered=14, joined=24)
    votes = replace(plays, phase=Phase.OPEN, kind=Kind.VOTE, asked=vote)
    stored = replace(votes, asked=replace(vote, mine=0))
    tally = Tally((Cell(14), Cell(None), Cell(None)), total=19)
    judged = Asked(
        "judge.1", 1, "Är det här okej?", JUDGED, ("Okej", "Osäker", "Inte okej"), (1, 3), joined=24
    )
    line = Asked("rad:1", 1, "", "jag ser att du är kvar i hallen så svara", mine=0)
    return {
        "guest, address": address,
        "guest, no such address": after(asks, GuestSeen(Seat.OUT, why=Hindrance.UNREACHED)),
        "guest, code": code,
        "guest, asks": asks,
        "guest, no such code": after(asks, GuestSeen(Seat.OUT, why=Hindrance.CODE)),
        "guest, joined": joined,
        "guest, before the story": after(joined, plays),
        "guest, another story": away,
        "guest, at home": after(begun, Go(Where.TITLE)),
        "guest, looks up": looks,
        "guest, to be left?": after(looks, LeaveLesson(sure=False)),
        "guest, votes": after(begun, votes),
        "guest, sends an answer": after(begun, votes, Answer("val:1", 1, 0)),
        "guest, has answered": after(begun, stored),
        "guest, lost while it answers": after(begun, replace(stored, seat=Seat.LOST)),
        "guest, answers are closed": after(begun, replace(stored, phase=Phase.CLOSED)),
        "guest, how the class answered": after(
            begun, replace(stored, phase=Phase.REVEAL, asked=replace(vote, mine=0, tally=tally))
        ),
        "guest, judges": after(joined, replace(votes, kind=Kind.JUDGE, asked=judged)),
        "guest, flags a line": after(joined, replace(votes, phase=Phase.READ, kind=Kind.LINE, asked=line)),
        "guest, lost while it looks up": after(looks, replace(plays, seat=Seat.LOST, phase=Phase.PAUSED)),
        "guest, lost": lost,
        "guest, pause": after(begun, Go(Where.PAUSE)),
        "guest, help": after(begun, Go(Where.HELP)),
        "guest, seat freed": after(begun, GuestSeen(Seat.OUT, why=Hindrance.FREED)),
        "guest, ended": after(begun, replace(plays, phase=Phase.ENDED)),
    }


# --- while a story is written ----------------------------------------------------------------------


def _error(
    code: str, line: int, column: int, what: str, *rows: Row, meant: str = "", why: str = ""
) -> Mistake:
    return Mistake(code, error=True, file="svara-direkt/story.yaml", line=line, column=column, what=what,
                   meant=meant, why=why, rows=rows)  # fmt: skip


MISTAKES = (
    _error(
        *("F251", 86, 65, "Det finns ingen scen som heter ”bäst”."),
        Row(85, "      - Reta henne lite.: retas"),
        Row(86, "      - Fråga vad som är bäst med honom.: {do: {trust: +1}, go: bäst}", (64, 68)),
        meant="Menade du ”bast”?",
        why="Ett namn som ingen scen har leder ingenstans, och där skulle berättelsen ta stopp.",
    ),
    _error("F108", 7, 1, "Raden är indragen med tabb.", Row(7, "»- alva: Hej", (0, 1))),
    _error("F131", 8, 3, "Indraget är fel.", Row(8, "   - alva: Hej", (0, 3))),
    _error("F121", 9, 8, "Det saknas något.", Row(9, "    go:", (7, 7))),
    _error("F104", 0, 0, "Filen är för stor.", why="En så lång berättelse hinner ingen spela."),
    replace(
        _error("T470", 412, 120, "Svår rad.", Row(412, "…" + "utanmellanrum" * 8 + "…", (40, 60))),
        error=False,
    ),
)
"""One of each kind of row: a word, a tab, an indent, a place where something is missing, none, and a word without end."""


def _while_writing() -> dict[str, App]:
    shown_now = next(iter(_plays()[0]))
    assert shown_now.play is not None
    bare = replace(started(), workshop=Workshop())
    stale = replace(shown_now, workshop=Workshop(mistakes=MISTAKES, stale=True))
    warned = replace(shown_now, workshop=Workshop(mistakes=MISTAKES[-1:]))
    nowhere = replace(shown_now.play, way=Playthrough(origin=shown_now.play.machine.bare_state("natt")))
    read = FileRead(Workshop(mistakes=MISTAKES * 8, stale=True), calls=True)
    return {
        "mistakes, nothing to show": after(bare, read),
        "mistakes": after(stale, Go(Where.MISTAKES)),
        "mistakes, only warnings": after(warned, Go(Where.MISTAKES)),
        "title, with mistakes": replace(started(), workshop=stale.workshop),
        "dialogue, with mistakes": stale,
        "dialogue, from nowhere": replace(warned, play=nowhere),
        "pause, with mistakes": after(warned, Go(Where.PAUSE)),
        "scenes": after(stale, Go(Where.SCENES)),
        "map": after(stale, Go(Where.MAP)),
        "map, at an ending": after(replace(_plays()[0][-1], workshop=Workshop()), Go(Where.MAP)),
    }
