"""A desktop of one's own where programs tell what they show, and a reader of it: over AT-SPI, as Orca reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MessageType, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.needed import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

_REGISTRY = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_FOCUSED = 12  # the number of a state
_IN_WINDOW = 1  # coordinates
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class GoneError(Exception):
    """What was asked for is not there (any more)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a program shows, as it tells it."""

    bus: str
    path: str
    name: str
    focused: bool


@dataclass(frozen=True, slots=True)
class Desktop:
    """A session bus with nothing on it but what the tests start."""

    address: str
    folder: Path

    def environment(self, kept: dict[str, str]) -> dict[str, str]:
        """For programs that belong to it."""
        return kept | {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "LC_ALL": "C.UTF-8",
        }


@contextmanager
def desktop(display: str) -> Iterator[Desktop]:
    """The session of a screen, for a while. Its folder has a short name: sockets live in it."""
    if not any(Path(launcher).exists() for launcher in _LAUNCHERS):
        needed("at-spi-bus-launcher")
    folder = Path(tempfile.mkdtemp(prefix="bus"))
    out, into = os.pipe()
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    bus = subprocess.Popen(
        [needed("dbus-daemon"), "--session", "--nofork", "--nopidfile", f"--print-address={into}"],
        env=Desktop("", folder).environment(kept | {"DISPLAY": display}),
        pass_fds=(into,),
        stderr=subprocess.DEVNULL,
    )
    os.close(into)
    with os.fdopen(out) as answer:
        address = answer.readline().strip()
    try:
        assert address, "dbus-daemon did not start"
        yield Desktop(address, folder)
    finally:
        bus.terminate()
        bus.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


class Reader:
    """Reads what programs on a desktop tell, and does what they say can be done."""

    def __init__(self, there: Desktop) -> None:
        self._session = open_dbus_connection(bus=there.address)
        (address,) = self._ask(self._session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        self._bus = open_dbus_connection(bus=address)

    def close(self) -> None:
        """It goes away."""
        self.listen(on=False)
        self._bus.close()
        self._session.close()

    def listen(self, *, on: bool = True) -> None:
        """Says to all programs whether a reader is there."""
        what = "org.a11y.Status", "IsEnabled", ("b", on)
        place = "org.a11y.Bus", "/org/a11y/bus"
        self._ask(self._session, place, "org.freedesktop.DBus.Properties", "Set", "ssv", what)

    @staticmethod
    def _ask(
        bus: Any,
        place: tuple[str, str],
        interface: str,
        method: str,
        form: str = "",
        body: tuple[Any, ...] = (),
    ) -> Any:
        address = DBusAddress(place[1], bus_name=place[0], interface=interface)
        reply = bus.send_and_get_reply(new_method_call(address, method, form or None, body), timeout=20)
        if reply.header.message_type is MessageType.error:
            raise GoneError(method, *reply.body)
        return reply.body

    def _of(self, place: tuple[str, str], method: str, form: str = "", body: tuple[Any, ...] = ()) -> Any:
        return self._ask(self._bus, place, _ACCESSIBLE, method, form, body)[0]

    def _property(self, place: tuple[str, str], name: str) -> str:
        interface = "org.freedesktop.DBus.Properties"
        ((_, value),) = self._ask(self._bus, place, interface, "Get", "ss", (_ACCESSIBLE, name))
        return str(value)

    def things(self) -> list[Thing]:
        """Everything that is told now, in reading order, from the windows on. Raises GoneError while it changes."""
        programs = self._of(_REGISTRY, "GetChildren")
        windows = [window for program in programs for window in self._of(program, "GetChildren")]
        return [thing for window in windows for thing in self._below(window)]

    def _below(self, place: tuple[str, str]) -> Iterator[Thing]:
        (low, _) = self._of(place, "GetState")
        yield Thing(*place, name=self._property(place, "Name"), focused=bool(low >> _FOCUSED & 1))
        for child in self._of(place, "GetChildren"):
            yield from self._below(child)

    def programs(self) -> list[str]:
        """What those that tell something call themselves."""
        return [self._property(program, "Name") for program in self._of(_REGISTRY, "GetChildren")]

    def role(self, thing: Thing) -> int:
        """What it is, by AT-SPI's number."""
        return int(self._of((thing.bus, thing.path), "GetRole"))

    def description(self, thing: Thing) -> str:
        """What is told besides its name."""
        return self._property((thing.bus, thing.path), "Description")

    def press(self, thing: Thing) -> None:
        """Does what the thing offers to do."""
        place = thing.bus, thing.path
        assert self._ask(self._bus, place, "org.a11y.atspi.Action", "DoAction", "i", (0,)) == (True,)

    def stand(self, thing: Thing) -> None:
        """Asks for the focus."""
        place = thing.bus, thing.path
        assert self._ask(self._bus, place, "org.a11y.atspi.Component", "GrabFocus") == (True,)

    def bounds(self, thing: Thing) -> tuple[int, int, int, int]:
        """Where it stands in its window."""
        place, interface = (thing.bus, thing.path), "org.a11y.atspi.Component"
        ((left, top, width, height),) = self._ask(
            self._bus, place, interface, "GetExtents", "u", (_IN_WINDOW,)
        )
        return left, top, width, height
