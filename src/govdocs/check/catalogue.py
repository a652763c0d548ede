"""The rules, listed by hand: what is not named here does not run."""

from govdocs.check import agenda, agenda_and_covers, attendance, covers, decisions, minutes, sums
from govdocs.check.rule import DocumentRule, RecordRule

RECORD_RULES: tuple[RecordRule, ...] = (
    *sums.RULES,
    *agenda.RULES,
    *agenda_and_covers.RULES,
    *covers.RULES,
    *attendance.RULES,
    *minutes.RULES,
    *decisions.RULES,
)

DOCUMENT_RULES: tuple[DocumentRule, ...] = ()

RULES: tuple[RecordRule | DocumentRule, ...] = (*RECORD_RULES, *DOCUMENT_RULES)
