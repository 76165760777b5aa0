"""The ladder's part of guarantee 3: every question, option and criterion of it can change something.

To change something is to lead, for some firm on some date, to another state, another score or another figure in the
result. Each such firm is found by search and compared as a whole, so that each finding is a proof by example; what
cannot be found is named.
"""

from __future__ import annotations

import itertools

import pytest
import yaml

from wizard.ladder.assess import ladder
from wizard.ladder.dates import in_force
from wizard.ladder.rules import questions_of, weigh
from wizard.loading import load
from wizard.source import FOLDER

CATALOGUE = load()
LADDER = CATALOGUE.ladder
DATES = ("2026-11-24", "2024-06-01")
FIRMS = [{}] + [
    yaml.safe_load(path.read_text(encoding="utf-8"))["answers"]
    for path in sorted((FOLDER.parents[1] / "tests" / "ladder").glob("*.yaml"))
]
NOTHING = {"awards": ["none"], "honours": ["none"], "rd_institution": "none", "equity_3y": 0, "equity_2y": 0}
BASES = [NOTHING, *FIRMS, *({**firm, "market_rank": 9} for firm in FIRMS if "market_rank" in firm)]


def outcome(answers, on, catalogue=CATALOGUE):
    """What depends on the answers: states, scores, declared values; not the words."""
    found = ladder(answers, catalogue, "en", on)
    return [
        (title["verdict"], title.get("points"), [(c["id"], c["state"], c["value"]) for c in title["criteria"]])
        for title in found["titles"]
    ]


def values(question):
    """Answers to try: every option, or every bound that any rule sets, with its neighbours."""
    if question.type == "one":
        return [option.id for option in question.options]
    if question.type == "many":
        return [[option.id] for option in question.options]
    step = 10**-question.decimals
    bounds = {0, 1, 3, 10, 100, 500, 2000, 8000, 20000}
    around = {round(b + d, question.decimals) for b in bounds for d in (-step, 0, step)}
    return sorted(value for value in around if question.min <= value <= question.max)


def told_apart(question, tried, catalogue):
    """Places of the answers tried that lead to another outcome than some other one, for some firm on some date."""
    found = set()
    for on, base in itertools.product(DATES, BASES):
        outcomes = [outcome({**base, question.id: answer}, on, catalogue) for answer in tried]
        found |= {place for place, one in enumerate(outcomes) if any(one != other for other in outcomes)}
        if len(found) == len(tried) or (found and question.type == "number"):
            break
    return found


def dead_answers(catalogue, only=LADDER.questions):
    """Questions that change nothing, and options that differ from no other option, in words."""
    found = []
    for id in only:
        question = catalogue.ladder.questions[id]
        tried = values(question)
        alive = told_apart(question, tried, catalogue)
        if question.type == "number":
            found += [] if alive else [f"{id} changes nothing"]
        else:
            found += [
                f"{id} = {answer} differs from no other answer"
                for place, answer in enumerate(tried)
                if place not in alive
            ]
    return found


def dead_criteria(catalogue):
    """Criteria that decide nothing, in words.

    One that figures can fail must for some firm be all that stands between a title and a better verdict; one that only
    papers can show must stand among what is to be proved.
    """
    found = []
    for rules in catalogue.ladder.rule_sets:
        for criterion in rules.criteria:
            rest = rules._replace(criteria=tuple(c for c in rules.criteria if c is not criterion))
            sets = tuple(rest if other is rules else other for other in catalogue.ladder.rule_sets)
            without = catalogue._replace(ladder=catalogue.ladder._replace(rule_sets=sets))
            on = next(on for on in DATES if in_force(criterion, catalogue.ladder, on))
            decides = _alone_in_the_way if can_fail(criterion.rule) else _to_be_proved
            if not decides(criterion, rules, on, catalogue, without):
                found.append(f"{rules.document} {rules.titles}: {criterion.id} decides nothing")
    return found


def can_fail(rule):
    """Whether some answers make a rule "not met"."""
    if "any" in rule:
        return all(can_fail(part) for part in rule["any"])
    if "all" in rule:
        return any(can_fail(part) for part in rule["all"])
    if "question" in rule and "is" in rule:
        options = {option.id for option in CATALOGUE.asked(rule["question"]).options}
        return bool(options - set(rule["is"]) - set(rule.get("open", ())))
    return "evidence" not in rule


def _alone_in_the_way(criterion, rules, on, catalogue, without):
    """Each firm is tried as it is and with one answer of the rule's changed."""
    asked = [catalogue.asked(id) for id in questions_of(criterion.rule, catalogue, rules.points)]
    changes = [{}, *({question.id: value} for question in asked for value in values(question))]
    for base, change in itertools.product(BASES, changes):
        answers = {**base, **change}
        if weigh(criterion.rule, answers, catalogue, rules.points).state != "not_met":
            continue
        verdicts = [
            [t["verdict"] for t in ladder(answers, known, "en", on)["titles"]] for known in (catalogue, without)
        ]
        if verdicts[0] != verdicts[1]:
            return True
    return False


def _to_be_proved(criterion, _rules, on, catalogue, _without):
    found = ladder({}, catalogue, "en", on)["titles"]
    return all(criterion.id in title["to_prove"] for title in found if title["id"] in criterion.titles)


def test_every_question_and_option_of_the_ladder_can_change_something(capsys):
    with capsys.disabled():
        options = sum(len(q.options) for q in LADDER.questions.values())
        print(
            f"\n3. Nothing dead on the ladder. Covered: {len(LADDER.questions)} questions, {options} options.", end=" "
        )
    assert dead_answers(CATALOGUE) == []


def test_every_criterion_of_the_ladder_can_decide_something(capsys):
    with capsys.disabled():
        print(f"\n3. Covered: {sum(len(rules.criteria) for rules in LADDER.rule_sets)} criteria.", end=" ")
    assert dead_criteria(CATALOGUE) == []


def without_rules(*names):
    """The catalogue whose rules never ask these questions."""

    def strip(rule):
        for joined in ("any", "all"):
            if joined in rule:
                return {joined: [strip(part) for part in rule[joined]]}
        return {"evidence": True} if rule.get("measure", rule.get("question")) in names else rule

    sets = tuple(
        rules._replace(criteria=tuple(c._replace(rule=strip(c.rule)) for c in rules.criteria))
        for rules in LADDER.rule_sets
    )
    return CATALOGUE._replace(ladder=LADDER._replace(rule_sets=sets))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (without_rules("platform_score"), "platform_score changes nothing"),
        (without_rules("market_rank"), "market_rank changes nothing"),
        (without_rules("key_link"), "key_link = yes differs from no other answer"),
    ],
)
def test_a_question_that_changes_nothing_is_named(broken, words):
    assert words in dead_answers(broken, [words.split()[0]])
