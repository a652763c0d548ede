"""Short forms of diagnostics, to hold a list of them against what a test expects."""

from collections.abc import Iterable

from govdocs.diagnostics import Diagnostic


def short(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """``line:column name`` of each finding."""
    return [f"{found.place.line}:{found.place.column} {found.problem.name}" for found in diagnostics]


def names(diagnostics: Iterable[Diagnostic]) -> set[str]:
    """The names of the kinds that were found."""
    return {found.problem.name for found in diagnostics}
