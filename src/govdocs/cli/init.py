"""`govdocs init`: begin in an empty folder."""

from pathlib import Path

import click

from govdocs.cli.strict import StrictCommand
from govdocs.cli.written import show_added
from govdocs.workflow.begin import begin_repository


@click.command(
    "init",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs init --organisation "Anytown Town Council"
  govdocs init papers --organisation "Anytown Town Council" """,
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--organisation", default="Example Organisation", show_default=True, help="Whose papers these will be.")
def command(folder: Path, organisation: str) -> None:
    """Lay out FOLDER (this one unless you name another) for records: settings, organisations, people, rooms."""
    show_added(begin_repository(folder.resolve(), organisation))
