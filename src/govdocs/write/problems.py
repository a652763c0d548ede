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
