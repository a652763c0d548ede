"""The style sheet of the web page: the paper's look, at the width of a window."""

from govdocs.write.theme import Theme


def write_screen_style(theme: Theme) -> str:
    """CSS for a browser; a document printed from there keeps rows whole as the PDF does."""
    colours = theme.colours
    return f"""
html {{ font-size: 100%; }}
body {{ max-width: 58rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word; }}
header, footer {{ color: {colours.muted}; font-size: 0.8rem; }}
header {{ border-bottom: 1px solid {colours.hairline}; margin-bottom: 1.5rem; padding-bottom: 0.5rem; }}
footer {{ border-top: 1px solid {colours.hairline}; margin-top: 2rem; padding-top: 0.5rem; }}
header p, footer p {{ margin: 0; }}
.status {{ font-weight: bold; }}
a:hover, a:focus {{ text-decoration: underline; }}
a:focus-visible {{ outline: 3px solid {colours.link}; outline-offset: 2px; }}
.scroll {{ overflow-x: auto; }}
hr.page-break {{ display: none; }}
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
}}
"""
