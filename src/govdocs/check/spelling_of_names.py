"""How alike two names are: letters changed, words turned about, words left away."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from govdocs.check.figures import typed_tables
from govdocs.check.rule import Records
from govdocs.check.writings import Role
from govdocs.model.data_sets import DataRow
from govdocs.model.meetings import Excuse
from govdocs.model.people import Who
from govdocs.model.record import records_in
from govdocs.model.scalars import is_slug
from govdocs.model.tables import TypedRow
from govdocs.model.terms_of_reference import MembersBlock
from govdocs.places import Place

SMALL_WORDS = {"of", "and", "the", "for", "in", "to", "on", "with", "by", "a", "an", "at", "&"}
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
#: Two or more words with capitals; small words may stand between.
_PHRASE = re.compile(r"[A-Z][\w'’-]{0,60}(?:(?: (?:of|and|for) (?:the )?|,? |/| & )[A-Z][\w'’-]{0,60})+")


def distance(one: str, other: str, most: int) -> int:
    """How many letters have to be changed, added, taken out or swapped; more than ``most`` is ``most + 1``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def is_near(one: str, other: str) -> bool:
    """Whether two different words are spelt so much alike that one of them may be a slip."""
    if one == other or min(len(one), len(other)) < 5 or one[0] != other[0]:  # noqa: PLR2004 (Lee and Lea are two people)
        return False
    most = 1 if min(len(one), len(other)) < 8 else 2  # noqa: PLR2004
    return distance(one, other, most) <= most


def content_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without "of", "and" and the like."""
    words = (word.lower().removesuffix("'s").strip("'-") for word in _WORD.findall(name.replace("’", "'")))
    return tuple(word for word in words if word not in SMALL_WORDS)


@lru_cache(maxsize=4096)
def phrases(text: str) -> tuple[tuple[int, str], ...]:
    """The runs of words with capitals in a text, each with its offset."""
    return tuple((match.start(), match[0].rstrip("'’-")) for match in _PHRASE.finditer(text))


def phrases_and_parts(text: str) -> Iterator[tuple[int, str]]:
    """The runs of words with capitals, and what stands on either side of an "and" in them."""
    for offset, phrase in phrases(text):
        yield offset, phrase
        start = 0
        for part in phrase.split(" and ") if " and " in phrase else ():
            yield offset + start, part
            start += len(part) + len(" and ")


def named_texts(records: Records) -> Iterator[tuple[str, Callable[[int], Place]]]:
    """Every text in which people are named, and what tells the place of a character of it."""
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.BLOCK:
                yield paragraph.text, paragraph.at
    for row in _rows(records):
        for cell in row.cells:
            if cell.text[:1].isalpha() and not is_slug(cell.text):
                yield cell.text, partial(_along, cell.place)


def _rows(records: Records) -> Iterator[TypedRow | DataRow]:
    """The rows of all tables: typed ones, memberships and data."""
    for block in typed_tables(records.library):
        yield from block.rows
    for terms in records.library.terms_of_reference.values():
        for part in (part for clause in terms.clauses for part in clause.content):
            if isinstance(part, MembersBlock):
                yield from part.rows
    for paper in records.library.papers.values():
        for data_set in paper.data_sets.values():
            yield from data_set.rows


def document_texts(records: Records) -> Iterator[tuple[str, list[tuple[str, Callable[[int], Place]]]]]:
    """What each document is called, with its texts: paragraphs and cells of tables."""
    texts: dict[str, list[tuple[str, Callable[[int], Place]]]] = {}
    for text, at in named_texts(records):
        texts.setdefault(_document(at(0).path), []).append((text, at))
    for path, several in texts.items():
        called = "these minutes" if path.endswith("/minutes.md") else "this document"
        yield called, several


def _document(path: str) -> str:
    """The file of a document; data lies beside the paper that prints it."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/paper.md" if name.endswith(".csv") else path


def _along(place: Place, offset: int) -> Place:
    return Place(place.path, place.line, place.column + offset)


def tell_printed_people(records: Records) -> Iterator[tuple[str, int, int, str]]:
    """Who is named in a header, on an agenda or in a list by a printed name: path, line, column, name."""
    for who, place in printed_people(records):
        if not who.slug:
            yield place.path, place.line, place.column, who.person


def printed_people(records: Records) -> Iterator[tuple[Who | Excuse, Place]]:
    """Everybody who is named in a header, on an agenda or in a list, with the place of the entry."""
    library = records.library
    headers = [
        *library.meetings.values(),
        *(paper.header for paper in library.papers.values()),
        *(minutes.header for minutes in library.minutes.values()),
    ]
    for header in headers:
        for record in records_in(header):
            if isinstance(record, Who | Excuse):
                yield record, record.place("person")
