"""Documents of every kind, small enough to read and large enough to look at."""

from dataclasses import replace

from govdocs.compose.blocks import (
    Align,
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Counter,
    Detail,
    Details,
    Divider,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    Number,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Raised,
    Row,
    RowKind,
    Rule,
    Scope,
    Section,
    Strong,
    Symbol,
    Table,
    TableKind,
    Text,
    Tone,
)
from govdocs.places import Place

HERE = Place("samples.md")
LETTERHEAD = (
    "Leicester City Clinical Commissioning Group",
    "West Leicestershire Clinical Commissioning Group",
    "East Leicestershire and Rutland Clinical Commissioning Group",
)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def body(words: str, number: Number | None = None, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    return Paragraph(text(words), HERE, number, kind)


def heading(level: int, words: str, number: Number | None = None, anchor: str = "") -> Heading:
    return Heading(level, text(words), HERE, number, anchor)


def bullets(*items: str | tuple[Inline, ...]) -> ItemList:
    return ItemList(
        ListKind.BULLET,
        tuple(ListItem((Paragraph(text(item) if isinstance(item, str) else item, HERE),), HERE) for item in items),
        HERE,
    )


def names(*items: str) -> ItemList:
    return replace(bullets(*items), kind=ListKind.PLAIN)


def decimal(*values: int, stop: bool = True, sequence: str = "paragraphs") -> Number:
    pattern = ".".join(f"{{{level}}}" for level in range(1, len(values) + 1)) + ("." if stop else "")
    written = ".".join(map(str, values)) + ("." if stop else "")
    return Number(written, pattern, values, (Counter.DECIMAL,) * len(values), sequence)


def cell(content: str | tuple[Block, ...] = "", **options: object) -> Cell:
    blocks = (Paragraph(text(content), HERE),) if isinstance(content, str) and content else content or ()
    return replace(Cell(blocks if isinstance(blocks, tuple) else (), HERE), **options)  # type: ignore[arg-type]


def row(*cells: str | Cell, kind: RowKind = RowKind.BODY, anchor: str = "") -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells), HERE, kind, anchor=anchor)


def head(*cells: str | Cell) -> Row:
    return row(*(cell(each, scope=Scope.COLUMN) if isinstance(each, str) else each for each in cells))


def detail(label: str, value: str | tuple[Block, ...]) -> Detail:
    return Detail(text(label), (body(value),) if isinstance(value, str) else value, HERE)


def document(name: str, title: str, *sections: Section | Block, label: str = "", **options: object) -> Document:
    whole = tuple(each for each in sections if isinstance(each, Section))
    loose = tuple(each for each in sections if not isinstance(each, Section))
    made = Document(name, title, "en-GB", LETTERHEAD, label or title, whole or (Section(loose),), HERE)
    return replace(made, author="Commissioning Collaborative Board", subject="Papers of 21 June 2018", **options)  # type: ignore[arg-type]


def agenda() -> Document:
    items = [
        ("42", "Welcome and Introductions", "", "Professor Lakhani", "", "1:00pm"),
        ("43", "Apologies for Absence:", "To receive", "Professor Lakhani", "verbal", "1:00pm"),
        ("44", "Notification of Any Other Business", "To receive", "Professor Lakhani", "verbal", "1:00pm"),
        ("45", "Declarations of Interest on Agenda Topics", "To receive", "Professor Lakhani", "verbal", "1:00pm"),
        ("47", "Minutes of the meeting held on 17 May 2018", "To approve", "Professor Lakhani", "A", "1:15pm"),
        ("49", "Second Primary Care Blood Collection", "To approve", "Simon Pizzey/Tracey Knight", "C", "1:25pm"),
        ("52", "Cancer Alliance Funding", "To receive", "Sue Lock", "F", "1:55pm"),
    ]
    bands = {"47": "GOVERNANCE ARRANGEMENTS", "49": "ITEMS FOR DECISION, ACTION AND ESCALATION"}
    rows: list[Row] = []
    for reference, title, action, presenter, paper, time in items:
        if reference in bands:
            rows.append(row(cell(bands[reference], column_span=6), kind=RowKind.BAND))
        linked: tuple[Block, ...] = (
            (Paragraph((Link(text(paper), document=f"paper-{paper.lower()}"),), HERE),)
            if len(paper) == 1
            else (body(paper),) * bool(paper)
        )
        named: tuple[Block, ...] = (body(title), bullets("Karen English")) if reference == "43" else (body(title),)
        item = (f"CCBP/18/{reference}", cell(named), action, presenter, cell(linked), time)
        rows.append(row(*item, anchor=f"item-{reference}"))
    rows.append(row(cell("DATE OF NEXT MEETING", column_span=6), kind=RowKind.BAND))
    rows.append(row(cell("Thursday 19 July 2018, Conference Room, 30 East Street, Leicester, LE1 6NB", column_span=6)))
    return document(
        "agenda",
        "Commissioning Collaborative Board",
        heading(1, "Commissioning Collaborative Board"),
        body("Joint committee · meeting in public", kind=ParagraphKind.SUBTITLE),
        Details(
            (
                (detail("Date", "Thursday 21 June 2018"), detail("Meeting no.", "6")),
                (
                    detail("Time", "1:00pm \N{EN DASH} 2:35pm"),
                    detail("Chair", "Professor Mayur Lakhani (Chairman) \N{EN DASH} West Leicestershire CCG"),
                ),
                (detail("Venue", "Conference Room, 8th Floor, St John's House, 30 East Street, Leicester, LE1 6NB"),),
            ),
            HERE,
            pairs=2,
            summary="The meeting",
        ),
        Table(
            tuple(Column(width) for width in (16, 36, 13, 15, 10, 10)),
            (head("", "AGENDA ITEM", "ACTION", "PRESENTER", "PAPER", "TIMING"),),
            tuple(rows),
            HERE,
            summary="The items of the agenda",
        ),
        label="Agenda",
        status="Draft",
    )


def cover_sheet() -> Document:
    involvement = Table(
        tuple(Column(width) for width in (17, 20, 21, 21, 21)),
        (head(*(cell(each, scope=Scope.COLUMN) for each in ("", "City", "East", "West", "Other groups"))),),
        (
            row(
                cell("Clinician", scope=Scope.ROW),
                cell((names("Dr T Bentley", "Dr U Roy"),)),
                cell((names("Dr N Glover", "Dr G Johnson", "Dr A Ker"),)),
                cell((names("Dr N Pulman", "Dr C Barlow"),)),
                "ELR CCG Primary Care Development Group",
            ),
            row(cell("Manager", scope=Scope.ROW), "Aimee Geary", "Tracey Knight", "Jennie Caukwell", ""),
        ),
        HERE,
        summary="CCG involvement to date",
    )
    signed_off = Table(
        tuple(Column(1) for _ in range(3)),
        (head("City", "East", "West"),),
        (row("GP Reference Group", cell((names("EMT, May and June 2018", "Clinical Leads, June 2018"),)), "LDM"),),
        HERE,
        summary="Formally signed off",
    )
    recommendations = Box(
        BoxKind.RECOMMENDATIONS,
        (
            heading(2, "Recommendations"),
            body("The Commissioning Collaborative Board is asked to:", kind=ParagraphKind.LEAD_IN),
            bullets(
                (Strong(text("RECEIVE")), Text(" the report")),
                (Strong(text("APPROVE")), Text(" the proposal, funded by each CCG's share of practices.")),
            ),
        ),
        HERE,
    )
    objectives = ItemList(
        ListKind.PLAIN,
        tuple(
            ListItem((Paragraph((Symbol(sign, said), Text(f" {words}")), HERE),), HERE)
            for sign, said, words in (
                ("☒", "linked", "Reduce health inequalities"),
                ("☐", "not linked", "Improve mental health"),
                ("✓", "met", "Integrate local services"),
            )
        ),
        HERE,
    )
    return document(
        "paper-c-second-blood-collection",
        "Second Primary Care Blood Collection",
        heading(1, "Second Primary Care Blood Collection"),
        body("Commissioning Collaborative Board meeting · Paper C", kind=ParagraphKind.SUBTITLE),
        Details(
            tuple(
                (detail(label, value),)
                for label, value in (
                    ("Title of the report", "Second Primary Care Blood Collection"),
                    ("Report to", "Commissioning Collaborative Board (CCB)"),
                    ("Date of the meeting", "21 June 2018"),
                    (
                        "Report by",
                        (names("Jamie Barrett, Head of Primary Care", "Tracey Knight, Locality Lead"),),
                    ),
                    ("Presented by", "Simon Pizzey, Tracey Knight"),
                )
            ),
            HERE,
            summary="Title block",
        ),
        heading(2, "CCG involvement to date"),
        involvement,
        heading(2, "Formally signed off by CCG prior to CCB"),
        signed_off,
        heading(2, "Summary", anchor="summary"),
        body("Practices are collected from once a day; the paper asks for a second collection.", decimal(1)),
        body("The provider asks for £48,608 a year across the three CCGs.", decimal(1, 1)),
        body("The paper links to the strategic objectives:", decimal(2)),
        objectives,
        recommendations,
        label="Paper C · Second Primary Care Blood Collection",
        paper="C",
    )


def minutes() -> Document:
    def people(*rows: tuple[str, str]) -> Table:
        columns = (Column(45), Column(55))
        return Table(columns, (), tuple(row(*each) for each in rows), HERE, TableKind.PEOPLE, summary="People present")

    def resolved(*items: str) -> Box:
        lead = Paragraph((Text("It was "), Strong(text("RESOLVED")), Text(" to:")), HERE, kind=ParagraphKind.LEAD_IN)
        return Box(
            BoxKind.RESOLUTION,
            (
                lead,
                bullets(
                    *(
                        (Strong(text(verb)), Text(rest))
                        for verb, rest in ((item[: item.index(" ")], item[item.index(" ") :]) for item in items)
                    )
                ),
            ),
            HERE,
        )

    long = "The director set out scope, milestones and dependencies of the redesign. " * 8
    entries = (
        MinuteEntry(
            text("CCBP/18/37"),
            heading(2, "To APPROVE the minutes of the meeting held on 19 April 2018 (Paper A)", anchor="m37"),
            (body("The minutes were accurate but for two slips of wording."), resolved("APPROVE the minutes.")),
            (),
            HERE,
        ),
        MinuteEntry(
            text("CCBP/18/40"),
            heading(2, "To RECEIVE update on Community Services Redesign (Paper D)"),
            (
                *(body(long) for _ in range(7)),
                bullets("beds", "community nursing"),
                resolved(
                    "RECEIVE the paper", "NOTE the scope, which is wider than the last paper said that it would be."
                ),
            ),
            text("Tamsin Hooton"),
            HERE,
        ),
        MinuteEntry(
            text("CCBP/18/41"),
            heading(2, "To RECEIVE LLR PMO Approach to QIPP Delivery (Paper E)"),
            (
                body("Dr Palin and Ms Hooton returned during this item.", kind=ParagraphKind.MOVEMENT),
                body("A common approach to programme management was presented."),
                resolved("SUPPORT the paper"),
            ),
            text("Spencer Gay"),
            HERE,
        ),
    )
    return document(
        "paper-a-minutes-2018-05-17",
        "Minutes of the meeting of 17 May 2018",
        heading(1, "Minutes of the meeting of 17 May 2018"),
        body(
            "Public Commissioning Collaborative Board · Conference Room · 1:00pm \N{EN DASH} 2:51pm",
            kind=ParagraphKind.SUBTITLE,
        ),
        heading(2, "Present"),
        people(
            ("Dr Chris Trzcinski (Chair)", "Deputy Clinical Chair, West Leicestershire CCG"),
            ("Dr Richard Palin", "Clinical Chair, East Leicestershire and Rutland CCG"),
            ("Ms Sue Lock", "Managing Director, Leicester City CCG"),
        ),
        heading(2, "In attendance"),
        people(("Ms Jayshree Raval (minutes)", "Commissioning Collaborative Support Officer")),
        MinuteEntries(("ITEM", "DISCUSSION", "LEAD RESPONSIBLE"), entries, HERE),
        body("The meeting ended at 2:51pm."),
        label="Paper A · Minutes of 17 May 2018",
        paper="A",
        watermark="DRAFT",
        status="Draft",
    )


def finance() -> Document:
    areas = ("Acute", "BCF", "CHC", "Community Services", "Mental Health", "Prescribing", "Urgent Care")
    groups = ("ELR", "LC", "WL", "Total")
    columns = (Column(14), *(Column(7, Align.RIGHT) for _ in range(12)))
    top = row(
        cell("Programme area", scope=Scope.COLUMN, row_span=2),
        *(cell(group, scope=Scope.COLUMN, column_span=3) for group in groups),
    )
    second = head(*("Plan £000", "Forecast £000", "Variance £000") * 4)
    figures = ("(3,329)", "(2,871)", "458")
    table = Table(
        columns,
        (top, second),
        (
            row(cell("Savings by area", column_span=13), kind=RowKind.BAND),
            *(row(cell(area, scope=Scope.ROW), *figures * 4) for area in areas),
            row("Subtotal", *("(9,987)", "(8,613)", "1,374") * 4, kind=RowKind.SUBTOTAL),
            row("Grand Total", *("(23,303)", "(20,097)", "3,206") * 4, kind=RowKind.TOTAL),
        ),
        HERE,
        caption=text("Savings by programme area and CCG, 2018/19"),
        caption_number=Number("Table 1", "Table {1}", (1,), (Counter.DECIMAL,), "tables"),
        summary="Plan, forecast and variance for each CCG and in all",
        anchor="table-1",
    )
    split = Table(
        (Column(30), Column(30, Align.RIGHT), Column(20, Align.CENTRE)),
        (head("CCG", "Funding proportion £", "Rating"),),
        (
            row("Leicester City", "15,306*", cell("Green", tone=Tone.GREEN)),
            row("West Leicestershire", "16,642*", cell("Amber", tone=Tone.AMBER)),
            row("East Leicestershire and Rutland", "16,660*", cell("Red", tone=Tone.RED)),
            row(cell("All", row_span=2), "48,608", cell("", row_span=2)),
            row("100%"),
        ),
        HERE,
        caption=text("How the cost is shared"),
        caption_number=Number("Table 2", "Table {1}", (2,), (Counter.DECIMAL,), "tables"),
        caption_below=True,
    )
    return document(
        "paper-e-qipp",
        "Progress on QIPP schemes",
        Section(
            (
                heading(1, "Progress on QIPP schemes"),
                Paragraph((Text("See "), Link(text("Table 1"), anchor="table-1"), Text(" overleaf.")), HERE),
                split,
                Paragraph((Text("*NHSE GP List (updated monthly)"),), HERE, kind=ParagraphKind.NOTE),
                body("The next page lies on its side."),
            )
        ),
        Section((heading(2, "Savings"), table), Orientation.LANDSCAPE),
        Section((heading(2, "What follows"), body("The last page stands upright again."))),
        paper="E",
        label="Paper E · Progress on QIPP Schemes",
    )


def dashboard() -> Document:
    wide = ("Scheme", "Name", "Lead", "Grouping", "Exec leads")
    money = ("Annual plan", "Forecast", "Variation", "Plan YTD", "Actual YTD", "Variance YTD")
    ratings = ("Financial", "Deliverables", "Milestones", "Risks", "Issues", "KPIs")
    tones = ((Tone.RED, "Red"), (Tone.AMBER, "Amber"), (Tone.GREEN, "Green"))
    rows = tuple(
        row(
            f"A{number}",
            f"Scheme to redesign pathway {number}",
            "ELR",
            "Planned Care",
            "Tim Sacks",
            *("(1,231)", "(1,246)", "(15)", "(205)", "(207)", "(2)"),
            *(cell(tones[(number + at) % 3][1], tone=tones[(number + at) % 3][0]) for at in range(6)),
        )
        for number in range(1, 115)
    )
    table = Table(
        (
            Column(4),
            Column(14),
            Column(4),
            Column(8),
            Column(8),
            *(Column(5, Align.RIGHT) for _ in money),
            *(Column(5, Align.CENTRE) for _ in ratings),
        ),
        (head(*wide, *money, *ratings),),
        rows,
        HERE,
        TableKind.DASHBOARD,
        caption=text("Schemes at month 2"),
    )
    return document(
        "dashboard",
        "QIPP summary dashboard",
        Section((heading(1, "QIPP summary dashboard"), table), Orientation.LANDSCAPE, "A3"),
        watermark="DRAFT",
    )


def numbered_paper() -> Document:
    """Typed gaps, sections from .0, letters, roman numbers, restarts, and a list that runs on through a table."""

    def item(number: Number, words: str, *inner: Block) -> ListItem:
        return ListItem((body(words), *inner), HERE, number)

    def letters(*values: int, sequence: str) -> ItemList:
        numbers = [
            Number(f"{chr(96 + value)})", "{1})", (value,), (Counter.LOWER_LETTER,), sequence) for value in values
        ]
        return ItemList(ListKind.NUMBERED, tuple(item(number, "a lettered item") for number in numbers), HERE)

    roman = ItemList(
        ListKind.NUMBERED,
        tuple(
            item(Number(f"({sign})", "({1})", (value,), (Counter.LOWER_ROMAN,), "roman"), "a roman item")
            for value, sign in enumerate(("i", "ii", "iii", "iv"), 1)
        ),
        HERE,
    )
    in_table = Table(
        (Column(1), Column(2)),
        (head("Ref", "Text"),),
        tuple(
            row(cell((Paragraph((), HERE, decimal(value, sequence="rows")),)), f"row number {value}")
            for value in (1, 2, 3)
        ),
        HERE,
        summary="A numbered table",
    )
    heads = [decimal(value, sequence="heads") for value in (1, 2)]
    return document(
        "numbers",
        "Numbers of every kind",
        heading(1, "Numbers of every kind"),
        heading(2, "INTRODUCTION", heads[0]),
        body("The first paragraph. " * 8, decimal(1, 1, sequence="heads")),
        body("The second paragraph.", decimal(1, 2, sequence="heads")),
        bullets("a bullet under a numbered paragraph", "another one"),
        heading(2, "BENEFITS", heads[1]),
        body("Begins again at one.", decimal(2, 1, sequence="heads")),
        heading(2, "With gaps"),
        body("Typed 3.12.", decimal(3, 12)),
        body("Typed 3.14.", decimal(3, 14)),
        body("And on.", decimal(3, 15)),
        body("No stop.", decimal(3, 16, stop=False)),
        heading(2, "From nought"),
        body("1.0", decimal(1, 0, stop=False, sequence="nought")),
        body("1.1", decimal(1, 1, stop=False, sequence="nought")),
        body("2.0", decimal(2, 0, stop=False, sequence="nought")),
        heading(2, "Running on"),
        body("A letter list:", decimal(1, sequence="run")),
        letters(1, 2, sequence="l1"),
        body("It begins again:", decimal(2, sequence="run")),
        letters(1, 2, 3, sequence="l2"),
        roman,
        in_table,
        heading(3, "A heading between"),
        body("After the table.", decimal(4, sequence="rows")),
        body("Typed by hand.", Number("3A.", "{1}.", (5,), (Counter.DECIMAL,), "rows")),
        body("A long reference.", Number("CCBP/18/42", "CCBP/18/{1}", (42,), (Counter.DECIMAL,), "refs")),
        body("The next.", Number("CCBP/18/43", "CCBP/18/{1}", (43,), (Counter.DECIMAL,), "refs")),
    )


def divider() -> Document:
    block = Divider("C", "Second Primary Care Blood Collection", HERE)
    return document("divider-c", "Paper C", block, furniture=False)


def inlines() -> Document:
    """Everything that can stand in a line, and the blocks that the others lack."""
    return document(
        "inlines",
        "Words of every kind",
        heading(1, "Words of every kind", anchor="Top of it"),
        Paragraph(
            (
                Strong(text("bold")),
                Text(" "),
                Emphasis((Text("italic "), Strong(text("and bold")))),
                Text(" 21"),
                Raised(text("st")),
                Text(" "),
                Foreign(text("Bwrdd Iechyd"), "cy"),
                LineBreak(),
                Link(text("the web"), address="https://example.org/?a=1&b=2"),
                Text(", "),
                Link(text("paper D"), document="paper-d", anchor="summary", spoken="Paper D, summary"),
                Text(", "),
                Link(text("the top"), anchor="Top of it"),
            ),
            HERE,
        ),
        Heading(2, (Text("A heading with "), Strong(text("bold")), Text(" words")), HERE),
        Box(BoxKind.NOTICE, (body("This item is held back until October."),), HERE),
        Box(BoxKind.QUESTION, (body("Who pays?"), bullets("The CCGs", "The Trust")), HERE),
        Rule(HERE),
        body("Label", kind=ParagraphKind.PROMPT),
        body("Answer"),
        PageBreak(HERE),
        body("This page is intentionally blank.", kind=ParagraphKind.CENTRED),
        ItemList(
            ListKind.BULLET,
            (
                ListItem((body("first"), bullets("inner one", "inner two"), body("more of the first")), HERE),
                ListItem((body("second"),), HERE),
            ),
            HERE,
        ),
    )


SAMPLES = (agenda, cover_sheet, minutes, finance, dashboard, numbered_paper, divider, inlines)
