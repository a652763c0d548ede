"""The kinds of finding that writing a Word document can bring."""

from govdocs.diagnostics import Problem, Severity, always

UNPRINTABLE_CHARACTER = Problem(
    "G960",
    "unprintable-character",
    always(Severity.WARNING),
    page="""Checks: the text holds no control characters, which a Word file cannot contain.
Why: they come from copying out of other programs, and Word would refuse to open the file.
Wrong: a title with an invisible form feed in it
Right: the same title typed again""",
)

DEAD_LINK = Problem(
    "G961",
    "dead-link",
    always(Severity.ERROR),
    page="""Checks: a link within a document leads to something that the document has.
Why: a reader who follows it stays where they are, and a screen reader says that there is a link.
Wrong: `[table 3](#table-3)` where no table carries that name
Right: `[table 2](#table-2)`, which there is""",
)

DOUBLE_ANCHOR = Problem(
    "G962",
    "double-anchor",
    always(Severity.ERROR),
    page="""Checks: no two things in a document carry the same name for links.
Why: a link could lead to only one of them.
Wrong: two headings with the anchor `background`
Right: `background` and `background-2`""",
)

UNREADABLE_PICTURE = Problem(
    "G963",
    "unreadable-picture",
    always(Severity.ERROR),
    page="""Checks: every picture is a whole PNG, JPEG or SVG file.
Why: Word shows a red cross in place of any other; the words that stand for the picture are printed instead.
Wrong: a file `chart.png` that is empty, or a web page saved under that name
Right: the picture exported again as PNG""",
)

DRAWING_ONLY_IN_NEW_WORD = Problem(
    "G964",
    "drawing-only-in-new-word",
    always(Severity.WARNING),
    page="""Checks: a picture in a Word document can be seen in every version of Word.
Why: drawings (SVG) are shown since Word 2016; other programs show a photograph, and a grey field where there is none.
Wrong: a drawing `chart.svg` that the engine of the PDF cannot draw
Right: the same chart exported as PNG""",
)
