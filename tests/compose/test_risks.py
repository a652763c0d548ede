"""The register of risks: rows and heat map in words and numbers, extracts, and codes that lead to their rows."""

from pathlib import Path

import pytest

from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from support.organisation import MEETING, overlay, put_files, sound_files
from support.outline import outline
from support.records import load_library

FOLDER = "meetings/board/2026-05-14/papers/register"
RISKS = """risks:
  late-savings:
    code: R2
    title: Savings come later than planned
    owner: alex-example
    body: board
    cause: few hands
    effect: a deficit
    scores: [{date: 2026-01, likelihood: 4, impact: 5, target: 6}, {date: 2026-04, likelihood: 3, impact: 4, target: 6}]
    controls: [monthly review, a reserve]
    assurances: [internal audit]
    gaps: [no plan for 2027]
  flood:
    code: R10
    title: The lower road floods
    owner: Ms Jo Field
    scores: [{date: 2026-02, likelihood: 5, impact: 5}]
  new:
    title: A risk not judged yet
    owner: alex-example
"""


def compose(root: Path, block: str, risks: str = RISKS, words: str = "") -> tuple[list[str], list[Diagnostic]]:
    """The outline of a paper with this block, and the findings in the register and the paper."""
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: register}}]\n")
    paper = f"---\ntitle: Risks\nauthors: [alex-example]\n---\n# Report\n\n{words}\n\n```risks\n{block}```\n"
    files |= {f"{FOLDER}/paper.md": paper, "records/risks.yaml": risks}
    library, findings = load_library(put_files(root, files))
    pack, more = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    lines = outline(pack.parts[-1].document).splitlines()
    mine = [found for found in (*findings, *more) if found.place.path in {f"{FOLDER}/paper.md", "records/risks.yaml"}]
    start = next((number for number, line in enumerate(lines) if line.startswith("  table ")), 0)
    return [line.strip() for line in lines[start:]], mine


def test_the_register_has_a_row_for_each_risk_the_gravest_first(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "columns: [code, risk, owner, score, target, history, controls, gaps]\n")
    assert not findings
    rows = [line for line in lines if line.startswith(("body", "= "))]
    assert (
        rows[0]
        == "= ↓Code | ↓Risk | ↓Owner | ↓Score (likelihood × impact) | ↓Target | ↓Scores over time | ↓Controls | ↓Gaps"
    )
    assert [row.split(" | ")[3] for row in rows[1:]] == [
        "<red>25 Extreme (5×5)",
        "<amber>12 High (3×4)",
        "Not judged yet",
    ]
    savings = next(row for row in rows if "R2" in row)
    for words in ("#risk-late-savings", "Cause: few hands", "January 2026: 20 (4×5)", "monthly review", "a reserve"):
        assert words in savings


def test_an_extract_holds_what_a_committee_oversees_as_it_was_judged_then(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "body: board\nas_at: 2026-02\ncolumns: [code, score]\n")
    assert not findings
    assert [line for line in lines if line.startswith("body")] == [
        "body →R2 | <red>20 Extreme (4×5) #risk-late-savings"
    ]
    lines, _ = compose(tmp_path / "least", "least: 15\ncolumns: [code, score]\n")
    assert [line.split("→")[1][:3] for line in lines if line.startswith("body")] == ["R10"]


def test_the_heat_map_says_in_words_and_numbers_where_each_risk_stands(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "show: heat-map\n")
    assert not findings
    body = [line for line in lines if line.startswith("body")]
    assert len(body) == 6
    assert body[0].startswith(
        "body →5 Almost certain | 5 Moderate | 10 High | 15 Extreme | 20 Extreme | <red>25 Extreme"
    )
    assert "R10" in body[0]
    assert "R2" in body[2]
    assert "<amber>12 High" in body[2]
    assert body[5].startswith("body →Not judged yet | ")
    assert "A risk not judged yet" in body[5]


def test_a_code_in_the_text_leads_to_its_row(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "columns: [code, risk]\n", words="See [](risk:flood).")
    assert not findings
    assert any("#risk-flood" in line for line in lines)


@pytest.mark.parametrize(
    ("block", "risks", "path", "words"),
    [
        ("risks: [floods]\n", RISKS, f"{FOLDER}/paper.md", "no risk `floods`"),
        ("show: map\n", RISKS, f"{FOLDER}/paper.md", "map"),
        ("columns: [code, colour]\n", RISKS, f"{FOLDER}/paper.md", "colour"),
        ("", RISKS.replace("impact: 5}]", "impact: 6}]"), "records/risks.yaml", "expected a number from 1 to 5"),
    ],
)
def test_what_is_wrong_is_said_where_it_was_typed(
    tmp_path: Path, block: str, risks: str, path: str, words: str
) -> None:
    _, findings = compose(tmp_path, block or "show: register\n", risks)
    assert [found.place.path for found in findings] == [path]
    assert words in findings[0].message


def test_a_committee_without_risks_is_told_so(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "body: board\nleast: 25\n")
    assert not findings
    assert any("There are no risks to report." in line for line in lines)


SCALE = """likelihoods: [seldom, often]
impacts: [small, great]
levels: [{id: a, label: Watch, colour: grey, least: 2}]
risks:
  one:
    code: R1
    title: One
    owner: alex-example
    scores: [{date: 2026-01, likelihood: 2, impact: 1}]
"""


def test_a_scale_of_its_own(tmp_path: Path) -> None:
    lines, findings = compose(tmp_path, "show: heat-map\n", SCALE)
    assert not findings
    assert [line for line in lines if line.startswith("body")] == [
        "body →2 often | <grey>2 Watch / R1 | 4 Watch",
        "body →1 seldom | 1 | 2 Watch",
    ]


COVER = """# records/bodies/board.yaml
forms:
  - id: cover
    heading: Board
    fields:
      - {id: title, label: "Title:", kind: text, from: title}
      - {id: risks, label: "Risks that this bears on:", kind: text}
      - {id: impact, label: What it does to them, kind: prose}
"""


def cover(root: Path, risks: str, impact: str, block: str = "") -> tuple[list[str], list[Diagnostic]]:
    """The outline of a paper whose cover cites risks, and the findings in it."""
    files = overlay(sound_files(), f"{COVER}# {MEETING}\nagenda: [{{paper: register}}]\n")
    header = f'title: Flood walls\nauthors: [alex-example]\nform: {{risks: "{risks}"}}'
    paper = f"---\n{header}\n---\n# Impact\n\n{impact}\n\n# Report\n\nThe walls are old.\n\n{block}"
    files |= {f"{FOLDER}/paper.md": paper, "records/risks.yaml": RISKS}
    library, findings = load_library(put_files(root, files))
    pack, more = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    lines = outline(pack.parts[-1].document).splitlines()
    return [line.strip() for line in lines], [found for found in (*findings, *more) if "paper.md" in found.place.path]


def test_a_cover_sheet_cites_risks_by_their_codes(tmp_path: Path) -> None:
    lines, findings = cover(tmp_path, "[](risk:flood), [R2](risk:late-savings)", "It holds [](risk:flood) down.")
    assert not findings
    assert "Risks that this bears on: → R10, R2" in lines
    assert "body It holds R10 down." in lines


def test_a_code_on_the_cover_leads_to_the_row_of_the_register_in_the_same_paper(tmp_path: Path) -> None:
    lines, findings = cover(tmp_path, "[](risk:flood)", "It helps.", "```risks\n```\n")
    assert not findings
    assert "Risks that this bears on: → [R10](#risk-flood)" in lines


def test_a_risk_that_is_not_there_is_found_where_the_cover_names_it(tmp_path: Path) -> None:
    _, (found,) = cover(tmp_path, "[](risk:floods)", "It helps.")
    assert found.message == "there is no risk `floods` to refer to"
    assert found.hint == "write `risk:flood`"
    line = (tmp_path / FOLDER / "paper.md").read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert "risk:floods" in line
