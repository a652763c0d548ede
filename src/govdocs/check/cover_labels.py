"""Rules about answers of covers by what their labels ask: the agenda, the purpose, the cost: codes G619 to G621."""

import re
from collections.abc import Iterator

from govdocs.check.covers import papers_with_forms
from govdocs.check.quantities import Kind, quantities
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.check.verbs import decides
from govdocs.diagnostics import Related
from govdocs.model.answers import Ticked, Words
from govdocs.model.bodies import Body
from govdocs.model.forms import FormField
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry
from govdocs.model.papers import Paper
from govdocs.model.values import Nothing

_ITEM = re.compile(r"(?:agenda )?item(?: no\.?| number| ref\w*)?|agenda (?:no\.?|number|ref\w*)", re.IGNORECASE)
_LETTER = re.compile(r"(?:enclosure|paper|attachment|report)(?: no\.?| letter| number| ref\w*)?", re.IGNORECASE)
_MEETING = re.compile(
    r"(?:name of )?(?:the )?(?:meeting|committee|board)(?: name)?|(?:report|presented|submitted) to|meeting/committee",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:purpose|for|action (?:required|requested|needed)|decision required|status of (?:the )?(?:paper|report))\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b(?:Committee|Board|Body|Group|Council|Governors|Trustees|Panel|Court|Senate)\b")
_TO_KNOW = re.compile(r"\b(?:information|noting|note|awareness|assurance|update|receive|discussion)\b", re.IGNORECASE)
_TO_DECIDE = re.compile(
    r"\b(?:decision|decide|approv\w+|ratif\w+|adopt\w*|endorse\w*|agree\w*|sign[- ]off|authoris\w+)\b",
    re.IGNORECASE,
)
_COST = re.compile(r"\b(?:financ\w+|cost|resource|budget)\b", re.IGNORECASE)
_NONE = re.compile(
    r"\W*(?:none|nil|no|n/?a|not applicable|no (?:financial|cost|resource) implications?)\W*", re.IGNORECASE
)
#: More words than these argue, and are no label's answer.
MOST_WORDS = 6


def look_for_covers_unlike_the_agenda(records: Records) -> Iterator[Found]:
    """Checks:
        The number of the item, the letter of the paper and the name of the meeting that are typed on a cover are those
        of the agenda.

    Looks at:
        Records: answers in words on covers, by their labels; `number` and `letter` of agenda entries; names of bodies.

    Why:
        The agenda moved after the sheet was filled in, or the sheet went to another committee before.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: to, label: "Report to:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        form: {to: Quality Committee}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: to, label: "Report to:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        form: {to: The Board}
        ---
    """
    for body, form, paper in papers_with_forms(records.library):
        entry = _entry(records.library, paper)
        for field, label, answer in _answered(form.fields, paper):
            expected = ""
            related: tuple[Related, ...] = ()
            for key, pattern in (("number", _ITEM), ("letter", _LETTER)):
                typed = str(getattr(entry, key) or "") if entry is not None and pattern.fullmatch(label) else ""
                if entry is not None and typed and not _same(answer.text, typed):
                    expected, related = typed, (Related(entry.place(key), "the agenda"),)
            if _MEETING.fullmatch(label) and _is_another(body, answer.text):
                expected = body.name
            if expected:
                message = f"`{label}` says `{answer.text}`; expected `{expected}`, as on the agenda"
                yield Found(answer.place, message, "correct the cover", related, len(answer.text), f"field {field.id}")


def _same(answer: str, typed: str) -> bool:
    """Whether a reference on a cover is that of the agenda: in full, or its last number or letter."""
    one, other = (re.findall(r"\d+|[a-z]+", text.lower()) for text in (answer, typed))
    count = min(len(one), len(other))
    return not count or one[-count:] == other[-count:]


def _is_another(body: Body, answer: str) -> bool:
    """Whether an answer names a body, and none of whose words is one of this body's own."""
    own = {word for name in (body.name, body.short, *body.aliases) for word in content_words(name)}
    own |= {word for session in body.sessions for word in content_words(session.title)}
    return bool(_BODY.search(answer)) and len(answer.split()) <= MOST_WORDS and not own & {*content_words(answer)}


def look_for_other_purposes(records: Records) -> Iterator[Found]:
    """Checks:
        A cover that says that the paper is for information, to note or for assurance only does not ask for a decision;
        one that is for decision only asks for one.

    Looks at:
        Records: answers and ticks on covers, by their labels; recommendations, and what the body's verbs ask.

    Why:
        Members read the purpose first, and what is for information last.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: purpose, label: "Purpose:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        form: {purpose: For information}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: purpose, label: "Purpose:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        form: {purpose: For decision}
        ---
    """
    for body, form, paper in papers_with_forms(records.library):
        asked = [decides(body, one.verb) for one in paper.header.recommendations]
        if not asked or None in asked:
            continue
        for field in form.fields:
            answer = paper.answers.get(field.id)
            label = _label(field)
            if not _PURPOSE.search(label) or not isinstance(answer, Words | Ticked):
                continue
            said = answer.text if isinstance(answer, Words) else ", ".join(_ticked(field, answer))
            if not said or len(said.split()) > MOST_WORDS:
                continue
            is_to_know, is_to_decide = bool(_TO_KNOW.search(said)), bool(_TO_DECIDE.search(said))
            if is_to_know is not is_to_decide and any(asked) is not is_to_decide:
                what = "asks for a decision" if any(asked) else "asks for none"
                message = f"`{label}` says `{said}`, and the paper {what}; expected the two to agree"
                related = (Related(paper.header.place("recommendations"), "the recommendations"),)
                yield Found(answer.place, message, "correct one of the two", related, len(said), f"field {field.id}")


def _ticked(field: FormField, answer: Ticked) -> Iterator[str]:
    yield from (row.label for row in field.rows if row.id in answer.lines)


def look_for_costs_that_the_cover_denies(records: Records) -> Iterator[Found]:
    """Checks:
        A cover whose answer on finance or cost is "none" does not ask the body to decide on a sum of money.

    Looks at:
        Records: answers in words on covers, by their labels; recommendations.

    Why:
        Who answers for the money was not asked.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: cost, label: "Financial implications:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: "the lease, at £12,000 a year"}]
        form: {cost: No financial implications}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: cost, label: "Financial implications:", kind: text}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: "the lease, at £12,000 a year"}]
        form: {cost: "£12,000 a year"}
        ---
    """
    for body, form, paper in papers_with_forms(records.library):
        sums = [
            one.text
            for asked in paper.header.recommendations
            if decides(body, asked.verb)
            for one in quantities(asked.text)
            if one.kind is Kind.MONEY and one.value
        ]
        for field, label, answer in _answered(form.fields, paper) if sums else ():
            if _COST.search(label) and _NONE.fullmatch(answer.text):
                message = f"`{label}` says `{answer.text}`, and the body is asked to decide on {sums[0]}; "
                message += "expected what it costs"
                related = (Related(paper.header.place("recommendations"), "the recommendations"),)
                place, length = answer.place, len(answer.text)
                yield Found(place, message, "say what it costs, and whom", related, length, f"field {field.id}")


def _answered(fields: tuple[FormField, ...], paper: Paper) -> Iterator[tuple[FormField, str, Words]]:
    for field in fields:
        answer = paper.answers.get(field.id)
        if isinstance(answer, Words) and answer.text:
            yield field, _label(field), answer


def _label(field: FormField) -> str:
    return field.id if isinstance(field.label, Nothing) else field.label.strip().rstrip(":").strip()


def _entry(library: Library, paper: Paper) -> AgendaEntry | None:
    """The agenda entry that a paper stands on, in its own meeting."""
    meeting = library.meetings.get(paper.meeting)
    name = paper.id.rpartition("/")[2]
    return next((one for one in meeting.entries() if name in (one.paper, *one.papers)), None) if meeting else None


RULES: tuple[RecordRule, ...] = (
    record_rule("G619", "cover-unlike-agenda", WARNS, look_for_covers_unlike_the_agenda, heuristic=True),
    record_rule("G620", "purpose-differs", WARNS, look_for_other_purposes, heuristic=True),
    record_rule("G621", "cost-denied", WARNS, look_for_costs_that_the_cover_denies, heuristic=True),
)
