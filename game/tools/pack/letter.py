"""A letter to guardians, on paper: what the class will do, and how to talk about it at home. Neutral on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.words import Words
    from game.tools.pack.material import Material, Tongue


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `lang` is its BCP 47 code; `draft` says in the pack's language that nobody has reviewed it, or is ""."""

    lang: str
    rtl: bool
    language: str
    greeting: str
    paragraphs: tuple[str, ...]
    from_: str
    draft: str


@dataclass(frozen=True, slots=True)
class Letters:
    """All of the page."""

    heading: str
    lead: str
    letters: tuple[Letter, ...]


def letters(material: Material) -> Letters:
    """The page of a pack: a letter in every language that has all of it, so that none goes home half in Swedish."""
    words = material.words
    return Letters(
        heading=words.ui("Brev till vårdnadshavare"),
        lead=words.ui(
            "Klipp isär och kopiera dem ni behöver. Breven är neutrala med flit. Kan någon elev leva med hedersnormer: prata med kuratorn innan du skickar hem något."
        ),
        letters=tuple(_letter(tongue, material) for tongue in material.tongues if _is_whole(tongue)),
    )


def _letter(tongue: Tongue, material: Material) -> Letter:
    greeting, paragraphs, from_ = _texts(tongue.words)
    language = tongue.language
    draft = material.words.ui("Översättningen är inte granskad.") if language.draft else ""
    code = language.code.partition("@")[0].replace("_", "-")
    return Letter(code, language.rtl, language.name, greeting, paragraphs, from_, draft)


def _is_whole(tongue: Tongue) -> bool:
    greeting, paragraphs, from_ = _texts(_Source())
    return all(tongue.words.has("ui", "", text) for text in (greeting, *paragraphs, from_))


def _texts(words: Words | _Source) -> tuple[str, tuple[str, ...], str]:
    return (
        words.ui("Hej!"),
        (
            words.ui(
                "Klassen ska ha en lektion om vänskap och relationer. Vi läser en påhittad berättelse tillsammans, pratar om hur man märker att någon inte har det bra, och övar på att be en vuxen om hjälp."
            ),
            words.ui(
                "Ingen får frågor om sitt eget liv, och inget om ditt barn sparas. Lektionen hör till skolans vanliga undervisning."
            ),
            words.ui(
                "Fråga gärna efteråt: Vad pratade ni om? Lyssna klart, och låt ditt barn berätta så mycket som det vill."
            ),
            words.ui("Undrar du över något? Hör av dig till oss."),
        ),
        words.ui("Hälsningar från skolan"),
    )


class _Source:
    """Gives the texts back as they stand in the code."""

    def ui(self, text: str) -> str:
        return text
