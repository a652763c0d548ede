"""Rules about how many rows of a table have a rating, as a sentence tells it: code G373."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govdocs.check.figures import Figures
from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing

_COLOUR = r"red|amber|green|blue|yellow|grey|black"
_N = rf"(?:\d{{1,3}}|{'|'.join(WORDS[1:])}|none|no)"
_RATED = re.compile(
    rf"\b(?P<number>{_N})\b(?P<noun>(?:\s(?!and\b|or\b)[a-z][\w-]*){{0,5}}?)\s(?:(?:is|are|was|were|have|had|has)\s)?"
    rf"(?:been\s)?(?:now\s|still\s|rated\s|as\s|showing\s|at\s|on\s)*(?P<word>{_COLOUR})\b",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"\b(?P<number>{_N})\s(?:out\s)?of\s(?:the\s|our\s|its\s|all\s)?(?P<all>{_N})\s(?P<noun>[a-z]+(?:\s[a-z]+)?)\s"
    r"(?:were|was|are|have been|had been|has been)\s(?P<not>not\s)?(?P<word>met|achieved)\b",
    re.IGNORECASE,
)
#: A number of another month, or of a plan.
_OTHER_TIME = re.compile(
    r"\b(?:last|previous\w*|before|earlier|compared|from|than|target|will|should|if|ago|expect\w*)\b", re.IGNORECASE
)
_YES = re.compile(r"^\W*(?:yes|y|met|achieved|✓|✔)\W*$", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:no|n|not met|missed|not achieved|✗|✘|x)\W*$", re.IGNORECASE)
#: A result of a name: two words and more.
_NAME = re.compile(r"[a-z][a-z-]+(?: [a-z-]+){1,3}")
LEAST_ROWS = 2


def look_for_statuses_miscounted(records: Records) -> Iterator[Found]:
    """Checks:
        How many rows of a table have a rating, have met their target ("three are green, two amber and one red"; "five
        of the eight standards were met") or have a result of a name ("it was served two Warning Notices") is what the
        table says, where a document has one such table that the sentence can mean.

    Looks at:
        Prose and tables of one document.

    Why:
        The table is updated row by row, the sentence over it is not.

    Wrong:
        Three measures are green, one is amber and one is red.

        | Measure | Status |
        |---|---|
        | Calls | Green |
        | Letters | Green |
        | Visits | Amber |
        | Refunds | Red |

    Right:
        Two measures are green, one is amber and one is red.

        | Measure | Status |
        |---|---|
        | Calls | Green |
        | Letters | Green |
        | Visits | Amber |
        | Refunds | Red |
    """
    for writing in records.writings:
        yield from _in_columns_of_names(records, writing)
        columns = [one for figures in records.figures_by_file.get(writing.path, ()) for one in _status_columns(figures)]
        for paragraph in writing.paragraphs if columns else ():
            if paragraph.role is Role.HEADING:
                continue
            for match in _RATED.finditer(paragraph.text):
                yield from _miscounted(match, [_rated(column) for column in columns], paragraph)
            for match in _MET.finditer(paragraph.text):
                yield from _miscounted(match, [_met(column) for column in columns], paragraph)


def _in_columns_of_names(records: Records, writing: Writing) -> Iterator[Found]:
    """Numbers of results that a column names again and again: "two Warning Notices" beside three cells of them."""
    counts: dict[str, list[int]] = {}
    for figures in records.figures_by_file.get(writing.path, ()):
        for position, column in enumerate(figures.columns):
            cells = Counter(row[position].text.strip("* .").lower() for row in figures.lines)
            # Tables without a head are often typed with their first row as the head.
            cells.update(one for one in [column.label.strip("* .").lower()] if one in cells)
            for name, count in cells.items():
                if 0 < len(cells) * LEAST_ROWS <= sum(cells.values()) and _NAME.fullmatch(name):
                    counts.setdefault(name, []).append(count)
    single = {name: found[0] for name, found in counts.items() if len(found) == 1}
    if not single:
        return
    names = "|".join(re.escape(name) for name in single)
    told = re.compile(rf"\b(?P<number>{_N})\s(?P<word>{names})s?\b", re.IGNORECASE)
    for paragraph in writing.paragraphs:
        for match in told.finditer(paragraph.text) if paragraph.role is not Role.HEADING else ():
            number, expected = whole_number(match["number"]), single[match["word"].lower()]
            clause = re.split(r"[;.:]\s", paragraph.text[: match.end()])[-1]
            if number is not None and number != expected and not _OTHER_TIME.search(clause):
                message = f"`{match[0]}`, and the table has {expected}; expected the same number"
                place = paragraph.at(match.start())
                yield Found(place, message, "correct the number or the table", length=len(match["number"]))


def _status_columns(figures: Figures) -> Iterator[list[str]]:
    """The words of each column that holds ratings, or whether something was met."""
    for position in range(1, len(figures.columns)):
        cells = [row[position].text.strip("* ") for row in figures.lines if row[position].text.strip("* ")]
        good = [one for one in cells if re.fullmatch(_COLOUR, one, re.IGNORECASE) or _YES.match(one) or _NO.match(one)]
        if len(good) >= LEAST_ROWS and len(good) * 5 >= len(cells) * 4:
            yield good


def _rated(cells: Sequence[str]) -> Counter[str]:
    return Counter(cell.lower() for cell in cells if re.fullmatch(_COLOUR, cell, re.IGNORECASE))


def _met(cells: Sequence[str]) -> Counter[str]:
    said = [bool(_YES.match(cell)) for cell in cells if _YES.match(cell) or _NO.match(cell)]
    return Counter("met" if one else "not" for one in said)


def _miscounted(match: re.Match[str], columns: list[Counter[str]], paragraph: Paragraph) -> Iterator[Found]:
    number = 0 if match["number"].lower() in ("no", "none") else whole_number(match["number"])
    word = match["word"].lower()
    is_met = "all" in match.groupdict()
    key = ("not" if match["not"] else "met") if is_met else word
    whole = whole_number(match["all"]) if is_met else None
    fits = [
        column for column in columns if sum(column.values()) > 1 and (whole is None or sum(column.values()) == whole)
    ]
    if number is None or len(fits) != 1 or _OTHER_TIME.search(re.split(r"[;.:]\s", paragraph.text[: match.end()])[-1]):
        return
    expected = fits[0][key]
    if number != expected:
        message = f"`{match[0]}`, and the table has {expected}; expected the same number"
        place = paragraph.at(match.start())
        yield Found(place, message, "correct the number or the table", length=len(match["number"]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G373", "statuses-miscounted", WARNS, look_for_statuses_miscounted, heuristic=True),
)
