"""Rules about numbers in terms of reference: prose, `rule` blocks and the body's record agree: codes G782 and G783."""

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms_reading import (
    ReadClause,
    clauses_of,
    group_names,
    group_patterns,
    rules_and_clauses,
    terms_and_writings,
)
from govdocs.check.terms_statements import READERS, Statement, agrees, in_words, value_of
from govdocs.check.writings import Paragraph, Writing
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.seats import Quorum
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.model.values import NotStated
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement of the prose with its place; ``group`` is the one that it is about, if it says so."""

    statement: Statement
    place: Place
    group: str


def look_for_other_numbers_in_prose(records: Records) -> Iterator[Found]:
    """Checks:
        What a `rule` block says stands in the words of its clause: quorum, notice, weekday, length, how often.

    Looks at:
        Records: prose and `rule` blocks of terms of reference.

    Why:
        Members read the words and govdocs reads the block: a meeting that both call regular must be the same meeting.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Meetings

        The committee meets on the second Tuesday of the month. Five members make a quorum.

        ```rule
        kind: quorum
        at_least: 4
        ```

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Meetings

        The committee meets on the second Tuesday of the month. Four members make a quorum.

        ```rule
        kind: quorum
        at_least: 4
        ```
    """
    for terms, writing in terms_and_writings(records):
        clauses = {clause.id: clause for clause in clauses_of(writing)}
        for rule, stands_in in rules_and_clauses(terms):
            wanted, clause = value_of(rule), clauses.get(rule.clause or stands_in.id)
            if wanted is None or clause is None or rule.stated is NotStated.NOT_STATED:
                continue
            said = list(_said(records.library, terms, clause, wanted[0]))
            own = [one for one in said if rule.body is not None and one.group == rule.body] or said
            if own and not any(agrees(one.statement.value, wanted[1]) for one in own):
                found = own[0]
                message = (
                    f"`{found.statement.text}`, and the rule says {in_words(wanted[1])}; expected the two to agree"
                )
                related = (Related(rule.place(), "the rule"),)
                hint = "correct the words, or the rule"
                subject = f"rule {rule.kind}"
                yield Found(found.place, message, hint, related, len(found.statement.text), subject)


def look_for_other_numbers_in_record(records: Records) -> Iterator[Found]:
    """Checks:
        Quorum, notice of agenda and papers, and the day of meetings are the same in the terms of reference of a body
        and in the body's record.

    Looks at:
        Records: prose and `rule` blocks of terms of reference, the record of the body that they are about.

    Why:
        The record is what quorum and notice are checked by. If it differs from what was approved, the checks prove
        nothing.

    Wrong:
        # records/bodies/board.yaml
        quorum: {at_least: 4}
        # records/terms-of-reference/board.md
        ---
        title: Terms of reference of the Board
        bodies: [board]
        status: draft
        ---
        ## Quorum

        The quorum is five members.

    Right:
        # records/bodies/board.yaml
        quorum: {at_least: 5}
        # records/terms-of-reference/board.md
        ---
        title: Terms of reference of the Board
        bodies: [board]
        status: draft
        ---
        ## Quorum

        The quorum is five members.
    """
    for terms, writing in terms_and_writings(records):
        if terms.header.status == "superseded":
            continue
        for group in group_names(records.library, terms):
            if (body := records.library.bodies.get(group)) is not None:
                for kind in ("quorum", "notice", "frequency"):
                    yield from _differing(records.library, terms, writing, group, body, kind)


def _differing(
    library: Library, terms: TermsOfReference, writing: Writing, group: str, body: Body, kind: str
) -> Iterator[Found]:
    recorded, place = _recorded(body, kind)
    if not recorded:
        return
    stated = list(_stated(library, terms, writing, group, kind))
    differing = [one for one in stated if not any(agrees(one.statement.value, value) for value in recorded)]
    # Where one of them agrees the others are about something else: a quorum of a working party, notice of a motion.
    if differing and len(differing) == len(stated):
        first = differing[0]
        expected = " or ".join(in_words(value) for value in recorded)
        message = f"`{first.statement.text}`, and the body's record says {expected}; expected the two to agree"
        related = (Related(place, "the body's record"),)
        hint = "correct the record, or propose new terms of reference"
        yield Found(first.place, message, hint, related, len(first.statement.text), f"record {kind}")


def _recorded(body: Body, kind: str) -> tuple[list[tuple[object, ...]], Place]:
    """What the body's record says, in the form of statements, and where."""
    if kind == "quorum" and isinstance(body.quorum, Quorum):
        share = body.quorum.at_least_share or body.quorum.more_than
        values: list[object] = [one for one in (body.quorum.at_least, share) if one is not None]
        return [(value,) for value in values], body.place("quorum")
    if kind == "notice":
        notices = [one for one in body.notice if one.of in ("agenda", "papers") and one.at_least is not None]
        return [(one.at_least, one.days) for one in notices], body.place("notice")
    if kind == "frequency" and body.meets is not None:
        return [(week, body.meets.weekday) for week in body.meets.weeks], body.place("meets")
    return [], body.place()


def _stated(library: Library, terms: TermsOfReference, writing: Writing, group: str, kind: str) -> Iterator[_Said]:
    """What the document says on a group: by its rule blocks, or else in its words."""
    rules = [
        (rule, value)
        for rule, _ in rules_and_clauses(terms)
        if rule.kind == kind and rule.body in (None, group) and (value := value_of(rule)) is not None
    ]
    if rules:
        yield from (
            _Said(Statement(value, in_words(value), 0), rule.place(), group)
            for rule, (reader, value) in rules
            if reader == kind
        )
        return
    for clause in clauses_of(writing):
        for one in _said(library, terms, clause, kind):
            if one.group == group or (not one.group and len(terms.header.bodies) == 1):
                yield one


def _said(library: Library, terms: TermsOfReference, clause: ReadClause, kind: str) -> Iterator[_Said]:
    for paragraph in clause.words:
        for offset, sentence in paragraph.sentences():
            if kind == "notice" and not any(word in sentence.lower() for word in ("papers", "agenda", "notice")):
                continue
            for statement in READERS[kind](sentence):
                place = paragraph.at(offset + statement.start)
                yield _Said(statement, place, _group_at(library, terms, clause, paragraph, offset + statement.start))


def _group_at(library: Library, terms: TermsOfReference, clause: ReadClause, paragraph: Paragraph, offset: int) -> str:
    """The group that was named last before a place in a paragraph, else in its heading."""
    heading = clause.heading.text if clause.heading is not None else ""
    for text in (paragraph.text[:offset], heading):
        named = [
            (match.start(), group)
            for group, pattern in group_patterns(library, terms).items()
            for match in pattern.finditer(text)
        ]
        if named:
            return max(named)[1]
    return ""


RULES: tuple[RecordRule, ...] = (
    record_rule("G782", "terms-number-differs", WARNS, look_for_other_numbers_in_prose, heuristic=True),
    record_rule("G783", "terms-and-record-differ", WARNS, look_for_other_numbers_in_record, heuristic=True),
)
