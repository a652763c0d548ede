"""The rule about names in words that are nearly those of lists, covers and agendas: code G856."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from govdocs.check.dated_texts import TextKind
from govdocs.check.listed_titles import initials_unlike_the_list
from govdocs.check.people_in_prose import without_title
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import is_near, named_texts, tell_printed_people
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
    ends = {body: {word for name in names for word in (name[0], name[-1])} for body, names in printed.items()}
    said: set[tuple[str, str]] = set()
    for path, line, column, before, last in sorted(records.facts(tell_names_in_words)) if printed else ():
        body = _body(records.library, path)
        found, name = _meant(before, last, printed[body], ends[body], taken) if body in printed else ("", None)
        if name and (path, found) not in said:
            said.add((path, found))
            message = f"`{found}` is nearly `{' '.join(name)}`, who is named elsewhere; expected one spelling"
            related = (Related(printed[body][name], "named here"),)
            hint = f"write `{name[-1]}`, or correct the list"
            yield Found(Place(path, line, column), message, hint, related, len(found), f"name {found}")
    yield from records.nearby(initials_unlike_the_list)


def tell_names_in_words(records: Records) -> Iterator[tuple[str, int, int, str, str]]:
    """What may be a name in the words of a document, each once: path, line, column, what stands before, last word.

    Before a surname stands a forename, or the end of a title with a blank behind it: then the place is the surname's.
    """
    told: set[tuple[str, str, str]] = set()
    for text, at in _texts(records):
        pairs = ((match.start(), match["first"], match["last"]) for match in _PAIR.finditer(text))
        titled = (
            (match.start("last"), f"{text[match.start() : match.start('last')].split()[-1]} ", match["last"])
            for match in _TITLED.finditer(text)
        )
        for offset, before, word in (*pairs, *titled):
            last, place = re.sub(r"['’]s$", "", word), at(offset)
            if (place.path, before, last) not in told:
                told.add((place.path, before, last))
                yield place.path, place.line, place.column, before, last


def _meant(
    before: str, last: str, names: dict[tuple[str, ...], Place], ends: set[str], taken: set[str]
) -> tuple[str, tuple[str, ...] | None]:
    """What is nearly one of the printed names: the words that are, and whose they nearly are; None for nobody's.

    ``ends`` are the first and last words of these names.
    """
    if not before.endswith(" "):
        slips = (
            name
            for name in (names if before in ends or last in ends else ())
            if len(name) > 1
            and (
                (name[0] == before and last not in taken and is_near(last, name[-1]))
                or (name[-1] == last and before not in taken and is_near(before, name[0]))
            )
        )
        return f"{before} {last}", None if (before, last) in names else next(slips, None)
    whose = [name for name in names if last not in taken and is_near(last, name[-1])]
    alone = len(whose) == 1 and not re.search(rf"\b{re.escape(whose[0][0])}$", before.rstrip())
    return last, whose[0] if alone else None


def _printed(records: Records) -> dict[str, dict[tuple[str, ...], Place]]:
    """The words of everybody whom headers, agendas and lists name in print, by body, with the place of the first."""
    found: dict[str, dict[tuple[str, ...], Place]] = defaultdict(dict)
    register = {person.name for person in records.library.people.values()}
    for path, line, column, person in sorted(records.facts(tell_printed_people)):
        name = re.sub(r"\s*\(.*$|,.*$", "", without_title(person))
        words = tuple(word for word in name.split() if word[:1].isupper())
        if words and name not in register:
            found[_body(records.library, path)].setdefault(words, Place(path, line, column))
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
