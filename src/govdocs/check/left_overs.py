"""Rules about lists and cells that lost their end: codes G168 and G169."""

import re
from collections.abc import Iterator

from govdocs.check.figures import typed_tables
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role
from govdocs.diagnostics import Related

_END = re.compile(r"(?P<mark>[;.,])(?:\s+(?:and|or))?$")
_ENDED = re.compile(r"[.!?:;,\u2026][\"\u201d\u2019')\]]*$|[\"\u201d\u2019')\]]$|(?:[;,]|\b)\s?(?:and|or)$")
_OPEN_END = re.compile(r"[,;](?:\s+(?:and|or))?$")
_BROKEN = re.compile(
    r"[A-Za-z]{2,}-$|\b(?:the|a|an|of|to|and|or|for|with|by|from|that|which|is|are|was|were|will|be|its|their|our|between"
    r"|including|such|than|into|under|who|has|have)$"
)
#: Words at which an item of a list may be cut, if it goes on elsewhere.
_CUT_ITEM = re.compile(
    r"\b(?:under|over|in|on|at|about|through|during|within|per|before|after|against|above|below|of|to|for|with|the|a|and"
    r"|or|by|from|who|aged|less|more|than|up)$"
)
LEAST_ITEMS, LEAST_WORDS, LEAST_IN_ITEM = 3, 3, 5


def look_for_lists_without_end(records: Records) -> Iterator[Found]:
    """Checks:
        In a list whose other items all end with a semicolon, or all with a full stop, the last item ends with a mark
        too; and the last item of no list ends with a comma or a semicolon, unless the sentence goes on below it.

    Looks at:
        Prose of papers, minutes and terms of reference: lists of three items and more.

    Why:
        Where the last mark is missing, the last words often are as well.

    Wrong:
        The plan:

        - keeps the hall open;
        - repairs the swings; and
        - plants trees along the

    Right:
        The plan:

        - keeps the hall open;
        - repairs the swings; and
        - plants trees along the river.
    """
    for writing in records.writings:
        for portion in writing.portions:
            for items, after in _lists(portion.paragraphs):
                yield from _open_ends(items, after)
                marks = {match["mark"] if (match := _END.search(item.text.rstrip())) else "" for item in items[:-1]}
                last = items[-1].text.rstrip()
                if len(items) >= LEAST_ITEMS and len(marks) == 1 and marks <= {";", "."} and not _ENDED.search(last):
                    words = last.split()[-1]
                    message = f"the last item of this list ends with `{words}`; expected a mark, as before"
                    place = items[-1].at(len(last) - len(words))
                    yield Found(place, message, "complete the item, or add its full stop", length=len(words))


def _open_ends(items: list[Paragraph], after: Paragraph | None) -> Iterator[Found]:
    """The mark of an item that was the last but one, where the list now ends."""
    last = items[-1].text.rstrip()
    goes_on = after is not None and after.role is not Role.HEADING and after.text[:1].islower()
    if len(items) > 1 and (match := _OPEN_END.search(last)) and not goes_on:
        words = last.split()[-1]
        message = f"the last item of this list ends with `{words}`; expected no more items to be announced"
        place = items[-1].at(match.start())
        yield Found(place, message, "put back the item that is missing, or end the list", length=len(match[0]))


def _lists(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[list[Paragraph], Paragraph | None]]:
    """The items of each bulleted list, and what follows it; what is indented deeper belongs to its item."""
    items: list[Paragraph] = []
    for paragraph in paragraphs:
        is_item = paragraph.role is Role.ITEM and not paragraph.marker[:1].isalnum()
        if is_item and (not items or paragraph.indent == items[0].indent):
            items.append(paragraph)
        elif not (items and paragraph.indent > items[0].indent):
            if items:
                yield items, paragraph
            items = [paragraph] if is_item else []
    if items:
        yield items, None


def look_for_cells_cut_off(records: Records) -> Iterator[Found]:
    """Checks:
        No cell of a typed table ends in the middle of a word, or at a word such as "the" or "of"; and no item of a list
        at a word such as "under", where another item of the document has all its words and goes on.

    Looks at:
        Records: cells of typed tables with three words and more. Lists of papers, minutes and terms of reference.

    Why:
        The cell was too narrow where it was copied from, and the rest of it is lost.

    Example:
        A plan's table of targets ends one indicator with "at the end of the pe-".

    Wrong:
        ```table
        id: targets
        columns: [{id: name, label: Indicator}, {id: target, label: Target}]
        ---
        | Patients who wait at the end of the pe- | 92% |
        ```

    Right:
        ```table
        id: targets
        columns: [{id: name, label: Indicator}, {id: target, label: Target}]
        ---
        | Patients who wait at the end of the period | 92% |
        ```
    """
    for block in typed_tables(records.library):
        for row in block.rows:
            for cell in row.cells:
                text = cell.text.rstrip().replace("<br>", " ")
                match = _BROKEN.search(text)
                if match and len(text.split()) >= LEAST_WORDS:
                    message = f"the cell ends with `{match[0]}`; expected the rest of it"
                    yield Found(cell.place, message, "complete the cell", length=len(cell.text))
    for writing in records.writings:
        items = [one for one in writing.paragraphs if one.role is Role.ITEM]
        for item in (one for one in items if _CUT_ITEM.search(one.text.rstrip())):
            text = item.text.rstrip()
            whole = next((one for one in items if one.text.startswith(f"{text} ")), None)
            if whole and len(text.split()) >= LEAST_IN_ITEM:
                word = text.split()[-1]
                message = (
                    f"the item ends with `{word}`, and elsewhere it goes on; expected `{whole.text[len(text) + 1 :]}`"
                )
                related = (Related(whole.place, "the same, and more"),)
                place = item.at(len(text) - len(word))
                yield Found(place, message, "complete the item", related, length=len(word))


RULES: tuple[RecordRule, ...] = (
    record_rule("G168", "list-without-end", NOTED, look_for_lists_without_end, heuristic=True),
    record_rule("G169", "cell-cut-off", WARNS, look_for_cells_cut_off, heuristic=True),
)
