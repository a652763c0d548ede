"""Rules about renditions: what a document says in one language it says in the other; codes G740 and G741."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.check.rule import FAILS, STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes, RestrictedBlock
from govdocs.model.papers import Paper
from govdocs.model.record import Block, Record
from govdocs.places import Place
from govdocs.read.nodes import Prose


@dataclass(frozen=True, slots=True)
class Section:
    """An item of minutes or a part of a paper: its id, what stands in it, and where it begins."""

    id: str
    content: tuple[Prose | Block, ...]
    place: Place

    def blocks(self) -> dict[tuple[str, str], Block]:
        """Its record blocks by kind and id, or by kind and number among those of the kind without an id."""
        found: dict[tuple[str, str], Block] = {}
        counts: Counter[str] = Counter()
        for block in self.content:
            if isinstance(block, Block):
                kind, own = block.fence_word, getattr(block, "id", None) or ""
                counts[kind] += not own
                found[kind, own or str(counts[kind])] = block
        return found


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and its rendition in another language."""

    language: str
    header: Record
    other_header: Record
    sections: tuple[Section, ...]
    others: tuple[Section, ...]

    def matched(self) -> Iterator[tuple[Section, Section]]:
        """The sections that both have."""
        others = {section.id: section for section in self.others}
        return ((section, others[section.id]) for section in self.sections if section.id in others)


def pairs(library: Library) -> Iterator[Pair]:
    """All documents with each of their renditions."""
    for minutes in library.minutes.values():
        for language, other in minutes.renditions.items():
            yield Pair(language, minutes.header, other.header, _items(minutes), _items(other))
    for paper in library.papers.values():
        for language, rendition in paper.renditions.items():
            yield Pair(language, paper.header, rendition.header, _parts(paper), _parts(rendition))


def named(path: str, language: str) -> str:
    """The name of the file of a rendition: ``minutes.cy.md``."""
    return f"{_file(Place(path)).removesuffix('.md')}.{language}.md"


def _items(minutes: Minutes) -> tuple[Section, ...]:
    first = Section("", minutes.preamble, minutes.header.place())
    return (first, *(Section(item.id, item.content, item.place) for item in minutes.items))


def _parts(paper: Paper) -> tuple[Section, ...]:
    return tuple(Section(part.id, part.content, part.place) for part in paper.parts)


def look_for_what_a_rendition_lacks(records: Records) -> Iterator[Found]:
    """Checks:
        A document and its renditions in other languages have the same items or parts, and the same record blocks in
        each.

    Why:
        Both are the record of one meeting. A decision that is only in one of them was, for the readers of the other,
        never taken.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: note, text: the news}]
        how: consensus
        outcome: noted
        ```

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        ## apologies

        ## declarations

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: note, text: the news}]
        how: consensus
        outcome: noted
        ```

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        ```decision
        parts: [{verb: note, text: y newyddion}]
        ```

        ## apologies

        ## declarations
    """
    for pair in pairs(records.library):
        yield from _sections_missing(pair.sections, pair.others, pair.other_header)
        yield from _sections_missing(pair.others, pair.sections, pair.header)
        for section, other in pair.matched():
            yield from _blocks_missing(section, other)
            yield from _blocks_missing(other, section)


def _sections_missing(sections: tuple[Section, ...], others: tuple[Section, ...], header: Record) -> Iterator[Found]:
    known = {section.id for section in others}
    for section in sections:
        if section.id not in known and (section.id or section.content):
            file = _file(header.place())
            what = f"`{section.id}`" if section.id else "what stands before the first heading"
            message = (
                f"`{file}` has nothing on {what}, which is in the rendition beside it; expected it in both languages"
            )
            hint = f"add it to `{file}`, with the same id" if section.id else f"add it to `{file}`"
            related = (Related(section.place, "in the other language"),)
            yield Found(header.place(), message, hint, related, subject=f"item {section.id}")


def _blocks_missing(section: Section, other: Section) -> Iterator[Found]:
    """Blocks of ``section`` that ``other`` lacks; a closed passage is told of by a rule of its own."""
    there = other.blocks()
    for key, block in section.blocks().items():
        if key not in there and not isinstance(block, RestrictedBlock):
            kind, name = key
            what = f"{kind} `{name}`" if not name.isdecimal() else f"{kind} {name}"
            where = f"under `{other.id}`" if other.id else "at the beginning"
            message = f"there is no {what} {where}; expected each record block in both languages"
            hint = f"add a block `{kind}`; facts that you leave out are taken from the other language"
            related = (Related(block.fence, "in the other language"),)
            yield Found(other.place, message, hint, related, 1, f"item {other.id}")


def look_for_what_is_open_in_a_rendition(records: Records) -> Iterator[Found]:
    """Checks:
        A passage that is closed in one language is closed in each rendition as well.

    Why:
        Otherwise readers of the other language are told what nobody outside may know.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Report

        ```restricted
        ground: commercial
        ---
        The lowest offer was £12,000.
        ```
        # meetings/board/2026-05-14/papers/budget.cy.md
        ---
        title: Cyllideb
        ---
        # Adroddiad {#report}

        Y cynnig isaf oedd £12,000.

    Right:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Report

        ```restricted
        ground: commercial
        ---
        The lowest offer was £12,000.
        ```
        # meetings/board/2026-05-14/papers/budget.cy.md
        ---
        title: Cyllideb
        ---
        # Adroddiad {#report}

        ```restricted
        ground: commercial
        ---
        Y cynnig isaf oedd £12,000.
        ```
    """
    for pair in pairs(records.library):
        for section, other in pair.matched():
            yield from _open_passages(section, other)
            yield from _open_passages(other, section)


def _open_passages(section: Section, other: Section) -> Iterator[Found]:
    there = other.blocks()
    for key, block in section.blocks().items():
        if key not in there and isinstance(block, RestrictedBlock):
            message = f"a passage that is closed in the other language is not closed under `{other.id}`"
            hint = "put it into a block `restricted`, as in the other language"
            related = (Related(block.fence, "closed here"),)
            yield Found(other.place, f"{message}; expected a block `restricted`", hint, related, 1, f"item {other.id}")


def _file(place: Place) -> str:
    return place.path.rpartition("/")[2]


RULES: tuple[RecordRule, ...] = (
    record_rule("G740", "rendition-incomplete", STOPS_PUBLICATION, look_for_what_a_rendition_lacks),
    record_rule("G741", "rendition-open", FAILS, look_for_what_is_open_in_a_rendition),
)
