"""The part ``word/styles.xml``: what python-docx would take from its template, made from the theme instead."""

from dataclasses import dataclass

from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.docx.lengths import colour, eighth_points, half_points, line_units, twips
from govdocs.write.docx.looks import CELL_GAP_PT, Look, character_looks, paragraph_looks
from govdocs.write.docx.markup import DECLARATION, NAMESPACES, quote
from govdocs.write.theme import Theme


def styles_xml(theme: Theme, language: str) -> str:
    """All styles of a document in ``language`` (a BCP 47 tag)."""
    parts = [_defaults(theme, language), _LATENT, _normal(theme)]
    parts.extend(_look_xml(look) for look in paragraph_looks(theme))
    parts.append(_PLAIN_RUN)
    parts.extend(_look_xml(look) for look in character_looks(theme))
    parts.extend((_PLAIN_TABLE, _NO_LIST))
    parts.extend(_table_styles(theme))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
_PLAIN_RUN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_PLAIN_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _defaults(theme: Theme, language: str) -> str:
    family, size = quote(theme.type.word_family), half_points(theme.type.body_pt)
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>'
    run = (
        f'{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{quote(language)}" w:eastAsia="{quote(language)}" w:bidi="ar-SA"/>'
    )
    spacing = f'<w:spacing w:after="0" w:line="{line_units(theme.type.line_height)}" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _normal(theme: Theme) -> str:
    # The text's colour stands here and not among the defaults, which LibreOffice lays over run styles within tables.
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{colour(theme.colours.text)}"/></w:rPr></w:style>'
    )


def _look_xml(look: Look) -> str:
    kind = "character" if look.character else "paragraph"
    shown = '<w:uiPriority w:val="1"/><w:qFormat/>' if look.gallery else '<w:uiPriority w:val="40"/>'
    base = "DefaultParagraphFont" if look.character else look.base
    following = f'<w:next w:val="{look.following}"/>' if look.following else ""
    paragraph = f"<w:pPr>{look.paragraph}</w:pPr>" if look.paragraph else ""
    run = f"<w:rPr>{look.run}</w:rPr>" if look.run else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{look.ident}"{_custom(look.name)}><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="{base}"/>{following}{shown}{paragraph}{run}</w:style>'
    )


_BUILT_IN = frozenset(
    {"Title", "Subtitle", "Body Text", "caption", "header", "footer", "Strong", "Emphasis", "Hyperlink", "List"}
    | {f"heading {level}" for level in range(1, 7)}
    | {f"List {kind}{level}" for kind in ("Bullet", "Continue") for level in ("", " 2", " 3")}
    | {"List Number"}
)


def _custom(name: str) -> str:
    return "" if name in _BUILT_IN else ' w:customStyle="1"'


@dataclass(frozen=True, slots=True)
class Padding:
    """The room around what is in a cell; ``less_mm`` is taken off below, where the last paragraph has space after.

    ``flush`` cells begin at the very left and have all their room at the right.
    """

    across_mm: float
    down_mm: float
    less_mm: float = 0
    flush: bool = False


def _table_styles(theme: Theme) -> list[str]:
    tables, colours = theme.tables, theme.colours
    hairline, rule = (colours.hairline, tables.hairline_pt), (colours.rule, tables.rule_pt)
    usual = Padding(tables.padding_x_mm, tables.padding_y_mm, CELL_GAP_PT / POINTS_A_MM)
    small = Padding(tables.dashboard_padding_x_mm, tables.dashboard_padding_y_mm)
    people = Padding(tables.padding_x_mm, tables.padding_y_mm / 2, CELL_GAP_PT / POINTS_A_MM, flush=True)
    apart = theme.minutes.entry_gap_pt / POINTS_A_MM
    entries = Padding(tables.padding_x_mm, apart, theme.type.paragraph_gap_pt / POINTS_A_MM)
    lines = _borders(top=hairline, bottom=hairline, within=hairline)
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_border("bottom", *rule)}</w:tcBorders>'
        f"{shading(colours.head_fill)}</w:tcPr></w:tblStylePr>"
    )
    box = (colours.rule, theme.boxes.border_pt)
    bar = (colours.rule, theme.boxes.bar_mm * POINTS_A_MM)
    # The last paragraph of a box brings its own space below.
    under = theme.type.paragraph_gap_pt / POINTS_A_MM
    room = Padding(theme.boxes.padding_mm, theme.boxes.padding_mm * 0.75, under)
    return [
        _table_style("BoardTable", "Board Table", lines, usual, head=head),
        _table_style("BoardDashboard", "Board Dashboard", lines, small, head=head),
        _table_style("BoardPeople", "Board People", "", people),
        _table_style("BoardKey", "Board Key", lines, usual, head=head),
        _table_style("BoardDetails", "Board Details", lines, usual),
        _table_style("BoardMinutes", "Board Minutes", lines, entries, head=head),
        _table_style("BoardRuledBox", "Board Ruled Box", _borders(top=box, bottom=box, left=bar, right=box), room),
        _table_style("BoardQuietBox", "Board Quiet Box", "", room, fill=colours.notice_fill),
    ]


def _table_style(ident: str, name: str, borders: str, padding: Padding, *, head: str = "", fill: str = "") -> str:
    across, down = twips(padding.across_mm), twips(padding.down_mm)
    under = max(0, twips(padding.down_mm - padding.less_mm))
    left, right = (0, 2 * across) if padding.flush else (across, across)
    margins = (
        f'<w:tblCellMar><w:top w:w="{down}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="{under}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
    )
    cell = f"<w:tcPr>{shading(fill)}</w:tcPr>" if fill else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"<w:tblPr>{borders}{margins}</w:tblPr>{cell}{head}</w:style>"
    )


def shading(fill: str) -> str:
    """A cell's fill."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/>'


Line = tuple[str, float]
"""A rule's colour and thickness in points."""


def _borders(
    top: Line | None = None,
    bottom: Line | None = None,
    left: Line | None = None,
    right: Line | None = None,
    within: Line | None = None,
) -> str:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right), ("insideH", within))
    return f"<w:tblBorders>{''.join(_border(side, *line) for side, line in sides if line)}</w:tblBorders>"


def _border(side: str, ink: str, points: float) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighth_points(points)}" w:space="0" w:color="{colour(ink)}"/>'


def border(side: str, ink: str, points: float) -> str:
    """One side of a cell's own borders."""
    return _border(side, ink, points)
