"""The front door: a document in, the bytes of a Word file out."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from govdocs.compose.blocks import Document, Paragraph, ParagraphKind, Section
from govdocs.diagnostics import Diagnostic
from govdocs.write.docx.body import write_blocks
from govdocs.write.docx.index import index_paths
from govdocs.write.docx.lengths import point_twips, twips
from govdocs.write.docx.looks import SYMBOL_FONT
from govdocs.write.docx.manuscript import Manuscript, Setting, new_manuscript
from govdocs.write.docx.markup import DECLARATION, DRAWING_NAMESPACES, NAMESPACES
from govdocs.write.docx.office_theme import office_theme_xml
from govdocs.write.docx.package import Contents, fonts_xml, package_bytes, settings_xml
from govdocs.write.docx.pages import furniture, section_xml, text_width_twips
from govdocs.write.docx.problems import DEAD_LINK
from govdocs.write.docx.styles import styles_xml
from govdocs.write.html import number_column_mm
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers
from govdocs.write.theme import Theme

STANDING_TOP_MM = 75.0
"""From the top of the text to the words of a page that holds nothing else."""


def docx(document: Document, options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document as a Word file, and what was found while writing it.

    The same document and options give the same bytes, whatever the clock, the time zone and the process.
    """
    manuscript = new_manuscript(options.theme, write_blocks, 0)
    manuscript.pages = page_numbers(document, options)
    contents = Contents("")
    body, properties = write_document(manuscript, contents, document, last=True)
    return finish(manuscript, contents, body + properties, document, options)


def write_document(manuscript: Manuscript, contents: Contents, document: Document, *, last: bool) -> tuple[str, str]:
    """The document's sections as XML, and the properties with which the ``last`` document of a file ends it."""
    manuscript.number_column = twips(number_column_mm(document, manuscript.theme))
    manuscript.index_paths = index_paths(document)
    sections = tuple(_balanced(document.sections or (Section(()),)))
    body: list[str] = []
    for at, section in enumerate(sections, start=1):
        written, properties = _section(manuscript, contents, document, section)
        if last and at == len(sections):
            return "".join((*body, *written)), properties
        # The last paragraph of a section carries its properties, as the last of its own.
        written[-1] = written[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)
        body += written
    return "".join(body), ""


def _balanced(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections, an empty one under columns where nothing goes on there: programs end only such columns evenly."""
    for at, section in enumerate(sections):
        yield section
        if section.columns > 1 and not any(following.continued for following in sections[at + 1 : at + 2]):
            yield replace(section, blocks=(), columns=1, continued=True)


def finish(
    manuscript: Manuscript, contents: Contents, body: str, about: Document, options: WriteOptions
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The whole file of what was written; ``about`` gives its properties."""
    theme = manuscript.theme
    contents.document = (
        f"{DECLARATION}<w:document {NAMESPACES} {DRAWING_NAMESPACES}><w:body>{body}</w:body></w:document>"
    )
    for name, kind, content in (
        ("styles.xml", "styles", _styles(manuscript, about.language)),
        ("settings.xml", "settings", settings_xml(about.language)),
        ("fontTable.xml", "fontTable", fonts_xml(theme, SYMBOL_FONT)),
        ("theme/theme1.xml", "theme", office_theme_xml(theme)),
        ("numbering.xml", "numbering", manuscript.numbering.xml()),
    ):
        contents.parts[name] = (kind, content)
        manuscript.relate(kind, name)
    contents.media = manuscript.media
    contents.relations = tuple(manuscript.relations)
    _check_links(manuscript)
    return package_bytes(contents, about, options), tuple(manuscript.found)


def _styles(manuscript: Manuscript, language: str) -> str:
    theme, size = manuscript.theme, manuscript.dashboard_pt
    if size < math.inf:
        theme = replace(theme, type=replace(theme.type, dashboard_pt=size))
    return _styles_of(theme, language)


@lru_cache(maxsize=8)
def _styles_of(theme: Theme, language: str) -> str:
    """The reference document, as it were: made from the theme once for all documents of a run."""
    return styles_xml(theme, language)


def _section(manuscript: Manuscript, contents: Contents, document: Document, section: Section) -> tuple[list[str], str]:
    """A string for each paragraph and table, the last one a paragraph, and the properties of the section."""
    theme = manuscript.theme
    manuscript.at_top = not section.continued
    gap = point_twips(theme.type.paragraph_gap_pt)
    setting = Setting(width=text_width_twips(section, theme), list_gap=gap)
    if _stands_alone(section):
        setting, manuscript.pending_gap = replace(setting, centred="StandingPage"), twips(STANDING_TOP_MM)
    written = write_blocks(manuscript, section.blocks, setting)
    around = furniture(document, section, theme, always=bool(manuscript.scope))
    header = _keep(manuscript, contents, "header", around.header)
    footer = _keep(manuscript, contents, "footer", around.footer)
    properties = section_xml(document, section, theme, header, footer)
    if not written or not written[-1].startswith("<w:p>"):
        written.append('<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>')
    return written, properties


def _stands_alone(section: Section) -> bool:
    """Whether the pages hold nothing but a few centred words: a blank page, a sheet for a paper to follow."""
    return bool(section.blocks) and all(
        isinstance(block, Paragraph) and block.kind is ParagraphKind.CENTRED for block in section.blocks
    )


def _keep(manuscript: Manuscript, contents: Contents, kind: str, content: str) -> str:
    """The id of the header or footer with this content; pages of the same width share one."""
    if not content:
        return ""
    for name, kept in contents.parts.items():
        if kept == (kind, content):
            return manuscript.relate(kind, name)
    name = f"{kind}{sum(1 for kept, _ in contents.parts.values() if kept == kind) + 1}.xml"
    contents.parts[name] = (kind, content)
    return manuscript.relate(kind, name)


def _check_links(manuscript: Manuscript) -> None:
    for bookmark, (name, place) in manuscript.asked_for.items():
        if bookmark not in manuscript.bookmarks:
            message = f"a link leads to `{name}`; expected the name of something in this document"
            manuscript.report(DEAD_LINK, message, place, "correct the name after the `#`")
