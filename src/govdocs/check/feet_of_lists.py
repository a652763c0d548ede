"""Rules about the total that ends a list: code G374."""

from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.counted_lists import lists
from govdocs.check.figures import SUM_NAME
from govdocs.check.quantities import Kind, plain, quantities
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule

LEAST_ITEMS = 3


def look_for_wrong_totals_of_lists(records: Records) -> Iterator[Found]:
    """Checks:
        Where the last item of a list is called a total, and every item has one sum of money, it is the sum of the
        others.

    Looks at:
        Prose of papers, minutes and terms of reference: lists.

    Why:
        A list of payments is a table without lines, and is added up as seldom.

    Wrong:
        Receipts:

        - Burial ground: £967
        - Fees: £400
        - Tax reclaimed: £147
        - Total: £1,541

    Right:
        Receipts:

        - Burial ground: £967
        - Fees: £400
        - Tax reclaimed: £147
        - Total: £1,514
    """
    for _, _, items in lists(records):
        sums = [[one for one in quantities(item.text) if one.kind is Kind.MONEY] for item in items]
        if len(items) < LEAST_ITEMS or any(len(one) != 1 for one in sums) or not SUM_NAME.match(items[-1].text):
            continue
        *parts, (total,) = sums
        added = sum((one[0].value for one in parts), Decimal(0))
        slack = sum((one[0].step / 2 for one in parts if one[0].step > 1), Decimal(0))
        if abs(total.value - added) > slack:
            message = f"`{total.text}` ends a list that adds up to {plain(added)}; expected the two to agree"
            place = items[-1].at(total.start)
            yield Found(place, message, "correct the total or an item of the list", length=len(total.text))


RULES: tuple[RecordRule, ...] = (
    record_rule("G374", "total-of-list-differs", WARNS, look_for_wrong_totals_of_lists, heuristic=True),
)
