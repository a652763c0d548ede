"""A Word file read back as text: styles, number labels, runs, cells and spans, one line a paragraph.

``dump_docx`` is for golden tests and for comparing a document's formats. Labels are computed from the lists of the
file as Word computes them; where Word's and other programs' ways of counting are known to differ, reading fails.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its style's id, the label that Word prints before it, and its words."""

    style: str
    label: str
    text: str
    in_table: bool = False


class AmbiguousCountError(Exception):
    """A label on which programs differ, such as the next number of a level that no paragraph has stood at."""


def read_parts(data: bytes) -> dict[str, bytes]:
    """The members of the file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_body(data: bytes) -> etree._Element:
    """The body of the main part."""
    body = etree.fromstring(read_parts(data)["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return body


def read_paragraphs(data: bytes) -> list[WordParagraph]:
    """All paragraphs in reading order, those in tables too."""
    reading = _Reading(data)
    return [
        WordParagraph(
            _style(each),
            reading.label(each),
            "".join(_words(each)),
            next(each.iterancestors(f"{W}tbl"), None) is not None,
        )
        for each in read_body(data).iter(f"{W}p")
    ]


def dump_docx(data: bytes) -> str:
    """The whole file as text."""
    reading = _Reading(data)
    lines = [*_properties(data), *reading.blocks(read_body(data), "")]
    return "\n".join(lines) + "\n"


# --- Numbers --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Level:
    start: int
    style: str
    pattern: str
    spaced: bool


@dataclass(slots=True)
class _Counts:
    current: dict[int, int] = field(default_factory=dict)
    implied: set[int] = field(default_factory=set)


class _Lists:
    """Counts as Word does: one count for each abstract list, an inner level begins again after an outer one."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        root = etree.fromstring(parts["word/numbering.xml"])
        self._levels: dict[str, dict[int, _Level]] = {}
        for abstract in root.findall(f"{W}abstractNum"):
            self._levels[_get(abstract, "abstractNumId")] = {
                int(_get(level, "ilvl")): _Level(
                    int(_value(level, "start", "1")),
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", ""),
                    _value(level, "suff", "tab") == "space",
                )
                for level in abstract.findall(f"{W}lvl")
            }
        self._abstract = {_get(num, "numId"): _value(num, "abstractNumId", "") for num in root.findall(f"{W}num")}
        self._counts: dict[str, _Counts] = {}

    def label(self, ident: str, at: int) -> str:
        abstract = self._abstract[ident]
        levels = self._levels[abstract]
        level = levels[at]
        if level.style == "bullet":
            return level.pattern
        counts = self._counts.setdefault(abstract, _Counts())
        if at in counts.implied:
            raise AmbiguousCountError(f"level {at} of list {ident} goes on from a number that no paragraph has")
        counts.current[at] = counts.current[at] + 1 if at in counts.current else level.start
        for inner in [each for each in counts.current if each > at]:
            del counts.current[inner]
        counts.implied = {each for each in counts.implied if each < at}
        for outer in range(at):
            if outer not in counts.current:
                counts.current[outer] = levels[outer].start
                counts.implied.add(outer)
        written = level.pattern
        for outer in range(at + 1):
            number = _in_style(counts.current[outer], levels[outer].style)
            written = written.replace(f"%{outer + 1}", number)
        return written


def _in_style(value: int, style: str) -> str:
    if style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if style == "lowerLetter" else letters.upper()
    if style in {"lowerRoman", "upperRoman"}:
        roman = ""
        for size, sign in zip(
            (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
            ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
            strict=True,
        ):
            while value >= size:
                roman, value = roman + sign, value - size
        return roman if style == "lowerRoman" else roman.upper()
    return str(value)


# --- Blocks ---------------------------------------------------------------------------------------------------------


class _Reading:
    """Walks over the main part in reading order, counting as it goes."""

    def __init__(self, data: bytes) -> None:
        self._parts = read_parts(data)
        self._lists = _Lists(self._parts)
        self._styles = {
            _get(style, "styleId"): style
            for style in etree.fromstring(self._parts["word/styles.xml"]).findall(f"{W}style")
        }
        relations = etree.fromstring(self._parts["word/_rels/document.xml.rels"])
        self._targets = {each.get("Id", ""): each.get("Target", "") for each in relations}

    def label(self, paragraph: etree._Element) -> str:
        found = self._numbering(paragraph)
        return self._lists.label(*found) if found else ""

    def blocks(self, parent: etree._Element, indent: str) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}p":
                yield f"{indent}{self._line(child)}"
                section = child.find(f"{W}pPr/{W}sectPr")
                if section is not None:
                    yield self._section(section)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, indent)
            elif child.tag == f"{W}sectPr":
                yield self._section(child)

    def _line(self, paragraph: etree._Element) -> str:
        label = self.label(paragraph)
        marks = "".join(f" #{_get(mark, 'name')}" for mark in paragraph.findall(f"{W}bookmarkStart"))
        broken = " new-page" if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None else ""
        head = f"[{_style(paragraph)}{marks}{broken}]"
        return " ".join(part for part in (head, f"<{label}>" if label else "", "".join(self._runs(paragraph))) if part)

    def _runs(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}r":
                words = "".join(_run_words(child))
                style = child.find(f"{W}rPr/{W}rStyle")
                extra = "".join(f"+{name}" for name in ("b", "i") if child.find(f"{W}rPr/{W}{name}") is not None)
                language = child.find(f"{W}rPr/{W}lang")
                extra += f"@{_get(language, 'val')}" if language is not None else ""
                name = _get(style, "val") if style is not None else ""
                yield f"{{{name}{extra}|{words}}}" if name or extra else words
            elif child.tag == f"{W}hyperlink":
                target = self._targets.get(child.get(f"{R}id", ""), "")
                anchor = child.get(f"{W}anchor", "")
                yield f"[{''.join(_words(child))}]({target}{f'#{anchor}' if anchor else ''})"

    def _table(self, table: etree._Element, indent: str) -> Iterator[str]:
        widths = [int(_get(column, "w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        caption = _value(table.find(f"{W}tblPr"), "tblCaption", "")
        millimetres = " ".join(f"{width / TWIPS_PER_MM:.0f}" for width in widths)
        yield f"{indent}table {_value(table.find(f'{W}tblPr'), 'tblStyle', '')} | {millimetres} mm | {caption}"
        for row in table.findall(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            head = properties is not None and properties.find(f"{W}tblHeader") is not None
            whole = properties is not None and properties.find(f"{W}cantSplit") is not None
            yield f"{indent}  {'head' if head else 'row'}{'' if whole else ' breakable'}"
            for cell in row.findall(f"{W}tc"):
                yield f"{indent}    cell{_cell_properties(cell)}"
                yield from self.blocks(cell, f"{indent}      ")

    def _section(self, section: etree._Element) -> str:
        size = section.find(f"{W}pgSz")
        assert size is not None
        parts = [self._targets[each.get(f"{R}id", "")] for each in section if each.get(f"{R}id")]
        sides = " x ".join(f"{int(_get(size, side)) / TWIPS_PER_MM:.0f}" for side in ("w", "h"))
        return f"--- section {sides} mm {' '.join(parts)}".rstrip()

    def _numbering(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and level, from the paragraph or from its style or the styles that this is based on."""
        properties = paragraph.find(f"{W}pPr")
        style: etree._Element | None = None
        while properties is not None:
            numbering = properties.find(f"{W}numPr")
            if numbering is not None:
                return _value(numbering, "numId", ""), int(_value(numbering, "ilvl", "0"))
            name = _value(properties, "pStyle", "") if style is None else _value(style, "basedOn", "")
            style = self._styles.get(name)
            properties = None if style is None else _child(style, "pPr")
        return None


def _cell_properties(cell: etree._Element) -> str:
    properties = cell.find(f"{W}tcPr")
    assert properties is not None
    span, merge, fill = (properties.find(f"{W}{name}") for name in ("gridSpan", "vMerge", "shd"))
    written = f" columns={_get(span, 'val')}" if span is not None else ""
    written += f" rows={_get(merge, 'val')}" if merge is not None else ""
    return written + (f" fill={_get(fill, 'fill')}" if fill is not None else "")


def _properties(data: bytes) -> Iterator[str]:
    for each in etree.fromstring(read_parts(data)["docProps/core.xml"]):
        yield f"{etree.QName(each).localname}: {each.text or ''}"


def _style(paragraph: etree._Element) -> str:
    return _value(paragraph.find(f"{W}pPr"), "pStyle", "Normal")


def _words(parent: etree._Element) -> Iterator[str]:
    for run in parent.iter(f"{W}r"):
        yield from _run_words(run)


def _run_words(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag == f"{W}drawing":
            described = next(child.iter(f"{WP}docPr"))
            yield f"<picture: {described.get('descr', '')}>"


def _child(parent: etree._Element, name: str) -> etree._Element:
    """The child of that name, an empty one where there is none."""
    found = parent.find(f"{W}{name}")
    return etree.Element(f"{W}{name}") if found is None else found


def _get(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _value(parent: etree._Element | None, name: str, default: str) -> str:
    """The ``w:val`` of the child of that name."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return default if child is None else _get(child, "val")
