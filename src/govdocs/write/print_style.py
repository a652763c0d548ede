"""The style sheet of the paper: page sizes, header, footer and the word behind a draft."""

import re
from urllib.parse import quote

from govdocs.compose.blocks import Document, Section
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.font_widths import shorten, text_width
from govdocs.write.html_setting import page_mm
from govdocs.write.html_style import css_words
from govdocs.write.theme import Theme
from govdocs.write.watermark import write_watermark

FONT_SCHEME = "font:"
"""Fonts of the package go by this scheme and their file's name."""

_LINE = 1.25  # line height of header and footer
_LABEL_GAP_MM = 4.0  # between the label of the footer and the page number
_USUAL_LINES = 3  # the lines of letterhead for which the theme's top margin is meant


def write_font_faces(theme: Theme) -> str:
    """The fonts of the package under the names that the theme uses."""
    text, symbols = theme.type.family, theme.type.symbol_family
    faces = (
        (text, "LiberationSans-Regular", "normal", 400),
        (text, "LiberationSans-Bold", "normal", 700),
        (text, "LiberationSans-Italic", "italic", 400),
        (text, "LiberationSans-BoldItalic", "italic", 700),
        (symbols, "GovdocsSymbols-Regular", "normal", 400),
        (symbols, "GovdocsSymbols-Bold", "normal", 700),
    )
    return "\n".join(
        f"@font-face {{ font-family: {css_words(family)}; src: url({FONT_SCHEME}{file}.ttf); "
        f"font-style: {style}; font-weight: {weight}; }}"
        for family, file, style, weight in faces
    )


def write_print_style(document: Document, theme: Theme) -> str:
    """CSS for the pages of ``document``: one named page for each size that its sections use."""
    sizes = {page_name(section): section for section in document.sections}
    pages = "\n".join(_page(name, section, document, theme) for name, section in sizes.items())
    watermark = _watermark(document, theme) if document.watermark else ""
    return f"""
@page {{ {watermark} }}
{pages}
.section {{ break-before: page; }}
.contents a::after {{ content: leader(".") " " target-counter(attr(href), page); }}
.section:first-child {{ break-before: auto; }}
h3.letter, h4.letter, h5.letter, h6.letter {{ bookmark-level: none; }}
.columns {{ columns: 2; column-gap: 10mm; }}
.section.continued {{ break-before: auto; }}
.index li {{ break-inside: avoid; }}
main {{ hyphens: none; }}
"""


def page_name(section: Section) -> str:
    """The name of the section's kind of page."""
    return f"{section.paper.lower()}-{section.orientation}"


def top_margin_mm(document: Document, theme: Theme) -> float:
    """From the paper's upper edge to the text: the theme's, more or less by each line of letterhead over or under 3."""
    lines = max(len(document.letterhead), 1)
    return theme.page.top_mm + (lines - _USUAL_LINES) * _line_mm(theme)


def text_height_pt(section: Section, document: Document, theme: Theme) -> float:
    """The height between the text's upper and lower edge on the section's pages."""
    return (page_mm(section)[1] - top_margin_mm(document, theme) - theme.page.bottom_mm) * POINTS_A_MM


def _line_mm(theme: Theme) -> float:
    return theme.type.furniture_pt * _LINE / POINTS_A_MM


def _page(name: str, section: Section, document: Document, theme: Theme) -> str:
    width, height = page_mm(section)
    side = theme.page.landscape_margin_mm if section.orientation == "landscape" else theme.page.margin_mm
    top, bottom = top_margin_mm(document, theme), theme.page.bottom_mm
    furniture = _furniture(document, theme, width - 2 * side) if document.furniture else ""
    return (
        f"@page {name} {{ size: {width:g}mm {height:g}mm; margin: {top:.2f}mm {side:g}mm {bottom:g}mm; {furniture} }}\n"
        f".{name} {{ page: {name}; }}"
    )


def _watermark(document: Document, theme: Theme) -> str:
    picture = quote(write_watermark(document.watermark, theme))
    return f'background: url("data:image/svg+xml,{picture}") no-repeat center / contain;'


def _furniture(document: Document, theme: Theme, width_mm: float) -> str:
    """Header and footer. The footer's right end stays free for the number that the bound pack prints there.

    The engine gives a margin box what is left of its margin as height, so the boxes' margins place the hairlines.
    """
    page, colours = theme.page, theme.colours
    words = r" '\A' ".join(css_words(line) for line in document.letterhead) or '""'
    hairline = f"{theme.tables.hairline_pt:g}pt solid {colours.hairline}"
    look = (
        f"vertical-align: top; font-size: {theme.type.furniture_pt:g}pt; line-height: {_LINE}; "
        f"color: {colours.muted}; white-space: pre-wrap"
    )
    above = f"margin-top: {page.header_mm:g}mm; margin-bottom: {_under_header_mm(theme):.2f}mm"
    below = f"margin-top: {_footer_top_mm(theme):.2f}mm; padding-top: {page.furniture_gap_mm:g}mm"
    status_mm = width_mm / 4 if document.status else 0
    number_mm = _number_mm(document, theme) + page.pack_number_mm
    label = shorten(document.label, (width_mm - number_mm - _LABEL_GAP_MM) * POINTS_A_MM, theme.type.furniture_pt)
    return f"""
@top-left {{ content: {words}; width: {width_mm - status_mm:.2f}mm; text-align: left; {look}; {above};
  border-bottom: {hairline}; }}
@top-right {{ content: {css_words(document.status)}; width: {status_mm:.2f}mm; text-align: right; {look}; {above};
  border-bottom: {hairline}; font-weight: bold; color: {colours.heading}; }}
@bottom-left {{ content: {css_words(label)}; width: {width_mm - number_mm - _LABEL_GAP_MM:.2f}mm;
  padding-right: {_LABEL_GAP_MM:g}mm;
  text-align: left; {look}; {below}; border-top: {hairline}; }}
@bottom-right {{ content: {_page_label(document)}; width: {number_mm - page.pack_number_mm:.2f}mm;
  padding-right: {page.pack_number_mm:g}mm; text-align: right; {look}; {below}; border-top: {hairline}; }}
"""


def _under_header_mm(theme: Theme) -> float:
    """From the hairline under the header to the text."""
    taken = theme.page.header_mm + _USUAL_LINES * _line_mm(theme) + theme.page.furniture_gap_mm
    return max(theme.page.top_mm - taken, 0.0)


def _footer_top_mm(theme: Theme) -> float:
    """From the text's lower edge to the hairline over the footer."""
    taken = _line_mm(theme) + theme.page.furniture_gap_mm
    return max(theme.page.bottom_mm - theme.page.footer_mm - taken, 0.0)


def _number_mm(document: Document, theme: Theme) -> float:
    widest = document.page_label.replace("{n}", "888").replace("{total}", "888")
    return text_width(widest, theme.type.furniture_pt) / POINTS_A_MM + 1


def _page_label(document: Document) -> str:
    """The page number's wording with the engine's own counters in it."""
    counters = {"{n}": "counter(page)", "{total}": "counter(pages)"}
    parts = re.split(r"(\{n\}|\{total\})", document.page_label)
    return " ".join(counters.get(part) or css_words(part) for part in parts if part) or '""'
