"""How findings look in a terminal: the place, the words, the line that was typed with a caret under it, and a hint."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from govdocs.diagnostics import Diagnostic, Severity, Stage
from govdocs.places import Place

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
#: Longer source lines are cut around the caret; in a narrow terminal shorter ones are, or the caret would stand under
#: a line of its own.
EXCERPT_WIDTH = 110
LEAST_EXCERPT_WIDTH = 30

SourceLine = Callable[[Place], str | None]


def show_findings(console: Console, findings: Sequence[Diagnostic], stage: Stage, source_line: SourceLine) -> None:
    """Print the findings, file by file, the files with the gravest first and errors first within each file."""
    for finding in sort_findings(findings, stage):
        _show_finding(console, finding, stage, source_line)


def sort_findings(findings: Sequence[Diagnostic], stage: Stage) -> list[Diagnostic]:
    """Grouped by file; files with errors first; within a file the gravest first, then in the order of the lines."""
    worst: dict[str, Severity] = {}
    for finding in findings:
        path = finding.place.path
        worst[path] = max(worst.get(path, Severity.NOTE), finding.severity(stage))
    return sorted(
        findings,
        key=lambda finding: (
            -worst[finding.place.path],
            finding.place.path,
            -finding.severity(stage),
            finding.place.line,
            finding.place.column,
            finding.problem.code,
            finding.message,
        ),
    )


def _show_finding(console: Console, finding: Diagnostic, stage: Stage, source_line: SourceLine) -> None:
    severity = finding.severity(stage)
    style = STYLES[severity]
    head = Text.assemble(
        (str(finding.place), "bold"),
        ": ",
        (str(severity), style),
        f" {finding.problem.code} {finding.problem.name}: ",
        finding.message,
    )
    lines = [head, *_excerpt(console, finding.place, finding.length, style, source_line)]
    lines += [Text(f"  see {related.place}: {related.message}") for related in finding.related]
    if finding.hint:
        lines.append(Text.assemble("  ", ("hint", "bold green"), f": {finding.hint}"))
    # Printed at once: each call of the console takes its time, and there may be thousands of findings.
    console.print(Text("\n").join((*lines, Text())), soft_wrap=True)


def _excerpt(console: Console, place: Place, length: int, style: str, source_line: SourceLine) -> Iterator[Text]:
    """The line that was typed, and a line of carets under what is meant."""
    line = source_line(place)
    if line is None or not line.strip():
        return
    margin = f"{place.line:>5} | "
    width = EXCERPT_WIDTH
    if console.is_terminal:
        width = max(min(width, console.width - len(margin)), LEAST_EXCERPT_WIDTH)
    start = min(max(0, place.column - 1 - width // 2), max(0, len(line) - width))
    shown = line[start : start + width].expandtabs(1)
    # What cannot be seen, or turns the direction of writing, is shown by a sign that stands for it.
    excerpt = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in shown)
    yield Text.assemble((margin, "dim"), excerpt)
    caret = place.column - 1 - start
    if 0 <= caret <= len(excerpt):
        marks = "^" * max(1, min(length, len(excerpt) - caret))
        yield Text.assemble((" " * (len(margin) - 2) + "| ", "dim"), " " * caret, (marks, style))


def summary(findings: Sequence[Diagnostic], stage: Stage) -> str:
    """``2 errors, 1 warning`` or ``nothing found``."""
    counts = Counter(finding.severity(stage) for finding in findings)
    parts = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in sorted(counts, reverse=True)
    ]
    return ", ".join(parts) or "nothing found"


def shorten(root: Path, path: Path) -> str:
    """The path from the repository's folder down where it lies in there, else the whole."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
