"""The answers' headers, stated once: what every host should send. The files in deploy/ are written from here.

Usage: headers.py [--check]    after make site; writes deploy/nginx/headers.conf, deploy/apache/headers.conf and
deploy/caddy/headers; with --check only compares. The build writes `_headers` into the site itself.

Each page carries its own policy in a meta tag, as narrow as it can be. The header's policy is the same for all pages:
it names the inline scripts of all of them, and says what a meta tag cannot (who may frame the site). A browser
obeys both.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from finish_site import OLD_POLICY

ROOT = Path(__file__).resolve().parent.parent
DEPLOY, SITE = ROOT / "deploy", ROOT / "site"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob: {inline}; worker-src 'self' blob:; "
    "connect-src 'self' blob:; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
EVERY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(), "
        "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        "publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()"
    ),
}
YEAR = "public, max-age=31536000, immutable"
PAGES = "no-cache"
HASHED = r"\.[0-9a-f]{8,}\.[a-z0-9.]+$"
"""Names that change with their content: a digest between two dots."""


def inline_scripts() -> str:
    """The digests of every page's inline scripts, as the pages' own policies name them."""
    found: set[str] = set()
    for page in SITE.rglob("*.html"):
        policy = OLD_POLICY.search(page.read_text(encoding="utf-8"))
        found |= set(re.findall(r"'sha256-[^']+'", policy[0] if policy else ""))
    if not found:
        sys.exit("headers: no policy in site/; run make site first")
    return " ".join(sorted(found))


def every() -> dict[str, str]:
    """What every answer carries."""
    return {**EVERY, "Content-Security-Policy": POLICY.format(inline=inline_scripts())}


def nginx() -> str:
    """For nginx: an include within `server`; `map $uri $lasting` stands in the server's file."""
    lines = [f'add_header {name} "{value}" always;' for name, value in every().items()]
    return "\n".join([*lines, "add_header Cache-Control $lasting always;"]) + "\n"


def apache() -> str:
    """For Apache, with mod_headers."""
    lines = [f'Header always set {name} "{value}"' for name, value in every().items()]
    lines.append(f'Header always set Cache-Control "{PAGES}"')
    lines.append(f'Header always set Cache-Control "{YEAR}" "expr=%{{REQUEST_URI}} =~ m#{HASHED}#"')
    return "\n".join(lines) + "\n"


def caddy() -> str:
    """For Caddy: an import within a site block."""
    lines = ["header {", *(f'\t{name} "{value}"' for name, value in every().items())]
    lines += ["}", f"@lasting path_regexp {HASHED}", f"@asked not path_regexp {HASHED}"]
    lines.append(f'header @asked Cache-Control "{PAGES}"')
    lines.append(f'header @lasting Cache-Control "{YEAR}"')
    return "\n".join(lines) + "\n"


def static_hosts() -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it: later matches are added to earlier ones.

    Everything in `runtime` has a name that changes with its content; other such files are named one by one, since
    a pattern there cannot say more than "anything".
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in every().items())]
    names = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if re.search(HASHED, path.name))
    lasting = [name for name in names if not name.startswith("runtime/") and not name.endswith((".br", ".gz"))]
    for path in ("runtime/*", *lasting):
        lines += [f"/{path}", f"  Cache-Control: {YEAR}"]
    return "\n".join(lines) + "\n"


def written() -> dict[Path, str]:
    """Every file with its text."""
    return {
        DEPLOY / "nginx" / "headers.conf": nginx(),
        DEPLOY / "apache" / "headers.conf": apache(),
        DEPLOY / "caddy" / "headers": caddy(),
    }


def main() -> int:
    """Writes or compares; 1 with the names of files that differ."""
    if "--check" in sys.argv:
        old = [path for path, text in written().items() if not path.is_file() or path.read_text() != text]
        for path in old:
            print(f"headers: {path} is not as written; run scripts/headers.py", file=sys.stderr)
        return 1 if old else 0
    for path, text in written().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
