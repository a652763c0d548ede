"""On which page of the PDF headings and places of an index stand, for formats that do not know their pages."""

from collections.abc import Mapping

from govdocs.compose.blocks import Contents, Document, Index, walk
from govdocs.errors import CannotGoOnError
from govdocs.write.options import WriteOptions


def page_numbers(document: Document, options: WriteOptions) -> Mapping[str, int]:
    """The page of each anchor; nothing where nothing prints pages, or where they cannot be laid out."""
    if not any(isinstance(block, Contents | Index) for block in walk(document)):
        return {}
    # Only a document that prints pages waits for the engine.
    try:
        from govdocs.write.pdf_engine import engine_environment, engine_log  # noqa: PLC0415
        from govdocs.write.pdf_layout import lay_out  # noqa: PLC0415
    except CannotGoOnError:
        return {}
    with engine_environment(options.date), engine_log():
        try:
            return lay_out(document, options).pages
        except AssertionError:  # parts that stay together are taller than a page: the PDF itself says so
            return {}
