"""What a build makes beside the usual: large print, and papers whose report is somebody else's file."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.diagnostics import Stage
from govdocs.workflow.build import Built, build_meetings
from govdocs.workflow.settings import Format, Settings
from govdocs.write.pages import count_pages
from support.bound_pack import read_links, read_runs
from support.built_cases import CASES
from support.built_example import copy_example
from support.supplied import make_pdf

MEETING = "trust/2024-06-03"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose first paper has a supplied report."""
    folder = copy_example(tmp_path_factory.mktemp("variants") / "papers", CASES / "composing")
    paper = folder / "meetings" / MEETING / "papers" / "ferry" / "paper.md"
    paper.write_text(paper.read_text(encoding="utf-8").replace("---\n", "---\nfile: report.pdf\n", 1), encoding="utf-8")
    paper.with_name("report.pdf").write_bytes(make_pdf("<h1>Supplied</h1><p>Words of others.</p>"))
    return folder


def build(root: Path, *, large_print: bool = False) -> Built:
    settings = Settings(root, datetime(2031, 2, 3, tzinfo=UTC), stage=Stage.DRAFT)
    settings = replace(settings, large_print=large_print)
    return build_meetings(settings, [MEETING], [Format.PDF], root / "build", lambda *_: None)


def words(data: bytes) -> str:
    return " ".join(run.text for run in read_runs(data))


def test_the_pack_holds_the_supplied_report_and_the_agenda_leads_to_its_front_sheet(root: Path) -> None:
    build(root)
    folder = root / "build" / MEETING
    paper, pack = (folder / "paper-a-ferry.pdf").read_bytes(), (folder / "pack.pdf").read_bytes()
    assert "Words of others." in words(paper)
    assert "Words of others." in words(pack)
    front = next(run.page for run in read_runs(pack) if "Paper for the Trustees" in run.text)
    assert f"page {front}" in {where.partition(" at ")[0] for page, _, where in read_links(pack) if page == 0}


def test_large_print_stands_beside_the_usual_under_the_same_names(root: Path) -> None:
    usual = {output.path.relative_to(root / "build") for output in build(root).outputs}
    large = {output.path.relative_to(root / "build") for output in build(root, large_print=True).outputs}
    assert large == {Path("large-print") / path for path in usual}
    for path in usual:
        assert count_pages((root / "build/large-print" / path).read_bytes()) >= count_pages(
            (root / "build" / path).read_bytes()
        )
    own = read_runs((root / "build/large-print" / MEETING / "paper-c-rules.pdf").read_bytes())
    assert min(round(run.size, 2) for run in own if not run.artifact and run.text.strip()) >= 16
