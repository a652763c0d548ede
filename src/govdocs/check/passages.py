"""The paragraphs of a composed document as plain words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.compose.blocks import Inline, Link, ListItem, Paragraph, Piece, Text, plain
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a composed document, and where it stands among the pieces of the document.

    ``text`` is its words, those of its links blanked, ``plain`` with those of its links; ``number`` is its own.
    """

    text: str
    plain: str
    number: str
    place: Place
    position: int


def read_passages(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """The paragraphs among the pieces of a document."""
    number = ""
    for position, block in enumerate(pieces):
        if isinstance(block, ListItem):
            number = block.number.text.strip(" .()") if block.number else ""
        elif isinstance(block, Paragraph):
            own = block.number.text.strip(" .()") if block.number else number
            words = plain(block.content)
            is_bare = all(isinstance(one, Text) for one in block.content)
            text = words if is_bare else without_links(block.content)
            yield Passage(text, words, own, block.place, position)
            number = ""


def without_links(content: tuple[Inline, ...]) -> str:
    """The words, with blanks for those of links."""
    return "".join(_words(one) for one in content)


def _words(inline: Inline) -> str:
    if isinstance(inline, Link):
        return " " * len(plain(inline.children))
    inner: tuple[Inline, ...] | None = getattr(inline, "children", None)
    if inner is not None:
        return without_links(inner)
    return str(getattr(inline, "text", getattr(inline, "character", " ")))
