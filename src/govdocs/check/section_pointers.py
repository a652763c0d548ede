"""Rules about sections that the text calls by their names: code G242."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought
from govdocs.check.pointers import is_minutes
from govdocs.check.rule import WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.compose.blocks import Heading, Paragraph, Strong, plain

_WORD = r"[A-Z][\w'’&-]*"
_SECTION = r"(?:section|chapter)"
#: "(see Delivery Model section)", "in our Primary Care section", "told in the Costs and Savings section of this plan".
_NAMED = Sought(
    rf"\b(?:[Ss]ee|[Ii]n|[Uu]nder|[Tt]o)\s+(?:(?:also|our|the|this)\s+)*"
    rf"(?P<name>{_WORD}(?:\s+(?:(?:of|and|for|in|the|to|on|&)\s+){{0,2}}{_WORD}){{1,7}})\s+{_SECTION}\b(?!s?\s+\d)"
    r"(?!\s+(?:of|in)\s+(?!this\b|our\b)[a-z])",
    "section chapter",
)
#: "the section on Delivery Model", "work-stream 1 “Empowering patients”", "the previous section, “Costs”".
_QUOTED = Sought(
    rf"\b(?:{_SECTION}|[Pp]art|[Ww]ork-?\s?stream)(?:\s+(?P<number>\d{{1,2}}))?,?\s+(?:called\s+|entitled\s+|headed\s+|on\s+)?"
    r"(?:\"(?P<double>[A-Z][^\"]{3,80})\"|[“‘](?P<curly>[A-Z][^”’]{3,80})[”’])",
    "section chapter part work workstream",
)
#: What is a section of something else: a law, a form, an office.
_ELSEWHERE = re.compile(
    r"\b(?:Act|Acts|Regulations?|Order|Code|Constitution|Scheme|Policy|Handbook|Form|Contract|Part)\b"
)
#: The number before the words of a heading.
_NUMBER = re.compile(r"^(\d{1,2})[.)]?\s")
LEAST_HEADINGS, LEAST_ALIKE = 4, 2


def look_for_sections_of_other_names(composed: Composed) -> Iterator[Found]:
    """Checks:
        A section that the text calls by its name, with capitals or in quotation marks, is in the document: a heading
        has the words of that name, and the number that is told with it.

    Looks at:
        Composed documents with four headings and more: paragraphs and headings.

    Why:
        Sections are renamed, merged and cut; the sentences that lead to them stay.

    Example:
        A plan sends its readers twice to a section "People Powered Health", and has none of that name.

    Wrong:
        More is said in our Excellence in Primary Care section.

        ## Introduction

        Words.

        ## Excellent Primary Medical Care

        Words.

        ## Costs

        Words.

        ## Risks

        Words.

    Right:
        More is said in our Primary Medical Care section.

        ## Introduction

        Words.

        ## Excellent Primary Medical Care

        Words.

        ## Costs

        Words.

        ## Risks

        Words.
    """
    passages = {one.position: one for sought in (_NAMED, _QUOTED) for one in composed.passages_for(sought)}
    headings = list(_headings(composed)) if passages else []
    if len(headings) < LEAST_HEADINGS or is_minutes(composed.document):
        return
    said: set[str] = set()
    for _, passage in sorted(passages.items()):
        for match in (*_NAMED.finditer(passage.text), *_QUOTED.finditer(passage.text)):
            name = next(group for key in ("name", "double", "curly") if (group := match.groupdict().get(key)))
            words = _stems(name)
            is_there = not words or any(words <= there for _, there in headings)
            numbers = {number for there, other in headings if words <= other for number in _NUMBER.findall(there)}
            told = match.groupdict().get("number")
            if told and len(numbers) == 1 and told not in numbers:
                message = f"`{match[0]}` has the number {told}; expected {numbers.pop()}, that of the heading"
                hint = "correct the number, or make it a link such as `[](heading:costs)`"
                yield Found(passage.place, message, hint, subject=f"section {name}")
            if is_there or name in said or _ELSEWHERE.search(name):
                continue
            said.add(name)
            near = max(headings, key=lambda heading: _alike(words, heading[1]))
            such = f", such as `{near[0]}`" if _alike(words, near[1]) >= LEAST_ALIKE else ""
            message = f"`{name}` is the name of no section here; expected that of one{such}"
            hint = "correct the name, or make it a link such as `[](heading:costs)`"
            yield Found(passage.place, message, hint, subject=f"section {name}")


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words begin alike: Excellence, Excellent."""
    return len({word[:6] for word in one} & {word[:6] for word in other})


def _headings(composed: Composed) -> Iterator[tuple[str, frozenset[str]]]:
    """The headings of a document, and the lines in bold that serve as such, each with its words."""
    for block in composed.pieces:
        is_line = isinstance(block, Paragraph) and all(isinstance(one, Strong) for one in block.content)
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and is_line):
            words = plain(block.content)
            yield words, _stems(words)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in content_words(words))


RULES: tuple[DocumentRule, ...] = (
    document_rule("G242", "section-unknown", WARNS, look_for_sections_of_other_names, heuristic=True),
)
