"""A map as a flowchart for Mermaid, which pages such as a project's wiki draw by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.story.chart import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.tools.graph_words import Path, Scenery, Worded

_STYLES = """
  classDef scene fill:#FFFFFF,stroke:#CDBFE0,color:#2A2140
  classDef often fill:#D6C9E8,stroke:#CDBFE0,color:#2A2140
  classDef start fill:#FFF1CC,stroke:#D99B1E,stroke-width:4px,color:#2A2140
  classDef ending fill:#FFFFFF,stroke:#4C2F6B,stroke-width:4px,color:#4C2F6B
  classDef lost fill:#FDE3DC,stroke:#C8432C,stroke-width:3px,stroke-dasharray:8 5,color:#2A2140
""".strip("\n")
OFTEN = 0.5


def mermaid(map_: Worded, words: Words, language: str) -> str:
    """The whole file, in the order of the story. Scenes are called s0, s1 …, since some names mean something there."""
    names = {scene.id: f"s{number}" for number, scene in enumerate(map_.scenes)}
    rows = [f"%% {language}", "flowchart TD", _STYLES]
    rows += [f"  {names[scene.id]}{_scene(scene, words)}:::{_class(scene)}" for scene in map_.scenes]
    rows += [f"  {names[path.source]} {_path(path)} {names[path.target]}" for path in map_.paths]
    rows += _colours(map_.paths)
    return "\n".join(rows) + "\n"


def _safe(text: str) -> str:
    """Letters, digits and spaces as they are, everything else by its number: nothing is left that Mermaid could read."""
    return "".join(each if each.isalnum() or each == " " else f"#{ord(each)};" for each in text)


def _scene(scene: Scenery, words: Words) -> str:
    tag = words.ui("Start") if scene.start else ""
    rows = (tag, scene.id, scene.ending, " · ".join(filter(None, (scene.detail, scene.passed))))
    label = "<br/>".join(_safe(row) for row in rows if row)
    return f'(["{label}"])' if scene.ending else f'("{label}")'


def _class(scene: Scenery) -> str:
    if not scene.reached:
        return "lost"
    if scene.ending:
        return "ending"
    if scene.start:
        return "start"
    return "often" if (scene.share or 0) >= OFTEN else "scene"


def _path(path: Path) -> str:
    label = f'|"{_safe(path.label)}"|' if path.label else ""
    return _arrow(path) + label


def _arrow(path: Path) -> str:
    match path.kind:
        case Kind.TELLING:
            return "-.->" if path.conditional else "==>"
        case Kind.DISMISSAL:
            return "-.-x" if path.conditional else "--x"
        case Kind.WAIT:
            return "-.->"
        case Kind.CHOICE | Kind.GOTO:
            return "-.->" if path.conditional else "-->"
        case _:
            assert_never(path.kind)


def _colours(paths: tuple[Path, ...]) -> Iterator[str]:
    """Ways that lead to an adult are teal, those that nobody can take coral; the others as they come."""
    told = [n for n, path in enumerate(paths) if path.kind in {Kind.TELLING, Kind.DISMISSAL} and path.reached]
    never = [n for n, path in enumerate(paths) if not path.reached]
    for numbers, colour in ((told, "#13756D"), (never, "#C8432C")):
        if numbers:
            yield f"  linkStyle {','.join(map(str, numbers))} stroke:{colour}"
