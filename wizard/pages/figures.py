"""Every number of the paper: its year, what it counts, where it stands, and what has changed since."""

from __future__ import annotations

from typing import Any

from htpy import (
    Node,
    a,
    caption,
    dd,
    div,
    dl,
    dt,
    figcaption,
    figure,
    fragment,
    h2,
    h3,
    li,
    p,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from markupsafe import Markup, escape

from ..views.parts import cite
from ..views.setting import Setting
from ..wording import number
from .ledger import Claim

TITLES = ("srdi", "little_giant", "champion")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 420, 270, 50, 404, 24, 236
MOST = 20_000


def figures_page(s: Setting) -> Node:
    """All numbers at a glance, then the time line with all counts, then the numbers one by one."""
    return fragment[
        _at_a_glance(s),
        h2(id="over-time")[s.say("figures_over_time")],
        figure(".timeline")[Markup(_timeline(s)), figcaption[s.say("figures_timeline_caption")]],
        counts_table(s),
        h2(id="numbers")[s.say("figures_numbers")],
        [_number(claim, shown, s) for claim, shown in _shown(s)],
    ]


def _shown(s: Setting) -> list[tuple[Claim, dict[str, Any]]]:
    return [(claim, shown) for claim in s.catalogue.claims for shown in claim.get("figures", ())]


def _at_a_glance(s: Setting) -> Node:
    """Each number large, with what it counts and its year; it leads to where it is explained."""
    return ul(".key-figures", aria_label=s.say("figures_seven"))[
        [
            li[
                a(href=f"#figure-{claim['id']}")[strong[_amount(shown, s)], span[s.of(shown["label"])]],
                span(".small")[_year(shown, s)],
            ]
            for claim, shown in _shown(s)
        ]
    ]


def _amount(shown: dict[str, Any], s: Setting) -> str:
    unit = s.of(shown["unit"])
    unit = unit if s.lang == "zh" or unit == "%" else f" {unit}"
    return s.say(f"figures_amount_{shown['about']}", value=number(shown["value"]), unit=unit)


def _year(shown: dict[str, Any], s: Setting) -> str:
    return s.say("figures_seven_year", year=shown["year"]) if shown["year"] else s.say("figures_no_year_short")


def paper_row(s: Setting) -> dict[str, Any]:
    """The paper's own line among the counts."""
    return next(row for row in s.catalogue.pages["counts"] if row["source"] == "paper")


def written(count: dict[str, Any] | None, s: Setting) -> str:
    """A count as text: exact, over, or about; a dash where none is established."""
    return s.say(f"figures_{count['about']}", value=number(count["value"])) if count else "–"


def _graded(count: dict[str, Any] | None, s: Setting) -> str:
    grade = count and count["confidence"]
    return s.say("in_brackets", before=written(count, s), inside=grade) if grade else written(count, s)


def _number(claim: Claim, shown: dict[str, Any], s: Setting) -> Node:
    year = str(shown["year"]) if shown["year"] else s.say("figures_no_year")
    return section(".number", id=f"figure-{claim['id']}")[
        h3[_amount(shown, s), " ", span(".small")[s.of(shown["label"])], cite(claim["locators"], s)],
        dl[
            dt[s.say("figures_counts")],
            dd[s.of(shown["counts"])],
            dt[s.say("figures_year")],
            dd[year],
            dt[s.say("figures_since")],
            dd[_since(claim, s)],
        ],
    ]


def _since(claim: Claim, s: Setting) -> str:
    titles = {id: title for title, id in paper_row(s)["claims"].items()}
    title = titles.get(claim["id"])
    if title is None:
        return s.say("figures_nothing_later")
    later = [row for row in s.catalogue.pages["counts"] if row["source"] == "register" and row[title]]
    told = [
        s.say("figures_then", date=row["date"], value=written(row[title], s), confidence=row[title]["confidence"])
        for row in later
    ]
    return s.say("list_semicolon").join(told) + s.say("figures_stop")


def counts_table(s: Setting) -> Node:
    """The counts over time as a table, with what is to be noted."""
    return div(".table-scroll", tabindex="0", role="region", aria_label=s.say("figures_table"))[
        table(".facts")[
            caption[s.say("figures_table")],
            thead[tr[th(scope="col")[s.say("figures_date")], [th(scope="col")[s.say(f"title_{t}")] for t in TITLES]]],
            tbody[[_count_row(row, s) for row in s.catalogue.pages["counts"]]],
        ],
        [
            p(".small")[s.say("figures_note", date=row["date"], note=row["note"])]
            for row in s.catalogue.pages["counts"]
            if "note" in row
        ],
        p(".small")[s.say("figures_confidence")],
    ]


def _count_row(row: dict[str, Any], s: Setting) -> Node:
    paper = row["source"] == "paper"
    return tr[
        th(scope="row")[
            s.say("figures_paper", date=row["date"]) if paper else row["date"], cite(row.get("evidence", ()), s)
        ],
        [td[_graded(row[t], s)] for t in TITLES],
    ]


def _month(date: str) -> int:
    year, month = date.split("-")
    return int(year) * 12 + int(month)


def _timeline(s: Setting) -> str:
    """Little giants over time. The paper's figure is drawn hollow, at the date on which the paper appeared."""
    first, last = _month("2022-07"), _month("2026-07")
    xs = lambda date: round(LEFT + (_month(date) - first) / (last - first) * (RIGHT - LEFT), 1)  # noqa: E731
    ys = lambda value: round(BOTTOM - value / MOST * (BOTTOM - TOP), 1)  # noqa: E731
    label = escape(s.say("figures_timeline_label"))
    out = [f'<svg class="line" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">']
    for value in range(0, MOST + 1, 5_000):
        out.append(f'<line class="line__grid" x1="{LEFT}" x2="{RIGHT}" y1="{ys(value)}" y2="{ys(value)}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{ys(value) + 4}" text-anchor="end">{number(value)}</text>')
    for year in range(2023, 2027):
        x = xs(f"{year}-01")
        out.append(f'<line class="line__grid" x1="{x}" x2="{x}" y1="{BOTTOM}" y2="{BOTTOM + 5}"/>')
        out.append(f'<text x="{x}" y="{BOTTOM + 22}" text-anchor="middle">{year}</text>')
    rows = s.catalogue.pages["counts"]
    points = [(row["date"], row["little_giant"]) for row in rows if row["source"] == "register" and row["little_giant"]]
    path = " ".join(f"{xs(date)},{ys(count['value'])}" for date, count in points)
    out.append(f'<polyline class="line__path" points="{path}"/>')
    for at, (date, count) in enumerate(points):
        x, y, text = xs(date), ys(count["value"]), escape(written(count, s))
        out.append(f'<circle class="line__point" cx="{x}" cy="{y}" r="4"/>')
        # The line rises, so a value stands free above and to the left of its point; the first has the axis there.
        where = f'x="{x - 7}" y="{y - 6}" text-anchor="end"' if at else f'x="{x - 8}" y="{y - 11}"'
        out.append(f'<text class="line__value" {where}>{text}</text>')
    paper = paper_row(s)
    x, y = xs(paper["date"]), ys(paper["little_giant"]["value"])
    out.append(f'<circle class="line__point line__point--paper" cx="{x}" cy="{y}" r="4"/>')
    text = escape(s.say("figures_paper_point", value=written(paper["little_giant"], s)))
    out.append(f'<text class="line__value" x="{x + 9}" y="{y + 4}">{text}</text>')
    return "".join(out) + "</svg>"
