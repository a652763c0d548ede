"""`docs/rules.md`: every kind of finding, made from the code by ``python -m govdocs.workflow.rules_page``."""

import sys
import textwrap

from govdocs.diagnostics import Problem, Stage
from govdocs.workflow.explain import all_problems

FAMILIES = {
    "1": "Text, YAML, Markdown, CSV",
    "2": "References, and the shape of records",
    "3": "Figures, tables and data sets",
    "4": "Dates, times and notice",
    "5": "Agenda and pack",
    "6": "Cover sheets and recommendations",
    "7": "Minutes, decisions, actions, terms of reference",
    "8": "People, quorum and votes",
    "9": "Composing, writing, accessibility, surroundings",
}
HEAD = """\
<!-- Made from the code by `python -m govdocs.workflow.rules_page > docs/rules.md`; do not edit. -->
# What govdocs finds

Every finding has a code that never changes and a name. `govdocs explain NAME` (or its code) says what it checks, why,
and shows a wrong and a right example. The first digit of a code is its family. The three columns say how grave it is
while papers are drafted, when they are circulated, and when they are published (`--stage`). Findings marked † need
judgement and are never more than a warning.

A finding that has to stay is excused in the file that it is about, narrowly and for a time:

```yaml
waivers:
  - {rule: paper-missing, at: entry cancer-alliance, reason: to follow, by: secretary, until: 2018-07-19}
```

`at` names what the finding is about; leave it out to excuse all findings of that rule in the file. A waiver that
excuses nothing, has expired, or names no rule is a finding itself.
"""
COLUMNS = "| code | name | draft | circulate | publish | checks |\n|---|---|---|---|---|---|\n"


def write_rules_page() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    problems = all_problems()
    for digit, family in FAMILIES.items():
        own = [problem for problem in problems if problem.code[1] == digit]
        parts.append(f"\n## {digit} {family}\n\n{COLUMNS}")
        parts += [_row(problem) for problem in own]
    return "".join(parts)


def _row(problem: Problem) -> str:
    mark = " †" if problem.heuristic else ""
    grades = " | ".join(str(problem.severity(stage)) for stage in Stage)
    return f"| {problem.code} | `{problem.name}`{mark} | {grades} | {_first_sentence(problem)} |\n"


def _first_sentence(problem: Problem) -> str:
    """The first sentence of the part *Checks*, on one line."""
    page = textwrap.dedent(problem.page).strip().removeprefix("Checks:")
    words = " ".join(page.split("Why:")[0].split())
    sentence = words.split(". ")[0].rstrip(".").replace("|", "\\|")
    return sentence[:1].upper() + sentence[1:]


if __name__ == "__main__":
    sys.stdout.write(write_rules_page())
