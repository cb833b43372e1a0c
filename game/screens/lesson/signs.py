"""What did we see? The class thinks back, and then looks at the signs on its way, one at a time, each with its why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.flagging import line_text
from game.screens.lesson import phrases, talk
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.of_line import context
from game.screens.lesson.plan import Taking
from game.screens.lesson.telling_story import line_step
from game.screens.lesson.timer import stopped
from game.screens.lesson.told_story import in_scene, scene_mark
from game.screens.lesson.wire import Kind, Pool, Step, tally_of
from game.screens.page import Card, Screen, Text, Tone
from game.screens.recap import signs_seen, timeline_page
from game.screens.words import StoryWords, quoted
from game.story.engine import Beat, Spot

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.model import App, Play
    from game.screens.page import Page
    from game.screens.words import Words
    from game.story.library import Form
    from game.story.model import Story

MOST = 9
"""So many signs are looked at one by one; all of them stand on the line of time that follows."""
SHORT = 20
FEW = 5
"""So many in a lesson of at most `SHORT` minutes."""


def entered(app: App, lesson: Lesson) -> App:
    """What the class remembers comes before what there was."""
    return replace(app, lesson=stopped(replace(lesson, at=0)))


def onward(app: App, lesson: Lesson) -> App | None:
    """The next sign; after the last one, all of them on a line of time."""
    return _at(app, lesson, lesson.at + 1) if lesson.at < _last(app, lesson) else None


def backward(app: App, lesson: Lesson) -> App | None:
    """The sign before."""
    return _at(app, lesson, lesson.at - 1) if lesson.at > 0 else None


def _at(app: App, lesson: Lesson, at: int) -> App:
    return replace(app, lesson=stopped(replace(lesson, at=at)), focus=None)


def _last(app: App, lesson: Lesson) -> int:
    """The place of the last page: the line of time, where there is a way to draw it for."""
    many = len(signs(app, lesson))
    return many + (many > 1 and Taking.OWN not in lesson.plan.taking)


def signs(app: App, lesson: Lesson) -> tuple[tuple[Beat, Form], ...]:
    """One line of each sign on the class's way, in the order in which they came; where everybody has gone a way of their
    own, of each sign in the story. Where there are more than can be looked at, every form is among them.
    """
    if app.play is None:
        return ()
    own = Taking.OWN in lesson.plan.taking
    there = _in_story(app, app.play) if own else signs_seen(app, app.play)
    first = {beat.line.sign.sign: (beat, form) for beat, form in reversed(there) if beat.line.sign}
    of_form = {form.id: beat.spot for beat, form in reversed(there)}
    once = [each for each in there if each in first.values()]
    once.sort(key=lambda each: of_form[each[1].id] != each[0].spot)
    kept = once[: FEW if lesson.plan.minutes <= SHORT else MOST]
    return tuple(each for each in there if each in kept)


def _in_story(app: App, play: Play) -> tuple[tuple[Beat, Form], ...]:
    found = []
    for scene in play.story.scenes.values():
        for index, line in enumerate(scene.lines):
            form = app.library.signs.form_of(line.sign.sign) if line.sign else None
            if form:
                found.append((Beat(Spot(scene.id, index), line), form))
    return tuple(found)


def _shown(app: App, lesson: Lesson) -> tuple[Beat, Form] | None:
    there = signs(app, lesson)
    return there[lesson.at - 1] if 0 < lesson.at <= len(there) else None


def _question() -> Phrase:
    return phrases.ui("Vilka tecken såg ni? När började ni ana något?")


def asked(app: App, lesson: Lesson) -> Step:
    """Talk about what one saw; then read each sign, and why it is one."""
    if lesson.at == 0:
        return talk.talk_step("signs", _question())
    there = _shown(app, lesson)
    if there is None or app.play is None:
        return Step("signs.all", Kind.WATCH, phrases.ui("När började det?"), phrases.ui("Titta på tavlan"))
    (beat, _), story = there, app.play.story
    why = beat.line.sign.why if beat.line.sign else ""
    title = in_scene(story, beat.spot.scene, beat.line.text)
    place = (lesson.at, len(signs(app, lesson)))
    id_ = f"sign.{scene_mark(story, beat.spot.scene)}.{beat.spot.index}"
    return Step(id_, Kind.WATCH, title, in_scene(story, beat.spot.scene, why), place=place)


# --- flags from devices ------------------------------------------------------------------------------


def pools(app: App, lesson: Lesson) -> tuple[Pool, ...]:
    """How many flagged each sign: line by line, and told only where nobody can be known by it."""
    story = app.play.story if app.play else None
    return tuple(_pool(story, beat) for beat, _ in signs(app, lesson)) if story else ()


def _pool(story: Story, beat: Beat) -> Pool:
    step = line_step(story, beat.spot)
    return Pool(f"flag.{step}", (step,))


def _flagged(lesson: Lesson, play: Play, beat: Beat, words: Words) -> str:
    """What the class made of the line when it was read; "" where that may not be told, or there is nothing to tell."""
    tally = tally_of(lesson.hub, _pool(play.story, beat).name)
    count = tally.cells[0].count if tally and tally.cells else None
    if count and count * 2 > lesson.hub.joined:
        return words.ui("De flesta satte flagga här")
    if count or (tally and tally.most == 0):
        return words.ui("Några satte flagga här")
    return words.ui("Ni satte flagga här") if beat.spot in play.flags else ""


# --- what is seen ------------------------------------------------------------------------------------


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """The question, a sign, or the line of time."""
    there, play = _shown(app, lesson), app.play
    if play and there:
        return _sign_page(app, lesson, play, there, words)
    if play and lesson.at:
        body = timeline_page(app, play, words).body[1:]
        title = words.ui("När började det?")
        return lesson_page(Screen.LESSON_SIGNS, title, body, on=way_on(words.ui("Nästa")))
    on = words.ui("Visa tecknen") if signs(app, lesson) else words.ui("Nästa")
    return talk.talk_page(lesson, _question(), words, on=on)


def _sign_page(app: App, lesson: Lesson, play: Play, there: tuple[Beat, Form], words: Words) -> Page:
    (beat, form), told = there, StoryWords(words, play.story)
    flagged = _flagged(lesson, play, beat, words)
    why = told.scene(beat.spot.scene, beat.line.sign.why if beat.line.sign else "")
    body = (
        Card(words.of("signs", "form", form.label), why, Tone.LEAD, form.icon),
        *((Text(flagged, Tone.LEAD),) if flagged else ()),
        *talk.running(lesson, words),
    )
    number, count = lesson.at, len(signs(app, lesson))
    title = quoted(words, line_text(told, beat.spot))
    shown = lesson_page(Screen.LESSON_SIGNS, title, body, on=way_on(words.ui("Nästa")))
    said = context(beat, told)
    if said:
        shown = replace(shown, body=(Text(said, Tone.SMALL), *shown.body))
    return replace(shown, label=words.ui("Tecken {number} av {count}", number=number, count=count))


def script(app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say and do while the class looks back."""
    if lesson.at == 0:
        return (
            words.ui("Låt dem prata två och två i en minut. Fråga sedan efter ett tecken i taget."),
            words.ui("Det gör inget om de missade något. Tecken är svåra att se, det är därför vi övar."),
        )
    if _shown(app, lesson):
        return (
            words.ui("Läs raden och förklaringen högt. Fråga: Hur kan det kännas att få höra det?"),
            words.ui("Fråga om personerna i berättelsen, aldrig om elevernas egna liv."),
        )
    return (words.ui("Peka på det första tecknet. Säg: Ofta börjar det smått, och kan likna omtanke."),)
