"""Which texts there are to translate in a story, in the signs and in the help, as the screens look them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.messages.limits import Limit, longest
from game.messages.remarks import Remarks, shortened
from game.story.glossary import forms
from game.story.model import Choices, Ending, Goto, Line, LineKind, Tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.library import Help, Signs
    from game.story.model import Eyes, Scene, Story


@dataclass(frozen=True, slots=True)
class Source:
    """A text in Swedish, where it is looked up (domain and context), and a comment for its translator.

    `plural` is the form for many, where the text counts something. `file` is where the text stands, from
    the root of the checkout. `safety` marks a content note, or whom one can turn to. `limit` is how many characters
    its translation may have, 0 where it scrolls with the rest of its page.
    """

    domain: str
    context: str
    text: str
    comment: str = ""
    plural: str = ""
    file: str = ""
    safety: bool = False
    limit: int = 0


_LISTEN = "For the teacher, on paper: what to listen for when the class talks about the question above."
_Said: TypeAlias = "tuple[str, str, str, int]"
"""A context, a text, a comment and a limit."""


def story_texts(story: Story) -> Iterator[Source]:
    """All that a story says, in the order in which it is read: head, cast, scenes, other eyes, words.

    A text that stands twice in a context comes twice, each time with its own comment.
    """
    file = f"scenarios/{story.about.id}/story.yaml"
    remarks = Remarks(story)
    pairs = (
        _about(story),
        _cast(story, remarks),
        *(_scene(scene, remarks) for scene in story.scenes.values()),
    )
    for part in (*pairs, *(_eyes(eyes, remarks) for eyes in story.eyes), _words(story)):
        for context, text, comment, limit in part:
            if text:
                safety = (context, text) == ("about", story.about.notes)
                yield Source(story.about.id, context, text, comment, file=file, safety=safety, limit=limit)


def _about(story: Story) -> Iterator[_Said]:
    about = story.about
    ages = f"for ages {about.youngest}–{about.oldest}"
    yield "about", about.title, f"The story's title, {ages}.", Limit.TITLE
    yield "about", about.summary, "On the story's card, under the title.", Limit.SUMMARY
    yield (
        "about",
        about.notes,
        "The content note: what the story is about, in neutral words, one or two.",
        Limit.NOTES,
    )
    for number, title in enumerate(story.chapters, 1):
        yield "about", title, f"The title of chapter {number}.", Limit.CHAPTER


def _cast(story: Story, remarks: Remarks) -> Iterator[_Said]:
    for person in story.cast.values():
        yield (
            "cast",
            person.name,
            f"A name: {remarks.person(person.id)}. Keep it, unless it is a word such as Mamma.",
            Limit.NAME,
        )
        yield (
            "cast",
            person.adult,
            f"Who {person.name} is: a profession or a relation, after the name.",
            Limit.PROFESSION,
        )
        yield "cast", person.about, f"On {person.name}'s card: who they are, how they listen.", Limit.ADULT


def _scene(scene: Scene, remarks: Remarks) -> Iterator[_Said]:
    before = ""
    for line in scene.lines:
        yield scene.id, line.text, remarks.line(line, scene, before), _limit(line)
        yield from _beside(line, scene, remarks)
        before = line.text
    yield from _exit(scene, remarks)


def _beside(line: Line, scene: Scene, remarks: Remarks) -> Iterator[_Said]:
    """What a line carries besides its own words."""
    if line.phone:
        yield (
            scene.id,
            line.phone.title,
            f"The name of a group chat in {remarks.name(line.phone.owner)}'s phone.",
            Limit.CHAT_TITLE,
        )
    if line.sign:
        yield scene.id, line.sign.why, remarks.why(line), Limit.WHY
    yield (
        scene.id,
        line.skip,
        "One neutral sentence that stands for the rest of the scene, when it is skipped.",
        Limit.LINE,
    )


def _limit(line: Line) -> int:
    match line.kind:
        case LineKind.NARRATION | LineKind.SPEECH | LineKind.THOUGHT | LineKind.SILENCE:
            return Limit.LINE
        case LineKind.MESSAGE:
            return Limit.GROUP_MESSAGE if line.phone and line.phone.title else Limit.MESSAGE
        case LineKind.FEEL:
            return Limit.FEEL


def _exit(scene: Scene, remarks: Remarks) -> Iterator[_Said]:
    way_out = scene.exit
    match way_out:
        case Choices(ask, choices, talk, listen):
            yield scene.id, ask, f"Asks {remarks.you} (the player) what to do.", Limit.ASK
            yield scene.id, talk, "A question for the whole class to talk about.", 0
            yield scene.id, listen, _LISTEN, 0
            for choice in choices:
                yield scene.id, choice.text, remarks.choice(ask, wait=choice.wait), Limit.CHOICE
        case Tell(ask, _, beginnings, talk, listen):
            yield scene.id, ask, "Asks the player which adult to tell.", Limit.ASK
            yield scene.id, talk, "A question for the whole class to talk about.", 0
            yield scene.id, listen, _LISTEN, 0
            for beginning in beginnings:
                yield (
                    scene.id,
                    beginning.text,
                    "One way to begin telling an adult: said aloud, by a pupil.",
                    Limit.CHOICE,
                )
        case Ending(title, text):
            yield scene.id, title, "The title of an ending.", Limit.ENDING_TITLE
            yield scene.id, text, f"The ending “{shortened(title)}”: a few calm sentences.", Limit.ENDING
        case Goto():
            return
        case _:
            assert_never(way_out)


def _eyes(eyes: Eyes, remarks: Remarks) -> Iterator[_Said]:
    before = ""
    for line in eyes.lines:
        yield "eyes", line.text, remarks.seen_again(line, eyes, before), Limit.LINE
        before = line.text


def _words(story: Story) -> Iterator[_Said]:
    for each in story.words:
        yield (
            "words",
            each.word,
            "A difficult word: all forms of it in the translation, with commas between; the first one heads what it means.",
            0,
        )
        meaning = f"What “{forms(each.word)[0]}” means, in one easy sentence."
        yield "words", each.meaning, meaning, longest(each.meaning)


def sign_texts(signs: Signs) -> Iterator[Source]:
    """The names of the forms, what each of them is, and the names of the signs."""
    file = "scenarios/signs.yaml"
    for form in signs.forms.values():
        yield Source(
            "signs",
            "form",
            form.label,
            "A form of violence: a label on a flag.",
            file=file,
            limit=longest(form.label),
        )
        yield Source("signs", "form", form.about, f"What the form “{form.label}” is.", file=file)
        yield from _of_sign("form", form.label, (form.young, "", form.unlike), file)
        for each in form.untold:
            ages = f"{each.youngest}–{each.oldest}"
            comment = (
                f"Why no story for those who are {ages} has to be about “{form.label}”; read by authors."
            )
            yield Source("signs", "form", each.why, comment, file=file)
    for sign in signs.signs.values():
        kind = signs.form_of(sign.id)
        of_what = f"A sign of “{kind.label}”" if kind else "On a line that is no sign of violence"
        comment = f"{of_what}: a short label."
        yield Source("signs", "sign", sign.label, comment, file=file, limit=longest(sign.label))
        yield from _of_sign("sign", sign.label, (sign.young, sign.older, sign.unlike), file)


def _of_sign(context: str, label: str, said: tuple[str, str, str], file: str) -> Iterator[Source]:
    """What a form or a sign is, to the younger and to the older, and what it is not."""
    comments = (
        f"What “{label}” is, in one sentence for those who are 10 to 12.",
        f"What “{label}” is, in one sentence for those who are 13 and over.",
        f"What looks like “{label}” and is fine, in one sentence.",
    )
    for text, comment in zip(said, comments, strict=True):
        if text:
            yield Source("signs", context, text, comment, file=file, limit=longest(text))


def help_texts(entries: Iterable[Help]) -> Iterator[Source]:
    """Whom one can turn to: name, contact, hours, and for whom it is. The context is the entry's id."""
    for entry in entries:
        texts = (
            (entry.name, "Whom one can turn to: a name. Say in brackets what it is, if the name does not."),
            (entry.contact, "A telephone number or an address: keep every sign."),
            (entry.hours, f"When {entry.name} is there."),
            (entry.what, f"For whom {entry.name} is, said to a pupil."),
        )
        for text, comment in texts:
            if text:
                yield Source("help", entry.id, text, comment, file="scenarios/help.yaml", safety=True)


def place_texts(alts: Mapping[str, str]) -> Iterator[Source]:
    """The descriptions of the drawn places, by the places' ids, for those who cannot see them."""
    for place, alt in alts.items():
        yield Source(
            "places", place, alt, "What a picture shows, read aloud.", file="scenarios/places/places.yaml"
        )
