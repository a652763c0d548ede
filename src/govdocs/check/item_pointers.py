"""The rule about items that minutes name by their number: code G241."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import has_digit
from govdocs.check.rule import WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import MinuteEntries, MinuteEntry, Paragraph, Piece, children, plain

_ITEM = re.compile(
    r"\b(?:agenda items?|items?|minutes?)(?: no\.?| numbers?)?\s+"
    r"(?P<numbers>\d{1,4}(?:\.\d+)?(?:(?:,\s*|\s+and\s+|\s+to\s+|\s?[-–]\s?)\d{1,4}(?:\.\d+)?)*)(?!\w|/\d|\.\d|%|\s*(?:minutes|hours))",
    re.IGNORECASE,
)
#: Words that say that the items of another meeting, or of another list, are meant.
_ELSEWHERE = re.compile(
    r"\b(?:minutes? (?:of|dated|from|\d)|of the minutes|previous|last (?:meeting|month)|held (?:on|in)|earlier|cabinet"
    r"|next|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|amend\w*|read)\b",
    re.IGNORECASE,
)
_LOOKING_BACK = re.compile(r"\bminutes\b|\barising\b|\bactions?\b", re.IGNORECASE)
LEAST_ITEMS = 3


def look_for_unknown_items(composed: Composed) -> Iterator[Found]:
    """Checks:
        An item that minutes name by its number ("declared an interest in item 14") is an item of the meeting.

    Looks at:
        Composed minutes: sentences with "item" and a number, where no other meeting is spoken of.

    Why:
        An interest that was declared in an item that does not exist was declared in none.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member]
        ---
        ## welcome

        ## apologies

        ## declarations

        Sam Member declared an interest in item 14.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member]
        ---
        ## welcome

        ## apologies

        ## declarations

        Sam Member declared an interest in item 2.
    """
    for section in composed.document.sections:
        for block in section.blocks:
            if isinstance(block, MinuteEntries):
                yield from _unknown(block.entries)


def _unknown(entries: tuple[MinuteEntry, ...]) -> Iterator[Found]:
    references = [plain(entry.reference) for entry in entries]
    numbers = [re.findall(r"\d+", reference) for reference in references]
    known = {number.lstrip("0") for one in numbers for number in one}
    if sum(bool(one) for one in numbers) < max(LEAST_ITEMS, len(entries) - 1):
        return
    # Under the minutes of the last meeting, and what arose from them, the items of that meeting are spoken of.
    own = [entry for entry in entries if not _LOOKING_BACK.search(plain(entry.heading.content))]
    for paragraph in (piece for entry in own for block in entry.blocks for piece in _within(block)):
        text = plain(paragraph.content)
        for match in _ITEM.finditer(text) if has_digit(text) else ():
            if _ELSEWHERE.search(text[max(0, match.start() - 60) : match.end() + 40]):
                continue
            for number in re.findall(r"\d+(?:\.\d+)?", match["numbers"]):
                if number.partition(".")[0].lstrip("0") not in known:
                    message = f"`{match[0]}` is no item of this meeting; expected one from {references[0]} to "
                    message += references[-1]
                    hint = "correct the number, or make it a link such as `[](item:budget)`"
                    yield Found(paragraph.place, message, hint, subject=f"item {number}")


def _within(block: Piece) -> Iterator[Paragraph]:
    """The paragraphs in a block, and itself where it is one."""
    if isinstance(block, Paragraph):
        yield block
    for child in children(block):
        yield from _within(child)


RULES: tuple[DocumentRule, ...] = (
    document_rule("G241", "item-unknown", WARNS, look_for_unknown_items, heuristic=True),
)
