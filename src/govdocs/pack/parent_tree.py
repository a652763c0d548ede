"""The way back from pages to elements: keys on pages, links and forms, and the tree in which they are looked up."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary

from govdocs.pack.objects import Key, dictionaries, entries, entry, tree_nodes, whole_number


def parent_keys(pages: list[pikepdf.Object]) -> Iterator[tuple[pikepdf.Object, str]]:
    """Everything on ``pages`` that holds a key of the parent tree, and under which name; each once."""
    seen: set[Key] = set()
    for page in pages:
        if "/StructParents" in page:
            yield page, "/StructParents"
        for annotation in dictionaries(page.get("/Annots")):
            if "/StructParent" in annotation and (not annotation.is_indirect or annotation.objgen not in seen):
                seen.add(annotation.objgen)
                yield annotation, "/StructParent"
        yield from _forms(page.get("/Resources"), seen)


def _forms(resources: pikepdf.Object | None, seen: set[Key]) -> Iterator[tuple[pikepdf.Object, str]]:
    """The same of the forms and pictures that pages draw, and of those that these draw."""
    waiting = [form for _, form in entries(entry(resources, "/XObject"))]
    while waiting:
        form = waiting.pop()
        if not isinstance(form, pikepdf.Stream) or form.objgen in seen:
            continue
        seen.add(form.objgen)
        for key in ("/StructParents", "/StructParent"):
            if key in form:
                yield form, key
        waiting.extend(inner for _, inner in entries(entry(form.get("/Resources"), "/XObject")))


def parent_entries(tree: pikepdf.Object | None) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries of a parent tree that lead to elements."""
    for node in tree_nodes(tree):
        numbers = node.get("/Nums")
        if not isinstance(numbers, Array):
            continue
        for at in range(0, len(numbers) - 1, 2):
            key, value = whole_number(numbers[at], -1), numbers[at + 1]
            if key >= 0 and isinstance(value, Array | Dictionary):
                yield key, value
