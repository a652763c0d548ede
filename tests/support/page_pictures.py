"""Pages as pictures: where there is ink at all, whatever put it there."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

DOTS_AN_INCH = 40
_HEAD = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s")
_PAPER = 250
"""From this brightness on a dot counts as paper; drawing smooths edges."""


@dataclass(frozen=True)
class PagePicture:
    """A page drawn in grey, a byte a dot, ``width`` of them a row from the top."""

    width: int
    height: int
    dots: bytes

    def ink(self) -> tuple[float, float, float, float] | None:
        """How far from the left, top, right and bottom edge the nearest ink is, in millimetres; None on a bare page."""
        rows = [self.dots[at : at + self.width] for at in range(0, len(self.dots), self.width)]
        inked = [at for at, row in enumerate(rows) if min(row) < _PAPER]
        if not inked:
            return None
        left = min(next(at for at, dot in enumerate(rows[row]) if dot < _PAPER) for row in inked)
        right = min(next(at for at, dot in enumerate(reversed(rows[row])) if dot < _PAPER) for row in inked)
        scale = 25.4 / DOTS_AN_INCH
        return left * scale, inked[0] * scale, right * scale, (self.height - 1 - inked[-1]) * scale


def draw_pages(data: bytes, folder: Path) -> list[PagePicture]:
    """All pages of a PDF as poppler draws them; ``folder`` is for its files."""
    source = folder / "drawn.pdf"
    source.write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DOTS_AN_INCH), str(source), str(folder / "drawn")],
        check=True,
        capture_output=True,
    )
    pictures = []
    for path in sorted(folder.glob("drawn-*.pgm")):
        content = path.read_bytes()
        head = _HEAD.match(content)
        assert head is not None
        pictures.append(PagePicture(int(head[1]), int(head[2]), content[head.end() :]))
        path.unlink()
    return pictures
