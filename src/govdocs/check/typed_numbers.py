"""Rules about numbers of paragraphs that were typed by hand: codes G830 to G832."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Portion, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.papers import Paper

_DOTTED = re.compile(r"(?P<section>\d+(?:\.\d+)*)\.(?P<last>\d+)(?P<stop>[.)]?)")
_SINGLE = re.compile(r"(?P<last>\d+)(?P<stop>[.)])")

#: So many steps by one are needed for each slip, before numbers are held to be a sequence.
LEAST_STEPS = 2
Numbered = tuple[Paragraph, tuple[str, int]]
"""A paragraph with its typed number."""


def look_for_jumping_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        Numbers of paragraphs that were typed go up by one: 3.12 is followed by 3.13, or by the first of section 4.

    Looks at:
        Prose: typed numbers of paragraphs.

    Why:
        A gap makes readers look for a paragraph that was taken out.

    Example:
        A paper goes from paragraph 3.12 to 3.14.

    Wrong:
        3.11. The first reason.

        3.12. The second reason.

        3.14. The third reason.

    Right:
        3.11. The first reason.

        3.12. The second reason.

        3.13. The third reason.
    """
    for _, _, before, after in _neighbours(records):
        (old_section, old), (section, new) = before[1], after[1]
        is_new_section = section != old_section
        reached = _reached(section, old_section)
        if is_new_section and new > 1 and not _was_there(section, old_section):
            message = f"paragraph {after[0].marker} follows {before[0].marker}; expected the first of section {section}"
        elif is_new_section and reached is not None and new > reached + 1:
            message = f"paragraph {after[0].marker} follows {before[0].marker}; expected {_next(section, reached + 1)}"
        elif not is_new_section and new > old + 1:
            message = f"paragraph {after[0].marker} follows {before[0].marker}; expected {_next(section, old + 1)}"
        else:
            continue
        related = (Related(before[0].place, "the paragraph before"),)
        hint = "renumber, or say in a waiver which paragraph was taken out"
        yield Found(after[0].place, message, hint, related, subject=f"paragraph {after[0].marker.rstrip('.)')}")


def look_for_repeated_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        No typed number of a paragraph stands twice, and none runs backwards, within one part of a document.

    Looks at:
        Prose: typed numbers of paragraphs.

    Why:
        Minutes quote paragraphs by their numbers.

    Wrong:
        2.1. The first reason.

        2.2. The second reason.

        2.2. The third reason.

    Right:
        2.1. The first reason.

        2.2. The second reason.

        2.3. The third reason.
    """
    jumped: Paragraph | None = None
    for _, _, before, after in _neighbours(records):
        (old_section, old), (section, new) = before[1], after[1]
        # 11, 13, 13: it is the first 13 that is wrong, and the rule on jumps says so.
        is_said = jumped is before[0] and before[1] == after[1]
        jumped = after[0] if (section, new) == (old_section, old + 2) else None
        if is_said:
            continue
        backwards = section == old_section and (new < old and (bool(section) or new > 1))
        is_another = bool(section) and section != old_section
        earlier = is_another and (*_order(section), new) < (*_order(old_section), old)
        if backwards or earlier or (section, new) == (old_section, old):
            message = f"paragraph {after[0].marker} follows {before[0].marker}; expected a number after it"
            related = (Related(before[0].place, "the paragraph before"),)
            subject = f"paragraph {after[0].marker.rstrip('.)')}"
            yield Found(after[0].place, message, "renumber the paragraphs", related, subject=subject)


def look_for_mixed_number_styles(records: Records) -> Iterator[Found]:
    """Checks:
        Typed numbers of paragraphs are written alike in a document: all 3.1. with a stop, or all 3.1 without.

    Looks at:
        Prose: typed numbers of paragraphs.

    Why:
        It shows where a paragraph came from another document.

    Example:
        Two paragraphs of a paper have no full stop behind their numbers, and all others have.

    Wrong:
        3.1. The first reason.

        3.2. The second reason.

        3.3 The third reason.

    Right:
        3.1. The first reason.

        3.2. The second reason.

        3.3. The third reason.
    """
    for writing in records.writings:
        styles: dict[str, list[Paragraph]] = defaultdict(list)
        for paragraph in writing.paragraphs:
            if found := _DOTTED.fullmatch(paragraph.marker):
                styles[found["stop"]].append(paragraph)
        if len(styles) > 1:
            counts = Counter({stop: len(found) for stop, found in styles.items()})
            usual = counts.most_common(1)[0][0]
            odd = min((found[0] for stop, found in styles.items() if stop != usual), key=lambda one: one.place)
            message = f"`{odd.marker}` beside `{styles[usual][0].marker}`; expected all numbers to be written alike"
            related = (Related(styles[usual][0].place, "the usual way"),)
            yield Found(odd.place, message, "add the full stop, or take it away", related, subject="numbers")


def _neighbours(
    records: Records,
) -> Iterator[tuple[Writing, Portion, Numbered, Numbered]]:
    """Each two numbered paragraphs of one kind that follow each other in a part of a document.

    Single numbers are only looked at where the numbering is typed, for elsewhere they are those of lists.
    """
    for writing in records.writings:
        typed = not isinstance(writing.source, Paper) or writing.source.header.numbering == "typed"
        for portion in writing.portions:
            dotted = [(p, _read(p)) for p in portion.paragraphs if _DOTTED.fullmatch(p.marker)]
            for before, after in _in_sequence(portion, dotted):
                yield writing, portion, before, after
            if not typed or dotted:
                continue
            singles = [
                (p, _read(p))
                for p in portion.paragraphs
                if p.role is Role.ITEM and p.indent == 0 and _SINGLE.fullmatch(p.marker)
            ]
            for before, after in pairwise(singles):
                yield writing, portion, before, after


def _in_sequence(portion: Portion, dotted: list[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Each two neighbours of a sequence; codes of another document that begin paragraphs (1.5, 1.7, 2.5) are none."""
    if not _counts(dotted):
        return
    headings = [position for position, p in enumerate(portion.paragraphs) if p.role is Role.HEADING]
    under: dict[int, list[Numbered]] = defaultdict(list)
    where = {id(p): bisect_right(headings, position) for position, p in enumerate(portion.paragraphs)}
    for one in dotted:
        under[where[id(one[0])]].append(one)
    sound = {heading for heading, numbered in under.items() if _counts(numbered) or len(numbered) == 1}
    for before, after in pairwise(dotted):
        if {where[id(before[0])], where[id(after[0])]} <= sound:
            yield before, after


def _counts(numbered: list[Numbered]) -> bool:
    """Whether numbers count up, a slip here and there apart."""
    steps = [_is_step(before[1], after[1]) for before, after in pairwise(numbered)]
    odd = _odd_ones(numbered)
    slips = steps.count(False) - odd
    return not slips or (slips == 1 and (odd == 1 or any(steps))) or sum(steps) >= LEAST_STEPS * slips


def _odd_ones(numbered: list[Numbered]) -> int:
    """How many numbers do not fit between two that would count up around them: each is one slip, not two."""
    between = zip(numbered, numbered[1:], numbered[2:], strict=False)
    return sum(
        before[0] == after[0] and after[1] == before[1] + 2 and odd != (before[0], before[1] + 1)
        for (_, before), (_, odd), (_, after) in between
    )


def _is_step(before: tuple[str, int], after: tuple[str, int]) -> bool:
    """Whether a number follows another by one, or begins a section."""
    (old_section, old), (section, new) = before, after
    if section == old_section:
        return new == old + 1
    reached = _reached(section, old_section)
    if reached is None:  # some documents begin their sections at 2.0
        return new in (0, 1) or _was_there(section, old_section)
    return new == reached + 1


def _read(paragraph: Paragraph) -> tuple[str, int]:
    """A number as its section and its last part: ("3", 12) of 3.12."""
    dotted = _DOTTED.fullmatch(paragraph.marker)
    if dotted:
        return dotted["section"], int(dotted["last"])
    return "", int(paragraph.marker.rstrip(".)"))


def _was_there(section: str, other: str) -> bool:
    """Whether a number goes on from a deeper one: 1.2 after 1.1.3."""
    return other.startswith(f"{section}.") or section.startswith(f"{other}.")


def _reached(section: str, other: str) -> int | None:
    """The number of a section that a deeper one has come to: 5.1.3 stands under 5.1, so that 5 has come to 1."""
    if not other.startswith(f"{section}."):
        return None
    return int(other.removeprefix(f"{section}.").split(".")[0])


def _order(section: str) -> tuple[int, ...]:
    return tuple(int(part) for part in section.split("."))


def _next(section: str, number: int) -> str:
    return f"{section}.{number}" if section else str(number)


RULES: tuple[RecordRule, ...] = (
    record_rule("G830", "paragraph-number-jumps", WARNS, look_for_jumping_numbers, heuristic=True),
    record_rule("G831", "paragraph-number-repeated", WARNS, look_for_repeated_numbers, heuristic=True),
    record_rule("G832", "paragraph-numbers-mixed", NOTED, look_for_mixed_number_styles, heuristic=True),
)
