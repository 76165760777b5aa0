"""The facilitator's page without a browser: requests in, views out; the room survives, and nothing in it runs."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from wizard.answer_code import encode
from wizard.answers import check
from wizard.bridge import handle
from wizard.cohort.figures import cohort
from wizard.cohort.intake import read, take
from wizard.cohort.room import Room
from wizard.cohort.tables import Tables
from wizard.loading import load
from wizard.output import json_text
from wizard.workshop.pictures import NAMES

CATALOGUE = load()
CASES = sorted((Path(__file__).resolve().parents[1] / "cases").glob("*.yaml"))
CODES = [
    encode(check(yaml.safe_load(path.read_text(encoding="utf-8"))["answers"], CATALOGUE).answers, CATALOGUE)
    for path in CASES
]
NASTY = ('=cmd|"x"!A1', "<script>alert(1)</script>", "@x", "]]>&\u202e", "-1+1|2", "+1")


def ask(do="", place="", origin="room", pairs=(), state="", lang="en"):
    asked = {"app": "workshop", "lang": lang, "state": state, "from": origin, "pairs": [list(p) for p in pairs]}
    return json.loads(handle(json.dumps({**asked, "place": place, "do": do, "today": "2026-11-25", "room": False})))


def full(lang="en", codes=CODES, labels=()):
    """A reply with a whole room in it."""
    reply = ask("take", pairs=[("text", "\n".join(codes))], lang=lang)
    return ask(
        "settle", pairs=[(f"label:{n}", label) for n, label in enumerate(labels)], state=reply["state"], lang=lang
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_picture_is_sound_on_the_page_and_as_a_file_whatever_the_labels_are(lang):
    state = full(lang, CODES[:20], NASTY)["state"]
    for name in NAMES:
        view = ask(place=f"show/{name}", state=state, lang=lang)
        assert view["place"] == f"show/{name}" and "<script" not in view["html"]
        (svg,) = ask(f"export:svg={name}", "", f"show/{name}", state=state, lang=lang)["files"]
        ElementTree.fromstring(svg["text"])
        (table,) = ask(f"export:csv={name}", "", f"show/{name}", state=state, lang=lang)["files"]
        rows = list(csv.reader(io.StringIO(table["text"].removeprefix("\ufeff"))))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-1", "@"))]
    (firms,) = ask("export:firms", "", "room", state=state, lang=lang)["files"]
    assert "'=cmd" in firms["text"] and "'@x" in firms["text"]


def test_the_figures_are_those_of_the_command_line():
    (told,) = ask("export:json", "", "glance", state=full()["state"])["files"]
    taken = take(read("\n".join(CODES), "", CATALOGUE)[0], Room(), CATALOGUE)
    assert told["text"] == json_text(cohort(taken, Tables(CATALOGUE), "en", CATALOGUE.general.reviewed))


def test_a_large_paste_goes_on_piece_by_piece_and_nothing_is_kept_unless_told():
    codes = [encode({"employees": n + 1}, CATALOGUE) for n in range(600)]
    reply, steps = ask("take", pairs=[("text", "\n".join(codes))]), 1
    while reply["more"]:
        assert "<progress" in reply["html"] and reply["focus"] == ""
        reply, steps = ask(reply["more"], state=reply["state"]), steps + 1
    assert steps == 3 and reply["focus"] == "ws-heard" and "600 firms" in reply["html"] and reply["keep"] is False
    assert ask("settle", pairs=[("settings", "yes"), ("keep", "yes")], state=reply["state"])["keep"] is True


def test_codes_that_arrive_leave_the_facilitator_where_they_are():
    state = full(codes=CODES[:6])["state"]
    reply = ask("arrive", "glance", "glance", pairs=[("text", f"{CODES[7]}\nrubbish!")], state=state)
    assert reply["place"] == "glance" and reply["focus"] == "" and "7 firms" in reply["html"]
    again = ask("arrive", "glance", "glance", pairs=[("text", CODES[7])], state=reply["state"])
    assert "7 firms" in again["html"]


def test_a_row_is_removed_and_the_room_is_emptied():
    state = full(codes=CODES[:3], labels=("a", "b", "c"))["state"]
    reply = ask("remove:1", origin="room", state=state)
    assert 'value="b"' not in reply["html"] and 'value="c"' in reply["html"] and reply["focus"] == "ws-label-1"
    assert ask("remove:77", state=state)["html"].count("remove:") == 3
    assert ask("clear", state=state)["state"] == ""


def test_small_rooms_and_small_groups_are_held_back_until_allowed():
    state = full(codes=CODES[:4])["state"]
    for place in ("glance", "brief", "show/links"):
        held = ask(place=place, state=state)
        assert "<svg" not in held["html"] and "small:yes" in held["html"]
    allowed = ask("small:yes", origin="glance", state=state)
    assert allowed["html"].count("ws-svg") == len(NAMES)


@pytest.mark.parametrize(
    "state",
    [
        "{",
        "[]",
        '{"v": 1}',
        '{"v": 2, "firms": []}',
        '{"v":1,"firms":[["XX","a"]],"made_up":1}',
        '{"v":1,"firms":3}',
        "9" * 99,
    ],
)
def test_a_kept_state_that_was_altered_is_an_empty_room(state):
    assert "There are no firms" in ask(place="room", state=state)["html"]


def test_places_that_do_not_exist_lead_to_the_room():
    for place in ("show/nothing", "show/", "<b>", "brief/x"):
        assert ask(place=place)["place"] == "room"
    assert ask("export:svg=nothing")["files"] == [] and ask("nonsense")["place"] == "room"
