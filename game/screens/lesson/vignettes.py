"""The class judges short situations, before the story and after it: okay, unsure, not okay; and then hears why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import SkipScene
from game.screens.lesson import answer_bars, hands, phrases, talk, vignette_lead
from game.screens.lesson.asking import asking, fresh, further
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import Take
from game.screens.lesson.state import Turn
from game.screens.lesson.vignette_choice import chosen
from game.screens.lesson.wire import Kind, Phrase, Step
from game.screens.page import Card, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.commands import Command
    from game.screens.lesson.asking import Asking
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Block, Page
    from game.screens.words import Words
    from game.story.vignettes import Vignette

DOMAIN = "vignettes"
"""The catalogue that their texts stand in."""
LEADING = 0
"""`Lesson.at` while it is said what comes; each vignette then has its number."""
_TOLD = frozenset({Turn.TOLD, Turn.REVEALED})


def entered(app: App, lesson: Lesson) -> App:
    """What comes is said before the first of them."""
    return replace(app, lesson=fresh(replace(lesson, at=LEADING, timer=None)))


def onward(app: App, lesson: Lesson) -> App | None:
    """Read, open, closed, why; and the next one."""
    many = _many(app, lesson)
    if lesson.at == LEADING and many:
        return _at(app, lesson, lesson.at + 1)
    there = _there(app, lesson)
    if there is None:
        return None
    if lesson.turn not in _TOLD:
        return replace(app, lesson=further(lesson, judged(app, lesson, there), Turn.TOLD), focus=None)
    return _at(app, lesson, lesson.at + 1) if lesson.at < many else None


def step(app: App, lesson: Lesson, intent: Asking | Take | SkipScene) -> tuple[App, tuple[Command, ...]]:
    """What the teacher does with the question. Nothing is chosen here, and no scene is played."""
    there = _there(app, lesson)
    if there is None or isinstance(intent, Take | SkipScene):
        return app, ()
    return replace(app, lesson=asking(lesson, judged(app, lesson, there), intent, Turn.TOLD)), ()


def backward(app: App, lesson: Lesson) -> App | None:
    """The same one anew, or the one before."""
    if lesson.turn is not Turn.SHOWN:
        return _at(app, lesson, lesson.at)
    return _at(app, lesson, lesson.at - 1) if lesson.at > LEADING else None


def _at(app: App, lesson: Lesson, at: int) -> App:
    return replace(app, lesson=fresh(replace(lesson, at=at, timer=None)), focus=None)


def _there(app: App, lesson: Lesson) -> Vignette | None:
    """The one that is shown; None before the first, and where there are none for this story."""
    entries = chosen(app, lesson.plan).of(lesson.part)
    return entries[lesson.at - 1] if LEADING < lesson.at <= len(entries) else None


def _many(app: App, lesson: Lesson) -> int:
    return len(chosen(app, lesson.plan).of(lesson.part))


def step_of(vignette: Vignette) -> str:
    """The id of the step in which pupils judge it."""
    return f"judge.{_mark(vignette)}"


def _mark(vignette: Vignette) -> str:
    """Its id in plain ASCII, as the ids of steps are."""
    return vignette.id.encode("ascii", "backslashreplace").decode()


def judged(app: App, lesson: Lesson, vignette: Vignette) -> Step:
    """The question that is answered."""
    return Step(
        step_of(vignette),
        Kind.JUDGE,
        phrases.ui("Är det här okej?"),
        Phrase(vignette.text, DOMAIN, vignette.id),
        (phrases.ui("Okej"), phrases.ui("Osäker"), phrases.ui("Inte okej")),
        (lesson.at, _many(app, lesson)),
        sensitive=True,
    )


def asked(app: App, lesson: Lesson) -> Step:
    """Judge it; and when that is done, read why it is as it is."""
    there = _there(app, lesson)
    if there is None and _many(app, lesson):
        return vignette_lead.asked(lesson)
    if there is None:
        return Step(f"vignettes.{lesson.part.value}", Kind.WATCH, phrases.ui("Titta på tavlan"))
    if lesson.turn is Turn.TOLD:
        why = Phrase(there.why, DOMAIN, there.id)
        return Step(f"why.{_mark(there)}", Kind.WATCH, phrases.ui("Så kan man tänka"), why)
    return judged(app, lesson, there)


# --- what is seen ------------------------------------------------------------------------------------


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """The situation, and below it what can be answered; then why. What the class answered is not shown."""
    there = _there(app, lesson)
    if there is None and _many(app, lesson):
        return vignette_lead.page(lesson, _many(app, lesson), words)
    if there is None:
        text = words.ui("Till den här berättelsen finns inga sådana frågor. Gå vidare.")
        body: tuple[Block, ...] = (Text(text, Tone.LEAD),)
        return lesson_page(
            Screen.LESSON_TALK, words.ui("Vad tycker ni?"), body, on=way_on(words.ui("Gå vidare"))
        )
    step = judged(app, lesson, there)
    if lesson.turn is Turn.TOLD:
        why = words.of(DOMAIN, there.id, there.why)
        body = (Card(words.ui("Så kan man tänka"), why, Tone.LEAD, "speech"), *talk.running(lesson, words))
    else:
        body = (Text(words.ui("Är det här okej?"), Tone.LEAD), *_asked(lesson, step, words))
    number, many = step.place
    situation = words.of(DOMAIN, there.id, there.text)
    shown = lesson_page(Screen.LESSON_ASK, situation, body, on=way_on(_on(lesson, words)))
    return replace(shown, label=words.ui("{number} av {count}", number=number, count=many))


def _asked(lesson: Lesson, step: Step, words: Words) -> tuple[Block, ...]:
    if lesson.turn is Turn.SHOWN:
        promise = Text(vignette_lead.promise(lesson, words), Tone.SMALL)
        return (answer_bars.only_read(step, words), promise, *talk.running(lesson, words))
    if lesson.turn is not Turn.OPEN or not hands.raised(lesson):
        return (answer_bars.only_read(step, words), *talk.running(lesson, words))
    bars = answer_bars.counting(lesson, step, words)
    # The teacher's bar takes the room of this, and beside it stands what to say.
    how = () if lesson.with_bar else (Text(vignette_lead.how(lesson, words), Tone.LEAD),)
    return (*hands.named(lesson, step, words), bars, *how, *talk.running(lesson, words))


def _on(lesson: Lesson, words: Words) -> str:
    match lesson.turn:
        case Turn.SHOWN:
            return words.ui("Låt klassen svara")
        case Turn.OPEN:
            return words.ui("Stäng svaren") if lesson.plan.with_hub else words.ui("Öppna ögonen")
        case Turn.CLOSED | Turn.REVEALED:
            return words.ui("Så kan man tänka")
        case Turn.TOLD:
            return words.ui("Nästa")


def script(app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say and do at a situation."""
    if _there(app, lesson) is None and _many(app, lesson):
        return vignette_lead.script(lesson, words)
    if _there(app, lesson) is None:
        return (words.ui("Gå vidare till nästa del."),)
    match lesson.turn:
        case Turn.SHOWN:
            return (words.ui("Läs långsamt och högt. Förklara ord, men säg inte vad du själv tycker."),)
        case Turn.OPEN:
            shut = words.ui("Säg: Alla blundar. Läs upp ett svar i taget och räkna händerna tyst.")
            wait = words.ui("Vänta tills de flesta har svarat.")
            return (
                *((wait,) if lesson.plan.with_hub else ()),
                *((shut,) if hands.raised(lesson) else ()),
            )
        case Turn.CLOSED | Turn.REVEALED:
            return (words.ui("Nu är svaren stängda. Gå vidare, så får ni läsa hur man kan tänka."),)
        case Turn.TOLD:
            return (
                words.ui("Läs texten högt. Fråga: Vad hade kunnat göra det mer okej, eller mindre?"),
                words.ui("Fråga inte vem som svarade vad, och inte om någon har varit med om det."),
            )
