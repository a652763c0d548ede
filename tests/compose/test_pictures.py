"""Pictures from files: what may be shown, and what is said of what may not."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from govdocs.compose.pictures import LARGEST, find_picture, read_picture
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

HERE = Place("papers/paper.md", 7, 7)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"/>'


def image(kind: str, size: tuple[int, int] = (4, 2)) -> bytes:
    out = BytesIO()
    Image.new("1" if kind == "PNG" else "L", size).save(out, kind)
    return out.getvalue()


def read(root: Path, folder: str, address: str) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
    return read_picture(find_picture(root, folder, address), folder, address, HERE)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.png", image("PNG"), "image/png"),
        ("a.JPG", image("JPEG"), "image/jpeg"),
        ("a.svg", b'<?xml version="1.0"?>\n<!-- drawn -->\n' + SVG, "image/svg+xml"),
    ],
)
def test_pictures_are_read_as_they_are(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / name).write_bytes(content)
    assert read(tmp_path, "papers", name) == ((content, media_type), ())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.gif", image("GIF"), "ends in .png, .jpg or .svg"),
        ("a.png", b"", "is empty"),
        ("a.png", image("JPEG"), "is image/jpeg; expected image/png"),
        ("a.png", b"<html>", "is no picture"),
        ("a.png", image("PNG")[:20], "is no picture, or a damaged one"),
        ("a.png", image("PNG", (9000, 9000)), "9,000 by 9,000 pixels"),
        ("a.png", image("PNG", (30000, 20000)), "too many pixels"),
        ("a.jpg", b"\xff\xd8\xff" + bytes(LARGEST), "expected 20,000,000 at most"),
        ("a.svg", b"<svg", "cannot be read in its line 1"),
        ("a.svg", b"<html/>", "is no drawing"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG, "defines entities"),
    ],
)
def test_what_is_no_picture_is_said(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    picture, (finding,) = read(tmp_path, "", name)
    assert picture is None
    assert words in finding.message
    assert (finding.place, finding.problem.code) == (HERE, "G914")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("route.png", "there is no picture `route.png`"),
        ("https://example.org/route.png", "is not in the repository"),
        ("file:///etc/route.png", "is not in the repository"),
        ("../../outside.png", "there is no picture"),
        ("/route.png", "there is no picture"),
    ],
)
def test_nothing_outside_of_the_repository_is_read(tmp_path: Path, address: str, words: str) -> None:
    home = tmp_path / "home"
    (home / "papers").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(image("PNG"))
    picture, (finding,) = read(home, "papers", address)
    assert picture is None
    assert words in finding.message
