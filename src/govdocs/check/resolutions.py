"""Rules about resolutions that are typed as words, and about links to decisions: codes G720 to G724."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.check.minutes import asked_of
from govdocs.check.outcomes import BORNE_OUT, WEAK
from govdocs.check.prose import all_prose
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Portion, Role
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.places import Place

_RESOLVED = re.compile(
    r"\b(?P<lead>(?i:it was (?:unanimously |further |also )?resolved)|RESOLVED"
    r"|(?i:(?:council|board|committee|members|meeting|body) (?:unanimously )?resolved))\b(?P<after>[^.]*)"
)
_TO = re.compile(r"(?s)^\s*(?:unanimously\s*)?(?:under [^.]*? (?=that\b))?(?P<to>to\b|that\b)?[\s:–-]*(?P<rest>.*)")
_VERB = re.compile(r"^\W*(?P<verb>[A-Za-z]{3,})")
_CITED = re.compile(r"\[(?P<words>[^\]\[]+)\]\(decision:(?P<id>[^)\s]+)\)")
_CLAIM = re.compile(
    r"\b(?P<verb>approv|agree|support|endors|ratif|authoris|adopt|accept|sign|not|receiv|defer|reject|refus)"
    r"(?:ed off|e?d|ied|red|al)\b",
    re.IGNORECASE,
)
_SAID = {"not": {"note"}, "receiv": {"receive", "note"}}


@dataclass(frozen=True, slots=True)
class _Resolution:
    """A resolution in words: where it begins, its lead-in, whether it has "to" or "that", and its verbs in order."""

    place: Place
    lead: str
    joined: bool
    verbs: tuple[str, ...]
    is_empty: bool


def _resolutions(portion: Portion) -> Iterator[_Resolution]:
    for number, paragraph in enumerate(portion.paragraphs):
        if paragraph.role in (Role.HEADING, Role.BLOCK, Role.ASKED):
            continue
        for match in _RESOLVED.finditer(paragraph.text) if "resolved" in paragraph.text.lower() else ():
            tail = _TO.match(match["after"])
            rest = tail["rest"].strip(" :-–") if tail else ""
            is_said = rest and not re.fullmatch(r"[Tt]he (?:\w+ ){0,2}(?:Board|Body|Committee|Council)\.?", rest)
            lines = [rest] if is_said else [one.text for one in _list_after(portion.paragraphs[number + 1 :])]
            verbs = tuple(verb["verb"].lower() for verb in map(_VERB.match, lines) if verb)
            lead = f"{match['lead']}{' ' + tail['to'] if tail and tail['to'] else ''}"
            is_empty = not lines and _ends(portion, number, paragraph, match.end())
            yield _Resolution(paragraph.at(match.start()), lead, bool(tail and tail["to"]), verbs, is_empty)


def _list_after(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if paragraph.role is not Role.ITEM:
            return
        yield paragraph


def _ends(portion: Portion, number: int, paragraph: Paragraph, end: int) -> bool:
    """Whether nothing follows a lead-in: neither words of its sentence, nor a block, nor a paragraph."""
    after = portion.paragraphs[number + 1] if number + 1 < len(portion.paragraphs) else None
    return not paragraph.text[end:].strip(" .:") and (after is None or after.role is Role.HEADING)


def _all(records: Records) -> Iterator[tuple[Minutes, Portion, list[_Resolution]]]:
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            for portion in writing.portions:
                yield writing.source, portion, list(_resolutions(portion))


def look_for_resolutions_in_words(records: Records) -> Iterator[Found]:
    """Checks:
        What was resolved stands in a `decision` block. Said once for each set of minutes.

    Looks at:
        "It was resolved …" in the words of minutes, under items without a `decision` block.

    Why:
        Only a decision with a record can be cited, counted for the quorum, and held against what papers say of it.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was resolved to approve the agenda.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: consensus
        outcome: carried
        ```
    """
    found: dict[str, list[Place]] = {}
    for minutes, portion, resolutions in _all(records):
        item = minutes.item(portion.name)
        if item is None or not item.blocks(DecisionBlock):
            found.setdefault(minutes.path, []).extend(one.place for one in resolutions if not one.is_empty)
    for places in found.values():
        if places:
            count = "a resolution stands" if len(places) == 1 else f"the first of {len(places)} resolutions stands"
            message = f"{count} in words only; expected a `decision` block"
            hint = "write `decision` blocks with verb, text and outcome in place of the words"
            yield Found(places[0], message, hint, subject="resolutions")


def look_for_empty_resolutions(records: Records) -> Iterator[Found]:
    """Checks:
        After "It was resolved:" comes what was resolved.

    Looks at:
        lead-ins of resolutions in the words of minutes.

    Why:
        A lead-in alone says that something was decided, and not what.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was RESOLVED to:

        ## apologies

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was RESOLVED to:

        - APPROVE the agenda.
    """
    for _, portion, resolutions in _all(records):
        for one in resolutions:
            if one.is_empty:
                message = f"nothing follows `{one.lead}`; expected what was resolved"
                hint = "add it, or take the lead-in out"
                yield Found(one.place, message, hint, length=len(one.lead), subject=f"item {portion.name}")


def look_for_resolutions_worded_otherwise(records: Records) -> Iterator[Found]:
    """Checks:
        Resolutions of one set of minutes are all led in with "to" or "that", or none is.

    Looks at:
        lead-ins of resolutions in the words of minutes, and of decisions with words of their own (`printed`).

    Why:
        "It was RESOLVED: RECEIVE the paper" is no sentence, and shows that the form was not kept.

    Example:
        minutes of a joint board of 2018 resolve "to" twice and, without it, three times.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was RESOLVED to:

        - APPROVE the agenda.

        ## apologies

        It was RESOLVED:

        - RECEIVE the apologies.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was RESOLVED to:

        - APPROVE the agenda.

        ## apologies

        It was RESOLVED to:

        - RECEIVE the apologies.
    """
    joined: dict[str, _Resolution] = {}
    bare: dict[str, list[tuple[str, _Resolution]]] = {}
    for minutes, portion, resolutions in _all(records):
        for one in resolutions:
            if one.joined:
                joined.setdefault(minutes.path, one)
            elif one.verbs and not one.is_empty:
                bare.setdefault(minutes.path, []).append((portion.name, one))
    for path, several in bare.items():
        if path in joined:
            name, one = several[0]
            more = f", the first of {len(several)}" if len(several) > 1 else ""
            message = f"`{one.lead}` is led in without `to` here{more}; expected `{joined[path].lead}`, as elsewhere"
            related = (Related(joined[path].place, "led in so here"),)
            yield Found(one.place, message, "make them agree", related, len(one.lead), f"item {name}")


def look_for_resolutions_of_another_kind(records: Records) -> Iterator[Found]:
    """Checks:
        What was resolved in words answers what the agenda asked: an item to approve is not only received or noted.

    Looks at:
        verbs of resolutions in the words of minutes, and of the agenda; `decision` blocks have a rule of their own.

    Why:
        A plan that was only noted has not been approved, whatever the next paper says.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: plan, title: Plan, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## plan

        It was RESOLVED to:

        - NOTE the plan.

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: plan, title: Plan, presenters: [alex-example], action: approve, time: 10:00}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## plan

        It was RESOLVED to:

        - APPROVE the plan.
    """
    library = records.library
    for minutes, portion, resolutions in _all(records):
        meeting = library.meetings.get(minutes.meeting)
        entry = meeting.entry(portion.name) if meeting else None
        verbs = {verb for one in resolutions for verb in one.verbs}
        asked = asked_of(library, meeting, entry) if meeting and entry else ""
        if entry and verbs and asked in BORNE_OUT["approv"] and verbs <= WEAK:
            found = " and ".join(sorted(verbs))
            message = f"the agenda asks the body to {asked}, and it resolved to {found}; expected more than that"
            related = (Related(entry.place("action"), "asked here"),)
            hint = "correct the verb, or say why it was not approved"
            yield Found(resolutions[0].place, message, hint, related, subject=f"item {portion.name}")


def look_for_citations_with_other_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        The words of a link to a decision say what was decided: "approved" leads to a decision that was carried, with a
        verb that bears it out.

    Looks at:
        links such as `[approved](decision:…)`, and the verbs and outcome of the decision.

    Why:
        "As the board approved" is how a plan that was only received becomes a plan that was approved.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        id: plan
        parts: [{verb: note, text: the plan}]
        how: consensus
        outcome: carried
        ```

        ## apologies

        The plan was [approved](decision:plan).

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        id: plan
        parts: [{verb: note, text: the plan}]
        how: consensus
        outcome: carried
        ```

        ## apologies

        The plan was [noted](decision:plan).
    """
    for passage in all_prose(records.library):
        prose = passage.prose
        for number, line in enumerate(prose.text.split("\n")):
            for match in _CITED.finditer(line):
                claim = _CLAIM.search(match["words"])
                said = claim["verb"].lower() if claim else ""
                facts = _cited(records.library, prose.place.path, match["id"]) if claim else None
                if facts is None or not facts.parts or _is_borne_out(said, facts):
                    continue
                first = prose.place if number == 0 else prose.place.down(number)
                place = Place(first.path, first.line, first.column + match.start("words"))
                resolved = " and ".join(dict.fromkeys(f"`{part.verb}`" for part in facts.parts))
                message = f"`{match['words']}` leads to a decision to {resolved} ({facts.outcome}); expected its words"
                related = (Related(facts.place(), "the decision"),)
                yield Found(place, message, "say what was resolved", related, len(match["words"]))


def _is_borne_out(said: str, facts: DecisionBlock) -> bool:
    verbs = {part.verb for part in facts.parts}
    if said in ("defer", "reject", "refus"):
        return facts.outcome not in ("carried", "noted")
    known = verbs & (WEAK | {verb for several in BORNE_OUT.values() for verb in several})
    is_carried = facts.outcome in ("carried", "in-part", "noted")
    return is_carried and (known != verbs or bool(verbs & (_SAID.get(said) or BORNE_OUT.get(said, verbs))))


def _cited(library: Library, path: str, name: str) -> DecisionBlock | None:
    """The decision that a link in a file means: by its key, or by its id within the same meeting."""
    folder = (
        path.removeprefix("meetings/").rpartition("/papers/")[0] or path.removeprefix("meetings/").rpartition("/")[0]
    )
    for decision in library.decisions.values():
        if (decision.key == name or (decision.id == name and decision.meeting == folder)) and isinstance(
            decision.facts, DecisionBlock
        ):
            return decision.facts
    return None


RULES: tuple[RecordRule, ...] = (
    record_rule("G720", "resolution-in-words", NOTED, look_for_resolutions_in_words, heuristic=True),
    record_rule("G721", "resolution-led-in-otherwise", NOTED, look_for_resolutions_worded_otherwise, heuristic=True),
    record_rule("G722", "resolution-empty", WARNS, look_for_empty_resolutions, heuristic=True),
    record_rule("G723", "resolution-weaker-in-words", WARNS, look_for_resolutions_of_another_kind, heuristic=True),
    record_rule("G724", "decision-cited-wrongly", WARNS, look_for_citations_with_other_verbs),
)
