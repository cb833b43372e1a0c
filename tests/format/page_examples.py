"""What is said of the examples on the pages of codes, each as the kind of file that its fence names.

A fence without a word has a piece of the base story, tests/cases/good/rasten.yaml, and `whole` all of a story. The others:

- `po` has an entry of the base story's English, and `plan` a plan for the base story.
- `help.yaml`, `released.yaml`, `places.yaml`, `municipality.yaml` and a school's `beratta.yaml` have all of such a file.
- `signs.yaml`, `rig.yaml` and `vignettes.yaml` have a piece of the shipped file: what it does not mention stays.
- `svg` has the picture of a place.
- `files` lists a folder, a file a line, by its path from the folder of the game:

      scenarios/rasten/story.yaml                    the file as it should be
      scenarios/rasten/story.yaml/                   a folder of that name
      scenarios/rasten/story.yaml -> ../other.yaml   a link
      scenarios/rasten/story.yaml (9 MB)             so large
      scenarios/rasten/story.yaml (UTF-16)           saved so
      scenarios/rasten/story.yaml:                   with what the lines below have, two steps in

  A folder that is listed has only the files that are listed; of `portraits/` only what is otherwise is listed. What is in
  a story, `signs.yaml`, `rig.yaml`, `vignettes.yaml` or a translation is a piece, as it is where it stands alone; the easy
  Swedish says what the story says until an example says it otherwise.

A line that ends with `# × 70` stands for seventy such lines, in any kind.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from game.checks import help_dates, municipal_dates
from game.checks.compatibility import lost
from game.checks.everything import LAYOUT_CODES
from game.checks.pictures import alt_problems, place_problems
from game.checks.subject import Shared
from game.format.load import STORY_FILE, story_from_text
from game.format.municipalities import municipality_from_text
from game.format.nodes import read
from game.format.plans import SUFFIX, plan_problems
from game.format.reading import Reading
from game.format.released import released_from_text
from game.format.vocabulary import help_entries, places
from game.resources import SCENARIOS
from game.tools.check_files import Scope, checked
from game.tools.school_rows import school_from_text
from tests.checks import translated
from tests.format.stories import BASE, TODAY, VOCABULARY, all_problems, base_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.format.diagnostics import Example
    from game.story.model import Story
    from game.story.problem import Problem

PIECES = {
    "signs.yaml": "scenarios/help.yaml\nscenarios/signs.yaml:\n",
    "rig.yaml": "scenarios/portraits/rig.yaml:\n",
    "vignettes.yaml": "scenarios/help.yaml\nscenarios/signs.yaml\nscenarios/vignettes.yaml:\n",
}
"""The files that an example may have a piece of, and the listing that goes before it."""

PLAN = "choose: Fråga\nsee: Det känns i magen.\ntell: samira, Det gäller en kompis\nend: Två som vet\n"
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1366 768">'
    '<rect width="1366" height="768" fill="#DDEFEA"/></svg>'
)

_REPEATED = re.compile(r"^(.*?) *# × (\d+)$", re.MULTILINE)
_SAYS = re.compile(r'^(msgid (".+")\n)msgstr ".*"$', re.MULTILINE)
_UNITS = {"kB": 1_000, "MB": 1_000_000}
_LISTED = re.compile(
    r"""(?P<path>[^\s:()]+?)
    (?: (?P<folder>/) | [ ]->[ ](?P<link>\S+) | [ ]\((?P<size>\d+)[ ](?P<unit>kB|MB)\) | [ ]\((?P<saved>\S+)\) | (?P<with>:) )?""",
    re.VERBOSE,
)


def example_problems(example: Example, code: str, folder: Path) -> Sequence[Problem]:
    """What is said of an example; `folder` is an empty one, for those that list files."""
    layout = code.startswith(LAYOUT_CODES)
    text = _REPEATED.sub(lambda line: "\n".join([line[1]] * int(line[2])), example.text)
    match example.kind:
        case "help.yaml" | "released.yaml" | "places.yaml":
            return _of_yaml(example.kind, text)
        case "signs.yaml" | "rig.yaml" | "vignettes.yaml":
            return _of_files(_listed(PIECES[example.kind] + indent(text, "  ")), folder)
        case "files":
            return _of_files(_listed(text), folder)
        case "po":
            return translated.told(text)
        case "plan":
            return plan_problems(base_story(), text, "kort.plan")
        case "municipality.yaml":
            found = municipality_from_text(text)
            return [*found.problems, *(municipal_dates.problems(found.value, TODAY) if found.value else ())]
        case "beratta.yaml":
            return school_from_text(text, Path(example.kind)).problems
        case "svg":
            return list(place_problems(text, "picture.svg"))
        case "whole":
            return all_problems(text)
        case _:
            assert not example.kind, f"no example is of the kind {example.kind}"
            return all_problems(base_with(text), layout=layout)


def base_story() -> Story:
    """The story that examples are pieces of."""
    story = story_from_text(BASE, VOCABULARY).value
    assert story
    return story


def _of_yaml(kind: str, text: str) -> Sequence[Problem]:
    if kind == "released.yaml":
        story, released = base_story(), released_from_text(text).value
        assert released
        return list(lost(story, released, story.at))
    tree = read(text, kind).value
    assert tree
    reading = Reading()
    if kind == "places.yaml":
        return list(alt_problems(places(reading, tree), text))
    entries = help_entries(reading, tree)
    shared = Shared(Path(), replace(VOCABULARY, help=entries), TODAY, {kind: text})
    return [*reading.problems, *help_dates.problems(shared)]


# --- files -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Listed:
    """One line of a listing, and what stands below it."""

    path: str
    inside: str = ""
    folder: bool = False
    link: str = ""
    size: int = 0
    saved: str = "utf-8"


def _listed(text: str) -> Iterator[_Listed]:
    for entry in re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]:
        line, _, below = entry.partition("\n")
        found = _LISTED.fullmatch(line)
        assert found, f"this is no line of a listing: {line}"
        assert bool(found["with"]) == bool(below.strip()), f"this has a colon or lines below it: {line}"
        yield _Listed(
            path=found["path"],
            inside=dedent(below),
            folder=bool(found["folder"]),
            link=found["link"] or "",
            size=int(found["size"]) * _UNITS[found["unit"]] if found["size"] else 0,
            saved=found["saved"] or "utf-8",
        )


def _of_files(listed: Iterable[_Listed], folder: Path) -> Sequence[Problem]:
    """What `beratta check` says of the stories that are listed, and of what they share where there are none."""
    files = tuple(listed)
    scenarios = folder / "scenarios"
    stories = sorted({scenarios / name for each in files if (name := _story_in(each.path))})
    # The pictures are looked at with what stories share only.
    left_out = [
        *(path.parent.name for path in SCENARIOS.glob("*/story.yaml")),
        *(["*.svg"] if stories else []),
    ]
    shutil.copytree(SCENARIOS, scenarios, ignore=shutil.ignore_patterns(*left_out))
    for there in {(folder / each.path).parent for each in files}:
        if there != scenarios / "portraits" and scenarios / "portraits" not in there.parents:
            _empty(there)
    for each in files:
        _make(each, folder)
    scope = Scope(TODAY, layout=False)
    return [
        told for path in stories or [scenarios] for each in checked(path, scope) for told in each.problems
    ]


def _story_in(path: str) -> str:
    """The name of the story that a file belongs to; "" for what stories share."""
    found = re.match(r"scenarios/([^/]+)/", path)
    return found[1] if found and found[1] not in {"places", "portraits"} else ""


def _empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()


def _make(listed: _Listed, root: Path) -> None:
    path = root / listed.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if listed.folder:
        path.mkdir()
    elif listed.link:
        _link(path, listed.link)
    else:
        raw = _text(listed).encode(listed.saved)
        path.write_bytes(raw.ljust(listed.size, b"\n"))


def _link(path: Path, target: str) -> None:
    try:
        path.symlink_to(target)
    except (OSError, NotImplementedError):
        pytest.skip("this computer makes no links")
    if target != path.name and not path.exists():
        (path.parent / target).parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BASE, encoding="utf-8")


def _text(listed: _Listed) -> str:
    """What stands in a file that is listed."""
    name = listed.path.rpartition("/")[2]
    shipped = SCENARIOS.parent / listed.path
    if name.casefold() == STORY_FILE:
        return base_with(listed.inside) if listed.inside else BASE
    if name.endswith(".po"):
        easy = _SAYS.sub(r"\1msgstr \2", translated.PO)
        return translated.po_with(listed.inside, easy if "@lattlast" in listed.path else translated.PO)
    if name in PIECES and listed.inside:
        return laid(shipped.read_text(encoding="utf-8"), listed.inside)
    if listed.inside:
        return listed.inside
    if name.endswith(SUFFIX):
        return PLAN
    if not shipped.is_file() and "/portraits/" in listed.path:
        shipped = min(shipped.parent.glob("*.svg"))
    if shipped.is_file():
        return shipped.read_text(encoding="utf-8")
    return DRAWN if name.endswith(".svg") else "Det här är bara till för mig.\n"


def laid(whole: str, piece: str) -> str:
    """A file of keys with a piece of it laid over: an entry takes the place of the one by its name."""
    depth = len(piece) - len(piece.lstrip())
    entry = re.compile(rf"^(?= {{{depth}}}[^\s#])", re.MULTILINE)
    entries = {part.split(":", 1)[0].strip(): part for part in entry.split(whole)}
    for part in entry.split(piece)[1:]:
        name = part.split(":", 1)[0].strip()
        head, _, below = part.partition("\n")
        before, _, after = entries.get(name, "").partition("\n")
        if head.endswith(":") and before.endswith(":"):
            entries[name] = f"{before}\n{laid(after, below)}"
        else:
            entries[name] = f"{part.rstrip()}\n"
    return "".join(entries.values())
