"""`govdocs verify`: whether papers are exactly what was built, or what a commit gives."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from govdocs.cli.main import CLEAN, FINDINGS
from govdocs.cli.options import folder_option
from govdocs.cli.show import shorten
from govdocs.cli.strict import StrictCommand
from govdocs.errors import CannotGoOnError
from govdocs.workflow.settings import find_root
from govdocs.workflow.verify import Checked, Verdict, name_origin, verify


@click.command(
    "verify",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs verify build/ccb/2018-06-21                 everything that was built for a meeting
  govdocs verify build/ccb/2018-06-21/pack.pdf        one file
  govdocs verify ~/Downloads/pack.pdf                 a file from elsewhere, known by its content
  govdocs verify --rebuild build/ccb/2018-06-21       build it again from its commit, and compare

\b
Exit status: 0 exactly the same, 1 something differs, 2 cannot tell.""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@click.option("--rebuild", is_flag=True, help="Build the papers again from their commit, and compare byte for byte.")
@folder_option
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="How many documents to write at once (default: one a processor)."
)
def command(paths: tuple[Path, ...], rebuild: bool, folder: Path, jobs: int | None) -> int:
    """Say whether each FILE, or all of a FOLDER that was built, is exactly what the build made.

    Nothing is changed.
    """
    console = Console(highlight=False, markup=False)
    same = [_verify_one(console, path, folder, jobs, again=rebuild) for path in paths]
    return CLEAN if all(same) else FINDINGS


def _verify_one(console: Console, path: Path, start: Path, jobs: int | None, *, again: bool) -> bool:
    root = _root_of(path, start)
    checked = verify(path, root / "build" if root else None)
    here = root or Path.cwd()
    # What differs last, right above the summary: a meeting has dozens of files.
    for file in sorted(checked.files, key=lambda each: each.verdict != Verdict.EXACT):
        console.print(f"{shorten(here, file.path)}: {file.verdict.value}", soft_wrap=True)
    same = all(file.verdict == Verdict.EXACT for file in checked.files)
    if checked.manifest:
        console.print(f"Built {name_origin(checked.manifest)}.", soft_wrap=True)
    if again:
        same &= _rebuild(console, checked, root, jobs)
    console.print("All is exactly the same." if same else "Not everything is the same.", soft_wrap=True)
    if not same:
        console.print("Next: ask who changed them, or run `govdocs build` to write the papers again.", soft_wrap=True)
    return same


def _root_of(path: Path, start: Path) -> Path | None:
    """The repository that the file lies in, else the one that the command is run in."""
    for folder in (path.resolve(), start.resolve()):
        try:
            return find_root(folder)
        except CannotGoOnError:
            continue
    return None


def _rebuild(console: Console, checked: Checked, root: Path | None, jobs: int | None) -> bool:
    if root is None:
        raise CannotGoOnError(
            "the papers can be built again only from their records, and there are none here",
            hint="say where they are: --folder FOLDER",
        )
    from govdocs.workflow.rebuild import rebuild  # noqa: PLC0415 - the writers take a second to load

    same = True
    for result in rebuild(root, checked, lambda *_: None, jobs):
        what = "exactly what" if not result.differences else "not what"
        words = f"{result.output}: {what} commit {result.commit[:10]} gives"
        console.print(words + _listed(result.differences), soft_wrap=True)
        same &= not result.differences
    return same


def _listed(differences: Sequence[str]) -> str:
    return f": {'; '.join(differences)}" if differences else ""
