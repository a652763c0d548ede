"""The rule about reports whose text is of another month than their title: code G422."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Portion, Writing
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper

_PERIOD = re.compile(
    r"\b(?P<kind>Month|Quarter|M(?=\d)|Q(?=[1-4]))\s?(?P<number>\d{1,2})\b(?!\s*(?:to|[-–])\s*\d)", re.IGNORECASE
)
_KINDS = {"m": "month", "q": "quarter"}


def look_for_other_months_than_the_title(records: Records) -> Iterator[Found]:
    """Checks:
        Where a title names a month or quarter of the year by its number ("Finance report – Month 8"), the text under it
        speaks of that one too, and not only of another.

    Looks at:
        Titles of papers and of items of agendas; prose of papers and minutes.

    Why:
        Last month's words are the usual beginning of this month's report.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Finance report, Month 8
        authors: [alex-example]
        ---
        # Report

        At Month 7 the overspend is £900.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Finance report, Month 8
        authors: [alex-example]
        ---
        # Report

        At Month 8 the overspend is £900; at Month 7 it was £800.
    """
    for writing in records.writings:
        if isinstance(writing.source, Paper):
            yield from _others(writing, writing.portions, writing.title)
        elif isinstance(writing.source, Minutes) and writing.meeting is not None:
            for portion in writing.portions:
                entry = writing.meeting.entry(portion.name)
                paper = records.library.paper_of(writing.meeting, entry) if entry else None
                title = (entry.title if entry else "") or (paper.header.title if paper else "")
                yield from _others(writing, (portion,), title)


def _others(writing: Writing, portions: tuple[Portion, ...], title: str) -> Iterator[Found]:
    own = {_period(match) for match in _PERIOD.finditer(title)}
    if len(own) != 1:
        return
    (kind, number) = next(iter(own))
    found = [
        (paragraph.at(match.start()), match)
        for portion in portions
        for paragraph in portion.paragraphs
        for match in _PERIOD.finditer(paragraph.text)
        if _period(match)[0] == kind
    ]
    if found and all(_period(match)[1] != number for _, match in found):
        place, match = found[0]
        message = f"`{match[0]}` is spoken of, and the title says {kind} {number}; expected that one too"
        yield Found(
            place, message, "correct the text, or the title", length=len(match[0]), subject=f"period {writing.title}"
        )


def _period(match: re.Match[str]) -> tuple[str, int]:
    kind = match["kind"].lower()
    return _KINDS.get(kind, kind), int(match["number"])


RULES: tuple[RecordRule, ...] = (
    record_rule("G422", "month-of-another-report", WARNS, look_for_other_months_than_the_title, heuristic=True),
)
