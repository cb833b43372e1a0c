"""A browser's window that watches over the page: what fails, what its policy refuses, what it asks for, what it keeps."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

_REFUSED = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective + " " + event.blockedURI));
"""
_KEPT = """
    async () => ({
        cookies: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        history: history.length,
        state: history.state,
        databases: (await indexedDB.databases()).length,
        refused: window.refused,
    })
"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "state": None, "databases": 0, "refused": []}


@contextmanager
def guarded(browser: Browser, file: Path, wish: str = "", **options: Any) -> Iterator[Page]:
    """The page of a file, in a context with these options; `wish` is what a link to it asks for after "#"."""
    context = browser.new_context(locale="sv-SE", offline=True, reduced_motion="reduce", **options)
    context.set_default_timeout(10_000)
    failed: list[str] = []
    asked: list[str] = []
    context.on("weberror", lambda error: failed.append(str(error.error)))
    context.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script(_REFUSED)
    page = context.new_page()
    page.goto(f"{file.as_uri()}#{wish}" if wish else file.as_uri())
    expect(page.locator("#page h1")).to_be_visible()
    entries = page.evaluate("history.length")
    try:
        yield page
        if page.url != "about:blank":
            assert page.evaluate(_KEPT) == {**NOTHING, "history": entries}
        assert failed == []
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert context.cookies() == []
    finally:
        context.close()
