"""The class's story on the projector: read line by line, decided together, told to an adult, to its ending."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.explained import with_words
from game.screens.feel import authored_sentence
from game.screens.intents import Back, Forward, Go, SkipScene, Where
from game.screens.keys import Key
from game.screens.lesson import after_chapter, opening, phrases, votes
from game.screens.lesson.asking import fresh
from game.screens.lesson.ballots import ballot
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import Backward, Onward
from game.screens.lesson.state import Turn
from game.screens.lesson.told_story import in_scene, name_of, scene_mark
from game.screens.lesson.wire import Kind, Step
from game.screens.model import ReadingScreen
from game.screens.page import Item, Look, Page, Screen, Speech, Stage, Text, Tone
from game.screens.parts import chapter_label, stage_now
from game.screens.reading import reading_page
from game.screens.words import StoryWords
from game.story.model import LineKind
from game.story.playthrough import back, forward, skip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.screens.commands import Command
    from game.screens.intents import Intent
    from game.screens.lesson.asking import Asking
    from game.screens.lesson.intents import Take
    from game.screens.lesson.state import Lesson
    from game.screens.model import App, Play
    from game.screens.words import Words
    from game.story.engine import Beat, Machine, Spot
    from game.story.model import Story
    from game.story.playthrough import Playthrough

SKIPPING, OPENING, TALKING = 1, 2, 3
"""`Lesson.at` while the sentence is shown that stands for the rest of the scene; while it is told who one is in it; and while
the class talks about a chapter that is over, the next one being there already.
"""
_BETWEEN = frozenset({OPENING, TALKING})


def entered(app: App, lesson: Lesson) -> App:
    """The story goes on where the class is in it; at its beginning it is first told who one is."""
    at = OPENING if app.play and opening.due(app.play) else 0
    return replace(app, lesson=fresh(replace(lesson, at=at, adult=None, timer=None)))


def onward(app: App, lesson: Lesson) -> App | None:
    """The next line, the next thing in a vote, what was decided; None after the ending."""
    play = app.play
    if play and lesson.at in _BETWEEN:
        return _moved(app, lesson, play)
    if play is None or play.ending:
        return None
    there = ballot(play, lesson)
    if there:
        return _with_talk(play, votes.onward(app, lesson, play, there))
    return _with_talk(
        play, _moved(app, lesson, _skipped(play) if lesson.at == SKIPPING else _along(play, forward))
    )


def backward(app: App, lesson: Lesson) -> App | None:
    """The question anew, the line before, and before the first line nothing."""
    play = app.play
    if play is None or lesson.at == OPENING:
        return None
    there = ballot(play, lesson)
    between = lesson.at == TALKING
    if not between and (lesson.turn is not Turn.SHOWN or lesson.timer or lesson.at):
        return replace(app, lesson=fresh(replace(lesson, at=0, timer=None)))
    if there and lesson.adult:
        return replace(app, lesson=replace(lesson, adult=None))
    earlier = _along(play, back)
    return entered(app, lesson) if earlier.way == play.way else _moved(app, lesson, earlier)


def step(app: App, lesson: Lesson, intent: Asking | Take | SkipScene) -> tuple[App, tuple[Command, ...]]:
    """What the teacher does with a vote, or with a scene: a sentence stands for the rest of it. A choice is not skipped."""
    play = app.play
    if play is None:
        return app, ()
    if isinstance(intent, SkipScene):
        read = play.moment.beat and lesson.at != TALKING
        reading = replace(lesson, at=SKIPPING) if read else lesson
        return replace(app, lesson=reading, focus=None), ()
    there = ballot(play, lesson) if lesson.at not in _BETWEEN else None
    return (_with_talk(play, votes.step(app, lesson, play, there, intent)) if there else app), ()


def _moved(app: App, lesson: Lesson, play: Play) -> App:
    anew = fresh(replace(lesson, at=0, adult=None, timer=None))
    return replace(app, play=play, lesson=anew, focus=None)


def _with_talk(before: Play, after: App) -> App:
    """Where the class has come into another chapter, it talks first about the one that is over."""
    play, lesson = after.play, after.lesson
    talks = play and lesson and after_chapter.due(lesson, before, play)
    return replace(after, lesson=replace(lesson, at=TALKING)) if talks and lesson else after


def _along(play: Play, move: Callable[[Machine, Playthrough], Playthrough]) -> Play:
    """A line on or back; what is read is not skipped any more."""
    later = replace(play, way=move(play.machine, play.way))
    beat = later.moment.beat
    return replace(later, skipped=later.skipped - {beat.spot}) if beat else later


def _skipped(play: Play) -> Play:
    """The rest of the scene is passed over, and not brought up again."""
    moment = play.moment
    later = replace(play, way=skip(play.machine, play.way))
    passed = moment.segment.beats[moment.step + 1 : later.moment.step]
    return replace(later, skipped=later.skipped | {beat.spot for beat in passed})


# --- what pupils do, and what is seen ----------------------------------------------------------------


def asked(app: App, lesson: Lesson) -> Step:
    """Read along and flag, vote, talk; and look on at the end."""
    play = app.play
    if play is None:
        return Step("story", Kind.WATCH, phrases.ui("Titta på tavlan"))
    if lesson.at == OPENING:
        return opening.asked(play)
    if lesson.at == TALKING:
        return after_chapter.asked(lesson, play)
    there = ballot(play, lesson)
    if there:
        return votes.asked(lesson, there)
    beat = play.moment.beat
    if beat and lesson.at != SKIPPING:
        return _line(play, beat)
    scene = play.moment.scene
    mark = scene_mark(play.story, scene)
    if play.ending:
        title, text = (in_scene(play.story, scene, each) for each in (play.ending.title, play.ending.text))
        return Step(f"ending.{mark}", Kind.WATCH, title, text)
    return Step(f"skipped.{mark}", Kind.WATCH, phrases.ui("Titta på tavlan"))


def _line(play: Play, beat: Beat) -> Step:
    """A line can be flagged, as it can by who plays alone; a pause is only a pause."""
    spot, line, here = beat.spot, beat.line, scene_mark(play.story, beat.spot.scene)
    text = in_scene(play.story, spot.scene, line.text)
    if line.kind is LineKind.FEEL:
        return Step(f"feel.{here}.{spot.index}", Kind.WATCH, phrases.ui("Hur känns det?"), text)
    return Step(line_step(play.story, spot), Kind.LINE, name_of(play.story, line.speaker), text)


def line_step(story: Story, spot: Spot) -> str:
    """The id of the step in which pupils can flag this line."""
    return f"line.{scene_mark(story, spot.scene)}.{spot.index}"


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """What the class reads, decides, or has come to."""
    play = app.play
    if play is None:
        return _missing(words)
    if lesson.at == OPENING:
        return opening.page(play, words)
    if lesson.at == TALKING:
        return after_chapter.page(lesson, play, words)
    there = ballot(play, lesson)
    if there:
        return with_words(votes.page(lesson, play, there, words), play, words)
    beat = play.moment.beat
    if lesson.at == SKIPPING and beat:
        return _skip_page(play, beat, words)
    if beat and beat.line.kind is LineKind.FEEL:
        return _feel_page(play, beat, words)
    return with_words(_led(_read(app, play, words)), play, words)


def _read(app: App, play: Play, words: Words) -> Page:
    return reading_page(app, play, ReadingScreen(), words)


_LEADS: Mapping[Intent, Intent] = {
    Forward(): Onward(),
    Go(Where.RECAP): Onward(),
    Back(): Backward(),
}


def _led(page: Page) -> Page:
    """A page of the story on which the lesson's own way leads on, and nobody pauses but the lesson."""
    foot = tuple(replace(item, intent=_LEADS.get(item.intent, item.intent)) for item in page.foot)
    keys: dict[Key, Intent] = {
        key: _LEADS.get(intent, intent) for key, intent in page.keys.items() if key is not Key.ESCAPE
    }
    default = _LEADS.get(page.default, page.default) if page.default else None
    return replace(page, foot=foot, keys=keys, default=default, bar=())


def _skip_page(play: Play, beat: Beat, words: Words) -> Page:
    told = StoryWords(words, play.story)
    plain = words.ui("Vi hoppar över resten av scenen. Det går bra.")
    sentence = authored_sentence(play, beat.spot, words) or plain
    label = chapter_label(words, play)
    on = way_on(words.ui("Nästa"))
    return Page(
        Screen.DIALOGUE,
        label,
        (Speech("", sentence),),
        foot=(on,),
        label=label,
        stage=stage_now(told, play),
        default=on.intent,
    )


def _feel_page(play: Play, beat: Beat, words: Words) -> Page:
    """A pause for the whole class."""
    told = StoryWords(words, play.story)
    breathe = Item(Go(Where.BREATHE), words.ui("Andas en stund"), Look.PLAIN, Key.D1, icon="breathe")
    over = Item(SkipScene(), words.ui("Hoppa över scenen"), Look.PLAIN, Key.D2, icon="skip")
    body = (
        Text(told.scene(beat.spot.scene, beat.line.text), Tone.LEAD),
        Text(words.ui("Var och en får titta bort, blunda eller gå ut en stund. Ingen behöver säga varför.")),
    )
    shown = lesson_page(
        Screen.LESSON_TALK,
        words.ui("Hur känns det?"),
        body,
        on=way_on(words.ui("Läs vidare")),
        beside=(breathe, over),
    )
    return replace(
        shown, label=chapter_label(words, play), stage=Stage(play.story.scenes[beat.spot.scene].place)
    )


def _missing(words: Words) -> Page:
    text = words.ui("Berättelsen kunde inte öppnas. Gå tillbaka och välj en annan.")
    body = (Text(text, Tone.LEAD),)
    return lesson_page(Screen.LESSON_TALK, words.ui("Berättelsen"), body, on=way_on(words.ui("Gå vidare")))


def script(app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say and do at a line, a pause, a vote, the end."""
    play = app.play
    if play is None:
        return (words.ui("Gå tillbaka till planen och välj en berättelse."),)
    if lesson.at == OPENING:
        return opening.script(words)
    if lesson.at == TALKING:
        return after_chapter.script(lesson, words)
    there = ballot(play, lesson)
    if there:
        return votes.script(lesson, there, words)
    beat = play.moment.beat
    if play.ending:
        return (
            words.ui("Läs slutet högt, och låt det vara tyst en stund."),
            words.ui("Säg: Nu tittar vi på vilka tecken som fanns på vägen."),
        )
    if lesson.at == SKIPPING:
        return (words.ui("Läs meningen högt. Den står i stället för resten av scenen."),)
    if beat and beat.line.kind is LineKind.FEEL:
        return (
            words.ui("Stanna upp. Säg: Det här kan vara tungt att höra. Ni får titta bort eller gå ut."),
            words.ui("Fråga ingen hur det känns. Se dig omkring, och gå vidare när det känns lugnt."),
        )
    return _reading_script(lesson, words)


def _reading_script(lesson: Lesson, words: Words) -> tuple[str, ...]:
    first = words.ui("Läs raden högt, eller låt en elev läsa. Gå vidare i lugn takt.")
    flags = words.ui("Säg: Känns något fel? Sätt en flagga på raden.")
    if not lesson.plan.with_hub:
        flags = words.ui(
            "Säg: Räck upp handen om något känns fel. Tryck F, så sätter ni en flagga tillsammans."
        )
    return first, flags
