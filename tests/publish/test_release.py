"""A release is put in place whole, and takes nothing of the user's away."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govdocs.errors import CannotGoOnError
from govdocs.publish.manifest import Manifest, Origin, Output, read_manifest, write_manifest
from govdocs.publish.release import release

FIRST = {"pack.pdf": b"pack 1", "agenda.pdf": b"agenda 1", "agenda.docx": b"word 1", "paper-f.pdf": b"paper f"}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outputs(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in files(folder).items() if path != "manifest.json"}


def test_all_outputs_are_in_place_and_listed(tmp_path: Path) -> None:
    done, found = release(tmp_path, FIRST, Origin("4f2a9c1"))
    assert outputs(tmp_path) == FIRST
    assert done.written[-1] == "pack.pdf"
    assert not found
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["commit"] == "4f2a9c1"
    assert sorted(manifest["outputs"]) == sorted(FIRST)
    # printf 'paper f' | sha256sum
    assert manifest["outputs"]["paper-f.pdf"]["sha256"] == (
        "e48bd5ccb9cdc4b05c73131d32f5dc6d59ed83b9d20689718940472390f6ef9e"
    )


def test_without_git_the_manifest_says_so(tmp_path: Path) -> None:
    release(tmp_path, FIRST)
    assert json.loads((tmp_path / "manifest.json").read_bytes())["commit"] == "not under version control"


def test_the_same_release_gives_the_same_manifest(tmp_path: Path) -> None:
    release(tmp_path / "one", FIRST, Origin("4f2a9c1"))
    release(tmp_path / "two", dict(reversed(FIRST.items())), Origin("4f2a9c1"))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_is_no_longer_produced_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    release(tmp_path, FIRST)
    (tmp_path / "my notes.docx").write_bytes(b"mine")
    second = {"pack.pdf": b"pack 2", "agenda.pdf": b"agenda 2", "agenda.docx": b"word 2"}
    done, found = release(tmp_path, second)
    assert done.removed == ("paper-f.pdf",)
    assert outputs(tmp_path) == {**second, "my notes.docx": b"mine"}
    assert not found


def test_an_output_that_somebody_edited_is_kept_and_named(tmp_path: Path) -> None:
    release(tmp_path, FIRST)
    (tmp_path / "paper-f.pdf").write_bytes(b"edited")
    done, found = release(tmp_path, {"pack.pdf": b"pack 2"})
    assert (tmp_path / "paper-f.pdf").read_bytes() == b"edited"
    assert done.removed == ("agenda.pdf",)
    assert [(finding.problem.name, finding.place.path.split("/")[-1]) for finding in found] == [
        ("edited-output-kept", "paper-f.pdf")
    ]


def test_a_build_of_one_format_leaves_the_others(tmp_path: Path) -> None:
    release(tmp_path, FIRST, Origin("old"))
    release(tmp_path, {"agenda.docx": b"word 2"}, Origin("new"))
    assert outputs(tmp_path) == {**FIRST, "agenda.docx": b"word 2"}
    listed = json.loads((tmp_path / "manifest.json").read_bytes())
    assert listed["commit"] == "new"
    assert listed["outputs"]["pack.pdf"]["from"]["commit"] == "old"
    done, _ = release(tmp_path, {"pack.pdf": b"pack 3"}, Origin("newest"))
    assert done.removed == ("agenda.pdf", "paper-f.pdf")
    assert outputs(tmp_path) == {"pack.pdf": b"pack 3", "agenda.docx": b"word 2"}


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"[]",
        b'{"commit": "x", "outputs": ["../agenda.pdf"]}',
        b'{"commit": "x", "outputs": {"../outside.pdf": {"sha256": "0"}}}',
        b'{"commit": "x", "outputs": {"/etc/passwd": {"sha256": "0"}}}',
        b"\xff\xfe",
    ],
)
def test_a_manifest_that_was_tampered_with_takes_nothing_away(tmp_path: Path, manifest: bytes) -> None:
    folder = tmp_path / "release"
    folder.mkdir()
    (tmp_path / "outside.pdf").write_bytes(b"outside")
    (folder / "manifest.json").write_bytes(manifest)
    done, found = release(folder, {"pack.pdf": b"pack"})
    assert done.removed == ()
    assert [finding.problem.name for finding in found] == ["unreadable-manifest"]
    assert (tmp_path / "outside.pdf").exists()


def test_a_stale_output_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    release(folder, FIRST)
    (tmp_path / "elsewhere.pdf").write_bytes(b"paper f")
    (folder / "paper-f.pdf").unlink()
    (folder / "paper-f.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    release(folder, {"pack.pdf": b"pack 2"})
    assert (folder / "paper-f.pdf").is_symlink()
    assert (tmp_path / "elsewhere.pdf").exists()


def test_a_full_disk_leaves_the_previous_release_as_it_was(tmp_path: Path) -> None:
    release(tmp_path, FIRST)
    before = files(tmp_path)
    program = f"""
import resource, signal
from pathlib import Path
from govdocs.errors import CannotGoOnError
from govdocs.publish.manifest import Manifest, Origin, Output, read_manifest, write_manifest
from govdocs.publish.release import release
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    release(Path({str(tmp_path)!r}), {{"agenda.pdf": b"agenda 2", "pack.pdf": b"x" * 200_000}})
except CannotGoOnError as error:
    print(error.message)
    print(error.hint)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "pack.pdf: File too large" in said
    assert "free some space" in said
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotGoOnError, match=r"cannot write .*ccb: "):
        release(tmp_path / "build" / "ccb", FIRST)
    assert (tmp_path / "build").read_bytes() == b"a file where the folder should be"


def test_an_output_whose_place_is_a_folder_stops_everything(tmp_path: Path) -> None:
    release(tmp_path, {"agenda.pdf": b"agenda 1"})
    (tmp_path / "pack.pdf").mkdir()
    before = files(tmp_path)
    with pytest.raises(CannotGoOnError, match=r"pack\.pdf"):
        release(tmp_path, FIRST)
    assert files(tmp_path) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    release(folder, FIRST)
    before = files(folder)
    folder.chmod(0o555)
    try:
        with pytest.raises(CannotGoOnError, match="Permission denied"):
            release(folder, {"pack.pdf": b"pack 2"})
    finally:
        folder.chmod(0o755)
    assert files(folder) == before


@pytest.mark.parametrize("path", ["../pack.pdf", "/pack.pdf", "", "manifest.json", "a/../../b.pdf"])
def test_no_output_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no path for an output"):
        release(tmp_path, {path: b"x"})


def test_an_output_that_could_not_be_written_is_never_released(tmp_path: Path) -> None:
    release(tmp_path, FIRST)
    before = files(tmp_path)
    with pytest.raises(ValueError, match="is empty"):
        release(tmp_path, {"agenda.pdf": b"agenda 2", "pack.pdf": b""})
    assert files(tmp_path) == before


def test_a_file_that_is_open_elsewhere_leaves_the_previous_release_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where nobody can move a folder while a reader has a file in it open."""
    folder = tmp_path / "release"
    release(folder, FIRST)
    before = files(tmp_path)
    rename = Path.rename

    def rename_unless_open(self: Path, target: Path) -> Path:
        if self.name == "release":
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr("govdocs.publish.switching.sys.platform", "win32")
    monkeypatch.setattr(Path, "rename", rename_unless_open)
    second = {"agenda.pdf": b"agenda 2", "new.pdf": b"new", "pack.pdf": b"pack 2"}
    with pytest.raises(CannotGoOnError, match="release: Permission denied") as caught:
        release(folder, second)
    assert "close it in other programs" in caught.value.hint
    assert files(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_own_files_in_folders_and_links_stay_the_same_files(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    release(folder, FIRST)
    (folder / "mine").mkdir()
    (folder / "mine" / "notes.txt").write_bytes(b"notes")
    (folder / "elsewhere").symlink_to(tmp_path)
    number = (folder / "mine" / "notes.txt").stat().st_ino
    release(folder, {"pack.pdf": b"pack 2"})
    assert (folder / "mine" / "notes.txt").stat().st_ino == number
    assert (folder / "elsewhere").readlink() == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_a_manifest_comes_back_as_it_was_written() -> None:
    origin = Origin("4f2a9c1", clean=False, stage="draft", date="2024-05-14T12:00:00+00:00")
    outputs = {"pack.pdf": Output("00", origin), "agenda.docx": Output("11", Origin("older"))}
    manifest = Manifest(outputs, origin, "ccb/2018-06-21", {"govdocs.yaml": "ab12"})
    assert read_manifest(write_manifest(manifest)) == manifest
