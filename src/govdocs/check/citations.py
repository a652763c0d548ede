"""Rules about figures and dates cited by link: codes G307 and G308."""

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from govdocs.check.days import MONTHS, dates_in
from govdocs.check.quantities import WORDS, Kind, Quantity, quantities
from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.papers import Figure, Paper
from govdocs.model.record import Block
from govdocs.model.values import PartialDate
from govdocs.places import Place
from govdocs.read.nodes import Prose

_CITED = re.compile(r"\[(?P<words>[^\]\[]+)\]\((?P<kind>figure|event):(?P<id>[a-z0-9-]+)\)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PENCE = re.compile(r"(?<![\d,.£])(?P<number>\d+(?:\.\d+)?)\s?p(?:ence)?\b")
_COUNTED = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
_MINUS = re.compile(r"(?<![\w)])[-\N{MINUS SIGN}\N{EN DASH}]\s?$")
#: A month in small letters, a day as records have it, and a year alone, which prose is not searched for.
_SMALL_MONTH = re.compile(rf"\b(?:{'|'.join(month.lower() for month in MONTHS)})\b")
_AS_IN_RECORDS = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_YEAR = re.compile(r"(?:in |by |during )?(?P<year>(?:19|20)\d\d)")
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def look_for_other_figures(records: Records) -> Iterator[Found]:
    """Checks:
        A figure that is typed into a link agrees with the figure that it cites, at the precision at which it is typed:
        `£49k` and `£48.6k` both agree with 48,608. A percentage stands for no amount, and euros for no pounds.

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
        typed = _numbers(match["words"])
        if figure is None or not typed:
            continue
        wrong = [_difference(figure, number, match["words"]) for number in typed]
        if all(wrong):
            message = f"the text says `{match['words']}`; expected {wrong[0]}"
            related = (Related(figure.place(), f"the figure {figure.id}"),)
            hint = "correct the text or the figure"
            yield Found(place, message, hint, related, len(match["words"]), f"figure {figure.id}")


def _numbers(words: str) -> list[Quantity]:
    """The numbers of a link's words, with pence in pounds; a number in words where there is none in figures."""
    if pence := _PENCE.search(words):
        decimals = len(pence["number"].partition(".")[2])
        step = Decimal(1).scaleb(-2 - decimals)
        return [Quantity(Kind.MONEY, Decimal(pence["number"]) / 100, step, pence[0], pence.start(), pence.end())]
    found = list(quantities(words))
    if not found and (year := _NUMBER.search(words)):  # a number that might be a year is none here
        found = [Quantity(Kind.COUNT, Decimal(year[0].replace(",", "")), Decimal(1), year[0], *year.span())]
    if not found and (word := _COUNTED.fullmatch(words.strip())):
        value = Decimal(WORDS.index(word[0].lower()))
        found = [Quantity(Kind.COUNT, value, Decimal(1), word[0], 0, len(words))]
    return found


def _difference(figure: Figure, number: Quantity, words: str) -> str:
    """What is expected in place of a number, in words; nothing where it agrees with the figure."""
    currency, _, size = figure.unit.partition("-")
    unit = {"thousand": 1000, "million": 10**6}.get(size, 1)
    value = figure.value * unit
    if (number.kind is Kind.PERCENT) != (figure.unit == "percent") and number.kind is not Kind.COUNT:
        return f"{figure.value:,}, which is {'a percentage' if figure.unit == 'percent' else 'no percentage'}"
    sign = next((sign for sign in _SIGNS.values() if number.text.startswith(sign)), "")
    if sign and _SIGNS.get(currency, sign) != sign:
        return f"an amount in {_SIGNS[currency]}"
    if value > 0 and _MINUS.search(words[: number.start]):
        return f"{number.text} without a minus"
    if abs(number.value - abs(value)) <= max(number.step / 2, figure.tolerance * unit):
        return ""
    return f"{_as_typed(abs(value), number)}, for {abs(value):,}" if number.step != 1 else f"{abs(value):,}"


def _as_typed(value: Decimal, number: Quantity) -> str:
    """A value as it is to be typed in place of a number: £49k for 48,608 in place of £48k."""
    digits = _NUMBER.search(number.text)
    if digits is None or not number.value:
        return f"{value:,}"
    decimals = len(digits[0].partition(".")[2])
    scale = number.step.scaleb(decimals)
    pence = 100 if number.text.endswith(("p", "pence")) else 1
    rounded = (value * pence / (1 if pence > 1 else scale)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return number.text.replace(digits[0], f"{rounded:,}", 1)


def look_for_other_days(records: Records) -> Iterator[Found]:
    """Checks:
        A day, a month or a year that is typed into a link, in words or figures, agrees with the event that it cites.

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
        if event is None or not isinstance(event.date, PartialDate):
            continue
        typed = _stretches(match["words"], event.date.first)
        if typed and not any(_agree(stretch, event.date) for stretch in typed):
            message = f"the text says `{match['words']}`; expected {event.date}, the date of `{event.id}`"
            related = (Related(event.place(), f"the event {event.id}"),)
            hint = "correct the text or the event"
            yield Found(place, message, hint, related, len(match["words"]), f"event {event.id}")


def _stretches(words: str, near: date) -> list[tuple[date, date]]:
    """The days, months and years that a link's words name, as first and last day."""
    if year := _YEAR.fullmatch(words.strip()):
        return [(date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31))]
    found: list[tuple[date, date]] = []
    for typed in _AS_IN_RECORDS.finditer(words):
        with contextlib.suppress(ValueError):
            day = date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
            found.append((day, day))
    capital = _SMALL_MONTH.sub(lambda month: month[0].capitalize(), words)
    return found or [(dated.first, dated.last) for dated in dates_in(capital, near)]


def _agree(stretch: tuple[date, date], event: PartialDate) -> bool:
    """Whether one of the two lies within the other: a day in its month, or a month for a day."""
    first, last = stretch
    return (event.first <= first and last <= event.last) or (first <= event.first and event.last <= last)


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


RULES: tuple[RecordRule, ...] = (
    record_rule("G307", "figure-differs", STOPS_PUBLICATION, look_for_other_figures),
    record_rule("G308", "event-differs", STOPS_PUBLICATION, look_for_other_days),
)
