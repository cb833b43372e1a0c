"""The same figures as data, for `beratta stats --format json`: names in English, texts as they are in the story."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from game.checks.reading_level import target
from game.format.words import CONTEXTS
from game.story.coverage import covered, holes
from game.story.library import GREY, HEALTHY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.library import Signs
    from game.story.model import About
    from game.story.route_lengths import Spread
    from game.story.routes import Routes
    from game.story.vignettes import Vignettes
    from game.tools.stats_story import Figures

Data: TypeAlias = "dict[str, object]"


def stories(found: Iterable[Figures]) -> str:
    """The figures of stories."""
    return _written({"stories": [_story(each) for each in found]})


def coverage(abouts: Sequence[About], signs: Signs, vignettes: Vignettes, unread: Sequence[str]) -> str:
    """What all stories are about: every cell of the table, with the ids of its stories; `unread` could not be read.

    `untold` has the forms that no story for an age is about, and why that is right.
    """
    cells = covered(abouts, tuple(signs.forms), CONTEXTS)
    return _written(
        {
            "stories": [_about(each) for each in abouts],
            "coverage": [
                {
                    "ages": [cell.age.youngest, cell.age.oldest],
                    "context": cell.context,
                    "form": cell.form,
                    "stories": cell.stories,
                }
                for cell in cells
            ],
            "untold": [
                {
                    "ages": [hole.age.youngest, hole.age.oldest],
                    "form": hole.form,
                    "why": hole.why,
                    "vignettes": hole.judged,
                    "from": signs.forms[hole.form].youngest,
                }
                for hole in holes(abouts, signs.forms.values(), vignettes)
            ],
            "unread": unread,
            "cells": len(cells),
            "holes": sum(not cell.stories for cell in cells),
        }
    )


def _written(data: Data) -> str:
    # ASCII, so that no terminal can lose a letter of it.
    return json.dumps(data, indent=2) + "\n"


def _about(of: About) -> Data:
    return {
        "id": of.id,
        "title": of.title,
        "ages": [of.youngest, of.oldest],
        "contexts": of.contexts,
        "forms": of.forms,
        "minutes": of.minutes,
    }


def _story(of: Figures) -> Data:
    counted = of.tally
    return {
        **_about(of.story.about),
        "scenes": counted.scenes,
        "lines": counted.lines,
        "words": {
            "all": counted.words.all,
            "lines": counted.words.lines,
            "choices": counted.words.choices,
            "whys": counted.words.whys,
            "endings": counted.words.endings,
            "eyes": counted.words.eyes,
        },
        "states": of.states,
        "complete": of.complete,
        "routes": _routes(of.routes) if of.routes else None,
        "speakers": [
            {"who": each.who, "lines": each.lines, "messages": each.messages, "words": each.words}
            for each in counted.speakers
        ],
        "lix": {
            "whole": round(counted.lix, 1),
            "target": target(of.story.about.youngest),
            "scenes": [
                {"scene": each.scene, "lix": round(each.lix, 1), "words": each.words}
                for each in counted.readings
            ],
        },
        "lines_by_sign": counted.signs,
        "lines_by_form": _forms(of),
        HEALTHY: counted.signs.get(HEALTHY, 0),
        GREY: counted.signs.get(GREY, 0),
    }


def _forms(of: Figures) -> dict[str, int]:
    lines = dict.fromkeys(of.signs.forms, 0)
    for sign, count in of.tally.signs.items():
        form = of.signs.form_of(sign)
        if form:
            lines[form.id] += count
    return lines


def _routes(of: Routes) -> Data:
    return {
        "count": of.count,
        "tried": of.tried,
        "seconds": _spread(of.seconds),
        "words": _spread(of.words),
        "decisions": _spread(of.decisions),
        "endings": [
            {
                "scene": each.scene,
                "title": each.title,
                "share": round(each.share, 4),
                "ways": each.ways,
                "fewest": each.fewest,
            }
            for each in of.endings
        ],
        "telling": {
            "after": _spread(of.telling.after) if of.telling.after else None,
            "choices": of.telling.choices,
            "leading": of.telling.leading,
            "far": {"scene": of.telling.far[0], "decisions": of.telling.far[1]} if of.telling.far else None,
        },
    }


def _spread(of: Spread) -> Data:
    return {"shortest": of.shortest, "median": of.median, "longest": of.longest}
