"""Problems in words: what is wrong, what was probably meant, and the line itself with a mark under it.

The words stand in `diagnostics/`, one page a code, with the terms they share in `diagnostics/terms.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.nodes import Mapping, Node, Scalar, read
from game.format.places import LINE_END

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from game.story.problem import Problem

_PAGES = Path(__file__).parent / "diagnostics"
_FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)
_EXAMPLE = re.compile(r"```(?:yaml)? ?([\w.]*)\n(.*?)\n```", re.DOTALL)
_FIRST = re.compile(r".*?[.!?](?=\s+[A-ZÅÄÖ”“]|$)", re.DOTALL)
_HOLE = re.compile(r"\{(\w+)(:term)?\}")
_FALLBACK = "en"
_LONGEST_VALUE = 120
_WIDEST_EXCERPT = 100


@dataclass(frozen=True, slots=True)
class Example:
    """An example on a page. `kind` says what it is: "" a piece of a story, "whole" all of one, "files" a listing of a folder,
    or the name of the file that it is a piece of.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a code: its name, its severity and its words by language, and examples where there can be any.

    `why` says in its first sentence why the problem matters, and in the others how to mend it.
    """

    code: str
    name: str
    severity: str
    what: dict[str, str]
    why: dict[str, str]
    meant: dict[str, str]
    failing: Example | None = None
    mended: Example | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, ready to be shown. Line and column count from 1; 0 means the whole file.

    `severity` is "error" or "warning"; `why` is one sentence; `meant` is "" when nothing near was found; `excerpt` is the
    line and a mark under it, "" when the file's text was not at hand.
    """

    file: str
    line: int
    column: int
    code: str
    severity: str
    what: str
    why: str
    meant: str
    excerpt: str


def page(code: str) -> Page:
    """The page of a code; FileNotFoundError when there is none."""
    return _page(code)


def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    return tuple(sorted(path.stem for path in _PAGES.glob("*.md")))


def explained(code: str, language: str = "sv") -> str:
    """All that is known of a code, in a language; FileNotFoundError when there is no such code."""
    known = _page(code)
    labels = _labels(language)
    shown = [
        f"{code} {known.name} ({labels[known.severity]})",
        _HOLE.sub(lambda hole: f"‹{hole[1]}›", _in(known.what, language)),
        _in(known.why, language),
    ]
    for label, example in ((labels["fails"], known.failing), (labels["mended"], known.mended)):
        if example:
            shown += [label, "\n".join(f"    {line}".rstrip() for line in example.text.split("\n"))]
    return "\n\n".join(shown)


def _labels(language: str) -> dict[str, str]:
    names = ("error", "warning", "fails", "mended")
    return {name: _in(_terms()[name], language) for name in names}


def render(problem: Problem, language: str = "sv", sources: Map[str, str] | None = None) -> Diagnostic:
    """A problem in a language (English where the language is missing).

    `sources` has the text of files by the name that places carry.
    """
    known = _page(problem.code)
    values = dict(problem.values)
    at = problem.at
    source = (sources or {}).get(at.file)
    return Diagnostic(
        file=at.file,
        line=at.line,
        column=at.column,
        code=problem.code,
        severity=known.severity,
        what=_filled(known.what, values, language),
        why=first_sentence(_in(known.why, language)),
        meant=_filled(known.meant, values, language) if all(map(values.get, _holes(known.meant))) else "",
        excerpt=_excerpt(source, at.line, at.column) if source is not None and at.line else "",
    )


def format_text(diagnostic: Diagnostic) -> str:
    """`file:line:column: error F201 …`, and under it the line with its mark, what was meant, and why it matters."""
    shown = diagnostic
    first = (
        f"{_printable(shown.file)}:{shown.line}:{shown.column}: {shown.severity} {shown.code} {shown.what}"
    )
    sentences = (f"    {each}" for each in (shown.meant, shown.why) if each)
    return "\n".join([first, *([shown.excerpt] if shown.excerpt else []), *sentences])


def first_sentence(text: str) -> str:
    """The first sentence of a text; what stands in brackets or quotation marks does not end it."""
    found = _FIRST.match(text)
    return found[0] if found else text


@cache
def _page(code: str) -> Page:
    found = _FRONT.fullmatch((_PAGES / f"{code}.md").read_text(encoding="utf-8"))
    assert found, f"{code}.md has no front matter"
    front = _mapping(read(found[1], f"{code}.md").value)
    examples = [Example(kind, text) for kind, text in _EXAMPLE.findall(found[2])]
    return Page(
        code=_text(front["code"]),
        name=_text(front["name"]),
        severity=_text(front["severity"]),
        what=_texts(front["what"]),
        why=_texts(front["why"]) if "why" in front else {},
        meant=_texts(front["meant"]) if "meant" in front else {},
        failing=examples[0] if examples else None,
        mended=examples[1] if len(examples) > 1 else None,
    )


@cache
def _terms() -> dict[str, dict[str, str]]:
    name = "terms.yaml"
    tree = read((_PAGES / name).read_text(encoding="utf-8"), name)
    return {term: _texts(node) for term, node in _mapping(tree.value).items()}


def _mapping(node: Node | None) -> dict[str, Node]:
    assert isinstance(node, Mapping)
    return {key.text: value for key, value in node.items}


def _text(node: Node) -> str:
    assert isinstance(node, Scalar)
    return node.text


def _texts(node: Node) -> dict[str, str]:
    return {language: _text(text) for language, text in _mapping(node).items()}


def _holes(templates: dict[str, str]) -> set[str]:
    return {hole[1] for template in templates.values() for hole in _HOLE.finditer(template)}


def _filled(templates: dict[str, str], values: dict[str, str], language: str) -> str:
    def fill(hole: re.Match[str]) -> str:
        value = values.get(hole[1], "")
        term = _terms().get(value, {}) if hole[2] else {}
        return _printable(_in(term, language) or value)[:_LONGEST_VALUE]

    return _HOLE.sub(fill, _in(templates, language))


def _in(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get(_FALLBACK, "")


def _printable(text: str) -> str:
    """The text without what a terminal would obey or hide; a tab is shown as an arrow."""
    return "".join("→" if char == "\t" else char if char.isprintable() else "\ufffd" for char in text)


def _excerpt(source: str, line: int, column: int) -> str:
    """The line, cut around the column when it is long, and a mark under the column."""
    lines = LINE_END.split(source)
    text = _printable(lines[line - 1]) if line <= len(lines) else ""
    start = max(0, column - _WIDEST_EXCERPT // 2) if len(text) > _WIDEST_EXCERPT else 0
    gutter = f"{line:>6} | "
    mark = " " * (column - 1 - start)
    return f"{gutter}{text[start : start + _WIDEST_EXCERPT]}\n{'| ':>{len(gutter)}}{mark}^"
