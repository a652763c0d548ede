"""The glossary of a paper: short forms and terms with what they stand for, in order."""

import re

from govdocs.compose.blocks import Cell, Column, Inline, Paragraph, Row, Scope, Table, Text
from govdocs.compose.desk import Pen
from govdocs.model.glossaries import GlossaryBlock
from govdocs.model.papers import Paper
from govdocs.model.pivots import natural_order
from govdocs.model.registers import Term
from govdocs.model.tables import TableBlock
from govdocs.places import Place
from govdocs.read.nodes import Prose


def compose_glossary(pen: Pen, block: GlossaryBlock, paper: Paper | None) -> tuple[Table, ...]:
    """The table, each row with the anchor of its term; nothing where there are no terms."""
    terms = {name: term for name, term in pen.desk.library.terms.items() if _is_for(term, pen.desk.body_id)}
    if block.show == "used" and paper is not None:
        words = _words(paper)
        terms = {name: term for name, term in terms.items() if _is_used(name, term, words)}
    if not terms:
        return ()
    ordered = sorted(terms.items(), key=lambda each: natural_order(each[1].short))
    head = Row(
        tuple(_cell(pen.desk.word(word), block.fence, Scope.COLUMN) for word in ("glossary_short", "glossary_long")),
        block.fence,
    )
    body = tuple(_row(pen, name, term) for name, term in ordered)
    caption = pen.line(block.caption, block.place("caption")) if block.caption else ()
    summary = "" if caption else pen.desk.word("glossary")
    columns = (Column(1.0), Column(4.0))
    return (Table(columns, (head,), body, block.fence, caption=caption, summary=summary, anchor=block.id or ""),)


def _is_for(term: Term, body: str) -> bool:
    return not term.bodies or body in term.bodies


def _words(paper: Paper) -> str:
    """All that the paper says in prose and tables, as typed."""
    parts = [part for each in paper.parts for part in each.content]
    typed = [part.text for part in parts if isinstance(part, Prose)]
    typed += [cell.text for part in parts if isinstance(part, TableBlock) for row in part.rows for cell in row.cells]
    for data in paper.data_sets.values():
        typed += [cell.text for row in data.rows for cell in row.cells]
    return "\n".join(typed)


def _is_used(name: str, term: Term, words: str) -> bool:
    if f"term:{name})" in words:
        return True
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) for form in (term.short, *term.aliases))


def _row(pen: Pen, name: str, term: Term) -> Row:
    place = term.place("short")
    long: tuple[Inline, ...] = (Text(term.long),)
    if term.meaning:
        meaning = pen.line(term.meaning, term.place("meaning"))
        long = (Text(f"{term.long}: "), *meaning)
    cells = (_cell(term.short, place, Scope.ROW), Cell((Paragraph(long, place),), place))
    return Row(cells, place, anchor=f"term-{name}")


def _cell(words: str, place: Place, scope: Scope) -> Cell:
    return Cell((Paragraph((Text(words),), place),) if words else (), place, scope=scope)
