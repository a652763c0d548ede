"""One structure tree out of the trees of all parts."""

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from govdocs.compose.blocks import Document
from govdocs.pack.objects import Key, dictionaries, entries, members, name_of, whole_number
from govdocs.pack.parent_tree import parent_entries, parent_keys

_STANDARD = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
_STANDARD_TYPES = frozenset(_STANDARD.split())


@dataclass(slots=True)
class Structure:
    """The pack's structure tree while it grows: one element for the pack, one below it for each part."""

    target: pikepdf.Pdf
    top: Dictionary
    kids: list[pikepdf.Object] = field(default_factory=list)
    parents: list[tuple[int, pikepdf.Object]] = field(default_factory=list)
    ids: dict[str, pikepdf.Object] = field(default_factory=dict)
    roles: dict[str, pikepdf.Object] = field(default_factory=dict)
    classes: dict[str, pikepdf.Object] = field(default_factory=dict)
    namespaces: list[pikepdf.Object] = field(default_factory=list)
    next_key: int = 0


@dataclass(frozen=True, slots=True)
class _Renaming:
    """What is written differently in one part's elements, so that it means the same among all the others."""

    prefix: str
    roles: dict[str, str]
    classes: dict[str, str]


def begin_structure(target: pikepdf.Pdf, title: str, language: str) -> Structure:
    """A tree with nothing but the pack's own element."""
    top = target.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Document, T=String(title), Lang=String(language), K=Array())
    )
    return Structure(target, top)


def add_structure(
    structure: Structure,
    tree: pikepdf.Object | None,
    pages: list[pikepdf.Object],
    document: Document,
    prefix: str,
) -> None:
    """Hang ``tree``, a part's structure tree already copied into the pack, below the pack's element.

    ``pages`` are the part's pages in the pack. ``prefix`` is unique in the pack and goes before the part's element
    ids, which writers number alike in every document. Pages of an untagged part lose the keys that would otherwise
    point into the trees of others.
    """
    if tree is None:
        for holder, key in parent_keys(pages):
            del holder[key]
        return
    first = structure.next_key
    for holder, key in parent_keys(pages):
        holder[key] = number = first + whole_number(holder[key], 0)
        structure.next_key = max(structure.next_key, number + 1)
    for number, value in parent_entries(tree.get("/ParentTree")):
        structure.parents.append((first + number, value))
        structure.next_key = max(structure.next_key, first + number + 1)
    renaming = _Renaming(
        f"{prefix}/",
        _merge(structure.roles, tree.get("/RoleMap"), _STANDARD_TYPES, prefix),
        _merge(structure.classes, tree.get("/ClassMap"), frozenset(), prefix),
    )
    structure.namespaces.extend(dictionaries(tree.get("/Namespaces")))
    element = _part_element(structure, tree, document)
    structure.kids.append(element)
    _rename(structure, element, renaming)


def end_structure(structure: Structure) -> Dictionary:
    """The finished structure tree's root, for the pack's catalogue."""
    target, top = structure.target, structure.top
    root = target.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([top])))
    top.P = root
    top.K = Array(structure.kids)
    numbers: list[object] = []
    for number, value in sorted(structure.parents, key=lambda entry: entry[0]):
        numbers += (number, value)
    root.ParentTree = target.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = structure.next_key
    if structure.ids:
        root.IDTree = target.make_indirect(_id_tree(structure.ids))
    if structure.roles:
        root.RoleMap = Dictionary({f"/{role}": standard for role, standard in structure.roles.items()})
    if structure.classes:
        root.ClassMap = Dictionary({f"/{name}": attributes for name, attributes in structure.classes.items()})
    if structure.namespaces:
        root.Namespaces = Array(structure.namespaces)
    return root


def _id_tree(ids: dict[str, pikepdf.Object]) -> Dictionary:
    # Readers search the tree by bytes, so that is how it is sorted.
    names: list[object] = []
    for key, element in sorted((bytes(String(name)), element) for name, element in ids.items()):
        names += (String(key), element)
    return Dictionary(Names=Array(names))


def _merge(
    into: dict[str, pikepdf.Object], part: pikepdf.Object | None, taken: frozenset[str], prefix: str
) -> dict[str, str]:
    """Add a part's role or class map; the result says which of its names had to become others."""
    renamed: dict[str, str] = {}
    for key, value in entries(part):
        name = key[1:]
        if name in taken or (name in into and into[name] != value):
            renamed[name] = f"{prefix}.{name}"
        into[renamed.get(name, name)] = value
    return renamed


def _part_element(structure: Structure, tree: pikepdf.Object, document: Document) -> pikepdf.Object:
    kids = dictionaries(tree.get("/K"))
    if len(kids) == 1 and kids[0].get("/S") == Name.Document:
        element = kids[0]
    else:
        element = structure.target.make_indirect(Dictionary(Type=Name.StructElem, K=Array(kids)))
        for kid in kids:
            kid.P = element
    element.S = Name.Part
    element.P = structure.top
    element.T = String(document.title)
    element.Lang = String(document.language)
    return element


def _rename(structure: Structure, element: pikepdf.Object, renaming: _Renaming) -> None:
    """Walk all elements below ``element`` and write ids, and roles and classes that had to change, anew."""
    stack, seen = [element], set[Key]()
    while stack:
        item = stack.pop()
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item.get("/ID"), String):
            name = f"{renaming.prefix}{item.ID}"
            item.ID = String(name)
            structure.ids[name] = item
        if "/A" in item:
            _rename_headers(item.A, renaming.prefix, seen)
        if renaming.roles and (role := name_of(item.get("/S"))) in renaming.roles:
            item.S = Name(f"/{renaming.roles[role]}")
        if renaming.classes and "/C" in item:
            _rename_classes(item, renaming.classes)
        # Numbers are marked content, dictionaries without a type S are references; the others are elements.
        stack.extend(kid for kid in dictionaries(item.get("/K")) if "/S" in kid)


def _rename_headers(attributes: pikepdf.Object, prefix: str, seen: set[Key]) -> None:
    for owner in dictionaries(attributes):
        if "/Headers" in owner:
            # Cells of one column may share their attributes.
            if owner.is_indirect:
                if owner.objgen in seen:
                    continue
                seen.add(owner.objgen)
            owner.Headers = Array([String(f"{prefix}{header}") for header in members(owner.Headers)])


def _rename_classes(item: pikepdf.Object, classes: dict[str, str]) -> None:
    names = [
        Name(f"/{classes.get(name_of(member), name_of(member))}") if isinstance(member, Name) else member
        for member in members(item.C)
    ]
    item.C = names[0] if len(names) == 1 else Array(names)
