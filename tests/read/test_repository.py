"""A repository is read whole; a broken file costs that file only."""

import gc
import os
from pathlib import Path

import pytest

from govdocs.read.limits import Limits
from govdocs.read.nodes import DataFile, MarkdownFile, YamlFile
from govdocs.read.repository import read_repository


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_every_file_is_read_or_named(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "govdocs.yaml": "name: Papers\n",
            "README.md": "not a record",
            "records/people.yaml": "people: {}\n",
            "records/bodies/ccb.yaml": "name: CCB: the board\n",
            "meetings/ccb/1/meeting.yaml": "body: ccb\n",
            "meetings/ccb/1/papers/qipp/paper.md": "---\ntitle: QIPP\n---\nWords.\n",
            "meetings/ccb/1/papers/qipp/dashboard.csv": "a,b\n1,2\n",
            "meetings/ccb/1/papers/qipp/chart.png": "x",
            "meetings/ccb/1/.draft.md": "hidden",
            "templates/ccb/note.md": "no header, since it is a template",
        },
    )
    sources, found = read_repository(tmp_path)

    assert {path: type(file) for path, file in sources.files.items()} == {
        "govdocs.yaml": YamlFile,
        "records/people.yaml": YamlFile,
        "meetings/ccb/1/meeting.yaml": YamlFile,
        "meetings/ccb/1/papers/qipp/paper.md": MarkdownFile,
        "meetings/ccb/1/papers/qipp/dashboard.csv": DataFile,
    }
    assert list(sources.files) == ["govdocs.yaml", *sorted(set(sources.files) - {"govdocs.yaml"})]
    assert sources.assets == {"meetings/ccb/1/papers/qipp/chart.png", "templates/ccb/note.md"}
    assert sources.broken == {"records/bodies/ccb.yaml"}
    assert [str(finding.place) for finding in found] == ["records/bodies/ccb.yaml:1:10"]


def test_links_to_folders_and_out_of_the_repository_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    write(root, {"records/a.yaml": "a: 1\n"})
    write(tmp_path, {"secret.yaml": "a: 1\n"})
    (root / "records" / "loop").symlink_to(root / "records")
    (root / "records" / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "records" / "same.yaml").symlink_to(root / "records" / "a.yaml")
    (root / "records" / "lost.yaml").symlink_to(root / "records" / "none.yaml")
    sources, found = read_repository(root)

    assert set(sources.files) == {"records/a.yaml", "records/same.yaml"}
    assert {(finding.place.path, finding.problem.name) for finding in found} == {
        ("records/loop", "file-outside-repository"),
        ("records/out.yaml", "file-outside-repository"),
        ("records/lost.yaml", "file-unreadable"),
    }


def test_a_folder_that_is_itself_a_link_out_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    write(tmp_path / "elsewhere", {"a.yaml": "a: 1\n"})
    (root / "records").symlink_to(tmp_path / "elsewhere")
    sources, found = read_repository(root)

    assert not sources.files
    assert [finding.problem.name for finding in found] == ["file-outside-repository"]


@pytest.mark.parametrize("name", ["meeting.yml", "paper.MD", "paper.markdown", "data.CSV"])
def test_a_text_file_with_another_ending_is_not_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {f"meetings/{name}": "a: 1\n"})
    _, found = read_repository(tmp_path)

    assert [finding.problem.name for finding in found] == ["file-name"]
    assert "rename" in found[0].hint


def test_settings_with_another_ending_are_named(tmp_path: Path) -> None:
    write(tmp_path, {"govdocs.yml": "name: Papers\n"})
    _, found = read_repository(tmp_path)

    assert [finding.hint for finding in found] == ["rename it to `govdocs.yaml`"]


def test_a_name_that_not_every_computer_can_show_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"records/a\nb.yaml": "a: 1\n"})
    (tmp_path / "records" / os.fsdecode(b"caf\xe9.yaml")).write_text("a: 1\n")
    sources, found = read_repository(tmp_path)

    assert not sources.files
    assert [finding.problem.name for finding in found] == ["file-name", "file-name"]


def test_files_and_folders_are_bounded(tmp_path: Path) -> None:
    write(tmp_path, {f"records/{n}.yaml": "a: 1\n" for n in range(6)})
    write(tmp_path, {"meetings/a/b/c/d.yaml": "a: 1\n"})
    _, deep = read_repository(tmp_path, Limits(folder_depth=3))
    few, many = read_repository(tmp_path, Limits(files=3))

    assert [finding.problem.name for finding in deep] == ["too-many-files"]
    assert [finding.problem.name for finding in many] == ["too-many-files"]
    assert len(few.files) == 3


def test_an_empty_folder_is_an_empty_repository(tmp_path: Path) -> None:
    sources, found = read_repository(tmp_path)

    assert (dict(sources.files), sources.assets, sources.broken, found) == ({}, frozenset(), frozenset(), ())


def test_reading_leaves_the_garbage_collector_as_it_was(tmp_path: Path) -> None:
    read_repository(tmp_path)
    assert gc.isenabled()
