"""A file is put in place whole, or the old one stays."""

import errno
import os
import stat
from pathlib import Path

import pytest

from govdocs.errors import CannotGoOnError
from govdocs.writing import put_file


def test_a_file_is_put_in_place_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "build" / "ccb" / "pack.pdf"
    put_file(path, b"first")
    put_file(path, b"second")

    assert path.read_bytes() == b"second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [found.name for found in path.parent.iterdir()] == ["pack.pdf"]


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pack.pdf"
    put_file(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotGoOnError, match="No space left on device") as caught:
        put_file(path, b"new")

    assert "free some space" in caught.value.hint
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["pack.pdf"]


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")

    with pytest.raises(CannotGoOnError, match="cannot write"):
        put_file(tmp_path / "build" / "pack.pdf", b"new")


def test_a_folder_in_the_place_of_the_file_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").mkdir()

    with pytest.raises(CannotGoOnError, match="cannot write"):
        put_file(tmp_path / "pack.pdf", b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["pack.pdf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)

    with pytest.raises(CannotGoOnError, match="Permission denied"):
        put_file(tmp_path / "pack.pdf", b"new")
