"""What a page says of itself and of the paper to machines, in the words of schema.org."""

from __future__ import annotations

from typing import Any


def article(record: dict[str, Any]) -> dict[str, Any]:
    """The paper as a ScholarlyArticle. It has no author because the text at hand names none."""
    periodical = {"@type": "Periodical", "name": record["journal"]["zh"], "issn": record["journal_number"]}
    return {
        "@type": "ScholarlyArticle",
        "headline": record["title"]["zh"],
        "alternativeHeadline": record["title"]["en"],
        "inLanguage": "zh-Hans",
        "datePublished": str(record["year"]),
        "isPartOf": {"@type": "PublicationIssue", "issueNumber": str(record["issue"]), "isPartOf": periodical},
        "pageStart": str(record["first_page"]),
        "pageEnd": str(record["first_page"] + record["pages"] - 1),
        "keywords": record["keywords"]["zh"],
    }


def web_page(record: dict[str, Any], reviewed: str, language: str, licence: str) -> dict[str, Any]:
    """What is the same for every page of a language; the template adds name, description and address."""
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "inLanguage": language,
        "dateModified": reviewed,
        "license": licence,
        "about": article(record),
    }
