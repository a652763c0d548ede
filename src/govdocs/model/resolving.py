"""Whether every id leads somewhere."""

from collections.abc import Iterable

from govdocs.diagnostics import Diagnostic
from govdocs.model.gathering import ActionsOfBody
from govdocs.model.index import Library


def check_references(library: Library, actions: Iterable[ActionsOfBody]) -> tuple[Diagnostic, ...]:
    """Findings about ids that lead nowhere."""
    del library, actions
    return ()
