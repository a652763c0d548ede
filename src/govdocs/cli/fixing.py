"""What `check --fix` shows and asks before it changes a file."""

import click
from rich.console import Console

from govdocs.workflow.checked import Choice
from govdocs.workflow.fixes import Fixes, plan_fixes
from govdocs.workflow.settings import Settings

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def fix_and_report(console: Console, settings: Settings, choice: Choice, *, sure: bool) -> None:
    """Show what can be put right, and do it if the user wants it."""
    fixes = plan_fixes(settings, choice)
    if not fixes.files:
        console.print("There is nothing that --fix can put right.\n", soft_wrap=True)
        return
    for line in fixes.diff():
        console.print(line, style=_STYLES.get(line[:1], ""), soft_wrap=True)
    console.print(_summary(fixes), soft_wrap=True)
    if not sure and not _agreed(console):
        console.print("Nothing was changed.\n", soft_wrap=True)
        return
    fixes.apply()
    console.print(f"Changed {', '.join(fixes.files)}.\n", soft_wrap=True)


def _summary(fixes: Fixes) -> str:
    files = len(fixes.files)
    found = f"{fixes.count} finding{'' if fixes.count == 1 else 's'} can be put right"
    return (
        f"{found if fixes.count else 'The order of keys can be put right'} in {files} file{'' if files == 1 else 's'}."
    )


def _agreed(console: Console) -> bool:
    if not console.is_terminal:
        console.print("To change the files so, run it again with `--fix --yes`.", soft_wrap=True)
        return False
    return click.confirm("Change these files?", default=False)
