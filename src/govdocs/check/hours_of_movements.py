"""The rule about hours at which people come and go: code G764."""

import re
from collections.abc import Iterator
from datetime import time

from govdocs.check.people_in_prose import TITLED, named_by
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes, MinutesHeader, MovementBlock
from govdocs.places import Place

_INITIALS = r"(?<![\w/&@.-])(?P<initials>[A-Z]{2,3}[a-z]?)(?![\w/&@-])"
_HOW = r"(?P<how>left|departed|withdrew|re-?joined|returned|joined|arrived|entered)"
_CLOCK = (
    r"(?:at|@|\()\s?(?:approximately |about )?(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b)?"
)
_BETWEEN = r"(?:\s(?:the|this|meeting|room|call|chamber|and|briefly|then|had|just))*\s"
_MOVES = tuple(re.compile(rf"{who}{_BETWEEN}{_HOW}(?P<what>[^.;]{{0,40}}?)\s{_CLOCK}") for who in (TITLED, _INITIALS))
_ANOTHER = re.compile(r"\b(?:school|trust|hospital|university|council|ward|home|company|post|service|board|on \d)\b")
_HALF = 12


def look_for_movements_outside_the_meeting(records: Records) -> Iterator[Found]:
    """Checks:
        Who leaves or comes at an hour does so while the meeting lasts, and comes back after having left.

    Looks at:
        Sentences of minutes and `movement` blocks with an hour; `started` and `ended` of minutes.

    Why:
        Who was in the room decides the quorum of each item, and whose vote counts.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 12:05
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example left the meeting at 12.40pm.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 12:05
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example left the meeting at 11.40am.
    """
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            header = writing.source.header
            for item in writing.source.items:
                for block in item.blocks(MovementBlock):
                    is_going = bool(block.left)
                    if block.time is not None and (said := _outside(header, block.time, is_going=is_going)):
                        yield _found(header, block.place("time"), f"{block.time:%H:%M}", said)
            yield from _in_words(writing, header)


def _in_words(writing: Writing, header: MinutesHeader) -> Iterator[Found]:
    out: dict[str, tuple[time, Place]] = {}
    for paragraph in writing.paragraphs:
        if paragraph.role in (Role.HEADING, Role.BLOCK):
            continue
        moves = sorted((m for pattern in _MOVES for m in pattern.finditer(paragraph.text)), key=lambda m: m.start())
        for match in moves:
            hour = None if _ANOTHER.search(match["what"]) else _hour(match, header)
            if hour is None:
                continue
            who = named_by(match).last if "last" in match.re.groupindex else match["initials"]
            place, is_going = paragraph.at(match.start("hour")), match["how"] in ("left", "departed", "withdrew")
            if said := _outside(header, hour, is_going=is_going):
                yield _found(header, place, f"{hour:%H:%M}", said)
            elif is_going:
                out[who] = hour, place
            elif who in out and hour < out[who][0]:
                message = f"`{match[0]}` is before {out[who][0]:%H:%M}, when this person left; expected a later hour"
                yield Found(
                    place, message, "correct one of the two", (Related(out[who][1], "left here"),), len(match[0])
                )


def _hour(match: re.Match[str], header: MinutesHeader) -> time | None:
    """The hour that is meant: without am and pm, that within the meeting, if there is one."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "")[:1].lower()
    if hour >= 2 * _HALF or (half and not 1 <= hour <= _HALF):
        return None
    if half:
        return time(hour % _HALF + (_HALF if half == "p" else 0), minute)
    hours = [time(hour, minute), time(hour + _HALF, minute)] if 1 <= hour < _HALF else [time(hour, minute)]
    return next(
        (one for one in hours if not _outside(header, one, is_going=True)), None if len(hours) > 1 else hours[0]
    )


def _outside(header: MinutesHeader, hour: time, *, is_going: bool) -> str:
    """What is said of an hour at which nobody can have come or gone; empty where one can."""
    if header.ended is not None and header.ended > header.started and hour > header.ended:
        return f"the meeting ended at {header.ended:%H:%M}"
    return f"the meeting began at {header.started:%H:%M}" if is_going and hour < header.started else ""


def _found(header: MinutesHeader, place: Place, hour: str, said: str) -> Found:
    key = "ended" if "ended" in said else "started"
    message = f"somebody comes or goes at {hour}, and {said}; expected an hour of the meeting"
    return Found(place, message, "correct one of the two", (Related(header.place(key), f"`{key}`"),), len(hour))


RULES: tuple[RecordRule, ...] = (
    record_rule("G764", "movement-outside-meeting", WARNS, look_for_movements_outside_the_meeting, heuristic=True),
)
