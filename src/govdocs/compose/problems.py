"""What can be wrong while records are composed into documents."""

from govdocs.diagnostics import Problem, Severity, always

UNKNOWN_TAG = Problem(
    "G900",
    "template-unknown-tag",
    always(Severity.ERROR),
    """Checks: every tag of a template belongs to the small set that PDF, Word and HTML can all show.
Why: a tag that one of the writers does not know would make the three formats say different things.
Wrong:
    <center>Agenda</center>
Right:
    <p class="centred">Agenda</p>
""",
)

UNKNOWN_ATTRIBUTE = Problem(
    "G901",
    "template-unknown-attribute",
    always(Severity.ERROR),
    """Checks: every attribute, and every word in `class`, is one that its tag may carry.
Why: looks belong to the theme; an attribute that nothing reads is a wish that is silently not granted.
Wrong:
    <p style="color: red">Late paper</p>
Right:
    <p class="note">Late paper</p>
""",
)

WRONG_NESTING = Problem(
    "G902",
    "template-wrong-nesting",
    always(Severity.ERROR),
    """Checks: tags stand where they may stand, rows in tables, items in lists, words in paragraphs.
Why: what stands in the wrong place has no place in the document's order of reading.
Wrong:
    <ul><p>First</p></ul>
Right:
    <ul><li>First</li></ul>
""",
)

UNCLOSED_TAG = Problem(
    "G903",
    "template-unclosed-tag",
    always(Severity.ERROR),
    """Checks: every tag that is opened is closed, in the right order, and no `<` stands alone.
Why: where a tag ends is never guessed, since a wrong guess moves words under another heading.
Wrong:
    <p>Members <strong>present</p>
Right:
    <p>Members <strong>present</strong></p>
""",
)

HEADING_SKIPPED = Problem(
    "G904",
    "heading-level-skipped",
    always(Severity.ERROR),
    """Checks: headings go down one level at a time.
Why: readers who listen to a document move through it by its headings; a missing level reads as missing text.
Wrong:
    # Report
    ### Costs
Right:
    # Report
    ## Costs
""",
)

TEMPLATE_BROKEN = Problem(
    "G905",
    "template-broken",
    always(Severity.ERROR),
    """Checks: a template can be read as a template, and everything it includes exists.
Why: a template that cannot be read makes no document.
Wrong:
    {% for paper in papers %}<p>{{ paper.title }}</p>
Right:
    {% for paper in papers %}<p>{{ paper.title }}</p>{% endfor %}
""",
)

TEMPLATE_FAILED = Problem(
    "G906",
    "template-failed",
    always(Severity.ERROR),
    """Checks: a template runs to its end: every name it uses exists, every filter works, nothing unsafe is tried.
Why: a name that does not exist would print as nothing, and nobody would notice the gap.
Wrong:
    <p>{{ meeting.venu }}</p>
Right:
    <p>{{ meeting.venue }}</p>
""",
)

TEMPLATE_TOO_LARGE = Problem(
    "G907",
    "template-too-large",
    always(Severity.ERROR),
    """Checks: what a template produces stays within a generous limit.
Why: a loop without end would fill the machine's memory instead of ending with a message.
Wrong:
    {% for a in range(99999) %}{% for b in range(99999) %}…{% endfor %}{% endfor %}
Right:
    {% for paper in papers %}…{% endfor %}
""",
)

UNSAFE_ADDRESS = Problem(
    "G908",
    "link-unsafe-address",
    always(Severity.ERROR),
    """Checks: a link leads to a web page, a mail address or something in the records.
Why: other addresses (`javascript:`, `file:`) run code or lead nowhere on the reader's machine.
Wrong:
    [the plan](file:///home/me/plan.docx)
Right:
    [the plan](https://www.example.org/plan)
""",
)

UNRESOLVED_REFERENCE = Problem(
    "G909",
    "reference-unresolved",
    always(Severity.ERROR),
    """Checks: a reference in the text leads to something that exists.
Why: a reader who follows a reference must arrive.
Wrong:
    as agreed under [](item:taslx)
Right:
    as agreed under [](item:tasl)
""",
)

HEADING_MISSING_WORDS = Problem(
    "G910",
    "heading-empty",
    always(Severity.ERROR),
    """Checks: a heading, a link and a table's heading cell have words.
Why: an empty heading is announced as a heading without a name.
Wrong:
    ##
Right:
    ## Costs
""",
)

PROSE_BROKEN = Problem(
    "G912",
    "prose-broken",
    always(Severity.ERROR),
    """Checks: the text of a body can be read: headings have six levels at most, lists and marks are not nested
beyond reason.
Why: text nested so deep was not meant so, and reading it would take for ever.
Wrong:
    ####### Costs
Right:
    ### Costs
""",
)

ANCHOR_TWICE = Problem(
    "G913",
    "anchor-twice",
    always(Severity.ERROR),
    """Checks: within one document every anchor occurs once.
Why: a link to an anchor that occurs twice leads to one of them by chance.
Wrong:
    ## Costs {#costs}
    ## More costs {#costs}
Right:
    ## Costs {#costs}
    ## More costs {#more-costs}
""",
)

MERGE_BROKEN = Problem(
    "G911",
    "cells-not-one",
    always(Severity.ERROR),
    """Checks: cells that are marked as one with a neighbour (`^^`, `<<`) make a rectangle with it.
Why: a cell with steps in it cannot be printed, and the cells beside it would slip under another heading.
Wrong:
    | Swan | 1990 | << |
    | Duck | 1991 | ^^ |
Right:
    | Swan | 1990 | << |
    | Duck | ^^ | ^^ |
""",
)

PICTURE_MISSING = Problem(
    "G914",
    "picture-unusable",
    always(Severity.ERROR),
    """Checks: a picture is a PNG, JPEG or SVG file of the repository and is described in words.
Why: a picture that is missing leaves a hole; one without a description says nothing to those who cannot see it.
Wrong:
    ![](chart.png)
Right:
    ![Tests per month have doubled since April](chart.png)
""",
)

TITLE_MISSING = Problem(
    "G915",
    "title-not-one",
    always(Severity.ERROR),
    """Checks: every document has one title, a heading of the first level, and it comes first among its headings.
Why: the title is what a reader hears first and what the outline of a pack begins with.
Wrong:
    <h2>Agenda</h2>
Right:
    <h1>Agenda</h1>
""",
)

SUPPLIED_MISSING = Problem(
    "G916",
    "supplied-file-unreadable",
    always(Severity.ERROR),
    """Checks: a file that stands for a report or an appendix can be read, and lies in the repository.
Why: half of a paper in a pack is worse than none.
Wrong:
    file: report.pdf   # a link to a file on somebody's desk
Right:
    file: report.pdf   # beside the paper
""",
)

INDEX_TERM_NOWHERE = Problem(
    "G918",
    "index-term-nowhere",
    always(Severity.WARNING),
    """Checks: every term of an index stands somewhere in the paper, leads to another term, or has terms under it.
Why: whoever looks a term up and finds no page believes that the page was forgotten.
Wrong:
    index: [Ferries]        # and the paper speaks of boats only
Right:
    index: [{term: Ferries, words: [boat, boats]}]
""",
)

INDEX_NOT_PRINTED = Problem(
    "G919",
    "index-not-printed",
    always(Severity.WARNING),
    """Checks: a paper that has terms for an index says where the index is printed, and the other way round.
Why: terms without a place to print them are work for nothing; an index without terms is an empty page.
Wrong:
    index: [Ferries]        # and no block `index`
Right:
    ## Index

    ```index
    ```
""",
)

CONTENTS_EMPTY = Problem(
    "G920",
    "contents-empty",
    always(Severity.WARNING),
    """Checks: a table of contents has headings to list: those that come after it.
Why: an empty table looks as if pages were missing.
Wrong:
    ```contents
    ```                     # at the end of the paper
Right:
    ```contents
    ```                     # before the first heading that it lists
""",
)
