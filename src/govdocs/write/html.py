"""A document as one HTML page: to read on a screen, or for the engine of the PDF."""

from collections.abc import Mapping
from html import escape
from math import ceil

from govdocs.compose.blocks import Block, Document, Heading, Paragraph, ParagraphKind, Section, walk
from govdocs.diagnostics import Diagnostic
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.font_widths import text_width
from govdocs.write.html_blocks import write_blocks
from govdocs.write.html_inlines import write_attributes
from govdocs.write.html_setting import Collected, Medium, Setting, text_width_pt
from govdocs.write.html_style import write_style
from govdocs.write.options import WriteOptions
from govdocs.write.print_style import page_name, text_height_pt, write_print_style
from govdocs.write.screen_style import write_screen_style
from govdocs.write.theme import Theme

_WIDEST_NUMBER_MM = 26.0  # a longer number pushes its own paragraph's first line instead of indenting all of them


def html(document: Document, options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """A page of HTML that stands alone: its style sheet and its pictures are inside."""
    markup, collected = write_page(document, options, Medium.SCREEN)
    return markup.encode("utf-8"), tuple(collected.diagnostics)


def write_page(
    document: Document, options: WriteOptions, medium: Medium, pages: Mapping[str, int] | None = None
) -> tuple[str, Collected]:
    """The HTML of ``document`` for ``medium``, with what was found in writing it and the pictures in their order.

    ``pages`` are the pages on which anchors stand, for an index.
    """
    theme, collected, pages = options.theme, Collected(), pages or {}
    number_mm = number_column_mm(document, theme)
    sections = "".join(
        _write_section(
            section,
            Setting(
                document,
                theme,
                medium,
                text_width_pt(section, theme),
                text_height_pt(section, document, theme),
                number_mm,
                collected,
                pages=pages,
            ),
        )
        for section in document.sections
    )
    style = write_style(theme, number_mm)
    style += write_print_style(document, theme) if medium is Medium.PRINT else write_screen_style(theme)
    header, footer = _furniture(document) if medium is Medium.SCREEN and document.furniture else ("", "")
    markup = (
        f"<!DOCTYPE html>\n<html{write_attributes(lang=document.language)}>\n<head>\n"
        f"{_write_head(document, options)}<style>{style}</style>\n</head>\n"
        f"<body>\n{header}<main>{sections}</main>\n{footer}</body>\n</html>\n"
    )
    return markup, collected


def _write_head(document: Document, options: WriteOptions) -> str:
    date = options.date.isoformat(timespec="seconds")
    named = (
        ("viewport", "width=device-width, initial-scale=1"),
        ("author", document.author),
        ("description", document.subject),
        ("keywords", ", ".join(document.keywords)),
        ("generator", options.producer),
        ("dcterms.created", date),
        ("dcterms.modified", date),
        *((f"govdocs.{name.lower()}", value) for name, value in options.properties),
    )
    lines = [f"<title>{escape(document.title)}</title>"]
    lines += [f"<meta{write_attributes(name=name, content=content)}>" for name, content in named if content]
    return '<meta charset="utf-8">\n' + "\n".join(lines) + "\n"


def _furniture(document: Document) -> tuple[str, str]:
    lines = "".join(f"<p>{escape(line)}</p>" for line in document.letterhead)
    status = f'<p class="status">{escape(document.status)}</p>' if document.status else ""
    watermark = (
        f'<p class="status">{escape(document.watermark)}</p>'
        if document.watermark.casefold() != document.status.casefold()
        else ""
    )
    header = f"<header>{lines}{status}{watermark if document.watermark else ''}</header>\n"
    return header, f"<footer><p>{escape(document.label)}</p></footer>\n" if document.label else ""


def _write_section(section: Section, setting: Setting) -> str:
    standing = " standing" if _stands_alone(section.blocks) else ""
    standing += " columns" if section.columns > 1 else ""
    standing += " continued" if section.continued else ""
    return f'<div class="section {page_name(section)}{standing}">{write_blocks(section.blocks, setting)}</div>'


def _stands_alone(blocks: tuple[Block, ...]) -> bool:
    """Whether a page holds nothing but a few centred words, which then stand in its middle."""
    return bool(blocks) and all(
        isinstance(block, Paragraph) and block.kind is ParagraphKind.CENTRED for block in blocks
    )


def number_column_mm(document: Document, theme: Theme) -> float:
    """The column in which numbers hang: the theme's, or as wide as the document's widest number needs."""
    widest = theme.lists.number_mm
    for block in walk(document):
        if isinstance(block, Heading | Paragraph) and block.number:
            levels = (theme.heading_1, theme.heading_2, theme.heading_3, theme.heading_4)
            heading = isinstance(block, Heading)
            size = levels[min(block.level, 4) - 1].size_pt if isinstance(block, Heading) else theme.type.body_pt
            width = text_width(f"{block.number.text} ", size, bold=heading) / POINTS_A_MM
            widest = max(widest, ceil(width + 0.5)) if width <= _WIDEST_NUMBER_MM else widest
    return widest
