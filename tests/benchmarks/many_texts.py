"""A story of very many texts, as its translator's files: extracted, merged, edited by its author and merged again."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from game.messages.catalog import po_file
from game.messages.merge import merged
from game.messages.sources import story_texts
from game.messages.template import begun, template
from game.story.model import About, Goto, Line, LineKind, Person, Scene, Story
from game.tools.messages_status import counted
from game.tools.translatable import Shelf
from tests.benchmarks import generated_words as said
from tests.benchmarks.sampling import peak_memory

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "tusen-och-en"
LINES = 25
"""Lines in a scene."""
EDITED = 50
"""One line of so many is edited: 2 %."""


def story(scenes: int) -> Story:
    """So many scenes of 25 lines, no two of them alike in one scene."""
    chance = random.Random(1)
    written = {f"scen_{number}": _scene(f"scen_{number}", chance) for number in range(scenes)}
    about = About(
        NAME, "Tusen och en", 13, 15, 5, "Länge.", "Oro.", ("control",), ("partner",), "friend", "draft"
    )
    cast = {who: Person(who, who.title()) for who in ("alva", "hawa")}
    return Story(about, "hawa", cast, {}, (), "scen_0", written)


def _scene(name: str, chance: random.Random) -> Scene:
    texts: dict[str, None] = {}
    while len(texts) < LINES:
        texts[f"{said.narration(chance)} {said.speech(chance)}"] = None
    lines = tuple(Line(LineKind.SPEECH, text, chance.choice(("alva", "hawa"))) for text in texts)
    return Scene(name, "schoolyard", lines, Goto(()))


def edited(before: Story) -> Story:
    """The story after its author's next day: one line of fifty is changed, moved to another scene, new, or gone."""
    chance = random.Random(2)
    names = list(before.scenes)
    lines = {name: list(scene.lines) for name, scene in before.scenes.items()}
    places = [(name, number) for name in names for number in range(LINES)]
    # From the end, so that the numbers before stay what they are.
    for turn, (name, number) in enumerate(sorted(chance.sample(places, len(places) // EDITED), reverse=True)):
        line = lines[name].pop(number)
        match turn % 4:
            case 0:
                text = line.text.rsplit(" ", 1)[0] + " i alla fall."
                lines[name].insert(number, replace(line, text=text))
            case 1:
                lines[chance.choice(names)].append(line)
            case 2:
                new = f"{said.speech(chance)} {said.narration(chance)}"
                lines[name][number:number] = [line, replace(line, text=new)]
            case _:
                pass
    scenes = {name: replace(scene, lines=tuple(lines[name])) for name, scene in before.scenes.items()}
    return replace(before, scenes=scenes)


def extracted(whole: Story) -> str:
    return template(NAME, story_texts(whole))


def translated(pot: str) -> str:
    """A file in which everything is said, and nothing waits."""
    po = polib.pofile(merged(begun(NAME, "en", date(2026, 11, 26)), pot), wrapwidth=0)
    for entry in po:
        entry.msgstr = entry.msgid.upper()
    return f"{po}\n"


def took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ours(scenes: int) -> dict[str, object]:
    """Seconds for what an author and a translator ask for, each once, and what polib alone needs for the same file."""
    whole = story(scenes)
    pot, after = extracted(whole), extracted(edited(whole))
    po = translated(pot)
    with tempfile.TemporaryDirectory() as root:
        shelf = _shelf(Path(root), po, after)
        return {
            "texts": len(polib.pofile(pot)),
            "mb": len(po.encode()) / 1e6,
            "extract": took(lambda: extracted(whole)),
            "same": took(lambda: merged(po, pot)),
            "edited": took(lambda: merged(po, after)),
            "status": took(lambda: counted(shelf, "en")),
            "readable": counted(shelf, "en").domains[0].line is None,
            "polib": took(lambda: str(polib.pofile(po, wrapwidth=0))),
            "peak": peak_memory(),
        }


def gettext(scenes: int, patience: int) -> dict[str, object]:
    """Seconds that `msgmerge` takes for the same edit, with its guesses and without; None after so many seconds."""
    program = shutil.which("msgmerge")
    if program is None:
        return {}
    whole = story(scenes)
    pot, after = extracted(whole), extracted(edited(whole))
    with tempfile.TemporaryDirectory() as root:
        shelf = _shelf(Path(root), translated(pot), after)
        files = [str(po_file(shelf.locale, "en", NAME)), str(shelf.locale / f"{NAME}.pot")]
        command = [program, "--quiet", "--no-wrap", "--output-file", os.devnull, *files]
        return {
            "guessing": _waited([*command, "--previous"], patience),
            "exact": _waited([*command, "--no-fuzzy-matching"], patience),
        }


def _waited(command: list[str], patience: int) -> float | None:
    began = time.perf_counter()
    try:
        subprocess.run(command, check=True, timeout=patience)
    except subprocess.TimeoutExpired:
        return None
    return time.perf_counter() - began


def _shelf(root: Path, po: str, pot: str) -> Shelf:
    path = po_file(root, "en", NAME)
    path.parent.mkdir(parents=True)
    path.write_text(po, encoding="utf-8")
    (root / f"{NAME}.pot").write_text(pot, encoding="utf-8")
    return Shelf(root, root, {NAME: root / NAME}, shared=False)


def main(kind: str, *numbers: str) -> dict[str, object]:
    match kind, [int(number) for number in numbers]:
        case "ours", [scenes]:
            return ours(scenes)
        case "gettext", [scenes, patience]:
            return gettext(scenes, patience)
        case _:
            raise ValueError(kind)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])), flush=True)
