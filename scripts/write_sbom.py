"""What the project is made of: a bill of materials (CycloneDX) and the licences of what travels to visitors.

Usage: write_sbom.py     writes dist/five-links.cdx.json; build_site.py writes the licences into the site

Versions and digests come from the locks, licences from the installed packages. What only builds or tests has the scope
"excluded", as CycloneDX calls it.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import uuid
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("site", "test", "bench", "inside", "node", "uv")
SHIPPED_PYTHON = (
    "htpy",
    "markupsafe",
    "segno",
    "icalendar",
    "python-dateutil",
    "typing-extensions",
    "mkdocs-material",
)
SHIPPED_NPM = (
    *("pyodide", "docx", "fflate", "nanoid", "idiomorph", "iframe-worker"),
    *("workbox-build", "workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"),
)
"""What is in the site itself, whole or in part; the rest makes or tests it."""
PARTS = {
    "CPython": (
        "3.14",
        "PSF-2.0",
        "Python's interpreter and standard library, within Pyodide. The licence's text stands below, with "
        "typing-extensions, which has the same. https://docs.python.org/3/license.html",
    ),
    "Material Design Icons": (
        "7",
        "Apache-2.0",
        "Drawings of the header, by Google and contributors. The licence's text stands at the end. "
        "https://github.com/Templarian/MaterialDesign",
    ),
    "RxJS": (
        "7",
        "Apache-2.0",
        "Within Material's script, by Google, Netflix, Microsoft and others. The licence's text stands at the end. "
        "https://github.com/ReactiveX/rxjs",
    ),
    "Lunr.js": (
        "2",
        "MIT",
        "Search, within Material's script, by Oliver Nightingale. https://github.com/olivernn/lunr.js",
    ),
    "lunr-languages": (
        "1",
        "MPL-1.1",
        "Search in Chinese, by Mihai Valentin and contributors. Licence: https://www.mozilla.org/MPL/1.1/; "
        "source: https://github.com/MihaiValentin/lunr-languages",
    ),
    "clipboard.js": ("2", "MIT", "Within Material's script, by Zeno Rocha. https://github.com/zenorocha/clipboard.js"),
    "escape-html": (
        "1",
        "MIT",
        "Within Material's script, by TJ Holowaychuk, Andreas Lubbe and Tiancheng Gu. "
        "https://github.com/component/escape-html",
    ),
}

SOURCES = {
    "pyodide": "Mozilla Public License 2.0, https://www.mozilla.org/MPL/2.0/; source: https://github.com/pyodide/pyodide"
}
"""For a package that carries no text of its licence: where it and the source are."""


class Part(NamedTuple):
    """One package. `digests` are SHA-256 or SHA-512, in hexadecimal digits."""

    kind: str
    name: str
    version: str
    licence: str
    digests: tuple[tuple[str, str], ...]
    shipped: bool
    text: str


def python_parts() -> list[Part]:
    """The packages of every Python lock, once."""
    found: dict[str, Part] = {}
    for lock in LOCKS:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
        for line in text.splitlines():
            package = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line)
            if package:
                digests = tuple(("SHA-256", digest) for digest in re.findall(r"sha256:([0-9a-f]{64})", line))
                name = package[1].lower()
                licence, words = python_licence(name)
                found.setdefault(name, Part("pypi", name, package[2], licence, digests, name in SHIPPED_PYTHON, words))
    return [found[name] for name in sorted(found)]


def python_licence(name: str) -> tuple[str, str]:
    """A package's licence by name, and its text; empty where it is not installed here."""
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return "", ""
    told = distribution.metadata
    words = [
        distribution.locate_file(path).read_text(encoding="utf-8", errors="replace")
        for path in distribution.files or ()
        if re.match(r"(LICEN[CS]E|COPYING|NOTICE)", path.name, re.IGNORECASE)
    ]
    classified = [line.rsplit("::", 1)[1].strip() for line in told.get_all("Classifier", []) if "License ::" in line]
    short = told.get("License-Expression") or " / ".join(classified) or (told.get("License") or "").splitlines()[:1]
    return short if isinstance(short, str) else "".join(short), "\n".join(dict.fromkeys(words))


def npm_parts() -> list[Part]:
    """The packages of npm's lock."""
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    parts = []
    for place, entry in sorted(locked.items()):
        name = entry.get("name") or place.rpartition("node_modules/")[2]
        if not place or "version" not in entry:
            continue
        algorithm, _, digest = entry.get("integrity", "").partition("-")
        digests = ((algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex()),) if digest else ()
        folder = ROOT / place
        words = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("LICEN[CS]E*"))]
        parts.append(
            Part(
                "npm", name, entry["version"], entry.get("license", ""), digests, name in SHIPPED_NPM, "\n".join(words)
            )
        )
    return parts


def component(part: Part) -> dict[str, Any]:
    """A part as CycloneDX writes it."""
    address = f"pkg:{part.kind}/{part.name.replace('@', '%40')}@{part.version}"
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": address,
        "name": part.name,
        "version": part.version,
        "scope": "required" if part.shipped else "excluded",
        "purl": address,
    }
    if part.digests:
        made["hashes"] = [{"alg": algorithm, "content": digest} for algorithm, digest in part.digests]
    if part.licence:
        made["licenses"] = [{"license": {"name": part.licence}}]
    return made


def bill(parts: list[Part], version: str) -> dict[str, Any]:
    """The bill of materials. Its serial number depends on what is in it alone."""
    components = {entry["bom-ref"]: entry for entry in map(component, parts)}
    own = [
        {"type": "library", "bom-ref": name, "name": name, "version": v, "licenses": [{"license": {"id": id}}]}
        for name, (v, id, _) in PARTS.items()
    ]
    known = json.dumps(sorted(components), separators=(",", ":"))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, known).urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "five-links",
                "name": "five-links",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*own, *(components[ref] for ref in sorted(components))],
    }


def licences(parts: list[Part]) -> str:
    """The licences of what travels to visitors, with their texts as they ask for it."""
    out = ["What this site is made of, and under which licences", "本站所含组件及其许可", ""]
    for name, (version, licence, note) in PARTS.items():
        out += ["=" * 72, f"{name} {version}: {licence}", note, ""]
    for part in parts:
        if part.shipped:
            out += [
                "=" * 72,
                f"{part.name} {part.version}: {part.licence}",
                "",
                part.text.strip() or SOURCES[part.name],
                "",
            ]
    out += ["=" * 72, "Five Links 五链: MIT", "", (ROOT / "LICENSE").read_text(encoding="utf-8").strip(), ""]
    out += [(ROOT / "LICENSE-TEXTS.md").read_text(encoding="utf-8").strip(), ""]
    out += ["=" * 72, "Apache License 2.0", "", python_licence("requests")[1].strip()]
    return "\n".join(out) + "\n"


def main() -> None:
    """Writes both files."""
    parts = [*python_parts(), *npm_parts()]
    from wizard.loading import load

    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    text = json.dumps(bill(parts, load().general.reviewed), ensure_ascii=False, indent=1)
    (dist / "five-links.cdx.json").write_text(text + "\n", encoding="utf-8")
    print(f"dist/five-links.cdx.json: {len(parts) + len(PARTS)} parts")


if __name__ == "__main__":
    sys.exit(main())
