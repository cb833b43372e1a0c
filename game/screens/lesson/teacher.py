"""The teacher's own page: what the class sees, what to say and do now, what comes next, and all there is to press."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from game.screens.chat import Chat
from game.screens.hidden import hidden_page
from game.screens.lesson.blocks import Bars, Countdown
from game.screens.lesson.controls import controls, seats
from game.screens.lesson.flow import stage_page
from game.screens.lesson.furniture import keyed
from game.screens.lesson.helps import helps
from game.screens.lesson.joining import advice, counts, to_it
from game.screens.lesson.order import PREPARED, after, part_name, schedule
from game.screens.lesson.parts import section, too_soon
from game.screens.page import Block, Buttons, Card, Heading, Page, Screen, Speech, Text, Tone
from game.screens.parts import bar
from game.screens.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words

_TOLD = 3
"""So many texts tell what the class sees."""


def teacher_page(app: App, lesson: Lesson, words: Words) -> Page:
    """The page of the teacher's window. While Dölj is practised it stays; otherwise Dölj covers it too."""
    if app.hidden and not app.hidden.practice:
        return hidden_page(app.hidden, words)
    # What is asked of the teacher, and what is made ready before the class comes, stands here as it would on the only display.
    if lesson.ending or lesson.skipping or lesson.counting or lesson.part in PREPARED:
        asked = stage_page(app, replace(lesson, two=False), words)
        return replace(asked, screen=Screen.LESSON_TEACHER)
    stage = stage_page(app, lesson, words)
    title = part_name(lesson.part, words)
    said = section(lesson).script(app, lesson, words)
    page = Page(
        Screen.LESSON_TEACHER,
        title,
        (
            Heading(title),
            Text(_when(lesson, words), Tone.SMALL),
            *(Text(sentence, Tone.LEAD) for sentence in said),
            *_rehearsed(lesson, words),
            Card(words.ui("Klassen ser nu"), sentences(islice(_seen(stage), _TOLD)), icon="eye"),
            *_in_hand(section(lesson).page(app, lesson, words)),
            *_wrong(lesson, words),
            *_pressed(app, lesson, words),
            *helps(lesson.part, words),
        ),
        foot=stage.foot,
        bar=bar(words),
        label=_next(lesson, words),
        default=stage.default,
        notice=lesson.notice or too_soon(app, lesson, words),
    )
    return keyed(page)


def _rehearsed(lesson: Lesson, words: Words) -> tuple[Text, ...]:
    if not lesson.rehearsal:
        return ()
    return (Text(words.ui("Det här är en övning. Eleverna är påhittade, och svaren också."), Tone.SMALL),)


def _when(lesson: Lesson, words: Words) -> str:
    """The minutes in which the lesson is where it is, if it keeps to its time; and who is there."""
    there = next((each for each in schedule(lesson.plan) if each.part is lesson.part), None)
    come = counts(lesson.hub, words) if lesson.plan.with_hub else ""
    if there is None:
        return come
    minutes = words.ui(
        "Minut {start}–{end} av {whole}", start=there.start, end=there.end, whole=lesson.plan.minutes
    )
    return f"{minutes} · {come}" if come else minutes


def _next(lesson: Lesson, words: Words) -> str:
    """What follows after this part."""
    following = after(lesson.part, lesson.plan)
    return words.ui("Sedan: {part}", part=part_name(following, words)) if following else ""


def _seen(stage: Page) -> Iterator[str]:
    """What the class sees, in words."""
    for block in stage.body:
        match block:
            case Heading(text) | Text(text):
                yield text
            case Speech(speaker, text):
                yield f"{speaker}: {text}" if speaker else text
            case Chat(bubbles=bubbles):
                yield from (f"{bubble.name}: {bubble.text}" for bubble in bubbles[-1:])
            case Card(title=title):
                yield title
            case _:
                pass


def _in_hand(page: Page) -> tuple[Block, ...]:
    """What is counted, chosen or started on the part's page, with all that the class does not see of it."""
    return tuple(block for block in page.body if isinstance(block, (Bars, Buttons, Countdown)))


def _wrong(lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """What to do when devices do not get in, and what to send to the school's IT."""
    if not lesson.plan.with_hub:
        return ()
    doing = advice(lesson.hub, words)
    title, *rest = to_it(lesson.hub, words) or ("",)
    return (
        *((Card(words.ui("Skärmarna"), " ".join(doing), icon="phone"),) if doing else ()),
        *((Card(title, " ".join(rest), icon="settings"),) if title else ()),
    )


def _pressed(app: App, lesson: Lesson, words: Words) -> tuple[Block, ...]:
    there = controls(app, lesson, words)
    return (Buttons(there, across=True), *seats(lesson, words)) if there else ()
