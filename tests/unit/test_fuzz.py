"""Whatever comes from outside: only the documented errors, one line for each refusal, never a traceback."""

import io
import json
import re

import pytest
from fuzzing import FEW, MANY
from hypothesis import given
from hypothesis import strategies as st

from wizard.answer_code import CodeError, decode
from wizard.answers import Refused, check
from wizard.app.handle import handle
from wizard.app.imports import ImportRefused, opened
from wizard.app.state import restore
from wizard.cli import main
from wizard.ladder import rules
from wizard.ladder.assess import ladder
from wizard.ladder.report import ladder_document
from wizard.loading import load
from wizard.reading import Unreadable, parse
from wizard.typed import parse_number

pytestmark = pytest.mark.fuzz
CATALOGUE = load()
TEXT = st.text(st.characters(), max_size=60)
QUESTIONS = CATALOGUE.every_question()
IDS = st.sampled_from([*QUESTIONS, "rd_intensty", "__class__", ""])
OPTIONS = st.sampled_from([o.id for q in QUESTIONS.values() for o in q.options])
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT, OPTIONS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.one_of(IDS, TEXT), inner, max_size=4)),
    max_leaves=12,
)
ANSWERS = st.dictionaries(st.one_of(IDS, TEXT), JSON, max_size=8)


@MANY
@given(st.one_of(st.binary(max_size=200), TEXT, JSON.map(lambda v: json.dumps(v, default=str))))
def test_reading(raw):
    try:
        parse(raw)
    except Unreadable as unreadable:
        assert unreadable.problem.text in CATALOGUE.texts


@MANY
@given(st.one_of(ANSWERS, JSON))
def test_checking(data):
    checked = check(data, CATALOGUE)
    for problem in checked.problems:
        for lang in ("zh", "en"):
            line = CATALOGUE.texts[problem.text][lang].format(
                **{k: v[lang] if isinstance(v, dict) else v for k, v in problem.values.items()}
            )
            assert "\n" not in line and len(line) < 2000
    assert set(checked.answers) <= set(CATALOGUE.questions)


@MANY
@given(st.one_of(TEXT, st.from_regex(r"[-+0-9０-９,.，。%％ 万亿kKmM元人]{1,14}")))
def test_typed_numbers(text):
    for question in QUESTIONS.values():
        if question.type == "number":
            try:
                value = parse_number(text, question)
                assert question.min <= value <= question.max
            except Refused as refused:
                assert refused.problem.text in CATALOGUE.texts


def fitting(question):
    """Any answer that a question takes, ends included."""
    if question.type == "number":
        scale = 10**question.decimals
        return st.integers(question.min * scale, question.max * scale).map(
            lambda n: n // scale if n % scale == 0 else n / scale
        )
    options = st.sampled_from([o.id for o in question.options])
    return options if question.type == "one" else options.map(lambda id: [id])


@MANY
@given(
    st.fixed_dictionaries({}, optional={id: fitting(q) for id, q in QUESTIONS.items()}),
    st.sampled_from(["zh", "en"]),
    st.dates().map(lambda day: day.isoformat()),
)
def test_the_ladder_answers_whatever_a_firm_may_say(given_answers, lang, on):
    checked = check(given_answers, CATALOGUE, ladder=True)
    assert checked.problems == []
    found = ladder(checked.answers, CATALOGUE, lang, on)
    json.dumps(found, allow_nan=False)
    assert ladder_document(found, CATALOGUE)
    for title in found["titles"]:
        assert title["verdict"] in rules.STATES and title.get("points", {"low": 0})["low"] >= 0
        for criterion in title["criteria"]:
            assert criterion["state"] in rules.STATES and "{" not in criterion["text"]
            if not any(id in checked.answers for id in criterion["questions"]):
                assert criterion["state"] == "needs_evidence"


@FEW
@given(ANSWERS)
def test_the_ladder_refuses_by_name_or_answers(data):
    checked = check(data, CATALOGUE, ladder=True)
    assert set(checked.answers) <= set(QUESTIONS)
    assert len(ladder(checked.answers, CATALOGUE, "en", "2026-11-24")["titles"]) == 4


@MANY
@given(st.one_of(TEXT, st.text("346789ACDEFHJKMNPQRTWXY- ", max_size=90)))
def test_codes(text):
    try:
        assert check(decode(text, CATALOGUE), CATALOGUE).problems == []
    except CodeError as error:
        assert error.problem.text in CATALOGUE.texts


@MANY
@given(
    st.one_of(TEXT, JSON.map(lambda v: json.dumps(v, default=str)), ANSWERS.map(lambda v: json.dumps(v, default=str)))
)
def test_imports(text):
    try:
        opened(text, CATALOGUE)
    except ImportRefused as refused:
        assert refused.problem.text in CATALOGUE.texts


STATES = st.fixed_dictionaries(
    {"v": st.one_of(st.just(1), st.integers(-1, 9), JSON)},
    optional={
        "fields": st.one_of(
            JSON, st.dictionaries(IDS, st.one_of(TEXT, OPTIONS, st.lists(TEXT, max_size=3)), max_size=6)
        ),
        "path": st.one_of(st.sampled_from(["quick", "full"]), JSON),
        "plan": JSON,
        "trail": JSON,
        "other": st.one_of(TEXT, JSON),
    },
).map(lambda v: json.dumps(v, default=str))
PLACES = st.one_of(
    st.sampled_from(["", "check", "advice", "plan", "share", "compare", "topic/firm", "open/AAAAA"]), TEXT
)
VERBS = st.one_of(
    st.sampled_from(["", "continue", "quick", "full", "undo", "settle", "import", "compare", "adopt", "export:csv"]),
    st.tuples(st.sampled_from(["add", "up", "down", "put", "whatif", "export"]), TEXT).map(":".join),
    TEXT,
)
PAIRS = st.lists(st.tuples(st.one_of(IDS, TEXT, st.just("import")), st.one_of(TEXT, OPTIONS)).map(list), max_size=5)


@FEW
@given(st.one_of(STATES, TEXT), PLACES, PLACES, VERBS, PAIRS)
def test_the_app(state, origin, place, do, pairs):
    request = {
        "lang": "en",
        "state": state,
        "from": origin,
        "place": place,
        "do": do,
        "pairs": pairs,
        "today": "2026-11-24",
    }
    reply = handle(request, CATALOGUE)
    assert "<script" not in reply["html"].lower()
    assert restore(reply["state"], CATALOGUE) is not None


MARKUP = st.sampled_from(
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        '"><svg onload=alert(1)>',
        "&lt;b&gt;",
        "' onfocus='x",
    ]
)
KEPT = st.fixed_dictionaries(
    {
        "v": st.just(1),
        "fields": st.just({"sector": "rail"}),
        "path": st.sampled_from(["quick", "full"]),
        "plan": st.lists(
            st.fixed_dictionaries(
                {
                    "action": st.sampled_from([a.id for a in CATALOGUE.actions]),
                    "who": MARKUP,
                    "by": MARKUP,
                    "note": MARKUP,
                }
            ),
            max_size=3,
        ),
    }
).map(json.dumps)
TAG = re.compile(r"<(?:img|script|svg)\b[^>]*(?:onerror|onload|onfocus|alert)|<[^>]*\son[a-z]+=", re.IGNORECASE)


@FEW
@given(KEPT, st.sampled_from(["", "check", "advice", "plan", "share", "topic/innovation"]), VERBS, MARKUP)
def test_markup_in_any_text_is_shown_as_text(state, place, do, text):
    pairs = [["rd_intensity", text], ["import", text], ["who", text], ["note", text]]
    request = {"lang": "zh", "state": state, "from": place, "place": place, "do": do, "pairs": pairs}
    reply = handle({**request, "today": "2026-11-24"}, CATALOGUE)
    assert not TAG.search(re.sub(r'"[^"]*"', '""', reply["html"]))


@FEW
@given(st.one_of(TEXT, st.text("346789ACDEFHJKMNPQRTWXY-%#?&=/.", max_size=80)))
def test_fragments_of_addresses(text):
    request = {"lang": "en", "state": "", "from": "", "pairs": [], "do": "", "today": "2026-11-24"}
    for place in (text, f"open/{text}", f"topic/{text}"):
        reply = handle({**request, "place": place}, CATALOGUE)
        assert reply["place"] and "Traceback" not in reply["html"]


CELLS = st.one_of(IDS, OPTIONS, TEXT, st.just('"'), st.just("\ufeff"))


@FEW
@given(st.lists(st.lists(CELLS, max_size=5).map(",".join), max_size=6).map("\r\n".join))
def test_tables(text):
    try:
        assert check(opened(text, CATALOGUE), CATALOGUE).problems == []
    except ImportRefused as refused:
        assert refused.problem.text in CATALOGUE.texts


def advise(raw, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": io.BytesIO(raw)})())
    status = main(["advise", "-"])
    return status, capsys.readouterr().err


@pytest.mark.parametrize(
    "raw",
    [
        b'{"sector": "' + b"x" * 10_000_000 + b'"}',
        b"[" * 50_000,
        b'{"a":' * 50_000,
        b'{"rd_intensity": NaN}',
        b'{"rd_intensity": Infinity}',
        b'{"rd_intensity": 1e999}',
        b'{"employees": ' + b"9" * 5_000 + b"}",
        b'{"employees": ' + b"9" * 300 + b"}",
        b'{"sector": "rail", "sector": "nev"}',
        b'{"sector": "\\ud800"}',
        b'{"\\udfff": 1}',
        b"\xff\xfe\x00",
        b'{"worries": [["demand"]]}',
        b'{"worries": {"demand": true}}',
        b'{"sector": {"rail": {"rail": []}}}',
    ],
    ids=range(15),
)
def test_what_hurts_is_refused_in_one_line(raw, monkeypatch, capsys):
    status, err = advise(raw, monkeypatch, capsys)
    assert status == 1 and err.count("\n") == 1 and "Traceback" not in err and len(err) < 1000
