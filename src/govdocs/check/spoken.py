"""Rules about words that ought to be records: who speaks, what is promised and recommended: G607, G715, G716."""

import re
from collections.abc import Iterator

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, people_there
from govdocs.check.writings import Role, Writing
from govdocs.model.actions import ActionBlock
from govdocs.model.attendance import attendance_of
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper

_NAME = (
    r"(?P<title>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor)\.?\s+(?P<last>(?:De |Van |Mc)?[A-Z][A-Za-z'’-]*[a-z])"
)
_SPEAKS = re.compile(
    rf"\b{_NAME}(?:'s|’s)?\s+(?:\w+ly\s+)?(?:said|asked|stated|noted|explained|reported|presented|highlighted|informed"
    r"|added|queried|suggested|requested|agreed|thanked|summarised|welcomed|described|replied|answered|confirmed"
    r"|proposed|advised|updated|raised|commented|drew|outlined|introduced|went through|talked through|felt|expressed"
    r"|moved|seconded|voted|declared|opened|closed|named|began|referred|took|gave|could|wondered|observed|called)\b"
)
#: Other ways of putting words into a mouth: "Cost (Mr Haq): …", "asked by Dr Ker", "in answer to Ms Lock".
_ATTRIBUTED = re.compile(
    rf"\({_NAME}\)(?=\s*[:,])|\b(?:asked|proposed|seconded|moved|raised|suggested|requested|presented|reported|chaired)"
    rf" by {_NAME.replace('title', 'title2').replace('last', 'last2')}"
)
_PROMISE = re.compile(
    r"\b(?:agreed|undertook|offered|promised|was asked|were asked|was requested|were requested)\s+to\s+"
    r"(?P<what>(?:circulate|send|provide|bring|report|write|contact|prepare|share|arrange|check|update|draft|produce|submit|obtain|review|follow"
    r"|feed|invite|meet|speak|investigate|forward|liaise|chase|add|amend|ask)\b[^.;]{0,60})|\bACTION\s?:",
    re.IGNORECASE,
)


def look_for_absent_speakers(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever speaks in the minutes is in the attendance list, and in the room at that item.

    Looks at:
        Prose of minutes; attendance.

    Why:
        Either the list is wrong, which decides the quorum, or the words are put into the wrong mouth.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        Ms Example explained the budget.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example explained the budget.
    """
    surnames: dict[str, set[str]] = {}
    for name, person in records.library.people.items():
        surnames.setdefault(person.family_name, set()).add(name)
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield from _absent_speakers(writing, writing.source, surnames)


def _absent_speakers(writing: Writing, minutes: Minutes, surnames: dict[str, set[str]]) -> Iterator[Found]:
    there = people_there(minutes)
    printed = {name.split()[-1] for name in there if " " in name}
    spells = {one.person: one for one in attendance_of(minutes)}
    index = {item.id: number for number, item in enumerate(minutes.items)}
    for portion in writing.portions:
        for paragraph in portion.paragraphs:
            for match in (*_SPEAKS.finditer(paragraph.text), *_ATTRIBUTED.finditer(paragraph.text)):
                named = match.groupdict()
                title, last = (named.get("title") or named["title2"]), (named.get("last") or named["last2"])
                people = surnames.get(last, set())
                subject = f"item {portion.name}"
                who = f"{title} {last}"
                if people and not people & there and last not in printed:
                    message = f"`{who}` speaks here and is not in the attendance list; expected somebody who was there"
                    hint = "add the person to the list, or correct the name"
                    yield Found(paragraph.at(match.start()), message, hint, length=len(who), subject=subject)
                elif len(people & there) == 1 and portion.name in index:
                    (person,) = people & there
                    moments = range(len(minutes.items[index[portion.name]].content) + 1)
                    if not any(spells[person].at((index[portion.name], moment)) for moment in moments):
                        message = f"`{who}` speaks here and was out of the room; expected somebody who was there"
                        hint = "correct the movements, or the name"
                        yield Found(paragraph.at(match.start()), message, hint, length=len(who), subject=subject)


def look_for_promises_without_action(records: Records) -> Iterator[Found]:
    """Checks:
        Where somebody agrees, in the minutes, to send, bring or write something, the item has an action.

    Looks at:
        Prose of minutes; actions.

    Why:
        What is not in the action log is remembered by nobody.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example agreed to circulate the map.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example agreed to circulate the map.

        ```action
        id: map
        owners: [alex-example]
        due: 2026-06
        ---
        Circulate the map.
        ```
    """
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        for portion in writing.portions:
            item = writing.source.item(portion.name)
            if item is None or item.blocks(ActionBlock):
                continue
            for paragraph in portion.paragraphs:
                for match in _PROMISE.finditer(paragraph.text):
                    message = f"`{match[0]}` is a promise without an action; expected an `action` block in this item"
                    hint = "add an action with an owner and a date"
                    place = paragraph.at(match.start())
                    yield Found(place, message, hint, length=len(match[0]), subject=f"item {portion.name}")


def look_for_recommendations_in_the_text(records: Records) -> Iterator[Found]:
    """Checks:
        What the report says that it recommends is among the paper's recommendations.

    Looks at:
        Prose and recommendations of papers.

    Why:
        The body decides on the list at the front; what is only in the text is not decided.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: receive, text: the report}]
        ---
        # Report

        It is recommended that a new treasurer is appointed.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        recommendations: [{verb: approve, text: the appointment of a new treasurer}]
        ---
        # Report

        It is recommended that a new treasurer is appointed.
    """
    pattern = re.compile(
        r"\b(?:it is (?:therefore )?recommended|we recommend|this paper recommends|is recommended) (?:that|to)\b",
        re.IGNORECASE,
    )
    for writing in records.writings:
        source = writing.source
        if not isinstance(source, Paper) or not source.header.recommendations:
            continue
        asked = {word for one in source.header.recommendations for word in content_words(one.text) if len(word) > 4}  # noqa: PLR2004
        for paragraph, offset, sentence in writing.sentences():
            match = pattern.search(sentence)
            if match is None or paragraph.role is Role.ASKED:
                continue
            words = {word for word in content_words(sentence[match.end() :]) if len(word) > 4}  # noqa: PLR2004
            if not words & asked:
                message = f"`{match[0]}` is in the text only; expected it among the recommendations of the paper"
                hint = "add it to `recommendations`, or do not call it one"
                yield Found(paragraph.at(offset + match.start()), message, hint, length=len(match[0]), subject="text")


RULES: tuple[RecordRule, ...] = (
    record_rule("G607", "recommendation-in-text", WARNS, look_for_recommendations_in_the_text, heuristic=True),
    record_rule("G715", "speaker-not-there", WARNS, look_for_absent_speakers, heuristic=True),
    record_rule("G716", "promise-without-action", NOTED, look_for_promises_without_action, heuristic=True),
)
