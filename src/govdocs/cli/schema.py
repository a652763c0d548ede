"""`govdocs schema`: help for editors."""

from pathlib import Path

import click
from rich.console import Console

from govdocs.cli.options import folder_option, read_settings
from govdocs.cli.strict import StrictCommand
from govdocs.diagnostics import Stage
from govdocs.workflow.scaffold import SCHEMAS
from govdocs.workflow.schemas import put_schemas


@click.command(
    "schema",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs schema                 write them anew, with the people, bodies and papers that there are now""",
)
@folder_option
def command(folder: Path) -> None:
    """Write JSON Schemas, so that an editor completes keys and ids, and explains them.

    `govdocs init` sets up VS Code to use them, and `govdocs new` keeps them up to date. Run it yourself in a fresh copy
    of the folder, and when you have typed new people or other ids.
    """
    settings = read_settings(folder, Stage.CIRCULATE.value, None)
    written = put_schemas(settings)
    console = Console(highlight=False, markup=False)
    console.print(f"wrote {len(written)} schemas into {SCHEMAS}", soft_wrap=True)
    console.print("Next: open a record in your editor; keys and ids are completed as you type.", soft_wrap=True)
