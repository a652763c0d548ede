"""Bytes to text: UTF-8 with or without a byte order mark, any line ends, and nothing invisible that bites."""

import re
from collections.abc import Iterator

from govdocs.diagnostics import Fix
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits

# Line breaks that only some programs honour (U+0085, U+2028, U+2029) would shift every line number below them.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NAMES = {
    0x00: "NUL, which means that this is not a text file",
    0x0B: "a line break inside a paragraph, as Word makes with Shift and Enter",
    0x0C: "a page break",
    0x85: "a line break of old mainframes",
    0x2028: "a line separator, as some web pages use",
    0x2029: "a paragraph separator, as some web pages use",
}
_INVISIBLE_NAMES = {
    0xAD: "a soft hyphen",
    0x200B: "a space of no width",
    0x2060: "a word joiner",
    0xFEFF: "a byte order mark",
}
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SHOWN = 60
_ENOUGH = 8


def shown(text: str) -> str:
    """``text`` short enough for a message, on one line, without backticks."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def read_characters(content: bytes, findings: Findings, limits: Limits) -> str | None:
    """The text of ``content`` with line feeds at the line ends; None where it cannot be told what was typed.

    Control characters are refused and stand as spaces in the text that is returned, so that what is wrong further
    down is found too.
    """
    place = Place(findings.path)
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        findings.add(
            problems.FILE_EMPTY,
            f"the file is {'empty' if not content else 'blank'}; expected text",
            place,
            "type its content, or delete the file",
        )
        return None
    encoding = _wide_encoding(content)
    if encoding:
        findings.add(
            problems.NOT_UTF_8,
            f"the file is stored as {encoding}; expected UTF-8",
            place,
            "choose “Save as” in the editor and the encoding UTF-8",
        )
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_byte(content, error.start, findings)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > limits.line_characters and not _lines_fit(text, findings, limits):
        return None
    return _printable(text, findings)


def _wide_encoding(content: bytes) -> str:
    """``UTF-16`` or ``UTF-32`` where ``content`` is stored so, or nothing."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    head = content[:200]
    if len(head) >= _ENOUGH and (not any(head[1::2]) or not any(head[::2])):
        return "UTF-16"
    return ""


def _refuse_byte(content: bytes, start: int, findings: Findings) -> None:
    before = content[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].removeprefix(b"\xef\xbb\xbf")
    place = Place(findings.path, before.count(b"\n") + 1, len(line.decode("utf-8", "replace")) + 1)
    byte = content[start : start + 1]
    old = byte.decode("cp1252", "ignore")
    guess = f" (`{old}` in the encoding Windows-1252)" if old.isprintable() and old else ""
    findings.add(
        problems.NOT_UTF_8,
        f"the byte {byte.hex().upper()}{guess} is not UTF-8; expected text stored as UTF-8",
        place,
        "choose “Save as” in the editor and the encoding UTF-8",
    )


def _lines_fit(text: str, findings: Findings, limits: Limits) -> bool:
    fit = True
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > limits.line_characters:
            findings.add(
                problems.FILE_TOO_LARGE,
                f"this line has {len(line)} characters; expected at most {limits.line_characters}",
                Place(findings.path, number),
                "break the line; a file like this was perhaps not meant to be read as text",
            )
            fit = False
    return fit


def _printable(text: str, findings: Findings) -> str | None:
    """``text`` without control characters; None where there is a NUL, since then it is no text at all."""
    if text.isascii() and not CONTROL.search(text):
        return text
    for place, code in _found(CONTROL, text, findings.path):
        name = _NAMES.get(code, "a control character")
        findings.add(
            problems.CONTROL_CHARACTER,
            f"there is an invisible character here, U+{code:04X} ({name}); expected printable text",
            place,
            "delete it (put the cursor behind it and press Backspace)",
        )
        if code == 0:
            return None
    for place, code in _found(_INVISIBLE, text, findings.path):
        name = _INVISIBLE_NAMES.get(code, "a mark that turns the direction of writing")
        findings.add(
            problems.INVISIBLE_CHARACTER,
            f"there is an invisible character here, U+{code:04X} ({name}); words that look the same will differ",
            place,
            "delete it, unless it is meant",
            fix=Fix(chr(code), "") if code in _INVISIBLE_NAMES else None,  # marks of direction may be meant
        )
    return CONTROL.sub(" ", text)


def _found(pattern: re.Pattern[str], text: str, path: str) -> Iterator[tuple[Place, int]]:
    """Place and code of every character that matches."""
    if not pattern.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for found in pattern.finditer(line):
            yield Place(path, number, found.start() + 1), ord(found.group())
