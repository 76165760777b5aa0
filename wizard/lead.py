"""The answer first: which link to work on, and how sure that is, in one or two sentences."""

from __future__ import annotations

from typing import Any

from .model import Catalogue
from .wording import say


def lead_sentence(advice: dict[str, Any], catalogue: Catalogue) -> str:
    """The one sentence that answers "what first?". `advice` is what `advice.advise` gives."""
    lang = advice["lang"]
    verbs = {link.id: link.verb for link in catalogue.links}
    if nothing_known(advice):
        question = catalogue.questions[advice["next_questions"][0]["question"]]
        return say(catalogue, lang, "lead_nothing_known", question=question.title)
    first, second = advice["links"][:2]
    if first["priority"]["value"] == 0:
        return say(catalogue, lang, "lead_nothing")
    if second["priority"]["value"] == 0:
        return say(catalogue, lang, "lead_one", first=verbs[first["id"]])
    return say(
        catalogue,
        lang,
        "lead_two",
        first=verbs[first["id"]],
        second=verbs[second["id"]],
    )


def lead_sentences(advice: dict[str, Any], catalogue: Catalogue) -> list[str]:
    """The answer, then how sure it is: how often it survives other weights, and what is still open."""
    lang = advice["lang"]
    out = [lead_sentence(advice, catalogue)]
    if nothing_known(advice):
        return out
    stable = advice["stability"]
    shares = {
        "top": round(100 * stable["top_link"]),
        "order": round(100 * stable["order"]),
    }
    sure = say(
        catalogue,
        lang,
        "sure_order",
        samples=catalogue.general.stability["samples"],
        **shares,
    )
    count = len(advice["next_questions"])
    text = "sure_closed" if count == 0 else "sure_open_one" if count == 1 else "sure_open"
    open_ = say(catalogue, lang, text, count=count)
    return [*out, sure + ("" if lang == "zh" else " ") + open_]


def nothing_known(advice: dict[str, Any]) -> bool:
    """Whether no answer that bears on any link is known."""
    return all(r["answer"] is None for link in advice["links"] for r in link["reasons"])
