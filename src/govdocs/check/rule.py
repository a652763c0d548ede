"""What a rule is: a kind of finding, its manual, and one small function that looks for it."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from govdocs.check.dated_texts import DatedText, read_dated_texts
from govdocs.check.figures import Figures, all_figures
from govdocs.check.passages import Passage, read_passages
from govdocs.check.writings import Writing, read_writings
from govdocs.compose.blocks import Document, Pack, Piece, walk
from govdocs.diagnostics import Diagnostic, Fix, Problem, Related, Severity
from govdocs.model.index import Library
from govdocs.places import Place


@dataclass(frozen=True)
class Records:
    """What record rules look at: all records, and the day to judge by."""

    library: Library
    today: date

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
        return read_writings(self.library)

    @cached_property
    def dated_texts(self) -> tuple[DatedText, ...]:
        """Prose, cells of tables and other typed words, each with the day of its meeting."""
        return read_dated_texts(self.library, self.writings)


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
    def passages(self) -> tuple[Passage, ...]:
        """Its paragraphs, as plain words."""
        return tuple(read_passages(self.pieces))


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
