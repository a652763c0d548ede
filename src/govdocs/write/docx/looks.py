"""The paragraph and character styles of our documents, from the theme."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.docx.lengths import colour, eighth_points, half_points, line_units, point_twips, twips
from govdocs.write.docx.numbering import BULLETS, BulletLevel
from govdocs.write.theme import Theme
from govdocs.write.tokens import HeadingTokens

SYMBOL_FONT = "Segoe UI Symbol"
"""Every Word on Windows has it; elsewhere a font with the sign is found by itself."""

DIVIDER_TOP_MM = 62.0
"""From the top of a divider's text to its letter."""

CELL_GAP_PT = 2.0
"""Between two paragraphs in a cell of a usual table; the cell's padding below is as much less."""

TABLE_FAMILIES = ("Table", "Dashboard")
"""The prefixes of the styles within tables: the usual size, and the small one of wide tables."""

BOLD = frozenset(
    {f"Heading{level}" for level in range(1, 7)}
    | {"Title", "Caption", "CaptionBelow", "Prompt", "ResolutionPrompt", "QuestionPrompt"}
    | {"DividerLetter", "DividerTitle", "TOC1", "TOC2", "IndexHeading"}
    | {f"{family}{part}" for family in TABLE_FAMILIES for part in ("Heading", "Band", "Total")}
    | {f"{family}{part}Number" for family in TABLE_FAMILIES for part in ("Heading", "Total")}
    | {f"{family}{part}Centre" for family in TABLE_FAMILIES for part in ("Heading", "Total")}
)
"""Styles that are bold already. Bold in a paragraph's and in a run's style cancel each other out in Word."""

ITALIC = frozenset({"Movement", "ResolutionMovement", "QuestionMovement"})
"""Styles that are italic already, for the same reason."""

_HIGHEST_LISTED = 2
"""The level under the title, with which tables of contents begin."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style: the contents of its ``w:pPr`` and ``w:rPr`` as XML, in the order that the schema demands.

    ``gallery`` styles are offered in Word's ribbon; the others are for whoever opens the list of all styles.
    """

    ident: str
    name: str
    base: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    character: bool = False
    gallery: bool = True


def paragraph_looks(theme: Theme) -> Iterator[Look]:
    """Every paragraph style but ``Normal``, a base before what is based on it."""
    yield from _text(theme)
    yield from _headings(theme)
    yield from _lists(theme)
    yield from _boxes(theme)
    for family, size, height in zip(
        TABLE_FAMILIES,
        (theme.type.table_pt, theme.type.dashboard_pt),
        (theme.type.table_line_height, theme.type.dashboard_line_height),
        strict=True,
    ):
        usual = family == TABLE_FAMILIES[0]
        yield from (replace(look, gallery=usual) for look in _tables(theme, family, size, height))
    yield from _captions(theme)
    yield from (replace(look, gallery=False) for look in _contents())
    yield from (replace(look, gallery=False) for look in _index(theme))
    yield from (replace(look, gallery=False) for look in _furniture(theme))


def _contents() -> Iterator[Look]:
    """Lines of a table of contents, each level further in."""
    for level in range(1, 10):
        highest = level <= _HIGHEST_LISTED
        indent = "" if highest else f'<w:ind w:left="{twips(6.0 * (level - _HIGHEST_LISTED))}"/>'
        spacing = _spacing(4.0 if highest else 0.0, 2.0)
        yield Look(f"TOC{level}", f"toc {level}", "Normal", "Normal", f"{spacing}{indent}", _B if highest else "")


def _index(theme: Theme) -> Iterator[Look]:
    """Lines of an index, those under another further in, and the letters over them."""
    for level in (1, 2):
        # Room at the right as well: LibreOffice puts the columns of an index side by side without any.
        hanging = twips(10.0 if level == 1 else 5.0)
        indent = f'<w:ind w:left="{twips(10.0)}" w:right="{twips(4.0)}" w:hanging="{hanging}"/>'
        run = f'<w:sz w:val="{half_points(theme.type.table_pt)}"/><w:szCs w:val="{half_points(theme.type.table_pt)}"/>'
        yield Look(f"Index{level}", f"index {level}", "Normal", "Normal", f"{_spacing(0.0, 1.0)}{indent}", run)
    run = f"{_B}{_ink(theme.colours.heading)}"
    yield Look("IndexHeading", "index heading", "Normal", "Index1", f"<w:keepNext/>{_spacing(8.0, 2.0)}", run)


def character_looks(theme: Theme) -> Iterator[Look]:
    """Every character style."""
    yield Look("Strong", "Strong", run="<w:b/><w:bCs/>", character=True)
    yield Look("Emphasis", "Emphasis", run="<w:i/><w:iCs/>", character=True)
    yield Look("Raised", "Raised", run='<w:vertAlign w:val="superscript"/>', character=True)
    yield Look("Hyperlink", "Hyperlink", run=f'{_ink(theme.colours.link)}<w:u w:val="single"/>', character=True)
    yield Look("Symbol", "Symbol", run=_fonts(SYMBOL_FONT), character=True)
    yield Look("Status", "Header Status", run=f"<w:b/><w:bCs/>{_ink(theme.colours.heading)}", character=True)
    tones = theme.tones
    for name, tone in (
        ("Red", tones.red),
        ("Amber", tones.amber),
        ("Green", tones.green),
        ("Blue", tones.blue),
        ("Grey", tones.grey),
    ):
        yield Look(f"Status{name}", f"Status {name}", run=f"<w:b/><w:bCs/>{_ink(tone.text)}", character=True)


def bullet_levels(theme: Theme) -> tuple[tuple[BulletLevel, ...], ...]:
    """The bulleted lists that styles are linked to: in the text, in the recommendations, beside bars, in tables."""
    hang, step = twips(theme.lists.bullet_mm), twips(theme.lists.step_mm)
    signs = (theme.lists.bullet, theme.lists.inner_bullet, theme.lists.inner_bullet)
    inset = bar_inset(theme)

    def levels(*styles: str, inset: int = 0, step: int = step, hang: int = hang) -> tuple[BulletLevel, ...]:
        return tuple(
            BulletLevel(style, sign, inset + at * step + hang, hang)
            for at, (style, sign) in enumerate(zip(styles, signs, strict=False))
        )

    small = round(hang * 0.7)
    return (
        levels("ListBullet", "ListBullet2", "ListBullet3"),
        levels("Recommendation"),
        levels("ResolutionBullet", inset=inset),
        levels("QuestionBullet", inset=inset),
        *(
            levels(f"{family}Bullet", f"{family}Bullet2", hang=small, step=round(step * 0.6))
            for family in TABLE_FAMILIES
        ),
    )


def _text(theme: Theme) -> Iterator[Look]:
    gap, type_ = theme.type.paragraph_gap_pt, theme.type
    yield Look("BodyText", "Body Text", paragraph=_spacing(after=gap))
    yield Look("NumberedParagraph", "Numbered Paragraph", "BodyText")
    yield Look(
        "Subtitle",
        "Subtitle",
        "BodyText",
        "BodyText",
        f"{_spacing(after=theme.tables.gap_pt)}<w:contextualSpacing/>",
        _size(type_.subtitle_pt, theme),
    )
    yield Look("LeadIn", "Lead-in", "BodyText", "BodyText", "<w:keepNext/>")
    yield Look("Note", "Note", "BodyText", run=_size(type_.note_pt, theme))
    yield Look("Movement", "Movement", "BodyText", "BodyText", run=f"<w:i/><w:iCs/>{_ink(theme.colours.muted)}")
    yield Look("Prompt", "Prompt", "BodyText", "BodyText", f"<w:keepNext/>{_spacing(before=gap, after=gap / 3)}", _B)
    yield Look("Centred", "Centred", "BodyText", paragraph='<w:jc w:val="center"/>')
    yield Look("StandingPage", "Standing Page", "Centred", run=_size(theme.heading_2.size_pt, theme))


def _headings(theme: Theme) -> Iterator[Look]:
    fourth = theme.heading_4
    levels = (theme.heading_1, theme.heading_2, theme.heading_3, fourth, fourth, fourth)
    for at, tokens in enumerate(levels):
        paragraph = f'{_heading_paragraph(tokens)}<w:outlineLvl w:val="{at}"/>'
        yield Look(
            f"Heading{at + 1}", f"heading {at + 1}", "Normal", "BodyText", paragraph, _heading_run(theme, tokens)
        )
    # For a cover that a secretary adds: the title of our papers is the first heading (see `paragraphs.heading`).
    paragraph, run = _heading_paragraph(theme.heading_1), _heading_run(theme, theme.heading_1)
    yield Look("Title", "Title", "Normal", "Subtitle", paragraph, run)


def _lists(theme: Theme) -> Iterator[Look]:
    gap = _spacing(after=theme.lists.item_gap_pt)
    step, hang = twips(theme.lists.step_mm), twips(theme.lists.bullet_mm)
    for at, suffix in enumerate(("", "2", "3")):
        name = f"List Bullet {suffix}".rstrip()
        yield Look(f"ListBullet{suffix}", name, "BodyText", paragraph=f"{_linked(BULLETS, at)}{gap}")
    yield Look("ListNumber", "List Number", "BodyText", paragraph=gap)
    yield Look("List", "List", "BodyText", paragraph=gap)
    for at, suffix in enumerate(("", "2", "3")):
        name = f"List Continue {suffix}".rstrip()
        indent = f'<w:ind w:left="{at * step + hang}"/>'
        yield Look(f"ListContinue{suffix}", name, "BodyText", paragraph=f"{gap}{indent}")


def _boxes(theme: Theme) -> Iterator[Look]:
    gap = _spacing(after=theme.lists.item_gap_pt)
    yield Look("Recommendation", "Recommendation", "BodyText", paragraph=f"{_linked(BULLETS + 1, 0)}{gap}")
    inset, hang = bar_inset(theme), twips(theme.lists.bullet_mm)
    indent, hung = f'<w:ind w:left="{inset}"/>', f'<w:ind w:left="{inset + hang}" w:hanging="{hang}"/>'
    for at, (name, ink) in enumerate((("Resolution", theme.colours.rule), ("Question", theme.colours.hairline))):
        paragraph = f"<w:keepLines/>{_bar(theme, ink)}{gap}{indent}"
        yield Look(name, name, "BodyText", paragraph=paragraph)
        bullet = f"{_linked(BULLETS + 2 + at, 0)}{hung}"
        yield Look(f"{name}Bullet", f"{name} Bullet", name, paragraph=bullet)
        yield Look(f"{name}Note", f"{name} Note", name, run=_size(theme.type.note_pt, theme))
        yield Look(f"{name}Movement", f"{name} Movement", name, run=f"<w:i/><w:iCs/>{_ink(theme.colours.muted)}")
        yield Look(f"{name}Prompt", f"{name} Prompt", name, name, "<w:keepNext/>", _B)


def _tables(theme: Theme, family: str, size: float, height: float) -> Iterator[Look]:
    text = f"{family}Text"
    sizes = f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
    gap = point_twips(CELL_GAP_PT) if family == "Table" else 0
    line = f'<w:spacing w:after="{gap}" w:line="{line_units(height)}" w:lineRule="auto"/>'
    right, centre = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
    band = f"{_B}{_ink(theme.colours.heading)}"
    number = BULLETS + 4 + TABLE_FAMILIES.index(family)
    yield Look(text, f"{family} Text", "Normal", paragraph=line, run=sizes)
    yield Look(f"{family}Label", f"{family} Label", text, run=_ink(theme.colours.muted))
    yield Look(f"{family}Heading", f"{family} Heading", text, paragraph="<w:keepNext/>", run=_B)
    yield Look(f"{family}Band", f"{family} Band", text, paragraph="<w:keepNext/>", run=band)
    yield Look(f"{family}Total", f"{family} Total", text, run=_B)
    for base in ("Text", "Heading", "Total"):
        name = "" if base == "Text" else base
        spaced = f"{name} " if name else ""
        yield Look(f"{family}{name}Number", f"{family} {spaced}Number", f"{family}{base}", paragraph=right)
        yield Look(f"{family}{name}Centre", f"{family} {spaced}Centre", f"{family}{base}", paragraph=centre)
    for at, suffix in enumerate(("", "2")):
        name = f"{family} Bullet {suffix}".rstrip()
        yield Look(f"{family}Bullet{suffix}", name, text, paragraph=_linked(number, at))


def _captions(theme: Theme) -> Iterator[Look]:
    gap, outer = theme.tables.caption_gap_pt, theme.tables.gap_pt
    run = f"{_B}{_size(theme.type.table_pt, theme, ink=theme.colours.text)}"
    yield Look("Caption", "caption", "Normal", "BodyText", f"<w:keepNext/>{_spacing(outer, gap)}", run)
    note = _size(theme.type.note_pt, theme)
    yield Look("PictureCaption", "Picture Caption", "Normal", "BodyText", _spacing(gap, outer), note)
    yield Look("CaptionBelow", "Caption Below", "Caption", "BodyText", f'<w:keepNext w:val="0"/>{_spacing(gap, outer)}')


def _furniture(theme: Theme) -> Iterator[Look]:
    run = _size(theme.type.furniture_pt, theme)
    gap = min(31, round(theme.page.furniture_gap_mm * POINTS_A_MM))
    yield Look("Header", "header", paragraph=_hairline(theme, "bottom", gap), run=run)
    yield Look("Footer", "footer", paragraph=_hairline(theme, "top", gap), run=run)
    line = f"{_hairline(theme, 'bottom', 1)}{_spacing(after=theme.tables.gap_pt)}"
    yield Look("Rule", "Rule", following="BodyText", paragraph=line, run=_TINY)
    room = _spacing(theme.tables.gap_pt)
    yield Look("Picture", "Picture", following="BodyText", paragraph=room)
    # Word joins two tables that touch, and ends every page with a paragraph: this one takes no room.
    exact = '<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>'
    joint = exact.format(point_twips(theme.tables.gap_pt))
    yield Look("BetweenTables", "Between Tables", following="BodyText", paragraph=joint, run=_TINY)
    yield Look("AfterTable", "After Table", following="BodyText", paragraph=exact.format(20), run=_TINY)
    before = f'<w:spacing w:before="{twips(DIVIDER_TOP_MM)}" w:line="{line_units(1.1)}" w:lineRule="auto"/>'
    letter = f"{_B}{_ink(theme.colours.heading)}{_sizes(theme.divider.letter_pt)}"
    centre, outline = '<w:jc w:val="center"/>', '<w:outlineLvl w:val="0"/>'
    yield Look("DividerLetter", "Divider Letter", paragraph=f"<w:keepNext/>{before}{centre}", run=letter)
    title = f"{_B}{_ink(theme.colours.heading)}{_sizes(theme.divider.title_pt)}"
    yield Look("DividerTitle", "Divider Title", paragraph=f"{centre}{outline}", run=title)


_B = "<w:b/><w:bCs/>"
_TINY = '<w:sz w:val="2"/><w:szCs w:val="2"/>'


def bar_inset(theme: Theme) -> int:
    """Where the words beside a bar begin."""
    return twips(theme.boxes.bar_mm + _bar_padding_mm(theme))


def _bar_padding_mm(theme: Theme) -> float:
    return theme.boxes.padding_mm * 0.75


def _bar(theme: Theme, ink: str) -> str:
    """A bar at the left of a paragraph: joined with that of the next paragraph of the same style."""
    thickness = eighth_points(theme.boxes.bar_mm * POINTS_A_MM)
    gap = min(31, round(_bar_padding_mm(theme) * POINTS_A_MM))
    bar = f'<w:left w:val="single" w:sz="{thickness}" w:space="{gap}" w:color="{colour(ink)}"/>'
    return f"<w:pBdr>{bar}</w:pBdr>"


def _heading_paragraph(tokens: HeadingTokens) -> str:
    spacing = (
        f'<w:spacing w:before="{point_twips(tokens.before_pt)}" w:after="{point_twips(tokens.after_pt)}" '
        f'w:line="{line_units(1.2)}" w:lineRule="auto"/>'
    )
    return f"<w:keepNext/><w:keepLines/>{spacing}"


def _heading_run(theme: Theme, tokens: HeadingTokens) -> str:
    return f"{_B}{_ink(theme.colours.heading)}{_sizes(tokens.size_pt)}"


def _hairline(theme: Theme, side: str, gap: int) -> str:
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{eighth_points(theme.tables.hairline_pt)}" w:space="{gap}" '
        f'w:color="{colour(theme.colours.hairline)}"/></w:pBdr>'
    )


def _linked(ident: int, level: int) -> str:
    """The link from a style to a level of a list."""
    inner = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{inner}<w:numId w:val="{ident}"/></w:numPr>'


def _spacing(before: float = 0, after: float = 0) -> str:
    return f'<w:spacing w:before="{point_twips(before)}" w:after="{point_twips(after)}"/>'


def _size(points: float, theme: Theme, *, ink: str = "") -> str:
    return f"{_ink(ink or theme.colours.muted)}{_sizes(points)}"


def _sizes(points: float) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def _ink(value: str) -> str:
    return f'<w:color w:val="{colour(value)}"/>'


def _fonts(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>'
