"""Rules about captions, and about tables and drawings that the text speaks of: codes G238 to G240."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from govdocs.check.concordance import Sought
from govdocs.check.rule import WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import Chart, Heading, ListItem, Paragraph, Picture, Table, plain
from govdocs.diagnostics import Related
from govdocs.places import Place

_CAPTION = re.compile(r"^(?P<kind>table|figure|fig\.|chart|diagram|graph|map)\s+(?P<number>\d{1,3})\b", re.IGNORECASE)
_DRAWN = r"(?:diagram|chart|graph|flow ?chart|organogram|organi[sz]ation chart|photograph|bar chart|pie chart)"
_DRAWING = Sought(
    rf"\b(?:the|this|following)\s+(?:\w+\s+)?(?P<what>{_DRAWN})s?\s+"
    r"(?:below|above|overleaf|opposite|shows?|sets? out|illustrates?|summarises?|gives?)\b"
    rf"|\b(?:shown|illustrated|set out|summarised|see) (?:in|on|by) the (?:following )?(?P<other>{_DRAWN})s?\b",
    "diagram* chart* graph* flow* organogram* photograph*",
    re.IGNORECASE,
)
_DIRECTED = Sought(
    r"\b(?P<kind>table|figure|chart|paragraph|section)\s+(?P<number>\d{1,3}(?:\.\d+)*)\s+(?P<way>above|below|overleaf)\b",
    "above below overleaf",
    re.IGNORECASE,
)


def look_for_jumping_caption_numbers(composed: Composed) -> Iterator[Found]:
    """Checks:
        The numbers of tables, and those of figures, start at 1 and go up by one in the order in which they stand.

    Looks at:
        Composed documents: captions.

    Why:
        A table was taken out, or put in, and "Table 3" is now another one.

    Wrong:
        ```table
        id: one
        caption: "Table 1: Costs"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```

        ```table
        id: two
        caption: "Table 3: Savings"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Vans | 5,610 |
        ```

    Right:
        ```table
        id: one
        caption: "Table 1: Costs"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```

        ```table
        id: two
        caption: "Table 2: Savings"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Vans | 5,610 |
        ```
    """
    found: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for block in composed.pieces:
        if isinstance(block, Table | Picture | Chart):
            typed = f"{block.caption_number.text} " if isinstance(block, Table) and block.caption_number else ""
            if match := _CAPTION.match(f"{typed}{plain(block.caption)}".strip()):
                found[match["kind"].lower().replace("fig.", "figure")].append((int(match["number"]), block.place))
    for kind, numbered in found.items():
        for (before, there), (number, place) in pairwise(numbered):
            if number != before + 1:
                message = f"{kind} {number} follows {kind} {before}; expected {kind} {before + 1}"
                related = (Related(there, f"{kind} {before}"),)
                hint = "renumber the captions, and what the text says of them"
                yield Found(place, message, hint, related, subject=f"{kind} {number}")


def look_for_missing_drawings(composed: Composed) -> Iterator[Found]:
    """Checks:
        A paper that speaks of its diagram, chart or graph has a picture, a chart or a supplied file.

    Looks at:
        Composed documents: paragraphs, pictures, charts.

    Why:
        The drawing was lost when the text was copied, and the sentence says nothing without it.

    Example:
        A plan says what its diagram shows, and there is none.

    Wrong:
        The diagram below shows how the groups work together.

    Right:
        The groups work together in pairs.
    """
    if composed.document.supplied or any(isinstance(block, Picture | Chart) for block in composed.pieces):
        return
    for passage in composed.passages_for(_DRAWING):
        if match := _DRAWING.search(passage.plain):
            what = match["what"] or match["other"]
            message = f"`{match[0]}`: this paper has no picture; expected the {what.lower()}"
            yield Found(passage.place, message, "add it as a `picture` or a `chart`, or take the words out")


def look_for_numbered_pointers_astray(composed: Composed) -> Iterator[Found]:
    """Checks:
        "Table 2 below", "paragraph 3.1 above" and the like stand where they are said to stand.

    Looks at:
        Composed documents: paragraphs, captions, numbers.

    Why:
        Parts of a paper are moved, and "above" stays.

    Wrong:
        As Table 1 above shows, staff cost most.

        ```table
        id: one
        caption: "Table 1: Costs"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```

    Right:
        As Table 1 below shows, staff cost most.

        ```table
        id: one
        caption: "Table 1: Costs"
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```
    """
    directed = [(one, match) for one in composed.passages_for(_DIRECTED) for match in _DIRECTED.finditer(one.plain)]
    there: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, block in enumerate(composed.pieces if directed else ()):
        for key in _names(block):
            there[key].append(position)
    for passage, match in directed:
        places = there[match["kind"].lower(), match["number"]]
        is_above = match["way"].lower() == "above"
        if places and not any(one < passage.position if is_above else one > passage.position for one in places):
            message = f"`{match[0]}` stands {'below' if is_above else 'above'}; expected it where the text says"
            subject = f"{match['kind']} {match['number']}"
            yield Found(passage.place, message, "correct the direction", subject=subject)


def _names(block: object) -> Iterator[tuple[str, str]]:
    """What a block is called: its kind and number."""
    if isinstance(block, Table | Picture | Chart):
        number = f"{block.caption_number.text} " if isinstance(block, Table) and block.caption_number else ""
        if match := _CAPTION.match(f"{number}{plain(block.caption)}".strip()):
            yield match["kind"].lower(), match["number"]
    elif isinstance(block, Heading | Paragraph | ListItem):
        kind = "section" if isinstance(block, Heading) else "paragraph"
        typed = "" if isinstance(block, ListItem) else plain(block.content)
        number = block.number.text.strip(" .()") if block.number else ""
        match = re.match(r"(\d+(?:\.\d+)*)[.)]?\s", typed)
        if number or match:
            yield kind, number or (match[1] if match else "")


RULES: tuple[DocumentRule, ...] = (
    document_rule("G238", "caption-number-jumps", WARNS, look_for_jumping_caption_numbers, heuristic=True),
    document_rule("G239", "drawing-missing", WARNS, look_for_missing_drawings, heuristic=True),
    document_rule("G240", "numbered-pointer-astray", WARNS, look_for_numbered_pointers_astray, heuristic=True),
)
