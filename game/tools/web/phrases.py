"""The interface's own words that the page shows: each under a short name by which its scripts ask for it.

They are the game's words, so that they are translated already; `{placeholders}` stay, for the page to fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from game.screens.start import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.words import Words

COUNTED = 200
"""Plurals are worked out for so many numbers; in no language do the forms of larger ones differ from n % 100 + 100."""


class Plural(TypedDict):
    """A text in its forms for numbers. `which` has one digit for each of the first numbers: the form it takes."""

    forms: list[str]
    which: str


class _Kept(int):
    """A number that a plural rule can count with, and that leaves `{n}` in the text."""

    def __str__(self) -> str:
        return "{n}"


def phrases(words: Words) -> dict[str, str]:
    """Every text that the page asks for by name."""
    return {
        **_bar(words),
        **_title(words),
        **_before(words),
        **_roles(words),
        **_reading(words),
        **_deciding(words),
        **_pausing(words),
        **_code(words),
        **_after(words),
        **_asides(words),
        **_exercise(words),
        **_settings(words),
    }


def plurals(words: Words) -> dict[str, Plural]:
    """Every text with a number in it, in the forms of the language."""
    numbers = [_Kept(n) for n in range(COUNTED)]
    return {
        "minutes": _plural([words.plural("{n} minut", "{n} minuter", n) for n in numbers]),
        "flags": _plural([words.plural("{n} flagga", "{n} flaggor", n) for n in numbers]),
        "explained": _plural([words.plural("{n} ord förklaras", "{n} ord förklaras", n) for n in numbers]),
        "right": _plural([words.plural("{n} rätt", "{n} rätt", n) for n in numbers]),
    }


def _plural(texts: list[str]) -> Plural:
    forms = list(dict.fromkeys(texts))
    return {"forms": forms, "which": "".join(str(forms.index(text)) for text in texts)}


def _bar(words: Words) -> Mapping[str, str]:
    return {
        "help": words.ui("Hjälp"),
        "whom": words.ui("Vem kan jag prata med?"),
        "hide": words.ui("Dölj"),
        "hide_key": words.ui("Skift ×3"),
        "leave": words.ui("Avsluta och radera"),
        "quit": words.ui("Avsluta"),
        "back": words.ui("Tillbaka"),
        "pause": words.ui("Paus"),
        "words": words.ui("Ord"),
        "hear": words.ui("Läs upp"),
        "done": words.ui("Klar"),
        "next": words.ui("Nästa"),
        "chapter": words.ui("Kapitel {number} av {count}"),
        "all_swedish": words.ui("på svenska"),
        "part_swedish": words.ui("delvis på svenska"),
        "line_swedish": words.ui("Det här är på svenska"),
        "some_swedish": words.ui("En del av det här är på svenska."),
        "quoted": words.ui("”{text}”"),
        "key_space": words.ui("Mellanslag"),
        "key_back": words.ui("Backsteg"),
    }


def _title(words: Words) -> Mapping[str, str]:
    return {
        "name": words.ui("Berätta"),
        "motto": words.ui("Se tecknen. Säg det till någon du litar på."),
        "play": words.ui("Spela"),
        "go_on_code": words.ui("Fortsätt med en kod"),
        "settings": words.ui("Språk och inställningar"),
        "pick": words.ui("Välj en berättelse"),
        "more_like": words.ui("Mer som liknar {title}"),
        "one_like": words.ui("En som liknar den här"),
        "swedish": words.ui("på svenska"),
        "ages": words.ui("{youngest}–{oldest} år"),
        "no_stories": words.ui("Det finns inga berättelser här. Be din lärare om hjälp."),
        "cannot_open": words.ui(
            "Berättelsen går inte att öppna just nu. Välj en annan, eller säg till din lärare."
        ),
        "did_not_work": words.ui("Det gick inte"),
    }


def _before(words: Words) -> Mapping[str, str]:
    return {
        "your_role": words.ui("Din roll"),
        "good_to_know": words.ui("Bra att veta"),
        "practise": words.ui("Öva Dölj en gång"),
        "begin": words.ui("Börja"),
        "begin_now": words.ui("Börja utan att öva"),
        "practised": words.ui("Bra! Nu vet du hur man döljer. Det fungerar på alla sidor."),
        "hide_why": words.ui(
            "Dölj gör skärmen till en vanlig matteövning. Knappen finns alltid uppe i hörnet, eller tryck Skift tre gånger."
        ),
        "unfinished": words.ui("Delar av berättelsen är inte översatta än. De är på svenska."),
        "free": words.ui("Du kan pausa, hoppa över en scen eller sluta när du vill. Inget sparas."),
    }


def _roles(words: Words) -> Mapping[str, str]:
    return {role: words.ui(sentence) for role, sentence in ROLES.items()}


def _reading(words: Words) -> Mapping[str, str]:
    return {
        "flag": words.ui("Det här känns fel"),
        "flagged": words.ui("Flaggad"),
        "flagged_as": words.ui("Flaggad: {form}"),
        "flag_ask": words.ui("Vad är det som känns fel?"),
        "flag_only": words.ui("Det bara känns fel"),
        "flag_off": words.ui("Ta bort flaggan"),
        "flag_note": words.ui("Du behöver inte veta vad det heter. Det räcker att det känns fel."),
        "phone_s": words.ui("{name}s mobil"),
        "phone_z": words.ui("{name} mobil"),
        "to": words.ui("{name} till {other}"),
        "met": words.ui("Du har mött {name}, {role}"),
        "met_only": words.ui("Du har mött {name}"),
        "feel": words.ui("Hur känns det?"),
        "feel_asked": words.ui("Det du läser kan väcka mycket. Vad behöver du nu?"),
        "read_on": words.ui("Läs vidare"),
        "to_story": words.ui("Tillbaka till berättelsen"),
        "skip_scene": words.ui("Hoppa över scenen"),
        "skipped": words.ui("Du hoppade över resten av scenen. Det går bra."),
        "breathe": words.ui("Andas en stund"),
        "unseen": words.ui("Ingen ser vad du väljer här. Det sparas inte."),
        "breathe_in": words.ui("Andas in"),
        "breathe_out": words.ui("Andas ut"),
        "feet": words.ui("Känn fötterna mot golvet. Du bestämmer när du är klar."),
    }


def _deciding(words: Words) -> Mapping[str, str]:
    return {
        "what_do": words.ui("Vad gör du?"),
        "no_answer": words.ui("Det finns inget facit. Du kan alltid gå tillbaka och prova igen."),
        "tell_whom": words.ui("Vem berättar ni för?"),
        "trusted": words.ui(
            "En trygg vuxen lyssnar, tror på dig och hjälper dig vidare. Om den första inte gör det – berätta för en till."
        ),
        "can_begin": words.ui("Så kan det börja"),
        "you_begin": words.ui("Så kan du börja"),
        "you_tell": words.ui("Du berättar för {name}. Hur börjar du?"),
        "somebody_else": words.ui("Välj någon annan"),
        "listened": words.ui("Lyssnade på dig"),
        "not_listened": words.ui("Lyssnade inte den här gången. Det var inte du som gjorde fel."),
    }


def _pausing(words: Words) -> Mapping[str, str]:
    return {
        "play_on": words.ui("Spela vidare"),
        "said": words.ui("Det som sagts"),
        "said_lead": words.ui("Välj en rad för att sätta en flagga på den."),
        "said_none": words.ui("Ingen har sagt något än."),
        "choices": words.ui("Dina val"),
        "adults": words.ui("Vuxna du har mött"),
        "adults_none": words.ui("Ingen vuxen än. De dyker upp längre fram."),
        "again": words.ui("Börja om från början"),
        "to_title": words.ui("Till startsidan"),
        "another_time": words.ui("Fortsätta en annan gång?"),
        "code_why": words.ui(
            "Skriv av koden. Den leder till platsen strax efter ditt senaste val. Den minns bara det som berättelsen behöver för att gå vidare, inte vägen dit och inte vem du är. Inget sparas i datorn."
        ),
    }


def _code(words: Words) -> Mapping[str, str]:
    return {
        "code": words.ui("Kod"),
        "code_lead": words.ui(
            "Skriv koden som du fick när du pausade. Stora eller små bokstäver spelar ingen roll."
        ),
        "go_on": words.ui("Fortsätt"),
        "no_code": words.ui("Det ser inte ut som en kod härifrån. Titta en gång till på det du skrev av."),
        "mistyped": words.ui("Något tecken har blivit fel. Jämför med det du skrev av, ett tecken i taget."),
        "other_version": words.ui(
            "Koden hör till en annan version av berättelsen. Du kan börja om från början."
        ),
    }


def _after(words: Words) -> Mapping[str, str]:
    return {
        "saw": words.ui("Vad såg du?"),
        "saw_lead": words.ui(
            "Du satte flagga på {found} av {count} tecken. Tecken kan vara svåra att se – det är därför vi övar."
        ),
        "saw_none": words.ui(
            "Den här gången kom det inga tecken på din väg. Du kan gå tillbaka och prova en annan."
        ),
        "stopped": words.ui("Du stannade också upp här"),
        "thought": words.ui("Du tänkte: {form}"),
        "chafed": words.ui(
            "Något skavde för dig här. Den känslan är värd att ta på allvar, även när ingen annan ser den."
        ),
        "when": words.ui("När började det?"),
        "when_lead": words.ui(
            "Så här kom tecknen, ett efter ett. Ofta börjar det så smått att det ser ut som omtanke."
        ),
        "eyes": words.ui("Se med andra ögon"),
        "eyes_of": words.ui("Samma stund, som {name}"),
        "skip": words.ui("Hoppa över"),
        "ways": words.ui("Dina vägar"),
        "ways_lead": words.ui("Välj ett av dina val för att gå tillbaka dit och prova en annan väg."),
        "ways_none": words.ui("Här finns inga val än."),
        "endings": words.ui("Slut som du har hittat"),
        "found": words.ui(
            "Du har hittat {endings} av {all_endings} slut och {scenes} av {all_scenes} scener. Det glöms när spelet stängs."
        ),
    }


def _asides(words: Words) -> Mapping[str, str]:
    return {
        "help_lead": words.ui(
            "Om något känns fel, hos dig eller hos någon du bryr dig om: berätta för en vuxen. Om den första inte lyssnar – berätta för en till. Det är aldrig ditt fel."
        ),
        "seen": words.ui(
            "Spelet sparar ingenting och skickar ingenting. Men den som sitter bredvid kan se skärmen, och skolan kan se vilka sidor du besöker på skolans nät."
        ),
        "no_words": words.ui("Här finns inga ord att förklara."),
        "no_voice": words.ui("Datorn har ingen röst för det här språket."),
        "voice_off": words.ui("Uppläsningen är av. Den slås på i inställningarna."),
        "draft": words.ui("Översättningen är ett utkast som ingen har granskat än."),
    }


def _exercise(words: Words) -> Mapping[str, str]:
    return {
        "tables": words.ui("Gångertabellen"),
        "multiplication": words.ui("Multiplikation"),
        "practise_hint": words.ui(
            "Övning: tryck Skift tre gånger, eller tre gånger på rubriken Gångertabellen, så är du tillbaka."
        ),
        "correct": words.ui("Rätt!"),
        "try_again": words.ui("Försök igen."),
        "erase": words.ui("Sudda"),
        "answer": words.ui("Svara"),
    }


def _settings(words: Words) -> Mapping[str, str]:
    return {
        "language": words.ui("Språk"),
        "size": words.ui("Storlek"),
        "letters": words.ui("Bokstäver"),
        "between_lines": words.ui("Mellan raderna"),
        "between_letters": words.ui("Mellan bokstäverna"),
        "colours": words.ui("Färger"),
        "aloud": words.ui("Uppläsning"),
        "motion": words.ui("Rörelser"),
        "settings_lead": words.ui("Du kan byta när du vill, också mitt i en berättelse."),
        "percent": words.ui("{percent} %"),
        "clear": words.ui("Tydliga"),
        "steady": words.ui("Stadiga"),
        "own": words.ui("Datorns egna"),
        "usual": words.ui("Som vanligt"),
        "wide": words.ui("Luftigt"),
        "widest": words.ui("Extra luftigt"),
        "warm": words.ui("Varma"),
        "dark": words.ui("Mörka"),
        "contrast": words.ui("Hög kontrast"),
        "off": words.ui("Av"),
        "asked": words.ui("På begäran (R)"),
        "all": words.ui("Läs allt"),
        "less": words.ui("Mindre rörelse"),
    }
