"""Characters that no text of the game may have, because they hide something or turn it round."""

from __future__ import annotations

import re

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_LINE_ENDS = "\u2028\u2029"
"""What editors and YAML disagree about."""
_TURNING = "\u202a-\u202e\u2066-\u2069"
"""Overrides, embeddings and isolates, which can show a telephone number backwards. The marks and joiners that
Arabic and Persian are written with (LRM, RLM, ZWNJ, ZWJ) are no part of them."""
_NO_CHARACTERS = "\ud800-\udfff\ufeff\ufffe\uffff"

UNSEEN = re.compile(f"[{_CONTROL}{_LINE_ENDS}{_TURNING}{_NO_CHARACTERS}]")
"""One such character. Tabs and line breaks are not among them."""
