"""Rules about who stands in for whom, and how many were there, in words: codes G815 and G816."""

import re
from collections.abc import Iterator

from govdocs.check.people_in_prose import TITLE, TITLED, Listed, Named, listed_people, named_by, people_named
from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.attendance import movements_of
from govdocs.model.minutes import Minutes

_FOR = (
    r"(?:in (?:the )?place of|deputi[sz]ing for|substitut(?:e|ing) for|standing in for|represent(?:ing|ed)|instead of)"
)
_THERE = r"(?:attended|was (?:present|in attendance|there|attending)|was)"
_STANDS_IN = re.compile(
    rf"\b{TITLED}(?P<how>,? (?:{_THERE} )?(?:as (?:a |the )?)?(?:{_FOR}|{_THERE} on behalf of))\s+"
    rf"(?P<whom>{TITLE}\s+(?:[A-Z][\w.'’-]*\s+)?(?:[A-Z][\w'’-]+))"
)
_PRINTED_FOR = re.compile(
    rf"\b(?i:{_FOR}|on behalf of)\s+(?P<whom>[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]+){{1,3}})",
)
_PRESENT = re.compile(
    rf"\b(?P<number>{'|'.join(WORDS[2:])}|[1-9]\d?)\s(?:(?:voting|board|committee|council|governing body|full|lay)\s)?"
    r"(?:members|governors|trustees|councillors|directors)\b(?:\s(?:were|being|was|are))?(?:\s\w+)?\s"
    r"(?:present|in attendance)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:at least|minimum|must|should|shall|requires?|required|need\w*|if|when|unless|last|previous|of whom|public"
    r"|quorum (?:is|of|for)|until|or more)\b",
    re.IGNORECASE,
)


def look_for_other_stand_ins(records: Records) -> Iterator[Found]:
    """Checks:
        Whom somebody stands in for, as words or the post in a list say ("deputising for Dr Bell"), is the member that
        the header names with `for`, and was not there.

    Looks at:
        Sentences of minutes; `for` and `printed` in their lists.

    Why:
        The quorum counts a deputy for one member, and that member may have been in the room.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, Dr Ann Bell]
        in_attendance: [Mr Tim Reed]
        ---
        ## welcome

        Mr Reed attended in place of Dr Bell.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance: [Mr Tim Reed]
        apologies: [Dr Ann Bell]
        ---
        ## welcome

        Mr Reed attended in place of Dr Bell.
    """
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            listed = listed_people(records.library, writing.source)
            yield from _in_words(writing, writing.source, listed)
            yield from _in_lists(writing.source, listed)


def _in_words(writing: Writing, minutes: Minutes, listed: tuple[Listed, ...]) -> Iterator[Found]:
    lines = {line.person: line for line in (*minutes.header.present, *minutes.header.in_attendance)}
    moved = {movement.person for movement in movements_of(minutes)}
    for paragraph in writing.paragraphs:
        if paragraph.role in (Role.HEADING, Role.BLOCK):
            continue
        for match in _STANDS_IN.finditer(paragraph.text):
            whom = next(people_named(match["whom"]), None)
            stands_in = [one for one in listed if one.is_there and one.may_be(named_by(match))]
            if whom is None:
                continue
            line = lines.get(stands_in[0].person) if len(stands_in) == 1 else None
            told = line.for_ if line else ()
            meant = [one for one in listed if one.may_be(whom)]
            place = paragraph.at(match.start("whom"))
            if told and meant and not any(one.person in told for one in meant):
                message = f"`{match['whom']}` here, and `for: {told[0]}` in the list; expected one member"
                related = (Related(stands_in[0].place, "the list"),)
                yield Found(place, message, "correct one of the two", related, len(match["whom"]))
            elif len(meant) == 1 and meant[0].key == "present" and meant[0].person not in moved:
                yield _was_there(paragraph, match, meant[0])


def _was_there(paragraph: Paragraph, match: re.Match[str], one: Listed) -> Found:
    message = f"`{match['whom']}` is in `present`, and somebody stands in here; expected one of the two"
    related = (Related(one.place, "in the list"),)
    hint = "correct the name, or move the member to `apologies`"
    return Found(paragraph.at(match.start("whom")), message, hint, related, len(match["whom"]), f"person {one.person}")


def _in_lists(minutes: Minutes, listed: tuple[Listed, ...]) -> Iterator[Found]:
    """Those whom a line of a list says that somebody stands in for, and who are in `present` themselves."""
    there = {one.surname: one for one in listed if one.key == "present"}
    for line in (*minutes.header.present, *minutes.header.in_attendance):
        names = [(name, line.place("for")) for name in line.for_]
        if (match := _PRINTED_FOR.search(line.printed)) is not None:
            names.append((match["whom"], line.place("printed")))
        for name, place in names:
            one = there.get(name.split()[-1]) if " " in name else None
            if one is not None and one.person != line.person and _fits(name, one):
                message = f"`{line.person}` stands in for `{name}`, who is in `present`; expected one of the two"
                related = (Related(one.place, "in the list"),)
                yield Found(place, message, "correct one of the two", related, len(name), f"person {line.person}")


def _fits(name: str, one: Listed) -> bool:
    named = next(people_named(name), None)
    first = name.split(maxsplit=1)[0]
    return one.may_be(named) if isinstance(named, Named) else not one.forename or one.forename[0] == first[0]


def look_for_more_people_than_listed(records: Records) -> Iterator[Found]:
    """Checks:
        Minutes that say how many members were present ("with eight governors present") name as many in `present`.

    Looks at:
        Sentences of minutes about how many members, governors, trustees or directors are there; `present`.

    Why:
        The quorum was declared by this number.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        Five members being present, the meeting had a quorum.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        Three members being present, the meeting had a quorum.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        members = len(writing.source.header.present)
        for paragraph, offset, sentence in writing.sentences():
            match = None if paragraph.role is Role.HEADING else _PRESENT.search(sentence)
            number = whole_number(match["number"]) if match and not _NOT_NOW.search(sentence) else None
            if match is not None and number is not None and number > members:
                message = f"`{match[0]}`, and {members} are in `present`; expected as many"
                related = (Related(writing.source.header.place("present"), "the list"),)
                place = paragraph.at(offset + match.start())
                yield Found(place, message, "correct the number, or the list", related, len(match[0]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G815", "stand-in-differs", WARNS, look_for_other_stand_ins, heuristic=True),
    record_rule("G816", "number-present-differs", WARNS, look_for_more_people_than_listed, heuristic=True),
)
