"""A rule about what is typed and stands on no page: code G630."""

from collections.abc import Iterator

from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.model.index import Library
from govdocs.model.papers import Paper, RecommendationsBlock


def look_for_unprinted_recommendations(records: Records) -> Iterator[Found]:
    """Checks:
        A paper that has no cover sheet prints its recommendations by a `recommendations` block.

    Looks at:
        Records: headers of papers, forms of bodies.

    Why:
        Members would decide on a paper that asks them for nothing.

    Wrong:
        # records/bodies/board.yaml
        forms: []
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
        # Report

        The budget is balanced.

    Right:
        # records/bodies/board.yaml
        forms: []
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
        # Report

        The budget is balanced.

        ```recommendations
        ```
    """
    for paper in records.library.papers.values():
        asked = paper.header.recommendations
        if (
            not asked
            or _may_have_cover(records.library, paper)
            or paper.header.file
            or any(True for _ in paper.blocks(RecommendationsBlock))
        ):
            continue
        message = "the recommendations are printed nowhere; expected a block for them"
        hint = "put a block ```recommendations``` where they are to stand"
        yield Found(paper.place("recommendations"), message, hint, subject="field recommendations")


def _may_have_cover(library: Library, paper: Paper) -> bool:
    """Whether a cover sheet prints them; so it may where the meeting or its body could not be read."""
    meeting = library.meetings.get(paper.meeting)
    body = library.body_of(meeting) if meeting is not None else None
    return body is None or (bool(body.forms) and paper.header.cover)


RULES: tuple[RecordRule, ...] = (
    record_rule("G630", "recommendations-not-printed", STOPS_PUBLICATION, look_for_unprinted_recommendations),
)
