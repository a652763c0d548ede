"""The rule about names in words that are nearly those of lists, covers and agendas: code G856."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from govdocs.check.dated_texts import TextKind
from govdocs.check.listed_titles import initials_unlike_the_list
from govdocs.check.people_in_prose import without_title
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import is_near, named_texts, printed_people
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.places import Place

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Revd)\.?\s+"
    r"(?:(?:Mrs|Ms|Miss|Dr)\.?\s+)?(?:[A-Z](?:\.|[a-z'’-]+)?\s+)?(?P<last>(?:Mc|Mac|O['’])?[A-Z][A-Za-z'’-]*[a-z])"
)
_PAIR = re.compile(r"(?<![\w'’-])(?P<first>[A-Z][a-z'’-]+)\s+(?P<last>(?:Mc|Mac|O['’])?[A-Z][A-Za-z'’-]*[a-z])")
#: A value of a header with fewer words is a name by itself, of which another rule speaks.
LEAST_WORDS = 4


def look_for_names_unlike_the_lists(records: Records) -> Iterator[Found]:
    """Checks:
        A name in words that is nearly that of somebody who stands in a list, on a cover or on an agenda of the same
        body, a letter or two apart, is that person's name; so is one that differs in the initial ("Mrs T Head" for
        "Mrs P Head"). People of the register have a rule of their own.

    Looks at:
        Prose, cells of tables, answers on covers; printed names of headers, agendas and lists.

    Why:
        Two spellings make two people of one, and the one who spoke is not found among those who were there.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance: [Mr Owen Prescott]
        ---
        ## welcome

        Mr Prescot told of his work.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance: [Mr Owen Prescott]
        ---
        ## welcome

        Mr Prescott told of his work.
    """
    printed = _printed(records)
    taken = _words_of_names(records.library) | {word for names in printed.values() for name in names for word in name}
    said: set[tuple[str, str]] = set()
    for text, at in _texts(records):
        names = printed.get(_body(records.library, at(0).path), {})
        for offset, found, name in _near(text, names, taken) if names else ():
            if (at(offset).path, found) not in said:
                said.add((at(offset).path, found))
                expected = " ".join(name)
                message = f"`{found}` is nearly `{expected}`, who is named elsewhere; expected one spelling"
                related = (Related(names[name], "named here"),)
                hint = f"write `{name[-1]}`, or correct the list"
                yield Found(at(offset), message, hint, related, len(found), f"name {found}")
    yield from initials_unlike_the_list(records)


def _near(
    text: str, names: dict[tuple[str, ...], Place], taken: set[str]
) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each name of a text that is nearly a printed one: where, as found, and whose."""
    for match in _PAIR.finditer(text):
        first, last = match["first"], re.sub(r"['’]s$", "", match["last"])
        if (first, last) in names:
            continue
        for name in names:
            is_slip = (name[0] == first and last not in taken and is_near(last, name[-1])) or (
                name[-1] == last and first not in taken and is_near(first, name[0])
            )
            if len(name) > 1 and is_slip:
                yield match.start(), f"{first} {last}", name
                break
    for match in _TITLED.finditer(text):
        last = re.sub(r"['’]s$", "", match["last"])
        whose = [name for name in names if last not in taken and is_near(last, name[-1])]
        if len(whose) == 1 and not re.search(rf"\b{re.escape(whose[0][0])}\s+$", text[: match.start("last")]):
            yield match.start("last"), last, whose[0]


def _printed(records: Records) -> dict[str, dict[tuple[str, ...], Place]]:
    """The words of everybody whom headers, agendas and lists name in print, by body, with the place of the first."""
    found: dict[str, dict[tuple[str, ...], Place]] = defaultdict(dict)
    register = {person.name for person in records.library.people.values()}
    for who, place in printed_people(records):
        name = re.sub(r"\s*\(.*$|,.*$", "", without_title(who.person))
        words = tuple(word for word in name.split() if word[:1].isupper())
        if not who.slug and words and name not in register:
            found[_body(records.library, place.path)].setdefault(words, place)
    return found


def _words_of_names(library: Library) -> set[str]:
    """Words that are right as they stand: of people, organisations and places in the registers."""
    names = [person.name for person in library.people.values()]
    names += [name for one in library.organisations.values() for name in (one.name, one.short, *one.aliases)]
    names += [words for venue in library.venues.values() for words in (venue.name, venue.address)]
    return {word.strip(",") for name in names for word in name.split()}


def _texts(records: Records) -> Iterator[tuple[str, Callable[[int], Place]]]:
    yield from named_texts(records)
    for text in records.dated_texts:
        if text.kind is TextKind.VALUE and len(text.words.split()) >= LEAST_WORDS:
            yield text.words, text.at


def _body(library: Library, path: str) -> str:
    """The body whose meeting a file belongs to; empty for a register."""
    inside = path.removeprefix("meetings/")
    folder = inside.partition("/papers/")[0] if "/papers/" in inside else inside.rpartition("/")[0]
    meeting = library.meetings.get(folder)
    return meeting.lead_body if meeting else ""


RULES: tuple[RecordRule, ...] = (
    record_rule("G856", "name-unlike-the-list", WARNS, look_for_names_unlike_the_lists, heuristic=True),
)
