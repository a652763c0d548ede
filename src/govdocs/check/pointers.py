"""Rules about references typed by hand, over composed documents: codes G230 to G235. Links are checked elsewhere."""

import re
from collections.abc import Iterable, Iterator

from govdocs.check.concordance import Sought
from govdocs.check.rule import NOTED, WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import (
    Document,
    Heading,
    ListItem,
    MinuteEntries,
    Number,
    Paragraph,
    Picture,
    Piece,
    Table,
    plain,
)

_POINTER = Sought(
    r"\b(?P<kind>(?i:table|figure|fig\.|appendix|annex|appendices|paragraph|para|section))s?\s+"
    r"(?P<names>(?:[A-Z]?\d{1,3}(?:\.\d+)*|[A-Z]\b)(?:(?:,\s*|\s+(?:and|or|to)\s+|\s?[-–&]\s?)"
    r"(?:[A-Z]?\d{1,3}(?:\.\d+)*|[A-Z]\b))*)",
    "table* figure* fig* append* annex* para* section*",
)
_NAME = re.compile(r"[A-Z]?\d{1,3}(?:\.\d+)*|[A-Z]\b")
_TARGET = re.compile(
    r"(?P<kind>(?i:table|figure|fig\.|appendix|annex|section))\s+(?P<name>[A-Z]?\d{1,3}(?:\.\d+)*|[A-Z])\b"
)
#: Words that say that another document is meant.
_ELSEWHERE = re.compile(
    r"\b(?:Act|Acts|Constitution|Regulations?|Order|Orders|Standing|Statute|Code|Scheme|Agreement|Contract|Bill|Rules|SORD"
    r"|guidance|policy|agreement|funding|legislation|handbook|framework)\b"
    r"|\b(?:of|in|to) (?:the|that|this|its|their|our|your|last|each|both) (?:[\w'’-]+ ){0,4}(?:report|paper|plan"
    r"|document|minutes|strategy|terms|book|manual|letter|agenda|review)\b"
)
_LETTER = Sought(r"\b[Pp]aper (?P<letter>[A-Z])\b(?!\s?[/\d])", "paper")
_OTHER_MEETING = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|last|previous|earlier)\b"
)
_WHERE = Sought(
    r"\b(?:(?P<next>(?:following|next) table)|tables?(?: \w+)? (?P<way>below|above|overleaf)"
    r"|(?P<noun>[a-z]{6,})\s+(?:as\s+)?(?:set out|listed|described|shown|outlined|detailed|summarised)"
    r" (?P<side>below|above))\b",
    "following next below above overleaf",
)
_ATTACHED = Sought(
    r"\b(?:see|in|the|an|and)\s+(?P<what>attached\s+(?!(?:paper|report|document|sheet)\b)[a-z]\w+(?:\s\w+)?)"
    r"|\b(?P<see>see (?:the )?(?:separate|accompanying)\s+(?!(?:agenda|item|minute)s?\b)[a-z]\w+(?:\s\w+)?)"
    r"|\b(?P<is>(?:is|are) (?:attached|enclosed|appended))\b(?! to\b)|(?P<in>\((?:attached|enclosed)\))",
    "attached enclosed appended separate accompanying",
    re.IGNORECASE,
)
_KINDS = {"fig.": "figure", "annex": "appendix", "appendices": "appendix", "para": "paragraph"}


def look_for_pointers_to_nothing(composed: Composed) -> Iterator[Found]:
    """Checks:
        A table, figure, appendix, section or paragraph that the text names by its number is in the document. What is
        said to be in another document is left alone.

    Looks at:
        Composed documents: paragraphs, numbers, captions, headings.

    Why:
        The reader turns the pages for an appendix that was never there, or a paragraph that has another number now.

    Wrong:
        The costs are in Table 4, and the map in Appendix 2.

    Right:
        The costs are below.
    """
    if is_minutes(composed.document):
        return
    passages = composed.passages_for(_POINTER)
    targets = _targets(composed.pieces if passages else ())
    for passage in passages:
        for match in _POINTER.finditer(passage.text):
            kind = _kind(match["kind"])
            there = targets[kind]
            needs_numbers = kind in ("paragraph", "section")
            around = passage.text[max(0, match.start() - 60) : match.end() + 80]
            if (needs_numbers and not there) or _ELSEWHERE.search(around):
                continue
            for name in _NAME.findall(match["names"]):
                if name.upper() not in there:
                    known = ", ".join(sorted(there)[:8]) or "none is numbered"
                    message = f"`{kind} {name}` is not in this document; expected one that is ({known})"
                    hint = "correct the number, or make it a link such as `[](table:costs)`"
                    yield Found(passage.place, message, hint, subject=f"{kind} {name}")


def look_for_pointers_the_wrong_way(composed: Composed) -> Iterator[Found]:
    """Checks:
        A table that is said to be below comes after the sentence, and one above before it; and so with what is "set
        out below".

    Looks at:
        Composed documents: paragraphs, tables, headings.

    Why:
        Parts of a paper are moved, and "below" stays.

    Wrong:
        The costs are in the table below.

    Right:
        The costs are in the table below.

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```
    """
    if is_minutes(composed.document):
        return
    blocks = composed.pieces
    # A typed table begins its line; one that is indented is a grid of the cover sheet.
    tables = [n for n, block in enumerate(blocks) if isinstance(block, Table) and block.place.column == 1]
    headings = [(n, plain(block.content).lower()) for n, block in enumerate(blocks) if isinstance(block, Heading)]
    for passage in composed.passages_for(_WHERE):
        for match in _WHERE.finditer(passage.text):
            below = (
                bool(match["next"]) or "below" in (match["way"] or match["side"] or "") or match["way"] == "overleaf"
            )
            if match["noun"]:
                stem = match["noun"].rstrip("s")[:8]
                places = [n for n, words in headings if stem in words]
                places += [
                    one.position for one in composed.passages if one is not passage and stem in one.plain.lower()
                ]
            else:
                places = tables
            there = any(n > passage.position if below else n < passage.position for n in places)
            if not there and (places or not match["noun"]):
                way = "below" if below else "above"
                turned = f"; it stands {'above' if below else 'below'}" if places else ""
                message = f"`{match[0]}`: nothing of the kind stands {way}{turned}; expected it there"
                yield Found(passage.place, message, "correct the direction, or put back what is missing")


def look_for_missing_attachments(composed: Composed) -> Iterator[Found]:
    """Checks:
        A paper that says that something is attached, or sends its readers to a separate document, has an appendix.

    Looks at:
        Composed documents: paragraphs, headings.

    Why:
        The attachment was sent by e-mail to somebody, and never reached the pack.

    Example:
        A proposal ends with a star that says "see separate business cases", which nobody was sent.

    Wrong:
        The business case is attached.

    Right:
        The business case is with the clerk.
    """
    headings = [plain(block.content) for block in composed.pieces if isinstance(block, Heading)]
    if is_minutes(composed.document) or any(
        re.match(r"(?:appendix|annex|attachment)\b", one, re.IGNORECASE) for one in headings
    ):
        return
    for passage in composed.passages_for(_ATTACHED):
        for match in _ATTACHED.finditer(passage.text):
            message = f"`{match[0].strip()}`: this paper has no appendix; expected the attachment, or a link to it"
            hint = "add it under `appendices`, or say where it is"
            yield Found(passage.place, message, hint)


def look_for_unknown_letters(composed: Composed) -> Iterator[Found]:
    """Checks:
        A paper that is called by its letter is in the pack.

    Looks at:
        Composed documents: paragraphs, letters of the papers of the pack.

    Why:
        Letters change when the agenda does.

    Wrong:
        Details are in Paper K.

    Right:
        Details are in this paper.
    """
    letters = {part.document.paper for part in composed.pack.parts if part.document.paper}
    if is_minutes(composed.document) or not letters:
        return
    for passage in composed.passages_for(_LETTER):
        for match in _LETTER.finditer(passage.text):
            if match["letter"] not in letters and not _OTHER_MEETING.search(passage.text):
                message = f"`{match[0]}` is not in this pack; expected one of {', '.join(sorted(letters))}"
                hint = "correct the letter, or make it a link such as `[](paper:savings)`"
                yield Found(passage.place, message, hint, subject=f"paper {match['letter']}")


def look_for_pointers_to_themselves(composed: Composed) -> Iterator[Found]:
    """Checks:
        A numbered paragraph does not refer the reader to itself; "paragraph 1 of the submitted report" is another's.

    Looks at:
        Composed documents: numbered paragraphs.

    Why:
        Somebody put a paragraph in, and the numbers after it moved.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Parks
        authors: [alex-example]
        numbering: typed
        ---
        # Report

        1.1. The group plans as paragraph 1.1 says.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Parks
        authors: [alex-example]
        numbering: typed
        ---
        # Report

        1.1. The group plans.

        1.2. It does so as paragraph 1.1 says.
    """
    for passage in composed.passages_for(_POINTER):
        for match in _POINTER.finditer(passage.text):
            is_own = not _ELSEWHERE.search(passage.text[match.start() : match.end() + 80])
            if is_own and _kind(match["kind"]) == "paragraph" and passage.number in _NAME.findall(match["names"]):
                message = f"paragraph {passage.number} refers to `{match[0]}`, itself; expected another paragraph"
                yield Found(passage.place, message, "correct the number, or say `this paragraph`")


def look_for_tables_without_number(composed: Composed) -> Iterator[Found]:
    """Checks:
        In a document with numbered tables all tables of the text are numbered.

    Looks at:
        Composed documents: tables and their captions.

    Why:
        A table without a number cannot be spoken of in a meeting.

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
        summary: Savings
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
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
        | Staff | 49,608 |
        ```
    """
    tables = [block for block in composed.pieces if isinstance(block, Table) and block.anchor]
    numbered = [table for table in tables if table.caption_number or _TARGET.match(plain(table.caption))]
    if numbered:
        for table in tables:
            if table not in numbered:
                message = "this table has no number, and others in the document have; expected one"
                yield Found(table.place, message, "give it a caption with its number", subject=f"table {table.anchor}")


def _targets(pieces: Iterable[Piece]) -> dict[str, set[str]]:
    """What the document has, by kind: the numbers of its tables, figures, appendices, paragraphs and sections."""
    found: dict[str, set[str]] = {kind: set() for kind in ("table", "figure", "appendix", "paragraph", "section")}
    for block in pieces:
        titles: list[str] = []
        match block:
            case Heading():
                titles.append(plain(block.content))
                _add_number(found, "section", block.number)
                _add_number(found, "paragraph", block.number)
            case Paragraph():
                words = plain(block.content)
                if len(words.split()) < 16 and not words.rstrip().endswith("."):  # noqa: PLR2004 (a caption, not a sentence)
                    titles.append(words)
                typed = re.match(r"(\d+\.\d+(?:\.\d+)*[.)]?|\d+[.)])\s", words)
                found["paragraph"] |= {typed[1].rstrip(".)")} if typed else set()
                _add_number(found, "paragraph", block.number)
            case ListItem():
                _add_number(found, "paragraph", block.number)
            case Table():
                titles += [f"{block.caption_number.text} " if block.caption_number else "", plain(block.caption)]
            case Picture():
                titles.append(plain(block.caption))
            case _:
                pass
        for title in titles:
            if target := _TARGET.match(title.strip()):
                found[_kind(target["kind"])].add(target["name"].upper())
    found["section"] |= {number.split(".")[0] for number in found["paragraph"] if "." in number}
    return found


def _add_number(found: dict[str, set[str]], kind: str, number: Number | None) -> None:
    if number is not None:
        found[kind].add(number.text.strip(" .()").upper())


def _kind(word: str) -> str:
    return _KINDS.get(word.lower(), word.lower())


def is_minutes(document: Document) -> bool:
    """Whether a document is minutes: these speak of the papers of their own meeting."""
    return any(isinstance(block, MinuteEntries) for section in document.sections for block in section.blocks)


RULES: tuple[DocumentRule, ...] = (
    document_rule("G230", "pointer-to-nothing", WARNS, look_for_pointers_to_nothing, heuristic=True),
    document_rule("G231", "pointer-the-wrong-way", WARNS, look_for_pointers_the_wrong_way, heuristic=True),
    document_rule("G232", "attachment-missing", WARNS, look_for_missing_attachments, heuristic=True),
    document_rule("G233", "letter-unknown", WARNS, look_for_unknown_letters, heuristic=True),
    document_rule("G234", "pointer-to-itself", WARNS, look_for_pointers_to_themselves, heuristic=True),
    document_rule("G235", "table-without-number", NOTED, look_for_tables_without_number, heuristic=True),
)
