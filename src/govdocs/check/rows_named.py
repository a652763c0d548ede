"""Rules about rows of a table that a sentence names by their numbers: code G244."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role, Writing

_LABEL = re.compile(r"(?P<kind>[A-Z][a-z]{3,})\s(?P<number>\d{1,3})")
LEAST_ROWS, LEAST_NAMED = 3, 2


def look_for_rows_that_are_not_there(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence names several rows of a table by their numbers ("outcomes 7, 14 and 16") and the table has all
        of them but one, it has that one too.

    Looks at:
        Prose and typed tables of one document: tables whose rows are called "Outcome 7", "Risk 3" and the like.

    Why:
        Either the sentence or the row has a wrong number; the reader looks up the wrong thing.

    Wrong:
        Actions are asked for under Outcomes 7, 14 and 61.

        | Number | Outcome | Result |
        |---|---|---|
        | Outcome 7 | Safety | Action |
        | Outcome 14 | Staff | Action |
        | Outcome 16 | Quality | Action |

    Right:
        Actions are asked for under Outcomes 7, 14 and 16.

        | Number | Outcome | Result |
        |---|---|---|
        | Outcome 7 | Safety | Action |
        | Outcome 14 | Staff | Action |
        | Outcome 16 | Quality | Action |
    """
    for writing in records.writings:
        for kind, numbers in _kinds(records, writing).items():
            named = re.compile(
                rf"\b{kind}s\s(?P<list>\d{{1,3}}(?:,\s?\d{{1,3}})*,?\s(?:and|&|or)\s\d{{1,3}})\b(?!\.\d|%)",
                re.IGNORECASE,
            )
            for paragraph in writing.paragraphs:
                for match in named.finditer(paragraph.text) if paragraph.role is not Role.HEADING else ():
                    told = list(re.finditer(r"\d+", match["list"]))
                    odd = [one for one in told if one[0] not in numbers]
                    if len(odd) == 1 and len(told) > LEAST_NAMED:
                        message = f"`{kind} {odd[0][0]}` is no row of the table, as the others of `{match[0]}` are"
                        message += "; expected a row that is there"
                        place = paragraph.at(match.start("list") + odd[0].start())
                        hint = "correct the number here, or in the table"
                        yield Found(place, message, hint, length=len(odd[0][0]), subject=f"{kind.lower()} {odd[0][0]}")


def _kinds(records: Records, writing: Writing) -> dict[str, set[str]]:
    """What the rows of the document's tables are called, with their numbers; a head may be a first row."""
    found: dict[str, set[str]] = {}
    for figures in records.figures_by_file.get(writing.path, ()):
        cells = [row.cells[0].text for row in figures.all_rows if row.cells]
        labels = [match for one in (figures.columns[0].label, *cells) if (match := _LABEL.fullmatch(one.strip("* ")))]
        for kind in {match["kind"] for match in labels}:
            numbers = {match["number"] for match in labels if match["kind"] == kind}
            if len(numbers) >= LEAST_ROWS:
                found.setdefault(kind, set()).update(numbers)
    return found


RULES: tuple[RecordRule, ...] = (
    record_rule("G244", "row-not-there", WARNS, look_for_rows_that_are_not_there, heuristic=True),
)
