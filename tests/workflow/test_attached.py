"""What goes with a document says no more than the document does."""

from pathlib import Path

from govdocs.compose.blocks import Document, Paragraph, Section, Text
from govdocs.places import Place
from govdocs.read.repository import read_repository
from govdocs.workflow.attached import attached_records

MEETING = "meetings/board/2030-05-06"
FILES = {
    "govdocs.yaml": "name: Test\n",
    "records/people.yaml": "people:\n  ann:\n    name: Ann Secret\n",
    f"{MEETING}/meeting.yaml": "date: 2030-05-06  # COMMENT\nnote: REMARK\nagenda:\n  - id: one\n    title: Open\n",
    f"{MEETING}/papers/plan/paper.md": (
        "---\ntitle: Plan\nnote: REMARK\nwaivers:\n  - rule: G101\n    because: WAIVED\n---\n\nOpen words.\n"
        "<!-- COMMENT -->\n\n```restricted\nground: staff\n---\nCLOSED words\n```\n"
    ),
    f"{MEETING}/papers/plan/costs.yaml": "csv: costs.csv\nkey: name\ncolumns:\n  - id: name\n  - id: cost\n",
    f"{MEETING}/papers/plan/costs.csv": "name,cost,salary\nAnn,12,SALARY\n",
    f"{MEETING}/papers/closed.md": "---\ntitle: CLOSED title\nrestricted:\n  ground: staff\n---\n\nCLOSED words\n",
}
HIDDEN = ("COMMENT", "REMARK", "WAIVED", "CLOSED", "SALARY", "Secret")


def repository(folder: Path, **others: str) -> Path:
    for name, text in (FILES | others).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def attached(folder: Path, *paths: str) -> dict[str, str]:
    sources, _ = read_repository(folder)
    blocks = tuple(Paragraph((Text("words"),), Place(path, 1)) for path in paths)
    document = Document("plan", "Plan", "en-GB", (), "", (Section(blocks),), Place(f"{MEETING}/papers/closed.md", 1))
    return {each.name: each.content.decode() for each in attached_records(document, sources)}


def test_nothing_that_is_not_printed_is_attached(tmp_path: Path) -> None:
    held = attached(repository(tmp_path), *FILES)
    assert sorted(held) == ["board-2030-05-06-papers-plan-costs.csv", *(
        f"board-2030-05-06-papers-plan-{name}.json" for name in ("costs", "paper")
    )]  # fmt: skip
    assert [word for word in HIDDEN for text in held.values() if word in text] == []
    assert held["board-2030-05-06-papers-plan-costs.csv"] == "name,cost\nAnn,12\n"
    assert "Open words." in held["board-2030-05-06-papers-plan-paper.json"]


def test_a_meeting_with_nothing_restricted_is_attached(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / f"{MEETING}/papers/closed.md").unlink()
    (root / f"{MEETING}/papers/plan/paper.md").write_text("---\ntitle: Plan\n---\n\nOpen words.\n", encoding="utf-8")
    held = attached(root, f"{MEETING}/meeting.yaml")
    assert list(held) == ["board-2030-05-06-meeting.json"]
    assert [word for word in HIDDEN if word in held["board-2030-05-06-meeting.json"]] == []
    assert '"title": "Open"' in held["board-2030-05-06-meeting.json"]


def test_a_data_set_that_is_printed_brings_its_figures(tmp_path: Path) -> None:
    held = attached(repository(tmp_path), f"{MEETING}/papers/plan/costs.yaml")
    assert sorted(held) == ["board-2030-05-06-papers-plan-costs.csv", "board-2030-05-06-papers-plan-costs.json"]
