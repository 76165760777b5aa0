"""Three browser engines behind one small interface: open an address, run a piece of JavaScript in the page, close.

`leave` runs JavaScript that leads to another page, and waits until that one is there.

`run` takes the body of an async function and gives what it returns, as JSON can carry it. `printed` gives the page as
it would be printed, as PDF, where the engine's driver can do that. Every request to another machine goes to the proxy
at `port`; see outside.py.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE = ROOT / ".venv" / "bin" / "node"
MINI_BROWSER = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
PATIENCE = 180
"""Seconds for one piece of JavaScript, on a busy machine."""


class Chromium:
    """Chromium by Playwright."""

    def __init__(
        self,
        port: int | None = None,
        prefs: dict | None = None,
        arguments: tuple[str, ...] = (),
        launch: Callable | None = None,
    ):
        """`launch` starts a browser where a Playwright is running already; a process bears only one."""
        from playwright.sync_api import sync_playwright

        watched = [f"--proxy-server=http://127.0.0.1:{port}"] if port else []
        self.playwright = None if launch else sync_playwright().start()
        self.browser = (
            launch(*watched, *arguments)
            if launch
            else self.playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", *watched, *arguments]
            )
        )
        self.page = self.browser.new_page()

    def open(self, url: str) -> None:
        """Goes there."""
        self.page.goto(url)

    def run(self, code: str):
        """See the module."""
        return self.page.evaluate(f"async () => {{ {code} }}")

    def leave(self, code: str) -> None:
        """See the module."""
        with self.page.expect_navigation():
            self.page.evaluate(code)

    def printed(self) -> bytes:
        """See the module."""
        return self.page.pdf()

    def close(self) -> None:
        """Ends the browser."""
        self.browser.close()
        if self.playwright:
            self.playwright.stop()


class Firefox:
    """Firefox over WebDriver BiDi, by puppeteer under node."""

    def __init__(self, port: int | None = None, prefs: dict | None = None, arguments: tuple[str, ...] = ()):
        # A headless page counts as one in the background, whose timers Firefox slows down.
        awake = {"dom.min_background_timeout_value": 4, "dom.timeout.enable_budget_timer_throttling": False}
        if port:
            proxy = {"type": 1, "no_proxies_on": "127.0.0.1"}
            for kind in ("http", "ssl"):
                proxy |= {kind: "127.0.0.1", f"{kind}_port": port}
            awake |= {f"network.proxy.{key}": value for key, value in proxy.items()}
        command = [NODE, HERE / "firefox.mjs", shutil.which("firefox-esr") or shutil.which("firefox")]
        self.node = subprocess.Popen(
            [*command, json.dumps(awake | (prefs or {}))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._reply()

    def _reply(self):
        told = json.loads(self.node.stdout.readline() or '{"error": "Firefox has gone"}')
        if "error" in told:
            raise RuntimeError(told["error"])
        return told["value"]

    def _ask(self, **request):
        self.node.stdin.write(json.dumps(request) + "\n")
        self.node.stdin.flush()
        return self._reply()

    def open(self, url: str) -> None:
        """Goes there."""
        self._ask(do="open", url=url)

    def run(self, code: str):
        """See the module."""
        return self._ask(do="run", code=code)

    def leave(self, code: str) -> None:
        """See the module."""
        self._ask(do="leave", code=code)

    def printed(self) -> bytes:
        """See the module."""
        return base64.b64decode(self._ask(do="print"))

    def close(self) -> None:
        """Ends the browser."""
        self.node.stdin.close()
        try:
            self.node.wait(20)
        except subprocess.TimeoutExpired:
            self.node.kill()


class WebKit:
    """WebKitGTK's MiniBrowser on a screen of its own, by Selenium."""

    def __init__(self, port: int | None = None, prefs: dict | None = None, arguments: tuple[str, ...] = ()):
        from selenium import webdriver
        from selenium.webdriver.webkitgtk.options import Options
        from selenium.webdriver.webkitgtk.service import Service

        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24"]
        self.screen = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        number = self.screen.stdout.readline().strip()
        env = {**os.environ, "DISPLAY": f":{number}", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        options = Options()
        options.binary_location = mini_browser()
        options.add_argument("--automation")
        if port:
            where = f"127.0.0.1:{port}"
            options.set_capability(
                "proxy", {"proxyType": "manual", "httpProxy": where, "sslProxy": where, "noProxy": ["127.0.0.1"]}
            )
        self.driver = webdriver.WebKitGTK(options=options, service=Service(shutil.which("WebKitWebDriver"), env=env))
        self.driver.set_script_timeout(PATIENCE)

    def open(self, url: str) -> None:
        """Goes there."""
        self.driver.get(url)

    def run(self, code: str):
        """See the module."""
        told = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {code} }})().then((value) => done({{value}}), (error) => done({{error: String(error)}}))"
        )
        if "error" in told:
            raise RuntimeError(told["error"])
        return told.get("value")

    def leave(self, code: str) -> None:
        """See the module."""
        left = self.driver.current_url
        self.driver.execute_script(code)
        for _ in range(100):
            if self.driver.current_url != left:
                return
            time.sleep(0.1)

    def close(self) -> None:
        """Ends the browser and its screen."""
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait(20)


def mini_browser() -> str | None:
    """WebKitGTK's browser, or None."""
    return next((str(path) for path in Path("/").glob(MINI_BROWSER[1:])), None)


def missing(engine: str) -> str | None:
    """What this engine lacks here, or None."""
    needs = {
        "chromium": {"chromium": shutil.which("chromium")},
        "firefox": {"firefox": shutil.which("firefox-esr") or shutil.which("firefox")},
        "webkit": {
            "MiniBrowser": mini_browser(),
            "WebKitWebDriver": shutil.which("WebKitWebDriver"),
            "Xvfb": shutil.which("Xvfb"),
        },
    }[engine]
    return next((name for name, found in needs.items() if not found), None)


ENGINES = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}
