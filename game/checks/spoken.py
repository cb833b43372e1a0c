"""What could hurt a reader in the words themselves: real numbers and schools, promises that no adult can keep, going it alone.

Words can only be judged by people. What is told here is where they should look.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from game.checks.marked import is_marked
from game.checks.safety import safety
from game.story.model import LineKind
from game.story.problem import Problem, problem
from game.story.texts import StoryText, TextKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.checks.subject import Subject
    from game.story.model import Line, Story

_NUMBER = re.compile(r"(?<![\d.,])(?:\+46 ?\(?0?\)?|0)[1-9][\d -]{5,12}\d(?!\d)")
_NOT_A_DIGIT = re.compile(r"\D")
_SCHOOL = re.compile(
    r"\b([A-ZÅÄÖ][\w-]*?)(?:skolan|gymnasiet)\b|\b([A-ZÅÄÖ][\w-]+) gymnasium\b|\b([A-ZÅÄÖ][\w-]+s) skola\b"
)
_SECRECY = re.compile(
    r"\blova[rt]?\b[^.!?]*\b(?:hemlig|tyst\b|inte (?:säga|berätta|föra)|aldrig (?:säga|berätta))"
    r"|\bstannar (?:mellan oss|i det här rummet|hos mig|här inne)\b"
    r"|\bbara mellan (?:oss|dig och mig)\b"
    r"|\bjag (?:ska |kommer )?(?:inte|aldrig) (?:att )?(?:säga|berätta)\b[^.!?]{0,15}\b(?:till|för) (?:någon|nån)\b"
    r"|\bjag (?:säger|berättar)\b[^.!?]{0,12}\b(?:inte|aldrig)\b[^.!?]{0,15}\b(?:till|för) (?:någon|nån)\b"
    r"|\bdet (?:blir|är|kan bli|får bli) vår (?:lilla )?hemlighet\b"
    r"|\btystnadsplikt\b(?![^.!?]*\b(?:men|fast|ändå)\b)"
    r"|\bingen (?:annan )?(?:får|behöver|ska|kommer att) (?:någonsin )?(?:få )?veta\b"
)
_OUTCOME = re.compile(
    r"\b(?:lovar|garanterar)\b(?! inte)[^.!?]*\b(?:bli bra|blir bra|ordna|ordnar|ta slut|trygg|händer aldrig|försvinn)"
    r"|\bingenting kan hända (?:dig|er)\b|\bnu är (?:du|ni) trygga?\b"
    r"|\b(?:allt|det här) (?:kommer att bli|blir) bra\b|\b(?:allt|det) (?:löser|ordnar) sig\b"
)
_NOT = re.compile(r"\b(?:inte|aldrig)\b[^.!?]{0,15}$")
_CLASH = re.compile(r"\b(?:konfrontera|hämnas|hota|knuffa|slå till|slå ner|ge igen)\b")
_STRAIGHT = r"(?:Ring|Möt|Fråga|Stoppa|Hindra|Följ|Svara|Ställ)"
_BY_WAY_OF = r"(?:Skriv|Skicka|Ring|Säg|Prata|Skäll|Åk|Gå|Cykla|Spring|Be|Hälsa)(?: \w+){0,2}? (?:till|åt|med|på|mot|hos)"
"""Beginnings of choices after which the name of somebody says whom the player goes to."""


def problems(subject: Subject) -> Iterator[Problem]:
    """Numbers, names of schools, promises and clashes in the words of a story."""
    known = {_NOT_A_DIGIT.sub("", entry.contact) for entry in subject.vocabulary.help}
    for text in subject.texts:
        # Few texts have either, and to look for a few letters is much quicker than to look for a pattern.
        if "0" in text.text or "+46" in text.text:
            yield from _numbers(subject, text, known)
        if "skola" in text.text or "gymnasi" in text.text:
            yield from _schools(subject, text)
    yield from _promises(subject)
    yield from _clashes(subject)


def _numbers(subject: Subject, text: StoryText, known: set[str]) -> Iterator[Problem]:
    for number in real_numbers(text.text, known):
        yield problem("S720", subject.find(text, number), number=number)


def real_numbers(text: str, known: Collection[str] = ()) -> Iterator[str]:
    """What may be somebody's telephone number: none set aside for stories, and none whose digits are `known`."""
    for found in _NUMBER.finditer(text):
        digits = _NOT_A_DIGIT.sub("", found[0])
        national = f"0{digits.removeprefix('46').lstrip('0')}" if found[0].startswith("+") else digits
        if national not in known and not safety().is_fictional(national):
            yield found[0]


def _schools(subject: Subject, text: StoryText) -> Iterator[Problem]:
    for found in _SCHOOL.finditer(text.text):
        name = found[1] or found[2] or found[3]
        if name.casefold() not in safety().kinds_of_school:
            yield problem("S721", subject.find(text, found[0]), name=found[0])


def _promises(subject: Subject) -> Iterator[Problem]:
    for scene in subject.story.scenes.values():
        for line in scene.lines:
            person = subject.story.cast.get(line.speaker)
            if person is None or not person.adult or is_marked(line, subject.vocabulary.signs):
                continue
            for code, pattern in (("S731", _SECRECY), ("S732", _OUTCOME)):
                found = pattern.search(line.text.casefold())
                if found and not _NOT.search(line.text.casefold()[: found.start()]):
                    yield problem(
                        code, line.at, name=person.name, words=line.text[found.start() : found.end()]
                    )


def _clashes(subject: Subject) -> Iterator[Problem]:
    story = subject.story
    names = [story.cast[who].name for who in _who_hurt(subject) if who in story.cast]
    adults = [person.name for person in story.cast.values() if person.adult]
    reaches = _reaching(names)
    for text in subject.texts:
        if text.kind is not TextKind.CHOICE or any(name in text.text for name in adults):
            continue
        found = _CLASH.search(text.text.casefold()) or (reaches.search(text.text) if reaches else None)
        if found:
            yield problem("S730", text.at, choice=text.text)


def _reaching(names: list[str]) -> re.Pattern[str] | None:
    """A choice that goes straight to one of those who hurt: ”Skriv till Noel”, ”Ring Noel”."""
    if not names:
        return None
    who = "|".join(map(re.escape, names))
    return re.compile(rf"^(?:{_STRAIGHT}|{_BY_WAY_OF}) (?:{who})\b")


def _who_hurt(subject: Subject) -> set[str]:
    """Those who write or say signs of violence, without the player and without the one who is exposed to them.

    Who is exposed is not declared; it is the young person, other than the player, who says most.
    """
    story = subject.story
    spoken = Counter(line.speaker for line in _lines(story) if line.kind is LineKind.SPEECH)
    young = [who for who, person in story.cast.items() if not person.adult and who != story.you]
    exposed = max(young, key=lambda who: spoken[who], default="")
    signed = [
        line for line in _lines(story) if line.sign and subject.vocabulary.signs.form_of(line.sign.sign)
    ]
    kinds = {LineKind.SPEECH, LineKind.MESSAGE}
    return {line.speaker for line in signed if line.kind in kinds} - {story.you, exposed, ""}


def _lines(story: Story) -> list[Line]:
    return [line for scene in story.scenes.values() for line in scene.lines]
