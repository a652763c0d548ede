"""Where each word of a document stands, so that a rule need not read what cannot concern it.

Most patterns cannot match without one of a few words. To ask a document for these takes a hundredth of the time that
searching all of it with the pattern takes.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import Generic, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
#: What stands for any digit among cues.
FIGURE = "0"


def has_digit(text: str) -> bool:
    """Whether there is a digit in a text."""
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=2048)
def _words_of(text: str) -> frozenset[str]:
    """The words and signs of a text. What was typed is asked for them again once it is composed."""
    words = _TOKEN.findall(text.lower())
    return frozenset((*words, FIGURE) if has_digit(text) else words)


class Sought:
    """A pattern, and its cues: words and signs of which one at least stands wherever it matches.

    They are written with blanks between, in small letters: ``per`` is that word, ``includ*`` any that begins so, ``%``
    that sign, ``0`` any digit. `tests/check/test_concordance.py` makes texts that each pattern matches, and looks for
    a cue in all of them.
    """

    __slots__ = ("pattern", "stems", "words")

    def __init__(self, pattern: str, cues: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.words = tuple(cue for cue in cues.split() if not cue.endswith("*"))
        self.stems = tuple(cue[:-1] for cue in cues.split() if cue.endswith("*"))

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern does."""
        return self.pattern.search(text)

    def may_match(self, text: str) -> bool:
        """Whether a cue stands in a text: for texts that are in no concordance."""
        words = _words_of(text)
        return not words.isdisjoint(self.words) or any(word.startswith(self.stems) for word in words)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As the pattern does."""
        return self.pattern.finditer(text)


class Concordance(Generic[T]):
    """Entries with their texts, and which of them hold a word."""

    def __init__(self, entries: Iterable[T], text_of: Callable[[T], str]) -> None:
        self._entries = tuple(entries)
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            for word in _words_of(text_of(entry)):
                self._where[word].append(number)
        self._words: list[str] = []

    def holding(self, sought: Sought) -> tuple[T, ...]:
        """The entries with a cue of what is sought, in their order."""
        where = self._where
        found = {number for word in sought.words if word in where for number in where[word]}
        for stem in sought.stems:
            for word in self._beginning(stem):
                found.update(where[word])
        return tuple(self._entries[number] for number in sorted(found))

    def with_figures(self) -> tuple[T, ...]:
        """The entries with a digit."""
        return tuple(self._entries[number] for number in self._where.get(FIGURE, ()))

    def _beginning(self, stem: str) -> Iterator[str]:
        """The words that begin so."""
        self._words = self._words or sorted(self._where)
        following = islice(self._words, bisect_left(self._words, stem), None)
        return takewhile(lambda word: word.startswith(stem), following)
