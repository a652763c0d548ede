"""People as sentences name them, by a courtesy title and a surname, and as the lists of minutes name them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.model.scalars import is_slug
from govdocs.places import Place

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Alderman|Sir|Dame|Lord|Lady|Baroness|Rev|Revd|Reverend)\.?"
)
TITLED = (
    rf"(?P<titles>{TITLE}(?:\s+{TITLE}){{0,4}})\s+(?:(?P<first>[A-Z](?:\.|[a-z'’-]+)?)\s+)?"
    r"(?P<last>(?:(?:De|Van|Le|St|Mac) |O['’]|Mc)?[A-Z][A-Za-z'’-]*[a-z])"
)
#: What minutes say that somebody did who spoke.
VERBS = (
    "said|asked|stated|noted|explained|reported|presented|highlighted|informed|added|queried|suggested|requested|agreed"
    "|thanked|summarised|welcomed|described|replied|answered|confirmed|proposed|advised|updated|raised|commented|drew"
    "|outlined|introduced|went through|talked through|felt|expressed|moved|seconded|voted|declared|opened|closed|named"
    "|began|referred|took|gave|could|wondered|observed|called|attended|enquired|pointed out|was present"
)
#: What minutes say that somebody is to do.
TO_DO = (
    "circulate|send|provide|bring|report|write|contact|prepare|share|arrange|check|update|draft|produce|submit|obtain"
    "|review|follow|feed|invite|meet|speak|investigate|forward|liaise|chase|add|amend|ask|source|order|purchase"
    "|look into|look at|find out|pursue|e-?mail|notify|organise|consult|seek|get|collect|advertise|publish|install"
    "|remind|raise"
)
_TITLED = re.compile(rf"\b{TITLED}")
#: Most texts name nobody with a title, and this finds it out ten times as fast.
_TITLE_LIKE = re.compile(r"M[rsx]|Miss|Dr|Prof|Cllr|Councillor|Alderman|Sir|Dame|Lord|Lady|Baroness|Rev")
#: What stands behind a name: initials, letters, "(part of the meeting)".
_BEHIND = re.compile(r"\s*\([^)]*\)?\s*$|,.*$")
_BARE_TITLE = re.compile(rf"^(?:{TITLE}\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a text names: where, in which words, with which titles, forename or initial, and surname."""

    start: int
    end: int
    words: str
    titles: tuple[str, ...]
    first: str
    last: str


def people_named(text: str) -> Iterator[Named]:
    """Everybody whom a text names with a title."""
    if has_title(text):
        for match in _TITLED.finditer(text):
            yield named_by(match)


def has_title(text: str) -> bool:
    """Whether a text may name somebody with a title: without one of these there is none."""
    return _TITLE_LIKE.search(text) is not None


def named_by(match: re.Match[str]) -> Named:
    """Whom a match of the pattern ``TITLED`` names."""
    start, end = match.start("titles"), match.end("last")
    last = match["last"].removesuffix("'s").removesuffix("’s")
    end -= len(match["last"]) - len(last)
    titles = tuple(match["titles"].split())
    return Named(start, end, match.string[start:end], titles, (match["first"] or "").rstrip("."), last)


def without_title(name: str) -> str:
    """A printed name without Mr, Dr or Cllr before it."""
    return _BARE_TITLE.sub("", name.strip())


def _alone(name: str) -> str:
    """A printed name without what stands behind it: `Dr A Bell (AB)`, `Jo Moss, Clerk`."""
    return _BEHIND.sub("", without_title(name)) or without_title(name)


def is_called(forenames: Iterable[str], first: str) -> bool:
    """Whether one of somebody's forenames or initials may be the one in a sentence, itself perhaps an initial.

    "Mrs A M Jones" may go by her second name.
    """
    return not first or any(own.startswith(first) or (len(own) == 1 and first[0] == own) for own in forenames)


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list of minutes: who as it was typed, the name, and in which list and where."""

    person: str
    forename: str
    surname: str
    initials: str
    key: str
    place: Place

    @property
    def is_there(self) -> bool:
        """Whether the list is one of those who were there."""
        return self.key in ("present", "in_attendance")

    def may_be(self, named: Named) -> bool:
        """Whether a sentence may mean this person."""
        if named.last != self.surname:
            return bool(named.first) and named.first == self.surname  # "Cllr Moss Chairman"
        return not self.forename or is_called([self.forename, *self.initials], named.first)


def listed_people(library: Library, minutes: Minutes) -> tuple[Listed, ...]:
    """Everybody in the lists of minutes: present, in attendance, with apologies, absent."""
    header = minutes.header
    names = {
        "present": [line.person for line in header.present],
        "in_attendance": [line.person for line in header.in_attendance],
        "apologies": [excuse.person for excuse in header.apologies],
        "absent": list(header.absent),
    }
    return tuple(
        Listed(name, *_name_parts(library, name), key, header.place(key, number))
        for key, several in names.items()
        for number, name in enumerate(several)
    )


def _name_parts(library: Library, name: str) -> tuple[str, str, str]:
    """Forename, surname and single letters for forenames of an id or a printed name; empty where it names nobody (a
    group, an office).
    """
    if person := library.people.get(name):
        return person.forename.split(" ")[0], person.family_name, letters_among(person.forename.split())
    words = [] if is_slug(name) else _alone(name).split()
    return (words[0] if len(words) > 1 else "", words[-1], letters_among(words[:-1])) if words else ("", "", "")


def letters_among(forenames: list[str]) -> str:
    """The single letters among forenames, those that stand together apart: `A M`, `A.M.` and `AM` are AM."""
    return "".join(letters for word in forenames if (letters := word.replace(".", "")).isupper())
