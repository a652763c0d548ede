"""The record blocks that stand in the bodies of papers and terms of reference."""

from dataclasses import dataclass, replace

from govdocs.compose.blocks import Block as Composed
from govdocs.compose.blocks import (
    Box,
    BoxKind,
    Contents,
    Heading,
    Index,
    Paragraph,
    ParagraphKind,
    Picture,
    Text,
)
from govdocs.compose.body_text import BodyStyle, compose_body, compose_prose, counting
from govdocs.compose.charts import compose_chart
from govdocs.compose.data_tables import compose_data_table
from govdocs.compose.desk import Pen
from govdocs.compose.documents.members import MembersTable
from govdocs.compose.documents.recommendations import lead_in_words, recommendations_view
from govdocs.compose.documents.terms_state import describe_state
from govdocs.compose.elements import Wide
from govdocs.compose.glossary import compose_glossary
from govdocs.compose.interests import compose_interests
from govdocs.compose.problems import UNRESOLVED_REFERENCE
from govdocs.compose.risks import compose_risks
from govdocs.compose.tables import TableWords, compose_typed_table
from govdocs.compose.titles import chosen_scheme, closed_until
from govdocs.diagnostics import Diagnostic
from govdocs.model.book_index import IndexBlock
from govdocs.model.charts import ChartBlock
from govdocs.model.data_sets import DataSet
from govdocs.model.glossaries import GlossaryBlock
from govdocs.model.minutes import RestrictedBlock
from govdocs.model.papers import ContentsBlock, IncludeBlock, Paper, PictureBlock, RecommendationsBlock
from govdocs.model.record import Block
from govdocs.model.registers import InterestsBlock
from govdocs.model.risks import RisksBlock
from govdocs.model.tables import TableBlock
from govdocs.model.terms_of_reference import MembersBlock, TermsOfReference
from govdocs.model.values import Nothing


@dataclass(frozen=True, slots=True)
class PartBlocks:
    """Composes record blocks; ``paper`` is the paper that they stand in, if any.

    ``deeper`` is how many levels the headings of the body go down, for documents that are included.
    """

    pen: Pen
    paper: Paper | None = None
    deeper: int = 0

    def compose(self, block: Block) -> tuple[Composed | Wide, ...]:  # noqa: C901 - one case for each kind of block
        """One block; a rule is for machines and is not printed."""
        match block:
            case TableBlock():
                return self._table(block)
            case ChartBlock():
                return self._chart(block)
            case ContentsBlock():
                return (Contents((), block.fence, int(block.levels)),)
            case GlossaryBlock():
                return compose_glossary(self.pen, block, self.paper)
            case IndexBlock():
                return (Index((), block.fence),)
            case RisksBlock() | InterestsBlock():
                return self._register(block)
            case PictureBlock():
                return self._picture(block)
            case RecommendationsBlock():
                return self._recommendations(block)
            case IncludeBlock():
                return self._include(block)
            case MembersBlock():
                return (MembersTable(self.pen, block).compose(),)
            case RestrictedBlock():
                return self._restricted(block)
            case _:
                return ()

    # --- Tables and pictures ---

    def _table(self, block: TableBlock) -> tuple[Composed | Wide, ...]:
        words = TableWords(
            self.pen.desk.wording, self.pen.line, self.pen.desk.word("source"), self.pen.desk.findings.add
        )
        if block.data is None:
            return compose_typed_table(block, replace(words, closed=self.pen.desk.word("closed_row")))
        data = self.paper.data_sets.get(block.data) if self.paper is not None else None
        if data is None:
            return ()
        return (*compose_data_table(block, data, words, self._anchor(block, data)), *self._closed_rows(data))

    def _anchor(self, block: TableBlock, data: DataSet) -> str:
        """A table's id, else the name of its data set; a second table from it adds its view, or its number."""
        tables = [one for _, one in self.paper.blocks(TableBlock) if one.data == data.id] if self.paper else []
        alike = [one for one in tables if not one.id]
        at = next((number for number, one in enumerate(alike) if one.fence == block.fence), 0)
        if block.id or at == 0:
            return block.id or data.id
        views = [one.view for one in alike]
        return f"{data.id}-{block.view if block.view and views.count(block.view) == 1 else at + 1}"

    def _closed_rows(self, data: DataSet) -> tuple[Composed, ...]:
        """Which rows of a data set are not for everybody, for those who may read them."""
        restricted = data.facts.restricted
        there = {cell.text for cell in data.column(data.facts.key)}
        rows = [row for row in restricted.rows if row in there] if restricted is not None else []
        if restricted is None or not rows:
            return ()
        desk, place = self.pen.desk, data.facts.place("restricted")
        words = desk.word("closed_rows", rows=desk.wording.names(rows), ground=self._ground(restricted.ground))
        return (Paragraph((Text(words),), place, kind=ParagraphKind.NOTE),)

    def _ground(self, name: str) -> str:
        return next((one.label for one in self.pen.desk.body.grounds if one.id == name), name)

    def _chart(self, block: ChartBlock) -> tuple[Composed | Wide, ...]:
        data = self.paper.data_sets.get(block.data) if self.paper is not None else None
        if data is None:
            return ()
        caption = self.pen.line(block.caption, block.place("caption")) if block.caption else ()
        chart = compose_chart(block, data, self.pen.desk.wording, self.pen.desk.word, caption)
        return (chart,) if chart is not None else ()

    def _register(self, block: RisksBlock | InterestsBlock) -> tuple[Composed | Wide, ...]:
        if isinstance(block, InterestsBlock):
            return compose_interests(self.pen, block)
        return compose_risks(self.pen, block, linked=self._holds_the_rows(block))

    def _holds_the_rows(self, block: RisksBlock) -> bool:
        """Whether references to risks lead to this block: it is the first register of the paper."""
        registers = [one for _, one in self.paper.blocks(RisksBlock) if one.show == "register"] if self.paper else []
        return bool(registers) and registers[0] is block

    def _picture(self, block: PictureBlock) -> tuple[Composed | Wide, ...]:
        content, found = self.pen.targets.picture(block.file, block.place("file"))
        self.pen.desk.findings.add(*found)
        if content is None:
            return ()
        caption = self.pen.line(block.caption, block.place("caption")) if block.caption else ()
        width = min(max(float(block.width), 0.05), 1.0)
        return (Picture(content[0], content[1], block.alt, block.fence, width, caption, block.id or ""),)

    # --- Recommendations ---

    def _recommendations(self, block: RecommendationsBlock) -> tuple[Composed | Wide, ...]:
        if self.paper is None:
            return ()
        usual = lead_in_words(self.paper, self._usual_lead_in())
        lead_in = usual if block.lead_in is None else "" if isinstance(block.lead_in, Nothing) else block.lead_in
        field = {"lead_in": lead_in, "recommendations": recommendations_view(self.pen, self.paper)}
        return self.pen.blocks("recommendations-block.html", {"field": field}, block.fence)

    def _usual_lead_in(self) -> str:
        form = next(iter(self.pen.desk.body.forms), None)
        wanted = self.paper.header.form_id if self.paper is not None else None
        form = next((entry for entry in self.pen.desk.body.forms if entry.id == wanted), form)
        fields = form.fields if form is not None else ()
        return next((entry.lead_in for entry in fields if entry.kind == "recommendations"), "")

    # --- Terms of reference ---

    def _include(self, block: IncludeBlock) -> tuple[Composed | Wide, ...]:
        terms = self.pen.desk.library.terms_of_reference.get(block.document)
        if terms is None:
            if not self.pen.desk.library.is_broken("terms-of-reference", block.document):
                message = f"there are no terms of reference `{block.document}` to print here"
                hint = f"write the file `records/terms-of-reference/{block.document}.md`, or correct the name"
                place = block.place("document")
                self.pen.desk.findings.add(Diagnostic(UNRESOLVED_REFERENCE, message, place, hint))
            return ()
        state = Text(" · ".join(describe_state(self.pen.desk, terms.header)))
        mark = (Paragraph((state,), terms.header.place("status"), kind=ParagraphKind.NOTE),)
        clauses = self.terms(terms, with_title=not self._is_alone(block))
        return (*mark, *clauses) if self._is_alone(block) else (clauses[0], *mark, *clauses[1:])

    def _is_alone(self, block: IncludeBlock) -> bool:
        """Whether the report is nothing but this document, whose title is then the report's."""
        report = self.paper.report if self.paper is not None else None
        return report is not None and len(report.content) == 1 and report.content[0] is block

    def terms(self, terms: TermsOfReference, *, with_title: bool) -> tuple[Composed | Wide, ...]:
        """The clauses of terms of reference."""
        deeper = self.deeper + (1 if with_title else 0)
        sequence = f"terms {terms.id}"
        scheme = chosen_scheme(self.pen.desk, terms.header.scheme) if terms.header.numbering == "automatic" else None
        style = BodyStyle(deeper, terms.header.numbering == "typed", counting(scheme, sequence), sequence)
        inner = PartBlocks(self.pen, self.paper, deeper)
        blocks: list[Composed | Wide] = []
        if with_title:
            place = terms.header.place("title")
            blocks.append(Heading(2 + self.deeper, (Text(terms.header.title),), place, anchor=f"terms-{terms.id}"))
        blocks.extend(compose_body(terms.preamble, style, self.pen, inner.compose))
        for clause in terms.clauses:
            level = min(max(clause.level, 2) + deeper, 6)
            content = self.pen.line(clause.heading, clause.place)
            blocks.append(Heading(level, content, clause.place, anchor=clause.id))
            blocks.extend(compose_body(clause.content, style, self.pen, inner.compose))
        return tuple(blocks)

    # --- Closed passages ---

    def _restricted(self, block: RestrictedBlock) -> tuple[Composed | Wide, ...]:
        """A closed passage, set apart for those who may read it; for others the records no longer hold its words."""
        if block.prose is None:
            if not block.instead:
                return ()
            words = Paragraph(self.pen.line(block.instead, block.place("instead")), block.fence)
            return (Box(BoxKind.NOTICE, (words,), block.fence),)
        blocks = compose_prose(block.prose, BodyStyle(self.deeper), self.pen)
        inner = tuple(piece for piece in blocks if not isinstance(piece, Wide))
        return (Box(BoxKind.NOTICE, (self._why_closed(block), *inner), block.fence),)

    def _why_closed(self, block: RestrictedBlock) -> Paragraph:
        """What those who may read a closed passage must know: on what ground it is closed, and until when."""
        desk = self.pen.desk
        ground = self._ground(block.ground)
        words = " ".join((f"{desk.word('closed_passage', ground=ground)}.", closed_until(desk, block))).strip()
        return Paragraph((Text(words),), block.fence, kind=ParagraphKind.PROMPT)
