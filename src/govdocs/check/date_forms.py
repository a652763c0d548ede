"""Rules about how days and years are written within a document: codes G411 and G414."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from govdocs.check.days import MONTH
from govdocs.check.figures import typed_tables
from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import document_texts
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.places import Place

_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)\s+(?:of\s+)?{MONTH}\s*\d{{0,4}}")
_ZERO = re.compile(rf"\b0\d\s+{MONTH}\s*\d{{0,4}}")
_PLAIN = re.compile(rf"(?<![\d/])[1-9]\s+{MONTH}\s*\d{{0,4}}")
#: From the tenth on, a day is written alike with and without noughts before the others.
_LATE = re.compile(rf"(?<![\d/])[1-3]\d\s+{MONTH}\s*\d{{0,4}}")
_IN_FIGURES = re.compile(
    r"(?<![\d/.£])(?:[0-3]?\d/[01]?\d/(?:20)?\d\d(?![\d/])|[0-3]\d\.[01]\d\.(?:20)?\d\d(?![\d.]\d))"
)
#: Ways of writing a day, the oddest first.
_FORMS = {"figures": _IN_FIGURES, "zero": _ZERO, "ordinal": _ORDINAL, "plain": _PLAIN, "late": _LATE}
#: How many years from the meeting a day in figures may be.
NEAR = 20
#: Ways of writing a financial year.
_YEARS = {
    "short": re.compile(r"(?<![\d/.£–-])(?P<first>[0-3]\d)/(?P<last>[0-3]\d)(?![\d/%]|\.\d)"),
    "dash": re.compile(r"(?<![\d/.£–-])(?P<first>20\d\d)[-–](?P<last>(?:20)?\d\d)(?![\d/–-]|\.\d)"),
    "full": re.compile(r"(?<![\d/.£–-])(?P<first>20\d\d)/(?P<last>20\d\d)(?![\d/]|\.\d)"),
    "slash": re.compile(r"(?<![\d/.£–-])(?P<first>20\d\d)/(?P<last>\d\d)(?![\d/]|\.\d)"),
}


def look_for_mixed_date_formats(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document days are written in one way: 21 June 2018, 21st June 2018, 01 June 2018 or 01/06/2018. One
        finding a document.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        It shows which sentences came from elsewhere, and looks careless.

    Wrong:
        The survey was held on 3 March 2026, and the meeting on 21st April 2026.

    Right:
        The survey was held on 3 March 2026, and the meeting on 21 April 2026.
    """
    for writing in records.writings:
        first: dict[str, tuple[Paragraph, re.Match[str]]] = {}
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.BLOCK and _DIGIT.search(paragraph.text):
                for name, pattern in _FORMS.items():
                    matches = (one for one in pattern.finditer(paragraph.text) if _is_day(name, one, writing))
                    if name not in first and (match := next(matches, None)):
                        first[name] = (paragraph, match)
        if "zero" in first or "plain" in first:
            first.pop("late", None)
        if len(first) > 1:
            odd = next(first[name] for name in _FORMS if name in first)
            usual = next(found for found in first.values() if found is not odd)
            message = f"`{odd[1][0].strip()}` beside `{usual[1][0].strip()}`; expected dates to be written alike"
            related = (Related(usual[0].at(usual[1].start()), "written otherwise"),)
            place, length = odd[0].at(odd[1].start()), len(odd[1][0].strip())
            yield Found(place, message, "write the dates alike", related, length, "dates")


def _is_day(form: str, match: re.Match[str], writing: Writing) -> bool:
    """Whether figures are a day: `16/9/51` in minutes of 2016 is a number of an earlier minute."""
    if form != "figures":
        return True
    year = int(re.split(r"[/.]", match[0])[-1]) % 100
    return writing.day is None or abs(year - writing.day.year % 100) <= NEAR


def look_for_mixed_years(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document financial years are written in one way: 2018/19, 2018/2019, 2018-19 or 18/19. One finding a
        document, at the first that differs from the most frequent.

    Looks at:
        Prose of papers, minutes and terms of reference; cells and headings of typed tables.

    Why:
        It shows which sentences came from elsewhere; and a search for the year finds only half of them.

    Wrong:
        The plan for 2026/27 follows that of 2025-26, and 2026/27 is the last year.

    Right:
        The plan for 2026/27 follows that of 2025/26, and 2026/27 is the last year.
    """
    headings = _headings_of_tables(records)
    for _, texts in document_texts(records):
        found: dict[str, list[tuple[re.Match[str], Place]]] = {}
        # The words of data sets are as they came.
        typed = [(text, at) for text, at in texts if not at(0).path.endswith(".csv")]
        for text, at in (*typed, *headings.get(typed[0][1](0).path if typed else "", ())):
            for name, pattern in _YEARS.items() if _DIGIT.search(text) else ():
                for match in pattern.finditer(text):
                    if (int(match["first"]) + 1) % 100 == int(match["last"]) % 100:
                        found.setdefault(name, []).append((match, at(match.start())))
        if len(found) > 1:
            usual = max(found, key=lambda name: len(found[name]))
            match, place = next(found[name][0] for name in _YEARS if name in found and name != usual)
            like, there = found[usual][0]
            message = f"the year `{match[0]}` beside `{like[0]}`; expected years to be written alike"
            related = (Related(there, "written otherwise"),)
            yield Found(place, message, "write the years alike", related, len(match[0]), "years")


def _headings_of_tables(records: Records) -> dict[str, list[tuple[str, Callable[[int], Place]]]]:
    """The words over the columns of typed tables, by file, each with what tells its place."""
    found: dict[str, list[tuple[str, Callable[[int], Place]]]] = defaultdict(list)
    for block in typed_tables(records.library):
        for number, column in enumerate(block.columns):
            found[block.fence.path].append((column.label, partial(_all_at, block.place("columns", number, "label"))))
    return found


def _all_at(place: Place, _: int) -> Place:
    return place


RULES: tuple[RecordRule, ...] = (
    record_rule("G411", "date-formats-mixed", NOTED, look_for_mixed_date_formats, heuristic=True),
    record_rule("G414", "year-formats-mixed", NOTED, look_for_mixed_years, heuristic=True),
)
