"""What the game says, in one language. Swedish is the source; other languages come from gettext's PO files.

A translation is written by others and may be unfinished, broken or worse: whatever it is, a text comes out,
at worst the Swedish one, and what was wrong stands in `Catalog.problems`.
"""

from __future__ import annotations

import gettext
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.messages.language import CODE, SOURCE, Language, described, in_order, known
from game.messages.template import read
from game.story.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import polib

_DOMAIN = re.compile(r"[\w-]+")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FUZZY = "fuzzy"
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'") | dict.fromkeys("–—", "-")
)
_HEAD = 4096
"""Bytes in which the head of a file stands."""
LARGEST_FILE = 8 * 1024 * 1024
_LONGER, _AND = 4, 200
"""A translation may have four times as many characters as its source, and 200 more for the shortest ones."""


@dataclass(frozen=True, slots=True)
class CatalogProblem:
    """Why a PO file was not read, or, where `text` is not empty, why its translation was not used."""

    file: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class _Domain:
    """One PO file in use. `whole` means that it has nothing untranslated and nothing fuzzy."""

    messages: gettext.NullTranslations
    whole: bool
    file: str = ""


class _Untranslated(gettext.NullTranslations):
    """Answers for a text that a file does not have: with nothing, which no translation is."""

    def gettext(self, message: str) -> str:
        del message
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        del msgid1, msgid2, n
        return ""

    def pgettext(self, context: str, message: str) -> str:
        del context, message
        return ""


class Catalog:
    """The texts of one language. Each domain's file is read once, when its first text is asked for.

    `own` are folders of languages for domains that have one of their own, such as a story that is not shipped.
    """

    def __init__(self, locale_dir: Path, language: str, own: Mapping[str, Path] | None = None) -> None:
        self._folder = locale_dir
        self._own = own or {}
        self._domains: dict[str, _Domain] = {}
        self._problems: dict[CatalogProblem, None] = {}
        self.language = language

    @property
    def problems(self) -> tuple[CatalogProblem, ...]:
        """What was found wrong so far, in the order of finding, each thing once."""
        return tuple(self._problems)

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        """The game's own text, which stands in Swedish where it is used, with each `{name}` filled in.

        A translation that loses a placeholder, or has one that the source lacks, is not used. Placeholders
        without a value stay as they are.
        """
        translated = self.of("ui", context, text)
        names = _names(text)
        if not self._agrees(text, translated, needed=names, known=names):
            translated = text
        return _filled(translated, values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for `n` things, with `{n}` and the values filled in, by the language's own plural rule."""
        source = one if n == 1 else many
        domain = self._domain("ui")
        translated = self._asked(domain, lambda: domain.messages.ngettext(one, many, n), source) or source
        # A form for one, for two or for none may leave the number out, or say it in a word.
        needed = (_names(one) & _names(many)) - {"n"}
        known = _names(one) | _names(many) | {"n"}
        if not self._agrees(many, translated, needed=needed, known=known):
            translated = source
        return _filled(translated, {**values, "n": n})

    def of(self, domain: str, context: str, text: str) -> str:
        """The text in a domain such as "signs", "help" or a story's name. Placeholders are left alone.

        A translation without end, or with characters that hide or turn something round, is not used.
        """
        return self._translated(domain, context, text) or text

    def has(self, domain: str, context: str, text: str) -> bool:
        """Whether a text is shown in this language, and not in Swedish for want of a translation."""
        return self.language == SOURCE or not text or bool(self._translated(domain, context, text))

    def complete(self, domain: str) -> bool:
        """Whether all of the domain's texts are translated, and none waits to be looked over."""
        return self._domain(domain).whole

    def _translated(self, domain: str, context: str, text: str) -> str:
        """The translation of a text, "" when there is none that can be used."""
        if not text:
            return ""
        read = self._domain(domain)
        if context:
            return self._asked(read, lambda: read.messages.pgettext(context, text), text)
        return self._asked(read, lambda: read.messages.gettext(text), text)

    def _asked(self, domain: _Domain, ask: Callable[[], str], source: str) -> str:
        try:
            translated = ask()
        except (ArithmeticError, ValueError) as error:
            self._report(domain.file, source, f"the plural rule fails: {error}")
            return ""
        why = unfit(source, translated)
        if why:
            self._report(domain.file, source, why)
        return "" if why else translated

    def _domain(self, name: str) -> _Domain:
        found = self._domains.get(name)
        if found is None:
            found = self._domains[name] = self._read(name)
        return found

    def _read(self, name: str) -> _Domain:
        nothing = _Domain(_Untranslated(), whole=self.language == SOURCE)
        if self.language == SOURCE or not CODE.fullmatch(self.language) or not _DOMAIN.fullmatch(name):
            return nothing
        path = po_file(self._own.get(name, self._folder), self.language, name)
        try:
            return _opened(path) if path.is_file() else nothing
        # Neither polib nor gettext says which errors a hostile file can lead to; these were found by trying.
        except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
            self._report(str(path), "", f"the file cannot be read: {error}")
            return nothing

    def _agrees(self, source: str, translated: str, *, needed: frozenset[str], known: frozenset[str]) -> bool:
        names = _names(translated)
        faults = (("it lacks", needed - names), ("the source does not have", names - known))
        why = "; ".join(f"{what} {', '.join(sorted(which))}" for what, which in faults if which)
        if why:
            self._report(self._domain("ui").file, source, why)
        return not why

    def _report(self, file: str, text: str, why: str) -> None:
        self._problems[CatalogProblem(file, text, why)] = None


def open_catalog(locale_dir: Path, language: str, own: Mapping[str, Path] | None = None) -> Catalog:
    """The catalog of a language. An unknown language speaks Swedish."""
    return Catalog(locale_dir, language, own)


def languages(locale_dir: Path, domains: Sequence[str] = ("ui",)) -> tuple[Language, ...]:
    """Swedish, then the languages that have a file for each of the domains, as they are offered."""
    codes = sorted(folder.name for folder in locale_dir.iterdir()) if locale_dir.is_dir() else []
    found = [
        described(code, head_of_file(po_file(locale_dir, code, domains[0])))
        for code in codes
        if code != SOURCE
        and CODE.fullmatch(code)
        and all(po_file(locale_dir, code, domain).is_file() for domain in domains)
    ]
    return in_order((known(SOURCE), *found))


def head_of_file(path: Path) -> str:
    """The beginning of a file, where its head is; "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""


def po_file(locale_dir: Path, language: str, domain: str) -> Path:
    """Where a language's translation of a domain stands."""
    return locale_dir / language / "LC_MESSAGES" / f"{domain}.po"


def _opened(path: Path) -> _Domain:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError("it is larger than 8 MB")
    po = read(data.decode("utf-8-sig"))
    for entry in po:
        if entry.fuzzy and not waits(entry):
            entry.flags.remove(_FUZZY)
    whole = bool(po) and not po.untranslated_entries() and not po.fuzzy_entries()
    rule = po.metadata.get("Plural-Forms")
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"} | ({"Plural-Forms": rule} if rule else {})
    messages = gettext.GNUTranslations(io.BytesIO(po.to_binary()))
    messages.add_fallback(_Untranslated())
    return _Domain(messages, whole, str(path))


def waits(entry: polib.POEntry) -> bool:
    """Whether a translation is kept from players until somebody has looked at it.

    It is marked as fuzzy, and what it was a translation of said something else than the source says now. Other dashes,
    quotation marks and spaces change nothing in what is said.
    """
    if not entry.fuzzy:
        return False
    moved = entry.previous_msgctxt is not None and entry.previous_msgctxt != entry.msgctxt
    before = entry.previous_msgid
    return moved or bool(entry.msgid_plural) or before is None or spelled(before) != spelled(entry.msgid)


def spelled(text: str) -> str:
    """A text without what typography alone decides."""
    return " ".join(text.translate(_TYPOGRAPHY).replace("...", "…").split())


def unfit(source: str, translated: str) -> str:
    """Why a translation may not be shown in place of its source; "" when it may."""
    if translated == source:
        return ""
    limit = _LONGER * len(source) + _AND
    if len(translated) > limit:
        return f"it has {len(translated)} characters, and may have {limit}"
    unseen = UNSEEN.search(translated)
    return f"it has an invisible character, U+{ord(unseen[0]):04X}" if unseen else ""


def _names(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The text with each named value in place. Not `str.format`, which would reach into the values."""
    return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)
