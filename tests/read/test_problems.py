"""The manual's examples are true: each *Wrong* is found, each *Right* is not."""

import re
import textwrap

import pytest

from govdocs.diagnostics import Diagnostic, Problem
from govdocs.read.csv_text import read_csv
from govdocs.read.markdown_text import read_markdown
from govdocs.read.problems import PROBLEMS
from govdocs.read.yaml_text import read_yaml
from support.findings import names

# What concerns files as such has examples in words; tests/read/test_files.py and test_repository.py show them.
IN_WORDS = {
    "file-unreadable",
    "file-outside-repository",
    "file-too-large",
    "too-many-files",
    "encoding-not-utf-8",
    "file-name",
    "file-missing",
    "invisible-character",
}


def parts(problem: Problem) -> dict[str, str]:
    page = textwrap.dedent(problem.page).strip()
    pieces = re.split(r"(?m)^(Checks|Why|Wrong|Right):", page)
    assert pieces[0] == ""
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def findings(problem: Problem, snippet: str) -> tuple[Diagnostic, ...]:
    text = "".join(line.removeprefix("    ") + "\n" for line in snippet.strip("\n").split("\n"))
    if problem.name.startswith("csv-"):
        return read_csv(text, "data.csv")[1]
    if problem.name.startswith(("header-", "block-")):
        return read_markdown(text, "paper.md")[1]
    return read_yaml(text, "record.yaml")[1]


def test_codes_and_names_are_unique_and_of_this_family() -> None:
    assert len({problem.code for problem in PROBLEMS}) == len({problem.name for problem in PROBLEMS}) == len(PROBLEMS)
    assert all(re.fullmatch(r"G1\d\d", problem.code) for problem in PROBLEMS)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_a_page_has_four_parts(problem: Problem) -> None:
    assert list(parts(problem)) == ["Checks", "Why", "Wrong", "Right"]
    assert all(text.strip() for text in parts(problem).values())


@pytest.mark.parametrize(
    "problem", [found for found in PROBLEMS if found.name not in IN_WORDS], ids=lambda found: found.name
)
def test_wrong_is_found_and_right_is_silent(problem: Problem) -> None:
    assert names(findings(problem, parts(problem)["Wrong"])) == {problem.name}
    assert findings(problem, parts(problem)["Right"]) == ()
