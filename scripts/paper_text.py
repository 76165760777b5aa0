"""How the paper's text is normalised and cut into sentences, for the map in seeds/ and for checking against it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

PAGE_NUMBER = re.compile(r"^[^\S\n]*\d{1,3}[^\S\n]*$", re.MULTILINE)
"""A line that holds a number and nothing else."""
SENTENCE = re.compile(r".*?。[”’]*(?:\[[\d,-]+\])?")
"""A sentence ends at 。 with the closing quotes and the reference that follow it."""


def normalised(text: str) -> str:
    """NFKC (full-width Latin, digits and punctuation become half-width), page numbers and white space removed.

    The full stop stays 。, which NFKC leaves as it is.
    """
    text = PAGE_NUMBER.sub("", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", "", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order. What stands before a sentence without a full stop (a heading) stays with it."""
    return SENTENCE.findall(normalised(text))


def digest(sentence: str) -> str:
    """SHA-256 of a normalised sentence, in hexadecimal."""
    return hashlib.sha256(sentence.encode("utf-8")).hexdigest()
