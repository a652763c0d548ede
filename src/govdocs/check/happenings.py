"""Rules about one happening with two dates, and dates that a document cannot mean: codes G416 to G418 and G421."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, islice, pairwise

from govdocs.check.days import MONTH, Dated, dates_in
from govdocs.check.figures import tables_of
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.tenses import Tense, tense
from govdocs.check.writings import Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.tables import RowMark, TypedCell
from govdocs.model.values import PartialDate
from govdocs.places import Place

_YEARED = re.compile(
    rf"\b(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?)?{MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}})\b"
)
#: Further ahead than this, or before this year, a full date is a slip of the keyboard.
AHEAD, ANCIENT = 30, 1500
_PLAN_TITLE = re.compile(r"\b(?:plan|programme|strategy|priorities|objectives|work-?plan)\b", re.IGNORECASE)
_PLAN_YEARS = re.compile(r"\b(?P<first>20\d\d)\s?[/–-]\s?(?P<last>20\d\d|\d\d)\b")
_THIS_PLAN = re.compile(
    r"\b(?:[Tt]his|[Oo]ur) (?:\w+ ){0,2}?(?:[Pp]lan|[Pp]rogramme|[Ss]trategy)\b[^.;]{0,80}? "
    r"(?:in|for|during|over) (?P<first>20\d\d)\s?[/–-]\s?(?P<last>20\d\d|\d\d)\b"
)
#: How far into a plan its years are told.
FIRST_SENTENCES = 40
_LONG_TERM = re.compile(
    r"\b(?:beyond|long(?:er)?[- ]term|future years?|five[- ]year|next (?:year|plan)|eventually)\b", re.IGNORECASE
)
#: A plan's last step may come a little after its last day.
SLACK = timedelta(days=31)
_SMALL_WORDS = """
    a an the of to in on at by for from with and or is are was were be been being has have had will would should can
    could may this that these those it its their our we they which who as not up all also into out so then than there
    meeting meetings met meet meets minutes held hold day days month months year years date dates dated end early late
    monthly weekly quarterly annual during until since january february march april june
    july august september october november december
"""
_SMALL = frozenset(_SMALL_WORDS.split())
#: Words that tell two happenings of one kind apart.
_APART = re.compile(
    r"^(?:last|next|first|second|third|fourth|final|initial|follow\S*|again|further|another|phase|stage|re-.*|both|each|every|one|two|three)$"
)
_MONTHLY = re.compile(
    rf"\bthe (?P<month>{MONTH}) (?:[A-Z]\w+ ){{0,3}}"
    r"(?:[Mm]eeting|[Bb]oard|[Cc]ommittee|[Ee]xecutive|[Gg]roup|[Cc]ouncil)\b"
    r"[^.;,()]{0,20}?\b(?:in|on)\s+(?:the\s+)?$"
)
_OF_MINUTES = re.compile(r"\bminutes of (?:the |a )?(?:\w+ ){0,3}meeting\b", re.IGNORECASE)
LEAST_SHARED, SURELY_SHARED = 3, 5
#: Fewer rows of dates than this have no order.
LEAST_ROWS = 4


def look_for_unlikely_years(records: Records) -> Iterator[Found]:
    """Checks:
        The year of a date is not more than thirty years ahead of the meeting, nor of the Middle Ages.

    Looks at:
        Prose, cells of tables, titles and other words.

    Why:
        2104 is 2014 with two digits turned.

    Wrong:
        A workshop was held on 10 January 2062.

    Right:
        A workshop was held on 10 January 2026.
    """
    for text in records.texts_with_figures:
        for match in _YEARED.finditer(text.words):
            year, now = int(match["year"]), (text.day or records.today).year
            if year > now + AHEAD or year < ANCIENT:
                message = f"`{match[0]}` is {abs(year - now)} years from the meeting; expected a year near {now}"
                yield Found(text.at(match.start()), message, "correct the year", length=len(match[0]))


def look_for_plans_beyond_the_plan(records: Records) -> Iterator[Found]:
    """Checks:
        In a plan for certain years (its title says which, or its first sentences do: "this plan sets out what we will
        do in 2026/27") nothing is planned for a time after those years, but where the sentence speaks of the long
        term.

    Looks at:
        Titles and prose of papers.

    Why:
        A step for September 2016 in the plan for 2015/16 belongs to the next plan, or has the wrong year.

    Example:
        A plan for 2015/16 had an event "by the end of September 2016" among steps for September 2015.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Operational plan 2026/27
        authors: [alex-example]
        ---
        # Report

        By the end of September 2027 hold a day for all practices.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Operational plan 2026/27
        authors: [alex-example]
        ---
        # Report

        By the end of September 2026 hold a day for all practices. By September 2027, beyond this plan, all have met.
    """
    for writing in records.writings:
        paper = writing.source
        titles = (paper.header.title, paper.header.document_title) if isinstance(paper, Paper) else ()
        plans = [title for title in titles if _PLAN_TITLE.search(title)]
        years = next((found for title in plans if (found := _PLAN_YEARS.search(title))), None)
        years = years or (_told_years(writing) if plans else None)
        if years is None:
            continue
        last = int(years["last"]) + (int(years["first"]) // 100 * 100 if len(years["last"]) == 2 else 0)  # noqa: PLR2004
        end = PartialDate(last, 3, 31).last
        for paragraph, offset, sentence in writing.sentences_with_dates():
            dates = dates_in(sentence, writing.day)
            for dated in dates if dates and not _LONG_TERM.search(sentence) else ():
                is_beyond = dated.has_year and dated.first > end + SLACK
                if is_beyond and tense(sentence, dated.start, dated.end) is Tense.PLANNED:
                    message = f"`{dated.text}` is after the years of this plan; expected a day by {end}"
                    hint = "correct the date, or say that it is for a later plan"
                    yield Found(paragraph.at(offset + dated.start), message, hint, length=len(dated.text))


def _told_years(writing: Writing) -> re.Match[str] | None:
    """The years that a plan says, near its beginning, that it is for."""
    said = islice(
        (sentence for paragraph in writing.paragraphs for _, sentence in paragraph.sentences()), FIRST_SENTENCES
    )
    found = next((told for sentence in said if (told := _THIS_PLAN.search(sentence))), None)
    is_soon = found and writing.day and abs(int(found["first"]) - writing.day.year) <= 1
    return found if is_soon else None


def look_for_milestones_out_of_order(records: Records) -> Iterator[Found]:
    """Checks:
        In a table whose rows go on from date to date, no single row goes back in time.

    Looks at:
        Typed tables of papers and minutes: columns of dates, four rows and more.

    Why:
        It is a step with the wrong month or year, and those who work by the table will miss it.

    Wrong:
        ```table
        columns: [{id: step, label: Step}, {id: when, label: When}]
        ---
        | Survey | 1 June 2026 |
        | Draft | 1 July 2026 |
        | Consultation | 1 September 2025 |
        | Report | 1 October 2026 |
        | Decision | 1 November 2026 |
        ```

    Right:
        ```table
        columns: [{id: step, label: Step}, {id: when, label: When}]
        ---
        | Survey | 1 June 2026 |
        | Draft | 1 July 2026 |
        | Consultation | 1 September 2026 |
        | Report | 1 October 2026 |
        | Decision | 1 November 2026 |
        ```
    """
    holders: list[Paper | Minutes] = [*records.library.papers.values(), *records.library.minutes.values()]
    for holder in holders:
        meeting = records.library.meetings.get(holder.meeting)
        for block in tables_of(holder):
            rows = [row.cells for row in block.rows if row.mark is RowMark.BODY]
            for position in range(len(block.columns)):
                cells = [row[position] for row in rows if position < len(row)]
                dated = [
                    (only[0], cell) for cell in cells if (only := _only_date(cell, meeting.date if meeting else None))
                ]
                if len(dated) >= LEAST_ROWS and len(dated) == len(cells) and (odd := _one_that_goes_back(dated)):
                    message = f"`{odd.text}` is out of the order of the rows around it; expected dates that go on"
                    yield Found(odd.place, message, "correct the date, or put the rows in order", length=len(odd.text))


def _only_date(cell: TypedCell, near: date | None) -> tuple[Dated, ...]:
    """The date that a cell consists of, but for a word or two."""
    found = dates_in(cell.text, near)
    return found if len(found) == 1 and len(cell.text) - len(found[0].text) <= len("by the end of ") else ()


def _one_that_goes_back(dated: list[tuple[Dated, TypedCell]]) -> TypedCell | None:
    """The only cell without which the dates would go on; None where there is none, or more than one is odd."""
    days = [one.first for one, _ in dated]
    if all(left <= right for left, right in pairwise(days)):
        return None
    odd = [n for n in range(len(days)) if all(a <= b for a, b in pairwise(days[:n] + days[n + 1 :]))]
    return dated[odd[0]][1] if len(odd) == 1 else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a sentence, and the words that tell what happens then."""

    dated: Dated
    words: frozenset[str]
    sentence: str
    place: Place


def look_for_two_dates(records: Records) -> Iterator[Found]:
    """Checks:
        What two sentences of a document say with nearly the same words has one date; dates that differ in the year,
        the month or a digit only are looked at more closely. Also what the header's `events` say; and a meeting that
        is named by its month is in that month.

    Looks at:
        Prose of papers and minutes, `events` of papers.

    Why:
        Half of the readers come on the wrong day.

    Wrong:
        The public consultation on the library closes on 26 June 2026. Later: when the public consultation on the
        library closes on 26 July 2026, the answers are read.

    Right:
        The public consultation on the library closes on 26 June 2026. Later: when the public consultation on the
        library closes on 26 June 2026, the answers are read.
    """
    for writing in records.writings:
        said: set[Place] = set()
        # What is told again in the same words is told once here: a long list of one line would take minutes.
        told = {(one.dated.first, one.dated.last, one.words): one for one in reversed(list(_mentions(writing)))}
        for one, other in combinations(sorted(told.values(), key=lambda one: one.place), 2):
            if _contradict(one, other) and other.place not in said:
                said.add(other.place)
                message = f"`{other.dated.text}`, and elsewhere `{one.dated.text}`, in nearly the same words; "
                message += "expected one date"
                hint = "correct one of the two, or say what is different"
                related = (Related(one.place, "the other date"),)
                length = len(other.dated.text)
                yield Found(other.place, message, hint, related, length, f"date {other.dated.text}")
        for paragraph, offset, sentence in writing.sentences_with_dates():
            for dated in dates_in(sentence, writing.day):
                named = _MONTHLY.search(sentence[: dated.start])
                if named and dated.first.strftime("%b") != named["month"][:3]:
                    message = f"`{named['month']}` and `{dated.text}` name one meeting; expected one month"
                    place = paragraph.at(offset + dated.start)
                    yield Found(place, message, "correct one of the two", length=len(dated.text), subject="month")


@lru_cache(maxsize=512)
def _mentions(writing: Writing) -> tuple[Mention, ...]:
    return tuple(_read_mentions(writing))


def _read_mentions(writing: Writing) -> Iterator[Mention]:
    if isinstance(writing.source, Paper):
        for event in writing.source.header.events:
            if isinstance(event.date, PartialDate) and event.words:
                first, last, is_day = event.date.first, event.date.last, event.date.is_day
                dated = Dated(first, last, str(event.date), 0, 0, has_year=True, has_day=is_day)
                yield Mention(dated, _words(event.words), "", event.place("date"))
    for paragraph, offset, sentence in writing.sentences_with_dates():
        # Several minutes may be approved in the same words; whether their days are right another rule asks.
        dates = dates_in(sentence, writing.day)
        if paragraph.role in (Role.HEADING, Role.BLOCK) or not dates or _OF_MINUTES.search(sentence):
            continue
        for dated in dates:
            if dated.has_day or dated.has_year:
                before = re.split(r"[;:(]", sentence[: dated.start])[-1].split()[-10:]
                after = re.split(r"[;:,()]", sentence[dated.end :])[0].split()[:6]
                words = _words(" ".join([*before, *after]))
                yield Mention(dated, words, f"{paragraph.place}{offset}", paragraph.at(offset + dated.start))


def _words(text: str) -> frozenset[str]:
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in re.findall(r"[A-Za-z][\w'’-]+", text))
    return frozenset(word for word in found if word not in _SMALL)


def _contradict(one: Mention, other: Mention) -> bool:
    left, right = one.dated, other.dated
    if one.sentence == other.sentence or not (left.last < right.first or right.last < left.first):
        return False
    if left.has_day != right.has_day:
        return False
    shared, apart = one.words & other.words, one.words ^ other.words
    if len(shared) < (LEAST_SHARED if _is_slip(left, right) else SURELY_SHARED) or len(apart) > len(shared) // 2:
        return False
    return not any(_APART.match(word) for word in apart)


def _is_slip(one: Dated, other: Dated) -> bool:
    """Whether one of the two looks like the other mistyped: the same but for the year, the month or a digit."""
    left, right = one.first, other.first
    same = [left.year == right.year, left.month == right.month, not one.has_day or left.day == right.day]
    return same.count(False) == 1


RULES: tuple[RecordRule, ...] = (
    record_rule("G416", "year-unlikely", WARNS, look_for_unlikely_years, heuristic=True),
    record_rule("G417", "beyond-the-plan", NOTED, look_for_plans_beyond_the_plan, heuristic=True),
    record_rule("G418", "date-contradicted", WARNS, look_for_two_dates, heuristic=True),
    record_rule("G421", "milestones-out-of-order", NOTED, look_for_milestones_out_of_order, heuristic=True),
)
