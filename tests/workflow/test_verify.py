"""`govdocs verify`: what is exactly as it was built, what a commit gives, and where a file differs."""

import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

from support.built_example import HERE, copy_example, run_git
from support.command import Ran, call

CASE = HERE / "tests" / "cases" / "action-log"
BUILT = "build/harbour/2024-05-14"
MINUTES = "meetings/harbour/2024-04-09/minutes.md"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of its own, committed once and built."""
    return copy_example(tmp_path_factory.mktemp("verify") / "papers", CASE)


@pytest.fixture
def papers(original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    if not (original / BUILT).exists():
        assert call(capsys, original, "build", "--jobs", "1", "--to", "pdf,docx,html").status == 0
    shutil.copytree(original, tmp_path / "papers")
    return tmp_path / "papers"


def verify(capsys: pytest.CaptureFixture[str], papers: Path, *words: str) -> Ran:
    return call(capsys, papers, "verify", *words)


def edit_manifest(papers: Path, **facts: object) -> None:
    path = papers / BUILT / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | facts), encoding="utf-8")


def test_what_was_built_is_exact_by_folder_manifest_and_file(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (BUILT, f"{BUILT}/manifest.json"):
        ran = verify(capsys, papers, path)
        assert ran.status == 0
        assert ran.out.count("exactly as it was built") == 11
    commit = json.loads((papers / BUILT / "manifest.json").read_bytes())["commit"]
    ran = verify(capsys, papers, f"{BUILT}/pack.pdf")
    assert ran.out.splitlines() == [
        f"{BUILT}/pack.pdf: exactly as it was built",
        f"Built for harbour/2024-05-14 by govdocs 0.1.0, from commit {commit}.",
        "All is exactly the same.",
    ]


def test_one_changed_byte_and_a_missing_file_are_named(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = papers / BUILT / "pack.pdf"
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)
    (papers / BUILT / "agenda.docx").unlink()
    ran = verify(capsys, papers, BUILT)
    assert ran.status == 1
    assert f"{BUILT}/pack.pdf: not as it was built: it was changed since" in ran.out
    assert f"{BUILT}/agenda.docx: missing" in ran.out
    *_, first, second, origin, summary, _next = ran.out.splitlines()
    assert {first.partition(": ")[0], second.partition(": ")[0]} == {f"{BUILT}/pack.pdf", f"{BUILT}/agenda.docx"}
    assert origin.startswith("Built for")
    assert summary == "Not everything is the same."


def test_a_file_that_was_sent_is_known_by_its_content(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent = papers / "from a message.pdf"
    shutil.copy(papers / BUILT / "pack.pdf", sent)
    assert verify(capsys, papers, str(sent)).status == 0
    sent.write_bytes(sent.read_bytes() + b"\n")
    ran = verify(capsys, papers, str(sent))
    assert ran.status == 1
    assert "unknown: no build whose manifest is here made it" in ran.out
    assert verify(capsys, papers, "--rebuild", str(sent)).status == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.pdf"], "there is no file"),
        (["meetings"], "there is no manifest.json"),
    ],
)
def test_what_cannot_be_told_is_said(
    papers: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    ran = verify(capsys, papers, *words)
    assert ran.status == 2
    assert said in ran.err


def test_a_manifest_that_was_cut_off_is_said(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (papers / BUILT / "manifest.json").write_bytes(b"{")
    ran = verify(capsys, papers, BUILT)
    assert ran.status == 2
    assert "not as a build writes it" in ran.err


def test_a_commit_gives_the_same_again_also_after_later_changes(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes = papers / MINUTES
    minutes.write_text(f"{minutes.read_text(encoding='utf-8')}\nA later word.\n", encoding="utf-8")
    run_git(papers, "commit", "--all", "--quiet", "--message", "later")
    ran = verify(capsys, papers, "--rebuild", "--jobs", "1", BUILT)
    assert ran.status == 0, ran.said
    assert ran.out.count("exactly what commit") == 11


def test_what_differs_from_the_commit_is_described(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda = papers / BUILT / "agenda.pdf"
    with pikepdf.open(agenda, allow_overwriting_input=True) as file:
        file.docinfo["/Title"] = "Another agenda"
        page = file.pages[0].obj
        page.Contents = file.make_stream(page.Contents.read_bytes().replace(b"0.5", b"0.6", 1) + b" ")
        file.save(agenda)
    word = papers / BUILT / "paper-b-action-log.docx"
    with zipfile.ZipFile(word) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    changed = members["word/document.xml"].replace(b"Action", b"Auction", 1)
    assert changed != members["word/document.xml"]
    with zipfile.ZipFile(word, "w") as archive:
        for name, content in (members | {"word/document.xml": changed}).items():
            archive.writestr(name, content)
    (papers / BUILT / "agenda.html").write_bytes((papers / BUILT / "agenda.html").read_bytes()[:-40])
    ran = verify(capsys, papers, "--rebuild", "--jobs", "1", BUILT)
    assert ran.status == 1
    lines = {line.partition(": ")[0]: line for line in ran.out.splitlines() if "what commit" in line}
    assert "page 1 differs" in lines["agenda.pdf"]
    assert "its property Title is `Another agenda`" in lines["agenda.pdf"]
    assert "`Auction" in lines["paper-b-action-log.docx"]
    assert "agenda.html: not what commit" in lines["agenda.html"]
    assert "exactly what" in lines["pack.pdf"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"commit": "not under version control"}, "not under version control"),
        ({"clean": False}, "never committed"),
        ({"govdocs": "0.0.1"}, "built with govdocs 0.0.1"),
        ({"commit": "0123456789abcdef0123456789abcdef01234567"}, "git knows no revision"),
    ],
)
def test_what_cannot_be_built_again_is_said(
    papers: Path, capsys: pytest.CaptureFixture[str], facts: dict[str, object], said: str
) -> None:
    edit_manifest(papers, **facts)
    ran = verify(capsys, papers, "--rebuild", BUILT)
    assert ran.status == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        (("--audience", "public"), "build"),
        (("--audience", "members"), "build/for-members"),
        (("--large-print",), "build/large-print"),
    ],
)
def test_papers_are_made_again_for_the_same_readers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], folder: str
) -> None:
    papers = copy_example(tmp_path / "papers", HERE / "tests" / "cases" / "town-council")
    assert call(capsys, papers, "build", "--jobs", "1", "--to", "html", *words).status == 0
    ran = verify(capsys, papers, "--rebuild", "--jobs", "1", f"{folder}/council/2024-03-12")
    assert ran.status == 0, ran.out + ran.err
    assert ran.out.count("exactly what commit") > 3


def test_a_manifest_that_names_other_sources_than_the_commit_has_is_found_out(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = json.loads((papers / BUILT / "manifest.json").read_bytes())["sources"]
    edit_manifest(papers, sources=sources | {MINUTES: "0" * 40})
    ran = verify(capsys, papers, "--rebuild", "--jobs", "1", BUILT)
    assert ran.status == 1
    assert f"it names other contents than the commit has for {MINUTES}" in ran.out
