"""Rules about what happens when, held against the day of the document: codes G405 to G411."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from govdocs.check.days import MONTH, SURE, Dated, dates_in, months_between
from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.papers import Paper
from govdocs.model.tables import TableBlock, TypedCell

_PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|is (?:due|planned|scheduled|expected|set|intended|hoped)|by the end of|no later than"
    r"|are (?:due|planned|scheduled|expected|to be)|(?:due|planned|scheduled) (?:for|to|on|by)|deadline"
    r"|to be (?:completed|held|implemented|delivered|in place|achieved|finished|submitted|reviewed|published))\b"
    r"(?P<between>[^.;:]{0,90})$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|since|until|began|started|took place|approved|agreed|met|published|issued|ended|served|dated"
    r"|held|completed|would|should have|previously|last|originally|compared)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?:was|were) (?:held|published|approved|completed|opened|launched|received|issued|served|signed|submitted"
    r"|agreed|noted|presented|recorded|closed|conducted|carried out)|took place|has been completed|YTD|year to date"
    r"|figures? (?:to|for)|data (?:to|for)|performance (?:to|for|in)|actuals? (?:to|for)|as at"
    r"|(?:saw|treated|supported|achieved|attended)\b[^.;:]{0,60}?(?:to|until|by|in))\s+"
    r"(?:on|in|by|at|to|for|the|end|of|\s)*$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:to (?:commence|start|begin|run|take effect)|commenc(?:es?|ing)|starting|beginning|effective|with effect"
    r"|(?:ask|request|seek|propos|recommend)\w*\b[^.;]{0,140}?)\s+(?:from|on|in|as of|as from)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_ASKED = {"approve", "agree", "authorise", "endorse", "support", "ratify", "grant", "adopt"}
_TO = re.compile(r"^\s*(?:to|until|till|and|–|-|through to)\s*(?:the end of\s*)?$", re.IGNORECASE)
_LENGTH = re.compile(rf"\b(?P<number>\d{{1,3}}|{'|'.join(WORDS[1:])})[ -](?P<unit>month|year|week)s?\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)\s+(?:of\s+)?{MONTH}\s*\d{{0,4}}")
_ZERO = re.compile(rf"\b0\d\s+{MONTH}\s*\d{{0,4}}")
_PLAIN = re.compile(rf"(?<![\d/])[1-9]\d?\s+{MONTH}\s*\d{{0,4}}")


def look_for_plans_for_the_past(records: Records) -> Iterator[Found]:
    """Checks:
        What a paper says will be done by a day is not to be done before the meeting that reads the paper.

    Looks at:
        Prose of papers; the date of their meeting.

    Why:
        By the time the board meets, it has either happened or it has not; the paper should say which.

    Wrong:
        The review will be finished by 30 April 2026.

    Right:
        The review will be finished by 30 June 2026.
    """
    for writing, paragraph, offset, sentence in _sentences(records):
        day = writing.day
        if day is None or not isinstance(writing.source, Paper):
            continue
        for dated in dates_in(sentence, day):
            before = sentence[: dated.start]
            is_past = dated.last < day and day - dated.last < timedelta(days=1000)
            planned = _PLANNED.search(before)
            if is_past and planned and _is_sure(dated, day) and not _is_told(before, planned):
                message = f"`{dated.text}` is planned for, and is past at the meeting on {day}; expected a later day"
                hint = "say what has come of it, or correct the date"
                yield Found(paragraph.at(offset + dated.start), message, hint, length=len(dated.text))


def _is_told(before: str, planned: re.Match[str]) -> bool:
    """Whether a plan is told as a thing of the past: "was to be completed"."""
    return bool(_PAST.search(planned["between"]) or re.search(r"\b(?:was|were|had)\s*$", before[: planned.start()]))


def look_for_readings_from_the_future(records: Records) -> Iterator[Found]:
    """Checks:
        What is told as done, and what was measured, does not have a date after the meeting.

    Looks at:
        Prose, cells of tables; the date of the meeting.

    Why:
        A figure for November that is printed in March has the wrong year, or the wrong month.

    Wrong:
        Waiting times (year to date November 2026) have fallen. A survey was held in June 2026.

    Right:
        Waiting times (year to date November 2025) have fallen. A survey was held in March 2026.
    """
    for writing, paragraph, offset, sentence in _sentences(records):
        day = writing.day
        for dated in dates_in(sentence, day) if day else ():
            before = sentence[max(0, dated.start - 60) : dated.start]
            if dated.has_year and day and dated.first > day and _DONE.search(before) and " will " not in sentence:
                message = f"`{dated.text}` is told as past, and is after the meeting on {day}; expected an earlier day"
                yield Found(paragraph.at(offset + dated.start), message, "correct the date", length=len(dated.text))
    for cell, day in _cells(records):
        for dated in dates_in(cell.text, day):
            if dated.has_year and dated.first > day and _DONE.search(f"{cell.text[: dated.start].rstrip()} "):
                message = f"`{dated.text}` is told as past, and is after the meeting on {day}; expected an earlier day"
                yield Found(cell.place, message, "correct the date", length=len(cell.text))


def _cells(records: Records) -> Iterator[tuple[TypedCell, date]]:
    """The cells of all tables of papers, with the day of the meeting."""
    for paper in records.library.papers.values():
        meeting = records.library.meetings.get(paper.meeting)
        if meeting is not None:
            rows = [row for _, block in paper.blocks(TableBlock) for row in block.rows]
            yield from ((cell, meeting.date) for row in rows for cell in row.cells)


def look_for_approval_after_the_start(records: Records) -> Iterator[Found]:
    """Checks:
        What a paper asks the body to approve does not begin before the meeting.

    Looks at:
        Prose and recommendations of papers; the date of their meeting.

    Why:
        Spending that has begun is not approved, it is excused. Where that is so, the paper should say it.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: the contract}]
        ---
        # Report

        We request £48,608 for the new contract, to commence 1 April 2026.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: the contract}]
        ---
        # Report

        We request £48,608 for the new contract, to commence 1 July 2026.
    """
    for writing, paragraph, offset, sentence in _sentences(records):
        source, day = writing.source, writing.day
        if day is None or not isinstance(source, Paper):
            continue
        if not {asked.verb for asked in source.header.recommendations} & _ASKED:
            continue
        for dated in dates_in(sentence, day):
            before = sentence[: dated.start]
            soon = timedelta() < day - dated.last < timedelta(days=370)
            if soon and _is_sure(dated, day) and _STARTS.search(before) and not _PAST.search(before[-50:]):
                message = f"`{dated.text}` is when it begins, and approval is asked on {day}; expected a later start"
                hint = "correct the date, or ask the body to ratify what has begun"
                yield Found(paragraph.at(offset + dated.start), message, hint, length=len(dated.text), subject="start")


def look_for_missing_years(records: Records) -> Iterator[Found]:
    """Checks:
        A day without a year is near the meeting: within four months. Elsewhere the year is given, there or in the
        sentence around it.

    Looks at:
        Prose; the date of the meeting.

    Why:
        "30 October" is clear in November, and a riddle in March.

    Wrong:
        The group was founded after the summit held on 30 October.

    Right:
        The group was founded after the summit held on 30 October 2025.
    """
    year = re.compile(r"\b(?:19|20)\d\d\b")
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            day = writing.day
            if day is None or year.search(paragraph.text):
                continue
            for dated in dates_in(paragraph.text, day):
                if dated.has_day and not dated.has_year and abs(dated.first - day) > SURE:
                    message = f"`{dated.text}` has no year and is far from the meeting on {day}; expected the year"
                    yield Found(paragraph.at(dated.start), message, "add the year", length=len(dated.text))


def look_for_wrong_period_lengths(records: Records) -> Iterator[Found]:
    """Checks:
        A length of time agrees with the months that it is said to run from and to: "6 months from July 2025 to December
        2025". Both ends may be counted or one.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Funding is worked out from the number of months.

    Wrong:
        The pilot ran for 8 months from July 2025 to December 2025.

    Right:
        The pilot ran for 6 months from July 2025 to December 2025.
    """
    for writing, paragraph, offset, sentence in _sentences(records):
        dated = dates_in(sentence, writing.day)
        for first, last in pairwise(dated):
            if not _TO.match(sentence[first.end : last.start]) or last.first < first.first:
                continue
            near = _LENGTH.search(sentence, max(0, first.start - 60), first.start)
            if near is None or re.search(r"[.;]|\bper\b|\bevery\b", sentence[near.end() : first.start]):
                continue
            number, unit = whole_number(near["number"]) or 0, near["unit"].lower()
            months = months_between(first.first, last.last)
            right = {
                "month": {months, months - 1},
                "year": {months // 12, (months + 11) // 12, (months - 1) // 12},
                "week": {(last.last - first.first).days // 7, (last.first - first.first).days // 7 + 1},
            }[unit]
            if number not in right:
                message = f"`{near[0]}` from {first.text} to {last.text}; expected {months} months"
                yield Found(
                    paragraph.at(offset + near.start()), message, "correct the length or a date", length=len(near[0])
                )


def look_for_ends_before_beginnings(records: Records) -> Iterator[Found]:
    """Checks:
        A stretch of time in the prose ("from May to March 2026") does not end before it begins.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        One of the two is a slip, and nobody can say which.

    Wrong:
        The scheme runs from 1 April 2027 to 31 March 2026.

    Right:
        The scheme runs from 1 April 2026 to 31 March 2027.
    """
    for writing, paragraph, offset, sentence in _sentences(records):
        dated = dates_in(sentence, writing.day)
        for first, last in pairwise(dated):
            begins = re.search(r"\b(?:from|between)\s+(?:the\s+)?$", sentence[: first.start], re.IGNORECASE)
            is_stretch = begins and first.has_year and last.has_year and _TO.match(sentence[first.end : last.start])
            if is_stretch and last.last < first.first:
                message = f"`{last.text}` is before `{first.text}`; expected the end after the beginning"
                place = paragraph.at(offset + last.start)
                yield Found(place, message, "correct one of the two", length=len(last.text))


def look_for_mixed_date_formats(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document days are written in one way: 21 June 2018, 21st June 2018 or 01 June 2018. One finding a
        document.

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
            if paragraph.role is not Role.BLOCK:
                for name, pattern in (("ordinal", _ORDINAL), ("zero", _ZERO), ("plain", _PLAIN)):
                    if name not in first and (match := pattern.search(paragraph.text)):
                        first[name] = (paragraph, match)
        if len(first) > 1:
            odd = next(first[name] for name in ("zero", "ordinal") if name in first)
            usual = next(found for name, found in first.items() if found is not odd)
            message = f"`{odd[1][0].strip()}` beside `{usual[1][0].strip()}`; expected dates to be written alike"
            related = (Related(usual[0].at(usual[1].start()), "written otherwise"),)
            yield Found(
                odd[0].at(odd[1].start()), message, "write the dates alike", related, len(odd[1][0].strip()), "dates"
            )


def _is_sure(dated: Dated, day: date) -> bool:
    """Whether the year is certain enough to speak of."""
    return dated.has_year or (dated.has_day and abs(dated.first - day) < SURE)


def _sentences(records: Records) -> Iterator[tuple[Writing, Paragraph, int, str]]:
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences():
            yield writing, paragraph, offset, sentence


RULES: tuple[RecordRule, ...] = (
    record_rule("G405", "plan-for-the-past", WARNS, look_for_plans_for_the_past, heuristic=True),
    record_rule("G406", "reading-from-the-future", WARNS, look_for_readings_from_the_future, heuristic=True),
    record_rule("G407", "approval-after-start", WARNS, look_for_approval_after_the_start, heuristic=True),
    record_rule("G408", "year-missing", NOTED, look_for_missing_years, heuristic=True),
    record_rule("G409", "period-length-differs", WARNS, look_for_wrong_period_lengths, heuristic=True),
    record_rule("G410", "period-ends-before-start", WARNS, look_for_ends_before_beginnings, heuristic=True),
    record_rule("G411", "date-formats-mixed", NOTED, look_for_mixed_date_formats, heuristic=True),
)
