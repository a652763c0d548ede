"""Rules about sentences that tell of the rows of a table: sums, differences and shares of them: codes G370 and G371."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from govdocs.check.figures import Figures, scale_of
from govdocs.check.quantities import Kind, Quantity, plain, quantities, whole_number, without_dates
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.check.writings import Paragraph, Writing
from govdocs.diagnostics import Related
from govdocs.model.tables import RowMark
from govdocs.places import Place

_TOGETHER = re.compile(
    r"\b(?:together|combined|in total|in all|between them|altogether|both|(?:the )?(?:total|sum) of|adds? up to)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:more|less|fewer|higher|lower|than|from|by|of which|except|each|average|per)\b", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\s*(?:higher|lower|more|less|above|below|over|under|up|down|better|worse|increase|rise|fall|reduction)\b",
    re.IGNORECASE,
)
_COUNTED_ROWS = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Oo]ur|[Aa]ll) (?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?:[a-z]+ ){0,2}?(?P<noun>[a-z]{4,}s)\b(?: (?:of|in|for) (?:the |this )?[a-z]+)? (?:together )?"
    r"(?:came? to|cost|come to|amount(?:ed)? to|add(?:ed)? up to|total(?:led)?|were|are|is) (?=£)"
)
LEAST_DIGITS, FEW_LETTERS, MOST_WORDS = 2, 3, 5


@dataclass(frozen=True, slots=True)
class Told:
    """A row of a table as sentences speak of it: the words of its name, and its numbers by column, in pounds."""

    words: tuple[str, ...]
    label: str
    numbers: tuple[Quantity | None, ...]
    place: Place
    is_sum: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the rows that can be told of."""

    figures: Figures
    rows: tuple[Told, ...]

    def named(self, sentence: str) -> list[Told]:
        """The rows that a sentence names, longest names first; one that stands within another's name is not meant."""
        return named_rows(self.rows, content_words(without_dates(sentence)))


def named_rows(rows: Sequence[Told], said: tuple[str, ...]) -> list[Told]:
    """The rows that words name, in order; longer names are looked for first."""
    spoken = {word.rstrip("s") for word in said}
    meant = [row for row in rows if row.words[0].rstrip("s") in spoken]
    if not meant:
        return []
    taken: set[int] = set()
    found: list[tuple[int, Told]] = []
    beginnings = _beginnings(rows)
    for row in sorted(meant, key=lambda row: -len(row.words)):
        for length in _lengths(beginnings, row):
            start = next((n for n in range(len(said) - length + 1) if _alike(said[n : n + length], row.words)), None)
            if start is not None and taken.isdisjoint(range(start, start + length)):
                taken.update(range(start, start + length))
                found.append((start, row))
                break
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _beginnings(rows: Sequence[Told]) -> Counter[tuple[str, ...]]:
    """How many rows begin with the same words, for one to five words."""
    return Counter(row.words[:length] for row in rows for length in range(1, min(len(row.words), MOST_WORDS) + 1))


def _lengths(beginnings: Mapping[tuple[str, ...], int], row: Told) -> Iterator[int]:
    """How many words of a row's name tell it from the other rows: all, or fewer where no other row begins so."""
    for length in range(min(len(row.words), MOST_WORDS), 0, -1):
        if beginnings[row.words[:length]] == 1 and (length > 1 or len(row.words[0]) >= FEW_LETTERS):
            yield length


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(a.rstrip("s") == b.rstrip("s") for a, b in zip(one, other, strict=False))


def look_for_rows_added_up_otherwise(records: Records) -> Iterator[Found]:
    """Checks:
        What a sentence says that two or more rows of a table make together is their sum in one of its columns. Only
        sums are found that are near one.

    Looks at:
        Prose and tables of one document.

    Why:
        The sentence was written with the table of last month.

    Wrong:
        Parks and Roads together cost £5,514.

        | Service | £ |
        |---|---|
        | Parks | 3,385 |
        | Roads | 1,769 |
        | Baths | 941 |

    Right:
        Parks and Roads together cost £5,154.

        | Service | £ |
        |---|---|
        | Parks | 3,385 |
        | Roads | 1,769 |
        | Baths | 941 |
    """
    for table, paragraph, offset, sentence in sentences_with_tables(records):
        yield from _counted_rows(table, paragraph, offset, sentence)
        together = _TOGETHER.search(sentence)
        numbers = [one for one in quantities(sentence) if one.kind is not Kind.PERCENT]
        if not together or not numbers or _NOT_ALL.search(sentence):
            continue
        named = [row for row in table.named(sentence) if not row.is_sum]
        if len(named) < 2:  # noqa: PLR2004
            continue
        said = next((one for one in numbers if one.start > together.start()), numbers[-1])
        sums = [_sum(numbers_of) for numbers_of in zip(*(row.numbers for row in named), strict=True) if all(numbers_of)]
        if not sums or any(says(said, value, slack) for value, slack in sums):
            continue
        near = [value for value, _ in sums if is_slip(said, value) or abs(value - said.value) * 5 <= abs(value)]
        if len(near) == 1 and not _is_known(table, said):
            names = " and ".join(f"`{row.label}`" for row in named[:3])
            message = f"`{said.text}` is said of {names} together; expected {plain(near[0])}, their sum in the table"
            related = (Related(named[0].place, "the first of the rows"),)
            place = paragraph.at(offset + said.start)
            yield Found(place, message, "correct the text or the table", related, len(said.text), f"figure {said.text}")


def _counted_rows(table: Table, paragraph: Paragraph, offset: int, sentence: str) -> Iterator[Found]:
    """The three grants came to £4,500: as many rows as are told of, by a word that all of their names have."""
    match = _COUNTED_ROWS.search(sentence)
    number = whole_number(match["number"]) if match else None
    said = next((one for one in quantities(sentence) if match and one.start >= match.end() - 1), None)
    if match is None or number is None or said is None:
        return
    stem = match["noun"].lower().removesuffix("es").removesuffix("s")
    rows = [row for row in table.rows if not row.is_sum and any(word.startswith(stem) for word in row.words)]
    sums = [_sum(several) for several in zip(*(row.numbers for row in rows), strict=True) if any(several)]
    if len(rows) != number or not sums or any(says(said, value, slack) for value, slack in sums):
        return
    near = min((value for value, _ in sums), key=lambda value: abs(value - said.value))
    if abs(near - said.value) * 4 <= near:
        message = f"`{said.text}` is said of {number} rows; expected {plain(near)}, their sum in the table"
        related = (Related(rows[0].place, "the first of the rows"),)
        place = paragraph.at(offset + said.start)
        yield Found(place, message, "correct the text or the table", related, len(said.text), f"figure {said.text}")


def look_for_figures_a_slip_from_their_row(records: Records) -> Iterator[Found]:
    """Checks:
        A figure in a sentence that names one row of a table is not that row's figure, or the difference of two of its
        figures, with a digit changed or two turned about.

    Looks at:
        Prose and tables of one document.

    Why:
        The text quotes the table; a digit is lost between the two.

    Wrong:
        Local taxes cost £36,200 more than planned.

        | Service | Budget £ | Spent £ |
        |---|---|---|
        | Local taxes | 263,800 | 296,400 |
        | Land charges | 538,300 | 481,100 |
        | Grants | 370,000 | 282,500 |

    Right:
        Local taxes cost £32,600 more than planned.

        | Service | Budget £ | Spent £ |
        |---|---|---|
        | Local taxes | 263,800 | 296,400 |
        | Land charges | 538,300 | 481,100 |
        | Grants | 370,000 | 282,500 |
    """
    tables = _all_tables(records)
    for table, paragraph, offset, sentence in sentences_with_tables(records):
        numbers = quantities(sentence)
        everywhere = tables.get(paragraph.place.path, [])
        for said in numbers:
            row = _told_of(table, sentence, said, numbers)
            if row is None or _digits(said) < LEAST_DIGITS:
                continue
            pool = list(_pool(row, said, sentence[said.end :]))
            if any(says(said, value, step / 2) for value, step in pool):
                continue
            near = {value for value, step in pool if is_slip(said, value) and step <= said.step * 1000}
            everywhere = tables.get(paragraph.place.path, [])
            if (
                len(near) == 1
                and not any(_is_known(one, said) for one in everywhere)
                and not _is_derived(numbers, said)
            ):
                value = near.pop()
                message = f"`{said.text}` is said of `{row.label}`, whose figures in the table give {_short(value)}"
                related = (Related(row.place, "the row"),)
                place = paragraph.at(offset + said.start)
                yield Found(
                    place, f"{message}; expected the two to agree", "correct the text or the table", related,
                    len(said.text), f"figure {said.text}",
                )  # fmt: skip


def _told_of(table: Table, sentence: str, said: Quantity, numbers: Sequence[Quantity]) -> Told | None:
    """The row that a figure is said of: the last that is named before it, or the only one in the sentence.

    Where none is named, it is the only one that has another figure of the sentence.
    """
    rows = [row for row in table.rows if row.words[:1] != ("total",)]
    before = named_rows(rows, content_words(sentence[: said.start]))
    if before:
        return before[-1]
    named = named_rows(rows, content_words(sentence))
    others = [one for one in numbers if one is not said and _digits(one) > LEAST_DIGITS]
    sharing = [row for row in rows if any(_has(row, one) for one in others)]
    return named[0] if len(named) == 1 else sharing[0] if not named and len(sharing) == 1 else None


def _has(row: Told, said: Quantity) -> bool:
    return any(one is not None and one.kind is said.kind and says(said, one.value, Decimal(0)) for one in row.numbers)


def sentences_with_tables(records: Records) -> Iterator[tuple[Table, Paragraph, int, str]]:
    """Every sentence with figures, with each table of its document."""
    for writing in records.writings:
        tables = _tables(records, writing)
        for paragraph, offset, sentence in writing.sentences_with_figures() if tables else ():
            if re.search(r"\d", sentence):
                for table in tables:
                    yield table, paragraph, offset, sentence


def _all_tables(records: Records) -> dict[str, list[Table]]:
    return {writing.path: _tables(records, writing) for writing in records.writings}


def _tables(records: Records, writing: Writing) -> list[Table]:
    return [table for one in records.figures_by_file.get(writing.path, ()) if (table := _table(one)).rows]


def _table(figures: Figures) -> Table:
    return Table(figures, tuple(_rows(figures)))


def _rows(figures: Figures) -> Iterator[Told]:
    scales = [scale_of(figures, position) for position in range(len(figures.columns))]
    for row in figures.all_rows:
        words = content_words(re.split(r"[(\[:\u2013]| - ", row.label)[0])
        numbers = tuple(
            _quantity(cell.text, cell.number, scale, figures.columns[n].unit)
            for n, (cell, scale) in enumerate(zip(row.cells, scales, strict=False))
        )
        if row.mark is not RowMark.BAND and words and any(numbers):
            yield Told(words, row.label, numbers, row.cells[0].place, row.is_sum)


def _quantity(text: str, number: Decimal | None, scale: int, unit: str) -> Quantity | None:
    found = quantities(text.replace("(", "").replace(")", "")) if number is not None else ()
    if number is None or not found:
        return None
    kind = Kind.PERCENT if unit == "percent" else Kind.MONEY if "£" in text or scale > 1 else Kind.COUNT
    return Quantity(kind, abs(number) * scale, found[0].step * scale, text, 0, len(text))


def _sum(numbers: Sequence[Quantity | None]) -> tuple[Decimal, Decimal]:
    parts = [one for one in numbers if one is not None]
    return sum((one.value for one in parts), Decimal(0)), sum(
        (one.step / 2 for one in parts if one.step != 1), Decimal(0)
    )


def _pool(row: Told, said: Quantity, behind: str) -> Iterator[tuple[Decimal, Decimal]]:
    """What a figure may be of a row, each with its step: a number, the difference of two, or a change in percent."""
    numbers = [one for one in row.numbers if one is not None and one.value]
    if said.kind is Kind.PERCENT:
        yield from ((one.value, one.step) for one in numbers if one.kind is Kind.PERCENT)
        pairs = combinations([one for one in numbers if one.kind is not Kind.PERCENT], 2)
        for one, other in pairs if _CHANGED.match(behind) else ():
            yield from ((abs(one.value - other.value) / whole.value * 100, Decimal(1)) for whole in (one, other))
        return
    yield from ((one.value, one.step) for one in numbers)
    for one, other in combinations(numbers, 2):
        if one.kind is other.kind:
            yield abs(one.value - other.value), max(one.step, other.step)


def says(said: Quantity, value: Decimal, slack: Decimal) -> bool:
    """Whether a figure is a value, at its own precision."""
    return abs(said.value - value) <= said.step / 2 + slack


def _is_known(table: Table, said: Quantity) -> bool:
    """Whether a figure stands in some cell of the table."""
    return any(one is not None and says(said, one.value, one.step / 2) for row in table.rows for one in row.numbers)


def _is_derived(numbers: Sequence[Quantity], said: Quantity) -> bool:
    """Whether a figure is the sum or difference of two others of its sentence."""
    others = [one.value for one in numbers if one is not said]
    return any(said.value in (a + b, abs(a - b)) for a, b in combinations(others, 2))


def _short(value: Decimal) -> str:
    return plain(value.quantize(Decimal("0.1")) if value % 1 else value)


def _digits(one: Quantity) -> int:
    return len(str(int(one.value / one.step)).rstrip("0"))


def is_slip(said: Quantity, value: Decimal, least: int = LEAST_DIGITS) -> bool:
    """Whether a figure is another with two digits turned about, or, of more than ``least`` digits, with one changed."""
    left, right = str(int(said.value / said.step)), str(int((value / said.step).to_integral_value()))
    left, right = left.rstrip("0") or left, right.rstrip("0") or right
    if len(left) != len(right) or len(left) < LEAST_DIGITS or left == right:
        return False
    odd = [n for n in range(len(left)) if left[n] != right[n]]
    if len(odd) == 1:
        return len(left) > least and abs(said.value - value) < value
    return len(odd) == 2 and left[odd[0]] == right[odd[1]] and left[odd[1]] == right[odd[0]]  # noqa: PLR2004


RULES: tuple[RecordRule, ...] = (
    record_rule("G370", "rows-add-up-otherwise", WARNS, look_for_rows_added_up_otherwise, heuristic=True),
    record_rule("G371", "figure-a-slip-from-its-row", WARNS, look_for_figures_a_slip_from_their_row, heuristic=True),
)
