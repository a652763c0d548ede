"""On which page of the PDF each heading stands, for formats that know no pages before somebody opens them."""

from collections.abc import Mapping

from govdocs.compose.blocks import Contents, Document, walk
from govdocs.errors import CannotGoOnError
from govdocs.write.html import write_page
from govdocs.write.html_setting import Medium
from govdocs.write.options import WriteOptions


def page_numbers(document: Document, options: WriteOptions) -> Mapping[str, int]:
    """The page of each anchor; nothing where no table of contents asks for it, or where pages cannot be laid out."""
    if not any(isinstance(block, Contents) for block in walk(document)):
        return {}
    # Only a document with a table of contents waits for the engine.
    try:
        from govdocs.write.pdf_engine import (  # noqa: PLC0415
            PackageFetcher,
            engine_environment,
            engine_log,
            shared_fonts,
            weasyprint,
        )
    except CannotGoOnError:
        return {}
    from govdocs.write.print_style import write_font_faces  # noqa: PLC0415

    markup, collected = write_page(document, options, Medium.PRINT)
    fetcher = PackageFetcher({f"picture:{at}": picture for at, picture in enumerate(collected.pictures)})
    with engine_environment(options.date), engine_log():
        fonts = shared_fonts()
        faces = weasyprint.CSS(string=write_font_faces(options.theme), font_config=fonts, url_fetcher=fetcher)
        source = weasyprint.HTML(string=markup, url_fetcher=fetcher)
        try:
            laid_out = source.render(stylesheets=[faces], font_config=fonts)
        except AssertionError:  # parts that stay together are taller than a page: the PDF itself says so
            return {}
    return {anchor: number for number, page in enumerate(laid_out.pages, 1) for anchor in page.anchors}
