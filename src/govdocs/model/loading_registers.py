"""Everything under ``records/``, and the settings."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from govdocs.model import problems
from govdocs.model.actions import ActionsFile, ActionUpdate, OutsideAction
from govdocs.model.bodies import Body
from govdocs.model.bodies_of_text import IN_TERMS, cut_at_headings, type_blocks
from govdocs.model.building import nearest, shown
from govdocs.model.decisions import DecisionsFile, OutsideDecision
from govdocs.model.gathering import ActionsOfBody
from govdocs.model.loading import Loading
from govdocs.model.people import Organisation, OrganisationsFile, PeopleFile, Person, Venue, VenuesFile
from govdocs.model.record import Record
from govdocs.model.registers import (
    GlossaryFile,
    Interest,
    InterestKind,
    InterestsFile,
    Settings,
    Term,
)
from govdocs.model.risks import Risk, RisksFile
from govdocs.model.scalars import is_slug, suggest_slug
from govdocs.model.terms_of_reference import Clause, TermsHeader, TermsOfReference
from govdocs.places import Place

SETTINGS: Final = "govdocs.yaml"
ROOT: Final = "records/"
_REGISTERS = ("organisations", "people", "venues", "glossary", "interests", "risks")
_FOLDERS = ("bodies", "terms-of-reference", "actions", "decisions")


@dataclass(slots=True)
class Registers:
    """What was found under ``records/``; ``files`` are the records that may hold waivers of their own."""

    settings: Settings | None = None
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    venues: dict[str, Venue] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    interest_kinds: dict[str, InterestKind] = field(default_factory=dict)
    interests: dict[str, Interest] = field(default_factory=dict)
    risks: dict[str, Risk] = field(default_factory=dict)
    risk_scale: RisksFile | None = None
    bodies: dict[str, Body] = field(default_factory=dict)
    terms_of_reference: dict[str, TermsOfReference] = field(default_factory=dict)
    actions: list[ActionsOfBody] = field(default_factory=list)
    decisions: dict[str, dict[str, OutsideDecision]] = field(default_factory=dict)
    files: list[Record] = field(default_factory=list)


def load_registers(loading: Loading) -> Registers:
    """The settings and everything under ``records/``."""
    found = Registers()
    file = loading.yaml(SETTINGS)
    found.settings = loading.build(Settings, file.content) if file is not None else None
    _, found.organisations = loading.register(
        "records/organisations.yaml", OrganisationsFile, "organisations", Organisation, "organisation"
    )
    _, found.people = loading.register("records/people.yaml", PeopleFile, "people", Person, "person")
    _, found.venues = loading.register("records/venues.yaml", VenuesFile, "venues", Venue, "venue")
    _, found.terms = loading.register("records/glossary.yaml", GlossaryFile, "terms", Term, "term")
    scale, found.risks = loading.register("records/risks.yaml", RisksFile, "risks", Risk, "risk")
    found.risk_scale = scale
    interests, found.interests = loading.register(
        "records/interests.yaml", InterestsFile, "interests", Interest, "interest"
    )
    found.interest_kinds = {kind.id: kind for kind in interests.kinds} if interests is not None else {}
    if interests is None:
        loading.broken.add(("interest-kind", "*"))
    for path in sorted({*loading.sources.files, *loading.sources.broken}):
        _load(loading, found, path)
    found.files += [record for record in (found.settings, *found.bodies.values()) if record is not None]
    found.files += [terms.header for terms in found.terms_of_reference.values()]
    return found


def _load(loading: Loading, found: Registers, path: str) -> None:
    """One file of a folder under ``records/``."""
    if not path.startswith(ROOT):
        return
    pure = PurePosixPath(path)
    folder = pure.parent.as_posix().removeprefix(ROOT.rstrip("/")).removeprefix("/")
    suffix = ".md" if folder == "terms-of-reference" else ".yaml"
    known = _FOLDERS if folder else _REGISTERS
    if (folder not in _FOLDERS if folder else pure.stem not in _REGISTERS) or pure.suffix != suffix:
        _unknown_file(loading, path, folder, known)
    elif folder and not is_slug(pure.stem):
        message = f"the name `{shown(pure.stem)}` is not an id; expected lower-case letters, digits and hyphens"
        loading.note(problems.BAD_SLUG, message, Place(path), f"rename it to `{suggest_slug(pure.stem)}{suffix}`")
    elif folder == "bodies":
        _load_body(loading, found, path, pure.stem)
    elif folder == "terms-of-reference":
        _load_terms(loading, found, path, pure.stem)
    elif folder == "actions":
        _load_actions(loading, found, path, pure.stem)
    elif folder == "decisions":
        record, decisions = loading.register(path, DecisionsFile, "decisions", OutsideDecision, "decision")
        found.decisions[pure.stem] = decisions
        found.files += [record] if record is not None else []


def _unknown_file(loading: Loading, path: str, folder: str, known: tuple[str, ...]) -> None:
    pure = PurePosixPath(path)
    close = nearest(folder or pure.stem, known)
    if folder:
        places = ", ".join(f"`records/{name}/`" for name in _FOLDERS)
        hint = f"move it to `records/{close}/`" if close else "move it to one of these folders"
        message = f"`{shown(path)}` is in no folder that the layout knows; expected {places}"
        if folder in _FOLDERS:
            right = ".md" if folder == "terms-of-reference" else ".yaml"
            message = f"`{shown(pure.name)}` lies in `records/{folder}/`; expected files that end in `{right}`"
            hint = f"move it, or rename it to `{pure.stem}{right}`"
    else:
        registers = ", ".join(f"`{name}.yaml`" for name in _REGISTERS)
        message = f"`{shown(pure.name)}` is not a register; expected {registers}"
        hint = f"rename it to `{close}.yaml`" if close else "move it to the folder that it belongs to"
    loading.note(problems.UNKNOWN_FILE, message, Place(path), hint)


def _load_body(loading: Loading, found: Registers, path: str, name: str) -> None:
    file = loading.yaml(path)
    body = loading.build(Body, file.content) if file is not None else None
    if body is None:
        loading.broken.add(("body", name))
    else:
        found.bodies[name] = body


def _load_actions(loading: Loading, found: Registers, path: str, body: str) -> None:
    file = loading.yaml(path)
    record, outside = loading.register(path, ActionsFile, "actions", OutsideAction, "action", lists=("updates",))
    updates = loading.each(ActionUpdate, file.content.get("updates") if file is not None else None)
    found.actions.append(ActionsOfBody(body, updates, outside))
    found.files += [record] if record is not None else []


def _load_terms(loading: Loading, found: Registers, path: str, name: str) -> None:
    file = loading.markdown(path)
    header = loading.build(TermsHeader, file.header) if file is not None else None
    if file is None or header is None:
        loading.broken.add(("terms-of-reference", name))
        return
    content, findings = type_blocks(file.body, IN_TERMS, "terms of reference")
    loading.findings += findings
    first, *sections = cut_at_headings(content, (1, 2, 3, 4, 5, 6))
    clauses = tuple(
        Clause(section.name, section.words, section.level, section.content, section.place) for section in sections
    )
    found.terms_of_reference[name] = TermsOfReference(name, path, header, first.content, clauses)
