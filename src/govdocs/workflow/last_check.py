"""What the last check found, for as long as nothing changes: said again without reading a record.

It is kept as JSON, which executes nothing when it is read. What cannot be understood counts as not there.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from govdocs.diagnostics import Problem, Severity
from govdocs.errors import CannotGoOnError
from govdocs.workflow.checked import Checked
from govdocs.workflow.findings_as_data import data_as_finding, finding_as_data
from govdocs.workflow.folder import FOLDER, own_folder
from govdocs.workflow.settings import Settings
from govdocs.workflow.unchanged import Snapshot, is_as_it_was, program_state
from govdocs.writing import put_file

#: One for each stage and day that people ask for; the oldest go first.
MOST_KEPT = 8
_ENDING = ".check.json"


def find_last_check(settings: Settings) -> Checked | None:
    """What the last check found, if a new one would find the same; else None."""
    try:
        data = json.loads(_path(settings).read_bytes())
        if data["day"] not in ("", settings.now.date().isoformat()) or data["program"] != program_state():
            return None
        checked = _read(data)
        return checked if is_as_it_was(settings.root, data["sources"]) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return None


def keep_check(settings: Settings, sources: Snapshot, checked: Checked, *, by_the_clock: bool) -> None:
    """Keep what was found in ``sources``; ``by_the_clock`` says that it holds for one day only."""
    problems = list(dict.fromkeys(finding.problem for finding in (*checked.findings, *checked.waived)))
    numbers = {problem: number for number, problem in enumerate(problems)}
    data = {
        "program": program_state(),
        "day": settings.now.date().isoformat() if by_the_clock else "",
        "sources": sources,
        "problems": [_problem(problem) for problem in problems],
        "findings": [finding_as_data(finding, numbers[finding.problem]) for finding in checked.findings],
        "waived": [finding_as_data(finding, numbers[finding.problem]) for finding in checked.waived],
        "files": checked.file_count,
        "as_of": checked.as_of.isoformat(),
    }
    with contextlib.suppress(OSError, CannotGoOnError):
        folder = own_folder(settings.root)
        put_file(folder / _path(settings).name, json.dumps(data).encode(), lasting=False)
        kept = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns)
        for path in kept[:-MOST_KEPT]:
            path.unlink()


def _path(settings: Settings) -> Path:
    """The file for checks at this stage, as of this day."""
    day = settings.now.date().isoformat() if settings.pinned else ""
    name = hashlib.sha256(f"{settings.stage.value} {day}".encode()).hexdigest()[:16]
    return settings.root / FOLDER / f"{name}{_ENDING}"


def _problem(problem: Problem) -> list[Any]:
    severities = [severity.value for severity in problem.severities]
    return [problem.code, problem.name, severities, problem.page, problem.heuristic]


def _read(data: Mapping[str, Any]) -> Checked:
    problems = {
        number: Problem(code, name, (Severity(draft), Severity(circulate), Severity(publish)), page, heuristic)
        for number, (code, name, (draft, circulate, publish), page, heuristic) in enumerate(data["problems"])
    }
    found, waived = (tuple(data_as_finding(each, problems) for each in data[which]) for which in ("findings", "waived"))
    return Checked(found, waived, int(data["files"]), date.fromisoformat(data["as_of"]))
