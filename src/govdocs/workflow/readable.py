"""Findings in a number and a length that a person can read, however wrong a file is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from govdocs.diagnostics import Diagnostic

MOST_OF_A_KIND = 100
"""Findings of one kind in one file beyond these are counted and not listed."""
LONGEST_MESSAGE = 600
"""Characters; a message quotes what was typed, which may be a whole file in the wrong place."""


def keep_readable(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``findings`` in their order, without the flood that one slip can cause.

    The first finding that is not listed stands for all of its kind in its file, and says how many they are.
    """
    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Diagnostic] = []
    first_left_out: dict[tuple[str, str], Diagnostic] = {}
    for finding in findings:
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


def _clip(finding: Diagnostic) -> Diagnostic:
    if len(finding.message) <= LONGEST_MESSAGE:
        return finding
    half = LONGEST_MESSAGE // 2
    left_out = len(finding.message) - 2 * half
    message = f"{finding.message[:half]} […{left_out:,} characters…] {finding.message[-half:]}"
    return replace(finding, message=message)
