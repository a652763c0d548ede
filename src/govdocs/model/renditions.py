"""A rendition of a document in another language holds its words; the facts it takes from the document itself."""

from collections.abc import Iterator
from dataclasses import replace

from govdocs.model.bodies_of_text import headings_in
from govdocs.read.nodes import Entry, Mapping, MarkdownFile, Prose, RecordBlock

#: Keys of headers and blocks that hold words, which a rendition must say in its own language.
WORDS = frozenset(
    {
        *("title", "document_title", "lead_in", "recommendations", "parts", "printed", "words", "why", "about"),
        *("instead", "caption", "summary", "notes", "source", "alt", "language", "note", "waivers"),
    }
)
#: Mappings whose entries are facts and words by turns: each entry is taken over by itself.
_BY_ENTRY = "form"

Key = tuple[str, str, str]
"""A block's section, its kind, and its id or its number among those of the section without one."""


def complete_rendition(own: MarkdownFile, original: MarkdownFile, levels: tuple[int, ...]) -> MarkdownFile:
    """The rendition ``own`` with the facts that it leaves out, as ``original`` has them.

    A block takes facts from the one of its kind and id, or of its number, in the section of the same id; ``levels``
    are those of the headings that begin sections.
    """
    facts = dict(_keyed(original, levels))
    blocks = iter([(facts.get(key), block) for key, block in _keyed(own, levels)])
    body: list[Prose | RecordBlock] = []
    for part in own.body:
        if isinstance(part, RecordBlock):
            source, _ = next(blocks)
            part = part if source is None else replace(part, facts=_completed(part.facts, source.facts))  # noqa: PLW2901
        body.append(part)
    return replace(own, header=_completed(own.header, original.header), body=tuple(body))


def _completed(own: Mapping, original: Mapping) -> Mapping:
    """``own`` with the entries of ``original`` that it lacks and that hold no words."""
    entries = [_merged(entry, original) for entry in own]
    known = {entry.key.text for entry in own}
    entries += [entry for entry in original if entry.key.text not in known | WORDS]
    return Mapping(tuple(entries), own.place)


def _merged(entry: Entry, original: Mapping) -> Entry:
    """An entry of the rendition; under ``form`` each answer that is not there is taken over."""
    other = original.get(entry.key.text)
    if entry.key.text != _BY_ENTRY or not isinstance(entry.value, Mapping) or not isinstance(other, Mapping):
        return entry
    known = {inner.key.text for inner in entry.value}
    inner = (*entry.value, *(inner for inner in other if inner.key.text not in known))
    return Entry(entry.key, Mapping(inner, entry.value.place))


def _keyed(file: MarkdownFile, levels: tuple[int, ...]) -> Iterator[tuple[Key, RecordBlock]]:
    """The record blocks of a file in their order."""
    section = ""
    counts: dict[tuple[str, str], int] = {}
    for part in file.body:
        if isinstance(part, Prose):
            section = next(reversed(headings_in(part, levels)), section)
            continue
        own = part.facts.get("id")
        name = getattr(own, "text", "")
        if not name:
            counts[section, part.kind] = counts.get((section, part.kind), 0) + 1
            name = str(counts[section, part.kind])
        yield (section, part.kind, name), part
