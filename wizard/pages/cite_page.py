"""How to cite the paper and this site, with downloads for reference managers."""

from __future__ import annotations

from typing import Any

from htpy import Node, a, blockquote, code, div, fragment, h2, li, p, pre, ul

from ..views.setting import Setting
from .downloads import links_to

FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def cite_page(s: Setting, cited: dict[str, Any]) -> Node:
    """`cited` has, for "paper" and "site", the reference in words for each language and as BibTeX."""
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
        h2(id="sentences")[s.say("cite_sentences")],
        ul[li[s.say("cite_sentence_example")], li[s.say("cite_claim_example")]],
        links_to("ledger", s),
        links_to("matrix", s),
    ]
