"""Rules about what is said to have been decided: codes G712 and G714."""

import re
from collections.abc import Iterator
from datetime import date

from govdocs.check.concordance import Sought
from govdocs.check.days import dates_in
from govdocs.check.minutes import asked_of
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.check.writings import Writing
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Decision, Library
from govdocs.model.papers import Paper

_CLAIM = Sought(
    r"\b(?P<verb>approv|agree|support|endors|ratif|authoris|adopt|accept|sign)(?:ed off|e?d|ied|al)\b",
    "approv* agree* support* endors* ratif* authoris* adopt* accept* sign*",
    re.IGNORECASE,
)
#: Verbs of resolutions that bear a claim out.
BORNE_OUT = {
    "approv": {"approve", "agree", "adopt", "ratify", "authorise", "endorse", "resolve", "grant"},
    "agree": {"approve", "agree", "adopt", "ratify", "endorse", "resolve", "confirm", "authorise"},
    "support": {"support", "approve", "agree", "endorse", "adopt"},
    "endors": {"endorse", "approve", "agree", "adopt", "support", "ratify"},
    "ratif": {"ratify", "approve", "confirm"},
    "authoris": {"authorise", "approve", "agree", "delegate", "grant"},
    "adopt": {"adopt", "approve", "agree"},
    "accept": {"accept", "approve", "agree", "adopt", "receive", "note"},
    "sign": {"approve", "agree", "adopt", "sign"},
}
#: What a body calls itself for short.
_NOUNS = ("Board", "Council", "Committee", "Body", "Panel", "Cabinet", "Assembly", "Court", "Senate")
_LAST_MEETING = re.compile(r"\b(?:[Aa]t|[Ii]n) (?:its|the|their|our) (?:last|previous) meeting\b")
WEAK = {"receive", "note", "consider", "discuss", "comment"}


def look_for_claims_without_decision(records: Records) -> Iterator[Found]:
    """Checks:
        Where a paper says that the body approved or agreed something in a month, on a day or at its last meeting, the
        minutes of that meeting hold a decision on the matter with such a verb. Only meetings with minutes are looked
        at.

    Looks at:
        Prose of papers; decisions of all minutes.

    Why:
        "As the board agreed in May" is how a plan that was only received becomes a plan that was approved.

    Wrong:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        agenda: [{item: parking, title: Parking, presenters: [alex-example], time: 10:00}]
        # meetings/board/2026-04-16/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## parking

        ```decision
        parts: [{verb: note, text: the parking scheme}]
        how: consensus
        outcome: carried
        ```
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Board approved the parking scheme in April 2026.

    Right:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        agenda: [{item: parking, title: Parking, presenters: [alex-example], time: 10:00}]
        # meetings/board/2026-04-16/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## parking

        ```decision
        parts: [{verb: approve, text: the parking scheme}]
        how: consensus
        outcome: carried
        ```
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Board approved the parking scheme in April 2026.
    """
    for writing in records.writings:
        body = writing.body
        if body is None or not isinstance(writing.source, Paper):
            continue
        names = [rf"\b{re.escape(name)}\b" for name in (body.name, body.short, *body.aliases) if name]
        names += [rf"\b[Tt]he {noun}\b" for noun in _NOUNS if noun in body.name.split()]
        for paragraph, offset, sentence in writing.sentences_for(_CLAIM):
            claim = _CLAIM.search(sentence)
            if claim is None or not any(re.search(name, sentence) for name in names):
                continue
            for span, said in _times(records.library, writing, sentence, claim, names):
                lacking = _lacking(records.library, writing, span, sentence, claim["verb"].lower())
                if lacking is not None:
                    resolved, related, item = lacking
                    message = (
                        f"`{claim[0]}` is said of `{said}`, and the minutes have {resolved}; expected such a decision"
                    )
                    place = paragraph.at(offset + claim.start())
                    hint = "say what was resolved, or cite the decision by a link"
                    yield Found(place, message, hint, related, len(claim[0]), f"claim {claim[0].lower()}{item}")
                    break


def _times(
    library: Library, writing: Writing, sentence: str, claim: re.Match[str], names: list[str]
) -> Iterator[tuple[tuple[date, date], str]]:
    """When a sentence says that it was decided: on a day, in a month, or at the last meeting of the body itself."""
    dated = dates_in(sentence, writing.day)
    for one in dated:
        yield (one.first, one.last), one.text
    last = _LAST_MEETING.search(sentence) if not dated else None
    before = library.meeting_before(writing.meeting) if last is not None and writing.meeting is not None else None
    if last is not None and before is not None and _is_of_body(sentence, claim, names):
        yield (before.date, before.date), last[0]


def _is_of_body(sentence: str, claim: re.Match[str], names: list[str]) -> bool:
    """Whether it is the body that did so: it stands right before the verb, or behind it with "by"."""
    before, after = sentence[: claim.start()], sentence[claim.end() :]
    any_name = "|".join(names)
    near = re.search(rf"(?:{any_name})(?P<between>[^.;:]{{0,30}})$", before)
    by = re.match(rf"[^.;:]{{0,30}}?\bby (?:{any_name})", after)
    return by is not None or (near is not None and not any(noun in near["between"] for noun in _NOUNS))


def _lacking(
    library: Library, writing: Writing, span: tuple[date, date], sentence: str, verb: str
) -> tuple[str, tuple[Related, ...], str] | None:
    """What the minutes of that time have instead, and on which item; None where they bear it out, or are not here."""
    body = writing.meeting.lead_body if writing.meeting else ""
    held = [m for m in library.meetings_of(body) if span[0] <= m.date <= span[1] and m.id in library.minutes]
    if not held:
        return None
    decisions = [decision for meeting in held for decision in library.decisions_of(meeting.id)]
    about = set(content_words(sentence))
    near = [decision for decision in decisions if _subject_words(library, decision) & about]
    verbs = {part.verb for decision in near for part in decision.facts.parts}
    if verbs & BORNE_OUT[verb] or any(decision.words or decision.facts.printed for decision in near):
        return None
    if not near:
        return "no decision on it", (), ""
    resolved = ", ".join(sorted({f"`{verb}`" for verb in verbs})) or "no verb"
    return f"resolved {resolved}", (Related(near[0].place, "what was resolved"),), f" {near[0].item}"


def _subject_words(library: Library, decision: Decision) -> set[str]:
    """The words that tell what a decision is about; those of every other decision are none."""
    meeting = library.meetings.get(decision.meeting)
    entry = meeting.entry(decision.item) if meeting else None
    paper = library.paper_of(meeting, entry) if meeting and entry else None
    texts = [part.text for part in decision.facts.parts]
    texts += [entry.title if entry else "", paper.header.title if paper else "", decision.item.replace("-", " ")]
    common = {
        "paper",
        "report",
        "progress",
        "update",
        "minutes",
        "meeting",
        "board",
        "plan",
        "approach",
        "actions",
        "item",
    }
    return {word for text in texts for word in content_words(text) if len(word) > 2} - common  # noqa: PLR2004


def look_for_weaker_resolutions(records: Records) -> Iterator[Found]:
    """Checks:
        Where the agenda asks the body to approve, and the item was carried, the decision is more than to receive or
        to note.

    Looks at:
        Records: agendas, decisions in minutes.

    Why:
        A plan that was only noted has not been approved, whatever the next paper says.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: plan, title: Plan, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## plan

        ```decision
        parts: [{verb: note, text: the plan}]
        how: consensus
        outcome: carried
        ```

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: plan, title: Plan, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## plan

        ```decision
        parts: [{verb: approve, text: the plan}]
        how: consensus
        outcome: carried
        ```
    """
    for minutes in records.library.minutes.values():
        meeting = records.library.meetings.get(minutes.meeting)
        for item in minutes.items if meeting else ():
            entry = meeting.entry(item.id) if meeting else None
            decisions = item.blocks(DecisionBlock)
            verbs = {part.verb for decision in decisions for part in decision.parts}
            carried = all(decision.outcome == "carried" for decision in decisions)
            asked = asked_of(records.library, meeting, entry) if meeting and entry else ""
            if entry and asked in BORNE_OUT["approv"] and verbs and verbs <= WEAK and carried:
                found = " and ".join(sorted(verbs))
                message = f"the agenda asks the body to {asked}, and it resolved to {found}; expected more than that"
                related = (Related(entry.place("action"), "asked here"),)
                hint = "correct the verb, or say `outcome: deferred` where it was not approved"
                yield Found(decisions[0].place("parts"), message, hint, related, subject=f"item {item.id}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G712", "claim-without-decision", WARNS, look_for_claims_without_decision, heuristic=True),
    record_rule("G714", "resolution-weaker", WARNS, look_for_weaker_resolutions),
)
