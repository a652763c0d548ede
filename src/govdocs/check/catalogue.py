"""The rules, listed by hand: what is not named here does not run."""

from govdocs.check import (
    acronyms,
    agenda,
    agenda_and_covers,
    attendance,
    citations,
    claims,
    columns,
    contradictions,
    covers,
    dates,
    decisions,
    documents,
    events,
    loose_ends,
    minutes,
    names,
    outcomes,
    people,
    pointers,
    posts,
    shares,
    spoken,
    subtotals,
    sums,
    terms,
    text,
    typed_numbers,
)
from govdocs.check.rule import DocumentRule, RecordRule

RECORD_RULES: tuple[RecordRule, ...] = (
    *text.RULES,
    *loose_ends.RULES,
    *sums.RULES,
    *claims.RULES,
    *contradictions.RULES,
    *columns.RULES,
    *shares.RULES,
    *subtotals.RULES,
    *citations.RULES,
    *dates.RULES,
    *events.RULES,
    *agenda.RULES,
    *agenda_and_covers.RULES,
    *covers.RULES,
    *attendance.RULES,
    *minutes.RULES,
    *decisions.RULES,
    *outcomes.RULES,
    *spoken.RULES,
    *terms.RULES,
    *people.RULES,
    *acronyms.RULES,
    *names.RULES,
    *posts.RULES,
    *typed_numbers.RULES,
)

DOCUMENT_RULES: tuple[DocumentRule, ...] = (*documents.RULES, *pointers.RULES)

RULES: tuple[RecordRule | DocumentRule, ...] = (*RECORD_RULES, *DOCUMENT_RULES)
