"""Rules about the facts and the figures of renditions: the same in every language; codes G742 and G743."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.renditions import Section, pairs
from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.record import Block, Record
from govdocs.model.renditions import WORDS
from govdocs.places import Place
from govdocs.read.nodes import Mapping, Node, Prose, Scalar, Sequence

#: Keys below the top of a header or block that hold words: they differ from language to language.
_INNER_WORDS = WORDS | {"text", "suffix", "label", "group", "reason", "capacity", "as", "translations"}
_PARTS = ("parts", "recommendations")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")
_UNPRINTED = re.compile(r"\]\([^)\s]*\)|\{#[^}]*\}")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


Number = tuple[Decimal, str, Place]
"""A figure: its value, as typed, and where."""


def look_for_facts_that_differ(records: Records) -> Iterator[Found]:
    """Checks:
        Facts that a rendition states again (votes, movers, times, dates, owners, verbs of resolutions) are those of the
        document itself.

    Why:
        Two sets of minutes that count the votes otherwise leave nobody knowing which of them is right.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        started: 10:30
        ---
        ## welcome

        ## apologies

        ## declarations

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        ## apologies

        ## declarations
    """
    for pair in pairs(records.library):
        yield from _facts_differ(pair.header, pair.other_header, "header")
        for section, other in pair.matched():
            there = other.blocks()
            for key, block in section.blocks().items():
                if key in there:
                    yield from _facts_differ(block, there[key], f"item {other.id}")


def _facts_differ(record: Record, other: Record, subject: str) -> Iterator[Found]:
    first, second = record.node, other.node
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return
    for entry in second:
        key = entry.key.text
        known = first.get(key)
        if entry.value is known or (key in WORDS and key not in _PARTS) or key == "form":
            continue
        if known is None or _facts(known) != _facts(entry.value):
            message = f"`{key}` is not what it is in the other language; expected {_shown(known)}"
            hint = f"correct one of the two, or take `{key}` out here: it is then taken from there"
            where = known.place if known is not None else record.place()
            yield Found(entry.value.place, message, hint, (Related(where, "in the other language"),), 1, subject)


def _facts(node: Node) -> object:
    """What a node says apart from words; somebody named alone is the same as with words beside the name."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [_facts(item) for item in node.items]
    facts = {entry.key.text: _facts(entry.value) for entry in node if entry.key.text not in _INNER_WORDS}
    return facts["person"] if set(facts) == {"person"} else facts


def _shown(node: Node | None) -> str:
    if node is None:
        return "no such key"
    return f"`{node.text}`" if isinstance(node, Scalar) else "the same facts"


def look_for_numbers_that_differ(records: Records) -> Iterator[Found]:
    """Checks:
        The figures in the words of an item, a part or a record block are the same in every language.

    Why:
        A figure that was mistyped in one language is believed by everybody who reads only that one.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The grant is £2,000.

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        Y grant yw £2,500.

        ## apologies

        ## declarations

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The grant is £2,000.

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        Y grant yw £2,000.

        ## apologies

        ## declarations
    """
    for pair in pairs(records.library):
        for section, other in pair.matched():
            subject = f"item {other.id}"
            yield from _numbers_differ(_prose(section), _prose(other), other.place, subject)
            there = other.blocks()
            for key, block in section.blocks().items():
                if key in there:
                    yield from _numbers_differ(_words(block), _words(there[key]), there[key].fence, subject)
        yield from _numbers_differ(_words(pair.header), _words(pair.other_header), pair.other_header.place(), "header")


def _numbers_differ(first: list[Prose], second: list[Prose], place: Place, subject: str) -> Iterator[Found]:
    """Figures that only one of the two has: each at its own line, or where the other words begin."""
    here, there = list(_numbers(first)), list(_numbers(second))
    missing, added = _only_in(here, there), _only_in(there, here)
    expected = "expected the same figures in both languages"
    if len(missing) == len(added):
        for (_, old, at), (_, new, where) in zip(missing, added, strict=True):
            message = f"the figure `{new}` is `{old}` in the other language; {expected}"
            related = (Related(at, "it is here"),)
            yield Found(where, message, "correct it here or there", related, len(new), subject)
        return
    start = second[0].place if second else place
    for _, old, at in missing:
        message = f"the figure `{old}` of the other language is not here; {expected}"
        yield Found(start, message, "add it, or correct the other", (Related(at, "it is here"),), 1, subject)
    for _, new, where in added:
        message = f"the figure `{new}` is not in the other language; {expected}"
        beside = (Related(first[0].place, "the same in the other language"),) if first else ()
        yield Found(where, message, "correct it here or there", beside, len(new), subject)


def _only_in(mine: list[Number], theirs: list[Number]) -> list[Number]:
    """The figures that ``theirs`` has not, or not as often."""
    left = Counter(value for value, _, _ in theirs)
    found: list[Number] = []
    for number in mine:
        if left[number[0]]:
            left[number[0]] -= 1
        else:
            found.append(number)
    return found


def _prose(section: Section) -> list[Prose]:
    return [part for part in section.content if isinstance(part, Prose)]


def _words(record: Record) -> list[Prose]:
    """The words of a header or a block: after its line ``---``, and under its keys that hold words."""
    found = [record.prose] if isinstance(record, Block) and record.prose is not None else []
    node = record.node
    for key in sorted(WORDS - {"note", "waivers", "language"}) if isinstance(node, Mapping) else ():
        value = node.get(key) if isinstance(node, Mapping) else None
        found += [Prose(scalar.text, scalar.place) for scalar in _scalars(value)]
    return found


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Mapping():
            for entry in node:
                yield from _scalars(entry.value)


def _numbers(words: list[Prose]) -> Iterator[Number]:
    for prose in words:
        for count, line in enumerate(prose.text.split("\n")):
            shown = _UNPRINTED.sub(lambda match: " " * len(match[0]), line)
            place = prose.place.down(count) if count else prose.place
            for match in _NUMBER.finditer(shown):
                value = _THOUSANDS.sub("", match[0])
                number = Decimal(value) if value.count(".") <= 1 and "," not in value else None
                key = number.normalize() if number is not None else Decimal(re.sub(r"\D", "", value))
                yield key, match[0], Place(place.path, place.line, place.column + match.start())


RULES: tuple[RecordRule, ...] = (
    record_rule("G742", "rendition-differs", STOPS_PUBLICATION, look_for_facts_that_differ),
    record_rule("G743", "rendition-figure-differs", STOPS_PUBLICATION, look_for_numbers_that_differ),
)
