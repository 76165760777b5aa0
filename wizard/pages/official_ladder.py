"""The official ladder: the rules of each title drawn from the dated data, and what 2026 changed.

Rules in force are those on the date of the catalogue's review; the ones before them are shown beside them.
"""

from __future__ import annotations

from typing import Any

from htpy import Node, a, dd, div, dl, dt, fragment, h2, h3, li, ol, p, span, strong, td, th, tr, ul

from ..ladder.assess import rule_set_of
from ..ladder.dates import in_force
from ..ladder.model import Criterion, RuleSet, Title
from ..model import Catalogue
from ..views.setting import Setting
from ..wording import day, number, quantity
from .figures import counts_table
from .rule_tables import basis, held, measures_of, points_table, rule_set, rule_table
from .stands import jump

SECTIONS = ("changes", "size", "counts", "documents")


def ladder_page(s: Setting) -> Node:
    """The tiers, what all must meet, each title, what changed, the size standard, the counts, the documents."""
    on = s.catalogue.general.reviewed
    titles = s.catalogue.ladder.titles
    places = [(title.id, s.of(title.name)) for title in titles]
    return div(".ladder")[
        p(".no-print")[
            a(".btn.btn--primary", href=f"{s.root}wizard/#/ladder/topic/{s.catalogue.ladder.steps[0].id}")[
                s.say("rules_check_mine")
            ]
        ],
        p(".note")[s.say("ladder_disclaimer"), s.gap, s.say("rules_as_of", on=day(s.catalogue, s.lang, on))],
        jump([*places, *((id, s.say(f"rules_{id}")) for id in SECTIONS)], s),
        h2(id="tiers")[s.say("rules_tiers")],
        p[s.say("rules_tiers_text")],
        _tiers(titles, s),
        h2(id="entry")[s.say("rules_entry")],
        [rule_set(rules, on, s) for rules in _for_all(s, on)],
        [_title(title, on, s) for title in titles],
        h2(id="changes")[s.say("rules_changes")],
        p[s.say("rules_changes_text")],
        [_changes(title, on, s) for title in titles],
        h2(id="size")[s.say("rules_size")],
        _size(s),
        h2(id="counts")[s.say("rules_counts")],
        p[
            s.say("rules_counts_text"),
            s.gap,
            a(href=f"{s.root}figures/")[s.say("rules_counts_more")],
            s.say("full_stop"),
        ],
        counts_table(s),
        h2(id="documents")[s.say("rules_documents")],
        _documents(s),
    ]


def before(title: Title, on: str, catalogue: Catalogue) -> RuleSet | None:
    """The last rules of a title that had ended by a date; None where none are on record."""
    over = [r for r in catalogue.ladder.rule_sets if r.titles == (title.id,) and r.valid_to and r.valid_to < on]
    return max(over, key=lambda rules: rules.valid_to, default=None)


def _for_all(s: Setting, on: str) -> list[RuleSet]:
    """The rules that hold for several titles at once."""
    ladder = s.catalogue.ladder
    return [rules for rules in ladder.rule_sets if len(rules.titles) > 1 and in_force(rules, ladder, on)]


def _tiers(titles: tuple[Title, ...], s: Setting) -> Node:
    """The ladder from the bottom up."""
    tiers = sorted({title.tier for title in titles})
    return ol(".tiers")[
        [
            li(".tiers__one")[
                strong[s.say("rules_tier", tier=tier)],
                [
                    p[
                        a(href=f"#{title.id}")[s.of(title.name)],
                        span(".muted")[" ", s.of(title.lasts)],
                    ]
                    for title in titles
                    if title.tier == tier
                ],
            ]
            for tier in tiers
        ]
    ]


def _title(title: Title, on: str, s: Setting) -> Node:
    rules = rule_set_of(title, s.catalogue, on)
    return fragment[
        h2(id=title.id)[s.of(title.name)],
        p[s.of(title.granted), s.gap, s.of(title.lasts)],
        rule_set(rules, on, s) if rules else p[s.say("ladder_no_rules"), s.say("full_stop")],
    ]


def _changes(title: Title, on: str, s: Setting) -> Node:
    """A title's criteria before and now, side by side; nothing where there is only one era."""
    now, old = rule_set_of(title, s.catalogue, on), before(title, on, s.catalogue)
    if not (now and old):
        return None
    eras = (held(old, old.valid_to, s), held(now, on, s))
    heads = [
        s.say("rules_until", date=day(s.catalogue, s.lang, old.valid_to)),
        s.say("rules_from", date=day(s.catalogue, s.lang, now.valid_from)),
    ]
    criteria = {criterion.id: criterion for era in eras for criterion in era}
    ids = dict.fromkeys(criterion.id for era in reversed(eras) for criterion in era)
    rows = [
        tr[
            th(scope="row")[s.of(criteria[id].name)],
            [
                td(data_label=head)[_in_era(criteria[id], era, rules, s)]
                for head, era, rules in zip(heads, eras, (old, now), strict=True)
            ],
        ]
        for id in ids
    ]
    label = s.say("rules_changes_of", title=title.name)
    return fragment[
        h3(id=f"changes-{title.id}")[s.of(title.name)],
        p(".small")[basis(old, s)],
        old.remarks and ul[[li[s.of(remark)] for remark in old.remarks]],
        rule_table(label, [s.say("rules_criterion"), *heads], rows, s, ".eras"),
        old.points and points_table(old, s),
    ]


def _in_era(wanted: Criterion, era: list[Criterion], rules: RuleSet, s: Setting) -> Node:
    """What an era says on a criterion: its text, or that it only scores points, or that none is on record."""
    found = next((criterion for criterion in era if criterion.id == wanted.id), None)
    if found:
        return s.of(found.text)
    scored = set(measures_of(rules.points["rows"])) if rules.points else set()
    counts = scored & set(measures_of(wanted.rule))
    return span(".muted")[s.say("rules_points_only" if counts else "rules_absent")]


def _size(s: Setting) -> Node:
    """The size standard: the classes' bounds by industry."""
    data = s.catalogue.size
    names = [s.say(f"rules_size_{kind}") for kind in data["classes"]]
    rows = [
        tr[
            th(scope="row")[s.say(f"industry_{industry}")],
            [td(data_label=name)[_bounds(*bounds[kind], s)] for kind, name in zip(data["classes"], names, strict=True)],
        ]
        for industry, bounds in data["industries"].items()
    ]
    return fragment[
        p[s.say("rules_size_text")],
        rule_table(s.say("rules_size"), [s.say("rules_size_industry"), *names], rows, s),
        p(".small")[s.of(data["document"]), s.say("full_stop"), s.gap, _checked(data, s)],
    ]


def _bounds(staff: int, revenue: int, s: Setting) -> str:
    people = s.say("rules_staff", value=number(staff))
    if not revenue:
        return people
    money = s.catalogue.questions["revenue"].unit
    return s.say("rules_both", staff=people, revenue=quantity(revenue, money, s.lang))


def _documents(s: Setting) -> Node:
    """Every document with its number, its issue and how sure it is."""
    return dl(".papers")[
        [
            fragment[
                dt[s.of(document.name)],
                dd[
                    s.say("rules_issued", number=document.number, date=day(s.catalogue, s.lang, document.issued)),
                    s.gap,
                    _checked(document._asdict(), s),
                ],
            ]
            for document in s.catalogue.ladder.documents.values()
        ]
    ]


def _checked(entry: dict[str, Any], s: Setting) -> str:
    trust = s.say(f"confidence_{entry['confidence']}")
    return s.say("stands_checked", date=day(s.catalogue, s.lang, entry["checked_on"]), trust=trust) + s.say("full_stop")
