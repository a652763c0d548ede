"""A document laid out on pages, as often as an index needs whose page numbers depend on the pages themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govdocs.compose.blocks import Document, IndexLine, walk
from govdocs.write.html import write_page
from govdocs.write.html_setting import Collected, Medium
from govdocs.write.options import WriteOptions
from govdocs.write.pdf_engine import PackageFetcher, ReadyPage, boxes, shared_fonts, weasyprint
from govdocs.write.print_style import write_font_faces

_AUTO = "break-inside: auto !important; break-after: auto !important; break-before: auto !important"
_PAIRS = "tr:not(.band) { break-after: auto !important }"
_TABLES = f"table.short, tbody.whole, tr {{ {_AUTO} }} tr:not(.breakable) {{ break-inside: avoid !important }}"
_EVERYTHING = (
    f"main * {{ {_AUTO} }} hr.page-break {{ break-after: page !important }} "
    ".section + .section:not(.continued) { break-before: page !important }"
)
_RELAXED = ("", _PAIRS, _TABLES, _EVERYTHING)
"""What is kept together, less and less: the engine gives up where parts that it must not divide exceed a page.

Where the first rows of a table do, it leaves the caption alone on a page of its own instead.
"""

_MOST_ROUNDS = 4
"""An index that stands before some of its own places may move them: it settles after a round or two."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The engine's pages, what writing them brought, the page of each anchor, and how pages are to be written.

    ``relaxed`` says that parts had to be divided that belong together.
    """

    engine: Any
    settings: Mapping[str, Any]
    collected: Collected
    pages: Mapping[str, int]
    relaxed: bool


def lay_out(document: Document, options: WriteOptions, **settings: Any) -> LaidOut:
    """The document on pages; ``settings`` are the engine's own.

    Raises:
        AssertionError: the engine gives up.
    """
    places = {place.anchor for piece in walk(document) if isinstance(piece, IndexLine) for place in piece.places}
    pages: Mapping[str, int] = {}
    for _ in range(_MOST_ROUNDS):
        laid_out = _lay_out(document, options, pages, settings)
        if all(laid_out.pages.get(place) == pages.get(place) for place in places):
            break
        pages = laid_out.pages
    return laid_out


def _lay_out(
    document: Document, options: WriteOptions, pages: Mapping[str, int], settings: Mapping[str, Any]
) -> LaidOut:
    markup, collected = write_page(document, options, Medium.PRINT, pages)
    fetcher = PackageFetcher({f"picture:{number}": picture for number, picture in enumerate(collected.pictures)})
    fonts = shared_fonts()
    faces = weasyprint.CSS(string=write_font_faces(options.theme), font_config=fonts, url_fetcher=fetcher)
    bare: LaidOut | None = None
    for relaxed in _RELAXED:
        more = weasyprint.CSS(string=relaxed, font_config=fonts, url_fetcher=fetcher)
        used = {"stylesheets": [faces, more], **settings}
        try:
            source = ReadyPage(markup, fetcher)
            engine = source.render(font_config=fonts, **used)
        except AssertionError:
            if relaxed is _RELAXED[-1]:
                raise
        else:
            found = {anchor: number for number, page in enumerate(engine.pages, 1) for anchor in page.anchors}
            laid_out = LaidOut(engine, used, collected, found, relaxed in (_TABLES, _EVERYTHING))
            if not any(_has_bare_caption(page) for page in engine.pages):
                return laid_out
            bare = bare or laid_out
            if relaxed not in (_RELAXED[0], _PAIRS):
                break
    return bare or laid_out  # a caption that stands alone whatever may be divided: then nothing needs to be


def _has_bare_caption(page: Any) -> bool:
    """Whether a caption stands on the page without any of its table's rows under it."""
    waiting = [page._page_box]  # noqa: SLF001 - the engine shows the boxes of a page nowhere else
    while waiting:
        box = waiting.pop()
        if isinstance(box, boxes.LineBox | boxes.TableBox) or not isinstance(box, boxes.ParentBox):
            continue
        inner = list(box.children)
        if box.is_table_wrapper and not any(isinstance(each, boxes.TableBox) for each in inner):
            return any(each.style["caption_side"] == "top" for each in inner)
        waiting += inner
    return False
