"""Rules about lists whose number of items is told: code G313."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from govdocs.check.concordance import Sought
from govdocs.check.quantities import whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing

#: Nouns that announce a list when a number stands before them and a colon behind.
LISTED = """
    action aim area benefit bid bullet category categories challenge change commitment component concern condition
    criteria criterion decision document domain driver duties duty element factor finding goal grant heading improvement
    initiative intervention issue item lesson level matter measure objective option outcome part phase pillar point
    principle priorities priority programme project proposal question reason recommendation requirement risk role scheme
    stage standard statement step strand target task theme type way work-stream workstream
"""
_NOUNS = "|".join(sorted(LISTED.split(), key=len, reverse=True))
_TIMES = r"years?\b|months?\b|weeks?\b|days?\b|hours?\b"
#: A number of things that a sentence announces.
COUNTED = re.compile(
    r"\b(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    rf"\s+(?:(?!{_TIMES})[a-z][\w-]*,?\s+){{0,3}}?(?P<noun>{_NOUNS})s?\b",
    re.IGNORECASE,
)
#: What a heading counts where a list follows; "Four Lanes" are a place.
_POINTS = re.compile(
    r"^(?:aim|bid|bullet|challenge|change|concern|goal|lesson|matter|objective|option|outcome|pillar|point|principle"
    r"|priorit\w+|question|reason|recommendation|risk|step|strand|target|task|theme)s?$",
    re.IGNORECASE,
)
_THEY_ARE = re.compile(r"^\W*(?:The|These) (?P<noun>[a-z]+s) are(?: as follows)?:\s*$")
_COUNTS_ANY = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9])\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z]{3,})s:\s*$"
)
_NAMED_ALONG = Sought(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten)\s+(?P<noun>[A-Za-z]+s)\b[^.;:]{0,70}?\b(?P=noun)\s+"
    r"(?P<list>[0-9A-Z][0-9.]*(?:,\s*[0-9A-Z][0-9.]*)*,?\s+and\s+[0-9A-Z][0-9.]*)\b",
    "two three four five six seven eight nine ten",
    re.IGNORECASE,
)


def look_for_miscounted_lists(records: Records) -> Iterator[Found]:
    """Checks:
        Where a sentence announces a number of things and a list follows ("three aims:"), the list has as many; and
        so has a row of numbers ("three outcomes, outcomes 7, 14 and 16"), and a list right under a heading that counts
        its points ("Three key messages"); "three pathways:" is followed by Pathway 1 to 3.

    Looks at:
        Prose of papers, minutes and terms of reference: lists.

    Why:
        Either the list lost an item in editing, or nobody counted.

    Example:
        Terms of reference speak of sixteen interventions that no list names.

    Wrong:
        The plan has three aims:

        - safety
        - beauty

    Right:
        The plan has three aims:

        - safety
        - beauty
        - thrift
    """
    for _, lead, items in lists(records):
        offset, sentence, counted = _announced(lead)
        if not counted:
            continue
        numbers = [whole_number(match["number"]) for match in counted]
        if len(items) not in numbers and len(sentence) - counted[-1].end() < 120:  # noqa: PLR2004
            yield _miscounted(lead, offset, counted[-1], len(items))
    for writing in records.writings:
        for portion in writing.portions:
            yield from _numbered_alike(portion.paragraphs)
    sentences = (one for writing in records.writings for one in writing.sentences_for(_NAMED_ALONG))
    for paragraph, offset, sentence in sentences:
        for match in _NAMED_ALONG.finditer(sentence):
            length = len(re.split(r",\s*|\s+and\s+", match["list"].replace(", and", " and")))
            if length != whole_number(match["number"]):
                message = f"`{match['number']} {match['noun']}` and then {length} of them; expected {match['number']}"
                hint = "complete the row, or correct the number"
                yield Found(paragraph.at(offset + match.start()), message, hint, length=len(match["number"]))


def _announced(lead: Paragraph) -> tuple[int, str, list[re.Match[str]]]:
    """The sentence before a list that says how many things there are, where it begins, and what it counts.

    After "There are four levels of care. The levels are:" it is the one before.
    """
    said = list(lead.sentences())
    offset, sentence = said[-1]
    if lead.role is Role.HEADING:
        counted = [one for one in _counted(sentence) if one.start() == 0 and _POINTS.search(one["noun"])]
    elif not sentence.rstrip().endswith((":", ";")):
        counted = []
    elif (match := _THEY_ARE.search(sentence)) and len(said) > 1:
        offset, sentence = said[-2]
        counted = [one for one in _counted(sentence) if one["noun"].lower().rstrip("s") == match["noun"].rstrip("s")]
        return offset, sentence[: counted[0].end()] if counted else "", counted if len(counted) == 1 else []
    else:
        counted = _counted(sentence)
    return offset, sentence, counted


def _counted(sentence: str) -> list[re.Match[str]]:
    return [match for match in COUNTED.finditer(sentence) if not re.search(r"\d\.?$", sentence[: match.start()])]


def _miscounted(lead: Paragraph, offset: int, found: re.Match[str], length: int) -> Found:
    message = f"`{found[0]}` is followed by a list of {length}; expected {found['number']}"
    hint = "complete the list, or correct the number"
    return Found(lead.at(offset + found.start()), message, hint, length=len(found[0]))


def _numbered_alike(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """What a sentence counts where paragraphs follow that are called by it: "Pathway 1: …", "Pathway 2: …"."""
    for position, lead in enumerate(paragraphs):
        match = _COUNTS_ANY.search(lead.text) if lead.role in (Role.PARAGRAPH, Role.ITEM) else None
        if match is None:
            continue
        named = re.compile(rf"{match['noun']}\s(?P<number>\d{{1,2}})\b", re.IGNORECASE)
        rest = (named.match(one.text) for one in paragraphs[position + 1 :])
        numbers = [int(one["number"]) for one in takewhile(bool, rest) if one]
        is_row = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
        if is_row and whole_number(match["number"]) != len(numbers):
            yield _miscounted(lead, 0, match, len(numbers))


def lists(records: Records) -> Iterator[tuple[Writing, Paragraph, list[Paragraph]]]:
    """Every paragraph that is followed by a list, and the items of that list's own level."""
    for writing in records.writings:
        for portion in writing.portions:
            paragraphs = portion.paragraphs
            for position, lead in enumerate(paragraphs[:-1]):
                after = paragraphs[position + 1]
                if lead.role in (Role.BLOCK, Role.ASKED) or after.role is not Role.ITEM or not lead.text.strip():
                    continue
                if lead.role is Role.ITEM and after.indent <= lead.indent and _same_marker(lead, after):
                    continue
                yield writing, lead, list(_items(paragraphs[position + 1 :]))


def _same_marker(one: Paragraph, other: Paragraph) -> bool:
    return one.marker[:1].isalnum() == other.marker[:1].isalnum()


def _items(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    first = paragraphs[0]
    for paragraph in paragraphs:
        if paragraph.role is not Role.ITEM and paragraph.indent <= first.indent:
            return
        if paragraph.role is Role.ITEM and paragraph.indent <= first.indent:
            if not _same_marker(paragraph, first) or paragraph.indent < first.indent:
                return
            yield paragraph


RULES: tuple[RecordRule, ...] = (
    record_rule("G313", "list-miscounted", WARNS, look_for_miscounted_lists, heuristic=True),
)
