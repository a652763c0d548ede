"""Where two files that should be the same differ, in words for somebody who has both at hand."""

import re
import zipfile
from collections.abc import Sequence
from html import unescape
from io import BytesIO
from itertools import zip_longest

import pikepdf

_SHOWN = 60
_MOST_PAGES = 8
_WORD_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_WORD_TEXT = re.compile(r"<w:t[^>]*>([^<]*)</w:t>")
_MARKUP = re.compile(r"<[^>]*>")


def describe_differences(at_hand: bytes, expected: bytes, ending: str) -> tuple[str, ...]:
    """In what the file ``at_hand`` differs from the one ``expected``; both are of the kind that ``ending`` tells."""
    describe = {".pdf": _of_pdf, ".docx": _of_word, ".html": _of_html}.get(ending)
    try:
        found = describe(at_hand, expected) if describe else []
    except (pikepdf.PdfError, zipfile.BadZipFile, KeyError, UnicodeDecodeError):
        found = ["it is damaged and cannot be opened"]
    return tuple(found) or (f"{len(at_hand):,} bytes, expected {len(expected):,}; what it shows is the same",)


def _of_pdf(at_hand: bytes, expected: bytes) -> list[str]:
    with pikepdf.open(BytesIO(at_hand)) as mine, pikepdf.open(BytesIO(expected)) as other:
        found = []
        if len(mine.pages) != len(other.pages):
            found.append(f"it has {len(mine.pages)} pages, expected {len(other.pages)}")
        pages = zip(mine.pages, other.pages, strict=False)
        differing = [number for number, (one, two) in enumerate(pages, start=1) if _drawing(one) != _drawing(two)]
        if differing:
            found.append(f"{_pages(differing)} differ{'s' if len(differing) == 1 else ''}")
        for name in sorted({*mine.docinfo.keys(), *other.docinfo.keys()}):
            one, two = (str(file.docinfo.get(name, "")) for file in (mine, other))
            if one != two:
                found.append(f"its property {name.lstrip('/')} is {_quote(one)}, expected {_quote(two)}")
        return found


def _drawing(page: pikepdf.Page) -> bytes:
    content = page.obj.get("/Contents", pikepdf.Array())
    streams = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(stream.read_bytes() for stream in streams)


def _pages(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    more = f" and {len(numbers) - _MOST_PAGES} more" if len(numbers) > _MOST_PAGES else ""
    return f"pages {', '.join(map(str, numbers[:_MOST_PAGES]))}{more}"


def _of_word(at_hand: bytes, expected: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(at_hand)) as mine, zipfile.ZipFile(BytesIO(expected)) as other:
        one, two = (_paragraphs(file.read("word/document.xml").decode()) for file in (mine, other))
        found = _first_difference(one, two, "paragraph")
        names = sorted({*mine.namelist(), *other.namelist()})
        parts = [name for name in names if _member(mine, name) != _member(other, name)]
    if parts and not found:
        found.append(f"its text is the same; its parts {', '.join(parts)} differ")
    return found


def _member(file: zipfile.ZipFile, name: str) -> bytes | None:
    return file.read(name) if name in file.namelist() else None


def _paragraphs(markup: str) -> list[str]:
    return [unescape("".join(_WORD_TEXT.findall(paragraph))) for paragraph in _WORD_PARAGRAPH.findall(markup)]


def _of_html(at_hand: bytes, expected: bytes) -> list[str]:
    return _first_difference(_lines(at_hand), _lines(expected), "line")


def _lines(page: bytes) -> list[str]:
    lines = (unescape(line).strip() for line in _MARKUP.sub("\n", page.decode()).splitlines())
    return [line for line in lines if line]


def _first_difference(mine: Sequence[str], other: Sequence[str], what: str) -> list[str]:
    for number, (one, two) in enumerate(zip_longest(mine, other, fillvalue=""), start=1):
        if one != two:
            start = next((at for at, pair in enumerate(zip_longest(one, two)) if pair[0] != pair[1]), 0)
            start = max(0, start - _SHOWN // 3)
            return [f"{what} {number} reads {_quote(one[start:])}, expected {_quote(two[start:])}"]
    return []


def _quote(words: str) -> str:
    return f"`{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}`" if words else "nothing"
