"""How minutes speak: people in a sentence, times, and the words of blocks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from govdocs.compose.body_text import BodyStyle, compose_prose
from govdocs.compose.desk import Pen
from govdocs.model.meetings import Meeting
from govdocs.model.people import Who
from govdocs.model.record import Block


@dataclass(frozen=True, slots=True)
class SpokenMinutes:
    """The words of one meeting's minutes; ``item`` is the item that blocks stand under."""

    pen: Pen
    meeting: Meeting
    item: str = ""

    def words(self, block: Block) -> Any:
        """The words of a block, for a template."""
        if block.prose is None:
            return ""
        return self.pen.slots.blocks(compose_prose(block.prose, BodyStyle(), self.pen))

    def people(self, people: Sequence[Who | str]) -> str:
        """People in a sentence."""
        desk = self.pen.desk
        printed = [
            desk.names.presenter(Who(person=who) if isinstance(who, str) else who)
            if desk.names.group(_name(who)) or desk.names.office(_name(who))
            else desk.names.print(who, desk.names.style.minutes)
            for who in people
        ]
        return desk.wording.names(printed)

    def time(self, moment: dt.time | None) -> str:
        """A time of day; empty where none was typed."""
        return self.pen.desk.wording.time(moment) if moment is not None else ""


def _name(who: Who | str) -> str:
    return who if isinstance(who, str) else who.person
