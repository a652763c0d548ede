"""Rules about people whom minutes call by their initials: codes G738 and G739."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govdocs.check.acronyms import WELL_KNOWN, uses_in
from govdocs.check.figures import tables_of
from govdocs.check.first_letters import IN_BRACKETS, spelt_out
from govdocs.check.initials_in_lists import initials_unlike_their_names
from govdocs.check.people_in_prose import TO_DO, VERBS, Listed, listed_people, without_title
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Portion, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.attendance import attendance_of
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.places import Place

#: Two or three capitals, and a small letter or two where two people would have the same: AB, PBJ, RCp, MWh.
_LETTERS = r"[A-Z]{2,3}[a-z]{0,2}"
_BARE = rf"(?<![\w/&@.'’-]){_LETTERS}(?![\w&@’'-]|/\w|\.\w)"
_SPEAKS = re.compile(rf"(?P<who>{_BARE})(?:\s+and\s+(?P<too>{_BARE}))?\s+(?:(?:then|also|\w+ly)\s+)?(?:{VERBS})\b")
_BY = re.compile(
    rf"\b(?:asked|proposed|seconded|moved|raised|suggested|requested|presented|reported|chaired) by (?P<who>{_BARE})"
)
_TO_ACT = re.compile(rf"(?P<who>{_BARE})\s+(?:to|will|would|agreed to|undertook to)\s+(?:{TO_DO})\b[^.;]{{0,60}}")
#: Initials in brackets behind a name, or behind the post that stands after it: "Ann Bell, Vice Chair (AB)".
_BRACKETED = re.compile(
    rf"(?P<name>(?:[A-Z][\w'’-]*\.?\s+){{1,4}}[A-Z][A-Za-z'’-]*[a-z])(?:,\s+[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)?\s+"
    rf"\((?P<who>{_LETTERS})\)"
)
_PRINTED = re.compile(rf"(?:^|[\s(]){_LETTERS}(?=$|[\s,;:)–-])")
_OWNERS = re.compile(r"^(?:action )?(?:leads?|owners?|by whom|who|responsib\w*(?: officer)?|action by)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Ee]ach|[Ee]very)\s+$")
#: From so many people on whom a document calls by their initials, that is how it calls people.
LEAST_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Initials:
    """Whom the initials of one set of minutes stand for, and which of them were typed beside the name."""

    by_letters: dict[str, list[Listed]] = field(default_factory=dict)
    typed: dict[str, Listed] = field(default_factory=dict)
    is_usual: bool = False

    def people(self, letters: str) -> list[Listed]:
        """Everybody whom such initials may mean; those beside whose name they stand go first."""
        return [self.typed[letters]] if letters in self.typed else self.by_letters.get(letters, [])


def read_initials(library: Library, writing: Writing, minutes: Minutes) -> Initials:
    """The initials of everybody in the lists of minutes; worked out once."""
    return library.keep(("initials", minutes.path), lambda: _read(library, writing, minutes))


def _read(library: Library, writing: Writing, minutes: Minutes) -> Initials:
    found = Initials()
    listed = listed_people(library, minutes)
    for one in listed:
        name = library.people[one.person].name if one.person in library.people else without_title(one.person)
        for letters in sorted(initials_of_name(name)):
            found.by_letters.setdefault(letters, []).append(one)
        for letters in _typed_beside(one, minutes):
            if _fits(letters, name):
                found.typed.setdefault(letters, one)
    for text in _texts(writing, minutes):
        for match in _BRACKETED.finditer(text):
            whom = _called(match["name"], listed)
            if len(whom) == 1 and _fits(match["who"], match["name"]):
                found.typed.setdefault(match["who"], whom[0])
    people = {
        one.person for paragraph in writing.paragraphs for who in _who(paragraph.text) for one in found.people(who)
    }
    usual = len(people) >= LEAST_PEOPLE or len(found.typed) >= LEAST_PEOPLE
    return Initials(found.by_letters, found.typed, usual)


def initials_of_name(name: str) -> set[str]:
    """How a name may be shortened: with all its forenames or the first, a surname in two parts by one letter or two."""
    words = [word for word in re.sub(r"\([^)]*\)", "", without_title(name)).split() if word[:1].isupper()]
    if len(words) < 2:  # noqa: PLR2004 (a forename and a surname)
        return set()
    forenames, last = words[:-1], [part[0].upper() for part in words[-1].split("-") if part]
    ends = {"".join(last), last[0]} if last else set()
    return {start + end for start in (forenames[0][0], "".join(word[0] for word in forenames)) for end in ends}


def _typed_beside(one: Listed, minutes: Minutes) -> Iterator[str]:
    """The initials in the printed words of a line of a list: `AB, Clinical Chair`, or `Dr A Bell (AB)`."""
    lines = getattr(minutes.header, one.key)
    printed = next(
        (str(getattr(line, "printed", "")) for line in lines if getattr(line, "person", line) == one.person), ""
    )
    for text in (one.person, printed):
        for match in _PRINTED.finditer(text):
            yield match[0].strip(" (")


def _called(name: str, listed: Iterable[Listed]) -> list[Listed]:
    """Those in the lists whom a full name may mean."""
    words = without_title(name).split()
    same = [one for one in listed if words and one.surname == words[-1]]
    return [one for one in same if one.forename == words[0]] or same


def _fits(letters: str, name: str) -> bool:
    """Whether initials can be those of a name: its first letter, and then one of its surname."""
    words = [word for word in without_title(name).split() if word[:1].isupper() and not word.startswith("(")]
    lasts = {part[0].upper() for part in words[-1].split("-") if part} if words else set()
    return len(words) > 1 and letters[0] == words[0][0] and bool(lasts & set(letters[1:].upper()))


def _texts(writing: Writing, minutes: Minutes) -> Iterator[str]:
    """The paragraphs of minutes, and the rows of tables, in which the initials have a cell of their own."""
    yield from (paragraph.text for paragraph in writing.paragraphs)
    for block in tables_of(minutes):
        for row in block.rows:
            for left, right in zip(row.cells, row.cells[1:], strict=False):
                if re.fullmatch(_LETTERS, right.text.strip()):
                    yield f"{left.text.strip()} ({right.text.strip()})"


def _who(text: str) -> Iterator[str]:
    """The initials of those who speak in a text."""
    yield from (who for _, who in _speakers(text))


def _speakers(text: str) -> Iterator[tuple[int, str]]:
    for pattern in (_SPEAKS, _BY):
        for match in pattern.finditer(text):
            for group in ("who", "too"):
                if match.groupdict().get(group) and not _ARTICLE.search(text[: match.start(group)]):
                    yield match.start(group), match[group]


def promises_by(initials: Initials, text: str) -> list[re.Match[str]]:
    """What people of the lists, called by their initials, are to do."""
    matches = _TO_ACT.finditer(text) if initials.is_usual else ()
    return [match for match in matches if initials.people(match["who"])]


def look_for_absent_initials(records: Records) -> Iterator[Found]:
    """Checks:
        Where minutes call people by their initials, whoever speaks under initials is in the attendance list, and in
        the room at that item.

    Looks at:
        Prose of minutes that call three people or more by their initials; attendance.

    Why:
        One letter is soon mistyped, and then somebody else has spoken, or nobody.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        in_attendance: [alex-example]
        ---
        ## welcome

        RS welcomed all. SM asked about the map. JM thanked AE. AX said that it was late.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        in_attendance: [alex-example]
        ---
        ## welcome

        RS welcomed all. SM asked about the map. JM thanked AE. AE said that it was late.
    """
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            initials = read_initials(records.library, writing, writing.source)
            if initials.is_usual:
                yield from _absent(records.library, writing, writing.source, initials)


def _absent(library: Library, writing: Writing, minutes: Minutes, initials: Initials) -> Iterator[Found]:
    index = {item.id: number for number, item in enumerate(minutes.items)}
    spells = {one.person: one for one in attendance_of(minutes)}
    things = _things(library, writing)
    owners = list(_owners(minutes))
    for place, who in owners if sum(bool(initials.people(who)) for _, who in owners) * 2 > len(owners) else ():
        if not initials.people(who) and _is_slip(who, initials) and who not in things:
            message = f"the initials `{who}` are nobody's in the attendance list; expected those of somebody who is"
            hint = "correct the initials, or the attendance list"
            yield Found(place, message, hint, (), len(who), f"initials {who}")
    for portion, paragraph in _paragraphs(writing):
        for start, who in _speakers(paragraph.text):
            people = initials.people(who)
            there = [one for one in people if one.is_there]
            said = related = None
            if not people and _is_slip(who, initials) and who not in things:
                said = "are nobody's in the attendance list"
            elif people and not there:
                related = (Related(people[0].place, "in this list"),)
                said = f"are those of `{people[0].person}`, who was not there"
            elif there and portion.name in index:
                number = index[portion.name]
                moments = range(len(minutes.items[number].content) + 1)
                if not any(spells[one.person].at((number, moment)) for one in there for moment in moments):
                    said = f"are those of `{there[0].person}`, who was out of the room"
            if said is not None:
                message = f"the initials `{who}` {said}; expected those of somebody who was there"
                hint = "correct the initials, or the attendance list"
                at = paragraph.at(start)
                yield Found(at, message, hint, related or (), len(who), f"initials {who}")


def _owners(minutes: Minutes) -> Iterator[tuple[Place, str]]:
    """The initials in the columns of tables that say who is to do something."""
    for block in tables_of(minutes):
        for position in (n for n, column in enumerate(block.columns) if _OWNERS.search(column.label)):
            for cell in (row.cells[position] for row in block.rows if position < len(row.cells)):
                parts = re.split(r"\s*(?:/|,|&|<br>|\band\b)\s*", cell.text.strip())
                if all(re.fullmatch(_LETTERS, part) for part in parts):
                    yield from ((cell.place, part) for part in parts)


def _paragraphs(writing: Writing) -> Iterator[tuple[Portion, Paragraph]]:
    for portion in writing.portions:
        for paragraph in portion.paragraphs:
            if paragraph.role not in (Role.HEADING, Role.BLOCK):
                yield portion, paragraph


def _is_slip(who: str, initials: Initials) -> bool:
    """Whether unknown letters have the shape of this document's initials, of which few have three capitals."""
    capitals = sum(letter.isupper() for letter in who)
    shapes = {sum(letter.isupper() for letter in one) for one in initials.typed} | {2}
    return capitals in shapes


def _things(library: Library, writing: Writing) -> set[str]:
    """Short forms that are no people: explained, in a register, known to all, or with an article somewhere."""
    found = set(WELL_KNOWN) | {short for short, uses in uses_in(writing).items() if uses.meanings}
    found |= {short for term in library.terms.values() for short in (term.short, *term.aliases)}
    for organisation in library.organisations.values():
        found |= {organisation.code, organisation.short, *organisation.aliases}
    for body in library.bodies.values():
        found |= {body.short, *body.aliases}
    for person in library.people.values():
        found |= {post.short for post in person.posts}
    for text in (one.text for one in writing.paragraphs):
        brackets = IN_BRACKETS.finditer(text)
        found |= {match["short"] for match in brackets if spelt_out(text[: match.start()], match["short"])}
    articled = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ur)\s+(?P<short>{_BARE})")
    return found | {match["short"] for one in writing.paragraphs for match in articled.finditer(one.text)}


def look_for_initials_of_another(records: Records) -> Iterator[Found]:
    """Checks:
        Initials in brackets behind a name are that person's, where minutes give them for three people or more; and
        initials that speak are those of one person only. So are those that a list or a table gives beside names.

    Looks at:
        Prose of minutes, the attendance list, and tables with a column of initials.

    Why:
        Whoever reads on takes what "IB" says for the words of somebody else.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        in_attendance: [alex-example]
        ---
        ## welcome

        Robin Sample (RS) welcomed Sam Member (SM), Jo Member (JN) and Alex Example (AE).

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        in_attendance: [alex-example]
        ---
        ## welcome

        Robin Sample (RS) welcomed Sam Member (SM), Jo Member (JM) and Alex Example (AE).
    """
    yield from initials_unlike_their_names(records)
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        initials = read_initials(records.library, writing, writing.source)
        if initials.is_usual:
            yield from _of_another(records.library, writing, initials)
            yield from _of_two(writing, initials)


def _of_another(library: Library, writing: Writing, initials: Initials) -> Iterator[Found]:
    things = _things(library, writing)
    own = {one.person: letters for letters, one in initials.typed.items()}
    everybody = {one.person: one for several in initials.by_letters.values() for one in several}
    for _, paragraph in _paragraphs(writing):
        for match in _BRACKETED.finditer(paragraph.text):
            whom = _called(match["name"], everybody.values())
            if len(whom) != 1 or match["who"] in things or whom[0] in initials.people(match["who"]):
                continue
            known = own.get(whom[0].person) or next(
                letters for letters, several in initials.by_letters.items() if whom[0] in several
            )
            if known[0] == match["who"][0] or known[-1] == match["who"][-1]:
                message = f"`{match['who']}` stands behind `{match['name']}`; expected `{known}`"
                at = paragraph.at(match.start("who"))
                yield Found(at, message, f"write `{known}`", (), len(match["who"]), f"initials {match['who']}")


def _given_twice(writing: Writing, initials: Initials) -> Iterator[tuple[str, str, re.Match[str], Place]]:
    """Initials in brackets behind the names of two people of the lists: the first name, and where the second stands."""
    everybody = {one.person: one for several in initials.by_letters.values() for one in several}
    given: dict[str, tuple[str, str]] = {}
    for _, paragraph in _paragraphs(writing):
        for match in _BRACKETED.finditer(paragraph.text):
            whom = _called(match["name"], everybody.values())
            if len(whom) == 1:
                first, name = given.setdefault(match["who"], (whom[0].person, match["name"]))
                if first != whom[0].person:
                    yield match["who"], name, match, paragraph.at(match.start("who"))


def _of_two(writing: Writing, initials: Initials) -> Iterator[Found]:
    said: set[str] = set()
    for letters, first, match, place in _given_twice(writing, initials):
        said.add(letters)
        message = f"`{letters}` stands behind `{first}` and behind `{match['name']}`; expected initials of one"
        yield Found(place, message, "add a letter to one of the two", (), len(letters), f"initials {letters}")
    for _, paragraph in _paragraphs(writing):
        for start, who in _speakers(paragraph.text):
            there = [one for one in initials.people(who) if one.is_there]
            own = {one.person for letters, one in initials.typed.items() if letters != who}
            fits = [one for one in there if one.person not in own]
            if len(fits) > 1 and who not in said:
                said.add(who)
                message = (
                    f"the initials `{who}` may mean `{fits[0].person}` or `{fits[1].person}`; expected initials of one"
                )
                related = (Related(fits[0].place, "one of them"), Related(fits[1].place, "another"))
                hint = "add a letter of the surname to one of the two, here and in the list"
                yield Found(paragraph.at(start), message, hint, related, len(who), f"initials {who}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G738", "initials-not-there", WARNS, look_for_absent_initials, heuristic=True),
    record_rule("G739", "initials-of-another", WARNS, look_for_initials_of_another, heuristic=True),
)
