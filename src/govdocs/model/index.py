"""The index of all records: what the later phases are given."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, TypeVar

from govdocs.model.actions import ActionUpdate
from govdocs.model.bodies import Body
from govdocs.model.decisions import DecisionFacts
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.people import Organisation, Person, Venue, Who
from govdocs.model.registers import Interest, InterestKind, Settings, Term
from govdocs.model.restrictions import Restriction
from govdocs.model.risks import Risk, RisksFile
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.model.values import PartialDate
from govdocs.model.waivers import Waiver
from govdocs.places import Place
from govdocs.read.nodes import Prose

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Action:
    """An action with its history, wherever it arose.

    ``key`` names it in the whole repository (``board/2018-05-17/escalation-route``, or the body and the id where it
    arose outside a meeting); ``id`` is its own. ``item`` is the minuted item, empty outside a meeting. A ``withheld``
    one has lost all that a reader may not see, and is there only so that the others keep their numbers.
    """

    key: str
    id: str
    body: str
    meeting: str
    item: str
    owners: tuple[Who, ...]
    due: PartialDate | None
    words: Prose
    arose: date
    number: str
    updates: tuple[ActionUpdate, ...]
    place: Place
    withheld: bool = False
    restricted: Restriction | None = None

    def updates_by(self, day: date) -> tuple[ActionUpdate, ...]:
        """What had been reported by ``day``, oldest first."""
        return tuple(update for update in self.updates if update.date <= day)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, in a meeting or outside one.

    ``key`` names it in the whole repository (``board/2018-05-17/lease``, or ``board/urgent-lease`` outside a
    meeting); ``meeting`` and ``item`` are empty outside a meeting.
    """

    key: str
    id: str
    bodies: tuple[str, ...]
    meeting: str
    item: str
    date: date
    facts: DecisionFacts
    words: Prose | None
    place: Place


@dataclass(frozen=True, slots=True)
class Library:
    """All records by id, and what a reader needs to find its way between them.

    Meetings are in the order of their dates. ``broken`` holds kind and id of records that are there but could not be
    understood, so that nobody calls them unknown; the id ``*`` stands for a whole register. ``withheld`` holds the ids
    that stand in agendas for papers which a reader may not see.
    """

    settings: Settings = field(default_factory=lambda: Settings(name=""))
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    interest_kinds: Mapping[str, InterestKind] = field(default_factory=dict)
    interests: Mapping[str, Interest] = field(default_factory=dict)
    risks: Mapping[str, Risk] = field(default_factory=dict)
    risk_scale: RisksFile = field(default_factory=lambda: RisksFile(risks={}))
    bodies: Mapping[str, Body] = field(default_factory=dict)
    terms_of_reference: Mapping[str, TermsOfReference] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    excuses: tuple[Waiver, ...] = ()
    assets: frozenset[str] = frozenset()
    broken: frozenset[tuple[str, str]] = frozenset()
    withheld: frozenset[str] = frozenset()
    _of_body: dict[str, tuple[Meeting, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _acting: dict[str, list[Action]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _kept: dict[tuple[str, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _decided: dict[str, list[Decision]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def keep(self, key: tuple[str, ...], find: Callable[[], T]) -> T:
        """What ``find`` finds out about these records: found out once, and kept with them under ``key``."""
        if key not in self._kept:
            self._kept[key] = find()
        found: T = self._kept[key]
        return found

    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers of all files, in the order of their places."""
        return self.excuses

    def current_meetings(self) -> Iterator[Meeting]:
        """The meetings that `govdocs build` builds when none is named: those not marked `archived`."""
        return (meeting for meeting in self.meetings.values() if not meeting.archived)

    def date_of(self, meeting: str) -> date | None:
        """The day of a meeting named by its id, or by its date where it is not in the repository; else None."""
        if meeting in self.meetings:
            return self.meetings[meeting].date
        try:
            return date.fromisoformat(meeting)
        except ValueError:
            return None

    def body_of(self, meeting: Meeting) -> Body | None:
        """The body whose forms and references a meeting uses; None where it is not known."""
        return self.bodies.get(meeting.lead_body)

    def meetings_of(self, body: str) -> tuple[Meeting, ...]:
        """The meetings of a body, the earliest first."""
        if not self._of_body:
            gathered: dict[str, list[Meeting]] = {}
            for meeting in self.meetings.values():
                for each in dict.fromkeys(meeting.all_bodies):
                    gathered.setdefault(each, []).append(meeting)
            self._of_body.update({each: tuple(meetings) for each, meetings in gathered.items()})
        return self._of_body.get(body, ())

    def meeting_before(self, meeting: Meeting) -> Meeting | None:
        """The meeting of the same body, and the same kind of session, before this one."""
        meetings, at = self._around(meeting)
        return next((other for other in reversed(meetings[:at]) if other.session == meeting.session), None)

    def meeting_after(self, meeting: Meeting) -> Meeting | None:
        """The meeting of the same body, and the same kind of session, after this one."""
        meetings, at = self._around(meeting)
        return next((other for other in meetings[at + 1 :] if other.session == meeting.session), None)

    def _around(self, meeting: Meeting) -> tuple[tuple[Meeting, ...], int]:
        """All meetings of the body that leads a meeting, and which of them it is."""
        meetings = self.meetings_of(meeting.lead_body)
        at = bisect_left(meetings, _in_time(meeting), key=_in_time)
        return meetings, at

    def paper(self, meeting: Meeting, name: str) -> Paper | None:
        """The paper that an agenda entry of ``meeting`` names, with or without its meeting; or None."""
        return self.papers.get(name if "/" in name else f"{meeting.id}/{name}")

    def paper_of(self, meeting: Meeting, entry: AgendaEntry) -> Paper | None:
        """The main paper of an agenda entry; None where it has none, or it is not there."""
        return self.paper(meeting, entry.paper) if entry.paper else None

    def actions_of(self, body: str) -> tuple[Action, ...]:
        """The actions of a body, the oldest first."""
        if not self._acting:
            for action in self.actions.values():
                self._acting.setdefault(action.body, []).append(action)
        return tuple(self._acting.get(body, ()))

    def decisions_of(self, meeting: str, item: str = "") -> tuple[Decision, ...]:
        """The decisions of a meeting, or of one of its items."""
        if not self._decided:
            for decision in self.decisions.values():
                self._decided.setdefault(decision.meeting, []).append(decision)
        return tuple(decision for decision in self._decided.get(meeting, ()) if item in ("", decision.item))

    def is_broken(self, kind: str, name: str) -> bool:
        """Whether a record of that kind and id is there but could not be understood."""
        return (kind, name) in self.broken or (kind, "*") in self.broken


def _in_time(meeting: Meeting) -> tuple[date, time, str]:
    """The order of meetings."""
    return meeting.date, meeting.start, meeting.id
