"""The rule about motions that one person moves and seconds: code G814."""

import re
from collections.abc import Iterator

from govdocs.check.people_in_prose import TITLE
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role
from govdocs.model.decisions import DecisionBlock
from govdocs.model.minutes import Minutes

_NAME = rf"(?:{TITLE}\s+){{0,3}}(?:[A-Z]\.?\s+|[A-Z][a-z]+\s+)?[A-Z][A-Za-z'’-]+[a-z]|[A-Z]{{2,3}}"
_MOVED = re.compile(
    rf"(?:(?:[Pp]roposed|[Mm]oved)(?: by)?:?\s+(?P<one>{_NAME})[,;]?\s+(?:and\s+)?"
    rf"[Ss]econded(?: by)?:?\s+(?P<two>{_NAME})"
    rf"|(?P<three>{_NAME})\s+(?:proposed|moved)\b(?:(?!\b(?:proposed|moved)\b)[^.]){{0,160}}?"
    rf"\bseconded by\s+(?P<four>{_NAME}))(?![A-Za-z])"
)


def look_for_motions_of_one(records: Records) -> Iterator[Found]:
    """Checks:
        A motion is moved by one person and seconded by another, in `decision` blocks and in words.

    Looks at:
        `mover` and `seconders` of decisions; "proposed by … seconded by …" in minutes.

    Why:
        A motion that nobody else seconds falls.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the plan}]
        mover: sam-member
        seconders: [sam-member]
        how: show-of-hands
        outcome: carried
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the plan}]
        mover: sam-member
        seconders: [jo-member]
        how: show-of-hands
        outcome: carried
        ```
    """
    for minutes in records.library.minutes.values():
        for item, decision in minutes.blocks(DecisionBlock):
            if decision.mover and decision.mover in decision.seconders:
                message = f"`{decision.mover}` moves and seconds this; expected two people"
                at = decision.place("seconders", decision.seconders.index(decision.mover))
                subject = f"item {item.id}" if item else ""
                yield Found(at, message, "correct one of the two", (), len(decision.mover), subject)
    for writing in records.writings if any(records.library.minutes) else ():
        for paragraph in writing.paragraphs if isinstance(writing.source, Minutes) else ():
            for match in _MOVED.finditer(paragraph.text) if paragraph.role is not Role.BLOCK else ():
                mover, second = match["one"] or match["three"], match["two"] or match["four"]
                if _bare(mover) == _bare(second):
                    message = f"`{second}` seconds what `{mover}` moves; expected two people"
                    at = paragraph.at(match.start("two" if match["two"] else "four"))
                    yield Found(at, message, "correct one of the two", (), len(second), f"name {second}")


def _bare(name: str) -> str:
    """A name without titles and dots, so that "Cllr Moss" and "Cllr Moss" are one, and "Mr Moss" and "Mrs Moss" two."""
    return re.sub(r"\b(?:Cllr|Councillor)\b|\.", "", name).strip()


RULES: tuple[RecordRule, ...] = (record_rule("G814", "motion-of-one", WARNS, look_for_motions_of_one, heuristic=True),)
