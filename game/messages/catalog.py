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

import polib

from game.story.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

SOURCE = "sv"

_OWN_NAMES = {
    "sv": "Svenska",
    "sv@lattlast": "Lättläst svenska",
    "en": "English",
    "fi": "Suomi",
    "ar": "العربية",
    "so": "Soomaali",
}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "ug", "ur", "yi"})

CODE = re.compile(r"[A-Za-z]{2,3}(?:_[A-Za-z]{2,4})?(?:@[A-Za-z0-9]+)?")
"""The code of a language, and the name of its folder."""
_DOMAIN = re.compile(r"[\w-]+")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
LARGEST_FILE = 8 * 1024 * 1024
_LONGER, _AND = 4, 200
"""A translation may have four times as many characters as its source, and 200 more for the shortest ones."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be chosen: its code as in the folder's name, and its name in the language itself."""

    code: str
    own_name: str
    rtl: bool


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


class Catalog:
    """The texts of one language. Each domain's file is read once, when its first text is asked for."""

    def __init__(self, locale_dir: Path, language: str) -> None:
        self._folder = locale_dir
        self._domains: dict[str, _Domain] = {}
        self._problems: dict[CatalogProblem, None] = {}
        self.language = language
        self.rtl = _described(language).rtl

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
        translated = self._asked(domain, lambda: domain.messages.ngettext(one, many, n), source)
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
        if not text:
            return text
        read = self._domain(domain)
        if context:
            return self._asked(read, lambda: read.messages.pgettext(context, text), text)
        return self._asked(read, lambda: read.messages.gettext(text), text)

    def complete(self, domain: str) -> bool:
        """Whether all of the domain's texts are translated, and none waits to be looked over."""
        return self._domain(domain).whole

    def _asked(self, domain: _Domain, ask: Callable[[], str], source: str) -> str:
        try:
            translated = ask()
        except (ArithmeticError, ValueError) as error:
            self._report(domain.file, source, f"the plural rule fails: {error}")
            return source
        why = unfit(source, translated)
        if why:
            self._report(domain.file, source, why)
        return source if why else translated

    def _domain(self, name: str) -> _Domain:
        found = self._domains.get(name)
        if found is None:
            found = self._domains[name] = self._read(name)
        return found

    def _read(self, name: str) -> _Domain:
        nothing = _Domain(gettext.NullTranslations(), whole=self.language == SOURCE)
        if self.language == SOURCE or not CODE.fullmatch(self.language) or not _DOMAIN.fullmatch(name):
            return nothing
        path = po_file(self._folder, self.language, name)
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


def open_catalog(locale_dir: Path, language: str) -> Catalog:
    """The catalog of a language. An unknown language speaks Swedish."""
    return Catalog(locale_dir, language)


def languages(locale_dir: Path, domains: Sequence[str] = ("ui",)) -> tuple[Language, ...]:
    """Swedish, then the languages that have a file for each of the domains, in the order of their codes."""
    codes = sorted(folder.name for folder in locale_dir.iterdir()) if locale_dir.is_dir() else []
    found = [
        _described(code)
        for code in codes
        if code != SOURCE
        and CODE.fullmatch(code)
        and all(po_file(locale_dir, code, domain).is_file() for domain in domains)
    ]
    return (_described(SOURCE), *found)


def _described(code: str) -> Language:
    base = re.split("[_@]", code)[0]
    return Language(code, _OWN_NAMES.get(code, code), base in _RIGHT_TO_LEFT)


def po_file(locale_dir: Path, language: str, domain: str) -> Path:
    """Where a language's translation of a domain stands."""
    return locale_dir / language / "LC_MESSAGES" / f"{domain}.po"


def _opened(path: Path) -> _Domain:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError("it is larger than 8 MB")
    # polib takes text that names a file for that file; no file's name ends in an end of line.
    po = polib.pofile(data.decode("utf-8-sig") + "\n", encoding="utf-8")
    whole = bool(po) and not po.untranslated_entries() and not po.fuzzy_entries()
    rule = po.metadata.get("Plural-Forms")
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"} | ({"Plural-Forms": rule} if rule else {})
    return _Domain(gettext.GNUTranslations(io.BytesIO(po.to_binary())), whole, str(path))


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
