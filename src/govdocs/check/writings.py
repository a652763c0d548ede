"""The prose of each document as paragraphs and sentences that know their place, without what is not printed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from govdocs.check.concordance import Concordance, Sought
from govdocs.check.days import may_hold_dates
from govdocs.model.bodies import Body
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.plain_tables import plain_tables
from govdocs.model.record import Block
from govdocs.model.tables import TableBlock
from govdocs.model.terms_of_reference import MembersBlock, TermsOfReference
from govdocs.places import Place
from govdocs.read.nodes import Prose

#: What prints nothing: the addresses of links, ids of headings, marks of bold and italic, line breaks of cells.
_UNPRINTED = re.compile(r"\[(?=[^\]\[]*\]\([^)\s]*\))|\]\([^)\s]*\)|\{#[^}]*\}|\*\**|\\(?=[\[\]*_#|$])|<br>")
_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"(?P<marker>[-*+•–])\s+")
_NUMBER = re.compile(r"(?P<marker>\d+(?:\.\d+)+[.)]?|\d+[.)]|\([a-z0-9]{1,3}\)|[a-z][.)])\s+")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z£\d])")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|etc|vs|cf|No|no|Mr|Mrs|Ms|Dr|Prof|Cllr|St|para|paras|p|pp)|\b[A-Z])\.\s*$"
)
#: Characters before the end of a sentence, of which these are the last.
_LONGEST_NO_END = 20
#: A key that was held down: no number, and every rule that reads numbers would go through it again and again.
_HELD_DOWN = re.compile(r"\d{41,}")
#: Characters; the longest sentences of published papers have about 1,200.
LONGEST_SENTENCE = 2000


class Role(StrEnum):
    """What a paragraph is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    BLOCK = "block"  # a record block stands here; it has no words
    ASKED = "asked"  # a recommendation, or what was decided


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, on one line; ``marker`` is the bullet or number that was typed before them.

    ``starts`` holds offsets into ``text`` and the places of the characters there. Sentences are looked for once.
    """

    text: str
    role: Role
    starts: tuple[tuple[int, Place], ...]
    marker: str = ""
    indent: int = 0
    _sentences: list[tuple[int, str]] = field(default_factory=list, init=False, repr=False, compare=False)

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset``."""
        start, place = self.starts[max(0, bisect_right(self.starts, offset, key=lambda start: start[0]) - 1)]
        return Place(place.path, place.line, place.column + offset - start)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.starts[0][1]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Its sentences, each with its offset."""
        if not self._sentences and self.text:
            self._sentences.extend(sentences_of(self.text))
        return iter(self._sentences)


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a text, each with its offset; one that never ends is taken in pieces.

    Rules compare what stands in a sentence with each other, so that time grows with the square of its length.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not _NO_END.search(text[max(start, match.start() - _LONGEST_NO_END) : match.start() + 1]):
            yield from _pieces(text, start, match.end())
            start = match.end()
    if text[start:].strip():
        yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The sentence between ``start`` and ``end``, cut at blanks where it is longer than any sentence."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, text[start:cut].rstrip()
        start = cut
    yield start, text[start:end] if end == len(text) else text[start:end].rstrip()


@dataclass(frozen=True, slots=True)
class Portion:
    """The words under one heading of the record: a part of a paper, an item of minutes, a clause."""

    name: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, eq=False)
class Writing:
    """All prose of one document; ``day`` and ``meeting`` are None for a document of no meeting.

    A rule that looks for a pattern asks for the paragraphs or sentences that can match it: they are few.
    """

    source: Paper | Minutes | TermsOfReference
    path: str
    title: str
    portions: tuple[Portion, ...]
    meeting: Meeting | None = None
    body: Body | None = None

    @property
    def day(self) -> date | None:
        """The day of its meeting."""
        return self.meeting.date if self.meeting else None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in order."""
        return tuple(paragraph for portion in self.portions for paragraph in portion.paragraphs)

    def paragraphs_for(self, sought: Sought) -> tuple[Paragraph, ...]:
        """The paragraphs that what is sought may match."""
        return self._concordance.holding(sought)

    def paragraphs_with_figures(self) -> tuple[Paragraph, ...]:
        """The paragraphs with a digit."""
        return self._concordance.with_figures()

    def sentences(self) -> Iterator[tuple[Paragraph, int, str]]:
        """All sentences in order, each with its paragraph and its offset there; headings are none."""
        return _sentences_of(self.paragraphs)

    def sentences_for(self, sought: Sought) -> Iterator[tuple[Paragraph, int, str]]:
        """The sentences of the paragraphs that what is sought may match."""
        return _sentences_of(self.paragraphs_for(sought))

    def sentences_with_dates(self) -> Iterator[tuple[Paragraph, int, str]]:
        """The sentences of the paragraphs that may hold a date."""
        return _sentences_of(self._paragraphs_with_dates)

    def sentences_with_figures(self) -> Iterator[tuple[Paragraph, int, str]]:
        """The sentences of the paragraphs with a digit."""
        return _sentences_of(self.paragraphs_with_figures())

    @cached_property
    def _paragraphs_with_dates(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.paragraphs if may_hold_dates(paragraph.text))

    @cached_property
    def _concordance(self) -> Concordance[Paragraph]:
        return Concordance(self.paragraphs, lambda paragraph: paragraph.text)


def _sentences_of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, int, str]]:
    for paragraph in paragraphs:
        if paragraph.role is not Role.HEADING:
            for offset, sentence in paragraph.sentences():
                yield paragraph, offset, sentence


def read_writings(library: Library) -> tuple[Writing, ...]:
    """The prose of all papers and minutes."""
    writings: list[Writing] = []
    for paper in library.papers.values():
        portions = [Portion("recommendations", tuple(_asked(paper)))]
        portions += [Portion(part.id, tuple(read_paragraphs(part.content))) for part in paper.parts]
        writings.append(_writing(library, paper, paper.header.title, portions))
    writings += [read_minutes(library, minutes) for minutes in library.minutes.values()]
    return tuple(writings)


def read_minutes(library: Library, minutes: Minutes) -> Writing:
    """The prose of minutes."""
    portions = [Portion("", tuple(read_paragraphs(minutes.preamble)))]
    portions += [Portion(item.id, tuple(read_paragraphs(item.content))) for item in minutes.items]
    return _writing(library, minutes, "", portions)


def read_terms(terms: TermsOfReference) -> Writing:
    """The prose of terms of reference."""
    portions = [Portion("", tuple(read_paragraphs(terms.preamble)))]
    portions += [Portion(clause.id, tuple(read_paragraphs(clause.content))) for clause in terms.clauses]
    return Writing(terms, terms.path, terms.header.title, tuple(portions))


def _writing(library: Library, source: Paper | Minutes, title: str, portions: list[Portion]) -> Writing:
    meeting = library.meetings.get(source.meeting)
    body = library.body_of(meeting) if meeting else None
    return Writing(source, source.path, title, tuple(portions), meeting, body)


def _asked(paper: Paper) -> Iterator[Paragraph]:
    for number, asked in enumerate(paper.header.recommendations):
        yield _typed_value(asked.text, paper.place("recommendations", number, "text"))


def _typed_value(text: str, place: Place) -> Paragraph:
    """A value of a header as a paragraph; a value over several lines has the place of its first."""
    words = " ".join(_UNPRINTED.sub("", text).split())
    return Paragraph(words, Role.ASKED, ((0, place),))


def read_paragraphs(content: Iterable[Prose | Block]) -> Iterator[Paragraph]:
    """The paragraphs of a run of prose and record blocks; tables and memberships have no sentences."""
    for part in content:
        if isinstance(part, Prose):
            yield from _paragraphs(part)
            continue
        yield Paragraph("", Role.BLOCK, ((0, part.fence),), type(part).fence_word)
        if isinstance(part, DecisionBlock):
            for number, decided in enumerate(part.parts):
                yield _typed_value(decided.text, part.place("parts", number, "text"))
        if part.prose is not None and not isinstance(part, TableBlock | MembersBlock):
            yield from _paragraphs(part.prose)


def _paragraphs(prose: Prose) -> Iterator[Paragraph]:
    gathering = _Gathering()
    fenced = False
    tables = plain_tables(prose) if "|" in prose.text else ()
    heads, rows = {table.fence.line for table in tables}, {line for table in tables for line in table.lines}
    for number, line in enumerate(prose.text.split("\n")):
        place = prose.place if number == 0 else prose.place.down(number)
        bare = line.strip()
        if place.line in heads:
            yield from gathering.end()
            yield Paragraph("", Role.BLOCK, ((0, place),), TableBlock.fence_word)
        fenced = fenced != bare.startswith(("```", "~~~"))
        if fenced or not bare or place.line in rows or bare.startswith(("```", "~~~", "|")):
            yield from gathering.end()
        elif heading := _HEADING.match(line):
            yield from gathering.end()
            gathering.begin(Role.HEADING)
            gathering.add(line, heading.end(), place)
            yield from gathering.end()
        else:
            yield from gathering.take(line, place)
    yield from gathering.end()


class _Gathering:
    """Lines on their way to becoming a paragraph."""

    def __init__(self) -> None:
        self.latest: dict[int, int] = {}  # the last number of a list, by how far it is indented
        self.begin()

    def begin(self, role: Role = Role.PARAGRAPH, marker: str = "", indent: int = 0) -> None:
        """Begin an empty paragraph."""
        self.role, self.marker, self.indent = role, marker, indent
        self.text = ""
        self.starts: list[tuple[int, Place]] = []

    def take(self, line: str, place: Place) -> Iterator[Paragraph]:
        """Add a line, which may begin a paragraph of its own."""
        lead = len(line) - len(line.lstrip())
        found = _BULLET.match(line, lead) or (_NUMBER.match(line, lead) if self._may_be_number(line, lead) else None)
        if found:
            yield from self.end()
            dotted = bool(re.match(r"\d+\.\d", found["marker"]))
            self.begin(Role.PARAGRAPH if dotted else Role.ITEM, found["marker"], lead)
            if single := re.fullmatch(r"(\d+)[.)]", found["marker"]):
                self.latest[lead] = int(single[1])
            lead = found.end()
        elif not self.text:
            self.indent = lead
        self.add(line, lead, place)

    def _may_be_number(self, line: str, lead: int) -> bool:
        """Whether a number at the start of a line can be a marker: not where a sentence merely runs over."""
        if not self.text:
            return True
        here = re.match(r"\d+", line[lead:])
        if here:
            return int(here[0]) == self.latest.get(lead, -1) + 1
        return bool(self.marker)

    def add(self, line: str, lead: int, place: Place) -> None:
        """Add the words of a line from ``lead`` on, without what is not printed."""
        if self.text:
            self.text += " "
        line = line.replace("[](", "[…](")  # a link whose words come from the record
        position = lead
        end = len(line.rstrip())
        for unprinted in (*_UNPRINTED.finditer(line, lead), None):
            stop = min(unprinted.start(), end) if unprinted else end
            if stop > position:
                self.starts.append((len(self.text), Place(place.path, place.line, place.column + position)))
                self.text += line[position:stop]
            position = unprinted.end() if unprinted else end

    def end(self) -> Iterator[Paragraph]:
        """The paragraph gathered so far, if any."""
        if self.text.strip():
            text = _HELD_DOWN.sub(lambda digits: "_" * len(digits[0]), self.text)
            yield Paragraph(text, self.role, tuple(self.starts), self.marker, self.indent)
        self.begin()
