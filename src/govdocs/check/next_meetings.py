"""Rules about the next meeting as it is announced, and the days on which a body met: codes G523 and G524."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from govdocs.check.concordance import Sought
from govdocs.check.days import WEEKDAYS, dates_in
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Portion, Writing
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting, NextMeeting
from govdocs.model.minutes import Minutes
from govdocs.places import Place

_NEXT = Sought(
    r"\b(?:next (?:(?:ordinary|full|regular|formal|public|scheduled|board|council|committee|governing body"
    r"|trustees['’]?)\s+)*meeting|date (?:and time )?of (?:the )?next meeting"
    r"|(?:board|council|committee) (?:will|would) (?:next )?meet)\b"
    r"(?P<between>[^.;]{0,80})",
    "meeting meet",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\bnext meeting\b|\bdate of next\b", re.IGNORECASE)
#: Between the announcement and its date: another body, or no date at all.
_ANOTHER = re.compile(
    r"\bof (?:the )?(?!(?:Board|Council|Committee|Trustees|Governing|Panel)\b)[A-Z]"
    r"|\b(?:AGM|annual|extraordinary|special|Annual)\b"
    r"|\b(?:report|update|paper|item|figures|brought|bring|circulate\w*|before)\b",
)
#: What is for the next meeting, and has dates of its own.
_FOR_IT = re.compile(r"\b(?:to|at|for|before|until|by|from|of) (?:the|our|its)\s+$", re.IGNORECASE)
_ON = re.compile(r"^,?\s*(?:(?:to be )?held\s+|which (?:is|will be)\s+)?on\b")
_TIME = re.compile(r"\b(?:at|from)\s+(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>am|pm|a\.m\.|p\.m\.)?(?!\d)")
_NOUN = r"(?:Governing Body|Board(?: of [A-Z]\w+)?|Council|Committee|Cabinet|Panel|Trustees|Governors)"
_MET = re.compile(
    rf"(?:(?P<held>\b[Aa]t (?:its|the|their|our) (?:last |previous |[A-Z]?\w+ )?meeting (?:held )?on"
    rf"|\b(?:comes?|brought|goes|go|presented|reported|submitted) (?:back )?to (?:the|this) {_NOUN} "
    r"(?:meeting )?(?:on|of)"
    rf"|\b[Mm]inutes of the (?:last |previous |ordinary |public )?(?:[Mm]eeting )?(?:held )?(?:on|of))"
    rf"|(?<![a-z] )\b(?:[Tt]he )?{_NOUN} (?:had )?(?:approved|agreed|asked|resolved|decided|noted|considered|received"
    rf"|adopted|supported|endorsed|requested|discussed|reviewed)\b[^.;]{{0,80}}?\b(?:on|meeting of))\s+"
    r"(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\b)"
)
#: The day before the body: "On 9 October 2023 the Council approved".
_ON_A_DAY = re.compile(
    rf"\b[Oo]n (?:\w+day,?\s+)?(?P<first>\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{{4}}),? (?:the )?{_NOUN} (?:had )?"
    r"(?:approved|agreed|asked|resolved|decided|noted|considered|received|adopted|supported|endorsed|requested)\b"
)
_OTHER_BODY = re.compile(
    rf"\b(?!The\b|Our\b|This\b)[A-Z][\w’'-]*(?:\s+(?:and|&|of|for)\s+[A-Z][\w’'-]*|\s+[A-Z][\w’'-]*)*\s+{_NOUN}"
)
NEAR = timedelta(days=10)
#: Under a heading for the next meeting, a line of no more words is its day and hour.
MOST_WORDS = 12


def look_for_other_next_meetings(records: Records) -> Iterator[Found]:
    """Checks:
        The day and the hour of the next meeting are the same in the words of minutes and papers, in their header and on
        the agenda.

    Looks at:
        sentences with "next meeting" and a day, `next` of minutes and of the meeting, the meeting that followed.

    Why:
        Members go by the line at the end of the minutes.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        next: {date: 2026-06-18, venue: main}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The next meeting will be on 25 June 2026.

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        next: {date: 2026-06-18, venue: main}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The next meeting will be on 18 June 2026.
    """
    library = records.library
    for writing in records.writings:
        meeting = writing.meeting
        known = _announced(library, meeting) if meeting else {}
        if meeting is None or not known:
            continue
        for portion in writing.portions:
            for paragraph in portion.paragraphs:
                yield from _told_otherwise(writing, portion, paragraph, meeting, known)
    for minutes in library.minutes.values():
        held = library.meetings.get(minutes.meeting)
        announced = minutes.header.next
        if held is not None and announced is not None and held.next is not None and announced.date > held.date:
            after = library.meeting_after(held)
            if announced.date not in (held.next.date, after.date if after else None):
                message = f"the minutes announce the next meeting for {announced.date}; expected {held.next.date}"
                related = (Related(held.place("next", "date"), "the agenda"),)
                at = minutes.header.place("next", "date")
                yield Found(at, message, "correct one of the two", related, 10, "field next")


def _announced(library: Library, meeting: Meeting) -> dict[date, tuple[time | None, Place]]:
    """The days that the records have for the meeting after this one, with their hours."""
    found: dict[date, tuple[time | None, Place]] = {}
    minutes, after = library.minutes.get(meeting.id), library.meeting_after(meeting)
    several: tuple[NextMeeting | None, ...] = (meeting.next, minutes.header.next if minutes else None)
    for one in several:
        if one is not None:
            found.setdefault(one.date, (one.start, one.place("date")))
    if after is not None:
        found.setdefault(after.date, (after.start, after.place("date")))
    return found


def _told_otherwise(
    writing: Writing,
    portion: Portion,
    paragraph: Paragraph,
    meeting: Meeting,
    known: dict[date, tuple[time | None, Place]],
) -> Iterator[Found]:
    entry = meeting.entry(portion.name)
    is_headed = isinstance(writing.source, Minutes) and bool(entry and _HEADED.search(entry.title))
    text = paragraph.text
    start = 0
    if (match := _NEXT.search(text) if _NEXT.may_match(text) else None) is not None:
        is_for_it = _FOR_IT.search(text[: match.start()]) and not _ON.match(match["between"])
        if is_for_it or _ANOTHER.search(match["between"]) or _OTHER_BODY.search(text):
            return
        start = match.start()
    elif not is_headed or len(text.split()) > MOST_WORDS:
        return
    dated = next((one for one in dates_in(text, meeting.date) if one.start >= start), None)
    if dated is None or not dated.has_day or dated.first <= meeting.date:
        return
    is_close = match is None or dated.start - match.start() < 100  # noqa: PLR2004 (of one sentence)
    typed = re.search(r"\b([A-Z][a-z]+day)\b[\s,]*(?:the\s+)?$", text[: dated.start])
    # That the weekday is another one has a finding already.
    is_own = typed is None or typed[1] == WEEKDAYS[dated.first.weekday()]
    if dated.first not in known and is_close and is_own:
        first = min(known)
        message = f"`{dated.text}` is told as the day of the next meeting; expected {first}"
        related = (Related(known[first][1], "the next meeting in the records"),)
        yield Found(
            paragraph.at(dated.start), message, "correct one of the two", related, len(dated.text), "next meeting"
        )
    elif dated.first in known and (hour := _TIME.search(text, dated.end, dated.end + 40)):
        told, start_time = _hour(hour), known[dated.first][0]
        if told is not None and start_time is not None and told != (start_time.hour % 12, start_time.minute):
            message = f"`{hour[0]}` is told as the hour of the next meeting; expected {start_time:%H:%M}"
            related = (Related(known[dated.first][1], "the next meeting in the records"),)
            at = paragraph.at(hour.start())
            yield Found(at, message, "correct one of the two", related, len(hour[0]), "next meeting")


def _hour(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour, on the clock of twelve, and minute; None for a number that is no hour."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return (hour % 12, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 (a clock)


def look_for_meetings_on_other_days(records: Records) -> Iterator[Found]:
    """Checks:
        A day on which a paper or minutes say that the body itself met or decided ("At its meeting on 28 May", "The
        Board approved … on 16 April") is one of its meetings, where the day looks like one of them mistyped: another
        month or year and a weekday on which it never meets, or a day close by.

    Looks at:
        Prose, titles of agendas; dates of meetings.

    Why:
        Whoever looks for the decision under that day finds no minutes.

    Wrong:
        The Board approved the plan on 14 May 2025.

    Right:
        The Board approved the plan on 14 May 2026.
    """
    library = records.library
    for text in records.texts_with_figures:
        path = text.at(0).path.removeprefix("meetings/")
        folder = path.partition("/papers/")[0] if "/papers/" in path else path.rpartition("/")[0]
        meeting = library.meetings.get(folder)
        for match in (*_MET.finditer(text.words), *_ON_A_DAY.finditer(text.words)) if meeting else ():
            is_first = "first" in match.groupdict()
            dates = dates_in(text.words, text.day)
            dated = next(
                (one for one in dates if one.start == (match.start("first") if is_first else match.end())), None
            )
            if dated is None or not (dated.has_day and dated.has_year) or meeting is None:
                continue
            held = None if is_first else match["held"]
            before = text.words[max(0, match.start() - 60) : dated.start]
            known = _days_of(library, meeting.lead_body)
            if dated.first in known or _OTHER_BODY.search(before):
                continue
            if held and isinstance(text.source, Minutes):
                continue  # under the last minutes another rule holds the day against the agenda
            # The meeting before this one may be close by, and its record elsewhere.
            is_before = bool(held) and dated.first < meeting.date and dated.first.day != meeting.date.day
            own = meeting.date if is_before else None
            near = next((day for day in sorted(known) if day != own and _is_slip(dated.first, day)), None)
            is_off = dated.first.weekday() not in {day.weekday() for day in known}
            if near is not None and (is_off or (held and abs(near - dated.first) <= NEAR)):
                weekday = WEEKDAYS[dated.first.weekday()]
                message = f"`{dated.text}`, a {weekday}, is no day of a meeting; expected one, such as {near}"
                hint = "correct the date, or waive this where there was such a meeting"
                yield Found(text.at(dated.start), message, hint, length=len(dated.text), subject="meeting day")


def _days_of(library: Library, body: str) -> set[date]:
    days: set[date] = set()
    for meeting in library.meetings_of(body):
        days |= {meeting.date, *(sitting.date for sitting in meeting.sittings)}
        days |= {day for entry in meeting.entries() for name in entry.of if (day := library.date_of(name))}
        days |= {meeting.next.date} if meeting.next else set()
    return days


def _is_slip(one: date, other: date) -> bool:
    """Whether two days differ in the day, the month or the year alone, and by day only where they are near."""
    same = [one.year == other.year, one.month == other.month, one.day == other.day]
    return same.count(False) == 1 and (one.day == other.day or abs(one - other) <= NEAR)


RULES: tuple[RecordRule, ...] = (
    record_rule("G523", "next-meeting-differs", WARNS, look_for_other_next_meetings, heuristic=True),
    record_rule("G524", "meeting-on-another-day", WARNS, look_for_meetings_on_other_days, heuristic=True),
)
