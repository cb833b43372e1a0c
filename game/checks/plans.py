"""Whether the plans beside a story are right, and what of the story none of them reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.plans import list_plans, load_plan
from game.story.plan import coverage
from game.story.plan_run import run_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.problem import Problem


def problems(subject: Subject) -> Iterator[Problem]:
    """P901 to P916 in the files of the plans, P950 and P951 in the story's; nothing where no folder is known.

    What no plan reaches is told when all plans are right: one that stops early has not reached anything.
    """
    if subject.folder is None:
        return
    machine = subject.machine
    outcomes = []
    wrong = False
    for path in list_plans(subject.folder):
        plan = load_plan(path)
        found = plan.problems
        if plan.value is not None:
            outcome = run_plan(machine, plan.value)
            outcomes.append(outcome)
            found = outcome.problems
        wrong = wrong or bool(found)
        yield from found
    if not wrong:
        yield from coverage(subject.story, outcomes)
