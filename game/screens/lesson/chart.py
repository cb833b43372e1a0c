"""What the class thought before the story and after it, side by side: of all together, and never of one situation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from game.screens.lesson import phrases, talk
from game.screens.lesson.blocks import Chart, Group, Slice, Stack
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.pooled import TENTHS, Pooled, pool, pooled, pools
from game.screens.lesson.state import Part
from game.screens.lesson.timer import stopped
from game.screens.lesson.told_story import said
from game.screens.lesson.wire import Kind, Step, tally_of
from game.screens.page import Screen, Text, Tone
from game.story.vignettes import Answer

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.model import App
    from game.screens.page import Block, Page
    from game.screens.words import Words

_TALK = 1
"""`Lesson.at` when the chart has been seen."""
_OPTIONS = tuple(Answer)
"""What can be answered, in the order in which it is asked."""


def entered(app: App, lesson: Lesson) -> App:
    """The chart, where there is anything to be seen in it."""
    return replace(app, lesson=stopped(replace(lesson, at=0 if _tells(app, lesson) else _TALK)))


def onward(app: App, lesson: Lesson) -> App | None:
    """After the chart a calm word about it."""
    return _at(app, lesson, _TALK) if lesson.at < _TALK else None


def backward(app: App, lesson: Lesson) -> App | None:
    """Back to the chart."""
    return _at(app, lesson, 0) if lesson.at >= _TALK and _tells(app, lesson) else None


def _at(app: App, lesson: Lesson, at: int) -> App:
    return replace(app, lesson=stopped(replace(lesson, at=at)), focus=None)


def _word() -> Phrase:
    return phrases.ui("Magkänslan har inget facit. Det som skaver är alltid värt att prata om.")


def asked(_app: App, lesson: Lesson) -> Step:
    """Look at the projector, and think."""
    if lesson.at < _TALK:
        return Step("chart", Kind.WATCH, phrases.ui("Vad tänker vi nu?"), phrases.ui("Titta på tavlan"))
    return Step("chart.word", Kind.WATCH, phrases.ui("Vad tänker vi nu?"), _word())


# --- the chart ---------------------------------------------------------------------------------------


def _both(app: App, lesson: Lesson) -> list[tuple[Answer, Pooled, Pooled]]:
    """What is compared: each kind of vignettes, before and after."""
    there = {each.name for each in pools(app, lesson)}
    return [
        (meant, _pooled(app, lesson, Part.BEFORE, meant), _pooled(app, lesson, Part.AFTER, meant))
        for meant in Answer
        if pool(app, lesson, Part.BEFORE, meant).name in there
    ]


def _rows(app: App, lesson: Lesson) -> list[tuple[Answer, Pooled, Pooled]]:
    """What can be compared: where only one of the two may be told, neither is."""
    return [row for row in _both(app, lesson) if all(each != Pooled() for each in row[1:])]


def _tells(app: App, lesson: Lesson) -> bool:
    """Whether there is anything to be seen, or may yet be: what devices answered comes a moment later."""
    return bool(_rows(app, lesson)) or lesson.plan.with_hub


def _chart(app: App, lesson: Lesson, words: Words) -> Chart:
    compared = _rows(app, lesson)
    groups = tuple(
        Group(
            _about(meant, words),
            (_stack(words.ui("Före"), before, words), _stack(words.ui("Efter"), after, words)),
        )
        for meant, before, after in compared
    )
    said = [_compared(meant, before, after, words) for meant, before, after in reversed(compared)]
    hidden = any(each.hidden for _, *both in compared for each in both)
    legend = (*(_label(each, words) for each in _OPTIONS), *((words.ui("visas inte"),) if hidden else ()))
    of = words.ui("Ungefär så många av 10 svar, från hela klassen")
    return Chart(groups, legend, next(filter(None, said), _some_hidden(words)), of)


def _pooled(app: App, lesson: Lesson, part: Part, meant: Answer) -> Pooled:
    return pooled(lesson, pool(app, lesson, part, meant))


def _stack(label: str, told: Pooled, words: Words) -> Stack:
    """Ten tenths: the answers, and as a last slice all that is not told."""
    if told.most is not None:
        most = _label(_OPTIONS[told.most], words)
        return Stack(label, instead=words.ui("De flesta: {answer}", answer=most))
    slices = [
        Slice(_label(option, words), (tenth or 0) / TENTHS, _tenths(tenth, words))
        for option, tenth in zip(_OPTIONS, told.tenths, strict=True)
    ]
    if told.hidden:
        slices.append(Slice(words.ui("visas inte"), told.hidden / TENTHS, ""))
    return Stack(label, tuple(slices))


def _tenths(tenth: int | None, words: Words) -> str:
    return "" if tenth is None else words.ui("{n} av 10", n=tenth)


def _label(option: Answer, words: Words) -> str:
    match option:
        case Answer.OK:
            return words.ui("Okej")
        case Answer.UNSURE:
            return words.ui("Osäker")
        case Answer.NOT_OK:
            return words.ui("Inte okej")
        case _:
            assert_never(option)


def _about(meant: Answer, words: Words) -> str:
    match meant:
        case Answer.OK:
            return words.ui("Det som är okej")
        case Answer.UNSURE:
            return words.ui("Det som skaver")
        case Answer.NOT_OK:
            return words.ui("Det som inte är okej")
        case _:
            assert_never(meant)


def _compared(meant: Answer, before: Pooled, after: Pooled, words: Words) -> str:
    """The same in words, of those who answered as it is meant; "" where that may not be told."""
    first, then = _of(before, meant), _of(after, meant)
    if first is None or then is None:
        return ""
    about, answer = _about(meant, words), _label(meant, words)
    if first == then:
        return words.ui(
            "{about}: ungefär {n} av 10 svar var ”{answer}”, både före och efter.",
            about=about,
            answer=answer,
            n=first,
        )
    return words.ui(
        "{about}: ungefär {first} av 10 svar var ”{answer}” före, och {then} av 10 efter.",
        about=about,
        answer=answer,
        first=first,
        then=then,
    )


def _of(told: Pooled, meant: Answer) -> int | None:
    return told.tenths[_OPTIONS.index(meant)] if told.tenths else None


def _some_hidden(words: Words) -> str:
    return words.ui("En del visas inte, så att ingen kan räkna ut vad just du svarade.")


def _too_few(words: Words) -> str:
    return words.ui("Här syns inte hur klassen svarade. Det är för att ingen ska kunna pekas ut.")


# --- what is seen ------------------------------------------------------------------------------------


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """The chart; then a calm word about it."""
    title = words.ui("Vad tänker vi nu?")
    if lesson.at < _TALK:
        body = _compared_page(app, lesson, words)
        return lesson_page(Screen.LESSON_CHART, title, body, on=way_on(words.ui("Nästa")))
    talked = (
        Text(words.ui("Vad i berättelsen kan få någon att tänka om?"), Tone.LEAD),
        *((Text(_too_few(words), Tone.LEAD),) if not _tells(app, lesson) else ()),
        *talk.running(lesson, words),
    )
    return lesson_page(Screen.LESSON_TALK, said(_word(), words), talked, on=way_on(words.ui("Nästa")))


def _compared_page(app: App, lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """What is drawn; where nothing can be, why."""
    if _rows(app, lesson):
        return (_chart(app, lesson, words),)
    asked = pools(app, lesson) if lesson.plan.with_hub else ()
    waits = any(tally_of(lesson.hub, each.name) is None for each in asked)
    return (Text(words.ui("Svaren räknas …") if waits else _too_few(words), Tone.LEAD),)


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say of the chart; it is no test of anybody."""
    if lesson.at < _TALK:
        return (
            words.ui("Säg: Bilden visar hela klassen. Ingen kan se vad någon enskild svarade."),
            words.ui("Det är inget prov. Frågorna före och efter var olika, så små skillnader säger inget."),
        )
    return (
        words.ui("Låt några säga vad de tänker om berättelsen, inte om sig själva."),
        words.ui("Säg: Att inte ändra sig är också okej."),
    )
