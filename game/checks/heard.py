"""What could hurt a reader in how others answer: a cry that nobody marks, an adult who makes it worse, a question too close.

Words can only be judged by people. What is told here is where they should look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.checks.marked import is_marked
from game.story.problem import Problem, problem
from game.story.texts import TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.model import Line, Person

_WANTS_TO_DIE = re.compile(
    r"\b(?:inte|aldrig) (?:längre )?(?:vill|orkar|ids)(?: längre)? leva\b"
    r"|\b(?:vill|orkar)(?: \w+){0,2}? inte(?: \w+){0,2}? leva\b"
    r"|\bvill (?:bara )?dö\b"
    r"|\b(?:tar?|ta) (?:livet av (?:mig|sig)|mitt liv|sitt liv)\b"
    r"|\bbättre om jag (?:är|var|vore) (?:död|borta)\b"
    r"|\b(?:skär|skada|skadar) (?:mig|sig)(?: själv| på arm\w*| i arm\w*)\b"
    r"|\bsjälvmord\b"
)
_DARK = ("lev", "dö", "liv", "borta", "skär", "skada", "självmord")
"""Letters without which there is none of that."""
_MAKES_IT_WORSE = re.compile(
    r"\bvarför (?:sa|berättade|gjorde|gick|kom|lämnade) du inte\b"
    r"|\bdu borde ha(?: \w+)? (?:sagt|gjort|berättat|lämnat|gått|stannat)\b"
    r"|\bär du säker på att det (?:är sant|hände|stämmer)\b"
    r"|\b(?:prata|tala|reda) ut\b|\bmedla\b"
    r"|\bdu får (?:nog )?skylla dig själv\b"
)
_CALLS_HOME = re.compile(
    r"\b(?:ringer?|kontaktar?|pratar? med|mejlar?|berättar? för) "
    r"(?:(?:hem|din|dina|er|era|hans|hennes|deras) ?)(?:till )?(?:föräldrar|mamma|pappa|familj|vårdnadshavare|bror)?\b"
)
_FIRST = re.compile(r"\b(?:inte|aldrig|innan|utan att|socialtjänst\w*)\b")
_OWN_LIFE = re.compile(
    r"\b(?:har|är|blir|blev|känner|var) du (?:själv|någonsin|någon gång)\b"
    r"|\bhemma hos dig\b|\bi ditt (?:eget )?liv\b|\bhänt dig(?: själv)?\b|\bi din (?:egen )?(?:familj|relation)\b"
)
_ALL_WELL = re.compile(
    r"\b(?:nu är allt|allt är|allt blev|allt blir) (?:bra|löst|över|som vanligt)\b|\b(?:allt|det) löste sig\b"
    r"|\btack vare dig\b|\bdu räddade\b|\blyckliga i alla\b|\bvåldet (?:är slut|tog slut|upphörde)\b"
)
_CLOSE_TO_HOME = frozenset({"honour", "family"})
"""Contexts in which those at home may be the ones who hurt."""


def problems(subject: Subject) -> Iterator[Problem]:
    """S733 to S736: in lines, in questions to the player, and in endings."""
    for scene in subject.story.scenes.values():
        for line in scene.lines:
            if not is_marked(line, subject.vocabulary.signs):
                yield from _line(subject, line)
    for text in subject.texts:
        if text.kind in {TextKind.ASK, TextKind.TALK, TextKind.FEEL}:
            words = about_own_life(text.text)
            if words:
                yield problem("S735", subject.find(text, words), words=words.casefold())
        if text.kind is TextKind.ENDING:
            found = _ALL_WELL.search(text.text.casefold())
            if found:
                yield problem(
                    "S736", subject.find(text, text.text[found.start() : found.end()]), words=found[0]
                )


def about_own_life(text: str) -> str:
    """The words of a text that ask whoever reads it about their own life; "" where it does not."""
    found = _OWN_LIFE.search(text.casefold())
    return text[found.start() : found.end()] if found else ""


def _line(subject: Subject, line: Line) -> Iterator[Problem]:
    said = line.text.casefold()
    person = subject.story.cast.get(line.speaker)
    if person is None or not person.adult:
        # To look for a few letters is much quicker than to look for a pattern, and nearly every line has none of them.
        found = _WANTS_TO_DIE.search(said) if any(letters in said for letters in _DARK) else None
        if found:
            yield problem("S733", line.at, words=line.text[found.start() : found.end()])
        return
    yield from _adult(subject, line, person)


def _adult(subject: Subject, line: Line, person: Person) -> Iterator[Problem]:
    said = line.text.casefold()
    found = _MAKES_IT_WORSE.search(said)
    if (
        found is None
        and not _CLOSE_TO_HOME.isdisjoint(subject.story.about.contexts)
        and not _FIRST.search(said)
    ):
        found = _CALLS_HOME.search(said)
    if found:
        yield problem("S734", line.at, name=person.name, words=line.text[found.start() : found.end()].strip())
