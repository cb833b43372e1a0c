"""What all stories share, as immutable data: the forms and signs there are, and whom one can turn to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

HEALTHY = "healthy"
"""The sign of a line that looks like something and is fine."""
GREY = "grey"
"""The sign of a line that chafes: not violence, and worth a thought."""


TEENS = 13
"""From this age on a sign is told as to those who are older."""


@dataclass(frozen=True, slots=True)
class Untold:
    """Why no story for readers of these ages, both included, has to be about a form."""

    youngest: int
    oldest: int
    why: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form of violence: its id, its name, one sentence about it, and the icon drawn for it. `young` is the sentence for those who are
    10 to 12, `unlike` what looks like it and is fine; both may be "". `untold` says for which ages it is right that there is no story.

    Stories for readers younger than `youngest` leave it out. A content note that names it has one of the beginnings of
    words in `note`; it has to, where `named`, and otherwise it has to name at least one of the forms there are.
    """

    id: str
    label: str
    about: str
    icon: str
    youngest: int = 0
    note: tuple[str, ...] = ()
    named: bool = False
    young: str = ""
    unlike: str = ""
    untold: tuple[Untold, ...] = ()


@dataclass(frozen=True, slots=True)
class SignType:
    """A sign that lines can carry. `form` is "" for `healthy` and `grey`.

    One that weighs more than its form has an age and a content note of its own, as a form has; its note is then needed. `young` and
    `older` say what it is to those who are 10 to 12 and to those who are 13 and over, `unlike` what looks like it and is fine.
    """

    id: str
    form: str
    label: str
    youngest: int = 0
    note: tuple[str, ...] = ()
    young: str = ""
    older: str = ""
    unlike: str = ""

    def told(self, youngest: int) -> str:
        """What it is, to readers from that age."""
        return (self.young if youngest < TEENS else "") or self.older


@dataclass(frozen=True, slots=True)
class Signs:
    """All of `signs.yaml`, in the order of the file."""

    forms: dict[str, Form]
    signs: dict[str, SignType]

    def form_of(self, sign: str) -> Form | None:
        """The form that a sign belongs to; None for `healthy`, `grey` and unknown ids."""
        found = self.signs.get(sign)
        return self.forms.get(found.form) if found else None


class Channel(Enum):
    """How one gets in touch."""

    PERSON = "person"
    PHONE = "phone"
    CHAT = "chat"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody to turn to. Ages are years, both ends included.

    `checked_on` is the ISO date on which contact and hours were last compared with `source`. Only what is
    `confirmed` may be shown to a pupil. `contact` is a number, an address or, for a person, "".
    """

    id: str
    name: str
    channel: Channel
    contact: str
    hours: str
    what: str
    youngest: int
    oldest: int
    checked_on: str
    source: str
    confirmed: bool


def help_for(entries: tuple[Help, ...], youngest: int) -> tuple[Help, ...]:
    """What may be shown where the youngest reader is `youngest` years old: confirmed, and open to that age."""
    return tuple(entry for entry in entries if entry.confirmed and entry.youngest <= youngest <= entry.oldest)
