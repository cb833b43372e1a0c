"""Refreshes the templates in `locale/` and every translation: `python -m game.tools.update_messages`.

With languages as arguments (`so`, `sv@lattlast`) their files are begun where they are missing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import list_stories, load_story, load_vocabulary
from game.messages.interface import interface_texts
from game.messages.merge import merged
from game.messages.sources import Source, help_texts, place_texts, sign_texts, story_texts
from game.messages.template import begun, template
from game.resources import LOCALE, SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = Path(__file__).resolve().parents[1]


class NotReadableError(Exception):
    """Texts cannot be collected: a story has problems, or code shows a text that nobody accounts for."""


def shipped_sources(scenarios: Path = SCENARIOS, package: Path = PACKAGE) -> dict[str, tuple[Source, ...]]:
    """All there is to translate, by domain: `ui`, `signs`, `help`, `places`, then the stories by their names."""
    interface = interface_texts(package)
    if interface.unaccounted:
        raise NotReadableError(
            "not a text, and in no table of game/messages/interface.py:\n" + _listed(interface.unaccounted)
        )
    vocabulary = load_vocabulary(scenarios).value
    assert vocabulary is not None, "there always is a vocabulary"
    domains = {
        "ui": interface.sources,
        "signs": tuple(sign_texts(vocabulary.signs)),
        "help": tuple(help_texts(vocabulary.help)),
        "places": tuple(place_texts({name: place.alt for name, place in vocabulary.places.items()})),
    }
    for name in list_stories(scenarios):
        loaded = load_story(scenarios / name, vocabulary)
        if loaded.value is None:
            raise NotReadableError(f"{name} has problems; see `beratta check`")
        domains[name] = tuple(story_texts(loaded.value))
    return domains


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)


def templates(domains: dict[str, tuple[Source, ...]]) -> dict[str, str]:
    """The text of each domain's template."""
    return {domain: template(domain, sources) for domain, sources in domains.items()}


def update(locale: Path, pots: dict[str, str], begin: Sequence[str] = ()) -> tuple[Path, ...]:
    """Writes templates and translations into a folder of languages; gives the files that changed."""
    there = [folder.parent.name for folder in sorted(locale.glob("*/LC_MESSAGES"))]
    changed = []
    for domain, pot in pots.items():
        texts = {locale / f"{domain}.pot": pot}
        for language in dict.fromkeys((*there, *begin)):
            path = locale / language / "LC_MESSAGES" / f"{domain}.po"
            now = path.read_text(encoding="utf-8") if path.exists() else begun(domain, language)
            texts[path] = merged(now, pot)
        changed += [path for path, text in texts.items() if _write(path, text)]
    return tuple(changed)


def _write(path: Path, text: str) -> bool:
    """Whether there was anything to write."""
    data = text.encode()
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def main(arguments: Sequence[str]) -> int:
    """0 when all is up to date, 1 when the texts cannot be collected."""
    try:
        pots = templates(shipped_sources())
    except NotReadableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in update(LOCALE, pots, arguments):
        sys.stdout.write(f"{path.relative_to(LOCALE.parent)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
