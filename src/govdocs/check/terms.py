"""Rules about terms of reference: codes G771 to G779. A section may be missing; what is missing is a finding."""

from collections.abc import Iterator

from govdocs.check.rule import STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.terms_of_reference import RuleBlock, TermsOfReference
from govdocs.model.values import Nothing, NotStated

#: What terms of reference are expected to settle, beside quorum and review date: words of a heading that does.
ELEMENTS = {
    "decision rule": ("decision", "voting", "vote"),
    "conflicts of interest": ("conflict", "interest"),
    "delegated authority": ("authority", "delegat", "powers"),
    "reporting": ("report", "accountab"),
    "membership": ("member",),
}


def look_for_missing_quorum(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference say how many members must be there: in a clause on the quorum, or in a `rule` block.

    Looks at:
        Records: terms of reference.

    Why:
        A group without a quorum can be two people, and nobody can say afterwards that its decision stands.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Purpose

        The committee looks after the parks.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Quorum

        Three members make a quorum.
    """
    for terms in records.library.terms_of_reference.values():
        stated = any(rule.kind == "quorum" and rule.stated is not NotStated.NOT_STATED for rule in _rules(terms))
        if not stated and not _has_clause(terms, ("quorum", "quorate")):
            message = "these terms of reference state no quorum; expected how many members must be there"
            hint = "add a heading `## Quorum`, or waive this with the reason"
            yield Found(terms.header.place("title"), message, hint, subject="element quorum")


def look_for_missing_review(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference say when they are to be looked at again.

    Looks at:
        Records: terms of reference.

    Why:
        Groups outlive their purpose when nobody has to ask.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Purpose

        The committee looks after the parks.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Purpose

        The committee looks after the parks.
    """
    for terms in records.library.terms_of_reference.values():
        if terms.header.review_by is None and not any(rule.kind == "review" for rule in _rules(terms)):
            message = "these terms of reference have no review date; expected `review_by`"
            hint = "add `review_by: 2019-06`, or `review_by: none` where they are meant to have none"
            yield Found(terms.header.place("title"), message, hint, subject="element review")


def look_for_overdue_review(records: Records) -> Iterator[Found]:
    """Checks:
        The review date of terms of reference has not passed.

    Looks at:
        Records: terms of reference, the day of the check.

    Why:
        A review that is overdue is a promise to the parent body that was not kept.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2025-03
        ---

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-03
        ---
    """
    for terms in records.library.terms_of_reference.values():
        due = terms.header.review_by
        if due is None or isinstance(due, Nothing) or terms.header.status == "superseded":
            continue
        if due.last < records.today:
            message = f"the review was due by {due}; today is {records.today}, expected a later date"
            hint = "review them, and write the next date"
            yield Found(terms.header.place("review_by"), message, hint, length=len(str(due)), subject="element review")


def look_for_missing_elements(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference settle who the members are, how decisions are taken, what may be decided, what happens with
        conflicts of interest, and to whom the group reports.

    Looks at:
        Records: terms of reference.

    Why:
        What is not settled beforehand is settled in a quarrel.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Members

        Five councillors.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Members

        Five councillors.

        ## Decisions and conflicts of interest

        Decisions are taken by consensus; whoever has an interest leaves.

        ## Authority and reporting

        The committee advises the board, to which it reports.
    """
    for terms in records.library.terms_of_reference.values():
        for element, words in ELEMENTS.items():
            if not _has_clause(terms, words):
                message = f"these terms of reference have no clause on {element}; expected one"
                hint = f"add a heading that names it, such as `## {element.capitalize()}`, or waive this"
                yield Found(terms.header.place("title"), message, hint, subject=f"element {element.replace(' ', '-')}")


def _rules(terms: TermsOfReference) -> Iterator[RuleBlock]:
    for clause in terms.clauses:
        yield from (part for part in clause.content if isinstance(part, RuleBlock))


def _has_clause(terms: TermsOfReference, words: tuple[str, ...]) -> bool:
    """Whether a heading has one of the words in it."""
    return any(word in clause.heading.lower() for clause in terms.clauses for word in words)


RULES: tuple[RecordRule, ...] = (
    record_rule("G771", "quorum-missing", STOPS_PUBLICATION, look_for_missing_quorum),
    record_rule("G772", "review-date-missing", STOPS_PUBLICATION, look_for_missing_review),
    record_rule("G773", "review-overdue", WARNS, look_for_overdue_review),
    record_rule("G774", "terms-incomplete", WARNS, look_for_missing_elements, heuristic=True),
)
