"""The rule about terms of reference that are typed as a report: code G791."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms import CLAUSES, IN_STANDING_ORDERS, QUORUM, STANDING_ORDERS
from govdocs.check.terms_reading import PURPOSE, USUALLY_REQUIRED
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.model.papers import IncludeBlock, Paper

_TITLE = re.compile(r"\bterms of reference\b", re.IGNORECASE)
#: Of somebody else, or about them: "changes to the terms of reference".
_ABOUT = re.compile(
    r"\b(?:review|changes?|amend\w*|revis\w*|updates? (?:to|of)|approval|revised|summary|adopt\w*|comparison|of all)\b",
    re.IGNORECASE,
)
#: Headings of which terms of reference have several.
_USUAL = re.compile(
    rf"\b(?:{PURPOSE}|member(?:s|ship)?|quor\w+|frequency|meetings|reporting|accountability|attendance|objectives|duties"
    r"|responsibilities|authority|expectations|chair|voting)\b",
    re.IGNORECASE,
)
LEAST_HEADINGS = 4
#: What settles an element: words of a heading, and words of a sentence.
_SETTLED = {
    "purpose": (PURPOSE + "|objective|function|duties|responsib", r"\bpurpose of\b"),
    **CLAUSES,
    "quorum": ("quor", QUORUM),
    "review-date": ("review", r"\b(?:reviewed|reviews (?:it|them|these)|review date|next review|date of review)\b"),
    "version": ("version", r"\bversion\b|\bv\d+\.\d|\bdated?:? \d"),
    "approving-body": ("approv|ratif", r"\b(?:approved|adopted|ratified|agreed|signed off) (?:by|on|at)\b"),
}
_NAMED = {
    "quorum": "a quorum", "decision-rule": "how decisions are taken", "delegated-authority": "delegated authority",
    "conflicts-of-interest": "conflicts of interest", "review-date": "a review date", "version": "a version",
    "approving-body": "who approves them", "purpose": "their purpose", "membership": "the members",
    "frequency": "how often they meet", "notice": "notice of meetings", "reporting": "to whom they report",
    "escalation": "escalation",
}  # fmt: skip


def look_for_gaps_in_typed_terms(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference that are typed as the report of a paper settle what terms of reference have to: quorum,
        decisions, authority, conflicts of interest, review date, version, who approves them; or what the body's
        record asks for. All that is missing is one finding.

    Looks at:
        Papers that have "Terms of Reference" for a title or a heading, and headings such as purpose, members, meetings.

    Why:
        Whoever receives them as a report asks the same of them: a group without a quorum can be two people.

    Wrong:
        # meetings/board/2026-05-14/papers/terms.md
        ---
        title: Parks Group terms of reference
        authors: [alex-example]
        ---
        # Report

        ## Purpose

        The group looks after the parks.

        ## Membership

        All councillors.

        ## Meetings

        The group meets each month.

        ## Reporting

        It reports to the Board.

    Right:
        # meetings/board/2026-05-14/papers/terms.md
        ---
        title: Parks Group terms of reference
        authors: [alex-example]
        ---
        # Report

        ## Purpose

        The group looks after the parks, within the authority delegated by the Board. This version was approved by the
        Board on 14 May 2026, and is reviewed each May.

        ## Membership

        All councillors; three are a quorum. Conflicts of interest are declared.

        ## Meetings

        The group meets each month, and takes decisions by a majority.

        ## Reporting

        It reports to the Board.
    """
    for writing in records.writings:
        paper = writing.source
        if not isinstance(paper, Paper) or any(True for _ in paper.blocks(IncludeBlock)):
            continue
        if (heading := _heading_of_terms(writing, paper)) is None:
            continue
        own = writing.body.terms_of_reference if writing.body is not None else None
        asked = frozenset(own.requires) if own is not None else USUALLY_REQUIRED
        if any(STANDING_ORDERS.search(paragraph.text) for paragraph in writing.paragraphs):
            asked -= frozenset(IN_STANDING_ORDERS)
        missing = [name for name in _SETTLED if name in asked and not _is_settled(writing, *_SETTLED[name])]
        if missing:
            lacking = ", ".join(_NAMED[name] for name in missing)
            message = f"these terms of reference, typed as a report, do not say: {lacking}; expected all of it"
            hint = "add a heading for each, or type them in records/terms-of-reference and print them with `include`"
            place = heading.place if heading.starts else paper.place("title")
            yield Found(place, message, hint, length=len(heading.text), subject="elements of terms")


def _heading_of_terms(writing: Writing, paper: Paper) -> Paragraph | None:
    """The heading, or else the title, that says that the report is terms of reference; None where it is not."""
    headings = [one for one in writing.paragraphs if one.role is Role.HEADING]
    if sum(_USUAL.search(one.text) is not None for one in headings) < LEAST_HEADINGS:
        return None
    title = Paragraph(paper.header.document_title or paper.header.title, Role.HEADING, ((0, paper.place("title")),))
    return next((one for one in (*headings, title) if _TITLE.search(one.text) and not _ABOUT.search(one.text)), None)


def _is_settled(writing: Writing, heading: str, sentence: str) -> bool:
    titles, said = re.compile(rf"\b(?:{heading})", re.IGNORECASE), re.compile(sentence, re.IGNORECASE)
    return any(
        (titles if one.role is Role.HEADING else said).search(one.text) is not None
        for one in writing.paragraphs
        if one.role not in (Role.BLOCK, Role.ASKED)
    )


RULES: tuple[RecordRule, ...] = (
    record_rule("G791", "typed-terms-incomplete", WARNS, look_for_gaps_in_typed_terms, heuristic=True),
)
