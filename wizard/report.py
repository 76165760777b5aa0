"""The advice and the questionnaire as documents: Markdown, and plain text made from the same parts."""

from __future__ import annotations

from typing import Any

from .lead import lead_sentences
from .model import Catalogue
from .standing import told_standing
from .wording import COLON, labelled, listed, number, say


def advice_document(advice: dict[str, Any], catalogue: Catalogue) -> str:
    """The advice as Markdown that can be sent to a colleague. `advice` is what `advice.advise` gives."""
    return "\n".join(_Document(advice, catalogue).lines()) + "\n"


def change_line(change: dict[str, Any], catalogue: Catalogue, lang: str) -> str:
    """One entry of `what_would_change` as a sentence."""
    question = catalogue.questions[change["question"]]
    short = question.short[lang]
    return say(
        catalogue,
        lang,
        "doc_change_line",
        short=short[:1].upper() + short[1:],
        old=labelled(catalogue, lang, question, change["from"]),
        new=labelled(catalogue, lang, question, change["to"]),
        link=catalogue.link(change["link"]).name,
        rank_from=change["rank_from"],
        rank_to=change["rank_to"],
    )


class _Document:
    """One advice being written. Each method gives the lines of one part."""

    def __init__(self, advice: dict[str, Any], catalogue: Catalogue):
        self.advice, self.catalogue, self.lang = advice, catalogue, advice["lang"]
        self.names = {link.id: link.name[self.lang] for link in catalogue.links}

    def say(self, id: str, **values: Any) -> str:
        return say(self.catalogue, self.lang, id, **values)

    def lines(self) -> list[str]:
        out = [
            f"# {self.say('doc_title')}",
            "",
            *lead_sentences(self.advice, self.catalogue),
            "",
        ]
        out += [self.say("doc_date", on=self.advice["on"]), ""]
        out += self.table() + self.links() + self.challenges() + self.benchmarks() + self.questions()
        out += self.changes() + self.ignored()
        return out + [self.say("doc_disclaimer"), "", self.say("doc_paper")]

    def span(self, figure: dict[str, float]) -> str:
        if figure["low"] == figure["high"]:
            return number(figure["value"])
        return self.say("doc_span", **{key: number(value) for key, value in figure.items()})

    def table(self) -> list[str]:
        heads = (
            "doc_rank",
            "doc_link",
            "figure_relevance",
            "figure_need",
            "figure_priority",
        )
        out = [
            f"## {self.say('doc_links')}",
            "",
            "| " + " | ".join(self.say(h) for h in heads) + " |",
        ]
        out.append("|" + " --- |" * len(heads))
        for link in self.advice["links"]:
            cells = [str(link["rank"]), self.names[link["id"]]]
            cells += [self.span(link[key]) for key in ("relevance", "need", "priority")]
            out.append("| " + " | ".join(cells) + " |")
        return out + [""]

    def evidence(self, locators: list[str]) -> str:
        if not locators:
            return ""
        text = self.say("doc_evidence", locators=listed(self.catalogue, self.lang, locators))
        return f"（{text}）" if self.lang == "zh" else f" ({text})"

    def links(self) -> list[str]:
        out: list[str] = []
        for link in self.advice["links"]:
            out += [
                f"## {link['rank']}. {self.names[link['id']]}",
                "",
                f"### {self.say('doc_reasons')}",
                "",
            ]
            out += [
                f"- {r['text']}{self.evidence(r['evidence'])} +{number(r['effect'])}"
                for r in link["reasons"]
                if r["effect"] > 0
            ]
            out += ["", f"### {self.say('doc_actions')}", ""]
            for action in self.advice["actions"]:
                if action["link"] == link["id"]:
                    out += self.action(action)
        return out

    def action(self, action: dict[str, Any]) -> list[str]:
        meta = [
            self.say(f"horizon_{action['horizon']}"),
            self.say(f"effort_{action['effort']}"),
        ]
        meta.append(self.say(f"who_{action['lead']}"))
        colon = COLON[self.lang]
        out = [
            f"- **{action['title']}**{self.evidence(action['evidence'])}",
            f"  - {' · '.join(meta)}",
        ]
        out.append(f"  - {self.say('action_first')}{colon}{action['first_step']}")
        for place, step in enumerate(action["steps"], 1):
            out.append(f"  - {place}. {step}")
        for key, text in (
            ("done_when", "action_done"),
            ("ask", "action_ask"),
            ("why", "action_why"),
        ):
            out.append(f"  - {self.say(text)}{colon}{action[key]}")
        for id in action["instruments"]:
            out.append(f"  - {self.say('action_instruments')}{colon}{self.instrument(id)}")
        return out + [""]

    def instrument(self, id: str) -> str:
        """Its name and document, then where it stands, what to note, and when that was checked."""
        known, lang = self.catalogue.instruments[id], self.lang
        head = self.say("list_comma").join([known.name[lang], *([known.document[lang]] if known.document else [])])
        return head + self.say("full_stop") + told_standing(known, self.advice["on"], self.catalogue, lang)

    def challenges(self) -> list[str]:
        names = {c.id: c.name[self.lang] for c in self.catalogue.challenges}
        out = [f"## {self.say('doc_challenges')}", ""]
        out += [f"- {names[c['id']]} {self.span(c['level'])}" for c in self.advice["challenges"]]
        return out + [""]

    def benchmarks(self) -> list[str]:
        if not self.advice["benchmarks"]:
            return []
        out = [f"## {self.say('doc_benchmarks')}", ""]
        for b in self.advice["benchmarks"]:
            question = self.catalogue.questions[b["question"]]
            firm, paper = (labelled(self.catalogue, self.lang, question, b[key]) for key in ("firm", "paper"))
            short = question.short[self.lang]
            line = self.say(
                "doc_benchmark",
                short=short[:1].upper() + short[1:],
                firm=firm,
                paper=paper,
                note=question.benchmark.note,
            )
            out.append(f"- {line}{self.evidence([b['evidence']])}")
        return out + [""]

    def questions(self) -> list[str]:
        if not self.advice["next_questions"]:
            return []
        out = [f"## {self.say('doc_next')}", ""]
        for item in self.advice["next_questions"]:
            links = listed(
                self.catalogue,
                self.lang,
                [self.names[id] for id in item["could_change"]],
            )
            title = self.catalogue.questions[item["question"]].title
            out.append("- " + self.say("doc_next_line", question=title, links=links))
        return out + [""]

    def changes(self) -> list[str]:
        if not self.advice["what_would_change"]:
            return []
        lines = ["- " + change_line(c, self.catalogue, self.lang) for c in self.advice["what_would_change"]]
        return [f"## {self.say('doc_change')}", "", *lines, ""]

    def ignored(self) -> list[str]:
        if not self.advice["ignored"]:
            return []
        lines = [f"- {i['question']}: {i['why']}" for i in self.advice["ignored"]]
        return [f"## {self.say('doc_ignored')}", "", *lines, ""]
