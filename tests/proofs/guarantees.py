"""The guarantees as functions from a catalogue to counterexamples in words; [] is a proof.

Each is proved over every possible set of answers, known and unknown, with z3 or by going through every case.
"""

import z3
from space import NONE, Space, figures, find

from wizard.advice import advise
from wizard.questionnaire import asked_topics
from wizard.scoring import shown
from wizard.size import size_class

LOWER_IS_WORSE = {"rd_intensity", "rd_staff_share", "main_share", "years_in_niche"}
"""Numbers that inform a need; for each, less is worse (questionnaire, "What must hold", 7)."""


def monotone(catalogue):
    """1. A worse answer never lowers a need, nor the priority of its link."""
    found = []
    for link in catalogue.links:
        both = {row.question for row in link.need} & {row.question for row in link.relevance}
        found += [f"{id} informs both need and relevance of {link.id}" for id in both]
        for row in link.need:
            question = catalogue.questions[row.question]
            better, worse = Space(catalogue, "_1"), Space(catalogue, "_2")
            a, b = better.value[question.id], worse.value[question.id]
            if question.type == "many":
                step = z3.And([z3.Implies(a[option], b[option]) for option in a])
            elif question.type == "number":
                step = a > b if question.id in LOWER_IS_WORSE else a < b
            elif question.ordered:
                step = a < b
            else:
                continue
            model = find(
                *better.rules,
                *worse.rules,
                better.known[question.id],
                worse.known[question.id],
                step,
                better.parts(row) > worse.parts(row),
            )
            if model:
                one, other = better.tell(model, [question.id]), worse.tell(model, [question.id])
                found.append(f"the need of {link.id} falls from {one} to the worse {other}")
    return found


def bounded(catalogue):
    """2. Replacing unknown answers keeps every figure inside the interval shown before, rounded or not."""
    found = []
    for name, rows, base in figures(catalogue):
        before, after = Space(catalogue, "_1"), Space(catalogue, "_2")
        ids = [row.question for row in rows]
        if len(set(ids)) != len(ids):
            found.append(f"{name} has two rows for one question")
        low, value, high = before.figure(rows, base)
        low2, value2, high2 = after.figure(rows, base)
        kept = [
            z3.Implies(before.known[id], z3.And(after.known[id], _same(before.value[id], after.value[id])))
            for id in ids
        ]
        top = 100 * catalogue.unit
        inside = z3.And(
            low >= 0,
            low <= value,
            value <= high,
            high <= top,
            low <= low2,
            low2 <= value2,
            value2 <= high2,
            high2 <= high,
        )
        model = find(*before.rules, *after.rules, *kept, z3.Not(inside))
        if model:
            found.append(f"{name}: from {before.tell(model, ids)} to {after.tell(model, ids)} it leaves its interval")
    a, b = z3.Ints("a b")
    for scale in (catalogue.unit, 100 * catalogue.unit**2):
        if find(a >= 0, a <= b, (20 * a + scale) / (2 * scale) > (20 * b + scale) / (2 * scale)):
            found.append("rounding turns the order of two figures round")
    return found


def _same(one, other):
    return z3.And([one[o] == other[o] for o in one]) if isinstance(one, dict) else one == other


def nothing_dead(catalogue):
    """3. Every question is asked, every action can come, every option makes a difference to another one."""
    found = []
    asked = {q.id for _, questions in asked_topics(catalogue) for q in questions}
    rows = [row for _, rows, _ in figures(catalogue) for row in rows]
    for question in catalogue.questions.values():
        if question.valid_to:
            continue
        if question.id not in asked:
            found.append(f"{question.id} is never asked")
        for option in _answers(question):
            if not any(
                _differ(catalogue, rows, question, option, other) for other in _answers(question) if other != option
            ):
                found.append(f"{question.id} = {option} makes no difference to any other answer")
    return found


def _answers(question):
    if question.type == "one":
        return [o.id for o in question.options]
    if question.type == "many":
        return [[NONE]] + [[o.id] for o in question.options if o.id != NONE]
    return ["a number", "another number"]


def _differ(catalogue, rows, question, one, other):
    """Whether two answers to a question can lead to another figure, another action or another benchmark."""
    first, second = Space(catalogue, "_1"), Space(catalogue, "_2")
    same = [
        z3.And(first.known[id] == second.known[id], _same(first.value[id], second.value[id]))
        for id in catalogue.questions
        if id != question.id
    ]
    given = [first.known[question.id], second.known[question.id], *first.rules, *second.rules, *same]
    given += _is(first, question, one) + _is(second, question, other)
    if question.type == "number" and question.benchmark:
        return True
    if question.type == "number" and _size_differs(catalogue, question):
        return True
    for row in rows:
        if row.question == question.id and find(*given, first.parts(row) != second.parts(row)):
            return True
    for action in catalogue.actions:
        if (
            action.when
            and question.id in str(action.when)
            and find(*given, first.holds(action.when) != second.holds(action.when))
        ):
            return True
    return False


def _size_differs(catalogue, question):
    """Whether two numbers can lead to another size class, for some firm."""
    firm = {"sector": "rail", "employees": 500, "revenue": 5000}
    return len({size_class({**firm, question.id: value}, catalogue) for value in (question.min, question.max)}) > 1


def _is(space, question, answer):
    value = space.value[question.id]
    if question.type == "one":
        return [value == [o.id for o in question.options].index(answer)]
    if question.type == "many":
        return [flag == (option in answer) for option, flag in value.items()]
    return []


def conditions_sound(catalogue):
    """No condition is a contradiction, none is always true, no two of a link and horizon are the same."""
    found = []
    space = Space(catalogue)
    conditional = [action for action in catalogue.actions if action.when]
    for action in conditional:
        if not find(*space.rules, space.holds(action.when)):
            found.append(f"{action.id} can never come: its condition contradicts itself")
        if not find(*space.rules, z3.Not(space.holds(action.when))):
            found.append(f"{action.id} always comes, but is not marked general")
    for place, one in enumerate(conditional):
        for other in conditional[place + 1 :]:
            if (one.link, one.horizon) == (other.link, other.horizon) and not find(
                *space.rules, space.holds(one.when) != space.holds(other.when)
            ):
                found.append(f"{one.id} and {other.id} always come together, in the same link and horizon")
    return found


def never_empty(catalogue):
    """4. Each link has an action to offer, whatever is known; with nothing known a question is asked."""
    found = []
    space = Space(catalogue)
    for link in catalogue.links:
        ways = [
            z3.BoolVal(True) if a.when is None else space.holds(a.when) for a in catalogue.actions if a.link == link.id
        ]
        model = find(*space.rules, z3.Not(z3.Or(ways)))
        if model:
            ids = list(catalogue.questions)
            found.append(f"{link.id} has no action to offer for {space.tell(model, ids)}")
    if not advise({}, catalogue, "en", catalogue.general.reviewed)["next_questions"]:
        found.append("with nothing known there is no question to ask")
    return found


def explained(catalogue):
    """5. Figures are the sums of their reasons, and each reason names its question, answer, effect and evidence.

    A reason depends on one question alone, so it is enough to go through every answer of every question, one by one,
    and unknown; the sum over all rows is the definition of a figure (see `bounded` for two rows of one question).
    """
    found = []
    cases = [{}]
    for question in catalogue.questions.values():
        cases += [{question.id: answer} for answer in _samples(question)]
    for answers in cases:
        advice = advise(answers, catalogue, "en", catalogue.general.reviewed)
        for link in advice["links"]:
            for figure in ("need", "relevance"):
                reasons = [r for r in link["reasons"] if r["figure"] == figure]
                found += _sums(f"{figure} of {link['id']}", link[figure]["value"], reasons, answers)
        for challenge in advice["challenges"]:
            found += _sums(f"level of {challenge['id']}", challenge["level"]["value"], challenge["reasons"], answers)
    return found


def _samples(question):
    if question.type != "number":
        return _answers(question)
    return sorted({question.min, question.max, question.min + 1, (question.min + question.max) // 2, 3, 7})


def _sums(name, value, reasons, answers):
    found = []
    total = sum(r["effect"] for r in reasons)
    if abs(total - value) > 0.05 * (len(reasons) + 1):
        found.append(f"{name} is {value}, its reasons add up to {total:.1f}, for {answers}")
    for reason in reasons:
        told = reason["text"].strip() and "{" not in reason["text"]
        general = reason["question"] is None and reason["figure"] == "relevance"
        if not told or not reason["evidence"] or (reason["question"] is None and not general):
            found.append(f"a reason of {name} for {reason['question']} lacks its text or its evidence")
        elif not general and reason["answer"] != answers.get(reason["question"]):
            found.append(f"a reason of {name} names another answer to {reason['question']} than was given")
    return found


def anchored(catalogue):
    """7. With every informing answer at its best a need or level is 0, with every one at its worst 100."""
    found = []
    space = Space(catalogue)
    for name, rows, base in figures(catalogue):
        if name.startswith("relevance"):
            continue
        _, value, _ = space.figure(rows, base)
        known = [space.known[row.question] for row in rows]
        best = [c for row in rows for c in _end(space, catalogue.questions[row.question], row, best=True)]
        worst = [c for row in rows for c in _end(space, catalogue.questions[row.question], row, best=False)]
        for ends, wanted, words in ((best, 0, "best"), (worst, 100 * catalogue.unit, "worst")):
            model = find(*space.rules, *known, *ends, value != wanted)
            if model:
                at = shown(model.eval(value).as_long(), catalogue.unit)
                found.append(
                    f"{name} is {at} with every answer at its {words}: {space.tell(model, [r.question for r in rows])}"
                )
    return found


NUMBER_ENDS = {
    "rd_intensity": (70, 0),
    "rd_staff_share": (250, 0),
    "main_share": (900, 500),
    "years_in_niche": (10, 2),
    "export_share": (0, 500),
}
"""Best and worst of the numbers, in their smallest steps, as the questionnaire fixes them."""


def _end(space, question, row, *, best):
    """That the question's answer is at its best, or at its worst."""
    value = space.value[question.id]
    if question.type == "number":
        end = NUMBER_ENDS[question.id][0 if best else 1]
        more = question.id in LOWER_IS_WORSE
        return [value >= end if more == best else value <= end]
    if question.type == "many":
        ticked = best if "minus" in row.scoring else not best
        return [flag == ticked for flag in value.values()]
    if "points" in row.scoring:
        points = row.scoring["points"]
        wanted = (min if best else max)(points, key=points.get)
        return [value == [o.id for o in question.options].index(wanted)]
    return [value == (0 if best else len(question.options) - 1)]
