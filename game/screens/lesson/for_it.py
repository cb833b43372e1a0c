"""What a teacher can send to the school's IT when pupils' devices do not reach the lesson. Only here are IT's terms used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.words import Words


def words_for_it(words: Words, address: str, program: str) -> tuple[str, ...]:
    """Sentences in order, the first a heading. `address` is what pupils type, `program` what IT's rules call this program."""
    host, _, port = address.rpartition(":")
    return (
        words.ui("Till IT"),
        words.ui("Lektionen körs på lärarens dator i programmet {program}.", program=program),
        words.ui(
            "Elevernas webbläsare behöver nå {host} på TCP-port {port} (HTTP). Ingen trafik går till internet.",
            host=host,
            port=port,
        ),
        words.ui(
            "Det trådlösa nätet får inte isolera enheterna från varandra (client isolation, AP isolation), och elevernas nät måste kunna nå lärarens."
        ),
        words.ui(
            "Brandväggen i Windows behöver tillåta inkommande TCP-trafik på port {port} för programmet, i profilerna Domän och Privat. Är porten upptagen används 8081–8090.",
            port=port,
        ),
        words.ui(
            "Går det inte att ändra kan kommunen i stället köra tjänsten på en egen server (beratta hub). Då räcker det att datorerna når servern med HTTPS."
        ),
    )
