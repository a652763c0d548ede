"""What the last line of each page of a tagged PDF belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_SAME_LINE = 2.0
"""Points by which the baselines of one line may differ."""


@dataclass(frozen=True)
class PageEnd:
    """The last line of a page's text: the roles of the elements that its words stand in, from the inside out."""

    page: int
    roles: tuple[frozenset[str], ...]

    def is_within(self, *roles: str) -> bool:
        """Whether any word of the line stands in an element of one of ``roles``."""
        return any(each & set(roles) for each in self.roles)


def read_page_ends(data: bytes) -> list[PageEnd]:
    """The end of every page that has tagged words; page numbers from 1."""
    ends = []
    with pikepdf.open(BytesIO(data)) as file:
        root = file.Root.StructTreeRoot
        renamed = {str(key): str(value) for key, value in dict(root.get("/RoleMap", {})).items()}
        elements = dict(_numbers(root.ParentTree))
        for number, page in enumerate(file.pages, start=1):
            shown = list(_Marks(page).shown())
            if not shown:
                continue
            lowest = min(baseline for baseline, _ in shown)
            marks = {mark for baseline, mark in shown if baseline < lowest + _SAME_LINE}
            owners = elements[int(page.obj.StructParents)]
            ends.append(PageEnd(number, tuple(frozenset(_roles(owners[mark], renamed)) for mark in sorted(marks))))
    return ends


def _roles(element: Any, renamed: dict[str, str]) -> Iterator[str]:
    while element is not None and "/S" in element:
        role = str(element.S)
        yield renamed.get(role, role)[1:]
        element = element.get("/P")


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree."""
    entries = list(tree.get("/Nums", ()))
    yield from ((int(key), value) for key, value in zip(entries[::2], entries[1::2], strict=True))
    for branch in tree.get("/Kids", ()):
        yield from _numbers(branch)


@dataclass
class _Marks:
    """Follows a page's content far enough to know on which baseline each marked piece of text is shown."""

    page: Any
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    line: Matrix = (1, 0, 0, 1, 0, 0)
    leading: float = 0.0
    kept: list[Matrix] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)

    def shown(self) -> Iterator[tuple[float, int]]:
        """The baseline, in points from the page's lower edge, and the mark of every piece of tagged text."""
        for instruction in pikepdf.parse_content_stream(self.page):
            name, operands = str(instruction.operator), list(instruction.operands)
            if name in {"Tj", "TJ", "'"}:
                mark = next((each for each in reversed(self.marks) if each is not None), None)
                if mark is not None and mark >= 0:
                    yield _times(self.line, self.matrix)[5], mark
            else:
                self._follow(name, operands)

    def _follow(self, name: str, operands: list[Any]) -> None:  # noqa: C901 - one case an operator
        match name:
            case "q":
                self.kept.append(self.matrix)
            case "Q":
                self.matrix = self.kept.pop()
            case "cm":
                self.matrix = _times(_matrix(operands), self.matrix)
            case "BT":
                self.line = (1, 0, 0, 1, 0, 0)
            case "Tm":
                self.line = _matrix(operands)
            case "TL":
                self.leading = float(operands[0])
            case "Td" | "TD":
                self.leading = -float(operands[1]) if name == "TD" else self.leading
                self.line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)
            case "T*":
                self.line = _times((1, 0, 0, 1, 0, -self.leading), self.line)
            case "BMC" | "BDC":
                self.marks.append(_mark(operands))
            case "EMC":
                self.marks.pop()


def _mark(operands: list[Any]) -> int | None:
    """The number of a marked piece, -1 for an artifact, None for what says nothing."""
    if str(operands[0]) == "/Artifact":
        return -1
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        return int(properties["/MCID"])
    return None


def _matrix(values: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
