"""The index at the end of a long paper: its terms, and where they are printed."""

from typing import Annotated, ClassVar

from govdocs.model.record import Block, Record
from govdocs.model.scalars import NothingToo, Slug, suggest_slug
from govdocs.model.values import Nothing


class IndexTerm(Record):
    """A term of the index."""

    called: ClassVar[str] = "a term of the index"
    short_form: ClassVar[str] = "term"

    term: str
    """As printed."""
    id: Slug | None = None
    """Its id, for marks in the text; without it, the term in small letters with hyphens, after the one it is under."""
    words: Annotated[tuple[str, ...] | Nothing, NothingToo(Nothing.NONE)] | None = None
    """The words that are looked for in the text, where they are others than the term; `none` looks for nothing, so
    that only marks count. Capitals matter in abbreviations only."""
    under: str = ""
    """The term under which it stands."""
    see: tuple[str, ...] = ()
    """The terms that are seen instead: it has no places of its own."""
    see_also: tuple[str, ...] = ()
    """Further terms."""
    sort: str = ""
    """The words by which it is put in order, where they are not the term."""

    @property
    def name(self) -> str:
        """Its id, or the words that make one."""
        return self.id or suggest_slug(f"{self.under} {self.term}")

    @property
    def looked_for(self) -> tuple[str, ...]:
        """The words that are looked for in the text."""
        if self.words is None:
            return () if self.see else (self.term,)
        return () if isinstance(self.words, Nothing) else self.words


class IndexBlock(Block):
    """An `index` block: prints the paper's index, with pages in PDF and Word, with links on a web page."""

    called: ClassVar[str] = "an index"
    fence_word: ClassVar[str] = "index"
