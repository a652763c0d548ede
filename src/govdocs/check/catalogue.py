"""The rules, listed by hand: what is not named here does not run."""

from govdocs.check import agenda
from govdocs.check.rule import DocumentRule, RecordRule

RECORD_RULES: tuple[RecordRule, ...] = (*agenda.RULES,)

DOCUMENT_RULES: tuple[DocumentRule, ...] = ()

RULES: tuple[RecordRule | DocumentRule, ...] = (*RECORD_RULES, *DOCUMENT_RULES)
