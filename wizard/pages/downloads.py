"""What can be downloaded: the ledger, the matrix and the register as tables. The build writes them; pages link to them.

A file's name carries the date of the catalogue's last review, so that a version can be cited.
"""

from __future__ import annotations

import json
from typing import Any

from htpy import Node, a, p

from ..model import LANGUAGES, Catalogue, Text
from ..register import state
from ..sheet import sheet
from ..views.setting import Setting
from .ledger import connecting

FORMATS = {"ledger": ("csv", "json"), "matrix": ("csv",), "register": ("csv",)}
LEDGER_COLUMNS = (
    "id",
    "kind",
    "statement_zh",
    "statement_en",
    "locators",
    "links",
    "challenges",
    "sectors",
    "figures",
    "actors",
)


def file_name(name: str, format: str, catalogue: Catalogue) -> str:
    """The name of a download, such as "five-links-ledger-2026-11-24.csv"."""
    return f"five-links-{name}-{catalogue.general.reviewed}.{format}"


def links_to(name: str, s: Setting) -> Node:
    """Links to the formats of a download."""
    return p(".downloads.no-print")[
        s.say(f"download_{name}", date=s.catalogue.general.reviewed),
        [
            [" ", a(href=f"{s.root}../assets/{file_name(name, format, s.catalogue)}", download=True)[format.upper()]]
            for format in FORMATS[name]
        ],
    ]


def files(catalogue: Catalogue) -> dict[str, str]:
    """Every download by its file name."""
    return {
        file_name("ledger", "csv", catalogue): sheet(LEDGER_COLUMNS, [_row(claim) for claim in catalogue.claims]),
        file_name("ledger", "json", catalogue): ledger_json(catalogue),
        file_name("matrix", "csv", catalogue): sheet(*matrix_rows(catalogue)),
        file_name("register", "csv", catalogue): sheet(*register_rows(catalogue)),
    }


def ledger_json(catalogue: Catalogue) -> str:
    """The ledger as JSON, with its version and licence."""
    data = {"version": catalogue.general.reviewed, "license": "CC-BY-4.0", "claims": list(catalogue.claims)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def matrix_rows(catalogue: Catalogue) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A row for each claim in each cell of the matrix."""
    columns = ("challenge", "link", "claim", "sectors", "locators", "statement_zh", "statement_en")
    rows = [
        (
            challenge.id,
            link.id,
            claim["id"],
            " ".join(claim["sectors"]),
            " ".join(claim["locators"]),
            claim["statement"]["zh"],
            claim["statement"]["en"],
        )
        for challenge in catalogue.challenges
        for link in catalogue.links
        for claim in connecting(catalogue, challenge.id, link.id)
    ]
    return columns, rows


def register_rows(catalogue: Catalogue) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A row for each instrument of the register, with its state at the date of the review. Unknown is empty."""
    on = catalogue.general.reviewed
    texts = ("name", "document", "does", "serves", "state_note")
    plain = ("valid_from", "valid_to", "last_round", "confidence", "checked_on")
    columns = (
        "id",
        f"state_on_{on}",
        *plain,
        "challenges",
        "links",
        *(f"{t}_{lang}" for t in texts for lang in LANGUAGES),
    )
    rows = [
        (
            instrument.id,
            state(instrument, on),
            *(getattr(instrument, key) or "" for key in plain),
            " ".join(instrument.challenges),
            " ".join(instrument.links),
            *(_either(getattr(instrument, text), lang) for text in texts for lang in LANGUAGES),
        )
        for instrument in catalogue.instruments.values()
    ]
    return columns, rows


def _either(text: Text | None, lang: str) -> str:
    return text[lang] if text else ""


def _row(claim: dict[str, Any]) -> tuple[str, ...]:
    lists = [" ".join(claim[key]) for key in ("locators", "links", "challenges", "sectors")]
    figures = "; ".join(
        f"{figure['text']} {figure['unit']['en']} ({figure['year'] or 'no year'})"
        for figure in claim.get("figures", ())
    )
    actors = " ".join(claim.get("actors", ()))
    return (claim["id"], claim["kind"], claim["statement"]["zh"], claim["statement"]["en"], *lists, figures, actors)
