"""What every page of a pupil says beside its own content: buttons, help, the exercise, and what the script tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Sums:
    """What the exercise says, in one language."""

    heading: str
    hint: str
    submit: str
    right: str
    again: str
    count: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, in one language."""

    tab: str
    hide: str
    hide_keys: str
    languages: str
    help: str
    help_lead: str
    help_small: str
    back: str
    to_lesson: str
    code_heading: str
    code_label: str
    code_hint: str
    go_in: str
    join_heading: str
    join_lead: str
    join: str
    promise: str
    leave: str
    take_back: str
    news: str
    mine: str
    answers: str
    no_contact: str
    to_start: str
    sums: Sums


def texts(words: Words) -> Texts:
    """Everything that stands on more than one page, or in a form."""
    return Texts(
        tab=words.ui("Övningar"),
        hide=words.ui("Dölj"),
        hide_keys=words.ui("Skift ×3"),
        languages=words.ui("Välj språk"),
        help=words.ui("Vem kan jag prata med?"),
        help_lead=words.ui(
            "Om något känns fel, hos dig eller hos någon du bryr dig om: berätta för en vuxen. Om den första inte lyssnar – berätta för en till. Det är aldrig ditt fel."
        ),
        help_small=words.ui(
            "Sidan sparar inte att du har läst den här. Men den som sitter bredvid kan se skärmen, och skolan kan se vilka sidor du besöker på skolans nät."
        ),
        back=words.ui("Tillbaka"),
        to_lesson=words.ui("Tillbaka till lektionen"),
        code_heading=words.ui("Skriv koden från tavlan"),
        code_label=words.ui("Kod"),
        code_hint=words.ui("Sex bokstäver och siffror."),
        go_in=words.ui("Gå vidare"),
        join_heading=words.ui("Vill du vara med?"),
        join_lead=words.ui("Du får en plats i lektionen. Du behöver inte skriva vad du heter."),
        join=words.ui("Var med"),
        promise=words.ui("Inga namn. Ingen ser vad just du svarar."),
        leave=words.ui("Lämna min plats"),
        take_back=words.ui("Ta tillbaka mitt svar"),
        news=words.ui("Visa vad som händer nu"),
        mine=words.ui("Ditt svar"),
        answers=words.ui("Svar"),
        no_contact=words.ui("Ingen kontakt just nu. Sidan försöker igen av sig själv."),
        to_start=words.ui("Skriv en kod"),
        sums=_sums(words),
    )


def _sums(words: Words) -> Sums:
    return Sums(
        heading=words.ui("Gångertabellen"),
        hint=words.ui(
            "Övning: tryck Skift tre gånger, eller tre gånger på rubriken Gångertabellen, så är du tillbaka."
        ),
        submit=words.ui("Svara"),
        right=words.ui("Rätt!"),
        again=words.ui("Försök igen."),
        count=words.ui("Antal rätt: {n}"),
    )


def for_the_script(words: Words) -> dict[str, str]:
    """What the script says when something happened, by the names that it knows them by."""
    return {
        "sending": words.ui("Sparar …"),
        "stored": words.ui("Din röst är sparad."),
        "flagged": words.ui("Flaggan är sparad."),
        "taken": words.ui("Ditt svar är borttaget."),
        "kept": words.ui("Ditt svar finns kvar här, och skickas så fort det går."),
        "late": words.ui("Det svaret kom inte med. Läraren hann gå vidare."),
        "paused": words.ui("Det är paus. Ditt svar skickas efter pausen."),
        "slow": words.ui("Många svarar just nu. Ditt svar skickas strax."),
        "again": words.ui("Kontakten är tillbaka."),
        "news": words.ui("Något nytt har hänt i lektionen."),
        "counts": words.ui("{answered} av {joined} har svarat"),
    }
