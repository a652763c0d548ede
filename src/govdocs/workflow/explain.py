"""Every kind of finding there is, from all phases."""

from types import ModuleType

from govdocs.check import problems as check_problems
from govdocs.check.catalogue import RULES
from govdocs.check.rule import RecordRule
from govdocs.compose import problems as compose_problems
from govdocs.diagnostics import Problem
from govdocs.history import problems as history_problems
from govdocs.model import problems as model_problems
from govdocs.pack import problems as pack_problems
from govdocs.publish import problems as publish_problems
from govdocs.read import problems as read_problems
from govdocs.write import problems as write_problems
from govdocs.write.docx import problems as word_problems

#: What the phases look at whose findings are no rules, in order; where a manual says it itself, that counts.
INPUTS: tuple[tuple[ModuleType, str], ...] = (
    (read_problems, "Text of files."),
    (model_problems, "Records: keys, values and ids."),
    (compose_problems, "Templates, and the documents composed with them."),
    (write_problems, "Documents being written."),
    (word_problems, "Documents being written."),
    (pack_problems, "Parts of a pack."),
    (history_problems, "The git repository."),
    (publish_problems, "The folder of an earlier build."),
    (check_problems, "Records: waivers."),
)


def all_inputs() -> dict[str, str]:
    """What each kind of finding looks at, by its code."""
    found = {
        value.code: words for phase, words in INPUTS for value in vars(phase).values() if isinstance(value, Problem)
    }
    for rule in RULES:
        found[rule.problem.code] = "Records." if isinstance(rule, RecordRule) else "Composed documents."
    stated = {problem.code: problem.parts().get("Looks at") for problem in all_problems()}
    return {code: " ".join((stated[code] or words).split()) for code, words in found.items()}


def all_problems() -> list[Problem]:
    """All kinds of finding in the order of their codes."""
    declared = [value for phase, _ in INPUTS for value in vars(phase).values() if isinstance(value, Problem)]
    return sorted({*declared, *(rule.problem for rule in RULES)}, key=lambda problem: problem.code)
