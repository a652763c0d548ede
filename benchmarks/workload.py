"""A synthetic pack of about 200 A4 pages: what a busy governing body receives for one meeting."""

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.words import PLACE, Writer
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
    Document,
    Heading,
    Inline,
    ItemList,
    Link,
    ListItem,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    Number,
    Orientation,
    Pack,
    Part,
    PartKind,
    Row,
    RowKind,
    Scope,
    Section,
    Strong,
    Table,
    TableKind,
    Text,
    Tone,
)

PAGES = (8, 10, 12, 14, 16, 18, 20, 22, 24, 25)
"""The lengths of the ten papers; agenda, minutes and action log come on top."""
DASHBOARD_ROWS = 110
DASHBOARD_PAGES = 9
"""How many of the last paper's pages the dashboard takes."""
ACTIONS = 40
AGENDA_ITEMS = 14
LETTERHEAD = ("North Board", "South Board", "West Board")
TONES = {"Late": Tone.RED, "At risk": Tone.AMBER, "On time": Tone.GREEN}


def make_pack(seed: int = 1, papers: Sequence[int] = PAGES) -> Pack:
    """The pack: agenda, minutes, action log and one paper for each number of pages in ``papers``."""
    names = [f"paper-{number:02}" for number in range(3, 3 + len(papers))]
    documents = [
        _agenda(Writer(f"{seed}-agenda"), names),
        _minutes(Writer(f"{seed}-minutes")),
        _actions(Writer(f"{seed}-actions")),
        *(
            _paper(Writer(f"{seed}-{name}"), name, pages, dashboard=name == names[-1])
            for name, pages in zip(names, papers, strict=True)
        ),
    ]
    parts = tuple(Part(PartKind.DOCUMENT, document, document.label) for document in documents)
    return Pack("pack", "Papers of the benchmark", "en-GB", parts, PLACE, author="Secretary")


def _document(name: str, title: str, sections: tuple[Section, ...]) -> Document:
    label = f"{name.replace('-', ' ').capitalize()} · {title}"
    return Document(name, title, "en-GB", LETTERHEAD, label, sections, PLACE, author="Secretary")


def _cell(content: str | tuple[Inline, ...], **more: object) -> Cell:
    inlines = (Text(content),) if isinstance(content, str) else content
    paragraph = replace(Writer("").plain(""), content=inlines)
    return replace(Cell((paragraph,), PLACE), **more) if more else Cell((paragraph,), PLACE)  # type: ignore[arg-type]


def _head(labels: Sequence[str]) -> Row:
    return Row(tuple(_cell(label, scope=Scope.COLUMN) for label in labels), PLACE)


def _agenda(writer: Writer, papers: Sequence[str]) -> Document:
    rows = [
        Row(
            (
                _cell(f"{item + 1}."),
                _cell(writer.phrase()),
                _cell((Link((Text(papers[item % len(papers)]),), document=papers[item % len(papers)]),)),
                _cell(writer.phrase()),
                _cell(f"{14 + item // 6}:{item * 10 % 60:02}"),
            ),
            PLACE,
            anchor=f"item-{item + 1}",
        )
        for item in range(AGENDA_ITEMS)
    ]
    columns = tuple(Column(width) for width in (1, 6, 2, 4, 1.5))
    table = Table(columns, (_head(("No.", "Item", "Paper", "Lead", "Time")),), tuple(rows), PLACE, summary="Items")
    blocks: tuple[Block, ...] = (Heading(1, (Text("Agenda"),), PLACE), _details(writer), table)
    return _document("agenda", "Agenda", (Section(blocks),))


def _details(writer: Writer) -> Details:
    labels = ("Date", "Place", "Chair", "Author", "Purpose")
    rows = tuple((Detail((Text(label),), (writer.plain(writer.phrase()),), PLACE),) for label in labels)
    return Details(rows, PLACE, summary="About this document")


def _minutes(writer: Writer) -> Document:
    entries = tuple(
        MinuteEntry(
            (Text(f"18/{item}"),),
            Heading(2, (Text(writer.phrase()),), PLACE, anchor=f"minute-{item}"),
            (
                *(writer.paragraph(90) for _ in range(4)),
                Box(BoxKind.RESOLUTION, (writer.paragraph(20),), PLACE),
            ),
            (Text(writer.phrase()),),
            PLACE,
        )
        for item in range(1, 13)
    )
    blocks = (
        Heading(1, (Text("Minutes"),), PLACE),
        _details(writer),
        MinuteEntries(("Item", "Discussion", "Lead"), entries, PLACE),
    )
    return _document("paper-01-minutes", "Minutes", (Section(blocks),))


def _actions(writer: Writer) -> Document:
    labels = ("Reference", "Action", "Owner", "Due", "Status")
    rows = []
    for item in range(ACTIONS):
        status = writer.random.choice(tuple(TONES))
        cells = (f"18/{item + 1}", writer.text(18), writer.phrase(), f"{item % 28 + 1} June")
        rows.append(Row((*map(_cell, cells), _cell(status, tone=TONES[status])), PLACE))
    columns = tuple(Column(width) for width in (1.5, 6, 3, 1.5, 1.5))
    table = Table(columns, (_head(labels),), tuple(rows), PLACE, caption=(Text("Actions"),))
    return _document("paper-02-actions", "Action log", (Section((Heading(1, (Text("Action log"),), PLACE), table)),))


def _paper(writer: Writer, name: str, pages: int, *, dashboard: bool) -> Document:
    title = f"{writer.phrase()} and {writer.phrase().lower()}"
    blocks: list[Block] = [*_cover(writer, title)]
    for section in range(1, pages - (DASHBOARD_PAGES if dashboard else 0)):
        blocks += _page_of_text(writer, section)
    sections: tuple[Section, ...] = (Section(tuple(blocks)),)
    if dashboard:
        sections += (Section((Heading(2, (Text("Dashboard"),), PLACE), _dashboard(writer)), Orientation.LANDSCAPE),)
    return _document(name, title, sections)


def _cover(writer: Writer, title: str) -> tuple[Block, ...]:
    groups = ("City", "East", "West", "Other")
    rows = tuple(
        Row((_cell(role, scope=Scope.ROW), *(_cell("Yes") for _ in groups)), PLACE) for role in ("Clinician", "Manager")
    )
    matrix = Table(
        (Column(3), *(Column(2) for _ in groups)),
        (_head(("Involvement", *groups)),),
        rows,
        PLACE,
        summary="Involvement",
    )
    advice = tuple(
        ListItem((writer.paragraph(25),), PLACE, Number(f"{letter})", "{1})", (at,), (Counter.LOWER_LETTER,), "advice"))
        for at, letter in enumerate("abcd", start=1)
    )
    return (
        Heading(1, (Text(title),), PLACE, anchor="top"),
        _details(writer),
        matrix,
        Heading(2, (Text("Summary"),), PLACE),
        writer.paragraph(110),
        Box(BoxKind.RECOMMENDATIONS, (ItemList(ListKind.NUMBERED, advice, PLACE),), PLACE),
        replace(writer.plain(""), content=(Link((Text("Back to the agenda"),), document="agenda"),)),
    )


def _page_of_text(writer: Writer, section: int) -> tuple[Block, ...]:
    heading = Heading(2, (Text(writer.phrase()),), PLACE, writer.number(section), anchor=f"section-{section}")
    text = tuple(writer.paragraph(65, writer.number(section, at)) for at in (1, 2, 3))
    return (heading, *text, _bullets(writer) if section % 2 else _finance(writer, section))


def _bullets(writer: Writer) -> ItemList:
    inner = ItemList(ListKind.BULLET, tuple(ListItem((writer.paragraph(14),), PLACE) for _ in range(3)), PLACE)
    items = tuple(
        ListItem((writer.paragraph(22), inner) if at == 1 else (writer.paragraph(22),), PLACE) for at in range(5)
    )
    return ItemList(ListKind.BULLET, items, PLACE)


def _finance(writer: Writer, section: int) -> Table:
    labels = ("Budget line", "Plan", "Actual", "Variance", "Forecast")
    rows = [
        Row((_cell(writer.phrase(), scope=Scope.ROW), *(_cell(writer.amount()) for _ in labels[1:])), PLACE)
        for _ in range(11)
    ]
    total = Row(
        (_cell("Total", scope=Scope.ROW), *(_cell((Strong((Text(writer.amount()),)),)) for _ in labels[1:])),
        PLACE,
        RowKind.TOTAL,
    )
    columns = (Column(4), *(Column(2, Align.RIGHT) for _ in labels[1:]))
    caption = (Text(f"Table {section}: {writer.phrase()} (£000)"),)
    return Table(columns, (_head(labels),), (*rows, total), PLACE, caption=caption)


def _dashboard(writer: Writer) -> Table:
    labels = ("Scheme", "Area", "Lead", "Start", "End", "Plan", "Actual", "Saving", "Last", "Now", "Comment")
    rows = []
    for item in range(DASHBOARD_ROWS):
        then, now = (writer.random.choice(tuple(TONES)) for _ in range(2))
        cells = [
            _cell(f"S{item + 1} {writer.phrase()}", scope=Scope.ROW),
            *(_cell(writer.phrase()) for _ in range(2)),
            *(_cell(f"{month} 2018") for month in ("May", "June")),
            *(_cell(writer.amount()) for _ in range(3)),
            *(_cell(status, tone=TONES[status]) for status in (then, now)),
            _cell(writer.text(10)),
        ]
        rows.append(Row(tuple(cells), PLACE))
    widths = (3, 2, 2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 4)
    return Table(
        tuple(Column(width) for width in widths), (_head(labels),), tuple(rows), PLACE, TableKind.DASHBOARD,
        caption=(Text("Schemes"),),
    )  # fmt: skip
