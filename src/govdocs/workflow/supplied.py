"""Whether the files that others supplied can be bound: told before a build tries."""

from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic


def check_supplied(pack: Pack) -> tuple[Diagnostic, ...]:
    """What is wrong with the supplied files of a pack; a Word file is not turned into pages for it."""
    files = [file for document in pack.documents() for file in document.supplied]
    if not files:
        return ()
    from govdocs.pack.supplied_checks import inspect_supplied  # noqa: PLC0415 - few packs need the PDF library

    return tuple(finding for file in files for finding in inspect_supplied(file))
