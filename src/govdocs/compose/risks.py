"""The register of risks as a table, and as a heat map in words and numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from govdocs.compose.blocks import (
    Block,
    Cell,
    Column,
    ItemList,
    ListItem,
    ListKind,
    Paragraph,
    Piece,
    Row,
    Scope,
    Table,
    TableKind,
    Text,
    Tone,
    children,
    plain,
)
from govdocs.compose.desk import Pen
from govdocs.compose.elements import Wide
from govdocs.model.people import Who
from govdocs.model.risks import Risk, RisksBlock, Score
from govdocs.places import Place

_FEW = 4
"""So many columns leave room for the usual size of type."""
_LONG = 1200
"""A row with more letters may continue on the next page."""
_WIDTHS = {"code": 1.2, "owner": 2.2, "score": 2.0, "target": 1.3, "history": 2.6, "body": 2.0}


def compose_risks(pen: Pen, block: RisksBlock, *, linked: bool) -> tuple[Block | Wide, ...]:
    """The risks that a block asks for; ``linked`` rows are what references to risks in this document lead to."""
    writer = _RiskWriter(pen, block, linked=linked)
    if not writer.risks:
        return (Paragraph((Text(pen.desk.word("no_risks")),), block.fence),)
    if block.show == "heat-map":
        return (writer.heat_map(),)
    register = writer.register()
    return (Wide((register,)),) if block.orientation == "landscape" else (register,)


def shown_risks(pen: Pen, block: RisksBlock) -> tuple[tuple[str, Risk], ...]:
    """The risks of a block with their ids: in the order that was typed, else the gravest first."""
    library = pen.desk.library
    day = judged_on(pen, block)
    chosen = block.risks or tuple(library.risks)
    found = [(name, library.risks[name]) for name in chosen if name in library.risks]
    found = [(name, risk) for name, risk in found if block.body in {None, risk.body}]
    found = [(name, risk) for name, risk in found if product(risk.score_on(day)) >= block.least]
    if not block.risks:
        found.sort(key=lambda pair: -product(pair[1].score_on(day)))
    return tuple(found)


def judged_on(pen: Pen, block: RisksBlock) -> date:
    """The day whose judgements a block shows."""
    return block.as_at.last if block.as_at is not None else pen.desk.meeting.date


def product(score: Score | None) -> int:
    """Likelihood times impact; 0 where a risk was not judged yet."""
    return score.likelihood * score.impact if score is not None else 0


class _RiskWriter:
    """Writes the risks of one block."""

    def __init__(self, pen: Pen, block: RisksBlock, *, linked: bool) -> None:
        self.pen, self.block, self.linked = pen, block, linked
        self.day = judged_on(pen, block)
        self.risks = shown_risks(pen, block)
        self.scale = pen.desk.library.risk_scale

    def _word(self, name: str, **facts: str) -> str:
        return self.pen.desk.word(f"risk_{name}", **facts)

    # --- The register ---

    def register(self) -> Table:
        """A row for each risk."""
        block = self.block
        place = block.place("columns")
        head = Row(tuple(_cell(self._word(f"column_{name}"), place, Scope.COLUMN) for name in block.columns), place)
        body = tuple(self._row(name, risk) for name, risk in self.risks)
        columns = tuple(Column(_WIDTHS.get(name, 4.0)) for name in block.columns)
        kind = TableKind.DASHBOARD if len(columns) > _FEW else TableKind.GRID
        return replace(self._table(columns, head, body), kind=kind)

    def _table(self, columns: Sequence[Column], head: Row, body: Sequence[Row]) -> Table:
        block = self.block
        caption = self.pen.line(block.caption, block.place("caption")) if block.caption else ()
        summary = "" if caption else self._word(block.show.replace("-", "_"))
        return Table(
            tuple(columns),
            (head,),
            tuple(body),
            block.fence,
            caption=caption,
            summary=summary,
            anchor=block.id or "",
        )

    def _row(self, name: str, risk: Risk) -> Row:
        cells = tuple(self._facts(column, risk) for column in self.block.columns)
        first = replace(cells[0], scope=Scope.ROW) if cells[0].blocks else cells[0]
        anchor = f"risk-{name}" if self.linked else ""
        long = sum(_length(block) for cell in cells for block in cell.blocks) > _LONG
        return Row((first, *cells[1:]), risk.place(), breakable=long, anchor=anchor)

    def _facts(self, column: str, risk: Risk) -> Cell:
        place = risk.place(column)
        desk = self.pen.desk
        match column:
            case "code":
                return _cell(risk.code, place)
            case "risk":
                return self._lines([risk.title, *self._cause_and_effect(risk)], risk.place("title"))
            case "owner":
                return _cell(desk.names.print(risk.owner, desk.names.style.attendance), place)
            case "score":
                return self._score(risk.score_on(self.day), risk.place("scores"))
            case "history":
                scores = [score for score in risk.scores if score.date.first <= self.day]
                return self._lines([self._dated(score) for score in scores], risk.place("scores"))
            case "target":
                score = risk.score_on(self.day)
                return _cell(str(score.target) if score is not None and score.target else "", risk.place("scores"))
            case "actions":
                return self._lines(self._actions(risk), place)
            case "body":
                known = desk.library.bodies.get(risk.body or "")
                return _cell(known.name if known is not None else risk.body or "", place)
            case _:
                return self._list(getattr(risk, column), risk, column)

    def _cause_and_effect(self, risk: Risk) -> list[str]:
        cause = self._word("cause", text=risk.cause) if risk.cause else ""
        effect = self._word("effect", text=risk.effect) if risk.effect else ""
        return [line for line in (cause, effect) if line]

    def _score(self, score: Score | None, place: Place) -> Cell:
        """A score with the word for it: the colour says nothing that the words do not."""
        if score is None:
            return _cell(self._word("not_judged"), place)
        level = self.scale.level(product(score))
        facts = {"score": str(product(score)), "likelihood": str(score.likelihood), "impact": str(score.impact)}
        words = self._word("score", **facts, level=level.label if level is not None else "")
        return replace(_cell(words, place), tone=Tone(level.colour) if level is not None else Tone.NONE)

    def _dated(self, score: Score) -> str:
        when = self.pen.desk.wording.partial_date(score.date)
        return self._word(
            "dated",
            date=when,
            score=str(product(score)),
            likelihood=str(score.likelihood),
            impact=str(score.impact),
        )

    def _actions(self, risk: Risk) -> list[str]:
        """The actions that were taken up for a risk, in their own words."""
        actions = self.pen.desk.library.actions
        named = [
            next((one for key, one in actions.items() if name in {key, one.id} and risk.body in {None, one.body}), None)
            for name in risk.actions
        ]
        lines: list[str] = []
        for action in named:
            if action is not None and not action.withheld:
                owners = ", ".join(self._owner(owner) for owner in action.owners)
                due = self.pen.desk.wording.partial_date(action.due) if action.due is not None else ""
                parts = (" ".join(action.words.text.split()), owners, due)
                lines.append("; ".join(part for part in parts if part))
        return lines

    def _owner(self, who: Who) -> str:
        return self.pen.desk.names.print(who, self.pen.desk.names.style.attendance)

    def _lines(self, lines: Sequence[str], place: Place) -> Cell:
        return Cell(tuple(Paragraph(self.pen.line(line, place), place) for line in lines if line), place)

    def _list(self, entries: Sequence[str], risk: Risk, column: str) -> Cell:
        """Several entries as a list, one as a paragraph."""
        place = risk.place(column)
        lines = [
            (self.pen.line(words, risk.place(column, at)), risk.place(column, at)) for at, words in enumerate(entries)
        ]
        if len(lines) == 1:
            return Cell((Paragraph(lines[0][0], lines[0][1]),), place)
        items = tuple(ListItem((Paragraph(words, where),), where) for words, where in lines)
        return Cell((ItemList(ListKind.BULLET, items, place),) if items else (), place)

    # --- The heat map ---

    def heat_map(self) -> Table:
        """Likelihood by impact: each field has its score, the word for it, and the codes of the risks in it."""
        place = self.block.fence
        impacts = [f"{at} {word}" for at, word in enumerate(self.scale.impacts, 1)]
        corner = _cell(self._word("corner"), place, Scope.COLUMN)
        head = Row((corner, *(_cell(words, place, Scope.COLUMN) for words in impacts)), place)
        rows = [self._likelihood(at) for at in range(len(self.scale.likelihoods), 0, -1)]
        unjudged = [name for name, risk in self.risks if risk.score_on(self.day) is None]
        if unjudged:
            words = (_cell(self._word("not_judged"), place, Scope.ROW), self._codes(unjudged, place, len(impacts)))
            rows.append(Row(words, place))
        return self._table((Column(1.4), *(Column(1.0) for _ in impacts)), head, rows)

    def _likelihood(self, likelihood: int) -> Row:
        place = self.block.fence
        cells = [_cell(f"{likelihood} {self.scale.likelihoods[likelihood - 1]}", place, Scope.ROW)]
        for impact in range(1, len(self.scale.impacts) + 1):
            level = self.scale.level(likelihood * impact)
            here = [
                name
                for name, risk in self.risks
                if (score := risk.score_on(self.day)) and (score.likelihood, score.impact) == (likelihood, impact)
            ]
            words = f"{likelihood * impact} {level.label if level is not None else ''}".strip()
            codes = self._codes(here, place)
            tone = Tone(level.colour) if level is not None and here else Tone.NONE
            cells.append(Cell((Paragraph((Text(words),), place), *codes.blocks), place, tone=tone))
        return Row(tuple(cells), place)

    def _codes(self, names: Sequence[str], place: Place, span: int = 1) -> Cell:
        """The codes of risks; no links, whose colour could not be read on the colours of the map."""
        risks = [self.pen.desk.library.risks[name] for name in names]
        words = ", ".join(risk.code or risk.title for risk in risks)
        return replace(_cell(words, place), column_span=span)


def _cell(words: str, place: Place, scope: Scope = Scope.NONE) -> Cell:
    return Cell((Paragraph((Text(words),), place),) if words else (), place, scope=scope)


def _length(piece: Piece) -> int:
    """The letters of a block and of all that is in it."""
    own = len(plain(piece.content)) if isinstance(piece, Paragraph) else 0
    return own + sum(map(_length, children(piece)))
