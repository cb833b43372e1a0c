"""An edition as one file: styles and scripts stand in the page, which lets in only those, by their digests."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from game.tools.web.building import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script defer src="([^"]+)"></script>\n?')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_CALL = re.compile(r"Beratta\.data\((.*)\);\n", re.DOTALL)
_END = "</body>"


def single(files: Mapping[str, bytes]) -> bytes:
    """The page of an edition that was made `inline`, with all other files of it inside.

    Data is not run but read, by the path that it would have had: see `game.tools.web.edition`.
    """
    page = _text(files, PAGE)
    styles = [_text(files, name) for name in _STYLE.findall(page)]
    scripts = [_text(files, name) for name in _SCRIPT.findall(page) if not name.startswith("data/")]
    page = _STYLE.sub(lambda link: f"<style>{_text(files, link[1])}</style>", _SCRIPT.sub("", page))
    page = _POLICY.sub(lambda meta: meta[1] + policy(styles, scripts) + meta[2], page)
    data = (_data(path, _text(files, path)) for path in sorted(files) if path.startswith("data/"))
    code = (f"<script>{script}</script>\n" for script in scripts)
    before, end, after = page.rpartition(_END)
    return "".join((before, *data, *code, end, after)).encode()


def policy(styles: list[str], scripts: list[str]) -> str:
    """What the page may load: the very styles and scripts that stand in it, pictures and letters from its own data, nothing else."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: list[str]) -> str:
    digests = (base64.b64encode(sha256(text.encode()).digest()).decode("ascii") for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _data(path: str, script: str) -> str:
    call = _CALL.fullmatch(script)
    assert call, f"{path} is one call"
    return f'<script type="application/json" id="{path}">[{call[1]}]</script>\n'


def _text(files: Mapping[str, bytes], path: str) -> str:
    return files[path].decode()
