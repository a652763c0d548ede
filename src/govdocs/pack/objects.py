"""Reading objects of PDFs that others wrote, where anything may stand in any place."""

from collections.abc import Iterator
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

Key = tuple[int, int]
"""The number and generation of an indirect object, by which to know it again."""


def entry(holder: object, key: str) -> pikepdf.Object | None:
    """What a dictionary has under ``key``; None where it has nothing, or is no dictionary."""
    return holder.get(key) if isinstance(holder, Dictionary | Stream) else None


def entries(holder: object) -> list[tuple[str, pikepdf.Object]]:
    """All entries of a dictionary; none of anything else."""
    return list(holder.items()) if isinstance(holder, Dictionary) else []


def members(value: object) -> list[pikepdf.Object]:
    """The members of an array, or the one value that may stand in its place; nulls are no members."""
    if isinstance(value, Array):
        return [member for member in value if member is not None]
    return [] if value is None else [value]  # type: ignore[list-item]


def dictionaries(value: object) -> list[Dictionary]:
    """The members of an array that are dictionaries, or the one dictionary that may stand in its place."""
    return [member for member in members(value) if isinstance(member, Dictionary)]


def tree_nodes(tree: object) -> Iterator[Dictionary]:
    """All nodes of a name tree or a number tree, each once."""
    nodes, seen = dictionaries(tree), set[Key]()
    while nodes:
        node = nodes.pop()
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        yield node
        nodes.extend(dictionaries(node.get("/Kids")))


def whole_number(value: object, default: int) -> int:
    """A whole number; ``default`` where something else stands."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def measure(value: object, default: float) -> float:
    """A length or coordinate; ``default`` where something else stands."""
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else default


def name_of(value: object) -> str:
    """A name without its slash; empty where something else stands."""
    return _decoded(value)[1:] if isinstance(value, Name) else ""


def words(value: object) -> str:
    """A text; empty where something else stands."""
    return _decoded(value) if isinstance(value, pikepdf.String) else ""


def _decoded(value: pikepdf.Object) -> str:
    """A name or text as letters; empty where its bytes are none."""
    try:
        return str(value)
    except UnicodeDecodeError:
        return ""


def box(page: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what a reader sees of a page; an A4 sheet where the page does not say."""
    for key in ("/CropBox", "/MediaBox"):
        edges = [measure(edge, float("nan")) for edge in members(page.get(key))]
        if len(edges) == 4 and edges == edges:  # noqa: PLR0124, PLR2004 - not a number is not equal to itself
            left, bottom, right, top = edges
            return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return 0, 0, 595.276, 841.89
