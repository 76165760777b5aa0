"""What goes into the wheels: the wizard with its data compiled, and the two packages that it needs, pure."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from runtime import sources

ROOT = Path(__file__).resolve().parents[2]
VERSION = "0.1.0"
NEEDED = ("htpy", "markupsafe")
"""Neither has a wheel in Pyodide's own list; both are pure Python where their speed-ups are missing."""
WHEEL = "Wheel-Version: 1.0\nGenerator: five-links\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheels() -> dict[str, dict[str, str | bytes]]:
    """Name of each wheel's file to its files by path, without the record that the wheel's writer adds."""
    files = dict(sources.wizard())
    made = {}
    for name in NEEDED:
        own = {path: content for path, content in files.items() if path.startswith(f"{name}/")}
        made |= _wheel(
            name, metadata.version(name), metadata.distribution(name).read_text("METADATA"), own, _licences(name)
        )
    own = {path: content for path, content in files.items() if path.startswith("wizard/")}
    about = metadata_of_wizard()
    return made | _wheel("wizard", VERSION, about, own, {"LICENSE": (ROOT / "LICENSE").read_bytes()})


def metadata_of_wizard() -> str:
    """The metadata of the wizard's wheel; it needs the same htpy as the site."""
    return (
        f"Metadata-Version: 2.1\nName: wizard\nVersion: {VERSION}\n"
        "Summary: From a firm's answers to advice across the five links of an industrial chain, with evidence\n"
        f"License: MIT\nRequires-Python: >=3.11\nRequires-Dist: htpy (=={metadata.version('htpy')})\n"
    )


def _licences(name: str) -> dict[str, bytes]:
    found = [path for path in metadata.files(name) or () if path.name.upper().startswith(("LICENSE", "LICENCE"))]
    return {path.name: Path(metadata.distribution(name).locate_file(path)).read_bytes() for path in found}


def _wheel(name: str, version: str, about: str, files: dict, licences: dict) -> dict[str, dict[str, str | bytes]]:
    folder = f"{name}-{version}.dist-info"
    meta = {f"{folder}/METADATA": about.encode(), f"{folder}/WHEEL": WHEEL.encode()}
    meta |= {f"{folder}/licenses/{file}": content for file, content in licences.items()}
    return {f"{name}-{version}-py3-none-any.whl": files | meta}
