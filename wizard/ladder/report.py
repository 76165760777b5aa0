"""Where a firm stands on the ladder as a document: Markdown that `blocks` understands."""

from __future__ import annotations

from typing import Any

from ..model import Catalogue
from ..wording import COLON, listed, number, say
from .dates import YEARS
from .rules import MET, NEEDS_EVIDENCE, NOT_MET


def ladder_document(found: dict[str, Any], catalogue: Catalogue) -> str:
    """The document. `found` is what `assess.ladder` gives."""
    return "\n".join(_Document(found, catalogue).lines()) + "\n"


def lead_sentences(found: dict[str, Any], catalogue: Catalogue) -> list[str]:
    """The answer first, one sentence each: what the nearest title lacks that is out of reach now, then the titles that
    no known figure rules out, then those that are met."""
    lang = found["lang"]
    weighed = [title for title in found["titles"] if title["criteria"]]
    shut = next((title for title in weighed if title["verdict"] == NOT_MET), None)
    lines = []
    if shut:
        lines.append(say(catalogue, lang, "ladder_lead_gaps", title=shut["name"], count=len(shut["gaps"])))
    for verdict, text in ((NEEDS_EVIDENCE, "ladder_lead_prove"), (MET, "ladder_lead_met")):
        names = [title["name"] for title in weighed if title["verdict"] == verdict]
        if names:
            lines.append(say(catalogue, lang, text, titles=listed(catalogue, lang, names)))
    return lines or [say(catalogue, lang, "ladder_lead_no_rules", on=found["on"])]


def basis(entry: dict[str, Any], catalogue: Catalogue, lang: str) -> str:
    """The document, place, dates and confidence of a title or a criterion, in one sentence."""
    if entry["document"] is None:
        return say(catalogue, lang, "ladder_no_rules")
    start = "ladder_since" if entry["valid_from"] else "ladder_since_unknown"
    if entry["start_recalled"]:
        start = "ladder_since_recalled"
    parts = [entry["document"], entry["place"], say(catalogue, lang, start, date=entry["valid_from"])]
    if entry["valid_to"]:
        parts.append(say(catalogue, lang, "ladder_until", date=entry["valid_to"]))
    parts.append(say(catalogue, lang, "instrument_checked", date=entry["checked_on"], confidence=entry["confidence"]))
    return ("，" if lang == "zh" else ", ").join(part for part in parts if part)


def counts_of(title: dict[str, Any], catalogue: Catalogue, lang: str) -> str:
    """How many criteria are not met and how many are to be proved; "" where there are none."""
    counts = {"gaps": len(title["gaps"]), "open": len(title["to_prove"])}
    told = [say(catalogue, lang, f"ladder_count_{key}", count=count) for key, count in counts.items() if count]
    return say(catalogue, lang, "list_semicolon").join(told)


def earliest_line(criterion: dict[str, Any], catalogue: Catalogue, lang: str) -> str:
    """What time alone does about a criterion that has a date."""
    text = "ladder_earliest_years" if criterion["settled"] == YEARS else "ladder_earliest"
    return say(catalogue, lang, text, date=criterion["earliest"])


class _Document:
    """One result being written. Each method gives the lines of one part."""

    def __init__(self, found: dict[str, Any], catalogue: Catalogue):
        self.found, self.catalogue, self.lang = found, catalogue, found["lang"]
        self.actions = {action.id: action for action in catalogue.actions}

    def say(self, id: str, **values: Any) -> str:
        return say(self.catalogue, self.lang, id, **values)

    def lines(self) -> list[str]:
        found = self.found
        out = [f"# {self.say('ladder_title')}", ""]
        out += [part for sentence in lead_sentences(found, self.catalogue) for part in (sentence, "")]
        out += [self.say("ladder_date", on=found["on"]), "", found["disclaimer"], ""]
        size = found["size"]
        out += [self.say("ladder_size", size=self.say(f"size_{size}" if size else "ladder_size_unknown")), ""]
        out += self.notes() + self.table()
        for title in found["titles"]:
            out += self.title(title)
        if found["ignored"]:
            out += [
                f"## {self.say('doc_ignored')}",
                "",
                *(f"- {i['question']}: {i['why']}" for i in found["ignored"]),
                "",
            ]
        return out[:-1]

    def notes(self) -> list[str]:
        if not self.found["notes"]:
            return []
        return [f"## {self.say('ladder_notes')}", "", *(f"- {note['text']}" for note in self.found["notes"]), ""]

    def table(self) -> list[str]:
        heads = (self.say("ladder_head_title"), self.say("ladder_head_verdict"), self.say("ladder_head_gaps"))
        out = ["| " + " | ".join(heads) + " |", "| --- | --- | --- |"]
        for title in self.found["titles"]:
            counts = counts_of(title, self.catalogue, self.lang)
            out.append(f"| {title['name']} | {self.say('state_' + title['verdict'])} | {counts} |")
        return [*out, ""]

    def title(self, title: dict[str, Any]) -> list[str]:
        out = [f"## {title['name']}", "", f"{self.say('ladder_verdict_' + title['verdict'])}{self.when(title)}", ""]
        out += [f"{title['granted']}{' ' if self.lang == 'en' else ''}{title['lasts']}", ""]
        out += [self.say("ladder_basis", basis=basis(title, self.catalogue, self.lang)), ""]
        out += [f"- {remark}" for remark in title["remarks"]] + ([""] if title["remarks"] else [])
        if "points" in title:
            out += self.points(title)
        by_id = {criterion["id"]: criterion for criterion in title["criteria"]}
        for state, ids in ((NOT_MET, title["gaps"]), (NEEDS_EVIDENCE, title["to_prove"]), (MET, None)):
            chosen = [by_id[id] for id in ids] if ids is not None else [c for c in by_id.values() if c["state"] == MET]
            if chosen:
                out += [f"### {self.say('ladder_group_' + state)}", ""]
                for criterion in chosen:
                    out += self.criterion(criterion)
                out.append("")
        return out

    def when(self, title: dict[str, Any]) -> str:
        space = " " if self.lang == "en" else ""
        if title["could_apply_from"] and title["verdict"] == NOT_MET:
            return space + self.say("ladder_could_apply", date=title["could_apply_from"])
        return ""

    def points(self, title: dict[str, Any]) -> list[str]:
        heads = (self.say("ladder_points_row"), self.say("ladder_points_score"), self.say("ladder_points_max"))
        out = ["| " + " | ".join(heads) + " |", "| --- | --- | --- |"]
        for row in title["table"]:
            out.append(f"| {row['name']} | {self.span(row)} | {row['max']} |")
        total = {**title["points"], "max": sum(row["max"] for row in title["table"])}
        return [*out, f"| {self.say('ladder_points_total')} | {self.span(total)} | {total['max']} |", ""]

    def span(self, scored: dict[str, Any]) -> str:
        low, high = scored["low"], scored["high"]
        return number(low) if low == high else self.say("ladder_span", low=low, high=high)

    def criterion(self, criterion: dict[str, Any]) -> list[str]:
        colon = COLON[self.lang]
        out = [f"- **{criterion['name']}**{colon}{criterion['text']}"]
        if criterion["state"] == MET:
            return out
        out.append(f"  - {self.say('ladder_rule')}{colon}{criterion['rule']}")
        out.append(f"  - {self.say('ladder_proof')}{colon}{criterion['proof']}")
        if criterion["state"] == NOT_MET and criterion["actions"]:
            titles = [self.actions[id].title[self.lang] for id in criterion["actions"]]
            out.append(f"  - {self.say('ladder_actions')}{colon}{self.say('list_semicolon').join(titles)}")
        if criterion["earliest"]:
            out.append(f"  - {earliest_line(criterion, self.catalogue, self.lang)}")
        return out
