"""References to the paper and to this site for reference managers: BibTeX, RIS and CSL-JSON, from seeds/record.yaml.

The paper's text at hand names no authors, so no reference has any.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "seeds" / "record.yaml"
SITE_TITLE = "五链：专精特新企业自助向导 (Five Links)"
TEXTS = {
    "paper": {
        "zh": "{title[zh]}[J]. {journal[zh]}，{year}（{issue}）：{first_page}-{last_page}. "
        "（手头的文本没有署名，作者不详）",
        "en": "{title[zh]} [{title[en]}; our translation]. {journal[zh]} [{journal[en]}] {year}, no. {issue}: "
        "{first_page}-{last_page}. In Chinese. Authors not named in the text at hand.",
    },
    "site": {
        "zh": "五链：专精特新企业自助向导[EB/OL].（{version}）.{url}",
        "en": "Five Links: a self-help guide for specialized, refined, distinctive and innovative firms. "
        "Version of {version}.{url}",
    },
}


def references(record: dict[str, Any], version: str, url: str) -> dict[str, dict[str, str]]:
    """For "paper" and "site": the reference in words ("zh", "en"), "bibtex", "ris" and "json". `url` may be empty."""
    values = record | {"last_page": record["first_page"] + record["pages"] - 1, "version": version}
    paper, site = _paper(values), _site(version, url)
    values["url"] = f" {url}" if url else ""
    return {
        name: {lang: text.format(**values) for lang, text in TEXTS[name].items()}
        | {"bibtex": bibtex(item), "ris": ris(item), "json": json.dumps([item], ensure_ascii=False, indent=1) + "\n"}
        for name, item in (("paper", paper), ("site", site))
    }


def _paper(values: dict[str, Any]) -> dict[str, Any]:
    """The paper as a CSL item."""
    return {
        "id": "srdi2023",
        "type": "article-journal",
        "title": values["title"]["zh"],
        "container-title": values["journal"]["zh"],
        "ISSN": values["journal_number"],
        "issue": str(values["issue"]),
        "page": f"{values['first_page']}-{values['last_page']}",
        "issued": {"date-parts": [[values["year"]]]},
        "language": "zh-CN",
        "keyword": ", ".join(values["keywords"]["zh"]),
    }


def _site(version: str, url: str) -> dict[str, Any]:
    """The site as a CSL item."""
    item = {
        "id": f"fivelinks{version[:4]}",
        "type": "webpage",
        "title": SITE_TITLE,
        "version": version,
        "issued": {"date-parts": [[int(part) for part in version.split("-")]]},
        "language": "zh-CN",
    }
    return item | {"URL": url} if url else item


def bibtex(item: dict[str, Any]) -> str:
    """A CSL item as BibTeX."""
    article = item["type"] == "article-journal"
    fields = {
        "title": f"{{{item['title']}}}",
        "journal": item.get("container-title"),
        "year": str(item["issued"]["date-parts"][0][0]),
        "number": item.get("issue"),
        "pages": item.get("page", "").replace("-", "--"),
        "issn": item.get("ISSN"),
        "keywords": item.get("keyword"),
        "note": f"Version of {item['version']}" if "version" in item else None,
        "url": item.get("URL"),
        "langid": "chinese",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{'article' if article else 'misc'}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def ris(item: dict[str, Any]) -> str:
    """A CSL item as RIS, which ends its lines with a carriage return."""
    first, _, last = item.get("page", "").partition("-")
    year, *rest = item["issued"]["date-parts"][0]
    date = "/".join([str(year), *(f"{part:02}" for part in rest)])
    fields = [
        ("TY", "JOUR" if item["type"] == "article-journal" else "ELEC"),
        ("TI", item["title"]),
        ("JO", item.get("container-title")),
        ("PY", str(year)),
        ("DA", date if rest else None),
        ("IS", item.get("issue")),
        ("SP", first),
        ("EP", last),
        ("SN", item.get("ISSN")),
        *(("KW", word) for word in item.get("keyword", "").split(", ")),
        ("ET", item.get("version")),
        ("UR", item.get("URL")),
        ("LA", item["language"]),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def read_record() -> dict[str, Any]:
    """The paper's record."""
    return yaml.safe_load(RECORD.read_text(encoding="utf-8"))


def write(folder: Path, version: str, url: str) -> None:
    """Writes five-links-paper and five-links-site as .bib, .ris and .json."""
    for name, cited in references(read_record(), version, url).items():
        for ending, key in (("bib", "bibtex"), ("ris", "ris"), ("json", "json")):
            (folder / f"five-links-{name}.{ending}").write_text(cited[key], encoding="utf-8", newline="")
