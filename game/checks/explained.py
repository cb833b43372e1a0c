"""Words that a story explains: whether they are ever met, and whether what is said of them is easier than they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.format.reading import nearest
from game.messages.catalog import open_catalog
from game.messages.language import EASY
from game.messages.po_file import languages_of
from game.story.glossary import forms, found, needed
from game.story.problem import Problem, problem
from game.story.texts import ABOUT, WORDS, TextKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from game.checks.subject import Subject
    from game.story.glossary import Explained
    from game.story.texts import StoryText

MOST = 30
"""More words than this are too many: whoever needs so many explained needs another story, or lättläst svenska."""
_LOOKED_INTO = 100
"""Of more words than this the first ones are looked into: what is so far from right need not be told word by word."""
LONGEST = 120
"""Characters of an explanation: one sentence, and all of it on one card."""
LONG = 10
"""A word of no more letters than this is never too hard to explain another one with."""

_UNSEEN = frozenset({TextKind.TALK, TextKind.LISTEN, TextKind.CHAT_TITLE, TextKind.NAME})
"""Kinds of texts in which a word is not explained: they are not shown, or are names."""
_BETWEEN = "\0"
"""Stands in no text."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY = re.compile(
    "..?|alla|allt|andra|att|bara|blir?|den|denna|dessa|det|detta|eller|ett|finns|för|gör|göra|hade?|har|inte|kallas|kan|man"
    "|med|men|några|någon|något|när|och|ordet|samma|sak|sig|som|ska|till|var|vara|vill|heter|betyder"
)
"""Words that say nothing of what something is."""
_ENDINGS = (
    *("n", "en", "et", "t", "s", "ar", "er", "or", "na", "a", "e", "r", "ns", "ens", "ets"),
    *("arna", "erna", "orna"),
)
"""How Swedish inflects, well enough to see that two words are one."""
_STEM = 4
"""A word of fewer letters may have another meaning with such an ending: ”hot” and ”hota”, ”bli” and ”blir”."""


def problems(subject: Subject) -> Iterator[Problem]:
    """T459 to T465 for the words as they are in the story, and M616 for their translations."""
    explained = subject.story.words[:_LOOKED_INTO]
    if not explained:
        return
    if len(subject.story.words) > MOST:
        yield problem("T465", explained[MOST].at, number=len(subject.story.words), most=MOST)
    yield from _nowhere(subject, explained)
    yield from _twice(explained)
    for each in explained:
        yield from _one(each, explained)
    if subject.locale is not None:
        for language in languages_of(subject.locale, subject.story.about.id):
            # Easy Swedish says it without the difficult word, wherever it can.
            if language != EASY:
                yield from _not_translated_alike(subject, explained, subject.locale, language)


# --- where they stand ------------------------------------------------------------------------------


def _shown(subject: Subject) -> tuple[StoryText, ...]:
    """The texts in which words are explained."""
    return tuple(
        text for text in subject.texts if text.context not in (ABOUT, WORDS) and text.kind not in _UNSEEN
    )


def _met(explained: tuple[Explained, ...], shown: Iterable[str], of: Callable[[str], str]) -> set[int]:
    """The numbers of the words that stand anywhere in what is shown; `of` says them in its language."""
    words = tuple(of(each.word) for each in explained)
    return set(needed(words, lambda number: of(explained[number].meaning), _BETWEEN.join(shown)))


def _nowhere(subject: Subject, explained: tuple[Explained, ...]) -> Iterator[Problem]:
    shown = [text.text for text in _shown(subject)]
    missed = set(range(len(explained))) - _met(explained, shown, str)
    there = sorted({word for text in shown for word in _WORD.findall(text)}) if missed else []
    for number in sorted(missed):
        word = forms(explained[number].word)[0]
        yield problem("T461", explained[number].at, word=word, meant=_meant(word, there))


def _meant(word: str, there: list[str]) -> str:
    """The form of a word that does stand in the story, or what is spelt nearly so; "" when there is none."""
    stem = word.casefold()[: max(_STEM, len(word) - 2)]
    alike = [each for each in there if each.casefold().startswith(stem)]
    if alike:
        return min(alike, key=len)
    return nearest(word, (each for each in there if each[:1].casefold() == word[:1].casefold()))


def _not_translated_alike(
    subject: Subject, explained: tuple[Explained, ...], locale: Path, language: str
) -> Iterator[Problem]:
    """A translated word that is not the one which the translated story uses."""
    catalog, domain = open_catalog(locale, language), subject.story.about.id
    shown = (catalog.of(domain, text.context, text.text) for text in _shown(subject))
    met = _met(explained, shown, lambda text: catalog.of(domain, WORDS, text))
    for number, each in enumerate(explained):
        if number not in met and catalog.has(domain, WORDS, each.word):
            told = catalog.of(domain, WORDS, each.word)
            yield problem("M616", each.at, word=forms(each.word)[0], translation=told, language=language)


# --- what is said of them --------------------------------------------------------------------------


def _twice(explained: tuple[Explained, ...]) -> Iterator[Problem]:
    """A word that was explained before, in the same form or in another."""
    by_form: dict[str, Explained] = {}
    by_stem: dict[str, Explained] = {}
    for each in explained:
        own = [form.casefold() for form in forms(each.word)]
        before = [by_form[stem] for form in own for stem in _stems(form) if stem in by_form]
        before += [by_stem[form] for form in own if form in by_stem]
        if before:
            word, other = forms(each.word)[0], forms(before[0].word)[0]
            yield problem("T460", each.at, word=word, other=other, line=before[0].at.line)
        for form in own:
            by_form.setdefault(form, each)
            for stem in _stems(form):
                by_stem.setdefault(stem, each)


def _stems(form: str) -> tuple[str, ...]:
    """The form, and what may be left of it without an ending."""
    bare = (form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending))
    return (form, *(stem for stem in bare if len(stem) > _STEM))


def _one(each: Explained, explained: tuple[Explained, ...]) -> Iterator[Problem]:
    own = forms(each.word)
    for form in own:
        if sum(map(str.isalpha, form)) <= 1:
            yield problem("T459", each.at, word=form)
    if len(each.meaning) > LONGEST:
        yield problem("T463", each.at, word=own[0], length=len(each.meaning), most=LONGEST)
    if _says_nothing(each):
        yield problem("T464", each.at, word=own[0])
    known = tuple(other.word for other in explained)
    spared = {each.meaning[place.start : place.end] for place in found(known, each.meaning)}
    longest = max(LONG, *(len(form) for form in own))
    harder = [word for word in _WORD.findall(each.meaning) if len(word) > longest and word not in spared]
    if harder:
        yield problem("T462", each.at, word=own[0], harder=max(harder, key=len))


def _says_nothing(each: Explained) -> bool:
    """Whether an explanation has nothing in it that says anything, or only the word itself."""
    stems = {
        word.casefold()[: max(_STEM, len(word) - 3)] for form in forms(each.word) for word in form.split()
    }
    says = {word for word in map(str.casefold, _WORD.findall(each.meaning)) if not _EMPTY.fullmatch(word)}
    others = {word for word in says if not any(word.startswith(stem) for stem in stems)}
    return not others
