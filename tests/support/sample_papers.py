"""A long paper, a paper with everything in it, and pages that hold next to nothing."""

from govdocs.compose.blocks import (
    Abbreviation,
    Align,
    Block,
    Box,
    BoxKind,
    Column,
    Counter,
    Divider,
    Document,
    Emphasis,
    Foreign,
    Link,
    ListKind,
    PageBreak,
    ParagraphKind,
    Picture,
    RowKind,
    Scope,
    Strong,
    Symbol,
    Table,
    Text,
)
from support.sample_blocks import HERE, cell, document, head, heading, item_list, numbered, paragraph, row, words


def long_paper() -> Document:
    """Numbered headings and paragraphs over many pages, lists in lists, a breakable row, row spans."""
    blocks: list[Block] = [heading(1, "Transforming Care Plan Sustainability Proposal")]
    for section in range(1, 7):
        blocks.append(heading(2, f"Section {section} of the proposal", numbered(f"{section}.", section), f"s{section}"))
        for part in range(8):
            text = (
                "The partnership has agreed with the six statutory partners how the work goes on after the programme "
                "ends, who pays for which service and how people who use services take part in its review. "
            )
            blocks.append(
                paragraph(text * (1 + (section + part) % 3), number=numbered(f"{section}.{part}", section, part))
            )
            if part == 2:
                inner = item_list(
                    ListKind.NUMBERED,
                    "first roman point",
                    "second roman point",
                    numbers=(
                        numbered("i.", 1, 1, counter=Counter.LOWER_ROMAN),
                        numbered("ii.", 1, 2, counter=Counter.LOWER_ROMAN),
                    ),
                )
                blocks.append(
                    item_list(
                        ListKind.NUMBERED,
                        "people in a secure setting, whose move needs a plan that names the home and the team;",
                        [paragraph("people in the community:"), inner],
                        [paragraph("bullets inside:"), item_list(ListKind.BULLET, "one", "two")],
                        numbers=tuple(
                            numbered(f"{letter})", at, counter=Counter.LOWER_LETTER)
                            for at, letter in enumerate("abc", 1)
                        ),
                    )
                )
            if part == 4:
                blocks.append(heading(3, "A heading of the third level"))
    services = Table(
        (Column(30), Column(50), Column(20, Align.RIGHT)),
        (head("Service", "Outcome", "Budget"),),
        (
            row(cell("Crisis response", Scope.ROW, rows=2), "Fewer admissions", "£75k"),
            row("Shorter stays", "£48k"),
            row(cell("Housing", Scope.ROW), cell("A long account. " * 220), "£1.6m", breakable=True),
            row(cell("Total", Scope.ROW, columns=2), "£1.723m", kind=RowKind.TOTAL),
        ),
        HERE,
        caption=words("TCP services"),
    )
    return document(
        "paper-d-transforming-care",
        "Paper D: Transforming Care Plan",
        *blocks,
        heading(2, "Services"),
        services,
        label="Paper D · Transforming Care Plan Sustainability Proposal",
    )


CHART = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100">'
    b'<rect x="10" y="40" width="60" height="60" fill="#003A70"/>'
    b'<rect x="90" y="10" width="60" height="90" fill="#00703C"/></svg>'
)


def mixture() -> Document:
    """A passage in Welsh, abbreviations, symbols, a picture, a box of each kind, a rule and a page break."""
    welsh = Foreign((Text("Mae croeso i chi ysgrifennu atom yn Gymraeg. Ŵyn, tŷ, dŵr."),), "cy")
    return document(
        "mixture",
        "A mixture of everything",
        heading(1, "A mixture of everything"),
        paragraph((Text("In Welsh: "), welsh, Text(" And in English again."))),
        paragraph(
            (
                Text("The "),
                Abbreviation("QIPP", "Quality, Innovation, Productivity and Prevention"),
                Text(" plan, see "),
                Link((Text("the NHS site"),), address="https://www.england.nhs.uk/"),
                Text(" or "),
                Link((Text("the agenda item"),), document="agenda", anchor="item-51"),
                Text("."),
            )
        ),
        paragraph(
            (
                Symbol("✓", "yes"),
                Text(" agreed "),
                Symbol("☐", "not ticked"),
                Text(" open → next, ≤ 5, ½ day, "),
                Emphasis((Text("italic"),)),
                Text(" and "),
                Strong((Text("bold ✔"),)),
            )
        ),
        Picture(
            CHART,
            "image/svg+xml",
            "Two bars: the plan is higher than the forecast",
            HERE,
            0.5,
            words("Plan and forecast"),
        ),
        Box(BoxKind.NOTICE, (paragraph("A waiver is shown."),), HERE),
        Box(BoxKind.QUESTION, (paragraph("Would the board agree?"),), HERE),
        paragraph("5.2.4 Provision of the constitution", ParagraphKind.PROMPT),
        paragraph("None identified"),
        heading(2, "After a rule"),
        paragraph("Words & <signs> that HTML \"reads\" otherwise; 'single' too."),
        PageBreak(HERE),
        heading(2, "On the next page"),
        paragraph("The end."),
    )


def divider() -> Document:
    return document(
        "divider-a",
        "Paper A: Minutes of the meeting held on 17 May 2018",
        Divider("A", "Minutes of the meeting held on 17 May 2018", HERE),
        furniture=False,
    )


def blank() -> Document:
    return document("blank-1", "Blank page", paragraph("Blank Page", ParagraphKind.CENTRED), furniture=False)
