"""What lies on the secretary's desk while the papers of one meeting are composed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govdocs.compose.agenda_numbers import BodyNumbers
from govdocs.compose.blocks import Block, Inline, Section
from govdocs.compose.build_blocks import build_blocks, build_sections
from govdocs.compose.build_inlines import Targets, build_inlines
from govdocs.compose.elements import Wide
from govdocs.compose.names import Names
from govdocs.compose.plan import PaperKind, Planned
from govdocs.compose.prose import read_line
from govdocs.compose.record_numbers import RecordNumbers
from govdocs.compose.templates import Slots, TemplateRunner, read_words, render_template
from govdocs.compose.wording import Wording
from govdocs.diagnostics import Diagnostic, Problem, Stage
from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.model.values import Nothing
from govdocs.places import Place


@dataclass(slots=True)
class Findings:
    """What was wrong so far, each finding once."""

    found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, *findings: Diagnostic) -> None:
        """Add findings."""
        self.found.update(dict.fromkeys(findings))

    def find(self, problem: Problem, message: str, place: Place, hint: str, length: int = 1) -> None:
        """Add one."""
        self.add(Diagnostic(problem, message, place, hint, length=length))


@dataclass(frozen=True, slots=True)
class Desk:
    """The records of a meeting and the ways in which its body prints things.

    ``plan`` holds the papers of the pack; ``numbers`` the printed references and letters in all of the body's
    meetings, ``record_numbers`` those of its actions and decisions. ``alone`` is a desk for one of several bodies that
    met in common; ``rendition`` is the language of a desk for renditions in another language than the body's.
    """

    library: Library
    meeting: Meeting
    body_id: str
    body: Body
    language: str
    wording: Wording
    names: Names
    templates: TemplateRunner
    words: Mapping[str, str]
    stage: Stage
    root: Path
    plan: tuple[Planned, ...]
    numbers: BodyNumbers
    record_numbers: RecordNumbers
    findings: Findings = field(default_factory=Findings)
    alone: bool = False
    rendition: str = ""

    def word(self, name: str, /, **facts: str) -> str:
        """One of the short fixed words of the templates, with facts filled in."""
        text = self.words.get(name, "")
        for fact, value in facts.items():
            text = text.replace(f"{{{fact}}}", value)
        return text

    def nothing(self, why: Nothing) -> str:
        """What is printed where somebody said that there is nothing."""
        return "" if why is Nothing.BLANK else self.word(f"nothing_{why.name.lower()}") or why.value

    def reference(self, meeting: str, entry: str) -> str:
        """The printed reference of an item, empty where it has none."""
        return self.numbers.reference(meeting, entry)

    def planned(self, kind: PaperKind, identity: str) -> Planned | None:
        """The paper of the pack with that id, where it is there."""
        found = (paper for paper in self.plan if (paper.kind, paper.id) == (kind, identity) and not paper.held)
        return next(found, None)


def words_for(
    templates: TemplateRunner, findings: Findings, language: str = "", *, rendition: bool = False
) -> Mapping[str, str]:
    """The short fixed words of a body's templates, in its language or, for a ``rendition``, in another."""
    words, found = read_words(templates, language, rendition=rendition)
    findings.add(*found)
    return words


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes one document: renders templates and reads Markdown, with the targets that this document's links have."""

    desk: Desk
    targets: Targets
    slots: Slots = field(default_factory=Slots)

    def line(self, text: str, place: Place) -> tuple[Inline, ...]:
        """One line of Markdown: words of a record, a title, a cell."""
        children, found = read_line(text.replace("<br>", "\\\n"), place)
        self.desk.findings.add(*found)
        inlines, found = build_inlines(children, self.targets)
        self.desk.findings.add(*found)
        return inlines

    def inline(self, text: str, place: Place) -> Any:
        """One line of Markdown, for a template."""
        return self.slots.inlines(self.line(text, place))

    def blocks(self, name: str, facts: Mapping[str, Any], place: Place) -> tuple[Block | Wide, ...]:
        """The blocks of a template that makes a part of a document, of facts typed at ``place``."""
        root, found = render_template(name, self._facts(facts), self.slots, self.desk.templates, place)
        self.desk.findings.add(*found)
        if root is None:
            return ()
        blocks, found = build_blocks(root.children, root.place, self.targets)
        self.desk.findings.add(*found)
        return blocks

    def sections(self, name: str, facts: Mapping[str, Any], place: Place) -> tuple[Section, ...]:
        """The sections of a template that makes a whole document, of facts typed at ``place``."""
        root, found = render_template(name, self._facts(facts), self.slots, self.desk.templates, place)
        self.desk.findings.add(*found)
        if root is None:
            return ()
        sections, found = build_sections(root, self.targets)
        self.desk.findings.add(*found)
        return sections

    def _facts(self, facts: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"words": self.desk.words, "back": None, **facts}
