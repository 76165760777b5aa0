"""The whole space of answers in z3, written from the catalogue's data and not from the code that it is to prove.

Each question has a flag `known` and a value: the place of the chosen option, one flag for each option that can be
ticked, or a whole number of its smallest steps. Figures are in parts, as `wizard.scoring` defines them.
"""

import z3

NONE = "none"


class Space:
    """One copy of the variables. `tag` tells two copies apart, such as before and after."""

    def __init__(self, catalogue, tag=""):
        self.catalogue, self.tag = catalogue, tag
        self.known = {id: z3.Bool(f"known_{id}{tag}") for id in catalogue.questions}
        self.value = {}
        self.rules = []
        for id, question in catalogue.questions.items():
            if question.type == "many":
                ticks = [o.id for o in question.options if o.id != NONE]
                self.value[id] = {option: z3.Bool(f"{id}_{option}{tag}") for option in ticks}
                continue
            self.value[id] = z3.Int(f"{id}{tag}")
            ends = (0, len(question.options) - 1)
            if question.type == "number":
                ends = (question.min * 10**question.decimals, question.max * 10**question.decimals)
            self.rules += [self.value[id] >= ends[0], self.value[id] <= ends[1]]

    def parts(self, row):
        """What a known answer adds to the row's figure, in parts."""
        question, value, unit = self.catalogue.questions[row.question], self.value[row.question], self.catalogue.unit
        scoring, full = row.scoring, row.weight * self.catalogue.unit
        if "best" in scoring:
            scale = 10**question.decimals
            best, worst = scoring["best"] * scale, scoring["worst"] * scale
            span = abs(worst - best)
            far = (value - best) if worst > best else (best - value)
            return (
                full / span * z3.If(far <= 0, 0, z3.If(far >= span, span, far))
                if full % span
                else z3.If(far <= 0, 0, z3.If(far >= span, full, far * (full // span)))
            )
        if "steps" in scoring or "points" in scoring:
            last = len(question.options) - 1
            table = [
                scoring["points"][o.id] * unit
                if "points" in scoring
                else full * (place if scoring["steps"] == "worst_last" else last - place) // last
                for place, o in enumerate(question.options)
            ]
            found = z3.IntVal(table[-1])
            for place in range(last):
                found = z3.If(value == place, table[place], found)
            return found
        if "each" in scoring:
            return z3.Sum([z3.If(value[option], scoring["each"] * unit, 0) for option in scoring["of"]])
        return scoring["start"] * unit - z3.Sum(
            [z3.If(value[option], less * unit, 0) for option, less in scoring["minus"].items()]
        )

    def figure(self, rows, base=0):
        """Low, value and high of a figure, in parts."""
        whole = [row.weight * self.catalogue.unit for row in rows]
        known = [self.known[row.question] for row in rows]
        parts = [self.parts(row) for row in rows]
        start = base * self.catalogue.unit
        return tuple(
            start + z3.Sum([z3.If(k, p, open_(w)) for k, p, w in zip(known, parts, whole, strict=True)])
            for open_ in (lambda w: 0, lambda w: w // 2, lambda w: w)
        )

    def holds(self, condition, want=True):
        """Where the condition is true (or, with want=False, false); neither holds where it is unknown."""
        if "all" in condition or "any" in condition:
            key = "all" if "all" in condition else "any"
            together = z3.And if (key == "all") == want else z3.Or
            return together([self.holds(part, want) for part in condition[key]])
        if "not" in condition:
            return self.holds(condition["not"], not want)
        id = condition["question"]
        question, value, known = self.catalogue.questions[id], self.value[id], self.known[id]
        if "unknown" in condition:
            return (z3.Not(known) if condition["unknown"] else known) == want
        if "is" in condition:
            places = [o.id for o in question.options]
            met = z3.Or([value == places.index(option) for option in condition["is"]])
        elif "has" in condition:
            met = z3.Or([z3.Not(z3.Or(list(value.values()))) if o == NONE else value[o] for o in condition["has"]])
        else:
            scale = 10**question.decimals
            met = value < condition["below"] * scale if "below" in condition else value >= condition["at_least"] * scale
        return z3.And(known, met if want else z3.Not(met))

    def tell(self, model, ids):
        """The answers of a model to these questions, in words."""
        return ", ".join(f"{id} = {self.answer(model, id)}" for id in dict.fromkeys(ids))

    def answer(self, model, id):
        """One answer of a model as `wizard advise` takes it; None where it is unknown."""
        question = self.catalogue.questions[id]
        if not z3.is_true(model.eval(self.known[id], model_completion=True)):
            return None
        if question.type == "many":
            on = [o for o, flag in self.value[id].items() if z3.is_true(model.eval(flag, model_completion=True))]
            return on or [NONE]
        number = model.eval(self.value[id], model_completion=True).as_long()
        if question.type == "one":
            return question.options[number].id
        return number / 10**question.decimals


def find(*claims):
    """A model of the claims, or None: a counterexample, or the proof that there is none."""
    solver = z3.Solver()
    solver.set("timeout", 600_000)
    solver.add(*claims)
    found = solver.check()
    if found == z3.unknown:
        raise AssertionError(f"z3 could not tell: {solver.reason_unknown()}")
    return solver.model() if found == z3.sat else None


def figures(catalogue):
    """Every figure: its name, its rows and its base."""
    for link in catalogue.links:
        yield f"need of {link.id}", link.need, 0
        yield f"relevance of {link.id}", link.relevance, catalogue.general.base
    for challenge in catalogue.challenges:
        yield f"level of {challenge.id}", challenge.rows, 0
