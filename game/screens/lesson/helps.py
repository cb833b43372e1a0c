"""What a teacher without training may wonder in the middle of a lesson, and an answer to each in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.lesson.state import Part
from game.screens.page import Card, Tone

if TYPE_CHECKING:
    from game.screens.words import Words


def helps(part: Part, words: Words) -> tuple[Card, ...]:
    """What can come up in this part, and what can come up in any; () where no class is there."""
    own = _in_part(part, words)
    return (_if_somebody_tells(words), own, *_in_any(words)) if own else ()


def _if_somebody_tells(words: Words) -> Card:
    return Card(
        words.ui("Om någon börjar berätta om sig själv"),
        words.ui(
            "Säg lugnt: ”Det låter viktigt. Jag vill höra mer, och det gör vi efter lektionen, du och jag.” Gå sedan vidare med klassen. Prata med eleven och kuratorn samma dag."
        ),
        tone=Tone.HELP,
        icon="help",
    )


def _in_any(words: Words) -> tuple[Card, ...]:
    return (
        Card(
            words.ui("Om någon skämtar bort det"),
            words.ui(
                "Det är ofta ett sätt att orka. Säg: ”Vi pratar om personerna i berättelsen.” Ställ frågan en gång till."
            ),
            icon="speech",
        ),
        Card(
            words.ui("Om någon vill gå ut"),
            words.ui(
                "Låt eleven gå, utan att fråga varför inför klassen. Hör efter hur det är när lektionen är slut."
            ),
            icon="door",
        ),
    )


def _in_part(part: Part, words: Words) -> Card | None:
    match part:
        case Part.CHECKLIST | Part.PLAN | Part.END:
            return None
        case Part.LOBBY:
            title = words.ui("Om någon inte kommer in")
            text = words.ui(
                "Låt eleven dela skärm med någon, eller räcka upp handen. Den som inte har någon skärm är med precis lika mycket."
            )
        case Part.PRACTISE:
            title = words.ui("Om någon inte hittar tillbaka")
            text = words.ui("Tryck Skift tre gånger, eller tre gånger på rubriken Gångertabellen.")
        case Part.BEFORE | Part.AFTER:
            title = words.ui("Om de inte är överens")
            text = words.ui(
                "Det är bra. Fråga: ”Vad får dig att tänka så?” Du behöver inte säga vem som har rätt."
            )
        case Part.STORY:
            title = words.ui("Om ingen säger något")
            text = words.ui("Räkna tyst till tio. Låt dem prata två och två först, och fråga sedan igen.")
        case Part.SIGNS:
            title = words.ui("Om någon säger att det inte är så farligt")
            text = words.ui(
                "Säg: ”En gång behöver inte betyda något. Men vad händer om det fortsätter?” Tänk högt tillsammans."
            )
        case Part.CHART:
            title = words.ui("Om nästan inget har ändrats")
            text = words.ui(
                "Det är vanligt. En lektion är en början. Att ni har pratat om det är det som räknas."
            )
        case Part.HELP:
            title = words.ui("Om någon frågar om det stannar mellan er")
            text = words.ui(
                "Säg som det är: ”Är jag orolig för dig måste jag berätta det för någon som kan hjälpa. Men du får veta vad jag gör.”"
            )
        case _:
            assert_never(part)
    return Card(title, text, icon="speech")
