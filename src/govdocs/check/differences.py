"""Rules about differences and parts that a sentence tells: codes G362 and G363."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.concordance import Sought
from govdocs.check.quantities import WORDS, Kind, plain, quantities, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule

_DIFFERENCE = re.compile(
    r"\b(?:shortfall|gap|difference|deficit|surplus|overspend|underspend|increase|reduction|rise|fall|saving|variance)"
    r"\s+of\s+(?:about |around |some |nearly |over )?$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:per|each|every|of which|including|and|further|total|together|from|average)\b", re.IGNORECASE
)
_N = rf"(?:\d{{1,3}}|{'|'.join(WORDS[1:])})"
_PARTS = Sought(
    rf"\b(?P<whole>{_N})\s+(?P<noun>[a-z][\w-]*(?:\s[a-z][\w-]*)?)\s*[:(\u2013]\s*"
    rf"(?P<parts>{_N}\s+[a-z][a-z -]{{1,40}}(?:,\s*(?:and\s+)?{_N}\s+[a-z][a-z -]{{1,40}}){{0,8}}"
    rf"\s+and\s+{_N}\s+[a-z][a-z -]{{1,40}})\s*[.;)]",
    " ".join(("0", *WORDS[1:])),
    re.IGNORECASE,
)
MONEY_NAMED = 3


def look_for_wrong_differences(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence names two sums and then their difference ("the forecast is £24.8m and the plan £25.3m, a
        shortfall of £0.5m"), it is their difference.

    Looks at:
        Prose of papers, minutes and terms of reference: sentences with three sums of money.

    Why:
        The difference is what the board has to find.

    Wrong:
        The forecast is £24.8m against a plan of £25.3m, a shortfall of £0.7m.

    Right:
        The forecast is £24.8m against a plan of £25.3m, a shortfall of £0.5m.
    """
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences_with_figures():
            sums = [one for one in quantities(sentence) if one.kind is Kind.MONEY]
            if len(sums) != MONEY_NAMED or not _DIFFERENCE.search(sentence[: sums[2].start]):
                continue
            first, second, third = sums
            between = sentence[second.end : third.start]
            if re.search(r"\bwith\b|\bafter\b|\bor\b|\bplus\b", between) or _OTHERWISE.search(between):
                continue
            difference = abs(first.value - second.value)
            slack = max(first.step, second.step) / third.step / 2
            if not third.says(difference, slack if slack > 1 else Decimal("0.01")):
                pair = f"{first.text} and {second.text}"
                message = f"`{third.text}` is given as the difference of {pair}; expected {plain(difference)}"
                hint = "correct one of the three sums"
                yield Found(paragraph.at(offset + third.start), message, hint, length=len(third.text))


def look_for_parts_that_do_not_make_the_number(records: Records) -> Iterator[Found]:
    """Checks:
        Where a number of things is followed by its parts ("12 rooms: eight classrooms and four offices"), the parts add
        up to it.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Something was added to the list, or the number was kept from last year.

    Wrong:
        The school has 12 rooms: eight classrooms, three offices and two stores.

    Right:
        The school has 13 rooms: eight classrooms, three offices and two stores.
    """
    for writing in records.writings:
        for paragraph in writing.paragraphs_for(_PARTS):
            for match in _PARTS.finditer(paragraph.text):
                numbers = re.findall(rf"\b{_N}\b", match["parts"], re.IGNORECASE)
                parts = [number for one in numbers if (number := whole_number(one)) is not None]
                whole = whole_number(match["whole"])
                if whole is not None and sum(parts) != whole:
                    message = f"`{match['whole']} {match['noun']}` are {sum(parts)} by their parts; expected {whole}"
                    hint = "correct the number or a part"
                    yield Found(paragraph.at(match.start()), message, hint, length=len(match["whole"]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G362", "difference-differs", WARNS, look_for_wrong_differences, heuristic=True),
    record_rule("G363", "parts-make-another-number", WARNS, look_for_parts_that_do_not_make_the_number, heuristic=True),
)
