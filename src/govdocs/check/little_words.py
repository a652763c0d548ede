"""A rule about sentences that were changed by half: code G173."""

import re
from collections.abc import Callable, Iterator

from govdocs.check.figures import typed_tables
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.languages import is_english
from govdocs.model.scalars import is_slug
from govdocs.places import Place

Text = tuple[str, Callable[[int], Place]]
"""Words on one line, and what tells the place of each character of them."""

_DETERMINERS = r"(?:the|a|an|its|their|our|your|my)"
#: Two little words of which one was to be deleted.
_CLASH = re.compile(
    rf"(?<![\w'’.(-])(?:(?P<one>{_DETERMINERS}) (?!(?P=one)\b){_DETERMINERS}(?= (?!priori|posteriori|la )[a-z]{{2}})"
    r"|(?:is|are|was|were) (?:has|have|had) been|(?:which|that|who) (?:has|have|had) (?:is|are|was|were)"
    r"|(?:will|would|should|could|must) (?:has|is|are|was|were|been)|(?:is|are|was|were) be|(?:has|have|had) be"
    r"|to been|(?:the|an|our) (?:of|is|are|was|were|has|have)|the (?:Mr|Mrs|Ms)(?=\.? [A-Z][a-z]+ [a-z]+(?<! and)))"
    r"(?![\w'’)-])",
)


_SAID_TWICE = re.compile(r"\b(\w+ \w+) \1\b", re.IGNORECASE)


def look_for_little_words_that_clash(records: Records) -> Iterator[Found]:
    """Checks:
        No two little words stand beside each other of which one was to be deleted: "the their practice", "which is has
        been", "will been".

    Looks at:
        Prose, cells and headings of tables, titles and other typed words of the records, in English.

    Why:
        A sentence was changed, and half of the change is missing: the other half may be missing as well.

    Example:
        A cover of 2018 says that a project "is has been" started.

    Wrong:
        The work is has been done at the their own site.

    Right:
        The work has been done at their own site.
    """
    for text, at in _texts(records):
        for match in _CLASH.finditer(text):
            if _SAID_TWICE.search(text, max(0, match.start() - 12), match.end() + 12):
                continue  # "of the of the" has a finding of its own
            message = f"`{match[0]}` stands together; expected one of the two words, or something between them"
            yield Found(at(match.start()), message, "remove one of the two", length=len(match[0]))


def _texts(records: Records) -> Iterator[Text]:
    """All words in English that somebody typed: prose, cells and headings of tables, values."""
    for text in records.dated_texts:
        if text.words and not is_slug(text.words) and is_english(records.library, text.at(0).path):
            yield text.words, text.at
    for block in typed_tables(records.library):
        if is_english(records.library, block.fence.path):
            group = ""
            for number, column in enumerate(block.columns):
                yield from _headings(block.place("columns", number, "label"), column.label)
                if column.group != group:
                    yield from _headings(block.place("columns", number, "group"), column.group)
                group = column.group


def _headings(place: Place, words: str) -> Iterator[Text]:
    if words:
        yield words, lambda _: place


RULES: tuple[RecordRule, ...] = (
    record_rule("G173", "little-words-clash", WARNS, look_for_little_words_that_clash, heuristic=True),
)
