"""The records that parts were made from, attached to the pack as well."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from govdocs.pack.objects import dictionaries, entry, words


def own_sources(root: pikepdf.Object) -> list[Dictionary]:
    """The files attached to a part that its document was made from; others are not carried into a pack."""
    return [each for each in dictionaries(root.get("/AF")) if each.get("/AFRelationship") == Name.Source]


def attach_all(target: pikepdf.Pdf, attached: Sequence[pikepdf.Object]) -> None:
    """Attach the files ``attached`` to the parts, already copied into the pack, to the pack: each name once."""
    named: dict[str, Dictionary] = {}
    for specification in dictionaries(Array(attached)):
        name = words(specification.get("/UF")) or words(specification.get("/F"))
        number, unique = 1, name
        while unique in named and _content(named[unique]) != _content(specification):
            number += 1
            unique = f"{number}-{name}"
        if unique not in named:
            specification.F = specification.UF = String(unique)
            named[unique] = specification
    if not named:
        return
    tree = pikepdf.NameTree.new(target)
    for name, specification in sorted(named.items()):
        tree[name] = specification
    target.Root.Names.EmbeddedFiles = tree.obj
    target.Root.AF = Array([specification for _, specification in sorted(named.items())])


def _content(specification: Dictionary) -> bytes:
    stream = entry(specification.get("/EF"), "/F")
    return stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
