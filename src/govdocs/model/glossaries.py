"""Where a paper prints the glossary."""

from typing import ClassVar, Literal

from govdocs.model.record import Block
from govdocs.model.scalars import Slug


class GlossaryBlock(Block):
    """A `glossary` block: prints abbreviations and terms of `records/glossary.yaml` and what they stand for."""

    called: ClassVar[str] = "a glossary"
    fence_word: ClassVar[str] = "glossary"

    show: Literal["used", "all"] = "used"
    """Only what the paper uses, or all that the body's papers use."""
    caption: str = ""
    """Words above it."""
    id: Slug | None = None
    """Its id, for links."""
