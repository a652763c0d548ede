"""Documents as composing makes them, one for each kind of page that the writers must get right."""

from collections.abc import Callable

from govdocs.compose.blocks import (
    Align,
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Details,
    Document,
    Inline,
    Link,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    ParagraphKind,
    Row,
    RowKind,
    Scope,
    Symbol,
    Table,
    TableKind,
    Text,
)
from support.sample_blocks import (
    HERE,
    VENUE,
    Words,
    cell,
    detail,
    document,
    head,
    heading,
    item_list,
    numbered,
    paragraph,
    row,
    words,
)
from support.sample_papers import blank, divider, long_paper, mixture
from support.sample_tables import dashboard, finance


def agenda() -> Document:
    """An agenda: a head of two pairs a row, a table with bands, links to papers."""

    def item(ref: int, title: Words | Cell, *others: Words) -> Row:
        anchored = f"item-{ref}"
        return row(f"CCBP/18/{ref}", cell_header(title), *others, anchor=anchored)

    def cell_header(title: Words | Cell) -> Cell:
        return title if isinstance(title, Cell) else cell(title, Scope.ROW)

    def band(title: str) -> Row:
        return row(cell(title, Scope.COLUMN, columns=6), kind=RowKind.BAND)

    def letter(name: str, target: str) -> tuple[Inline, ...]:
        return (Link((Text(name),), document=target, spoken=f"Paper {name}"),)

    apologies = Cell(
        (paragraph("Apologies for Absence:"), item_list(ListKind.BULLET, "Karen English")), HERE, scope=Scope.ROW
    )
    columns = tuple(
        Column(width, align)
        for width, align in (
            (16, Align.LEFT),
            (40, Align.LEFT),
            (14, Align.LEFT),
            (16, Align.LEFT),
            (9, Align.LEFT),
            (11, Align.RIGHT),
        )
    )
    table = Table(
        columns,
        (head("", "Agenda item", "Action", "Presenter", "Paper", "Timing"),),
        (
            item(42, "Welcome and Introductions", "", "Professor Lakhani", "", "1:00pm"),
            item(43, apologies, "To receive", "Professor Lakhani", "verbal", "1:00pm"),
            item(44, "Notification of Any Other Business", "To receive", "Professor Lakhani", "verbal", "1:00pm"),
            item(
                45, "Declarations of Interest on Agenda Topics", "To receive", "Professor Lakhani", "verbal", "1:00pm"
            ),
            item(46, "Questions from the public", "To receive", "Professor Lakhani", "verbal", "1:05pm"),
            band("GOVERNANCE ARRANGEMENTS"),
            item(
                47,
                "Minutes of the meeting held on 17 May 2018",
                "To approve",
                "Professor Lakhani",
                letter("A", "paper-a"),
                "1:15pm",
            ),
            item(
                48,
                "Matters Arising: Update on actions",
                "To receive",
                "Professor Lakhani",
                letter("B", "paper-b"),
                "1:20pm",
            ),
            band("ITEMS FOR DECISION, ACTION AND ESCALATION"),
            item(
                49,
                "Second Primary Care Blood Collection",
                "To approve",
                "Simon Pizzey/|Tracey Knight",
                letter("C", "paper-c"),
                "1:25pm",
            ),
            item(
                50,
                "Transforming Care Plan Sustainability Proposal",
                "To approve",
                "Donna Enoux",
                letter("D", "paper-d"),
                "1:35pm",
            ),
            item(51, "Progress on QIPP Schemes", "To receive", "Spencer Gay", letter("E", "paper-e"), "1:45pm"),
            item(52, "Cancer Alliance Funding", "To receive", "Sue Lock", "F to follow", "1:55pm"),
            item(
                53,
                "Progress update on Community Redesign Programme",
                "To receive",
                "Tamsin Hooton",
                letter("G", "paper-g"),
                "2:05pm",
            ),
            item(
                54,
                "Progress update on LLR Frailty work and Terms of Reference",
                "To receive",
                "Sarah Prema and Tamsin Hooton",
                letter("H", "paper-h"),
                "2:15pm",
            ),
            item(55, "Progress on Joint Working Arrangements", "To receive", "Clinical Chairs", "verbal", "2:25pm"),
            band("DATE OF NEXT MEETING"),
            row(cell(f"Thursday 19 July 2018, {VENUE}", columns=6)),
        ),
        HERE,
        summary="Agenda items",
    )
    details = Details(
        (
            (detail("Date", "Thursday 21 June 2018"), detail("Meeting no.", "6")),
            (
                detail("Time", "1:00pm – 2:35pm"),
                detail("Chair", "Professor Mayur Lakhani (Chairman) – West Leicestershire CCG"),
            ),
            (detail("Venue / Location", VENUE),),
        ),
        HERE,
        pairs=2,
        summary="The meeting",
    )
    return document(
        "agenda",
        "Agenda: Commissioning Collaborative Board, 21 June 2018",
        heading(1, "Commissioning Collaborative Board"),
        paragraph("Joint committee · meeting in public", ParagraphKind.SUBTITLE),
        details,
        table,
        label="Agenda",
    )


def cover_sheet() -> Document:
    """A cover sheet with its two matrices, a check-list of symbols and the recommendations."""
    equal = tuple(Column(1) for _ in range(5))
    involvement = Table(
        equal,
        (head("", "City", "East", "West", "Other groups"),),
        (
            row(
                cell("Clinician", Scope.ROW),
                "Dr T Bentley|Dr U Roy",
                "Dr N Glover|Dr G Johnson|Dr A Ker",
                "Dr N Pulman|Dr C Barlow",
                "ELR CCG Primary Care Development Group",
            ),
            row(
                cell("Manager", Scope.ROW),
                "Aimee Geary|Hema Jesa",
                "Tracey Knight|Jamie Barrett",
                "Jennie Caukwell",
                "",
            ),
        ),
        HERE,
        summary="CCG involvement to date",
    )
    signed = Table(
        tuple(Column(1) for _ in range(3)),
        (head("City", "East", "West"),),
        (row("GP Reference Group", "EMT, May and June 2018|Clinical Leads Meeting, June 2018", "LDM, June 2018"),),
        HERE,
        summary="Formal sign-off before the meeting",
    )
    ticked, empty = Symbol("☒", "linked"), Symbol("☐", "not linked")
    objectives = item_list(
        ListKind.PLAIN,
        (ticked, Text(" Transform services and enhance quality of life for people with long-term conditions")),
        (ticked, Text(" Improve the quality of care")),
        (empty, Text(" Reduce inequalities in access to healthcare")),
    )
    summary = (
        paragraph(
            "Practices are collected from once a day; the paper asks for a second daily collection of samples.",
            number=numbered("1.", 1),
        ),
        paragraph("UHL requests £48,608 a year across the three CCGs.", number=numbered("1.1.", 1, 1)),
        paragraph(
            "The proposal follows a pilot in two localities between October and March.", number=numbered("1.2.", 1, 2)
        ),
    )
    recommendations = Box(
        BoxKind.RECOMMENDATIONS,
        (
            heading(2, "Recommendations"),
            paragraph("The Commissioning Collaborative Board (Joint Committee) is asked to:", ParagraphKind.LEAD_IN),
            item_list(
                ListKind.BULLET,
                "*RECEIVE* the report",
                "*APPROVE* the proposal to collect twice a day, funded by each CCG’s share of practices.",
            ),
        ),
        HERE,
    )
    return document(
        "paper-c-second-blood-collection",
        "Paper C: Second Primary Care Blood Collection",
        heading(1, "Second Primary Care Blood Collection"),
        paragraph("Commissioning Collaborative Board meeting · Paper C", ParagraphKind.SUBTITLE),
        Details(
            tuple(
                (each,)
                for each in (
                    detail("Title of the report", "Second Primary Care Blood Collection"),
                    detail("Report to", "Commissioning Collaborative Board (CCB)"),
                    detail("Section", "Public"),
                    detail("Date of the meeting", "21 June 2018"),
                    detail(
                        "Report by",
                        "Jamie Barrett, Head of Primary Care, East Leicestershire and Rutland CCG",
                        "Tracey Knight, Locality Lead, East Leicestershire and Rutland CCG",
                        "Hafiz Arif, Head of Operations – Pathology, UHL",
                    ),
                    detail("Sponsoring Director"),
                    detail("Presented by", "Simon Pizzey, Tracey Knight"),
                )
            ),
            HERE,
            summary="The report",
        ),
        heading(2, "CCG involvement to date"),
        involvement,
        heading(2, "Formally signed off by CCG prior to CCB"),
        signed,
        heading(2, "Summary"),
        *summary,
        paragraph("The paper links to CCG strategic objectives:"),
        objectives,
        recommendations,
        paper="C",
        label="Paper C · Second Primary Care Blood Collection",
        status="Draft",
        watermark="DRAFT",
    )


def minutes() -> Document:
    """Minutes: people in two columns, entries with reference and lead, resolutions, a movement, a long discussion."""

    def people(*names: tuple[str, str], summary: str) -> Table:
        return Table(
            (Column(42), Column(58)),
            (),
            tuple(row(cell(name, Scope.ROW), post) for name, post in names),
            HERE,
            TableKind.PEOPLE,
            summary=summary,
        )

    def entry(ref: int, title: str, *blocks: Block, lead: str = "") -> MinuteEntry:
        anchor = f"minute-{ref}"
        return MinuteEntry(words(f"CCBP/18/{ref}"), heading(3, title, anchor=anchor), blocks, words(lead), HERE)

    def resolved(*texts: str) -> Box:
        if len(texts) == 1:
            return Box(BoxKind.RESOLUTION, (paragraph(f"It was *RESOLVED* to {texts[0]}"),), HERE)
        bullets = item_list(ListKind.BULLET, *texts)
        return Box(BoxKind.RESOLUTION, (paragraph("It was *RESOLVED* to:", ParagraphKind.LEAD_IN), bullets), HERE)

    long = tuple(
        paragraph(
            f"Point {number}. The provider set out how crews are rostered, what a journey costs and which journeys "
            "were late in the quarter; members asked how renal patients are told when a car will not come in time, "
            "and were given the figures for each site, the plan for the summer and the name of the manager to call."
        )
        for number in range(1, 12)
    )
    present = people(
        ("Dr Chris Trzcinski (Chair)", "Deputy Clinical Chair, West Leicestershire CCG"),
        ("Dr Richard Palin", "Clinical Chair, East Leicestershire and Rutland CCG"),
        ("Ms Sue Lock", "Managing Director, Leicester City CCG"),
        summary="Present",
    )
    attending = people(
        ("Mr Spencer Gay", "Chief Finance Officer, West Leicestershire CCG (for item CCBP/18/41)"),
        ("Mrs Jayshree Raval", "Support Officer (minutes)"),
        summary="In attendance",
    )
    items = MinuteEntries(
        ("Item", "Discussion", "Lead responsible"),
        (
            entry(
                36,
                "To RECEIVE questions from the Public in relation to items on the agenda only",
                paragraph("There were no questions."),
            ),
            entry(
                37,
                "To APPROVE the minutes of the meeting held on 19 April 2018 (Paper A)",
                paragraph("The minutes were accurate but for two slips of wording, on pages 9 and 10."),
                resolved("*APPROVE* the minutes, as amended."),
            ),
            entry(
                40,
                "To RECEIVE update on Community Services Redesign (Paper D)",
                paragraph("The director set out scope, milestones and dependencies of the redesign:"),
                item_list(
                    ListKind.BULLET,
                    "*Scope:* all community services of the three CCGs",
                    "*Milestones:* a model by September",
                ),
                resolved("*RECEIVE* the paper;", "*NOTE* the scope of the programme."),
            ),
            entry(
                39,
                "To RECEIVE presentation on patient transport (Paper C)",
                *long,
                resolved("*RECEIVE* the presentation."),
                lead="Tamsin Hooton and Spencer Gay",
            ),
            entry(
                41,
                "To RECEIVE LLR PMO Approach to QIPP Delivery (Paper E)",
                paragraph("Dr Palin and Ms Hooton returned during this item.", ParagraphKind.MOVEMENT),
                paragraph("A common approach to programme management across the three CCGs was presented."),
                resolved("*SUPPORT* the paper."),
                lead="Spencer Gay",
            ),
        ),
        HERE,
    )
    return document(
        "paper-a-minutes-2018-05-17",
        "Minutes of the meeting of 17 May 2018",
        heading(1, "Minutes of the meeting of 17 May 2018"),
        paragraph(f"Public Commissioning Collaborative Board · {VENUE} · 1:00pm – 2:51pm", ParagraphKind.SUBTITLE),
        heading(2, "Present"),
        present,
        heading(2, "In attendance"),
        attending,
        heading(2, "Discussion"),
        items,
        paragraph("Meeting concluded at 2:51pm."),
        paper="A",
        label="Paper A · Minutes of 17 May 2018",
    )


SAMPLES: dict[str, Callable[[], Document]] = {
    "agenda": agenda,
    "cover_sheet": cover_sheet,
    "minutes": minutes,
    "finance": finance,
    "dashboard": dashboard,
    "long_paper": long_paper,
    "mixture": mixture,
    "divider": divider,
    "blank": blank,
}
