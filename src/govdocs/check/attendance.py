"""Rules about who was there: codes G703 and G755."""

import re
from collections.abc import Iterator

from govdocs.check.quantities import whole_number
from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes
from govdocs.model.values import Nothing


def look_for_absent_chairs(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever chaired was present.

    Looks at:
        Records: minutes, attendance.

    Why:
        Minutes with a chair who was not there are void, or have the wrong name at their head.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [sam-member, jo-member]
        ---

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: sam-member
        started: 10:00
        present: [sam-member, jo-member]
        ---
    """
    for minutes in records.library.minutes.values():
        if minutes.header.chair not in attendance_list(minutes):
            message = f"`{minutes.header.chair}` chaired and is not in the attendance list; expected somebody there"
            hint = "add the chair to `present`, or name who chaired"
            yield Found(
                minutes.header.place("chair"), message, hint, length=len(minutes.header.chair), subject="field chair"
            )


#: How many of the public were there; a member who spoke, or came later, is told of in other words.
_PUBLIC = re.compile(
    r"\b(?P<number>\d{1,3}|[Nn]o|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
    r" members? of the public(?: (?:was|were|being))? (?:also )?(?:present|in attendance|attended)\b"
    r"(?! (?:at|for|from|during|when|until)\b)"
)


def look_for_another_number_of_the_public(records: Records) -> Iterator[Found]:
    """Checks:
        Where minutes tell in words how many members of the public were present, it is the number in their header.

    Looks at:
        `public_present`; "No members of the public were present" in minutes.

    Why:
        It is asked for when somebody says that nobody could hear what was decided.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        public_present: 3
        ---
        ## welcome

        No members of the public were present.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        public_present: none
        ---
        ## welcome

        No members of the public were present.
    """
    for writing in records.writings:
        minutes = writing.source
        stated = minutes.header.public_present if isinstance(minutes, Minutes) else None
        if not isinstance(minutes, Minutes) or not (isinstance(stated, int) or stated is Nothing.NONE):
            continue
        number = stated if isinstance(stated, int) else 0
        for paragraph in writing.paragraphs:
            for match in _PUBLIC.finditer(paragraph.text) if paragraph.role is not Role.BLOCK else ():
                told = 0 if match["number"].lower() == "no" else whole_number(match["number"])
                if told != number:
                    message = f"`{match[0]}`, and `public_present` is {stated}; expected one number"
                    related = (Related(minutes.header.place("public_present"), "the header"),)
                    at = paragraph.at(match.start())
                    yield Found(at, message, "correct one of the two", related, len(match[0]), "field public_present")


def attendance_list(minutes: Minutes) -> dict[str, Related]:
    """Everybody in the attendance lists, and where; "Ann Bell (AB)" without the initials too."""
    return {
        name: Related(minutes.header.place(key, number), "in the attendance list")
        for key in ("present", "in_attendance")
        for number, line in enumerate(getattr(minutes.header, key))
        for name in (line.person, line.person.partition(" (")[0])
    }


RULES: tuple[RecordRule, ...] = (
    record_rule("G703", "chair-not-present", FAILS, look_for_absent_chairs),
    record_rule("G755", "public-miscounted", WARNS, look_for_another_number_of_the_public, heuristic=True),
)
