"""Rules about figures that minutes quote from the papers of their items: code G375."""

from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.figures import scale_of
from govdocs.check.quantities import Kind, Quantity, plain, quantities
from govdocs.check.rows_in_prose import is_slip
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Portion, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.places import Place

LEAST_DIGITS = 3


def look_for_figures_quoted_wrongly(records: Records) -> Iterator[Found]:
    """Checks:
        A sum of money or a percentage in the minutes of an item is not one of its paper with two digits turned about,
        or, of four digits and more, with one digit changed, where the paper does not have it.

    Looks at:
        Prose and decisions of minutes; prose, recommendations and tables of the paper of the item.

    Why:
        What the minutes say was approved is what will be paid.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: approve}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The budget is £31,710.
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 11:00
        present: [robin-sample, sam-member]
        ---
        ## budget

        A budget of £31,170 was discussed.

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: approve}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The budget is £31,710.
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 11:00
        present: [robin-sample, sam-member]
        ---
        ## budget

        A budget of £31,710 was discussed.
    """
    papers = {one.source.id: one for one in records.writings if isinstance(one.source, Paper)}
    for writing in records.writings:
        meeting = writing.meeting
        if meeting is None or not isinstance(writing.source, Minutes):
            continue
        for portion in writing.portions:
            entry = meeting.entry(portion.name)
            paper = records.library.paper_of(meeting, entry) if entry is not None else None
            if paper is not None and paper.meeting == meeting.id and (quoted := list(_quoted(portion))):
                yield from _misquoted(quoted, _known(records, papers[paper.id]))


def _quoted(portion: Portion) -> Iterator[tuple[Quantity, Paragraph, int]]:
    """The sums and percentages of an item that have enough digits to be known again."""
    for paragraph in portion.paragraphs:
        for offset, sentence in paragraph.sentences() if paragraph.role is not Role.HEADING else ():
            for one in quantities(sentence):
                digits = str(int(one.value / one.step)).rstrip("0")
                if one.kind is not Kind.COUNT and len(digits) >= LEAST_DIGITS:
                    yield one, paragraph, offset


def _known(records: Records, writing: Writing) -> list[tuple[Kind, Decimal, Place]]:
    """The figures of a paper; numbers of tables are of any kind, for a table need not say."""
    known = [
        (one.kind, one.value, paragraph.at(offset + one.start))
        for paragraph in writing.paragraphs_with_figures()
        for offset, sentence in paragraph.sentences()
        for one in quantities(sentence)
    ]
    for figures in records.figures_by_folder.get(writing.path.rpartition("/")[0], ()):
        if figures.path != writing.path and not writing.path.endswith("/paper.md"):
            continue
        for line in figures.lines:
            for position, cell in enumerate(line):
                if cell.number is not None:
                    scales = {1, scale_of(figures, position)}
                    known += [(kind, abs(cell.number) * scale, cell.place) for kind in Kind for scale in scales]
    return known


def _misquoted(
    quoted: list[tuple[Quantity, Paragraph, int]], known: list[tuple[Kind, Decimal, Place]]
) -> Iterator[Found]:
    for said, paragraph, offset in quoted:
        if any(abs(value - said.value) <= said.step / 2 for _, value, _ in known):
            continue
        near = {
            value: place for kind, value, place in known if kind is said.kind and is_slip(said, value, LEAST_DIGITS)
        }
        if len(near) == 1:
            value, place = near.popitem()
            message = (
                f"`{said.text}` is in no figure of the paper, which has {plain(value)}; expected the paper's figure"
            )
            related = (Related(place, "the figure of the paper"),)
            hint = "correct the minutes, or say in them that the figure is another one"
            yield Found(
                paragraph.at(offset + said.start), message, hint, related, len(said.text), f"figure {said.text}"
            )


RULES: tuple[RecordRule, ...] = (
    record_rule("G375", "figure-misquoted", WARNS, look_for_figures_quoted_wrongly, heuristic=True),
)
