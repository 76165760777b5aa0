"""The workshop's whole path as requests: every kind of input, every place, every button; see `whole_path`."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from wizard import bridge
from wizard.answer_code import encode
from wizard.loading import load

DATE = "2026-11-24"
BUTTON = re.compile(r'<button[^>]*\bname="do"[^>]*\bvalue="([^"]*)"')
LINK = re.compile(r'href="#/([^"]*)"')
SECTORS = ("rail", "nev")


def codes() -> list[str]:
    """A dozen firms that differ in what the pictures show."""
    catalogue = load()
    firms = []
    for n in range(12):
        far = n % 3
        firms.append(
            {
                "sector": SECTORS[n % 2],
                "main_share": 40 + 5 * n,
                "rd_intensity": n,
                "funding_gap": ("none", "some", "severe")[far],
                "outlook": ("expand", "hold", "shrink")[far],
                "worries": ["demand"] if far else ["none"],
                "digital_level": str(far * 2),
                "research_ties": ("joint_lab", "occasional", "none")[far],
                "green_practice": ("green_rd", "compliance", "none")[far],
                "green_talent": ("have", "partly", "lack")[far],
            }
        )
    return [encode(firm, catalogue) for firm in firms]


def texts() -> list[str]:
    """One of each kind of input, sound and damaged."""
    found = codes()
    return [
        "\n".join(found),
        f"09:01 A\n{found[0]}\nhello {found[1][:-1]}4 and\n",
        "label,code\n" + "".join(f"=A{n},{code}\n" for n, code in enumerate(found)),
        "label;sector;rd_intensity;worries\nB;rail;４．５％;demand+late_payment\nC;rial;abc;none\n",
        '[{"answers": {"sector": "rail"}}, {"sector": 3}, 4, "33333"]',
        '{"room": 1, "made_up": true, "firms": [{"code": "' + found[0] + '", "label": "<b>"}, {}]}',
        '{"room": 9, "firms": []}',
        "{",
        "",
        "x" * 2_000,
        'label,code\n"',
        "\n".join(found[:1] * 300),
    ]


def record(lang: str) -> list[str]:
    """Every request of one facilitator, as the JSON text that the page would send."""
    requests: list[str] = []

    def ask(do: str = "", place: str = "", origin: str = "room", pairs=(), state: str = "") -> dict[str, Any]:
        asked = {
            "app": "workshop",
            "lang": lang,
            "state": state,
            "from": origin,
            "pairs": [list(pair) for pair in pairs],
        }
        text = json.dumps({**asked, "place": place, "do": do, "today": DATE, "room": True}, ensure_ascii=False)
        requests.append(text)
        return json.loads(bridge.handle(text))

    for text in texts():
        reply = ask("take", pairs=[("repeats", "yes"), ("file", "a.txt"), ("text", text)])
        while reply["more"]:
            reply = ask(reply["more"], state=reply["state"])
    full = ask("take", pairs=[("text", texts()[0])])
    ask("arrive", origin="glance", pairs=[("text", codes()[0])], state=full["state"])
    few = ask("take", pairs=[("text", codes()[0])])
    waiting, seen = [full, few, ask()], set()
    for place in ("glance", "brief", "show/links", "nowhere"):
        ask(place=place, state=few["state"])
    while waiting:
        reply = waiting.pop(0)
        for do in map(html.unescape, BUTTON.findall(reply["html"])):
            if (do, reply["place"].partition("/")[0]) not in seen:
                seen.add((do, reply["place"].partition("/")[0]))
                made = ask(do, reply["place"], reply["place"], [("label:0", "@A"), ("settings", "yes")], reply["state"])
                waiting += [made] if do.startswith(("by:", "small:")) else []
        for place in map(html.unescape, LINK.findall(reply["html"])):
            if place not in seen:
                seen.add(place)
                waiting.append(ask(place=place, state=reply["state"]))
    return requests
