"""Where the words of a finished PDF stand."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class LaidPage:
    """A page's size and its words."""

    width: float
    height: float
    words: tuple[Word, ...]

    def lines(self, above: float = 0.0, below: float = 0.0) -> list[str]:
        """The words by line from the top down, without those in the page's first and last points."""
        rows: dict[int, list[Word]] = {}
        for word in self.words:
            if word.top >= above and word.bottom <= self.height - below:
                key = next((each for each in rows if abs(each - word.bottom) < 4), round(word.bottom))
                rows.setdefault(key, []).append(word)
        return [" ".join(word.text for word in sorted(rows[key], key=lambda each: each.left)) for key in sorted(rows)]


def lay_out(data: bytes, folder: Path) -> list[LaidPage]:
    """The pages of a PDF, as poppler sees them; ``folder`` is for its files."""
    path = folder / "laid.pdf"
    path.write_bytes(data)
    found = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return [
        LaidPage(
            float(width),
            float(height),
            tuple(
                Word(float(word[0]), float(word[1]), float(word[2]), float(word[3]), unescape(word[4]))
                for word in _WORD.findall(body)
            ),
        )
        for width, height, body in _PAGE.findall(found)
    ]
