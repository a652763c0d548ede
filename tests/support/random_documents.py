"""Documents of every kind of block in an order that nobody would think of."""

from collections.abc import Callable
from random import Random

from govdocs.compose.blocks import (
    Abbreviation,
    Align,
    Block,
    Box,
    BoxKind,
    Column,
    Detail,
    Details,
    Document,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
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
from support.sample_blocks import HERE, cell, document, head, heading, item_list, numbered, paragraph, row
from support.sample_papers import CHART

_WORDS = (
    "board",
    "the",
    "of",
    "£48,608",
    "(3,329)",
    "commissioning",
    "a",
    "to",
    "it",
    "QIPP’s",
    "plan/forecast",
    "co-ordination",
)


class RandomDocuments:
    """Makes documents; the same seed makes the same one."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same documents every time is what is wanted

    def document(self) -> Document:
        """Up to three sections of up to eight blocks, the first of them a title."""
        sections = [
            Section(
                tuple(self.block(2) for _ in range(self.random.randint(1, 8))),
                self.random.choice(list(Orientation)),
                self.random.choice(("A4", "A4", "A3")),
            )
            for _ in range(self.random.randint(1, 3))
        ]
        first = Section((heading(1, "The title"), *sections[0].blocks), sections[0].orientation, sections[0].paper)
        lines = tuple(self.text(4) for _ in range(self.random.randint(0, 5)))
        return document("random", "A random document", sections=(first, *sections[1:]), letterhead=lines)

    def text(self, most: int) -> str:
        """One to ``most`` words."""
        return " ".join(self.random.choices(_WORDS, k=self.random.randint(1, most)))

    def inlines(self, most: int) -> tuple[Inline, ...]:
        """Some words, a few of them in an element of their own, with blanks on either side or none."""
        inlines: list[Inline] = [Text(self.text(most))]
        for _ in range(self.random.choice((0, 0, 1, 3))):
            inner = (Text(self.text(4)),)
            inlines += [
                Text(self.random.choice((" ", "", " and "))),
                self.random.choice(
                    (
                        Strong(inner),
                        Emphasis(inner),
                        Raised((Text("*"),)),
                        Foreign(inner, "cy"),
                        Abbreviation("QIPP", "Quality and Productivity"),
                        Symbol("☒", "ticked"),
                        LineBreak(),
                        Link(inner, address="https://example.org/"),
                        Link((Strong(inner),), document="paper-c"),
                    )
                ),
                Text(f" {self.text(most)}"),
            ]
        return tuple(inlines)

    def paragraph(self, most: int = 90) -> Paragraph:
        """A paragraph, sometimes with a number."""
        number = numbered("1.1.", 1, 1) if self.random.random() < 0.3 else None
        kinds = (
            ParagraphKind.BODY,
            ParagraphKind.BODY,
            ParagraphKind.NOTE,
            ParagraphKind.LEAD_IN,
            ParagraphKind.MOVEMENT,
        )
        return paragraph(self.inlines(self.random.randint(1, most)), self.random.choice(kinds), number)

    def block(self, depth: int) -> Block:
        """Any block; those that hold others hold shallower ones."""
        makers: list[Callable[[], Block]] = [
            self.paragraph,
            self.paragraph,
            self.heading,
            lambda: self.item_list(depth),
            lambda: Rule(HERE),
        ]
        if depth > 1:
            makers += [self.table, self.table, self.details, self.minutes, self.picture, lambda: PageBreak(HERE)]
            makers += [lambda: Box(self.random.choice(list(BoxKind)), self.some(depth - 1), HERE)]
        return self.random.choice(makers)()

    def some(self, depth: int) -> tuple[Block, ...]:
        """One to three blocks."""
        return tuple(self.block(depth) for _ in range(self.random.randint(1, 3)))

    def heading(self) -> Block:
        """A heading of the second level, which no order of blocks can make wrong."""
        return heading(2, self.inlines(6), numbered("2.", 2) if self.random.random() < 0.5 else None)

    def item_list(self, depth: int) -> Block:
        """A list of any kind, perhaps with a list inside."""
        kind = self.random.choice(list(ListKind))
        items = [
            [self.paragraph(20), *([self.item_list(depth - 1)] if depth > 0 and self.random.random() < 0.3 else [])]
            for _ in range(self.random.randint(1, 5))
        ]
        numbers = (numbered(f"({at})", at) for at in range(1, 9)) if kind is ListKind.NUMBERED else ()
        return item_list(kind, *items, numbers=numbers)  # type: ignore[arg-type]

    def table(self) -> Block:
        """A table with a head of one or two rows, bands, spans in both directions, tones and a total."""
        width = self.random.randint(1, 7)
        columns = tuple(Column(self.random.randint(1, 9), self.random.choice(list(Align))) for _ in range(width))
        heads = [head(*(self.text(2) for _ in range(width)))]
        if width > 3 and self.random.random() < 0.5:
            heads.insert(0, row(cell("Corner", Scope.COLUMN), cell("Group", Scope.COLUMN, columns=width - 1)))
        rows: list[Row] = []
        while len(rows) < self.random.randint(1, 25):
            rows += self.rows(width)
        return Table(
            columns,
            tuple(heads),
            tuple(rows),
            HERE,
            self.random.choice((TableKind.GRID, TableKind.GRID, TableKind.DASHBOARD, TableKind.PEOPLE)),
            caption=self.inlines(5) if self.random.random() < 0.5 else (),
            caption_below=self.random.random() < 0.3,
            summary="A table",
        )

    def rows(self, width: int) -> list[Row]:
        """One row, or several that a cell holds together."""
        if self.random.random() < 0.1:
            return [row(cell(self.text(3), columns=width), kind=RowKind.BAND)]
        first = cell(self.text(3), Scope.ROW)
        rest = [
            cell(
                self.inlines(self.random.choice((1, 3, 30))), tone=self.random.choice((Tone.NONE, Tone.NONE, Tone.RED))
            )
            for _ in range(width - 1)
        ]
        if width > 2 and self.random.random() < 0.2:
            held = cell(self.text(3), Scope.ROW, rows=3)
            return [row(held, *rest), *(row(*(self.text(9) for _ in range(width - 1))) for _ in range(2))]
        long = self.random.random() < 0.05 and width > 1
        if long:
            rest[0] = cell(self.inlines(900))
        kind = self.random.choice((RowKind.BODY, RowKind.BODY, RowKind.BODY, RowKind.TOTAL))
        return [row(first, *rest, kind=kind, breakable=long and self.random.random() < 0.5)]

    def details(self) -> Block:
        """Labels and values, one or two pairs a row."""
        pairs = self.random.choice((1, 2))
        rows = [
            tuple(Detail(self.inlines(2), self.some(0), HERE) for _ in range(self.random.choice((1, pairs))))
            for _ in range(self.random.randint(1, 6))
        ]
        return Details(tuple(rows), HERE, pairs, "Details")

    def minutes(self) -> Block:
        """A few items of the minutes."""
        entries = tuple(
            MinuteEntry(
                (Text("18/4"),), heading(2, self.text(9)), self.some(1), self.random.choice(((), (Text("SG"),))), HERE
            )
            for _ in range(self.random.randint(1, 5))
        )
        return MinuteEntries(("Item", "Discussion", "Lead"), entries, HERE)

    def picture(self) -> Block:
        """A chart."""
        return Picture(CHART, "image/svg+xml", self.text(5), HERE, self.random.random(), self.inlines(4))
