"""The register of risks: how they are judged, what holds them down, and how they are printed."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from govdocs.model.people import Who
from govdocs.model.record import Block, Record
from govdocs.model.refers import ActionId, BodyId, RiskId
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import Partial, Slug, Translations, Whole


class Score(Record):
    """How grave a risk was at a date."""

    called: ClassVar[str] = "a score"

    date: Partial
    """When it was judged."""
    likelihood: Whole
    """How likely."""
    impact: Whole
    """How grave."""
    target: Whole | None = None
    """The product of the two that is aimed at."""


class Risk(Record):
    """A risk."""

    called: ClassVar[str] = "a risk"

    code: str = ""
    """As printed."""
    title: str
    """What may happen."""
    owner: Who
    """Who answers for it."""
    body: BodyId | None = None
    """The body that oversees it."""
    cause: str = ""
    """Why it may happen."""
    effect: str = ""
    """What would follow."""
    scores: tuple[Score, ...] = ()
    """The judgements, oldest first."""
    controls: tuple[str, ...] = ()
    """What holds it down."""
    assurances: tuple[str, ...] = ()
    """How one knows that the controls work."""
    gaps: tuple[str, ...] = ()
    """What is missing."""
    actions: tuple[ActionId, ...] = ()
    """Ids of actions."""
    restricted: Restriction | None = None
    """Why it is closed."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""

    def score_on(self, day: date) -> Score | None:
        """The judgement that held on ``day``: the last one that was made by then."""
        made = [score for score in self.scores if score.date.first <= day]
        return max(made, key=lambda score: score.date.first, default=None)


class RiskLevel(Record):
    """A word for scores from a number upwards."""

    called: ClassVar[str] = "a level"

    id: Slug
    """Its id."""
    label: str
    """As printed."""
    colour: Literal["none", "red", "amber", "green", "blue", "grey"]
    """Behind the label."""
    least: Whole
    """The least product of likelihood and impact."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


def _usual_levels() -> tuple[RiskLevel, ...]:
    """The levels of the scale that most public bodies use."""
    usual = (("low", "green", "1"), ("moderate", "blue", "4"), ("high", "amber", "8"), ("extreme", "red", "15"))
    return tuple(
        RiskLevel.model_validate({"id": name, "label": name.capitalize(), "colour": colour, "least": least})
        for name, colour, least in usual
    )


class RisksFile(Record):
    """`records/risks.yaml`."""

    called: ClassVar[str] = "`risks.yaml`"

    likelihoods: tuple[str, ...] = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
    """The words for how likely a risk is, from 1 upwards."""
    impacts: tuple[str, ...] = ("Negligible", "Minor", "Moderate", "Major", "Catastrophic")
    """The words for how grave it is, from 1 upwards."""
    levels: tuple[RiskLevel, ...] = Field(default_factory=_usual_levels)
    """The words for scores, from the lowest upwards."""

    risks: dict[Slug, Risk]
    """All risks by id."""

    def level(self, score: int) -> RiskLevel | None:
        """The level of a product of likelihood and impact, None where it is below all of them."""
        reached = [level for level in self.levels if level.least <= score]
        return max(reached, key=lambda level: level.least, default=None)


RiskColumn = Literal[
    "code", "risk", "owner", "score", "history", "target", "controls", "assurances", "gaps", "actions", "body"
]


class RisksBlock(Block):
    """A `risks` block: prints the register of risks, or its heat map."""

    called: ClassVar[str] = "a `risks` block"
    fence_word: ClassVar[str] = "risks"

    show: Literal["register", "heat-map"] = "register"
    """A row for each risk, or a field of likelihood by impact with the codes of risks."""
    body: BodyId | None = None
    """Only the risks that this body oversees."""
    risks: tuple[RiskId, ...] = ()
    """Only these, in this order; without it the gravest first."""
    least: Whole = 0
    """Only risks with this score or a higher one."""
    as_at: Partial | None = None
    """The day whose judgements are shown; without it the meeting's."""
    columns: tuple[RiskColumn, ...] = ("code", "risk", "owner", "score", "target", "controls", "assurances", "gaps")
    """The columns of the register."""
    caption: str = ""
    """Words above it."""
    orientation: Literal["portrait", "landscape"] = "landscape"
    """How the page of the register is held."""
    id: Slug | None = None
    """Its id, for links."""
