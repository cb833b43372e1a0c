"""The figures of one story in words, for `beratta stats NAME`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.checks.reading_level import target
from game.screens.words import StoryWords
from game.story.engine import Machine
from game.story.explore import explore
from game.story.library import GREY, HEALTHY
from game.story.route_lengths import SECONDS_A_DECISION, SECONDS_A_LINE, pace
from game.story.routes import routes
from game.story.tally import tally
from game.tools.stats_layout import columns, grouped, section, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.story.library import Signs
    from game.story.model import Story
    from game.story.route_lengths import Spread
    from game.story.routes import Routes, ToTelling
    from game.story.tally import Tally
    from game.tools.stats_layout import Part

HARDEST = 5
"""Scenes that are named; the others are easier."""
_FAR_OFF = 0.25
"""How far the head's minutes may be from the median's, as a share of the latter."""
_SOURCE = "sv"


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is counted of a story. `routes` is None where no way through it comes to an ending.

    `states` is how many states were looked into; there are more than these when not `complete`. `ends` says whether any of
    them comes to an ending.
    """

    story: Story
    signs: Signs
    tally: Tally
    routes: Routes | None
    states: int
    complete: bool
    ends: bool


def figures(story: Story, signs: Signs) -> Figures:
    """Counts a story."""
    machine = Machine(story)
    found = explore(machine)
    return Figures(
        story,
        signs,
        tally(story),
        routes(machine, found),
        states=found.expanded,
        complete=found.complete,
        ends=bool(found.final),
    )


def told(of: Figures, words: Words, language: str) -> Iterator[str]:
    """The figures as lines of text."""
    known = StoryWords(words, of.story)
    about = of.story.about
    yield words.ui(
        "{title} ({name}), {youngest}–{oldest} år",
        title=known.about(about.title),
        name=about.id,
        youngest=about.youngest,
        oldest=about.oldest,
    )
    if language != _SOURCE:
        yield words.ui("Måtten gäller den svenska texten.")
    yield from section(words.ui("Text"), _text(of.tally, words))
    yield from section(words.ui("Vägar"), _routes(of, words))
    if of.routes:
        yield from section(words.ui("Slut"), _endings(of.routes, known))
        yield from section(words.ui("Att berätta"), _telling(of.routes.telling, words))
    yield from section(words.ui("Vem säger vad"), _speakers(of.tally, known))
    yield from section(words.ui("Hur lätt det är att läsa (LIX)"), _reading(of, words))
    yield from section(words.ui("Vad repliker är tecken på"), _signs(of, words))


# --- the sections ----------------------------------------------------------------------------------


def _text(of: Tally, words: Words) -> Iterator[Part]:
    yield words.ui(
        "{scenes}, {lines}, {endings}.",
        scenes=words.plural("{n} scen", "{n} scener", of.scenes),
        lines=words.plural("{n} replik", "{n} repliker", of.lines),
        endings=words.plural("{n} slut", "{n} slut", of.endings),
    )
    yield words.ui(
        "{all} ord: {lines} i repliker, {choices} i frågor och val, {whys} i varför något är ett tecken, "
        "{endings} i slut, {eyes} i andra ögon, resten i huvudet, på kort och i klassens frågor.",
        all=grouped(of.words.all),
        lines=grouped(of.words.lines),
        choices=grouped(of.words.choices),
        whys=grouped(of.words.whys),
        endings=grouped(of.words.endings),
        eyes=grouped(of.words.eyes),
    )


def _routes(of: Figures, words: Words) -> Iterator[Part]:
    found = of.routes
    if found is None and (of.ends or not of.complete):
        yield words.ui("Vägarna är för långa att mäta: ingen av dem som prövades kom till ett slut.")
        return
    if found is None:
        yield words.ui("Ingen väg leder till ett slut. beratta check säger var det tar stopp.")
        return
    if found.count is not None:
        yield words.ui("{n} olika vägar från början till ett slut.", n=grouped(found.count))
    elif of.complete:
        yield words.ui("Vägarna går inte att räkna: ett val leder tillbaka dit man har varit.")
    else:
        yield words.ui("Vägarna går inte att räkna: det finns fler än {n} lägen.", n=grouped(of.states))
    if found.tried:
        yield words.ui(
            "Måtten kommer från {n} vägar som prövats, alltid samma; den längsta kan vara längre.",
            n=grouped(found.tried),
        )
    rows = [["", words.ui("kortast"), words.ui("median"), words.ui("längst")]]
    rows += [
        [words.ui("minuter"), *(str(_minutes(each)) for each in _three(found.seconds))],
        [words.ui("ord"), *map(grouped, _three(found.words))],
        [words.ui("val"), *map(grouped, _three(found.decisions))],
    ]
    yield columns(rows)
    yield from _time(of.story, found, words)


def _three(of: Spread) -> tuple[int, int, int]:
    return of.shortest, of.median, of.longest


def _minutes(seconds: int) -> int:
    return max(1, round(seconds / 60))


def _time(story: Story, found: Routes, words: Words) -> Iterator[Part]:
    yield words.ui(
        "Tiden gäller den som är {age} år: {pace} ord i minuten, {line} till för varje replik och {decision} för varje val.",
        age=story.about.youngest,
        pace=pace(story.about.youngest),
        line=words.plural("{n} sekund", "{n} sekunder", SECONDS_A_LINE),
        decision=words.plural("{n} sekund", "{n} sekunder", SECONDS_A_DECISION),
    )
    promised, median = story.about.minutes, _minutes(found.seconds.median)
    if abs(promised - median) > _FAR_OFF * median:
        yield words.ui(
            "I huvudet står minutes: {promised}. Det är långt från medianen, {median}: se över det.",
            promised=promised,
            median=median,
        )
    else:
        yield words.ui("I huvudet står minutes: {promised}, och det stämmer ungefär.", promised=promised)


def _endings(found: Routes, known: StoryWords) -> Iterator[Part]:
    words = known.words
    counted = found.count is not None
    head = ["", words.ui("andel"), *([words.ui("vägar")] if counted else []), words.ui("minst val dit")]
    rows = [head]
    for ending in found.endings:
        fewest = words.ui("nås inte") if ending.fewest is None else str(ending.fewest)
        ways = [grouped(ending.ways or 0)] if counted else []
        rows.append([known.scene(ending.scene, ending.title), share(words, ending.share), *ways, fewest])
    yield columns(rows)
    yield words.ui("Andelen gäller när alla val som syns tas lika ofta.")


def _telling(of: ToTelling, words: Words) -> Iterator[Part]:
    if of.after is None:
        yield words.ui("På ingen väg får en vuxen som lyssnar veta.")
        return
    yield words.ui(
        "En vuxen som lyssnar vet efter {shortest} val som snabbast, {median} i mitten och {longest} som senast.",
        shortest=of.after.shortest,
        median=of.after.median,
        longest=of.after.longest,
    )
    if of.far:
        scene, decisions = of.far
        yield words.plural(
            "Var man än är finns en vuxen som lyssnar högst {n} val bort; längst är det från scenen {scene}.",
            "Var man än är finns en vuxen som lyssnar högst {n} val bort; längst är det från scenen {scene}.",
            decisions,
            scene=scene,
        )
    if of.choices:
        yield words.ui(
            "{leading} av {choices} val ({share}) leder direkt till att berätta: nästa beslut är att säga det till en "
            "vuxen som lyssnar. Bara val som kan synas innan någon sådan vet räknas.",
            leading=of.leading,
            choices=of.choices,
            share=share(words, of.leading / of.choices),
        )


def _speakers(of: Tally, known: StoryWords) -> Iterator[Part]:
    words = known.words
    rows = [["", words.ui("repliker"), words.ui("varav meddelanden"), words.ui("ord")]]
    for each in of.speakers:
        name = known.name(each.who) or words.ui("Berättaren")
        rows.append([name, grouped(each.lines), grouped(each.messages), grouped(each.words)])
    yield columns(rows)


def _reading(of: Figures, words: Words) -> Iterator[Part]:
    most = target(of.story.about.youngest)
    yield words.ui(
        "Hela berättelsen: {lix}. Målet för {age} år är högst {most}.",
        lix=round(of.tally.lix),
        age=of.story.about.youngest,
        most=most,
    )
    over = sum(round(each.lix) > most for each in of.tally.readings)
    if over:
        yield words.plural("{n} scen ligger över målet.", "{n} scener ligger över målet.", over)
    else:
        yield words.ui("Ingen scen ligger över målet.")
    yield words.ui("De svåraste scenerna; i en kort scen betyder ett enda långt ord mycket:")
    rows = [["", words.ui("LIX"), words.ui("ord")]]
    rows += [[each.scene, str(round(each.lix)), grouped(each.words)] for each in of.tally.readings[:HARDEST]]
    yield columns(rows)


def _signs(of: Figures, words: Words) -> Iterator[Part]:
    by_form: dict[str, int] = {}
    for sign, lines in of.tally.signs.items():
        form = of.signs.form_of(sign)
        if form:
            by_form[form.id] = by_form.get(form.id, 0) + lines
    ordered = [form for form in of.signs.forms.values() if form.id in by_form]
    rows = [["", words.ui("repliker")]]
    rows += [[words.of("signs", "form", form.label), grouped(by_form[form.id])] for form in ordered]
    for sign in (HEALTHY, GREY):
        kind = of.signs.signs.get(sign)
        label = words.of("signs", "sign", kind.label) if kind else sign
        rows.append([label, grouped(of.tally.signs.get(sign, 0))])
    yield columns(rows)
