"""Rules about thousands taken for millions, and about growth told in a sentence: codes G360 and G361."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.figures import is_scale_said, scale_of
from govdocs.check.quantities import Kind, Quantity, plain, quantities, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Writing
from govdocs.diagnostics import Related
from govdocs.places import Place

#: Fewer digits may well be the same by chance.
LEAST_DIGITS = 3
_GROWTH = re.compile(
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?:%|per cent)\s+(?:a|per|each|every)\s?(?:year|annum)\b[^.]{0,80}?"
    r"\b(?:over|in|after|within|for)\s+(?:the\s+|next\s+)*(?P<years>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years"
    r"[^.;%\d]{0,60}?(?P<total>\d+(?:\.\d+)?)\s?(?:%|per cent)",
    re.IGNORECASE,
)


def look_for_wrong_scales(records: Records) -> Iterator[Found]:
    """Checks:
        No sum of money of the text has the digits of another sum of the document, a thousand times larger or smaller.

    Looks at:
        Prose and typed tables of one document.

    Why:
        £3,119m in the summary of a table in thousands is a thousand times what is meant.

    Wrong:
        Savings of £3,119m are planned, as the table shows.

        ```table
        id: savings
        columns: [{id: name, label: Scheme}, {id: plan, label: "£000", unit: GBP-thousand}]
        total: last
        ---
        | Parks | 1,000 |
        | Roads | 2,119 |
        | Total | 3,119 |
        ```

    Right:
        Savings of £3,119k are planned, as the table shows.

        ```table
        id: savings
        columns: [{id: name, label: Scheme}, {id: plan, label: "£000", unit: GBP-thousand}]
        total: last
        ---
        | Parks | 1,000 |
        | Roads | 2,119 |
        | Total | 3,119 |
        ```
    """
    for writing in records.writings:
        said = [
            (one, paragraph.at(offset + one.start))
            for paragraph, offset, sentence in writing.sentences_with_figures()
            for one in quantities(sentence)
            if one.kind is Kind.MONEY
        ]
        if not said:
            continue
        places: dict[Decimal, list[tuple[int, Place]]] = {}
        everything = [*((one.value, there) for one, there in said), *_totals(records, writing)]
        for number, (value, there) in enumerate(everything):
            places.setdefault(value, []).append((number, there))
        for amount, place in said:
            if not amount.value or len(places[amount.value]) > 1 or _digits(amount) < LEAST_DIGITS:
                continue
            others = [(*at[0], value) for value in _scaled(amount.value) if (at := places.get(value))]
            if others:
                _, there, value = min(others, key=lambda other: other[0])
                message = f"`{amount.text}` has the digits of {plain(value)}, and another unit; expected one"
                related = (Related(there, "the other sum"),)
                yield Found(place, message, "correct the unit", related, len(amount.text), f"figure {amount.text}")


def _scaled(value: Decimal) -> tuple[Decimal, Decimal]:
    """What ``value`` would be with the next smaller and the next larger unit."""
    return value / 1000, value * 1000


def _digits(amount: Quantity) -> int:
    return len(str(int(amount.value / amount.step)).rstrip("0"))


def _totals(records: Records, writing: Writing) -> Iterator[tuple[Decimal, Place]]:
    """The totals of the document's tables, in pounds."""
    for figures in records.figures_by_folder.get(writing.path.rpartition("/")[0], ()):
        for position, cell in enumerate(figures.total or ()):
            if cell.number is not None and figures.columns[position].is_number and is_scale_said(figures, position):
                yield abs(cell.number) * scale_of(figures, position), cell.place


def look_for_growth_added_up_in_sentences(records: Records) -> Iterator[Found]:
    """Checks:
        What grows by a percentage each year grows over several years by the compounded percentage, at the precision at
        which it is told.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        5% a year for five years is 28%, not 25%.

    Wrong:
        Costs grow by 5% a year; over five years they will be 25% higher.

    Right:
        Costs grow by 5% a year; over five years they will be 28% higher.
    """
    for writing in records.writings:
        for paragraph in writing.paragraphs_with_figures():
            for match in _GROWTH.finditer(paragraph.text):
                rate, years = Decimal(match["rate"]), whole_number(match["years"]) or 0
                total = quantities(f"{match['total']}%")[0]
                compound = ((1 + rate / 100) ** years - 1) * 100
                if total.value == rate * years and not total.says(compound):
                    message = f"`{match['total']}%` is {years} times {rate}%; expected {compound:.1f}%, compounded"
                    place = paragraph.at(match.start("total"))
                    hint = "write the compounded growth, or say that the percentages are of the first year"
                    yield Found(place, message, hint, length=len(match["total"]) + 1)


RULES: tuple[RecordRule, ...] = (
    record_rule("G360", "unit-slipped", WARNS, look_for_wrong_scales, heuristic=True),
    record_rule("G361", "growth-added-up-in-text", WARNS, look_for_growth_added_up_in_sentences, heuristic=True),
)
