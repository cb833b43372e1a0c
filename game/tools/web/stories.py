"""One story of the edition: its graph, its people, and its texts in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.checks.unfolds import MOST, many_states
from game.story.digest import digest
from game.story.explore import explore
from game.story.texts import ABOUT, WORDS
from game.tools.web.dolls import Dolls
from game.tools.web.naming import Naming
from game.tools.web.speaking import texts_in
from game.tools.web.unfolding import unfolded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.words import Words
    from game.story.engine import Machine, Segment
    from game.story.library import Signs
    from game.story.problem import Problem
    from game.tools.web.edition import Resuming, Story, Texts
    from game.tools.web.edition_shared import Art
    from game.tools.web.unfolding import Graph
    from game.view.rig import Rig


@dataclass(frozen=True, slots=True)
class Told:
    """A story for the page: without words, as pictures, to be gone on with, and in the words of each language."""

    story: Story
    art: Art
    resuming: Resuming
    texts: Mapping[str, Texts]


def told(machine: Machine, signs: Signs, rig: Rig, languages: Mapping[str, Words]) -> Told | Problem:
    """Works a sound story out; the reason why not, where it has more states than a page can hold."""
    segments: list[Segment] = []
    found = explore(machine, MOST, segments.append)
    if not found.complete:
        return many_states(machine.story, found)
    dolls = Dolls(rig)
    naming = Naming(machine.story, dolls)
    graph = unfolded(machine, naming, segments)
    story = _story(machine, signs, naming, graph)
    texts = {code: texts_in(words, machine.story, naming.texts) for code, words in languages.items()}
    return Told(story, dolls.art(), {"codes": graph.codes, "met": graph.met}, texts)


def _story(machine: Machine, signs: Signs, naming: Naming, graph: Graph) -> Story:
    source = machine.story
    about = source.about
    scenes, eyes, cast = naming.scenes(), naming.eyes(), naming.cast()
    title = naming.text(ABOUT, about.title)
    chapters = [naming.text(ABOUT, chapter) for chapter in source.chapters]
    words = [[naming.text(WORDS, each.word), naming.text(WORDS, each.meaning)] for each in source.words]
    return {
        "id": about.id,
        "mark": digest(source),
        "title": title,
        "you": naming.person(source.you),
        "forms": [*about.forms, *(form for form in signs.forms if form not in about.forms)],
        "cast": cast,
        "chapters": chapters,
        "places": naming.places,
        "phones": naming.phones,
        "lines": naming.lines,
        "scenes": scenes,
        "runs": graph.runs,
        "exits": graph.exits,
        "nodes": graph.nodes,
        "eyes": eyes,
        "words": words,
    }
