"""The rule about words that are closed in one place and stand open in another: code G754."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import RestrictedBlock
from govdocs.model.record import Block
from govdocs.places import Place
from govdocs.read.nodes import Prose

#: So many words in a row, closed here and open there, are no coincidence.
IN_A_ROW = 9


def look_for_closed_words_in_the_open(records: Records) -> Iterator[Found]:
    """Checks:
        No open document repeats a stretch of words of something closed.

    Looks at:
        closed papers and passages, and the words of all open ones of the same meeting.

    Why:
        What is taken out of one paper is no secret while another has it.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The highest offer for the depot came from Stranger Limited and stands at ninety thousand.

        ```restricted
        ground: contract
        ---
        The highest offer for the depot came from Stranger Limited and stands at ninety thousand.
        ```

    Right:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        There were three offers for the depot.

        ```restricted
        ground: contract
        ---
        The highest offer for the depot came from Stranger Limited and stands at ninety thousand.
        ```
    """
    closed: dict[str, dict[tuple[str, ...], Place]] = {}
    opened: list[tuple[str, Prose]] = []
    for meeting, prose, is_closed in _all_words(records.library):
        if not is_closed:
            opened.append((meeting, prose))
            continue
        words = [word for word, _ in _words(prose)]
        runs = closed.setdefault(meeting, {})
        for start in range(len(words) - IN_A_ROW + 1):
            runs.setdefault(tuple(words[start : start + IN_A_ROW]), prose.place)
    for name, prose in opened:
        found = _first_run(prose, closed.get(name, {}))
        if found is not None:
            place, first, secret = found
            message = f"`{first} …` stands in something closed; expected none of it in an open document"
            related = (Related(secret, "closed here"),)
            yield Found(place, message, "say it in other words, or close this too", related, len(first), "closed words")


def _all_words(library: Library) -> Iterator[tuple[str, Prose, bool]]:
    """The words of all papers and minutes: of which meeting, and whether they are closed."""
    for paper in library.papers.values():
        whole = paper.header.restricted is not None
        for part in paper.parts:
            yield from ((paper.meeting, prose, whole or secret) for prose, secret in _prose(part.content))
    for minutes in library.minutes.values():
        for item in minutes.items:
            yield from ((minutes.meeting, prose, secret) for prose, secret in _prose(item.content))


def _prose(content: tuple[Prose | Block, ...]) -> Iterator[tuple[Prose, bool]]:
    for part in content:
        prose = part.prose if isinstance(part, Block) else part
        if prose is not None:
            yield prose, isinstance(part, RestrictedBlock)


def _words(prose: Prose) -> list[tuple[str, int]]:
    return [(match[0].lower(), match.start()) for match in re.finditer(r"[\w£%'’-]+", prose.text)]


def _first_run(prose: Prose, runs: dict[tuple[str, ...], Place]) -> tuple[Place, str, Place] | None:
    """The first run of closed words in open prose: where, the words, and where they are closed."""
    words = _words(prose) if runs else []
    for start in range(len(words) - IN_A_ROW + 1):
        run = tuple(word for word, _ in words[start : start + IN_A_ROW])
        if run in runs:
            offset = words[start][1]
            line = prose.text.count("\n", 0, offset)
            column = offset - (prose.text.rfind("\n", 0, offset) + 1)
            first = prose.place if line == 0 else prose.place.down(line)
            return Place(first.path, first.line, first.column + column), " ".join(run[:4]), runs[run]
    return None


RULES: tuple[RecordRule, ...] = (
    record_rule("G754", "closed-words-in-the-open", WARNS, look_for_closed_words_in_the_open, heuristic=True),
)
