"""A person with a pen: reads the printed questionnaire and result sheet, and does only what the sheet says.

It knows HTML and sums, and nothing of the wizard: every number comes from the tables that are printed.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser

VOID = {"col", "br", "img", "input", "path", "rect", "circle"}


class Element:
    """An element with its attributes, children and text."""

    def __init__(self, tag: str, attributes: dict[str, str]):
        self.tag, self.attributes, self.inside = tag, attributes, []

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """Every such element inside, in order; `wanted` are attributes, data_x for data-x, a class by its name."""
        found = []
        for child in self.inside:
            if isinstance(child, Element):
                fits = all(
                    value in child.attributes.get(key.rstrip("_").replace("_", "-"), "\0").split()
                    for key, value in wanted.items()
                )
                found += [child] if child.tag == tag and fits else []
                found += child.all(tag, **wanted)
        return found

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(c if isinstance(c, str) else c.text for c in self.inside).strip()


class Printed(HTMLParser):
    """Reads a page into elements; `root` holds it."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def rows(table: Element) -> list[list[str]]:
    """The printed cells of a table, row by row."""
    return [[cell.text for cell in row.inside if isinstance(cell, Element)] for row in table.all("tr")]


class Questionnaire:
    """What is printed on the questionnaire: numbers of the questions by title, signs of the options by label."""

    def __init__(self, html: str):
        self.numbers, self.signs = {}, {}
        for section in Printed(html).root.all("section", class_="ask-paper__q"):
            number, _, title = section.all("div", class_="ask-paper__title")[0].text.partition(". ")
            self.numbers[title] = number
            lines = [[span.text for span in li.all("span")] for li in section.all("li")]
            self.signs[number] = {label: sign for sign, label in lines}

    def fill_in(self, said: dict[str, str | list[str]]) -> dict[str, str]:
        """What stands in the boxes, by number, for answers by title: a label, labels, or a number."""
        filled = {}
        for title, answer in said.items():
            number = self.numbers[title]
            labels = answer if isinstance(answer, list) else [answer]
            filled[number] = "".join(self.signs[number].get(label, label) for label in labels)
        return filled


class ResultSheet:
    """The result sheet, worked out with a pen."""

    def __init__(self, html: str):
        root = Printed(html).root
        (self.needs,) = root.all("table", data_figure="need")
        (self.relevances,) = root.all("table", data_figure="relevance")
        self.sectors = rows(root.all("table", class_="sheet--sectors")[0])
        self.strips = {t.attributes["data-strip"]: t for t in root.all("table") if "data-strip" in t.attributes}
        self.wholes = [row for t in root.all("table", data_grid="wholes") for row in rows(t)]
        self.decimals = rows(root.all("table", data_grid="decimals")[0])
        self.links = [body.attributes["data-link"] for body in self.needs.all("tbody")]

    def work_out(self, filled: dict[str, str]) -> dict[str, dict]:
        """For each link its need and relevance as (lowest, figure, highest) and its priority, in the order of rank."""
        found = {}
        for place, link in enumerate(self.links):
            need = self.figure(self.needs, link, place, filled)
            relevance = self.figure(self.relevances, link, place, filled)
            found[link] = {"need": need, "relevance": relevance, "priority": self.priority(need[1], relevance[1])}
        ranked = sorted(self.links, key=lambda link: (-found[link]["priority"], -found[link]["relevance"][1]))
        return {link: found[link] for link in ranked}

    def figure(self, table: Element, link: str, place: int, filled: dict[str, str]) -> tuple[Decimal, Decimal, Decimal]:
        """Steps 1 to 3 of the sheet for one link: lowest, figure, highest."""
        signs = [cell.text for cell in table.all("thead")[0].all("th")][2:-2]
        sure = unsure = Decimal(0)
        (body,) = table.all("tbody", data_link=link)
        for row in body.all("tr")[1:-1]:
            cells = [cell for cell in row.inside if isinstance(cell, Element)]
            if "data-question" not in row.attributes:
                sure += Decimal(cells[-2].text or 0)
                unsure += Decimal(cells[-1].text or 0)
                continue
            answer = filled.get(cells[0].text, "")
            if answer in ("", "X"):
                unsure += Decimal(cells[-3].text)
            elif "colspan" in cells[2].attributes:
                sure += self.looked_up(row.attributes["data-question"], answer, place)
            else:
                columns = dict(zip(signs, (cell.text for cell in cells[2:-2]), strict=True))
                if none := row.attributes.get("data-counted-without"):
                    answer = str(len(answer.replace(none, "")))
                sure += Decimal(columns[answer]) if answer != "0" else 0
        return sure, sure + unsure / 2, sure + unsure

    def looked_up(self, question: str, answer: str, place: int) -> Decimal:
        """What the table of fields or a strip says."""
        if question not in self.strips:
            (line,) = [row for row in self.sectors if row[0] == answer]
            return Decimal(line[2 + place])
        strip, value = self.strips[question], Decimal(answer)
        printed = rows(strip)
        if strip.attributes["data-by"] == "tenths":
            heads = printed[0][1:]
            counts = {
                Decimal(row[0] + head): Decimal(cell)
                for row in printed[1:]
                for head, cell in zip(heads, row[1:], strict=True)
                if cell
            }
        else:
            value = value.quantize(Decimal(1), ROUND_HALF_UP)
            counts = {
                Decimal(answer): Decimal(count)
                for answers, count_row in zip(printed[::2], printed[1::2], strict=True)
                for answer, count in zip(answers[1:], count_row[1:], strict=True)
            }
        return counts[min(max(value, min(counts)), max(counts))]

    def priority(self, need: Decimal, relevance: Decimal) -> Decimal:
        """Step 4: the cell where need and relevance meet, and what the decimal adds."""
        column = [Decimal(head) for head in self.wholes[0][1:]].index(relevance) + 1
        whole, tenth = divmod(need * 10, 10)
        (row,) = [row for row in self.wholes if row[0] == str(int(whole))]
        found = Decimal(row[column])
        if tenth:
            (row,) = [row for row in self.decimals if row[0] == f".{int(tenth)}"]
            found += Decimal(row[column])
        return found
