"""Markdown bodies cut at their headings, their record blocks typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.diagnostics import Diagnostic
from govdocs.model import problems
from govdocs.model.actions import ActionBlock
from govdocs.model.book_index import IndexBlock
from govdocs.model.building import build_block, listed, shown
from govdocs.model.charts import ChartBlock
from govdocs.model.decisions import DecisionBlock, ElectionBlock
from govdocs.model.glossaries import GlossaryBlock
from govdocs.model.minutes import (
    AdjournmentBlock,
    AmendmentBlock,
    AnswerBlock,
    ClosedBlock,
    DeclarationBlock,
    ItemBlock,
    MovementBlock,
    QuestionBlock,
    RestrictedBlock,
)
from govdocs.model.outlines import SectionBlock
from govdocs.model.papers import ContentsBlock, IncludeBlock, PictureBlock, RecommendationsBlock
from govdocs.model.record import Block
from govdocs.model.registers import InterestsBlock
from govdocs.model.risks import RisksBlock
from govdocs.model.scalars import suggest_slug
from govdocs.model.tables import RowMark, TableBlock
from govdocs.model.terms_of_reference import MembersBlock, RuleBlock
from govdocs.model.translations import spoken
from govdocs.places import Place
from govdocs.read.nodes import Prose, RecordBlock

EVERYWHERE: tuple[type[Block], ...] = (TableBlock, PictureBlock, RestrictedBlock)
IN_PAPERS: tuple[type[Block], ...] = (
    *EVERYWHERE,
    ChartBlock,
    ContentsBlock,
    InterestsBlock,
    RisksBlock,
    RecommendationsBlock,
    IncludeBlock,
    GlossaryBlock,
    IndexBlock,
    SectionBlock,
    MembersBlock,
)
IN_TERMS: tuple[type[Block], ...] = (*EVERYWHERE, MembersBlock, RuleBlock)
IN_MINUTES: tuple[type[Block], ...] = (
    *EVERYWHERE,
    ActionBlock,
    AdjournmentBlock,
    AmendmentBlock,
    AnswerBlock,
    ClosedBlock,
    DecisionBlock,
    DeclarationBlock,
    ElectionBlock,
    ItemBlock,
    MovementBlock,
    QuestionBlock,
)
ALL_BLOCKS = tuple(dict.fromkeys((*IN_PAPERS, *IN_TERMS, *IN_MINUTES)))

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*?)(?:[ \t]+#+)?[ \t]*$")
_ID = re.compile(r"(?P<words>.*?)[ \t]*\{#(?P<id>[^}]*)\}$")
_PLAIN_FENCE = re.compile(r"[ \t]{0,3}(?P<marks>`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of the levels that were asked for.

    ``level`` is 0 for what stands before the first one. ``id`` is empty where none was typed.
    """

    level: int
    words: str
    id: str
    content: tuple[Prose | Block, ...]
    place: Place

    @property
    def name(self) -> str:
        """The id, or the words as an id."""
        return self.id or suggest_slug(self.words)


def type_blocks(
    body: Iterable[Prose | RecordBlock], allowed: tuple[type[Block], ...], document: str, language: str = ""
) -> tuple[tuple[Prose | Block, ...], tuple[Diagnostic, ...]]:
    """The body with each record block typed; a block that is wrong, or has no place in ``document``, is left out.

    In a rendition in ``language`` what was taken over and is translated there is in that language.
    """
    content: list[Prose | Block] = []
    findings: list[Diagnostic] = []
    kinds = {kind.fence_word: kind for kind in allowed}
    for part in body:
        if isinstance(part, Prose):
            content.append(part)
            continue
        kind = kinds.get(part.kind)
        if kind is None:
            findings.append(_misplaced(part, document, kinds))
            continue
        block, found = build_block(kind, part)
        findings += found
        if block is not None:
            content.append(spoken(block, language) if language else block)
            findings += _incomplete(block)
    return tuple(content), tuple(findings)


def _incomplete(block: Block) -> Iterator[Diagnostic]:
    """What a block lacks, and rows of its table that do not fit its columns."""
    if block.lacks:
        message = f"the block `{block.fence_word}` has no words; expected {block.lacks}"
        hint = "type a line `---` in the block, and the words below it"
        yield Diagnostic(problems.EMPTY_BLOCK, message, block.fence, hint, length=len(block.fence_word) + 3)
    elif isinstance(block, TableBlock) and (said := _rows_closed_for_no_reason(block)):
        yield said
    elif isinstance(block, TableBlock | MembersBlock):
        for row in block.rows:
            if row.mark is not RowMark.BAND and len(row.cells) != len(block.columns):
                count, wanted = len(row.cells), len(block.columns)
                message = f"the row has {_cells(count)}; expected {wanted}, one for each column"
                hint = "add or take out a bar `|`; write `\\|` for a bar inside a cell"
                yield Diagnostic(problems.TABLE_SHAPE, message, row.place, hint)


def _rows_closed_for_no_reason(block: TableBlock) -> Diagnostic | None:
    """Rows that are marked as closed without a ground, or a ground without such a row."""
    closed = next((row for row in block.rows if row.closed), None)
    if closed is not None and block.restricted is None:
        message = "the row begins with `|!`, and the table does not say why it is closed; expected `restricted`"
        return Diagnostic(problems.EMPTY_BLOCK, message, closed.place, "add `restricted: {ground: …}` to the table")
    if closed is None and block.restricted is not None and block.data is None:
        message = "no row of this table is closed; expected one that begins with `|!`"
        hint = "begin the rows that are closed with `|!`, or take `restricted` out"
        return Diagnostic(problems.EMPTY_BLOCK, message, block.place("restricted"), hint)
    return None


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


def _misplaced(block: RecordBlock, document: str, kinds: Iterable[str]) -> Diagnostic:
    message = f"a block `{shown(block.kind)}` in {document}; expected one of {listed(sorted(kinds))}"
    hint = "move it to the document that it belongs to, or choose another kind of block"
    return Diagnostic(problems.UNKNOWN_BLOCK, message, block.place, hint, length=len(block.kind) + 3)


def headings_in(prose: Prose, levels: tuple[int, ...]) -> tuple[str, ...]:
    """The ids of the headings of those levels in a run of prose; where none was typed, the words as an id."""
    found = (_words_and_id(heading["words"]) for _, heading in _headings(prose.text.split("\n"), levels))
    return tuple(name or suggest_slug(words) for words, name in found)


def cut_at_headings(content: Iterable[Prose | Block], levels: tuple[int, ...]) -> tuple[Section, ...]:
    """The content as sections; the first one, of level 0, is what stands before the first heading."""
    cutter = _Cutter(levels)
    for part in content:
        if isinstance(part, Prose):
            cutter.prose(part)
        else:
            cutter.content.append(part)
    cutter.close()
    return tuple(cutter.sections)


class _Cutter:
    def __init__(self, levels: tuple[int, ...]) -> None:
        self._levels = levels
        self._head = (0, "", "", Place(""))
        self.content: list[Prose | Block] = []
        self.sections: list[Section] = []

    def close(self) -> None:
        """End the section that is open."""
        level, words, name, place = self._head
        self.sections.append(Section(level, words, name, tuple(self.content), place))
        self.content = []

    def prose(self, prose: Prose) -> None:
        """Cut a run of prose at the headings in it."""
        lines = prose.text.split("\n")
        start = 0
        for number, heading in _headings(lines, self._levels):
            self._keep(lines, start, number, prose.place)
            self.close()
            words, name = _words_and_id(heading["words"])
            self._head = (len(heading["marks"]), words, name, prose.place.down(number) if number else prose.place)
            start = number + 1
        self._keep(lines, start, len(lines), prose.place)

    def _keep(self, lines: list[str], start: int, end: int, place: Place) -> None:
        while start < end and not lines[start].strip():
            start += 1
        while end > start and not lines[end - 1].strip():
            end -= 1
        if start < end:
            self.content.append(Prose("\n".join(lines[start:end]), place.down(start) if start else place))


def _headings(lines: list[str], levels: tuple[int, ...]) -> Iterator[tuple[int, re.Match[str]]]:
    """The number of each line that is a heading of one of the levels; plain code is passed over."""
    fence = ""
    for number, line in enumerate(lines):
        if marks := _PLAIN_FENCE.match(line):
            if not fence:
                fence = marks["marks"]
            elif marks["marks"].startswith(fence):
                fence = ""
        elif not fence and (heading := _HEADING.match(line)) and len(heading["marks"]) in levels:
            yield number, heading


def _words_and_id(words: str) -> tuple[str, str]:
    if found := _ID.fullmatch(words):
        return found["words"], found["id"].strip()
    return words, ""
