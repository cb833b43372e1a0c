"""What `beratta check` found, for people and for programs: text, JSON, and SARIF 2.1.0 for editors and code hosts."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from game.format.diagnostics import format_text, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.format.diagnostics import Diagnostic
    from game.screens.words import Words

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(diagnostics: Sequence[Diagnostic], files: int, words: Words) -> str:
    """Each problem with its line, and a last line that sums up."""
    return "\n".join([*map(format_text, diagnostics), _summary(diagnostics, files, words)])


def _summary(diagnostics: Sequence[Diagnostic], files: int, words: Words) -> str:
    where = words.plural("{n} fil", "{n} filer", files)
    if not diagnostics:
        return words.ui("Inga fel i {files}.", files=where)
    errors = sum(each.severity == "error" for each in diagnostics)
    problems = words.plural("{n} fel", "{n} fel", errors)
    warnings = words.plural("{n} varning", "{n} varningar", len(diagnostics) - errors)
    if errors == len(diagnostics):
        return words.ui("{problems} i {files}.", problems=problems, files=where)
    if not errors:
        return words.ui("{problems} i {files}.", problems=warnings, files=where)
    return words.ui("{errors} och {warnings} i {files}.", errors=problems, warnings=warnings, files=where)


def as_json(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """An object with `problems`, in the order of their places, and how many `files` were looked into."""
    return _written({"version": 1, "files": files, "problems": [as_object(each) for each in diagnostics]})


def as_object(diagnostic: Diagnostic) -> Json:
    """One problem, with the name of its kind."""
    return {
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "code": diagnostic.code,
        "name": page(diagnostic.code).name,
        "severity": diagnostic.severity,
        "what": diagnostic.what,
        "why": diagnostic.why,
        "meant": diagnostic.meant,
        "excerpt": diagnostic.excerpt,
    }


def as_sarif(diagnostics: Sequence[Diagnostic], language: str, version: str) -> str:
    """One run, with a rule for each code that was found."""
    found = sorted({each.code for each in diagnostics})
    driver: Json = {
        "name": "beratta check",
        "version": version,
        "rules": [_rule(code, language) for code in found],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, found.index(each.code)) for each in diagnostics],
    }
    return _written({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: str) -> Json:
    known = page(code)
    why = known.why.get(language) or known.why.get("en", "")
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.name},
        "fullDescription": {"text": why},
        "help": {"text": why},
        "defaultConfiguration": {"level": known.severity},
    }


def _result(diagnostic: Diagnostic, rule: int) -> Json:
    sentences = (diagnostic.what, diagnostic.meant, diagnostic.why)
    location: dict[str, Json] = {"artifactLocation": {"uri": _uri(diagnostic.file)}}
    if diagnostic.line:
        location["region"] = {"startLine": diagnostic.line, "startColumn": max(1, diagnostic.column)}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity,
        "message": {"text": " ".join(filter(None, sentences))},
        "locations": [{"physicalLocation": location}],
    }


def _uri(file: str) -> str:
    """A file as a URI: relative where the path is, with forward slashes on every system."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(PurePath(file).as_posix())


def _written(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def shown(path: Path) -> str:
    """A path as one would type it from here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative
