"""The ways: one's own choices, each a way back, and what has been found in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Close, Go, Intent, Rewind, Seek, Where
from game.screens.keys import Key
from game.screens.page import Block, Buttons, Card, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item, digits
from game.screens.words import StoryWords, Words, quoted
from game.story.engine import ChoiceOption, Option
from game.story.model import Choices, Ending, Tell
from game.story.playthrough import Way, ways
from game.story.seeking import Sought, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.model import Play
    from game.story.model import About


def ways_page(play: Play, abouts: Sequence[About], words: Words) -> Page:
    """The choices of this way; when the story is over, the endings and scenes found as well, and the way to other stories."""
    told = StoryWords(words, play.story)
    over = play.ending is not None
    title = words.ui("Dina vägar") if over else words.ui("Dina val")
    lead = words.ui("Välj ett av dina val för att gå tillbaka dit och prova en annan väg.")
    cards = [_card(way, key, told) for key, way in zip(digits(), ways(play.machine, play.way), strict=False)]
    if not cards:
        lead = words.ui("Här finns inga val än.")
    map_item = Item(Go(Where.WAYS_MAP), words.ui("Karta över dina vägar"), icon="map")
    to_map = (Buttons((map_item,), across=True),) if over else ()
    body: list[Block] = [Heading(title), Text(lead, Tone.LEAD), *to_map, *cards, *_found(play, told)]
    on = Item(Go(Where.HELP), words.ui("Vem kan jag prata med?"), Look.HELP, Key.F1, icon="help")
    # The way out of the story has no key of its own: who presses on in a hurry comes to another way, not to the end.
    start = Item(Go(Where.TITLE), words.ui("Till startsidan"), icon="next")
    go_on = Item(Close(), words.ui("Spela vidare"), Look.MAIN, Key.SPACE, icon="play")
    return Page(
        screen=Screen.WAYS,
        title=title,
        body=tuple(body),
        foot=(on, *_like(play, abouts, words), start) if over else (go_on,),
        bar=bar(words, back=close_item(words) if over else None, with_help=not over),
        keys={card.item.key: card.item.intent for card in cards if card.item and card.item.key}
        | {Key.ESCAPE: Close(), Key.BACKSPACE: Close(), Key.F1: Go(Where.HELP)},
        default=_default(cards, start) if over else go_on.intent,
    )


def _like(play: Play, abouts: Sequence[About], words: Words) -> tuple[Item, ...]:
    """On to a story like this one, where there is another."""
    sought = Sought(like=play.story.about.id)
    near = Item(Seek(sought), words.ui("En som liknar den här"), icon="play")
    return (near,) if found(abouts, sought) else ()


def option_text(option: Option, scene: str, told: StoryWords) -> str:
    """What the player chose, in the words of the choice; of a telling, whom and how it began."""
    if isinstance(option, ChoiceOption):
        return told.scene(scene, option.choice.text)
    beginning = quoted(told.words, told.scene(scene, option.beginning.text))
    return f"{told.name(option.hearing.adult)}: {beginning}"


def question(scene: str, told: StoryWords) -> str:
    """What a scene asks before its choices; "" where it asks nothing."""
    way_out = told.story.scenes[scene].exit
    return told.scene(scene, way_out.ask) if isinstance(way_out, Choices | Tell) and way_out.ask else ""


def _default(cards: list[Card], start: Item) -> Intent:
    first = cards[0].item if cards else None
    return first.intent if first else start.intent


def _card(way: Way, key: Key | None, told: StoryWords) -> Card:
    text = option_text(way.taken, way.scene, told)
    return Card(
        title=text,
        text=question(way.scene, told),
        icon="route",
        tag=str(way.index + 1),
        item=Item(
            Rewind(way.index),
            text,
            Look.QUIET,
            key,
            said=f"{way.index + 1}. {question(way.scene, told)} {text}",
        ),
    )


def _found(play: Play, told: StoryWords) -> list[Block]:
    """Endings by name where they have been found; the others are only counted, so that nothing is given away."""
    words = told.words
    endings = {id_: scene.exit for id_, scene in play.story.scenes.items() if isinstance(scene.exit, Ending)}
    found = [(id_, ending) for id_, ending in endings.items() if id_ in play.endings]
    count = words.ui(
        "Du har hittat {endings} av {all_endings} slut och {scenes} av {all_scenes} scener. Det glöms när spelet stängs.",
        endings=len(found),
        all_endings=len(endings),
        scenes=len(play.scenes),
        all_scenes=len(play.story.scenes),
    )
    cards = [Card(told.scene(id_, ending.title), icon="star_found", tone=Tone.FINE) for id_, ending in found]
    return [Heading(words.ui("Slut som du har hittat")), Text(count, Tone.SMALL), *cards]
