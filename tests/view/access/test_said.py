"""What is heard of a page: who says what and how, what is flagged, how many choices there are."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Close, OpenFlag, SetFlag
from game.screens.page import Screen, Speech
from game.screens.settings import SetLanguage
from game.story.model import Expression, LineKind
from game.view.access.listener import listener_for, tag
from game.view.access.nodes import Node, Role
from game.view.access.tree import tree_of
from tests.view.every_screen import after, along, laid_out, routes, screens, shelf, shown, started

if TYPE_CHECKING:
    from game.screens.model import App


def heard(app: App) -> list[Node]:
    """Everything on the screen in reading order."""
    page, words = shown(app), shelf().words(app.settings.language)
    frame = laid_out(page, (1024, 600), language=app.settings.language)
    found = tree_of(page, frame, listener_for(app, words), title="Övningar", focus=app.focus)
    return list(found.nodes.values())


def first(app: App, role: Role) -> Node:
    return next(node for node in heard(app) if node.role is role)


@cache
def plays() -> tuple[App, ...]:
    """Every step of the shortest way to every ending."""
    return tuple(app for route in routes().values() for app in along(started(), route))


def line_of(kind: LineKind, expression: Expression | None = None) -> App:
    for app in plays():
        beat = app.play.moment.beat if app.play else None
        wanted = beat and beat.line.kind is kind and expression in {None, beat.line.expression}
        if wanted and shown(app).screen in {Screen.DIALOGUE, Screen.SILENCE, Screen.PHONE}:
            return app
    raise AssertionError


def text_of(app: App) -> str:
    (speech,) = shown(app).body
    assert isinstance(speech, Speech)
    return speech.text


def test_a_line_is_heard_with_the_speaker_and_what_the_face_shows() -> None:
    app = line_of(LineKind.SPEECH, Expression.WORRIED)
    (speech,) = shown(app).body
    assert isinstance(speech, Speech)
    assert first(app, Role.LINE).name == f"{speech.speaker}, orolig: {speech.text}"


def test_a_flagged_line_says_so_and_which_form() -> None:
    app = line_of(LineKind.SPEECH, Expression.WORRIED)
    assert app.play is not None
    beat = app.play.moment.beat
    assert beat is not None
    form = next(iter(app.library.signs.forms))
    label = app.library.signs.forms[form].label
    plain = first(after(app, OpenFlag(beat.spot), Close()), Role.LINE)
    formed = first(after(app, OpenFlag(beat.spot), SetFlag(beat.spot, form)), Role.LINE)
    assert plain.name == f"{first(app, Role.LINE).name} Flaggad."
    assert formed.name == f"{first(app, Role.LINE).name} Flaggad: {label}."
    assert plain.id == formed.id == first(app, Role.LINE).id


def test_the_narrator_is_heard_without_a_name() -> None:
    app = line_of(LineKind.NARRATION)
    assert first(app, Role.LINE).name == text_of(app)


def test_a_thought_is_told_as_one() -> None:
    app = next(app for name, app in screens().items() if name == "eyes")
    assert first(app, Role.LINE).name == f"Alva tänker: {text_of(app)}"


def test_silence_is_heard() -> None:
    app = screens()["silence"]
    assert first(app, Role.LINE).name == f"Tystnad. {text_of(app)}"


def test_a_message_says_who_wrote_it_and_to_whom() -> None:
    app = screens()["phone"]
    names = [node.name for node in heard(app) if node.role is Role.MESSAGE]
    assert all(name.startswith(("Noel till Alva: ", "Alva till Noel: ")) for name in names)
    assert first(app, Role.CHAT).name == "Alvas mobil. Noel."


def test_a_flagged_message_says_so() -> None:
    names = [node.name for node in heard(screens()["phone, flagged"]) if node.role is Role.MESSAGE]
    assert [name.endswith(" Flaggad.") for name in names].count(True) == 1


def test_the_question_is_heard_with_the_number_of_choices_and_each_choice_with_its_place() -> None:
    app = screens()["choices"]
    choices = [node for node in heard(app) if node.position]
    assert first(app, Role.HEADING).description.endswith(f"{len(choices)} val:")
    assert [node.counted for node in choices] == [
        f"{number} av {len(choices)}" for number in range(1, len(choices) + 1)
    ]


def test_the_picture_is_told_the_place_and_who_is_there_and_how() -> None:
    app = screens()["dialogue"]
    images = [node.name for node in heard(app) if node.role is Role.IMAGE]
    stage = shown(app).stage
    assert stage is not None
    assert images[0] == f"Plats: {app.library.alts[stage.place]}"
    assert [name.split(",")[0] for name in images[1:]] == [figure.name for figure in stage.figures]


def test_the_player_is_told_who_they_are_in_the_picture() -> None:
    images = [node.name for app in plays()[:40] for node in heard(app) if node.role is Role.IMAGE]
    assert any(name.startswith("Hawa (du)") for name in images)


def test_somebody_met_is_news_that_is_read_without_haste() -> None:
    app = screens()["dialogue, somebody met"]
    news = first(app, Role.NEWS)
    assert (news.name, news.live) == (shown(app).notice, True)


def test_a_wrong_code_is_told_when_it_comes() -> None:
    news = first(screens()["code, refused"], Role.NEWS)
    assert news.live
    assert news.name.startswith("Något tecken har blivit fel.")


def test_a_sign_is_told_with_whether_it_was_flagged() -> None:
    names = [node.name for node in heard(screens()["recap"]) if node.role is Role.LIST_ITEM]
    assert {name.split(".")[0] for name in names} >= {"Du flaggade", "Utan flagga"}


def test_a_choice_that_is_made_and_one_that_is_not_are_told_apart() -> None:
    radios = [node for node in heard(screens()["settings, text"]) if node.role is Role.RADIO]
    assert [node.name for node in radios if node.selected][:3] == ["Text", "100 %", "Tydliga"]
    assert any(node.selected is False for node in radios)


@pytest.mark.parametrize(
    ("code", "known"), [("sv", "sv"), ("sv@lattlast", "sv"), ("pt_BR", "pt-BR"), ("prs", "prs")]
)
def test_a_code_becomes_a_tag_that_voices_know(code: str, known: str) -> None:
    assert tag(code) == known


def test_the_same_words_in_another_language_have_that_languages_names() -> None:
    app = screens()["dialogue"]
    english = replace(app, settings=replace(app.settings, language="en"))
    assert first(english, Role.LINE).name != first(app, Role.LINE).name
    assert first(english, Role.LINE).language == "en"


def test_the_name_of_each_language_is_in_that_language() -> None:
    app = screens()["settings, language"]
    named = {node.name: node.language for node in heard(app) if isinstance(node.intent, SetLanguage)}
    assert named == {language.name: tag(language.code) for language in app.library.languages}
