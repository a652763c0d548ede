"""Rules about what terms of reference settle: codes G771 to G776. What is missing is a finding, never a crash."""

import re
from collections.abc import Iterable, Iterator

from govdocs.check.rule import STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms_reading import (
    PURPOSE,
    clauses_with,
    group_names,
    groups_named,
    is_required,
    members_of,
    rules_of,
    settled_for,
    terms_and_writings,
)
from govdocs.diagnostics import Related
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.model.values import Nothing, NotStated

#: What a clause may settle: words of its heading that say so, and words of a sentence that do without a heading.
CLAUSES = {
    "membership": (
        "member|composition|constitution",
        (
            r"\b(?:members|membership|committee|group|board) (?:\w+ )?(?:consists?|comprises?|comprise of)\b"
            r"|\bcomposition ?:|\bshall (?:comprise|consist of)\b"
        ),
    ),
    "decision-rule": ("decision|voting|vote", r"\b(?:majority|consensus|casting vote|decisions? \w+(?: be)? taken)\b"),
    "conflicts-of-interest": ("conflict|interest", r"\b(?:conflicts? of|declar\w+ (?:an |any |their )?) ?interests?\b"),
    "delegated-authority": (
        "authority|delegat|powers",
        r"\b(?:delegated|authori[sz]ed (?:by|to)|has authority)\b",
    ),
    "frequency": ("frequency|meetings", r"\bmeets? (?:\w+ly|every|on the|at least)\b"),
    "notice": ("notice|papers|agenda", r"\b(?:notice|papers|agenda)\b.*\bdays\b"),
    "reporting": (
        "report|accountab",
        (
            r"\b(?:report(?:s|ed|ing)? (?:back )?to|accountable to|for (?:ratification|approval) by)\b"
            r"|\bminutes (?:\w+ ){0,8}(?:sent|submitted|presented|reported|received|ratified)\b"
        ),
    ),
    "escalation": ("escalat", r"\bescalat"),
}
QUORUM = r"\bquor(?:um|ate)\b"
#: What standing orders settle for every committee that they apply to.
IN_STANDING_ORDERS = ("decision-rule", "conflicts-of-interest")
STANDING_ORDERS = re.compile(r"\bstanding orders\b|\bcode of conduct\b.{0,60}\bappl(?:y|ies)\b", re.IGNORECASE)
#: Headings under which many councils say what a committee is for.
_TASKS = r"objectives?$|functions?$|responsibilit|duties\b|delegated business|terms of reference|powers of"


def look_for_missing_quorum(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference say how many members must be there: in a clause on the quorum, or in a `rule` block; where
        they are about several groups, for each.

    Looks at:
        Records: terms of reference.

    Why:
        A group without a quorum can be two people, and nobody can say afterwards that its decision stands.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Purpose

        The committee looks after the parks.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Quorum

        Three members make a quorum.
    """
    for terms, writing in terms_and_writings(records):
        if not is_required(records, terms, "quorum"):
            continue
        rules = [rule for rule in rules_of(terms) if rule.kind == "quorum"]
        stated = [rule.body for rule in rules if rule.stated is not NotStated.NOT_STATED]
        clauses = clauses_with(writing, "quorum|quorate", QUORUM)
        for group in _left_out(records, terms, settled_for(records.library, terms, clauses, QUORUM), stated):
            message = f"these terms of reference state no quorum{group}; expected how many members must be there"
            hint = "add a heading `## Quorum`, or waive this with the reason"
            yield Found(terms.header.place("title"), message, hint, subject="element quorum")


def _left_out(
    records: Records, terms: TermsOfReference, in_words: Iterable[str], by_blocks: Iterable[str | None]
) -> list[str]:
    """For whom nothing settles an element, as words: `` for the …`` by group, one empty text where it is nobody's.

    ``in_words`` and ``by_blocks`` are the groups for which clauses and blocks settle it, None for all.
    """
    names = group_names(records.library, terms)
    settled = {*in_words, *by_blocks}
    if None in settled or settled >= set(names):
        return []
    if not settled & set(names):
        return [""]
    return [f" for the {name}" for group, name in names.items() if group not in settled]


def look_for_missing_review(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference say when they are to be looked at again.

    Looks at:
        Records: terms of reference.

    Why:
        Groups outlive their purpose when nobody has to ask.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Purpose

        The committee looks after the parks.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-05
        ---
        ## Purpose

        The committee looks after the parks.
    """
    for terms in records.library.terms_of_reference.values():
        if not is_required(records, terms, "review-date"):
            continue
        if terms.header.review_by is None and not any(rule.kind == "review" for rule in rules_of(terms)):
            message = "these terms of reference have no review date; expected `review_by`"
            hint = "add `review_by: 2019-06`, or `review_by: none` where they are meant to have none"
            yield Found(terms.header.place("title"), message, hint, subject="element review")


def look_for_overdue_review(records: Records) -> Iterator[Found]:
    """Checks:
        The review date of terms of reference has not passed.

    Looks at:
        Records: terms of reference, the day of the check.

    Why:
        A review that is overdue is a promise to the parent body that was not kept.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2025-03
        ---

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        review_by: 2027-03
        ---
    """
    for terms in records.library.terms_of_reference.values():
        due = terms.header.review_by
        if due is None or isinstance(due, Nothing) or terms.header.status == "superseded":
            continue
        if due.last < records.today:
            message = f"the review was due by {due}; today is {records.today}, expected a later date"
            hint = "review them, and write the next date"
            yield Found(terms.header.place("review_by"), message, hint, length=len(str(due)), subject="element review")


def look_for_missing_elements(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference settle who the members are, how decisions are taken, what may be decided, what happens with
        conflicts of interest, and to whom the group reports: under a heading that says so, or in a sentence. Where they
        are about several groups, a clause that names some of them, in its headings or where it says so, is for those.
        Terms that name the standing orders leave decisions and interests to them. A body that asks for other things
        lists them in its record, under `terms_of_reference: {requires: […]}`.

    Looks at:
        Records: terms of reference, the record of the body that they belong to.

    Why:
        What is not settled beforehand is settled in a quarrel.

    Example:
        A draft for two new groups listed objectives and members, and said nothing on how they decide, what they may
        decide, or what happens with conflicts of interest.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Members

        Five councillors.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: approved
        ---
        ## Members

        Five councillors.

        ## Decisions and conflicts of interest

        Decisions are taken by consensus; whoever has an interest leaves.

        ## Authority

        The committee advises the board, and reports to it.
    """
    for terms, writing in terms_and_writings(records):
        has_orders = any(STANDING_ORDERS.search(paragraph.text) for paragraph in writing.paragraphs)
        for element, (heading, sentence) in CLAUSES.items():
            if not is_required(records, terms, element) or (has_orders and element in IN_STANDING_ORDERS):
                continue
            words = element.replace("-", " ")
            blocks = [block.body for block in members_of(terms)] if element == "membership" else []
            clauses = clauses_with(writing, heading, sentence)
            in_words = settled_for(records.library, terms, clauses, sentence)
            for group in _left_out(records, terms, in_words, blocks):
                message = f"these terms of reference have no clause on {words}{group}; expected one"
                hint = f"add a heading that names it, such as `## {words.capitalize()}`, or waive this"
                yield Found(terms.header.place("title"), message, hint, subject=f"element {element}")


def look_for_missing_control(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference name the body that approves them; once approved, they have the day, which tells them from
        an earlier copy. Until then they have a version.

    Looks at:
        Records: terms of reference, the record of the body that they belong to.

    Why:
        Without them nobody can tell which of two copies is in force, and by whose decision.

    Example:
        Terms of reference went to a board with the word DRAFT under them, without version, date or approving body.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        ---

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        version: "0.2"
        approved: {by: board}
        ---
    """
    for terms in records.library.terms_of_reference.values():
        header = terms.header
        is_dated = header.approved is not None and header.approved.date is not None
        if not header.version and not is_dated and is_required(records, terms, "version"):
            message = "these terms of reference have no version; expected `version`"
            yield Found(header.place("title"), message, 'add `version: "0.1"`', subject="element version")
        if not is_required(records, terms, "approving-body"):
            continue
        if header.approved is None:
            message = "these terms of reference name no body that approves them; expected `approved`"
            hint = "add `approved: {by: board}`, and the `date` once it has approved them"
            yield Found(header.place("title"), message, hint, subject="element approving-body")
        elif header.approved.date is None and header.status == "approved":
            message = "these terms of reference are approved, and it does not say when; expected a date"
            hint = "add `date:` to `approved`, or set `status: draft`"
            yield Found(header.place("approved"), message, hint, subject="element approving-body")
        elif header.approved.date is not None and header.approved.date > records.today:
            message = f"these terms were approved on {header.approved.date}, which has not come; expected a day before"
            place = header.approved.place("date")
            yield Found(place, message, "correct the date", length=10, subject="element approving-body")


def look_for_missing_purposes(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference have a purpose; where they are about several groups and name some of them in it, they name
        each.

    Looks at:
        Records: terms of reference, the groups that their header lists.

    Why:
        A group whose purpose is not stated takes on what nobody else does, or nothing.

    Example:
        Terms for two groups announced "2 groups with specific purposes", and then gave two purposes of the working
        group and none of the task force.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks
        bodies: [{id: task-force, name: Parks task force}, {id: working-group, name: Parks working group}]
        status: draft
        ---
        ## Purpose

        The working group plans the parks. The working group looks after them.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks
        bodies: [{id: task-force, name: Parks task force}, {id: working-group, name: Parks working group}]
        status: draft
        ---
        ## Purpose

        The task force plans the parks. The working group looks after them.
    """
    for terms, writing in terms_and_writings(records):
        if not is_required(records, terms, "purpose"):
            continue
        stated = clauses_with(writing, PURPOSE, r"\b(?:purpose|aim|role) of the\b")
        if not stated and not clauses_with(writing, _TASKS, r"\bto (?:consider|advise|oversee) (?:and|on|the|all)\b"):
            message = "these terms of reference state no purpose; expected a clause on it"
            hint = "add a heading `## Purpose`, or waive this with the reason"
            yield Found(terms.header.place("title"), message, hint, subject="element purpose")
        if not stated:
            continue
        named = groups_named(records.library, terms, stated)
        missing = [group for group, places in named.items() if not places]
        if len(missing) == len(named):
            continue
        for group in missing:
            other = next(places[-1] for places in named.values() if places)
            message = f"the purpose says nothing of the {group}; expected what each of the groups is for"
            hint = "add its purpose; if another group is named twice, see whether one of the two is meant"
            related = (Related(other, "the last group that it names"),)
            yield Found(stated[0].paragraphs[0].place, message, hint, related, subject="element purpose")


RULES: tuple[RecordRule, ...] = (
    record_rule("G771", "quorum-missing", STOPS_PUBLICATION, look_for_missing_quorum),
    record_rule("G772", "review-date-missing", STOPS_PUBLICATION, look_for_missing_review),
    record_rule("G773", "review-overdue", WARNS, look_for_overdue_review),
    record_rule("G774", "terms-incomplete", WARNS, look_for_missing_elements, heuristic=True),
    record_rule("G775", "terms-without-approval", WARNS, look_for_missing_control),
    record_rule("G776", "purpose-missing", WARNS, look_for_missing_purposes, heuristic=True),
)
