"""Rules about headings that were numbered by hand, and contents that were typed: codes G236 and G237."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdocs.check.rule import WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import Heading, Paragraph, Piece, Row, plain
from govdocs.diagnostics import Related
from govdocs.places import Place

_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<stop>[.)]?)\s+(?=[A-Za-z\u2018'\"])")
_CONTENTS = re.compile(r"^(?:table of )?contents\b", re.IGNORECASE)
_ENTRY = re.compile(
    r"^(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+)?(?P<title>[A-Za-z\u2018'\"].{2,100}?)[\s.\u2026_]+(?P<page>\d{1,3})$"
)
#: So many numbers have to go up by one for each that does not, before they are held to be a sequence.
LEAST_NUMBERS, STEPS_A_SLIP = 3, 2
#: What share of typed contents has to be found among the headings, before the rest is missed.
LEAST_SHARE = 0.5
#: So many headings of a level in the contents for each that is not there, and it was forgotten.
LISTED_A_LOST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of typed contents."""

    number: str
    title: str
    page: int
    place: Place


def look_for_jumping_heading_numbers(composed: Composed) -> Iterator[Found]:
    """Checks:
        Headings of one level that were numbered by hand have every number once, in order.

    Looks at:
        Composed documents: headings with typed numbers.

    Why:
        A reader who is sent to section 4 finds 3 and 5.

    Example:
        Of eight work-streams in a plan the fourth has a heading without its number.

    Wrong:
        ## 1 Aims

        Words.

        ## 2 Costs

        Words.

        ## 4 Risks

        Words.

        ## 5 Next steps

        Words.

    Right:
        ## 1 Aims

        Words.

        ## 2 Costs

        Words.

        ## 3 Risks

        Words.

        ## 4 Next steps

        Words.
    """
    groups: dict[tuple[int, str], list[tuple[int, Heading]]] = defaultdict(list)
    for block in composed.pieces:
        match = _NUMBERED.match(plain(block.content)) if isinstance(block, Heading) and block.number is None else None
        if isinstance(block, Heading) and match and "." not in match["number"]:
            groups[block.level, match["stop"]].append((int(match["number"]), block))
    for numbered in groups.values():
        slips = [n for n in range(1, len(numbered)) if numbered[n][0] != numbered[n - 1][0] + 1]
        # Where the numbers go on as if nothing had been, it is the one before that is wrong, and said already.
        slips = [n for n in slips if not (n - 1 in slips and numbered[n][0] == numbered[n - 2][0] + 2)]
        if len(numbered) < LEAST_NUMBERS or (len(numbered) - 1 - len(slips)) < STEPS_A_SLIP * len(slips):
            continue
        for slip in slips:
            (before, there), (number, heading) = numbered[slip - 1], numbered[slip]
            message = f"the heading `{plain(heading.content)[:50]}` has {number} after {before}; expected {before + 1}"
            related = (Related(there.place, "the heading before"),)
            yield Found(heading.place, message, "renumber the headings", related, subject=f"heading {number}")


def look_for_contents_unlike_the_headings(composed: Composed) -> Iterator[Found]:
    """Checks:
        Contents that were typed name the headings of the document in their words, with numbers that go up by one and
        pages that do not go back; of headings of one level they have all, where they have nearly all.

    Looks at:
        Composed documents: what is typed under a heading called contents, and all headings.

    Why:
        Contents that are typed are right on the day on which they are typed.

    Example:
        A plan's contents number the work-streams 1, 2, 3, 5, 6 and 8.

    Wrong:
        ## Contents

        - 1 Aims 2
        - 2 Costs 3
        - 4 Hazards 5

        ## 1 Aims

        Words.

        ## 2 Costs

        Words.

        ## 3 Risks

        Words.

    Right:
        ## Contents

        - 1 Aims 2
        - 2 Costs 3
        - 3 Risks 5

        ## 1 Aims

        Words.

        ## 2 Costs

        Words.

        ## 3 Risks

        Words.
    """
    entries = list(contents_of(composed.pieces))
    headings = [block for block in composed.pieces if isinstance(block, Heading)]
    titles = {_bare(plain(block.content)) for block in headings}
    missing = [entry for entry in entries if _bare(entry.title) not in titles]
    if len(entries) < LEAST_NUMBERS or len(entries) - len(missing) < len(entries) * LEAST_SHARE:
        return
    for entry in missing:
        message = f"the contents name `{entry.title}`; expected a heading with these words"
        hint = "correct the line, or put a block `contents` in place of typed contents"
        yield Found(entry.place, message, hint, subject="contents")
    for before, entry in pairwise(entries):
        if entry.page < before.page:
            message = f"`{entry.title}` is on page {entry.page}, after page {before.page}; expected a later page"
            yield Found(entry.place, message, "correct the pages", subject="contents")
    slips = list(_number_slips(entries, headings))
    yield from slips
    if not slips:
        yield from _left_out(entries, headings)


def _number_slips(entries: Sequence[Entry], headings: Sequence[Heading]) -> Iterator[Found]:
    """Numbers that leave one out; those of parts and of chapters may run within each other: 3, 1, 2, 4."""
    numbered = [entry for entry in entries if entry.number.isdigit()]
    steps = [int(other.number) - int(one.number) for one, other in pairwise(numbered)]
    if steps.count(1) < STEPS_A_SLIP or steps.count(1) * 2 < len(steps):
        return
    listed = {_bare(entry.title) for entry in entries}
    levels: list[int] = []
    for position, entry in enumerate(numbered):
        number = int(entry.number)
        while levels and number != levels[-1] + 1 and number - 1 in levels[:-1]:
            levels.pop()
        if not levels or number == 1:
            levels.append(number)
            continue
        if number != levels[-1] + 1:
            heading = _lost_heading(headings, entry, levels[-1] + 1, listed)
            expected = f"`{heading}`, a heading of the document" if heading else f"{levels[-1] + 1}"
            before = numbered[position - 1]
            message = f"`{entry.title}` has the number {entry.number} after {before.number}; expected {expected}"
            hint = "add the heading to the contents" if heading else "correct the numbers of the contents"
            yield Found(entry.place, message, hint, subject="contents")
        levels[-1] = number


def _lost_heading(headings: Sequence[Heading], entry: Entry, number: int, listed: set[str]) -> str:
    """The words of the heading with a number that the contents lack, of the level of an entry; empty without one."""
    level = next((one.level for one in headings if _bare(plain(one.content)) == _bare(entry.title)), 0)
    for heading in headings:
        words = plain(heading.content).strip()
        match = _NUMBERED.match(words)
        if match and match["number"] == str(number) and heading.level == level and _bare(words) not in listed:
            return words
    return ""


def _left_out(entries: Sequence[Entry], headings: Sequence[Heading]) -> Iterator[Found]:
    """Headings that the contents lack, of a level of which they have nearly all; what has a number is said above."""
    listed = {_bare(entry.title) for entry in entries}
    by_level: dict[int, list[Heading]] = defaultdict(list)
    for heading in headings:
        if not _CONTENTS.match(plain(heading.content).strip()):
            by_level[heading.level].append(heading)
    for alike in by_level.values():
        missing = [one for one in alike if _bare(plain(one.content)) not in listed]
        if 0 < len(missing) * LISTED_A_LOST <= len(alike) - len(missing):
            for heading in missing:
                words = plain(heading.content).strip()
                if not re.match(r"(?:annex|appendix|appendices)\b", words, re.IGNORECASE):
                    message = f"the heading `{words}` is not in the contents, and others like it are; expected it there"
                    related = (Related(entries[0].place, "the contents"),)
                    yield Found(heading.place, message, "add it to the contents", related, subject="contents")


def contents_of(pieces: Iterable[Piece]) -> Iterator[Entry]:
    """The lines under a heading called contents, up to the next heading."""
    inside = False
    for block in pieces:
        if isinstance(block, Heading):
            inside = bool(_CONTENTS.match(plain(block.content).strip()))
        elif inside and isinstance(block, Row | Paragraph) and (match := _ENTRY.match(line_of(block))):
            yield Entry(match["number"] or "", match["title"].strip(), int(match["page"]), block.place)


def line_of(block: Row | Paragraph) -> str:
    """The words of a row or a paragraph, with its number, on one line."""
    if isinstance(block, Row):
        parts = [plain(one.content) for cell in block.cells for one in cell.blocks if isinstance(one, Paragraph)]
    else:
        parts = [block.number.text if block.number else "", plain(block.content)]
    return " ".join(" ".join(parts).split())


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[a-z]+", _NUMBERED.sub("", words.strip()).lower()))


RULES: tuple[DocumentRule, ...] = (
    document_rule("G236", "heading-number-jumps", WARNS, look_for_jumping_heading_numbers, heuristic=True),
    document_rule("G237", "contents-differ", WARNS, look_for_contents_unlike_the_headings, heuristic=True),
)
