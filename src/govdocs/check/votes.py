"""Rules about votes and the quorum as the minutes tell them: codes G805 to G807."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought
from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Portion, Writing
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.minutes import Minutes
from govdocs.places import Place

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)}|nil|none)"
_VOTES = r"(?: votes?| members| councillors| cllrs)?"
#: "by three to two", "2 votes to 1", "4 votes for and 2 against", "for: 4, against: 2".
_RESULTS = (
    Sought(rf"\b(?:carried by )?(?P<for>{_COUNT}) votes? to (?P<against>{_COUNT})\b", "vote votes", re.IGNORECASE),
    Sought(
        rf"\b(?:carried|lost|defeated|won|voted)\b[^.]{{0,30}}\b(?P<for>{_COUNT}) to (?P<against>{_COUNT})\b",
        "carried lost defeated won voted",
        re.IGNORECASE,
    ),
    Sought(
        rf"\b(?P<for>{_COUNT}){_VOTES},? (?:in favou?r|for)\b[^.]{{0,25}}?"
        rf"\b(?P<against>{_COUNT}){_VOTES} (?:were )?against\b"
        rf"(?:[^.\w]{{0,3}}(?:and |with )?(?P<abstained>{_COUNT}){_VOTES} (?:were )?abst\w+)?",
        "against",
        re.IGNORECASE,
    ),
    Sought(
        rf"\b(?P<for>{_COUNT}){_VOTES},? (?:in favou?r|for)\b[^.\w]{{0,3}}(?:and |with )?"
        rf"(?P<abstained>{_COUNT}){_VOTES} abst\w+",
        "abst*",
        re.IGNORECASE,
    ),
    Sought(rf"\bfor:? (?P<for>{_COUNT})\b[^.]{{0,12}}\bagainst:? (?P<against>{_COUNT})\b", "against", re.IGNORECASE),
)
_CARRIED = re.compile(r"\bcarried\b", re.IGNORECASE)
_NO_QUORUM = re.compile(
    r"\b(?:not|no longer|nor|never) (?:\w+ )?quorate\b|\binquorate\b|\bno quorum\b|\bwithout a quorum\b"
    r"|\bquorum (?:was|had) not\b|\black of (?:a )?quorum\b",
    re.IGNORECASE,
)
_QUORUM = re.compile(
    r"\b(?:was|were|is|declared|being|remained) quorate\b|\bquorum (?:was|had been) (?:present|reached)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|whether|would|should|until|when|became|becoming|after|terms)\b", re.IGNORECASE)


def look_for_a_quorum_there_and_not(records: Records) -> Iterator[Found]:
    """Checks:
        Minutes do not say both that there was a quorum and that there was none, unless somebody comes or goes in
        between; and nothing is carried at a meeting that is recorded as `inquorate`.

    Looks at:
        sentences of minutes about the quorum, `held: inquorate` of the meeting, and its decisions.

    Why:
        What was decided without a quorum was not decided.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The Chair confirmed that the meeting was quorate.

        ## declarations

        As the meeting was not quorate, no decision was taken.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The Chair confirmed that the meeting was quorate.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        moved = any(re.search(r"\b(?:left|arrived|joined|returned)\b", p.text) for p in writing.paragraphs)
        moved = moved or any(p.marker == "movement" for p in writing.paragraphs)
        yes = None if moved else _statement(writing, _QUORUM)
        no = _statement(writing, _NO_QUORUM)
        if yes is not None and no is not None:
            message = f"`{no[1]}` here, and `{yes[1]}` elsewhere in these minutes; expected one of the two"
            related = (Related(yes[0], "said here"),)
            yield Found(no[0], message, "say which, and from when", related, len(no[1]), "quorum")
        meeting = records.library.meetings.get(writing.source.meeting)
        if meeting is not None and meeting.held == "inquorate":
            for item, decision in writing.source.blocks(DecisionBlock):
                if decision.outcome == "carried":
                    message = "this was carried at a meeting recorded as `inquorate`; expected no decision"
                    related = (Related(meeting.place("held"), "recorded here"),)
                    hint = "record it as deferred, or correct `held`"
                    yield Found(decision.place("outcome"), message, hint, related, 7, f"item {item.id}" if item else "")


def _statement(writing: Writing, pattern: re.Pattern[str]) -> tuple[Place, str] | None:
    for paragraph, offset, sentence in writing.sentences():
        is_about = "quor" in sentence.lower()
        if is_about and not _IF.search(sentence) and (match := pattern.search(sentence)):
            return paragraph.at(offset + match.start()), match[0]
    return None


def look_for_votes_that_do_not_agree(records: Records) -> Iterator[Found]:
    """Checks:
        The named votes of a decision are as many as its counted ones, and nobody has two.

    Looks at:
        `votes` and `named` of decisions.

    Why:
        A recorded vote is what members answer for; the count beside it must be of the same people.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: recorded
        outcome: carried
        votes: {for: 2, against: 0}
        named: {for: [robin-sample]}
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: recorded
        outcome: carried
        votes: {for: 2, against: 0}
        named: {for: [robin-sample, jo-member]}
        ```
    """
    hint = "correct the names, or the count"
    for decision in records.library.decisions.values():
        facts, subject = decision.facts, f"item {decision.item}" if decision.item else ""
        if facts.named is None:
            continue
        lists = {"for": facts.named.for_, "against": facts.named.against, "abstain": facts.named.abstain}
        seen: dict[str, str] = {}
        for word, names in lists.items():
            for name in names:
                if name in seen:
                    message = f"`{name}` is named under `{word}` and under `{seen[name]}`; expected one vote each"
                    yield Found(facts.place("named"), message, hint, subject=subject)
                seen.setdefault(name, word)
            count = getattr(facts.votes, "for_" if word == "for" else word) if facts.votes else None
            spare = 1 if facts.casting_vote and facts.casting_vote.to == word else 0
            if names and count is not None and not len(names) <= count <= len(names) + spare:
                message = f"`votes` counts {count} `{word}` and `named` names {len(names)}; expected as many"
                yield Found(facts.place("votes"), message, hint, subject=subject)


def look_for_results_told_twice(records: Records) -> Iterator[Found]:
    """Checks:
        The result of a vote that an item tells in words is told with the same numbers each time, agrees with a
        `decision` block that counts, and is of no more votes than there were members.

    Looks at:
        sentences such as "carried by three votes to two", "4 in favour, 2 against"; decisions and attendance.

    Why:
        Which of two counts was taken nobody can say a year later.

    Example:
        a council's minutes had one motion carried by three to two, and two lines on by two to one.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        The motion was carried by 2 votes to 1.

        After a question the Chair repeated that it was carried by three votes to none.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member, sam-member]
        ---
        ## welcome

        The motion was carried by 2 votes to 1.
    """
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            for portion in writing.portions:
                yield from _results(writing.source, portion)


def _results(minutes: Minutes, portion: Portion) -> Iterator[Found]:
    item = minutes.item(portion.name)
    counted = [one for one in item.blocks(DecisionBlock) if one.votes is not None] if item else []
    told: list[tuple[tuple[int, int], Place, str]] = []
    members = len(minutes.header.present)
    for paragraph in portion.paragraphs:
        for match, votes in _told(paragraph.text):
            place, words, subject = paragraph.at(match.start()), match[0], f"item {portion.name}"
            cast = sum(votes) + _number(match.groupdict().get("abstained") or "no")
            if cast > members:
                message = f"`{words}` is {cast} votes, and {members} members were present; expected no more"
                yield Found(
                    place, message, "correct the numbers, or the attendance", length=len(words), subject=subject
                )
            elif votes[0] < votes[1] and _CARRIED.search(words):
                message = f"`{words}` has more votes against than for; expected it lost, or the numbers turned about"
                yield Found(place, message, "correct the result or the numbers", length=len(words), subject=subject)
            elif counted and not any(_same(block, votes) for block in counted):
                message = f"`{words}` is not what the `decision` block counts; expected the same numbers"
                related = (Related(counted[0].place("votes"), "counted here"),)
                yield Found(place, message, "correct one of the two", related, len(words), subject)
            elif told and told[-1][0] != votes and len(told) == 1 and not counted and "amend" not in paragraph.text:
                message = f"`{words}` here, and `{told[0][2]}` before in this item; expected one result"
                related = (Related(told[0][1], "told here"),)
                hint = "correct one of the two, or give each motion a `decision` block of its own"
                yield Found(place, message, hint, related, len(words), subject)
            told.append((votes, place, words))


def _told(text: str) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    taken: list[range] = []
    for pattern in (one for one in _RESULTS if one.may_match(text)):
        for match in pattern.finditer(text):
            if not any(match.start() in span or match.end() - 1 in span for span in taken):
                taken.append(range(match.start(), match.end()))
                yield match, (_number(match["for"]), _number(match.groupdict().get("against") or "no"))


def _number(word: str) -> int:
    bare = word.lower()
    return int(bare) if bare.isdigit() else _WORDS.index(bare) if bare in _WORDS else 0


def _same(block: DecisionBlock, votes: tuple[int, int]) -> bool:
    counts = block.votes
    return counts is None or (counts.for_ in (None, votes[0]) and counts.against in (None, votes[1]))


RULES: tuple[RecordRule, ...] = (
    record_rule("G805", "quorum-contradicted", WARNS, look_for_a_quorum_there_and_not, heuristic=True),
    record_rule("G806", "named-votes-differ", FAILS, look_for_votes_that_do_not_agree),
    record_rule("G807", "result-told-twice", WARNS, look_for_results_told_twice, heuristic=True),
)
