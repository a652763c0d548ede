"""What a reader would see is wrong with a page: words in its margins, and words printed over each other."""

from collections.abc import Iterator

from govdocs.write.theme import Theme
from support.pdf_layout import LaidPage, Word

MM = 72 / 25.4


def outside(theme: Theme, laid: LaidPage) -> Iterator[Word]:
    """The words of a page that reach over its margins or out of the strips of header and footer."""
    sheet = theme.page
    margin = (sheet.landscape_margin_mm if laid.width > laid.height else sheet.margin_mm) * MM
    for word in laid.words:
        beside = word.left < margin - 0.5 or word.right > laid.width - margin + 0.5
        above = word.top < sheet.header_mm * MM - 0.5
        # A long label takes a second line in the footer, towards the paper's edge.
        below = word.bottom > laid.height - (sheet.footer_mm / 2) * MM
        if beside or above or below:
            yield word


def overlaps(laid: LaidPage) -> Iterator[tuple[str, str]]:
    """Words that are printed over each other."""
    words = sorted(laid.words, key=lambda word: word.left)
    for at, word in enumerate(words):
        for other in words[at + 1 :]:
            if other.left > word.right - 0.5:
                break
            # Boxes hold the room over and under a line too, so those of two lines may touch.
            if min(word.bottom, other.bottom) - max(word.top, other.top) > 0.4 * (word.bottom - word.top):
                yield word.text, other.text
