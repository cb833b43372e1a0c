"""The story itself, line by line: dialogue, silence, the phone, and a pause to feel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.chat import Bubble, Chat
from game.screens.choices import choices_page, telling_page
from game.screens.circle import newly_met
from game.screens.ending import ending_page
from game.screens.feel import feel_page, skip_sentence
from game.screens.intents import Back, Forward, Go, Intent, OpenFlag, Where
from game.screens.keys import Key
from game.screens.page import Block, Item, Look, Page, Screen, Speech, Stage
from game.screens.parts import (
    bar,
    beats_here,
    chapter_label,
    figure,
    flag_item,
    flag_label,
    pause_item,
    stage_now,
)
from game.screens.sentences import sentences
from game.screens.words import StoryWords, Words
from game.story.model import Choices, Ending, LineKind, Phone, Tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.model import App, Play, ReadingScreen
    from game.story.engine import Beat


def reading_page(app: App, play: Play, screen: ReadingScreen, words: Words) -> Page:
    """The page of the moment that the play has come to."""
    told = StoryWords(words, play.story)
    if screen.skipped:
        return _skipped(app, play, skip_sentence(play, screen.skipped, words), told)
    beat = play.moment.beat
    if beat is None:
        return _exit_page(app, play, screen, told)
    match beat.line.kind:
        case LineKind.MESSAGE:
            return _phone(app, play, beat, told)
        case LineKind.FEEL:
            return feel_page(play, words, told.scene(beat.spot.scene, beat.line.text), asked=True)
        case LineKind.SILENCE:
            return _silence(app, play, beat, told)
        case LineKind.NARRATION | LineKind.SPEECH | LineKind.THOUGHT:
            return _dialogue(app, play, beat, told)


def _exit_page(app: App, play: Play, screen: ReadingScreen, told: StoryWords) -> Page:
    way_out = play.moment.segment.exit
    match way_out:
        case Choices():
            return choices_page(play, way_out, told)
        case Tell():
            return telling_page(play, way_out, screen.adult, told)
        case Ending():
            return ending_page(app, play, way_out, told)


def _line_page(
    app: App, play: Play, screen: Screen, stage: Stage, body: Block, beat: Beat | None, words: Words
) -> Page:
    """A page of one line: the flag and the way on below it, a pause and help above."""
    forward = Item(Forward(), words.ui("Nästa"), Look.MAIN, Key.SPACE, icon="next")
    flag = (flag_item(words, app, play, beat.spot),) if beat else ()
    label = chapter_label(words, play)
    return Page(
        screen=screen,
        title=label,
        label=label,
        body=(body,),
        foot=(*flag, forward),
        bar=bar(words, back=pause_item(words)),
        stage=stage,
        keys=_keys(beat),
        default=Forward(),
        spot=beat.spot if beat else None,
        notice=_notice(play, beat, words) if beat else "",
    )


def _notice(play: Play, beat: Beat, words: Words) -> str:
    """An adult who was met just now, or that this very line is in another language than the one chosen."""
    shown = words.has(play.story.about.id, beat.spot.scene, beat.line.text)
    return newly_met(play, words) or ("" if shown else words.ui("Det här är på svenska"))


def _keys(beat: Beat | None) -> Mapping[Key, Intent]:
    flag: dict[Key, Intent] = {Key.F: OpenFlag(beat.spot)} if beat else {}
    return flag | {
        Key.BACKSPACE: Back(),
        Key.LEFT: Back(),
        Key.RIGHT: Forward(),
        Key.PAGE_UP: Go(Where.LOG),
        Key.ESCAPE: Go(Where.PAUSE),
    }


def _dialogue(app: App, play: Play, beat: Beat, told: StoryWords) -> Page:
    line = beat.line
    picture = stage_now(told, play)
    there = not line.speaker or any(each.who == line.speaker for each in picture.figures)
    speech = Speech(
        told.name(line.speaker),
        told.scene(beat.spot.scene, line.text),
        flagged=beat.spot in play.flags,
        thought=line.kind is LineKind.THOUGHT,
        face=None if there else figure(told, line.speaker, line.expression, line.posture),
    )
    return _line_page(app, play, Screen.DIALOGUE, picture, speech, beat, told.words)


def _silence(app: App, play: Play, beat: Beat, told: StoryWords) -> Page:
    speech = Speech("", told.scene(beat.spot.scene, beat.line.text), flagged=beat.spot in play.flags)
    stage = stage_now(told, play, only=beat.line.speaker)
    return _line_page(app, play, Screen.SILENCE, stage, speech, beat, told.words)


def _skipped(app: App, play: Play, sentence: str, told: StoryWords) -> Page:
    speech = Speech("", sentence)
    return _line_page(app, play, Screen.DIALOGUE, stage_now(told, play), speech, None, told.words)


def _same_chat(beats: tuple[Beat, ...], phone: Phone | None) -> tuple[Beat, ...]:
    """The messages at the end of these lines that belong to this conversation without a break."""
    start = len(beats)
    while start and beats[start - 1].line.phone == phone:
        start -= 1
    return beats[start:]


def _phone(app: App, play: Play, beat: Beat, told: StoryWords) -> Page:
    moment = play.moment
    phone = beat.line.phone
    assert phone is not None, "a message belongs to a phone: the loader sees to it"
    following = moment.segment.beats[moment.step + 1 : moment.step + 2]
    chat = Chat(
        phone=phone,
        owner=told.name(phone.owner),
        title=told.scene(beat.spot.scene, phone.title) if phone.title else told.name(phone.partner),
        partner=figure(told, phone.partner) if phone.partner in play.story.cast and not phone.title else None,
        bubbles=tuple(_bubble(app, play, each, told) for each in _same_chat(beats_here(play), phone)),
        more=any(each.line.phone == phone and each.spot.scene == beat.spot.scene for each in following),
    )
    stage = stage_now(told, play, only=phone.owner)
    return _line_page(app, play, Screen.PHONE, stage, chat, beat, told.words)


def _bubble(app: App, play: Play, beat: Beat, told: StoryWords) -> Bubble:
    flag = play.flags.get(beat.spot)
    name, text = told.name(beat.line.speaker), told.scene(beat.spot.scene, beat.line.text)
    mark = "" if flag is None else flag_label(told.words, app, flag)
    phone = beat.line.phone
    own = phone is not None and beat.line.speaker == phone.owner
    said = sentences((f"{_from_whom(beat, told, name, own=own)}: {text}", mark))
    return Bubble(
        item=Item(OpenFlag(beat.spot), text, Look.QUIET, selected=flag is not None, said=said),
        name=name,
        text=text,
        own=own,
        flagged=flag is not None,
        form_icon=app.library.signs.forms[flag].icon if flag else "",
    )


def _from_whom(beat: Beat, told: StoryWords, name: str, *, own: bool) -> str:
    """Who wrote a message, and to whom: to the group, where it is one."""
    phone = beat.line.phone
    if phone is None:
        return name
    if phone.title:
        other = told.scene(beat.spot.scene, phone.title)
    else:
        other = told.name(phone.partner if own else phone.owner)
    return told.words.ui("{name} till {other}", name=name, other=other)
