"""Reads the catalogue and makes the model of it. The one place that knows where the data lies.

In the source tree the catalogue is YAML; what is shipped to a browser carries the same data as `catalogue.json`
beside this file, made at build time, so that no YAML parser travels.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import Any

from .answer_code import field
from .ladder.loading import build as build_ladder
from .model import (
    Action,
    Benchmark,
    Catalogue,
    Challenge,
    General,
    Instrument,
    Link,
    Option,
    Question,
    Row,
    Topic,
)
from .scoring import unit_of

COMPILED = "catalogue.json"
SAMPLE = f"catalogue{os.sep}sample_room.json"
ROOM = "room.json"


@lru_cache(maxsize=1)
def load() -> Catalogue:
    """The catalogue that this copy of the package carries.

    Raises `wizard.source.CatalogueError` where a YAML file cannot be read.
    """
    compiled = _read(__spec__.loader, __file__, COMPILED)
    if compiled is not None:
        return build(json.loads(compiled))
    from .source import FOLDER, read_folder

    return build(read_folder(FOLDER))


@lru_cache(maxsize=1)
def load_room() -> tuple[Catalogue, str]:
    """The catalogue with what only a room of firms needs, and the text of the sample room ("" where there is none).

    A browser gets that part apart, as `cohort/room.json`: {"texts", "claims", "sample"}.
    """
    from . import cohort

    catalogue = load()
    compiled = _read(cohort.__spec__.loader, cohort.__file__, ROOM)
    if compiled is None:
        return catalogue, (_read(__spec__.loader, __file__, SAMPLE) or b"").decode("utf-8")
    more = json.loads(compiled)
    return catalogue._replace(texts={**catalogue.texts, **more["texts"]}, claims=tuple(more["claims"])), more["sample"]


def _read(loader: Any, module: str, name: str) -> bytes | None:
    """What a file beside a module holds, also where both lie in an archive; None where there is none."""
    try:
        return loader.get_data(module.rpartition(os.sep)[0] + os.sep + name)
    except OSError:
        return None


def build(data: dict[str, Any]) -> Catalogue:
    """The model of plain data, as `source.read_folder` gives it. KeyError or TypeError on a missing field."""
    topics, questions = [], {}
    for item in data["topics"]:
        topic, asked = _topic(item)
        topics.append(topic)
        questions |= asked
    weights, general = data["weights"], data["general"]
    links = tuple(_link(item, weights, general) for item in data["links"])
    challenges = tuple(_challenge(item, weights["challenges"]) for item in data["challenges"])
    rows = [row for link in links for row in link.need + link.relevance]
    rows += [row for challenge in challenges for row in challenge.rows]
    return Catalogue(
        General(
            general["schema"],
            general["reviewed"],
            general["base"],
            general["stability"],
            tuple(general["bands"]),
        ),
        tuple(topics),
        questions,
        links,
        challenges,
        tuple(_action(item) for item in data["actions"]),
        {item["id"]: _instrument(item) for item in data["instruments"]},
        data["texts"],
        tuple(data.get("claims", ())),
        tuple(data.get("glossary", ())),
        unit_of(rows, questions),
        {int(number): tuple(field(**f) for f in version["fields"]) for number, version in data["codes"].items()},
        data["size"],
        {name: tuple(items) for name, items in data.get("pages", {}).items()},
        build_ladder(data["ladder"], *_topic(data["ladder"]["questions"])),
    )


def _topic(item: dict[str, Any]) -> tuple[Topic, dict[str, Question]]:
    """A topic and its questions by id."""
    questions = {entry["id"]: _question(entry, item["id"]) for entry in item["questions"]}
    return Topic(item["id"], item["letter"], item["title"], item["intro"], tuple(questions)), questions


def _question(item: dict[str, Any], topic: str) -> Question:
    benchmark = None
    if "benchmark" in item:
        benchmark = Benchmark(
            item["benchmark"]["value"],
            item["benchmark"]["evidence"],
            item["benchmark_note"],
        )
    options = tuple(
        Option(
            option["id"],
            option["label"],
            option["says"],
            tuple(option.get("evidence", ())),
            option.get("own_judgement", False),
            option.get("valid_to"),
        )
        for option in item.get("options", ())
    )
    plain = ("says", "unit", "min", "max", "decimals", "example", "valid_to")
    return Question(
        id=item["id"],
        topic=topic,
        type=item["type"],
        quick=item["quick"],
        ordered=item.get("ordered", False),
        short=item["short"],
        title=item["title"],
        hint=item["hint"],
        why=item["why"],
        evidence=tuple(item["evidence"]),
        options=options,
        benchmark=benchmark,
        **{key: item[key] for key in plain if key in item},
    )


def _rows(figure: str, items: list[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(
        Row(
            figure,
            item["question"],
            item["weight"],
            item["scoring"],
            item["point"],
            tuple(item["evidence"]),
            item.get("points_text", {}),
            {key: tuple(value) for key, value in item.get("points_evidence", {}).items()},
        )
        for item in items
    )


def _link(item: dict[str, Any], weights: dict[str, Any], general: dict[str, Any]) -> Link:
    id = item["id"]
    tuples = ("task_evidence", "policy_evidence", "challenges", "sectors")
    return Link(
        **{key: tuple(value) if key in tuples else value for key, value in item.items()},
        general_point=general["points"][id],
        general_evidence=tuple(general["evidence"][id]),
        need=_rows("need", weights["needs"][id]),
        relevance=_rows("relevance", weights["relevance"][id]),
    )


def _challenge(item: dict[str, Any], weights: dict[str, Any]) -> Challenge:
    return Challenge(
        item["id"],
        item["kind"],
        item["name"],
        item["meaning"],
        tuple(item["evidence"]),
        tuple(item["links"]),
        _rows("level", weights[item["id"]]),
    )


def _action(item: dict[str, Any]) -> Action:
    plain = (
        "title",
        "first_step",
        "done_when",
        "needs",
        "ask",
        "horizon",
        "effort",
        "lead",
        "rank",
        "why",
    )
    return Action(
        id=item["id"],
        link=item["link"],
        challenges=tuple(item["challenges"]),
        steps=tuple(item["steps"]),
        when=item.get("when"),
        evidence=tuple(item["evidence"]),
        instruments=tuple(item["instruments"]),
        **{key: item[key] for key in plain},
    )


def _instrument(item: dict[str, Any]) -> Instrument:
    plain = (
        "id",
        "name",
        "document",
        "does",
        "serves",
        "valid_from",
        "valid_to",
        "state_note",
        "confidence",
    )
    return Instrument(
        challenges=tuple(item["challenges"]),
        links=tuple(item["links"]),
        ended=item.get("ended", False),
        last_round=item.get("last_round"),
        checked_on=item["checked_on"],
        **{key: item[key] for key in plain},
    )
