"""Stories whose maps are looked at: one with everything on it, and one whose words are meant to break a file."""

from __future__ import annotations

from game.messages.catalog import open_catalog
from game.resources import LOCALE
from game.story.chart import chart
from game.story.engine import Machine
from game.story.logic import Compare, FactType
from game.story.model import Branch, Choice, Hearing, Story
from game.tools.graph_words import Worded, worded
from tests.story.builders import choices, ending, goto, scene, story, tell

WORDS = open_catalog(LOCALE, "sv")
HOSTILE = (
    "</text><script>alert(1)</script>",
    "citat \" och ' och `",
    "&amp; &#34; #quot; #35;",
    "]]> <!-- --> <?xml ?>",
    "\\N \\l \\ slut\\",
    "rad\nbryt\ttabb",
    'end|"] --> x subgraph; %% {{}} ((',
    "null\x00 klocka\x07 \ud800 \ufffe",
    "שלום مرحبا 漢字 👩‍👧",
    "ettordsomaldrigtarslut" * 20,
)
"""What an author could write, or a file be damaged to."""

BRAVE = Compare("brave", Compare.Op.IS, value=True)
EVERYTHING = story(
    scene(
        "start",
        choices(
            Choice("Gå dit.", "berätta"),
            Choice("Vänta. Säg ingenting.", "berätta", wait=True),
            Choice("Våga.", "lång", when=BRAVE),
            Choice("En gång till.", "start", once=True),
        ),
        "Det är rast.",
        meets=("samira", "daniel"),
    ),
    scene("berätta", tell(Hearing("samira", "slut"), Hearing("daniel", "lång", listens=False)), "Nu."),
    scene("lång", goto(Branch("slut", when=BRAVE), "berätta"), "Ett.", "Två."),
    scene("slut", ending("Två som vet")),
    scene("borta", goto("slut"), "Hit kommer ingen."),
    facts={"brave": FactType(start=False)},
)


def mapped(of: Story, states: int = 10_000) -> Worded:
    """The map in Swedish."""
    return worded(chart(Machine(of), states * len(of.scenes)), of, WORDS)


def hostile() -> Story:
    """A choice, a line and an ending of each bad text."""
    count = len(HOSTILE)
    scenes = [
        scene(
            f"s{n}",
            choices(Choice(text, f"s{n + 1}"), Choice(f"{text} igen", f"e{n}", wait=True)),
            text,
        )
        for n, text in enumerate(HOSTILE)
    ]
    ends = [scene(f"e{n}", ending(text)) for n, text in enumerate(HOSTILE)]
    return story(*scenes, scene(f"s{count}", ending()), *ends)
