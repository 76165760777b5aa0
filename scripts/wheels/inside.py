"""Run in Pyodide by make.mjs: writes wheels, and a lock file that names them with their digests."""

import json
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec
from wheel.wheelfile import WheelFile


def make(staged, stock, out):
    """From a folder of wheel folders and the stock lock file to wheels and pyodide-lock.json in `out`."""
    wheels = []
    for folder in sorted(Path(staged).iterdir()):
        path = Path(out) / folder.name
        with WheelFile(path, "w") as wheel:
            wheel.write_files(str(folder))
        wheels.append(path)
    lock = json.loads(Path(stock).read_text())
    spec = PyodideLockSpec.from_dict({**lock, "packages": {}})
    add_wheels_to_spec(spec, wheels, base_path=Path(out)).to_json(Path(out) / "pyodide-lock.json", indent=2)
