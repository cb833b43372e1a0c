"""What a seat is called: a shape and an animal, never a name. The same everywhere, said in each reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from game.screens.words import Words

SHAPES = (
    *("circle", "triangle", "square", "star", "heart", "moon"),
    *("sun", "cloud", "drop", "leaf", "flower", "mountain"),
)
ANIMALS = (
    *("fox", "owl", "bear", "hare", "cat", "penguin", "horse", "lion", "tiger", "panda", "seal", "frog"),
    *("swan", "crane", "koala", "giraffe", "deer", "wolf", "lynx", "otter", "mole", "duck", "snail", "fish"),
)
PAIRS = len(SHAPES) * len(ANIMALS)


def symbol_at(number: int) -> str:
    """The symbol with this number: first all pairs once ("star-fox"), then again with a digit ("star-fox-2")."""
    again, pair = divmod(number, PAIRS)
    animal, shape = divmod(pair, len(SHAPES))
    plain = f"{SHAPES[shape]}-{ANIMALS[animal]}"
    return f"{plain}-{again + 1}" if again else plain


def free_symbol(taken: Container[str], places: int, draw: int) -> str:
    """One that nobody has, chosen by a number that was drawn, for a lesson with so many places.

    There are more to choose from than places, so that a symbol tells nothing of who came first.
    """
    among = max(PAIRS, places)
    return next(symbol for each in range(among) if (symbol := symbol_at((draw + each) % among)) not in taken)


def symbol_said(words: Words, symbol: str) -> str:
    """A symbol in words: "stjärna och räv". One that is not known is said as it is."""
    shape, _, rest = symbol.partition("-")
    animal, _, again = rest.partition("-")
    names = _shapes(words) | _animals(words)
    if shape not in names or animal not in names:
        return symbol
    said = words.ui("{shape} och {animal}", shape=names[shape], animal=names[animal])
    return f"{said} {again}" if again else said


def _shapes(words: Words) -> dict[str, str]:
    return {
        "circle": words.ui("cirkel"),
        "triangle": words.ui("triangel"),
        "square": words.ui("kvadrat"),
        "star": words.ui("stjärna"),
        "heart": words.ui("hjärta"),
        "moon": words.ui("måne"),
        "sun": words.ui("sol"),
        "cloud": words.ui("moln"),
        "drop": words.ui("droppe"),
        "leaf": words.ui("löv"),
        "flower": words.ui("blomma"),
        "mountain": words.ui("berg"),
    }


def _animals(words: Words) -> dict[str, str]:
    return {
        "fox": words.ui("räv"),
        "owl": words.ui("uggla"),
        "bear": words.ui("björn"),
        "hare": words.ui("hare"),
        "cat": words.ui("katt"),
        "penguin": words.ui("pingvin"),
        "horse": words.ui("häst"),
        "lion": words.ui("lejon"),
        "tiger": words.ui("tiger"),
        "panda": words.ui("panda"),
        "seal": words.ui("säl"),
        "frog": words.ui("groda"),
        "swan": words.ui("svan"),
        "crane": words.ui("trana"),
        "koala": words.ui("koala"),
        "giraffe": words.ui("giraff"),
        "deer": words.ui("hjort"),
        "wolf": words.ui("varg"),
        "lynx": words.ui("lo"),
        "otter": words.ui("utter"),
        "mole": words.ui("mullvad"),
        "duck": words.ui("anka"),
        "snail": words.ui("snigel"),
        "fish": words.ui("fisk"),
    }
