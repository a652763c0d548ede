"""All prose of a repository, cut into lines that know their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govdocs.model.index import Library
from govdocs.model.record import Block
from govdocs.places import Place
from govdocs.read.nodes import Mapping, Node, Prose, Scalar

#: The key for remarks among editors; the reasons of waivers are for whoever asks later, and count.
_FOR_EDITORS = ("note",)
#: What prints nothing or is no sentence: addresses of links, ids of headings, words set as typed.
_UNPRINTED = re.compile(r"\[(?=[^\]\[]*\]\([^)\s]*\))|\]\([^)\s]*\)|\{#[^}]*\}|`[^`]*`")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of prose; ``text`` has blanks in place of what is not printed, so that columns stay right."""

    text: str
    place: Place

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset``."""
        return Place(self.place.path, self.place.line, self.place.column + offset)


@dataclass(frozen=True, slots=True)
class Passage:
    """The prose of one document between two record blocks; ``day`` is that of the document's meeting, if it has one."""

    prose: Prose
    day: date | None

    def lines(self) -> Iterator[Line]:
        """Its lines."""
        # Blanked as a whole, since a link may run over the end of a line.
        printed = _UNPRINTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.prose.text)
        for number, text in enumerate(printed.splitlines()):
            yield Line(text, self.prose.place if number == 0 else self.prose.place.down(number))


def all_prose(library: Library) -> Iterator[Passage]:
    """The prose of papers, minutes and terms of reference, and the words of their record blocks."""
    for paper in library.papers.values():
        meeting = library.meetings.get(paper.meeting)
        for part in paper.parts:
            yield from _passages(part.content, meeting.date if meeting else None)
    for minutes in library.minutes.values():
        meeting = library.meetings.get(minutes.meeting)
        for content in (minutes.preamble, *(item.content for item in minutes.items)):
            yield from _passages(content, meeting.date if meeting else None)
    for terms in library.terms_of_reference.values():
        for content in (terms.preamble, *(clause.content for clause in terms.clauses)):
            yield from _passages(content, None)


def _passages(content: tuple[Prose | Block, ...], day: date | None) -> Iterator[Passage]:
    for part in content:
        prose = part.prose if isinstance(part, Block) else part
        if prose is not None:
            yield Passage(prose, day)


def typed_values(library: Library) -> Iterator[Scalar]:
    """Every value of bodies, meetings, minutes and papers, those of their record blocks too, but for remarks."""
    holders = [
        *library.bodies.values(),
        *library.meetings.values(),
        *(minutes.header for minutes in library.minutes.values()),
        *(paper.header for paper in library.papers.values()),
    ]
    contents = [
        *(part.content for paper in library.papers.values() for part in paper.parts),
        *(item.content for minutes in library.minutes.values() for item in minutes.items),
    ]
    for record in (*holders, *(part for content in contents for part in content if isinstance(part, Block))):
        yield from _scalars(record.node)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node:
            if entry.key.text not in _FOR_EDITORS:
                yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)
