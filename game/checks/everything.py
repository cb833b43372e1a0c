"""All that is wrong with a story: what keeps it from being read, what its proofs find, and what an author should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.checks import (
    assets,
    compatibility,
    explained,
    heard,
    help_dates,
    markup,
    plans,
    reachable,
    reading_level,
    safeguarding,
    spoken,
    translations,
    typography,
    unfolds,
    vignettes,
    wording,
)
from game.checks.subject import Shared, Subject
from game.format.allow import settled
from game.format.load import story_from_text
from game.format.schema_line import schema_problems
from game.format.uncollected import uncollected
from game.lazy import later
from game.story.check import proven
from game.story.engine import Machine
from game.story.explore import explore
from game.story.library import help_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from game.checks.layout import problems as layout_problems
    from game.checks.pictures import problems as picture_problems
    from game.format.vocabulary import Vocabulary
    from game.story.model import Story
    from game.story.problem import Problem
else:
    # They set every text with the real fonts, and draw every picture: that takes longer than all the others, and needs pygame.
    layout_problems = later("game.checks.layout", "problems")
    picture_problems = later("game.checks.pictures", "problems")

Check: TypeAlias = "Callable[[Subject], Iterator[Problem]]"

SharedCheck: TypeAlias = "Callable[[Shared], Iterator[Problem]]"

CHECKS: tuple[Check, ...] = (
    reachable.problems,
    unfolds.problems,
    safeguarding.problems,
    spoken.problems,
    heard.problems,
    markup.problems,
    typography.problems,
    wording.problems,
    reading_level.problems,
    explained.problems,
    translations.problems,
    assets.problems,
    plans.problems,
    compatibility.problems,
)
"""All but the layout's."""

LAYOUT_CODES = ("T48",)
"""How the codes of the layout's check begin."""

SHARED_CHECKS: tuple[SharedCheck, ...] = (
    help_dates.problems,
    vignettes.problems,
    translations.shared_problems,
    picture_problems,
)
"""For what stories share."""


@dataclass(frozen=True, slots=True)
class Around:
    """Where a story stands: its folder, that of what stories share, that of the translations, and the day.

    None is a place that there is not; what would be looked for there is not missed.
    """

    vocabulary: Vocabulary
    today: date
    folder: Path | None = None
    root: Path | None = None
    locale: Path | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read, None where it cannot be, and all that is wrong, in the order of the file."""

    story: Story | None
    problems: tuple[Problem, ...]


@uncollected()
def examined(
    source: str,
    file: str,
    story_id: str,
    around: Around,
    *,
    layout: bool = True,
    checks: tuple[Check, ...] = CHECKS,
) -> Verdict:
    """Looks into a story's text; `file` is the name that problems carry. `layout` measures every text on its card."""
    loaded = story_from_text(source, around.vocabulary, file=file, story_id=story_id)
    if loaded.value is None:
        return Verdict(None, settled(loaded.problems, source, file, not_looked_for=lambda _: True))
    story = loaded.value
    machine = Machine(story)
    counts = reachable.Counts(story)
    found = explore(machine, watch=counts.take)
    entries = around.vocabulary.help
    shown = {entry.id for entry in help_for(entries, story.about.youngest)}
    told = [*schema_problems(source, file), *proven(story, found, shown if entries else None)]
    places = around.folder, around.root, around.locale
    subject = Subject(story, found, counts, file, source, around.vocabulary, around.today, *places, machine)
    for check in checks:
        told += check(subject)
    if layout:
        told += layout_problems(subject)
    left_out = () if layout else LAYOUT_CODES
    remaining = settled(
        dict.fromkeys(told), source, file, not_looked_for=lambda code: code.startswith(left_out)
    )
    return Verdict(story, remaining)


def shared_problems(shared: Shared) -> tuple[Problem, ...]:
    """What is wrong with what stories share, beyond what keeps it from being read."""
    return tuple(dict.fromkeys(problem for check in SHARED_CHECKS for problem in check(shared)))
