"""What the stories of an edition share: their covers, places, icons, languages, help, signs and the page's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.help import help_cards
from game.screens.hidden import task
from game.screens.start import TITLE_STAGE, cover
from game.story.library import TEENS
from game.story.resume import SIGNS
from game.tools.web.dolls import Dolls, tidied
from game.tools.web.phrases import phrases, plurals
from game.tools.web.searches import search_words, searches
from game.view.art import ICONS
from game.view.layouts.people import STANDING
from game.view.palettes import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.screens import model
    from game.screens.page import Stage
    from game.screens.words import Words
    from game.story.library import Help
    from game.story.model import About
    from game.tools.web import edition_shared as edition
    from game.view.rig import Rig

TASKS = 64
"""So many exercises there are before the first one comes again."""


def file_code(code: str) -> str:
    """A language's code as it stands in file names and addresses."""
    return code.replace("@", "-")


def language(of: model.Language) -> edition.Language:
    """A language as browsers know it: easy Swedish is Swedish to a screen reader."""
    return {
        "code": file_code(of.code),
        "tag": of.code.partition("@")[0].replace("_", "-"),
        "name": of.name,
        "dir": "rtl" if of.rtl else "ltr",
        "draft": of.draft,
    }


def shelf(
    library: model.Library, marks: Mapping[str, str], rig: Rig, places: Mapping[str, str]
) -> edition.Shelf:
    """What is needed first. `marks` are those of the stories in the edition, `places` the addresses of the places in it."""
    dolls = Dolls(rig)
    there = [about for about in library.abouts if about.id in marks]
    found, likes = searches(there)
    return {
        "languages": [language(each) for each in library.languages],
        "stories": [_head(about, marks[about.id], dolls) for about in there],
        "title": _picture(TITLE_STAGE, dolls),
        "art": dolls.art(),
        "places": {place: _place(library, place, src) for place, src in places.items()},
        "lights": {name: [round(part / 255, 3) for part in light] for name, light in LIGHTS.items()},
        "icons": {
            path.stem: tidied(path.read_text(encoding="utf-8")).replace("#000000", "currentColor")
            for path in sorted(ICONS.glob("*.svg"))
        },
        "tasks": [[*task(number)] for number in range(TASKS)],
        "signs": SIGNS,
        "teens": TEENS,
        "searches": found,
        "likes": likes,
    }


def ui(of: model.Language, library: model.Library, abouts: Iterable[About], words: Words) -> edition.Ui:
    """The words of a language, for these stories."""
    signs, there = library.signs, list(abouts)
    return {
        "language": language(of),
        "words": phrases(words),
        "plurals": plurals(words),
        "help": [_help(entry, words) for entry in library.help if entry.confirmed],
        "forms": {
            form.id: {
                "label": words.of("signs", "form", form.label),
                "about": words.of("signs", "form", form.about),
                "icon": form.icon,
            }
            for form in signs.forms.values()
        },
        "signs": {
            sign.id: {
                "label": words.of("signs", "sign", sign.label),
                "form": sign.form,
                "young": words.of("signs", "sign", sign.told(0)) if sign.told(0) else "",
                "older": words.of("signs", "sign", sign.older) if sign.older else "",
            }
            for sign in signs.signs.values()
        },
        "alts": {place: words.of("places", place, alt) for place, alt in library.alts.items()},
        "heads": {about.id: _head_words(about, words) for about in there},
        "search": search_words(there, signs, words),
    }


def _head(about: About, mark: str, dolls: Dolls) -> edition.Head:
    return {
        "id": about.id,
        "mark": mark,
        "youngest": about.youngest,
        "oldest": about.oldest,
        "minutes": about.minutes,
        "role": about.role,
        "cover": _picture(cover(about), dolls),
    }


def _picture(stage: Stage, dolls: Dolls) -> edition.Picture:
    return {"place": stage.place, "people": [dolls.look(figure) for figure in stage.figures]}


def _place(library: model.Library, place: str, src: str) -> edition.Place:
    stands = library.stands.get(place, STANDING)
    return {"src": src, "light": library.lights.get(place, "day"), "stand": [[*each] for each in stands]}


def _head_words(about: About, words: Words) -> edition.HeadWords:
    return {
        "title": words.of(about.id, "about", about.title),
        "summary": words.of(about.id, "about", about.summary),
        "notes": words.of(about.id, "about", about.notes),
        "you": words.of(about.id, "cast", about.you),
        "whole": words.complete(about.id),
    }


def _help(entry: Help, words: Words) -> edition.HelpEntry:
    (card,) = help_cards((entry,), words)
    return {
        "id": entry.id,
        "channel": entry.channel.value,
        "name": card.title,
        "contact": card.tag,
        "what": card.text,
        "small": card.small,
        "youngest": entry.youngest,
        "oldest": entry.oldest,
    }
