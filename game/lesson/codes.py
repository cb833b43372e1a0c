"""Codes, cookies and keys: made by the system's own chance, and kept only as keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
import secrets

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""30 characters that are not taken for one another: without I, L, O, U, 0 and 1."""
LENGTH = 6
_MARK = 16


def new_code() -> str:
    """What pupils type to come to a lesson."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed(text: str) -> str:
    """A code as it was meant: in any case, with spaces or hyphens; "" for what cannot be one."""
    code = "".join(letter for letter in text[:40].upper() if not letter.isspace() and letter != "-")
    return code if len(code) == LENGTH and all(letter in ALPHABET for letter in code) else ""


def new_cookie() -> str:
    """What a browser shows to be given its seat again: 128 bits."""
    return secrets.token_urlsafe(16)


def new_key() -> str:
    """What a teacher's program shows to command a lesson: 256 bits."""
    return secrets.token_urlsafe(32)


def new_secret() -> bytes:
    """What a lesson's hashes are keyed with; it dies with the lesson."""
    return secrets.token_bytes(32)


def new_id() -> str:
    """What a lesson is called between programs."""
    return secrets.token_hex(8)


def new_draw() -> int:
    """A number by chance, to draw a symbol by."""
    return secrets.randbelow(2**31)


def seat_mark(secret: bytes, cookie: str) -> bytes:
    """What a seat is stored by."""
    return _mark(secret, b"seat", cookie)


def voter_mark(secret: bytes, cookie: str) -> bytes:
    """What the answers from a seat are stored by. Without the cookie nobody can tell which seat that is."""
    return _mark(secret, b"voter", cookie)


def key_mark(secret: bytes, key: str) -> bytes:
    """What a teacher's key is stored as."""
    return _mark(secret, b"key", key)


def same(one: bytes | str, other: bytes | str) -> bool:
    """Whether two secrets are the same, in a time that does not say where they differ."""
    first, second = (each.encode() if isinstance(each, str) else each for each in (one, other))
    return hmac.compare_digest(first, second)


def _mark(secret: bytes, purpose: bytes, shown: str) -> bytes:
    return hmac.new(secret, purpose + b":" + shown.encode(), hashlib.sha256).digest()[:_MARK]
