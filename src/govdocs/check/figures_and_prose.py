"""Rules that hold the figures of the prose against those of the same document's tables: codes G347 to G349."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.check.counted_lists import COUNTED
from govdocs.check.figures import Figures, Row
from govdocs.check.quantities import Kind, Quantity, plain, quantities, whole_number
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, is_near
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.answers import Words
from govdocs.model.papers import Paper
from govdocs.model.tables import RowMark, TableBlock
from govdocs.places import Place

#: How far a figure may be from its row's to be taken for it, mistyped.
NEAR = Decimal("0.2")
LEAST_WORDS, FEW_LETTERS = 2, 4
#: A number of things right before the table that lists them.
_COUNTED = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:[a-z-]+\s)?"
    r"(?!(?:years|months|weeks|days|hours)\b)[a-z-]{4,}s(?=:\s*$)"
)
_COVER = ("recommendations", "summary", "executive-summary", "purpose")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: the words of its label, and its amounts with the steps at which they are written."""

    words: tuple[str, ...]
    label: str
    amounts: tuple[Quantity, ...]
    place: Place


def look_for_figures_unlike_their_row(records: Records) -> Iterator[Found]:
    """Checks:
        A sum of money that the text or a list gives for something is that of the table row of the same name, at its own
        precision. Only sums are found that are within a fifth of the row's.

    Looks at:
        Prose and typed tables of one document.

    Why:
        The cover is written last, and the table is changed after it.

    Example:
        A cover lists £50k for a post that the report's table has at £60k a year.

    Wrong:
        The list of what is bought:

        - Community nurse: £50k

        ```table
        id: cost
        columns: [{id: item, label: Service}, {id: cost, label: Cost}]
        ---
        | Community nurses (two) | £60k |
        | Autism hub | £75k |
        | Crisis house | £120k |
        ```

    Right:
        The list of what is bought:

        - Community nurse: £60k

        ```table
        id: cost
        columns: [{id: item, label: Service}, {id: cost, label: Cost}]
        ---
        | Community nurses (two) | £60k |
        | Autism hub | £75k |
        | Crisis house | £120k |
        ```
    """
    for writing in records.writings:
        lines = list(_lines(records, writing))
        for paragraph, offset, sentence in writing.sentences_with_figures() if lines else ():
            for amount in quantities(sentence):
                if amount.kind is Kind.MONEY and (line := _row_of(sentence, amount, lines)):
                    yield _unlike(paragraph.at(offset + amount.start), amount, line)


def _unlike(place: Place, amount: Quantity, line: Line) -> Found:
    there = " and ".join(f"`{one.text}`" for one in line.amounts[:3])
    row = f"its row `{line.label}` of the table has {there}"
    message = f"`{amount.text}` stands in the text, and {row}; expected the same sum in both"
    hint = "correct the text or the table, or waive this if they are two sums"
    return Found(place, message, hint, (Related(line.place, "the row"),), len(amount.text), f"figure {amount.text}")


def _row_of(sentence: str, amount: Quantity, lines: list[Line]) -> Line | None:
    """The one row that the sentence names right before the amount, where the row has another one."""
    numbers = quantities(sentence)
    before = max((one.end for one in numbers if one.end <= amount.start), default=0)
    clause = re.split(r"[;.]\s|\band\b", sentence[before : amount.start])[-1]
    clause = re.split(r"[(,]", clause[-120:])[0] if clause.count(",") else clause[-120:]
    said = content_words(clause)
    named = [line for line in lines if len(line.words) >= LEAST_WORDS and _is_named(said, line.words)]
    if len(named) == 1 and not any(_agree(amount, one) for one in named[0].amounts):
        is_near = any(abs(one.value - amount.value) <= one.value * NEAR for one in named[0].amounts)
        return named[0] if is_near else None
    # A single word may be said of much else; only a slip of the pen is found there.
    single = [line for line in lines if line.words[0] in said[-6:] and len(line.words) == 1]
    if len(single) == 1 and not any(_agree(amount, one) for one in single[0].amounts):
        return single[0] if any(_one_digit_apart(amount, one) for one in single[0].amounts) else None
    return None


def _is_named(said: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the first words of a row's label end, or are, what is said."""
    for length in range(min(len(words), 5), LEAST_WORDS - 1, -1):
        for start in range(len(said) - length + 1):
            left = len(said) - start - length
            if left <= 2 and all(_alike(a, b) for a, b in zip(said[start:], words[:length], strict=False)):  # noqa: PLR2004
                return True
    return False


def _alike(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s") or is_near(one, other)


def _agree(one: Quantity, other: Quantity) -> bool:
    slack = Decimal("0.02")
    return one.says(other.value, slack) or other.says(one.value, slack)


def _lines(records: Records, writing: Writing) -> Iterator[Line]:
    """The rows with money in the typed tables of a document; totals are left out, for a total is of many things."""
    for figures in _tables_of(records, writing):
        for row in figures.all_rows:
            words = content_words(re.split(r"[(\[:–]| - ", row.label)[0])
            amounts = tuple(_of_row(figures, row))
            if row.mark is RowMark.BODY and not row.is_sum and words and len(words[0]) > FEW_LETTERS and amounts:
                yield Line(words, row.label, amounts, row.cells[0].place)


def _tables_of(records: Records, writing: Writing) -> list[Figures]:
    return [one for one in records.figures_by_file.get(writing.path, ()) if _first_place(one)]


def _first_place(figures: Figures) -> Place | None:
    """Where the first cell of a typed table stands."""
    return next((cell.place for row in figures.all_rows for cell in row.cells), None)


def _amounts(figures: Figures, row: Row) -> Iterator[Quantity]:
    """The sums of money of a row."""
    for column, cell in zip(figures.columns, row.cells, strict=True):
        words = f"{column.group} {column.label} {column.unit}"
        is_money = "£" in cell.text or column.unit.startswith(("GBP", "EUR", "USD")) or "£" in words
        if cell.number is None or not is_money or not cell.number:
            continue
        scale = 1000 if re.search(r"000|thousand|£k", words) else 10**6 if re.search(r"million|£m\b", words) else 1
        found = quantities(cell.text if "£" in cell.text else f"£{cell.text.strip('()-*')}")
        for one in found[:1]:
            yield Quantity(one.kind, one.value * scale, one.step * scale, cell.text, one.start, one.end)


def look_for_cover_figures_not_in_the_body(records: Records) -> Iterator[Found]:
    """Checks:
        A sum of money or a percentage of the summary, the recommendations and the answers on the cover stands in the
        report too, where the report has one that differs from it in a single digit.

    Looks at:
        Prose, recommendations and typed tables of papers.

    Why:
        What is approved is what the recommendation says, and what was argued for is another sum.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: "the contract for £741k"}]
        ---
        # Report

        The contract costs £714k.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: "the contract for £714k"}]
        ---
        # Report

        The contract costs £714k.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Paper):
            continue
        cover: list[tuple[Quantity, Place]] = []
        body: list[tuple[Quantity, Place]] = []
        for portion in writing.portions:
            found = cover if portion.name in _COVER else body
            for paragraph in portion.paragraphs:
                for offset, sentence in paragraph.sentences():
                    found += [(one, paragraph.at(offset + one.start)) for one in quantities(sentence)]
        answers = [one for one in writing.source.answers.values() if isinstance(one, Words)]
        cover += [(one, answer.place) for answer in answers for one in quantities(answer.text)]
        for figures in _tables_of(records, writing):
            body += [
                (one, cell.place) for row in figures.all_rows for cell in row.cells for one in quantities(cell.text)
            ]
            rows = [row for row in figures.all_rows if row.cells]
            body += [(one, row.cells[0].place) for row in rows for one in _of_row(figures, row)]
        numbers = {
            abs(cell.number) for one in _tables_of(records, writing) for row in one.lines for cell in row if cell.number
        }
        for amount, place in cover:
            if amount.kind is Kind.MONEY and any(amount.value / scale in numbers for scale in (1, 1000, 10**6)):
                continue  # in a table that does not say its unit
            alike = [one for one in body if _agree(amount, one[0])]
            slips = [one for one in body if one[0].kind is amount.kind and _one_digit_apart(amount, one[0])]
            if amount.kind is not Kind.COUNT and not alike and len({one.value for one, _ in slips}) == 1:
                other, there = slips[0]
                message = f"`{amount.text}` on the cover, and {other.text} in the report; expected one figure"
                related = (Related(there, "the figure of the report"),)
                hint = "correct one of the two, or waive this if they are two figures"
                yield Found(place, message, hint, related, len(amount.text), f"figure {amount.text}")


def _of_row(figures: Figures, row: Row) -> Iterator[Quantity]:
    if row.mark is not RowMark.BAND:
        yield from _amounts(figures, row)


def _one_digit_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers differ in two digits that change places, or one of three digits and more in one digit."""
    left, right = str(int(one.value / one.step)), str(int(other.value / other.step))
    if one.step != other.step or len(left) != len(right) or left == right:
        return False
    odd = [n for n in range(len(left)) if left[n] != right[n]]
    is_long = len(left.rstrip("0")) >= 3  # noqa: PLR2004
    return (is_long and len(odd) == 1) or (
        len(odd) == 2 and left[odd[0]] == right[odd[1]] and left[odd[1]] == right[odd[0]]  # noqa: PLR2004
    )


def look_for_miscounted_rows(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence announces a number of things and a typed table follows ("the three risks are:"), the table has
        as many rows.

    Looks at:
        Prose and typed tables of papers and minutes.

    Why:
        A row was added, or one was lost, after the sentence was written.

    Wrong:
        There are three risks:

        ```table
        id: risks
        columns: [{id: risk, label: Risk}, {id: owner, label: Owner}]
        ---
        | Flood | Robin Sample |
        | Fire | Sam Member |
        ```

    Right:
        There are two risks:

        ```table
        id: risks
        columns: [{id: risk, label: Risk}, {id: owner, label: Owner}]
        ---
        | Flood | Robin Sample |
        | Fire | Sam Member |
        ```
    """
    for writing in records.writings:
        rows = {place.line: one for one in _tables_of(records, writing) if (place := _first_place(one))}
        for portion in writing.portions:
            for lead, after in zip(portion.paragraphs, portion.paragraphs[1:], strict=False):
                if (
                    lead.role is Role.BLOCK
                    or not lead.text.strip()
                    or after.role is not Role.BLOCK
                    or after.marker != TableBlock.fence_word
                ):
                    continue
                first = min((line for line in rows if line > after.place.line), default=0)
                counts = _counts(rows[first]) if first else set()
                if found := _miscounted(lead, counts):
                    yield found


def _counts(figures: Figures) -> set[int]:
    """How many rows a table may be said to have: with and without its total, cells over several rows as one."""
    rows = [row for row in figures.all_rows if row.mark is RowMark.BODY]
    if rows and (rows[-1].is_sum or not rows[-1].label):
        rows = rows[:-1]  # nobody counts the total at the foot as one of the things
    plain_rows = [row for row in rows if not row.is_sum]
    led = [row for row in plain_rows if row.cells[0].text]
    bands = sum(row.mark is not RowMark.BODY for row in figures.all_rows)
    return {len(rows), len(plain_rows), len(led), len(figures.columns) - 1, bands}


def _miscounted(lead: Paragraph, counts: set[int]) -> Found | None:
    offset, sentence = list(lead.sentences())[-1]
    counted = list(COUNTED.finditer(sentence)) or list(_COUNTED.finditer(sentence))
    if not counts or not sentence.rstrip().endswith(":") or len(counted) != 1:
        return None
    number = whole_number(counted[0]["number"])
    if number is None or number in counts:
        return None
    message = f"`{counted[0][0]}` is followed by a table of {plain(Decimal(max(counts)))} rows; expected {number}"
    place = lead.at(offset + counted[0].start())
    return Found(place, message, "complete the table, or correct the number", length=len(counted[0][0]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G347", "figure-unlike-its-row", WARNS, look_for_figures_unlike_their_row, heuristic=True),
    record_rule("G348", "cover-figure-differs", WARNS, look_for_cover_figures_not_in_the_body, heuristic=True),
    record_rule("G349", "rows-miscounted", NOTED, look_for_miscounted_rows, heuristic=True),
)
