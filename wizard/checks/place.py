"""YAML as values that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..source import CatalogueError

SCALARS = yaml.SafeLoader("")


class Node:
    """A value with its file and line. Mappings and lists hold nodes."""

    def __init__(self, value: Any, file: str, line: int):
        self.value, self.file, self.line = value, file, line

    @classmethod
    def of(cls, node: yaml.Node | None, file: str) -> Node:
        """The node of what PyYAML composed. Raises CatalogueError where a mapping has a key twice."""
        if node is None:
            return cls(None, file, 1)
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            pairs: dict[Any, Node] = {}
            for key, value in node.value:
                name, at = SCALARS.construct_object(key), key.start_mark.line + 1
                if name in pairs:
                    raise CatalogueError(f"{file}:{at}: {name} stands twice, and the later one would win in silence")
                pairs[name] = cls.of(value, file)
                pairs[name].line = at
            return cls(pairs, file, line)
        if isinstance(node, yaml.SequenceNode):
            return cls([cls.of(item, file) for item in node.value], file, line)
        return cls(SCALARS.construct_object(node), file, line)

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return [item.plain() for item in self.value] if isinstance(self.value, list) else self.value

    def get(self, key: str, default: Any = None) -> Any:
        """The plain value of a mapping's entry."""
        return self.value[key].plain() if isinstance(self.value, dict) and key in self.value else default

    def at(self, key: str) -> Node:
        """A mapping's entry; the mapping itself where there is none, so that a fault still has a place."""
        return self.value.get(key, self) if isinstance(self.value, dict) else self

    def items(self) -> list[Node]:
        """The entries of a list; none for anything else."""
        return self.value if isinstance(self.value, list) else []

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        below = self.value.values() if isinstance(self.value, dict) else self.items()
        for node in below:
            yield from node.walk()

    def fault(self, text: str) -> str:
        """The line that names this place and what is wrong there."""
        return f"{self.file}:{self.line}: {text}"


class Found(NamedTuple):
    """What a check covered, and what it found wrong."""

    lines: list[str]
    faults: list[str]


class Files(NamedTuple):
    """All files of a catalogue by their place in it, and where the site's pages lie."""

    nodes: dict[str, Node]
    folder: Path
    docs: Path

    def one(self, name: str) -> Node:
        """One file; an empty one where it is missing."""
        return self.nodes.get(name, Node({}, str(self.folder / name), 1))

    def under(self, folder: str) -> list[Node]:
        """The files of a folder, in order of their names."""
        return [node for name, node in self.nodes.items() if name.startswith(f"{folder}/")]

    def actions(self) -> list[Node]:
        """Every action."""
        return self.under("actions")

    def questions(self) -> list[Node]:
        """Every question, in order."""
        return [question for topic in self.under("questions") for question in topic.at("questions").items()]

    def ladder_questions(self) -> list[Node]:
        """Every question that only the ladder asks, in order."""
        return self.one("ladder/questions.yaml").at("questions").items()

    def rule_sets(self) -> list[Node]:
        """The files of the ladder's rules."""
        return self.under("ladder/rules")

    def claims(self) -> list[Node]:
        """Every claim of the ledger."""
        files = [node for name, node in self.nodes.items() if name.startswith("claims/") and "/unclaimed" not in name]
        return [claim for file in files for claim in file.items()]

    def unclaimed(self) -> list[Node]:
        """Every sentence that is listed as having no claim."""
        files = [node for name, node in self.nodes.items() if name.startswith("claims/unclaimed")]
        return [entry for file in files for entry in file.items()]

    def rows(self) -> list[tuple[str, str, Node]]:
        """Every weight: its file's name, the link or challenge, and the row."""
        return [
            (kind, id, row)
            for kind in ("needs", "relevance", "challenges")
            for id, rows in (self.one(f"weights/{kind}.yaml").value or {}).items()
            for row in rows.items()
        ]
