"""The page "Adopt govdocs for your body" is followed to the letter, and leaves the papers that it promises."""

import re
from pathlib import Path

import pytest

from support.docx_reading import read_paragraphs
from support.followed_page import Reader, read_pieces
from support.pdf_reading import read_tags

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/adopt.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader has at the end of the page."""
    home = tmp_path_factory.mktemp("adopt")
    reader = Reader(home, home)
    reader.follow(PAGE)
    return reader.folder


def _words(path: Path) -> str:
    return " ".join(read_tags(path.read_bytes()).text.split())


def test_every_snippet_is_used() -> None:
    pieces = list(read_pieces(PAGE))
    loose = [piece for piece in pieces if piece.kind not in ("sh", "text", "console") and not piece.note]
    assert not loose
    assert len([piece for piece in pieces if piece.kind == "console"]) == 1


def test_the_packages_are_those_of_the_read_me() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"apt-get install ([^`)]*lib[^`)]*)`", readme)
    (named,) = re.findall(r"apt-get install (.*)", PAGE)
    assert set(listed.split()) <= set(named.split())


def test_the_first_pack_is_in_the_house_style(papers: Path) -> None:
    words = _words(papers / "build/audit/2026-12-03/pack.pdf")
    for expected in (
        "Audit and Risk Committee",
        "Order of business",
        "ARC 26/1",
        "What it means for tenants",
        "Safety of tenants",
        "Approve the programme of repairs",
        "140,100",
        "Draft, version 0.1",
        "To be approved by: Board of Harbourside Homes",
        "Imran Shah",
        "Thursday 4 March 2027",
        "Report to the Audit and Risk Committee · Report A",
    ):
        assert expected in words


def test_what_is_closed_is_for_members_only(papers: Path) -> None:
    public = _words(papers / "build/audit/2026-12-03/agenda.pdf")
    assert "Anchor Court" not in public
    assert "Commercially confidential" in public
    assert "Anchor Court" in _words(papers / "build/for-members/audit/2026-12-03/agenda.pdf")


def test_minutes_and_actions_come_before_the_next_meeting(papers: Path) -> None:
    built = papers / "build/audit/2027-03-04"
    words = _words(built / "pack.pdf")
    for expected in (
        "Minutes of the meeting",
        "The auditors come in February",
        "Write to all tenants",
        "Mr Imran Shah",
    ):
        assert expected in words
    agenda = [paragraph.text for paragraph in read_paragraphs((built / "agenda.docx").read_bytes())]
    assert any("Minutes of the meeting held on" in line for line in agenda)


def test_the_read_me_leads_here() -> None:
    assert "docs/adopt.md" in (ROOT / "README.md").read_text(encoding="utf-8")
