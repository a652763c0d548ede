"""Rules about ratings and the figures that they follow from: codes G354 and G355."""

import re
from collections.abc import Iterator
from fractions import Fraction

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.data_sets import DataSet, Rating
from govdocs.model.papers import Paper

_PLAN = re.compile(r"\b(?:plan|planned|budget|target)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:fot|forecast|outturn|actual|achieved|delivered)\b", re.IGNORECASE)
_OF_MONEY = re.compile(r"financ|money|saving|rag|rating|status|overall", re.IGNORECASE)
_TOLERANCE = re.compile(r"\b(?:tolerances?|thresholds?)\b", re.IGNORECASE)


def look_for_ratings_against_figures(records: Records) -> Iterator[Found]:
    """Checks:
        Where the ratings of a data set say from which share of plan they apply (`at_least`, `below`), each row has the
        rating that its figures give.

    Looks at:
        Records: data sets with ratings that have limits, a plan and a forecast or actual figure.

    Why:
        A scheme that delivers a third of its plan and is green is the one that nobody looks at.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings:
          - {id: Red, label: Red, colour: red, below: 80%}
          - {id: Green, label: Green, colour: green, at_least: 80%}
        columns:
          - {id: name, label: Scheme}
          - {id: plan, label: Plan, unit: GBP}
          - {id: fot, label: Forecast, unit: GBP}
          - {id: rating, label: Rating, unit: rating}
        # meetings/board/2026-05-14/papers/works/works.csv
        name,plan,fot,rating
        Parks,100,90,Green
        Roads,100,30,Green

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings:
          - {id: Red, label: Red, colour: red, below: 80%}
          - {id: Green, label: Green, colour: green, at_least: 80%}
        columns:
          - {id: name, label: Scheme}
          - {id: plan, label: Plan, unit: GBP}
          - {id: fot, label: Forecast, unit: GBP}
          - {id: rating, label: Rating, unit: rating}
        # meetings/board/2026-05-14/papers/works/works.csv
        name,plan,fot,rating
        Parks,100,90,Green
        Roads,100,30,Red
    """
    for data in _data_sets(records):
        columns = data.facts.columns
        rated = [n for n, column in enumerate(columns) if column.unit == "rating"]
        plan = next((n for n, column in enumerate(columns) if column.is_number and _PLAN.search(column.label)), None)
        done = next((n for n, column in enumerate(columns) if column.is_number and _DONE.search(column.label)), None)
        limited = {rating.id: rating for rating in data.facts.ratings if _has_limits(rating)}
        named = [n for n in rated if _OF_MONEY.search(columns[n].label)]
        if plan is None or done is None or not limited or not rated:
            continue
        position = (named or rated)[0]
        for row in data.rows:
            cell, planned, reached = row.cells[position], row.cells[plan].number, row.cells[done].number
            rating = limited.get(cell.text)
            if rating is None or not planned or reached is None:
                continue
            share = Fraction(reached) / Fraction(planned)
            if (rating.at_least is not None and share < rating.at_least) or (
                rating.below is not None and share >= rating.below
            ):
                message = f"`{cell.text}` for {float(share):.0%} of plan; expected the rating whose limits hold it"
                hint = "correct the rating or a figure, or say in a waiver why it was overruled"
                yield Found(cell.place, message, hint, length=len(cell.text), subject=f"data {data.id}")


def _has_limits(rating: Rating) -> bool:
    return rating.at_least is not None or rating.below is not None


def look_for_unstated_tolerances(records: Records) -> Iterator[Found]:
    """Checks:
        A paper that rates "within agreed tolerances" says what they are: as `at_least` and `below` of the ratings, or
        in its text.

    Looks at:
        Records: data sets with ratings; prose of their paper.

    Why:
        Nobody can say whether a rating is right without knowing where red begins.

    Example:
        Over a hundred schemes were rated red, amber or green by tolerances that no page states.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # Report

        Every scheme is rated by the agreed tolerances.
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns: [{id: name, label: Scheme}, {id: rating, label: Rating, unit: rating}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,rating
        Parks,Green

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # Report

        Every scheme is rated by the agreed tolerances: below 80% of plan it is red.
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns: [{id: name, label: Scheme}, {id: rating, label: Rating, unit: rating}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,rating
        Parks,Green
    """
    for writing in records.writings:
        data_sets = list(writing.source.data_sets.values()) if isinstance(writing.source, Paper) else []
        rated = [data for data in data_sets if any(column.unit == "rating" for column in data.facts.columns)]
        if not rated or any(_has_limits(rating) for data in rated for rating in data.facts.ratings):
            continue
        said = [(p, match) for p in writing.paragraphs if (match := _TOLERANCE.search(p.text))]
        if said and not any(re.search(r"\d\s?%|\bper cent\b", p.text) for p, _ in said):
            paragraph, match = said[0]
            message = f"`{match[0]}` that nothing states; expected from which share of plan each rating applies"
            hint = "add `at_least` and `below` to the ratings, or say it in the text"
            yield Found(paragraph.at(match.start()), message, hint, length=len(match[0]), subject="tolerances")


def _data_sets(records: Records) -> Iterator[DataSet]:
    for paper in records.library.papers.values():
        yield from paper.data_sets.values()


RULES: tuple[RecordRule, ...] = (
    record_rule("G354", "rating-against-figures", WARNS, look_for_ratings_against_figures),
    record_rule("G355", "tolerances-unstated", NOTED, look_for_unstated_tolerances, heuristic=True),
)
