"""Nodes in the dress of plain data, so that the validation can read them and still know where they came from."""

from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from govdocs.read.nodes import Entry, Mapping, Node, Scalar


class KeptText(str):
    """A scalar's text."""

    __slots__ = ("node",)
    node: Node


class KeptList(list[object]):
    """A list's items."""

    __slots__ = ("node",)
    node: Node


class KeptMapping(dict[str, object]):
    """A mapping's values by key."""

    __slots__ = ("node",)
    node: Mapping


def data_of(node: Node) -> object:
    """``node`` as text, list or dict."""
    if isinstance(node, Scalar):
        text = KeptText(node.text)
        text.node = node
        return text
    if isinstance(node, Mapping):
        mapping = KeptMapping((entry.key.text, data_of(entry.value)) for entry in node.entries)
        mapping.node = node
        return mapping
    items = KeptList(data_of(item) for item in node.items)
    items.node = node
    return items


def node_of(data: object) -> Node | None:
    """The node that ``data`` was made from, or None."""
    return data.node if isinstance(data, KeptText | KeptList | KeptMapping) else None


class HasKeys(Protocol):
    """A kind of record."""

    called: ClassVar[str]

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """The keys that it may have."""
        ...


@dataclass(slots=True)
class Unknown:
    """The keys met during one validation that their record does not know; they are left out and noted."""

    found: list[tuple[Entry, type[HasKeys]]] = field(default_factory=list)

    def without_unknown(self, data: KeptMapping, kind: type[HasKeys]) -> KeptMapping:
        """``data`` with the keys that ``kind`` knows; the others are noted."""
        known = set(kind.key_names())
        if data.keys() <= known:
            return data
        kept = KeptMapping((key, value) for key, value in data.items() if key in known)
        kept.node = data.node
        self.found += [(entry, kind) for entry in data.node.entries if entry.key.text not in known]
        return kept
