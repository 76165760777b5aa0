"""The interview at a terminal: asks, advises, and keeps the answers. An edge, with questionary and rich.

At every prompt one can go back, skip, see why it is asked, and change the language. Ctrl-C and the end of the input
lose nothing: the answers go into a file, and its name is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import questionary
from rich.console import Console
from rich.table import Table

from .advice import advise
from .answers import Problem, Refused
from .lead import lead_sentences
from .model import LANGUAGES, NONE, UNKNOWN, Answer, Answers, Catalogue, Question
from .output import json_text
from .questionnaire import asked_topics
from .report import advice_document
from .typed import parse_number
from .wording import listed, number, say

BACK, SKIP, WHY, LANGUAGE = "<", "-", "?", "@"
COMMANDS = (("skip", SKIP), ("back", BACK), ("why", WHY), ("language", LANGUAGE))
FILE = "wizard-answers"
FIRST_ACTIONS = 2


class Interview:
    """One run of the interview. `lang` can change on the way."""

    def __init__(self, catalogue: Catalogue, lang: str, *, quick: bool, folder: Path, console: Console | None = None):
        self.catalogue, self.lang, self.quick, self.folder = catalogue, lang, quick, folder
        self.console = console or Console()
        self.answers: Answers = {}

    def say(self, id: str, **values: Any) -> str:
        """An interface text in the present language."""
        return say(self.catalogue, self.lang, id, **values)

    def run(self) -> Path | None:
        """Asks everything, shows the advice, and offers to keep both. Gives the file if it was interrupted."""
        try:
            self.ask_all()
            self.show()
            self.offer()
        except (KeyboardInterrupt, EOFError):
            path = self.keep()
            self.console.print("\n" + self.say("ask_kept", path=path.name))
            return path
        return None

    def ask_all(self) -> None:
        """Every question in order; Back goes to the one before."""
        asked = [(topic, q) for topic, questions in asked_topics(self.catalogue, quick=self.quick) for q in questions]
        self.console.print(self.say("ask_welcome", count=len(asked)), "\n" + self.say("ask_keys"))
        place, heading = 0, None
        while place < len(asked):
            topic, question = asked[place]
            if topic.id != heading:
                heading = topic.id
                self.console.rule(topic.title[self.lang])
            given = self.ask(question)
            if given == LANGUAGE:
                self.lang = LANGUAGES[1 - LANGUAGES.index(self.lang)]
                heading = None
            elif given == WHY:
                source = listed(self.catalogue, self.lang, list(question.evidence))
                self.console.print(question.why[self.lang], self.say("doc_evidence", locators=source))
            elif given == BACK:
                place, heading = max(0, place - 1), None
            elif self.take(question, given):
                place += 1

    def ask(self, question: Question) -> Any:
        """What the person entered: an option's id, a list of ids, a text, or one of the commands."""
        title, hint = question.title[self.lang], question.hint[self.lang]
        if question.type == "number":
            shown = f"{title} ({question.unit[self.lang]})"
            return questionary.text(shown, instruction=f"{hint} ", qmark="?").unsafe_ask().strip()
        options = [questionary.Choice(o.label[self.lang], o.id) for o in question.options if not o.valid_to]
        options.append(questionary.Choice(self.say("unknown_label"), UNKNOWN))
        options += [questionary.Choice(self.say(f"ask_{name}"), key) for name, key in COMMANDS]
        if question.type == "one":
            return questionary.select(title, options, instruction=hint, qmark="?").unsafe_ask()
        picked = questionary.checkbox(title, options, instruction=hint, qmark="?").unsafe_ask()
        return next((key for _, key in COMMANDS if key in picked), picked)

    def take(self, question: Question, given: Any) -> bool:
        """Keeps what was entered; False where it cannot be taken and is asked again."""
        try:
            answer = self.meaning(question, given)
        except Refused as refused:
            problem = refused.problem
            self.console.print(f"[bold]{self.say(problem.text, **problem.values)}[/bold]")
            return False
        if answer is None:
            self.answers.pop(question.id, None)
        else:
            self.answers[question.id] = answer
        return True

    def meaning(self, question: Question, given: Any) -> Answer | None:
        """The answer that was entered; None for skipped and unknown. Raises Refused."""
        if given in (SKIP, "", [], UNKNOWN, [UNKNOWN]):
            return None
        if question.type == "number":
            return parse_number(given, question)
        if isinstance(given, list) and len(given) > 1 and {NONE, UNKNOWN} & set(given):
            alone = "error_unknown_alone" if UNKNOWN in given else "error_none_alone"
            raise Refused(Problem(question.id, alone, {"given": ", ".join(given)}))
        return given

    def advice(self) -> dict[str, Any]:
        """The advice for what is known now."""
        ordered = {id: self.answers[id] for id in self.catalogue.questions if id in self.answers}
        return advise(ordered, self.catalogue, self.lang, self.catalogue.general.reviewed)

    def show(self) -> None:
        """The answer first, then the links as a table, then the first actions."""
        advice = self.advice()
        lead, *sure = lead_sentences(advice, self.catalogue)
        self.console.rule(self.say("advice_title"))
        self.console.print(f"[bold]{lead.replace('*', '')}[/bold]", *sure, sep="\n")
        heads = ("doc_rank", "doc_link", "figure_relevance", "figure_need", "figure_priority")
        table = Table(*(self.say(head) for head in heads))
        for link in advice["links"]:
            name = self.catalogue.link(link["id"]).name[self.lang]
            figures = [number(link[key]["value"]) for key in ("relevance", "need", "priority")]
            table.add_row(str(link["rank"]), name, *figures)
        self.console.print(table)
        for link in advice["links"][:FIRST_ACTIONS]:
            for action in [a for a in advice["actions"] if a["link"] == link["id"]][:FIRST_ACTIONS]:
                self.console.print(f"- [bold]{action['title']}[/bold] {action['first_step']}")

    def offer(self) -> None:
        """Offers to keep the answers and the advice as files."""
        if questionary.confirm(self.say("ask_save"), default=True).unsafe_ask():
            path = self.keep()
            document = path.with_suffix(".md")
            document.write_text(advice_document(self.advice(), self.catalogue), encoding="utf-8")
            self.console.print(self.say("ask_saved", answers=path.name, advice=document.name))

    def keep(self) -> Path:
        """Writes the answers into a new file and gives its path. Nothing is ever overwritten."""
        tries = [self.folder / f"{FILE}.json", *(self.folder / f"{FILE}-{n}.json" for n in range(2, 10_000))]
        path = next(p for p in tries if not p.exists() and not p.with_suffix(".md").exists())
        path.write_text(json_text(self.answers), encoding="utf-8")
        return path
