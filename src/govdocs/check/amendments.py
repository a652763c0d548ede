"""The rule about corrections of the last minutes that fit nothing in them: code G713."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing, read_minutes
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes

_WORDS = r"[\"“‘'](?P<{0}>[^\"”’']{{2,80}})[\"”’']|(?P<{1}>£?\d[\d,.]*\d%?|\d+%?)"
_OLD = (
    re.compile(
        r"\bshould (?:read|be|say|have (?:read|been))\b[^.;]{1,80}?,?\s(?:not|rather than|instead of)\s+"
        rf"(?:{_WORDS.format('a', 'b')})"
    ),
    re.compile(rf"\breplac\w+ (?:{_WORDS.format('a', 'b')}) (?:with|by)\b"),
    re.compile(rf"(?:{_WORDS.format('a', 'b')}) (?:to )?be (?:replaced|amended|changed|corrected)\b"),
    re.compile(rf"\b(?:amend\w*|chang\w+|correct\w*) (?:from )?(?:{_WORDS.format('a', 'b')}) to\b"),
)
_ITEM = re.compile(r"\b(?:[Ii]tem|[Mm]inute|[Pp]aragraph)s?(?: no\.?| number)?\s+(?P<number>\d{1,4})(?![\d/]|\.\d)")


def look_for_amendments_of_nothing(records: Records) -> Iterator[Found]:
    """Checks:
        What minutes correct in those of the meeting before ("should read 121, not 112") stands there, and an item that
        they name by its number is one of that meeting's.

    Looks at:
        Prose of minutes under the item on the last minutes; the words of those minutes.

    Why:
        A correction that fits nowhere cannot be made, and the slip stays.

    Wrong:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/minutes.md
        ---
        status: approved
        approved: {at: board/2026-05-14}
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        There are 112 trees.
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: board/2026-04-16}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## minutes

        It was noted that the number of trees should read 121, not 115.

    Right:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/minutes.md
        ---
        status: approved
        approved: {at: board/2026-05-14}
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        There are 112 trees.
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: board/2026-04-16}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## minutes

        It was noted that the number of trees should read 121, not 112.
    """
    library = records.library
    for writing in records.writings:
        meeting = writing.meeting
        if meeting is None or not isinstance(writing.source, Minutes):
            continue
        for portion in writing.portions:
            entry = meeting.entry(portion.name)
            named = [library.minutes.get(name) for name in entry.of] if entry else []
            earlier = [read_minutes(library, one) for one in named if one is not None]
            if earlier and len(earlier) == len(named):
                for paragraph in portion.paragraphs:
                    if paragraph.role is not Role.BLOCK:
                        yield from _of_nothing(library, paragraph, earlier)


def _of_nothing(library: Library, paragraph: Paragraph, earlier: list[Writing]) -> Iterator[Found]:
    first = next(iter(earlier[0].paragraphs), None)
    related = (Related(first.place, "those minutes"),) if first else ()
    text = paragraph.text
    for pattern in _OLD:
        for match in pattern.finditer(text):
            old = match["a"] or match["b"]
            if not any(_holds(one, old) for one in earlier):
                message = f"`{old}` is to be corrected, and those minutes do not have it; expected words that they have"
                at = paragraph.at(match.start("a" if match["a"] else "b"))
                yield Found(at, message, "quote the words as they stand there", related, len(old), f"words {old}")
    numbers = [{*item_numbers(library, one.meeting).values()} for one in earlier if one.meeting is not None]
    for match in _ITEM.finditer(text) if numbers and all(numbers) else ():
        if not any(int(match["number"]) in one for one in numbers):
            message = (
                f"`{match[0]}` is no item of those minutes; expected one from {min(numbers[0])} to {max(numbers[0])}"
            )
            yield Found(paragraph.at(match.start()), message, "correct the number", related, len(match[0]), match[0])


def _holds(writing: Writing, words: str) -> bool:
    """Whether minutes have certain words, in prose, in what was decided, or in their lists."""
    source = writing.source
    typed = " ".join(value for value in _typed(source)) if isinstance(source, Minutes) else ""
    said = " ".join(paragraph.text for paragraph in writing.paragraphs)
    bare = re.escape(words.strip(" .,"))
    return re.search(rf"(?<![\w.,]){bare}(?![\w]|[.,]\d)", f"{said} {typed}", re.IGNORECASE) is not None


def _typed(minutes: Minutes) -> Iterator[str]:
    header = minutes.header
    for line in (*header.present, *header.in_attendance):
        yield f"{line.person} {line.printed}"
    yield from (excuse.person for excuse in header.apologies)
    yield from (str(value) for value in (header.started, header.ended))


def item_numbers(library: Library, meeting: Meeting) -> dict[str, int]:
    """The numbers of a meeting's items by their ids; none where it takes more than this meeting to know them."""
    body = library.body_of(meeting)
    scheme = body.references.items if body and body.references else None
    first = meeting.first_number
    if scheme is None or (first is None and scheme.restart != "meeting"):
        return {}
    number = (scheme.start if first is None else first) - 1
    found: dict[str, int] = {}
    for entry in meeting.agenda:
        if not entry.is_section:
            number = int(entry.number) if entry.number.isdecimal() else number + 1
            found[entry.id] = number
    return found


RULES: tuple[RecordRule, ...] = (
    record_rule("G713", "amendment-of-nothing", WARNS, look_for_amendments_of_nothing, heuristic=True),
)
