"""The record blocks of minutes: decisions, actions, movements and the like."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from govdocs.compose.blocks import Block as Composed
from govdocs.compose.body_text import BodyStyle, compose_prose
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.part_blocks import PartBlocks
from govdocs.compose.elements import Wide
from govdocs.compose.names import tidy
from govdocs.compose.titles import meeting_dates, verb
from govdocs.model.actions import ActionBlock
from govdocs.model.decisions import DecisionBlock, DecisionFacts, ElectionBlock, NamedVotes, OutsideDecision
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import (
    AdjournmentBlock,
    AmendmentBlock,
    AnswerBlock,
    ClosedBlock,
    DeclarationBlock,
    ItemBlock,
    MovementBlock,
    QuestionBlock,
)
from govdocs.model.patterns import fill
from govdocs.model.people import Who
from govdocs.model.record import Block


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a decision."""

    verb: str
    text: Any


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision as the template sees it; ``ratified`` is the decision outside a meeting that it confirms."""

    number: str
    moved: str
    printed: Any
    lead_in: str
    mark: str
    parts: tuple[PartView, ...]
    content: Any
    votes: tuple[str, ...]
    outcome: str
    dissent: str
    bodies: str
    ratified: "BallotView | None" = None


@dataclass(frozen=True, slots=True)
class BallotView:
    """A decision taken outside a meeting, as the minutes that confirm it tell of it."""

    number: str
    how: str
    parts: tuple[PartView, ...]
    content: Any
    votes: tuple[str, ...]
    took_part: str
    withdrew: str


@dataclass(frozen=True, slots=True)
class MinuteBlocks:
    """Composes the blocks of one meeting's minutes; ``item`` is the item that they stand under."""

    pen: Pen
    meeting: Meeting
    item: str = ""

    def compose(self, block: Block) -> tuple[Composed | Wide, ...]:
        """One block."""
        match block:
            case DecisionBlock():
                return self._decision(block)
            case ActionBlock():
                return self._action(block)
            case MovementBlock():
                return self._movement(block)
            case AmendmentBlock():
                return self._amendment(block)
            case ItemBlock():
                return self._item(block)
            case QuestionBlock() | AnswerBlock():
                return self._question(block)
            case _:
                return self._procedure(block)

    def _procedure(self, block: Block) -> tuple[Composed | Wide, ...]:
        """What the meeting does about itself: adjourning, closing its doors, declaring, electing."""
        match block:
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

    def _item(self, block: ItemBlock) -> tuple[Composed | Wide, ...]:
        return self.pen.blocks("item.html", {"why": self.pen.inline(block.why, block.place("why"))}, block.fence)

    def _words(self, block: Block) -> Any:
        """The words of a block, for a template."""
        if block.prose is None:
            return ""
        return self.pen.slots.blocks(compose_prose(block.prose, BodyStyle(), self.pen))

    def _people(self, people: Sequence[Who | str]) -> str:
        """People in a sentence."""
        desk = self.pen.desk
        printed = [
            desk.names.presenter(Who(person=who) if isinstance(who, str) else who)
            if desk.names.group(_name(who)) or desk.names.office(_name(who))
            else desk.names.print(who, desk.names.style.minutes)
            for who in people
        ]
        return desk.wording.names(printed)

    def _time(self, moment: dt.time | None) -> str:
        return self.pen.desk.wording.time(moment) if moment is not None else ""

    # --- Decisions and actions ---

    def _decision(self, block: DecisionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        if desk.alone and block.bodies and desk.body_id not in block.bodies:
            return ()
        style = desk.body.minutes
        parts = self._parts(block)
        view = DecisionView(
            number=self._number(block),
            moved=self._moved(block),
            printed=self.pen.inline(block.printed, block.place("printed")) if block.printed else "",
            lead_in=style.lead_in_words if not block.parts else style.lead_in,
            mark=style.resolution.mark,
            parts=parts,
            content=self._words(block),
            votes=self._votes(block),
            outcome=self.pen.desk.word(f"outcome_{block.outcome.replace('-', '_')}"),
            dissent=self._people(block.dissent) if block.dissent else "",
            bodies="" if desk.alone else self._bodies(block),
            ratified=self._ballot(block),
        )
        return self.pen.blocks("decision.html", {"decision": view}, block.fence)

    def _parts(self, facts: DecisionFacts) -> tuple[PartView, ...]:
        return tuple(
            PartView(self._verb(part.verb), self.pen.inline(part.text.strip(), facts.place("parts", index, "text")))
            for index, part in enumerate(facts.parts)
        )

    def _number(self, block: DecisionBlock) -> str:
        """The decision's number: the one that was frozen, or the one that the body's scheme gives."""
        desk = self.pen.desk
        found = (one.key for one in desk.library.decisions_of(self.meeting.id) if one.place == block.fence)
        return block.number or desk.record_numbers.decisions.get(next(found, ""), "")

    def _ballot(self, block: DecisionBlock) -> BallotView | None:
        """The decision outside a meeting that this one ratifies."""
        desk = self.pen.desk
        known = desk.library.decisions
        found = known.get(block.ratifies or "") or known.get(f"{desk.body_id}/{block.ratifies}")
        if found is None or not isinstance(found.facts, OutsideDecision):
            return None
        facts = found.facts
        day = desk.wording.plain_date(facts.closed)
        return BallotView(
            number=facts.number or desk.record_numbers.decisions.get(found.key, ""),
            how=desk.word(f"ballot_{facts.how.replace('-', '_')}", date=day) or desk.word("ballot", date=day),
            parts=self._parts(facts),
            content=self.pen.slots.blocks(compose_prose(found.words, BodyStyle(), self.pen)) if found.words else "",
            votes=self._votes(facts),
            took_part=self._people(facts.took_part),
            withdrew=self._people(facts.withdrew),
        )

    def _bodies(self, block: DecisionBlock) -> str:
        """The bodies that decided so, where several meet in common."""
        known = self.pen.desk.library.bodies
        return self.pen.desk.wording.names([known[name].name if name in known else name for name in block.bodies])

    def _verb(self, name: str) -> str:
        found = verb(self.pen.desk, name)
        printed = found.printed if found is not None else name
        return printed.upper() if self.pen.desk.body.minutes.resolution.verb == "upper" else printed

    def _moved(self, block: DecisionBlock) -> str:
        pattern = self.pen.desk.body.minutes.moved
        if not pattern or (block.mover is None and not block.seconders):
            return ""
        mover = self._people([block.mover]) if block.mover is not None else ""
        return fill(pattern, {"mover": mover, "seconders": self._people(block.seconders)})

    def _votes(self, block: DecisionFacts) -> tuple[str, ...]:
        """Counted votes in the body's sentence, then who voted how."""
        lines: list[str] = []
        votes, pattern = block.votes, self.pen.desk.body.minutes.votes
        if votes is not None and pattern:
            counts = {"for": votes.for_, "against": votes.against, "abstain": votes.abstain}
            nought = self.pen.desk.word("not_counted")
            lines.append(fill(pattern, {key: nought if count is None else str(count) for key, count in counts.items()}))
        if block.named is not None:
            lines.extend(self._named(block.named))
        if block.casting_vote is not None:
            by = self._people([block.casting_vote.by])
            lines.append(self.pen.desk.word(f"casting_vote_{block.casting_vote.to}", name=by))
        return tuple(lines)

    def _named(self, named: NamedVotes) -> list[str]:
        ways = {"for": named.for_, "against": named.against, "abstain": named.abstain, "absent": named.absent}
        return [
            self.pen.desk.word(f"voted_{way}", people=self._people(people)) for way, people in ways.items() if people
        ]

    def _action(self, block: ActionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        owners = [
            desk.word("all_members") if owner.person == "all" else desk.names.presenter(owner) for owner in block.owners
        ]
        facts = {
            "owners": desk.wording.names(owners),
            "due": desk.wording.partial_date(block.due) if block.due is not None else "",
            "content": self._words(block),
            "anchor": f"action-{block.id}",
            "number": block.number or desk.record_numbers.actions.get(f"{self.meeting.id}/{block.id}", ""),
        }
        return self.pen.blocks("action.html", {"action": facts}, block.fence)

    # --- Sentences ---

    def _movement(self, block: MovementBlock) -> tuple[Composed | Wide, ...]:
        words = self.pen.desk.body.minutes.movement
        ways = ((block.arrived, words.arrived), (block.left, words.left), (block.returned, words.returned))
        sentence = block.words or " ".join(
            fill(pattern, {"people": self._people(people)}) for people, pattern in ways if people
        )
        facts = {"sentence": self.pen.inline(sentence, block.place("words")), "time": self._time(block.time)}
        return self.pen.blocks("movement.html", facts, block.fence)

    def _amendment(self, block: AmendmentBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        facts = {
            "page": "" if block.page is None else str(block.page),
            "item": desk.reference(block.minutes_of, block.item or "") or block.item or "",
            "old": block.old,
            "new": block.new,
        }
        meeting = meeting_dates(desk, [block.minutes_of])[0]
        sentence = fill(desk.body.minutes.amendment, facts)
        return self.pen.blocks("amendment.html", {"sentence": sentence, "meeting": meeting}, block.fence)

    def _question(self, block: QuestionBlock | AnswerBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        people = self._people(block.asked_by if isinstance(block, QuestionBlock) else block.by)
        facts = {"people": people, "content": self._words(block), "answered": isinstance(block, AnswerBlock)}
        kind, item, side = "answer", "", ""
        if isinstance(block, QuestionBlock):
            kind, side = block.kind, block.side or ""
            item = desk.reference(self.meeting.id, block.item or "") if block.item != self.item else ""
        said = " ".join(word for word in (desk.word(f"asked_{kind}"), desk.word(f"side_{side}", item=item)) if word)
        return self.pen.blocks("question.html", {"question": {**facts, "kind": kind, "said": tidy(said)}}, block.fence)

    def _adjournment(self, block: AdjournmentBlock) -> tuple[Composed | Wide, ...]:
        facts = {
            "from": self._time(block.from_),
            "to": self._time(block.to),
            "day": self.pen.desk.wording.full_date(block.date) if block.date else "",
            "why": self.pen.inline(block.why, block.place("why")),
        }
        return self.pen.blocks("adjournment.html", {"adjournment": facts}, block.fence)

    def _declaration(self, block: DeclarationBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        registered = desk.library.interests.get(block.interest or "")
        kind = desk.library.interest_kinds.get(block.kind or (registered.kind if registered is not None else ""))
        facts = {
            "people": self._people(block.people),
            "about": block.about or (registered.about if registered is not None else ""),
            "kind": kind.label if kind is not None else "",
            "item": desk.reference(self.meeting.id, block.item) if block.item and block.item != self.item else "",
            "consequence": block.consequence,
            "content": self._words(block),
        }
        return self.pen.blocks("declaration.html", {"declaration": facts}, block.fence)

    def _election(self, block: ElectionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        office = next((office.name for office in desk.body.offices if office.id == block.office), "")
        seat = next((seat.name for seat in desk.body.seats if seat.id == block.seat), "")
        candidates = [
            {
                "name": self._people([candidate.person]),
                "nominated_by": self._nominator(candidate.nominated_by) if candidate.nominated_by else "",
                "seconded_by": self._people([candidate.seconded_by]) if candidate.seconded_by else "",
                "votes": "" if candidate.votes is None else str(candidate.votes),
            }
            for candidate in block.candidates
        ]
        facts = {
            "post": office or seat,
            "candidates": candidates,
            "elected": self._people(block.elected),
            "from": desk.wording.plain_date(block.from_) if block.from_ else "",
            "to": desk.wording.plain_date(block.to) if block.to else "",
        }
        return self.pen.blocks("election.html", {"election": {**facts, "content": self._words(block)}}, block.fence)

    def _nominator(self, name: str) -> str:
        """A person or an organisation that proposed a candidate."""
        names = self.pen.desk.names
        known = name in names.organisations and name not in names.people
        return names.organisation(name)["organisation_short"] if known else self._people([name])

    def _closed(self, block: ClosedBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        ground = next((ground for ground in desk.body.grounds if ground.id == block.ground), None)
        facts = {
            "ends": block.ends,
            "time": self._time(block.time),
            "ground": ground.label if ground is not None else "",
            "law": ground.law if ground is not None else "",
            "taken": desk.wording.names([desk.reference(self.meeting.id, item) or item for item in block.items]),
            "stay": self._people(block.stay),
            "content": self._words(block),
        }
        return self.pen.blocks("closed.html", {"closed": facts}, block.fence)


def owner_words(desk: Desk, owners: Sequence[Who]) -> tuple[str, ...]:
    """Owners of actions as printed, each once: people, groups, offices, or all."""
    printed = [desk.word("all_members") if owner.person == "all" else desk.names.presenter(owner) for owner in owners]
    return tuple(dict.fromkeys(printed))


def _name(who: Who | str) -> str:
    return who if isinstance(who, str) else who.person
