"""What all stories together are about, in words, for `beratta stats` without a name: a table and its holes."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from game.format.words import CONTEXTS
from game.screens.words import listed
from game.story.coverage import AGES, covered, holes
from game.tools.stats_layout import columns, fits, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.screens.words import Words
    from game.story.coverage import Age, Cell, Hole
    from game.story.library import Signs
    from game.story.model import About
    from game.story.vignettes import Vignettes
    from game.tools.stats_layout import Part

_NARROW = "  "
"""Between the columns of the widest table."""


def told(abouts: Sequence[About], signs: Signs, vignettes: Vignettes, words: Words) -> Iterator[str]:
    """The stories there are, how many are about each form in each context for each age, and what none is about, and why."""
    yield words.plural("{n} berättelse", "{n} berättelser", len(abouts))
    if abouts:
        yield from section(words.ui("Berättelser"), [_shelf(abouts, words)])
    cells = covered(abouts, tuple(signs.forms), CONTEXTS)
    for age in AGES:
        own = [cell for cell in cells if cell.age == age]
        yield from section(_heading(age, words), _age(own, signs, words))
    yield from section(words.ui("Luckor"), _everywhere(cells, signs, words))
    found = holes(abouts, signs.forms.values(), vignettes)
    yield from section(words.ui("Former och åldrar"), _by_age(abouts, found, signs, words))


def _heading(age: Age, words: Words) -> str:
    return words.ui("{youngest}–{oldest} år", youngest=age.youngest, oldest=age.oldest)


def _shelf(abouts: Sequence[About], words: Words) -> tuple[str, ...]:
    rows = [["", words.ui("ålder"), words.ui("sammanhang"), words.ui("minuter")]]
    for each in abouts:
        title = words.of(each.id, "about", each.title)
        ages = f"{each.youngest}–{each.oldest}"
        rows.append(
            [
                f"{title} ({each.id})",
                ages,
                listed(words, (context_name(words, context) for context in each.contexts)),
                str(each.minutes),
            ]
        )
    return columns(rows)


# --- one age ---------------------------------------------------------------------------------------


def _age(cells: Sequence[Cell], signs: Signs, words: Words) -> Iterator[Part]:
    """How many stories there are for one age, by form and context, and in words what is missing."""
    if not any(cell.stories for cell in cells):
        yield words.ui("Ingen berättelse än.")
        return
    table = _table(cells, signs, words)
    if fits(table):
        yield table
    else:
        yield from _listed(cells, signs, words)
    by_context = {context: list(group) for context, group in groupby(cells, attrgetter("context"))}
    empty = []
    for context, own in by_context.items():
        missing = [_form_name(signs, words, cell.form) for cell in own if not cell.stories]
        if len(missing) == len(own):
            empty.append(context_name(words, context))
        elif missing:
            yield words.ui(
                "Ingen berättelse om {forms} i sammanhanget {where}.",
                forms=_enumerated(words, missing),
                where=context_name(words, context),
            )
    if empty:
        yield words.ui("Ingen berättelse alls i sammanhangen {contexts}.", contexts=_enumerated(words, empty))


def _table(cells: Sequence[Cell], signs: Signs, words: Words) -> tuple[str, ...]:
    counts = {(cell.form, cell.context): str(len(cell.stories)) for cell in cells}
    rows = [["", *(context_name(words, context) for context in CONTEXTS)]]
    rows += [
        [words.of("signs", "form", form.label), *(counts[form.id, each] for each in CONTEXTS)]
        for form in signs.forms.values()
    ]
    return columns(rows, _NARROW)


def _listed(cells: Sequence[Cell], signs: Signs, words: Words) -> Iterator[str]:
    """The same without what is empty, where the words of a language are too long for a table."""
    for form in signs.forms.values():
        own = [cell for cell in cells if cell.form == form.id and cell.stories]
        if own:
            counts = [f"{context_name(words, cell.context)} {len(cell.stories)}" for cell in own]
            yield f"{words.of('signs', 'form', form.label)}: {', '.join(counts)}"


# --- all ages --------------------------------------------------------------------------------------


def _everywhere(cells: Sequence[Cell], signs: Signs, words: Words) -> Iterator[Part]:
    """What is missing at every age."""
    full = [cell for cell in cells if cell.stories]
    yield words.ui(
        "{holes} av {all} rutor är tomma: en ruta är en form i ett sammanhang för en ålder.",
        holes=len(cells) - len(full),
        all=len(cells),
    )
    forms = [
        _form_name(signs, words, form) for form in signs.forms if all(cell.form != form for cell in full)
    ]
    contexts = [context_name(words, each) for each in CONTEXTS if all(cell.context != each for cell in full)]
    ages = [f"{age.youngest}–{age.oldest}" for age in AGES if all(cell.age != age for cell in full)]
    if forms:
        yield words.ui("Former som ingen berättelse handlar om: {forms}.", forms=_enumerated(words, forms))
    if contexts:
        yield words.ui(
            "Sammanhang som ingen berättelse har: {contexts}.", contexts=_enumerated(words, contexts)
        )
    if ages:
        yield words.ui("Åldrar som ingen berättelse är för: {ages}.", ages=_enumerated(words, ages))


# --- forms and ages --------------------------------------------------------------------------------


def _by_age(abouts: Sequence[About], found: Sequence[Hole], signs: Signs, words: Words) -> Iterator[Part]:
    """How many stories there are about each form for each age, and of what there is none about, why that is right."""
    rows = [["", *(f"{age.youngest}–{age.oldest}" for age in AGES)]]
    for form in signs.forms.values():
        about = [each for each in abouts if form.id in each.forms]
        counts = (str(sum(age.meets(each) for each in about)) for age in AGES)
        rows.append([words.of("signs", "form", form.label), *counts])
    yield columns(rows)
    for hole in found:
        if hole.explained:
            label = words.of("signs", "form", signs.forms[hole.form].label)
            yield f"{label}, {_heading(hole.age, words)}: {_reason(hole, signs, words)}"
    for age in AGES:
        open_ones = [each.form for each in found if each.age == age and not each.explained]
        if open_ones:
            yield words.ui(
                "{age}: ingen berättelse om {forms}, och ingen förklaring till det.",
                age=_heading(age, words),
                forms=_enumerated(words, [_form_name(signs, words, form) for form in open_ones]),
            )


def _reason(hole: Hole, signs: Signs, words: Words) -> str:
    why = words.of("signs", "form", hole.why) if hole.why else ""
    if hole.early:
        youngest = signs.forms[hole.form].youngest
        why = words.ui("Formen tas upp först för dem som är {age} år och äldre.", age=youngest)
    judged = words.ui("Lektionens frågor tar upp det.") if hole.judged else ""
    return f"{why} {judged}".strip()


def _form_name(signs: Signs, words: Words, form: str) -> str:
    """The form's name as it stands in a sentence."""
    label = words.of("signs", "form", signs.forms[form].label)
    return label[:1].lower() + label[1:]


def _enumerated(words: Words, names: Sequence[str]) -> str:
    *others, last = names
    return words.ui("{names} och {last}", names=listed(words, others), last=last) if others else last


def context_name(words: Words, context: str) -> str:
    """A context in words, short enough for the head of a column."""
    match context:
        case "partner":
            return words.ui("partner")
        case "ex":
            return words.ui("ex")
        case "friend":
            return words.ui("vän")
        case "family":
            return words.ui("familj")
        case "honour":
            return words.ui("heder")
        case "online_stranger":
            return words.ui("okänd på nätet")
        case "adult_in_charge":
            return words.ui("ansvarig vuxen")
        case _:
            return context
