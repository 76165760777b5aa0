"""How the advice is worked out, drawn from the catalogue: every weight with its scale and its reason."""

from __future__ import annotations

from collections.abc import Iterable

from htpy import Node, caption, details, div, fragment, h2, p, summary, table, tbody, td, th, thead, tr

from ..model import Question, Row
from ..scoring import step_size
from ..views.parts import badge, cite
from ..views.setting import Setting
from ..wording import number
from .stands import jump

PARTS = ("relevance", "need", "level", "stability", "bands")


def method_page(s: Setting) -> Node:
    """Relevance, need, challenges, stability and wording bands."""
    general = s.catalogue.general
    return fragment[
        jump([(part, s.say(f"method_{part}")) for part in PARTS], s),
        h2(id="relevance")[s.say("method_relevance")],
        p[s.say("method_relevance_intro", base=general.base)],
        [
            _folded(link.name, link.relevance, s, p[s.of(link.general_point), cite(link.general_evidence, s)], link.id)
            for link in s.catalogue.links
        ],
        h2(id="need")[s.say("method_need")],
        p[s.say("method_need_intro")],
        [_folded(link.name, link.need, s, None, link.id) for link in s.catalogue.links],
        h2(id="level")[s.say("method_level")],
        p[s.say("method_level_intro")],
        [_folded(challenge.name, challenge.rows, s, None, None) for challenge in s.catalogue.challenges],
        h2(id="stability")[s.say("method_stability")],
        p[s.of(general.stability["rationale"])],
        p[s.say("method_seed", seed=general.stability["seed"], samples=general.stability["samples"])],
        h2(id="bands")[s.say("method_bands")],
        p[s.say("method_bands_intro")],
        _bands(s),
    ]


def scale(row: Row, question: Question, s: Setting) -> str:
    """The scale of a weight in words."""
    scoring = row.scoring
    if "best" in scoring:
        unit = s.of(question.unit)
        return s.say(
            "scale_line", best=number(scoring["best"]), worst=number(scoring["worst"]), unit=unit, most=row.weight
        )
    if "steps" in scoring:
        labels = [s.of(option.label) for option in question.options]
        if scoring["steps"] == "worst_first":
            labels.reverse()
        return _points(((label, step_size(row, question) * at) for at, label in enumerate(labels)), s)
    if "points" in scoring:
        counted = ((s.of(option.label), scoring["points"].get(option.id, 0)) for option in question.options)
        return s.say("scale_points", counted=_points((pair for pair in counted if pair[1]), s))
    if "each" in scoring:
        names = s.say("list_semicolon").join(s.of(question.option(id).label) for id in scoring["of"])
        return s.say("scale_each", each=scoring["each"], names=names)
    minus = _points(((s.of(question.option(id).label), points) for id, points in scoring["minus"].items()), s)
    return s.say("scale_minus", start=scoring["start"], minus=minus)


def _amount(value: float, question: Question, s: Setting) -> str:
    unit = s.of(question.unit)
    return number(value) + (unit if s.lang == "zh" or unit == "%" else f" {unit}")


def _points(pairs: Iterable[tuple[str, int]], s: Setting) -> str:
    told = (s.say("scale_step", label=label, points=points) for label, points in pairs)
    return s.say("list_semicolon").join(told)


def _folded(name, rows: tuple[Row, ...], s: Setting, intro: Node, link: str | None) -> Node:
    return details(data_link=link)[
        summary[badge(s.catalogue.link(link), s) if link else s.of(name)],
        div[
            intro,
            div(".table-scroll", tabindex="0", role="region", aria_label=s.of(name))[
                table(".facts.weights")[
                    caption(".visually-hidden")[s.of(name)],
                    thead[
                        tr[
                            [
                                th(scope="col")[s.say(f"method_{head}")]
                                for head in ("question", "weight", "scale", "why")
                            ]
                        ]
                    ],
                    tbody[[_row(row, s) for row in rows]],
                ]
            ],
        ],
    ]


def _row(row: Row, s: Setting) -> Node:
    question = s.catalogue.questions[row.question]
    return tr[
        th(scope="row")[s.of(question.short)],
        td[str(row.weight)],
        td[scale(row, question, s)],
        td[s.of(row.point), cite(row.evidence, s)],
    ]


def _bands(s: Setting) -> Node:
    bands = s.catalogue.general.bands
    ends = [band["from"] for band in bands[1:]] + [100]
    return table(".facts")[
        caption(".visually-hidden")[s.say("method_bands")],
        thead[tr[th(scope="col")[s.say("figure_need")], th(scope="col")[s.say("method_word")]]],
        tbody[
            [
                tr[th(scope="row")[f"{band['from']}–{end}"], td[s.of(band["name"])]]
                for band, end in zip(bands, ends, strict=True)
            ]
        ],
    ]
