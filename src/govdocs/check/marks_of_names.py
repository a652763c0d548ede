"""Rules about names that differ in a mark, a capital or a word: code G857."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from govdocs.check.names import official_names
from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, document_texts, phrases_and_parts
from govdocs.diagnostics import Related
from govdocs.places import Place

_THE = re.compile(r"^The ")
#: "Leicester, Leicestershire and Rutland": three and more, parted by commas.
_ROW = re.compile(r"[A-Z][\w'’-]*(?:, [A-Z][\w'’-]*)+ and [A-Z][\w'’-]*")
LEAST_WORDS, LEAST_LONG, LEAST_OFTEN = 2, 4, 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A name as it is written, how often, and where first."""

    name: str
    place: Place
    often: int


def look_for_names_that_differ_a_little(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document a name has its apostrophe, its commas and its capitals throughout; and a name of four words
        and more is not also written with one word more among them.

    Looks at:
        runs of words with capitals in the words and tables of each document.

    Why:
        A reader who searches for one form does not find the other, or takes the two for two things.

    Example:
        A plan has the Older Persons' Unit and the Older Persons Unit, an Overnight Nursing Assessment Service and an
        Overnight Nursing Assessment Support Service.

    Wrong:
        The Older Persons' Unit opened in May. The Older Persons Unit is full.

    Right:
        The Older Persons' Unit opened in May. The Older Persons' Unit is full.
    """
    official = set(official_names(records.library))  # of whose commas another rule speaks
    for _, all_texts in document_texts(records):
        # Names of schemes in data sets are as they came.
        texts = [(text, at) for text, at in all_texts if not at(0).path.endswith(".csv")]
        names = _names(texts)
        pairs = [*_apostrophes(names), *_words_more(names), *_commas(texts), *_capitals(names, texts)]
        said: set[str] = set()
        for odd, usual in pairs:
            if odd.name not in said and not ("," in usual.name and usual.name in official):
                said.add(odd.name)
                message = f"`{odd.name}` is written `{usual.name}` elsewhere; expected one form"
                related = (Related(usual.place, f"`{usual.name}`"),)
                yield Found(odd.place, message, "choose one of the two", related, len(odd.name), f"name {odd.name}")


Texts = list[tuple[str, Callable[[int], Place]]]


def _names(texts: Texts) -> list[Seen]:
    """The runs of words with capitals, without their article, in the order in which they are first met."""
    first: dict[str, Place] = {}
    count: dict[str, int] = defaultdict(int)
    for text, at in texts:
        for offset, phrase in phrases_and_parts(text) if not text.isupper() else ():
            for part in re.finditer(r"[^,\s][^,]*", phrase):
                name = _THE.sub("", part[0]).replace("’", "'")
                first.setdefault(name, at(offset + part.end() - len(name)))
                count[name] += 1
    return [Seen(name, place, count[name]) for name, place in first.items()]


def _usual_last(one: Seen, other: Seen) -> tuple[Seen, Seen]:
    return (other, one) if one.often >= other.often else (one, other)


def _apostrophes(names: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Names of which one lacks an apostrophe that the other has."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for seen in names:
        if len(content_words(seen.name)) >= LEAST_WORDS:
            groups[seen.name.replace("'", "").lower()].append(seen)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.name.count("'") != other.name.count("'"):
                yield _usual_last(one, other)


def _words_more(names: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Names of which one has one word more, neither the first nor the last."""
    by_words = {content_words(seen.name): seen for seen in reversed(names)}
    for words, seen in by_words.items():
        if len(words) > LEAST_LONG:
            shorter = (by_words.get((*words[:gap], *words[gap + 1 :])) for gap in range(2, len(words) - 1))
            yield from (_usual_last(other, seen) for other in shorter if other is not None)


def _commas(texts: Texts) -> Iterator[tuple[Seen, Seen]]:
    """Rows of names, "A, B and C", that stand elsewhere without their comma."""
    rows = {match[0]: at(match.start()) for text, at in reversed(texts) for match in _ROW.finditer(text)}
    words = "\n".join(text for text, _ in texts) if rows else ""
    for row, place in rows.items():
        bare = row.replace(",", "")
        if bare in words and (found := _first(bare, texts)):
            yield found, Seen(row, place, 1)


def _capitals(names: list[Seen], texts: Texts) -> Iterator[tuple[Seen, Seen]]:
    """Long names that stand elsewhere with one small letter in place of a capital."""
    whole = "\n".join(text for text, _ in texts)
    for seen in names:
        words = seen.name.split()
        large = [number for number, word in enumerate(words) if word[0].isupper()]
        if len(large) < LEAST_LONG or len(large) != len(content_words(seen.name)) or seen.often < LEAST_OFTEN:
            continue
        for small in large[1:]:
            form = " ".join(word.lower() if number == small else word for number, word in enumerate(words))
            if form in whole and (found := _first(form, texts)):
                yield found, seen
                break


def _first(name: str, texts: Texts) -> Seen | None:
    """Where a name first stands by itself."""
    alone = re.compile(rf"\b{re.escape(name)}\b")
    return next((Seen(name, at(match.start()), 1) for text, at in texts if (match := alone.search(text))), None)


RULES: tuple[RecordRule, ...] = (
    record_rule("G857", "name-differs-a-little", NOTED, look_for_names_that_differ_a_little, heuristic=True),
)
