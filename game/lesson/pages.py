"""The pupils' pages as HTML: complete without JavaScript, in every language of the game, asking nobody else for anything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.lesson import pages_content, pages_texts
from game.lesson.pages_exercise import Exercise, exercise_of
from game.lesson.pages_language import direction, language_for, offered, tag, with_language
from game.lesson.pages_static import icon
from game.lesson.pages_symbol import picture
from game.lesson.views import Notice, PupilView, notice_said
from game.lesson.web_pages import PREFIX
from game.screens.lesson.symbols import symbol_said
from game.screens.lesson.wire import Phase
from game.story.library import Channel, help_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.messages.language import Language
    from game.screens.words import Words
    from game.story.library import Help

_ICONS = {Channel.PERSON: "person", Channel.PHONE: "phone_call", Channel.CHAT: "chat", Channel.WEB: "web"}


@dataclass(frozen=True, slots=True)
class HtmlPages:
    """The pages, with all that they say. `youngest` is the youngest age that may be reading, which decides what help is shown."""

    words: Callable[[str], Words]
    languages: tuple[Language, ...]
    entries: tuple[Help, ...]
    youngest: int = 10

    def front(self, lang: str, notice: Notice | None = None) -> str:
        """`/`: the form for the code."""
        said = notice_said(self.words(lang), notice) if notice else ""
        return self._made("front.html", lang, "/", notice=said)

    def pupil(self, view: PupilView) -> str:
        """`/s/{code}`: where a pupil is in the lesson; without a seat, a form to take one."""
        path = f"/s/{view.code}"
        words = self.words(view.lang)
        notice = notice_said(words, view.notice) if view.notice else ""
        if not view.symbol and view.phase is not Phase.ENDED:
            return self._made("join.html", view.lang, path, notice=notice, code=view.code)
        page = pages_content.content(view, words)
        symbol = _symbol_said(words, view.symbol)
        return self._made(
            "lesson.html",
            view.lang,
            path,
            view=view,
            page=page,
            place=pages_content.place_of(view),
            notice=notice,
            said="" if notice else page.said,
            code=view.code,
            waits=page.waits,
            symbol=symbol,
            seat=words.ui("Din plats: {symbol}", symbol=symbol),
            shape=Markup(picture(view.symbol)),  # noqa: S704
        )

    def help(self, lang: str, code: str) -> str:
        """`/s/{code}/help`: whom one can talk to, with a way back to the lesson."""
        return self._made("help.html", lang, f"/s/{code}/help" if code else "/", code=code)

    def exercise(self, lang: str, asked: str, answer: str) -> str:
        """`/ovning`: Dölj without JavaScript, and where Dölj is when its page is loaded anew."""
        exercise = exercise_of(asked, answer)
        return self._made("exercise.html", lang, "/ovning", exercise=exercise)

    def refused(self, lang: str, notice: Notice) -> str:
        """Any other answer to a browser: one calm sentence, and a way to `/`."""
        words = self.words(lang)
        page = pages_content.ended(words) if notice is Notice.ENDED else pages_content.sorry(words, notice)
        return self._made("refused.html", lang, "/", page=page)

    def _made(self, template: str, lang: str, path: str, **values: object) -> str:
        """A page. What all of them have is here: words, the language, the list of languages, help."""
        words = self.words(lang)
        language = language_for(self.languages, lang, "")

        def address(to: str, **more: str) -> str:
            return with_language(to, language, **more)

        def game(story: str) -> str:
            return f"{PREFIX}#{quote(language.code)}/{quote(story)}"

        shared: dict[str, object] = {
            "game": game,
            "code": "",
            "notice": "",
            "said": "",
            "waits": False,
            "exercise": Exercise(code=str(values.get("code", ""))),
            "t": _texts(words),
            "spoken": _for_the_script(words),
            "language": language,
            "tag": tag(language),
            "direction": direction(language),
            "languages": offered(self.languages, language, path),
            "address": address,
            "cards": _cards(self.entries, self.youngest, words),
            "gone": _ended(words),
        }
        return _templates().get_template(template).render({**shared, **values})


@dataclass(frozen=True, slots=True)
class HelpCard:
    """Somebody to turn to, as a page shows it."""

    icon: str
    name: str
    contact: str
    what: str
    when: str


_texts = cache(pages_texts.texts)
_for_the_script = cache(pages_texts.for_the_script)
_ended = cache(pages_content.ended)
_symbol_said = lru_cache(10_000)(symbol_said)


@cache
def _cards(entries: tuple[Help, ...], youngest: int, words: Words) -> tuple[HelpCard, ...]:
    return tuple(_card(entry, words) for entry in help_for(entries, youngest))


def _card(entry: Help, words: Words) -> HelpCard:
    said = (entry.name, entry.contact, entry.what, entry.hours)
    name, contact, what, when = (words.of("help", entry.id, text) if text else "" for text in said)
    return HelpCard(_ICONS[entry.channel], name, contact, what, when)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["icon"] = lambda name: Markup(icon(name))  # noqa: S704
    return environment
