"""Where a tree for screen readers grows: each node gets its id, its language, and a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.settings import SetLanguage
from game.view.access.listener import SOURCE, tag
from game.view.access.nodes import Node, Role, identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.intents import Intent
    from game.screens.page import Item
    from game.screens.words import Words
    from game.view.access.listener import Listener
    from game.view.access.places import Places


class Grove:
    """The nodes of one page, in the order in which they are planted: those inside before what holds them."""

    def __init__(self, places: Places, listener: Listener) -> None:
        self.places = places
        self.listener = listener
        self.nodes: dict[int, Node] = {}
        self.pressed: dict[Item, int] = {}
        self._seen: Counter[object] = Counter()

    @property
    def words(self) -> Words:
        """The texts of the language in force."""
        return self.listener.words

    def plant(self, key: object, role: Role, bounds: Rect, name: str, *texts: str, **more: object) -> int:
        """A new node; gives its id. `texts` are those of the page that its name is made of."""
        # In another language it is another thing, so that it is read anew.
        node_id = identity((self.listener.language, key), self._seen[key])
        self._seen[key] += 1
        foreign = any(text in self.listener.swedish for text in texts)
        node = Node(
            node_id,
            role,
            bounds,
            name,
            language=SOURCE if foreign else self.listener.language,
            rtl=self.listener.rtl and not foreign,
        )
        self.nodes[node_id] = replace(node, **more)  # type: ignore[arg-type]
        return node_id

    def enliven(self, node_id: int) -> None:
        """Has a node read when it comes."""
        self.nodes[node_id] = replace(self.nodes[node_id], live=True)

    def text(self, text: str, role: Role = Role.TEXT, *, live: bool = False) -> int:
        """A text that stands alone."""
        return self.plant((role, text), role, self.places.texts(text), text, text, live=live)

    def group(self, role: Role, name: str, children: Sequence[int]) -> int:
        """What holds others, as wide as they are."""
        return self._holding(role, name, children, 0)

    def numbered(self, role: Role, name: str, children: Sequence[int], *, aloud: bool = False) -> int:
        """What holds others that have their places in it; these are told `aloud` where one chooses among them."""
        size = len(children)
        for position, child in enumerate(children, 1):
            counted = self.words.ui("{number} av {count}", number=position, count=size) if aloud else ""
            self.nodes[child] = replace(self.nodes[child], position=position, counted=counted)
        return self._holding(role, name, children, size)

    def _holding(self, role: Role, name: str, children: Sequence[int], size: int) -> int:
        boxes = [self.nodes[child].bounds for child in children]
        bounds = Rect.unionall(boxes[0], boxes[1:]) if boxes else self.places.texts(name)
        key = (role, name, tuple(children[:1]))
        return self.plant(key, role, bounds, name, name, children=tuple(children), size=size)

    def item(self, item: Item, role: Role = Role.BUTTON, description: str = "") -> int:
        """A thing to press."""
        node_id = self.plant(
            ("item", item.intent, item.look),
            role,
            self.places.item(item),
            item.said or item.label,
            item.label,
            description=description,
            selected=item.selected,
            enabled=item.enabled,
            intent=item.intent if item.enabled else None,
            focusable=item.enabled,
            **_own_language(item.intent),
        )
        self.pressed.setdefault(item, node_id)
        return node_id


def _own_language(intent: Intent) -> dict[str, str]:
    """The name of a language is said by a voice of that language (WCAG 2.2, 3.1.2)."""
    return {"language": tag(intent.code)} if isinstance(intent, SetLanguage) else {}
