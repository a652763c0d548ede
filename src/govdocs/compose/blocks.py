"""One document as a tree of typed blocks, with numbering, references and wording settled.

Writers turn this tree into bytes and decide nothing about content. Every block knows its place: the line in a record
or a template that it comes from, so that a finding in a composed document points at what was typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from govdocs.places import Place

# --- Inline content -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold, because it matters."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """Superscript, such as a footnote mark."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language than the document's; ``language`` is a BCP 47 tag."""

    children: tuple["Inline", ...]
    language: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A sign that the text font lacks or that says nothing when read aloud, such as ☒, with the words for it."""

    character: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to ``address`` (https or mailto), or to ``anchor`` in the document of that name.

    ``document`` is a document's ``name`` (the stem of its output files); an empty one means this document. An empty
    ``anchor`` means the document's beginning. Exactly one of ``address`` and the other two is in use. ``spoken`` is
    what a screen reader says where the words of the link do not say enough.
    """

    children: tuple["Inline", ...]
    address: str = ""
    document: str = ""
    anchor: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """Words that an index leads to; without any, the place alone. ``entries`` are the ids of the index's lines."""

    children: tuple["Inline", ...]
    entries: tuple[str, ...]
    anchor: str = ""


Inline = Text | LineBreak | Strong | Emphasis | Raised | Foreign | Abbreviation | Symbol | Link | Indexed


def plain(inlines: tuple[Inline, ...]) -> str:
    """The words alone, a line break as a space."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Abbreviation(text, _):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Symbol(character, _):
                parts.append(character)
            case _:
                parts.append(plain(inline.children))
    return "".join(parts)


# --- Numbers --------------------------------------------------------------------------------------------------------


class Counter(StrEnum):
    """How one level of a number is written."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lower-letter"
    UPPER_LETTER = "upper-letter"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"


@dataclass(frozen=True, slots=True)
class Number:
    """The number that a heading, paragraph or list item carries.

    ``text`` is what is printed (``3.14.``). ``pattern`` says how it is made, with ``{1}`` for the first level's
    counter (``{1}.{2}.``); ``values`` holds each level's value (``(3, 14)``) and ``counters`` how each is written.
    The item stands at level ``len(values)``. Items of one ``sequence`` belong to one list, also with other blocks
    between them.
    """

    text: str
    pattern: str
    values: tuple[int, ...]
    counters: tuple[Counter, ...]
    sequence: str


# --- Blocks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title, of which there is one."""

    level: int
    content: tuple[Inline, ...]
    place: Place
    number: Number | None = None
    anchor: str = ""


class ParagraphKind(StrEnum):
    """What a paragraph is, which decides how it looks."""

    BODY = "body"
    SUBTITLE = "subtitle"  # the lines under a title
    LEAD_IN = "lead-in"  # "The Board is asked to:"
    NOTE = "note"  # small print: a source line, a footnote under a table
    MOVEMENT = "movement"  # people leaving and returning
    PROMPT = "prompt"  # a label over an answer on a form
    CENTRED = "centred"  # a page that says it is blank, a sheet standing in for a paper


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered or not."""

    content: tuple[Inline, ...]
    place: Place
    number: Number | None = None
    kind: ParagraphKind = ParagraphKind.BODY
    anchor: str = ""


class ListKind(StrEnum):
    """What stands before each item."""

    BULLET = "bullet"
    NUMBERED = "numbered"  # every item carries its Number
    PLAIN = "plain"  # nothing: names one under the other


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; its blocks are paragraphs and inner lists."""

    blocks: tuple["Block", ...]
    place: Place
    number: Number | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list."""

    kind: ListKind
    items: tuple[ListItem, ...]
    place: Place


class Align(StrEnum):
    """How a column's cells are set."""

    LEFT = "left"
    RIGHT = "right"  # numbers
    CENTRE = "centre"


class Tone(StrEnum):
    """The colour behind a status cell; the word is in the cell as well."""

    NONE = "none"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` is its share of the table's width (the shares of a table need not add up to anything)."""

    width: float
    align: Align = Align.LEFT


class Scope(StrEnum):
    """What a header cell heads."""

    NONE = "none"  # not a header cell
    COLUMN = "column"  # the column or columns that it spans
    ROW = "row"  # the row or rows that it spans


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; its blocks are paragraphs and lists, none where it is empty."""

    blocks: tuple["Block", ...]
    place: Place
    column_span: int = 1
    row_span: int = 1
    scope: Scope = Scope.NONE
    tone: Tone = Tone.NONE


class RowKind(StrEnum):
    """What a row is, which decides how it looks."""

    BODY = "body"
    BAND = "band"  # a heading across all columns
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; only the cells that begin in it (a cell spanning rows stands in the first)."""

    cells: tuple[Cell, ...]
    place: Place
    kind: RowKind = RowKind.BODY
    breakable: bool = False  # a long discussion may continue on the next page
    anchor: str = ""


class TableKind(StrEnum):
    """The looks that the theme knows."""

    GRID = "grid"  # the usual table: header row shaded, hairlines
    DASHBOARD = "dashboard"  # wide: smaller type
    PEOPLE = "people"  # two quiet columns without lines: name and post
    KEY = "key"  # a legend of statuses


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``head`` rows repeat on every page; every cell of the head has a scope.

    ``caption`` is empty where the published form has none; ``summary`` then names the table for a screen reader.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    place: Place
    kind: TableKind = TableKind.GRID
    caption: tuple[Inline, ...] = ()
    caption_below: bool = False
    caption_number: Number | None = None
    summary: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A label and its value."""

    label: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Details:
    """Labels and values, as at the head of a cover sheet or an agenda, ``pairs`` of them side by side (1 or 2).

    A row of an agenda's head with two pairs holds two details; a row with one detail spans the width.
    """

    rows: tuple[tuple[Detail, ...], ...]
    place: Place
    pairs: int = 1
    summary: str = ""


class BoxKind(StrEnum):
    """What is set apart."""

    RECOMMENDATIONS = "recommendations"  # a ruled box
    RESOLUTION = "resolution"  # a rule at the left
    NOTICE = "notice"  # a quiet box: a waiver shown, an item held back
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart from the text."""

    kind: BoxKind
    blocks: tuple["Block", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MinuteEntry:
    """One item of the minutes: its reference, its heading, what was said and decided, and who leads.

    In PDF and HTML a section whose reference stands in the margin; in Word a row of a headed table. ``lead`` is empty
    where the body prints no lead or nobody has one.
    """

    reference: tuple[Inline, ...]
    heading: Heading
    blocks: tuple["Block", ...]
    lead: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MinuteEntries:
    """The items of the minutes under the body's own column headings (``labels``: reference, discussion, lead)."""

    labels: tuple[str, ...]
    entries: tuple[MinuteEntry, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; ``data`` is the file's own bytes, ``media_type`` image/png, image/jpeg or image/svg+xml."""

    data: bytes
    media_type: str
    alternative: str
    place: Place
    width: float = 1.0  # share of the text's width
    caption: tuple[Inline, ...] = ()
    anchor: str = ""


class ChartKind(StrEnum):
    """How a chart is drawn."""

    LINE = "line"
    BAR = "bar"  # the series side by side
    STACKED = "stacked"  # the series one on top of the other


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One row of values along the axis; ``values`` and ``texts``, as printed, are as many as the chart's categories.

    ``aim`` marks what is aimed at (a plan, a target), which is drawn otherwise than what came about.
    """

    label: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    tone: Tone = Tone.NONE
    aim: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, drawn by the writers; ``ticks`` are the values of the upright axis and how each is printed.

    ``alternative`` says in words what the drawing shows. ``unit`` stands over the upright axis.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    ticks: tuple[tuple[Decimal, str], ...]
    alternative: str
    place: Place
    unit: str = ""
    width: float = 1.0  # share of the text's width
    caption: tuple[Inline, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A heading in a table of contents; ``level`` counts from 1 for the highest that is listed."""

    level: int
    content: tuple[Inline, ...]
    anchor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: the headings after it, ``levels`` deep, each with its page where there are pages.

    ``top`` is the level of the highest heading that it lists.
    """

    lines: tuple[ContentsLine, ...]
    place: Place
    levels: int = 2
    top: int = 2


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """A place that an index leads to; ``part`` are the words of the heading over it, for formats without pages."""

    anchor: str
    part: str


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A line of an index: the words, where they stand, and the lines that are seen instead or as well.

    ``entry`` is its id, ``level`` 2 for a line under another. ``path`` are its words after those of the line that it
    stands under. ``see`` is printed after all that as it is, with links to other lines.
    """

    entry: str
    level: int
    path: tuple[str, ...]
    place: Place
    places: tuple[IndexPlace, ...] = ()
    see: tuple[Inline, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class IndexLetter:
    """The lines of an index that begin with one letter."""

    letter: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index at the end of a book: its letters are headings of ``level``.

    ``on_page`` and ``in_part`` are what a screen reader says for a place, with ``{term}``, ``{page}`` and ``{part}``.
    """

    letters: tuple[IndexLetter, ...]
    place: Place
    level: int = 3
    on_page: str = "{term}, page {page}"
    in_part: str = "{term}, in {part}"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""

    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between two parts."""

    place: Place


@dataclass(frozen=True, slots=True)
class Divider:
    """A page of its own with a paper's letter large and its title under it."""

    letter: str
    title: str
    place: Place


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Details
    | Box
    | MinuteEntries
    | Picture
    | Chart
    | Contents
    | Index
    | PageBreak
    | Rule
    | Divider
)


# --- Documents ------------------------------------------------------------------------------------------------------


class Orientation(StrEnum):
    """How a run of pages is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one orientation; ``paper`` is ``A4`` or ``A3``.

    One that is ``continued`` begins on the page where the one before it ends. ``columns`` are for an index.
    """

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    paper: str = "A4"
    columns: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Supplied:
    """A file that somebody else wrote: its pages follow those of the document that carries it.

    ``name`` is the file's own name, ``data`` its bytes, ``title`` what its pages are called in the bookmarks, and
    ``stand_in`` says where they are to be found where they cannot be bound: in a Word file.
    """

    name: str
    data: bytes
    title: str
    place: Place
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``name`` is the stem of its output files (``paper-c-second-blood-collection``), unique within a meeting.
    ``letterhead`` holds the organisations of the running header, one a line, in the body's order. ``label`` is the
    short name in the footer (``Paper C · Second Primary Care Blood Collection``); ``paper`` the letter, empty where
    there is none. ``watermark`` is a word over every page (``DRAFT``), usually empty. ``status`` is printed in the
    header beside the letterhead (``Draft``). ``furniture`` is False for a page without header and footer (a divider).
    ``page_label`` prints the document's own page number in the footer, with ``{n}`` and ``{total}``. ``supplied`` are
    files whose pages follow.
    """

    name: str
    title: str
    language: str
    letterhead: tuple[str, ...]
    label: str
    sections: tuple[Section, ...]
    place: Place
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    paper: str = ""
    status: str = ""
    watermark: str = ""
    furniture: bool = True
    page_label: str = "page {n} of {total}"
    supplied: tuple[Supplied, ...] = ()


class PartKind(StrEnum):
    """What a part of a pack is."""

    DOCUMENT = "document"
    DIVIDER = "divider"  # a page with a paper's letter
    BLANK = "blank"  # a page that says it is blank, where the body's packs have them


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pack, in the pack's order; ``outline`` is its entry in the bookmarks, empty for none."""

    kind: PartKind
    document: Document
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """All papers of a meeting in the order in which they are bound.

    ``page_label`` prints the pack's own page number, with ``{n}`` and ``{total}`` (``pack page {n}``). ``beside`` are
    documents of the meeting that are written but not bound: its own minutes. ``reprints`` names those of them that only
    repeat what stands in a part: terms of reference by themselves, which need no second check.
    """

    name: str
    title: str
    language: str
    parts: tuple[Part, ...]
    place: Place
    author: str = ""
    subject: str = ""
    page_label: str = "pack page {n}"
    beside: tuple[Document, ...] = ()
    reprints: tuple[str, ...] = ()

    def documents(self) -> tuple[Document, ...]:
        """All documents, each once: those of the parts in the pack's order, then those beside it."""
        found = (*(part.document for part in self.parts), *self.beside)
        return tuple({document.name: document for document in found}.values())


Piece = Block | ListItem | Row | Cell | MinuteEntry | IndexLine
"""A block, or a part of one."""


def children(block: Piece) -> tuple[Piece, ...]:
    """What stands directly inside, in reading order."""
    match block:  # the most frequent ones first: every document is gone through many times
        case Paragraph() | Heading():
            return ()
        case Cell() | ListItem() | Box():
            return block.blocks
        case Row():
            return block.cells
        case ItemList():
            return block.items
        case Table():
            return (*block.head, *block.body)
        case Details():
            return tuple(inner for row in block.rows for detail in row for inner in detail.blocks)
        case MinuteEntries():
            return block.entries
        case MinuteEntry():
            return (block.heading, *block.blocks)
        case Index():
            return tuple(line for letter in block.letters for line in letter.lines)
        case _:
            return ()


def walk(document: Document) -> Iterator[Piece]:
    """Everything in the document in reading order, from the outside in."""
    return walk_sections(document.sections)


def walk_sections(sections: tuple[Section, ...]) -> Iterator[Piece]:
    """Everything in the sections in reading order, from the outside in."""
    stack: list[Piece] = [block for section in reversed(sections) for block in reversed(section.blocks)]
    while stack:
        block = stack.pop()
        yield block
        if inner := children(block):
            stack.extend(reversed(inner))
