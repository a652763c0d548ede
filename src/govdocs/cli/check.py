"""`govdocs check`: findings over the records and the composed documents."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from govdocs.cli.as_github import findings_as_github
from govdocs.cli.as_json import findings_as_json
from govdocs.cli.as_sarif import findings_as_sarif
from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.options import as_of_option, fail_on_option, folder_option, read_settings, split_list, stage_option
from govdocs.cli.show import show_findings, sort_findings, summary
from govdocs.cli.strict import StrictCommand
from govdocs.diagnostics import Diagnostic, Severity, Stage, worst
from govdocs.errors import CannotGoOnError
from govdocs.places import Place
from govdocs.workflow.checked import Checked, Choice, choose_files
from govdocs.workflow.last_check import find_last_check
from govdocs.workflow.settings import Settings
from govdocs.workflow.sources import source_line

FORMATS = {"json": findings_as_json, "sarif": findings_as_sarif, "github": findings_as_github}


@click.command(
    "check",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs check                                   everything
  govdocs check meetings/ccb/2018-06-21           what concerns one meeting's files
  govdocs check --stage publish                   as strictly as before a publication
  govdocs check --only G3,paper-missing           some rules, or families of rules (or --only G3 --only …)
  govdocs check --changed-since main              what this branch adds
  govdocs check --write-baseline                  call what is found today known
  govdocs check --fix                             show what can be put right safely, and do it if you agree
  govdocs check --format sarif                    for another program""",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@stage_option
@as_of_option
@folder_option
@fail_on_option
@click.option(
    "--format", "output", type=click.Choice(["text", *FORMATS]), default="text", show_default=True, help="How to print."
)
@click.option("--only", multiple=True, metavar="RULES", help="Report these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules or families out.")
@click.option(
    "--changed-since", "since", metavar="REVISION", help="Report what was not there when this branch left REVISION."
)
@click.option("--write-baseline", is_flag=True, help="Keep what is found today as known; it is not reported again.")
@click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    show_default=True,
    help="Say again what was found (kept in .govdocs/) where nothing has changed, or check everything anew.",
)
@click.option("--fix", is_flag=True, help="Show what can be put right safely as a diff, ask, and put it right.")
@click.option("--yes", "sure", is_flag=True, help="With --fix: do not ask.")
@click.option("--all", "known", is_flag=True, help="Report also what the baseline knows.")
def command(
    paths: tuple[Path, ...],
    stage: str | None,
    as_of: str | None,
    folder: Path,
    fail_on: str,
    output: str,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    write_baseline: bool,
    cached: bool,
    known: bool,
    fix: bool,
    sure: bool,
) -> int:
    """Check the records against each other and against the rules of governance.

    With PATHS, report only what is found in those files and folders. No record is changed without --fix.
    """
    settings = read_settings(folder, stage, as_of)
    console = Console(highlight=False, markup=False)
    if write_baseline:
        from govdocs.workflow.check import keep_baseline  # noqa: PLC0415 - as below

        path, count = keep_baseline(settings)
        console.print(f"wrote {path.name}: {count} findings are known from now on", soft_wrap=True)
        console.print("Next: commit it, and put them right one by one.", soft_wrap=True)
        return CLEAN
    if since is not None and not since.strip():
        raise CannotGoOnError("`--changed-since` names no revision", hint="name a branch, a tag or a commit")
    choice = Choice(paths, _read_rules("--only", only), _read_rules("--ignore", ignore), since or "", known)
    if fix:
        from govdocs.cli.fixing import fix_and_report  # noqa: PLC0415 - as above

        fix_and_report(Console(highlight=False, markup=False, stderr=output != "text"), settings, choice, sure=sure)
    checked = _check(settings, choice, cached=cached)
    failed = (worst(checked.findings, settings.stage) or 0) >= Severity[fail_on.upper()]
    if output in FORMATS:
        findings = checked.findings if output == "json" else _seen_from_the_top(checked.findings, settings.root)
        click.echo(FORMATS[output](sort_findings(findings, settings.stage), settings.stage))
    else:
        show_findings(console, checked.findings, settings.stage, source_line(settings.root))
        for line in closing_lines(checked, settings.stage, failed=failed, chosen=choice.is_partial):
            console.print(line, soft_wrap=True)
    return FINDINGS if failed else CLEAN


def _seen_from_the_top(findings: Sequence[Diagnostic], root: Path) -> list[Diagnostic]:
    """Findings with paths as a forge knows them: the records may lie in a folder of the git repository."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    below = root.relative_to(top)

    def moved(place: Place) -> Place:
        return replace(place, path=(below / place.path).as_posix())

    return [
        replace(
            finding,
            place=moved(finding.place),
            related=tuple(replace(related, place=moved(related.place)) for related in finding.related),
        )
        for finding in findings
    ]


def _read_rules(option: str, typed: tuple[str, ...]) -> tuple[str, ...]:
    """The rules that an option names.

    Raises:
        CannotGoOnError: it was given and names none.
    """
    rules = split_list(typed)
    if typed and not rules:
        raise CannotGoOnError(f"`{option}` names no rule", hint="name rules or families with commas between: G3,G501")
    return rules


def _check(settings: Settings, choice: Choice, *, cached: bool) -> Checked:
    last = find_last_check(settings) if cached and not (choice.only or choice.ignore or choice.since) else None
    if last is not None:
        return choose_files(last, settings.root, choice)
    from govdocs.workflow.check import check_repository  # noqa: PLC0415 - it loads for longer than the above takes

    return check_repository(settings, choice, cached=cached)


def closing_lines(checked: Checked, stage: Stage, *, failed: bool, chosen: bool = False) -> list[str]:
    """The summary, and last what to do next; of findings that were ``chosen`` nobody can tell what stops the papers."""
    counts = {"waived": len(checked.waived), "known to the baseline": checked.known_count}
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    beside = f" ({said})" if said else ""
    judged = f"as of {checked.as_of:%d %B %Y}, stage {stage.value}"
    lines = [f"Checked {checked.file_count} files {judged}: {summary(checked.findings, stage)}{beside}."]
    if not checked.findings and chosen:
        lines.append("Next: run `govdocs check` alone; this was only a part of what it looks at.")
    elif not checked.findings:
        lines.append("Next: run `govdocs build` to make the papers.")
    elif fixable := sum(finding.fix is not None for finding in checked.findings):
        what = f"{fixable} of these" if fixable < len(checked.findings) else "all of these"
        lines.append(f"Next: let `govdocs check --fix` put {what} right; it shows the changes and asks first.")
    elif failed:
        first = next(f for f in sorted(checked.findings, key=lambda f: -f.severity(stage)))
        lines.append(f"Next: put the errors right, or read `govdocs explain {first.problem.name}`.")
    elif chosen:
        lines.append("Next: look at the warnings, then run `govdocs check` alone; this was only a part.")
    else:
        lines.append("Next: nothing stops the papers; look at the warnings, then run `govdocs build`.")
    return lines
