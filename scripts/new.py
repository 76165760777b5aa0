"""Makes a new entry of the catalogue, valid and with its texts left to be written.

Usage: new.py action ID --link LINK | new.py instrument ID | new.py term ID | new.py question ID --topic FILE
       new.py page NAME

It says what was made and what goes with it. Nothing that exists is ever written over.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from wizard.loading import load

ROOT = Path(__file__).resolve().parent.parent
ID = re.compile(r"[a-z][a-z0-9_]*")
ZH, EN = "待写", "To be written"
NAMED = "# yaml-language-server: $schema="


def text(name: str, indent: str = "", zh: str = ZH, en: str = EN) -> str:
    """A bilingual field to fill in."""
    return f'{indent}{name}:\n{indent}  zh: "{zh}"\n{indent}  en: "{en}"\n'


def action(id: str, link: str) -> str:
    """An action of a link, offered to firms with a severe lack of money: an example of a condition to change."""
    known = load().link(link)
    head = f"{NAMED}../../../schemas/action.json\n# One action of the link {link}: for whom.\nid: {id}\nlink: {link}\n"
    fields = "".join(text(name) for name in ("title", "first_step"))
    steps = f'steps:\n  - zh: "{ZH}"\n    en: "{EN}"\n'
    after = "".join(text(name) for name in ("done_when", "needs", "ask"))
    facts = "horizon: now\neffort: 1\nlead: firm\nrank: 990\nwhen:\n  question: funding_gap\n  is: [severe]\n"
    evidence = f'evidence: ["{known.task_evidence[0]}"]\ninstruments: []\n'
    return head + f"challenges: [{known.challenges[0]}]\n" + fields + steps + after + facts + evidence + text("why")


def instrument(id: str, today: str) -> str:
    """An entry of the register, not yet checked: fill in its document and its dates."""
    head = (
        f"{NAMED}../../schemas/instrument.json\n# One dated register entry: what the instrument does, whom it serves.\n"
    )
    texts = "".join(text(name) for name in ("name", "document", "does", "serves"))
    dates = "valid_from: null\nvalid_to: null\nstate_note: null\nconfidence: B\n"
    return f'{head}id: {id}\n{texts}challenges: [finance]\nlinks: [fill]\n{dates}checked_on: "{today}"\n'


def term(id: str) -> str:
    """A term of the glossary, to stand at the end of the file."""
    lists = "  aliases:\n    zh: []\n    en: []\n"
    rest = '  evidence: ["0.p1.s1"]\n  avoid:\n    zh: []\n    en: []\n  defined_on: "glossary/"\n'
    return f"- id: {id}\n" + text("term", "  ") + lists + text("meaning", "  ") + rest


def question(id: str) -> str:
    """A question with two options, to stand at the end of a topic's file."""
    texts = "".join(text(name, "    ") for name in ("short", "title", "hint", "why"))
    options = "".join(
        f"      - id: {option}\n" + text("label", "        ") + text("says", "        ")
        for option in ("first", "second")
    )
    head = f"  - id: {id}\n    type: one\n    quick: false\n    ordered: false\n"
    return f'{head}{texts}    evidence: ["0.p1.s1"]\n    options:\n{options}'


def page(lang: str) -> str:
    """A page of prose."""
    title = ZH if lang == "zh" else EN
    return f"---\ntitle: {title}\ndescription: {title}\n---\n\n# {title}\n"


def create(path: Path, content: str) -> None:
    """A new file. SystemExit where there is one."""
    if path.exists():
        sys.exit(f"new: {path.relative_to(ROOT)} is there already")
    path.write_text(content, encoding="utf-8")
    print(f"Made {path.relative_to(ROOT)}.")


def append(path: Path, content: str, id: str) -> None:
    """An entry at a file's end. SystemExit where its id is taken."""
    if not path.is_file():
        sys.exit(f"new: there is no {path.relative_to(ROOT)}")
    old = path.read_text(encoding="utf-8")
    if re.search(rf"^\s*- id: {id}$", old, re.MULTILINE):
        sys.exit(f"new: {path.relative_to(ROOT)} has {id} already")
    path.write_text(old.rstrip("\n") + "\n" + content, encoding="utf-8")
    print(f"Added {id} to {path.relative_to(ROOT)}.")


def main(arguments: list[str] | None = None) -> int:
    """Makes what was asked for, and says what else belongs to it."""
    known = load()
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kind", choices=("action", "instrument", "term", "question", "page"))
    options.add_argument("id")
    options.add_argument("--link", choices=[link.id for link in known.links])
    options.add_argument("--topic", help="a file of wizard/catalogue/questions, such as d_finance")
    asked = options.parse_args(arguments)
    if not ID.fullmatch(asked.id.replace("-", "_")):
        options.error("an id is small letters, digits and underscores, beginning with a letter")
    catalogue = ROOT / "wizard" / "catalogue"
    if asked.kind == "action":
        if not asked.link:
            options.error("an action needs --link")
        create(catalogue / "actions" / asked.link / f"{asked.id}.yaml", action(asked.id, asked.link))
    elif asked.kind == "instrument":
        create(catalogue / "instruments" / f"{asked.id}.yaml", instrument(asked.id, known.general.reviewed))
    elif asked.kind == "term":
        append(catalogue / "glossary.yaml", term(asked.id), asked.id)
        print("Put it into a group of wizard/catalogue/glossary_groups.yaml.")
    elif asked.kind == "question":
        if not asked.topic:
            options.error("a question needs --topic")
        append(catalogue / "questions" / f"{asked.topic}.yaml", question(asked.id), asked.id)
        print("It informs nothing yet: give it a row in wizard/catalogue/weights/, then run scripts/freeze_code.py.")
    else:
        for lang in ("zh", "en"):
            create(ROOT / "docs" / lang / f"{asked.id}.md", page(lang))
        print("List it under `nav` in mkdocs.yml and mkdocs.en.yml.")
    print("Now write the texts, then: .venv/bin/python -m wizard check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
