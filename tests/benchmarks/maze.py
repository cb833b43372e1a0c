"""Two stories without many words: a maze that never ends, and questions whose answers are all remembered.

In the maze every scene says two lines and has three choices: one counts, one is only sometimes open, and one sets what
opens it. `ink` has the same for bink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.generated import head

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = ("Räkna till tre.", "Gå dit det är öppet.", "Stå kvar en stund.")


def ways(scene: int, scenes: int) -> tuple[int, int, int]:
    """Where the three choices of a scene lead."""
    return (scene + 1) % scenes, (scene * 7 + 3) % scenes, (scene * 13 + 5) % scenes


def maze(scenes: int) -> str:
    """A story of so many scenes."""
    return "\n".join((*head(1), "start: s0", "scenes:", *_scenes(scenes))) + "\n"


def _scenes(scenes: int) -> Iterator[str]:
    for scene in range(scenes):
        one, two, three = ways(scene, scenes)
        yield f"  s{scene}:\n    place: corridor\n    lines:"
        yield f"      - Du står i korridor {scene}.\n      - alva: Vart ska vi gå nu?"
        yield "    ask: Vad gör du?\n    choices:"
        yield f"      - {TEXTS[0]}: {{do: {{trust: +1}}, go: s{one}}}"
        yield f"      - {TEXTS[1]}: {{when: {{trust: at least 2, wrote: true}}, do: {{trust: 0}}, go: s{two}}}"
        yield f"      - {TEXTS[2]}: {{do: {{wrote: true, rift: true}}, go: s{three}}}"


def questions(count: int) -> str:
    """A story that remembers the answers to so many questions with four answers each, until somebody listens."""
    return "\n".join((*_facts(count), "start: q0", "scenes:", *_questions(count))) + "\n"


def _facts(count: int) -> Iterator[str]:
    for line in head(1):
        yield line
        if line.startswith("\nfacts:"):
            yield from (f"  answer_{number}: {{start: 0, from: 0, to: 3}}" for number in range(count))


def _questions(count: int) -> Iterator[str]:
    for number in range(count):
        yield f"  q{number}:\n    place: corridor\n    ask: Vad svarar du på fråga {number + 1}?\n    choices:"
        for answer in range(4):
            going = f"{{do: {{answer_{number}: {answer}}}, go: q{number + 1}}}"
            yield f"      - Svar {answer + 1}.: {going}"
    yield f"  q{count}:\n    place: office\n    lines:"
    yield "      - samira: Vill du berätta?"
    yield from (
        f"      - narration: Du minns.\n        when: {{answer_{number}: 3}}" for number in range(count)
    )
    yield "    go: beratta\n  beratta:\n    place: office\n    ask: Vem?\n    tell: {samira: slut}"
    yield "    beginnings: [Det gäller en kompis., Kan du lyssna?]\n  slut:\n    place: office"
    yield "    ending: {title: Två som vet, text: Ni är två nu., help: [school, bris]}"
