"""The rule about apologies that are told in words and listed: code G702."""

import re
from collections.abc import Iterator

from govdocs.check.people_in_prose import Listed, listed_people, people_named
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import is_near
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes

_SENT = re.compile(
    r"\b[Aa]pologies (?:for absence )?(?:were |was |had been |have been )?(?:also |duly )?(?:received|sent|given"
    r"|tendered|offered|noted|from)\b(?: (?:from|by|for))?(?P<names>[^.]*(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Prof|Rev)\.[^.]*)*)"
)
_NONE_SENT = re.compile(
    r"\b(?:[Nn]o apologies(?: for absence)? (?:were |had been )?(?:received|sent|given|tendered))\b"
)
_OTHERWISE = re.compile(r"\b(?:above|listed|recorded|below|late|lateness|leaving|part)\b", re.IGNORECASE)

#: Who stands in for somebody, takes the chair or brought the message sent no apologies: "and in his absence Ms Ro …".
_STAND_IN = re.compile(
    r"\([^()]*\b(?:substitut|deputi[sz]|represent|attend|in place|on behalf|standing in)[^()]*\)"
    r"|\b(?:in (?:his|her|their|whose) absence|(?:and|who) (?:was|were) (?:represented|substituted)|represented by"
    r"|on whose behalf)\b.*$",
    re.IGNORECASE,
)


def look_for_other_apologies(records: Records) -> Iterator[Found]:
    """Checks:
        Where minutes name those who sent apologies, they name the same people as the list of apologies does; and they
        do not say that there were none as well.

    Looks at:
        "Apologies were received from …" in minutes; `apologies` in their header.

    Why:
        Whoever is in neither was absent without a word, and a councillor who is so for six months loses the seat.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        apologies: [Cllr Ann Moss, Cllr Tim Reed]
        ---
        ## apologies

        Apologies were received from Cllr Moss.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        apologies: [Cllr Ann Moss, Cllr Tim Reed]
        ---
        ## apologies

        Apologies were received from Cllr Moss and Cllr Reed.
    """
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield from _others(records.library, writing, writing.source)


def _others(library: Library, writing: Writing, minutes: Minutes) -> Iterator[Found]:
    listed = listed_people(library, minutes)
    excused = [one for one in listed if one.key == "apologies"]
    told = [
        (paragraph, match)
        for paragraph in writing.paragraphs
        if paragraph.role is not Role.BLOCK and "pologies" in paragraph.text
        for match in _SENT.finditer(paragraph.text)
        if not _OTHERWISE.search(match["names"])
    ]
    if not told:
        return
    yield from _none_and_some(writing, told)
    words = " ".join(match["names"] for _, match in told)
    named = [one for one in excused if re.search(rf"\b{re.escape(one.surname)}\b", words)]
    paragraph, match = told[0]
    if named:
        for one in excused:
            # A name that is nearly there has a finding of its own.
            if (
                one.surname
                and one not in named
                and not any(is_near(one.surname, word) for word in re.findall(r"\w+", words))
            ):
                message = f"`{one.person}` is in the list of apologies and not named here; expected the same people"
                related = (Related(one.place, "the list"),)
                hint = "name the person here, or take the name out of the list"
                yield Found(paragraph.at(match.start()), message, hint, related, 9, f"person {one.person}")
    yield from _not_listed(told, listed, excused)


def _none_and_some(writing: Writing, told: list[tuple[Paragraph, re.Match[str]]]) -> Iterator[Found]:
    """Minutes that say that there were no apologies, and from whom there were."""
    sent = [(where, who.words) for where, match in told for who in people_named(match["names"])]
    for paragraph in writing.paragraphs if sent else ():
        if (none := _NONE_SENT.search(paragraph.text)) is not None:
            message = f"`{none[0]}`, and `{sent[0][1]}` sends apologies in another line; expected one of the two"
            related = (Related(sent[0][0].place, "from whom"),)
            yield Found(
                paragraph.at(none.start()), message, "take out one of the two", related, len(none[0]), "apologies"
            )


def without_stand_ins(text: str) -> str:
    """A text about apologies with blanks in place of those who only stood in for somebody."""
    return _STAND_IN.sub(lambda match: " " * len(match[0]), text)


def _not_listed(
    told: list[tuple[Paragraph, re.Match[str]]], listed: tuple[Listed, ...], excused: list[Listed]
) -> Iterator[Found]:
    for paragraph, match in told if excused else ():
        for one in people_named(without_stand_ins(match["names"])):
            if not any(other.surname == one.last or is_near(other.surname, one.last) for other in listed):
                message = f"`{one.words}` sends apologies here and is not in the list of them; expected the same people"
                at = paragraph.at(match.start("names") + one.start)
                hint = "add the person to `apologies`, or correct the name"
                yield Found(at, message, hint, (), len(one.words), f"person {one.words}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G702", "apologies-differ", WARNS, look_for_other_apologies, heuristic=True),
)
