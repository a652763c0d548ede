"""What `govdocs build` does where something has changed: the work, its progress and its report."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from govdocs.cli.check import closing_lines
from govdocs.cli.interruption import heeding_interruption
from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.show import shorten, show_findings
from govdocs.diagnostics import Severity, worst
from govdocs.workflow.build import Built, Output, build_meetings
from govdocs.workflow.settings import Settings
from govdocs.workflow.sources import source_line
from govdocs.workflow.unchanged import Request


def build_and_report(request: Request, jobs: int | None, *, cached: bool) -> int:
    """Build what was asked for and say what was done; the exit status."""
    settings = request.settings
    console = Console(highlight=False, markup=False)
    with heeding_interruption() as interruption, _progress(console) as bar:
        task = bar.add_task("checking the records", total=None)

        def show(name: str, done: int, total: int) -> None:
            interruption.heed()
            bar.update(task, description=name, completed=done, total=total)

        built = build_meetings(settings, request.meetings, request.formats, request.out, show, jobs, cached=cached)
    return _report(console, settings, built)


def _progress(console: Console) -> Progress:
    """A line that names each document; nothing where the output is not a terminal."""
    return Progress(
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _report(console: Console, settings: Settings, built: Built) -> int:
    findings = built.checked.findings
    show_findings(console, findings, settings.stage, source_line(settings.root))
    failed = worst(findings, settings.stage) == Severity.ERROR
    if built.outputs:
        _show_outputs(console, settings.root, built.outputs)
    *summary, next_step = closing_lines(built.checked, settings.stage, failed=failed)
    for line in summary:
        console.print(line, soft_wrap=True)
    if not built.outputs:
        console.print("Nothing was written; what an earlier build wrote is unchanged.", soft_wrap=True)
        console.print(next_step, soft_wrap=True)
        return FINDINGS
    anew = sum(output.anew for output in built.outputs)
    rest = "" if anew == len(built.outputs) else f"; {anew} of {len(built.outputs)} files had to be written anew"
    console.print(f"Built from {built.version}{rest}.", soft_wrap=True)
    pack = next((output for output in built.outputs if output.path.name == "pack.pdf"), built.outputs[0])
    console.print(f"Next: look at {shorten(settings.root, pack.path)}.", soft_wrap=True)
    return FINDINGS if failed else CLEAN


def _show_outputs(console: Console, root: Path, outputs: Sequence[Output]) -> None:
    """What was written: a heading for each folder, under it a line for each document."""
    for folder in dict.fromkeys(output.path.parent for output in outputs):
        own = [output for output in outputs if output.path.parent == folder]
        console.print(f"In {shorten(root, folder)}:", soft_wrap=True)
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("Document", no_wrap=True)
        table.add_column("Pages", justify="right")
        table.add_column("Formats", no_wrap=True)
        for stem in dict.fromkeys(output.path.stem for output in own):
            of_stem = [output for output in own if output.path.stem == stem]
            pages = next((str(output.pages) for output in of_stem if output.pages is not None), "")
            table.add_row(stem, pages, ", ".join(output.path.suffix.lstrip(".") for output in of_stem))
        console.print(table)
        console.print()
