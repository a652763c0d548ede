"""Whole packs and documents, as outlines of their blocks."""

import shutil
from pathlib import Path

import pytest

from govdocs.compose.blocks import Cell, Heading, Paragraph, Row, Table, TableKind, walk
from govdocs.compose.meeting import compose_meeting
from govdocs.compose.minutes_sets import compose_minutes_set
from govdocs.diagnostics import Stage
from support.golden import check_golden
from support.outline import outline, outline_pack
from support.records import CASES, ROOT, load_library

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("case", "meeting"),
    [("composing", "trust/2024-06-03"), ("action-log", "harbour/2024-05-14"), ("association-board", "board/2024-02")],
)
def test_packs(case: str, meeting: str) -> None:
    library, _ = load_library(CASES / case)
    pack, findings = compose_meeting(library, library.meetings[meeting], CASES / case)
    assert findings == ()
    text = outline_pack(pack) + "\n" + "\n".join(outline(part.document) for part in pack.parts)
    check_golden(GOLDEN / f"pack-{case}.txt", text)


@pytest.mark.parametrize(
    ("case", "meeting"),
    [
        ("town-council", "council/2024-03-12"),
        ("association-board", "board/2024-02"),
    ],
)
def test_minutes_by_themselves(case: str, meeting: str) -> None:
    library, _ = load_library(CASES / case)
    (document,), findings = compose_minutes_set(library, library.meetings[meeting], CASES / case)
    assert findings == ()
    check_golden(GOLDEN / f"minutes-{case}.txt", outline(document))


def test_terms_of_reference_stand_beside_the_pack_that_prints_them() -> None:
    library, _ = load_library(CASES / "composing")
    pack, findings = compose_meeting(library, library.meetings["trust/2024-06-03"], CASES / "composing")
    assert findings == ()
    (document,) = pack.beside
    assert document.name == "terms-of-reference-ferry-group"
    check_golden(GOLDEN / "terms-composing.txt", outline(document))


def test_a_draft_is_marked_on_every_page() -> None:
    library, _ = load_library(CASES / "composing")
    pack, _ = compose_meeting(library, library.meetings["trust/2024-06-03"], CASES / "composing", Stage.DRAFT)
    assert {part.document.watermark for part in pack.parts} == {"DRAFT"}
    assert {part.document.status for part in pack.parts} == {"Draft"}


def test_the_example_is_composed_whole() -> None:
    library, _ = load_library(ROOT)
    pack, findings = compose_meeting(library, library.meetings["ccb/2018-06-21"], ROOT)
    assert findings == ()
    documents = {part.document.name: part.document for part in pack.parts}
    assert [part.document.paper for part in pack.parts if part.outline][1:] == list("ABCDEFGH")
    tables = {block.anchor: block for block in walk(documents["paper-e-qipp-update"]) if isinstance(block, Table)}
    assert len(tables["dashboard-amounts"].body) == 114 + 1
    assert len(tables["dashboard-ratings"].body) >= 114
    assert len(tables["appendix-1-table"].body) == 41 + 1
    assert tables["dashboard-amounts"].kind is TableKind.DASHBOARD
    agenda = next(block for block in walk(documents["agenda"]) if isinstance(block, Table))
    assert sum(row.anchor.startswith("item-") for row in agenda.body) == 14


def test_an_item_that_stands_twice_brings_its_papers_once(tmp_path: Path) -> None:
    """A line of the agenda, pasted over and over, must not lay out its minutes over and over."""
    root = shutil.copytree(CASES / "action-log", tmp_path / "case")
    file = root / "meetings/harbour/2024-05-14/meeting.yaml"
    line = "  - {standing: minutes, of: harbour/2024-04-09}\n"
    text = file.read_text(encoding="utf-8")
    assert line in text
    file.write_text(text.replace(line, line * 3), encoding="utf-8")
    library, _ = load_library(root)
    pack, _ = compose_meeting(library, library.meetings["harbour/2024-05-14"], root)
    names = [part.document.name for part in pack.parts if part.document.name.startswith("paper-")]
    assert [name.endswith("minutes-2024-04-09") for name in names] == [True, False]


def broken_copy(tmp_path: Path, path: str, old: str, new: str) -> list[str]:
    """The findings of the composing case with one change."""
    root = tmp_path / "case"
    shutil.copytree(CASES / "composing", root)
    file = root / path
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text
    file.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    library, _ = load_library(root)
    pack, findings = compose_meeting(library, library.meetings["trust/2024-06-03"], root)
    assert pack.parts[0].document.name == "agenda"
    return [f"{found.place} {found.problem.name}: {found.message} ({found.hint})" for found in findings]


PAPER = "meetings/trust/2024-06-03/papers/ferry/paper.md"


def test_a_reference_to_nothing_names_the_nearest(tmp_path: Path) -> None:
    assert broken_copy(tmp_path, PAPER, "(table:fleet)", "(table:fleets)") == [
        f"{PAPER}:35:26 reference-unresolved: there is no table `fleets` to refer to (write `table:fleet`)"
    ]


def test_an_unsafe_address_is_refused(tmp_path: Path) -> None:
    findings = broken_copy(tmp_path, PAPER, "(https://example.org/boats)", "(javascript:alert)")
    assert len(findings) == 1
    assert findings[0].startswith(f"{PAPER}:46:20 link-unsafe-address: the link leads to `javascript:alert`; expected")


def test_a_heading_that_skips_a_level_is_found_in_the_body(tmp_path: Path) -> None:
    findings = broken_copy(tmp_path, PAPER, "## Choice", "#### Choice")
    assert [finding.split(" ")[0] for finding in findings if "heading-level-skipped" in finding] == [f"{PAPER}:43:1"]


def test_an_anchor_that_occurs_twice(tmp_path: Path) -> None:
    findings = broken_copy(tmp_path, PAPER, "## Choice", "## Choice {#need}")
    assert any("anchor-twice: the anchor `need` occurs twice" in finding for finding in findings)


def test_cells_that_make_no_rectangle_keep_their_columns(tmp_path: Path) -> None:
    findings = broken_copy(tmp_path, PAPER, "| Duck* | ^^ | ^^ | 900 |", "| Duck* | 1991 | ^^ | 900 |")
    assert [finding.split(" ")[1] for finding in findings] == ["cells-not-one:"]


def test_a_template_names_its_own_line(tmp_path: Path) -> None:
    template = "<h1>{{ agenda.heading }}</h1>\n<p>\n{{ agenda.venu }}</p>\n"
    findings = broken_copy(tmp_path, "templates/trust/agenda.html", "", template)
    message = "the template asks for something that is not there: `agenda` has no `venu`"
    hint = "see docs/templates.md for the names that this template can use"
    assert findings == [f"templates/trust/agenda.html:3:1 template-failed: {message} ({hint})"]


def test_a_template_without_its_tags_closed(tmp_path: Path) -> None:
    template = "<h1>{{ agenda.heading }}</h1>\n<p>one\n\n<b>two</b></p>\n"
    findings = broken_copy(tmp_path, "templates/trust/agenda.html", "", template)
    assert "templates/trust/agenda.html:4:1 template-unknown-tag: unknown tag `<b>` (write `<strong>`)" in findings


def test_a_missing_picture(tmp_path: Path) -> None:
    findings = broken_copy(tmp_path, PAPER, "## Choice", "![A boat](boat.png)\n\n## Choice")
    assert [finding.split(" ")[1] for finding in findings] == ["picture-unusable:"]
    findings = broken_copy(tmp_path / "out", PAPER, "## Choice", "![A boat](../../../../../../boat.png)\n\n## Choice")
    assert "there is no picture" in findings[0]


def test_typed_words_that_look_like_markdown_lists_stay_words(tmp_path: Path) -> None:
    root = tmp_path / "case"
    shutil.copytree(CASES / "composing", root)
    file = root / PAPER
    text = file.read_text(encoding="utf-8").replace("title: A new ferry", 'title: "1. A new - *ferry*"')
    file.write_text(text.replace("| Swan<br>(open) |", "| - Swan |"), encoding="utf-8")
    library, _ = load_library(root)
    pack, findings = compose_meeting(library, library.meetings["trust/2024-06-03"], root)
    assert findings == ()
    text = outline(next(part.document for part in pack.parts if part.document.name == "paper-a-ferry"))
    assert "h1 1. A new - _ferry_" in text
    assert "body →- Swan |" in text


def test_everything_composed_knows_a_real_line() -> None:
    library, _ = load_library(CASES / "composing")
    pack, _ = compose_meeting(library, library.meetings["trust/2024-06-03"], CASES / "composing")
    for part in pack.parts:
        for block in walk(part.document):
            if isinstance(block, Paragraph | Table | Heading | Row | Cell):
                lines = (CASES / "composing" / block.place.path).read_text(encoding="utf-8").splitlines()
                assert 1 <= block.place.line <= len(lines)
