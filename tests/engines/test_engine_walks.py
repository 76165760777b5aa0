"""The same walk in three engines, three ways and two languages."""

import re
from pathlib import Path
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from outside import OWN

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


KINDS = {"markdown", "json", "word", "picture", "csv", "calendar", "copy"}
"""What can be taken away; more may be added, and is tried as well."""
TABLE = re.compile(r"five-links-matrix-[\d-]+\.csv$")
FETCHED = """return performance.getEntriesByType("resource").map(({ name }) => name)
  .filter((name) => name.includes("/runtime/"));"""
LEAKS = """
  const ask = (what) => { try { what(); } catch {} };
  ask(() => fetch("http://counted.invalid/fetch").catch(() => {}));
  ask(() => navigator.sendBeacon("http://counted.invalid/beacon", "x"));
  ask(() => { new Image().src = "http://counted.invalid/image"; });
  const code = `fetch("http://counted.invalid/worker").catch(() => {})`;
  ask(() => new Worker(URL.createObjectURL(new Blob([code]))));
  ask(() => fetch("https://counted.invalid/secure").catch(() => {}));
  await new Promise((done) => setTimeout(done, 1500));
"""


def test_what_is_asked_of_the_outside_is_counted(engine, plain):
    """The count can fail: on a page without a policy every way out is seen, a worker's and an encrypted one too."""
    engine.open(plain)
    engine.run(LEAKS)
    asked = {line.rpartition("/")[2] for line in engine.outside.asked if "counted.invalid/" in line}
    assert {"fetch", "beacon", "image", "worker"} <= asked, engine.outside.asked
    assert any(line.startswith(("CONNECT counted.invalid", "encrypted")) for line in engine.outside.of_pages())


def test_no_page_names_a_host_that_browsers_ask_for_themselves(bundle):
    """What the count leaves out could else hide a request of ours."""
    texts = (p.read_text(encoding="utf-8") for p in bundle[0].rglob("*") if p.suffix in (".html", ".css", ".js"))
    assert [OWN.search(text)[0] for text in texts if OWN.search(text)] == []


@pytest.mark.parametrize("lang", LEAD)
@pytest.mark.parametrize("way", ["http", "folder", "file"])
def test_the_whole_walk(engine, ways, way, lang):
    engine.outside.asked.clear()
    engine.open(ways[way](lang))
    seen = engine.run(f"{WALK} return walk({CODE!r});")
    assert seen["lang"] == CODES[lang] and seen["inWorker"]
    assert LEAD[lang] in seen["lead"]
    assert seen["code"] == CODE
    assert seen["planned"] == 1
    assert seen["printed"] == 2
    assert seen["outside"] == []
    check_files(seen["files"])
    if way == "http":
        fetched = engine.run(FETCHED)
        assert len(fetched) >= 4 and len(fetched) == len(set(fetched)), "each of Python's files comes once"
    if way == "folder" and lang == "zh" and engine.name != "webkit":  # whose driver knows no command to print
        pdf = engine.printed()
        assert pdf.startswith(b"%PDF") and len(pdf) > 20_000

    engine.leave("document.querySelector('[data-switch]').click()")
    assert LEAD[OTHER[lang]] in engine.run(f"{WALK} {arrived(OTHER[lang])}")
    engine.run("localStorage.clear(); window.name = ''")
    assert engine.outside.of_pages() == []


def arrived(lang):
    """JavaScript that waits for the advice in a language, and gives its first line."""
    return (
        f"return until('language', () => document.documentElement.lang === {CODES[lang]!r}"
        " && root()?.dataset.place === 'advice').then(() => document.querySelector('.lead-answer').textContent);"
    )


def check_files(files):
    """Every kind was taken away, and is what its name says."""
    assert set(files) >= KINDS
    for kind, file in files.items():
        assert file.get("told") or file["bytes"] > 100, kind
    assert files["word"]["head"].startswith("PK") and files["word"]["bytes"] > 5_000
    assert files["picture"]["head"][1:4] == "PNG"
    assert files["calendar"]["head"] == "BEGIN:VCALENDAR"
    assert files["csv"]["head"].startswith("\xef\xbb\xbf")


@pytest.mark.parametrize("lang", LEAD)
@pytest.mark.parametrize("way", ["http", "folder"])
def test_search_and_matrix(engine, ways, way, lang):
    engine.outside.asked.clear()
    index = "index.html" if way == "folder" else ""
    top = ways[way](lang).removesuffix(f"wizard/{index}")
    for term, place in SEARCHED[lang].items():
        engine.open(f"{top}about/{index}")
        links = engine.run(f"{WALK} return searched({term!r});")
        assert any(place in link for link in links), (term, links)
        assert all(index in link for link in links)
    engine.open(f"{top}matrix/{index}")
    seen = engine.run(f"{WALK} return filtered();")
    everything = seen["cells"].pop("all")
    assert everything > 10 and len(seen["cells"]) > 3
    assert all(0 < count < everything for count in seen["cells"].values()), seen["cells"]
    assert TABLE.search(unquote(seen["table"]))
    with urlopen(seen["table"]) as table:
        assert len(table.read().decode("utf-8-sig").splitlines()) > 5
    assert engine.outside.of_pages() == []


@pytest.mark.parametrize("lang", LEAD)
def test_phones_in_a_room_see_the_whole_walk(room_chromium, lang):
    """The bundle's own server, under a name that is no secure context, as an address in the room is."""
    chromium, address = room_chromium
    chromium.open(f"{address}/{lang}/wizard/")
    assert chromium.run("return isSecureContext") is False
    assert chromium.run("return typeof crypto.subtle") == "undefined"
    seen = chromium.run(f"{WALK} return walk({CODE!r});")
    assert LEAD[lang] in seen["lead"] and seen["code"] == CODE and seen["inWorker"]
    check_files(seen["files"])
    chromium.leave("document.querySelector('[data-switch]').click()")
    assert LEAD[OTHER[lang]] in chromium.run(f"{WALK} {arrived(OTHER[lang])}")
    chromium.run("localStorage.clear(); window.name = ''")
    chromium.open(f"{address}/{lang}/about/")
    term, place = next(iter(SEARCHED[lang].items()))
    assert any(place in link for link in chromium.run(f"{WALK} return searched({term!r});"))
    assert chromium.outside.of_pages() == []
