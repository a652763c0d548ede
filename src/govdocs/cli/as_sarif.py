"""Findings as SARIF 2.1.0, which forges and editors show beside the lines."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from govdocs import __version__
from govdocs.diagnostics import Diagnostic, Fix, Problem, Severity, Stage
from govdocs.places import Place

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def findings_as_sarif(findings: Sequence[Diagnostic], stage: Stage) -> str:
    """One run with a result for each finding; rules carry their manual."""
    problems = sorted({finding.problem for finding in findings}, key=lambda problem: problem.code)
    driver = {"name": "govdocs", "version": __version__, "rules": [_rule(problem, stage) for problem in problems]}
    results = [_result(finding, stage, problems.index(finding.problem)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(problem: Problem, stage: Stage) -> dict[str, object]:
    return {
        "id": problem.code,
        "name": problem.name,
        "shortDescription": {"text": problem.name.replace("-", " ")},
        "fullDescription": {"text": problem.page.strip()},
        "defaultConfiguration": {"level": LEVELS[problem.severity(stage)]},
    }


def _result(finding: Diagnostic, stage: Stage, rule: int) -> dict[str, object]:
    hint = f"\n{finding.hint}" if finding.hint else ""
    return {
        "ruleId": finding.problem.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity(stage)],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": _location(finding.place, finding.length)}],
        "relatedLocations": [
            {"physicalLocation": _location(related.place, 1), "message": {"text": related.message}}
            for related in finding.related
        ],
    } | ({"fixes": [_fix(finding.place, finding.fix)]} if finding.fix else {})


def _fix(place: Place, fix: Fix) -> dict[str, object]:
    first = place.column + fix.behind
    region = {"startLine": place.line, "startColumn": first, "endColumn": first + len(fix.old)}
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": {"uri": quote(place.path)}, "replacements": [replacement]}
    return {"description": {"text": f"write `{fix.new}`"}, "artifactChanges": [change]}


def _location(place: Place, length: int) -> dict[str, object]:
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + max(1, length)}
    return {"artifactLocation": {"uri": quote(place.path)}, "region": region}
