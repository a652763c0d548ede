"""The record blocks in which minutes tell what the meeting did about itself, and what others said to it."""

from collections.abc import Sequence

from govdocs.compose.blocks import Block as Composed
from govdocs.compose.documents.part_blocks import PartBlocks
from govdocs.compose.documents.spoken_minutes import SpokenMinutes
from govdocs.compose.elements import Wide
from govdocs.compose.names import tidy
from govdocs.model.decisions import ElectionBlock
from govdocs.model.minutes import AdjournmentBlock, AnswerBlock, ClosedBlock, DeclarationBlock, QuestionBlock
from govdocs.model.record import Block
from govdocs.model.values import Nothing


class ProcedureBlocks(SpokenMinutes):
    """Composes adjourning, closing the doors, declaring, electing, questions and answers."""

    def compose(self, block: Block) -> tuple[Composed | Wide, ...]:
        """One block."""
        match block:
            case QuestionBlock():
                return self._question(block)
            case AnswerBlock():
                return self._answer(block)
            case AdjournmentBlock():
                return self._adjournment(block)
            case DeclarationBlock():
                return self._declaration(block)
            case ElectionBlock():
                return self._election(block)
            case ClosedBlock():
                return self._closed(block)
            case _:
                return PartBlocks(self.pen).compose(block)

    def _question(self, block: QuestionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        item = desk.reference(self.meeting.id, block.item or "") if block.item != self.item else ""
        said = [desk.word(f"asked_{block.kind}"), desk.word(f"side_{block.side}", item=item) if block.side else ""]
        said.append(desk.word("asked_in_writing") if block.written else "")
        return self._spoken(block, self.people(block.asked_by), said, answered=False)

    def _answer(self, block: AnswerBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        minutes = desk.library.minutes.get(self.meeting.id)
        asked = minutes.blocks(QuestionBlock) if minutes is not None and block.to else ()
        question = next((one for _, one in asked if one.id == block.to), None)
        said = [desk.word("answered_to", people=self.people(question.asked_by)) if question is not None else ""]
        said.append(desk.word("answered_in_writing") if block.in_writing else "")
        return self._spoken(block, self.people(block.by), said, answered=True)

    def _spoken(
        self, block: QuestionBlock | AnswerBlock, people: str, said: Sequence[str], *, answered: bool
    ) -> tuple[Composed | Wide, ...]:
        """Who spoke, how, and what was said."""
        facts = {
            "people": people,
            "content": self.words(block),
            "answered": answered,
            "kind": block.kind if isinstance(block, QuestionBlock) else "answer",
            "said": tidy(" ".join(word for word in said if word)),
        }
        return self.pen.blocks("question.html", {"question": facts}, block.fence)

    def _adjournment(self, block: AdjournmentBlock) -> tuple[Composed | Wide, ...]:
        facts = {
            "from": self.time(block.from_),
            "to": self.time(block.to),
            "day": self.pen.desk.wording.full_date(block.date) if block.date else "",
            "why": self.pen.inline(block.why, block.place("why")),
        }
        return self.pen.blocks("adjournment.html", {"adjournment": facts}, block.fence)

    def _declaration(self, block: DeclarationBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        registered = desk.library.interests.get(block.interest or "")
        kind = desk.library.interest_kinds.get(block.kind or (registered.kind if registered is not None else ""))
        facts = {
            "people": self.people(block.people),
            "about": block.about or (registered.about if registered is not None else ""),
            "kind": kind.label if kind is not None else "",
            "item": desk.reference(self.meeting.id, block.item) if block.item and block.item != self.item else "",
            "consequence": block.consequence,
            "mitigation": registered.mitigation if registered is not None else "",
            "content": self.words(block),
        }
        return self.pen.blocks("declaration.html", {"declaration": facts}, block.fence)

    def _election(self, block: ElectionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        office = next((office.name for office in desk.body.offices if office.id == block.office), "")
        seat = next((seat.name for seat in desk.body.seats if seat.id == block.seat), "")
        candidates = [
            {
                "name": self.people([candidate.person]),
                "nominated_by": self._nominator(candidate.nominated_by) if candidate.nominated_by else "",
                "seconded_by": self.people([candidate.seconded_by]) if candidate.seconded_by else "",
                "votes": self._count(candidate.votes),
            }
            for candidate in block.candidates
        ]
        facts = {
            "post": office or seat,
            "candidates": candidates,
            "elected": self.people(block.elected),
            "from": desk.wording.plain_date(block.from_) if block.from_ else "",
            "to": desk.wording.plain_date(block.to) if block.to else "",
            "notes": self._how_elected(block),
        }
        return self.pen.blocks("election.html", {"election": {**facts, "content": self.words(block)}}, block.fence)

    def _how_elected(self, block: ElectionBlock) -> list[str]:
        desk = self.pen.desk
        how = desk.word(f"decided_{block.how.replace('-', '_')}") if block.how else ""
        accepted = ""
        if block.accepted is not None:
            word = "election_accepted" if block.accepted else "election_declined"
            accepted = desk.word(word, people=self.people(block.elected))
        return [line for line in (how, accepted) if line]

    def _count(self, votes: int | Nothing | None) -> str:
        if isinstance(votes, Nothing):
            return self.pen.desk.nothing(votes)
        return "" if votes is None else str(votes)

    def _nominator(self, name: str) -> str:
        """A person or an organisation that proposed a candidate."""
        names = self.pen.desk.names
        known = name in names.organisations and name not in names.people
        return names.organisation(name)["organisation_short"] if known else self.people([name])

    def _closed(self, block: ClosedBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        ground = next((ground for ground in desk.body.grounds if ground.id == block.ground), None)
        facts = {
            "ends": block.ends,
            "time": self.time(block.time),
            "ground": ground.label if ground is not None else "",
            "law": ground.law if ground is not None else "",
            "taken": desk.wording.names([desk.reference(self.meeting.id, item) or item for item in block.items]),
            "stay": self.people(block.stay),
            "content": self.words(block),
        }
        return self.pen.blocks("closed.html", {"closed": facts}, block.fence)
