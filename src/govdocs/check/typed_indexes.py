"""Rules about an index that was typed with its pages: code G243."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from govdocs.check.book_indexes import bare_term
from govdocs.check.headings import contents_of, line_of
from govdocs.check.rule import WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import Heading, Paragraph, Row, plain
from govdocs.diagnostics import Related
from govdocs.places import Place

_PAGES = r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
_ENTRY = re.compile(rf"^(?P<term>\S.*?)(?:\s*(?:\.{{3,}}|…+|,))?[\s…](?P<pages>{_PAGES}(?:\s?,\s?{_PAGES})*)$")
_STRAY = re.compile(r"^[\W_]+(?=\w)|(?<=\w)[.,;:]+$")
_SMALL = re.compile(r"\b(?:the|a|an|of|and|for|in|to|on|dr|mr|mrs|ms|prof|professor)\b")
#: Fewer lines with pages than this are no index.
LEAST_LINES = 8


@dataclass(frozen=True)
class Line:
    """A line of a typed index."""

    typed: str
    pages: tuple[int, ...]
    place: Place

    @cached_property
    def term(self) -> str:
        """Its term without stray marks."""
        return _STRAY.sub("", self.typed)

    @property
    def subject(self) -> str:
        """What a waiver calls it."""
        return f"term {self.term}"


def look_for_slips_of_typed_indexes(composed: Composed) -> Iterator[Found]:
    """Checks:
        In an index that was typed, with its pages, every term stands once, without a stray mark, in the order of the
        alphabet; the text has it; its pages go up, and the document has as many.

    Looks at:
        Composed documents: what is typed under a heading called index, and all other words.

    Why:
        A reader who finds a term under one of its two lines misses half of its pages.

    Example:
        A plan's index has "LTC" on one page and "LTCs" on three others, and a town with a full stop behind it.

    Wrong:
        We plan for bridges, ferries, harbours, islands, jetties, lakes, moles, piers and a quay.

        ## Index

        - Bridge 2
        - Bridges 4
        - Ferries 3
        - Harbours 3
        - Islands 5
        - Jetties 2
        - Lakes 4
        - Moles 4
        - Piers 6

    Right:
        We plan for bridges, ferries, harbours, islands, jetties, lakes, moles, piers and a quay.

        ## Index

        - Bridges 2, 4
        - Ferries 3
        - Harbours 3
        - Islands 5
        - Jetties 2
        - Lakes 4
        - Moles 4
        - Piers 6
    """
    lines, words = _read(composed)
    if len(lines) >= LEAST_LINES:
        yield from _untidy(lines)
        yield from _twice(lines)
        yield from _of_pages(lines, max((entry.page for entry in contents_of(composed.pieces)), default=0))
        yield from _nowhere(lines, words)


def _untidy(lines: list[Line]) -> Iterator[Found]:
    for line in lines:
        if line.term != line.typed:
            message = f"the index has `{line.typed}`; expected `{line.term}`, without the stray mark"
            yield Found(line.place, message, "take the mark out", subject=line.subject)
    keys = [re.findall(r"[a-z0-9]+", line.term.lower()) for line in lines]
    for number in range(1, len(lines) - 1):
        before, key, after = keys[number - 1 : number + 2]
        if before <= after and not before <= key <= after:
            there = lines[number - 1].term
            message = f"`{lines[number].term}` stands in the index behind `{there}`; expected the order of the alphabet"
            yield Found(lines[number].place, message, "move the line", subject=lines[number].subject)


def _twice(lines: list[Line]) -> Iterator[Found]:
    seen: dict[str, Line] = {}
    for line in lines:
        first = seen.setdefault(bare_term(line.term), line)
        if first is not line:
            message = f"`{line.term}` is in the index as `{first.term}` already; expected one line for both"
            related = (Related(first.place, "the other line"),)
            yield Found(
                line.place, message, "make them one line, with the pages of both", related, subject=line.subject
            )


def _of_pages(lines: list[Line], last: int) -> Iterator[Found]:
    for line in lines:
        back = next((f"{two} after {one}" for one, two in pairwise(line.pages) if two <= one), "")
        beyond = next(
            (f"page {page} of a document that ends with {last}" for page in line.pages if 0 < last < page), ""
        )
        if back or beyond:
            message = f"`{line.term}` is said to be on {beyond or back}; expected pages that go up to the last"
            yield Found(line.place, message, "correct the pages", subject=line.subject)


def _nowhere(lines: list[Line], words: str) -> Iterator[Found]:
    """Terms of which the text lacks a word; where it lacks many, its words are put otherwise."""
    stems = set(_stems(words))
    lost = [line for line in lines if not stems >= set(_stems(line.term))]
    for line in lost if len(lost) * LEAST_LINES <= len(lines) else ():
        message = f"`{line.term}` is in the index and nowhere in the text; expected a term that is there"
        yield Found(line.place, message, "correct the term, or take it out", subject=line.subject)


def _stems(words: str) -> list[str]:
    return [word.rstrip("s") for word in re.findall(r"[a-z0-9&]+", _SMALL.sub(" ", words.lower()))]


def _read(composed: Composed) -> tuple[list[Line], str]:
    """The lines under a heading called index, and the words of all the rest."""
    lines: list[Line] = []
    words: list[str] = []
    inside = False
    for block in composed.pieces:
        if isinstance(block, Heading):
            inside = plain(block.content).strip(" :").lower() == "index" or (inside and len(plain(block.content)) == 1)
        if not isinstance(block, Heading | Row | Paragraph):
            continue
        typed = plain(block.content) if isinstance(block, Heading) else line_of(block)
        if not inside:
            words.append(typed)
        elif match := _ENTRY.match(typed):
            pages = tuple(int(page) for page in re.findall(r"\d+", match["pages"]))
            lines.append(Line(match["term"], pages, block.place))
    return lines, " ".join(words)


RULES: tuple[DocumentRule, ...] = (
    document_rule("G243", "typed-index-slips", WARNS, look_for_slips_of_typed_indexes, heuristic=True),
)
