"""A room's figures as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..model import Catalogue
from ..wording import COLON, listed, number, say
from .room import Room, name_of

SHOWN_ACTIONS, SHOWN_SPLITS, SHOWN_REMARKS = 10, 8, 50
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&-])")


def cohort_document(figures: dict[str, Any], room: Room, catalogue: Catalogue, lang: str) -> str:
    """The document. `figures` is what `figures.cohort` gives for this room."""
    return "\n".join(_Document(figures, room, catalogue, lang).lines()) + "\n"


def statement(locator: str, catalogue: Catalogue, lang: str) -> str:
    """What a sentence of the paper recommends, in our own words: the statements of the claims that rest on it."""
    claims = [c for c in catalogue.claims if locator in c["locators"] and c["kind"] == "policy"]
    return ("" if lang == "zh" else " ").join(claim["statement"][lang] for claim in claims)


def plain(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    return SPECIAL.sub(r"\\\1", text)


class _Document:
    """One room being written. Each method gives the lines of one part."""

    def __init__(self, figures: dict[str, Any], room: Room, catalogue: Catalogue, lang: str):
        self.figures, self.room, self.catalogue, self.lang = figures, room, catalogue, lang
        self.links = {link.id: link.name[lang] for link in catalogue.links}
        self.challenges = {challenge.id: challenge.name[lang] for challenge in catalogue.challenges}

    def say(self, id: str, **values: Any) -> str:
        return say(self.catalogue, self.lang, id, **values)

    def name(self, place: int) -> str:
        return plain(name_of(place, self.room, self.catalogue, self.lang))

    def listed(self, items: Iterable[str]) -> str:
        return listed(self.catalogue, self.lang, list(items)) or self.say("room_none")

    def table(self, heads: list[str], rows: Iterable[list[str]]) -> list[str]:
        lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
        return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]

    def spread(self, figure: dict[str, float] | None) -> str:
        if figure is None:
            return "-"
        return self.say("room_spread", **{key: number(value) for key, value in figure.items()})

    def lines(self) -> list[str]:
        count = self.figures["firms"]
        out = [f"# {self.say('room_title')}", ""]
        if self.figures["made_up"]:
            out += [f"**{self.say('room_made_up')}**", ""]
        out += [self.say("room_firms_one" if count == 1 else "room_firms", count=count), ""]
        out += [self.say("room_on", on=self.figures["on"]), ""]
        if count:
            out += self.together() + self.actions() + self.policies() + self.benchmarks() + self.splits()
            out += self.helpers() + self.groups()
        return out + self.remarks("refused") + self.remarks("noted") + [self.say("room_disclaimer")]

    def together(self) -> list[str]:
        heads = [self.say(h) for h in ("doc_link", "room_first", "figure_need", "figure_relevance", "figure_priority")]
        out = [f"## {self.say('room_links')}", "", self.say("room_median_note"), ""]
        out += self.table(
            heads,
            (
                [self.links[link["id"]], str(link["first"])]
                + [self.spread(link[key]) for key in ("need", "relevance", "priority")]
                for link in self.figures["links"]
            ),
        )
        out += notes_on_order(self.figures, self.say)
        out += ["", f"## {self.say('room_challenges')}", ""]
        heads = [self.say("room_challenge"), self.say("room_level")]
        rows = ([self.challenges[c["id"]], self.spread(c["level"])] for c in self.figures["challenges"])
        return out + self.table(heads, rows)

    def actions(self) -> list[str]:
        titles = {action.id: action.title[self.lang] for action in self.catalogue.actions}
        found = [a for a in self.figures["actions"] if not a["general"]][:SHOWN_ACTIONS]
        heads = [self.say(h) for h in ("room_action", "doc_link", "room_for_firms", "room_weight")]
        rows = (
            [titles[a["id"]], self.links[a["link"]], str(a["firms"]), number(a["weight"], self.lang)] for a in found
        )
        out = [f"## {self.say('room_actions')}", "", self.say("room_weight_note"), ""]
        return out + self.table(heads, rows)

    def policies(self) -> list[str]:
        heads = [self.say(h) for h in ("room_policy", "action_evidence", "room_policy_firms", "room_instruments")]
        instruments = self.catalogue.instruments
        rows = (
            [
                statement(p["locator"], self.catalogue, self.lang),
                p["locator"],
                str(p["firms"]),
                self.listed(instruments[i].name[self.lang] for i in p["instruments"]),
            ]
            for p in self.figures["policies"]
        )
        out = [f"## {self.say('room_policies')}", "", self.say("room_policy_note"), ""]
        return out + self.table(heads, rows)

    def benchmarks(self) -> list[str]:
        heads = [self.say(h) for h in ("room_benchmark", "room_paper", "room_reached", "room_median")]
        rows = []
        for b in self.figures["benchmarks"]:
            question = self.catalogue.questions[b["question"]]
            reached = self.say("room_of", part=b["reached"], whole=b["known"])
            rows.append(
                [question.short[self.lang], f"{b['paper']} ({b['evidence']})", reached, self.spread(b["spread"])]
            )
        return [f"## {self.say('room_benchmarks')}", "", *self.table(heads, rows)]

    def splits(self) -> list[str]:
        heads = [self.say(h) for h in ("doc_question", "room_split_head", "room_answers")]
        rows = []
        for split in self.figures["disagreement"][:SHOWN_SPLITS]:
            question = self.catalogue.questions[split["question"]]
            counts = (f"{question.option(id).label[self.lang]} {n}" for id, n in split["answers"].items())
            answers = self.say("list_semicolon").join(counts)
            rows.append([question.title[self.lang], number(split["split"]), answers])
        out = [f"## {self.say('room_split')}", "", self.say("room_split_note"), ""]
        return out + self.table(heads, rows)

    def helpers(self) -> list[str]:
        heads = [self.say(h) for h in ("room_challenge", "room_strong", "room_weak")]
        rows = (
            [self.challenges[h["challenge"]], *(self.listed(map(self.name, h[key])) for key in ("strong", "weak"))]
            for h in self.figures["helpers"]
        )
        out = [f"## {self.say('room_helpers')}", "", self.say("room_helpers_note"), "", *self.table(heads, rows)]
        out += [f"### {self.say('room_pairs')}", ""]
        for pair in self.figures["pairs"]:
            out.append("- " + self.say("list_semicolon").join(told_pair(pair, self.name, self.challenges, self)))
        return [*out, *([] if self.figures["pairs"] else [self.say("room_no_pairs")]), ""]

    def groups(self) -> list[str]:
        out: list[str] = []
        for id, group in self.figures["groups"].items():
            question = self.catalogue.questions[id]
            out += [f"## {self.say(f'room_groups_{id}')}", ""]
            heads = [self.say("room_group"), self.say("room_count"), *self.links.values()]
            rows = (
                [question.option(g["option"]).label[self.lang], str(g["firms"])]
                + [self.spread(link["need"]) for link in g["links"]]
                for g in group["shown"]
            )
            if group["shown"]:
                out += [f"{self.say('figure_need')}：{self.say('room_median_note')}", ""] if self.lang == "zh" else []
                out += [f"{self.say('figure_need')}: {self.say('room_median_note')}", ""] if self.lang == "en" else []
                out += self.table(heads, rows)
            out += [line for line in held_back(group, self.say) if line] + [""]
        return out

    def remarks(self, kind: str) -> list[str]:
        found = self.figures[kind]
        if not found:
            return []
        out = [f"## {self.say(f'room_{kind}')}", ""]
        colon = COLON[self.lang]
        out += [f"- {plain(r['source'])}{colon}{plain(r['why'])}" for r in found[:SHOWN_REMARKS]]
        if len(found) > SHOWN_REMARKS:
            out += ["", self.say("room_more", count=len(found) - SHOWN_REMARKS)]
        return [*out, ""]


def notes_on_order(figures: dict[str, Any], said) -> list[str]:
    """What should be known of the count of first places: firms that put a link first by the chain's order alone."""
    notes = (("nothing_stands_out", "room_nothing"), ("nothing_known", "room_unknown"))
    return [said(text, count=figures[key]) for key, text in notes if figures[key]]


def held_back(group: dict[str, Any], said) -> list[str]:
    """What is not shown of a grouping, and why."""
    notes = (("held_back", "room_held_back"), ("unknown", "room_no_answer"))
    return [said(text, count=group[key]) for key, text in notes if group[key]]


def told_pair(pair: dict[str, Any], name, challenges: dict[str, str], s) -> list[str]:
    """A pair in words: what the first gives, and what it takes. `s` has `say` and `listed`."""
    one, other = map(name, pair["firms"])
    told = []
    for key in ("gives", "takes"):
        if pair[key]:
            what = s.listed(challenges[id] for id in pair[key])
            told.append(s.say(f"room_pair_{key}", one=one, other=other, what=what))
    return told
