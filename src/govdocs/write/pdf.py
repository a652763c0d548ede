"""A document as an accessible PDF."""

from typing import Any

from govdocs.compose.blocks import Document
from govdocs.diagnostics import Diagnostic
from govdocs.write.html import write_page
from govdocs.write.html_setting import Medium
from govdocs.write.options import WriteOptions
from govdocs.write.pdf_engine import (
    ENGINE,
    PackageFetcher,
    engine_environment,
    engine_log,
    pydyf,
    shared_fonts,
    weasyprint,
)
from govdocs.write.pdf_findings import describe_engine, describe_lost, describe_messages
from govdocs.write.pdf_tags import own_tags
from govdocs.write.print_style import write_font_faces


def pdf(document: Document, options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document as PDF/UA-1: tagged, with bookmarks, links and its fonts.

    The bytes depend on the document and the options only. A link to another document is a relative link to its PDF.
    What the engine could not do (a letter that no font has, a picture that cannot be read) is reported at the block
    that it happened to.
    """
    markup, collected = write_page(document, options, Medium.PRINT)
    pictures = {f"picture:{number}": picture for number, picture in enumerate(collected.pictures)}
    fetcher, fonts = PackageFetcher(pictures), shared_fonts()
    with engine_environment(options.date), engine_log() as log, own_tags() as lost:
        faces = weasyprint.CSS(string=write_font_faces(options.theme), font_config=fonts, url_fetcher=fetcher)
        source = weasyprint.HTML(string=markup, url_fetcher=fetcher)
        data = source.write_pdf(
            stylesheets=[faces],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_identifier=document.name.encode("utf-8"),
            finisher=lambda _, file: _finish(file, options),
        )
    said = describe_messages(log.messages, document, pictures)
    return data, (*collected.diagnostics, *describe_engine(document), *said, *describe_lost(lost, document))


def _finish(file: Any, options: WriteOptions) -> None:
    """Say in the file's properties what made it, and leave its metadata readable for programs that only look there."""
    file.info["Producer"] = pydyf.String(f"{options.producer} ({ENGINE})")
    for item in file.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/Metadata":
            item.compress = False
