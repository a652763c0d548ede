"""Rules about prose: what was left in by mistake: codes G160 to G169."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought, has_digit
from govdocs.check.figures import typed_tables
from govdocs.check.prose import all_prose
from govdocs.check.quantities import WORDS
from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.places import Place

PLACEHOLDER = Sought(
    r"\b(?:(?-i:TO BE (?:WRITTEN|NAMED))|TB[CDA]|X{3,}|lorem ipsum|FIXME|TODO)\b"
    r"|\[(?:insert|name|date|add|tbc)\b[^\]]*\]|\?{3,}|<(?:insert|name|date)\b[^>]*>",
    "written named tbc tbd tba xxx* lorem fixme todo [ ? <",
    re.IGNORECASE,
)
#: What tells those who fill in a form what to do, and stands where a heading belongs: "Insert name of other groups".
_PROMPT = re.compile(
    r"(?:please )?(?:insert|enter|type in) (?:the |your |an? )?(?:name|date|title|detail|number|amount)s?\b.*",
    re.IGNORECASE,
)
#: Words that may well stand twice: "that that", "had had" and the like.
TWICE_IS_RIGHT = {"that", "had", "is", "very", "no", "so", "there", "who", "bye", "now"}
DOUBLED = re.compile(r"\b([A-Za-z]{2,})(\s+)\1\b(?!\.\w)", re.IGNORECASE)
_DIGIT_AND_WORD = re.compile(rf"\b(?P<digits>[1-9]|1\d|20)\s+(?P<word>{'|'.join(WORDS[1:])})\b", re.IGNORECASE)
#: Two to four words that begin with a small one: "of the meeting of the meeting".
_SMALL = ("the", "a", "an", "of", "in", "to", "for", "that", "by", "on", "with", "at", "from")
_DOUBLED_PHRASE = re.compile(
    rf"\b((?:{'|'.join(_SMALL)})(?:\s+[A-Za-z'’]+){{1,3}})\s+\1\b",
    re.IGNORECASE,
)
#: "members of the Planning Committee (PC) members": the same people before and behind their body.
_AROUND = re.compile(
    r"\b(?P<who>[Mm]embers|[Rr]epresentatives|[Gg]overnors|[Tt]rustees|[Dd]irectors|[Cc]ouncillors) of (?:the |our )?"
    r"(?:(?:[A-Z][\w'’&-]*|of|and|for|\([A-Z]+\)) ){1,8}(?P=who)\b(?! of\b)"
)
PAIRS = {"(": ")", "[": "]", "“": "”"}
_BRACKET = re.compile(r"[()\[\]“”]")


def look_for_placeholders(records: Records) -> Iterator[Found]:
    """Checks:
        No prompt or placeholder is left in prose or records: `TO BE WRITTEN`, `TO BE NAMED`, `TBC`, `XXX`,
        `[insert name]`, `???`; and no heading of a form tells what to insert ("Insert name of other groups").

    Looks at:
        Prose of papers, minutes and terms of reference; typed values of the records.

    Why:
        A published paper that says "TBC" tells its readers that nobody read it before them.

    Example:
        A plan counts a saving of £1.5m whose scheme is still "To be confirmed"; a cover sheet has a column called
        "Insert name of any other groups ie ECN".

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The contract costs TBC a year.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The contract costs £12,000 a year.
    """
    for writing in records.writings:
        for line in writing.paragraphs_for(PLACEHOLDER):
            for match in PLACEHOLDER.finditer(line.text):
                message = f"`{match[0]}` is a placeholder; expected the words that it stands for"
                yield Found(line.at(match.start()), message, "write what belongs here", length=len(match[0]))
    for value in records.typed_words:  # an id may well be `tbc`; it is not printed
        if typed := PLACEHOLDER.search(value.text) or _PROMPT.match(value.text):
            message = f"`{typed[0]}` is a placeholder; expected the words that it stands for"
            yield Found(value.place, message, "write what belongs here", length=len(typed[0]))
    for text, place in _cells(records):
        if found := PLACEHOLDER.search(text):
            message = f"`{found[0]}` is a placeholder; expected the words that it stands for"
            yield Found(place, message, "write what belongs here", length=len(text))


def _cells(records: Records) -> Iterator[tuple[str, Place]]:
    """The words of all cells of typed tables and data sets; a cell that says only TBC says that it is not known yet."""
    for block in typed_tables(records.library):
        yield from ((cell.text, cell.place) for row in block.rows for cell in row.cells)
    for paper in records.library.papers.values():
        rows = [row for data in paper.data_sets.values() for row in data.rows]
        yield from ((cell.text, cell.place) for row in rows for cell in row.cells)


def look_for_doubled_words(records: Records) -> Iterator[Found]:
    """Checks:
        No word stands twice in a row, nor do two to four words together ("of the meeting of the meeting"), and no
        number as figure and word ("4 four"), in prose, headers and tables; nor are people named before and behind their
        body ("members of the Board members").

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        It is the commonest slip of moving words about, and the eye passes over it.

    Example:
        Minutes of a council give a number twice running, as a figure and as a word.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The proposal is is to repair the the bridge.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The proposal is to repair the bridge.
    """
    for writing in records.writings:
        for line in writing.paragraphs:
            for offset, words, once in _doubled(line.text):
                yield _twice(words, once, line.at(offset))
    for value in records.typed_words:
        for _, words, once in _doubled(value.text):
            yield _twice(words, once, value.place)
    for text, place in _cells(records):
        for _, words, once in _doubled(text):
            yield _twice(words, once, place)


def _doubled(text: str) -> Iterator[tuple[int, str, str]]:
    """What stands twice in a text: where, the words, and how they read once; "4 four" is a number twice."""
    for match in DOUBLED.finditer(text):
        if match[1].lower() not in TWICE_IS_RIGHT:
            yield match.start(), match[0], match[1]
    for match in _DOUBLED_PHRASE.finditer(text) if _may_double_phrases(text) else ():
        if len({*match[1].lower().split()}) > 1:
            yield match.start(), match[0], match[1]
    for match in _DIGIT_AND_WORD.finditer(text) if has_digit(text) else ():
        if WORDS.index(match["word"].lower()) == int(match["digits"]):
            yield match.start(), match[0], match["word"]
    for match in _AROUND.finditer(text):
        yield match.start(), match[0], match["who"]


def _may_double_phrases(text: str) -> bool:
    """Whether a small word stands again two to four words on."""
    words = text.lower().split()
    return any(
        word in _SMALL and any(before.endswith(word) for before in words[max(0, number - 4) : number - 1])
        for number, word in enumerate(words)
        if number > 1
    )


def _twice(words: str, once: str, place: Place) -> Found:
    within = f"in `{words}`, `{once}`" if len(words.split()) > 2 else f"`{words}`"  # noqa: PLR2004
    message = f"{within} stands twice; expected `{once}` once"
    return Found(place, message, "remove one of the two", length=len(words))


def look_for_unbalanced_brackets(records: Records) -> Iterator[Found]:
    """Checks:
        Within a paragraph every bracket and every opening quotation mark is closed.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        A bracket left open is a sentence cut off, or a clause that lost its end in editing.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The contract (which ends in March is to be renewed.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The contract (which ends in March) is to be renewed.
    """
    for passage in all_prose(records.library):
        opened: list[tuple[str, Found]] = []
        for line in passage.lines():
            if not line.text.strip():
                yield from (found for _, found in opened)
                opened = []
            for bracket in _BRACKET.finditer(line.text):
                offset, character = bracket.start(), bracket[0]
                if character in PAIRS:
                    message = f"`{character}` is not closed in this paragraph; expected `{PAIRS[character]}`"
                    opened.append((PAIRS[character], Found(line.at(offset), message, "close it, or remove it")))
                elif opened and character == opened[-1][0]:
                    opened.pop()
        yield from (found for _, found in opened)


RULES: tuple[RecordRule, ...] = (
    record_rule("G160", "placeholder-text", STOPS_PUBLICATION, look_for_placeholders),
    record_rule("G161", "doubled-word", WARNS, look_for_doubled_words, heuristic=True),
    record_rule("G162", "bracket-open", NOTED, look_for_unbalanced_brackets, heuristic=True),
)
