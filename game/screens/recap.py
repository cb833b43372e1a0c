"""What did you see? Every sign of this way with its why, and what was flagged though it was fine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.flagging import line_text
from game.screens.intents import Close, Go, Where
from game.screens.keys import Key
from game.screens.page import Block, Card, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item
from game.screens.time_line import Point, TimeLine
from game.screens.words import StoryWords, Words, quoted
from game.story.library import HEALTHY, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.model import App, Play
    from game.story.engine import Beat


def signs_seen(app: App, play: Play) -> tuple[tuple[Beat, Form], ...]:
    """The lines of this way that are signs of a form, in the order in which they came."""
    found: dict[object, tuple[Beat, Form]] = {}
    for beat in play.heard:
        form = app.library.signs.form_of(beat.line.sign.sign) if beat.line.sign else None
        if form:
            found.setdefault(beat.spot, (beat, form))
    return tuple(found.values())


def flagged_otherwise(app: App, play: Play) -> tuple[Beat, ...]:
    """The lines of this way that were flagged and are no sign of a form."""
    signs = {beat.spot for beat, _ in signs_seen(app, play)}
    beats = {beat.spot: beat for beat in play.heard}
    return tuple(beat for spot, beat in beats.items() if spot in play.flags and spot not in signs)


def recap_page(app: App, play: Play, words: Words) -> Page:
    """The page after an ending: flagged signs and missed ones look different, and none is a mistake."""
    told = StoryWords(words, play.story)
    signs, others = signs_seen(app, play), flagged_otherwise(app, play)
    found = sum(beat.spot in play.flags for beat, _ in signs)
    title = words.ui("Vad såg du?")
    lead = words.ui(
        "Du satte flagga på {found} av {count} tecken. Tecken kan vara svåra att se – det är därför vi övar.",
        found=found,
        count=len(signs),
    )
    if not signs:
        lead = words.ui(
            "Den här gången kom det inga tecken på din väg. Du kan gå tillbaka och prova en annan."
        )
    body: list[Block] = [Heading(title), Text(lead, Tone.LEAD)]
    body += [_sign_card(app, play, beat, form, told) for beat, form in signs]
    if others:
        body += [Heading(words.ui("Du stannade också upp här")), *_other_cards(app, others, told)]
    on = Item(Go(Where.TIMELINE), words.ui("När började det?"), Look.MAIN, Key.SPACE, icon="next")
    if not signs:
        on = _to_eyes(words)
    return _after(Screen.RECAP, title, tuple(body), on, words)


def _to_eyes(words: Words) -> Item:
    return Item(Go(Where.EYES), words.ui("Se med andra ögon"), Look.MAIN, Key.SPACE, icon="next")


def _after(screen: Screen, title: str, body: tuple[Block, ...], on: Item, words: Words) -> Page:
    """One of the pages that follow an ending."""
    return Page(
        screen=screen,
        title=title,
        body=body,
        foot=(on,),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close(), Key.LEFT: Close(), Key.RIGHT: on.intent},
        default=on.intent,
    )


def _sign_card(app: App, play: Play, beat: Beat, form: Form, told: StoryWords) -> Card:
    words = told.words
    flag = play.flags.get(beat.spot)
    own = app.library.signs.forms.get(flag or "")
    thought = own.label if own and own.id != form.id else ""
    return Card(
        title=quoted(told.words, line_text(told, beat.spot)),
        text=told.scene(beat.spot.scene, beat.line.sign.why if beat.line.sign else ""),
        tone=Tone.MISSED if flag is None else Tone.FLAGGED,
        icon="flag",
        tag=words.of("signs", "form", form.label),
        small=" · ".join(filter(None, (_thought(thought, words), _told(app, play, beat, words)))),
    )


def _thought(label: str, words: Words) -> str:
    return words.ui("Du tänkte: {form}", form=words.of("signs", "form", label)) if label else ""


def _told(app: App, play: Play, beat: Beat, words: Words) -> str:
    """What the sign is that the line has, to readers of the story's age."""
    sign = app.library.signs.signs.get(beat.line.sign.sign) if beat.line.sign else None
    told = sign.told(play.story.about.youngest) if sign else ""
    return (
        f"{words.of('signs', 'sign', sign.label)}: {words.of('signs', 'sign', told)}" if sign and told else ""
    )


def _other_cards(app: App, beats: Sequence[Beat], told: StoryWords) -> list[Card]:
    cards = []
    for beat in beats:
        sign = beat.line.sign
        plain = told.words.ui(
            "Något skavde för dig här. Den känslan är värd att ta på allvar, även när ingen annan ser den."
        )
        label = app.library.signs.signs[sign.sign].label if sign else ""
        healthy = sign is not None and sign.sign == HEALTHY
        cards.append(
            Card(
                title=quoted(told.words, line_text(told, beat.spot)),
                text=told.scene(beat.spot.scene, sign.why) if sign else plain,
                tone=Tone.FINE if healthy else Tone.GREY,
                icon="healthy" if healthy else "grey",
                tag=told.words.of("signs", "sign", label) if label else "",
            )
        )
    return cards


def timeline_page(app: App, play: Play, words: Words) -> Page:
    """When did it begin? The signs on a line of time, the player's flags among them."""
    told = StoryWords(words, play.story)
    points = tuple(
        Point(
            text=quoted(words, line_text(told, beat.spot)),
            label=words.of("signs", "form", form.label),
            icon=form.icon,
            flagged=beat.spot in play.flags,
            chapter=_chapter(play, beat, told),
        )
        for beat, form in signs_seen(app, play)
    )
    title = words.ui("När började det?")
    lead = words.ui("Så här kom tecknen, ett efter ett. Ofta börjar det så smått att det ser ut som omtanke.")
    on = _to_eyes(words)
    body = (Heading(title), Text(lead, Tone.LEAD), TimeLine(points))
    return _after(Screen.TIMELINE, title, body, on, words)


def _chapter(play: Play, beat: Beat, told: StoryWords) -> str:
    number = play.story.scenes[beat.spot.scene].chapter
    titles = play.story.chapters
    return told.about(titles[number - 1]) if 0 < number <= len(titles) else ""
