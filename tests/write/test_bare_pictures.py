"""Pictures lose what nobody sees in them, and look as before."""

from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from govdocs.compose.blocks import Block, Heading, Picture, Section, Text
from govdocs.places import Place
from govdocs.write.bare_pictures import bare_picture
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from support.supplied import make_document

PLACE = Place("meetings/june/papers/c.md", 3)
DRAWING = b"""<?xml version="1.0"?><!-- SECRET remark -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="http://example.org/ink" width="20" height="10" ink:file="SECRET.svg">
<metadata>SECRET person</metadata><ink:view>SECRET view</ink:view><title>Two fields</title>
<rect width="9" height="9" fill="#336699" ink:label="SECRET label"/><text x="10" y="8">A<ink:x/>B</text></svg>"""


def _photograph() -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif[0x010E], exif[0x0112] = "SECRET place", 6  # taken with the camera upright
    picture = Image.new("RGB", (16, 8), "red")
    picture.paste("blue", (0, 0, 8, 8))
    picture.save(file, "JPEG", exif=exif, comment=b"SECRET remark")
    return file.getvalue()


def _image() -> bytes:
    file, notes = BytesIO(), PngImagePlugin.PngInfo()
    notes.add_text("Author", "SECRET person")
    notes.add_itxt("XML:com.adobe.xmp", "SECRET packet")
    Image.new("RGB", (8, 8), "blue").save(file, "PNG", pnginfo=notes)
    return file.getvalue()


PICTURES = {"image/jpeg": _photograph(), "image/png": _image(), "image/svg+xml": DRAWING}


@pytest.mark.parametrize("media_type", PICTURES)
def test_a_picture_loses_its_notes(media_type: str) -> None:
    before = PICTURES[media_type]
    assert b"SECRET" in before
    assert b"SECRET" not in bare_picture(before, media_type)
    assert bare_picture(before[:40], media_type) == before[:40]


def test_a_photograph_looks_as_before_and_stays_upright() -> None:
    before, after = (
        ImageOps.exif_transpose(Image.open(BytesIO(data)))
        for data in (PICTURES["image/jpeg"], bare_picture(PICTURES["image/jpeg"], "image/jpeg"))
    )
    assert before.size == after.size == (8, 16)
    assert before.tobytes() == after.tobytes()


def test_a_drawing_keeps_its_words_and_shapes() -> None:
    bare = bare_picture(DRAWING, "image/svg+xml").decode()
    assert '<rect width="9" height="9" fill="#336699"/><text x="10" y="8">AB</text>' in bare
    assert "<title>Two fields</title>" in bare


def test_no_paper_carries_the_notes_of_its_pictures() -> None:
    pictures = tuple(Picture(data, kind, "A field", PLACE) for kind, data in PICTURES.items())
    blocks: tuple[Block, ...] = (Heading(1, (Text("Fields"),), PLACE), *pictures)
    document = replace(make_document("paper-c", "Fields"), sections=(Section(blocks),))
    page, _ = html(document, WriteOptions())
    held = [b64decode(part.partition(b'"')[0]) for part in page.split(b";base64,")[1:]]
    assert len(held) >= len(pictures)
    assert not [one for one in held if b"SECRET" in one]
    assert b"SECRET" not in pdf(document, WriteOptions())[0]
    with ZipFile(BytesIO(docx(document, WriteOptions())[0])) as package:
        assert not [name for name in package.namelist() if b"SECRET" in package.read(name)]
