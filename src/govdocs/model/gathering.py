"""Actions and decisions from wherever they were typed, under one key each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from govdocs.model.actions import ActionBlock, ActionUpdate, OutsideAction
from govdocs.model.decisions import DecisionBlock, OutsideDecision
from govdocs.model.index import Action, Decision
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.record import Record, records_in
from govdocs.model.waivers import Waiver
from govdocs.read.nodes import Prose


@dataclass(frozen=True, slots=True)
class ActionsOfBody:
    """What a body's file of actions holds."""

    body: str
    updates: tuple[ActionUpdate, ...]
    outside: Mapping[str, OutsideAction]


def gather_actions(
    meetings: Mapping[str, Meeting], minutes: Mapping[str, Minutes], files: Iterable[ActionsOfBody]
) -> dict[str, Action]:
    """All actions by key, each with its updates in the order of their dates."""
    known = tuple(files)
    updates: dict[tuple[str, str], list[ActionUpdate]] = {}
    for file in known:
        for update in file.updates:
            updates.setdefault((update.action, "" if "/" in update.action else file.body), []).append(update)
    found = [*_minuted(meetings, minutes), *_outside(known)]
    actions: dict[str, Action] = {}
    for action in sorted(found, key=lambda action: (action.arose, action.place)):
        mine = [*updates.get((action.key, ""), ()), *updates.get((action.id, action.body), ())]
        mine.sort(key=lambda update: update.date)
        actions.setdefault(action.key, replace(action, updates=tuple(mine)))
    return actions


def _minuted(meetings: Mapping[str, Meeting], minutes: Mapping[str, Minutes]) -> Iterator[Action]:
    for name, record in minutes.items():
        meeting = meetings.get(name)
        if meeting is None:
            continue
        for item, block in record.blocks(ActionBlock):
            yield Action(
                key=f"{name}/{block.id}",
                id=block.id,
                body=meeting.lead_body,
                meeting=name,
                item=item.id if item is not None else "",
                owners=block.owners,
                due=block.due,
                words=block.prose or Prose("", block.fence),
                arose=meeting.date,
                number=block.number,
                updates=(),
                place=block.fence,
            )


def _outside(files: Iterable[ActionsOfBody]) -> Iterator[Action]:
    for file in files:
        for name, action in file.outside.items():
            yield Action(
                key=f"{file.body}/{name}",
                id=name,
                body=file.body,
                meeting="",
                item="",
                owners=action.owners,
                due=action.due,
                words=Prose(action.words, action.place("words")),
                arose=action.arose,
                number=action.number,
                updates=(),
                place=action.place(),
                restricted=action.restricted,
            )


def gather_decisions(
    meetings: Mapping[str, Meeting],
    minutes: Mapping[str, Minutes],
    outside: Mapping[str, Mapping[str, OutsideDecision]],
) -> dict[str, Decision]:
    """All decisions by key, those outside meetings by body and id; the second one of an item without an id is -2."""
    decisions: dict[str, Decision] = {}
    for name, record in minutes.items():
        meeting = meetings.get(name)
        if meeting is None:
            continue
        for item, block in record.blocks(DecisionBlock):
            base = block.id or (item.id if item is not None else "decision")
            number, own = 1, base
            while f"{name}/{own}" in decisions and block.id is None:
                number += 1
                own = f"{base}-{number}"
            key, where = f"{name}/{own}", item.id if item is not None else ""
            bodies = block.bodies or meeting.all_bodies
            decision = Decision(key, own, bodies, name, where, meeting.date, block, block.prose, block.fence)
            decisions.setdefault(key, decision)
    for body, records in outside.items():
        for own, facts in records.items():
            words = Prose(facts.words, facts.place("words")) if facts.words else None
            key = f"{body}/{own}"
            decisions[key] = Decision(key, own, (body,), "", "", facts.closed, facts, words, facts.place())
    return decisions


def gather_waivers(records: Iterable[Record]) -> tuple[Waiver, ...]:
    """All waivers in the records, in the order of their places."""
    waivers = [inner for record in records for inner in records_in(record) if isinstance(inner, Waiver)]
    return tuple(sorted(waivers, key=lambda waiver: waiver.place()))
