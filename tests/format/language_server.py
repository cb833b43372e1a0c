"""A small editor: it starts a language server, speaks LSP with it over pipes, and waits no longer than it has to."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

PATIENCE = 60
"""Seconds that a slow machine may take for one answer."""

SETTINGS: dict[str, object] = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
}
"""An editor's usual settings, but nothing is fetched from the net."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What is underlined: the line, counted from 1, what of that line, and what is said of it."""

    line: int
    text: str
    message: str


class Editor:
    """One language server, and the files that are open in it."""

    def __init__(self, command: list[str], folder: Path) -> None:
        """Starts the server; `folder` is what the editor has open."""
        self._folder = folder
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._asked = 0
        self._versions: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._listener.start()
        root = self._folder.as_uri()
        documentation = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        self._ask(
            "initialize",
            processId=None,
            rootUri=root,
            workspaceFolders=[{"uri": root, "name": "stories"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": documentation},
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "publishDiagnostics": {"versionSupport": True},
                },
            },
        )
        self._tell("initialized")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.wait(PATIENCE)
        self._listener.join(PATIENCE)
        for pipe in (self._server.stdin, self._server.stdout):
            assert pipe
            pipe.close()

    def marks(self, file: Path, text: str) -> list[Mark]:
        """Shows a text as the file's, not saved, and gives what is underlined in it.

        A server does not say which text it speaks of. So each gets a key at its end that no story has, and what
        is underlined is that of this text when this key is.
        """
        uri = file.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        last = f"shown_{version}"
        shown = f"{text.rstrip()}\n{last}: 0\n"
        document = {"uri": uri, "version": version}
        if version > 1:
            self._tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": shown}])
        else:
            self._tell("textDocument/didOpen", textDocument={**document, "languageId": "yaml", "text": shown})
        while True:
            message = self._next()
            told = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                found = [_mark(each, shown.split("\n")) for each in told["diagnostics"]]
                if any(mark.text == last for mark in found):
                    return sorted(mark for mark in found if mark.text != last)

    def completions(self, file: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place of the shown text, by what it is called; both count from 0."""
        found = self._ask("textDocument/completion", **self._at(file, line, column))
        return {item["label"]: item for item in found["items"]}

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is explained at a place of the shown text; both count from 0."""
        found = self._ask("textDocument/hover", **self._at(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    @staticmethod
    def _at(file: Path, line: int, column: int) -> dict[str, object]:
        return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}

    # --- the protocol ------------------------------------------------------------------------------

    def _ask(self, method: str, **params: object) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """What the server says next; what it asks is answered at once."""
        message = self._heard.get(timeout=PATIENCE)
        assert message is not None, "the language server has ended"
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    @staticmethod
    def _answer(message: dict[str, Any]) -> object:
        if message["method"] == "workspace/configuration":
            return [SETTINGS.get(item.get("section", "")) for item in message["params"]["items"]]
        return None

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> None:
        assert self._server.stdout
        for message in _messages(self._server.stdout):
            self._heard.put(message)
        self._heard.put(None)


def _mark(diagnostic: dict[str, Any], lines: list[str]) -> Mark:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    line = lines[start["line"]] if start["line"] < len(lines) else ""  # of a longer text, before this one
    until = end["character"] if end["line"] == start["line"] else len(line)
    return Mark(start["line"] + 1, line[start["character"] : until], diagnostic["message"])


def _messages(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Everything that is said on a pipe, until it is closed."""
    while header := pipe.readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            header = pipe.readline()
        yield json.loads(pipe.read(length))
