"""`govdocs build`: the papers and the pack, or at once the word that nothing has changed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.options import as_of_option, folder_option, read_settings, split_list, stage_option
from govdocs.cli.show import shorten
from govdocs.cli.strict import StrictCommand
from govdocs.diagnostics import Severity
from govdocs.errors import CannotGoOnError
from govdocs.workflow.settings import Format
from govdocs.workflow.unchanged import LastBuild, Request, find_unchanged


@click.command(
    "build",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs build                                   every meeting that is not archived
  govdocs build ccb/2018-06-21                    one meeting
  govdocs build --to pdf,docx,html                also as web pages
  govdocs build --audience members                with what is closed to the public, into build/for-members/
  govdocs build --large-print                     in 18 points, into build/large-print/
  govdocs build --stage draft                     write in spite of errors, marked DRAFT""",
)
@click.argument("meetings", nargs=-1, metavar="[MEETING]...")
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMATS",
    help="pdf, docx, html: one or more, with commas, or repeated (default: pdf,docx).",
)
@click.option(
    "--audience",
    default="public",
    show_default=True,
    help="For whom: `public` leaves out what is closed, `members` has everything; or an audience of the body.",
)
@click.option("--large-print", is_flag=True, help="Set the papers in 18 points, into build/large-print/.")
@stage_option
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
    formats: tuple[str, ...],
    audience: str,
    stage: str | None,
    as_of: str | None,
    folder: Path,
    out: Path | None,
    jobs: int | None,
    *,
    large_print: bool,
    cached: bool,
) -> int:
    """Check the records, then build the papers and the pack of each MEETING (such as ccb/2018-06-21).

    Without MEETING, every meeting that is not archived. With errors nothing is written, except at stage draft.
    """
    settings = replace(read_settings(folder, stage, as_of), audience=audience, large_print=large_print)
    out = out.resolve() if out else settings.root / "build"
    request = Request(settings, meetings, _read_formats(formats), out)
    last = find_unchanged(request) if cached else None
    if last is not None:
        return _report_unchanged(Console(highlight=False, markup=False), request, last)
    from govdocs.cli.building import build_and_report  # noqa: PLC0415 - the writers take a second to load

    return build_and_report(request, jobs, cached=cached)


def _read_formats(typed: Sequence[str]) -> tuple[Format, ...]:
    """The formats that are asked for; none where the repository's own settings say which.

    Raises:
        CannotGoOnError: one of them is not known.
    """
    known = [kind.value for kind in Format]
    chosen = [word.lower() for word in split_list(typed)]
    if typed and not (chosen and set(chosen) <= set(known)):
        raise CannotGoOnError(
            f"`{','.join(typed)}` names no formats that govdocs writes",
            hint=f"choose from {', '.join(known)}, with commas between",
        )
    return tuple(kind for kind in Format if kind.value in chosen)


def _report_unchanged(console: Console, request: Request, last: LastBuild) -> int:
    """As a build would end, without one."""
    root, stage = request.settings.root, request.settings.stage.value
    folders = ", ".join(shorten(root, folder) for folder in dict.fromkeys(path.parent for path in last.outputs))
    since = f"{last.moment:%d %B %Y at %H:%M} UTC"
    console.print(f"Nothing has changed since the build of {since}: {folders}.", soft_wrap=True)
    if any(last.findings.values()):
        found = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in last.findings.items())
        console.print(
            f"Found then and still there: {found}; `govdocs check --stage {stage}` shows them.", soft_wrap=True
        )
    pack = next((path for path in last.outputs if path.name == "pack.pdf"), last.outputs[-1])
    console.print(f"Next: look at {shorten(root, pack)}.", soft_wrap=True)
    return FINDINGS if last.findings.get(str(Severity.ERROR)) else CLEAN
