"""A document as an accessible PDF."""

from typing import Any

from govdocs.compose.blocks import Document
from govdocs.diagnostics import Diagnostic
from govdocs.write.options import WriteOptions
from govdocs.write.pdf_engine import (
    ENGINE,
    engine_environment,
    engine_log,
    pydyf,
)
from govdocs.write.pdf_findings import describe_engine, describe_lost, describe_messages
from govdocs.write.pdf_layout import lay_out
from govdocs.write.pdf_metadata import About, write_packet
from govdocs.write.pdf_sources import attach_sources
from govdocs.write.pdf_tags import own_tags
from govdocs.write.problems import TOO_TALL


def pdf(document: Document, options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document as PDF/UA-1 and PDF/A-3a in one: tagged, with bookmarks, links, its fonts and its sources.

    The bytes depend on the document and the options only. A link to another document is a relative link to its PDF.
    What the engine could not do (a letter that no font has, a picture that cannot be read) is reported at the block
    that it happened to.
    """
    with engine_environment(options.date), engine_log() as log, own_tags() as lost:
        laid_out = lay_out(document, options, pdf_variant="pdf/a-3a")
        data: bytes = laid_out.engine.write_pdf(
            pdf_identifier=document.name.encode("utf-8"),
            finisher=lambda _, file: _finish(file, document, options),
            **laid_out.settings,
        )
    pictures = {f"picture:{number}": picture for number, picture in enumerate(laid_out.collected.pictures)}
    said = describe_messages(log.messages, document, pictures)
    divided = (_too_tall(document),) if laid_out.relaxed else ()
    found = (*laid_out.collected.diagnostics, *describe_engine(document), *said, *divided)
    return data, (*found, *describe_lost(lost, document))


def _too_tall(document: Document) -> Diagnostic:
    message = "rows that belong together are taller than a page; they were divided between pages"
    return Diagnostic(TOO_TALL, message, document.place, "let fewer rows share a cell, or divide the table")


def _finish(file: Any, document: Document, options: WriteOptions) -> None:
    """Say in the file what it is and what made it, and attach what it was made from.

    The metadata stays readable for programs that only look there.
    """
    producer = f"{options.producer} ({ENGINE})"
    about = About(
        document.title,
        document.language,
        document.author,
        document.subject,
        document.keywords,
        options.date,
        producer,
        options.properties,
    )
    file.info["Producer"] = pydyf.String(producer)
    for item in file.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/Metadata":
            item.compress = False
            item.stream = [write_packet(about)]
    for name, value in options.properties:
        file.info[name] = pydyf.String(value)
    attach_sources(file, options.sources, options.date)
