"""What is wrong with the file that an author writes: a page of its own, and a short notice on every other page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Close, Go, Intent, Where
from game.screens.keys import Key
from game.screens.page import Block, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar
from game.screens.workshop import Finding, Reload

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.words import Words
    from game.screens.workshop import Mistake, Workshop

MOST = 30
"""Mistakes that are shown; the first ones, once mended, take most of the others with them."""
_IN_THE_BAR = frozenset({Look.HELP, Look.DARK})


def mistakes_page(app: App, workshop: Workshop, words: Words) -> Page:
    """Every mistake with its line; those that must be mended first."""
    title = _title(workshop, words)
    again = Item(Reload(), words.ui("Läs filen igen"), Look.PLAIN, Key.F5)
    on = Item(Close(), words.ui("Spela vidare"), Look.MAIN, Key.ESCAPE, icon="play")
    keys: dict[Key, Intent] = {Key.F5: Reload()}
    back: dict[Key, Intent] = dict.fromkeys((Key.ESCAPE, Key.BACKSPACE, Key.F9), Close())
    return Page(
        screen=Screen.MISTAKES,
        title=title,
        body=(Heading(title), Text(_lead(app, workshop, words), Tone.LEAD), *_findings(workshop, words)),
        foot=(again, on) if app.play else (again,),
        bar=bar(words),
        keys=keys | (back if app.play else {}),
        default=Close() if app.play else Reload(),
    )


def with_notice(page: Page, app: App, workshop: Workshop, words: Words) -> Page:
    """The page of a preview: how many mistakes there are stands in the bar, and the author's keys work."""
    keys = {**page.keys, Key.F5: Reload(), Key.F9: Go(Where.MISTAKES)}
    page = replace(page, keys=keys, notice=_from_nowhere(page, app, words) or page.notice)
    if not workshop.mistakes or page.screen is Screen.TITLE:  # whose bar has no room for it
        return page
    look = Look.FLAG if workshop.errors else Look.PLAIN
    notice = Item(Go(Where.MISTAKES), _count(workshop, words), look, Key.F9)
    split = next((n for n, item in enumerate(page.bar) if item.look in _IN_THE_BAR), len(page.bar))
    return replace(page, bar=(*page.bar[:split], notice, *page.bar[split:]))


def _from_nowhere(page: Page, app: App, words: Words) -> str:
    """Said beside the lines of a scene that was opened though no way leads there."""
    origin = app.play.way.origin if app.play else None
    if origin is None or page.spot is None or page.spot.scene != origin.scene:
        return ""
    return words.ui("Ingen väg leder hit än. Scenen visas som om inget har hänt före den.")


def _count(workshop: Workshop, words: Words) -> str:
    if workshop.errors:
        return words.plural("{n} fel", "{n} fel", workshop.errors)
    return words.plural("{n} varning", "{n} varningar", workshop.warnings)


def _title(workshop: Workshop, words: Words) -> str:
    if workshop.errors:
        return words.plural("{n} fel att rätta", "{n} fel att rätta", workshop.errors)
    if workshop.warnings:
        return words.plural("{n} sak att titta på", "{n} saker att titta på", workshop.warnings)
    return words.ui("Inga fel")


def _lead(app: App, workshop: Workshop, words: Words) -> str:
    if app.play is None:
        return words.ui("Rätta och spara filen, så öppnas berättelsen här.")
    if workshop.stale:
        return words.ui("Tills vidare visar spelet den senaste versionen som gick att läsa.")
    if workshop.errors:
        return words.ui("Spelet visar den nya texten. Det här behöver rättas innan någon annan spelar den.")
    if not workshop.mistakes:
        return words.ui("Allt som går att räkna ut stämmer. Resten behöver människor läsa.")
    return words.ui("Ingenting av det hindrar berättelsen. Titta på det när du hinner.")


def _findings(workshop: Workshop, words: Words) -> list[Block]:
    errors = [each for each in workshop.mistakes if each.error]
    warnings = [each for each in workshop.mistakes if not each.error]
    shown: list[Block] = [_finding(each, words) for each in errors[:MOST]]
    room = MOST - len(shown)
    if errors and warnings and room:
        also = words.plural("{n} sak att titta på", "{n} saker att titta på", len(warnings))
        shown.append(Text(also, Tone.LEAD))
    shown += [_finding(each, words) for each in warnings[:room]]
    left = len(workshop.mistakes) - MOST
    if left > 0:
        shown.append(Text(words.plural("… och {n} till.", "… och {n} till.", left), Tone.LEAD))
    return shown


def _finding(mistake: Mistake, words: Words) -> Finding:
    if not mistake.line:
        return Finding(mistake, mistake.file)
    place = words.ui(
        "{file}, rad {line}, kolumn {column}", file=mistake.file, line=mistake.line, column=mistake.column
    )
    return Finding(mistake, place)
