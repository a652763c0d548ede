"""The style sheet that paper and screen share, written from the theme."""

from dataclasses import fields

from govdocs.write.theme import Theme
from govdocs.write.tokens import HeadingTokens


def write_style(theme: Theme, number_mm: float) -> str:
    """CSS for the blocks; ``number_mm`` is the column in which the numbers of paragraphs hang."""
    return "\n".join((_text(theme, number_mm), _headings(theme), _lists(theme), _tables(theme), _parts(theme)))


def css_words(text: str) -> str:
    """``text`` as a string of CSS, whatever is in it."""
    plain = "".join(f"\\{ord(each):x} " if each in '"\\<>&' or ord(each) < ord(" ") else each for each in text)
    return f'"{plain}"'


def _text(theme: Theme, number_mm: float) -> str:
    kind, colours = theme.type, theme.colours
    family = f"{css_words(kind.family)}, {css_words(kind.word_family)}, {css_words(kind.symbol_family)}, sans-serif"
    return f"""
html {{ --number: {number_mm:g}mm; font-family: {family}; font-size: {kind.body_pt:g}pt;
  line-height: {kind.line_height:g}; color: {colours.text}; }}
body {{ margin: 0; }}
p, ul, ol, figure {{ margin: 0 0 {kind.paragraph_gap_pt:g}pt; }}
p {{ orphans: {kind.orphans:g}; widows: {kind.widows:g}; }}
p.lines {{ break-inside: avoid; }}
a {{ color: {colours.link}; text-decoration: none; }}
abbr {{ text-decoration: none; }}
sup {{ font-size: 70%; line-height: 0; }}
.symbol {{ font-family: {css_words(kind.symbol_family)}, {family}; }}
.numbered {{ padding-left: var(--number); text-indent: calc(-1 * var(--number)); }}
.number {{ display: inline-block; min-width: var(--number); text-indent: 0; white-space: pre; }}
caption .number {{ display: inline; margin-right: 0.4em; }}
.subtitle {{ color: {colours.muted}; font-size: {kind.subtitle_pt:g}pt; margin-bottom: 2pt; }}
h1 + .subtitle {{ margin-top: -3pt; }}
.subtitle + :not(.subtitle) {{ margin-top: 8pt; }}
.lead-in, .prompt, .leads {{ break-after: avoid; }}
.prompt {{ font-weight: bold; margin-bottom: 2pt; }}
.contents {{ list-style: none; padding: 0; }}
.contents a {{ color: inherit; text-decoration: none; }}
.contents .level-1 {{ font-weight: bold; margin-top: 4pt; }}
.contents .level-2 {{ padding-left: 6mm; }}
.contents .level-3 {{ padding-left: 12mm; }}
.contents .level-4 {{ padding-left: 18mm; }}
h3.letter, h4.letter, h5.letter, h6.letter {{ font-size: {kind.body_pt:g}pt; margin: 8pt 0 2pt; }}
.index > :first-child {{ margin-top: 0; }}
.index ul {{ padding: 0; margin: 0; }}
.index p {{ margin: 0; padding-left: 10mm; text-indent: -10mm; font-size: {kind.table_pt:g}pt; }}
.index .level-2 p {{ text-indent: -5mm; }}
.index a {{ color: inherit; }}
.note {{ color: {colours.muted}; font-size: {kind.note_pt:g}pt; }}
.movement {{ font-style: italic; color: {colours.muted}; }}
.centred {{ text-align: center; }}
.standing {{ padding-top: 75mm; font-size: {theme.heading_2.size_pt:g}pt; color: {colours.muted}; }}
hr {{ margin: 0; border: 0; }}
hr.rule {{ border-top: {theme.tables.hairline_pt:g}pt solid {colours.hairline}; margin: 8pt 0; }}
hr.page-break {{ break-after: page; height: 0; }}
.section > :first-child, hr.page-break + * {{ margin-top: 0; }}
"""


def _headings(theme: Theme) -> str:
    levels = (theme.heading_1, theme.heading_2, theme.heading_3, theme.heading_4, theme.heading_4, theme.heading_4)
    rules = "".join(_heading(number, tokens) for number, tokens in enumerate(levels, 1))
    return f"""
h1, h2, h3, h4, h5, h6 {{ color: {theme.colours.heading}; font-weight: bold; line-height: 1.2;
  break-after: avoid; break-inside: avoid; margin-break: discard; text-align: left; }}
{rules}"""


def _heading(level: int, tokens: HeadingTokens) -> str:
    size, before, after = tokens.size_pt, tokens.before_pt, tokens.after_pt
    return f"h{level} {{ font-size: {size:g}pt; margin: {before:g}pt 0 {after:g}pt; }}\n"


def _lists(theme: Theme) -> str:
    tokens = theme.lists
    return f"""
ul, ol {{ list-style: none; padding: 0; }}
ul.bullet {{ --label: {tokens.bullet_mm:g}mm; }}
ol {{ --label: {tokens.item_number_mm:g}mm; }}
ul.bullet, ol {{ padding-left: var(--label); }}
ul.plain {{ --label: 0mm; }}
ul.under, ol.under {{ margin-left: var(--number); }}
li ul, li ol {{ margin: {tokens.item_gap_pt:g}pt 0 0; }}
ul.bullet > li > ul, ul.bullet > li > ol {{ margin-left: {max(tokens.step_mm - tokens.bullet_mm, 0):g}mm; }}
td li > ul, td li > ol {{ margin-left: 0 !important; }}
li > ul + p, li > ol + p {{ margin-top: {tokens.item_gap_pt:g}pt; }}
li {{ margin: 0 0 {tokens.item_gap_pt:g}pt; }}
li:last-child {{ margin-bottom: 0; }}
li > p {{ margin-bottom: {tokens.item_gap_pt:g}pt; }}
li > p:last-child {{ margin-bottom: 0; }}
p.labelled {{ text-indent: calc(-1 * var(--label)); }}
.label {{ display: inline-block; min-width: var(--label); text-indent: 0; white-space: pre; }}
"""


def _tables(theme: Theme) -> str:
    tokens, colours, kind = theme.tables, theme.colours, theme.type
    hairline = f"{tokens.hairline_pt:g}pt solid {colours.hairline}"
    rule = f"{tokens.rule_pt:g}pt solid {colours.rule}"
    tones = "".join(
        f".tone-{tone.name} {{ background: {look.fill}; color: {look.text}; font-weight: bold; "
        "border-left: 1pt solid #FFFFFF; border-right: 1pt solid #FFFFFF; }\n"
        for tone in fields(theme.tones)
        for look in (getattr(theme.tones, tone.name),)
    )
    return f"""
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 {tokens.gap_pt:g}pt;
  font-size: {kind.table_pt:g}pt; line-height: {kind.table_line_height:g}; }}
caption {{ text-align: left; font-weight: bold; font-size: {kind.table_pt:g}pt;
  line-height: {kind.table_line_height:g}; padding: 0 0 {tokens.caption_gap_pt:g}pt; break-after: avoid; }}
caption.below {{ caption-side: bottom; padding: {tokens.caption_gap_pt:g}pt 0 0; break-before: avoid; }}
table + .note {{ break-before: avoid; margin-top: -{tokens.gap_pt / 2:g}pt; }}
th, td {{ padding: {tokens.padding_y_mm:g}mm {tokens.padding_x_mm:g}mm; text-align: left; vertical-align: top;
  border-bottom: {hairline}; font-weight: normal; }}
thead tr {{ background: {colours.head_fill}; }}
thead th, thead td {{ border-bottom: {hairline}; vertical-align: bottom;
  font-weight: bold; }}
thead tr:last-child > *, thead th[rowspan] {{ border-bottom: {rule}; }}
td.edge, th.edge {{ border-left: {hairline}; }}
th.right, td.right {{ text-align: right; }}
th.centre, td.centre {{ text-align: center; }}
td:empty {{ height: {kind.table_line_height:g}em; }}
tr {{ break-inside: avoid; }}
tr.breakable {{ break-inside: auto; }}
tbody.whole, table.short {{ break-inside: avoid; }}
thead + tbody > tr:first-child:not(:last-child), tbody:last-child > tr:nth-last-child(2) {{ break-after: avoid; }}
tr.band {{ break-after: avoid; }}
tr.total:not(:first-child), tr.subtotal:not(:first-child) {{ break-before: avoid; }}
tr.band > * {{ background: {colours.band_fill}; color: {colours.heading}; font-weight: bold; text-align: left; }}
tr.subtotal > * {{ font-weight: bold; }}
tr.total > * {{ font-weight: bold; background: {_fill(colours.total_fill)};
  border-top: {rule}; border-bottom: {rule}; }}
th > *, td > * {{ margin-bottom: 2pt; }}
th > :last-child, td > :last-child {{ margin-bottom: 0; }}
td ul.bullet, td ol {{ --label: {theme.lists.bullet_mm * 0.75:g}mm; }}
td p.numbered {{ --number: {theme.lists.item_number_mm:g}mm; }}
table.tight th, table.tight td {{ overflow-wrap: anywhere; }}
table.dashboard {{ line-height: {kind.dashboard_line_height:g}; }}
table.dashboard th, table.dashboard td {{
  padding: {tokens.dashboard_padding_y_mm:g}mm {tokens.dashboard_padding_x_mm:g}mm; }}
table.people th, table.people td {{ border: 0; padding: 0.6mm 4mm 0.6mm 0; }}
table.people thead tr {{ background: none; }}
table.key {{ width: auto; table-layout: auto; }}
table.key th, table.key td {{ padding: 1mm 3mm; border: 1pt solid #FFFFFF; }}
{tones}
table.details th {{ color: {colours.muted}; }}
table.details th, table.details td {{ border-bottom: {hairline}; }}
table.details tr:first-child > * {{ border-top: {hairline}; }}
"""


def _fill(colour: str) -> str:
    """White is the paper itself, so that the word behind a draft shows through."""
    return "transparent" if colour.upper() == "#FFFFFF" else colour


def _parts(theme: Theme) -> str:
    boxes, colours, minutes = theme.boxes, theme.colours, theme.minutes
    left = minutes.reference_mm + minutes.gap_mm
    right = minutes.lead_mm + minutes.gap_mm
    return f"""
.box {{ break-inside: avoid; margin: {boxes.gap_pt:g}pt 0;
  padding: {boxes.padding_mm * 0.75:g}mm {boxes.padding_mm:g}mm; }}
.box > :first-child {{ margin-top: 0; }}
.box > :last-child {{ margin-bottom: 0; }}
.box.recommendations {{ border: {boxes.border_pt:g}pt solid {colours.rule}; border-left-width: {boxes.bar_mm:g}mm;
  background: {_fill(colours.box_fill)}; }}
.box.resolution {{ border-left: {boxes.bar_mm:g}mm solid {colours.rule}; padding: 0.5mm 0 0.5mm 3mm; }}
.box.notice {{ background: {colours.notice_fill}; }}
.box.question {{ border-left: {boxes.bar_mm:g}mm solid {colours.hairline}; padding: 0.5mm 0 0.5mm 3mm; }}
.minutes {{ margin-bottom: {theme.tables.gap_pt:g}pt; }}
.minutes > .labels {{ display: table; table-layout: fixed; width: 100%; margin: 0; break-after: avoid;
  color: {colours.muted}; font-size: {theme.type.note_pt:g}pt; line-height: 1.2; font-weight: bold;
  border-bottom: {theme.tables.rule_pt:g}pt solid {colours.rule}; }}
.labels > span {{ display: table-cell; vertical-align: bottom; padding: 0 0 3pt; }}
.labels > .reference {{ width: {left:g}mm; }}
.labels > .lead {{ width: {minutes.lead_mm:g}mm; padding-left: {minutes.gap_mm:g}mm; }}
.entry {{ position: relative; padding: {minutes.entry_gap_pt:g}pt 0 {minutes.entry_gap_pt:g}pt {left:g}mm;
  border-bottom: {theme.tables.hairline_pt:g}pt solid {colours.hairline}; }}
.with-lead > .entry {{ padding-right: {right:g}mm; }}
.entry > .reference {{ position: absolute; left: 0; width: {minutes.reference_mm:g}mm; }}
.entry > .lead {{ position: absolute; right: 0; width: {minutes.lead_mm:g}mm; }}
.entry > .reference, .entry > .lead {{ top: {minutes.entry_gap_pt:g}pt; color: {colours.muted};
  font-size: {theme.type.table_pt:g}pt; }}
.entry .discussion > :first-child {{ margin-top: 0; }}
.entry .discussion > :last-child {{ margin-bottom: 0; }}
figure {{ break-inside: avoid; margin: {theme.tables.gap_pt:g}pt 0 {theme.tables.gap_pt * 1.5:g}pt; }}
img {{ display: block; max-width: 100%; }}
figcaption {{ font-size: {theme.type.note_pt:g}pt; color: {colours.muted}; margin-top: 3pt; }}
h1.divider {{ padding-top: 62mm; text-align: center; font-size: {theme.divider.title_pt:g}pt; }}
h1.divider .letter {{ font-size: {theme.divider.letter_pt:g}pt; line-height: 1.1; }}
"""
