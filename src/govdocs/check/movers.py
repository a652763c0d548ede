"""Rules about who moves and seconds, and who is nominated and accepts: codes G748 and G814."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought
from govdocs.check.people_in_prose import TITLE
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role
from govdocs.model.decisions import DecisionBlock
from govdocs.model.minutes import Minutes

_NAME = rf"(?:{TITLE}\s+){{0,3}}(?:[A-Z]\.?\s+|[A-Z][a-z]+\s+)?[A-Z][A-Za-z'’-]+[a-z]|[A-Z]{{2,3}}"
_MOVED = Sought(
    rf"(?:(?:[Pp]roposed|[Mm]oved)(?: by)?:?\s+(?P<one>{_NAME})[,;]?\s+(?:and\s+)?"
    rf"[Ss]econded(?: by)?:?\s+(?P<two>{_NAME})"
    rf"|(?P<three>{_NAME})\s+(?:proposed|moved)\b(?:(?!\b(?:proposed|moved)\b)[^.]){{0,160}}?"
    rf"\bseconded by\s+(?P<four>{_NAME})"
    rf"|(?P<five>{_NAME})\s+(?:proposed|proposes|moved|moves)\b(?:(?!\b(?:propos|mov|second)\w*\b)[^.;]){{0,60}}?"
    rf"\band\s+(?P<six>{_NAME})\s+(?:seconded|seconds)\b)(?![A-Za-z])",
    "seconded seconds",
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
        for paragraph in writing.paragraphs_for(_MOVED) if isinstance(writing.source, Minutes) else ():
            for match in _MOVED.finditer(paragraph.text):
                mover = match["one"] or match["three"] or match["five"]
                second = match["two"] or match["four"] or match["six"]
                if _bare(mover) == _bare(second):
                    message = f"`{second}` seconds what `{mover}` moves; expected two people"
                    at = paragraph.at(match.start("two" if match["two"] else "four"))
                    yield Found(at, message, "correct one of the two", (), len(second), f"name {second}")


def _bare(name: str) -> str:
    """A name without titles and dots, so that "Cllr Moss" and "Cllr Moss" are one, and "Mr Moss" and "Mrs Moss" two."""
    return re.sub(r"\b(?:Cllr|Councillor)\b|\.", "", name).strip()


_OFFICE = re.compile(r"\b(?:Chair(?:man|person)?|Mayor|Deputy|Treasurer|Secretary|office|position)\b")
_NOMINATED = re.compile(
    rf"(?P<one>{_NAME})\s+(?:was|were|be)\s+(?:nominated|proposed)\b"
    rf"|\b(?:nominated|proposed)\s+(?P<two>{_NAME})\s+(?:as|for|to be)\b"
    rf"|\bthat\s+(?P<three>{_NAME})\s+be\s+(?:elected|appointed)\b"
)
_ACCEPTED = re.compile(
    rf"(?P<who>{_NAME})\s+(?:(?:duly|then|also)\s+)?(?:accepted\s+the\s+(?:office|position|role|chair|nomination)"
    rf"|was\s+(?:duly\s+|therefore\s+)?elected\b)"
)


def look_for_another_who_accepts(records: Records) -> Iterator[Found]:
    """Checks:
        Where a paragraph of minutes tells that one person was nominated for an office, that person accepts it or is
        elected, not somebody else.

    Looks at:
        Prose of minutes.

    Why:
        Afterwards nobody can tell who holds the office.

    Example:
        Minutes of a parish council have Councillor W nominated for the chair, and Councillor M accepting it.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        Mr Sam Member was nominated by Ms Jo Member for the office of Chairman. Mr Sample accepted the office.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        Mr Sample was nominated by Ms Jo Member for the office of Chairman. Mr Sample accepted the office.
    """
    for writing in records.writings if any(records.library.minutes) else ():
        for portion in writing.portions if isinstance(writing.source, Minutes) else ():
            for paragraph in portion.paragraphs:
                if paragraph.role is not Role.BLOCK and _OFFICE.search(paragraph.text):
                    nominated = list(_NOMINATED.finditer(paragraph.text))
                    named = {_nominee(match) for match in nominated}
                    first = nominated[0].start() if nominated else 0  # whoever is elected before is another's matter
                    accepted = [one for one in _ACCEPTED.finditer(paragraph.text) if one.start() > first]
                    if len(named) == len(accepted) == 1 and accepted[0]["who"].split()[-1] not in named:
                        who = accepted[0]["who"]
                        message = f"`{who}` accepts what `{next(iter(named))}` was nominated for; expected one person"
                        at = paragraph.at(accepted[0].start("who"))
                        yield Found(at, message, "correct one of the two names", (), len(who), f"item {portion.name}")


def _nominee(match: re.Match[str]) -> str:
    """The surname of whoever is nominated."""
    return next(name for name in match.groups() if name).split()[-1]


RULES: tuple[RecordRule, ...] = (
    record_rule("G748", "another-accepts", WARNS, look_for_another_who_accepts, heuristic=True),
    record_rule("G814", "motion-of-one", WARNS, look_for_motions_of_one, heuristic=True),
)
