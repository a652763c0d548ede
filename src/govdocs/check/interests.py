"""Rules about interests: those that were declared and those that were not: codes G808, G809 and G817."""

import re
from collections.abc import Iterator

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.languages import is_english
from govdocs.model.minutes import DeclarationBlock, MinuteItem, Minutes
from govdocs.model.registers import Interest
from govdocs.model.seats import Quorum

_DECLARATIONS = re.compile(r"\bdeclarations?\b|\bconflicts? of interests?\b", re.IGNORECASE)
#: A reminder or an invitation.
_REMINDED = re.compile(r"\b(?:remind\w*|invit\w+|asked|request\w*|obligation)\b", re.IGNORECASE)
_INTERESTS = re.compile(r"\binterests?\b", re.IGNORECASE)
#: What says in the same breath that nobody did.
_NOBODY = re.compile(r"\b(?:no|none|nil|nobody|nothing|not)\b", re.IGNORECASE)
_FEW_WORDS = 3


def look_for_interests_and_unanimity(records: Records) -> Iterator[Found]:
    """Checks:
        Where somebody declared an interest in an item and stayed out of the vote, the vote is not said to be
        unanimous, and not all who were present are counted.

    Looks at:
        `declaration` blocks, and the decisions of the same item: their counts and words.

    Why:
        A unanimous vote of all members says that the conflicted one voted, which can void the decision.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        ```declaration
        people: [jo-member]
        about: owner of the field
        consequence: did-not-vote
        ```

        ```decision
        how: show-of-hands
        outcome: carried
        votes: {for: 3, against: 0}
        ---
        That the lease be granted.
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        ```declaration
        people: [jo-member]
        about: owner of the field
        consequence: did-not-vote
        ```

        ```decision
        how: show-of-hands
        outcome: carried
        votes: {for: 2, against: 0}
        ---
        That the lease be granted.
        ```
    """
    for minutes in records.library.minutes.values():
        if _has_quorum_rule(records, minutes):
            continue  # the votes are held against those who may vote by the rule on too many votes
        members = {line.person for line in minutes.header.present}
        for item in minutes.items:
            out = {
                who.person: Related(block.place("people"), "the declaration")
                for stands_in, block in minutes.blocks(DeclarationBlock)
                if (block.item or (stands_in.id if stands_in else "")) == item.id
                and block.consequence in ("did-not-vote", "withdrew")
                for who in block.people
                if who.person in members
            }
            for decision in item.blocks(DecisionBlock) if out else ():
                votes = decision.votes
                cast = sum(n or 0 for n in (votes.for_, votes.against, votes.abstain)) if votes else 0
                if cast > len(members) - len(out):
                    names = ", ".join(f"`{name}`" for name in out)
                    message = f"there are {cast} votes of {len(members)} members, and {names} took no part; expected "
                    message += f"at most {len(members) - len(out)}"
                    hint = "correct the votes, or the consequence of the declaration"
                    yield Found(
                        decision.place("votes"), message, hint, tuple(out.values())[:1], subject=f"item {item.id}"
                    )


def _has_quorum_rule(records: Records, minutes: Minutes) -> bool:
    meeting = records.library.meetings.get(minutes.meeting)
    body = records.library.body_of(meeting) if meeting else None
    return body is not None and isinstance(body.quorum, Quorum) and bool(body.seats)


def look_for_undeclared_interests(records: Records) -> Iterator[Found]:
    """Checks:
        A member present who has a registered interest in the organisation, or in a matter by its keyword, that an
        item's title names has declared it at that item.

    Looks at:
        the register of interests (`organisation`, `keywords`), titles of the agenda, `present` and declarations.

    Why:
        The register is there so that nobody has to remember; a decision with an undeclared interest can be undone.

    Wrong:
        # records/interests.yaml
        kinds: [{id: financial, label: Financial}]
        interests:
          field: {person: jo-member, kind: financial, about: Owner of the field, keywords: [long meadow]}
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: lease, title: Lease of Long Meadow, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## lease

        The lease was agreed.

    Right:
        # records/interests.yaml
        kinds: [{id: financial, label: Financial}]
        interests:
          field: {person: jo-member, kind: financial, about: Owner of the field, keywords: [long meadow]}
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: lease, title: Lease of Long Meadow, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## lease

        ```declaration
        people: [jo-member]
        interest: field
        consequence: noted
        ```

        The lease was agreed.
    """
    library = records.library
    for minutes in library.minutes.values():
        meeting = library.meetings.get(minutes.meeting)
        if meeting is None:
            continue
        members = {line.person for line in minutes.header.present}
        declared = {
            (block.item or (item.id if item else ""), who.person)
            for item, block in minutes.blocks(DeclarationBlock)
            for who in block.people
        }
        general = {who for item, who in declared if (entry := meeting.entry(item)) is None or entry.standing}
        for name, interest in library.interests.items():
            held = _holds(interest, minutes, records)
            if interest.person not in members or interest.person in general or not held:
                continue
            for item in minutes.items:
                if (item.id, interest.person) not in declared and (word := _named(records, minutes, item, interest)):
                    message = f"`{interest.person}` has the registered interest `{name}`, and this item is about "
                    message += f"`{word}`; expected a declaration"
                    hint = "add a `declaration` block, or waive this where the interest does not bear on the item"
                    related = (Related(interest.place(), "the register"),)
                    yield Found(item.place, message, hint, related, 3, f"item {item.id}")


def _holds(interest: Interest, minutes: Minutes, records: Records) -> bool:
    """Whether the interest was held on the day of the meeting, as far as is known."""
    day = records.library.date_of(minutes.meeting)
    if day is None:
        return False
    first = getattr(interest.from_, "first", None)
    last = getattr(interest.to, "last", None)
    return (first is None or first <= day) and (last is None or day <= last)


def _named(records: Records, minutes: Minutes, item: MinuteItem, interest: Interest) -> str:
    """The keyword, or the organisation, that an item's title names; empty where it names none."""
    meeting = records.library.meetings[minutes.meeting]
    entry = meeting.entry(item.id)
    paper = records.library.paper_of(meeting, entry) if entry else None
    title = " ".join((item.heading, entry.title if entry else "", paper.header.title if paper else ""))
    organisation = records.library.organisations.get(interest.organisation or "")
    names = [*interest.keywords, interest.organisation or ""]
    names += [organisation.name, organisation.short] if organisation else []
    words = content_words(title)
    for name in names:
        wanted = content_words(name)
        if wanted and any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
            return name
    return ""


def look_for_declarations_left_open(records: Records) -> Iterator[Found]:
    """Checks:
        What minutes say under declarations of interest says who declared one, or that nobody did: it is not only the
        reminder to do so.

    Looks at:
        The item of minutes whose id or heading speaks of declarations; `declaration` blocks.

    Why:
        A decision is challenged years later, and then these minutes are all that shows whether anybody was asked.

    Example:
        Minutes of 2018 record that members were reminded of their obligation, and nothing else.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## declarations

        The chair reminded the members of their obligation to declare any interest in the business of the day.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## declarations

        The chair reminded the members of their obligation to declare any interest. There were no declarations.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Minutes) or not is_english(records.library, writing.path):
            continue
        minutes = writing.source
        has_blocks = any(isinstance(part, DeclarationBlock) for item in minutes.items for part in item.content)
        for item, portion in zip(minutes.items, writing.portions[1:], strict=True):
            if not _DECLARATIONS.search(f"{item.id} {item.heading}"):
                continue
            words = " ".join(paragraph.text for paragraph in portion.paragraphs)
            sentences = words.split(".")
            others = [one for one in sentences if not (_REMINDED.search(one) and _INTERESTS.search(one))]
            is_reminder = len(others) < len(sentences) and len(" ".join(others).split()) <= _FEW_WORDS
            if is_reminder and not has_blocks and not _NOBODY.search(words):
                message = (
                    "members are reminded here to declare interests; expected who declared one, or that nobody did"
                )
                place = next(paragraph.place for paragraph in portion.paragraphs if paragraph.text)
                yield Found(place, message, "add `There were no declarations.`, or a `declaration` block for each")


RULES: tuple[RecordRule, ...] = (
    record_rule("G808", "conflicted-vote-counted", WARNS, look_for_interests_and_unanimity),
    record_rule("G817", "declarations-left-open", NOTED, look_for_declarations_left_open, heuristic=True),
    record_rule("G809", "interest-not-declared", NOTED, look_for_undeclared_interests, heuristic=True),
)
