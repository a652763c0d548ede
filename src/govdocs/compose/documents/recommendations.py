"""What a paper asks of the body: on its cover, and again in the report."""

from dataclasses import dataclass
from typing import Any

from govdocs.compose.desk import Pen
from govdocs.compose.titles import verb
from govdocs.model.papers import Paper
from govdocs.model.values import Nothing


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """One recommendation: the verb and the suffix print bold."""

    verb: str
    text: Any
    suffix: str


def recommendations_view(pen: Pen, paper: Paper) -> tuple[RecommendationView, ...]:
    """The paper's recommendations."""
    views: list[RecommendationView] = []
    for index, part in enumerate(paper.header.recommendations):
        found = verb(pen.desk, part.verb)
        text = pen.inline(part.text.strip(), paper.place("recommendations", index, "text"))
        views.append(RecommendationView(found.printed if found else part.verb.upper(), text, part.suffix))
    return tuple(views)


def lead_in_words(paper: Paper, usual: str) -> str:
    """The words before the recommendations: the paper's own, none, or the usual ones."""
    if paper.header.lead_in is None:
        return usual
    return "" if isinstance(paper.header.lead_in, Nothing) else paper.header.lead_in
