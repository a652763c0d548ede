"""Terms of reference as rules look at them: their clauses in words, their groups, and what their body asks of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govdocs.check.rule import Records
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.papers import IncludeBlock
from govdocs.model.tables import TypedCell
from govdocs.model.terms_of_reference import Clause, MembersBlock, RuleBlock, TermsOfReference
from govdocs.places import Place

PURPOSE = "purpose|aim|remit|role"
#: What is asked of terms of reference where no body says otherwise.
USUALLY_REQUIRED = frozenset(
    {
        "purpose", "membership", "quorum", "decision-rule", "delegated-authority", "conflicts-of-interest", "reporting",
        "review-date", "version", "approving-body",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause in words; ``heading`` is None for what stands before the first, ``above`` the headings that it is under.

    The nearest heading is the first.
    """

    id: str
    heading: Paragraph | None
    words: tuple[Paragraph, ...]
    above: tuple[Paragraph, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The heading and the words below it."""
        return (self.heading, *self.words) if self.heading is not None else self.words


def terms_and_writings(records: Records) -> Iterator[tuple[TermsOfReference, Writing]]:
    """All terms of reference with their prose."""
    for writing in records.terms:
        if isinstance(writing.source, TermsOfReference):
            yield writing.source, writing


def is_required(records: Records, terms: TermsOfReference, element: str) -> bool:
    """Whether the body that the document belongs to asks for an element."""
    for body in _responsible(records.library, terms):
        if body.terms_of_reference is not None:
            return element in body.terms_of_reference.requires
    return element in USUALLY_REQUIRED


def _responsible(library: Library, terms: TermsOfReference) -> Iterator[Body]:
    """The bodies whose word counts: those described, those above them, who approves, and who received the document."""
    described = terms.header.bodies
    names = [body.id for body in described] + [body.parent for body in described if body.parent]
    names += [terms.header.approved.by] if terms.header.approved is not None else []
    for paper in library.papers.values():
        if any(block.document == terms.id for _, block in paper.blocks(IncludeBlock)):
            names += [meeting.lead_body] if (meeting := library.meetings.get(paper.meeting)) is not None else []
    yield from (library.bodies[name] for name in dict.fromkeys(names) if name in library.bodies)


def rules_of(terms: TermsOfReference) -> Iterator[RuleBlock]:
    """The rules of the document that a machine reads."""
    return (rule for rule, _ in rules_and_clauses(terms))


def rules_and_clauses(terms: TermsOfReference) -> Iterator[tuple[RuleBlock, Clause]]:
    """Each rule with the clause that it stands in."""
    for clause in terms.clauses:
        yield from ((part, clause) for part in clause.content if isinstance(part, RuleBlock))


def members_of(terms: TermsOfReference, group: str = "") -> tuple[MembersBlock, ...]:
    """The membership tables, or those of one group."""
    parts = (*terms.preamble, *(part for clause in terms.clauses for part in clause.content))
    return tuple(part for part in parts if isinstance(part, MembersBlock) and group in ("", part.body))


def clauses_of(writing: Writing) -> Iterator[ReadClause]:
    """The clauses in order; what stands before the first heading is one without a heading."""
    source = writing.source
    if isinstance(source, TermsOfReference):
        above: list[tuple[int, Paragraph]] = []
        for clause, portion in zip((None, *source.clauses), writing.portions, strict=True):
            heading = Paragraph(clause.heading, Role.HEADING, ((0, clause.place),)) if clause is not None else None
            words = tuple(paragraph for paragraph in portion.paragraphs if paragraph.role is not Role.BLOCK)
            above = [one for one in above if clause is not None and one[0] < clause.level]
            yield ReadClause(portion.name, heading, words, tuple(one for _, one in reversed(above)))
            if clause is not None and heading is not None:
                above.append((clause.level, heading))


def clauses_with(writing: Writing, heading: str, sentence: str) -> list[ReadClause]:
    """The clauses whose heading has a word of ``heading``; without any, those with words of the other pattern."""
    clauses = list(clauses_of(writing))
    titles = re.compile(rf"\b(?:{heading})", re.IGNORECASE)
    named = [clause for clause in clauses if clause.heading is not None and titles.search(clause.heading.text)]
    said = re.compile(sentence, re.IGNORECASE)
    return named or [clause for clause in clauses if any(said.search(paragraph.text) for paragraph in clause.words)]


def group_names(library: Library, terms: TermsOfReference) -> dict[str, str]:
    """The names of the groups by their ids."""
    names = {}
    for group in terms.header.bodies:
        record = library.bodies.get(group.id)
        names[group.id] = group.name or (record.name if record is not None else group.id.replace("-", " "))
    return names


def group_patterns(library: Library, terms: TermsOfReference) -> dict[str, re.Pattern[str]]:
    """What each group is called in the prose: the words of its name that the other groups do not share."""
    names = group_names(library, terms)
    patterns = {}
    for group, name in names.items():
        others = {word.lower() for other, words in names.items() if other != group for word in words.split()}
        own = [word for word in name.split() if word.lower() not in others] or name.split()
        patterns[group] = re.compile(r"\b" + r"\s+(?:\w+\s+)?".join(map(re.escape, own)) + r"\b", re.IGNORECASE)
    return patterns


def groups_named(library: Library, terms: TermsOfReference, clauses: Sequence[ReadClause]) -> Mapping[str, list[Place]]:
    """Where the clauses name each of several groups, by the groups' names; empty for a single group."""
    if len(terms.header.bodies) == 1:
        return {}
    names, patterns = group_names(library, terms), group_patterns(library, terms)
    return {
        names[group]: [
            paragraph.at(match.start())
            for clause in clauses
            for paragraph in clause.paragraphs
            for match in pattern.finditer(paragraph.text)
        ]
        for group, pattern in patterns.items()
    }


_BEFORE_A_NAME = re.compile(r"\bthe\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def settled_for(
    library: Library, terms: TermsOfReference, clauses: Sequence[ReadClause], sentence: str
) -> frozenset[str]:
    """The groups for which clauses settle something: those that a heading names, or else the sentences that say it.

    ``sentence`` is the pattern of such sentences; where nobody is named all groups are meant.
    """
    patterns, said = group_patterns(library, terms), re.compile(sentence, re.IGNORECASE)
    settled: set[str] = set()
    for clause in clauses:
        headings = [heading.text for heading in (clause.heading, *clause.above) if heading is not None]
        told = [text for paragraph in clause.words for _, text in paragraph.sentences() if said.search(text)]
        named = (
            *({group for group, pattern in patterns.items() if pattern.search(text)} for text in headings),
            {group for group, pattern in patterns.items() if any(_speaks_of(text, pattern) for text in told)},
            set(patterns),
        )
        settled |= next(groups for groups in named if groups)
    return frozenset(settled)


def _speaks_of(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a text speaks of a group as "the …"; its words alone may be said of much else."""
    return any(_BEFORE_A_NAME.search(text[: match.start()]) for match in pattern.finditer(text))


def group_meant(library: Library, terms: TermsOfReference, words: str) -> str:
    """The group that words are about: the only one, or the only one that they name."""
    if len(terms.header.bodies) == 1:
        return terms.header.bodies[0].id
    named = [group for group, pattern in group_patterns(library, terms).items() if pattern.search(words)]
    return named[0] if len(named) == 1 else ""


def member_rows(block: MembersBlock) -> Iterator[dict[str, TypedCell]]:
    """The rows of a membership table: its cells by their columns."""
    for row in block.rows:
        yield {column.id: cell for column, cell in zip(block.columns, row.cells, strict=False)}


def names_of_organisation(library: Library, organisation: str) -> list[str]:
    """Every way to name an organisation, its id first."""
    record = library.organisations[organisation]
    return [name for name in (organisation, record.name, record.short, record.code, *record.aliases) if name]


def organisation_names(library: Library) -> dict[str, str]:
    """Every way to name the organisations, in small letters, with their names."""
    return {
        name.lower(): library.organisations[organisation].name
        for organisation in library.organisations
        for name in names_of_organisation(library, organisation)
    }


def person_names(library: Library) -> dict[str, str]:
    """Every way to name a person, in small letters, with the name."""
    return {name.lower(): person.name for key, person in library.people.items() for name in (key, person.name)}
