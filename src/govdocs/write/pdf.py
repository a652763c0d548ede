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
from govdocs.write.pdf_metadata import About, write_packet
from govdocs.write.pdf_sources import attach_sources
from govdocs.write.pdf_tags import own_tags
from govdocs.write.print_style import write_font_faces
from govdocs.write.problems import TOO_TALL

_AUTO = "break-inside: auto !important; break-after: auto !important; break-before: auto !important"
_TABLES = f"tbody.whole, tr {{ {_AUTO} }} tr:not(.breakable) {{ break-inside: avoid !important }}"
_EVERYTHING = (
    f"main * {{ {_AUTO} }} hr.page-break {{ break-after: page !important }} "
    ".section + .section { break-before: page !important }"
)
_RELAXED = ("", _TABLES, _EVERYTHING)
"""What is kept together, less and less: the engine gives up where parts that it must not divide exceed a page."""


def pdf(document: Document, options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document as PDF/UA-1 and PDF/A-3a in one: tagged, with bookmarks, links, its fonts and its sources.

    The bytes depend on the document and the options only. A link to another document is a relative link to its PDF.
    What the engine could not do (a letter that no font has, a picture that cannot be read) is reported at the block
    that it happened to.
    """
    markup, collected = write_page(document, options, Medium.PRINT)
    pictures = {f"picture:{number}": picture for number, picture in enumerate(collected.pictures)}
    fetcher = PackageFetcher(pictures)
    with engine_environment(options.date), engine_log() as log, own_tags() as lost:
        data, relaxed = _lay_out(markup, document, fetcher, options)
    said = describe_messages(log.messages, document, pictures)
    divided = (_too_tall(document),) if relaxed else ()
    found = (*collected.diagnostics, *describe_engine(document), *said, *divided, *describe_lost(lost, document))
    return data, found


def _lay_out(markup: str, document: Document, fetcher: PackageFetcher, options: WriteOptions) -> tuple[bytes, bool]:
    """The bytes of the PDF, and whether parts had to be divided that should stay together."""
    fonts = shared_fonts()
    faces = weasyprint.CSS(string=write_font_faces(options.theme), font_config=fonts, url_fetcher=fetcher)
    for relaxed in _RELAXED:
        more = weasyprint.CSS(string=relaxed, font_config=fonts, url_fetcher=fetcher)
        try:
            source = weasyprint.HTML(string=markup, url_fetcher=fetcher)
            data: bytes = source.write_pdf(
                stylesheets=[faces, more],
                font_config=fonts,
                pdf_variant="pdf/a-3a",
                pdf_identifier=document.name.encode("utf-8"),
                finisher=lambda _, file: _finish(file, document, options),
            )
        except AssertionError:
            if relaxed is _RELAXED[-1]:
                raise
        else:
            return data, bool(relaxed)
    raise AssertionError  # the last try has returned or raised


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
