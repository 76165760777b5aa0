"""The batch path gives what `advise` gives, firm by firm, and the room's figures are put together from it exactly."""

import json
from fractions import Fraction
from pathlib import Path
from statistics import median

import pytest
import yaml
from fuzzing import MANY
from hypothesis import given, settings
from hypothesis import strategies as st
from test_answer_code import ANSWERS

from wizard.advice import advise
from wizard.answer_code import encode
from wizard.answers import check
from wizard.cohort.figures import FEWEST, cohort
from wizard.cohort.given import Given, Source
from wizard.cohort.intake import Taken, read, take
from wizard.cohort.pairing import STRONG, WEAK
from wizard.cohort.room import MOST_FIRMS, Firm, Room, room_text
from wizard.cohort.tables import Tables
from wizard.loading import load
from wizard.scoring import shown

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load()
TABLES = Tables(CATALOGUE)
CASES = [
    check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], CATALOGUE).answers
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml"))
]
ON = CATALOGUE.general.reviewed
LINKS = [link.id for link in CATALOGUE.links]


def same(answers):
    """Asserts that the batch path's figures are those of the whole advice."""
    profile, advice = TABLES.profile(answers), advise(answers, CATALOGUE, "en", ON)
    unit = CATALOGUE.unit
    assert [LINKS[n] for n in profile.order] == [link["id"] for link in advice["links"]]
    for link in advice["links"]:
        n = LINKS.index(link["id"])
        assert shown(profile.need[n], unit) == link["need"]["value"]
        assert shown(profile.relevance[n], unit) == link["relevance"]["value"]
        assert shown(profile.priority(n), 100 * unit * unit) == link["priority"]["value"]
    for n, challenge in enumerate(advice["challenges"]):
        ends = {"low": profile.low[n], "value": profile.level[n], "high": profile.high[n]}
        assert {key: shown(amount, unit) for key, amount in ends.items()} == challenge["level"]
    assert sorted(a.id for a in profile.actions) == sorted(a["id"] for a in advice["actions"])
    assert profile.known == any(r["answer"] is not None for link in advice["links"] for r in link["reasons"])
    short = {
        r["question"]
        for part in (*advice["links"], *advice["challenges"])
        for r in part["reasons"]
        if r["figure"] != "relevance" and r["effect"] > 0 and r["answer"] is not None
    }
    needed = {a["id"] for a in advice["actions"] if any(b["question"] in short for b in a["because"])}
    assert {a.id for a in profile.needed} == needed


@pytest.mark.parametrize("answers", CASES)
def test_every_case_has_the_figures_of_the_advice(answers):
    same(answers)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(ANSWERS)
def test_any_answers_have_the_figures_of_the_advice(answers):
    same(answers)


def room_of(answers, labels=None):
    firms = [Firm(encode(a, CATALOGUE), label) for a, label in zip(answers, labels or [""] * len(answers), strict=True)]
    return Taken(Room(tuple(firms)))


def test_the_rooms_figures_are_put_together_from_each_firms_advice():
    figures = cohort(room_of(CASES), TABLES, "en", ON)
    advices = [advise(answers, CATALOGUE, "en", ON) for answers in CASES]
    unit = CATALOGUE.unit
    profiles = [TABLES.profile(answers) for answers in CASES]
    assert figures["firms"] == len(CASES) and sum(link["first"] for link in figures["links"]) == len(CASES)
    for n, link in enumerate(figures["links"]):
        assert link["first"] == sum(advice["links"][0]["id"] == link["id"] for advice in advices)
        exact = [Fraction(p.need[n], unit) for p in profiles]
        assert link["need"]["median"] == float(int(median(exact) * 10 + Fraction(1, 2))) / 10
        assert link["need"]["min"] == min(
            a["need"]["value"] for x in advices for a in x["links"] if a["id"] == link["id"]
        )
    offered = [action["id"] for advice in advices for action in advice["actions"]]
    assert {a["id"]: a["firms"] for a in figures["actions"]} == {id: offered.count(id) for id in offered}
    weights = [a["weight"] for a in figures["actions"] if not a["general"]]
    assert weights == sorted(weights, reverse=True)
    assert [a["general"] for a in figures["actions"]] == sorted(a["general"] for a in figures["actions"])
    reached = next(b for b in figures["benchmarks"] if b["question"] == "rd_intensity")
    assert reached["reached"] == sum(a.get("rd_intensity", -1) >= 7 for a in CASES)
    assert reached["known"] == sum("rd_intensity" in a for a in CASES)
    assert all(p["locator"].startswith("4.") and 0 < p["firms"] <= len(CASES) for p in figures["policies"])
    json.dumps(figures)


def test_small_groups_are_held_back_unless_allowed():
    figures = cohort(room_of(CASES), TABLES, "en", ON)
    allowed = cohort(room_of(CASES), TABLES, "en", ON, small=True)
    for question, group in figures["groups"].items():
        sizes = {o.id: sum(a.get(question) == o.id for a in CASES) for o in CATALOGUE.questions[question].options}
        assert {g["option"]: g["firms"] for g in group["shown"]} == {o: n for o, n in sizes.items() if n >= FEWEST}
        assert group["held_back"] == sum(n for n in sizes.values() if n < FEWEST)
        assert allowed["groups"][question]["held_back"] == 0
        assert len(allowed["groups"][question]["shown"]) == sum(n > 0 for n in sizes.values())


def test_only_what_is_known_makes_a_helper_or_one_who_needs_help():
    figures = cohort(room_of(CASES), TABLES, "en", ON)
    advices = [advise(answers, CATALOGUE, "en", ON) for answers in CASES]
    for n, helped in enumerate(figures["helpers"]):
        levels = [advice["challenges"][n]["level"] for advice in advices]
        assert all(levels[place]["high"] <= STRONG for place in helped["strong"])
        assert all(levels[place]["low"] >= WEAK for place in helped["weak"])
    seated = [place for pair in figures["pairs"] for place in pair["firms"]]
    assert len(seated) == len(set(seated)) > 0
    strong = {h["challenge"]: set(h["strong"]) for h in figures["helpers"]}
    weak = {h["challenge"]: set(h["weak"]) for h in figures["helpers"]}
    for pair in figures["pairs"]:
        one, other = pair["firms"]
        assert pair["gives"] and all(one in strong[c] and other in weak[c] for c in pair["gives"])
        assert all(other in strong[c] and one in weak[c] for c in pair["takes"])


def test_nothing_known_helps_nobody_and_calls_for_nothing():
    figures = cohort(room_of([{}] * 6), TABLES, "en", ON)
    assert figures["nothing_known"] == 6 and figures["policies"] == [] and figures["pairs"] == []
    assert all(not h["strong"] and not h["weak"] for h in figures["helpers"])


def test_a_split_room_scores_100_and_an_agreeing_one_0():
    worst_and_best = [{"outlook": "expand"}] * 3 + [{"outlook": "shrink"}] * 3
    asked = {d["question"]: d for d in cohort(room_of(worst_and_best), TABLES, "en", ON)["disagreement"]}
    assert asked["outlook"]["split"] == 100.0 and asked["outlook"]["answers"] == {"expand": 3, "hold": 0, "shrink": 3}
    agreeing = cohort(room_of([{"outlook": "hold"}] * 6), TABLES, "en", ON)["disagreement"]
    assert agreeing[0]["split"] == 0.0


def test_an_empty_room_has_figures_too():
    figures = cohort(Taken(Room()), TABLES, "zh", ON)
    assert figures["firms"] == 0 and figures["links"][0]["need"] is None and figures["actions"] == []


# Taking in


CODES = [encode(answers, CATALOGUE) for answers in CASES]


def taken(text, name="", room=None, repeats=False):
    entries, made_up = read(text, name, CATALOGUE)
    return take(entries, room or Room(made_up=made_up), CATALOGUE, repeats=repeats)


def whys(found, kind="refused"):
    return [(source.kind, source.number, problem.text) for source, problem in getattr(found, kind)]


def test_codes_one_a_line_with_labels_and_damaged_ones_named():
    wrong = ("4" if CODES[2][0] == "3" else "3") + CODES[2][1:]
    newer = "Y" + CODES[0][1:]
    found = taken(f"{CODES[0]}\n\nA 厂\t{CODES[1].lower()}\n{wrong}\nhello\n{CODES[0]}\n{CODES[3]}\n{CODES[4]}\n")
    assert [firm.code for firm in found.room.firms] == [CODES[0], CODES[1], CODES[3], CODES[4]]
    assert found.room.firms[1].label == "A 厂"
    assert whys(found) == [("line", 4, "error_code_group"), ("line", 5, "room_no_code_here")]
    assert whys(found, "noted") == [("line", 6, "room_twice")]
    assert whys(taken(newer))[0][2] in ("error_code_group", "error_code_version")
    assert len(taken("\n".join([CODES[0]] * 3), repeats=True).room.firms) == 3


def test_a_chat_log_is_searched_and_its_other_lines_are_passed_over():
    log = (
        f"2026-11-24 09:01  王总: 大家好，138-1234-5678是我的电话\n李工 09:02\n我的码是 {CODES[0]} 谢谢\n"
        f"[09:03] https://example.org/zh/wizard/#/open/{CODES[1]}\n收到\nOK\nthank you\n"
        f"全角的：{''.join(chr(ord(s) + 0xFEE0) for s in CODES[2])}\n"
    )
    found = taken(log, "log.txt")
    assert [firm.code for firm in found.room.firms] == CODES[:3] and found.refused == ()
    assert all(firm.label == "" for firm in found.room.firms)


def test_a_code_of_a_newer_version_is_named():
    newer = CATALOGUE._replace(codes={2: CATALOGUE.codes[1]})
    assert whys(taken(encode(CASES[0], newer))) == [("line", 1, "error_code_version")]


def test_json_of_every_kind():
    answers = CASES[0]
    for data in (answers, {"answers": answers, "plan": []}, [answers], [CODES[0]], [{"code": CODES[0], "label": ""}]):
        assert [f.code for f in taken(json.dumps(data)).room.firms] == [CODES[0]]
    assert whys(taken('{"sector": "nowhere", "rd_intensity": "abc"}')) == [
        ("", 0, "error_unknown_option_near"),
        ("", 0, "error_not_a_number"),
    ]
    assert whys(taken('[1, {"answers": 3}, {"code": 4}, null]')) == [
        ("item", 1, "room_not_answers"),
        ("item", 2, "error_unknown_question_near"),
        ("item", 3, "room_not_a_firm"),
        ("item", 4, "room_not_answers"),
    ]
    assert whys(taken('{"room": 2, "firms": []}')) == [("", 0, "room_version")]
    assert whys(taken('{"a": 1')) == [("", 0, "error_not_json")]


def test_a_room_survives_its_file():
    labels = ["=1+1", "<b>x</b>", "甲", *[""] * (len(CODES) - 3)]
    room = room_of(CASES, labels).room._replace(made_up=True)
    assert taken(room_text(room)).room == room


def test_a_table_of_labels_and_codes_and_one_of_answers():
    text = f'\ufefflabel,code\r\n"A, B",{CODES[0]}\r\n,{CODES[1]}\r\nC,\r\n,,\r\n'
    found = taken(text)
    assert [(f.label, f.code) for f in found.room.firms] == [("A, B", CODES[0]), ("", CODES[1])]
    assert whys(found) == [("row", 4, "room_not_answers")]
    heads = "label;sector;rd_intensity;worries;zzz\n"
    table = f"{heads}甲;rail;４．５％;demand+late_payment;red\n乙;rial;;;\n丙;;abc;none;\n"
    found = taken(table, "firms.csv")
    expected = {"sector": "rail", "rd_intensity": 4.5, "worries": ["demand", "late_payment"]}
    assert [f.code for f in found.room.firms] == [encode(expected, CATALOGUE)]
    assert whys(found) == [
        ("column", 5, "error_unknown_question"),
        ("row", 3, "error_unknown_option_near"),
        ("row", 4, "error_not_a_number"),
    ]
    assert whys(taken("label,code,code\n")) == [("row", 1, "room_head_twice")]


def test_labels_are_made_fit_to_show_and_that_is_said():
    found = take([Given(Source(""), code=CODES[0], label="a\u202eb" + "x" * 60)], Room(), CATALOGUE)
    assert found.room.firms[0].label == "ab" + "x" * 38 and whys(found, "noted") == [("", 0, "room_label_cut")]


@pytest.mark.parametrize(
    "huge",
    [
        "x" * 10_000_000,
        "ABCDE\n" * 1_700_000,
        "ABCDE-" * 1_700_000,
        "[" * 10_000_000,
        '{"a":' + "9" * 9_000_000 + "}",
        "label,code\n" + ",ABCDE\n" * 1_400_000,
        "label,code\n" + '"' + "x" * 9_000_000,
        "\ud800" * 1_000_000,
    ],
    ids=["letters", "lines", "one_code", "brackets", "number", "table", "open_quote", "halves"],
)
def test_ten_megabytes_of_rubbish_do_no_harm_and_are_named(huge):
    found = taken(huge)
    assert found.room.firms == () and found.refused
    assert all(problem.text in CATALOGUE.texts for _, problem in found.refused)


def test_a_room_holds_only_so_many():
    full = Room(tuple(Firm(f"x{n}") for n in range(MOST_FIRMS)))
    assert whys(taken(CODES[0], room=full)) == [("line", 1, "room_full")]


ANYTHING = st.one_of(
    st.text(max_size=200),
    st.binary(max_size=200),
    st.lists(st.sampled_from([*CODES[:3], "label", ",", "\t", "\n", "code", "sector", "-", "{", "["]), max_size=12).map(
        "".join
    ),
)


@pytest.mark.fuzz
@MANY
@given(ANYTHING)
def test_whatever_is_given_is_taken_or_named(raw):
    entries, made_up = read(raw, "x", CATALOGUE)
    found = take(entries, Room(made_up=made_up), CATALOGUE)
    assert len(found.room.firms) + len(found.refused) + len(found.noted) >= bool(entries)
    for lang in ("zh", "en"):
        json.dumps(cohort(found, TABLES, lang, ON)).encode()
