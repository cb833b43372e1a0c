"""The scripts that hold an edition's data: each one call, `Beratta.data(kind, name, value)`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.tools.web.edition_shared import Shelf, Ui
    from game.tools.web.stories import Told

_SAFE = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What could end a script inside a page, or a line inside a script."""


def data_scripts(shelf: Shelf, languages: Mapping[str, Ui], stories: Mapping[str, Told]) -> dict[str, str]:
    """Each script by its path in the edition."""
    scripts = {"data/shelf.js": _call("shelf", "", shelf)}
    for code, ui in languages.items():
        scripts[f"data/ui.{code}.js"] = _call("ui", code, ui)
    for name, told in stories.items():
        scripts[f"data/story.{name}.js"] = _call("story", name, told.story)
        scripts[f"data/story.{name}.art.js"] = _call("art", name, told.art)
        scripts[f"data/story.{name}.codes.js"] = _call("codes", name, told.resuming)
        for code, texts in told.texts.items():
            scripts[f"data/story.{name}.{code}.js"] = _call("texts", f"{name}.{code}", texts)
    return scripts


def _call(kind: str, name: str, value: object) -> str:
    arguments = ",".join(_json(each) for each in (kind, name, value))
    return f"Beratta.data({arguments});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)
