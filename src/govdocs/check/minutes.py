"""Rules about the items of minutes: codes G704 to G708."""

import re
from collections.abc import Iterator

from govdocs.check.rule import FAILS, NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import ItemBlock, MinuteItem, Minutes
from govdocs.model.values import Nothing
from govdocs.read.nodes import Prose

_OUTCOME = re.compile(
    r"(?<!had )(?<!has )(?<!have )(?<!who )\b(?:resolved|approved|accepted|adopted|carried|ratified|deferred|withdrawn"
    r"|rejected|lost|unanimously|(?:was|were) agreed|all [\w’']* ?agreed)\b",
    re.IGNORECASE,
)
#: Items that are over when they have been taken.
_OPENING = re.compile(r"welcome|introduc|open|clos|adjourn|next|date")
#: What is asked of a body that cannot be done without a decision.
DECIDES = ("approve", "adopt", "agree", "authorise", "ratify", "confirm")


def look_for_unminuted_items(records: Records) -> Iterator[Found]:
    """Checks:
        Every item of the agenda has its heading in the minutes.

    Looks at:
        Records: agendas and minutes.

    Why:
        An item that vanishes between agenda and minutes was either not taken, which the minutes should say, or
        forgotten.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
    """
    for meeting, minutes in _meetings_with_minutes(records):
        for entry in meeting.entries():
            if not entry.is_section and not entry.items and minutes.item(entry.id) is None:
                message = f"the minutes have nothing on `{entry.id}`; expected a heading for every item of the agenda"
                related = (Related(entry.place(), "on the agenda"),)
                hint = f"add `## {entry.id}` where it was taken, and say so if it was not"
                yield Found(minutes.header.place(), message, hint, related, subject=f"item {entry.id}")


def look_for_another_order(records: Records) -> Iterator[Found]:
    """Checks:
        Items were taken in the order of the agenda.

    Looks at:
        Records: agendas and minutes.

    Why:
        Order may be changed, by leave of the chair; the minutes should say so, and a slip in them looks the same.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## declarations

        ## apologies

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
    """
    for meeting, minutes in _meetings_with_minutes(records):
        order = {entry.id: number for number, entry in enumerate(meeting.entries())}
        latest = None
        for item in minutes.items:
            if item.id not in order:
                continue
            if latest is not None and order[item.id] < order[latest.id]:
                message = f"`{item.id}` was taken after `{latest.id}`; expected the order of the agenda, or a reason"
                related = (Related(latest.place, "taken before it"),)
                hint = "put the items in order, or waive this with the reason for the change"
                yield Found(item.place, message, hint, related, 3, f"item {item.id}")
            else:
                latest = item


def look_for_wrong_minutes_approved(records: Records) -> Iterator[Found]:
    """Checks:
        The minutes that an agenda asks the body to approve, and the actions that it reviews, are those of the meeting
        before.

    Looks at:
        Records: agendas, minutes of the meeting before.

    Why:
        Copying last month's agenda leaves last month's reference in it, and a set of minutes is never approved.

    Wrong:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-03-19/meeting.yaml
        body: board
        date: 2026-03-19
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: board/2026-03-19}]

    Right:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: board/2026-04-16}]
    """
    for meeting in records.library.meetings.values():
        before = records.library.meeting_before(meeting)
        body = records.library.body_of(meeting)
        kinds = {item.id: item.paper for item in body.agenda.standing} if body else {}
        for entry in meeting.entries():
            is_minutes = kinds.get(entry.standing or "") == "minutes"
            if before and entry.of and is_minutes and not {before.id, before.id.rpartition("/")[2]} & set(entry.of):
                found = ", ".join(f"`{name}`" for name in entry.of)
                message = f"the agenda asks for the minutes of {found}; expected `{before.id}`, the meeting before"
                yield Found(entry.place("of"), message, f"write `of: {before.id}`", subject=f"entry {entry.id}")


def look_for_items_without_outcome(records: Records) -> Iterator[Found]:
    """Checks:
        An item with a paper and something asked of the body, and any item that asks it to approve or decide, has a
        decision in the minutes.

    Looks at:
        Records: agendas, decisions in minutes.

    Why:
        Without it nobody can say later whether the paper was approved.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, held: not-published, title: Budget, presenters: [alex-example], action: approve}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## budget

        The board discussed the budget.

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, held: not-published, title: Budget, presenters: [alex-example], action: approve}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## budget

        ```decision
        parts: [{verb: approve, text: the budget}]
        how: consensus
        outcome: carried
        ```
    """
    for meeting, minutes in _meetings_with_minutes(records):
        for entry in meeting.entries():
            item = minutes.item(entry.id)
            asked = asked_of(records.library, meeting, entry)
            is_asked = bool(asked) if entry.paper else asked in DECIDES
            if item is not None and is_asked and not item.blocks(DecisionBlock) and not _tells_outcome(item):
                message = f"the agenda asks the body to {asked} this, and no decision is minuted; expected one"
                hint = "add a `decision` block, with `outcome: deferred` if it was"
                related = (Related(entry.place("action"), "asked here"),)
                yield Found(item.place, message, hint, related, 3, f"item {item.id}")


def look_for_empty_items(records: Records) -> Iterator[Found]:
    """Checks:
        Under the heading of an item of the minutes stands something: words, a decision, or what the record prints
        there by itself, such as the apologies.

    Looks at:
        items of minutes that have neither words nor blocks, though the agenda asks nothing of the body there.

    Why:
        Readers cannot tell an item on which nothing was said from one that was forgotten.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## declarations

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## declarations

        There were none.
    """
    for meeting, minutes in _meetings_with_minutes(records):
        for item in minutes.items:
            entry = meeting.entry(item.id)
            says_itself = "apolog" in item.id and bool(minutes.header.apologies or minutes.header.absent)
            opens = _OPENING.search(item.id) is not None
            holds = any(not isinstance(part, ItemBlock) or part.has_words for part in item.content)
            is_asked = entry is not None and asked_of(records.library, meeting, entry) in DECIDES
            if entry and not holds and not says_itself and not opens and not entry.items and not is_asked:
                message = f"nothing stands under `{item.id}`; expected what happened, or that nothing did"
                hint = "write a sentence, such as that there was none"
                yield Found(item.place, message, hint, length=3, subject=f"item {item.id}")


def _tells_outcome(item: MinuteItem) -> bool:
    """Whether the words of an item say what was decided; that it has no record is another finding."""
    return any(_OUTCOME.search(part.text) for part in item.content if isinstance(part, Prose))


def asked_of(library: Library, meeting: Meeting, entry: AgendaEntry) -> str:
    """What an entry of the agenda asks for, by itself or as a standing item; empty for nothing."""
    if entry.action is not None:
        return "" if entry.action is Nothing.BLANK else str(entry.action)
    body = library.body_of(meeting)
    standing = next((item for item in body.agenda.standing if item.id == entry.standing), None) if body else None
    return str(standing.action or "") if standing else ""


def _meetings_with_minutes(records: Records) -> Iterator[tuple[Meeting, Minutes]]:
    for minutes in records.library.minutes.values():
        meeting = records.library.meetings.get(minutes.meeting)
        if meeting is not None and meeting.agenda:
            yield meeting, minutes


RULES: tuple[RecordRule, ...] = (
    record_rule("G704", "item-not-minuted", STOPS_PUBLICATION, look_for_unminuted_items),
    record_rule("G706", "order-changed", NOTED, look_for_another_order),
    record_rule("G707", "previous-minutes-wrong", FAILS, look_for_wrong_minutes_approved),
    record_rule("G729", "item-empty", NOTED, look_for_empty_items),
    record_rule("G708", "outcome-missing", WARNS, look_for_items_without_outcome),
)
