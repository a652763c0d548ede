"""The rule about numbers of things that a sentence goes on to name: code G394."""

import re
from collections.abc import Iterator

from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role

_NUMBER = rf"(?P<number>{'|'.join(WORDS[2:13])}|[2-9]|1[0-2])"
#: "three wards, namely Ash, Beech and Cedar", "five priorities: …", "two governors (A and B)".
_NAMED = re.compile(
    rf"(?<![\w.,/£$€%-])(?P<lead>{_NUMBER}\s(?:[a-z][a-z-]*\s){{0,3}}?(?P<things>[a-z][a-z-]*s|people|children))"
    r"(?P<where>\s(?:in|on|at|of|for|from|during)\s(?:the\s)?[A-Za-z]+(?:\s[A-Za-z]+)?)?"
    r"(?::\s|,? (?:namely|these being|these are|which are|i\.e\.|viz\.?)[,:]?\s|\s?(?P<open>\())"
    r"(?P<list>[^.;:()?!]+)(?P<end>[.;)]|$)",
    re.IGNORECASE,
)
#: Words of a clause, of a choice, or of a list that is not whole.
_NO_LIST = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|may|can|could|must|which|who|whom|that|because|but|or|if"
    r"|including|include|includes|such as|e\.g\.|eg|etc|for example|among|one of|other|others|more|each|every|both"
    r"|when|where|while|as|see|with|per|between|from|to|than|not|all|any|inclusive|by)\b|\d|[£$€%]",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*,\s*(?:and\s+|&\s+)?")
_AND = re.compile(r"\s(?:and|&)\s")
_NOT_THINGS = re.compile(r"(?:year|month|week|day|hour|minute|time|percent|point|pound|mile|term)s", re.IGNORECASE)
#: "one of our top three priorities: …" names what that one is.
_SOME_OF = re.compile(
    r"\b(?:one|two|three|any|some|part|each) of (?:(?:the|our|its|their|these) )?(?:\w+ ){0,2}$", re.IGNORECASE
)
LONGEST_PART = 6


def look_for_miscounted_things(records: Records) -> Iterator[Found]:
    """Checks:
        A number of things is followed by as many where the sentence goes on to name them, behind a colon, in brackets
        or after "namely"; an "and" within a name may count or not.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        One of them was taken out, or forgotten; and the reader looks for the fifth.

    Wrong:
        The plan has five aims: safety, access, staff and money.

    Right:
        The plan has four aims: safety, access, staff and money.
    """
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences():
            if paragraph.role in (Role.HEADING, Role.BLOCK):
                continue
            for match in _NAMED.finditer(sentence):
                # Of parts with numbers right behind, the rule on parts speaks.
                counts = _counts(match["list"], sums=bool(match["where"]))
                is_closed = (match["end"] == ")") is bool(match["open"])
                number = whole_number(match["number"])
                if _SOME_OF.search(sentence[: match.start("lead")]):
                    continue
                if counts is None or number is None or not is_closed or _NOT_THINGS.fullmatch(match["things"]):
                    continue
                if number not in counts:
                    message = f"`{match['lead']}` are followed by {counts[0]}; expected as many as there are"
                    place = paragraph.at(offset + match.start("lead"))
                    yield Found(place, message, "correct the number, or the list", length=len(match["lead"]))


def _counts(words: str, *, sums: bool) -> range | None:
    """How many things a row of words may name; None where it is no such row."""
    parts = [part for part in _PARTS.split(words.strip()) if part]
    joined = sum(len(_AND.findall(part)) for part in parts)
    is_closed = bool(re.search(r",\s*(?:and|&)\s", words))
    numbers = [whole_number(one.split()[0]) for part in parts for one in _AND.split(part) if one.split()]
    if len(numbers) > 1 and None not in numbers:
        total = sum(number for number in numbers if number is not None)
        return range(total, total + 1) if sums else None  # "two falls and one fire"
    if any(number is not None for number in numbers):
        return None
    if (
        _NO_LIST.search(words)
        or any(len(part.split()) > LONGEST_PART for part in parts)
        or (not joined and not is_closed)
    ):
        return None
    # The last "and" belongs to the row, unless a comma stands before it; others may stand within a name.
    least = len(parts) + (1 if joined and not is_closed and joined == 1 else 0)
    return range(least, len(parts) + joined + 1)


RULES: tuple[RecordRule, ...] = (
    record_rule("G394", "things-miscounted", WARNS, look_for_miscounted_things, heuristic=True),
)
