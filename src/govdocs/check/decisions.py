"""Rules about decisions, interests and actions: codes G709 to G719."""

from collections.abc import Iterator

from govdocs.check.attendance import attendance_list
from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.actions import ActionBlock
from govdocs.model.decisions import DecisionBlock
from govdocs.model.minutes import DeclarationBlock


def look_for_votes_of_the_absent(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever moved, seconded, voted, cast a vote or declared an interest was there.

    Looks at:
        Records: decisions and attendance in minutes.

    Why:
        A vote of somebody who is not on the roll makes the decision open to challenge.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: show-of-hands
        outcome: carried
        mover: jo-member
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: show-of-hands
        outcome: carried
        mover: jo-member
        ```
    """
    hint = "correct the name, or add the person to the attendance list"
    for minutes in records.library.minutes.values():
        there = attendance_list(minutes)
        for item, decision in minutes.blocks(DecisionBlock):
            for key, name in _actors(decision):
                if name not in there:
                    message = f"`{name}` took part ({key}) and is not in the attendance list; expected somebody there"
                    yield Found(decision.place(key), message, hint, subject=f"item {item.id}" if item else "")
        for item, declaration in minutes.blocks(DeclarationBlock):
            for who in declaration.people:
                if who.person not in there:
                    message = f"`{who.person}` declared an interest and is not in the attendance list; expected there"
                    yield Found(declaration.place("people"), message, hint, subject=f"item {item.id}" if item else "")


def look_for_votes_of_the_conflicted(records: Records) -> Iterator[Found]:
    """Checks:
        Nobody who declared an interest and did not vote, or withdrew, is among the named votes of that item, or moves
        or seconds the motion.

    Looks at:
        Records: declarations and named votes in minutes.

    Why:
        A vote in spite of a declared interest can void the decision, and in some bodies is an offence.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```declaration
        people: [jo-member]
        about: owner of the field
        consequence: withdrew
        ```

        ```decision
        parts: [{verb: approve, text: the lease}]
        how: recorded
        outcome: carried
        named: {for: [robin-sample, jo-member]}
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```declaration
        people: [jo-member]
        about: owner of the field
        consequence: withdrew
        ```

        ```decision
        parts: [{verb: approve, text: the lease}]
        how: recorded
        outcome: carried
        named: {for: [robin-sample]}
        ```
    """
    for minutes in records.library.minutes.values():
        out: dict[tuple[str, str], Related] = {}
        for item, declaration in minutes.blocks(DeclarationBlock):
            about = declaration.item or (item.id if item else "")
            if declaration.consequence in ("did-not-vote", "withdrew"):
                for who in declaration.people:
                    out[about, who.person] = Related(declaration.place("people"), "the declaration")
        for item, decision in minutes.blocks(DecisionBlock):
            for key, name in _actors(decision):
                declared = out.get((item.id if item else "", name))
                if declared:
                    did = "voted on it; expected no vote" if key == "named" else f"took part ({key}); expected neither"
                    message = f"`{name}` declared an interest in this item and {did}"
                    hint = "correct the decision, or the consequence of the declaration"
                    yield Found(
                        decision.place(key), message, hint, (declared,), subject=f"item {item.id if item else ''}"
                    )


def look_for_actions_without_date(records: Records) -> Iterator[Found]:
    """Checks:
        An action says by when it is to be done.

    Looks at:
        Records: actions in minutes.

    Why:
        An action without a date is never late, and so is never done.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [alex-example]
        ---
        Draw the map.
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

        ```action
        id: map
        owners: [alex-example]
        due: 2026-06
        ---
        Draw the map.
        ```
    """
    for minutes in records.library.minutes.values():
        for _, action in minutes.blocks(ActionBlock):
            if action.due is None:
                message = f"the action `{action.id}` has no date; expected by when it is to be done"
                yield Found(action.place(), message, "add `due: …`; a month will do", subject=f"action {action.id}")


def _actors(decision: DecisionBlock) -> Iterator[tuple[str, str]]:
    if decision.mover:
        yield "mover", decision.mover
    yield from (("seconders", name) for name in decision.seconders)
    yield from (("named", name) for name in _voters(decision))
    if decision.casting_vote:
        yield "casting_vote", decision.casting_vote.by


def _voters(decision: DecisionBlock) -> tuple[str, ...]:
    named = decision.named
    return (*named.for_, *named.against, *named.abstain) if named else ()


RULES: tuple[RecordRule, ...] = (
    record_rule("G709", "voter-not-present", FAILS, look_for_votes_of_the_absent),
    record_rule("G710", "voted-with-interest", FAILS, look_for_votes_of_the_conflicted),
    record_rule("G711", "action-without-date", WARNS, look_for_actions_without_date),
)
