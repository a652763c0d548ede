"""What comes together while a document's blocks are written, and where a block stands."""

import math
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from govdocs.compose.blocks import Block
from govdocs.diagnostics import Diagnostic, Problem
from govdocs.places import Place
from govdocs.write.docx.looks import bullet_levels
from govdocs.write.docx.numbering import Numbering
from govdocs.write.theme import Theme

LONGEST_BOOKMARK = 40
"""Word cuts longer names, and the links to them lead nowhere."""

_PLAIN_ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,39}")
_NOT_IN_BOOKMARK = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where blocks stand: the room that they have and the styles that they take there.

    ``width`` is in twips; ``bullets`` holds a style for each depth of list and ``depth`` is that of the list at hand;
    ``indent`` is how far in it stands, beyond the ``inset`` that the styles bring; ``character`` is a run style for
    all text, as in a status cell; ``list_gap`` is the space after a list. ``bar`` begins the names of the styles of
    notes, movements and prompts that stand beside a bar.
    """

    width: int
    text: str = "BodyText"
    numbered: str = "NumberedParagraph"
    bullets: tuple[str, ...] = ("ListBullet", "ListBullet2", "ListBullet3")
    item: str = "ListNumber"
    plain: str = "List"
    lead_in: str = "LeadIn"
    centred: str = "Centred"
    character: str = ""
    bar: str = ""
    indent: int = 0
    inset: int = 0
    depth: int = 0
    list_gap: int = 0
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from the main part to something else: ``kind`` is the last part of the relationship type's address."""

    ident: str
    kind: str
    target: str
    external: bool


Flow = Callable[["Manuscript", tuple[Block, ...], Setting], list[str]]
"""The writer of a run of blocks; cells and boxes call it for what is in them."""


@dataclass(slots=True)
class Manuscript:
    """One file while it is written: a document, or all of a pack.

    ``dashboard_pt`` is the type size of its dashboards: of the one that has least room. ``pages`` holds the page
    of each heading in the PDF. ``scope`` is the name of the document at hand in a file of many (empty in a file of
    one), whose documents are in ``bound``, and ``language`` is that document's where the file's is another.
    ``index_paths`` are the words of each line of the document's index.
    ``pending_*`` wait for the next paragraph: a page break, anchors to set, space to keep after a table.
    ``at_top`` says that the next paragraph is the first of its page, where nothing keeps a distance from above.
    """

    theme: Theme
    flow: Flow
    numbering: Numbering
    number_column: int
    relations: list[Relation] = field(default_factory=list)
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    bookmarks: dict[str, Place] = field(default_factory=dict)
    asked_for: dict[str, tuple[str, Place]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    pictures: int = 0
    pages: Mapping[str, int] = field(default_factory=dict)
    scope: str = ""
    bound: frozenset[str] = frozenset()
    language: str = ""
    index_paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dashboard_pt: float = math.inf
    pending_break: bool = False
    pending_anchors: list[tuple[str, Place]] = field(default_factory=list)
    pending_gap: int = 0
    at_top: bool = False

    def blocks(self, blocks: tuple[Block, ...], setting: Setting) -> list[str]:
        """Blocks as XML, one string for each paragraph or table."""
        return self.flow(self, blocks, setting)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id under which the main part refers to ``target``; the same one for the same target."""
        for relation in self.relations:
            if (relation.kind, relation.target) == (kind, target):
                return relation.ident
        ident = f"rId{len(self.relations) + 1}"
        self.relations.append(Relation(ident, kind, target, external))
        return ident

    def begin_document(self, name: str, language: str) -> None:
        """Begin the next document of a file of many: its names and numbers are its own."""
        self.scope = self.numbering.scope = name
        self.language = language

    def bookmark(self, anchor: str, document: str = "") -> str:
        """The bookmark of an anchor of the document at hand, or of another one in the same file."""
        scope = document or self.scope
        return bookmark_name(f"{scope} {anchor}" if scope else anchor)

    def mark(self, anchor: str, place: Place) -> tuple[str, str]:
        """The two ends of a bookmark."""
        name = self.bookmark(anchor)
        self.bookmarks[name] = place
        ident = len(self.bookmarks)
        return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{ident}"/>'

    def report(self, problem: Problem, message: str, place: Place, hint: str) -> None:
        """Keep a finding."""
        self.found.append(Diagnostic(problem, message, place, hint))


def new_manuscript(theme: Theme, flow: Flow, number_column: int) -> Manuscript:
    """An empty manuscript; ``number_column`` is the width in twips of the column in which its numbers hang."""
    return Manuscript(theme, flow, Numbering(bullet_levels(theme), theme.type.body_pt), number_column)


def bookmark_name(anchor: str) -> str:
    """The bookmark's name of an anchor: letters, digits and underscores, 40 at most, the same in every document."""
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return anchor.replace("-", "_")
    tail = f"_{zlib.crc32(anchor.encode('utf-8', 'replace')):08x}"
    stem = _NOT_IN_BOOKMARK.sub("_", anchor).strip("_")
    return f"a_{stem}"[: LONGEST_BOOKMARK - len(tail)] + tail
