"""Rules about who was there: code G703."""

from collections.abc import Iterator

from govdocs.check.rule import FAILS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes


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


def attendance_list(minutes: Minutes) -> dict[str, Related]:
    """Everybody in the attendance lists, and where; "Ann Bell (AB)" without the initials too."""
    return {
        name: Related(minutes.header.place(key, number), "in the attendance list")
        for key in ("present", "in_attendance")
        for number, line in enumerate(getattr(minutes.header, key))
        for name in (line.person, line.person.partition(" (")[0])
    }


RULES: tuple[RecordRule, ...] = (record_rule("G703", "chair-not-present", FAILS, look_for_absent_chairs),)
