"""How findings look in a terminal."""

from io import StringIO

from rich.console import Console

from govdocs.cli.show import show_findings
from govdocs.diagnostics import Diagnostic, Stage
from govdocs.places import Place
from govdocs.write.problems import RAGGED_TABLE

LINE = f"  - {'words ' * 20}wrong {'words ' * 20}"


def test_in_a_narrow_terminal_the_caret_stands_under_what_it_means() -> None:
    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system=None, width=60, highlight=False, markup=False)
    place = Place("paper.md", 7, LINE.index("wrong") + 1)
    show_findings(console, [Diagnostic(RAGGED_TABLE, "wrong", place, "", length=5)], Stage.DRAFT, lambda _: LINE)
    _, typed, caret, *_ = out.getvalue().splitlines()
    assert max(len(typed), len(caret)) <= 60
    assert typed[caret.index("^") : caret.rindex("^") + 1] == "wrong"
