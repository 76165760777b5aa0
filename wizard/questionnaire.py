"""The questionnaire as data and as a document, for programs and for paper."""

from __future__ import annotations

from typing import Any

from .model import Catalogue, Question, Topic
from .wording import COLON, listed, say


def asked_topics(catalogue: Catalogue, *, quick: bool = False) -> list[tuple[Topic, list[Question]]]:
    """The topics of the advice with the questions that are asked now, in order; topics left empty are dropped."""
    found = []
    for topic in catalogue.topics:
        questions = [catalogue.questions[id] for id in topic.questions]
        questions = [q for q in questions if not q.valid_to and (q.quick or not quick)]
        if questions:
            found.append((topic, questions))
    return found


def ladder_topics(catalogue: Catalogue) -> list[tuple[Topic, list[Question]]]:
    """The pages of the ladder's path with the questions that they ask, in order."""
    found = [(step, [catalogue.asked(id) for id in step.questions]) for step in catalogue.ladder.steps]
    return [(step, [q for q in questions if not q.valid_to]) for step, questions in found]


def questionnaire_data(topics: list[tuple[Topic, list[Question]]], catalogue: Catalogue, lang: str) -> dict[str, Any]:
    """The questions of these topics as plain data in one language."""
    return {
        "schema": catalogue.general.schema,
        "lang": lang,
        "topics": [
            {
                "id": topic.id,
                "title": topic.title[lang],
                "questions": [_question_data(q, lang) for q in questions],
            }
            for topic, questions in topics
        ],
    }


def _question_data(question: Question, lang: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": question.id,
        "type": question.type,
        "quick": question.quick,
        "title": question.title[lang],
        "hint": question.hint[lang],
        "why": question.why[lang],
        "evidence": list(question.evidence),
    }
    if question.type == "number":
        limits = {
            "min": question.min,
            "max": question.max,
            "decimals": question.decimals,
        }
        return {**data, "unit": question.unit[lang], **limits}
    return {
        **data,
        "options": [{"id": o.id, "label": o.label[lang]} for o in question.options if not o.valid_to],
    }


def questionnaire_document(topics: list[tuple[Topic, list[Question]]], catalogue: Catalogue, lang: str) -> str:
    """The questions of these topics as Markdown to fill in by hand."""
    out = [
        f"# {say(catalogue, lang, 'paper_title')}",
        "",
        say(catalogue, lang, "paper_intro"),
        "",
    ]
    number = 0
    for topic, questions in topics:
        out += [f"## {topic.letter}. {topic.title[lang]}", ""]
        for question in questions:
            number += 1
            out += [
                f"{number}. **{question.title[lang]}**",
                f"   {question.hint[lang]}",
                "",
            ]
            if question.type == "number":
                out.append(f"   ______ {question.unit[lang]}")
            else:
                out += [f"   - [ ] {o.label[lang]}" for o in question.options if not o.valid_to]
            out.append(f"   - [ ] {say(catalogue, lang, 'unknown_label')}")
            colon = COLON[lang]
            why = f"   {say(catalogue, lang, 'why_we_ask')}{colon}{question.why[lang]}"
            if question.evidence:
                source = say(catalogue, lang, "doc_evidence", locators=listed(catalogue, lang, list(question.evidence)))
                why += f"（{source}）" if lang == "zh" else f" ({source})"
            out += ["", why, ""]
    return "\n".join(out)
