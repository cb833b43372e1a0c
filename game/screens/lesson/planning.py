"""What the teacher chooses: the story, the time, how pupils take part; and how the minutes are then spread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.lesson import choosing, packing, phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import (
    PlanMinutes,
    PlanStory,
    PlanTaking,
    PlanVignettes,
    PlanVoting,
)
from game.screens.lesson.order import part_name, schedule
from game.screens.lesson.plan import MINUTES, Plan, Taking
from game.screens.lesson.state import Part
from game.screens.lesson.vignette_choice import chosen
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Block, Buttons, Card, Item, Look, Screen, Text, Tone
from game.screens.words import listed

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words

Planned: TypeAlias = PlanStory | PlanMinutes | PlanTaking | PlanVignettes | PlanVoting


def entered(app: App, lesson: Lesson) -> App:
    """The first story is chosen, where none is."""
    return replace(app, lesson=replace(lesson, plan=_with_story(app, lesson.plan)))


def _with_story(app: App, plan: Plan) -> Plan:
    there = [about.id for about in app.library.abouts]
    return plan if plan.story in there else replace(plan, story=next(iter(there), ""))


def onward(app: App, lesson: Lesson) -> App | None:
    """It is one page, and another while the story is chosen."""
    return _planned_on(app, lesson)


def backward(app: App, lesson: Lesson) -> App | None:
    """It is one page, and another while the story is chosen."""
    return _planned_on(app, lesson)


def _planned_on(app: App, lesson: Lesson) -> App | None:
    seeks = lesson.seeking is not None
    return replace(app, lesson=replace(lesson, seeking=None), focus=None) if seeks else None


def asked(_app: App, _lesson: Lesson) -> Step:
    """Nothing; no pupil is there yet."""
    return Step("plan", Kind.WATCH, phrases.ui("Titta på tavlan"))


def planned(app: App, plan: Plan, intent: Planned) -> Plan:
    """The plan with one thing chosen; what cannot be chosen leaves it as it is. Somebody always takes part somehow."""
    match intent:
        case PlanStory(id_):
            there = id_ in {about.id for about in app.library.abouts}
            return replace(plan, story=id_) if there else plan
        case PlanMinutes(minutes):
            return replace(plan, minutes=minutes) if minutes in MINUTES else plan
        case PlanTaking(taking, on):
            chosen = plan.taking | {taking} if on else plan.taking - {taking}
            return replace(plan, taking=chosen or frozenset({Taking.HANDS}))
        case PlanVignettes(on):
            return replace(plan, vignettes=on)
        case PlanVoting(on):
            return replace(plan, voting=on)
        case _:
            assert_never(intent)


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """All that is chosen, on one page, with what it comes to."""
    if lesson.seeking:
        return choosing.page(app, lesson, lesson.seeking, words)
    plan = lesson.plan
    title = words.ui("Planera lektionen")
    if not app.library.abouts:
        sorry = Text(words.ui("Det finns inga berättelser här. Be skolans IT om hjälp."), Tone.LEAD)
        return lesson_page(Screen.LESSON_LIST, title, (sorry,), on=way_on(words.ui("Vidare")))
    rows: tuple[Block, ...] = (
        Buttons((choosing.item(app, lesson, words),), across=True, label=words.ui("Berättelse")),
        _minutes(plan, words),
        *_taking(lesson, words),
        _rest(app, plan, words),
        Buttons(packing.items(app, words), across=True),
        Card(
            words.ui("Så räcker tiden"), spread(plan, words), icon="clock", small=_warning(app, plan, words)
        ),
    )
    label = words.ui("Gör klart för klassen") if plan.with_hub else words.ui("Börja lektionen")
    return lesson_page(Screen.LESSON_LIST, title, rows, on=way_on(label))


def _minutes(plan: Plan, words: Words) -> Buttons:
    items = tuple(
        _chip(
            PlanMinutes(minutes),
            words.plural("{n} minut", "{n} minuter", minutes),
            selected=minutes == plan.minutes,
        )
        for minutes in MINUTES
    )
    return Buttons(items, across=True, label=words.ui("Tid"))


def _taking(lesson: Lesson, words: Words) -> tuple[Buttons, ...]:
    """Where no other computer can take part there is nothing to choose."""
    if lesson.hands_only:
        return ()
    plan = lesson.plan
    items = tuple(
        _chip(PlanTaking(taking, taking not in plan.taking), label, selected=taking in plan.taking)
        for taking, label in (
            (Taking.HANDS, words.ui("Räcka upp handen")),
            (Taking.DEVICES, words.ui("Svara på egen skärm")),
            (Taking.OWN, words.ui("Alla spelar själva")),
        )
    )
    return (Buttons(items, across=True, label=words.ui("Så deltar klassen")),)


def _rest(app: App, plan: Plan, words: Words) -> Buttons:
    """Not every story has questions for before and after it."""
    questions = _chip(
        PlanVignettes(not plan.vignettes), words.ui("Frågor före och efter"), selected=plan.vignettes
    )
    voting = _chip(PlanVoting(not plan.voting), words.ui("Klassen röstar om valen"), selected=plan.voting)
    items = (questions, voting) if chosen(app, plan).before else (voting,)
    return Buttons(items, across=True, label=words.ui("Med i lektionen"))


def _chip(intent: Planned, label: str, *, selected: bool) -> Item:
    return Item(intent, label, Look.CHIP, selected=selected)


def spread(plan: Plan, words: Words) -> str:
    """How the minutes are spread, in words."""
    return listed(
        words,
        (
            words.ui("{part} {minutes} min", part=part_name(each.part, words), minutes=each.end - each.start)
            for each in schedule(plan)
        ),
    )


def _warning(app: App, plan: Plan, words: Words) -> str:
    """Where the story hardly fits: what one can do."""
    about = next((about for about in app.library.abouts if about.id == plan.story), None)
    story = next(each for each in schedule(plan) if each.part is Part.STORY)
    if about is None or story.end - story.start >= about.minutes:
        return ""
    return words.ui(
        "Berättelsen kan ta längre tid än så. Det går bra att sluta mitt i och fortsätta nästa vecka."
    )


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to choose, and what it means."""
    first = words.ui("Är du osäker: låt allt stå som det står. Det fungerar för de flesta klasser.")
    if not lesson.plan.with_hub:
        return (first, words.ui("Klassen behöver inga skärmar. Du räknar händer."))
    return (
        first,
        words.ui(
            "Eleverna behöver en webbläsare: dator, Chromebook eller iPad. Ingen telefon och inget konto."
        ),
    )


def opposite(intent: Planned) -> Planned:
    """What the same thing to press means once it has been pressed."""
    match intent:
        case PlanTaking(taking, on):
            return PlanTaking(taking, not on)
        case PlanVignettes(on):
            return PlanVignettes(not on)
        case PlanVoting(on):
            return PlanVoting(not on)
        case PlanStory() | PlanMinutes():
            return intent
        case _:
            assert_never(intent)
