"""Rules about what happens when, held against the day of the document: codes G405 to G408."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from govdocs.check.dated_texts import DatedText, TextKind
from govdocs.check.days import SURE, Dated, dates_in
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.tenses import Tense, tense
from govdocs.check.verbs import decides
from govdocs.check.writings import Role, sentences_of
from govdocs.model.papers import Paper

_STARTS = re.compile(
    r"\b(?:(?:to (?:commence|start|begin|run|take effect)|commenc(?:es?|ing)|starting|beginning|effective|with effect)"
    r"\s+(?:from|on|in|as of|as from)?|(?:ask|request|seek|propos|recommend)\w*\b[^.;]{0,140}?"
    r"\s(?:from|as of|as from|(?:that|which) (?:starts|begins|commences|runs) (?:on|in|from)))\s*(?:the\s+)?$",
    re.IGNORECASE,
)
#: In a recommendation itself: approval from a day on, unless that day begins a stretch that ends.
_FROM = re.compile(
    r"\b(?:from|starting(?: on)?|with effect from|effective from|as of|as from|beginning(?: on)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: What runs from its first day on, so that a stretch of time is that of the thing itself and not of accounts.
_RUNS = re.compile(r"\b(?:contract|lease|agreement|licence|appointment|tenancy|secondment|extension)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:was|were|had|since|until|began|started|previously|last|originally|compared|would)\b", re.IGNORECASE
)
_RANGE = re.compile(r"^\s*(?:to|until|till|and|–|-|through to)\s*(?:the end of\s*)?$", re.IGNORECASE)
#: How long ago a plan may be for it to be forgotten rather than told of.
FORGOTTEN, BEGUN = timedelta(days=1000), timedelta(days=370)


def look_for_plans_for_the_past(records: Records) -> Iterator[Found]:
    """Checks:
        What a paper, or the minutes, say will be done by a day is not to be done before the meeting itself.

    Looks at:
        Prose of papers; the date of their meeting.

    Why:
        By the time the board meets, it has either happened or it has not; the paper should say which.

    Wrong:
        The review will be finished by 30 April 2026.

    Right:
        The review will be finished by 30 June 2026.
    """
    for text, sentence, offset in _sentences(records):
        for dated in dates_in(sentence, text.day):
            is_past = text.day is not None and timedelta() < text.day - dated.last < FORGOTTEN
            if is_past and _is_sure(dated, text.day) and tense(sentence, dated.start, dated.end) is Tense.PLANNED:
                message = (
                    f"`{dated.text}` is planned for, and is past at the meeting on {text.day}; expected a later day"
                )
                hint = "say what has come of it, or correct the date"
                yield Found(text.at(offset + dated.start), message, hint, length=len(dated.text))


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
    for text, sentence, offset in _sentences(records):
        for dated in dates_in(sentence, text.day):
            is_future = text.day is not None and dated.has_year and dated.first > text.day
            if is_future and tense(sentence, dated.start, dated.end) is Tense.TOLD:
                message = (
                    f"`{dated.text}` is told as past, and is after the meeting on {text.day}; expected an earlier day"
                )
                yield Found(text.at(offset + dated.start), message, "correct the date", length=len(dated.text))


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
    for writing in records.writings:
        day, paper = writing.day, writing.source
        if day is None or not isinstance(paper, Paper):
            continue
        if not any(decides(writing.body, asked.verb) for asked in paper.header.recommendations):
            continue
        for paragraph, offset, sentence in writing.sentences_with_dates():
            for dated, after in _with_next(dates_in(sentence, day)):
                before = sentence[: dated.start]
                is_asked = paragraph.role is Role.ASKED and _FROM.search(before)
                is_stretch = after is not None and _RANGE.match(sentence[dated.end : after.start])
                is_range = is_stretch and not _RUNS.search(before)
                soon = timedelta() < day - dated.last < BEGUN and _is_sure(dated, day)
                starts = (is_asked and not is_range) or _STARTS.search(before)
                if soon and starts and not _NOT_YET.search(before[-50:]):
                    message = (
                        f"`{dated.text}` is when it begins, and approval is asked on {day}; expected a later start"
                    )
                    hint = "correct the date, or ask the body to ratify what has begun"
                    yield Found(
                        paragraph.at(offset + dated.start), message, hint, length=len(dated.text), subject="start"
                    )


def _with_next(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated | None]]:
    """Each date with the one behind it."""
    yield from zip(dated, (*dated[1:], None), strict=True) if dated else ()


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
    told = _days_with_years(records)
    for text, sentence, offset in _sentences(records):
        day = text.day
        if day is None:
            continue
        for dated in dates_in(sentence, day):
            if not dated.has_day or dated.has_year or year.search(text.words):
                continue
            place, length = text.at(offset + dated.start), len(dated.text)
            with_year = told.get((place.path.rpartition("/")[0], dated.first.month, dated.first.day), set())
            is_past = any(one < day for one in with_year)
            if abs(dated.first - day) > SURE and not with_year:
                message = f"`{dated.text}` has no year and is far from the meeting on {day}; expected the year"
                yield Found(place, message, "add the year", length=length)
            elif dated.first > day and not is_past and tense(sentence, dated.start, dated.end) is Tense.TOLD:
                message = (
                    f"`{dated.text}` has no year, is told as past, and the next one is yet to come; expected the year"
                )
                yield Found(place, message, "add the year", length=length)


#: "9 July and 11 October 2007": the year is that of both days.
_BOTH = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]+)(?:,| and| &) "
    r"(?=\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ (?P<year>(?:19|20)\d\d)\b)"
)


def _days_with_years(records: Records) -> dict[tuple[str, int, int], set[date]]:
    """The days that a document or its headings give with their year, by folder of the meeting, month and day."""
    found: dict[tuple[str, int, int], set[date]] = {}
    for text in records.dated_texts:
        if text.kind is TextKind.CELL or not re.search(r"(?:19|20)\d\d", text.words):
            continue
        folder = text.at(0).path.rpartition("/")[0]
        whole = _BOTH.sub(lambda match: f"{match['day']} {match['month']} {match['year']}, ", text.words)
        for dated in dates_in(whole, text.day):
            if dated.has_day and dated.has_year:
                found.setdefault((folder, dated.first.month, dated.first.day), set()).add(dated.first)
    return found


def _is_sure(dated: Dated, day: date | None) -> bool:
    """Whether the year is certain enough to speak of."""
    return dated.has_year or (dated.has_day and day is not None and abs(dated.first - day) < SURE)


def _sentences(records: Records) -> Iterator[tuple[DatedText, str, int]]:
    """The sentences of prose and of cells, each with its text and its offset there."""
    for text in records.texts_with_dates:
        if text.kind is not TextKind.VALUE:
            for offset, sentence in sentences_of(text.words):
                yield text, sentence, offset


RULES: tuple[RecordRule, ...] = (
    record_rule("G405", "plan-for-the-past", WARNS, look_for_plans_for_the_past, heuristic=True),
    record_rule("G406", "reading-from-the-future", WARNS, look_for_readings_from_the_future, heuristic=True),
    record_rule("G407", "approval-after-start", WARNS, look_for_approval_after_the_start, heuristic=True),
    record_rule("G408", "year-missing", NOTED, look_for_missing_years, heuristic=True),
)
