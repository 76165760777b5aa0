"""All questions and all actions on one page, for paper and for browsers in which the wizard cannot run."""

from __future__ import annotations

from htpy import Node, fragment, h2, h3, h4, li, p, ul

from ..questionnaire import asked_topics
from ..views.setting import Setting
from .chain_link import action_list


def on_paper_page(s: Setting) -> Node:
    """The questionnaire with boxes to tick, then the actions of each link."""
    return fragment[
        h2(id="questions")[s.say("paper_questions")],
        p[s.say("paper_intro")],
        [
            fragment[
                h3[f"{topic.letter}. {s.of(topic.title)}"],
                [_question(q, s) for q in questions],
            ]
            for topic, questions in asked_topics(s.catalogue)
        ],
        h2(id="actions")[s.say("paper_actions")],
        [
            fragment[
                h3[s.of(link.name)],
                action_list(
                    [action for action in s.catalogue.actions if action.link == link.id],
                    s,
                ),
            ]
            for link in s.catalogue.links
        ],
    ]


def _question(question, s: Setting) -> Node:
    boxes = (
        [f"______ {s.of(question.unit)}"]
        if question.type == "number"
        else [f"☐ {s.of(option.label)}" for option in question.options if not option.valid_to]
    )
    return fragment[
        h4[s.of(question.title)],
        p[s.of(question.hint)],
        ul(".boxes")[[li[box] for box in [*boxes, f"☐ {s.say('unknown_label')}"]]],
    ]
