"""The Nu HTML checker, by the W3C: no error in any page, style sheet or drawing."""

from __future__ import annotations

import json
import shutil
import subprocess

from pages import ROOT, SITE, every
from steps import steps

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_no_error_in_any_file(tmp_path):
    """The steps of the wizard too, as pages of their own."""
    assert every()
    for name, page in steps().items():
        (tmp_path / f"{name.replace('/', '-')}.html").write_text(page, encoding="utf-8")
    java = shutil.which("java")
    assert java, "the Nu checker needs Java; make test installs it on Debian as root"
    command = [java, "-jar", str(JAR), "--errors-only", "--format", "json", "--also-check-svg"]
    told = subprocess.run(
        [*command, "--skip-non-html", str(SITE), str(tmp_path)], capture_output=True, text=True, check=False
    )
    messages = json.loads(told.stderr)["messages"]
    found = [
        f"{message.get('url', '').rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
    ]
    assert found == []
