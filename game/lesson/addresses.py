"""Which address pupils type: what this computer is called in the school's network, and a QR code for it.

A computer may have many addresses, one for each network that it is on, and virtual ones that nobody else can reach.
"""

from __future__ import annotations

import socket
from contextlib import closing, suppress
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOPBACK = "127.0.0.1"

_FAR_AWAY = ("192.88.99.1", "10.255.255.254", "192.168.255.254", "172.31.255.254")
"""Somewhere behind each way out of the computer, the way to the internet first. Nothing is ever sent there."""
_DISCARD = 9
_PRIVATE = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_BRIDGES = frozenset({"192.168.122.1", "192.168.56.1", "192.168.99.1", "10.0.2.15", "10.0.3.1"})
"""What libvirt, VirtualBox, Docker Machine and LXC call the computer that they run on, or in."""
_DOCKER = tuple(IPv4Network(f"172.{net}.0.0/16") for net in range(17, 32))


def addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this computer, the one that pupils most likely reach first; () without a network.

    The computer's own name is only looked up where no way leads out, and may then take seconds: ask beside what must not wait.
    """
    found = ranked(_ways_out())
    out = found and _worth(IPv4Address(found[0])) <= _PUBLIC
    return found if out else ranked((*found, *_by_name()))


def ranked(found: Iterable[str]) -> tuple[str, ...]:
    """Addresses, the best first, each once, those that nobody else can reach only where there is no other.

    Among equals the order stays: the way to the internet is found first. What is no IPv4 address is left out.
    """
    numbers = [number for number in map(_number, dict.fromkeys(found)) if number and _usable(number)]
    if not numbers:
        return ()
    best = min(map(_worth, numbers))
    kept = (number for number in numbers if _worth(number) <= max(best, _PUBLIC))
    return tuple(str(number) for number in sorted(kept, key=_worth))


def typed(host: str, port: int) -> str:
    """What pupils type: the address without what every browser adds by itself."""
    return f"{host}:{port}"


def qr_rows(url: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of a QR code, True for dark, without the quiet zone around it. Level M: a smudge does not matter."""
    code = segno.make_qr(url, error="m", boost_error=False)
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix)


_PRIVATE_NET, _PUBLIC, _VIRTUAL, _SELF_GIVEN, _ALONE = range(5)


def _worth(number: IPv4Address) -> int:
    """How likely others reach it: the lower, the more."""
    if number.is_loopback:
        return _ALONE
    if number.is_link_local:
        return _SELF_GIVEN
    if str(number) in _BRIDGES or _is_docker(number):
        return _VIRTUAL
    return _PRIVATE_NET if any(number in net for net in _PRIVATE) else _PUBLIC


def _is_docker(number: IPv4Address) -> bool:
    """Whether it is the computer's own end of one of Docker's bridges: the very first address there."""
    return any(number == net.network_address + 1 for net in _DOCKER)


def _usable(number: IPv4Address) -> bool:
    return not (number.is_unspecified or number.is_multicast)


def _number(text: str) -> IPv4Address | None:
    try:
        return IPv4Address(text)
    except ValueError:
        return None


def _ways_out() -> Iterable[str]:
    """The computer's own end of the ways to elsewhere: a UDP socket that is only connected sends nothing."""
    for target in _FAR_AWAY:
        with suppress(OSError), closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as way:
            way.connect((target, _DISCARD))
            yield str(way.getsockname()[0])


def _by_name() -> Iterable[str]:
    """All addresses that go with the computer's own name: on Windows one for each network card."""
    with suppress(OSError, UnicodeError):
        yield from socket.gethostbyname_ex(socket.gethostname())[2]
