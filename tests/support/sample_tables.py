"""Papers that are all tables."""

from govdocs.compose.blocks import (
    Align,
    Column,
    Counter,
    Document,
    Link,
    Number,
    Orientation,
    ParagraphKind,
    Raised,
    RowKind,
    Scope,
    Section,
    Table,
    TableKind,
    Text,
    Tone,
)
from support.sample_blocks import HERE, cell, document, head, heading, paragraph, row, words


def finance() -> Document:
    """Thirteen columns under a head of two rows, a total, in landscape after an upright page."""
    names = ("East Leicestershire and Rutland CCG", "Leicester City CCG", "West Leicestershire CCG", "Total")
    measures = ("2018/19 annual plan £000", "Forecast (from workbooks) £000", "Variance £000")
    top = row(
        cell("Programme area", Scope.COLUMN, rows=2),
        *(cell(name, Scope.COLUMN, columns=3) for name in names),
    )
    areas = (
        "Acute",
        "BCF",
        "CHC",
        "Community Services",
        "Corporate",
        "LD",
        "Mental Health",
        "Non-Acute",
        "Prescribing",
        "Primary Care",
        "Urgent Care",
    )
    body = tuple(
        row(cell(area, Scope.ROW), *(figure for ccg in range(4) for figure in figures(position, ccg)))
        for position, area in enumerate(areas)
    )
    total = row(cell("Grand Total", Scope.ROW), *(("(16,201)", "(5,987)", "10,214") * 4), kind=RowKind.TOTAL)
    table = Table(
        (Column(16), *(Column(7, Align.RIGHT) for _ in range(12))),
        (top, head(*(measures * 4))),
        (*body, total),
        HERE,
        TableKind.DASHBOARD,
        caption=words("QIPP by programme area, month 2"),
        caption_number=Number("Table E1", "Table E{1}", (1,), (Counter.DECIMAL,), "tables"),
        anchor="table-e1",
    )
    small = Table(
        (Column(60), Column(20, Align.RIGHT), Column(20, Align.RIGHT)),
        (head("Description", "Cost £", "Share %"),),
        (
            row(cell("Second collection, weekdays", Scope.ROW), "40,108", "82.5"),
            row(cell("Consumables", Scope.ROW), "8,500", "17.5"),
            row(cell("Total", Scope.ROW), "48,608", "100.0", kind=RowKind.TOTAL),
        ),
        HERE,
        caption=words("Cost of the proposal"),
        caption_below=True,
    )
    note = paragraph((Raised((Text("*"),)), Text(" NHSE list of practices, updated monthly.")), ParagraphKind.NOTE)
    return document(
        "paper-e-progress-on-qipp-schemes",
        "Paper E: Progress on QIPP Schemes",
        label="Paper E · Progress on QIPP Schemes",
        paper="E",
        sections=(
            Section(
                (
                    heading(1, "Progress on QIPP Schemes"),
                    paragraph((Text("The savings are in "), Link((Text("Table E1"),), anchor="table-e1"), Text("."))),
                    small,
                    note,
                )
            ),
            Section((heading(2, "Savings by programme area"), table), Orientation.LANDSCAPE),
        ),
    )


def figures(position: int, ccg: int) -> tuple[str, str, str]:
    """Plan, forecast and variance as the papers print them: brackets for savings, blank where there is nothing."""
    if (position, ccg) == (1, 1):
        return ("", "", "")
    plan, made = 3329 - 271 * position + 113 * ccg, 1201 - 97 * position + 41 * ccg
    return (f"({plan:,})", f"({made:,})" if made > 0 else "0", f"{plan - max(made, 0):,}")


SCHEMES = ("Cardiology", "Respiratory", "Community beds", "Medicines optimisation in care homes")


def dashboard() -> Document:
    """A dashboard of 114 rows and 17 columns on A3 with status cells."""
    heads = (
        "No.",
        "Scheme name",
        "Lead / PMO CCG",
        "Grouping",
        "Exec leads",
        "Annual plan £000",
        "Forecast £000",
        "Variance £000",
        "Plan to date £000",
        "Actual to date £000",
        "Variance to date £000",
        "Financial",
        "Deliverables",
        "Milestones",
        "Total risks",
        "Issues",
        "KPIs",
    )
    widths = (4, 18, 8, 9, 12, 6, 6, 6, 6, 6, 6, 6, 7, 7, 6, 6, 6)
    tones = (Tone.RED, Tone.AMBER, Tone.GREEN)
    groups = ("Planned Care", "Prescribing", "Mental Health", "Multi Morbid/Frailty", "Urgent Care")
    rows = []
    for number in range(1, 115):
        ratings = tuple(
            cell(tone.capitalize(), tone=tone) for tone in (tones[(number * (k + 2) + k) % 3] for k in range(6))
        )
        plan, made, _ = figures(number % 11, number % 3)
        rows.append(
            row(
                cell(str(number), Scope.ROW),
                f"Scheme {number}: {SCHEMES[number % 4]}",
                ("ELR", "LC", "WL", "Individual CCG’s")[number % 4],
                groups[number % 5],
                ("Sarah Prema", "Tim Sacks/Caroline Trevithick", "Donna Enoux", "Spencer Gay")[number % 4],
                plan,
                made,
                "15",
                "(231)",
                "(111)",
                "120",
                *ratings,
            )
        )
    total = row(
        cell("Total", Scope.ROW, columns=5),
        "(58,199)",
        "(20,329)",
        "37,870",
        "(7,208)",
        "(4,509)",
        "2,699",
        cell("", columns=6),
        kind=RowKind.TOTAL,
    )
    table = Table(
        tuple(
            Column(width, Align.RIGHT if 5 <= at <= 10 else Align.CENTRE if at > 10 else Align.LEFT)
            for at, width in enumerate(widths)
        ),
        (head(*heads),),
        (*rows, total),
        HERE,
        TableKind.DASHBOARD,
        caption=words("QIPP summary dashboard, month 2: all schemes"),
    )
    key = Table(
        (Column(1), Column(1), Column(1)),
        (),
        (
            row(
                cell("Completed", tone=Tone.BLUE),
                cell("On-Track", tone=Tone.GREEN),
                cell("No progress made", tone=Tone.RED),
            ),
        ),
        HERE,
        TableKind.KEY,
        summary="Key to the statuses",
    )
    return document(
        "paper-e-appendix-2",
        "Paper E, Appendix 2: dashboard",
        label="Paper E · Appendix 2",
        sections=(Section((heading(1, "Appendix 2: dashboard"), key, table), Orientation.LANDSCAPE, "A3"),),
    )
