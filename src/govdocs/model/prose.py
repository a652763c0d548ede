"""Runs of Markdown inside records: reading found them, models hold them as they are, composing reads them."""

from govdocs.read.nodes import Prose

__all__ = ["Prose"]
