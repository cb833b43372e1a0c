"""The class decides what happens next: a vote by hands and devices, or the teacher chooses for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson import answer_bars, hands, talk
from game.screens.lesson.answers import answers, nobody_answered
from game.screens.lesson.asking import again, asking, fresh, further
from game.screens.lesson.ballots import whom
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import Take
from game.screens.lesson.state import Turn
from game.screens.lesson.timer import stopped
from game.screens.lesson.told_story import said
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Screen, Text, Tone
from game.screens.parts import chapter_label
from game.screens.words import StoryWords
from game.story.playthrough import decide

if TYPE_CHECKING:
    from game.screens.lesson.asking import Asking
    from game.screens.lesson.ballots import Ballot
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.model import App, Play
    from game.screens.page import Block, Item, Page
    from game.screens.words import Words

_SHOWN = frozenset({Turn.REVEALED, Turn.TOLD})
_TAKING = frozenset({Turn.OPEN, Turn.CLOSED})


def voted(lesson: Lesson, there: Ballot) -> bool:
    """Whether the class votes about it: not where there is but one thing to do; nor where the teacher chooses, until the
    class is asked all the same.
    """
    return len(there.takes) > 1 and (lesson.plan.voting or lesson.turn is not Turn.SHOWN)


def talking(lesson: Lesson, there: Ballot) -> Phrase | None:
    """What the class talks about before it votes, while it does."""
    return there.talk if lesson.timer and lesson.turn is Turn.SHOWN else None


def asked(lesson: Lesson, there: Ballot) -> Step:
    """Vote, talk first, or look on while the teacher chooses."""
    about = talking(lesson, there)
    if about:
        return talk.talk_step(there.step.id, about)
    if voted(lesson, there):
        return there.step
    return Step(f"look.{there.step.id}", Kind.WATCH, there.step.title)


# --- going on ----------------------------------------------------------------------------------------


def onward(app: App, lesson: Lesson, play: Play, there: Ballot) -> App:
    """Talked, open, closed, shown, and then what most want. Where that is not clear, or nobody answered, it is asked again."""
    if talking(lesson, there):
        return replace(app, lesson=stopped(_talked(lesson, there)), focus=None)
    if len(there.takes) == 1:
        return take(app, lesson, play, there, 0)
    if _unanswered(lesson, there):
        return replace(app, lesson=again(lesson, there.step), focus=None)
    if lesson.turn not in _SHOWN:
        return replace(app, lesson=further(lesson, there.step, Turn.REVEALED), focus=None)
    leader = answers(lesson, there.step).leader
    if leader is None:
        return replace(app, lesson=again(lesson, there.step), focus=None)
    return take(app, lesson, play, there, leader)


def step(app: App, lesson: Lesson, play: Play, there: Ballot, intent: Asking | Take) -> App:
    """The vote after the teacher meant this."""
    if isinstance(intent, Take):
        return take(app, lesson, play, there, intent.option)
    if len(there.takes) == 1:
        return app
    return replace(app, lesson=asking(lesson, there.step, intent, Turn.REVEALED))


def take(app: App, lesson: Lesson, play: Play, there: Ballot, option: int) -> App:
    """What the class does, however that was decided; an option that is not there is passed over."""
    if not 0 <= option < len(there.takes):
        return app
    taken = there.takes[option]
    after = fresh(stopped(_talked(lesson, there) if lesson.timer else lesson))
    if isinstance(taken, str):
        return replace(app, lesson=replace(after, adult=taken), focus=None)
    later = replace(play, way=decide(play.machine, play.way, taken))
    return replace(app, play=later, lesson=replace(after, adult=None), focus=None)


def _talked(lesson: Lesson, there: Ballot) -> Lesson:
    """The class has had its minute for this question, and need not be asked it after the chapter."""
    return replace(lesson, talked=lesson.talked | {there.talk.text}) if there.talk else lesson


def _unanswered(lesson: Lesson, there: Ballot) -> bool:
    return lesson.turn is Turn.CLOSED and nobody_answered(lesson, there.step)


# --- what is seen ------------------------------------------------------------------------------------


def page(lesson: Lesson, play: Play, there: Ballot, words: Words) -> Page:
    """The question with its answers, as far as the class has come with it."""
    about = talking(lesson, there)
    if about:
        return talk.talk_page(lesson, about, words, on=words.ui("Till frågan"))
    body, on = _asked(lesson, there, words)
    title = said(there.step.title, words) if there.step.title else ""
    whole = (*body, *_beside(lesson, play, there, words))
    return replace(lesson_page(Screen.LESSON_ASK, title, whole, on=on), label=chapter_label(words, play))


def _beside(lesson: Lesson, play: Play, there: Ballot, words: Words) -> tuple[Block, ...]:
    """What to talk about, before the vote and after it; while answers are taken nothing but a timer that runs."""
    if lesson.turn in _TAKING:
        return talk.running(lesson, words)
    told = _of_telling(lesson, play, there, words) if lesson.turn is Turn.SHOWN else ()
    return (*told, *(talk.card(lesson, there.talk, words) if there.talk else talk.running(lesson, words)))


def _of_telling(lesson: Lesson, play: Play, there: Ballot, words: Words) -> tuple[Text, ...]:
    """What helps to choose an adult; and when that is done, who it is."""
    if isinstance(there.takes[0], str):
        adult = words.ui("En trygg vuxen lyssnar, tror på en och hjälper en vidare.")
        return (Text(adult, Tone.LEAD),)
    name = StoryWords(words, play.story).name(whom(play, lesson) or "")
    return (Text(words.ui("Ni berättar för {name}.", name=name), Tone.LEAD),) if name else ()


def _asked(lesson: Lesson, there: Ballot, words: Words) -> tuple[tuple[Block, ...], Item]:
    step = there.step
    if not voted(lesson, there):
        return (answer_bars.choosing(step, words),), _by_choosing(there, words)
    many = lesson.plan.with_hub
    show = words.ui("Visa vad klassen valde")
    match lesson.turn:
        case Turn.SHOWN:
            on = words.ui("Börja rösta") if many else words.ui("Räkna händer")
            return (answer_bars.only_read(step, words),), way_on(on)
        case Turn.OPEN:
            on = words.ui("Stäng svaren") if many else show
            bars = answer_bars.counting(lesson, step, words)
            return (*hands.named(lesson, step, words), bars, *_raise(lesson, words)), way_on(on)
        case Turn.CLOSED if _unanswered(lesson, there):
            return _nobody(there, words)
        case Turn.CLOSED:
            return (*hands.named(lesson, step, words), answer_bars.counted(lesson, step, words)), way_on(show)
        case Turn.REVEALED | Turn.TOLD:
            remarks = answer_bars.remarks(lesson, step, words)
            return (answer_bars.shown(lesson, step, words), *remarks), _chosen(lesson, there, words)


def _nobody(there: Ballot, words: Words) -> tuple[tuple[Block, ...], Item]:
    """Nothing to show: one clear way on, and any of the answers can be taken for the class."""
    said_so = words.ui("Ingen har svarat. Läraren kan välja åt klassen, eller fråga en gång till.")
    bars = answer_bars.choosing(there.step, words)
    return (bars, Text(said_so, Tone.LEAD)), way_on(words.ui("Fråga en gång till"))


def _raise(lesson: Lesson, words: Words) -> tuple[Text, ...]:
    text = words.ui("Räck upp handen för det du tycker, en gång var.")
    if lesson.plan.with_hub:
        text = words.ui("Svara på din skärm. Har du ingen: räck upp handen, en gång.")
    # The teacher's bar takes the room of this, and beside it stands what to say.
    return (Text(text, Tone.LEAD),) if hands.raised(lesson) and not lesson.with_bar else ()


def _by_choosing(there: Ballot, words: Words) -> Item:
    """The only thing to do, or to ask the class after all."""
    return way_on(words.ui("Gör så") if len(there.takes) == 1 else words.ui("Låt klassen rösta"))


def _chosen(lesson: Lesson, there: Ballot, words: Words) -> Item:
    """What the class chose, as the way on; where that is not clear, the question once more."""
    leader = answers(lesson, there.step).leader
    if leader is None:
        return way_on(words.ui("Fråga en gång till"))
    return way_on(words.ui("Klassen valde: {option}", option=said(there.step.options[leader], words)))


def script(lesson: Lesson, there: Ballot, words: Words) -> tuple[str, ...]:
    """What to say and do at a vote."""
    if talking(lesson, there):
        return (
            words.ui("Låt dem prata två och två. Gå runt och lyssna, utan att svara åt dem."),
            words.ui("Ingen måste berätta vad de sa."),
        )
    if not voted(lesson, there):
        return _by_teacher(there, words)
    match lesson.turn:
        case Turn.SHOWN:
            read = words.ui("Läs frågan och alla svar högt.")
            talk_first = words.ui("Har ni tid: låt dem prata två och två i en minut först.")
            return (read, talk_first) if there.talk else (read,)
        case Turn.OPEN:
            return _while_open(lesson, words)
        case Turn.CLOSED if _unanswered(lesson, there):
            return (
                words.ui(
                    "Ingen har svarat. Tryck på ett svar, så blir det klassens val, eller fråga en gång till."
                ),
            )
        case Turn.CLOSED:
            return (words.ui("Svaren är stängda. Visa dem när ni är redo."),)
        case Turn.REVEALED | Turn.TOLD if nobody_answered(lesson, there.step):
            return (
                words.ui(
                    "Ingen har svarat. Tryck på ett svar, så blir det klassens val, eller fråga en gång till."
                ),
            )
        case Turn.REVEALED | Turn.TOLD:
            return _when_shown(lesson, there, words)


def _when_shown(lesson: Lesson, there: Ballot, words: Words) -> tuple[str, ...]:
    ask = words.ui("Fråga: Varför kan man göra så? Låt gärna två olika svar höras.")
    if answers(lesson, there.step).leader is None:
        # The first sentence is all that is told beside the bar, and here nothing else says how to go on.
        return words.ui("Prata ihop er. Tryck sedan på ett svar, så blir det klassens val."), ask
    return ask, words.ui("Inget svar är fel. Gå vidare med det som de flesta valde, eller välj ett annat.")


def _while_open(lesson: Lesson, words: Words) -> tuple[str, ...]:
    devices = words.ui("Vänta tills de flesta har svarat. Alla behöver inte svara.")
    count = words.ui(
        "Läs upp ett svar i taget. Tryck på svaret och skriv hur många händer du ser, eller tryck + för varje hand."
    )
    return (
        *((devices,) if lesson.plan.with_hub else ()),
        *((count,) if hands.raised(lesson) else ()),
    )


def _by_teacher(there: Ballot, words: Words) -> tuple[str, ...]:
    if len(there.takes) == 1:
        return (words.ui("Här finns bara en väg. Läs den högt och gå vidare."),)
    return (words.ui("Läs alla svar högt, fråga klassen vad den tänker, och välj ett av dem."),)
