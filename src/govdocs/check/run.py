"""Running the rules in two passes: over the records, and over the composed documents."""

from collections.abc import Sequence

from govdocs.check.catalogue import DOCUMENT_RULES, RECORD_RULES
from govdocs.check.rule import Composed, Records, report
from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic


def check_records(records: Records) -> tuple[Diagnostic, ...]:
    """What the record rules find."""
    return tuple(report(rule.problem, found) for rule in RECORD_RULES for found in rule.look(records))


def check_documents(packs: Sequence[Pack]) -> tuple[Diagnostic, ...]:
    """What the document rules find in the documents of all packs."""
    composed = [Composed(document, pack) for pack in packs for document in pack.documents()]
    return tuple(report(rule.problem, found) for one in composed for rule in DOCUMENT_RULES for found in rule.look(one))
