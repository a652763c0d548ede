"""Rules about how a meeting went about its business: closing its doors, consent agendas, elections; G756 to G758."""

from collections.abc import Iterator, Mapping

from govdocs.check.rule import FAILS, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock, ElectionBlock
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry
from govdocs.model.membership import holders_of
from govdocs.model.minutes import ClosedBlock, ItemBlock, MinuteItem, Minutes


def look_for_doors_closed_without_resolution(records: Records) -> Iterator[Found]:
    """Checks:
        Where the public is asked to leave, the decision to do so is named, and was taken before.

    Looks at:
        blocks `closed` of minutes and the decisions that they name as `resolution`.

    Why:
        A meeting that is open by law may shut its doors by a resolution only, and what was decided behind doors that
        nobody closed can be set aside.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```closed
        ground: commercial
        ```

    Right:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        id: exclude
        parts: [{verb: approve, text: that the public leave}]
        how: show-of-hands
        outcome: carried
        ```

        ```closed
        ground: commercial
        resolution: exclude
        ```
    """
    for minutes in records.library.minutes.values():
        taken: set[str] = set()
        all_of = {block.id or (item.id if item else ""): block for item, block in minutes.blocks(DecisionBlock)}
        for item in minutes.items:
            for part in item.content:
                if isinstance(part, DecisionBlock):
                    taken.add(part.id or item.id)
                elif isinstance(part, ClosedBlock) and not part.ends:
                    yield from _closed_by(part, taken, all_of, f"item {item.id}")


def _closed_by(
    block: ClosedBlock, taken: set[str], all_of: Mapping[str, DecisionBlock], subject: str
) -> Iterator[Found]:
    if block.resolution is None:
        message = "the doors were closed, and no decision to do so is named; expected `resolution`"
        yield Found(block.fence, message, "add a `decision` block before this one, and name it here", subject=subject)
        return
    name = block.resolution.rpartition("/")[2]
    if name in all_of and name not in taken:
        message = f"the doors were closed by `{name}`, which was decided after; expected the decision before this"
        related = (Related(all_of[name].fence, "the decision"),)
        yield Found(block.place("resolution"), message, "put the two in order", related, subject=subject)


def look_for_consent_contradicted(records: Records) -> Iterator[Found]:
    """Checks:
        What was on the consent agenda was taken with it, unless the minutes say why it was taken out; and nothing else
        was.

    Looks at:
        `consent` at entries of the agenda; `how: consent-agenda` and blocks `item` in the minutes.

    Why:
        Consent is given to a list that members have seen: an item that was added to it was never consented to.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: welcome, consent: yes}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: note, text: the news}]
        how: show-of-hands
        outcome: carried
        ```

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: welcome, consent: yes}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```item
        why: Taken out of the consent agenda at the request of Robin Sample.
        ```

        ```decision
        parts: [{verb: note, text: the news}]
        how: show-of-hands
        outcome: carried
        ```
    """
    for minutes in records.library.minutes.values():
        meeting = records.library.meetings.get(minutes.meeting)
        for item in minutes.items if meeting is not None else ():
            entry = meeting.entry(item.id) if meeting is not None else None
            if entry is not None:
                yield from _consent_at(item, entry)


def _consent_at(item: MinuteItem, entry: AgendaEntry) -> Iterator[Found]:
    explained = any(block.why for block in item.blocks(ItemBlock))
    for decision in item.blocks(DecisionBlock):
        by_consent = decision.how == "consent-agenda"
        if by_consent == entry.consent or (entry.consent and explained):
            continue
        related = (Related(entry.place(), "on the agenda"),)
        if entry.consent:
            message = f"`{item.id}` is on the consent agenda and was taken by `{decision.how}`; expected a reason"
            hint = "add a block `item` with `why:` it was taken out, or write `how: consent-agenda`"
        else:
            message = f"`{item.id}` was taken with the consent agenda and is not on it; expected `consent: yes` there"
            hint = "correct how it was taken, or the agenda"
        yield Found(decision.place("how"), message, hint, related, subject=f"item {item.id}")


def look_for_odd_elections(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever was elected stood as a candidate and had no fewer votes than those who were not; and holds the office
        from that day in the body's record.

    Looks at:
        blocks `election` of minutes; appointments to offices.

    Why:
        Papers name office holders from the body's record: one who was elected and not entered chairs nothing there.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```election
        office: chair
        candidates: [{person: robin-sample, votes: 2}, {person: jo-member, votes: 3}]
        elected: [robin-sample]
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```election
        office: chair
        candidates: [{person: robin-sample, votes: 3}, {person: jo-member, votes: 2}]
        elected: [robin-sample]
        ```
    """
    for minutes in records.library.minutes.values():
        for item, election in minutes.blocks(ElectionBlock):
            subject = f"item {item.id}" if item is not None else ""
            yield from _counted(election, subject)
            yield from _entered(records.library, minutes, election, subject)


def _counted(election: ElectionBlock, subject: str) -> Iterator[Found]:
    votes = {one.person: one.votes for one in election.candidates}
    best = [count for name, count in votes.items() if name not in election.elected and isinstance(count, int)]
    for number, person in enumerate(election.elected):
        count = votes.get(person)
        if person not in votes:
            message = f"`{person}` was elected and is not among the candidates; expected one of them"
            yield Found(
                election.place("elected", number), message, "add the candidate, or correct the name", subject=subject
            )
        elif isinstance(count, int) and best and count < max(best):
            message = f"`{person}` was elected with {count} votes, and another had {max(best)}; expected the most votes"
            yield Found(
                election.place("elected", number), message, "correct the votes, or who was elected", subject=subject
            )


def _entered(library: Library, minutes: Minutes, election: ElectionBlock, subject: str) -> Iterator[Found]:
    """Whether the body's record has the new holder of an office from the first day of the term."""
    meeting = library.meetings.get(minutes.meeting)
    body = library.body_of(meeting) if meeting is not None else None
    office = next((one for one in body.offices if one.id == election.office), None) if body is not None else None
    if meeting is None or office is None or election.accepted is False:
        return
    day = election.from_ or meeting.date
    holders = holders_of(office, day)
    for number, person in enumerate(election.elected):
        if person not in holders and person in library.people:
            message = f"`{person}` was elected {office.name} from {day}, and the body's record does not say so"
            related = (Related(office.place("appointments"), "who holds it"),)
            hint = f"add an appointment from {day}, and end the one before"
            place = election.place("elected", number)
            yield Found(place, f"{message}; expected an appointment", hint, related, subject=subject)


RULES: tuple[RecordRule, ...] = (
    record_rule("G758", "closed-without-resolution", STOPS_PUBLICATION, look_for_doors_closed_without_resolution),
    record_rule("G756", "consent-contradicted", WARNS, look_for_consent_contradicted),
    record_rule("G757", "election-odd", FAILS, look_for_odd_elections),
)
