"""Findings in a number and a length that a person can read, however wrong a file is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govdocs.diagnostics import Diagnostic, Related

MOST_OF_A_KIND = 100
"""Findings of one kind in one file beyond these are counted and not listed."""
LONGEST_MESSAGE = 600
"""Characters; a message quotes what was typed, which may be a whole file in the wrong place."""

#: The codes of an id that leads nowhere in the records, and in a document that is composed from them.
UNKNOWN_ID, UNRESOLVED = "G212", "G909"


def keep_readable(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``findings`` in their order, without the flood that one slip can cause.

    A record that is missing is one finding, with the places that name it. The first finding that is not listed stands
    for all of its kind in its file, and says how many they are.
    """
    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Diagnostic] = []
    first_left_out: dict[tuple[str, str], Diagnostic] = {}
    for finding in _join_missing(findings):
        key = (finding.place.path, finding.problem.code)
        counts[key] += 1
        if counts[key] <= MOST_OF_A_KIND:
            kept.append(_clip(finding))
        else:
            first_left_out.setdefault(key, finding)
    for key, finding in first_left_out.items():
        message = f"from here on, {counts[key] - MOST_OF_A_KIND:,} more findings of this kind in this file"
        kept.append(Diagnostic(finding.problem, message, finding.place, "put those before right, then check again"))
    return tuple(kept)


def _join_missing(findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """All findings, those about one missing record joined, and without its echo while the papers are composed."""
    alike: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.problem.code == UNKNOWN_ID:
            alike.setdefault(finding.message, []).append(finding)
    said = {(one.place.path, one.place.line) for several in alike.values() for one in several}
    for finding in findings:
        if finding.problem.code == UNRESOLVED and (finding.place.path, finding.place.line) in said:
            continue
        first, *others = alike.get(finding.message, [finding]) if finding.problem.code == UNKNOWN_ID else [finding]
        if finding is first:
            named = tuple(Related(other.place, "named here too") for other in others)
            yield replace(finding, related=(*finding.related, *named)) if named else finding


def _clip(finding: Diagnostic) -> Diagnostic:
    if len(finding.message) <= LONGEST_MESSAGE:
        return finding
    half = LONGEST_MESSAGE // 2
    left_out = len(finding.message) - 2 * half
    message = f"{finding.message[:half]} […{left_out:,} characters…] {finding.message[-half:]}"
    return replace(finding, message=message)
