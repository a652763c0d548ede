"""What links lead to: records cited in prose, places in the pack, web pages."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from govdocs.compose.blocks import Abbreviation, Indexed, Inline, Link, Text
from govdocs.compose.desk import Desk
from govdocs.compose.pictures import find_picture, read_picture
from govdocs.compose.plan import PaperKind
from govdocs.compose.problems import UNRESOLVED_REFERENCE, UNSAFE_ADDRESS
from govdocs.compose.titles import entry_title
from govdocs.diagnostics import Diagnostic
from govdocs.model.charts import ChartBlock
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.scalars import parse_partial_date
from govdocs.model.tables import TableBlock
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.places import Place

_WEB = re.compile(r"https?://[^\s]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_RECORD = re.compile(r"([a-z]+):([A-Za-z0-9][A-Za-z0-9./()-]*)")


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: its own words, and where it stands, if it stands in the pack.

    ``expansion`` is what a short form stands for.
    """

    words: str
    document: str = ""
    anchor: str = ""
    expansion: str = ""

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The words as printed; a short form with what it stands for."""
        return (Abbreviation(self.words, self.expansion),) if self.expansion else (Text(self.words),)


@dataclass(slots=True)
class Anchors:
    """What can be linked to within one document, by kind and id, with the words that name it.

    ``wanted`` holds the numbers of paragraphs that references name.
    """

    found: dict[tuple[str, str], Target] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Home:
    """The record that a document is made of, in which short ids are looked up."""

    meeting: str
    paper: Paper | None = None
    minutes: Minutes | None = None
    terms: TermsOfReference | None = None
    folder: str = ""


class DocumentTargets:
    """Resolves the links of one document.

    A document is read twice: the first time gathers its own ``anchors``, and finds nothing wrong with links. Where the
    first reading is ``settled``, the second would give the same: no link asked for what the document itself holds.
    """

    def __init__(self, desk: Desk, home: Home, anchors: Anchors, *, first_reading: bool = False) -> None:
        self._desk = desk
        self._home = home
        self._anchors = anchors
        self._first = first_reading
        self.settled = True
        self._kinds: Mapping[str, Callable[[str], Target | None]] = {
            "item": self._item,
            "paper": self._paper,
            "meeting": self._meeting,
            "person": self._person,
            "decision": self._decision,
            "action": self._action,
            "figure": self._figure,
            "event": self._event,
            "appendix": self._appendix,
            "risk": self._risk,
            "term": self._term,
            "table": lambda name: self._own("table", name),
            "heading": lambda name: self._own("heading", name),
            "clause": lambda name: self._own("heading", name) or self._paragraph(name),
            "paragraph": self._paragraph,
            "picture": lambda name: self._own("picture", name),
            "index": lambda _: None,
            "due": self._due,
        }

    def link(
        self, address: str, words: tuple[Inline, ...], place: Place
    ) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
        """What is printed for a link; an address that leads nowhere keeps its words and is a finding."""
        if _WEB.fullmatch(address):
            return (Link(words or (Text(address.removeprefix("mailto:")),), address=address),), ()
        if address.startswith("document:"):
            document, _, anchor = address.removeprefix("document:").partition("#")
            return (Link(words or (Text(document),), document=document, anchor=anchor),), ()
        if address.startswith("#") and len(address) > 1:
            return (Link(words or (Text(address[1:]),), anchor=address[1:]),), ()
        match = _RECORD.fullmatch(address)
        if match is None or match[1] not in self._kinds:
            return self._unsafe(address, words, place)
        if match[1] == "index" and match[2] in self._known("index"):
            return (Indexed(words, (match[2],)),), ()
        target = self._kinds[match[1]](match[2])
        if target is None:
            return self._unresolved(match[1], match[2], words, place)
        printed = words or target.inlines
        if target.document or target.anchor:
            return (Link(printed, document=target.document, anchor=target.anchor),), ()
        return printed, ()

    def picture(self, address: str, place: Place) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
        """The picture of that file, which lies beside the document."""
        folder = self._home.folder
        find = partial(find_picture, self._desk.root, folder, address)
        file = self._desk.library.keep(("picture", folder, address), find)
        return read_picture(file, folder, address, place)

    # --- Findings ---

    def _unsafe(
        self, address: str, words: tuple[Inline, ...], place: Place
    ) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
        scheme = address.partition(":")[0] if ":" in address else ""
        near = difflib.get_close_matches(scheme, self._kinds, 1)
        hint = "write an address that begins with `https://`, or name a record such as `item:…` or `paper:…`"
        if near:
            hint = f"write `{near[0]}:{address.partition(':')[2]}`"
        message = f"the link leads to `{address}`; expected a web page, a mail address or a record"
        finding = Diagnostic(UNSAFE_ADDRESS, message, place, hint, length=len(address))
        return words or (Text(address),), (finding,)

    def _unresolved(
        self, kind: str, name: str, words: tuple[Inline, ...], place: Place
    ) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
        self.settled = False
        if self._first or self._is_unread(kind, name):
            return words or (Text(name),), ()
        if kind == "due":
            message = f"`{name}` is no date; expected a day, a month or a year"
            finding = Diagnostic(UNRESOLVED_REFERENCE, message, place, "write it as in `due:2015-09`", length=len(name))
            return words or (Text(name),), (finding,)
        known = sorted(set(self._known(kind)))
        near = difflib.get_close_matches(name, known, 1, 0.5)
        message = f"there is no {kind} `{name}` to refer to"
        hint = f"write `{kind}:{near[0]}`" if near else f"choose one of {_some(known)}" if known else f"add the {kind}"
        finding = Diagnostic(UNRESOLVED_REFERENCE, message, place, hint, length=len(kind) + 1 + len(name))
        return words or (Text(f"{kind}:{name}"),), (finding,)

    def _is_unread(self, kind: str, name: str) -> bool:
        """Whether the record is there and could not be understood, which has findings of its own."""
        library = self._desk.library
        meeting, _, own = name.rpartition("/")
        meeting = meeting or self._home.meeting
        match kind:
            case "table" | "picture":
                return self._is_of_unread_data(name)
            case "item":
                return library.is_broken("meeting", meeting)
            case "paper":
                return any(library.is_broken("paper", f"{each}/{own}") for each in (meeting, self._desk.meeting.id))
            case "action" | "decision":
                return library.is_broken(kind, name) or any(of == "minutes" for of, _ in library.broken)
            case _:
                return library.is_broken(kind, name)

    def _is_of_unread_data(self, name: str) -> bool:
        """Whether a table or chart of that name is missing because its data set could not be read."""
        paper = self._home.paper
        tables = [(block.id, block.data) for _, block in paper.blocks(TableBlock)] if paper else []
        charts = [(block.id, block.data) for _, block in paper.blocks(ChartBlock)] if paper else []
        return paper is not None and any(
            (name in (anchor, data) or name.startswith(f"{data}-"))
            and self._desk.library.is_broken("data-set", f"{paper.folder}/{data}")
            for anchor, data in (*tables, *charts)
            if data is not None
        )

    def _known(self, kind: str) -> Iterable[str]:
        """The ids that a reference of that kind could have named."""
        library, paper = self._desk.library, self._home.paper
        meeting = library.meetings.get(self._home.meeting)
        named: Mapping[str, Iterable[str]] = {
            "item": [entry.id for entry in meeting.entries() if entry.id] if meeting else (),
            "paper": [paper.name for paper in library.papers.values()],
            "meeting": library.meetings,
            "person": library.people,
            "decision": library.decisions,
            "action": [action.id for action in library.actions.values()],
            "figure": [figure.id for figure in paper.header.figures] if paper else (),
            "event": [event.id for event in paper.header.events] if paper else (),
            "appendix": [appendix.id for appendix in paper.header.appendices] if paper else (),
            "risk": library.risks,
            "index": [term.name for term in paper.header.index] if paper else (),
            "term": library.terms,
        }
        own = {"clause": ("heading", "paragraph")}.get(kind, (kind,))
        return named.get(kind) or [name for of, name in self._anchors.found if of in own]

    # --- Kinds ---

    def _own(self, kind: str, name: str) -> Target | None:
        self.settled = False
        return self._anchors.found.get((kind, name))

    def _paragraph(self, name: str) -> Target | None:
        found = self._own("paragraph", name.rstrip("."))
        if found is None:
            return None
        self._anchors.wanted.add(name.rstrip("."))
        return Target(self._desk.word("paragraph", number=found.words), anchor=found.anchor)

    def _item(self, name: str) -> Target | None:
        path, _, item = name.rpartition("/")
        meeting_id = path or self._home.meeting
        meeting = self._desk.library.meetings.get(meeting_id)
        if meeting is None:
            return None
        entry = meeting.entry(item)
        minutes = self._desk.library.minutes.get(meeting_id)
        minuted = minutes.item(item) if minutes is not None else None
        if entry is None and minuted is None:
            return None
        title = entry_title(self._desk, meeting, entry) if entry is not None else item
        words = self._desk.reference(meeting_id, item) or title
        planned = self._desk.planned(PaperKind.MINUTES, meeting_id)
        if minuted is not None and planned is not None:
            return Target(words, planned.name, f"item-{item}")
        return Target(words, "agenda", f"item-{item}") if meeting.id == self._desk.meeting.id else Target(words)

    def _paper(self, name: str) -> Target | None:
        library = self._desk.library
        full = name if "/" in name else f"{self._home.meeting}/{name}"
        paper = library.papers.get(full) or library.papers.get(f"{self._desk.meeting.id}/{name}")
        if paper is None:
            meeting = library.meetings.get(self._home.meeting)
            entry = meeting.entry(name) if meeting is not None else None
            return Target(entry.title) if entry is not None and entry.paper and entry.title else None
        planned = self._desk.planned(PaperKind.PAPER, paper.id)
        return Target(paper.header.title, planned.name if planned else "")

    def _meeting(self, name: str) -> Target | None:
        meeting = self._desk.library.meetings.get(name)
        if meeting is None:
            return None
        words = self._desk.wording.plain_date(meeting.date)
        if meeting.id == self._desk.meeting.id:
            return Target(words, "agenda")
        planned = self._desk.planned(PaperKind.MINUTES, meeting.id)
        return Target(words, planned.name if planned else "")

    def _person(self, name: str) -> Target | None:
        known = name in self._desk.library.people
        return Target(self._desk.names.print(name, self._desk.names.style.minutes)) if known else None

    def _decision(self, name: str) -> Target | None:
        decisions = self._desk.library.decisions
        decision = decisions.get(name) or decisions.get(f"{self._home.meeting}/{name}")
        decision = decision or decisions.get(f"{self._desk.body_id}/{name}")
        if decision is None:
            return None
        parts = [f"{part.verb} {part.text}".strip() for part in decision.facts.parts]
        words = decision.facts.printed or "; ".join(parts) or (decision.words.text.strip() if decision.words else name)
        planned = self._desk.planned(PaperKind.MINUTES, decision.meeting)
        return Target(words, planned.name, f"item-{decision.item}") if planned else Target(words)

    def _action(self, name: str) -> Target | None:
        actions = self._desk.library.actions
        found = actions.get(name) or next((action for action in actions.values() if action.id == name), None)
        if found is None:
            return None
        words = " ".join(found.words.text.split())
        planned = next(
            (paper for paper in self._desk.plan if paper.kind is PaperKind.ACTION_LOG and not paper.held), None
        )
        return Target(words, planned.name, f"action-{found.id}") if planned else Target(words)

    def _figure(self, name: str) -> Target | None:
        figures = self._home.paper.header.figures if self._home.paper else ()
        figure = next((figure for figure in figures if figure.id == name), None)
        return Target(self._desk.wording.amount(figure.value, figure.unit)) if figure else None

    def _event(self, name: str) -> Target | None:
        events = self._home.paper.header.events if self._home.paper else ()
        event = next((event for event in events if event.id == name), None)
        return Target(self._desk.wording.partial_date(event.date)) if event else None

    def _appendix(self, name: str) -> Target | None:
        paper = self._home.paper
        appendix = next((entry for entry in paper.header.appendices if entry.id == name), None) if paper else None
        if appendix is None or paper is None:
            return self._own("heading", name)
        return Target(appendix.title, anchor=name if paper.part(name) else "")

    def _risk(self, name: str) -> Target | None:
        risk = self._desk.library.risks.get(name)
        if risk is None:
            return None
        row = self._own("risk", name)
        return Target(risk.code or risk.title, anchor=row.anchor if row is not None else "")

    def _term(self, name: str) -> Target | None:
        term = self._desk.library.terms.get(name)
        row = self._own("term", name)
        return Target(term.short, anchor=row.anchor if row else "", expansion=term.long) if term else None

    def _due(self, name: str) -> Target | None:
        try:
            return Target(self._desk.wording.partial_date(parse_partial_date(name)))
        except ValueError:
            return None


def _some(known: list[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in known[:6])
    return listed + (" …" if len(known) > 6 else "")  # noqa: PLR2004 -- as many as are easily read
