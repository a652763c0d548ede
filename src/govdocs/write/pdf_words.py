"""Blanks at the ends of lines.

The engine drops the blank at which it divides a line, so that a program that reads the text in order would find two
words grown together. A tagged PDF has to hold that blank (ISO 32000-1, 14.8.2.5).
"""

from dataclasses import dataclass, field
from typing import Any

from govdocs.write.pdf_engine import pydyf


@dataclass(slots=True)
class _Source:
    """The words of a paragraph as they were written, without blanks, and the positions that had one before them."""

    words: str
    blanks: frozenset[int]
    at: int = 0
    last: tuple[int, int] | None = None  # page and number of the piece that ended here without a blank


@dataclass(slots=True)
class WordBreaks:
    """Follows the pieces of text of each paragraph; ``dropped`` are those whose last blank is missing."""

    sources: dict[Any, _Source] = field(default_factory=dict)
    dropped: set[tuple[int, int]] = field(default_factory=set)

    def follow(self, element: Any, text: str, page: int, mcid: int) -> None:
        """Note that ``text`` of the paragraph ``element`` is the piece ``mcid`` of ``page``."""
        source = self.sources.get(element) or self.sources.setdefault(element, _build_source(element))
        words = "".join(text.split())
        if not source.words.startswith(words, source.at):
            return  # nothing of the paragraph is lost; only a blank may stay away
        if source.last and source.at in source.blanks and not text[:1].isspace():
            self.dropped.add(source.last)
        source.at += len(words)
        source.last = None if text[-1:].isspace() else (page, mcid)


def _build_source(element: Any) -> _Source:
    parts = "".join(_texts(element))
    words: list[str] = []
    blanks: set[int] = set()
    length = 0
    for word in parts.split():
        blanks.add(length)
        words.append(word)
        length += len(word)
    return _Source("".join(words), frozenset(blanks))


def _texts(element: Any) -> list[str]:
    texts = [element.text or ""]
    for child in element:
        texts += ["\n"] if child.tag == "br" else _texts(child)
        texts.append(child.tail or "")
    return texts


def write_blanks(streams: list[Any], dropped: set[tuple[int, int]]) -> None:
    """Show a blank after each of the pieces ``dropped``, where the page's font has one; nothing moves by it."""
    for page, stream in enumerate(streams):
        wanted = {mcid for where, mcid in dropped if where == page}
        fonts = {font.hash: font for font in stream._fonts.values()}  # noqa: SLF001 - shown nowhere else
        _tidy(stream.stream, wanted, fonts)


def _tidy(operations: list[Any], wanted: set[int], fonts: dict[str, Any]) -> None:
    """Add the blanks to a page's operations, and leave out the shifts by nothing that the engine puts in."""
    mcid, font, last = None, None, None
    for index, operation in enumerate(operations):
        if isinstance(operation, pydyf.Dictionary):
            mcid, last = operation.get("MCID"), None
        elif not isinstance(operation, bytes):
            continue
        elif operation.endswith(b" Tf"):
            font = fonts.get(operation[1:].split(b" ", 1)[0].decode("ascii"))
        elif operation.endswith(b"] TJ"):
            operations[index], last = operation.replace(b">0<", b""), index
        elif operation == b"EMC" and last is not None:
            if mcid in wanted and (blank := _blank(font)) is not None:
                operations[last] = operations[last].removesuffix(b"] TJ") + f"<{blank:04x}>] TJ".encode("ascii")
            mcid = last = None


def _blank(font: Any) -> int | None:
    """The font's own code for a blank, if the document uses it anywhere."""
    return next((code for code, text in font.to_unicode.items() if text == " "), None) if font else None
