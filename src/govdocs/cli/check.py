"""`govdocs check`: findings over the records and the composed documents."""

from pathlib import Path

import click
from rich.console import Console

from govdocs.cli.as_json import findings_as_json
from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.options import as_of_option, fail_on_option, folder_option, read_settings, stage_option
from govdocs.cli.show import show_findings, summary
from govdocs.diagnostics import Severity, Stage, worst
from govdocs.workflow.check import Checked, check_repository
from govdocs.workflow.sources import source_line


@click.command(
    "check",
    epilog="""\b
Examples:
  govdocs check                                   everything
  govdocs check meetings/ccb/2018-06-21           what concerns one meeting's files
  govdocs check --stage publish                   as strictly as before a publication
  govdocs check --format json                     for another program""",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@stage_option(Stage.CIRCULATE)
@as_of_option
@folder_option
@fail_on_option
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def command(paths: tuple[Path, ...], stage: str, as_of: str | None, folder: Path, fail_on: str, output: str) -> int:
    """Check the records against each other and against the rules of governance.

    With PATHS, report only what is found in those files and folders. Nothing is written.
    """
    settings = read_settings(folder, stage, as_of)
    checked = check_repository(settings, paths)
    failed = (worst(checked.findings, settings.stage) or 0) >= Severity[fail_on.upper()]
    console = Console(highlight=False, markup=False)
    if output == "json":
        click.echo(findings_as_json(checked.findings, settings.stage))
    else:
        show_findings(console, checked.findings, settings.stage, source_line(settings.root))
        for line in closing_lines(checked, settings.stage, failed=failed):
            console.print(line, soft_wrap=True)
    return FINDINGS if failed else CLEAN


def closing_lines(checked: Checked, stage: Stage, *, failed: bool) -> list[str]:
    """The summary, and last what to do next."""
    waived = f" ({len(checked.waived)} waived)" if checked.waived else ""
    judged = f"as of {checked.as_of:%d %B %Y}, stage {stage.value}"
    lines = [f"Checked {checked.file_count} files {judged}: {summary(checked.findings, stage)}{waived}."]
    if not checked.findings:
        lines.append("Next: run `govdocs build` to make the papers.")
    elif failed:
        first = next(f for f in sorted(checked.findings, key=lambda f: -f.severity(stage)))
        lines.append(f"Next: put the errors right, or read `govdocs explain {first.problem.name}`.")
    else:
        lines.append("Next: nothing stops the papers; look at the warnings, then run `govdocs build`.")
    return lines
