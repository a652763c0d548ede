"""Findings as JSON, for editors and other programs."""

import json
from collections.abc import Sequence

from govdocs.diagnostics import Diagnostic, Fix, Stage
from govdocs.places import Place


def findings_as_json(findings: Sequence[Diagnostic], stage: Stage) -> str:
    """One JSON object: the stage and the list of findings, each with its place counted from 1."""
    return json.dumps(
        {"stage": stage.value, "findings": [_finding(finding, stage) for finding in findings]},
        indent=2,
        ensure_ascii=False,
    )


def _finding(finding: Diagnostic, stage: Stage) -> dict[str, object]:
    return {
        "code": finding.problem.code,
        "name": finding.problem.name,
        "severity": str(finding.severity(stage)),
        "message": finding.message,
        **_place(finding.place),
        "length": finding.length,
        "hint": finding.hint,
        "subject": finding.subject,
        "fix": _fix(finding.place, finding.fix) if finding.fix else None,
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _fix(place: Place, fix: Fix) -> dict[str, object]:
    return {"line": place.line, "column": place.column + fix.behind, "old": fix.old, "new": fix.new}
