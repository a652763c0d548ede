"""Rules about percentages that a sentence gives as shares of the rows of a table: code G372."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.figures import scale_of
from govdocs.check.quantities import Kind, Quantity, plain, quantities
from govdocs.check.rows_in_prose import Table, is_slip, named_rows, says, sentences_with_tables
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.diagnostics import Related
from govdocs.model.tables import RowMark
from govdocs.places import Place

_SHARE_OF = re.compile(
    r"\s*(?:of|as a share of|as a percentage of)\s+(?:the |our |its )*(?P<what>[A-Za-z][A-Za-z -]{2,40})"
)
_WHOLE = re.compile(r"(?:whole|total|sum|all)\b", re.IGNORECASE)


def look_for_wrong_shares_of_rows(records: Records) -> Iterator[Found]:
    """Checks:
        A percentage that a sentence gives as the share of one row of a table in another ("pay is 69.7% of income") is
        their share in some column, where it is one with a digit changed or two turned about.

    Looks at:
        Prose and tables of one document.

    Why:
        A share is quoted on its own, without the two sums that would show that it is wrong.

    Wrong:
        Pay is 67.9% of income.

        |  | Actual | Budget |
        |---|---|---|
        | Income | 8,301 | 8,150 |
        | Pay | 5,782 | 5,459 |
        | Other costs | 2,356 | 2,230 |

    Right:
        Pay is 69.7% of income.

        |  | Actual | Budget |
        |---|---|---|
        | Income | 8,301 | 8,150 |
        | Pay | 5,782 | 5,459 |
        | Other costs | 2,356 | 2,230 |
    """
    for table, paragraph, offset, sentence in sentences_with_tables(records):
        for said in quantities(sentence):
            match = _SHARE_OF.match(sentence[said.end :]) if said.kind is Kind.PERCENT else None
            if match and _WHOLE.match(match["what"]):
                yield from _wrong_share_of_total(table, said, sentence, paragraph.at(offset + said.start))
            wholes = named_rows(table.rows, content_words(match["what"])[:4]) if match else []
            parts = [row for row in named_rows(table.rows, content_words(sentence[: said.start])) if row not in wholes]
            if len(wholes) != 1 or not parts:
                continue
            shares = [
                part.value / whole.value * 100
                for part, whole in zip(parts[0].numbers, wholes[0].numbers, strict=True)
                if part is not None and whole is not None and whole.value and part.kind is whole.kind
            ]
            slack = Decimal("0.2")
            near = {plain(share.quantize(said.step)) for share in shares if is_slip(said, share.quantize(said.step))}
            if shares and near and not any(said.says(share, slack) for share in shares):
                what = f"`{said.text}` is given as the share of `{parts[0].label}` in `{wholes[0].label}`"
                message = f"{what}; expected {' or '.join(sorted(near))}%"
                related = (Related(parts[0].place, "the row"),)
                place = paragraph.at(offset + said.start)
                yield Found(place, message, "correct the percentage or the table", related, len(said.text))


def _wrong_share_of_total(table: Table, said: Quantity, sentence: str, place: Place) -> Iterator[Found]:
    """Highways receives £5,941,000, or 51% of the whole: the sum before it is a cell over a total."""
    before = [one for one in quantities(sentence[: said.start]) if one.kind is Kind.MONEY]
    last = table.rows[-1]
    foot = table.figures.all_rows[-1]
    if not before or not (foot.is_sum or foot.is_strong) or foot.mark is RowMark.BAND:
        return
    part = before[-1]
    shares = [
        part.value / abs(total.number * scale) * 100
        for n, total in enumerate(foot.cells)
        if total.number
        for scale in (scale_of(table.figures, n),)
        if any(
            row is not last and (one := row.numbers[n]) is not None and says(part, one.value, Decimal(0))
            for row in table.rows
        )
    ]
    if shares and not any(said.says(share, Decimal("0.2")) for share in shares):
        expected = " or ".join(dict.fromkeys(f"{plain(share.quantize(Decimal('0.1')))}%" for share in shares))
        message = f"`{said.text}` of the whole for {part.text}; expected {expected}"
        yield Found(place, message, "correct the percentage or the table", length=len(said.text))


RULES: tuple[RecordRule, ...] = (
    record_rule("G372", "share-of-row-differs", WARNS, look_for_wrong_shares_of_rows, heuristic=True),
)
