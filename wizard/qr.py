"""QR codes as SVG: an edge that needs segno, which is loaded only when a code is shown."""

from __future__ import annotations

import io


def qr_svg(text: str, label: str) -> str:
    """The QR code of a text as SVG, with a quiet zone and a title for screen readers. Never a micro code: few readers
    know them."""
    import segno

    out = io.BytesIO()
    segno.make(text, error="m", boost_error=False, micro=False).save(
        out, kind="svg", scale=4, border=4, xmldecl=False, nl=False, light="#fff", title=label, omitsize=True
    )
    return out.getvalue().decode("utf-8")
