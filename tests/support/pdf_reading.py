"""Reads the tags of a finished PDF back, with the text that each one holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_RANGES = re.compile(r"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_INLINE = {"Span", "Link"}
_HEX = re.compile(r"<([0-9A-Fa-f]*)>")


@dataclass(frozen=True)
class ReadTag:
    """A structure element; ``kids`` are elements and pieces of text in reading order."""

    role: str
    kids: tuple["ReadTag | str", ...]
    entries: dict[str, str]
    attributes: dict[str, Any]
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words in it; those of paragraphs and the like within it are set apart by a blank."""
        return tidy("".join(self._pieces()))

    def _pieces(self) -> Iterator[str]:
        for kid in self.kids:
            if isinstance(kid, str):
                yield kid
            elif kid.role in _INLINE:
                yield from kid._pieces()
            else:
                yield f" {kid.text} "

    @property
    def own_text(self) -> str:
        """The words directly in it."""
        return tidy("".join(kid for kid in self.kids if isinstance(kid, str)))

    @property
    def tags(self) -> tuple["ReadTag", ...]:
        """The elements directly in it."""
        return tuple(kid for kid in self.kids if isinstance(kid, ReadTag))

    def every(self, *roles: str) -> Iterator["ReadTag"]:
        """The elements of these roles in it, in reading order; without a role all of them."""
        for kid in self.tags:
            if not roles or kid.role in roles:
                yield kid
            yield from kid.every(*roles)


def tidy(text: str) -> str:
    """``text`` with one blank wherever it has some."""
    return " ".join(text.split())


def read_tags(data: bytes) -> ReadTag:
    """The structure tree of a PDF, from its ``Document`` element down."""
    with pikepdf.open(BytesIO(data)) as file:
        contents = {page.obj.objgen: _read_page(page) for page in file.pages}
        return _read(file.Root.StructTreeRoot.K[0], contents, None)


def read_artifacts(data: bytes) -> str:
    """The words on all pages that belong to no tag, such as headers and footers."""
    with pikepdf.open(BytesIO(data)) as file:
        return tidy(" ".join(_read_page(page).get(-1, "") for page in file.pages))


def _read(element: Any, contents: dict[Any, dict[int, str]], page: Any) -> ReadTag:
    page = element.get("/Pg", page)
    kids: list[ReadTag | str] = []
    links: list[str] = []
    for kid in _as_list(element.get("/K")):
        if isinstance(kid, int):
            kids.append(contents[page.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            kids.append(contents[kid.get("/Pg", page).objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            links.append(_target(kid.Obj))
        else:
            kids.append(_read(kid, contents, page))
    entries = {key: str(element[f"/{key}"]) for key in ("Lang", "Alt", "E", "ID") if f"/{key}" in element}
    attributes = {str(key)[1:]: value for key, value in dict(element.get("/A", {})).items()}
    return ReadTag(str(element.S)[1:], tuple(kids), entries, attributes, tuple(links))


def _target(annotation: Any) -> str:
    return str(annotation.A.URI) if "/A" in annotation else f"#{annotation.Dest}"


def _as_list(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _read_page(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page by its number, that of artifacts under -1."""
    fonts = {name: _read_font(font) for name, font in dict(page.obj.Resources.get("/Font", {})).items()}
    texts: dict[int, str] = {}
    said: dict[int, str] = {}
    open_marks: list[int | None] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                mark = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
                open_marks.append(-1 if operands[0] == "/Artifact" else None if mark is None else int(mark))
                if mark is not None and "/ActualText" in operands[1]:
                    said[int(mark)] = str(operands[1].ActualText)
                texts.setdefault(open_marks[-1] if open_marks[-1] is not None else -1, "")
            case "BMC":
                open_marks.append(-1)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                current = next((mark for mark in reversed(open_marks) if mark is not None), -1)
                texts[current] = texts.get(current, "") + _decode(operands[0], font)
    return texts | said


def _decode(shown: Any, font: dict[int, str]) -> str:
    pieces = (
        [shown] if isinstance(shown, pikepdf.String) else [each for each in shown if isinstance(each, pikepdf.String)]
    )
    codes = [bytes(piece)[at : at + 2] for piece in pieces for at in range(0, len(bytes(piece)), 2)]
    return "".join(font[int.from_bytes(code)] for code in codes)


def _read_font(font: Any) -> dict[int, str]:
    """What each two-byte code of the font says, from its ToUnicode map."""
    said: dict[int, str] = {}
    for kind, body in _RANGES.findall(font.ToUnicode.read_bytes().decode("latin-1")):
        codes = _HEX.findall(body)
        step = 2 if kind == "char" else 3
        for at in range(0, len(codes), step):
            first, last = int(codes[at], 16), int(codes[at + step - 2], 16)
            text = bytes.fromhex(codes[at + step - 1]).decode("utf-16-be")
            for code in range(first, last + 1):
                said[code] = text[:-1] + chr(ord(text[-1]) + code - first)
    return said
