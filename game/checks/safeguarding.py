"""What could hurt a reader, as far as the shape of a story shows it: ages, content notes, signs, and its review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.parse_review import APPROVED
from game.story.digest import digest
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.checks.subject import Subject
    from game.story.library import Form, SignType
    from game.story.model import Sign


def problems(subject: Subject) -> Iterator[Problem]:
    """Ages, content note, declared forms and review of a story."""
    used = _used(subject)
    yield from _ages(subject, used)
    yield from _note(subject, used)
    yield from _declared(subject, used)
    yield from _review(subject)


def _used(subject: Subject) -> dict[str, Sign]:
    """Each kind of sign in the story's lines, where it stands first."""
    found: dict[str, Sign] = {}
    for scene in subject.story.scenes.values():
        for line in scene.lines:
            if line.sign:
                found.setdefault(line.sign.sign, line.sign)
    return found


def _types(subject: Subject, used: Iterable[str]) -> list[SignType]:
    known = subject.vocabulary.signs.signs
    return [known[sign] for sign in used if sign in known]


def _forms(subject: Subject, used: Iterable[str]) -> list[Form]:
    """The forms that the story declares or shows."""
    known = subject.vocabulary.signs.forms
    names = (*subject.story.about.forms, *(kind.form for kind in _types(subject, used)))
    return [known[name] for name in dict.fromkeys(names) if name in known]


def _ages(subject: Subject, used: dict[str, Sign]) -> Iterator[Problem]:
    youngest = subject.story.about.youngest
    for form in _forms(subject, ()):
        if form.youngest > youngest:
            yield problem(
                "S711", subject.key("ages"), name=form.label, youngest=youngest, least=form.youngest
            )
    for kind in _types(subject, used):
        of = subject.vocabulary.signs.form_of(kind.id)
        least = max(kind.youngest, of.youngest if of else 0)
        if least > youngest:
            yield problem("S711", used[kind.id].at, name=kind.label, youngest=youngest, least=least)


def _note(subject: Subject, used: dict[str, Sign]) -> Iterator[Problem]:
    note = subject.story.about.notes.casefold()
    forms = _forms(subject, used)
    needed: list[Form | SignType] = [form for form in forms if form.named]
    for each in (*needed, *_types(subject, used)):
        if each.note and not _names(note, each.note):
            yield problem("S710", subject.key("notes"), name=each.label, words=", ".join(each.note))
    words = tuple(word for form in forms for word in form.note)
    if words and not _names(note, words):
        labels = ", ".join(form.label for form in forms)
        yield problem("S710", subject.key("notes"), name=labels, words=", ".join(words[:6]))


def _names(note: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of the note begins in one of these ways."""
    return any(f" {beginning}" in f" {note}" for beginning in beginnings)


def _declared(subject: Subject, used: dict[str, Sign]) -> Iterator[Problem]:
    declared = subject.story.about.forms
    shown = {kind.form: used[kind.id] for kind in reversed(_types(subject, used)) if kind.form}
    for name in declared:
        if name not in shown:
            yield problem("S712", subject.key("about"), form=name)
    for name, sign in shown.items():
        if name not in declared:
            yield problem("S713", sign.at, form=name, sign=sign.sign)


def _review(subject: Subject) -> Iterator[Problem]:
    at = subject.key("review")
    if at == subject.story.at:
        yield problem("S742", at)
    reviewed = subject.story.about.reviewed
    if reviewed.state == APPROVED and reviewed.text:
        mark = digest(subject.story)
        if reviewed.text != mark:
            yield problem("S741", at, on=reviewed.on, mark=mark)
