"""Reading and modelling, the steps that every command begins with."""

from dataclasses import dataclass
from datetime import date

from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library, build_library
from govdocs.read.repository import Sources, read_repository
from govdocs.workflow.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of a repository, what was wrong with them, and the day to judge by."""

    sources: Sources
    library: Library
    findings: tuple[Diagnostic, ...]
    as_of: date


def load(settings: Settings) -> Loaded:
    """Read the repository and build its library."""
    sources, reading = read_repository(settings.root)
    library, modelling = build_library(sources)
    return Loaded(sources, library, (*reading, *modelling), _judged_day(settings, library))


def _judged_day(settings: Settings, library: Library) -> date:
    """The day given on the command line, else the repository's own ``as_of``, else today."""
    if settings.pinned or library.settings.as_of is None:
        return settings.now.date()
    return library.settings.as_of
