"""Markup that is shown as it stands, since the game has none; quotations and brackets that do not close."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.checks.spots import excerpt, spot
from game.checks.typography import quotation_marks
from game.story.problem import Problem, problem
from game.story.texts import TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.texts import StoryText

_SUSPICIOUS = re.compile(r"[*_~`<>\[\](){}&#\\”]")

_HTML = "b|i|u|s|em|strong|br|p|span|font|div|a|h[1-6]|ul|ol|li|img|small|big|sub|sup|code|q|del|ins|mark|center|color|size"
_ENTITIES = "amp|lt|gt|quot|apos|nbsp|hellip|ndash|mdash|[lr]dquo|[lr]squo|[aouAOU]uml|[aA]ring|[eE]acute"


@dataclass(frozen=True, slots=True)
class Markup:
    """One kind: what it is called in `diagnostics/terms.yaml`, how it looks, and what remains without it.

    People who chat may write so where `chatty`.
    """

    kind: str
    looks: re.Pattern[str]
    remains: str
    chatty: bool = False


MARKUPS = (
    Markup("markup_bold", re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*"), r"\1"),
    Markup("markup_bold", re.compile(r"__(?=\S)([^_\n]+?)(?<=\S)__"), r"\1"),
    Markup(
        "markup_italic",
        re.compile(r"(?<![\w*:;])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"),
        r"\1",
        chatty=True,
    ),
    Markup(
        "markup_italic",
        re.compile(r"(?<![\w@/_])_(?=[^\W_])([^_\n]+?)(?<=[^\s_])_(?!\w)"),
        r"\1",
        chatty=True,
    ),
    Markup("markup_struck", re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~"), r"\1"),
    Markup("markup_link", re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)|\[\[([^\]\n]+)\]\]"), r"\1\2"),
    Markup("markup_heading", re.compile(r"\A#{1,6} +(?=\S)"), ""),
    Markup("markup_code", re.compile(r"(`{1,3})(?=\S)([^`\n]+?)(?<=\S)\1"), r"\2"),
    Markup("markup_tag", re.compile(rf"</?(?:{_HTML})(?:[ =][^<>\n]*)? ?/?>", re.IGNORECASE), ""),
    Markup(
        "markup_tag",
        re.compile(
            r"\[/?(?:b|i|u|s|url|img|color|size|quote|code|center|spoiler)(?:=[^\]\n]*)?\]", re.IGNORECASE
        ),
        "",
    ),
    Markup("markup_hole", re.compile(r"\$?\{\{? ?[\w/#][\w .#/=:|-]*\}?\}|%\(\w+\)[sd]|<<[^<>\n]+>>"), ""),
    Markup("markup_entity", re.compile(rf"&(?:{_ENTITIES}|#\d+|#x[0-9a-fA-F]+);"), ""),
    Markup(
        "markup_escape", re.compile(r"\\(?:[ntr](?!\w)|[\"'”*_#\\]|u[0-9a-fA-F]{4})|(?<=\w[.!?,])\\n"), ""
    ),
)
"""What other programs would take for bold, a link and so on. The first that is found is told."""


def problems(subject: Subject) -> Iterator[Problem]:
    """T470 for markup, T471 for a quotation and T472 for a bracket that does not close: each once for a text."""
    for text in subject.texts:
        if _SUSPICIOUS.search(text.text):
            yield from _of_text(subject, text)


def _of_text(subject: Subject, text: StoryText) -> Iterator[Problem]:
    chat = text.kind is TextKind.MESSAGE
    for markup in MARKUPS:
        found = None if chat and markup.chatty else markup.looks.search(text.text)
        if found:
            values = {
                "kind": markup.kind,
                "part": excerpt(found[0], 0),
                "meant": _without(markup, text.text, found),
            }
            yield problem("T470", spot(subject, text, found.start()), **values)
            break
    quoted = quotation_marks(text.text)
    if quoted.count("”") % 2:
        last = quoted.rindex("”")
        if not _inches(quoted, last):
            yield problem(
                "T471", spot(subject, text, min(last, len(text.text) - 1)), part=excerpt(text.text, last)
            )
    unmatched = None if chat else _unmatched(text.text)
    if unmatched is not None:
        yield problem("T472", spot(subject, text, unmatched), bracket=text.text[unmatched])


def _without(markup: Markup, text: str, found: re.Match[str]) -> str:
    """The text as it is without that kind of markup; nothing when nobody can tell."""
    if markup.kind == "markup_hole":
        return ""
    if markup.kind == "markup_entity":
        return excerpt(html.unescape(text), found.start())
    if markup.kind == "markup_escape":
        return excerpt(_unescaped(text), found.start())
    return excerpt(markup.looks.sub(markup.remains, text).strip(), found.start())


def _unescaped(text: str) -> str:
    text = re.sub(r"\s*\\[ntr](?!\w)\s*|(?<=[.!?,])\\n\s*", " ", text)
    return re.sub(r"\\([\"'”*_#\\])", r"\1", text).strip()


def _inches(text: str, mark: int) -> bool:
    return text[max(0, mark - 1) : mark].isdigit() and text.count("”") == 1


# --- brackets --------------------------------------------------------------------------------------

_CLOSES = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
_LISTED = r"(?:\A|(?<=\s))\w{1,2}\)(?=\s)"
_FACE = r"[:;=8xX]['’´]?[-o^]?[()\[\]{}]"
_TURNED_FACE = r"(?<!\w)[()\[\]{}]+[-o^]?['’´]?[:;=8](?!\w)"
_READINGS = (
    re.compile(rf"{_FACE}+|{_TURNED_FACE}|{_LISTED}"),
    re.compile(rf"{_FACE}|{_TURNED_FACE}|{_LISTED}"),
    re.compile(_LISTED),
)
"""What opens and closes nothing: a) and 1); faces such as :-) and (: whose mouths may be wide, or close a bracket too."""


def _unmatched(text: str) -> int | None:
    """The index of the first bracket without its other one, when there is one however the faces are read."""
    found = [_unmatched_without(text, reading) for reading in _READINGS]
    return None if None in found else found[0]


def _unmatched_without(text: str, left_out: re.Pattern[str]) -> int | None:
    opened: list[int] = []
    for found in _BRACKET.finditer(left_out.sub(lambda match: " " * len(match[0]), text)):
        if found[0] not in _CLOSES:
            opened.append(found.start())
        elif opened and text[opened[-1]] == _CLOSES[found[0]]:
            opened.pop()
        else:
            return found.start()
    return opened[0] if opened else None
