"""Numbers for headings, paragraphs, items and captions: those that were typed, or those that a scheme counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from govdocs.compose.blocks import (
    Block,
    Counter,
    Heading,
    Inline,
    ItemList,
    ListItem,
    ListKind,
    Number,
    Paragraph,
    ParagraphKind,
    Table,
    Text,
)
from govdocs.compose.elements import Wide
from govdocs.compose.numbering import read_counter, write_number
from govdocs.compose.prose import TYPED_NUMBER
from govdocs.model.style import NumberLevel, NumberScheme
from govdocs.model.values import Nothing

_FIGURES = re.compile(r"\d+")


def number_typed(blocks: Sequence[Block | Wide], sequence: str) -> tuple[Block | Wide, ...]:
    """The blocks with the numbers that stand typed at their beginning taken out of the words and made numbers."""
    last: Number | None = None
    numbered: list[Block | Wide] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading) and (found := _take_typed(block.content, last, sequence)):
            number, content = found
            block = replace(block, number=number, content=content)  # noqa: PLW2901 -- the same block, numbered
            last = number
        numbered.append(block)
    return tuple(numbered)


def _take_typed(
    content: tuple[Inline, ...], last: Number | None, sequence: str
) -> tuple[Number, tuple[Inline, ...]] | None:
    """The typed number at the start of ``content``, and the rest; ``last`` is the number before."""
    if not content or not isinstance(content[0], Text):
        return None
    text = content[0].text
    match = TYPED_NUMBER.match(text if len(content) == 1 else text + "x")
    if match is None:
        return None
    rest = text[match.end() :].lstrip()
    remaining = (*((Text(rest),) if rest else ()), *content[1:])
    if match["figures"]:
        values = tuple(int(part) for part in _FIGURES.findall(match["figures"]))
        levels = iter(range(1, len(values) + 1))
        pattern = _FIGURES.sub(lambda _: f"{{{next(levels)}}}", match["figures"])
        return Number(match["figures"], pattern, values, (Counter.DECIMAL,) * len(values), sequence), remaining
    return _typed_letter(match["letter"], last, sequence), remaining


def _typed_letter(text: str, last: Number | None, sequence: str) -> Number:
    """``a)``: a level below the last number in figures. ``i)`` after ``h)`` is a letter, else it is Roman."""
    mark = text.strip("()")
    above = last.values[: last.counters.count(Counter.DECIMAL)] if last else ()
    before = last.values[len(above)] if last and len(last.values) > len(above) else 0
    counter = Counter.LOWER_LETTER
    if read_counter(mark, counter) != before + 1 and set(mark) <= set("ivx"):
        counter = Counter.LOWER_ROMAN
    values = (*above, read_counter(mark, counter))
    counters = (*((Counter.DECIMAL,) * len(above)), counter)
    return Number(text, text.replace(mark, f"{{{len(values)}}}"), values, counters, sequence)


# --- Counting -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Count:
    """Counts along a scheme, in the order of reading."""

    scheme: NumberScheme
    sequence: str
    counts: dict[int, int] = field(default_factory=dict)
    tables: int = 0

    def number(self, blocks: Sequence[Block | Wide]) -> tuple[Block | Wide, ...]:
        """The blocks with their numbers."""
        top = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
        return tuple(self._block(block, top) for block in blocks)

    def _levels(self, *of: str) -> list[int]:
        return [index for index, level in enumerate(self.scheme.levels) if level.of in of]

    def _block(self, block: Block | Wide, top: int) -> Block | Wide:
        match block:
            case Heading():
                levels = self._levels("heading")
                depth = block.level - top
                return replace(block, number=self._next(levels[depth])) if depth < len(levels) else block
            case Paragraph(kind=ParagraphKind.BODY):
                levels = self._levels("paragraph")
                return replace(block, number=self._next(levels[0])) if levels else block
            case ItemList(kind=ListKind.NUMBERED):
                return self._list(block, [*self._levels("paragraph")[1:], *self._levels("item")])
            case Table():
                return self._table(block)
            case Wide():
                return Wide(tuple(inner for inner in map(self._inner, block.blocks)), block.paper)
            case _:
                return block

    def _inner(self, block: Block) -> Block:
        return self._table(block) if isinstance(block, Table) else block

    def _list(self, block: ItemList, levels: Sequence[int]) -> ItemList:
        """A numbered list in the levels below the paragraphs, or with its own numbers where there are none."""
        return replace(block, items=tuple(self._item(item, levels) for item in block.items)) if levels else block

    def _item(self, item: ListItem, levels: Sequence[int]) -> ListItem:
        number = self._next(levels[0]) or item.number
        blocks = tuple(
            self._list(inner, levels[1:]) if isinstance(inner, ItemList) and inner.kind is ListKind.NUMBERED else inner
            for inner in item.blocks
        )
        return replace(item, number=number, blocks=blocks)

    def _table(self, table: Table) -> Table:
        levels = self._levels("table")
        if not levels or not table.caption:
            return table
        level = self.scheme.levels[levels[0]]
        self.tables = self.tables + 1 if self.tables else level.start
        if isinstance(level.pattern, Nothing):
            return table
        pattern = re.sub(r"\{\d\}", "{1}", level.pattern)
        number = write_number(pattern, (self.tables,), (Counter(level.counter),), f"{self.sequence} tables")
        return replace(table, caption_number=number)

    def _next(self, index: int) -> Number | None:
        """Count on at a level; None where nothing is printed, or where the number would name a level not begun."""
        level = self.scheme.levels[index]
        self.counts[index] = self.counts.get(index, level.start - 1) + 1
        for deeper in range(index + 1, len(self.scheme.levels)):
            if self._starts_again(self.scheme.levels[deeper], level, index):
                self.counts.pop(deeper, None)
        if isinstance(level.pattern, Nothing):
            return None
        named = {int(name) - 1 for name in re.findall(r"\{(\d)\}", level.pattern)}
        if any(other not in self.counts for other in named if other <= index):
            return None
        values = tuple(self.counts.get(other, 0) for other in range(index + 1))
        counters = tuple(Counter(self.scheme.levels[other].counter) for other in range(index + 1))
        return write_number(level.pattern, values, counters, self.sequence)

    def _starts_again(self, deeper: NumberLevel, counted: NumberLevel, index: int) -> bool:
        """Whether ``deeper`` begins anew when ``counted``, at ``index``, goes on."""
        if deeper.scope == "section":
            return counted.of == "heading" and index == self._levels("heading")[0]
        return deeper.scope == "parent" or (deeper.scope == "heading" and counted.of == "heading")
