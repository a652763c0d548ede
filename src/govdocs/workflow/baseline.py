"""Findings that are known already: of old records, kept in a file, or of another revision."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.places import Place
from govdocs.writing import put_file, take_bytes

NAME = "govdocs-baseline.json"

LineAt = Callable[[Place], str | None]


def fingerprint(finding: Diagnostic, line_at: LineAt, path: str = "") -> str:
    """What makes a finding the same one when lines above it come or go: file, code, words and the line typed.

    ``path`` is what the file is called now, where it was renamed since.
    """
    line = (line_at(finding.place) or "").strip()
    parts = (path or finding.place.path, finding.problem.code, finding.message, finding.subject, line)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def count_fingerprints(
    findings: Iterable[Diagnostic], line_at: LineAt, renamed: Mapping[str, str] | None = None
) -> Counter[str]:
    """How often each finding occurs, in files that may have been ``renamed`` since."""
    now = renamed or {}
    return Counter(fingerprint(finding, line_at, now.get(finding.place.path, "")) for finding in findings)


def without_known(findings: Sequence[Diagnostic], known: Counter[str], line_at: LineAt) -> tuple[Diagnostic, ...]:
    """The findings that are not among the known ones; each known one hides one."""
    left = known.copy()
    new: list[Diagnostic] = []
    for finding in findings:
        mark = fingerprint(finding, line_at)
        if left[mark]:
            left[mark] -= 1
        else:
            new.append(finding)
    return tuple(new)


def read_baseline(root: Path) -> Counter[str]:
    """The known findings of the repository; none where it has no baseline.

    Raises:
        CannotGoOnError: the file is there and cannot be understood.
    """
    path = root / NAME
    try:
        data = json.loads(take_bytes(path))
        return Counter({str(mark): int(entry["times"]) for mark, entry in data["findings"].items()})
    except FileNotFoundError:
        return Counter()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CannotGoOnError(
            f"{NAME} cannot be understood; expected it as `govdocs check --write-baseline` writes it",
            hint="write it anew, or remove it",
        ) from error


def write_baseline(root: Path, findings: Sequence[Diagnostic], line_at: LineAt) -> Path:
    """Keep the findings as known; the file says in words what each is, so that reviewers can read its diff.

    Raises:
        CannotGoOnError: the file cannot be written.
    """
    entries: dict[str, dict[str, object]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.place.path, finding.problem.code, finding.message)):
        mark = fingerprint(finding, line_at)
        known = entries.setdefault(
            mark,
            {"path": finding.place.path, "rule": finding.problem.name, "message": finding.message, "times": 0},
        )
        known["times"] = int(str(known["times"])) + 1
    put_file(root / NAME, (json.dumps({"findings": entries}, indent=2, ensure_ascii=False) + "\n").encode())
    return root / NAME
