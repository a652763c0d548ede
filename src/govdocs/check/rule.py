"""What a rule is: a kind of finding, its manual, and one small function that looks for it."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from govdocs.check.concordance import Concordance, Sought, has_digit
from govdocs.check.dated_texts import DatedText, read_dated_texts
from govdocs.check.days import may_hold_dates
from govdocs.check.figures import Figures, all_figures
from govdocs.check.passages import Passage, read_passages
from govdocs.check.prose import typed_values
from govdocs.check.writings import Writing, read_terms, read_writings
from govdocs.compose.blocks import Document, Heading, Pack, Piece, walk
from govdocs.diagnostics import Diagnostic, Fix, Problem, Related, Severity
from govdocs.model.index import Library
from govdocs.model.scalars import is_slug
from govdocs.places import Place
from govdocs.read.nodes import Scalar

#: Something that the records of one meeting tell: texts and numbers, and places as path, line and column.
Fact = tuple[Any, ...]


@dataclass(frozen=True)
class Records:
    """What record rules look at: all records, and the day to judge by.

    ``told`` is what is known already of that which functions tell of all records, by their names.
    """

    library: Library
    day: date
    told: Mapping[str, Sequence[Fact]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day to judge by."""
        return self.day

    def facts(self, tell: "Telling") -> tuple[Fact, ...]:
        """What ``tell`` tells of all records; it looks at those of each meeting by itself, and is named in `reach.py`.

        A rule that compares meetings goes by facts, in an order of its own: nobody then reads all papers again because
        one of them has changed.
        """
        known = self.told.get(tell.__name__)
        return tuple(known if known is not None else tell(self))

    def nearby(self, look: "Looking") -> Iterator["Found"]:
        """What ``look`` finds, which judges each meeting by itself, within a rule that compares them.

        It is named in `reach.py`, and its findings are told as facts.
        """
        known = self.told.get(look.__name__)
        return look(self) if known is None else (_fact_as_found(fact) for fact in known)

    @cached_property
    def figures(self) -> tuple[Figures, ...]:
        """All data sets and typed tables, as figures."""
        return tuple(all_figures(self.library))

    @cached_property
    def figures_by_file(self) -> Mapping[str, tuple[Figures, ...]]:
        """The same by the file that they were typed in."""
        return _grouped(self.figures, lambda one: one.path)

    @cached_property
    def figures_by_folder(self) -> Mapping[str, tuple[Figures, ...]]:
        """The same by the folder of that file."""
        return _grouped(self.figures, lambda one: one.path.rpartition("/")[0])

    @cached_property
    def writings(self) -> tuple[Writing, ...]:
        """The prose of all documents."""
        return (*read_writings(self.library), *self.terms)

    @cached_property
    def terms(self) -> tuple[Writing, ...]:
        """The prose of terms of reference."""
        return tuple(read_terms(terms) for terms in self.library.terms_of_reference.values())

    @cached_property
    def dated_texts(self) -> tuple[DatedText, ...]:
        """Prose, cells of tables and other typed words, each with the day of its meeting."""
        return read_dated_texts(self.library, self.writings)

    @cached_property
    def typed_words(self) -> tuple[Scalar, ...]:
        """All typed values that are no ids."""
        return tuple(value for value in typed_values(self.library) if not is_slug(value.text))

    @cached_property
    def texts_with_figures(self) -> tuple[DatedText, ...]:
        """Those of them with a digit."""
        return tuple(text for text in self.dated_texts if has_digit(text.words))

    @cached_property
    def texts_with_dates(self) -> tuple[DatedText, ...]:
        """Those of them that may hold dates."""
        return tuple(text for text in self.dated_texts if may_hold_dates(text.words))


#: Tells facts of all records, or of those of one meeting; and looks for what is wrong with them.
Telling = Callable[[Records], Iterable[Fact]]
Looking = Callable[[Records], Iterator["Found"]]


def _grouped(figures: Iterable[Figures], key: Callable[[Figures], str]) -> Mapping[str, tuple[Figures, ...]]:
    groups: dict[str, list[Figures]] = {}
    for one in figures:
        groups.setdefault(key(one), []).append(one)
    return {name: tuple(group) for name, group in groups.items()}


@dataclass(frozen=True)
class Composed:
    """What document rules look at: one composed document of a pack."""

    document: Document
    pack: Pack

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything in the document in reading order, from the outside in."""
        return tuple(walk(self.document))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Heading))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its paragraphs, as plain words."""
        return tuple(read_passages(self.pieces))

    def passages_for(self, sought: Sought) -> tuple[Passage, ...]:
        """Those of them that what is sought may match."""
        return self._concordance.holding(sought)

    @cached_property
    def _concordance(self) -> Concordance[Passage]:
        return Concordance(self.passages, lambda one: one.plain if one.plain == one.text else f"{one.plain} {one.text}")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a rule found; the fields are those of a Diagnostic."""

    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = field(default=())
    length: int = 1
    subject: str = ""
    fix: Fix | None = None


def found_as_fact(found: Found) -> Fact:
    """All of something found."""
    related = [(*_position(one.place), one.message) for one in found.related]
    fix = (found.fix.old, found.fix.new, found.fix.behind) if found.fix else ()
    return (*_position(found.place), found.message, found.hint, related, found.length, found.subject, fix)


def _fact_as_found(fact: Fact) -> Found:
    *place, message, hint, several, length, subject, fix = fact
    related = tuple(Related(Place(*where), words) for *where, words in several)
    return Found(Place(*place), message, hint, related, length, subject, Fix(*fix) if fix else None)


def _position(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


@dataclass(frozen=True, slots=True)
class RecordRule:
    """A rule over the records."""

    problem: Problem
    look: Callable[[Records], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A rule over each composed document."""

    problem: Problem
    look: Callable[[Composed], Iterator[Found]]


Severities = tuple[Severity, Severity, Severity]

NOTED: Severities = (Severity.NOTE, Severity.NOTE, Severity.NOTE)
WARNS: Severities = (Severity.WARNING, Severity.WARNING, Severity.WARNING)
#: A warning while the papers are drafted and circulated, an error that stops a publication.
STOPS_PUBLICATION: Severities = (Severity.WARNING, Severity.WARNING, Severity.ERROR)
#: A warning in a draft, an error once the papers go out.
STOPS_CIRCULATION: Severities = (Severity.WARNING, Severity.ERROR, Severity.ERROR)
FAILS: Severities = (Severity.ERROR, Severity.ERROR, Severity.ERROR)


def record_rule(
    code: str,
    name: str,
    severities: Severities,
    look: Callable[[Records], Iterator[Found]],
    *,
    heuristic: bool = False,
) -> RecordRule:
    """A record rule whose manual is the docstring of ``look``."""
    return RecordRule(Problem(code, name, severities, inspect.getdoc(look) or "", heuristic), look)


def document_rule(
    code: str,
    name: str,
    severities: Severities,
    look: Callable[[Composed], Iterator[Found]],
    *,
    heuristic: bool = False,
) -> DocumentRule:
    """A document rule whose manual is the docstring of ``look``."""
    return DocumentRule(Problem(code, name, severities, inspect.getdoc(look) or "", heuristic), look)


def report(problem: Problem, found: Found) -> Diagnostic:
    """The diagnostic of something found."""
    return Diagnostic(
        problem, found.message, found.place, found.hint, found.related, found.length, found.subject, found.fix
    )
