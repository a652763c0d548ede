"""Rules about the number of members, in terms of reference and in a body's record: codes G779 and G780."""

import re
from collections import Counter
from collections.abc import Iterator

from govdocs.check.quantities import whole_number
from govdocs.check.rule import STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms_reading import (
    clauses_of,
    group_meant,
    member_rows,
    members_of,
    organisation_names,
    terms_and_writings,
)
from govdocs.check.writings import Paragraph
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.seats import QuorumRule
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.model.values import NotStated
from govdocs.places import Place

#: Who sits at the table of a group without being one of its members.
_NOT_MEMBERS = re.compile(r"support|secretar|clerk|observer|attend|minute|invit|advis", re.IGNORECASE)
_MEMBERS = r"(?:members|people|persons|seats|representatives|councillors|trustees|governors|directors)"
_SIZE = re.compile(
    r"\b(?:consists? of|comprises?|comprising|made up of|composed of|(?:has|have|with)(?: a membership of)?"
    r"|membership (?:is|of|shall be))"
    rf" (?P<bound>up to |at most |no more than |not more than |at least |no fewer than |a minimum of |a maximum of )?"
    rf"(?P<number>\d+|[a-z]+) (?P<voting>voting )?(?:\w+ )?{_MEMBERS}\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"\b(?P<number>\d+|[a-z]+) (?:\w+ )?{_MEMBERS} (?:from|of|for|by) each (?:of the )?(?:\w+ ){{0,2}}?"
    r"(?:organi[sz]ations?|ccgs?|trusts?|councils?|partners?|bod(?:y|ies)|authorit(?:y|ies)|members?|compan(?:y|ies))\b",
    re.IGNORECASE,
)


def look_for_miscounted_members(records: Records) -> Iterator[Found]:
    """Checks:
        The number of members that terms of reference name, as a whole or from each organisation, is that of the rows in
        the table of members; without a table, that of the seats in the body's record.

    Looks at:
        Records: prose of terms of reference, `members` blocks, seats of the body's record.

    Why:
        Quorum and majorities are counted from the number of members.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Members

        The committee consists of three members.

        ```members
        body: parks
        columns: [{id: person, label: Name}]
        ---
        | sam-member |
        | jo-member |
        ```

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Members

        The committee consists of two members.

        ```members
        body: parks
        columns: [{id: person, label: Name}]
        ---
        | sam-member |
        | jo-member |
        ```
    """
    for terms, writing in terms_and_writings(records):
        for clause in clauses_of(writing):
            for paragraph in clause.words:
                for offset, sentence in paragraph.sentences():
                    if "quor" in sentence.lower():
                        continue
                    heading = clause.heading.text if clause.heading is not None else ""
                    if group := group_meant(records.library, terms, f"{heading} {sentence}"):
                        yield from _miscounted(records, terms, group, paragraph, offset, sentence)


def _miscounted(
    records: Records, terms: TermsOfReference, group: str, paragraph: Paragraph, offset: int, sentence: str
) -> Iterator[Found]:
    sizes = list(_SIZE.finditer(sentence))
    if len(sizes) == 1 and (number := whole_number(sizes[0]["number"])) is not None:
        counts, what, place = sizes_of(records.library, terms, group, voting=bool(sizes[0]["voting"]))
        if counts and not any(_fits(sizes[0]["bound"] or "", number, count) for count in counts):
            message = f"`{sizes[0][0]}`, and there are {max(counts)} {what}; expected the same number"
            related = (Related(place, f"the {what}"),)
            hint = "correct the number, or the list of members"
            at = paragraph.at(offset + sizes[0].start())
            yield Found(at, message, hint, related, len(sizes[0][0]), f"members {group}")
    for match in _EACH.finditer(sentence):
        number, shares = whole_number(match["number"]), _from_each(records.library, terms, group)
        uneven = [f"{count} from `{name}`" for name, count in shares.items() if count != number]
        if number is not None and len(shares) > 1 and uneven:
            message = f"`{match[0]}`, and there are {', '.join(uneven)}; expected {number} from each"
            hint = "correct the number, or the list of members"
            yield Found(
                paragraph.at(offset + match.start()), message, hint, length=len(match[0]), subject=f"members {group}"
            )


def look_for_quorums_out_of_reach(records: Records) -> Iterator[Found]:
    """Checks:
        A body has as many voting seats as its quorum asks for, as a whole and from each organisation.

    Looks at:
        Records: quorum and seats of bodies.

    Why:
        A quorum that the members cannot make up even if all of them come makes every meeting void.

    Wrong:
        # records/bodies/board.yaml
        quorum: {at_least: 3}
        seats:
          - {id: one, name: One, appointments: [{person: sam-member, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}

    Right:
        # records/bodies/board.yaml
        quorum: {at_least: 2}
        seats:
          - {id: one, name: One, appointments: [{person: sam-member, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
    """
    for body in records.library.bodies.values():
        rules = () if body.quorum is NotStated.NOT_STATED else (body.quorum, body.quorum.to_vote)
        for rule in rules:
            if rule is not None and body.seats:
                yield from _out_of_reach(records.library, body, rule)


def _out_of_reach(library: Library, body: Body, rule: QuorumRule) -> Iterator[Found]:
    hint = "correct the quorum, or add the seats that are missing"
    counting = [seat for seat in body.seats if seat.votes and not {seat.id, seat.constituency} & set(rule.leave_out)]
    if rule.at_least is not None and rule.at_least > len(counting):
        message = (
            f"the quorum is {rule.at_least}, and {len(counting)} seats count for it; expected at least as many seats"
        )
        yield Found(rule.place("at_least"), message, hint, subject="quorum")
    if rule.each_organisation is not None:
        for organisation in body.organisations:
            count = sum(1 for seat in counting if seat.organisation == organisation)
            if count < rule.each_organisation:
                record = library.organisations.get(organisation)
                name = record.name if record is not None else organisation
                message = (
                    f"the quorum asks for {rule.each_organisation} from each organisation; expected as many seats "
                )
                message += f"of {name}, found {count}"
                yield Found(rule.place("each_organisation"), message, hint, subject="quorum")


# --- Counting ---------------------------------------------------------------------------------------------------------


def sizes_of(library: Library, terms: TermsOfReference, group: str, *, voting: bool) -> tuple[set[int], str, Place]:
    """How many members a group has, counted in each way that is right; what was counted, and where it stands."""
    tables = [block for block in members_of(terms, group) if block.filled_from == "rows"]
    if tables:
        designations = [
            cells["designation"].text if "designation" in cells else "" for b in tables for cells in member_rows(b)
        ]
        members = [one for one in designations if not _NOT_MEMBERS.search(one)]
        without_chair = [one for one in members if not re.search(r"chair", one, re.IGNORECASE)]
        return {len(designations), len(members), len(without_chair)}, "rows in the table of members", tables[0].fence
    body = library.bodies.get(group)
    if body is None or not body.seats:
        return set(), "", Place("")
    votes = sum(1 for seat in body.seats if seat.votes)
    counts = {votes} if voting else {votes, len(body.seats)}
    return counts, "seats in the body's record", body.place("seats")


def _fits(bound: str, number: int, count: int) -> bool:
    if re.search(r"up to|at most|more than|maximum", bound, re.IGNORECASE):
        return count <= number
    if re.search(r"at least|fewer|minimum", bound, re.IGNORECASE):
        return count >= number
    return count == number


def _from_each(library: Library, terms: TermsOfReference, group: str) -> dict[str, int]:
    """How many members each organisation has."""
    tables = [block for block in members_of(terms, group) if block.filled_from == "rows"]
    names = organisation_names(library)
    counts: Counter[str] = Counter()
    for block in tables:
        for cells in member_rows(block):
            designation = cells["designation"].text if "designation" in cells else ""
            if "organisation" in cells and not _NOT_MEMBERS.search(designation):
                counts[names.get(cells["organisation"].text.lower(), cells["organisation"].text)] += 1
    body = library.bodies.get(group)
    if not tables and body is not None:
        counts.update(
            names.get(seat.organisation.lower(), seat.organisation) for seat in body.seats if seat.organisation
        )
    return dict(counts)


RULES: tuple[RecordRule, ...] = (
    record_rule("G779", "members-miscounted", WARNS, look_for_miscounted_members, heuristic=True),
    record_rule("G780", "quorum-out-of-reach", STOPS_CIRCULATION, look_for_quorums_out_of_reach),
)
