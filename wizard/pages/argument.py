"""The paper's argument as one figure: strengths, challenges, links with their tasks, policies; and the same as a list.

Two drawings of the same graph, one for wide and one for narrow screens; CSS shows the one that fits.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from htpy import Node, a, div, figcaption, figure, fragment, h2, li, p, ul
from markupsafe import Markup, escape

from ..views.parts import SIGNS, badge, cite
from ..views.setting import Setting
from .ledger import challenge_links, link_badges, title_of

LINE = 20
PAD = 12


class Thing(NamedTuple):
    """A node of the graph. `link` gives it a link's colour; `kind` its look."""

    id: str
    kind: str
    lines: tuple[str, ...]
    href: str
    link: str | None = None


class Box(NamedTuple):
    """Where a node is drawn."""

    thing: Thing
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, bool], ...]


def argument_figure(s: Setting) -> Node:
    """The figure in both drawings, with its caption."""
    things, edges = graph(s)
    return figure(".argument", data_search_exclude=True)[
        Markup(_wide(things, edges, s)),
        Markup(_narrow(things, edges, s)),
        figcaption[s.say("argument_caption")],
    ]


def argument_page(s: Setting) -> Node:
    """The figure and its text equivalent."""
    return fragment[argument_figure(s), div(".argument-list")[_list(s)]]


def graph(s: Setting) -> tuple[dict[str, Thing], list[tuple[str, str, str]]]:
    """Nodes by id, and edges as (from, to, kind)."""
    known = s.catalogue
    things: list[Thing] = []
    edges: list[tuple[str, str, str]] = []
    for item in known.pages["strengths"]:
        id = f"s-{item['id']}"
        things.append(Thing(id, "strength", (s.of(item["name"]),), f"{s.root}where-things-stand/#{item['id']}"))
        edges += [(id, f"c-{eased['challenge']}", "eases") for eased in item["eases"]]
    for challenge in known.challenges:
        id = f"c-{challenge.id}"
        things.append(Thing(id, challenge.kind, (s.of(challenge.name),), f"{s.root}challenges/#{challenge.id}"))
        edges += [(id, f"l-{link}", link) for link in challenge.links]
    for link in known.links:
        task, policy = title_of(s, f"3.{link.order}", "short"), title_of(s, f"4.{link.order}", "short")
        page = f"{s.root}links/{link.id}/"
        things.append(Thing(f"l-{link.id}", "link", (s.of(link.name), task), f"{page}#task", link.id))
        things.append(Thing(f"p-{link.id}", "policy", (policy,), f"{page}#policy", link.id))
        edges.append((f"l-{link.id}", f"p-{link.id}", link.id))
    return {thing.id: thing for thing in things}, edges


def near(id: str, edges: list[tuple[str, str, str]]) -> set[str]:
    """The node itself and all that leads to it or follows from it."""
    found = {id}
    for start, end in ((0, 1), (1, 0)):
        front = {id}
        while front:
            front = {edge[end] for edge in edges if edge[start] in front} - found
            found |= front
    return found


def wrapped(text: str, width: float) -> list[str]:
    """Lines that fit `width`, in Han characters. Latin words stay whole; Han breaks after a comma where it can."""
    if _measure(text) <= width:
        return [text]
    lines, line = [], ""
    for word in _words(text):
        if line and _measure((line + word).rstrip()) > width:
            lines.append(line.strip())
            line = ""
        line += word
    return [*lines, line.strip()]


def _words(text: str) -> list[str]:
    if " " in text:
        return [word + " " for word in text.split()]
    parts = text.replace("，", "，\0").split("\0")
    return parts if len(parts) > 1 else list(text)


def _measure(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.54 for sign in text)


def _box(thing: Thing, x: float, y: float, width: float, size: int, least: float = 0) -> Box:
    room = (width - 2 * PAD - (22 if thing.kind == "link" else 0)) / size
    lines = tuple((line, at == 0) for at, text in enumerate(thing.lines) for line in wrapped(text, room))
    return Box(thing, x, y, width, max(least, len(lines) * LINE + 2 * PAD - 2), lines)


def _column(things: list[Thing], x: float, top: float, bottom: float, width: float, size: int) -> list[Box]:
    """Boxes of one column, spread evenly from `top` to `bottom`."""
    boxes = [_box(thing, x, 0, width, size) for thing in things]
    gap = (bottom - top - sum(box.height for box in boxes)) / max(len(boxes) - 1, 1)
    y, placed = top, []
    for box in boxes:
        placed.append(box._replace(y=round(y, 1)))
        y += box.height + gap
    return placed


def _wide(things: dict[str, Thing], edges: list[tuple[str, str, str]], s: Setting) -> str:
    size, width, step, top, bottom = 14, 194, 242, 34, 600
    columns = [
        [thing for thing in things.values() if thing.kind in kinds]
        for kinds in (("strength",), ("challenge", "gap"), ("link",), ("policy",))
    ]
    insets = (60, 0, 4, 10)
    boxes = [
        box
        for at, column in enumerate(columns)
        for box in _column(column, at * step, top + insets[at], bottom - insets[at], width, size)
    ]
    heads = [(at * step, 14, s.say(f"argument_head_{at + 1}")) for at in range(4)]
    return _svg("wide", 3 * step + width, bottom + 4, size, heads, boxes, edges, s)


def _narrow(things: dict[str, Thing], edges: list[tuple[str, str, str]], s: Setting) -> str:
    size, total, left, right = 13, 344, 132, 172
    y, boxes = 28.0, []
    strengths = [thing for thing in things.values() if thing.kind == "strength"]
    for at in range(0, len(strengths), 2):
        pair = [_box(thing, x, y, 168, size) for thing, x in zip(strengths[at : at + 2], (0, 176), strict=True)]
        tall = max(box.height for box in pair)
        boxes += [box._replace(height=tall) for box in pair]
        y += tall + 8
    y += 34
    heads = [(0, 16, s.say("argument_head_1")), (0, y - 12, s.say("argument_head_2_short"))]
    heads.append((total - right, y - 12, s.say("argument_head_3_4")))
    top = y
    for link in s.catalogue.links:
        box = _box(things[f"l-{link.id}"], total - right, y, right, size)
        under = _box(things[f"p-{link.id}"], total - right, y + box.height + 8, right, size)
        boxes += [box, under]
        y = under.y + under.height + 18
    weak = [thing for thing in things.values() if thing.kind in ("challenge", "gap")]
    boxes += _column(weak, 0, top, y - 18, left, size)
    drawn = [edge for edge in edges if edge[2] != "eases"]
    return _svg("narrow", total, y - 14, size, heads, boxes, drawn, s)


def _svg(
    name: str,
    width: float,
    height: float,
    size: int,
    heads: list[tuple[float, float, str]],
    boxes: list[Box],
    edges: list[tuple[str, str, str]],
    s: Setting,
) -> str:
    at = {box.thing.id: box for box in boxes}
    out = [
        f'<svg class="arg arg--{name}" viewBox="-2 0 {width + 4} {height}" role="group" font-size="{size}" '
        f'aria-label="{escape(s.say("argument_label"))}">',
        f"<style>{_lighting(name, at, edges)}</style>",
    ]
    out += [f'<text class="arg__head" x="{x}" y="{y}">{escape(text)}</text>' for x, y, text in heads]
    out += [_edge(at[start], at[end], kind, edges) for start, end, kind in edges]
    out += [_node(box, edges, size, s.say("list_colon")) for box in boxes]
    return "".join(out) + "</svg>"


def _lighting(name: str, at: dict[str, Box], edges: list[tuple[str, str, str]]) -> str:
    """Rules that dim what is not connected with the node under the pointer or the focus."""
    return "".join(
        f'.arg--{name}:has([data-node="{id}"]:is(:hover,:focus-visible)) [data-near]:not([data-near~="{id}"])'
        "{opacity:.18}"
        for id in at
    )


def _edge(start: Box, end: Box, kind: str, edges: list[tuple[str, str, str]]) -> str:
    # An edge is lit by every node on a path through it.
    lit = near(start.thing.id, edges) & near(end.thing.id, edges)
    look = 'class="arg__edge arg__edge--eases"' if kind == "eases" else f'class="arg__edge" data-link="{kind}"'
    attributes = f'{look} data-near="{" ".join(sorted(lit))}"'
    if start.x == end.x:
        x = start.x + 20
        return f'<path {attributes} d="M{x} {start.y + start.height}V{end.y}"/>'
    x1, y1 = start.x + start.width, start.y + start.height / 2
    x2, y2 = end.x, end.y + end.height / 2
    bend = round((x2 - x1) * 0.55, 1)
    return f'<path {attributes} d="M{x1} {y1:.1f}C{x1 + bend} {y1:.1f} {x2 - bend} {y2:.1f} {x2} {y2:.1f}"/>'


def _node(box: Box, edges: list[tuple[str, str, str]], size: int, colon: str) -> str:
    thing = box.thing
    lit = " ".join(sorted(near(thing.id, edges)))
    colour = f' data-link="{thing.link}"' if thing.link else ""
    label = escape(colon.join(thing.lines))
    x = box.x + PAD
    sign = ""
    if thing.kind == "link":
        sign = f'<g class="arg__sign" transform="translate({x} {box.y + PAD})">{SIGNS[thing.link]}</g>'
        x += 22
    y = box.y + (box.height - len(box.lines) * LINE) / 2 + size + 1
    rows = "".join(
        f'<text x="{x}" y="{y + at * LINE:.1f}"{" class=arg__name" if first else ""}>{escape(line)} </text>'
        for at, (line, first) in enumerate(box.lines)
    )
    return (
        f'<a class="arg__node arg__node--{thing.kind}" href="{thing.href}" data-node="{thing.id}" data-near="{lit}"'
        f'{colour} aria-label="{label}">'
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="5"/>{sign}{rows}</a>'
    )


def _list(s: Setting) -> Node:
    """The same as the figure, as nested lists."""
    known = s.catalogue
    names = {challenge.id: s.of(challenge.name) for challenge in known.challenges}
    return fragment[
        h2(id="strengths")[s.say("argument_list_1")],
        ul[
            [
                li[
                    a(href=f"{s.root}where-things-stand/#{item['id']}")[s.of(item["name"])],
                    cite(item["evidence"], s),
                    ul[
                        [
                            li[s.say("argument_eases", name=names[eased["challenge"]]), cite(eased["evidence"], s)]
                            for eased in item["eases"]
                        ]
                    ]
                    if item["eases"]
                    else None,
                ]
                for item in known.pages["strengths"]
            ]
        ],
        [
            fragment[
                h2(id=f"{kind}s")[s.say(f"argument_list_{kind}")],
                ul[
                    [
                        li[
                            a(href=f"{s.root}challenges/#{challenge.id}")[s.of(challenge.name)],
                            cite(challenge.evidence[:2], s),
                            ul[li[s.say("argument_answered"), s.gap, link_badges(challenge.links, s)]],
                        ]
                        for challenge in known.challenges
                        if challenge.kind == kind
                    ]
                ],
            ]
            for kind in ("challenge", "gap")
        ],
        h2(id="links")[s.say("argument_list_3")],
        ul[
            [
                li(data_link=link.id)[
                    a(".badge-link", href=f"{s.root}links/{link.id}/")[badge(link, s)],
                    ul[
                        li[s.say("argument_answers"), s.gap, challenge_links(link.challenges, s)],
                        li[s.say("argument_task"), s.gap, s.of(link.task), cite(link.task_evidence, s)],
                        li[s.say("argument_policy"), s.gap, s.of(link.policy), cite(link.policy_evidence, s)],
                    ],
                ]
                for link in known.links
            ]
        ],
        p(".small")[s.say("argument_reading")],
    ]
