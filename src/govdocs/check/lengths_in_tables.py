"""Rules about lengths of time in the cells of tables, against the months that the text gives: code G420."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from govdocs.check.days import Dated, dates_in, months_between
from govdocs.check.figures import tables_of
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Writing
from govdocs.diagnostics import Related
from govdocs.model.papers import Paper
from govdocs.model.tables import TypedCell
from govdocs.places import Place

_MONTHS = re.compile(r"\b(?P<number>\d{1,2})[ -]months?\b")
_TO = re.compile(r"^\s*(?:to|until|till|and|–|-|through to)\s*(?:the end of\s*)?$", re.IGNORECASE)
#: So alike are two spellings of one name: "Behaviour Support" and "Behavioural Support".
ALIKE = 0.85
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a month to a month in a sentence, and what stands before it."""

    first: Dated
    last: Dated
    before: str
    place: Place


def look_for_other_lengths_in_tables(records: Records) -> Iterator[Found]:
    """Checks:
        The number of months in a row of a table agrees with the months from and to which the text says that the thing
        named by the row goes on. Names need not be spelt quite alike.

    Looks at:
        Typed tables and prose of papers.

    Why:
        The money in the row was worked out from the number of months.

    Example:
        A table assumed seven months of a support service; the paragraph below it had it funded from June to March.

    Wrong:
        ```table
        columns: [{id: service, label: Service}, {id: cost, label: Cost}]
        ---
        | Home Visiting Service | £33k (7 months assumed) |
        ```

        The Home Visiting Service is funded from June 2026 to March 2027.

    Right:
        ```table
        columns: [{id: service, label: Service}, {id: cost, label: Cost}]
        ---
        | Home Visiting Service | £33k (10 months assumed) |
        ```

        The Home Visiting Service is funded from June 2026 to March 2027.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Paper):
            continue
        stretches: list[Stretch] | None = None
        for name, number, cell in _named_lengths(writing.source):
            stretches = list(_stretches(writing)) if stretches is None else stretches
            for stretch in stretches:
                months = months_between(stretch.first.first, stretch.last.last)
                if number not in (months, months - 1) and _names(stretch.before, name):
                    message = f"`{name}` is given {number} months here, and goes from {stretch.first.text} to "
                    message += f"{stretch.last.text} in the text; expected {months} months"
                    related = (Related(stretch.place, "from and to"),)
                    hint = "correct the number of months, and what was worked out from it, or a date"
                    yield Found(cell.place, message, hint, related, len(cell.text), f"row {name}")


def _named_lengths(paper: Paper) -> Iterator[tuple[str, int, TypedCell]]:
    """The cells of typed tables that hold a number of months, each with the name of its row and the number."""
    for block in tables_of(paper):
        for row in block.rows:
            name = re.sub(r"\([^)]*\)|[*_]", "", row.cells[0].text).strip() if row.cells else ""
            if len(name.split()) >= _LEAST_WORDS:
                for cell in row.cells[1:]:
                    if len(found := list(_MONTHS.finditer(cell.text))) == 1:
                        yield name, int(found[0]["number"]), cell


def _stretches(writing: Writing) -> Iterator[Stretch]:
    for paragraph, offset, sentence in writing.sentences_with_dates():
        for first, last in pairwise(dates_in(sentence, writing.day)):
            if _TO.match(sentence[first.end : last.start]) and first.first <= last.first:
                before = sentence[max(0, first.start - 120) : first.start]
                yield Stretch(first, last, before, paragraph.at(offset + first.start))


def _names(before: str, name: str) -> bool:
    """Whether the words before a stretch of time end in the name, spelt nearly so."""
    words, wanted = re.findall(r"[\w'’&-]+", before.lower()), re.findall(r"[\w'’&-]+", name.lower())
    runs = (words[n : n + len(wanted)] for n in range(len(words) - len(wanted) + 1))
    return any(SequenceMatcher(None, " ".join(run), " ".join(wanted), autojunk=False).ratio() >= ALIKE for run in runs)


RULES: tuple[RecordRule, ...] = (
    record_rule("G420", "months-differ", WARNS, look_for_other_lengths_in_tables, heuristic=True),
)
