"""Proof and code say the same: on random answers z3's figures and conditions equal the running code's, and the
guarantees hold for the code itself."""

import z3
from hypothesis import given, settings
from hypothesis import strategies as st
from space import NONE, Space

from wizard.advice import advise
from wizard.assessment import add, ranked, share
from wizard.conditions import evaluate
from wizard.loading import load

CATALOGUE = load()
SPACE = Space(CATALOGUE)
ASKED = list(CATALOGUE.questions.values())


def answer_for(question):
    if question.type == "one":
        return st.sampled_from([o.id for o in question.options])
    if question.type == "many":
        real = [o.id for o in question.options if o.id != NONE]
        return st.one_of(
            st.just([NONE]), st.sets(st.sampled_from(real), min_size=1).map(lambda s: [o for o in real if o in s])
        )
    scale = 10**question.decimals
    near = st.integers(question.min * scale, min(question.max, 120) * scale)
    return st.one_of(near, st.integers(question.min * scale, question.max * scale)).map(
        lambda v: v // scale if v % scale == 0 else v / scale
    )


ANSWERS = st.fixed_dictionaries({}, optional={q.id: answer_for(q) for q in ASKED})
FEW = settings(derandomize=True, max_examples=60, deadline=None)


def fixed(answers):
    """Substitutions that fix every variable of the space to these answers."""
    found = []
    for id, question in CATALOGUE.questions.items():
        answer, value = answers.get(id), SPACE.value[id]
        found.append((SPACE.known[id], z3.BoolVal(answer is not None)))
        if question.type == "many":
            found += [(flag, z3.BoolVal(answer is not None and o in answer)) for o, flag in value.items()]
        elif question.type == "one":
            found.append((value, z3.IntVal([o.id for o in question.options].index(answer) if answer else 0)))
        else:
            found.append((value, z3.IntVal(round((answer or 0) * 10**question.decimals))))
    return found


def number(expression, substitutions):
    return z3.simplify(z3.substitute(expression, *substitutions)).as_long()


@FEW
@given(ANSWERS)
def test_figures_are_the_same(answers):
    at = fixed(answers)
    for assessed in ranked(answers, CATALOGUE):
        need = SPACE.figure(assessed.link.need)
        relevance = SPACE.figure(assessed.link.relevance, CATALOGUE.general.base)
        assert tuple(number(e, at) for e in need) == tuple(assessed.need)
        assert tuple(number(e, at) for e in relevance) == tuple(assessed.relevance)
    for challenge in CATALOGUE.challenges:
        level = add(tuple(share(row, answers, CATALOGUE) for row in challenge.rows))
        assert tuple(number(e, at) for e in SPACE.figure(challenge.rows)) == tuple(level)


@FEW
@given(ANSWERS)
def test_conditions_are_the_same(answers):
    at = fixed(answers)
    for action in CATALOGUE.actions:
        if action.when:
            true, false = (
                z3.is_true(z3.simplify(z3.substitute(SPACE.holds(action.when, want), *at))) for want in (True, False)
            )
            assert evaluate(action.when, answers) is (True if true else False if false else None)


@FEW
@given(ANSWERS, st.data())
def test_one_more_answer_keeps_every_figure_in_its_interval(answers, data):
    unknown = [q for q in ASKED if q.id not in answers]
    if not unknown:
        return
    question = data.draw(st.sampled_from(unknown))
    more = {**answers, question.id: data.draw(answer_for(question))}
    before, after = (advise(a, CATALOGUE, "en", CATALOGUE.general.reviewed) for a in (answers, more))
    old = {link["id"]: link for link in before["links"]}
    for link in after["links"]:
        for key in ("need", "relevance", "priority"):
            assert old[link["id"]][key]["low"] <= link[key]["value"] <= old[link["id"]][key]["high"]
    for was, now in zip(before["challenges"], after["challenges"], strict=True):
        assert was["level"]["low"] <= now["level"]["value"] <= was["level"]["high"]


@FEW
@given(ANSWERS)
def test_reasons_add_up_and_no_link_is_empty(answers):
    advice = advise(answers, CATALOGUE, "zh", CATALOGUE.general.reviewed)
    for link in advice["links"]:
        for figure in ("need", "relevance"):
            effects = [r["effect"] for r in link["reasons"] if r["figure"] == figure]
            assert abs(sum(effects) - link[figure]["value"]) <= 0.05 * (len(effects) + 1)
        assert any(action["link"] == link["id"] for action in advice["actions"])
