"""Initials that lists and tables give beside the names of people, and that are not theirs."""

import re
from collections.abc import Iterator

from govdocs.check.figures import tables_of
from govdocs.check.people_in_prose import without_title
from govdocs.check.rule import Found, Records
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.places import Place

_LETTERS = re.compile(r"[A-Z]{2,3}[a-z]{0,2}")
#: In a list: "Clinical Chair (AB)", "AB, Clinical Chair", "(AB) Clinical Chair".
_BESIDE = re.compile(r"\((?P<end>[A-Z]{2,3}[a-z]{0,2})\)$|^\(?(?P<start>[A-Z]{2,3}[a-z]{0,2})\)?(?:,|:| [–-]|$)")
_INITIALS = re.compile(r"^initials?$", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:name|member|present|attendee|director|governor|trustee)s?\b", re.IGNORECASE)
#: What stands beside a name and is short for the post.
_POST_WORDS = "CEO CE CFO COO CMO CNO CIO CFIO FD DOF DON MD HR OD HT DHT SBM VC PVC VCO DCEO"
_POSTS = frozenset(_POST_WORDS.split())
LEAST_NAMES = 4


def initials_unlike_their_names(records: Records) -> Iterator[Found]:
    """Initials of which neither the first nor the last letter fits the name beside them, where the others' do."""
    for minutes in records.library.minutes.values():
        beside = [
            (line.person, match["end"] or match["start"], line.place("printed"))
            for line in (*minutes.header.present, *minutes.header.in_attendance)
            if (match := _BESIDE.search(line.printed))
        ]
        yield from _odd(beside)
    holders: list[Paper | Minutes] = [*records.library.papers.values(), *records.library.minutes.values()]
    for block in (block for holder in holders for block in tables_of(holder)):
        labels = [column.label for column in block.columns]
        letters = next((n for n, label in enumerate(labels) if _INITIALS.match(label.strip())), None)
        names = next((n for n, label in enumerate(labels) if _NAMES.search(label) and n != letters), None)
        if letters is not None and names is not None:
            rows = [row.cells for row in block.rows if len(row.cells) > max(letters, names)]
            yield from _odd([(row[names].text, row[letters].text.strip("() "), row[letters].place) for row in rows])


def _odd(beside: list[tuple[str, str, Place]]) -> Iterator[Found]:
    known = [(name, letters, place) for name, letters, place in beside if _LETTERS.fullmatch(letters)]
    fits = [one for one in known if _fits(one[0], one[1])]
    if len(known) < LEAST_NAMES or len(known) - len(fits) > len(known) // 4:
        return
    for name, letters, place in known:
        if not _fits(name, letters):
            message = f"`{letters}` stands beside `{name}`; expected the initials of that name"
            yield Found(
                place, message, "correct the initials, or the name", length=len(letters), subject=f"initials {letters}"
            )


def _fits(name: str, letters: str) -> bool:
    """Whether initials begin or end as a name does: forenames may be others than the one that is printed."""
    bare = re.sub(r"\(.*?\)|,.*$", "", without_title(name))
    parts = [part for part in re.split(r"[\s.-]+", bare) if part[:1].isupper()]
    return (
        not parts or letters in _POSTS or letters[0] == parts[0][0] or re.sub(r"[a-z]", "", letters)[-1] == parts[-1][0]
    )
