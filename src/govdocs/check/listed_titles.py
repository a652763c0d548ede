"""People whom minutes give another title, or another initial, than their lists do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.check.people_in_prose import Listed, Named, listed_people, people_named
from govdocs.check.rule import Found, Records
from govdocs.check.writings import Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.places import Place

_SAME_TITLE = {"prof": "professor", "cllr": "councillor", "miss": "ms"}
_CIVIL = {"mr", "mrs", "ms", "dr", "professor", "sir", "dame"}
_LEARNED = frozenset({"dr", "professor", "sir", "dame"})
_MAN, _WOMAN = frozenset({"mr", "sir"}), frozenset({"mrs", "ms", "dame"})
#: Of these two of one title may well meet without being one.
_COMMON_WORDS = """
    Smith Jones Williams Brown Taylor Davies Davis Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White
    Hughes Edwards Green Lewis Wood Harris Martin Jackson Clarke Clark Morgan Allen Patel Khan Singh Price Lloyd
    Griffiths Campbell Stewart Scott Reid Murray Wilson Anderson
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list of minutes whose person is named by title and surname."""

    listed: Listed
    named: Named

    @property
    def titles(self) -> frozenset[str]:
        return civil_titles(self.named.titles)


def civil_titles(titles: Iterable[str]) -> frozenset[str]:
    """The titles among these that are a person's own: not Cllr, which comes and goes with an office."""
    bare = [word.lower().rstrip(".") for word in titles]
    return frozenset(_SAME_TITLE.get(word, word) for word in bare) & _CIVIL


def titles_unlike_the_list(records: Records) -> Iterator[Found]:
    """Whom the words of minutes call Mrs where their list says Ms, each person once."""
    for writing, lines in _minutes(records):
        said: set[str] = set()
        for place, named in _named(writing):
            line = lines.get(named.last)
            found = civil_titles(named.titles)
            is_other = line is not None and line.titles and found and not found & line.titles
            if line is not None and is_other and line.listed.may_be(named) and named.last not in said:
                said.add(named.last)
                message = f"`{named.words}` is `{line.listed.person}` in the attendance list; expected one title"
                related = (Related(line.listed.place, "in the list"),)
                yield Found(place, message, "make the two agree", related, len(named.words))


def lists_unlike_earlier_ones(records: Records) -> Iterator[Found]:
    """Who is Mr in a list and was Mrs, or Dr, in an earlier one of the same body; once a list."""
    earlier: dict[str, dict[str, _Line | None]] = {}
    library = records.library
    for minutes in sorted(library.minutes.values(), key=lambda one: one.path):
        meeting, lines = library.meetings.get(minutes.meeting), _lines(library, minutes)
        before = earlier.setdefault(meeting.lead_body if meeting else "", {})
        pairs = [(line, before.get(surname)) for surname, line in lines.items()]
        odd = [(line, old) for line, old in pairs if line and old and _is_other_title(line, old)]
        if odd:
            line, old = odd[0]
            more = f", and {len(odd) - 1} more with other titles," if len(odd) > 1 else ""
            message = f"`{line.listed.person}`{more} was `{old.listed.person}` in earlier minutes; expected one title"
            related = (Related(old.listed.place, "the earlier list"),)
            yield Found(line.listed.place, message, "make the two agree", related, len(line.listed.person))
        before |= lines


def _is_other_title(line: _Line, old: _Line) -> bool:
    """Whether the same name has a title that does not come with time, as Mrs and Professor do."""
    if not line.named.first or not old.named.first or not old.listed.may_be(line.named):
        return False
    is_turned = any(one & line.titles and other & old.titles for one, other in ((_MAN, _WOMAN), (_WOMAN, _MAN)))
    is_lost = bool(old.titles & _LEARNED) and bool(line.titles) and not line.titles & _LEARNED
    return is_turned or is_lost


def initials_unlike_the_list(records: Records) -> Iterator[Found]:
    """Whom the words of minutes give another initial than their list does, under the same title, each person once."""
    for writing, lines in _minutes(records):
        said: set[str] = set()
        for place, named in _named(writing):
            line = lines.get(named.last)
            is_initial = len(named.first) == 1 and named.last not in _COMMON and named.last not in said
            if line is None or not is_initial or not line.named.first or line.named.first[0] == named.first:
                continue
            if civil_titles(named.titles) & line.titles:
                said.add(named.last)
                message = f"`{named.words}` is `{line.listed.person}` in the attendance list; expected one initial"
                related = (Related(line.listed.place, "in the list"),)
                yield Found(place, message, "correct one of the two", related, len(named.words))


def _minutes(records: Records) -> Iterator[tuple[Writing, dict[str, _Line | None]]]:
    """All minutes, with those whom their lists name by a title."""
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield writing, _lines(records.library, writing.source)


def _lines(library: Library, minutes: Minutes) -> dict[str, _Line | None]:
    """Those whom the lists of minutes name by a title, by surname; none where two have that surname."""
    lines: dict[str, _Line | None] = {}
    for one in listed_people(library, minutes):
        for named in list(people_named(one.person))[:1]:
            lines[named.last] = _Line(one, named) if one.surname not in lines else None
        lines.setdefault(one.surname, None)
    return lines


def _named(writing: Writing) -> Iterator[tuple[Place, Named]]:
    for paragraph in writing.paragraphs:
        if paragraph.role not in (Role.HEADING, Role.BLOCK):
            yield from ((paragraph.at(named.start), named) for named in people_named(paragraph.text))
