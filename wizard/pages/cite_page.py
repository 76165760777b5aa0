"""How to cite the paper and this site, with downloads for reference managers."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, blockquote, code, div, fragment, h2, li, p, pre, table, tbody, td, th, tr, ul

from ..views.setting import Setting
from .downloads import links_to

FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def cite_page(s: Setting, cited: dict[str, Any], record: dict[str, Any]) -> Node:
    """`cited` has, for "paper" and "site", the reference in words for each language and as BibTeX.

    `record` is the paper's record, as seeds/record.yaml has it.
    """
    return fragment[
        [
            fragment[
                h2(id=name)[s.say(f"cite_{name}")],
                blockquote(".reference")[p[cited[name][s.lang]]],
                p(".downloads.no-print")[
                    s.say("cite_downloads"),
                    [
                        [" ", a(href=f"{s.root}../assets/five-links-{name}.{ending}", download=True)[format]]
                        for ending, format in FORMATS.items()
                    ],
                ],
                div(".table-scroll", tabindex="0", role="region", aria_label=s.say(f"cite_{name}_bibtex"))[
                    pre[code[cited[name]["bibtex"]]]
                ],
            ]
            for name in ("paper", "site")
        ],
        h2(id="record")[s.say("cite_record")],
        _record(record, s),
        p(".small")[s.of(record["missing"])],
        h2(id="sentences")[s.say("cite_sentences")],
        ul[li[s.say("cite_sentence_example")], li[s.say("cite_claim_example")]],
        links_to("ledger", s),
        links_to("matrix", s),
    ]


def _record(record: dict[str, Any], s: Setting) -> Node:
    """What is known of the paper, row by row. Its words are Chinese; the English is ours."""
    title, journal, words = record["title"], record["journal"], record["keywords"]
    ours = s.say("cite_ours")
    rows = [
        ("title", title["zh"] if s.lang == "zh" else [title["zh"], " ", title["en"], ours]),
        ("journal", journal["zh"] if s.lang == "zh" else [journal["zh"], " ", journal["en"], ours]),
        ("issue", s.say("cite_issue_of", year=record["year"], issue=record["issue"])),
        ("pages", f"{record['first_page']}–{record['first_page'] + record['pages'] - 1}"),
        ("issn", record["journal_number"]),
        ("article_number", record["article_number"]),
        ("classification", record["classification"]),
        ("keywords", [s.say("list_semicolon").join(words[s.lang]), ours if s.lang == "en" else ""]),
    ]
    if s.lang == "zh":
        rows.insert(1, ("title_en", [title["en"], ours]))
    return table(".facts")[tbody[[tr[th(scope="row")[s.say(f"cite_{name}")], td[value]] for name, value in rows]]]
