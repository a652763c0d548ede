"""Rules about sums, parts and counts that sentences tell: codes G319, G339 and G341 to G346."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.check.concordance import Sought
from govdocs.check.quantities import Kind, Quantity, plain, quantities, whole_number
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.places import Place

#: What stands before a sum that a sentence ends with: "a total of", "in total", "together".
_TOTAL_BEFORE = re.compile(
    r"\b(?:(?:in|a|the|grand|overall|combined)\s+)*(?:total(?:s|ling|ing|led)?|sum|altogether|together|in all)\b"
    r"(?:\s+(?:of|to|is|was|being|cost|costs|amounts?|amounting|comes?|coming))*\s*$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"\s*(?:in (?:total|all)|altogether|together|overall)\b", re.IGNORECASE)
#: As many characters before a figure say that it is a total; a sentence without an end is not read over and over.
_NEAR = 120
#: Words that say that the numbers of a sentence are not all parts of one sum.
NO_PARTS = re.compile(
    r"\b(?:of which|includ\w+|excluding|plus|minus|less|net|per|each|every|from|between|rather|instead|compared|against"
    r"|previous\w*|original\w*|budget\w*|increas\w*|reduc\w*|up to|average|maximum|minimum|remaining|balance|by|than"
    r"|already|or|so far|to date|last|saving\w*|deficit|surplus)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\bof (?:which|this|these)\b|\bmade up of\b|\bcomprising\b|\bconsisting of\b", re.IGNORECASE)
_MULTIPLE = re.compile(
    r"\b(?P<word>doubled|halved|trebled|tripled|quadrupled)\b[^.;\d]{0,60}?\bfrom\s+(?:[a-z ]{0,16})$", re.IGNORECASE
)
_TIMES = {"doubled": "2", "halved": "0.5", "trebled": "3", "tripled": "3", "quadrupled": "4"}
_ONE_PER = re.compile(
    r"\b(?:each|apiece|per unit)\b[^.£$€]{0,30}?\bone (?:per|for each|for every|in each|in every) (?:of the )?"
    r"(?P<noun>[a-z]{3,})\b[^.£$€]{0,60}$",
    re.IGNORECASE,
)
_ALL_OF = Sought(
    r"\b(?:all|each of the|across)\s+(?:of the\s+|the\s+|our\s+)?(?P<number>\d{1,3}(?:,\d{3})+|\d{1,5}|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\s+(?P<noun>(?:(?!of\b|in\b|to\b)[A-Za-z][\w-]*[A-Za-rt-z]\s+){0,2}?"
    r"[A-Za-z][\w-]*s)\b",
    "all each across",
)
#: Several of a kind that is called by its name: "the 3 Leicester, Leicestershire and Rutland CCGs".
_NAMED_ONES = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Oo]ur|[Tt]hese|each of the|across the|both of the)\s+"
    r"(?P<number>[2-9]|two|three|four|five|six|seven|eight|nine)"
    r"\s+(?P<noun>[A-Z][\w'’&-]*(?:,? (?:and |of )?[A-Z][\w'’&-]*){2,6}(?<=s))(?![\w'’-])"
)
_UNITS = re.compile(r"\b(?:day|week|month|year|hour|minute|second|time|mile|point|meeting|case|other|item|session)s$")
NEAR = Decimal("0.2")
WHOLE = 100
#: Fewer than these may well be some of them.
FEW = 4


def look_for_wrong_sums_in_sentences(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence names parts and then their total ("£3,000 for the hall and £2,000 for the park, a total of
        £5,000"), the total is their sum.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A part was corrected after the sentence was written.

    Wrong:
        The board spends £3,000 on the hall and £2,000 on the park, a total of £6,000.

    Right:
        The board spends £3,000 on the hall and £2,000 on the park, a total of £5,000.
    """
    for _, paragraph, offset, sentence in _sentences(records):
        everything = quantities(sentence)
        numbers = [one for one in everything if one.kind is not Kind.PERCENT]
        total = next((one for one in numbers[2:] if _is_total(sentence, one)), None)
        whole = next(
            (one for one in everything[2:] if one.text.rstrip("\\% ") == "100" and _is_total(sentence, one)), None
        )
        if whole is not None and whole.kind is Kind.PERCENT and {one.kind for one in everything} == {Kind.PERCENT}:
            numbers, total = list(everything), whole
        if total is None:
            continue
        parts = [one for one in numbers if one.start < total.start]
        clause = sentence[max(sentence.rfind(mark, 0, parts[0].start) for mark in (";", ":")) + 1 : total.start]
        if any(one.kind is not total.kind for one in parts) or NO_PARTS.search(clause):
            continue
        if total.kind is Kind.COUNT and (
            len(numbers) != len(parts) + 1 or any(one.value > total.value for one in parts)
        ):
            continue
        added = sum((one.value for one in parts), Decimal(0))
        slack = sum((one.step for one in parts if one.step > 1), Decimal(0)) / total.step / 2
        if not total.says(added, slack if total.step > 1 else Decimal("0.01")):
            message = f"`{total.text}` is given as the total of {_listed(parts)}; expected {plain(added)}"
            hint = "correct the total or a part"
            yield Found(paragraph.at(offset + total.start), message, hint, length=len(total.text))


def _is_total(sentence: str, number: Quantity) -> bool:
    before = sentence[max(0, number.start - _NEAR) : number.start]
    return bool(_TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(sentence, number.end))


def _listed(parts: list[Quantity]) -> str:
    if len(parts) > 4:  # noqa: PLR2004
        return f"{', '.join(one.text for one in parts[:4])} and more"
    return " and ".join([", ".join(one.text for one in parts[:-1]), parts[-1].text] if parts[1:] else [parts[0].text])


def look_for_parts_larger_than_the_whole(records: Records) -> Iterator[Found]:
    """Checks:
        What follows "of which" or "made up of" is not more than the sum before it.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A part that is larger than the whole belongs to another sum.

    Wrong:
        The grant is £50,000, of which £30,000 is for staff and £25,000 for rent.

    Right:
        The grant is £50,000, of which £30,000 is for staff and £20,000 for rent.
    """
    for _, paragraph, offset, sentence in _sentences(records):
        numbers = [one for one in quantities(sentence) if one.kind is not Kind.PERCENT]
        for match in _OF_WHICH.finditer(sentence) if numbers else ():
            before = [one for one in numbers if one.end <= match.start()]
            end = min((n for mark in ".;" if (n := sentence.find(f"{mark} ", match.end())) > 0), default=len(sentence))
            parts = [one for one in numbers if match.end() <= one.start < end]
            if not before or not parts or any(one.kind is not before[-1].kind for one in parts):
                continue
            whole, after = before[-1], sentence[match.end() : end]
            added = sum((one.value for one in parts), Decimal(0))
            is_near = match.start() - whole.end < 60 and not NO_PARTS.search(after)  # noqa: PLR2004
            if is_near and added > whole.value + whole.step and not whole.says(added, Decimal(len(parts)) / 2):
                made = f"{_listed(parts)}, make {plain(added)}"
                message = f"the parts of `{whole.text}`, {made}; expected no more than the whole"
                place = paragraph.at(offset + whole.start)
                yield Found(place, message, "correct the sum or a part", length=len(whole.text))


def look_for_wrong_multiples(records: Records) -> Iterator[Found]:
    """Checks:
        What has doubled, trebled or halved "from … to …" did so, nearly.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A big word is remembered when the figures are forgotten.

    Wrong:
        Complaints have doubled from 40 to 55.

    Right:
        Complaints have doubled from 40 to 80.
    """
    for _, paragraph, offset, sentence in _sentences(records):
        numbers = quantities(sentence)
        for first, last in pairwise(numbers):
            match = _MULTIPLE.search(sentence[: first.start])
            between = sentence[first.end : last.start]
            if not match or not re.search(r"\bto\s+(?:[a-z ]{0,16})$", between) or not first.value:
                continue
            times = Decimal(_TIMES[match["word"].lower()])
            if abs(last.value / first.value / times - 1) > NEAR:
                message = f"`{match['word']}` from {first.text} to {last.text}; expected {plain(first.value * times)}"
                hint = "choose another word, or correct a number"
                yield Found(paragraph.at(offset + match.start("word")), message, hint, length=len(match["word"]))


def look_for_wrong_costs_of_one_each(records: Records) -> Iterator[Found]:
    """Checks:
        What is bought at a price each, "one per practice", costs the price times the number of practices that the
        document gives.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The number is on another page, and nobody multiplies across pages.

    Example:
        Equipment at £900 for each of 181 practices was put at £142k.

    Wrong:
        There are 181 practices. A machine costs £900 each, one per practice is £142k.

    Right:
        There are 181 practices. A machine costs £900 each, one per practice is £163k.
    """
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences_with_figures():
            numbers = [one for one in quantities(sentence) if one.kind is Kind.MONEY]
            for price, total in pairwise(numbers):
                match = _ONE_PER.search(sentence[price.end : total.start])
                counts = _counts_of(writing, match["noun"]) if match else []
                if match and counts and not any(total.says(price.value * count, Decimal("0.01")) for count in counts):
                    expected = plain(price.value * counts[0])
                    message = (
                        f"`{total.text}` for one {match['noun']} each at {price.text}; expected {expected}, as there "
                        f"are {counts[0]}"
                    )
                    hint = "correct the price, the number or the total"
                    yield Found(paragraph.at(offset + total.start), message, hint, length=len(total.text))


def _counts_of(writing: Writing, noun: str) -> list[int]:
    """How many of a thing the document says that there are, the most frequent first."""
    pattern = re.compile(
        rf"\b(\d{{2,4}}|\d,\d{{3}})\s+(?:[A-Za-z]+\s+){{0,2}}{re.escape(noun.lower())}s\b", re.IGNORECASE
    )
    found = Counter(int(match[1].replace(",", "")) for p in writing.paragraphs for match in pattern.finditer(p.text))
    return [number for number, _ in found.most_common()]


def look_for_two_counts(records: Records) -> Iterator[Found]:
    """Checks:
        How many there are of one thing ("all 50 practices") is said with one number throughout a document. Numbers are
        compared that are within a fifth of each other, and small ones where the things have a name ("the three Harbour
        and River Trusts").

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        One of the two is last year's.

    Wrong:
        We rolled it out to all 50 practices. Later we asked all 48 practices.

    Right:
        We rolled it out to all 50 practices. Later we asked all 50 practices.
    """
    for writing in records.writings:
        first: dict[str, tuple[int, Related]] = {}
        for paragraph in writing.paragraphs_for(_ALL_OF):
            for match in _ALL_OF.finditer(paragraph.text) if paragraph.role is not Role.HEADING else ():
                number, noun = whole_number(match["number"].replace(",", "")) or 0, match["noun"].lower()
                if number < FEW or _UNITS.search(noun):
                    continue
                place = paragraph.at(match.start("number"))
                before, related = first.setdefault(noun, (number, Related(place, "the other number")))
                if number != before and abs(number - before) <= before * NEAR:
                    yield _two_counts(match, before, related, place)
        named: dict[str, tuple[int, Related]] = {}
        for paragraph in writing.paragraphs:
            for match in _NAMED_ONES.finditer(paragraph.text) if paragraph.role is not Role.HEADING else ():
                number = whole_number(match["number"]) or 0
                place = paragraph.at(match.start("number"))
                before, related = named.setdefault(match["noun"], (number, Related(place, "the other number")))
                if number != before:
                    yield _two_counts(match, before, related, place)


def _two_counts(match: re.Match[str], before: int, related: Related, place: Place) -> Found:
    message = f"`{match['number']} {match['noun']}`, and elsewhere {before}; expected one number"
    hint = "correct one of the two, or say what is different"
    return Found(place, message, hint, (related,), len(match["number"]))


def look_for_mixed_thousands(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document large numbers are all written with commas between the thousands, or all without. One finding
        a document.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        3505 beside 1,030,947 is misread, and shows that one of them was pasted.

    Wrong:
        Of 12,400 letters 3505 came back.

    Right:
        Of 12,400 letters 3,505 came back.
    """
    for writing in records.writings:
        bare: list[tuple[Paragraph, int, str]] = []
        parted: list[tuple[Paragraph, int, str]] = []
        for paragraph, offset, sentence in writing.sentences_with_figures():
            for one in quantities(sentence):
                digits = re.search(r"\d[\d,]*", one.text)
                # "23/01187/F" and "application 163755" are no numbers of anything.
                around = sentence[max(0, one.start - 14) : one.start], sentence[one.end : one.end + 2]
                if _OF_A_CODE.search(around[0]) or re.match(r"[/_][\w]", around[1]):
                    continue
                if digits and one.step <= 1 and one.value >= 1000:  # noqa: PLR2004
                    kind = parted if "," in digits[0] else bare
                    kind.append((paragraph, offset + one.start, one.text))
        if bare and parted:
            odd, usual = (bare[0], parted[0]) if len(parted) >= len(bare) else (parted[0], bare[0])
            message = f"`{odd[2]}` beside `{usual[2]}`; expected one way of writing thousands"
            related = (Related(usual[0].at(usual[1]), "written otherwise"),)
            yield Found(odd[0].at(odd[1]), message, "write them alike", related, len(odd[2]), "thousands")


def _sentences(records: Records) -> Iterator[tuple[Writing, Paragraph, int, str]]:
    """The sentences of all paragraphs with figures."""
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences_with_figures():
            yield writing, paragraph, offset, sentence


#: A sum without tax and the sum with it: "£1,600.00 + VAT) £1,920.00", "£80 plus VAT = £96".
_WITH_VAT = re.compile(
    r"£\s?(?P<net>\d[\d,]*(?:\.\d\d)?)\s*(?:\+|plus)\s*VAT\s*\)?\s*(?:=|:|–|-|,|\()?\s*(?:(?:total(?:ling)?|i\.?e\.?)\s+)?"
    r"£\s?(?P<gross>\d[\d,]*(?:\.\d\d)?)(?!\s*(?:\+|plus)\s*VAT|[\d,.]*\d)"
)
#: The rates of value added tax that there were, the usual one first.
_RATES = tuple(Decimal(rate) for rate in ("0.20", "0.05", "0.175", "0.15", "0"))


def look_for_wrong_tax(records: Records) -> Iterator[Found]:
    """Checks:
        A sum that is told without VAT and with it differs by the tax at one of its rates.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The cheque is written for the second sum, and was approved with the first.

    Wrong:
        The verge was mown for (£1,600.00 + VAT) £1,900.00.

    Right:
        The verge was mown for (£1,600.00 + VAT) £1,920.00.
    """
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            for match in _WITH_VAT.finditer(paragraph.text) if paragraph.role is not Role.BLOCK else ():
                net, gross = (Decimal(match[name].replace(",", "")) for name in ("net", "gross"))
                is_whole = "." not in match["gross"]
                slack = Decimal("0.51") if is_whole else Decimal("0.011")
                if all(abs(net * (1 + rate) - gross) > slack for rate in _RATES):
                    message = f"`{match[0]}`; expected £{net * (1 + _RATES[0]):,.2f} with VAT at 20%"
                    at = paragraph.at(match.start())
                    yield Found(at, message, "correct one of the two sums", length=len(match[0]))


#: Before the digits of a reference.
_OF_A_CODE = re.compile(
    r"[\w][/_-]$|\b(?:application|planning|ref(?:erence)?|no|number|minute|invoice|cheque)s?[.:]?\s+$", re.IGNORECASE
)
#: A sum whose marks are not where thousands and pence have them; pounds, shillings and pence have two full stops too.
_MISTYPED = re.compile(
    r"£\s?(?:\d{1,3}(?:[.,]\d{3})*\.\d{3}\.\d\d|\d{1,3}\.\d{3},\d{3}|\d{1,3},\d{2},\d{3})(?![\d.,]*\d)"
)


def look_for_mistyped_sums(records: Records) -> Iterator[Found]:
    """Checks:
        A sum of money has commas between its thousands and one full stop before its pence.

    Looks at:
        Prose, cells of tables, titles and other words.

    Why:
        £20.550.48 may be £20,550.48, or 20 pounds.

    Example:
        Minutes of a community council gave its balance as £20.550.48.

    Wrong:
        The balance at the bank is £20.550.48.

    Right:
        The balance at the bank is £20,550.48.
    """
    for text in records.dated_texts:
        for match in _MISTYPED.finditer(text.words):
            message = f"`{match[0]}` has its marks in odd places; expected commas between thousands, one full stop"
            yield Found(text.at(match.start()), message, "write the sum as £1,234.56", length=len(match[0]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G319", "sum-mistyped", WARNS, look_for_mistyped_sums, heuristic=True),
    record_rule("G339", "tax-differs", WARNS, look_for_wrong_tax, heuristic=True),
    record_rule("G341", "sum-in-sentence-differs", WARNS, look_for_wrong_sums_in_sentences, heuristic=True),
    record_rule("G342", "parts-exceed-whole", WARNS, look_for_parts_larger_than_the_whole, heuristic=True),
    record_rule("G343", "multiple-differs", WARNS, look_for_wrong_multiples, heuristic=True),
    record_rule("G344", "cost-of-one-each-differs", WARNS, look_for_wrong_costs_of_one_each, heuristic=True),
    record_rule("G345", "counts-contradict", WARNS, look_for_two_counts, heuristic=True),
    record_rule("G346", "thousands-mixed-in-text", NOTED, look_for_mixed_thousands, heuristic=True),
)
