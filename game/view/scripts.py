"""Which scripts are written with letters that stand apart from each other."""

from __future__ import annotations

import re

# Scripts whose letters join or change beside each other (Arabic, Syriac, Mongolian, N'Ko, those of India and others)
# are left out, and so are those that nobody has looked at: a word that is held together can always be read.
_APART = re.compile(
    "["
    "\u0020-\u05ff"  # Latin, Greek, Cyrillic, Armenian, Hebrew, and the signs that they share
    "\u10a0-\u10ff\u1200-\u139f\u13a0-\u13ff\u16a0-\u16ff"  # Georgian, Ethiopic, Cherokee, runes
    "\u1c80-\u1cbf\u1d00-\u200b\u200e-\u2fff"  # more Cyrillic, Georgian, Latin and Greek; signs; not the two joiners
    "\u3000-\ua4cf\ua640-\ua69f\ua700-\ua7ff\uab00-\uab6f"  # Chinese, Japanese, Yi; more of those above
    "\uac00-\ud7a3\uf900-\ufb4f\ufe30-\ufe4f\uff00-\uffff"  # Korean, and other forms of those above
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"  # pictures, and more Chinese
    "]"
)


def stands_apart(cluster: str) -> bool:
    """Whether a cluster, told by its first character, looks the same whatever stands beside it."""
    return bool(_APART.match(cluster))
