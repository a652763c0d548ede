"""Short hands for making blocks in tests."""

from collections.abc import Iterable

from govdocs.compose.blocks import (
    Block,
    Cell,
    Counter,
    Detail,
    Document,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    ListItem,
    ListKind,
    Number,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Scope,
    Section,
    Strong,
    Text,
    Tone,
)
from govdocs.places import Place

HERE = Place("meetings/ccb/2018-06-21/sample.md", 7, 1)
LETTERHEAD = (
    "Leicester City Clinical Commissioning Group",
    "West Leicestershire Clinical Commissioning Group",
    "East Leicestershire and Rutland Clinical Commissioning Group",
)
VENUE = "Conference Room, 8th Floor, St John’s House, 30 East Street, Leicester, LE1 6NB"

Words = str | Inline | tuple[Inline, ...]
ItemBlocks = list[Paragraph | ItemList]


def words(content: Words) -> tuple[Inline, ...]:
    """A text, one inline or several as inlines; ``|`` in a text is a line break and ``*so*`` is bold."""
    if isinstance(content, tuple):
        return content
    if not isinstance(content, str):
        return (content,)
    parts: list[Inline] = []
    for number, line in enumerate(content.split("|")):
        parts += [LineBreak()] if number else []
        for index, piece in enumerate(line.split("*")):
            parts += [Strong((Text(piece),)) if index % 2 else Text(piece)] if piece else []
    return tuple(parts)


def heading(level: int, content: Words, number: Number | None = None, anchor: str = "") -> Heading:
    return Heading(level, words(content), HERE, number, anchor)


def paragraph(
    content: Words, kind: ParagraphKind = ParagraphKind.BODY, number: Number | None = None, anchor: str = ""
) -> Paragraph:
    return Paragraph(words(content), HERE, number, kind, anchor)


def numbered(text: str, *values: int, counter: Counter = Counter.DECIMAL, sequence: str = "main") -> Number:
    pattern = "".join(f"{{{level}}}." for level in range(1, len(values) + 1))
    return Number(text, pattern, values, (Counter.DECIMAL,) * (len(values) - 1) + (counter,), sequence)


def cell(
    content: Words | list[Paragraph | ItemList] = "",
    scope: Scope = Scope.NONE,
    columns: int = 1,
    rows: int = 1,
    tone: Tone = Tone.NONE,
) -> Cell:
    """A cell of words, or of a list of blocks; one without words has no block."""
    if isinstance(content, list):
        return Cell(tuple(content), HERE, columns, rows, scope, tone)
    filled = words(content)
    return Cell((Paragraph(filled, HERE),) if filled else (), HERE, columns, rows, scope, tone)


def row(*cells: Words | Cell, kind: RowKind = RowKind.BODY, breakable: bool = False, anchor: str = "") -> Row:
    made = tuple(each if isinstance(each, Cell) else cell(each) for each in cells)
    return Row(made, HERE, kind, breakable, anchor)


def head(*names: Words | Cell) -> Row:
    return row(*(each if isinstance(each, Cell) else cell(each, Scope.COLUMN) for each in names))


def item_list(kind: ListKind, *items: Words | ItemBlocks, numbers: Iterable[Number] = ()) -> ItemList:
    """A list; an item is words, or a list of its blocks."""
    supply = iter(numbers)
    made = (
        ListItem(tuple(item) if isinstance(item, list) else (paragraph(item),), HERE, next(supply, None))
        for item in items
    )
    return ItemList(kind, tuple(made), HERE)


def detail(label: str, *values: Words) -> Detail:
    return Detail(words(label), tuple(paragraph(value) for value in values), HERE)


def document(name: str, title: str, *blocks: Block, **more: object) -> Document:
    settings: dict[str, object] = {
        "language": "en-GB",
        "letterhead": LETTERHEAD,
        "label": title,
        "author": "Leicester, Leicestershire and Rutland CCGs",
        "subject": "Commissioning Collaborative Board, 21 June 2018",
        **more,
    }
    sections = settings.pop("sections", None) or (Section(tuple(blocks)),)
    return Document(name=name, title=title, sections=sections, place=HERE, **settings)  # type: ignore[arg-type]
