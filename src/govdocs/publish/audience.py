"""Who may see what: what an audience may not see is taken out of the records before anything is composed.

The public sees nothing that is restricted, members see everything, and an audience that a body names sees what its
restrictions name it for. What is taken out leaves only its number, its ground and the words typed for others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from govdocs.model.data_sets import DataSet
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Action, Decision, Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import (
    AmendmentBlock,
    ClosedBlock,
    DeclarationBlock,
    MinuteItem,
    Minutes,
    MovementBlock,
    PersonLine,
    QuestionBlock,
    RestrictedBlock,
)
from govdocs.model.papers import Paper
from govdocs.model.prose import Prose
from govdocs.model.record import Block
from govdocs.model.registers import Interest
from govdocs.model.restrictions import CLOSED_TITLE, Restriction
from govdocs.model.tables import TableBlock
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.model.values import Nothing
from govdocs.publish.open_rows import open_data_set, open_register, open_table

PUBLIC = "public"
MEMBERS = "members"

Content = tuple[Prose | Block, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    """The records as an audience may see them, and the paths of the files of which it may not see everything."""

    library: Library
    withheld: frozenset[str]


def filter_library(library: Library, audience: str) -> Filtered:
    """``library`` as ``audience`` may see it; for members it is unchanged."""
    if audience == MEMBERS:
        return Filtered(library, frozenset())
    return _Filter(library, audience).run()


@dataclass(slots=True)
class _Filter:
    """Takes out, meeting by meeting, and remembers what became of each item's id."""

    library: Library
    audience: str
    items: dict[str, dict[str, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)  # ids of papers
    stand_ins: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def run(self) -> Filtered:
        """All records, filtered."""
        shown = {name: one for name, one in self.library.meetings.items() if not self._is_closed(one.session, one)}
        for name, closed in self.library.meetings.items():
            if name not in shown:
                self.paths.add(closed.place().path)
                self.gone.update(paper for paper in self.library.papers if paper.startswith(f"{name}/"))
        # Of a meeting whose record cannot be understood nobody can tell what is open.
        self.gone.update(
            name
            for name, paper in self.library.papers.items()
            if paper.meeting not in self.library.meetings or self._hides_any(paper)
        )
        for meeting in shown.values():
            self._meeting(meeting)  # which papers are closed with their items must be known before any agenda is final
        self._note_closed_records()
        meetings = {name: self._meeting(meeting) for name, meeting in shown.items()}
        self._note_minuted_items()
        minutes = {name: self._minutes(one) for name, one in self.library.minutes.items() if name in shown}
        papers = {name: self._paper(paper) for name, paper in self.library.papers.items() if name not in self.gone}
        for paper in (self.library.papers[name] for name in self.gone if name in self.library.papers):
            self.paths.update((paper.path, *(other.path for other in paper.renditions.values())))
        for unseen in (one for name, one in self.library.minutes.items() if name not in shown):
            self.paths.update((unseen.path, *(other.path for other in unseen.renditions.values())))
        library = replace(
            self.library,
            meetings=meetings,
            minutes=minutes,
            papers=papers,
            interests=self.interests,
            risks=open_register(self.library.risks, self._hides),
            terms_of_reference={name: self._terms(one) for name, one in self.library.terms_of_reference.items()},
            actions=dict(self._actions(set(shown))),
            decisions=dict(self._decisions(set(shown))),
            withheld=frozenset(self.stand_ins),
        )
        return Filtered(library, frozenset(self.paths))

    # --- What is closed ---

    @property
    def interests(self) -> Mapping[str, Interest]:
        """The interests whose details this audience may see."""
        return open_register(self.library.interests, self._hides)

    def _hides(self, restricted: Restriction | RestrictedBlock | None) -> bool:
        return restricted is not None and self.audience not in restricted.who

    def _hides_any(self, paper: Paper) -> bool:
        """Whether a paper is closed: in one language is in all."""
        return any(self._hides(one.header.restricted) for one in (paper, *paper.renditions.values()))

    def _is_closed(self, session: str | None, meeting: Meeting) -> bool:
        """Whether a kind of session is closed to this audience; one that nobody has described may be."""
        body = self.library.body_of(meeting)
        kinds = {kind.id: kind for kind in body.sessions} if body is not None else {}
        return session is not None and (session not in kinds or not kinds[session].open)

    def _note_closed_records(self) -> None:
        """Registers of which not everything may be seen."""
        library = self.library
        outside = (one.facts for one in library.decisions.values() if not one.meeting)
        for record in (*library.interests.values(), *library.risks.values(), *outside):
            if self._hides(getattr(record, "restricted", None)):
                self.paths.add(record.place().path)
        self.paths.update(one.place.path for one in library.actions.values() if self._hides(one.restricted))

    def _note_minuted_items(self) -> None:
        """Items that were taken in closed session without standing so on the agenda."""
        readable = ((name, one) for name, one in self.library.minutes.items() if name in self.library.meetings)
        for name, minutes in readable:
            taken = self.items.setdefault(name, {})
            inside = False
            for item in minutes.items:
                if inside:
                    self._closed_id(taken, item.id)
                for block in item.blocks(ClosedBlock):
                    inside = not block.ends and not block.items
                    for closed in block.items if not self._allowed(name, block.items) else ():
                        self._closed_id(taken, closed)

    def _allowed(self, meeting: str, items: Iterable[str]) -> bool:
        """Whether the agenda's restrictions let this audience see the items of a closed part."""
        entries = [self.library.meetings[meeting].entry(item) for item in items]
        return all(entry is not None and entry.restricted and not self._hides(entry.restricted) for entry in entries)

    def _closed_id(self, taken: dict[str, str], item: str) -> str:
        """The id that stands for a closed item's own, which may say what the item is about."""
        return taken.setdefault(item, f"closed-{len(taken) + 1}")

    # --- Agendas ---

    def _meeting(self, meeting: Meeting) -> Meeting:
        taken = self.items.setdefault(meeting.id, {})
        entries = self._entries(meeting, meeting.agenda, taken)
        if not taken and entries == meeting.agenda:
            return meeting
        self.paths.add(meeting.place().path)
        return meeting.model_copy(update={"agenda": entries})

    def _entries(
        self, meeting: Meeting, entries: Sequence[AgendaEntry], taken: dict[str, str]
    ) -> tuple[AgendaEntry, ...]:
        closed = False
        made: list[AgendaEntry] = []
        for entry in entries:
            if entry.is_section:
                closed = self._is_closed(entry.session, meeting) if entry.session is not None else closed
                made.append(entry)
            elif self._is_hidden(meeting, entry, closed=closed):
                made.append(self._stand_in(meeting, entry, self._closed_id(taken, entry.id)))
            else:
                made.append(self._open_entry(meeting, entry, taken))
        return tuple(made)

    def _is_hidden(self, meeting: Meeting, entry: AgendaEntry, *, closed: bool) -> bool:
        """Whether an entry is closed: by itself, with the part that it stands in, or with its paper."""
        paper = self.library.paper_of(meeting, entry)
        with_paper = paper is not None and paper.id in self.gone
        return self._hides(entry.restricted) or (closed and entry.restricted is None) or with_paper

    def _open_entry(self, meeting: Meeting, entry: AgendaEntry, taken: dict[str, str]) -> AgendaEntry:
        """An open entry: further papers of it, and entries under it, may be closed."""
        papers = tuple(
            self._paper_id(f"{entry.id}-paper-{number}") if f"{meeting.id}/{paper}" in self.gone else paper
            for number, paper in enumerate(entry.papers, start=1)
        )
        items = self._entries(meeting, entry.items, taken)
        same = papers == entry.papers and items == entry.items
        return entry if same else entry.model_copy(update={"papers": papers, "items": items})

    def _stand_in(self, meeting: Meeting, entry: AgendaEntry, name: str) -> AgendaEntry:
        """A closed entry: its number, its hour and its ground are left, and the letters of its papers stay taken."""
        paper = self.library.paper_of(meeting, entry)
        restricted = entry.restricted or (paper.header.restricted if paper is not None else None)
        if entry.paper:
            self.gone.add(entry.paper if "/" in entry.paper else f"{meeting.id}/{entry.paper}")
        self.gone.update(other if "/" in other else f"{meeting.id}/{other}" for other in entry.papers)
        body = self.library.body_of(meeting)
        standing = next((one for one in body.agenda.standing if one.id == entry.standing), None) if body else None
        has_paper = entry.paper is not None or (standing is not None and standing.paper is not None)
        kept: dict[str, object] = dict.fromkeys(AgendaEntry.model_fields)
        kept.update({key: AgendaEntry.model_fields[key].get_default(call_default_factory=True) for key in kept})
        kept.update({key: getattr(entry, key) for key in ("number", "letter", "time", "minutes", "consent")})
        return entry.model_copy(
            update={
                **kept,
                "paper": self._paper_id(name) if has_paper else None,
                "item": None if has_paper else name,
                "papers": tuple(self._paper_id(f"{name}-{at}") for at, _ in enumerate(entry.papers, start=2)),
                "title": CLOSED_TITLE,
                "presenters": Nothing.BLANK,
                "action": Nothing.BLANK,
                "restricted": _ground_only(restricted),
            }
        )

    def _paper_id(self, name: str) -> str:
        self.stand_ins.add(name)
        return name

    # --- Minutes ---

    def _minutes(self, minutes: Minutes) -> Minutes:
        taken = self.items.get(minutes.meeting, {})
        preamble = self._content(minutes.preamble, minutes.path, taken)
        items = tuple(self._item(minutes, item, taken) for item in minutes.items)
        if taken:
            self.paths.add(minutes.path)
        update = {
            key: tuple(_line(line, taken) for line in getattr(minutes.header, key))
            for key in ("present", "in_attendance")
        }
        header = minutes.header.model_copy(update=update) if taken else minutes.header
        renditions = {language: self._minutes(one) for language, one in minutes.renditions.items()}
        return replace(minutes, header=header, preamble=preamble, items=items, renditions=renditions)

    def _item(self, minutes: Minutes, item: MinuteItem, taken: Mapping[str, str]) -> MinuteItem:
        if item.id not in taken:
            return replace(item, content=self._content(item.content, minutes.path, taken))
        entry = self.library.meetings[minutes.meeting].entry(item.id)
        resolved = {block.resolution for block in item.blocks(ClosedBlock)}
        if entry is not None and entry.restricted is not None:
            resolved.add(entry.restricted.resolution)
        known = {(name or "").rpartition("/")[2] for name in resolved}
        kept = [part for part in item.content if _stays(part, known)]
        return MinuteItem(taken[item.id], CLOSED_TITLE, self._content(kept, minutes.path, taken), item.place)

    def _content(self, content: Iterable[Prose | Block], path: str, taken: Mapping[str, str]) -> Content:
        """Prose and blocks with what is closed taken out."""
        kept = [(part, self._part(part, taken)) for part in content]
        if any(before is not after for before, after in kept):
            self.paths.add(path)
        return tuple(after for _, after in kept if after is not None)

    def _part(self, part: Prose | Block, taken: Mapping[str, str]) -> Prose | Block | None:
        match part:
            case RestrictedBlock() if self._hides(part):
                return part.without_words()
            case TableBlock() if self._hides(part.restricted):
                return open_table(part)
            case ClosedBlock() if set(part.items) & set(taken):
                items = tuple(taken.get(item, item) for item in part.items)
                return part.model_copy(update={"items": items}).without_words()
            case DeclarationBlock() if part.interest is not None and part.interest not in self.interests:
                return part.model_copy(update={"about": "", "interest": None, "kind": None}).without_words()
            case DeclarationBlock() if part.item in taken:
                nothing = {"about": "", "interest": None, "kind": None}
                return part.model_copy(update={**nothing, "item": taken.get(part.item or "")}).without_words()
            case QuestionBlock() if part.item in taken:
                return part.model_copy(update={"item": taken.get(part.item or "")})
            case AmendmentBlock() if part.item in self.items.get(part.minutes_of, {}):
                return None
            case _:
                return part

    # --- Papers and terms ---

    def _paper(self, paper: Paper) -> Paper:
        closed = {appendix.id for appendix in paper.header.appendices if self._hides(appendix.restricted)}
        header = paper.header
        if closed:
            self.paths.add(paper.path)
            header = header.model_copy(
                update={"appendices": tuple(one for one in header.appendices if one.id not in closed)}
            )
        parts = tuple(
            replace(part, content=self._content(part.content, paper.path, {}))
            for part in paper.parts
            if part.id not in closed
        )
        renditions = {language: self._paper(one) for language, one in paper.renditions.items()}
        data_sets = {name: self._data_set(paper, one) for name, one in paper.data_sets.items()}
        return replace(paper, header=header, parts=parts, data_sets=data_sets, renditions=renditions)

    def _data_set(self, paper: Paper, data: DataSet) -> DataSet:
        """A data set; of one with closed rows neither the CSV file nor what describes it may go with the paper."""
        if not self._hides(data.facts.restricted):
            return data
        self.paths.update((data.csv_path, data.facts.place().path, paper.path))
        return open_data_set(data)

    def _terms(self, terms: TermsOfReference) -> TermsOfReference:
        clauses = tuple(
            replace(clause, content=self._content(clause.content, terms.path, {})) for clause in terms.clauses
        )
        return replace(terms, preamble=self._content(terms.preamble, terms.path, {}), clauses=clauses)

    # --- Actions and decisions ---

    def _actions(self, shown: set[str]) -> Iterable[tuple[str, Action]]:
        for number, (key, action) in enumerate(self.library.actions.items()):
            closed = action.meeting and (
                action.meeting not in shown or action.item in self.items.get(action.meeting, {})
            )
            if closed or self._hides(action.restricted):
                name = f"closed-{number}"
                blank = Prose("", action.words.place)
                empty = replace(action, key=name, id=name, item="", owners=(), due=None, words=blank, updates=())
                yield name, replace(empty, withheld=True)
            else:
                yield key, action

    def _decisions(self, shown: set[str]) -> Iterable[tuple[str, Decision]]:
        kept = {block.fence for minutes in self._open_minutes(shown) for _, block in minutes.blocks(DecisionBlock)}
        for number, (key, decision) in enumerate(self.library.decisions.items()):
            closed = decision.meeting and decision.place not in kept
            if closed or self._hides(getattr(decision.facts, "restricted", None)):
                facts = decision.facts.model_copy(update={"parts": (), "printed": "", "votes": None, "named": None})
                name = f"closed-{number}"
                yield name, replace(decision, key=name, id=name, item="", facts=facts, words=None)
            else:
                yield key, decision

    def _open_minutes(self, shown: set[str]) -> Iterable[Minutes]:
        return (self._minutes(minutes) for name, minutes in self.library.minutes.items() if name in shown)


def _ground_only(restricted: Restriction | None) -> Restriction | None:
    if restricted is None:
        return None
    return restricted.model_copy(update={"who": (), "review": None, "by": "", "resolution": None})


def _stays(part: Prose | Block, resolutions: set[str]) -> bool:
    """What the public may read of a closed item: that it was closed, by which resolution, and who came and went."""
    if isinstance(part, DecisionBlock):
        return part.id in resolutions
    if isinstance(part, MovementBlock):
        return not part.words
    return isinstance(part, ClosedBlock | RestrictedBlock)


def _line(line: PersonLine, taken: Mapping[str, str]) -> PersonLine:
    """A line of the roll with the ids of closed items replaced."""
    times = tuple(
        span.model_copy(
            update={
                key: taken.get(end, end) if isinstance(end, str) else end
                for key, end in (("from_", span.from_), ("to", span.to))
            }
        )
        for span in line.times
    )
    return line.model_copy(update={"items": tuple(taken.get(item, item) for item in line.items), "times": times})
