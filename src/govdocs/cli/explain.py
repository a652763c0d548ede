"""`govdocs explain`: the page of a rule or of any other finding."""

import difflib
import inspect

import click
from rich.console import Console
from rich.text import Text

from govdocs.cli.strict import StrictCommand
from govdocs.diagnostics import PARTS, Problem, Stage
from govdocs.errors import CannotGoOnError
from govdocs.workflow.explain import all_problems


@click.command(
    "explain",
    cls=StrictCommand,
    epilog="""\b
Examples:
  govdocs explain paper-missing
  govdocs explain G501
  govdocs explain --list""",
)
@click.argument("rule", required=False)
@click.option("--list", "list_all", is_flag=True, help="List every code and name.")
def command(rule: str | None, list_all: bool) -> None:
    """Explain RULE (a code such as G501, or a name such as paper-missing)."""
    console = Console(highlight=False, markup=False)
    problems = all_problems()
    if list_all:
        for problem in problems:
            console.print(f"{problem.code}  {problem.name}", soft_wrap=True)
        return
    if rule is None:
        raise CannotGoOnError(
            "which rule should be explained?", hint="name one, or run `govdocs explain --list` to see them all"
        )
    _show_page(console, _find(rule, problems))


def _find(rule: str, problems: list[Problem]) -> Problem:
    for problem in problems:
        if rule.lower() in {problem.code.lower(), problem.name}:
            return problem
    names = [problem.name for problem in problems] + [problem.code for problem in problems]
    near = difflib.get_close_matches(rule, names, n=1)
    raise CannotGoOnError(
        f"there is no rule `{rule}`",
        hint=f"the nearest is `{near[0]}`" if near else "run `govdocs explain --list` to see them all",
    )


def _show_page(console: Console, problem: Problem) -> None:
    console.print(Text(f"{problem.code} {problem.name}", "bold"))
    stages = ", ".join(f"{stage.value}: {problem.severity(stage)}" for stage in Stage)
    console.print(f"{stages}{' (needs judgement)' if problem.heuristic else ''}", soft_wrap=True)
    console.print()
    for line in inspect.cleandoc(problem.page).splitlines():
        heading = line.strip() in {f"{part}:" for part in PARTS}
        console.print(Text(line, "bold" if heading else ""), soft_wrap=True)
