"""Excuses for a finding, in the file that they excuse."""

from typing import ClassVar

from govdocs.model.record import Record
from govdocs.model.scalars import Day


class Waiver(Record):
    """An excuse for one finding."""

    called: ClassVar[str] = "a waiver"

    rule: str
    """The rule's name or code."""
    at: str = ""
    """What it is about, as kind and id (`entry budget`, `field sponsor`); without it, the whole file."""
    reason: str
    """Why the finding is accepted; printed where the finding would have been."""
    by: str
    """Who accepted it."""
    until: Day | None = None
    """The last day on which the excuse holds."""
