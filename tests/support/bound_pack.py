"""Reads a bound pack back from its bytes: structure tree, words and where they stand, links and bookmarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

Matrix = tuple[float, float, float, float, float, float]


@dataclass
class Element:
    """An element of the structure tree."""

    role: str
    title: str = ""
    language: str = ""
    identity: str = ""
    headers: tuple[str, ...] = ()
    words: str = ""
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def text(self) -> str:
        return self.words + "".join(child.text() for child in self.children)


@dataclass(frozen=True)
class Run:
    """A run of printed text: page from 0, position in points as the reader sees the page, and what it belongs to."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    mark: int | None
    artifact: bool


def open_pack(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data), attempt_recovery=False)


def read_structure(data: bytes) -> Element:
    """The structure tree; words come from the marked content of the pages."""
    pdf = open_pack(data)
    words: dict[tuple[Any, int], str] = {}
    numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
    for run in read_runs(data):
        if run.mark is not None:
            words[run.page, run.mark] = words.get((run.page, run.mark), "") + run.text
    (top,) = _as_list(pdf.Root.StructTreeRoot.K)
    return _element(top, None, numbers, words)


def read_runs(data: bytes) -> list[Run]:
    """All printed text of all pages."""
    pdf = open_pack(data)
    return [run for at, page in enumerate(pdf.pages) for run in _Printer(at, page.obj).runs()]


def read_links(data: bytes) -> list[tuple[int, str, str]]:
    """Each link: its page, what a screen reader says of it, and `page 3 at 540` or its address."""
    pdf = open_pack(data)
    numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
    found = []
    for at, page in enumerate(pdf.pages):
        for link in page.obj.get("/Annots", ()):
            action = link.get("/A", Dictionary())
            goal = link.get("/Dest", action.get("/D"))
            where = _where(goal, numbers) if goal is not None else str(action.get("/URI", action.get("/F", "")))
            found.append((at, str(link.get("/Contents", "")), where))
    return found


def read_bookmarks(data: bytes) -> list[str]:
    """The outline, indented: `title -> page 3`."""
    pdf = open_pack(data)
    numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
    lines: list[str] = []

    def down(parent: Any, depth: int) -> None:
        item = parent.get("/First")
        while item is not None:
            goal = item.get("/Dest", item.get("/A", Dictionary()).get("/D"))
            lines.append(f"{'  ' * depth}{item.Title} -> {_where(goal, numbers).split(' at')[0]}")
            down(item, depth + 1)
            item = item.get("/Next")

    if "/Outlines" in pdf.Root:
        down(pdf.Root.Outlines, 0)
    return lines


def _where(goal: Any, numbers: dict[Any, int]) -> str:
    if not isinstance(goal, Array):
        return f"named {goal}"
    top = f" at {float(goal[3]):.0f}" if len(goal) > 3 else ""
    return f"page {numbers[goal[0].objgen]}{top}"


def _as_list(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, Array) else [kids]


def _element(item: Any, page: Any, numbers: dict[Any, int], words: dict[tuple[Any, int], str]) -> Element:
    page = item.get("/Pg", page)
    headers = [
        str(header)
        for owner in _as_list(item.get("/A", Array()))
        if isinstance(owner, Dictionary)
        for header in owner.get("/Headers", ())
    ]
    element = Element(
        str(item.S)[1:],
        str(item.get("/T", "")),
        str(item.get("/Lang", "")),
        str(item.get("/ID", "")),
        tuple(headers),
    )
    for kid in _as_list(item.get("/K", Array())):
        if isinstance(kid, int):
            element.children.append(Element("", words=words.get((numbers[page.objgen], kid), "")))
        elif "/S" in kid:
            assert kid.P.objgen == item.objgen, "an element does not know its parent"
            element.children.append(_element(kid, page, numbers, words))
        elif "/MCID" in kid:
            at = numbers[kid.get("/Pg", page).objgen]
            element.children.append(Element("", words=words.get((at, int(kid.MCID)), "")))
    return element


class _Printer:
    """Follows a page's content stream far enough to know what is printed where."""

    def __init__(self, number: int, page: Any) -> None:
        self.number, self.page = number, page
        self.state: list[Matrix] = []
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.line: Matrix = (1, 0, 0, 1, 0, 0)
        self.at: Matrix = (1, 0, 0, 1, 0, 0)
        self.font: Any = None
        self.size = 0.0
        self.marks: list[tuple[str, int | None]] = []

    def runs(self) -> Iterator[Run]:
        for instruction in pikepdf.parse_content_stream(self.page):
            name, operands = str(instruction.operator), instruction.operands
            handle = getattr(self, f"_{name}", None)
            if name in {"Tj", "TJ"}:
                yield self._show(operands[0])
            elif handle:
                handle(*operands)

    def _q(self) -> None:
        self.state.append(self.matrix)

    def _Q(self) -> None:  # noqa: N802 - the operator's own name
        self.matrix = self.state.pop()

    def _cm(self, *values: Any) -> None:
        self.matrix = _times(_matrix(values), self.matrix)

    def _BT(self) -> None:  # noqa: N802
        self.line = self.at = (1, 0, 0, 1, 0, 0)

    def _Tm(self, *values: Any) -> None:  # noqa: N802
        self.line = self.at = _matrix(values)

    def _Td(self, x: Any, y: Any) -> None:  # noqa: N802
        self.line = self.at = _times((1, 0, 0, 1, float(x), float(y)), self.line)

    def _Tf(self, font: Any, size: Any) -> None:  # noqa: N802
        self.font, self.size = self.page.Resources.Font[font], float(size)

    def _BMC(self, tag: Any) -> None:  # noqa: N802
        self.marks.append((str(tag), None))

    def _BDC(self, tag: Any, properties: Any) -> None:  # noqa: N802
        mark = properties.get("/MCID") if isinstance(properties, Dictionary) else None
        self.marks.append((str(tag), None if mark is None else int(mark)))

    def _EMC(self) -> None:  # noqa: N802
        self.marks.pop()

    def _show(self, shown: Any) -> Run:
        decode, widths = _font(self.font)
        text, advance = "", 0.0
        for piece in _as_list(shown):
            if isinstance(piece, pikepdf.String):
                codes = [int.from_bytes(pair, "big") for pair in re.findall(rb"..", bytes(piece), re.DOTALL)]
                text += "".join(decode.get(code, "�") for code in codes)
                advance += sum(widths.get(code, 0) for code in codes) * self.size / 1000
            else:
                advance -= float(piece) * self.size / 1000
        place = _times(self.at, self.matrix)
        end = _times((1, 0, 0, 1, advance, 0), place)
        self.at = _times((1, 0, 0, 1, advance, 0), self.at)
        (left, baseline), (right, _) = _seen(self.page, place), _seen(self.page, end)
        marks = [mark for _, mark in self.marks if mark is not None]
        artifact = any(tag == "/Artifact" for tag, _ in self.marks)
        size = self.size * (place[0] ** 2 + place[1] ** 2) ** 0.5
        return Run(self.number, text, left, right, baseline, size, marks[-1] if marks else None, artifact)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _seen(page: Any, place: Matrix) -> tuple[float, float]:
    """Where the reader sees a point of a page that may be turned or cropped."""
    left, bottom, right, top = (float(edge) for edge in page.get("/CropBox", page.MediaBox))
    x, y = place[4], place[5]
    match int(page.get("/Rotate", 0)) % 360:
        case 90:
            return y - bottom, right - x
        case 180:
            return right - x, top - y
        case 270:
            return top - y, x - left
        case _:
            return x - left, y - bottom


def _font(font: Any) -> tuple[dict[int, str], dict[int, float]]:
    """Characters and widths by glyph of a font with two-byte codes, as WeasyPrint and the stamp embed them."""
    decode: dict[int, str] = {}
    for code, target in re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", font.ToUnicode.read_bytes()):
        decode[int(code, 16)] = bytes.fromhex(target.decode()).decode("utf-16-be")
    widths: dict[int, float] = {}
    entries = list(font.DescendantFonts[0].W)
    while entries:
        first, given = int(entries.pop(0)), entries.pop(0)
        if isinstance(given, Array):
            widths |= {first + at: float(width) for at, width in enumerate(given)}
        else:
            widths |= dict.fromkeys(range(first, int(given) + 1), float(entries.pop(0)))
    return decode, widths
