"""The guarantees hold for the catalogue, and each proof bites: a broken catalogue gives a counterexample in words."""

import guarantees
import pytest

from wizard.loading import load

CATALOGUE = load()
ALL = [
    guarantees.monotone,
    guarantees.bounded,
    guarantees.nothing_dead,
    guarantees.conditions_sound,
    guarantees.never_empty,
    guarantees.explained,
    guarantees.anchored,
]


@pytest.mark.parametrize("guarantee", ALL, ids=lambda g: g.__name__)
def test_it_holds_for_every_possible_set_of_answers(guarantee, capsys):
    found = guarantee(CATALOGUE)
    covered = f"{len(CATALOGUE.questions)} questions, {len(CATALOGUE.actions)} actions, 18 figures"
    with capsys.disabled():
        print(f"\n{guarantee.__doc__.splitlines()[0]} Covered: {covered}.", end=" ")
    assert found == []


def with_need(row_question, **change):
    """The catalogue with one need row changed."""
    links = []
    for link in CATALOGUE.links:
        rows = tuple(row._replace(**change) if row.question == row_question else row for row in link.need)
        links.append(link._replace(need=rows))
    return CATALOGUE._replace(links=tuple(links))


def with_action(id, **change):
    actions = tuple(a._replace(**change) if a.id == id else a for a in CATALOGUE.actions)
    return CATALOGUE._replace(actions=actions)


def with_question(id, **change):
    changed = CATALOGUE.questions[id]._replace(**change)
    return CATALOGUE._replace(questions={**CATALOGUE.questions, id: changed})


def with_dead_option():
    dead = CATALOGUE.questions["outlook"].options[0]._replace(id="sideways")
    question = with_question("ownership", options=(dead, dead._replace(id="backwards")))
    rows = tuple(
        r._replace(scoring={"points": {"sideways": 0, "backwards": 0}}) if r.question == "ownership" else r
        for c in CATALOGUE.challenges
        for r in c.rows
        if c.id == "finance"
    )
    challenges = tuple(c._replace(rows=rows) if c.id == "finance" else c for c in CATALOGUE.challenges)
    actions = tuple(a for a in CATALOGUE.actions if "ownership" not in str(a.when))
    return question._replace(challenges=challenges, actions=actions)


NEVER = {"all": [{"question": "sector", "is": ["rail"]}, {"question": "sector", "is": ["nev"]}]}
ALWAYS = {"any": [{"question": "sector", "unknown": True}, {"question": "sector", "unknown": False}]}
BROKEN = [
    (
        guarantees.monotone,
        with_need("funding_gap", scoring={"steps": "worst_first"}),
        "the need of fill falls from funding_gap = ",
    ),
    (guarantees.monotone, with_need("rd_intensity", scoring={"best": 0, "worst": 7}), "rd_intensity"),
    (
        guarantees.bounded,
        with_need("ip_protection", scoring={"points": {"managed": 0, "basic": 4, "none": 20}}),
        "leaves its interval",
    ),
    (guarantees.bounded, with_need("digital_level", weight=64), "leaves its interval"),
    (guarantees.nothing_dead, with_dead_option(), "ownership = sideways makes no difference"),
    (guarantees.conditions_sound, with_action("list_costliest_imports", when=NEVER), "can never come"),
    (guarantees.conditions_sound, with_action("list_costliest_imports", when=ALWAYS), "always comes"),
    (
        guarantees.conditions_sound,
        with_action("talk_to_key_people", when={"not": {"not": {"question": "know_how", "is": ["in_heads"]}}}),
        "always come together",
    ),
    (guarantees.never_empty, with_action("name_three_chain_gaps", when=NEVER), "fill has no action to offer"),
    (guarantees.explained, with_need("green_talent", evidence=()), "lacks its text or its evidence"),
    (guarantees.anchored, with_need("know_how", weight=20), "at its worst"),
    (guarantees.anchored, with_need("rd_staff_share", scoring={"best": 50, "worst": 0}), "at its best"),
]


@pytest.mark.parametrize(("guarantee", "broken", "words"), BROKEN, ids=[f"{g.__name__}-{w}" for g, _, w in BROKEN])
def test_a_broken_catalogue_gives_a_counterexample_in_words(guarantee, broken, words):
    found = guarantee(broken)
    assert any(words in line for line in found), found[:3]
