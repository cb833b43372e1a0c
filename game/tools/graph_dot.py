"""A map as a file for Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.story.chart import Kind
from game.tools.graph_marks import tint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.tools.graph_words import Path, Scenery, Worded


def dot(map_: Worded, words: Words, language: str) -> str:
    """The whole file, in the order of the story."""
    head = (
        f"digraph {_quoted(map_.title)} {{",
        f"  // {language}",
        f'  graph [rankdir=TB, bgcolor="#FBEFDD", label={_quoted(f"{map_.title}: {map_.summary}")}, labelloc=t];',
        '  node [shape=box, style="rounded,filled", color="#CDBFE0", fontname="Atkinson Hyperlegible Next, sans-serif"];',
        '  edge [color="#7A6A96", fontname="Atkinson Hyperlegible Next, sans-serif", fontsize=11];',
    )
    scenes = (f"  {_quoted(scene.id)} [{_scene(scene, words)}];" for scene in map_.scenes)
    paths = (f"  {_quoted(path.source)} -> {_quoted(path.target)} [{_path(path)}];" for path in map_.paths)
    return "\n".join((*head, *scenes, *paths, "}")) + "\n"


def _quoted(text: str) -> str:
    r"""The text in quotation marks. A backslash before a letter would mean something (`\N`, `\l`), so each is doubled."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _scene(scene: Scenery, words: Words) -> str:
    tag = words.ui("Start") if scene.start else ""
    rows = (tag, scene.id, scene.ending, " · ".join(filter(None, (scene.detail, scene.passed))))
    label = "\\n".join(_quoted(row)[1:-1] for row in rows if row)
    given = [f'label="{label}"', f"tooltip={_quoted(scene.begins)}"]
    if not scene.reached:
        given += ['fillcolor="#FDE3DC"', 'color="#C8432C"', 'style="rounded,filled,dashed"']
    else:
        given.append(f'fillcolor="{tint(scene.share)}"')
    if scene.ending:
        given += ["peripheries=2", 'color="#4C2F6B"', 'fontcolor="#4C2F6B"']
    if scene.start:
        given += ['color="#D99B1E"', "penwidth=3"]
    return ", ".join(given)


def _path(path: Path) -> str:
    given = list(_looks(path))
    if path.conditional:
        given.append("style=dashed")
    if not path.reached:
        given.append('color="#C8432C"')
    return ", ".join([f"label={_quoted(path.label)}", f"edgetooltip={_quoted(path.said)}", *given])


def _looks(path: Path) -> Iterator[str]:
    match path.kind:
        case Kind.TELLING:
            yield 'color="#13756D", fontcolor="#0D5750", penwidth=3'
        case Kind.DISMISSAL:
            yield 'color="#13756D", fontcolor="#0D5750", arrowhead=tee'
        case Kind.WAIT:
            yield "style=dotted, penwidth=2"
        case Kind.GOTO:
            yield "penwidth=0.7"
        case Kind.CHOICE:
            return
        case _:
            assert_never(path.kind)
