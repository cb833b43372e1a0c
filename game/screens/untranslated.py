"""Which texts are shown in Swedish for want of a translation, for those who hear them read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import App
    from game.screens.words import Words


def untranslated(app: App, words: Words) -> frozenset[str]:
    """The texts of the stories, the signs and the help that this language does not have."""
    return frozenset(
        text
        for domain, context, text in _sources(app, words)
        if text and not words.has(domain, context, text)
    )


def _sources(app: App, words: Words) -> Iterator[tuple[str, str, str]]:
    """Domain, context and text of all that may be missing; what is complete is passed over."""
    if app.play and not words.complete(app.play.story.about.id):
        story = app.play.story
        yield from ((story.about.id, each.context, each.text) for each in texts(story))
    for about in app.library.abouts:
        if not words.complete(about.id):
            yield from ((about.id, "about", text) for text in (about.title, about.summary, about.notes))
    if not words.complete("signs"):
        for form in app.library.signs.forms.values():
            yield from (("signs", "form", text) for text in (form.label, form.about))
        yield from (("signs", "sign", sign.label) for sign in app.library.signs.signs.values())
    if not words.complete("help"):
        for entry in app.library.help:
            yield from (("help", entry.id, text) for text in (entry.name, entry.hours, entry.what))
