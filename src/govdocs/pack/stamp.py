"""The pack's own page number on every page, beside the paper's."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Stream

from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic
from govdocs.pack.label_font import LabelFont, cut_font, embed_font
from govdocs.pack.objects import box, measure, members, whole_number
from govdocs.pack.problems import UNPRINTABLE_LABEL
from govdocs.write.theme import Theme

_POINTS_PER_MM = 72 / 25.4
_LINE_HEIGHT = 1.25
"""That of the footer, as a share of its type size: the two numbers stand on one line."""
_LEAST_SIZE = 6.0
"""The smallest legible type, in points: a longer label is set smaller down to this, and refused below."""


_START = """
Q
/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC
q
{matrix} cm
BT
{name} {size:.3f} Tf
{colour} rg
{x:.3f} {y:.3f} Td
"""
_END = b" Tj\nET\nQ\nEMC\n"


@dataclass(frozen=True, slots=True)
class _View:
    """A page as the reader sees it: size in points, and the matrix from there to the page's own coordinates."""

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float]

    def operand(self) -> str:
        """The matrix as a content stream has it."""
        return " ".join(f"{value:g}" for value in self.matrix)


def stamp_pages(target: pikepdf.Pdf, pack: Pack, theme: Theme) -> tuple[Diagnostic, ...]:
    """Print the pack's page label on every page of ``target``, at the right end of the footer.

    The label is an artifact: a screen reader announces the page by itself. Where it cannot be printed, nothing is
    stamped and the finding says why.
    """
    pages: list[pikepdf.Object] = [page.obj for page in target.pages]
    labels = [print_label(pack.page_label, number, len(pages)) for number in range(1, len(pages) + 1)]
    font = cut_font("".join(labels))
    longest = max(labels, key=lambda label: font.width(label, 1) if not font.missing(label) else 0)
    free = theme.page.pack_number_mm * _POINTS_PER_MM
    found = _check(pack, font, "".join(labels), longest, free)
    if found:
        return (found,)
    size = min(theme.type.furniture_pt, free / font.width(longest, 1))
    _stamp(target, pages, labels, font, size, theme)
    return ()


def stamp_supplied(target: pikepdf.Pdf, pages: list[pikepdf.Object], labels: list[str], theme: Theme) -> None:
    """Print a label at the left end of the footer of each of ``pages``, which have no footer of ours.

    A label that is too long is cut short, or left out on a page as narrow as a stamp; so are characters that the font
    lacks.
    """
    font = cut_font("".join(labels) + "…")
    size = theme.type.furniture_pt
    fitting = []
    for page, label in zip(pages, labels, strict=True):
        view = _view(page)
        free = view.width - 2 * _margin(view, theme) - (theme.page.pack_number_mm + 3) * _POINTS_PER_MM
        words = "".join(character for character in label if character in font.glyphs)
        while words and font.width(words, size) > free:
            words = words[:-2].rstrip() + "…" if words != "…" else ""
        fitting.append(words)
    _stamp(target, pages, fitting, font, size, theme, left=True)


def _stamp(
    target: pikepdf.Pdf,
    pages: list[pikepdf.Object],
    labels: list[str],
    font: LabelFont,
    size: float,
    theme: Theme,
    *,
    left: bool = False,
) -> None:
    y = theme.page.footer_mm * _POINTS_PER_MM + _rise(theme, font)
    colour = " ".join(f"{int(theme.colours.muted[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
    before = target.make_indirect(Stream(target, b"q\n"))
    embedded = embed_font(target, font)
    for page, label in zip(pages, labels, strict=True):
        name = _add_font(page, embedded)
        view = _view(page)
        margin = _margin(view, theme)
        x = margin if left else view.width - margin - font.width(label, size)
        start = _START.format(matrix=view.operand(), name=name, size=size, colour=colour, x=x, y=y).encode()
        content = start + font.encode(label) + _END
        stamp = target.make_indirect(Stream(target, content))
        own = [part for part in members(page.get("/Contents")) if isinstance(part, Stream)]
        page.Contents = Array([before, *own, stamp])


def print_label(pattern: str, number: int, total: int) -> str:
    """The label of one page: ``pack page {n} of {total}``."""
    return pattern.replace("{n}", str(number)).replace("{total}", str(total))


def _check(pack: Pack, font: LabelFont, characters: str, longest: str, free: float) -> Diagnostic | None:
    missing = font.missing(characters)
    if missing:
        message = f"the page label `{pack.page_label}` has `{missing}`, which the font lacks; expected common letters"
        return Diagnostic(UNPRINTABLE_LABEL, message, pack.place, "choose other words for `page_label`")
    if not longest.strip():
        message = "the pack's page label is empty; expected words with `{n}` for the number"
        return Diagnostic(UNPRINTABLE_LABEL, message, pack.place, "write `pack page {n}`")
    if font.width(longest, _LEAST_SIZE) > free:
        fits = round(free / _POINTS_PER_MM)
        message = f"the page label `{longest}` is too long; expected one that fits {fits} mm at {_LEAST_SIZE:g} points"
        hint = "shorten `page_label`, or widen the theme's `page.pack_number_mm`"
        return Diagnostic(UNPRINTABLE_LABEL, message, pack.place, hint)
    return None


def _add_font(page: pikepdf.Object, font: pikepdf.Object) -> str:
    """Put the font among the page's resources; the result is its name there."""
    if not isinstance(page.get("/Resources"), Dictionary):
        page.Resources = Dictionary()
    if not isinstance(page.Resources.get("/Font"), Dictionary):
        page.Resources.Font = Dictionary()
    fonts = page.Resources.Font
    number = 0
    while (name := f"/PackLabel{number or ''}") in fonts:
        taken = fonts[name]
        if isinstance(taken, Dictionary) and taken.objgen == font.objgen:
            return name
        number += 1
    fonts[name] = font
    return name


def _view(page: pikepdf.Object) -> _View:
    left, bottom, right, top = box(page)
    unit = max(measure(page.get("/UserUnit"), 1), 1)
    across, up, scale = (right - left) * unit, (top - bottom) * unit, 1 / unit
    match whole_number(page.get("/Rotate"), 0) % 360:
        case 90:
            return _View(up, across, (0, scale, -scale, 0, right, bottom))
        case 180:
            return _View(across, up, (-scale, 0, 0, -scale, right, top))
        case 270:
            return _View(up, across, (0, -scale, scale, 0, left, top))
        case _:
            return _View(across, up, (scale, 0, 0, scale, left, bottom))


def _margin(view: _View, theme: Theme) -> float:
    landscape = view.width > view.height
    return (theme.page.landscape_margin_mm if landscape else theme.page.margin_mm) * _POINTS_PER_MM


def _rise(theme: Theme, font: LabelFont) -> float:
    """How far the words' baseline stands above the footer's place, which its hairline pushes down a little."""
    ascent, descent = (int(str(font.descriptor[key])) / 1000 for key in ("Ascent", "Descent"))
    leading = _LINE_HEIGHT - (ascent - descent)
    return theme.type.furniture_pt * (leading / 2 - descent) - theme.tables.hairline_pt
