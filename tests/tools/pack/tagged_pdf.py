"""What a screen reader finds in a tagged PDF: its elements in their order, with their texts."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Mark: TypeAlias = int | str | None
Marked: TypeAlias = dict[Mark, list[str]]
Pages: TypeAlias = dict[Any, Marked]

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Element:
    """A structure element: its kind as PDF itself knows it, what it says by itself, and what lies in it."""

    kind: str
    alt: str = ""
    lang: str = ""
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """This one and all in it, as they are read."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def words(self) -> str:
        """All that is read out in it, in that order."""
        if self.alt:
            return f" {self.alt} "
        return self.text + "".join(each.words for each in self.children)


class Tagged:
    """A PDF that was made."""

    def __init__(self, made: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(made))

    @cached_property
    def root(self) -> Element:
        """The whole document."""
        marked = [self._marked(page) for page in self.pdf.pages]
        pages = {page.obj.objgen: texts for page, texts in zip(self.pdf.pages, marked, strict=True)}
        whole = Element("Root")
        whole.children = list(self._kids(self.pdf.Root.StructTreeRoot, None, pages))
        return whole

    def of(self, kind: str) -> list[Element]:
        """All elements of one kind, as they are read."""
        return [each for each in self.root.all() if each.kind == kind]

    @property
    def words(self) -> str:
        """All that is read, with single spaces."""
        return " ".join(self.root.words.split())

    @property
    def untagged(self) -> list[str]:
        """Painted texts that are in no element and no artifact."""
        return [text for page in self.pdf.pages for text in self._marked(page).get(None, [])]

    def _kids(self, node: pikepdf.Object, page: object, pages: Pages) -> Iterator[Element]:
        kids: Any = node.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
            if isinstance(kid, int):
                yield Element("#text", text="".join(pages[page].get(kid, [])))
            elif "/MCID" in kid:
                there = kid.Pg.objgen if "/Pg" in kid else page
                yield Element("#text", text="".join(pages[there].get(int(kid.MCID), [])))
            elif "/S" in kid:
                yield self._element(kid, page, pages)

    def _element(self, node: pikepdf.Object, page: object, pages: Pages) -> Element:
        there = node.Pg.objgen if "/Pg" in node else page
        kind = str(node.S)[1:]
        element = Element(kind, str(node.get("/Alt", "")), str(node.get("/Lang", "")))
        element.children = list(self._kids(node, there, pages))
        if kind in {"P", "H1", "H2", "H3", "H4", "LI", "TD", "TH", "Figure"}:
            element.children.append(Element("#text", text=" "))
        return element

    def _marked(self, page: pikepdf.Page) -> Marked:
        """The texts that are painted on a page, by the number of their mark; "artifact" for what is read by nobody."""
        found: Marked = {}
        marks: list[Mark] = []
        instead: list[str | None] = []
        font: dict[bytes, str] = {}
        fonts = {name: _letters(each) for name, each in page.resources.get("/Font", {}).items()}
        for instruction in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(instruction.operands)
            match str(instruction.operator):
                case "BDC" | "BMC":
                    marks.append(_mark(operands))
                    instead.append(_instead(operands))
                    if instead[-1] is not None and not any(each is not None for each in instead[:-1]):
                        found.setdefault(_own(marks), []).append(instead[-1])
                case "EMC":
                    marks.pop()
                    instead.pop()
                case "Tf":
                    font = fonts[str(operands[0])]
                case "Tj" | "TJ" if all(each is None for each in instead):
                    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                    codes = [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]
                    text = "".join(
                        font.get(code[at : at + 2], "") for code in codes for at in range(0, len(code), 2)
                    )
                    found.setdefault(_own(marks), []).append(text)
                case _:
                    pass
        return found


def _own(marks: list[Mark]) -> Mark:
    return next((mark for mark in reversed(marks) if mark is not None), None)


def _instead(operands: list[Any]) -> str | None:
    """What is read in place of what is painted, where letters are joined in other ways than they are typed."""
    given = operands[1] if len(operands) > 1 else None
    return str(given.ActualText) if isinstance(given, pikepdf.Dictionary) and "/ActualText" in given else None


def _mark(operands: list[Any]) -> Mark:
    if str(operands[0]) == "/Artifact":
        return "artifact"
    given = operands[1] if len(operands) > 1 else None
    return int(given.MCID) if isinstance(given, pikepdf.Dictionary) and "/MCID" in given else None


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    """What each code of a font stands for, as its ToUnicode says."""
    found: dict[bytes, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        found |= {bytes.fromhex(a.decode()): _unicode(b) for a, b in _PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", font.ToUnicode.read_bytes(), re.DOTALL):
        for first, last, to in _RANGE.findall(block):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code.to_bytes(2, "big")] = chr(ord(_unicode(to)) + code - int(first, 16))
    return found


def _unicode(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
