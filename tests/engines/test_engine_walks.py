"""The same walk in three engines, three ways and two languages."""

from pathlib import Path

import pytest

from wizard.answer_code import encode
from wizard.loading import load

WALK = (Path(__file__).resolve().parent / "walk.js").read_text(encoding="utf-8")
FIRM = {
    "sector": "next_gen_it",
    "gap_role": "developing",
    "import_dependence": "critical",
    "rd_intensity": 4.5,
    "funding_gap": "severe",
}
CODE = encode(FIRM, load())
LEAD = {"zh": "补链", "en": "Fill the gaps"}
OTHER = {"zh": "en", "en": "zh"}
CODES = {"zh": "zh-Hans", "en": "en"}
SEARCHED = {
    "zh": {"补链": "links/fill/", "融资": "challenges/", "小巨人": "figures/"},
    "en": {"financing": "challenges/", "little giant": "figures/"},
}


@pytest.mark.parametrize("lang", LEAD)
@pytest.mark.parametrize("way", ["http", "folder", "file"])
def test_the_whole_walk(engine, ways, way, lang):
    engine.open(ways[way](lang))
    seen = engine.run(f"{WALK} return walk({CODE!r});")
    assert seen["lang"] == CODES[lang]
    assert LEAD[lang] in seen["lead"]
    assert seen["code"] == CODE
    assert seen["planned"] == 1
    assert seen["outside"] == []
    assert {"markdown", "json", "word", "picture", "csv", "calendar"} <= set(seen["files"])
    assert seen["files"]["word"]["head"].startswith("PK") and seen["files"]["word"]["bytes"] > 5_000
    assert seen["files"]["picture"]["head"][1:4] == "PNG"
    assert seen["files"]["calendar"]["head"] == "BEGIN:VCALENDAR"

    engine.leave("document.querySelector('[data-switch]').click()")
    arrived = (
        f"return until('language', () => document.documentElement.lang === {CODES[OTHER[lang]]!r}"
        " && root()?.dataset.place === 'advice').then(() => document.querySelector('.lead-answer').textContent);"
    )
    assert LEAD[OTHER[lang]] in engine.run(f"{WALK} {arrived}")
    engine.run("localStorage.clear(); window.name = ''")


@pytest.mark.parametrize("lang", LEAD)
@pytest.mark.parametrize("way", ["http", "folder"])
def test_search_and_matrix(engine, ways, way, lang):
    index = "index.html" if way == "folder" else ""
    top = ways[way](lang).removesuffix(f"wizard/{index}")
    for term, place in SEARCHED[lang].items():
        engine.open(f"{top}about/{index}")
        links = engine.run(f"{WALK} return searched({term!r});")
        assert any(place in link for link in links), (term, links)
        assert all(index in link for link in links)
    engine.open(f"{top}matrix/{index}")
    assert engine.run("return document.querySelector('.matrix, table').querySelectorAll('tr').length") > 3
    table = engine.run("return [...document.querySelectorAll('a[href$=\".csv\"]')].map((a) => a.href)")
    assert table
