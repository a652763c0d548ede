"""Rules that hold lists of sums against the tables of the same document: codes G384 and G385."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.check.claims import INCLUDES, TOTAL
from govdocs.check.counted_lists import lists
from govdocs.check.figures import Figures, scale_of
from govdocs.check.quantities import Kind, Quantity, plain, quantities
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, is_near
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.tables import RowMark, TableBlock
from govdocs.places import Place

#: A list of fewer sums may agree with a column by chance.
LEAST_ITEMS = 4
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list or of a table: what it is about, and its sum as typed."""

    words: tuple[str, ...]
    value: Decimal
    text: str
    place: Place


def look_for_lists_unlike_their_column(records: Records) -> Iterator[Found]:
    """Checks:
        A list of sums, or a small table of them, that repeats a column of a larger table repeats all of it: where all
        sums but one are those of the column, in its order, that one is as well.

    Looks at:
        Lists and typed tables of one document.

    Why:
        The summary is written first, and a row of the table is changed after it; the total then fits only one of them.

    Example:
        A cover lists seven sums, six of which are the yearly costs of the report's table. The seventh is that of
        another column, and the list is ten thousand pounds short of its total.

    Wrong:
        We need:

        - Hub: £75k
        - Crisis house: £75k
        - Nurses: £50k
        - Young people: £104k

        ```table
        columns: [{id: item, label: Service}, {id: once, label: Once}, {id: yearly, label: A year}]
        ---
        | Hub | £125k | £75k |
        | Crisis house | £120k | £75k |
        | Two nurses | £50k | £60k |
        | Young people | £104k | £104k |
        ```

    Right:
        We need:

        - Hub: £75k
        - Crisis house: £75k
        - Nurses: £60k
        - Young people: £104k

        ```table
        columns: [{id: item, label: Service}, {id: once, label: Once}, {id: yearly, label: A year}]
        ---
        | Hub | £125k | £75k |
        | Crisis house | £120k | £75k |
        | Two nurses | £50k | £60k |
        | Young people | £104k | £104k |
        ```
    """
    lists_of = _lists(records)
    for writing in records.writings:
        tables = records.figures_by_file.get(writing.path, ())
        columns = [column for figures in tables for column in _columns(figures)]
        for items in (*lists_of.get(writing.path, ()), *(column for one in tables for column in _columns(one, most=2))):
            pairs = [_odd_one(items, column) for column in columns if column[0].place != items[0].place]
            found = [pair for pair in pairs if pair is not None]
            if found and not any(_is_same(items, column) for column in columns if column[0].place != items[0].place):
                said, there = found[0]
                message = (
                    f"`{said.text}` stands in this list; expected `{there.text}`, as in the table, with which the "
                )
                message += "other sums of the list agree"
                related = (Related(there.place, "the table"),)
                yield Found(said.place, message, "correct the one that is wrong", related, len(said.text))


def _lists(records: Records) -> dict[str, list[list[Item]]]:
    """The lists in which every item names one sum, by file."""
    found: dict[str, list[list[Item]]] = defaultdict(list)
    for writing, _, paragraphs in lists(records):
        items = [item for paragraph in paragraphs if (item := _item(paragraph)) is not None]
        if len(items) == len(paragraphs) >= LEAST_ITEMS:
            found[writing.path].append(items)
    return found


def _item(paragraph: Paragraph) -> Item | None:
    sums = [one for one in quantities(paragraph.text) if one.kind is Kind.MONEY]
    if len(sums) != 1:
        return None
    words = content_words(paragraph.text[: sums[0].start]) or content_words(paragraph.text[sums[0].end :])
    return Item(words, sums[0].value, sums[0].text, paragraph.at(sums[0].start))


def _columns(figures: Figures, most: int = 0) -> Iterator[list[Item]]:
    """The columns of sums of a table, without its totals; those of a table of ``most`` columns only, where given."""
    if most and len(figures.columns) > most:
        return
    rows = [row for row in figures.all_rows if row.mark is RowMark.BODY and not row.is_sum]
    for position, column in enumerate(figures.columns):
        cells = [row.cells[position] for row in rows]
        if column.is_number and column.unit != "percent" and len(rows) >= LEAST_ITEMS:
            scale = scale_of(figures, position)
            yield [
                Item(content_words(row.label), (cell.number or Decimal(0)) * scale, cell.text, cell.place)
                for row, cell in zip(rows, cells, strict=True)
            ]


def _odd_one(items: Sequence[Item], column: Sequence[Item]) -> tuple[Item, Item] | None:
    """The only pair that differs, where a list and a column are about the same things in the same order."""
    if len(items) != len(column):
        return None
    pairs = list(zip(items, column, strict=True))
    odd = [pair for pair in pairs if pair[0].value != pair[1].value]
    named = sum(_share_a_word(one.words, other.words) for one, other in pairs)
    if len(odd) != 1 or named * 2 < len(pairs) or len({one.value for one in items}) < LEAST_ITEMS - 1:
        return None
    return odd[0] if _share_a_word(odd[0][0].words, odd[0][1].words) else None


def _is_same(items: Sequence[Item], column: Sequence[Item]) -> bool:
    return [one.value for one in items] == [one.value for one in column]


def _share_a_word(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(a.rstrip("s") == b.rstrip("s") or is_near(a, b) for a in one for b in other)


def look_for_announced_totals_of_tables(records: Records) -> Iterator[Found]:
    """Checks:
        A sum that a sentence announces ("totalling £504k:") right before a table is the sum of the table's only column
        of money, where the table has no total of its own.

    Looks at:
        Prose and typed tables of one document.

    Why:
        The sum is what is approved, and the table is what is bought.

    Wrong:
        Three grants totalling £90k are proposed:

        | Grant | Sum |
        |---|---|
        | Hall | £20k |
        | Park | £30k |
        | Pool | £50k |

    Right:
        Three grants totalling £100k are proposed:

        | Grant | Sum |
        |---|---|
        | Hall | £20k |
        | Park | £30k |
        | Pool | £50k |
    """
    for writing in records.writings:
        for lead, figures in _announced(records, writing):
            announced = [one for one in quantities(lead.text) if one.kind is Kind.MONEY]
            columns = [n for n, column in enumerate(figures.columns) if column.is_number and column.unit != "percent"]
            rows = [row for row in figures.all_rows if row.mark is RowMark.BODY]
            is_plain = figures.total is None and not any(row.is_sum or row.is_like_sum for row in rows)
            if len(columns) != 1 or not is_plain or len(rows) < LEAST_ROWS or not announced:
                continue
            cells = [row.cells[columns[0]] for row in rows]
            total = sum((cell.number or Decimal(0) for cell in cells), Decimal(0)) * scale_of(figures, columns[0])
            slack = figures.slack(columns[0], len(cells)) * scale_of(figures, columns[0])
            if total and not any(one.says(total, max(slack / one.step, Decimal("0.01"))) for one in announced):
                yield _other_total(lead, announced[-1], total, figures.all_rows[0].cells[0].place)


def _other_total(lead: Paragraph, said: Quantity, total: Decimal, table: Place) -> Found:
    message = f"`{said.text}` is followed by a table that adds up to {plain(total)}; expected the two to agree"
    related = (Related(table, "the table"),)
    return Found(lead.at(said.start), message, "correct the sum or a row of the table", related, len(said.text))


def _announced(records: Records, writing: Writing) -> Iterator[tuple[Paragraph, Figures]]:
    """Each paragraph that ends in a sentence on a total and a colon, with the typed table that follows it."""
    tables = [one for one in records.figures_by_file.get(writing.path, ()) if one.all_rows and one.all_rows[0].cells]
    for portion in writing.portions:
        for lead, after in zip(portion.paragraphs, portion.paragraphs[1:], strict=False):
            is_table = after.role is Role.BLOCK and after.marker == TableBlock.fence_word
            if not is_table or not lead.text.rstrip().endswith(":") or lead.role is Role.BLOCK:
                continue
            last = list(lead.sentences())[-1][1]
            if TOTAL.search(last) is None or INCLUDES.search(last) or re.search(r"\bof which\b", last):
                continue
            behind = [one for one in tables if one.all_rows[0].cells[0].place.line > after.place.line]
            if behind:
                yield lead, min(behind, key=lambda one: one.all_rows[0].cells[0].place.line)


RULES: tuple[RecordRule, ...] = (
    record_rule("G384", "list-unlike-its-column", WARNS, look_for_lists_unlike_their_column, heuristic=True),
    record_rule("G385", "announced-total-differs", WARNS, look_for_announced_totals_of_tables, heuristic=True),
)
