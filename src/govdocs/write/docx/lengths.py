"""Millimetres and points in the units that Word counts in."""

TWIPS_PER_POINT = 20
EMUS_PER_TWIP = 635

SINGLE_LINE = 1.15
"""The height of a line of Arial set solid, in type sizes: what Word calls single spacing."""


def twips(millimetres: float) -> int:
    """Twentieths of a point: indents, widths, margins."""
    return round(millimetres * 1440 / 25.4)


def point_twips(points: float) -> int:
    """Twentieths of a point, from points: spacing between paragraphs."""
    return round(points * TWIPS_PER_POINT)


def in_points(twentieths: float) -> float:
    """Points, from twentieths of a point."""
    return twentieths / TWIPS_PER_POINT


def half_points(points: float) -> int:
    """Type sizes."""
    return round(points * 2)


def eighth_points(points: float) -> int:
    """Thickness of rules; Word draws none thinner than a quarter of a point."""
    return min(96, max(2, round(points * 8)))


def line_units(height: float) -> int:
    """The ``w:line`` of a line height given in type sizes, as in CSS."""
    return round(240 * height / SINGLE_LINE)


def colour(value: str) -> str:
    """``#RRGGBB`` as Word writes it."""
    return value.lstrip("#").upper()
