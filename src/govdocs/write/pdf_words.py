"""Blanks at the ends of lines.

The engine drops the blank at which it divides a line, so that a program that reads the text in order would find two
words grown together. A tagged PDF has to hold that blank (ISO 32000-1, 14.8.2.5).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from govdocs.write.pdf_engine import pydyf

_PARAGRAPHS = frozenset({"p", "li", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6"})
_HOLDERS = frozenset({"p", "ul", "ol"})  # what may stand in a cell or an item instead of words


@dataclass(slots=True)
class _Source:
    """The words of a paragraph as they were written, without blanks, and the positions that had one before them."""

    words: str
    blanks: frozenset[int]
    at: int = 0
    last: tuple[tuple[int, int], str] | None = None  # page, number and text of the piece that ended without a blank


@dataclass(slots=True)
class WordBreaks:
    """Follows the pieces of text of each paragraph; ``dropped`` are those whose last blank is missing."""

    sources: dict[Any, _Source] = field(default_factory=dict)
    dropped: dict[tuple[int, int], str] = field(default_factory=dict)
    placed: int = 0  # letters that stand on a page

    def follow(self, element: Any, text: str, page: int, mcid: int) -> None:
        """Note that ``text`` of the paragraph ``element`` is the piece ``mcid`` of ``page``."""
        source = self.sources.get(element) or self.sources.setdefault(element, _build_source(element))
        words = "".join(text.split())
        if not words:
            return  # the engine shows no piece that is a blank alone
        self.placed += len(words)
        if not source.words.startswith(words, source.at):
            return  # nothing of the paragraph is lost; only a blank may stay away
        if source.last and source.at in source.blanks and not text[:1].isspace():
            piece, words_before = source.last
            self.dropped[piece] = words_before
        source.at += len(words)
        source.last = None if text[-1:].isspace() else ((page, mcid), text)

    def lost(self, main: Any) -> str:
        """The beginning of what stands in ``main`` and on no page; nothing can be lost where all letters are there."""
        if self.placed >= len("".join("".join(_texts(main)).split())):
            return ""
        for element in main.iter():
            if element.tag not in _PARAGRAPHS:
                continue
            words = "".join(_texts(element)).split()
            source = self.sources.get(element)
            whole = source is not None and source.at == len(source.words)
            if words and not whole and not any(child.tag in _HOLDERS for child in element):
                return " ".join(words)[:60]
        return "…"


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


def write_blanks(streams: list[Any], dropped: Mapping[tuple[int, int], str]) -> None:
    """Show a blank after each of the pieces ``dropped``; nothing moves by it.

    Where no font of the document has a blank, because it holds no other, the piece says in place of its letters what
    is to be read.
    """
    for page, stream in enumerate(streams):
        wanted = {mcid: words for (where, mcid), words in dropped.items() if where == page}
        stream.stream[:] = _tidy(stream.stream, wanted, _blanks(stream))


def _blanks(stream: Any) -> dict[bytes, bytes]:
    """How each font of the document shows a blank; those that do not are left out."""
    blanks = {}
    for font in stream._fonts.values():  # noqa: SLF001 - shown nowhere else
        code = next((code for code, text in font.to_unicode.items() if text == " "), None)
        if code is not None:
            name = b"/" + font.hash.encode("ascii")
            blanks[name] = b"[<%04x>] TJ" % code
    return blanks


def _tidy(operations: list[Any], wanted: Mapping[int, str], blanks: dict[bytes, bytes]) -> list[Any]:
    """A page's operations with the blanks, and without the shifts by nothing that the engine puts between letters."""
    tidied: list[Any] = []
    mcid, font, size = None, b"", b""
    for operation in operations:
        shown = operation
        if isinstance(operation, pydyf.Dictionary):
            mcid = operation.get("MCID")
            if mcid in wanted and not blanks:
                operation["ActualText"] = pydyf.String(f"{wanted[mcid]} ")
        elif isinstance(operation, bytes):
            if operation.endswith(b" Tf"):
                font, size = operation.removesuffix(b" Tf").split(b" ", 1)
            elif operation.endswith(b"] TJ"):
                shown = operation.replace(b">0<", b"")
            elif operation == b"ET" and mcid in wanted:
                tidied += _show_blank(blanks, font, size)
        tidied.append(shown)
    return tidied


def _show_blank(blanks: dict[bytes, bytes], font: bytes, size: bytes) -> list[bytes]:
    if font in blanks:
        return [blanks[font]]
    for other, blank in blanks.items():  # the symbols have no blank: borrow that of any other font
        return [other + b" " + size + b" Tf", blank]
    return []
