"""Every kind of finding there is, from all phases."""

from types import ModuleType

from govdocs.check import problems as check_problems
from govdocs.check.catalogue import RULES
from govdocs.compose import problems as compose_problems
from govdocs.diagnostics import Problem
from govdocs.history import problems as history_problems
from govdocs.model import problems as model_problems
from govdocs.pack import problems as pack_problems
from govdocs.publish import problems as publish_problems
from govdocs.read import problems as read_problems
from govdocs.write import problems as write_problems
from govdocs.write.docx import problems as word_problems

PHASES: tuple[ModuleType, ...] = (
    read_problems,
    model_problems,
    compose_problems,
    write_problems,
    word_problems,
    pack_problems,
    publish_problems,
    history_problems,
    publish_problems,
    check_problems,
)


def all_problems() -> list[Problem]:
    """All kinds of finding in the order of their codes."""
    declared = [value for phase in PHASES for value in vars(phase).values() if isinstance(value, Problem)]
    return sorted({*declared, *(rule.problem for rule in RULES)}, key=lambda problem: problem.code)
