"""The kinds of finding that binding a pack can bring."""

from govdocs.diagnostics import Problem, Severity, always

EMPTY_PACK = Problem(
    "G580",
    "empty-pack",
    always(Severity.ERROR),
    page="""Checks: a pack has at least one part.
Why: a pack without pages would look like a pack and say nothing.
Wrong: a meeting whose agenda promises nothing and that has no agenda of its own.
Right: a meeting with an agenda; its papers follow in the agenda's order.""",
)

MISSING_PART = Problem(
    "G581",
    "missing-part",
    always(Severity.ERROR),
    page="""Checks: there is a PDF for every part of the pack.
Why: a pack in which a paper is missing in silence misleads everybody who relies on it; no pack is written then.
Wrong: the agenda promises paper C and its PDF could not be written.
Right: every part's PDF was written, or the part is a sheet that says that the paper follows.""",
)

BROKEN_PART = Problem(
    "G582",
    "broken-part",
    always(Severity.ERROR),
    page="""Checks: the PDF of every part can be read whole: it is not damaged, has no password, and has pages.
Why: half of a paper in a pack is worse than none; no pack is written then.
Wrong: a supplied `paper-c.pdf` that was cut off while it was copied.
Right: the same file, exported anew and complete.""",
)

UNTAGGED_PART = Problem(
    "G583",
    "untagged-part",
    always(Severity.WARNING),
    page="""Checks: the PDF of every part is tagged and says that it is PDF/UA-1.
Why: a screen reader cannot read an untagged page, and a pack that holds one may not say that it is accessible.
Wrong: a scanned letter as part of the pack.
Right: the letter exported from its word processor as a tagged PDF ("PDF/UA").""",
)

DEAD_LINK = Problem(
    "G584",
    "dead-pack-link",
    (Severity.WARNING, Severity.ERROR, Severity.ERROR),
    page="""Checks: every link from a document of the pack to another, or within it, finds its target in the pack.
Why: a member who follows the agenda's link to a paper must arrive at that paper.
Wrong: a link to `paper-x-budget` where no part of the pack has that name.
Right: a link to `paper-c-second-blood-collection`, which is a part of the pack.""",
)

LEFT_OUT = Problem(
    "G585",
    "part-content-left-out",
    always(Severity.WARNING),
    page="""Checks: what a part's PDF holds besides its pages: attached files, form fields, scripts, layers.
Why: a bound pack cannot carry them; who supplied them should know.
Wrong: a supplied PDF with a spreadsheet attached to it.
Right: the spreadsheet published beside the pack, and a link to it in the paper.""",
)

UNPRINTABLE_LABEL = Problem(
    "G586",
    "unprintable-page-label",
    always(Severity.ERROR),
    page="""Checks: the pack's page label fits the space kept free in the footer, and the font has all its characters.
Why: a page number that cannot be read, or that runs into the paper's own, is of no use to a meeting.
Wrong: `page_label: "This is page {n} of {total} of the papers of the Commissioning Collaborative Board"`
Right: `page_label: "pack page {n}"`""",
)

SUPPLIED_REFUSED = Problem(
    "G587",
    "supplied-file-refused",
    always(Severity.ERROR),
    page="""Checks: a file that somebody else supplied can be bound as it is: whole, without a password and scripts, and
without comments, changes or hidden words that were not meant for its readers. No waiver excuses it.
Why: what is published by mistake cannot be called back.
Wrong: `file: contract.docx`, with the lawyer's comments in its margin.
Right: `file: contract.docx`, with all changes accepted and all comments deleted.""",
)

SUPPLIED_UNTAGGED = Problem(
    "G588",
    "supplied-file-untagged",
    always(Severity.WARNING),
    page="""Checks: a PDF that somebody else supplied is tagged and says that it is PDF/UA-1.
Why: a screen reader cannot read an untagged page; the paper and its pack may then not say that they are accessible.
Wrong: `file: report.pdf`, which is a scan.
Right: `file: report.pdf`, exported from the word processor as a tagged PDF ("PDF/UA").""",
)

PROBLEMS = (
    EMPTY_PACK,
    MISSING_PART,
    BROKEN_PART,
    UNTAGGED_PART,
    DEAD_LINK,
    LEFT_OUT,
    UNPRINTABLE_LABEL,
    SUPPLIED_REFUSED,
    SUPPLIED_UNTAGGED,
)
