"""The tour in the README is run as it is printed there, by a shell, in an empty folder."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.docx_reading import read_paragraphs
from support.pdf_reading import read_tags

README = Path(__file__).parents[1] / "README.md"
TITLE = "Repair of the playground"
RECOMMENDATION = "the repair of the swings for £1,200"


def _commands() -> str:
    section = README.read_text(encoding="utf-8").split("## A five-minute tour")[1].split("\n## ")[0]
    (commands,) = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return str(commands)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records that the tour leaves behind."""
    folder = tmp_path_factory.mktemp("tour")
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["/bin/sh", "-e", "-c", _commands()],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return folder / "papers"


def test_the_tour_is_short() -> None:
    lines = _commands().replace("\\\n", " ").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert len(commands) <= 8
    assert shutil.which("govdocs", path=str(Path(sys.executable).parent)), "govdocs is not installed"


def test_the_pack_holds_agenda_and_paper(papers: Path) -> None:
    words = read_tags((papers / "build/council/2026-09-15/pack.pdf").read_bytes()).text
    for expected in (
        TITLE,
        RECOMMENDATION,
        "APPROVE",
        "Declarations of interest",
        "15 September 2026",
        "Parish Council",
    ):
        assert expected in words


def test_the_word_files_hold_agenda_and_paper(papers: Path) -> None:
    built = papers / "build/council/2026-09-15"
    agenda = [paragraph.text for paragraph in read_paragraphs((built / "agenda.docx").read_bytes())]
    assert {"Welcome", TITLE, "Declarations of interest"} <= set(agenda)
    paper = "\n".join(paragraph.text for paragraph in read_paragraphs((built / "paper-a-playground.docx").read_bytes()))
    assert TITLE in paper
    assert f"APPROVE {RECOMMENDATION}" in paper


def test_the_files_that_the_tour_names_are_there(papers: Path) -> None:
    section = README.read_text(encoding="utf-8").split("## A five-minute tour")[1].split("\n## ")[0]
    named = re.findall(r"`((?:records|meetings|build)/[^`]+)`", section)
    assert named
    for path in named:
        assert (papers / path).is_file(), path
