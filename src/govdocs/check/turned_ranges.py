"""Rules about ranges that run backwards, and months beside their number: codes G393 and G427."""

import re
from collections.abc import Iterator

from govdocs.check.days import MONTH, MONTHS
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.places import Place

_AND_TO = r"\s?(?:to|[-–])\s?"
_NUMBERED = re.compile(
    r"\b(?P<what>pages?|pp\.?|items?|paragraphs?|paras?|sections?|questions?|clauses?|tables?|slides?|appendices)\s+"
    rf"(?P<one>\d{{1,4}}){_AND_TO}(?P<two>\d{{1,4}})(?![\d/.,]\d|\d|[-–]\d)",
    re.IGNORECASE,
)
#: "2026 to 2023", "2025-22"; not a day such as 2025-04-01 or 2025-04, and nothing that is compared.
_YEARS = re.compile(
    rf"(?<![\d/.–-])(?P<one>(?:19|20)\d\d){_AND_TO}(?P<two>(?:19|20)\d\d|(?!0|1[0-2])\d\d)(?![\d/–-]|[.,]\d)"
)
_COMPARED = re.compile(r"\b(?:compar\w+|versus|vs|back|between|against|fell|rose|down|up)\b[^.;]{0,30}$", re.IGNORECASE)
#: "Papers C/25/28 to C/25/25", "CP17.4 - CP17.1": all but the last number is the same.
_REFERENCES = re.compile(
    rf"(?<![\w/.])(?P<stem>[A-Z]{{1,5}}[\w]{{0,4}}[./-](?:\d{{1,4}}[./-])?)(?P<one>\d{{1,3}}){_AND_TO}(?P=stem)(?P<two>\d{{1,3}})(?![\w/.]\w)"
)
_CLOCK = r"(?P<{0}hour>\d{{1,2}})(?:[.:](?P<{0}minute>[0-5]\d))?\s?(?P<{0}half>[ap])\.?m\b\.?"
_HOURS = re.compile(
    rf"\b(?:from|between)\s+{_CLOCK.format('one')}\s?(?:to|until|till|and|[-–])\s?{_CLOCK.format('two')}", re.IGNORECASE
)
_MONTH_NUMBER = (
    re.compile(rf"\b(?:[Mm]onth|M)\s?(?P<number>\d{{1,2}})\s?(?:\(|[-–,]\s|\s)(?P<month>{MONTH})(?!\s*(?:to|[-–])\s)"),
    re.compile(rf"\b(?P<month>{MONTH})(?:\s20\d\d)?\s?\((?:[Mm]onth|M)\s?(?P<number>\d{{1,2}})\)"),
)
_QUARTER = re.compile(
    rf"\b(?:[Qq]uarter\s|Q)(?P<number>[1-4])\s?\(\s?(?P<month>{MONTH})(?:\s20\d\d)?\s?(?:to|[-–])\s?(?P<last>{MONTH})"
)
#: The months in which years begin: of the state, of calendars, of universities and of schools.
_BEGINNINGS = {4, 1, 8, 9}
_YEAR = 12


def look_for_turned_ranges(records: Records) -> Iterator[Found]:
    """Checks:
        Pages, items, papers, years and hours "from … to …" go up.

    Looks at:
        Prose, cells of tables, titles and answers on covers.

    Why:
        Two figures were turned about, or one of them is wrong.

    Wrong:
        The plan for 2026 to 2023 is on pages 15-12.

    Right:
        The plan for 2023 to 2026 is on pages 12-15.
    """
    for text in records.texts_with_figures:
        words = text.words
        for match in (*_NUMBERED.finditer(words), *_REFERENCES.finditer(words)):
            # "pages 123-5" ends at 125.
            if len(match["two"]) >= len(match["one"]) and int(match["two"]) < int(match["one"]):
                yield _turned(text.at(match.start()), match[0], match["one"], match["two"])
        for match in _YEARS.finditer(words):
            two = int(match["two"]) if len(match["two"]) > 2 else int(match["one"][:2] + match["two"])  # noqa: PLR2004
            if two < int(match["one"]) and not _COMPARED.search(words[: match.start()]):
                yield _turned(text.at(match.start()), match[0], match["one"], match["two"])
        for match in _HOURS.finditer(words):
            first, last = _minutes(match, "one"), _minutes(match, "two")
            is_one_half = match["onehalf"].lower() == match["twohalf"].lower()
            if first is not None and last is not None and is_one_half and last < first:
                yield _turned(text.at(match.start()), match[0], "the first", "the second")


def _turned(place: Place, words: str, one: str, two: str) -> Found:
    message = f"`{words}` runs from {one} back to {two}; expected it to go up"
    return Found(place, message, "turn the two about, or correct one", length=len(words))


def _minutes(match: re.Match[str], which: str) -> int | None:
    hour = int(match[f"{which}hour"])
    return (hour % 12) * 60 + int(match[f"{which}minute"] or 0) if 1 <= hour <= _YEAR else None


def look_for_months_with_other_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        A month beside its number in the year, and the months of a quarter, are those of a year that begins in April,
        or in January, August or September: "Month 9 (December)", "Quarter 3 (October to December)".

    Looks at:
        Prose, cells of tables, titles and answers on covers.

    Why:
        A finance report that calls November month 9 is last month's, or will be read as such.

    Wrong:
        The table shows the position at Month 9 (November).

    Right:
        The table shows the position at Month 9 (December).
    """
    for text in records.texts_with_figures:
        for pattern in _MONTH_NUMBER:
            for match in pattern.finditer(text.words):
                number, month = int(match["number"]), _month(match["month"])
                begins = (month - number) % _YEAR + 1
                if 1 <= number <= _YEAR and begins not in _BEGINNINGS:
                    expected = MONTHS[(number + 2) % _YEAR]
                    message = f"`{match[0].strip()}`: month {number} of a year from April is {expected}; "
                    message += "expected the two to agree"
                    place, hint = text.at(match.start()), "correct the number or the month"
                    yield Found(place, message, hint, length=len(match[0]))
        for match in _QUARTER.finditer(text.words):
            first, last, number = _month(match["month"]), _month(match["last"]), int(match["number"])
            begins = (first - 1 - 3 * (number - 1)) % _YEAR + 1
            if begins not in _BEGINNINGS or (last - first) % _YEAR != 2:  # noqa: PLR2004 (a quarter has three months)
                start = 3 * number % _YEAR
                message = (
                    f"`{match[0]}`: quarter {number} of a year from April is {MONTHS[start]} to {MONTHS[start + 2]}"
                )
                message += "; expected the two to agree"
                yield Found(text.at(match.start()), message, "correct the quarter or the months", length=len(match[0]))


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3].lower()))


RULES: tuple[RecordRule, ...] = (
    record_rule("G393", "range-turned", WARNS, look_for_turned_ranges, heuristic=True),
    record_rule("G427", "month-number-differs", WARNS, look_for_months_with_other_numbers, heuristic=True),
)
