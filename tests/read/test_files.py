"""Bytes come from inside the folder, whole and in an encoding that is understood, or not at all."""

import os
from pathlib import Path

import pytest

from govdocs.places import Place
from govdocs.read.files import read_bytes, read_text
from govdocs.read.limits import Limits
from support.findings import short


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x00")

    assert read_bytes(tmp_path, "a.png") == (b"\x89PNG\r\n\x00", ())


@pytest.mark.parametrize(
    "path", ["../secret.md", "/etc/hostname", "a/../../secret.md", "..\\secret.md", "C:/x", "", "a\0b"]
)
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, path: str) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    content, found = read_bytes(root, path, cited=Place("paper.md", 7, 3))

    assert content is None
    assert short(found) == ["7:3 file-outside-repository"]


def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (root / "a.md").symlink_to(tmp_path / "secret.md")
    (root / "out").symlink_to(tmp_path)
    (root / "round").symlink_to(root / "round")

    assert short(read_bytes(root, "a.md")[1]) == ["1:1 file-outside-repository"]
    assert short(read_bytes(root, "out/secret.md")[1]) == ["1:1 file-outside-repository"]
    assert short(read_bytes(root, "round")[1]) == ["1:1 file-unreadable"]


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "Chart.png").write_bytes(b"x")
    _, found = read_bytes(tmp_path, "pictures/chart.png")

    assert short(found) == ["1:1 file-missing"]
    assert found[0].hint == "write `pictures/Chart.png`"


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")

    assert short(read_bytes(tmp_path, "folder")[1]) == ["1:1 file-unreadable"]
    assert short(read_bytes(tmp_path, "pipe")[1]) == ["1:1 file-unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "a.md").chmod(0)
    _, found = read_bytes(tmp_path, "a.md")

    assert short(found) == ["1:1 file-unreadable"]
    assert "permission denied" in found[0].message


def test_size_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 101)

    assert short(read_text(tmp_path, "a.md", Limits(text_bytes=100))[1]) == ["1:1 file-too-large"]
    assert short(read_text(tmp_path, "a.md", Limits(line_characters=100))[1]) == ["1:1 file-too-large"]


@pytest.mark.parametrize(
    ("content", "text", "expected"),
    [
        (b"\xef\xbb\xbfa: \xc2\xa3\r\nb\rc\n", "a: £\nb\nc\n", []),
        (b"", None, ["1:1 file-empty"]),
        (b"\xef\xbb\xbf \r\n", None, ["1:1 file-empty"]),
        ("a: £5\n".encode("utf-16"), None, ["1:1 encoding-not-utf-8"]),
        ("name: board\n".encode("utf-16-le"), None, ["1:1 encoding-not-utf-8"]),
        ("name: board\n".encode("utf-32"), None, ["1:1 encoding-not-utf-8"]),
        (b"a: 1\r\nb: caf\xe9\n", None, ["2:7 encoding-not-utf-8"]),
        (b"a: 1\nb\x0bc\n", "a: 1\nb c\n", ["2:2 control-character"]),
        (b"a\x00b\n", None, ["1:2 control-character"]),
        ("a\u2028b\n".encode(), "a b\n", ["1:2 control-character"]),
        ("tasl\u200b\n".encode(), "tasl\u200b\n", ["1:5 invisible-character"]),
    ],
)
def test_encodings_line_ends_and_control_characters(
    tmp_path: Path, content: bytes, text: str | None, expected: list[str]
) -> None:
    (tmp_path / "a.md").write_bytes(content)
    read, found = read_text(tmp_path, "a.md")

    assert (read, short(found)) == (text, expected)


def test_the_wrong_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"caf\xe9\n")
    (tmp_path / "b.csv").write_text("a,b\n", encoding="utf-16")

    assert "`é` in the encoding Windows-1252" in read_text(tmp_path, "a.csv")[1][0].message
    assert "stored as UTF-16" in read_text(tmp_path, "b.csv")[1][0].message
