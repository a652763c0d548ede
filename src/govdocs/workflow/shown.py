"""The records as an audience may see them."""

from dataclasses import replace

from govdocs.publish.audience import filter_library
from govdocs.workflow.load import Loaded


def show_to(loaded: Loaded, audience: str) -> Loaded:
    """``loaded`` without what is closed to the audience; the same object where nothing is."""
    filtered = filter_library(loaded.library, audience)
    if not filtered.withheld:
        return loaded
    files = {path: file for path, file in loaded.sources.files.items() if path not in filtered.withheld}
    return replace(loaded, library=filtered.library, sources=replace(loaded.sources, files=files))
