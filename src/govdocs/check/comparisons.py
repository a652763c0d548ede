"""Rules about figures that a sentence works out from two others in it: codes G364 and G366 to G368."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from govdocs.check.claims import SHARES
from govdocs.check.concordance import Sought
from govdocs.check.quantities import Kind, Quantity, plain, quantities, whole_number, without_dates
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.sums_in_words import NO_PARTS
from govdocs.check.writings import Paragraph, Role

_MORE = r"(?:more|less|fewer|higher|lower|above|below|over|under|greater|better|worse|short|ahead|behind|up|down)"
#: "96 more than the 1,108 of April": between a difference and what it is measured from.
_THAN = re.compile(
    rf"^\s*(?:[a-z]+ )?{_MORE}\b\s*(?:than|of|on|its|the|their|our)?\b[^.;:\d£$€%]{{0,50}}$", re.IGNORECASE
)
#: Between a figure and its difference: nothing that begins something else, or says what it was ("from 16 down to 12").
_WHICH = re.compile(r"^[^;:\d£$€]{0,70}?(?:,|\(|\u2013|\bwhich (?:is|was)|\bthat is)[^;:\d£$€]{0,30}(?<!from )$")
_AGAINST = re.compile(
    r"^[^.;\d£$€]{0,40}\b(?:against|compared (?:with|to)|versus|vs\.?|where|while)\b[^.;\d£$€]{0,60}$", re.IGNORECASE
)
_SO_LEFT = re.compile(r"\b(?:so that|so|leaving|which leaves)\s*$", re.IGNORECASE)
_IS_LEFT = re.compile(
    r"^\s*(?:is |are |was |were )?(?:still |now )?(?:left|to come|to be|to find|to go|unspent|remain|outstanding)"
)
_DIFFERENCE = re.compile(
    r"\b(?:a|an|the)\s+(?:[a-z]+ )?(?:shortfall|gap|difference|deficit|surplus|overspend|underspend|increase|reduction"
    r"|rise|fall|saving|variance|improvement|drop|decrease)\s+of\s+(?:about |around |some |nearly |over )?$",
    re.IGNORECASE,
)
_WORSE = re.compile(rf"^\s*(?:[a-z]+ )?(?:{_MORE}|adverse|favourable|overspent|underspent)\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:per|each|every|of which|including|further|average|at least|up to|after|plus|with|or|if|between|about)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^(?:It|This|That)\s+(?:\w+ )?(?P<word>fell|rose|increased|decreased|dropped|went (?:up|down)|grew)\s+by\b"
)
_POINTS = re.compile(
    r"^(?:It|This|That|Performance) (?:is|was) \d+(?:\.\d+)? (?:percentage )?points? "
    r"(?:below|above|short of|under|over)\b[^.\d]{0,40}\d+(?:\.\d+)?\s?%"
)
_WITHOUT = re.compile(r"^(?:Without|Excluding|Leaving out|Before)\s+(?:that|this|it|these|those)\b")
_INCLUDES = re.compile(r"^[^.;\d£$€]{0,30}\b(?:which )?includ(?:es|ed|ing)\b[^.;\d£$€]{0,20}$")
_IN_BRACKETS = re.compile(r"\(\s?[+-]?\d[\d.]*\s?%\s?\)")
_TIME = re.compile(r"[ -](?:working |calendar )?(?:minute|hour|day|week|month|year)s?\b")
_COMMA = re.compile(r"^[^.;:\d£$€]{0,60},\s*(?:about |some |around )?$")
_OF_ITS = re.compile(r"^\s*of (?:the |a |an |its |their |all )?(?:[a-z-]+ ){0,4}$")
_A_FALL = re.compile(r",\s*(?:or )?an? (?:fall|drop|rise|increase|decrease|reduction) of\s*$")
_SHARE = r"[,(]?\s*(?:\(|which (?:is|was)|or|i\.e\.|equal to|that is|being|representing)\s*(?:about |some |around )?$"
_OF_A = re.compile(
    r"^[^.;\d£$€]{0,40}\b(?:of|out of|from)\s+(?:a |an |the |its |their |our )?(?:[a-z-]+ ){0,4}(?:of )?$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"^[^.;\d£$€]{0,50}\bof (?:whom|which|these|those)\b[^.;\d£$€]{0,20}$", re.IGNORECASE)
_OF_FIRST = re.compile(r"(?:^|[.;:]\s*)Of\s+(?:the |these |this |our )?(?:[a-z-]+ ){0,4}(?:of )?$")
_YEARS = re.compile(
    r"^\s*(?:(?:a|per|each|every)\s(?P<unit>year|month|week)\b|p\.?a\.?|per annum)[^.;\d£$€]{0,20}"
    r"(?:[,(]|\band)\s*(?:or|which is|that is|i\.e\.|so|making|a total of|in all|=)\s*$"
)
_OVER = re.compile(
    r"^[^.;\d£$€]{0,20}\b(?:over|for|in|across)\s+(?:the |all )?"
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
    r"\s(?P<unit>year|month|week)s?\b",
    re.IGNORECASE,
)
_AND = re.compile(r"^[^.;:\d£$€]{0,80}\band\b[^.;:\d£$€]{0,60}$")
_COLON = re.compile(r"^(?: [a-z ]{0,30})?:\s*$")
_TOGETHER = re.compile(
    r"^[^.;:\d£$€]{0,30}(?:,|\bwhich)\s*(?:is |are )?"
    r"(?:together|in total|in all|altogether|a total of|totalling|making)\s*$"
)
_REST = Sought(
    r"\b[Oo]f (?:the |these |our |all )?(?P<whole>\d{1,3}(?:,\d{3})+|\d+|[a-z]+) [a-z][a-z -]{2,30},? "
    r"(?P<one>\d{1,3}(?:,\d{3})+|\d+|[a-z]+) [^.;\d]{3,60}? and (?:the other )?"
    r"(?P<other>\d{1,3}(?:,\d{3})+|\d+|[a-z]+) "
    r"(?:(?:were|was|are|is|did|had|have|has|do|could) )?(?:not|outstanding|remain(?:ing|ed)?)(?=[.,;)]|$)",
    "not outstanding remain remaining remained",
)
NEAR_SHARE, SHORT, LONG = 10, 25, 70
THREE = 3


def look_for_wrong_comparisons(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence sets two figures against each other and says by how much they differ ("£21.4m, which is £3.1m
        above the plan of £18.3m"; "4,538 against a target of 4,800, a shortfall of 262"), that is their difference.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        One of the two was brought up to date for this meeting, and the difference was not.

    Wrong:
        Cash is £21.4m, which is £3.1m above the plan of £18.8m.

    Right:
        Cash is £21.4m, which is £3.1m above the plan of £18.3m.
    """
    for paragraph, sentences in _sentences(records):
        before: tuple[Quantity, ...] = ()
        last = ""
        for offset, typed in sentences:
            sentence = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), typed)
            numbers = quantities(sentence)
            for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
                gaps = sentence[first.end : second.start], sentence[second.end : third.start], sentence[third.end :]
                if _OTHERWISE.search(gaps[0]) or first.kind is not second.kind or second.kind is not third.kind:
                    continue
                # "£12.8m, £1.6m higher than April and £0.9m below plan": the third is a difference as well.
                if _THAN.match(gaps[1]) and _WHICH.match(gaps[0]) and not _WORSE.match(gaps[2]):
                    yield from _unless(second, abs(first.value - third.value), (first, third), paragraph, offset)
                elif (_AGAINST.match(gaps[0]) and _tells_difference(gaps[1], gaps[2])) or (
                    _SO_LEFT.search(gaps[1]) and _IS_LEFT.match(gaps[2])
                ):
                    yield from _unless(third, abs(first.value - second.value), (first, second), paragraph, offset)
            yield from _of_the_sentence_before(before, last, numbers, sentence, paragraph, offset)
            before, last = numbers, sentence


def _tells_difference(before: str, after: str) -> bool:
    is_worse = _WORSE.match(after) is not None and len(before) < SHORT
    return not _OTHERWISE.search(before) and (is_worse or _DIFFERENCE.search(before) is not None)


def _of_the_sentence_before(
    before: Sequence[Quantity], last: str, numbers: Sequence[Quantity], sentence: str, paragraph: Paragraph, offset: int
) -> Iterator[Found]:
    """Cash is £21.4m. It fell by £4.2m from £25.6m; £11.6m, which includes £10.0m. Without that it would be £1.6m."""
    points = _POINTS.match(sentence)
    shares = [one for one in before if one.kind is Kind.PERCENT]
    if points and shares and len(numbers) > 1:
        yield from _unless(
            numbers[0], abs(shares[-1].value - numbers[1].value), (shares[-1], numbers[1]), paragraph, offset
        )
        return
    fell = _IT.match(sentence)
    if fell and before and len(numbers) == 2 and before[0].kind is numbers[0].kind is numbers[1].kind:  # noqa: PLR2004
        if re.search(r"\bfrom\s+$", sentence[numbers[0].end : numbers[1].start]):
            way = -1 if re.search("fell|decreas|drop|down", fell["word"]) else 1
            change = (before[0].value - numbers[1].value) * way
            yield from _unless(numbers[0], change, (before[0], numbers[1]), paragraph, offset)
    elif _WITHOUT.match(sentence) and len(numbers) == 1 and len(before) == 2:  # noqa: PLR2004
        whole, part = before
        if whole.kind is part.kind is numbers[0].kind and _INCLUDES.match(last[whole.end : part.start]):
            yield from _unless(numbers[0], whole.value - part.value, before, paragraph, offset)


def look_for_wrong_percentages_of_two(records: Records) -> Iterator[Found]:
    """Checks:
        A percentage that a sentence works out from two figures before it is right: a part and its whole ("11,240 came,
        of whom 10,307 were seen in time (91.7%)"), or a difference and a plan ("£1.1m over its plan of £55.6m, which
        is 2.0%").

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A percentage that does not fit the two numbers beside it makes a reader doubt all three.

    Wrong:
        In May 11,240 patients came, of whom 10,207 were seen within four hours (91.7%).

    Right:
        In May 11,240 patients came, of whom 10,307 were seen within four hours (91.7%).
    """
    for paragraph, sentences in _sentences(records):
        for offset, sentence in sentences:
            numbers = [one for one in quantities(sentence) if not _TIME.match(sentence[one.end :])]
            if any(pattern.search(sentence) for pattern in SHARES):
                continue  # another rule works it out
            for three in zip(numbers, numbers[1:], numbers[2:], strict=False):
                if (found := _part_whole_and_share(sentence, *three)) is not None:
                    yield from _unless_share(*found, paragraph, offset)


def _part_whole_and_share(
    sentence: str, first: Quantity, second: Quantity, third: Quantity
) -> tuple[Quantity, Quantity, Quantity] | None:
    """Which of three figures is the percentage, which the part and which the whole; None where that is not said."""
    between, behind = sentence[first.end : second.start], sentence[second.end : third.start]
    if second.kind is Kind.PERCENT and first.kind is third.kind is not Kind.PERCENT:
        return (second, first, third) if _COMMA.match(between) and _OF_ITS.match(behind) else None
    is_share = third.kind is Kind.PERCENT and first.kind is second.kind is not Kind.PERCENT
    if not is_share or len(behind) > LONG or re.search(r";|\.\s", behind):
        return None
    is_told = re.search(_SHARE, behind) is not None
    if is_told and (_OF_WHOM.match(between) or _OF_FIRST.search(sentence[: first.start])):
        return third, second, first
    is_than = _THAN.match(between) is not None
    if (is_than and _A_FALL.search(behind)) or (
        is_told and len(behind) < SHORT and (is_than or _OF_A.match(between) is not None)
    ):
        return third, first, second
    return None


def look_for_wrong_sums_over_years(records: Records) -> Iterator[Found]:
    """Checks:
        A sum a year and what it comes to over several years agree ("£1,140,000 a year, or £3,420,000 over three
        years"); so do sums a month or a week.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        What is approved is the larger sum, and nobody works it out again.

    Wrong:
        The bids cost £1,140,000 a year, or £3,240,000 over three years.

    Right:
        The bids cost £1,140,000 a year, or £3,420,000 over three years.
    """
    for paragraph, sentences in _sentences(records):
        for offset, sentence in sentences:
            sums = [one for one in quantities(sentence) if one.kind is Kind.MONEY]
            for first, second in pairwise(sums):
                yearly = _YEARS.match(sentence[first.end : second.start])
                over = _OVER.match(sentence[second.end :])
                number = whole_number(over["number"]) if over else None
                unit = (yearly["unit"] or "year") if yearly else ""
                if over and number and unit == over["unit"].lower():
                    yield from _unless(second, first.value * number, (first,) * number, paragraph, offset)


def look_for_parts_told_with_their_whole(records: Records) -> Iterator[Found]:
    """Checks:
        Two figures and what they make together agree in a sentence ("£3,324 and £9,752, together £13,076"; "of 61
        patients, 49 were seen in time and 12 were not").

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Whoever reads the sentence adds it up.

    Wrong:
        The lift is overspent by £3,324 and the roof by £9,752, together £13,706.

    Right:
        The lift is overspent by £3,324 and the roof by £9,752, together £13,076.
    """
    for paragraph, sentences in _sentences(records):
        for offset, sentence in sentences:
            numbers = quantities(sentence)
            # What is not left to us is judged by the rule about totals.
            is_left_to_us = len(numbers) >= THREE and NO_PARTS.search(sentence) is not None
            for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
                gaps = sentence[first.end : second.start], sentence[second.end : third.start]
                is_money = first.kind is second.kind is third.kind is Kind.MONEY
                is_one_kind = is_left_to_us and first.kind is second.kind is third.kind
                if (
                    is_one_kind
                    and _AND.match(gaps[0])
                    and _TOGETHER.match(gaps[1])
                    and not _is_one_of_more(numbers, first)
                ):
                    yield from _unless(third, first.value + second.value, (first, second), paragraph, offset)
                elif is_money and _COLON.match(gaps[0]) and _AND.match(gaps[1]) and third is numbers[-1]:
                    yield from _unless(first, second.value + third.value, (second, third), paragraph, offset)
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences_for(_REST):
            for match in _REST.finditer(without_dates(sentence)):
                whole, one, other = (whole_number(match[name].replace(",", "")) for name in ("whole", "one", "other"))
                if whole is not None and one is not None and other is not None and one + other != whole:
                    message = f"`{match['whole']}` are {one + other} by the two parts; expected {whole}"
                    place = paragraph.at(offset + match.start("whole"))
                    yield Found(place, message, "correct one of the three numbers", length=len(match["whole"]))


def _is_one_of_more(numbers: Sequence[Quantity], first: Quantity) -> bool:
    """Whether another figure of the same kind stands before: it may be a part as well."""
    return any(one.kind is first.kind and one.end <= first.start for one in numbers)


def _sentences(records: Records) -> Iterator[tuple[Paragraph, list[tuple[int, str]]]]:
    """The paragraphs with figures, with their sentences."""
    for writing in records.writings:
        for paragraph in writing.paragraphs_with_figures():
            if paragraph.role is not Role.HEADING:
                yield paragraph, [(offset, without_dates(sentence)) for offset, sentence in paragraph.sentences()]


def _unless(
    said: Quantity, exact: Decimal, others: Sequence[Quantity], paragraph: Paragraph, offset: int
) -> Iterator[Found]:
    """A finding, unless what is said is what comes out, within what rounding allows."""
    slack = sum((_half(one) for one in (said, *others)), Decimal(0))
    if abs(said.value - exact) > slack and exact > 0:
        pair = " and ".join(dict.fromkeys(one.text for one in others))
        message = f"`{said.text}` does not follow from {pair}; expected {plain(exact)}"
        place = paragraph.at(offset + said.start)
        yield Found(place, message, "correct one of the figures", length=len(said.text), subject=f"figure {said.text}")


def _unless_share(
    share: Quantity, part: Quantity, whole: Quantity, paragraph: Paragraph, offset: int
) -> Iterator[Found]:
    if not whole.value or part.value > whole.value:
        return
    exact = part.value / whole.value * 100
    slack = share.step / 2 + (_half(part) + _half(whole) * part.value / whole.value) / whole.value * 100
    off = abs(share.value - exact)
    is_turned = sorted(re.sub(r"\D", "", share.text)) == sorted(re.sub(r"\D", "", f"{exact.quantize(share.step)}"))
    if slack < off and (off < NEAR_SHARE or is_turned):
        message = f"`{share.text}` for {part.text} of {whole.text}; expected {plain(exact.quantize(Decimal('0.1')))}%"
        place = paragraph.at(offset + share.start)
        yield Found(place, message, "correct one of the three figures", length=len(share.text))


def _half(one: Quantity) -> Decimal:
    """By how much a figure may be off because it is rounded: in thousands or millions, or with one decimal."""
    is_rounded = one.step > 1 or one.step == Decimal("0.1") or one.kind is Kind.PERCENT
    return one.step / 2 if is_rounded else Decimal(0)


RULES: tuple[RecordRule, ...] = (
    record_rule("G364", "comparison-differs", WARNS, look_for_wrong_comparisons, heuristic=True),
    record_rule("G366", "percentage-of-two-differs", WARNS, look_for_wrong_percentages_of_two, heuristic=True),
    record_rule("G367", "sum-over-years-differs", WARNS, look_for_wrong_sums_over_years, heuristic=True),
    record_rule("G368", "parts-told-differ", WARNS, look_for_parts_told_with_their_whole, heuristic=True),
)
