"""Rules about names of people, bodies and organisations: codes G840, G841 and G844."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import partial

from govdocs.check.listed_titles import lists_unlike_earlier_ones
from govdocs.check.people_in_prose import has_title
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import (
    content_words,
    is_near,
    named_texts,
    phrases,
    tell_printed_people,
)
from govdocs.check.writings import Paragraph, Role
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.people import Person
from govdocs.places import Place

_PAIR = re.compile(
    r"(?P<first>[A-Z](?<![\w'’-].)[a-z'’-]+)\s+(?P<last>(?:(?:de|van|von|De|Mc|O')\s?)?[A-Z][A-Za-z'’-]+)"
)
_TITLED = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\.?\s+"
    r"(?P<last>(?:De |Van |Mc)?[A-Z][A-Za-z'’-]{2,})(?![\w'’-]|\s+[A-Z][a-z])"
)
#: What a key that was hit while typing leaves: "Ms Raw1707linson".
_FIGURES_INSIDE = re.compile(r"[A-Za-z]\d+[a-z]{2,}")
#: A surname of two words: de Winton, Van Dyke.
_TWO_WORDS = re.compile(r"\b(?:de|di|van|von|le|la|du) \w+$", re.IGNORECASE)
LEAST_WORDS = 3
#: How many letters a word has that may be the beginning of a longer one.
_CUT = 6


def look_for_misspelt_people(records: Records) -> Iterator[Found]:
    """Checks:
        A name that is nearly that of somebody in the register, a letter or two apart, is that person's name.

    Looks at:
        Prose, cells of tables and data sets; register of people.

    Why:
        People notice nothing so quickly as their own name spelt wrongly.

    Wrong:
        The report was written by Alex Exampel.

    Right:
        The report was written by Alex Example.
    """
    library = records.library
    people = {person.name: person for person in library.people.values()}
    # An alias that is one letter out is a slip that the register knows of, not another name.
    known = {
        name
        for person in library.people.values()
        for name in (person.name, *(alias for alias in person.aliases if not _nearly_same_person(alias, person.name)))
    }
    surnames = {person.family_name for person in library.people.values()}
    words = {word for organisation in library.organisations.values() for word in organisation.name.split()}
    by_first: dict[str, list[Person]] = defaultdict(list)
    for person in people.values():
        by_first[person.forename].append(person)
    said: set[tuple[str, str]] = set()
    for text, at in named_texts(records):
        for offset, found, name in _near_names(text, people, by_first, known, surnames | words):
            if (at(offset).path, found) not in said:
                said.add((at(offset).path, found))
                message = f"`{found}` is nearly a name in the register; expected `{name}`"
                hint = "correct the name, or add the other person to records/people.yaml"
                yield Found(at(offset), message, hint, length=len(found), subject=f"name {found}")


def _near_names(
    text: str, people: Mapping[str, Person], by_first: Mapping[str, list[Person]], known: set[str], taken: set[str]
) -> Iterator[tuple[int, str, str]]:
    """Each name of a text that is nearly somebody's: where, as found, and whose; ``taken`` are words that are right."""
    for match in _PAIR.finditer(text):
        first, last = match["first"], _without_possessive(match["last"])
        if f"{first} {last}" in known:
            continue
        near = next((one for one in by_first.get(first, ()) if is_near(last, one.family_name)), None)
        if last not in taken and near is not None:
            yield match.start(), f"{first} {last}", near.name
        halved = next((one for one in by_first.get(first, ()) if _has_other_halves(last, one.family_name)), None)
        if halved is not None:
            yield match.start(), f"{first} {last}", halved.name
        same = next((one for one in people.values() if one.family_name == last and is_near(first, one.forename)), None)
        if same is not None:
            yield match.start(), f"{first} {last}", same.name
    for match in _TITLED.finditer(text) if has_title(text) else ():
        last = _without_possessive(match["last"])
        surnames = sorted({person.family_name for person in people.values()})
        alike = [] if last in taken else [surname for surname in surnames if is_near(last, surname)]
        if "-" in last:
            bare = last.replace("-", "").lower()
            tails = (found[0] for name in people if (found := _TWO_WORDS.search(name)))
            alike = [tail for tail in tails if tail.replace(" ", "").lower() == bare] + alike
        if alike:
            yield match.start("last"), last, alike[0]


def _has_other_halves(one: str, other: str) -> bool:
    """Whether two surnames are one in two parts, turned about or halved: Ash-Moss, Moss-Ash, Moss."""
    left, right = set(one.split("-")), set(other.split("-"))
    return one != other and len(left | right) > 1 and (left <= right or right <= left)


def _without_possessive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def look_for_people_spelt_two_ways(records: Records) -> Iterator[Found]:
    """Checks:
        People who are only named in print, on covers, agendas and lists, are spelt alike everywhere; and nobody is Mr
        in a list who was Mrs, or Dr, in an earlier one.

    Looks at:
        Records: printed names on covers, agendas, lists.

    Why:
        Two spellings make two people of one, in every register that is made from the papers.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [Michelle Iliffe]
        presenters: [Michelle Illiffe]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [Michelle Iliffe]
        presenters: [Michelle Iliffe]
        ---
    """
    register = {person.name for person in records.library.people.values()}
    seen: dict[str, Place] = {}
    for path, line, column, name in sorted(records.facts(tell_printed_people)):
        if name in seen or name in register or " " not in name:
            continue
        place = Place(path, line, column)
        if _FIGURES_INSIDE.search(name):
            message = f"`{name}` has figures within a word; expected a name"
            yield Found(place, message, "take them out", length=len(name), subject=f"name {name}")
        for other, first in [*seen.items(), *((known, None) for known in register)]:
            if _nearly_same_person(name, other):
                message = f"`{name}` is spelt `{other}` elsewhere; expected one spelling"
                related = (Related(first, "the other spelling"),) if first else ()
                hint = "correct one of the two, or put the person into records/people.yaml"
                yield Found(place, message, hint, related, len(name), f"name {name}")
                break
        seen[name] = place
    yield from lists_unlike_earlier_ones(records)


def _nearly_same_person(one: str, other: str) -> bool:
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return False
    different = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(different) == 1 and is_near(*different[0])


def look_for_turned_names(records: Records) -> Iterator[Found]:
    """Checks:
        A body, a group or an organisation is called by its name: no two words of it are turned about or misspelt. A
        spelling that the register has among `aliases` of a body counts as a slip.

    Looks at:
        Prose; registers of bodies and organisations.

    Why:
        A resolution of the "Parks and Roads Board" is not one of the "Roads and Parks Board".

    Wrong:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          roads: {name: Regional Roads and Bridges Authority}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Regional Bridges and Roads Authority agreed.

    Right:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          roads: {name: Regional Roads and Bridges Authority}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Regional Roads and Bridges Authority agreed.
    """
    names = {content_words(name): name for name in reversed(official_names(records.library))}
    meant = {words: name for words, name in names.items() if len(words) >= LEAST_WORDS and "," not in name}
    for paragraph, offset, phrase in _all_phrases(records):
        words = content_words(phrase)
        if len(words) >= LEAST_WORDS and words not in names and (name := _meant(words, meant, names)):
            message = f"`{phrase}` is not quite a name in the registers; expected `{name}`"
            hint = "correct the name, or add the other one to the registers"
            yield Found(paragraph.at(offset), message, hint, length=len(phrase), subject=f"name {phrase}")


def _meant(words: tuple[str, ...], known: Mapping[tuple[str, ...], str], right: Container[tuple[str, ...]]) -> str:
    """The name that a run of capitals has with words in others' places, or one of them misspelt; empty where none is.

    It may stand anywhere in the run: "Draft Minutes of Anytown Parish Council Meeting", "Joint Teams and the Board".
    """
    there = frozenset(words)
    for name, printed in known.items():
        if len(there.intersection(name)) + 1 < len(set(name)):
            continue
        for end in range(len(words), len(name) - 1, -1):
            start = end - len(name)
            if _is_almost(words[start:end], name) and not _touches_a_name(words, start, end, right):
                return printed
    return ""


def _touches_a_name(words: tuple[str, ...], start: int, end: int, right: Container[tuple[str, ...]]) -> bool:
    """Whether some of the words from ``start`` to ``end`` belong to a name that is right."""
    return any(
        words[first:last] in right
        for first in range(end)
        for last in range(max(first + LEAST_WORDS, start + 1), len(words) + 1)
    )


def _is_almost(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are those of a name in another order, or with one of them misspelt or cut short."""
    if frozenset(words) == frozenset(name):
        return True
    different = [(a, b) for a, b in zip(words, name, strict=True) if a != b]
    return len(different) == 1 and (_is_slip(*different[0]) or is_cut(*different[0]))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are spelt nearly alike and are not each other's plural."""
    return is_near(one, other) and one.rstrip("s") != other.rstrip("s")


def is_cut(one: str, other: str) -> bool:
    """Whether one word is the beginning of another and much shorter: Leicester, Leicestershire."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _CUT and long.startswith(short) and len(long) - len(short) > 2  # noqa: PLR2004 (not a plural)


def official_names(library: Library) -> list[str]:
    """The names of bodies, their seats and groups, and of organisations, with the spellings that are right."""
    return library.keep(("official names",), partial(_read_official_names, library))


def _read_official_names(library: Library) -> list[str]:
    names = [name for body in library.bodies.values() for name in (body.name, *(group.name for group in body.groups))]
    names += [seat.name for body in library.bodies.values() for seat in body.seats]
    names += [name for one in library.organisations.values() for name in (one.name, one.short, *one.aliases) if name]
    names += [described.name for terms in library.terms_of_reference.values() for described in terms.header.bodies]
    names += [term.long for term in library.terms.values()]
    names += [post.post for person in library.people.values() for post in person.posts]
    names += [venue.name for venue in library.venues.values()]
    return [name for name in names if name]


def _all_phrases(records: Records) -> Iterator[tuple[Paragraph, int, str]]:
    for paper in records.library.papers.values():
        for key in ("title", "document_title", "lead_in"):
            if value := getattr(paper.header, key):
                typed = Paragraph(value, Role.HEADING, ((0, paper.header.place(key)),))
                yield from ((typed, offset, phrase) for offset, phrase in phrases(value) if not value.isupper())
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            if not paragraph.text.isupper():
                for offset, phrase in phrases(paragraph.text):
                    yield paragraph, offset, phrase


RULES: tuple[RecordRule, ...] = (
    record_rule("G840", "person-misspelt", WARNS, look_for_misspelt_people, heuristic=True),
    record_rule("G841", "person-spelt-two-ways", WARNS, look_for_people_spelt_two_ways, heuristic=True),
    record_rule("G844", "name-turned", WARNS, look_for_turned_names, heuristic=True),
)
