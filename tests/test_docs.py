"""What is written down agrees with the code."""

import re
from pathlib import Path

import pytest

from govdocs.diagnostics import Problem
from govdocs.workflow.explain import all_problems
from govdocs.workflow.rules_page import FAMILIES, write_pages

ROOT = Path(__file__).parent.parent


def test_the_pages_of_rules_are_fresh() -> None:
    written = [ROOT / "docs/rules.md", *(ROOT / "docs/rules").glob("*.md")]
    there = {path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8") for path in written}
    assert there == write_pages(), "the pages are stale: python -m govdocs.workflow.rules_page docs"


def test_no_code_and_no_name_is_used_twice() -> None:
    problems = all_problems()
    assert len({problem.code for problem in problems}) == len(problems)
    assert len({problem.name for problem in problems}) == len(problems)


@pytest.mark.parametrize("problem", all_problems(), ids=lambda problem: problem.name)
def test_every_kind_of_finding_has_a_manual(problem: Problem) -> None:
    assert re.fullmatch(r"G\d{3}", problem.code)
    assert problem.code[1] in FAMILIES
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.name)
    for part in ("Checks", "Why", "Wrong", "Right"):
        assert problem.parts().get(part), f"{problem.name} has no part {part}"


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        prose = re.sub(r"(?s)````.*?````|```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"
