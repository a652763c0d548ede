"""Findings as plain data, for keeping them as JSON, which executes nothing when it is read."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from govdocs.diagnostics import Diagnostic, Fix, Problem, Related
from govdocs.places import Place

K = TypeVar("K", int, str)


def finding_as_data(finding: Diagnostic, kind: int | str) -> list[Any]:
    """All of a finding; ``kind`` stands for its problem."""
    return [
        kind,
        finding.message,
        _place(finding.place),
        finding.hint,
        [[_place(related.place), related.message] for related in finding.related],
        finding.length,
        finding.subject,
        [finding.fix.old, finding.fix.new, finding.fix.behind] if finding.fix else [],
    ]


def data_as_finding(data: Sequence[Any], problems: Mapping[K, Problem]) -> Diagnostic:
    """The finding again, its problem taken from ``problems``.

    Raises:
        ValueError, TypeError, KeyError: it is no finding, or of no such problem.
    """
    kind, message, place, hint, related, length, subject, fix = data
    return Diagnostic(
        problem=problems[kind],
        message=message,
        place=Place(*place),
        hint=hint,
        related=tuple(Related(Place(*where), words) for where, words in related),
        length=length,
        subject=subject,
        fix=Fix(*fix) if fix else None,
    )


def _place(place: Place) -> list[Any]:
    return [place.path, place.line, place.column]
