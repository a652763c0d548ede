"""Rules about figures and dates cited by link: codes G307 and G308."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from govdocs.check.days import MONTHS
from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.papers import Paper
from govdocs.model.record import Block
from govdocs.model.values import PartialDate
from govdocs.places import Place
from govdocs.read.nodes import Prose

_CITED = re.compile(r"\[(?P<words>[^\]\[]+)\]\((?P<kind>figure|event):(?P<id>[a-z0-9-]+)\)")
_AMOUNT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>bn|billion|million|thousand|[kKmM](?![a-z]))?")
_SCALES = {"": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?"
)


def look_for_other_figures(records: Records) -> Iterator[Found]:
    """Checks:
        A figure that is typed into a link agrees with the figure that it cites, at the precision at which it is typed:
        `£49k` and `£48.6k` both agree with 48,608.

    Looks at:
        Records: `figures` of papers, and the links to them.

    Why:
        The same sum stands on the cover, in the text and in the table; when it changes, one of the three is forgotten.

    Example:
        A sum of £48,608 is £48k on the cover, and £49,608 in a table.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        figures: [{id: cost, value: 48608, unit: GBP, words: the yearly cost}]
        ---
        # Report

        The work costs [£49,608](figure:cost) a year.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        figures: [{id: cost, value: 48608, unit: GBP, words: the yearly cost}]
        ---
        # Report

        The work costs [£48,608](figure:cost) a year, or about [£49k](figure:cost).
    """
    for paper, place, match in _citations(records.library, "figure"):
        figure = next((figure for figure in paper.header.figures if figure.id == match["id"]), None)
        typed = _AMOUNT.search(match["words"])
        if figure is None or typed is None:
            continue
        value, step = _read(typed)
        unit = 1000 if figure.unit.endswith("thousand") else 10**6 if figure.unit.endswith("million") else 1
        if abs(value - abs(figure.value) * unit) > max(step / 2, figure.tolerance * unit):
            message = f"the text says `{match['words']}`; expected {abs(figure.value) * unit:,}, or that rounded"
            related = (Related(figure.place(), f"the figure {figure.id}"),)
            hint = "correct the text or the figure"
            yield Found(place, message, hint, related, len(match["words"]), f"figure {figure.id}")


def look_for_other_days(records: Records) -> Iterator[Found]:
    """Checks:
        A day that is typed into a link agrees with the event that it cites.

    Looks at:
        Records: `events` of papers, and the links to them.

    Why:
        A workshop that moves by a week moves in one sentence and not in the next.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        events: [{id: workshop, date: 2026-05-26, words: the workshop}]
        ---
        # Report

        The workshop is on [28 May](event:workshop).

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        events: [{id: workshop, date: 2026-05-26, words: the workshop}]
        ---
        # Report

        The workshop is on [26 May](event:workshop).
    """
    for paper, place, match in _citations(records.library, "event"):
        event = next((event for event in paper.header.events if event.id == match["id"]), None)
        typed = _DAY.search(match["words"])
        if event is None or typed is None or not isinstance(event.date, PartialDate):
            continue
        if not _is_within(typed, event.date):
            message = f"the text says `{match['words']}`; expected {event.date}, the date of `{event.id}`"
            related = (Related(event.place(), f"the event {event.id}"),)
            hint = "correct the text or the event"
            yield Found(place, message, hint, related, len(match["words"]), f"event {event.id}")


def _citations(library: Library, kind: str) -> Iterator[tuple[Paper, Place, re.Match[str]]]:
    """All links to figures or events: paper, the place of the link's words, and the match."""
    for paper in library.papers.values():
        for number, asked in enumerate(paper.header.recommendations):
            for match in _CITED.finditer(asked.text):
                if match["kind"] == kind:
                    yield paper, paper.place("recommendations", number, "text"), match
        for part in paper.parts:
            for content in part.content:
                prose = content.prose if isinstance(content, Block) else content
                for match in _CITED.finditer(prose.text) if prose else ():
                    if prose and match["kind"] == kind:
                        yield paper, _place_of(prose, match.start() + 1), match


def _place_of(prose: Prose, offset: int) -> Place:
    """The place of a character of a run of prose, which may have several lines."""
    before = prose.text[:offset]
    down = before.count("\n")
    start = prose.place.down(down) if down else prose.place
    return Place(start.path, start.line, start.column + len(before) - (before.rfind("\n") + 1))


def _read(typed: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The amount, and the size of its last digit: ``48.6k`` is 48,600 in steps of 100."""
    scale = Decimal(_SCALES[(typed["scale"] or "").lower()])
    number = typed["number"].replace(",", "")
    decimals = len(number.partition(".")[2])
    return Decimal(number) * scale, scale / 10**decimals


def _is_within(typed: re.Match[str], event: PartialDate) -> bool:
    year = int(typed["year"] or event.year)
    if typed["day"] is None:
        return (year, MONTHS.index(typed["month"]) + 1) == (event.year, event.month or MONTHS.index(typed["month"]) + 1)
    try:
        day = date(year, MONTHS.index(typed["month"]) + 1, int(typed["day"]))
    except ValueError:
        return False
    return event.first <= day <= event.last


RULES: tuple[RecordRule, ...] = (
    record_rule("G307", "figure-differs", STOPS_PUBLICATION, look_for_other_figures),
    record_rule("G308", "event-differs", STOPS_PUBLICATION, look_for_other_days),
)
