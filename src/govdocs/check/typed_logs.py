"""Rules about action logs that were typed as tables, in minutes or as papers: codes G760 to G763."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from govdocs.check.action_tables import LEAST_WORDS, LogRow, is_same, read_logs, share_a_name, squeezed
from govdocs.check.amendments import item_numbers
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.diagnostics import Related
from govdocs.model.index import Action, Library

#: References further from the item than this are counted in another way.
NEAR = 30
_LATE = re.compile(r"\b(?:overdue|late|delayed|red|deferred|revised|extended|carried forward)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will be|is to be|are to be|remains? (?:open|outstanding)|awaiting|awaited|not yet|still (?:to|being|open)"
    r"|in progress|to be (?:done|sent|circulated|completed|confirmed|provided|written))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:agenda|forward plan|next meeting|paper|report|item)\b", re.IGNORECASE)


def look_for_rows_that_contradict_themselves(records: Records) -> Iterator[Found]:
    """Checks:
        What an action log calls closed is not said, in the same cell or the same update, to be still to come.

    Looks at:
        tables with columns for actions, owners and their status, in minutes and papers; updates of actions.

    Why:
        It drops off the next log, and was never done.

    Wrong:
        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map | R Sample | April 2026 | Closed – the map will be sent in June |

    Right:
        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map | R Sample | April 2026 | Closed – the map was sent in May |
    """
    for logs in read_logs(records.library).values():
        for _, rows in logs:
            for row in rows:
                status = row.text("status")
                to_come = _TO_COME.search(status)
                if row.is_closed and to_come and not _ELSEWHERE.search(status):
                    words = f"its words say `{to_come[0]}`"
                    message = f"the action `{row.name}` is closed here, and {words}; expected one of the two"
                    hint = "leave it open, or say what was done"
                    yield Found(row.cells["status"].place, message, hint, length=len(status), subject=f"row {row.name}")

    library = records.library
    for action in library.actions.values():
        body = library.bodies.get(action.body)
        closed = {status.id for status in body.actions.statuses if status.closed} if body and body.actions else set()
        for update in action.updates:
            to_come = _TO_COME.search(update.words)
            if update.status in closed and to_come and not _ELSEWHERE.search(update.words):
                message = (
                    f"the action `{action.id}` is closed, and its words say `{to_come[0]}`; expected one of the two"
                )
                at = update.place("words")
                yield Found(at, message, "leave it open, or say what was done", subject=f"action {action.id}")


def look_for_rows_that_differ(records: Records) -> Iterator[Found]:
    """Checks:
        An action in a log that was typed as a table has the owner and the reference that it had in the log before, or
        the owner that the minutes gave it; and its date does not move back.

    Looks at:
        tables with columns for actions, owners, and dates or status, in minutes and papers; `action` blocks.

    Why:
        Whoever was asked to do it finds nothing under the own name, and somebody else does not know of it.

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
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member]
        ---
        ## welcome

        ```action
        id: map
        owners: [sam-member]
        due: 2026-05
        ---
        Send the map of all parks to members.
        ```
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map of all parks to members | Alex Example | May 2026 | Open |

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
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member]
        ---
        ## welcome

        ```action
        id: map
        owners: [sam-member]
        due: 2026-05
        ---
        Send the map of all parks to members.
        ```
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map of all parks to members | Sam Member | May 2026 | Open |
    """
    library = records.library
    for body, logs in read_logs(library).items():
        earlier: list[LogRow] = []
        for meeting, rows in logs:
            actions = [one for one in library.actions_of(body) if one.arose <= meeting.date]
            for row in rows:
                yield from _differs(row, earlier)
                yield from _differs_from_action(library, row, actions)
            earlier += rows


def _differs(row: LogRow, earlier: Sequence[LogRow]) -> Iterator[Found]:
    before = [one for one in earlier if one.meeting.date < row.meeting.date and is_same(one.words, row.words)]
    if not before:
        return
    last = before[-1]
    related = (Related(last.place, f"the log of {last.meeting.date}"),)
    for name, word in (("owner", "lead"), ("reference", "reference")):
        new, old = row.text(name), last.text(name)
        if not new or not old:
            continue
        is_other = not share_a_name(new, old) if name == "owner" else squeezed(new) != squeezed(old)
        if is_other and (name == "owner" or re.search(r"\d", new + old)):
            message = f"the {word} of this action is `{new}`, and was `{old}` on {last.meeting.date}; expected the same"
            hint = "correct one of the two, or say that it changed"
            yield Found(row.cells[name].place, message, hint, related, len(new), f"row {row.name}")
    if row.due and last.due and row.due.last < last.due.first:
        message = (
            f"the action was due by `{last.due.text}`, and is due by `{row.due.text}` here; expected no earlier day"
        )
        yield Found(row.cells["due"].place, message, "correct the date", related, len(row.due.text), f"row {row.name}")


def _differs_from_action(library: Library, row: LogRow, actions: Sequence[Action]) -> Iterator[Found]:
    action = next((one for one in actions if is_same(row.words, set(content_words(one.words.text)))), None)
    owner = row.text("owner")
    if action is None or not owner:
        return
    yield from _of_another_item(library, row, action)
    owners = [who for update in action.updates for who in update.owners] or [who.person for who in action.owners]
    names = [library.people[who].name if who in library.people else who for who in owners]
    if not any(share_a_name(owner, name) for name in names):
        named = " and ".join(f"`{name}`" for name in names)
        message = f"the lead of this action is `{owner}` here, and the action has {named}; expected the same"
        related = (Related(action.place, "the action"),)
        hint = "correct one of the two, or add an update with the new owner"
        yield Found(row.cells["owner"].place, message, hint, related, len(owner), f"row {row.name}")


def _of_another_item(library: Library, row: LogRow, action: Action) -> Iterator[Found]:
    """Whether the reference of a row is that of another item than the one under which the action was minuted."""
    meeting = library.meetings.get(action.meeting)
    numbers = item_numbers(library, meeting) if meeting else {}
    typed = re.search(r"(\d+)\W*$", row.text("reference"))
    own = numbers.get(action.item)
    if typed and own is not None and int(typed[1]) != own and own in range(int(typed[1]) - NEAR, int(typed[1]) + NEAR):
        message = (
            f"the reference is `{row.text('reference')}`, and the action was minuted under item {own}; expected that"
        )
        related = (Related(action.place, "the action"),)
        cell = row.cells["reference"]
        yield Found(cell.place, message, "correct the reference", related, len(cell.text), f"row {row.name}")


def look_for_lost_rows(records: Records) -> Iterator[Found]:
    """Checks:
        An action that was open in one typed action log of a body is in the next one, where that one carries on others
        of the same log, or has the same columns.

    Looks at:
        tables with columns for actions, owners and their status, in minutes and papers of meetings that follow.

    Why:
        A row that is deleted by mistake is an action that nobody does.

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
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Status |
        |---|---|---|
        | Send the map of all parks to members | Sam Member | Open |
        | Count the trees along the river | Alex Example | Open |
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Status |
        |---|---|---|
        | Send the map of all parks to members | Sam Member | Closed |

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
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Status |
        |---|---|---|
        | Send the map of all parks to members | Sam Member | Open |
        | Count the trees along the river | Alex Example | Closed |
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        | Action | Lead | Status |
        |---|---|---|
        | Send the map of all parks to members | Sam Member | Closed |
    """
    for logs in read_logs(records.library).values():
        by_meeting: dict[date, list[LogRow]] = {}
        for meeting, rows in logs:
            by_meeting.setdefault(meeting.date, []).extend(rows)
        days = sorted(by_meeting)
        for before, after in itertools.pairwise(days):
            yield from _lost(by_meeting[before], by_meeting[after])


def _lost(before: list[LogRow], after: list[LogRow]) -> Iterator[Found]:
    carried = [row for row in before if any(_carries(row, later) for later in after)]
    forms = {row.labels for row in after}
    for row in before:
        if row.is_open and row not in carried and (carried or row.labels in forms):
            message = f"the action `{row.name}` was open on {row.meeting.date}, and is not in this log; expected it"
            related = (Related(row.place, "the log before"),)
            hint = "add the row, or say in the log before that it is closed"
            yield Found(after[0].place, message, hint, related, subject=f"row {row.name}")


def _carries(row: LogRow, later: LogRow) -> bool:
    reference = squeezed(row.text("reference"))
    is_number = bool(re.search(r"\d", reference))
    return (is_number and reference == squeezed(later.text("reference"))) or is_same(row.words, later.words)


def look_for_overdue_rows(records: Records) -> Iterator[Found]:
    """Checks:
        An action in a typed action log that is open after its date says why, or gets a new date.

    Looks at:
        tables with columns for actions, owners, dates and status, in minutes and papers.

    Why:
        The log is there to show what is late.

    Wrong:
        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map | R Sample | March 2026 | Open |

    Right:
        | Action | Lead | Due | Status |
        |---|---|---|---|
        | Send the map | R Sample | March 2026 | Overdue – the printer is ill |
    """
    for logs in read_logs(records.library).values():
        for meeting, rows in logs:
            for row in rows:
                due, status = row.due, row.text("status")
                says_no_more = len(status.split()) <= LEAST_WORDS and not _LATE.search(status)
                if due and due.has_year and due.last < meeting.date and row.is_open and says_no_more:
                    message = f"the action `{row.name}` was due by `{due.text}` and is `{status}` on {meeting.date}"
                    message += "; expected why, or a new date"
                    hint = "say in the status what is left to do, and by when"
                    yield Found(row.cells["due"].place, message, hint, length=len(due.text), subject=f"row {row.name}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G760", "log-row-contradicts-itself", WARNS, look_for_rows_that_contradict_themselves, heuristic=True),
    record_rule("G761", "log-row-differs", WARNS, look_for_rows_that_differ, heuristic=True),
    record_rule("G762", "log-row-lost", WARNS, look_for_lost_rows, heuristic=True),
    record_rule("G763", "log-row-overdue", NOTED, look_for_overdue_rows, heuristic=True),
)
