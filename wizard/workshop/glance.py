"""The room at a glance, made for a projector: all pictures below one another, or one at a time."""

from __future__ import annotations

from htpy import (
    Node,
    a,
    button,
    caption,
    details,
    div,
    figcaption,
    figure,
    form,
    fragment,
    h1,
    h2,
    li,
    nav,
    p,
    section,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from .pictures import NAMES, PICTURES, picture
from .pictures.helpers import told_pairs
from .room_view import files_box
from .scene import Scene
from .state import GROUPINGS
from .svg import Picture, on_page

DOWNLOADS = ("svg", "png", "csv")


def glance_view(scene: Scene, *, held_back: bool) -> tuple[str, Node]:
    """The heading and the view of everything; `held_back` where the room is too small to be shown."""
    heading = scene.say("room_title")
    if held_back:
        return heading, fragment[head(heading, scene), too_small(scene)]
    drawn = [picture(name, scene) for name in NAMES]
    view = fragment[
        head(heading, scene),
        nav(".ws-nav.no-print", aria_label=scene.say("ws_pictures"))[
            ul[[li[a(href=f"#/show/{each.id}")[each.title]] for each in drawn]]
        ],
        [_section(each, scene) for each in drawn],
        section(".no-print", aria_labelledby="ws-away")[
            h2("#ws-away")[scene.say("takeaway_title")],
            form(data_own="true")[
                div(".wz-actions")[
                    button(".btn", type="button", data_print=True)[scene.say("print")],
                    [
                        button(".btn", name="do", value=f"export:{kind}")[scene.say(f"ws_take_{kind}")]
                        for kind in ("word", "markdown", "json")
                    ],
                ]
            ],
        ],
        files_box(scene.s),
    ]
    return heading, view


def one_view(name: str, scene: Scene, *, held_back: bool) -> tuple[str, Node]:
    """One picture as large as the screen allows, with ways to its neighbours."""
    if held_back:
        return glance_view(scene, held_back=True)
    drawn, place = picture(name, scene), NAMES.index(name)
    before, after = NAMES[place - 1] if place else None, NAMES[place + 1] if place + 1 < len(NAMES) else None
    view = div(".ws-show")[
        nav(".ws-steps.no-print", aria_label=scene.say("ws_pictures"))[
            a(href="#/glance")[scene.say("ws_all")],
            before and a(href=f"#/show/{before}", rel="prev")[scene.say("ws_before")],
            after and a(href=f"#/show/{after}", rel="next")[scene.say("ws_after")],
            p(".muted")[scene.say("ws_place", number=place + 1, count=len(PICTURES)), " ", count_of(scene)],
        ],
        made_up(scene),
        h1(id="wz-title", tabindex="-1")[drawn.title],
        _choice(scene) if name == "groups" else None,
        _figure(drawn, scene),
        files_box(scene.s),
    ]
    return drawn.title, view


def head(heading: str, scene: Scene) -> Node:
    """The way back, the title and how many firms there are."""
    return fragment[
        a(".wz-back", href="#/room")[scene.say("ws_back")],
        h1(id="wz-title", tabindex="-1")[heading],
        made_up(scene),
        p(".ws-count")[count_of(scene)],
    ]


def made_up(scene: Scene) -> Node:
    """The mark of a room of firms that do not exist."""
    return p(".note.note--warn.ws-sample")[scene.say("room_made_up")] if scene.room.made_up else None


def count_of(scene: Scene) -> str:
    """How many firms there are, in words."""
    count = scene.figures["firms"]
    return scene.say("room_firms_one" if count == 1 else "room_firms", count=count)


def too_small(scene: Scene) -> Node:
    """Why nothing is shown of a small room, and the way to allow it."""
    return div(".note")[
        p[scene.say("ws_too_small")],
        form(data_own="true")[button("#ws-small.btn", name="do", value="small:yes")[scene.say("ws_small_yes")]],
    ]


def _section(drawn: Picture, scene: Scene) -> Node:
    return section(".ws-part", id=f"ws-{drawn.id}", aria_labelledby=f"ws-t-{drawn.id}")[
        h2(id=f"ws-t-{drawn.id}")[a(href=f"#/show/{drawn.id}")[drawn.title]],
        _choice(scene) if drawn.id == "groups" else None,
        _figure(drawn, scene),
    ]


def _choice(scene: Scene) -> Node:
    """What groups are made by, and whether small ones are shown."""
    allowed = scene.small
    return form(".no-print", data_own="true")[
        div(".wz-actions")[
            [
                button(
                    ".btn.btn--small",
                    id=f"ws-by-{id}",
                    name="do",
                    value=f"by:{id}",
                    aria_pressed=str(scene.by == id).lower(),
                )[scene.say(f"room_groups_{id}")]
                for id in GROUPINGS
            ],
            button("#ws-small.btn.btn--small.btn--quiet", name="do", value=f"small:{'no' if allowed else 'yes'}")[
                scene.say("ws_small_no" if allowed else "ws_small_yes")
            ],
        ]
    ]


def _figure(drawn: Picture, scene: Scene) -> Node:
    pairs = told_pairs(scene) if drawn.id == "helpers" else None
    return figure(".ws-figure")[
        div(".ws-picture", tabindex="0", role="region", aria_label=scene.say("ws_picture_of", title=drawn.title))[
            on_page(drawn, len(scene.room.firms))
        ],
        figcaption[[p[note] for note in drawn.notes]],
        pairs is not None and _pairs(pairs, scene),
        details(".more.no-print")[summary[scene.say("ws_table")], facts(drawn, scene)],
        form(".no-print", data_own="true")[
            div(".wz-actions")[
                [
                    button(".btn.btn--small.btn--quiet", name="do", value=f"export:{form_}={drawn.id}")[form_.upper()]
                    for form_ in DOWNLOADS
                ]
            ]
        ],
    ]


def _pairs(pairs: list[list[str]], scene: Scene) -> Node:
    return fragment[
        h2(".ws-small")[scene.say("room_pairs")],
        ul(".ws-pairs")[[li[[p[told] for told in pair]] for pair in pairs]] if pairs else p[scene.say("room_no_pairs")],
    ]


def facts(drawn: Picture, scene: Scene) -> Node:
    """The table behind a picture."""
    return div(".table-scroll", tabindex="0", role="region", aria_label=scene.say("ws_table_of", title=drawn.title))[
        table(".facts")[
            caption(".visually-hidden")[drawn.title],
            thead[tr[[th(scope="col")[head_] for head_ in drawn.heads]]],
            tbody[[tr[[th(scope="row")[row[0]], [td[cell] for cell in row[1:]]]] for row in drawn.rows]],
        ]
    ]
