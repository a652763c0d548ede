"""`govdocs init`: begin in an empty folder."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from govdocs.workflow.begin import begin_repository


@click.command(
    "init",
    epilog="""\b
Examples:
  govdocs init --organisation "Anytown Town Council"
  govdocs init papers --organisation "Anytown Town Council" """,
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--organisation", default="Example Organisation", show_default=True, help="Whose papers these will be.")
def command(folder: Path, organisation: str) -> None:
    """Lay out FOLDER (this one unless you name another) for records: settings, organisations, people, rooms."""
    written = begin_repository(folder.resolve(), organisation.strip() or "Example Organisation")
    show_written(folder.resolve(), written, 'govdocs new body council --name "Town Council"')


def show_written(root: Path, written: Sequence[Path], next_step: str) -> None:
    """List what was written, and last what to do next."""
    console = Console(highlight=False, markup=False)
    for path in written:
        console.print(f"wrote {path.relative_to(root).as_posix()}", soft_wrap=True)
    console.print(f"Next: {next_step}", soft_wrap=True)
