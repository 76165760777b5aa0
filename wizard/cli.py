"""The command line: reads files, calls the pure core, writes to standard output. An edge.

Exit status: 0 done; 1 the input was understood and something in it was refused; 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from . import __version__
from .advice import advise
from .answer_code import CodeError, decode, encode
from .answers import Checked, Problem, check
from .blocks import plain_text
from .ladder.assess import ladder
from .ladder.report import ladder_document
from .loading import load
from .model import LANGUAGES, Catalogue
from .output import json_text
from .questionnaire import asked_topics, ladder_topics, questionnaire_data, questionnaire_document
from .reading import Unreadable, parse
from .report import advice_document
from .wording import say

DONE, REFUSED, MISUSED, INTERRUPTED = 0, 1, 2, 130
LONGEST_CODE = 1_000


class Stop(Exception):
    """Ends the command with a status; the lines go to standard error."""

    def __init__(self, status: int, *lines: str):
        super().__init__(*lines)
        self.status, self.lines = status, lines


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and where help is."""

    def error(self, message: str):
        raise Stop(MISUSED, f"{self.prog}: {message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = Parser(
        prog="wizard",
        description="Advice across the five links, from a firm's answers.",
    )
    top.add_argument("--version", action="version", version=f"wizard {__version__}")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser, metavar="COMMAND")

    command = commands.add_parser("advise", help="advice for one set of answers")
    command.add_argument("file", metavar="FILE", help="a JSON object of answers; - is standard input")
    command.add_argument("--lang", choices=LANGUAGES)
    command.add_argument("--format", choices=("json", "markdown", "text"), default="json")
    command.add_argument("--on", metavar="YYYY-MM-DD", help="date for the register of instruments")
    command.set_defaults(run=run_advise)

    command = commands.add_parser("questions", help="the questionnaire")
    command.add_argument("--lang", choices=LANGUAGES)
    command.add_argument("--quick", action="store_true", help="the short path alone")
    command.add_argument("--ladder", action="store_true", help="what the official ladder asks, in place of the rest")
    command.add_argument("--format", choices=("json", "markdown"), default="markdown")
    command.set_defaults(run=run_questions)

    command = commands.add_parser("ask", help="asks at the terminal, then advises")
    command.add_argument("--lang", choices=LANGUAGES, default="zh")
    command.add_argument("--quick", action="store_true", help="the short path alone")
    command.set_defaults(run=run_ask)

    command = commands.add_parser("code", help="the answer code of a set of answers")
    command.add_argument("file", metavar="FILE", help="a JSON object of answers; - is standard input")
    command.add_argument("--lang", choices=LANGUAGES)
    command.set_defaults(run=run_code)

    command = commands.add_parser("decode", help="the answers of an answer code, as JSON")
    command.add_argument("code", metavar="CODE", help="the code; - is standard input")
    command.add_argument("--lang", choices=LANGUAGES)
    command.set_defaults(run=run_decode)

    command = commands.add_parser("ladder", help="where the firm stands on the official ladder")
    command.add_argument("file", metavar="FILE", help="a JSON object of answers; - is standard input")
    command.add_argument("--lang", choices=LANGUAGES)
    command.add_argument("--format", choices=("json", "markdown", "text"), default="json")
    command.add_argument("--on", metavar="YYYY-MM-DD", help="date of the rules to go by")
    command.set_defaults(run=run_ladder)

    command = commands.add_parser("cohort", help="what a room of firms has in common")
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="answers (JSON), a table, a room, or a text with codes; - is standard input",
    )
    command.add_argument("--lang", choices=LANGUAGES)
    command.add_argument("--format", choices=("json", "markdown"), default="json")
    command.add_argument("--on", metavar="YYYY-MM-DD", help="date for the register of instruments")
    command.add_argument("--repeats", action="store_true", help="count equal answers as different firms")
    command.add_argument("--small", action="store_true", help="show groups of fewer than five firms too")
    command.set_defaults(run=run_cohort)

    command = commands.add_parser("check", help="checks the catalogue, with file and line of each fault")
    command.add_argument("--on", metavar="YYYY-MM-DD", help="date for what has ended or grown old")
    command.set_defaults(run=run_check)
    return top


def main(argv: list[str] | None = None) -> int:
    """Runs one command and gives the exit status. No traceback reaches a person."""
    try:
        options = parser().parse_args(argv)
        return options.run(options)
    except Stop as stop:
        for line in stop.lines:
            print(line, file=sys.stderr)
        return stop.status
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def run_advise(options: argparse.Namespace) -> int:
    """`advise FILE`."""
    catalogue = load()
    lang = options.lang or "zh"
    checked = read_answers(options, catalogue)
    advice = advise(checked.answers, catalogue, lang, on_date(options, catalogue), checked.ignored)
    if options.format == "json":
        write(json_text(advice))
    else:
        document = advice_document(advice, catalogue)
        write(document if options.format == "markdown" else plain_text(document))
    return DONE


def run_ladder(options: argparse.Namespace) -> int:
    """`ladder FILE`."""
    catalogue = load()
    checked = read_answers(options, catalogue, ladder=True)
    found = ladder(checked.answers, catalogue, options.lang or "zh", on_date(options, catalogue), checked.ignored)
    if options.format == "json":
        write(json_text(found))
    else:
        document = ladder_document(found, catalogue)
        write(document if options.format == "markdown" else plain_text(document))
    return DONE


def run_questions(options: argparse.Namespace) -> int:
    """`questions`."""
    catalogue, lang = load(), options.lang or "zh"
    topics = ladder_topics(catalogue) if options.ladder else asked_topics(catalogue, quick=options.quick)
    make = questionnaire_data if options.format == "json" else questionnaire_document
    made = make(topics, catalogue, lang)
    write(json_text(made) if options.format == "json" else made)
    return DONE


def run_ask(options: argparse.Namespace) -> int:
    """`ask`."""
    if not sys.stdin.isatty():
        raise Stop(MISUSED, "wizard: ask needs a terminal; give answers in a file to advise instead")
    from .ask import Interview

    interrupted = Interview(load(), options.lang, quick=options.quick, folder=Path.cwd()).run()
    return INTERRUPTED if interrupted else DONE


def run_code(options: argparse.Namespace) -> int:
    """`code FILE`."""
    catalogue = load()
    write(encode(read_answers(options, catalogue).answers, catalogue) + "\n")
    return DONE


def run_decode(options: argparse.Namespace) -> int:
    """`decode CODE`."""
    catalogue = load()
    text = sys.stdin.buffer.read(LONGEST_CODE).decode("utf-8", "replace") if options.code == "-" else options.code
    try:
        answers = decode(text, catalogue)
    except CodeError as error:
        raise Stop(REFUSED, refusal("CODE", error.problem, catalogue, options.lang)) from None
    write(json_text(answers))
    return DONE


def run_cohort(options: argparse.Namespace) -> int:
    """`cohort FILE...`."""
    from .cohort.document import cohort_document
    from .cohort.figures import cohort
    from .cohort.intake import read, take
    from .cohort.room import Room
    from .cohort.tables import Tables

    catalogue, lang = load(), options.lang or "zh"
    on = on_date(options, catalogue)
    entries, made_up = [], []
    for name in options.files:
        found, sample = read(read_bytes(name, catalogue, options.lang), name, catalogue)
        entries += found
        made_up.append(sample)
    taken = take(entries, Room(made_up=all(made_up)), catalogue, repeats=options.repeats)
    figures = cohort(taken, Tables(catalogue), lang, on, small=options.small)
    write(json_text(figures) if options.format == "json" else cohort_document(figures, taken.room, catalogue, lang))
    return DONE


def run_check(options: argparse.Namespace) -> int:
    """`check`."""
    from .check import run

    report = run(on=options.on and on_date(options, None))
    write("\n".join(report.lines) + "\n")
    if report.faults:
        raise Stop(REFUSED, *report.faults)
    return DONE


def write(text: str) -> None:
    """Writes UTF-8 whatever the terminal's own encoding is."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def on_date(options: argparse.Namespace, catalogue: Catalogue | None) -> str:
    """The date asked for with --on, or the date at which the catalogue was last reviewed."""
    if options.on is None:
        return catalogue.general.reviewed
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", options.on):
            raise ValueError
        return date.fromisoformat(options.on).isoformat()
    except ValueError:
        raise Stop(
            MISUSED,
            f'wizard: --on "{options.on}" is not a date; write it as YYYY-MM-DD',
        ) from None


def read_answers(options: argparse.Namespace, catalogue: Catalogue, *, ladder: bool = False) -> Checked:
    """The checked answers of a file, those of the ladder only if asked for. Stop with one line for each refusal."""
    checked = check(read_json(options.file, catalogue, options.lang), catalogue, ladder=ladder)
    if checked.problems:
        raise Stop(REFUSED, *(refusal(options.file, p, catalogue, options.lang) for p in checked.problems))
    return checked


def read_json(name: str, catalogue: Catalogue, lang: str | None) -> Any:
    """The JSON in a file, or on standard input for "-"."""
    try:
        return parse(read_bytes(name, catalogue, lang))
    except Unreadable as unreadable:
        raise Stop(REFUSED, refusal(name, unreadable.problem, catalogue, lang)) from None


def read_bytes(name: str, catalogue: Catalogue, lang: str | None) -> bytes:
    """What a file holds, or standard input for "-". Stop where there is no such file."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        problem = Problem(None, "error_no_file", {})
        raise Stop(MISUSED, refusal(name, problem, catalogue, lang)) from None
    except IsADirectoryError:
        problem = Problem(None, "error_is_folder", {})
        raise Stop(MISUSED, refusal(name, problem, catalogue, lang)) from None
    except OSError as error:
        problem = Problem(None, "error_cannot_read", {"why": error.strerror})
        raise Stop(MISUSED, refusal(name, problem, catalogue, lang)) from None


def refusal(name: str, problem: Problem, catalogue: Catalogue, lang: str | None) -> str:
    """One line: FILE: question ID: what is wrong. In English unless a language was asked for."""
    where = f"{name}: question {problem.question}: " if problem.question else f"{name}: "
    return where + say(catalogue, lang or "en", problem.text, **problem.values)
