"""Findings as annotations of a forge's workflow, which show beside the lines of a pull request.

Ten errors, ten warnings and ten notes of one step are shown, and the others dropped without a word: so the gravest come
first, and the rest is counted.
"""

from collections import Counter
from collections.abc import Sequence

from govdocs.cli.show import sort_findings
from govdocs.diagnostics import Diagnostic, Severity, Stage

WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
SHOWN_OF_EACH = 10


def findings_as_github(findings: Sequence[Diagnostic], stage: Stage) -> str:
    """One line a finding, as many of each kind as are shown; then a line that counts the others."""
    ordered = sorted(sort_findings(findings, stage), key=lambda finding: -finding.severity(stage))
    seen: Counter[Severity] = Counter()
    lines = []
    for finding in ordered:
        severity = finding.severity(stage)
        seen[severity] += 1
        if seen[severity] <= SHOWN_OF_EACH:
            lines.append(_annotation(finding, WORDS[severity]))
    more = sum(max(0, count - SHOWN_OF_EACH) for count in seen.values())
    if more:
        lines.append(f"{more} more findings are not shown here; run `govdocs check` to see them all")
    return "\n".join(lines)


def _annotation(finding: Diagnostic, word: str) -> str:
    place = finding.place
    title = f"{finding.problem.code} {finding.problem.name}"
    properties = f"file={_escape(place.path, ',:')},line={place.line},col={place.column},title={_escape(title, ',:')}"
    hint = f"\n{finding.hint}" if finding.hint else ""
    return f"::{word} {properties}::{_escape(finding.message + hint)}"


def _escape(text: str, more: str = "") -> str:
    """As the forge reads it: percent signs, line ends and, in properties, commas and colons by their codes."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for character in more:
        escaped = escaped.replace(character, f"%{ord(character):02X}")
    return escaped
