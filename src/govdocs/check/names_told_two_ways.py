"""The rule about names that a document tells in two ways: code G845."""

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.check.names import is_cut, official_names
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, is_near, phrases_and_parts
from govdocs.check.writings import Paragraph, Role
from govdocs.diagnostics import Related

LEAST_WORDS = 3
#: In a name of so many words half of one will do.
LONG_NAME = 4


def look_for_names_spelt_two_ways(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document a name of three words or more is not also written with its words turned about, or with one
        of them spelt a little otherwise.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Readers wonder whether the "Assurance Oversight Group" and the "Oversight and Assurance Group" are two groups.

    Wrong:
        The Assurance Oversight Group met. The Assurance Oversight Group was content. Later the Oversight and
        Assurance Group wrote a letter.

    Right:
        The Assurance Oversight Group met. The Assurance Oversight Group was content. Later the Assurance Oversight
        Group wrote a letter.
    """
    official = {content_words(name) for name in official_names(records.library)}
    turned = {frozenset(words) for words in official}  # what is said of these, the rule on names of the registers says
    for writing in records.writings:
        found: dict[tuple[str, ...], list[tuple[Paragraph, int, str]]] = defaultdict(list)
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.HEADING and not paragraph.text.isupper():
                for offset, phrase in _between_commas(paragraph.text):
                    words = content_words(phrase)
                    # A line of its own is a heading in all but its marks.
                    is_line = paragraph.role is Role.PARAGRAPH and len(phrase) >= len(paragraph.text.strip(" :."))
                    if LEAST_WORDS <= len(words) <= 6 and not is_line:  # noqa: PLR2004
                        found[words].append((paragraph, offset, phrase))
        keys = sorted(found, key=lambda words: (-len(found[words]), words))
        for number, words in enumerate(keys):
            if words in official or frozenset(words) in turned:
                continue
            for usual in keys[:number]:
                alike = len(usual) == len(words) and (sorted(usual) == sorted(words) or _one_slip(usual, words))
                paragraph, offset, phrase = found[words][0]
                first, where, other = found[usual][0]
                if (alike or "".join(usual) == "".join(words)) and not _is_of(phrase, other):
                    message = f"`{phrase}` is called `{other}` elsewhere; expected one name"
                    related = (Related(first.at(where), "the other name"),)
                    hint = "choose one of the two"
                    yield Found(paragraph.at(offset), message, hint, related, len(phrase), f"name {phrase}")
                    break


def _is_of(one: str, other: str) -> bool:
    """Whether two phrases are a post of a body, told in two ways: "the FTB Vice Chair", "Vice Chair of the FTB"."""
    for whole, turned in ((one, other), (other, one)):
        post, of, body = whole.partition(" of ")
        if of and content_words(turned) == content_words(body) + content_words(post):
            return True
    return False


def _between_commas(text: str) -> Iterator[tuple[int, str]]:
    """The runs of words with capitals and what stands beside an "and" in them, those of a list one by one."""
    for offset, phrase in phrases_and_parts(text):
        for part in re.finditer(r"[^,\s][^,]*", phrase):
            yield offset + part.start(), part[0].rstrip()


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    left, right = different[0]
    long = min(len(left), len(right)) > 5 and left[:5] == right[:5] and abs(len(left) - len(right)) <= 2  # noqa: PLR2004
    # "Overnight Nurse Assessment Service" is the Overnight Nursing one.
    half = len(one) >= LONG_NAME and min(len(left), len(right)) > 4 and left[:4] == right[:4]  # noqa: PLR2004
    return left.rstrip("s") != right.rstrip("s") and (long or half or is_near(left, right) or is_cut(left, right))


RULES: tuple[RecordRule, ...] = (
    record_rule("G845", "name-spelt-two-ways", WARNS, look_for_names_spelt_two_ways, heuristic=True),
)
