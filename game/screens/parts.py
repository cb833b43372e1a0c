"""Pieces that many screens share: the bar at the top, the people in the picture, the line's flag."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, repeat
from typing import TYPE_CHECKING

from game.screens.hearing import Aloud, Hear
from game.screens.intents import Close, Go, Hide, Leave, OpenFlag, Where
from game.screens.keys import DIGITS, Key
from game.screens.page import Figure, Item, Look, Screen, Stage
from game.screens.words import StoryWords, Words, in_swedish
from game.story.model import Expression, LineKind, Posture, Standing, Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.screens.model import App, Play
    from game.screens.page import Page
    from game.story.engine import Beat, Spot


def digits() -> Iterator[Key | None]:
    """The digits for a list of things to press, without end: what comes after the ninth has no key."""
    return chain(DIGITS, repeat(None))


def hide_item(words: Words) -> Item:
    """Dölj, which every screen has."""
    return Item(Hide(), words.ui("Dölj"), Look.DARK, icon="hide", note=words.ui("Skift ×3"))


def leave_item(words: Words) -> Item:
    """Leaves and wipes, at once: small, and last, so that nobody presses it for something else."""
    return Item(Leave(), words.ui("Avsluta och radera"), Look.DARK, icon="close", compact=True)


def with_hearing(page: Page, app: App, words: Words) -> Page:
    """The page with a small thing to press that reads it aloud, beside Dölj; for hands that have no keys.

    On the title there is no room for it.
    """
    if app.settings.aloud is Aloud.OFF or page.screen is Screen.TITLE:
        return page
    key = None if page.typing else Key.R
    item = Item(Hear(), words.ui("Läs upp"), key=key, icon="sound_on", compact=True)
    place = next((place for place, each in enumerate(page.bar) if each.intent == Hide()), len(page.bar))
    return replace(page, bar=(*page.bar[:place], item, *page.bar[place:]))


def help_item(words: Words) -> Item:
    """Help, one key away from everywhere."""
    label = words.ui("Hjälp")
    # Who speaks to the computer says what is seen, so that stands first in what is heard (WCAG 2.2, 2.5.3).
    said = f"{label}. {words.ui('Vem kan jag prata med?')}"
    return Item(Go(Where.HELP), label, Look.HELP, Key.F1, icon="help", said=said)


def bar(
    words: Words, *, back: Item | None = None, with_help: bool = True, leave: bool = True
) -> tuple[Item, ...]:
    """The row at the top: the way out of this screen, help, Dölj, and the way out of everything."""
    first = (back,) if back else ()
    helping = (help_item(words),) if with_help else ()
    return (*first, *helping, hide_item(words), *((leave_item(words),) if leave else ()))


def close_item(words: Words) -> Item:
    """Back to the screen below."""
    return Item(Close(), words.ui("Tillbaka"), key=Key.ESCAPE, icon="back")


def pause_item(words: Words) -> Item:
    """A pause."""
    return Item(Go(Where.PAUSE), words.ui("Paus"), key=Key.ESCAPE, icon="pause")


def chapter_label(words: Words, play: Play) -> str:
    """Where the play is now, such as "Svara direkt · Kapitel 2 av 5"; without chapters, the title alone.

    In a scene that is not wholly translated it says so, for nobody is to wonder at two languages.
    """
    story = play.story
    told = StoryWords(words, story)
    chapter = story.scenes[play.moment.scene].chapter
    parts = [told.about(story.about.title)]
    if len(story.chapters) > 1:
        parts.append(words.ui("Kapitel {number} av {count}", number=chapter, count=len(story.chapters)))
    parts.append(in_swedish(words, story, play.moment.scene))
    return " · ".join(filter(None, parts))


def figure(
    told: StoryWords,
    who: str,
    expression: Expression = Expression.NEUTRAL,
    posture: Posture = Posture.OPEN,
    *,
    speaking: bool = False,
) -> Figure:
    """Somebody of the cast as a figure in the picture."""
    person = told.story.cast[who]
    return Figure(who, told.name(who), person.portrait, expression, speaking, bool(person.adult), posture)


def stage(told: StoryWords, place: str, people: Sequence[Standing], beats: Sequence[Beat]) -> Stage:
    """The picture after these lines of a scene: each has the face and the posture of what they said last."""
    shown = {standing.who: standing for standing in people}
    speaker = ""
    for beat in beats:
        line = beat.line
        if line.speaker in shown and line.kind is not LineKind.MESSAGE:
            shown[line.speaker] = Standing(line.speaker, line.expression, line.posture)
        speaker = line.speaker if line.kind in {LineKind.SPEECH, LineKind.THOUGHT} else ""
    figures = (
        figure(told, who, standing.expression, standing.posture, speaking=who == speaker)
        for who, standing in shown.items()
    )
    return Stage(place, tuple(figures))


def beats_here(play: Play) -> tuple[Beat, ...]:
    """The lines of the present scene up to now, the one that is shown included."""
    moment = play.moment
    shown = moment.segment.beats[: moment.step + 1]
    return tuple(beat for beat in shown if beat.spot.scene == moment.scene)


def stage_now(told: StoryWords, play: Play, only: str = "") -> Stage:
    """The picture at this moment; with `only`, that one person alone (beside a phone, or choices)."""
    scene = play.story.scenes[play.moment.scene]
    whole = stage(told, scene.place, scene.people, beats_here(play))
    if not only:
        return whole
    chosen = tuple(found for found in whole.figures if found.who == only) or (figure(told, only),)
    return Stage(scene.place, chosen)


def flag_label(words: Words, app: App, flag: str | None) -> str:
    """What a line's flag says: nothing yet, that it feels wrong, or the form."""
    if flag is None:
        return words.ui("Det här känns fel")
    if not flag:
        return words.ui("Flaggad")
    return words.ui("Flaggad: {form}", form=words.of("signs", "form", app.library.signs.forms[flag].label))


def flag_item(words: Words, app: App, play: Play, spot: Spot) -> Item:
    """The flag of a line."""
    flag = play.flags.get(spot)
    label = flag_label(words, app, flag)
    return Item(OpenFlag(spot), label, Look.FLAG, Key.F, icon="flag", selected=flag is not None)


def other_than_you(story: Story, people: Sequence[Standing]) -> str:
    """Whom the player sees first in a scene: the first who is not the player; "" when nobody is there."""
    return next((standing.who for standing in people if standing.who != story.you), "")
