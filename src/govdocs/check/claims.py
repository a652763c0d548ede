"""Rules about sentences that carry their own arithmetic: codes G310 to G312 and G314."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.counted_lists import lists
from govdocs.check.quantities import Kind, Quantity, plain, quantities, without_dates
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph

_N = r"(?P<{}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)\s?\\?(?:%|per\s?cent)"
_PER_CENT = re.compile(r"per\s?cent")
_ABOUT = re.compile(
    r"\b(?:about|nearly|almost|around|approximately|approx\.?|some|circa|c\.|over|just|up to)\s*$", re.IGNORECASE
)
#: "432 of 500 (86.5%)", "683/1865 = 36.7%"; nothing with digits between.
_PART_OF = re.compile(
    rf"[£$€]?{_N.format('part')}\s?(?:[a-z]+ ){{0,2}}?(?:of|out of|/)\s?(?:the |all |a total of |these |those )*[£$€]?"
    rf"{_N.format('whole')}(?P<between>[^\d£$€%.;:]{{0,40}}?){_PERCENT}",
)
#: "£48,608, or 75% of £64,418".
_SHARE_OF = re.compile(
    rf"[£$€]?{_N.format('part')}[^\d£$€%.;]{{0,60}}?\b(?:or|is|was|being|i\.e\.|representing|equals?|equivalent to)\s+"
    rf"(?P<between>[a-z ]{{0,14}}){_PERCENT}\s+of\s+(?:[a-z]+ ){{0,6}}?[£$€]?{_N.format('whole')}",
)
#: "Of the 500 homes 432 were visited, which is 86.4%".
_OF_WHOLE = re.compile(
    rf"\b[Oo]f\s+(?:the |all |these |those |our )*{_N.format('whole')}\s+[a-z][a-z ,]{{2,40}}?\s{_N.format('part')}"
    rf"\s(?P<between>[^\d£$€%.;:]{{2,50}}?){_PERCENT}",
)
#: What a sentence says with its own part, whole and percentage.
SHARES = (_PART_OF, _SHARE_OF, _OF_WHOLE)
_CHANGE = re.compile(
    r"\b(?P<word>increas\w*|ris(?:e|en|ing)|rose|grow\w*|grew|reduc\w*|decreas\w*|fall\w*|fell|drop\w*|cut|clos\w*|saving"
    r"|decline\w*|difference|change)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s+(?:[a-z ]{0,20})$", re.IGNORECASE)
_TO = re.compile(r"^[a-z \-,]{0,24}?\bto\s+(?:[a-z]+ ){0,2}$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(
    r"^\s(?:[a-z-]+ )?(?:rise|increase|growth|reduction|decrease|fall|drop|cut|decline|saving)\b"
)
#: What comes close to its number when it rises (ranks, intervals), or is a number of what is missing.
_OTHER_WAY = re.compile(
    r"\b(?:rank|position|place|categor|grade|band|segment|level|tier|priorit|frequen|every|interval|not\b|deficit|loss"
    r"|variance|score|stage|phase|age)",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:rose|risen|rises?|rising|increas(?:es?|ed|ing)|grew|grown|grows|growth)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|falling|reduc(?:es?|ed|ing|tion)|decreas(?:es?|ed|ing)|drop(?:s|ped)?|declin(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?P<one>\d+(?:\.\d+)?)\s?\\?%[^%.;:\d]{0,40}?\s(?P<points>\d+(?:\.\d+)?)\s?(?:percentage[ -])?(?:points?|pp)\s"
    r"(?:above|below|over|under|short of|higher than|lower than|better than|worse than|ahead of|behind)\b"
    r"[^%.;:\d]{0,40}?(?P<other>\d+(?:\.\d+)?)\s?\\?%"
)
TOTAL = re.compile(r"\btotal\w*|\bamount\w* to|\bin all\b|\baltogether\b|\bsum of\b|\bcombined\b", re.IGNORECASE)
INCLUDES = re.compile(r"\binclud\w*|\bsuch as\b|\bamong\b|\bfor example\b|\be\.g\.|\bmainly\b", re.IGNORECASE)
_EACH = re.compile(
    rf"{_N.format('count')}\s+[a-z][\w\- ]{{1,40}}?\s(?:at|costing|for|@|x|×)\s+[£$€]{_N.format('price')}"
    r"(?:\s?(?P<price_scale>k|m))?\s*(?:each|apiece|per\s\w+|a\s\w+)"
    rf"[^.;£$€\d]{{0,50}}?[£$€]{_N.format('total')}(?:\s?(?P<total_scale>k|m|million))?",
)


def look_for_wrong_shares(records: Records) -> Iterator[Found]:
    """Checks:
        A percentage agrees with the two numbers beside it: "432 of 500 (86.4%)", "of 500 homes 432 were seen, 86.4%",
        "£30,000, or 75% of £40,000". It may be rounded.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A reader who works it out once and finds another number believes no other one.

    Example:
        A report works out 683 of 1,865 as 36.7%; it is 36.6%.

    Wrong:
        Of the answers 432 of 500 (68.4%) were in favour.

    Right:
        Of the answers 432 of 500 (86.4%) were in favour.
    """
    for paragraph, offset, sentence in _sentences(records):
        if "%" not in sentence and not _PER_CENT.search(sentence):
            continue
        bare = without_dates(sentence)
        matches = {match.end(): match for pattern in SHARES for match in pattern.finditer(bare)}
        for match in matches.values():
            part, whole = _number(match["part"]), _number(match["whole"])
            printed = quantities(f"{match['percent']}%")[0]
            if not whole or part > whole * 3 or _is_date(match["part"], match["whole"]):
                continue
            computed = part / whole * 100
            slack = Decimal(2) if _ABOUT.search(sentence[: match.start("percent")]) else Decimal("0.01")
            if not printed.says(computed, slack):
                pair = f"{match['part']} of {match['whole']}"
                message = f"`{match['percent']}%` stands for {pair}; expected {_short(computed)}%"
                place = paragraph.at(offset + match.start("percent"))
                yield Found(place, message, "correct one of the three numbers", length=len(match["percent"]) + 1)


def look_for_wrong_changes(records: Records) -> Iterator[Found]:
    """Checks:
        A change agrees with what it leads from and to: "cut by £4,000, from £10,000 to £6,000", "a rise of 25% from 40
        to 50". A percentage of percentages may be meant in points. What fell is less than before; and "91%, 1 point
        above the target of 90%" is one point above it.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Savings and growth are what a paper argues with.

    Wrong:
        The rent fell by £3,000, from £10,000 to £6,000.

    Right:
        The rent fell by £4,000, from £10,000 to £6,000.
    """
    for paragraph, offset, sentence in _sentences(records):
        numbers = quantities(sentence)
        for position in range(len(numbers) - 1):
            first, last = numbers[position], numbers[position + 1]
            if not _FROM_TO.search(sentence[: first.start]) or not _TO.search(sentence[first.end : last.start]):
                continue
            if way := _wrong_way(sentence, first, last):
                message = (
                    f"`{last.text}` comes after `{way}` from {first.text}; expected the word and the numbers to agree"
                )
                place = paragraph.at(offset + last.start)
                yield Found(place, message, "correct the word, or a number", length=len(last.text))
                continue
            for change in (*numbers[position - 1 : position], *numbers[position + 2 : position + 3]):
                near = sentence[min(change.end, last.end) : max(change.start, first.start)]
                before = sentence[max(0, change.start - 40) : change.start]
                says_change = _CHANGE.search(before) or _CHANGE_AFTER.match(sentence[change.end : change.end + 30])
                if len(near) > 60 or not says_change or re.search(r"\bto\s*$|[;:]", before):  # noqa: PLR2004
                    continue
                if (expected := _wrong_change(first, last, change)) is not None:
                    message = (
                        f"`{change.text}` is said of a change from {first.text} to {last.text}; expected {expected}"
                    )
                    place = paragraph.at(offset + change.start)
                    yield Found(place, message, "correct one of the three numbers", length=len(change.text))
        yield from _wrong_points(paragraph, offset, sentence)


def _wrong_way(sentence: str, first: Quantity, last: Quantity) -> str:
    """The word that says up where the numbers go down, or the other way round; nothing where that cannot be told."""
    clause = re.split(r"[.;,:(]\s", sentence[: first.start])[-1]
    up, down = _UP.search(clause), _DOWN.search(clause)
    is_year = first.kind is Kind.COUNT and re.fullmatch(r"(?:19|20)\d\d", first.text) is not None
    is_ordinal = re.match(r"(?:st|nd|rd|th)\b", sentence[last.end :]) is not None
    is_scaled_once = last.text[-1:].isalpha() and not first.text[-1:].isalpha()
    if first.kind is not last.kind or is_year or is_ordinal or is_scaled_once or bool(up) == bool(down):
        return ""
    if _OTHER_WAY.search(clause) or (last.value >= first.value if up else last.value <= first.value):
        return ""
    return (up or down or [""])[0]


def _wrong_points(paragraph: Paragraph, offset: int, sentence: str) -> Iterator[Found]:
    """Points above or below a percentage that are not the difference of the two percentages."""
    for match in _POINTS.finditer(sentence):
        one, other = (quantities(f"{match[name]}%")[0] for name in ("one", "other"))
        points = quantities(match["points"])[0]
        difference = abs(one.value - other.value)
        is_set = re.search(r"target|standard|threshold|plan\b|ambition", match[0]) is not None  # and so not rounded
        step = one.step + (min(other.step, points.step) if is_set else other.step)
        if not points.says(difference, step / points.step / 2):
            message = (
                f"`{match['points']}` points lie between {one.text} and {other.text}; expected {plain(difference)}"
            )
            place = paragraph.at(offset + match.start("points"))
            yield Found(place, message, "correct one of the three numbers", length=len(match["points"]))


def _wrong_change(first: Quantity, last: Quantity, change: Quantity) -> str | None:
    """What the change should be, where it is something else."""
    if first.kind is not last.kind or not first.value:
        return None
    difference = abs(last.value - first.value)
    step = first.step + last.step
    slack = max(step / change.step / 2, Decimal("0.01")) if max(first.step, last.step) > 1 else Decimal("0.01")
    if change.kind is first.kind and change.says(difference, slack):
        return None
    if change.kind is Kind.PERCENT:
        share = difference / first.value * 100
        return None if change.says(share, Decimal("0.51")) else f"{_short(share)}%"
    return plain(difference) if change.kind is first.kind else None


def look_for_wrong_list_totals(records: Records) -> Iterator[Found]:
    """Checks:
        A sum that a sentence announces ("totalling £504k:") is the sum of the list that follows, where every item of
        the list names one amount of money.

    Looks at:
        Prose of papers, minutes and terms of reference: lists.

    Why:
        The sum is what is approved, and the list is what is bought.

    Example:
        A cover announces £504k, and lists seven sums that make £494k.

    Wrong:
        Three grants totalling £90k are proposed:

        - Hall: £20k
        - Park: £30k
        - Pool: £50k

    Right:
        Three grants totalling £100k are proposed:

        - Hall: £20k
        - Park: £30k
        - Pool: £50k
    """
    for _, lead, items in lists(records):
        sums = [number for number in quantities(lead.text) if number.kind is Kind.MONEY]
        parts = [[number for number in quantities(item.text) if number.kind is Kind.MONEY] for item in items]
        if not sums or len(parts) < 2 or any(len(part) != 1 for part in parts):  # noqa: PLR2004
            continue
        last = list(lead.sentences())[-1]
        announced = [number for number in sums if number.start >= last[0]]
        is_total = bool(TOTAL.search(lead.text))
        if not announced or INCLUDES.search(last[1]) or (len(announced) != 1 and not is_total):
            continue
        total = sum((part[0].value for part in parts), Decimal(0))
        slack = sum((part[0].step for part in parts), Decimal(0)) / announced[-1].step / 2
        rounded = Decimal("0.01") if all(part[0].step == announced[-1].step for part in parts) else slack
        if not any(number.says(total, rounded) for number in sums):
            one = announced[-1]
            message = f"`{one.text}` is followed by a list that adds up to {plain(total)}; expected the two to agree"
            hint = "correct the sum or an item of the list"
            yield Found(lead.at(one.start), message, hint, length=len(one.text))


def look_for_wrong_products(records: Records) -> Iterator[Found]:
    """Checks:
        A number of things at a price each gives the total that the sentence names.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The total was worked out before the price, or the number, changed.

    Wrong:
        We need 12 benches at £300 each, a total of £3,000.

    Right:
        We need 12 benches at £300 each, a total of £3,600.
    """
    for paragraph, offset, sentence in _sentences(records):
        for match in _EACH.finditer(sentence):
            count = _number(match["count"])
            price = quantities(f"£{match['price']}{match['price_scale'] or ''}")[0]
            total = quantities(f"£{match['total']}{match['total_scale'] or ''}")[0]
            if not total.says(
                count * price.value, count * price.step / total.step / 2 if price.step > 1 else Decimal(0)
            ):
                message = f"`{total.text}` for {match['count']} at {price.text}; expected {plain(count * price.value)}"
                place = paragraph.at(offset + match.start("total"))
                yield Found(place, message, "correct the number, the price or the total", length=len(match["total"]))


def _sentences(records: Records) -> Iterator[tuple[Paragraph, int, str]]:
    for writing in records.writings:
        yield from writing.sentences_with_figures()


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _is_date(part: str, whole: str) -> bool:
    """Whether `2014/15`, `15/16` is a year rather than a fraction."""
    return len(part) in (2, 4) and len(whole) == 2 and int(whole) == (int(part[-2:]) + 1) % 100  # noqa: PLR2004


def _short(value: Decimal) -> str:
    return plain(value.quantize(Decimal("0.01")))


RULES: tuple[RecordRule, ...] = (
    record_rule("G310", "share-differs", WARNS, look_for_wrong_shares, heuristic=True),
    record_rule("G311", "change-differs", WARNS, look_for_wrong_changes, heuristic=True),
    record_rule("G312", "list-total-differs", WARNS, look_for_wrong_list_totals, heuristic=True),
    record_rule("G314", "product-differs", WARNS, look_for_wrong_products, heuristic=True),
)
