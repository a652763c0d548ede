"""`govdocs build`: the papers and the pack."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from govdocs.cli.check import closing_lines
from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.options import as_of_option, folder_option, read_settings, stage_option
from govdocs.cli.show import show_findings
from govdocs.diagnostics import Severity, Stage, worst
from govdocs.errors import CannotGoOnError
from govdocs.workflow.build import Built, Output, build_meetings
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.sources import source_line


@click.command(
    "build",
    epilog="""\b
Examples:
  govdocs build                                   every meeting that is not archived
  govdocs build ccb/2018-06-21                    one meeting
  govdocs build --to pdf,docx,html                also as web pages
  govdocs build --stage draft                     write in spite of errors, marked DRAFT""",
)
@click.argument("meetings", nargs=-1, metavar="[MEETING]...")
@click.option(
    "--to", "formats", metavar="FORMATS", help="pdf, docx, html: one or more, with commas (default: pdf,docx)."
)
@stage_option(Stage.CIRCULATE)
@as_of_option
@folder_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put the papers (default: build/ beside the records).",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="How many documents to write at once (default: one a processor)."
)
@click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    help="Take what has not changed from earlier builds (kept in .govdocs/), or write everything anew.",
)
def command(
    meetings: tuple[str, ...],
    formats: str | None,
    stage: str,
    as_of: str | None,
    folder: Path,
    out: Path | None,
    jobs: int | None,
    *,
    cached: bool,
) -> int:
    """Check the records, then build the papers and the pack of each MEETING (such as ccb/2018-06-21).

    Without MEETING, every meeting that is not archived. With errors nothing is written, except at stage draft.
    """
    settings = read_settings(folder, stage, as_of)
    console = Console(highlight=False, markup=False)
    out = out.resolve() if out else settings.root / "build"
    with _progress(console) as bar:
        task = bar.add_task("checking the records", total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=name, completed=done, total=total)

        built = build_meetings(settings, meetings, _read_formats(formats), out, show, jobs, cached=cached)
    return _report(console, settings, built)


def _read_formats(words: str | None) -> list[Format] | None:
    if words is None:
        return None
    known = [kind.value for kind in Format]
    chosen = [word.strip().lower() for word in words.split(",") if word.strip()]
    unknown = [word for word in chosen if word not in known]
    if unknown or not chosen:
        raise CannotGoOnError(
            f"`{words}` names no formats that govdocs writes",
            hint=f"choose from {', '.join(known)}, with commas between",
        )
    return [kind for kind in Format if kind.value in chosen]


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
    console.print(f"Next: look at {_shorten(settings.root, pack.path)}.", soft_wrap=True)
    return FINDINGS if failed else CLEAN


def _show_outputs(console: Console, root: Path, outputs: Sequence[Output]) -> None:
    """What was written: a heading for each folder, under it a line for each document."""
    for folder in dict.fromkeys(output.path.parent for output in outputs):
        own = [output for output in outputs if output.path.parent == folder]
        console.print(f"In {_shorten(root, folder)}:", soft_wrap=True)
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


def _shorten(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
