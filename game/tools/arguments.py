"""What can be typed after `beratta`, in the language asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.words import Words


def parser(words: Words) -> argparse.ArgumentParser:
    """All commands; `command` is "" when none was given."""
    language = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    language.add_argument("--language", metavar="KOD", help=words.ui("språket, till exempel sv eller en"))
    whole = argparse.ArgumentParser(
        prog="beratta",
        description=words.ui("Berättelser att spela: se tecknen, och säg det till någon du litar på."),
        parents=[language],
    )
    whole.set_defaults(command="", text=False)
    commands = _Commands(whole, language)
    _play(commands, words)
    _check(commands, words)
    _writing(commands, words)
    _looking(commands, words)
    _pack(commands, words)
    _portrait(commands, words)
    _messages(commands, words)
    _web(commands, words)
    _settings(commands, words)
    _lesson(commands, words)
    _hub(commands, words)
    return whole


class _Commands:
    """Commands as they are added, each with the language beside its own arguments."""

    def __init__(self, whole: argparse.ArgumentParser, language: argparse.ArgumentParser) -> None:
        self._commands = whole.add_subparsers(dest="command", metavar="KOMMANDO")
        self.shared = [language]

    def add(self, name: str, help_: str) -> argparse.ArgumentParser:
        return self._commands.add_parser(name, parents=self.shared, help=help_, description=help_)


def asked_language(arguments: list[str]) -> str:
    """The language asked for anywhere in the arguments, before the help is put into words; "" for none."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--language", default="")
    try:
        return str(first.parse_known_args(arguments)[0].language)
    except argparse.ArgumentError:  # told by the whole parser, with how it is used
        return ""


def _play(commands: _Commands, words: Words) -> None:
    play = commands.add("play", words.ui("spela en berättelse"))
    play.add_argument(
        "name",
        nargs="?",
        metavar="NAMN",
        help=words.ui("berättelsens namn eller mapp; utan namn väljer man i spelet"),
    )
    play.add_argument("--text", action="store_true", help=words.ui("i terminalen, utan fönster"))


def _check(commands: _Commands, words: Words) -> None:
    check = commands.add("check", words.ui("kontrollera berättelser"))
    check.add_argument(
        "paths",
        nargs="*",
        metavar="NAMN",
        help=words.ui("berättelsers namn, filer eller mappar; utan: allt som följer med"),
    )
    check.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help=words.ui("hur felen skrivs ut")
    )
    check.add_argument(
        "--explain", metavar="KOD", default="", help=words.ui("förklarar en kod, till exempel F201")
    )
    check.add_argument(
        "--no-layout",
        action="store_true",
        help=words.ui("mäter inte om texterna får plats på sina kort; det går fortare"),
    )


def _writing(commands: _Commands, words: Words) -> None:
    new = commands.add("new", words.ui("börja på en ny berättelse"))
    new.add_argument("name", metavar="NAMN", help=words.ui("mappens namn, med små bokstäver"))
    new.add_argument("--in", dest="inside", default=".", metavar="MAPP", help=words.ui("var mappen läggs"))
    preview = commands.add("preview", words.ui("se en berättelse medan du skriver den"))
    preview.add_argument("name", metavar="NAMN", help=words.ui("berättelsens namn eller mapp"))
    preview.add_argument("--scene", default="", metavar="SCEN", help=words.ui("scenen att börja i"))


def _looking(commands: _Commands, words: Words) -> None:
    graph = commands.add("graph", words.ui("rita en karta över en berättelse"))
    graph.add_argument("name", metavar="NAMN", help=words.ui("berättelsens namn eller mapp"))
    graph.add_argument(
        "-o", "--output", default="", metavar="FIL", help=words.ui("kartan: en fil på .svg, .dot eller .mmd")
    )
    stats = commands.add("stats", words.ui("räkna ord, vägar, slut och tecken"))
    stats.add_argument(
        "names",
        nargs="*",
        metavar="NAMN",
        help=words.ui("berättelsers namn eller mappar; utan: alla tillsammans"),
    )
    stats.add_argument(
        "--format", choices=("text", "json"), default="text", help=words.ui("hur siffrorna skrivs ut")
    )


def _pack(commands: _Commands, words: Words) -> None:
    pack = commands.add("pack", words.ui("gör en handledning för läraren, eller en bild för väggen"))
    pack.add_argument("name", metavar="NAMN", help=words.ui("berättelsens namn eller mapp"))
    pack.add_argument(
        "-o", "--output", default="", metavar="FIL", help=words.ui("filen som ska skrivas, på .pdf")
    )
    pack.add_argument(
        "--municipality", default="", metavar="KOMMUN", help=words.ui("kommunen vars nummer ska stå där")
    )
    pack.add_argument(
        "--poster", action="store_true", help=words.ui("bilden för väggen i stället, ett ark i A3")
    )


def _portrait(commands: _Commands, words: Words) -> None:
    portrait = commands.add("portrait", words.ui("rita av alla delar, eller en berättelses personer"))
    portrait.add_argument(
        "names", nargs="*", metavar="NAMN", help=words.ui("berättelsers namn eller mappar; utan: alla delar")
    )
    portrait.add_argument(
        "-o", "--output", default="portrait.png", metavar="FIL", help=words.ui("bilden som ska skrivas")
    )


def _messages(commands: _Commands, words: Words) -> None:
    messages = commands.add("messages", words.ui("översättningarnas filer, för den som översätter"))
    each = messages.add_subparsers(dest="what", metavar="VAD", required=True)
    told = {
        "extract": words.ui("skriv mallarna (.pot) ur spelets och berättelsernas texter"),
        "merge": words.ui("för in mallarnas texter i översättningarna (.po); ett nytt språk påbörjas"),
        "status": words.ui("hur långt varje översättning har kommit"),
    }
    for what, help_ in told.items():
        parser = each.add_parser(what, parents=commands.shared, help=help_, description=help_)
        if what != "extract":
            parser.add_argument(
                "languages",
                nargs="*",
                metavar="SPRÅK",
                help=words.ui("språkkoder, till exempel fi; utan: alla som finns"),
            )
        parser.add_argument(
            "--story", metavar="NAMN", default="", help=words.ui("bara den berättelsen: dess namn eller mapp")
        )
        parser.add_argument("--locale", metavar="MAPP", default="", help=words.ui("mappen med språken"))
        if what == "status":
            parser.add_argument(
                "--format", choices=("text", "json"), default="text", help=words.ui("hur siffrorna skrivs ut")
            )


def _web(commands: _Commands, words: Words) -> None:
    web = commands.add("web", words.ui("spelet som sidor för webbläsaren, för Chromebook och iPad"))
    web.add_argument("out", metavar="MAPP", help=words.ui("mappen som skrivs; med --single en fil på .html"))
    web.add_argument("--single", action="store_true", help=words.ui("allt i en enda fil"))
    web.add_argument(
        "--story",
        nargs="+",
        default=[],
        metavar="NAMN",
        help=words.ui("bara de här berättelserna; utan: alla"),
    )


def _settings(commands: _Commands, words: Words) -> None:
    help_ = words.ui("se vilka inställningar som gäller, och allt som en skola kan ställa in")
    settings = commands.add("settings", help_)
    settings.add_argument(
        "file",
        nargs="?",
        default="",
        metavar="FIL",
        help=words.ui("en fil att prova, innan den läggs på sin plats"),
    )
    settings.add_argument(
        "--format", choices=("text", "json"), default="text", help=words.ui("hur inställningarna skrivs ut")
    )
    settings.add_argument("--example", action="store_true", help=words.ui("skriver en fil att börja från"))
    settings.add_argument(
        "-o",
        "--output",
        default="",
        metavar="FIL",
        help=words.ui("filen som exemplet skrivs i; utan: det visas"),
    )


def _lesson(commands: _Commands, words: Words) -> None:
    lesson = commands.add(
        "lesson", words.ui("en lektion med klassen, på datorn som är kopplad till projektorn")
    )
    lesson.add_argument(
        "--rehearse",
        type=int,
        default=0,
        metavar="ANTAL",
        help=words.ui("öva i förväg, med så många påhittade elever"),
    )
    lesson.add_argument(
        "--open",
        default="",
        metavar="FIL",
        help=words.ui("fortsätt från en fil som en tidigare lektion sparat"),
    )
    lesson.add_argument(
        "--one-window",
        action="store_true",
        help=words.ui("utan eget fönster för läraren, också när det finns två skärmar"),
    )
    lesson.add_argument(
        "--hub",
        default="",
        metavar="ADRESS",
        help=words.ui("kommunens nav, i stället för ett som startas på den här datorn"),
    )


def _hub(commands: _Commands, words: Words) -> None:
    hub = commands.add("hub", words.ui("navet som elevernas datorer når, för kommunens IT"))
    hub.add_argument(
        "--database",
        default="",
        metavar="URL",
        help=words.ui("till exempel postgresql+psycopg://…; utan: en fil som raderas när navet stängs"),
    )
    hub.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESS", help=words.ui("adressen som navet lyssnar på")
    )
    hub.add_argument(
        "--port", type=int, default=8080, metavar="TAL", help=words.ui("porten som navet lyssnar på")
    )
    hub.add_argument(
        "--origin",
        action="append",
        default=[],
        metavar="URL",
        help=words.ui("en adress som eleverna får komma från, till exempel https://beratta.kommunen.se"),
    )
    hub.add_argument(
        "--proxy",
        action="append",
        default=[],
        metavar="ADRESS",
        help=words.ui("en omvänd proxy vars uppgifter om besökarens adress går att lita på"),
    )
    hub.add_argument("--embedded", action="store_true", help=argparse.SUPPRESS)
