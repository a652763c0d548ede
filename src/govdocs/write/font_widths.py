"""How wide words are in the text font, so that no table column is narrower than its longest word."""

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from fontTools.ttLib import TTFont

from govdocs.compose.blocks import Abbreviation, Inline, LineBreak, Strong, Symbol, Text, plain

_PIECES = re.compile(r"\s+|[^\s\-–—]+[\-–—]*|[\-–—]+")  # a line may break after these dashes
_BREAK = "\n"
_UNKNOWN_SHARE = 1.0  # of the type size, for a character that another font must supply


def text_width(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width of ``text`` on one line, in points, without kerning (so a little too wide rather than too narrow)."""
    advances = _advances("Bold" if bold else "Regular")
    return size_pt * sum(advances.get(ord(character), _UNKNOWN_SHARE) for character in text)


def shorten(text: str, width_pt: float, size_pt: float) -> str:
    """``text`` where it fits on one line, else its first words with an ellipsis after them."""
    if text_width(text, size_pt) <= width_pt:
        return text
    words = text.split()
    while len(words) > 1 and text_width(f"{' '.join(words)}…", size_pt) > width_pt:
        words.pop()
    return f"{' '.join(words).rstrip('.,;:–-·( ')}…"


def widest_word(inlines: tuple[Inline, ...], size_pt: float, *, bold: bool = False) -> float:
    """The width in points of the widest piece of ``inlines`` that no line break can divide."""
    widest = current = 0.0
    for piece, heavy in _pieces(inlines, bold=bold):
        if piece.isspace():
            current = 0.0
            continue
        current += text_width(piece, size_pt, bold=heavy)
        widest = max(widest, current)
        if piece[-1] in "-–—":
            current = 0.0
    return widest


def widest_line(inlines: tuple[Inline, ...], size_pt: float, *, bold: bool = False) -> float:
    """The width in points of the longest of the lines that ``inlines`` make where nothing is wrapped."""
    lines, current = [], 0.0
    for piece, heavy in _pieces(inlines, bold=bold):
        if piece == _BREAK:
            lines.append(current)
            current = 0.0
        else:
            current += text_width(piece, size_pt, bold=heavy)
    return max((*lines, current))


def narrowest(inlines: tuple[Inline, ...], size_pt: float, lines: int, *, bold: bool = False) -> float:
    """The least width in points at which ``inlines`` take no more than ``lines`` lines."""
    words = [text_width(word, 1, bold=bold) for word in plain(inlines).split()]
    space = text_width(" ", 1, bold=bold)
    runs = {
        sum(words[at:to]) + space * (to - at - 1) for at in range(len(words)) for to in range(at + 1, len(words) + 1)
    }
    return size_pt * min((width for width in runs if _count_lines(words, space, width) <= lines), default=0.0)


def _count_lines(words: list[float], space: float, width: float) -> int:
    lines, taken = 1, -space
    for word in words:
        if word > width:
            return len(words) + 1
        if taken + space + word > width:
            lines, taken = lines + 1, -space
        taken += space + word
    return lines


def _pieces(inlines: tuple[Inline, ...], *, bold: bool) -> Iterable[tuple[str, bool]]:
    for inline in inlines:
        match inline:
            case Text(text) | Abbreviation(text, _):
                yield from ((piece, bold) for piece in _PIECES.findall(text))
            case Symbol(character, _):
                yield character, bold
            case LineBreak():
                yield _BREAK, bold
            case Strong(children):
                yield from _pieces(children, bold=True)
            case _:
                yield from _pieces(inline.children, bold=bold)


@cache
def _advances(style: str) -> dict[int, float]:
    """The advance of each character as a share of the type size."""
    path = Path(str(resources.files("govdocs.write") / "fonts" / f"LiberationSans-{style}.ttf"))
    with TTFont(path, lazy=True) as font:
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
