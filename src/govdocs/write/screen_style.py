"""The style sheet of the web page: the look of the paper, as wide as a window, as large as its reader wants it."""

from govdocs.write.theme import Theme

_USUAL_BODY_PT = 12.0
"""Running text of up to this size has the size that readers have set in their browser; larger is larger there too."""

_LEAST = 0.75
"""Of the running text's size: nothing on a screen is smaller."""


def write_screen_style(theme: Theme) -> str:
    """CSS for a browser; a document printed from there keeps rows whole as the PDF does."""
    colours, kind = theme.colours, theme.type
    percent = round(100 * max(kind.body_pt / _USUAL_BODY_PT, 1))
    return f"""
html {{ font-size: {percent}%; }}
{_sizes(theme)}
body {{ max-width: 58rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word; }}
header, footer {{ color: {colours.muted}; }}
header {{ border-bottom: 1px solid {colours.hairline}; margin-bottom: 1.5rem; padding-bottom: 0.5rem; }}
footer {{ border-top: 1px solid {colours.hairline}; margin-top: 2rem; padding-top: 0.5rem; }}
header p, footer p {{ margin: 0; }}
.status {{ font-weight: bold; }}
a:hover, a:focus {{ text-decoration: underline; }}
a:focus-visible {{ outline: 3px solid {colours.link}; outline-offset: 2px; }}
.scroll {{ overflow-x: auto; }}
hr.page-break {{ height: 0; border-top: 1px solid {colours.hairline}; margin: 2rem 0; }}
.minutes > .labels > .reference {{ width: 8rem; }}
.minutes > .labels > .lead {{ width: 8rem; padding-left: 1rem; }}
.standing, h1.divider {{ padding-top: 20vh; }}
.entry {{ display: grid; padding-left: 0; padding-right: 0 !important; column-gap: 1rem;
  grid-template-columns: 7rem 1fr; }}
.with-lead > .entry {{ grid-template-columns: 7rem 1fr 8rem; }}
.entry > .reference, .entry > .lead {{ position: static; width: auto; }}
.entry > .lead {{ grid-column: 3; grid-row: 1; }}
.entry > .discussion {{ grid-column: 2; grid-row: 1; }}
@media (max-width: 40rem) {{
  .entry {{ display: block; }}
  table.details {{ table-layout: auto; }}
  table.details col {{ width: auto !important; }}
}}
"""


def _sizes(theme: Theme) -> str:
    """The sizes of the paper as parts of that of the running text, so that all of it grows with the reader's."""
    kind = theme.type
    headings = (theme.heading_1, theme.heading_2, theme.heading_3, theme.heading_4)
    sizes = {f"h{level}": tokens.size_pt for level, tokens in enumerate(headings, 1)}
    sizes |= {
        "h5, h6, h3.letter, h4.letter": kind.body_pt,
        "table, caption, .index p, .entry > .reference, .entry > .lead": kind.table_pt,
        ".subtitle": kind.subtitle_pt,
        ".note, figcaption, .minutes > .labels": kind.note_pt,
        "header, footer": kind.furniture_pt,
    }
    return "\n".join(
        f"{name} {{ font-size: {max(size / kind.body_pt, _LEAST):.3g}rem; }}" for name, size in sizes.items()
    )
