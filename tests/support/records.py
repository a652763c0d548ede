"""Records read and modelled from a folder of test cases."""

from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library, build_library
from govdocs.read.repository import read_repository

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"


def load_library(root: Path) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library of the repository at ``root``, and what was wrong with it."""
    sources, reading = read_repository(root)
    library, modelling = build_library(sources)
    return library, (*reading, *modelling)
