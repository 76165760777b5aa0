"""The map of the paper's sentences: complete in itself, and true to the text where the text is at hand."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT.parent / "shared" / "paper"
MAP = json.loads((ROOT / "seeds" / "sentences.json").read_text(encoding="utf-8"))
needs_paper = pytest.mark.skipif(not PAPER.is_dir(), reason="the paper's text is not at hand")
sys.path.insert(0, str(ROOT / "scripts"))


def test_128_sentences_each_once():
    assert len(MAP) == len({entry["locator"] for entry in MAP}) == 128
    assert all(re.fullmatch(r"(abstract|[0-4](\.\d)?\.p\d)\.s\d", entry["locator"]) for entry in MAP)
    assert all(re.fullmatch(r"[0-9a-f]{64}", entry["sha256"]) and entry["length"] > 5 for entry in MAP)


@needs_paper
def test_the_text_as_it_came_fits_and_gives_the_same_locators():
    from check_paper import differences, placed
    from make_map import entries
    from paper_text import digest

    source = (PAPER / "source.txt").read_text(encoding="utf-8")
    assert differences(source) == []
    located = entries((PAPER / "paper.txt").read_text(encoding="utf-8"))
    assert [(e["locator"], e["sha256"]) for e in located] == [(e["locator"], digest(s)) for e, s in placed(source)]


@needs_paper
def test_a_changed_text_is_noticed_with_its_place(tmp_path):
    source = (PAPER / "source.txt").read_text(encoding="utf-8")
    changed = tmp_path / "changed.txt"
    changed.write_text(source.replace("４７６２", "４７６３"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check_paper.py", changed], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "1.1.p1.s4: another wording\n")


@needs_paper
def test_every_figure_of_a_claim_stands_in_the_sentence_it_cites():
    from check_paper import placed

    text = {e["locator"]: s for e, s in placed((PAPER / "source.txt").read_text(encoding="utf-8"))}
    count = 0
    for path in (ROOT / "wizard" / "catalogue" / "claims").glob("[!u]*.yaml"):
        for claim in yaml.safe_load(path.read_text(encoding="utf-8")):
            for figure in claim.get("figures", ()):
                count += 1
                assert any(figure["text"] in text[locator] for locator in claim["locators"]), claim["id"]
    assert count >= 6


@needs_paper
def test_no_sentence_is_copied():
    script = ROOT.parent / "shared" / "checks" / "copied_text.py"
    done = subprocess.run([sys.executable, script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "" and done.returncode == 0
