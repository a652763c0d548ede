"""`docs/rules.md` and a page for each kind of finding: ``python -m govdocs.workflow.rules_page docs`` makes them."""

import sys
from pathlib import Path

from govdocs.diagnostics import Problem, Stage
from govdocs.workflow.explain import all_inputs, all_problems

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
MADE = "<!-- Made from the code by `python -m govdocs.workflow.rules_page docs`; do not edit. -->\n"
HEAD = """\
<!-- Made from the code by `python -m govdocs.workflow.rules_page docs`; do not edit. -->
# What govdocs finds

Every finding has a code that never changes and a name. `govdocs explain NAME` (or its code) says what it checks, why,
and shows a wrong and a right example. The first digit of a code is its family. Where a severity has two words, the
finding grows graver from the draft to the publication (`--stage`); its page says when. What is mechanical is decided
by the records alone; what is heuristic needs judgement, and is never more than a warning. The last column tells of
mistakes that careful people let through in papers that were published.

A finding that has to stay is excused in the file that it is about, narrowly and for a time:

```yaml
waivers:
  - {rule: paper-missing, at: entry cancer-alliance, reason: to follow, by: secretary, until: 2018-07-19}
```

`at` names what the finding is about; leave it out to excuse all findings of that rule in the file. A waiver that
excuses nothing, has expired, or names no rule is a finding itself.
"""
COLUMNS = "| code | name | severity | kind | looks at | checks | in published papers |\n|---|---|---|---|---|---|---|\n"


def write_rules_page() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    problems, inputs = all_problems(), all_inputs()
    for digit, family in FAMILIES.items():
        own = [problem for problem in problems if problem.code[1] == digit]
        parts.append(f"\n## {digit} {family}\n\n{COLUMNS}")
        parts += [_row(problem, inputs[problem.code]) for problem in own]
    return "".join(parts)


def _row(problem: Problem, looks_at: str) -> str:
    kind = "heuristic" if problem.heuristic else "mechanical"
    grades = " / ".join(dict.fromkeys(str(problem.severity(stage)) for stage in Stage))
    link = f"[`{problem.name}`](rules/{problem.name}.md)"
    example = _cell(problem.parts().get("Example", ""))
    checks = _first_sentence(problem)
    return f"| {problem.code} | {link} | {grades} | {kind} | {_cell(looks_at)} | {checks} | {example} |\n"


def _first_sentence(problem: Problem) -> str:
    """The first sentence of the part *Checks*, on one line."""
    sentence = _cell(problem.parts()["Checks"]).split(". ")[0].rstrip(".")
    return sentence[:1].upper() + sentence[1:]


def _cell(text: str) -> str:
    """Words as a cell of a table."""
    return " ".join(text.split()).rstrip(".").replace("|", "\\|")


def write_pages() -> dict[str, str]:
    """All pages by their path within `docs/`."""
    return {"rules.md": write_rules_page()} | {f"rules/{one.name}.md": _page(one) for one in all_problems()}


def _page(problem: Problem) -> str:
    """The manual of one kind of finding; what is wrong and what is right stand as they are typed."""
    grades = ", ".join(f"{stage.value} {problem.severity(stage)}" for stage in Stage).capitalize()
    judgement = " It needs judgement, and is never more than a warning." if problem.heuristic else ""
    parts = [f"{MADE}# {problem.code} {problem.name}\n", f"{grades}.{judgement}\n"]
    for name, text in problem.parts().items():
        body = f"````\n{text}\n````" if name in ("Wrong", "Right") else " ".join(text.split())
        parts.append(f"## {name}\n\n{body}\n")
    return "\n".join(parts)


def _main(folder: Path) -> None:
    """Put the pages into ``folder``, and take away those of kinds that are no more."""
    pages = write_pages()
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for stale in set(folder.glob("rules/*.md")) - {folder / name for name in pages}:
        stale.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
