"""The record blocks of minutes: decisions, actions, movements and the like."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from govdocs.compose.blocks import Block as Composed
from govdocs.compose.body_text import BodyStyle, compose_prose
from govdocs.compose.desk import Desk
from govdocs.compose.documents.procedure_blocks import ProcedureBlocks
from govdocs.compose.documents.spoken_minutes import SpokenMinutes
from govdocs.compose.elements import Wide
from govdocs.compose.titles import meeting_dates, verb
from govdocs.model.actions import ActionBlock
from govdocs.model.decisions import DecisionBlock, DecisionFacts, NamedVotes, OutsideDecision
from govdocs.model.minutes import AmendmentBlock, ItemBlock, MovementBlock, QuestionBlock
from govdocs.model.patterns import fill
from govdocs.model.people import Who
from govdocs.model.record import Block, descend
from govdocs.model.seats import Threshold
from govdocs.read.nodes import Scalar


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a decision."""

    verb: str
    text: Any


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision as the template sees it; ``ratified`` is the decision outside a meeting that it confirms.

    ``context`` says what it amends or answers, ``notes`` how it was taken and what majority it needed.
    """

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
    context: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
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


class MinuteBlocks(SpokenMinutes):
    """Composes the blocks of one meeting's minutes."""

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
            case _:
                return ProcedureBlocks(self.pen, self.meeting, self.item).compose(block)

    def _item(self, block: ItemBlock) -> tuple[Composed | Wide, ...]:
        return self.pen.blocks(
            "item.html", {"why": self.pen.inline(block.why, block.place("why")), "words_of_item": ""}, block.fence
        )

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
            content=self.words(block),
            votes=self._votes(block),
            outcome=self.pen.desk.word(f"outcome_{block.outcome.replace('-', '_')}"),
            dissent=self.people(block.dissent) if block.dissent else "",
            bodies="" if desk.alone else self._bodies(block),
            context=tuple(line for line in (self._amended(block), self._answered(block)) if line),
            notes=self._notes(block),
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

    def _amended(self, block: DecisionBlock) -> str:
        """That this was moved as an amendment of another decision: of its number, or of what it was about."""
        if not block.amends:
            return ""
        desk, known = self.pen.desk, self.pen.desk.library.decisions
        key = block.amends if block.amends in known else f"{self.meeting.id}/{block.amends}"
        found = known.get(key)
        number = (found.facts.number or desk.record_numbers.decisions.get(key, "")) if found is not None else ""
        return desk.word("amendment_of", number=number) if number else desk.word("amendment")

    def _answered(self, block: DecisionBlock) -> str:
        """Whose question this answers."""
        minutes = self.pen.desk.library.minutes.get(self.meeting.id)
        asked = minutes.blocks(QuestionBlock) if minutes is not None and block.answers else ()
        question = next((one for _, one in asked if one.id == block.answers), None)
        return self.pen.desk.word("answer_to", people=self.people(question.asked_by)) if question is not None else ""

    def _notes(self, block: DecisionBlock) -> tuple[str, ...]:
        desk = self.pen.desk
        threshold = next((one for one in desk.body.thresholds if one.id == block.threshold), None)
        needed = self._needed(threshold) if threshold is not None else ""
        how = desk.word(f"decided_{block.how.replace('-', '_')}")
        return tuple(line for line in (how, needed) if line)

    def _needed(self, threshold: Threshold) -> str:
        """The majority that a decision needs, with its share as the body's record has it."""
        desk = self.pen.desk
        key = "at_least" if threshold.at_least is not None else "more_than"
        share = descend(threshold.node, (key,))
        of = desk.word(f"threshold_of_{threshold.of.replace('-', '_')}")
        word = desk.word(f"threshold_{key}", share=share.text if isinstance(share, Scalar) else "", of=of)
        return f"{word[:-1]} {threshold.for_}." if threshold.for_ else word

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
            took_part=self.people(facts.took_part),
            withdrew=self.people(facts.withdrew),
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
        mover = self.people([block.mover]) if block.mover is not None else ""
        return fill(pattern, {"mover": mover, "seconders": self.people(block.seconders)})

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
            by = self.people([block.casting_vote.by])
            lines.append(self.pen.desk.word(f"casting_vote_{block.casting_vote.to}", name=by))
        return tuple(lines)

    def _named(self, named: NamedVotes) -> list[str]:
        ways = {"for": named.for_, "against": named.against, "abstain": named.abstain, "absent": named.absent}
        return [
            self.pen.desk.word(f"voted_{way}", people=self.people(people)) for way, people in ways.items() if people
        ]

    def _action(self, block: ActionBlock) -> tuple[Composed | Wide, ...]:
        desk = self.pen.desk
        owners = [
            desk.word("all_members") if owner.person == "all" else desk.names.presenter(owner) for owner in block.owners
        ]
        facts = {
            "owners": desk.wording.names(owners),
            "due": desk.wording.partial_date(block.due) if block.due is not None else "",
            "content": self.words(block),
            "anchor": f"action-{block.id}",
            "number": block.number or desk.record_numbers.actions.get(f"{self.meeting.id}/{block.id}", ""),
        }
        return self.pen.blocks("action.html", {"action": facts}, block.fence)

    # --- Sentences ---

    def _movement(self, block: MovementBlock) -> tuple[Composed | Wide, ...]:
        words = self.pen.desk.body.minutes.movement
        ways = ((block.arrived, words.arrived), (block.left, words.left), (block.returned, words.returned))
        sentence = block.words or " ".join(
            fill(pattern, {"people": self.people(people)}) for people, pattern in ways if people
        )
        facts = {"sentence": self.pen.inline(sentence, block.place("words")), "time": self.time(block.time)}
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


def owner_words(desk: Desk, owners: Sequence[Who]) -> tuple[str, ...]:
    """Owners of actions as printed, each once: people, groups, offices, or all."""
    printed = [desk.word("all_members") if owner.person == "all" else desk.names.presenter(owner) for owner in owners]
    return tuple(dict.fromkeys(printed))
