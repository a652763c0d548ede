"""What a writer is told besides the document."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from govdocs.write.theme import Theme, built_in_theme


@dataclass(frozen=True, slots=True)
class Source:
    """A record that a document was made from, as its readers may see it: attached to the PDF.

    ``name`` is a file's name without folders; ``description`` says in a few words what it is.
    """

    name: str
    media_type: str
    content: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """Settings of one run.

    ``date`` goes into a file's properties: the commit's, never the clock's, so that the same commit gives the same
    bytes. ``producer`` names the program and its version there. ``suffixes`` of links to other documents follow from
    the writer. ``properties`` are further facts that a file carries about itself, by name: of which body and meeting it
    is, and which version of the records it was made from. ``sources`` are attached to a PDF; other formats leave them.
    """

    theme: Theme = field(default_factory=built_in_theme)
    date: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    producer: str = "govdocs"
    properties: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = ()
