"""Draws the images of the site from its mark: favicon, touch icon and social image.

The mark's shape is docs/overrides/partials/mark.html, its colours are the link colours of docs/assets/tokens.css;
both are read, so neither is stated twice. SVG is written as text. PNG is drawn here pixel by pixel from distances
(the mark is nothing but rounded rings with gaps), so that it needs no library, font or network and is always the same.

Usage: python scripts/draw_mark.py FOLDER
"""

from __future__ import annotations

import math
import re
import struct
import sys
import zlib
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
MARK = ROOT / "docs" / "overrides" / "partials" / "mark.html"
TOKENS = ROOT / "docs" / "assets" / "tokens.css"
HALF = 32  # the mark's view box runs from -32 to 32

Colour = tuple[int, int, int]


class Ring(NamedTuple):
    """One link: a rounded ring of a width and height around (0, y), turned by an angle about the centre."""

    link: str
    width: float
    height: float
    y: float
    turn: float


class Mark(NamedTuple):
    """The rings, their stroke, and where along a ring's length it is left out, to pass under its neighbour."""

    rings: tuple[Ring, ...]
    stroke: float
    gaps: tuple[tuple[float, float], ...]
    inner_svg: str


def read_mark(path: Path = MARK) -> Mark:
    """The mark as geometry."""
    source = path.read_text(encoding="utf-8")
    group = ElementTree.fromstring(source).find("g")
    rings = []
    for rect in group.findall("rect"):
        width, height, top = (float(rect.get(key)) for key in ("width", "height", "y"))
        turn = float(re.sub(r"[^\d.]", "", rect.get("transform", "0")))
        rings.append(Ring(rect.get("data-link"), width, height, top + height / 2, math.radians(turn)))
    first, gap1, second, gap2 = (float(part) for part in group.get("stroke-dasharray").split())
    start = -float(group.get("stroke-dashoffset")) + first
    gaps = ((start, start + gap1), (start + gap1 + second, start + gap1 + second + gap2))
    inner = source[source.index("<g") : source.rindex("</g>") + len("</g>")]
    return Mark(tuple(rings), float(group.get("stroke-width")), gaps, inner)


def read_colours(name: str, path: Path = TOKENS) -> tuple[str, str]:
    """A token's value in light and in dark."""
    light, dark = re.findall(rf"--{re.escape(name)}: (#[0-9a-f]{{6}});", path.read_text(encoding="utf-8"))
    return light, dark


def rgb(colour: str) -> Colour:
    """A colour written as #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def favicon(mark: Mark) -> str:
    """The mark as a file of its own, with colours for light and dark."""
    schemes = ["", ""]
    for ring in mark.rings:
        for scheme, colour in enumerate(read_colours(f"link-{ring.link}")):
            schemes[scheme] += f"[data-link={ring.link}]{{stroke:{colour}}}"
    style = f"<style>{schemes[0]}@media(prefers-color-scheme:dark){{{schemes[1]}}}</style>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-27 -27 54 54">{style}{mark.inner_svg}</svg>\n'


def covered(mark: Mark, ring: Ring, x: float, y: float, pixel: float) -> float:
    """How much of a pixel of the given size at (x, y) the ring covers, 0 to 1."""
    cos, sin = math.cos(ring.turn), math.sin(ring.turn)
    x, y = x * cos + y * sin, y * cos - x * sin - ring.y
    radius, straight = ring.height / 2, (ring.width - ring.height) / 2
    beyond = max(abs(x) - straight, 0.0)
    out = abs(math.hypot(beyond, y) - radius) - mark.stroke / 2
    if out > pixel:
        return 0.0
    # The length along the ring, clockwise from where its upper side begins, as SVG counts the dashes of a rect.
    if beyond == 0:
        along = x + straight if y < 0 else 3 * straight + math.pi * radius - x
    else:
        angle = math.atan2(beyond, -y) * radius
        along = 2 * straight + angle if x > 0 else 4 * straight + 2 * math.pi * radius - angle
    length = 4 * straight + 2 * math.pi * radius
    for start, end in mark.gaps:
        inside = (along - start) % length
        inside = inside - length if inside > length - pixel else inside
        out = max(out, min(inside, end - start - inside))
    return min(max(0.5 - out / pixel, 0.0), 1.0)


def draw(mark: Mark, width: int, height: int, scale: float, ground: Colour, band: int = 0) -> bytes:
    """A PNG: the mark in the middle, `scale` pixels to a unit, and a band of the five colours at the foot."""
    rows = [bytearray(bytes(ground) * width) for _ in range(height)]
    centre_x, centre_y = width / 2, (height - band) / 2
    colours = [rgb(read_colours(f"link-{ring.link}")[0]) for ring in mark.rings]
    for ring, colour in zip(mark.rings, colours, strict=True):
        reach = (ring.width + mark.stroke) / 2 + 1
        at_x, at_y = -ring.y * math.sin(ring.turn), ring.y * math.cos(ring.turn)
        left, right = (int(centre_x + (at_x + side * reach) * scale) for side in (-1, 1))
        top, bottom = (int(centre_y + (at_y + side * reach) * scale) for side in (-1, 1))
        for py in range(max(top, 0), min(bottom + 1, height)):
            y = (py + 0.5 - centre_y) / scale
            for px in range(max(left, 0), min(right + 1, width)):
                share = covered(mark, ring, (px + 0.5 - centre_x) / scale, y, 1 / scale)
                if share:
                    for part in range(3):
                        at = 3 * px + part
                        rows[py][at] = round(rows[py][at] * (1 - share) + colour[part] * share)
    for py in range(height - band, height):
        rows[py] = bytearray(b"".join(bytes(colours[px * len(colours) // width]) for px in range(width)))
    return png(width, height, rows)


def png(width: int, height: int, rows: list[bytearray]) -> bytes:
    """A PNG file of 8-bit RGB rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def write(folder: Path) -> None:
    """Write every image into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = read_mark()
    paper = rgb(read_colours("paper")[0])
    (folder / "favicon.svg").write_text(favicon(mark), encoding="utf-8")
    for size in (180, 192, 512):
        (folder / f"icon-{size}.png").write_bytes(draw(mark, size, size, size * 0.42 / HALF * 1.05, paper))
    (folder / "social.png").write_bytes(draw(mark, 1200, 630, 8.4, paper, band=24))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
