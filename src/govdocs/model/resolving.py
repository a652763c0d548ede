"""Whether every id leads somewhere."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from govdocs.diagnostics import Diagnostic
from govdocs.model import problems
from govdocs.model.answers import people_in
from govdocs.model.bodies import Body
from govdocs.model.building import listed, nearest, shown
from govdocs.model.gathering import ActionsOfBody
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import ItemBlock
from govdocs.model.record import Block, Record
from govdocs.model.scalars import is_slug
from govdocs.model.walking import Reference, references_in
from govdocs.read.nodes import Prose

_LONGEST_LIST = 12
#: Ids that unknown ones are held against, in all; a folder that was renamed makes thousands unknown at once.
_MOST_COMPARED = 50_000


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a record can name without saying more: its bodies, and its meeting."""

    bodies: tuple[str, ...] = ()
    meeting: str = ""


_NOWHERE = _Scope()


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of one kind, and where one would look for them; ``keys`` are those that all records share."""

    names: frozenset[str]
    called: str
    where: str
    keys: Mapping[str, object] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        """Whether it is one of them."""
        return name in self.names or name in self.keys


def check_references(
    library: Library, actions: Iterable[ActionsOfBody], names: Mapping[str, frozenset[tuple[str, str]]]
) -> tuple[Diagnostic, ...]:
    """Findings about ids that lead nowhere, each with the nearest one that does.

    ``names`` are those in each folder of meetings (``names_in``): folders where all of them lead somewhere are not
    walked through.
    """
    checker = _Checker(library)
    suspect = {name for name, several in names.items() if not checker.knows_all(several, _scope(library, name))}
    for record, scope in _records(library, actions, suspect):
        for reference in references_in(record):
            checker.check(reference, scope)
    return tuple(checker.findings)


def names_in(library: Library) -> frozenset[tuple[str, str]]:
    """The ids in meetings, minutes and papers that name other records, each with its kind."""
    held = ((meeting, _NOWHERE) for meeting in library.meetings.values())
    records = (*held, *_of_meetings(library, {*library.minutes, *(paper.meeting for paper in library.papers.values())}))
    return frozenset((one.kind, one.name) for record, _ in records for one in references_in(record))


def _records(
    library: Library, actions: Iterable[ActionsOfBody], suspect: Container[str]
) -> Iterator[tuple[Record, _Scope]]:
    """All records with what they can name; of those in folders of meetings the ones that are ``suspect``."""
    for register in (library.people, library.interests):
        yield from ((record, _NOWHERE) for record in register.values())
    for risk in library.risks.values():
        yield risk, _Scope((risk.body,) if risk.body else ())
    yield from ((term, _NOWHERE) for term in library.terms.values())
    for name, body in library.bodies.items():
        yield body, _Scope((name,))
    for file in actions:
        yield from ((record, _Scope((file.body,))) for record in (*file.updates, *file.outside.values()))
    for decision in library.decisions.values():
        if not decision.meeting:
            yield decision.facts, _Scope(decision.bodies)
    for meeting in library.meetings.values():
        if meeting.id in suspect:
            yield meeting, _scope(library, meeting.id)
    for terms in library.terms_of_reference.values():
        yield terms.header, _NOWHERE
        groups = [content for clause in terms.clauses for content in clause.content]
        yield from ((part, _NOWHERE) for part in (*terms.preamble, *groups) if isinstance(part, Block))
    yield from _of_meetings(library, suspect)


def _of_meetings(library: Library, folders: Container[str]) -> Iterator[tuple[Record, _Scope]]:
    for first in (one for one in library.minutes.values() if one.meeting in folders):
        for minutes in (first, *first.renditions.values()):
            scope = _scope(library, minutes.meeting)
            yield minutes.header, scope
            yield from ((block, scope) for block in _blocks(minutes.preamble))
            yield from ((block, scope) for item in minutes.items for block in _blocks(item.content))
    for original in (one for one in library.papers.values() if one.meeting in folders):
        for paper in (original, *original.renditions.values()):
            scope = _scope(library, paper.meeting)
            yield paper.header, scope
            yield from ((who, scope) for answer in paper.answers.values() for who in people_in(answer))
            yield from ((block, scope) for part in paper.parts for block in _blocks(part.content))


def _scope(library: Library, meeting: str) -> _Scope:
    """Of the bodies that met; where the meeting's record is broken or not there, the one whose folder it lies in."""
    found = library.meetings.get(meeting)
    return _Scope(found.all_bodies if found is not None else (meeting.partition("/")[0],), meeting)


def _blocks(content: Iterable[Prose | Block]) -> Iterator[Block]:
    return (part for part in content if isinstance(part, Block))


def _narrowed(kind: str, scope: _Scope) -> _Scope:
    """As much of ``scope`` as decides which ids of that kind can be named."""
    if kind in _GLOBAL:
        return _NOWHERE
    return scope if kind in ("item", "decision") else _Scope(scope.bodies)


class _Checker:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._seen: dict[tuple[str, _Scope], _Known | None] = {}
        self._said: set[str] = set()
        self._compared = 0
        self.findings: list[Diagnostic] = []

    def check(self, reference: Reference, scope: _Scope) -> None:
        """Note a finding if the reference leads nowhere."""
        known = self._lacks(reference.kind, reference.name, scope)
        if known is None:
            return
        register = _REGISTERS.get(reference.kind, "")
        if not register or getattr(self._library, register):
            self.findings.append(_unknown(reference, known, self._may_search(known)))
        elif register not in self._said:
            self._said.add(register)
            self.findings.append(_no_register(reference, register))

    def knows_all(self, names: Iterable[tuple[str, str]], scope: _Scope) -> bool:
        """Whether none of some names, each with its kind, leads nowhere."""
        return all(self._lacks(kind, name, scope) is None for kind, name in names)

    def _lacks(self, kind: str, name: str, scope: _Scope) -> _Known | None:
        """The ids among which a name should be and is not; None where it is, or where nobody can say so."""
        library = self._library
        if "/" not in name and not is_slug(name):
            return None  # a printed name
        key = (kind, _narrowed(kind, scope))
        if key not in self._seen:
            self._seen[key] = self._known(*key)
        known = self._seen[key]
        if known is None or name in known or library.is_broken(kind, name):
            return None
        if kind in ("who", "nominator") and library.is_broken("person", name):
            return None
        if kind == "meeting-or-date" and (library.date_of(name) or library.is_broken("meeting", name)):
            return None
        return known

    def _may_search(self, known: _Known) -> bool:
        """Whether to look for what is most like an id: among thousands that takes half a second, so not for ever."""
        self._compared += len(known.names) + len(known.keys)
        return self._compared <= _MOST_COMPARED

    def _known(self, kind: str, scope: _Scope) -> _Known | None:
        """The ids of that kind; None where they cannot be known."""
        if kind in _GLOBAL:
            register, called, where = _GLOBAL[kind]
            return _Known(frozenset(getattr(self._library, register)), called, where)
        if kind in _OF_A_MEETING:
            return self._of_a_meeting(kind, scope)
        bodies = [self._library.bodies[name] for name in scope.bodies if name in self._library.bodies]
        if len(bodies) < len(scope.bodies) or (not bodies and kind not in ("who", "nominator")):
            return None
        where = " or ".join(f"`records/bodies/{name}.yaml`" for name in scope.bodies) or "`records/people.yaml`"
        return self._of_a_body(kind, bodies, where)

    def _of_a_body(self, kind: str, bodies: list[Body], where: str) -> _Known:
        people, organisations = self._library.people, self._library.organisations
        if kind == "who":
            groups = [name for body in bodies for name in (*_ids(body.groups), *_ids(body.offices), *_ids(body.seats))]
            return _Known(
                frozenset((*people, *groups, "all")), "person, group or office", f"`records/people.yaml` or {where}"
            )
        if kind == "nominator":
            return _Known(frozenset((*people, *organisations)), "person or organisation", "`records/`")
        called, find = _OF_A_BODY[kind]
        return _Known(frozenset(name for body in bodies for name in find(body)), called, where)

    def _of_a_meeting(self, kind: str, scope: _Scope) -> _Known | None:
        library = self._library
        meeting = library.meetings.get(scope.meeting)
        if kind == "item":
            if meeting is None or not meeting.agenda:
                return None
            called = f"item of the meeting `{meeting.id}`"
            return _Known(frozenset(_items(library, meeting)), called, "its agenda or minutes")
        if any(of in ("meeting", "minutes") for of, _ in library.broken):
            return None  # what was decided and arose there is not known
        if kind == "action":
            own = [action.id for body in scope.bodies for action in library.actions_of(body)]
            return _Known(frozenset(own), "action", "the minutes or `records/actions/`", library.actions)
        inside = [decision.id for decision in library.decisions_of(scope.meeting)]
        outside = [decision.key.partition("/")[2] for decision in library.decisions_of("")]
        return _Known(
            frozenset((*inside, *outside)), "decision", "the minutes or `records/decisions/`", library.decisions
        )


def ids_of_kinds(library: Library) -> dict[str, tuple[str, ...]]:
    """The ids of all records by the kind of reference that may name them, those of all bodies together."""
    found: dict[str, set[str]] = {kind: set(getattr(library, register)) for kind, (register, _, _) in _GLOBAL.items()}
    bodies = tuple(library.bodies.values())
    for kind, (_, find) in _OF_A_BODY.items():
        found[kind] = {name for body in bodies for name in find(body)}
    groups = {name for body in bodies for name in (*_ids(body.groups), *_ids(body.offices), *_ids(body.seats))}
    found["who"] = {*library.people, *groups, "all"}
    found["nominator"] = {*library.people, *library.organisations}
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(str(getattr(record, "id", "")) for record in records)


def _items(library: Library, meeting: Meeting) -> set[str]:
    """The ids of a meeting's items: those of the agenda and those that the minutes add."""
    minutes = library.minutes.get(meeting.id)
    items = minutes.items if minutes is not None else ()
    added = {item.id for item in items if any(block.new for block in item.blocks(ItemBlock))}
    return {entry.id for entry in meeting.entries() if entry.id} | added


_GLOBAL: Mapping[str, tuple[str, str, str]] = {
    "person": ("people", "person", "`records/people.yaml`"),
    "organisation": ("organisations", "organisation", "`records/organisations.yaml`"),
    "venue": ("venues", "venue", "`records/venues.yaml`"),
    "body": ("bodies", "body", "`records/bodies/`"),
    "meeting": ("meetings", "meeting", "`meetings/`"),
    "meeting-or-date": ("meetings", "meeting", "`meetings/`"),
    "interest": ("interests", "interest", "`records/interests.yaml`"),
    "interest-kind": ("interest_kinds", "kind of interest", "`records/interests.yaml`"),
    "risk": ("risks", "risk", "`records/risks.yaml`"),
    "terms-of-reference": ("terms_of_reference", "document", "`records/terms-of-reference/`"),
}
_OF_A_MEETING = ("item", "action", "decision")
_OF_A_BODY: Mapping[str, tuple[str, Callable[[Body], tuple[str, ...]]]] = {
    "seat": ("seat", lambda body: _ids(body.seats)),
    "office": ("office", lambda body: _ids(body.offices)),
    "constituency": ("constituency", lambda body: _ids(body.constituencies)),
    "seat-or-constituency": ("seat or constituency", lambda body: _ids((*body.seats, *body.constituencies))),
    "office-seat-or-constituency": (
        "office, seat or constituency",
        lambda body: _ids((*body.offices, *body.seats, *body.constituencies)),
    ),
    "verb": ("verb", lambda body: _ids(body.verbs)),
    "session": ("session", lambda body: _ids(body.sessions)),
    "ground": ("ground", lambda body: _ids(body.grounds)),
    "audience": ("audience", lambda body: _ids(body.audiences)),
    "threshold": ("threshold", lambda body: _ids(body.thresholds)),
    "status": ("status", lambda body: _ids(body.actions.statuses) if body.actions else ()),
    "scheme": ("numbering scheme", lambda body: _ids(body.numbering.schemes) if body.numbering else ()),
    "form": ("form", lambda body: _ids(body.forms)),
    "outline": ("outline of sections", lambda body: _ids(body.outlines)),
    "standing": ("standing item", lambda body: _ids(body.agenda.standing)),
}


#: The register that a kind of reference needs; where it holds nothing, that is said once and not for every id.
_REGISTERS: Mapping[str, str] = {
    "person": "people",
    "who": "people",
    "organisation": "organisations",
    "venue": "venues",
}


def _no_register(reference: Reference, register: str) -> Diagnostic:
    """What is said of the first id that needs a register which is missing or holds nothing."""
    name, file = reference.name, f"`records/{register}.yaml`"
    message = f"`{shown(name)}` is written like an id of {file}, which is not there or holds nothing; expected it there"
    printed = ", or type the name as it is printed, with a capital" if reference.kind in ("who", "venue") else ""
    hint = f"bring {file} back, or begin it with `{register}:` and `{shown(name)}` below it{printed}"
    return Diagnostic(problems.UNKNOWN_ID, message, reference.place, hint, length=len(name), subject=reference.subject)


def _unknown(reference: Reference, known: _Known, search: bool = True) -> Diagnostic:
    name, names = reference.name, sorted({*known.names, *known.keys}) if search else []
    message = f"there is no {known.called} `{shown(name)}`; expected an id from {known.where}"
    close = nearest(name, names)
    if close:
        hint = f"write `{close}`"
    elif reference.kind == "body" and search:
        others = f"write one of {listed(names)}" if names else f"run `govdocs new body {shown(name)} --name …`"
        hint = f"bring `records/bodies/{shown(name)}.yaml` back, or {others}"
    elif not names and search:
        hint = f"add `{shown(name)}` to {known.where}"
    elif search and len(names) <= _LONGEST_LIST:
        hint = f"write one of {listed(names)}, or add it to {known.where}"
    else:
        hint = f"add `{shown(name)}` to {known.where}, or correct the id"
    return Diagnostic(problems.UNKNOWN_ID, message, reference.place, hint, length=len(name), subject=reference.subject)


def check_items(library: Library) -> Iterator[Diagnostic]:
    """Findings about minuted items that are neither on the agenda nor marked as new."""
    for first in library.minutes.values():
        meeting = library.meetings.get(first.meeting)
        if meeting is None or not meeting.agenda:
            continue
        known = _Known(frozenset(_items(library, meeting)), "item", f"the agenda of `{meeting.id}`")
        for minutes in (first, *first.renditions.values()):
            for item in minutes.items:
                if item.id not in known.names:
                    reference = Reference("item", item.id, item.place, minutes.header)
                    finding = _unknown(reference, known)
                    new = "; a new item needs a block `item` with `new: yes` under its heading"
                    yield replace(finding, hint=finding.hint + new, subject=f"item {item.id}")


def check_updates(library: Library, files: Iterable[ActionsOfBody]) -> Iterator[Diagnostic]:
    """Findings about updates whose short id means several actions."""
    keys: dict[tuple[str, str], list[str]] = {}
    for key, action in library.actions.items():
        keys.setdefault((action.body, action.id), []).append(key)
    for file in files:
        for update in file.updates:
            meant = keys.get((file.body, update.action), [])
            if len(meant) > 1:
                message = f"`{update.action}` means {len(meant)} actions: {listed(meant)}"
                place = update.place("action")
                yield Diagnostic(problems.DUPLICATE_ID, message, place, f"write `{meant[-1]}` with its meeting")
