"""What a pupil's page says in every phase of a lesson with the class."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from game.lesson.pages_reveal import Bar, bars
from game.lesson.views import notice_said
from game.screens.lesson.wire import Kind, Phase, story_of

if TYPE_CHECKING:
    from game.lesson.views import Notice, PupilView, StepSeen
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be given. `mark` is the shape that goes with it where answers say how okay something is."""

    value: int
    text: str
    chosen: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The page. `figure` is an icon, or "symbol" for the seat's own; `card` is what is said in the story, or asked.

    `steps` are a list of things to do. A page that `waits` looks for news by itself where no script does.
    """

    name: str
    heading: str
    place: str = ""
    figure: str = ""
    lead: str = ""
    card: str = ""
    steps: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    flag: Choice | None = None
    bars: tuple[Bar, ...] = ()
    small: str = ""
    said: str = ""
    counts: str = ""
    waits: bool = True
    may_leave: bool = False
    practises: bool = False
    helps: bool = False
    plays: str | None = None
    """Where the page leads to the game in the browser: the story's id, "" where none is known; `to_game` is what stands there."""
    to_game: str = ""


def place_of(view: PupilView) -> str:
    """What changes when there is something else to look at. The page's script makes the same of a state."""
    step = view.step.id if view.step else ""
    return f"{view.phase.value}|{step}|{view.round}|{int(view.tally is not None)}"


def content(view: PupilView, words: Words) -> Content:
    """What one seat is shown."""
    match view.phase:
        case Phase.LOBBY:
            return _lobby(words)
        case Phase.PAUSED:
            return _paused(words)
        case Phase.ENDED:
            return ended(words)
        case Phase.READ | Phase.OPEN | Phase.CLOSED | Phase.REVEAL:
            step = view.step
            if step is None:
                return _watch(words)
            return replace(_of_step(view, step, words), place=_place(step, words))
        case _ as never:
            assert_never(never)


def ended(words: Words) -> Content:
    """The lesson is over."""
    return Content(
        "ended",
        words.ui("Lektionen är slut. Allt är raderat."),
        figure="check",
        lead=words.ui("Det som klassen svarade finns inte kvar. Du kan stänga sidan."),
        waits=False,
    )


def sorry(words: Words, notice: Notice) -> Content:
    """Something that could not be done."""
    return Content("sorry", notice_said(words, notice), figure="wait", waits=False)


def _lobby(words: Words) -> Content:
    return Content(
        "lobby",
        words.ui("Du är med"),
        figure="symbol",
        lead=words.ui("Titta på tavlan. Lektionen börjar snart."),
        small=words.ui("Inga namn. Ingen ser vad just du svarar."),
        may_leave=True,
    )


def _paused(words: Words) -> Content:
    return Content(
        "paused",
        words.ui("Titta hit"),
        figure="eye",
        lead=words.ui("Läraren pratar med klassen. Ditt svar finns kvar."),
    )


def _watch(words: Words) -> Content:
    return Content("watch", words.ui("Titta på tavlan"), figure="symbol", may_leave=True)


def _of_step(view: PupilView, step: StepSeen, words: Words) -> Content:
    match step.kind:
        case Kind.WATCH:
            return replace(_watch(words), heading=step.title or words.ui("Titta på tavlan"), card=step.text)
        case Kind.PRACTISE:
            return _practise(step, words)
        case Kind.LINE:
            return _line(view, step, words)
        case Kind.VOTE | Kind.JUDGE:
            return _question(view, step, words)
        case Kind.PLAY:
            return _play(step, words)
        case Kind.TALK:
            return Content("talk", step.title or words.ui("Prata två och två"), figure="chat", card=step.text)
        case Kind.HELP:
            title = step.title or words.ui("Vem kan jag prata med?")
            return Content("help", title, lead=step.text, helps=True)
        case _ as never:
            assert_never(never)


def _practise(step: StepSeen, words: Words) -> Content:
    return Content(
        "practise",
        step.title or words.ui("Öva på Dölj"),
        lead=step.text or words.ui("Dölj gör sidan till en vanlig matteövning. Alla övar nu."),
        steps=(
            words.ui("Tryck på Dölj, eller på Skift tre gånger."),
            words.ui("Räkna ett tal, om du vill."),
            words.ui("Kom tillbaka: tryck tre gånger på rubriken, eller på Skift tre gånger."),
        ),
        small=words.ui("Knappen finns alltid uppe i hörnet."),
        practises=True,
    )


def _line(view: PupilView, step: StepSeen, words: Words) -> Content:
    taken = view.phase in {Phase.READ, Phase.OPEN}
    return Content(
        "line",
        step.title or words.ui("Berättelsen"),
        card=step.text,
        flag=Choice(0, words.ui("Det här känns fel"), view.mine == 0) if taken else None,
        small=words.ui("Tryck på flaggan när något känns fel. Ingen ser att det var du.") if taken else "",
        waits=not taken,
    )


def _play(step: StepSeen, words: Words) -> Content:
    return Content(
        "play",
        step.title or words.ui("Nu spelar du själv"),
        figure="play",
        lead=step.text or words.ui("Spela i din egen takt. Titta upp när läraren säger till."),
        small=words.ui("Spelet öppnas i en ny flik. Kom tillbaka hit när läraren säger till."),
        plays=story_of(step.id),
        to_game=words.ui("Spela nu"),
    )


def _question(view: PupilView, step: StepSeen, words: Words) -> Content:
    page = Content("question", step.title or words.ui("Vad tycker du?"), card=step.text)
    choices = tuple(
        Choice(value, text, view.mine == value, _mark(step, value)) for value, text in enumerate(step.options)
    )
    match view.phase:
        case Phase.OPEN if choices:
            return replace(
                page,
                choices=choices,
                small=words.ui("Ingen ser vad just du har valt. Du kan ändra dig tills läraren går vidare."),
                said="" if view.mine is None else words.ui("Din röst är sparad."),
                counts=_counts(view, words),
                waits=False,
            )
        case Phase.REVEAL if view.tally:
            return _revealed(page, bars(view.tally, step.options, view.mine, words), words)
        case Phase.CLOSED | Phase.REVEAL:
            return replace(page, name="closed", figure="symbol", lead=_closed(view, words))
        case _:
            return replace(page, name="soon", lead=words.ui("Titta på tavlan.") if choices else "")


def _closed(view: PupilView, words: Words) -> str:
    if view.mine is None:
        return words.ui("Nu är det stängt. Titta på tavlan.")
    return words.ui("Ditt svar är med. Titta på tavlan.")


def _revealed(page: Content, shown: tuple[Bar, ...], words: Words) -> Content:
    if not shown:
        few = words.ui("För få har svarat för att det ska visas.")
        return replace(page, name="closed", figure="symbol", lead=few)
    hidden = any(bar.percent is None for bar in shown)
    why = words.ui("Små siffror visas inte, så att ingen kan räkna ut vem som svarade vad.") if hidden else ""
    return replace(page, name="reveal", lead=words.ui("Så svarade klassen"), bars=shown, small=why)


def _counts(view: PupilView, words: Words) -> str:
    """How many have answered: a number alone, the same that stands on the projector."""
    return words.ui("{answered} av {joined} har svarat", answered=view.answered, joined=view.joined)


_MARKS = ("healthy", "grey", "flag")


def _mark(step: StepSeen, value: int) -> str:
    """Okay, unsure and not okay have a shape each, beside their colours."""
    judged = step.kind is Kind.JUDGE and len(step.options) == len(_MARKS)
    return _MARKS[value] if judged else ""


def _place(step: StepSeen, words: Words) -> str:
    number, count = step.place
    if not count:
        return ""
    if step.kind is Kind.VOTE:
        return words.ui("Röst {number} av {count}", number=number, count=count)
    if step.kind is Kind.JUDGE:
        return words.ui("Fråga {number} av {count}", number=number, count=count)
    return words.ui("{number} av {count}", number=number, count=count)
