"""Pictures: the right size, with the words that stand for them, or those words alone."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from govdocs.compose.blocks import Picture
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import WP, dump_docx, read_body, read_parts
from support.docx_samples import HERE, document, text

EMUS_PER_MM = 36_000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each picture in whole millimetres."""
    found = [(each.get("cx") or "0", each.get("cy") or "0") for each in read_body(data).iter(f"{WP}extent")]
    return [(round(int(width) / EMUS_PER_MM), round(int(height) / EMUS_PER_MM)) for width, height in found]


def test_a_picture_is_as_wide_as_its_share_of_the_text_and_keeps_its_proportions() -> None:
    half = Picture(png(40, 20), "image/png", "A bar chart of savings", HERE, 0.5, text("Savings"))
    tall = Picture(png(10, 60), "image/png", "A column", HERE)
    data, found = docx(document("pictures", "Pictures", half, tall), WriteOptions())

    assert found == ()
    assert sizes(data) == [(85, 43), (33, 200)]
    assert "[Picture] <picture: A bar chart of savings>\n[PictureCaption] Savings\n" in dump_docx(data)


def test_the_same_picture_twice_is_kept_once() -> None:
    picture = Picture(png(4, 2), "image/png", "A logo", HERE)
    data, _ = docx(document("pictures", "Pictures", picture, picture), WriteOptions())

    assert len([name for name in read_parts(data) if name.startswith("word/media/")]) == 1
    assert len(sizes(data)) == 2


def test_a_drawing_comes_with_a_photograph_for_programs_that_cannot_draw_it() -> None:
    drawing = Picture(SVG, "image/svg+xml", "Three boxes and two arrows", HERE)
    data, found = docx(document("pictures", "Pictures", drawing), WriteOptions())

    assert sizes(data) == [(170, 43)]
    assert sorted(name.rsplit(".")[-1] for name in read_parts(data) if "media/" in name) == ["png", "svg"]
    assert not found
    (photograph,) = (content for name, content in read_parts(data).items() if name.endswith(".png"))
    with Image.open(BytesIO(photograph)) as image:
        assert image.width > 1000
        assert min(image.convert("L").tobytes()) < 10, "the black field is drawn"


def test_a_file_that_is_no_picture_leaves_its_words_and_a_finding() -> None:
    for content, kind in (
        (b"", "image/png"),
        (b"<html>", "image/png"),
        (SVG, "image/jpeg"),
        (b"<svg", "image/svg+xml"),
    ):
        picture = Picture(content, kind, "A bar chart of savings", HERE)
        data, found = docx(document("pictures", "Pictures", picture), WriteOptions())

        assert "{Emphasis|[A bar chart of savings]}" in dump_docx(data)
        assert [each.problem.name for each in found] == ["unreadable-picture"]
