"""References and structured data, read by the libraries that others read them with."""

from __future__ import annotations

import json
import re
import subprocess

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pages import ROOT, SITE, every
from pyld import jsonld

from wizard.source import read_file

RECORD = read_file(ROOT / "seeds" / "record.yaml")
ASSETS = SITE / "assets"
TYPED = """
const ts = require("typescript");
const text = require("fs").readFileSync(0, "utf8");
const name = "told.ts";
const options = {
  strict: true, noEmit: true, moduleResolution: ts.ModuleResolutionKind.Node10, types: [], lib: ["lib.es2020.d.ts"],
};
const host = ts.createCompilerHost(options);
const read = host.getSourceFile;
host.getSourceFile = (file, ...more) => (file === name ? ts.createSourceFile(name, text, 7) : read(file, ...more));
const exists = host.fileExists;
host.fileExists = (file) => file === name || exists(file);
const program = ts.createProgram([name], options, host);
const faults = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
console.log(JSON.stringify(faults.map((f) => ts.flattenDiagnosticMessageText(f.messageText, "\\n").slice(0, 600))));
"""


def cited(name: str, ending: str) -> str:
    """A download of the built site."""
    return (ASSETS / f"five-links-{name}.{ending}").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["paper", "site"])
def test_bibtex(name):
    library = bibtexparser.parse_string(cited(name, "bib"))
    assert library.failed_blocks == [] and len(library.entries) == 1
    (entry,) = library.entries
    fields = {field.key: field.value.strip("{}") for field in entry.fields}
    assert entry.entry_type == ("article" if name == "paper" else "misc")
    if name == "paper":
        assert fields["title"] == RECORD["title"]["zh"] and fields["journal"] == RECORD["journal"]["zh"]
        assert (fields["year"], fields["number"], fields["pages"]) == ("2023", "2", "31--36")
    else:
        assert fields["title"] and fields["year"]


@pytest.mark.parametrize("name", ["paper", "site"])
def test_ris(name):
    (entry,) = rispy.loads(cited(name, "ris"))
    assert "unknown_tag" not in entry
    assert entry["type_of_reference"] == ("JOUR" if name == "paper" else "ELEC")
    if name == "paper":
        assert entry["title"] == RECORD["title"]["zh"] and entry["keywords"] == RECORD["keywords"]["zh"]
        assert (entry["start_page"], entry["end_page"], entry["issn"]) == ("31", "36", RECORD["journal_number"])


@pytest.mark.parametrize("name", ["paper", "site"])
@pytest.mark.filterwarnings("ignore")
def test_csl_json_becomes_a_reference(name):
    data = json.loads(cited(name, "json"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.plain)
    bibliography.register(Citation([CitationItem(data[0]["id"])]))
    (reference,) = (str(item) for item in bibliography.bibliography())
    assert data[0]["title"].split(" (")[0] in reference and str(data[0]["issued"]["date-parts"][0][0]) in reference
    if name == "paper":
        assert RECORD["journal"]["zh"] in reference and "31" in reference


def structured() -> dict[str, dict]:
    """The structured data of every page that has some."""
    found = {}
    for page in every():
        texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', (SITE / page).read_text("utf-8"))
        if texts:
            (text,) = texts
            found[page] = json.loads(text)
    return found


def schema_org(url: str, _options: dict) -> dict:
    """The context of schema.org as far as expanding needs it: every word means that word there."""
    assert url.rstrip("/") == "https://schema.org"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}},
    }


def test_structured_data_is_json_ld():
    pages = structured()
    assert len(pages) > 40
    for page, data in pages.items():
        (node,) = jsonld.expand(data, {"documentLoader": schema_org})
        assert node["@type"] == ["https://schema.org/WebPage"], page
        (about,) = node["https://schema.org/about"]
        assert about["@type"] == ["https://schema.org/ScholarlyArticle"]
        assert about["https://schema.org/headline"] == [{"@value": RECORD["title"]["zh"]}]


def typed(data: list[dict]) -> list[str]:
    """What the TypeScript compiler finds against schema.org's own vocabulary: unknown words, wrong kinds of value."""
    lines = ['import type { WebPage, WithContext } from "schema-dts";']
    lines += [
        f"export const page{n}: WithContext<WebPage> = {json.dumps(each, ensure_ascii=False)};"
        for n, each in enumerate(data)
    ]
    node = ROOT / ".venv" / "bin" / "node"
    command = [node, "-e", TYPED]
    told = subprocess.run(command, input="\n".join(lines), cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr[-2000:]
    return json.loads(told.stdout)


def test_structured_data_keeps_to_the_words_of_schema_org():
    pages = structured()
    assert typed([pages["zh/index.html"], pages["en/links/fill/index.html"]]) == []
    kinds = {tuple(sorted(data)) for data in pages.values()}
    assert kinds <= {tuple(sorted(pages["zh/index.html"]))}, "pages differ in their words; type each kind"


def test_what_schema_org_does_not_know_is_noticed():
    data = structured()["en/index.html"]
    unknown, wrong = {**data, "headlined": "x"}, {**data, "about": {**data["about"], "pageStart": {}}}
    assert len(typed([unknown, wrong])) == 2
