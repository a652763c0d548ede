"""Pages: paper and margins of each section, running header and footer, the word over every page of a draft."""

import re
from dataclasses import dataclass

from govdocs.compose.blocks import Document, Section
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.docx.lengths import TWIPS_PER_POINT, colour, twips
from govdocs.write.docx.markup import DECLARATION, NAMESPACES, VML_NAMESPACES, quote
from govdocs.write.docx.runs import run
from govdocs.write.font_widths import shorten, text_width
from govdocs.write.html_setting import page_mm
from govdocs.write.print_style import top_margin_mm
from govdocs.write.theme import Theme

_CAPITALS = 0.716
"""The height of Arial's capitals, which a shape of text is filled with, in type sizes."""

_SHAPES = 2049
"""The first number that Word gives to shapes in headers; each width of page has a shape of its own."""

_PLACEHOLDER = re.compile(r"\{(n|total)\}")
_FIELDS = {"n": "PAGE", "total": "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """The header and the footer of pages of one width: the parts' names and contents, empty where there is none."""

    header: str
    footer: str


def text_width_twips(section: Section, theme: Theme) -> int:
    """The room between the margins."""
    return twips(page_mm(section)[0]) - 2 * _margin(section, theme)


def section_xml(document: Document, section: Section, theme: Theme, header: str, footer: str) -> str:
    """The properties of a section; ``header`` and ``footer`` are the ids of their parts, empty for none."""
    width, height = (twips(side) for side in page_mm(section))
    landscape = ' w:orient="landscape"' if width > height else ""
    references = f'<w:headerReference w:type="default" r:id="{header}"/>' if header else ""
    references += f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    begins = "continuous" if section.continued else "nextPage"
    columns = f' w:num="{section.columns}"' if section.columns > 1 else ""
    margin, page, top = _margin(section, theme), theme.page, twips(top_margin_mm(document, theme))
    return (
        f'<w:sectPr>{references}<w:type w:val="{begins}"/><w:pgSz w:w="{width}" w:h="{height}"{landscape}/>'
        f'<w:pgMar w:top="{top}" w:right="{margin}" w:bottom="{twips(page.bottom_mm)}" '
        f'w:left="{margin}" w:header="{twips(page.header_mm)}" w:footer="{twips(page.footer_mm)}" w:gutter="0"/>'
        f'<w:cols{columns} w:space="708"/></w:sectPr>'
    )


def furniture(document: Document, section: Section, theme: Theme, *, always: bool = False) -> Furniture:
    """The running header and footer of a section's pages, fitted to their width.

    A header is ``always`` there, if empty, where the section would otherwise go on with that of another document.
    """
    width = text_width_twips(section, theme)
    watermark = _watermark(document.watermark, section, theme) if document.watermark else ""
    if not document.furniture:
        bare = _header(f"<w:p><w:pPr>{_PLAIN}</w:pPr>{watermark}</w:p>") if watermark or always else ""
        return Furniture(bare, "")
    words = document.letterhead or ("",)
    status = f"<w:r><w:tab/></w:r>{run(document.status, _STATUS)}" if document.status else ""
    lines = [run(words[0]) + status, *(f"<w:r><w:br/></w:r>{run(line)}" for line in words[1:])]
    named = any((*document.letterhead, document.status))
    header = f"<w:p><w:pPr>{_HEADER if named else _PLAIN}{_tabs(width)}</w:pPr>{''.join(lines)}{watermark}</w:p>"
    number = f"<w:r><w:tab/></w:r>{_page_label(document.page_label)}"
    bare = "" if named or document.label else _NO_RULE  # a divider shows nothing but its number
    label = shorten(document.label, width / TWIPS_PER_POINT - _number_pt(document, theme), theme.type.furniture_pt)
    footer = f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{bare}{_tabs(width)}</w:pPr>{run(label)}{number}</w:p>'
    return Furniture(_header(header) if named or watermark or always else "", _footer(footer))


_HEADER = '<w:pStyle w:val="Header"/>'
_NO_RULE = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
_PLAIN = '<w:pStyle w:val="Normal"/>'
_STATUS = '<w:rPr><w:rStyle w:val="Status"/></w:rPr>'


def _number_pt(document: Document, theme: Theme) -> float:
    """The width of the page's number, with some room before it."""
    widest = document.page_label.replace("{n}", "888").replace("{total}", "888")
    return text_width(f"{widest}    ", theme.type.furniture_pt)


def _margin(section: Section, theme: Theme) -> int:
    landscape = section.orientation == "landscape"
    return twips(theme.page.landscape_margin_mm if landscape else theme.page.margin_mm)


def _tabs(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _header(content: str) -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES} {VML_NAMESPACES}>{content}</w:hdr>"


def _footer(content: str) -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _page_label(label: str) -> str:
    """``page {n} of {total}`` with fields that Word counts."""
    parts = _PLACEHOLDER.split(label)
    return "".join(
        f'<w:fldSimple w:instr=" {_FIELDS[part]} ">{run("1")}</w:fldSimple>' if at % 2 else run(part)
        for at, part in enumerate(parts)
    )


def _watermark(word: str, section: Section, theme: Theme) -> str:
    """The word behind the text, as Word itself makes watermarks: a shape of old in the header."""
    width, height = page_mm(section)
    tokens = theme.watermark
    # The shape is as long as the word at the theme's size, and never longer than the page is wide along its slant.
    length = min(text_width(word, tokens.size_pt, bold=True), 0.95 * (width**2 + height**2) ** 0.5 * 0.75 * POINTS_A_MM)
    size = f"width:{length:.1f}pt;height:{tokens.size_pt * _CAPITALS:.1f}pt"
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{round(width)}" o:spid="_x0000_s{_SHAPES + round(width)}" '
        f'type="#_x0000_t136" alt="{quote(word)}" '
        f'style="position:absolute;margin-left:0;margin-top:0;{size};rotation:{-tokens.angle % 360:g};'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" '
        f'o:allowincell="f" fillcolor="#{colour(tokens.colour)}" stroked="f">'
        f'<v:textpath style="font-family:&quot;{quote(theme.type.word_family)}&quot;;font-size:1pt;font-weight:bold" '
        f'string="{quote(word)}"/></v:shape></w:pict></w:r>'
    )
