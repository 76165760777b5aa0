"""The result sheet as four pages of paper: needs, relevance with the result, the tables to look up, the grid."""

from __future__ import annotations

from htpy import (
    Node,
    caption,
    col,
    colgroup,
    div,
    fragment,
    h2,
    h3,
    li,
    ol,
    p,
    section,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)

from ..model import NONE
from ..paper import UNKNOWN_SIGN
from ..result_sheet import Line, Sheet, Strip, Table, result_sheet
from ..views.parts import badge
from ..views.setting import Setting

COLUMNS = 5
"""Columns of signs: the most options that a question other than the field has on the sheet."""
MOST = 100
"""A need at its most."""


def result_sheet_page(s: Setting) -> Node:
    """The sheet, drawn from the catalogue's weights."""
    sheet = result_sheet(s.catalogue)
    return div(".paper.sheet-paper", tabindex="0", role="region", aria_label=s.say("kit_result_sheet"))[
        section(".paper__side")[_head(s), _how(s), _tables("sheet_needs", sheet.needs, s)],
        section(".paper__side")[
            _tables("sheet_relevance", sheet.relevance, s),
            _results(s),
            p(".paper__small")[s.say("sheet_close")],
            _steps(s),
        ],
        section(".paper__side")[
            h2[s.say("sheet_lookup")],
            _sectors(sheet, s),
            [_strip(strip, s) for strip in sheet.strips],
            _decimals(sheet, s),
        ],
        section(".paper__side")[_grid(sheet, s)],
    ]


def tenths(amount: int) -> str:
    """An amount in tenths, without a decimal where it is whole."""
    return f"{amount // 10}" if amount % 10 == 0 else f"{amount // 10}.{amount % 10}"


def _head(s: Setting) -> Node:
    return div(".paper__head")[h2[s.say("kit_result_sheet")], p(".paper__label")[s.say("kit_label"), span(".rule")]]


def _how(s: Setting) -> Node:
    return ol(".paper__how")[[li[s.say(f"sheet_step_{step}", unknown=UNKNOWN_SIGN)] for step in (1, 2, 3, 4)]]


def _tables(title: str, tables: tuple[Table, ...], s: Setting) -> Node:
    """One table for all five links; the columns are the signs on the questionnaire."""
    signs = [str(n) for n in range(1, COLUMNS + 1)]
    return table(".sheet", data_figure=tables[0].figure)[
        caption[s.say(title)],
        colgroup[
            col(".sheet__no"),
            col(".sheet__what"),
            [col(".sheet__sign") for _ in [*signs, UNKNOWN_SIGN]],
            col(".sheet__write"),
            col(".sheet__write"),
        ],
        thead[
            tr[
                th(scope="col")[s.say("sheet_number")],
                th(scope="col")[s.say("sheet_question")],
                [th(scope="col")[sign] for sign in signs],
                th(scope="col")[UNKNOWN_SIGN],
                th(scope="col")[s.say("sheet_sure")],
                th(scope="col")[s.say("sheet_open")],
            ]
        ],
        [_link(t, signs, s) for t in tables],
    ]


def _link(t: Table, signs: list[str], s: Setting) -> Node:
    wide = str(COLUMNS + 3)
    return tbody(data_link=t.link.id)[
        tr(".sheet__link")[th(colspan=str(COLUMNS + 5), scope="rowgroup")[badge(t.link, s)]],
        [_line(line, signs, s) for line in t.lines],
        tr[
            th(colspan=wide, scope="row")[s.say("sheet_start" if t.base else "sheet_full_path")],
            td[str(t.base) if t.base else ""],
            td[str(t.always_open)],
        ],
        tr(".sheet__total")[th(colspan=wide, scope="row")[s.say("sheet_total")], td, td],
    ]


def _line(line: Line, signs: list[str], s: Setting) -> Node:
    question, short = line.asked.question, s.of(line.asked.question.short)
    looked_up = (
        s.say("sheet_see_sectors") if line.by_sector else not line.points and s.say("sheet_see_strip", short=short)
    )
    none = line.counted and next(sign for sign, option in line.asked.options if option.id == NONE)
    if none:
        short = s.say("sheet_counted", short=short, none=none)
    points = dict(line.points)
    return tr(data_question=question.id, data_counted_without=none or None)[
        td[str(line.asked.number)],
        th(scope="row")[short],
        td(".sheet__see", colspan=str(COLUMNS))[looked_up]
        if looked_up
        else [td[str(points[sign])] if sign in points else td(".sheet__none") for sign in signs],
        td[str(line.weight)],
        td(".sheet__pen"),
        td(".sheet__pen"),
    ]


def _results(s: Setting) -> Node:
    figures = ("need", "relevance")
    return table(".sheet.sheet--results")[
        caption[s.say("sheet_results")],
        thead[
            tr[
                th(scope="col")[s.say("sheet_link")],
                [
                    fragment[
                        th(scope="col")[s.say(f"sheet_figure_{figure}")],
                        th(scope="col")[s.say("sheet_from_to")],
                    ]
                    for figure in figures
                ],
                th(scope="col")[s.say("sheet_priority")],
                th(scope="col")[s.say("sheet_rank")],
            ]
        ],
        tbody[
            [
                tr[th(scope="row")[badge(link, s)], td, td(".sheet__range"), td, td(".sheet__range"), td, td]
                for link in s.catalogue.links
            ]
        ],
    ]


def _steps(s: Setting) -> Node:
    """The action of each link that is always on offer."""
    general = {action.link: action for action in s.catalogue.actions if action.when is None}
    return fragment[
        h3[s.say("sheet_first_steps")],
        ol(".sheet__steps")[
            [
                li[
                    badge(link, s),
                    " ",
                    s.of(general[link.id].title),
                    s.say("full_stop"),
                    s.gap,
                    s.of(general[link.id].first_step),
                ]
                for link in s.catalogue.links
            ]
        ],
    ]


def _sectors(sheet: Sheet, s: Setting) -> Node:
    points = {t.link.id: dict(line.points) for t in sheet.relevance for line in t.lines if line.by_sector}
    weight = next(line.weight for t in sheet.relevance for line in t.lines if line.by_sector)
    return table(".sheet.sheet--sectors")[
        caption[s.say("sheet_sectors", number=sheet.sectors.number, unknown=UNKNOWN_SIGN, weight=weight)],
        thead[
            tr[
                th(scope="col")[s.say("sheet_answer")],
                th(scope="col")[s.of(sheet.sectors.question.short)],
                [th(scope="col")[s.of(link.name)] for link in s.catalogue.links],
            ]
        ],
        tbody[
            [
                tr[
                    td[sign],
                    th(scope="row")[s.of(option.label)],
                    [td[str(points[link.id][sign])] for link in s.catalogue.links],
                ]
                for sign, option in sheet.sectors.options
            ]
        ],
    ]


def _strip(strip: Strip, s: Setting) -> Node:
    title = s.say("sheet_strip", short=s.of(strip.asked.question.short), number=strip.asked.number)
    draw = _by_tenths if strip.step == 1 else _by_wholes
    return draw(strip, title, s)


def _by_tenths(strip: Strip, title: str, s: Setting) -> Node:
    """Whole numbers down, decimals across."""
    counts = dict(strip.points)
    last, least = strip.points[-1]
    return div(".strip")[
        table(".sheet.sheet--strip", data_strip=strip.asked.question.id, data_by="tenths")[
            caption[title],
            thead[tr[th(scope="col")[s.say("sheet_answer")], [th(scope="col")[f".{n}"] for n in range(10)]]],
            tbody[
                [
                    tr[
                        th(scope="row")[str(whole)],
                        [td[tenths(counts[10 * whole + n])] if 10 * whole + n in counts else td for n in range(10)],
                    ]
                    for whole in range(strip.points[0][0] // 10, last // 10 + 1)
                ]
            ],
        ],
        p(".paper__small")[s.say("sheet_strip_tenths", last=tenths(last), points=tenths(least))],
    ]


def _by_wholes(strip: Strip, title: str, s: Setting) -> Node:
    """Pairs of rows: answers above what they count."""
    a_row = 21
    rows = [strip.points[at : at + a_row] for at in range(0, len(strip.points), a_row)]
    (first, low), (last, high) = strip.points[0], strip.points[-1]
    return div(".strip")[
        table(".sheet.sheet--strip", data_strip=strip.asked.question.id, data_by="wholes")[
            caption[title],
            [
                tbody[
                    tr[th(scope="row")[s.say("sheet_answer")], [th(scope="col")[tenths(at)] for at, _ in row]],
                    tr[th(scope="row")[s.say("sheet_counts")], [td[tenths(points)] for _, points in row]],
                ]
                for row in rows
            ],
        ],
        p(".paper__small")[
            s.say("sheet_strip_whole", first=tenths(first), low=tenths(low), last=tenths(last), high=tenths(high))
        ],
    ]


def _grid(sheet: Sheet, s: Setting) -> Node:
    """Need times relevance over 100: whole needs in two columns of a page."""
    half = MOST // 2 + 1
    return fragment[
        h2[s.say("sheet_grid")],
        div(".grids")[[_grid_part(range(at, min(at + half, MOST + 1)), sheet, s) for at in (0, half)]],
    ]


def _decimals(sheet: Sheet, s: Setting) -> Node:
    """What the decimal of a need adds to the priority of its whole number."""
    return table(".sheet.sheet--grid.sheet--decimals", data_grid="decimals")[
        caption[s.say("sheet_grid_tenths")],
        _grid_head(s.say("sheet_decimal"), sheet),
        tbody[
            [
                tr[th(scope="row")[f".{n}"], [td[_decimal(n * relevance, 4)] for relevance in sheet.relevances]]
                for n in range(1, 10)
            ]
        ],
    ]


def _grid_part(needs: range, sheet: Sheet, s: Setting) -> Node:
    return table(".sheet.sheet--grid", data_grid="wholes")[
        _grid_head(s.say("sheet_figure_need"), sheet),
        tbody[
            [
                tr(class_={"sheet__fifth": need % 5 == 0})[
                    th(scope="row")[str(need)], [td[_decimal(need * relevance, 3)] for relevance in sheet.relevances]
                ]
                for need in needs
            ]
        ],
    ]


def _grid_head(corner: str, sheet: Sheet) -> Node:
    return thead[tr[th(scope="col")[corner], [th(scope="col")[tenths(relevance)] for relevance in sheet.relevances]]]


def _decimal(amount: int, places: int) -> str:
    """`amount / 10**places` in full, without zeros at its end."""
    whole, rest = divmod(amount, 10**places)
    return f"{whole}.{rest:0{places}}".rstrip("0").rstrip(".")
