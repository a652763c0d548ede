"""The word behind every page of a draft, drawn as outlines: it is no text, so nobody's screen reader says it."""

from functools import cache
from importlib import resources
from math import cos, radians, sin
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from govdocs.write.theme import Theme

_PAGE = (595.0, 842.0)  # an upright A4 page in points; the engine scales the picture to the page's width


def write_watermark(word: str, theme: Theme) -> str:
    """An SVG picture of a page with ``word`` across its middle."""
    tokens = theme.watermark
    path, width, height = _outline(word)
    scale = min(tokens.size_pt, _PAGE[0] * 1.05 / max(width, 0.1))
    turn = radians(tokens.angle)
    middle = (width * scale / 2, height * scale / 2)
    left = _PAGE[0] / 2 - middle[0] * cos(turn) - middle[1] * sin(turn)
    top = _PAGE[1] / 2 + middle[0] * sin(turn) - middle[1] * cos(turn)
    place = f"translate({left:.2f} {top:.2f}) rotate({-tokens.angle:g}) scale({scale:.3f})"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_PAGE[0]:g} {_PAGE[1]:g}" '
        f'width="{_PAGE[0]:g}pt" height="{_PAGE[1]:g}pt">'
        f'<path transform="{place}" fill="{tokens.colour}" d="{path}"/></svg>'
    )


@cache
def _outline(word: str) -> tuple[str, float, float]:
    """The outline of ``word`` in bold at size 1, its upper left corner at the origin, with its width and height."""
    with TTFont(Path(str(resources.files("govdocs.write") / "fonts" / "LiberationSans-Bold.ttf"))) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        unit, height = 1 / font["head"].unitsPerEm, font["OS/2"].sCapHeight / font["head"].unitsPerEm
        pen, along = SVGPathPen(glyphs, ntos=lambda number: f"{number:.4f}"), 0.0
        for character in word:
            glyph = glyphs[names.get(ord(character), ".notdef")]
            glyph.draw(TransformPen(pen, (unit, 0, 0, -unit, along, height)))
            along += glyph.width * unit
        return pen.getCommands(), along, height
