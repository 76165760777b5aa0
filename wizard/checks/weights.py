"""The weights add up: 100 for each need and challenge, 50 for each relevance, with whole steps."""

from __future__ import annotations

from collections import Counter

from .place import Files, Found, Node

WHOLE = {"needs": 100, "challenges": 100, "relevance": 50}


def check(files: Files, _on: str) -> Found:
    """Sums and scales of every figure."""
    questions = {q.get("id"): q for q in files.questions()}
    sums: Counter = Counter()
    faults: list[str] = []
    for kind, id, row in files.rows():
        sums[kind, id] += row.get("weight")
        if row.get("question") in questions:
            faults += _row(row, questions[row.get("question")])
    for (kind, id), total in sums.items():
        if total != WHOLE[kind]:
            file = files.one(f"weights/{kind}.yaml")
            faults.append(file.at(id).fault(f"the weights of {id} add up to {total}, not {WHOLE[kind]}"))
    return Found([f"Weights: {len(files.rows())} rows in {len(sums)} figures."], faults)


def _row(row: Node, question: Node) -> list[str]:
    scoring, weight = row.get("scoring"), row.get("weight")
    options = [o.get("id") for o in question.at("options").items()]
    if "steps" in scoring:
        steps = len(options) - 1
        wrong = weight % steps and f"a weight of {weight} cannot be cut into {steps} whole steps"
    elif "points" in scoring:
        points = scoring["points"]
        wrong = set(points) != set(options) and "`points` must name every option of the question, and no other"
        wrong = wrong or (
            (min(points.values()), max(points.values())) != (0, weight) and f"`points` must run from 0 to {weight}"
        )
    elif "each" in scoring:
        wrong = scoring["each"] * len(scoring["of"]) != weight and f"`each` times its options is not {weight}"
        wrong = wrong or (not set(scoring["of"]) <= set(options) and "`of` names an option that does not exist")
    elif "minus" in scoring:
        wrong = sum(scoring["minus"].values()) != weight and f"`minus` does not add up to {weight}"
        wrong = wrong or (
            set(scoring["minus"]) != set(options) - {"none"} and "`minus` must name every option but none"
        )
    else:
        wrong = not {"best", "worst"} <= set(scoring) and "this kind of scoring does not exist"
    return [row.at("scoring").fault(wrong)] if wrong else []
