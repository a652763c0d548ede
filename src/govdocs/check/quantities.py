"""Numbers in a sentence: amounts of money, percentages and counts, with the precision at which they are written."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_SCALES = {
    "": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
#: More digits are no quantity: a bar code, or a key that was held down.
_LONGEST_NUMBER = 40
_DIGIT = re.compile(r"\d")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
#: What has digits and is no quantity: dates, years, times, references, post codes, ordinals, codes.
_NO_QUANTITY = re.compile(
    rf"\b(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?{_MONTH}\b(?:\s+\d{{4}}\b)?|\b{_MONTH}\s*\d{{1,4}}\b(?!,\d{{3}})(?:,?\s+\d{{4}}\b)?"
    r"|\b(?:19|20)\d\d\s?[/–-]\s?(?:\d{4}|\d\d)\b|\b\d\d/\d\d\b|\b(?<![£$€,.])(?:19|20)\d\d\b(?![,.]\d|%)"
    r"|\b\d{1,2}[:.]\d\d\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b\d{1,2}\s?(?:am|pm)\b|\b\d+(?:st|nd|rd|th)\b"
    r"|\b\d+(?:\.\d+){2,}\b|\b[A-Za-z]+[/-]?\d[\w/]*\b|\b\d+[A-Za-z]+\d\w*\b"
    r"|\b(?:paragraphs?|paras?|sections?|tables?|figures?|appendix|appendices|annex|items?|pages?|rules?|clauses?|phase"
    r"|stage|level|month|week|day|version|option|paper|outcomes?|category|quarter|band|schedule|no\.|number)\s+\d+(?:\.\d+)*"
    r"(?:(?:,\s*|\s+and\s+|\s*[–-]\s*)\d+(?:\.\d+)*)*",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?P<money>[£$€])?\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<percent>\\?%|per\s?cent\b|percent\b)|\s?(?P<scale>bn|mn|billion|million|thousand|[kKmM](?![A-Za-z])))?"
)


class Kind(StrEnum):
    """What a quantity is a number of."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: its value, and how large a step of its last digit is."""

    kind: Kind
    value: Decimal
    step: Decimal
    text: str
    start: int
    end: int

    def says(self, value: Decimal, slack: Decimal = Decimal(0)) -> bool:
        """Whether the number is ``value`` rounded to its own precision; ``slack`` widens that by a share of a step."""
        return abs(self.value - value) <= self.step * (Decimal("0.5") + slack)


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order."""
    return _quantities(text) if _DIGIT.search(text) else ()


@lru_cache(maxsize=4096)
def _quantities(text: str) -> tuple[Quantity, ...]:
    bare = without_dates(text)
    return tuple(_read(match) for match in _QUANTITY.finditer(bare) if len(match["number"]) <= _LONGEST_NUMBER)


def without_dates(text: str) -> str:
    """The text with blanks in place of dates, times, references and codes."""
    return _NO_QUANTITY.sub(lambda match: " " * len(match[0]), text) if _DIGIT.search(text) else text


def _read(match: re.Match[str]) -> Quantity:
    digits = match["number"].replace(",", "")
    scale = _SCALES[(match["scale"] or "").lower()]
    step = Decimal(scale).scaleb(-len(digits.partition(".")[2]))
    kind = Kind.MONEY if match["money"] else Kind.PERCENT if match["percent"] else Kind.COUNT
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Quantity(kind, Decimal(digits) * scale, step, match[0].strip(), start, match.end())


def whole_number(text: str) -> int | None:
    """The number that digits or a word say; None where it is none."""
    if text.isdigit():
        return int(text)
    return WORDS.index(text.lower()) if text.lower() in WORDS else None


def plain(value: Decimal) -> str:
    """A number for a message: thousands parted, no needless zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
