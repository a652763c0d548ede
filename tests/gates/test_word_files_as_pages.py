"""The Word files of the example as another program shows them: nothing lost, the same numbers, nothing off the page."""

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from support.built_example import HERE, BuiltExample
from support.page_ends import read_page_ends
from support.page_faults import outside, overlaps
from support.pdf_layout import LaidPage, lay_out
from support.printed import printed, squeeze

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
TEXT = "txt:Text (encoded):UTF8"


FONTS = HERE / "src" / "govdocs" / "write" / "fonts"
# The fonts of the package and no others: the same pages on every machine, and the widths that Word's own fonts have.
FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(scope="module")
def converted(example: BuiltExample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with each Word file as pages and as plain text."""
    folder = tmp_path_factory.mktemp("converted")
    sources = [str(path) for path in sorted(example.folder.glob("*.docx"))]
    settings = folder / "fonts.conf"
    settings.write_text(FONT_SETTINGS.format(fonts=FONTS, cache=folder / "cache"), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    for kind in (TAGGED, TEXT):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *sources]
        subprocess.run(words, env=environment, check=True, capture_output=True, timeout=300)
    return folder


def test_every_word_file_becomes_pages(example: BuiltExample, converted: Path) -> None:
    wanted = {f"{name}.{ending}" for name in (*example.documents, "pack") for ending in ("pdf", "txt")}
    assert wanted == {path.name for path in converted.iterdir() if path.suffix in {".pdf", ".txt"}}


def test_the_text_has_every_word_after_its_number_and_in_order(example: BuiltExample, converted: Path) -> None:
    for name, document in example.documents.items():
        text = squeeze((converted / f"{name}.txt").read_text(encoding="utf-8-sig"))
        at = 0
        for piece in printed(document):
            words = squeeze(piece.label + piece.words)
            found = text.find(words, at)
            # Between two pieces stands a bullet at most.
            assert 0 <= found <= at + 1, f"{name}: {piece} after {text[max(0, at - 40) : at + 60]!r}"
            at = found + len(words)
        assert len(text) <= at + 1, f"{name}: {text[at : at + 60]!r} is no part of the document"


def characters(pages: list[LaidPage]) -> Counter[str]:
    return Counter(squeeze("".join(word.text for laid in pages for word in laid.words)))


def test_the_pages_show_every_character(example: BuiltExample, converted: Path, tmp_path: Path) -> None:
    for name, document in example.documents.items():
        pages = lay_out((converted / f"{name}.pdf").read_bytes(), tmp_path)
        wanted = Counter(squeeze("".join(f"{piece.label}{piece.words}" for piece in printed(document))))
        assert wanted - characters(pages) == Counter(), name


def test_there_are_about_as_many_pages_as_in_the_pdf(example: BuiltExample, converted: Path, tmp_path: Path) -> None:
    for name in example.documents:
        ours = len(lay_out(example.files[f"{name}.pdf"], tmp_path))
        theirs = len(lay_out((converted / f"{name}.pdf").read_bytes(), tmp_path))
        assert abs(ours - theirs) <= 1 + ours // 5, f"{name}: {ours} pages as PDF, {theirs} from Word"


def test_no_word_is_off_the_page_or_over_another(example: BuiltExample, converted: Path, tmp_path: Path) -> None:
    for name in example.documents:
        for number, laid in enumerate(lay_out((converted / f"{name}.pdf").read_bytes(), tmp_path), start=1):
            assert list(outside(example.theme, laid)) == [], f"{name}, page {number}"
            assert list(overlaps(laid)) == [], f"{name}, page {number}"


def test_no_heading_is_last_on_a_page(example: BuiltExample, converted: Path) -> None:
    for name in example.documents:
        ends = read_page_ends((converted / f"{name}.pdf").read_bytes())
        assert ends, name
        assert [end.page for end in ends if end.is_within("H1", "H2", "H3", "H4", "H5", "H6")] == [], name
