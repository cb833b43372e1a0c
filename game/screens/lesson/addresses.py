"""The address of a lesson as it stands on the board, and as a pupil types it."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Characters of an address that are taken in."""
KEYPAD = "1234567890.:abcdefghijklmnopqrstuvwxyz-"
"""What an address can be typed with."""

_PORT = 8080
"""Where a lesson on a teacher's computer is, if nothing else is said."""
_LAST_PORT = 65_535
_TYPED = re.compile(r"(?:(?P<scheme>https?)://)?(?P<host>[a-z0-9.-]{3,80})(?::(?P<port>[0-9]{1,5}))?/?")
_NUMBERS = re.compile(r"[0-9.]+")
_IP = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}")
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")


def sign_of(character: str) -> str:
    """What a typed character is in an address: digits of any script, and the comma of a keypad as a point; "" for white space."""
    sign = character.strip().lower()
    if len(sign) == 1 and sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "." if sign == "," else sign


def url_of(typed: str) -> str:
    """The URL of a lesson's server; "" for what is no address.

    A computer's number ("10.0.4.12") is a teacher's computer in the classroom; a name ("lektion.skola.se") is asked safely.
    """
    found = _TYPED.fullmatch(typed.strip().lower())
    if found is None:
        return ""
    host, port = found["host"], found["port"]
    if port is not None and not 0 < int(port) <= _LAST_PORT:
        return ""
    if _NUMBERS.fullmatch(host):
        return _of_number(found["scheme"] or "http", host, port)
    if not _NAME.fullmatch(host):
        return ""
    return f"{found['scheme'] or 'https'}://{host}" + (f":{int(port)}" if port else "")


def _of_number(scheme: str, host: str, port: str | None) -> str:
    if not _IP.fullmatch(host) or any(int(part) > 255 for part in host.split(".")):
        return ""
    if port is None and scheme == "https":
        return f"{scheme}://{host}"
    return f"{scheme}://{host}:{int(port) if port else _PORT}"
