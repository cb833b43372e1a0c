"""Plays the page by its own buttons, quickly: the clicks are made inside it, and what is then shown is read from its elements."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import expect

from game.screens.chat import Chat
from game.screens.model import App, Play, ReadingScreen
from game.screens.page import Buttons, Cards, Heading, Speech, Text
from game.screens.page import Screen as Kind
from game.screens.pages import page as page_of
from game.screens.settings import Settings
from game.screens.ways import option_text
from game.screens.words import StoryWords
from game.story.playthrough import Playthrough, decide, now, scenes_so_far
from tests.tools.web.graphs import bookshelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page as Window

    from game.screens.model import Screen
    from game.screens.page import Page
    from game.story.engine import Machine, Spot
    from game.tools.web.edition import Story

DRIVER = """
window.drive = (function () {
    const one = selector => document.querySelector(selector);
    const words = selector => { const found = one(selector); return found ? found.textContent : ""; };
    const all = selector => [...document.querySelectorAll(selector)].map(each => each.textContent);
    const press = id => one(`[data-id="${id}"]`).click();
    const kind = () => one("#page").className.replace("page page-", "");

    // What is shown: the kind of page, who speaks, the words, what there is to choose among.
    function read() {
        switch (kind()) {
            case "line": return ["line", words(".said .name"), words(".said .text"), []];
            case "phone": return ["phone", one(".newest").classList.contains("own") ? "own" : "other", words(".newest .text"), []];
            case "feel": return ["feel", "", words("#page .lead"), []];
            case "choices": return ["choices", "", words("#page h1"), all(".choice .words")];
            case "telling": return ["telling", "", words("#page h1"), all("button.adult .title")];
            case "ending": return ["ending", words("#page h1"), words("#page .lead"), all("#page .help .title")];
            default: return [kind(), "", "", []];
        }
    }

    const deciding = () => ["choices", "telling", "ending"].includes(kind());

    // From the first line after a decision to the next one.
    function stretch() {
        const seen = [read()];
        while (!deciding()) {
            press("on");
            seen.push(read());
        }
        return seen;
    }

    // An answer, counted as the options of the moment; a telling takes two presses.
    function decide(answer) {
        if (kind() === "choices") {
            press("choice " + answer);
            return;
        }
        const adults = [...document.querySelectorAll("button.adult")];
        adults[0].click();
        const beginnings = document.querySelectorAll("[data-id^='choice ']").length;
        press("other");
        document.querySelectorAll("button.adult")[Math.floor(answer / beginnings)].click();
        press("choice " + answer % beginnings);
    }

    function options() {
        if (kind() === "choices") { return all(".choice .words"); }
        if (kind() === "ending") { return []; }
        const names = all("button.adult .title");
        return names.flatMap((name, index) => {
            document.querySelectorAll("button.adult")[index].click();
            const found = all(".choice .words").map(text => name + ": " + text);
            press("other");
            return found;
        });
    }

    function rewind(index) {
        press("pause");
        press("choices");
        press("way " + index);
    }

    const back = () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", bubbles: true }));

    // Every node once with its whole stretch, every answer once: depth first, back by the page's own list of choices.
    function everything() {
        const found = [];
        const known = new Set();
        const node = () => Beratta.momentNow().node;
        function visit(path) {
            known.add(node());
            const seen = stretch();
            const here = options();
            found.push({ path, seen, options: here });
            here.forEach((_, answer) => {
                decide(answer);
                if (known.has(node())) {
                    found.push({ path: path.concat(answer), seen: [read()], options: null });
                    back();
                } else {
                    visit(path.concat(answer));
                    rewind(path.length);
                }
            });
        }
        visit([]);
        return { found, nodes: known.size };
    }

    function route(path) {
        const found = [];
        path.concat(null).forEach((answer, index) => {
            found.push({ path: path.slice(0, index), seen: stretch(), options: options() });
            if (answer !== null) { decide(answer); }
        });
        return found;
    }

    return { read, press, stretch, decide, options, everything, route, rewind, kind };
})();
"""


class Seen(NamedTuple):
    """A moment as the page showed it."""

    kind: str
    speaker: str
    text: str
    options: list[str]


def begun(page: Window, language: str = "sv") -> Window:
    """At the first line of the story, in a language."""
    page.locator(f'[data-id="language {language}"]').click()
    page.locator('[data-id="play"]').click()
    page.locator('[data-id^="story "]').first.click()
    page.locator('[data-id="on"]').click()
    expect(page.locator(".said .text")).to_be_visible()
    page.evaluate(DRIVER)
    return page


def seen(moments: list[list[Any]]) -> list[Seen]:
    """What the driver read."""
    return [Seen(*each) for each in moments]


class Expected:
    """What the game itself shows, in a language: its own pages, read as the driver reads those of the browser."""

    def __init__(self, machine: Machine, language: str) -> None:
        self._machine = machine
        self._words = bookshelf().words(language)
        self._lines: dict[tuple[Spot, ...], list[Seen]] = {}
        self._app = App(bookshelf().library(), Settings(language=language), ReadingScreen())

    def app(self, answers: list[int], steps: int = 0, flags: Mapping[Spot, str] | None = None) -> App:
        """The game after these answers, each counted among what was open, and so many lines."""
        way = Playthrough()
        for answer in answers:
            options = now(self._machine, way).segment.options
            way = decide(self._machine, way, options[answer].number)
        play = Play(self._machine, replace(way, steps=steps), flags or {})
        found = frozenset({play.moment.scene}) if play.ending else frozenset[str]()
        scenes = frozenset(scenes_so_far(self._machine, play.way))
        return replace(self._app, play=replace(play, scenes=scenes, endings=found))

    def shown(self, app: App, screen: Screen | None = None) -> Page:
        """The game's page."""
        return page_of(replace(app, screen=screen or app.screen), self._words)

    def stretch(self, answers: list[int]) -> list[Seen]:
        """From the first line after the answers to the next decision."""
        play = self.app(answers).play
        assert play
        beats = tuple(beat.spot for beat in play.moment.segment.beats)
        if beats not in self._lines:
            pages = (self.shown(self.app(answers, steps)) for steps in range(len(beats)))
            self._lines[beats] = [self._seen(page) for page in pages]
        return [*self._lines[beats], self._seen(self.shown(self.app(answers, len(beats))))]

    def options(self, answers: list[int]) -> list[str]:
        """All that can be answered then, a telling with whom and how."""
        play = self.app(answers).play
        assert play
        told, segment = StoryWords(self._words, play.story), play.moment.segment
        return [option_text(option, segment.scenes[-1], told) for option in segment.options]

    def _seen(self, page: Page) -> Seen:
        match page.screen, page.body:
            case ((Kind.DIALOGUE | Kind.SILENCE), (Speech() as speech, *_)):
                return Seen("line", speech.speaker, speech.text, [])
            case Kind.PHONE, (Chat() as chat, *_):
                newest = chat.bubbles[-1]
                return Seen("phone", "own" if newest.own else "other", newest.text, [])
            case Kind.FEEL, (_, Text(text), *_):
                return Seen("feel", "", text, [])
            case Kind.ENDING, (Heading(title), Text(text), Cards(cards)):
                return Seen("ending", title, text, [card.title for card in cards])
            case Kind.TELLING, (Heading(ask), *_, Cards(cards), _):
                return Seen("telling", "", ask, [card.title for card in cards if card.item])
            case Kind.CHOICES, (Heading(ask), Buttons(items), *_):
                return Seen("choices", "", ask, [item.label for item in items])
            case other:
                raise AssertionError(other)


def routes_to_endings(story: Story) -> list[list[int]]:
    """For each ending, the answers of a shortest way there."""
    found: dict[int, list[int]] = {}
    ways: dict[int, list[int]] = {0: []}
    waiting = deque([0])
    while waiting:
        node = waiting.popleft()
        _, way_out, *targets = story["nodes"][node]
        if not targets:
            found.setdefault(way_out, ways[node])
        for answer, target in enumerate(targets):
            if target not in ways:
                ways[target] = [*ways[node], answer]
                waiting.append(target)
    return list(found.values())
