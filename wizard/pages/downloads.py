"""What can be downloaded: the ledger and the matrix as tables. The build writes them; pages link to them.

A file's name carries the date of the catalogue's last review, so that a version can be cited.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from htpy import Node, a, p

from ..model import Catalogue
from ..views.setting import Setting
from .ledger import connecting

FORMATS = {"ledger": ("csv", "json"), "matrix": ("csv",)}
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
        file_name("ledger", "csv", catalogue): table(LEDGER_COLUMNS, [_row(claim) for claim in catalogue.claims]),
        file_name("ledger", "json", catalogue): ledger_json(catalogue),
        file_name("matrix", "csv", catalogue): table(*matrix_rows(catalogue)),
    }


def ledger_json(catalogue: Catalogue) -> str:
    """The ledger as JSON, with its version and licence."""
    data = {"version": catalogue.general.reviewed, "license": "CC-BY-4.0", "claims": list(catalogue.claims)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """CSV that spreadsheets read as UTF-8, whatever the system's language."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([columns, *rows])
    return "\ufeff" + out.getvalue()


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


def _row(claim: dict[str, Any]) -> tuple[str, ...]:
    lists = [" ".join(claim[key]) for key in ("locators", "links", "challenges", "sectors")]
    figures = "; ".join(
        f"{figure['text']} {figure['unit']['en']} ({figure['year'] or 'no year'})"
        for figure in claim.get("figures", ())
    )
    actors = " ".join(claim.get("actors", ()))
    return (claim["id"], claim["kind"], claim["statement"]["zh"], claim["statement"]["en"], *lists, figures, actors)
