"""The paragraphs of a composed document as plain words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.compose.blocks import Inline, Link, ListItem, Paragraph, Piece, plain
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a composed document, the words of its links blanked, and its own number."""

    text: str
    number: str
    place: Place


def read_passages(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """The paragraphs among the pieces of a document."""
    number = ""
    for block in pieces:
        if isinstance(block, ListItem):
            number = block.number.text.strip(" .()") if block.number else ""
        elif isinstance(block, Paragraph):
            own = block.number.text.strip(" .()") if block.number else number
            yield Passage(without_links(block.content), own, block.place)
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
