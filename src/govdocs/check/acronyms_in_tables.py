"""The rule about short forms that stand only in tables: code G826."""

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.check.acronyms import PLACEHOLDERS, ROMAN, SHORT, VERBS, WELL_KNOWN, known_short_forms, shouts, uses_in
from govdocs.check.figures import typed_tables
from govdocs.check.first_letters import spelt_out
from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.model.tables import TypedCell

#: In tables two letters may well be somebody's initials.
LEAST_LETTERS = 3
#: So many short forms are named; of more, only how many there are.
MOST_NAMED = 12
_WORD = re.compile(r"(?<![\w&])[A-Za-z][a-z]{1,8}(?![\w&])")


def look_for_unexplained_short_forms_in_tables(records: Records) -> Iterator[Found]:
    """Checks:
        Short forms that stand only in the cells of a document's tables are explained in it, or in the glossary. One
        finding a document. A word in capitals that the document has in small letters as well is no short form.

    Looks at:
        The cells of typed tables; prose, glossary and registers.

    Why:
        A table is what people copy, and it goes on without the words around it.

    Example:
        A dashboard of 114 schemes has forty short forms, of which the report explains three.

    Wrong:
        ```table
        columns: [{id: name, label: Scheme}, {id: lead, label: Led by}]
        ---
        | Review of IAPT and QAG | parks |
        ```

    Right:
        ```table
        columns: [{id: name, label: Scheme}, {id: lead, label: Led by}]
        ---
        | Review of talking therapies | parks |
        ```
    """
    known = known_short_forms(records.library)
    said = {writing.path: writing for writing in records.writings}
    cells: dict[str, list[TypedCell]] = defaultdict(list)
    for block in typed_tables(records.library):
        cells[block.fence.path].extend(cell for row in block.rows for cell in row.cells)
    for path, those in cells.items():
        texts = [cell.text for cell in those]
        used: set[str] = set()
        if path in said:
            texts += [paragraph.text for paragraph in said[path].paragraphs]
            used = set(uses_in(said[path]))
        found = {short: cell for short, cell in _in_cells(those).items() if short not in known | used}
        words = {word.lower() for text in texts for word in _WORD.findall(text)} if found else set()
        found = {short: cell for short, cell in found.items() if short.lower() not in words}
        if found:
            first = next(iter(found))
            names = ", ".join(f"`{short}`" for short in list(found)[:MOST_NAMED])
            more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
            are = "are" if len(found) > 1 else "is"
            message = f"{names}{more} {are} nowhere explained; expected the long form in the document, or the glossary"
            hint = "write the long forms under the table, or add them to records/glossary.yaml"
            yield Found(found[first].place, message, hint, length=len(found[first].text), subject=f"term {first}")


def _in_cells(cells: list[TypedCell]) -> dict[str, TypedCell]:
    """The short forms that stand among other words in cells, each with the first one."""
    found: dict[str, TypedCell] = {}
    for cell in cells:
        for match in SHORT.finditer(cell.text) if len(cell.text.split()) > 1 and not shouts(cell.text) else ():
            short = match["short"]
            is_word = short.lower() in VERBS | PLACEHOLDERS or ROMAN.fullmatch(short) or short in WELL_KNOWN
            is_explained = spelt_out(cell.text[: match.start()].rstrip("( "), short)
            if not is_word and not is_explained and len(short) >= LEAST_LETTERS:
                found.setdefault(short, cell)
    return found


RULES: tuple[RecordRule, ...] = (
    record_rule("G826", "short-form-in-table", NOTED, look_for_unexplained_short_forms_in_tables, heuristic=True),
)
