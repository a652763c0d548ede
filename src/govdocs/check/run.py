"""Running the rules in two passes: over the records, and over the composed documents."""

from collections.abc import Iterable, Sequence

from govdocs.check.catalogue import DOCUMENT_RULES
from govdocs.check.rule import Composed, Fact, Looking, RecordRule, Records, Telling, found_as_fact, report
from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic

_NAMING_REGISTERS = ("person", "organisation", "venue", "term")
#: The beginnings of the codes of rules about people, names and short forms.
_ABOUT_NAMES = ("G82", "G84", "G85")


def find_in_records(records: Records, rules: Iterable[RecordRule]) -> dict[str, tuple[Diagnostic, ...]]:
    """What each of ``rules`` finds, by the rule's code.

    Rules that know names from registers keep silent where one could not be read.
    """
    unread = any(records.library.is_broken(kind, "*") for kind in _NAMING_REGISTERS)
    asked = [rule for rule in rules if not unread or rule.problem.code[:3] not in _ABOUT_NAMES]
    return {rule.problem.code: tuple(report(rule.problem, found) for found in rule.look(records)) for rule in asked}


def tell_facts(records: Records, telling: Iterable[Telling], looking: Iterable[Looking]) -> dict[str, tuple[Fact, ...]]:
    """What each of ``telling`` tells of all records, and each of ``looking`` finds in them, by its name."""
    told = {tell.__name__: tuple(tell(records)) for tell in telling}
    return told | {look.__name__: tuple(map(found_as_fact, look(records))) for look in looking}


def check_documents(packs: Sequence[Pack]) -> tuple[Diagnostic, ...]:
    """What the document rules find in the documents of all packs, those left out that only repeat others."""
    composed = [
        Composed(document, pack)
        for pack in packs
        for document in pack.documents()
        if document.name not in pack.reprints
    ]
    return tuple(report(rule.problem, found) for one in composed for rule in DOCUMENT_RULES for found in rule.look(one))
