"""Rules about figures that sentences take from the cells of a row, words and all: code G376."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdocs.check.quantities import Kind, Quantity, quantities
from govdocs.check.rows_in_prose import is_slip
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.diagnostics import Related
from govdocs.model.tables import RowMark
from govdocs.places import Place

LEAST_DIGITS, LEAST_WORDS, LEAST_COUNT = 3, 2, 1000
#: So many words of a row's name in a sentence speak for the row without a figure of it.
SURE_WORDS = 3
#: More digits than any figure has: none is a slip that differs in one digit.
NO_DIGIT = 99


@dataclass(frozen=True, slots=True)
class Told:
    """A row: what it is called, the words of that, its figures, and where it begins."""

    label: str
    words: frozenset[str]
    figures: tuple[Quantity, ...]
    place: Place


def look_for_figures_a_slip_from_their_cell(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence has one figure of a row of a table, or three words of its name, its other figures are no
        slip of the row's other figures: none is one of them with a digit changed, or two turned about. Cells that
        hold words beside their figures count as well.

    Looks at:
        Prose and typed tables of one document.

    Why:
        The table is what performance is held against; the text is what is read.

    Example:
        A plan takes a rate from 57.5% to 67.7%; in its table the rate is 57.5%, and the target 66.7%.

    Wrong:
        The dementia diagnosis rate rises from 57.5% to 67.7%.

        | Indicator | Proposed |
        |---|---|
        | Dementia, estimated diagnosis rate | January: 57.5%, target: 66.7% each month |
        | Waits of six weeks | January: 1%, target: 1% |

    Right:
        The dementia diagnosis rate rises from 57.5% to 66.7%.

        | Indicator | Proposed |
        |---|---|
        | Dementia, estimated diagnosis rate | January: 57.5%, target: 66.7% each month |
        | Waits of six weeks | January: 1%, target: 1% |
    """
    for writing in records.writings:
        rows = _rows(records, writing.path)
        known = {(one.kind, one.value) for row in rows for one in row.figures}
        if not rows:
            continue
        said: set[str] = set()
        for paragraph, offset, sentence in writing.sentences():
            numbers = [one for one in quantities(sentence) if _digits(one) >= LEAST_DIGITS]
            unknown = [one for one in numbers if (one.kind, one.value) not in known]
            row = _row_of(rows, sentence, numbers) if unknown else None
            if row is None:
                continue
            for odd, meant in _slips(row, unknown, numbers):
                if odd.text not in said:
                    said.add(odd.text)
                    message = f"`{odd.text}` is said of `{row.label}`, whose row has `{meant.text.strip()}`"
                    message += "; expected the two to agree"
                    related = (Related(row.place, "the row"),)
                    place, subject = paragraph.at(offset + odd.start), f"figure {odd.text}"
                    yield Found(place, message, "correct the text or the table", related, len(odd.text), subject)


def _slips(row: Told, unknown: Sequence[Quantity], numbers: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures of a sentence that are slips of one figure of a row that the sentence has not, each with it.

    Where the sentence has no figure of the row, only two digits turned about are a slip.
    """
    least = LEAST_DIGITS - 1 if _share(row, numbers) else NO_DIGIT
    for odd in unknown:
        meant = [one for one in row.figures if one.kind is odd.kind and is_slip(odd, one.value, least)]
        there = [one for one in meant if all(one.value != other.value for other in numbers)]
        if len(there) == 1:
            yield odd, there[0]


def _row_of(rows: Sequence[Told], sentence: str, numbers: Sequence[Quantity]) -> Told | None:
    """The one row that has a figure of the sentence, and words of its name in it; or most words of its name."""
    words = frozenset(content_words(sentence))
    sharing = [
        row
        for row in rows
        if (len(row.words & words) >= min(LEAST_WORDS, len(row.words)) and _share(row, numbers))
        or len(row.words & words) >= SURE_WORDS
    ]
    return sharing[0] if len(sharing) == 1 else None


def _share(row: Told, numbers: Sequence[Quantity]) -> bool:
    return any(one.kind is other.kind and one.value == other.value for one in numbers for other in row.figures)


def _rows(records: Records, path: str) -> list[Told]:
    found: list[Told] = []
    for figures in records.figures_by_file.get(path, ()):
        for row in figures.all_rows if figures.is_typed else ():
            cells = [quantities(re.sub(r"<br>|[()]", " ", cell.text)) for cell in row.cells]
            numbers = tuple(one for cell in cells for one in cell if _digits(one) >= LEAST_DIGITS - 1)
            words = frozenset(content_words(row.label))
            if row.mark is RowMark.BODY and words and numbers:
                found.append(Told(row.label[:60], words, numbers, row.cells[0].place))
    return found


def _digits(one: Quantity) -> int:
    """How many digits say something; a count below a thousand says nothing of its own."""
    if one.kind is Kind.COUNT and one.step == 1 and one.value < LEAST_COUNT:
        return 0
    return len(str(int(one.value / one.step)).rstrip("0"))


RULES: tuple[RecordRule, ...] = (
    record_rule("G376", "figure-a-slip-from-its-cell", WARNS, look_for_figures_a_slip_from_their_cell, heuristic=True),
)
