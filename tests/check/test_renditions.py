"""Slips in the Welsh of the town council: each is found at its line, and says what stands in the other language."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.records import CASES

MEETING = "meetings/council/2024-03-12"
MINUTES, PAPER, BODY = (
    f"{MEETING}/minutes.cy.md",
    f"{MEETING}/papers/boathouse-grant.cy.md",
    "records/bodies/council.yaml",
)
GRANT = """```decision
id: grant
parts: [{verb: grant, text: "£2,000 tuag at y to"}]
```
"""
CLOSED = """```restricted
instead: Mae paragraff ar yr amcangyfrifon eraill ar gau tra bo'r clwb yn delio â'r cwmnïau.
---
Nid yw'r amcangyfrif isaf, £7,900 gan Tegid Roofing, yn cynnwys y cafnau.
```"""
OPEN = CLOSED.splitlines()[3]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "line", "said"),
    [
        (MINUTES, GRANT, "", "rendition-incomplete", "## boathouse-grant", "there is no decision `grant`"),
        (MINUTES, "## matters-arising\n", "", "rendition-incomplete", "status: draft", "nothing on `matters-arising`"),
        (MINUTES, "1,250.00", "1,520.00", "rendition-figure-differs", "| Jones & Daughters", "the figure `1,520.00`"),
        (MINUTES, "i gyd", "i gyd, £12", "rendition-figure-differs", "parts: [{verb: pay", "the figure `12`"),
        (MINUTES, "bins\n", "bins\nwritten: no\n", "rendition-differs", "written: no", "expected `yes`"),
        (
            MINUTES,
            "approve, text: y cof",
            "note, text: y cof",
            "rendition-differs",
            "parts: [{verb: note, text: y",
            "`parts`",
        ),
        (PAPER, CLOSED, OPEN, "rendition-open", "Mae'r cwt cychod", "expected a block `restricted`"),
        (BODY, "lead_in: PENDERFYNWYD\n", "{}\n", "wording-untranslated", 'title: "Minutes of', "`lead_in`"),
        (BODY, "lead_in: PEN", "leadin: PEN", "unknown-key", "leadin: PEN", "the words `leadin` are translated"),
        (BODY, "yn {venue}", "yn {room}", "wrong-value", 'title: "Cofnodion cyf', "expected words with `{date}`"),
    ],
)
def test_a_slip_in_a_rendition_is_found_at_its_line(
    file: str, old: str, new: str, rule: str, line: str, said: str, tmp_path: Path
) -> None:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "town-council", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new).replace("      {}\n", ""), encoding="utf-8")
    found = check_repository(Settings(root, datetime(2031, 1, 2, tzinfo=UTC))).findings
    (one,) = [one for one in found if one.problem.name == rule]
    assert said in one.message
    assert one.place.path == file
    assert (root / file).read_text(encoding="utf-8").splitlines()[one.place.line - 1].strip().startswith(line)


def test_a_rendition_of_nothing_is_found(tmp_path: Path) -> None:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "town-council", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    (root / MEETING / "papers" / "boathouse-grant.md").rename(root / MEETING / "papers" / "boathouse.md")
    found = check_repository(Settings(root, datetime(2031, 1, 2, tzinfo=UTC))).findings
    (said,) = [one for one in found if one.place.path == PAPER]
    assert said.message == (
        "this is the rendition in `cy` of a document that is not there; expected `boathouse-grant.md` beside it"
    )
