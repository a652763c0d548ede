"""The kinds of finding that writing a document can bring."""

from govdocs.diagnostics import Problem, Severity, always

UNKNOWN_TOKEN = Problem(
    "G940",
    "unknown-theme-token",
    always(Severity.ERROR),
    page="""Checks: every name under a body's `theme:` is one that the theme has.
Why: a misspelt token would be ignored and the papers would look as before.
Wrong: `theme: {type: {body_size: 12}}`
Right: `theme: {type: {body_pt: 12}}`""",
)

BAD_TOKEN = Problem(
    "G941",
    "bad-theme-value",
    always(Severity.ERROR),
    page="""Checks: every value under a body's `theme:` is of the token's kind and within its limits.
Why: a margin of 220 mm or a colour that is no colour would spoil every page.
Wrong: `theme: {colours: {heading: navy}}`
Right: `theme: {colours: {heading: "#003A70"}}`""",
)

LOW_CONTRAST = Problem(
    "G942",
    "low-contrast",
    always(Severity.ERROR),
    page="""Checks: text stands out from what is behind it by at least 4.5 to 1 (WCAG 2.2, 1.4.3).
Why: pale words cannot be read by many members, nor by anybody from a photocopy.
Wrong: `theme: {tones: {amber: {fill: "#FFC20E", text: "#FFFFFF"}}}`
Right: `theme: {tones: {amber: {fill: "#FFC20E", text: "#1B1F24"}}}`""",
)

TABLE_TOO_WIDE = Problem(
    "G943",
    "table-too-wide",
    always(Severity.WARNING),
    page="""Checks: the longest words of all columns of a table fit beside each other on its page.
Why: the writer has to divide words otherwise, which reads badly and worse aloud.
Wrong: thirteen columns headed `Forecast (from the workbooks)` on a page held upright
Right: the same table in a landscape section, or with shorter headings""",
)

RAGGED_TABLE = Problem(
    "G944",
    "ragged-table",
    always(Severity.ERROR),
    page="""Checks: every row of a table has cells for all of its columns, and no more.
Why: a missing cell moves the rest of the row under the wrong headings; a cell too many cannot be printed.
Wrong: `| A | B |` followed by `| 1 | 2 | 3 |`
Right: `| A | B | C |` followed by `| 1 | 2 | 3 |`""",
)

NO_ALTERNATIVE = Problem(
    "G945",
    "no-alternative-text",
    always(Severity.ERROR),
    page="""Checks: every picture has words that say what it shows.
Why: who listens to the paper hears nothing of a picture without them, and the PDF is not accessible.
Wrong: `![](savings.png)`
Right: `![Savings by month: 1.2 million planned by June, 0.8 million made](savings.png)`""",
)

MISSING_LETTER = Problem(
    "G946",
    "missing-letter",
    always(Severity.ERROR),
    page="""Checks: the fonts of the papers have every character that is printed.
Why: a box is printed in the place of a letter that no font has, and a name is misspelt.
Wrong: a name in a script that the fonts do not cover
Right: the same name in Latin letters; Welsh, Polish, Greek, Cyrillic and the usual signs are all covered""",
)

BAD_PICTURE = Problem(
    "G947",
    "bad-picture",
    always(Severity.ERROR),
    page="""Checks: every picture can be read as a PNG, JPEG or SVG file.
Why: a broken or foreign file leaves a hole in the paper.
Wrong: a text file that was renamed to `chart.png`
Right: `chart.png` as a drawing program saved it""",
)

MISSING_TARGET = Problem(
    "G948",
    "missing-link-target",
    always(Severity.ERROR),
    page="""Checks: a link within a document leads to a place that the document has.
Why: a reader who follows it gets nowhere.
Wrong: `[the risks](#risk)` in a paper whose section is `{#risks}`
Right: `[the risks](#risks)`""",
)

MISSING_FONT_CUTTER = Problem(
    "G949",
    "missing-system-library",
    always(Severity.WARNING),
    page="""Checks: the system library is there that cuts fonts down to the letters in use.
Why: without it the PDFs are larger, slower to make, and not the same bytes as those of a computer that has it.
Wrong: a computer with `libpango` but without `libharfbuzz-subset`
Right: `sudo apt-get install libharfbuzz-subset0` once""",
)

ENGINE_SAYS = Problem(
    "G950",
    "engine-message",
    always(Severity.WARNING),
    page="""Checks: the engine that lays out the PDF understood everything that it was given.
Why: what it did not understand may be missing from the page.
Wrong: a picture whose SVG uses what the engine cannot draw
Right: the same picture saved as PNG""",
)

LOST_WORDS = Problem(
    "G958",
    "lost-words",
    always(Severity.ERROR),
    page="""Checks: every word of a document stands on one of the pages of its PDF.
Why: the engine that lays out pages can leave out what fits nowhere, and says nothing.
Wrong: a row that must stay whole and is taller than the page
Right: the same words in a row that may continue on the next page, or in paragraphs""",
)

TOO_TALL = Problem(
    "G959",
    "kept-rows-too-tall",
    always(Severity.WARNING),
    page="""Checks: rows that a cell over several rows holds together fit on one page.
Why: the writer has to divide them otherwise, and a reader meets the second half without its heading.
Wrong: one cell beside sixty rows
Right: a band over the rows, or one cell beside each page's worth of them""",
)
