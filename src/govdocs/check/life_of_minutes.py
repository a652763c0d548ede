"""Rules about what becomes of minutes, ballots and questions afterwards: codes G745 to G747."""

from collections.abc import Iterator

from govdocs.check.rule import FAILS, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock, OutsideDecision
from govdocs.model.index import Library
from govdocs.model.minutes import AnswerBlock, Minutes, QuestionBlock
from govdocs.model.record import Block
from govdocs.read.nodes import Prose


def look_for_missing_signatures(records: Records) -> Iterator[Found]:
    """Checks:
        Signed minutes say where they were approved and who signed them, and nobody has signed minutes that are said to
        be a draft.

    Looks at:
        `status`, `approved` and `approvals` in the header of minutes.

    Why:
        The signed copy is the evidence of what was decided; who signed it is part of that.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: signed
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        approved: {at: board/2026-05-14}
        ---
        ## welcome

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: signed
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        approved: {at: board/2026-05-14, signed_by: robin-sample}
        ---
        ## welcome
    """
    for minutes in records.library.minutes.values():
        header = minutes.header
        approvals = [*([header.approved] if header.approved is not None else []), *header.approvals]
        signed = [one for one in approvals if one.signed_by is not None]
        if header.status == "signed" and (not signed or len(signed) < len(approvals)):
            message = "these minutes are signed, and nobody is named who signed them; expected `signed_by`"
            place = header.place("approved") if approvals else header.place("status")
            yield Found(place, message, "add `signed_by: …`, or write `status: approved`", subject="header")
        elif signed and header.status in ("draft", "unconfirmed"):
            message = f"`{signed[0].signed_by}` signed these minutes, and their status is `{header.status}`"
            hint = "write `status: signed`, or take `signed_by` out"
            related = (Related(signed[0].place("signed_by"), "signed"),)
            yield Found(header.place("status"), f"{message}; expected `signed`", hint, related, subject="header")


def look_for_ballots_not_reported(records: Records) -> Iterator[Found]:
    """Checks:
        A decision outside meetings that is to be reported to a meeting is reported in its minutes: confirmed by a
        decision there, or named in a link; and by no earlier meeting than the ballot's end.

    Looks at:
        `reported_to` of decisions outside meetings; `ratifies` and links `decision:` in the minutes of that meeting.

    Why:
        Members who were not asked, and the public, learn of such a decision nowhere else.

    Wrong:
        # records/decisions/board.yaml
        decisions:
          lease:
            parts: [{verb: approve, text: the lease}]
            how: email
            outcome: carried
            closed: 2026-05-02
            reported_to: board/2026-05-14
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

    Right:
        # records/decisions/board.yaml
        decisions:
          lease:
            parts: [{verb: approve, text: the lease}]
            how: email
            outcome: carried
            closed: 2026-05-02
            reported_to: board/2026-05-14
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The chair reported that members had agreed to [the lease](decision:board/lease).
    """
    library = records.library
    for key, decision in library.decisions.items():
        facts = decision.facts
        if not isinstance(facts, OutsideDecision) or facts.reported_to is None:
            continue
        minutes, day = library.minutes.get(facts.reported_to), library.date_of(facts.reported_to)
        subject = f"decision {decision.id}"
        place = facts.place("reported_to")
        if day is not None and day < facts.closed:
            message = f"this was decided on {facts.closed} and is reported to a meeting of {day}; expected a later one"
            yield Found(place, message, "correct the day, or the meeting", subject=subject)
        elif minutes is not None and not _reports(minutes, {key, decision.id}):
            message = f"the minutes of `{facts.reported_to}` do not report this decision; expected one that ratifies it"
            hint = f"add `ratifies: {decision.id}` to the decision there, or a link `[…](decision:{key})`"
            related = (Related(minutes.header.place(), "the minutes"),)
            yield Found(place, message, hint, related, subject=subject)


def _reports(minutes: Minutes, names: set[str]) -> bool:
    if any(block.ratifies in names for _, block in minutes.blocks(DecisionBlock)):
        return True
    content = [*minutes.preamble, *(part for item in minutes.items for part in item.content)]
    prose = [part if isinstance(part, Prose) else part.prose for part in content]
    words = [part.text for part in prose if part is not None]
    return any(f"(decision:{name})" in text for text in words for name in names)


def look_for_answers_to_nothing(records: Records) -> Iterator[Found]:
    """Checks:
        The question that an answer or a decision names is in the same minutes, or the decision is there that it
        answers.

    Looks at:
        `to` of answers, `answers` of decisions, ids of questions.

    Why:
        Whoever asked looks for the answer under the question.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```question
        id: bins
        asked_by: [Mrs Olwen Rees]
        ---
        When will the bins be emptied?
        ```

        ```answer
        by: [robin-sample]
        to: bin
        ---
        On Monday.
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

        ```question
        id: bins
        asked_by: [Mrs Olwen Rees]
        ---
        When will the bins be emptied?
        ```

        ```answer
        by: [robin-sample]
        to: bins
        ---
        On Monday.
        ```
    """
    library = records.library
    for minutes in library.minutes.values():
        asked = {block.id for _, block in minutes.blocks(QuestionBlock) if block.id}
        for item, block, key, name in _answers(library, minutes):
            if name not in asked:
                listed = ", ".join(f"`{one}`" for one in sorted(asked)) or "a question with an id"
                message = f"there is no question `{name}` in these minutes; expected {listed}"
                hint = "write the id of the question, or give it one"
                yield Found(block.place(key), message, hint, (), len(name), f"item {item}")


def _answers(library: Library, minutes: Minutes) -> Iterator[tuple[str, Block, str, str]]:
    """What answers something that it names, and is no decision: its item, the block, the key and the name."""
    for item, answer in minutes.blocks(AnswerBlock):
        if answer.to:
            yield item.id if item is not None else "", answer, "to", answer.to
    for item, decision in minutes.blocks(DecisionBlock):
        name = decision.answers
        if name and not {name, f"{minutes.meeting}/{name}"} & set(library.decisions):
            yield item.id if item is not None else "", decision, "answers", name


RULES: tuple[RecordRule, ...] = (
    record_rule("G745", "signature-missing", STOPS_PUBLICATION, look_for_missing_signatures),
    record_rule("G746", "ballot-not-reported", WARNS, look_for_ballots_not_reported),
    record_rule("G747", "answer-to-nothing", FAILS, look_for_answers_to_nothing),
)
