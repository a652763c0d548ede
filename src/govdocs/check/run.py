"""Running the rules in two passes: over the records, and over the composed documents."""

from collections.abc import Sequence

from govdocs.check.catalogue import DOCUMENT_RULES, RECORD_RULES
from govdocs.check.rule import Composed, Records, report
from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic

_NAMING_REGISTERS = ("person", "organisation", "venue", "term")
#: The beginnings of the codes of rules about people, names and short forms.
_ABOUT_NAMES = ("G82", "G84", "G85")


def check_records(records: Records) -> tuple[Diagnostic, ...]:
    """What the record rules find; rules that know names from registers keep silent where one could not be read."""
    unread = any(records.library.is_broken(kind, "*") for kind in _NAMING_REGISTERS)
    rules = [rule for rule in RECORD_RULES if not unread or rule.problem.code[:3] not in _ABOUT_NAMES]
    return tuple(report(rule.problem, found) for rule in rules for found in rule.look(records))


def check_documents(packs: Sequence[Pack]) -> tuple[Diagnostic, ...]:
    """What the document rules find in the documents of all packs."""
    composed = [Composed(document, pack) for pack in packs for document in pack.documents()]
    return tuple(report(rule.problem, found) for one in composed for rule in DOCUMENT_RULES for found in rule.look(one))
