"""Rules about words that ought to be records: who speaks, what is promised and recommended: G607, G715, G716."""

import re
from collections.abc import Iterator, Mapping

from govdocs.check.concordance import Sought
from govdocs.check.initials import promises_by, read_initials
from govdocs.check.people_in_prose import TITLE, TITLED, TO_DO, VERBS, Named, has_title, listed_people, named_by
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, is_near
from govdocs.check.writings import Paragraph, Portion, Role, Writing
from govdocs.model.actions import ActionBlock
from govdocs.model.attendance import attendance_of
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.places import Place

_SPEAKS = re.compile(rf"\b{TITLED}\s+(?:(?:then|also|\w+ly)\s+)?(?P<verb>{VERBS})\b")
#: Without a title, at the beginning of a sentence.
_SPEAKS_IN_FULL = re.compile(
    rf"(?:^|(?<=[.!?] ))(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){{0,2}} [A-Z][\w'’-]+) "
    rf"(?:(?:then|also|\w+ly) )?(?P<verb>{VERBS})\b"
)
#: Other ways of putting words into a mouth: "Cost (Mr Haq): …", "asked by Dr Ker", "in answer to Ms Lock".
_ATTRIBUTED = (
    re.compile(rf"\({TITLED}\)(?=\s*[:,])"),
    re.compile(
        r"\b(?P<verb>asked|proposed|seconded|moved|raised|suggested|requested|presented|reported|chaired) by "
        rf"(?:the Chair(?:man)?,? |Vice[ -]Chair(?:man)?,? )?{TITLED}"
    ),
)
_ONE = r"(?:(?:Cllr|Mrs?|Ms|Dr)\.?\s+)?(?:[A-Z]\.?\s+|[A-Z][a-z]+\s+)?(?:Mc|Mac|O['’])?[A-Z][A-Za-z'’-]*[a-z]"
_SURNAME = r"(?:(?:Mc|Mac|O['’])?[A-Z][A-Za-z'’-]*[a-z])"
_ONE_OF_SEVERAL = re.compile(
    rf"\b(?!(?:Cllr|Mrs?|Ms|Dr|and)\b)(?:(?P<first>[A-Z]\.?|[A-Z][a-z]+)\s+)?(?P<last>{_SURNAME})"
)
_SEVERAL = re.compile(
    rf"\b(?:Cllrs|Councillors)\.?\s+(?P<names>{_ONE}(?:,\s+{_ONE})*(?:,?\s+and|\s+&)\s+{_ONE})\s+(?P<verb>{VERBS}|offered)\b"
)
#: What only members do, so that whoever does it must be in the list, known to the register or not.
_MEMBERS_ONLY = ("proposed", "seconded", "moved", "voted", "chaired")
_ATTENDING = re.compile(r"present|attend")
_EXCUSED = re.compile(r"\b(?:apolog|absent|absence)", re.IGNORECASE)
_FULL_NAME = re.compile(r"\b[A-Z](?:[a-z'’-]+|\.)?\s+(?P<last>(?:Mc|Mac|O['’])?[A-Z][A-Za-z'’-]*[a-z])")
_COUNCILLOR = re.compile(r"(?:Cllr|Councillor)\b")
LEAST_COUNCILLORS = 3
_OUTSIDE = re.compile(r"\b(?:County|District|Borough|City|Ward|Parish|former|late|ex)[ -]$", re.IGNORECASE)
_WHO = (
    rf"(?:(?:[Tt]he )?(?:(?:Parish |Town )?Clerk|Chair(?:man|person)?|Vice[ -]Chair(?:man)?|Secretary|Treasurer"
    rf"|Director of [A-Z]\w+)|{TITLE}(?:\s+{TITLE}){{0,4}}\s+(?:[A-Z]\w*\.?\s+)?[A-Z][\w'’-]+)"
)
_PROMISES = (
    re.compile(
        rf"\b(?:agreed|undertook|offered|promised|was asked|were asked|was requested|were requested)\s+to\s+"
        rf"(?:{TO_DO})\b[^.;]{{0,60}}|\bACTION\s?:",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_WHO} (?:to|will|would|is to|was to|should|agreed to|undertook to) (?:{TO_DO})\b[^.;]{{0,60}}"),
    re.compile(rf"\basked {_WHO} to (?:{TO_DO})\b[^.;]{{0,60}}"),
    re.compile(rf"\b(?:he|she|they) (?:would|will) (?:be happy to |also )?(?:{TO_DO})\b[^.;]{{0,60}}"),
    re.compile(
        r"\b(?:report|paper|update|letter|plan|response|quotation|quote)s? (?:will|would|to|is to|should) be "
        r"(?:presented|brought|provided|submitted|circulated|obtained|sent|shared|taken)\b[^.;]{0,60}",
        re.IGNORECASE,
    ),
)
#: Minutes that mark their actions in words: "ACTION", "Action: Clerk", "(Action – JS)".
_MARKED = re.compile(r"\bACTIONS?\b|\bAction(?: point| by)?s?\s?[:–-]|^\W*Action\W*$")
#: What minutes agree to change in the last ones is done by agreeing.
_OF_MINUTES = re.compile(r"agreed to amend the (?:paragraph|minutes?|wording|sentence|record|item)\b")
#: What is to be added to a register of interests is told of there.
_OF_INTERESTS = re.compile(r"declaration|interests", re.IGNORECASE)
_RECOMMENDED = Sought(
    r"\b(?:it is (?:therefore )?recommended|we recommend|this paper recommends|is recommended) (?:that|to)\b",
    "recommended recommend recommends",
    re.IGNORECASE,
)
#: Without one of these words nothing is promised.
_TO_BE_DONE = Sought(
    rf"\b(?:{TO_DO})\b|\bACTION\s?:"
    r"|\bbe (?:presented|brought|provided|submitted|circulated|obtained|sent|shared|taken)\b",
    f"{' '.join(words.split()[0] for words in TO_DO.replace('-?', '').split('|'))} e action presented brought provided"
    " submitted circulated obtained sent shared taken",
    re.IGNORECASE,
)

#: How minutes tell of new members: from here on they speak and vote, though no list has them.
_CO_OPTED = re.compile(r"\bco-?opt(?:ed|ion)\b|\bto become (?:a )?(?:\w+ )?(?:member|councillor)s?\b", re.IGNORECASE)


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
            yield from _absent_speakers(records, writing, writing.source, surnames)


def _absent_speakers(
    records: Records, writing: Writing, minutes: Minutes, surnames: dict[str, set[str]]
) -> Iterator[Found]:
    everybody = listed_people(records.library, minutes)
    in_words = {last for portion in writing.portions for last in _listed_in_words(portion)}
    listed = [one for one in everybody if one.is_there]
    excused = {one.surname for one in everybody if not one.is_there}
    of_council = sum(bool(_COUNCILLOR.match(one.person)) for one in listed) >= LEAST_COUNCILLORS
    spells = {one.person: one for one in attendance_of(minutes)}
    index = {item.id: number for number, item in enumerate(minutes.items)}
    in_full = records.library.keep(("names in full",), lambda: _names_in_full(records))
    for portion in writing.portions:
        for paragraph in portion.paragraphs:
            for named, verb in _speakers(paragraph.text, in_full):
                subject, place = f"item {portion.name}", paragraph.at(named.start)
                there = [one.person for one in listed if one.may_be(named)]
                # A name that is nearly one of the list has a finding of its own.
                is_known = bool(surnames.get(named.last)) or named.last in excused
                is_slip = not is_known and any(is_near(named.last, one.surname) for one in listed)
                if not there and (is_slip or named.last in in_words or _joined_later(writing, named.last)):
                    continue
                must_be = _must_be_listed(named, verb, paragraph.text, of_council=of_council)
                if not there and (is_known or must_be):
                    message = f"`{named.words}` speaks here and is not in the attendance list; expected somebody who "
                    message += "was there"
                    hint = "add the person to the list, or correct the name"
                    yield Found(place, message, hint, length=len(named.words), subject=subject)
                elif len(there) == 1 and portion.name in index:
                    number = index[portion.name]
                    moments = range(len(minutes.items[number].content) + 1)
                    if not any(spells[there[0]].at((number, moment)) for moment in moments):
                        message = (
                            f"`{named.words}` speaks here and was out of the room; expected somebody who was there"
                        )
                        hint = "correct the movements, or the name"
                        yield Found(place, message, hint, length=len(named.words), subject=subject)


def _listed_in_words(portion: Portion) -> Iterator[str]:
    """The surnames in a list of those present that was typed in words: before the items, or under its own."""
    if portion.name and not _ATTENDING.search(portion.name):
        return
    for paragraph in portion.paragraphs:
        if not _EXCUSED.search(paragraph.text):
            yield from (match["last"] for match in _FULL_NAME.finditer(paragraph.text))


def _joined_later(writing: Writing, last: str) -> bool:
    """Whether the minutes tell that somebody became a member at this very meeting."""
    return any(
        _CO_OPTED.search(paragraph.text) and re.search(rf"\b{re.escape(last)}\b", paragraph.text)
        for paragraph in writing.paragraphs
    )


def _names_in_full(records: Records) -> dict[str, tuple[str, str]]:
    """Forename and surname of the people of the register, by their names in full."""
    people = records.library.people.values()
    return {one.name: (one.forename.split()[0], one.family_name) for one in people if one.forename}


def _several(text: str) -> Iterator[tuple[Named, str]]:
    """Councillors who act together: "Cllrs Cass, Lee and Moss offered to pay"."""
    for match in _SEVERAL.finditer(text):
        for name in _ONE_OF_SEVERAL.finditer(match["names"]):
            start = match.start("names") + name.start()
            first = (name["first"] or "").rstrip(".")
            yield Named(start, start + len(name[0]), name[0], ("Cllr",), first, name["last"]), match["verb"]


def _speakers(text: str, in_full: Mapping[str, tuple[str, str]]) -> Iterator[tuple[Named, str]]:
    for pattern in (_SPEAKS, *_ATTRIBUTED) if has_title(text) else ():
        for match in pattern.finditer(text):
            yield named_by(match), match.groupdict().get("verb") or ""
    yield from _several(text)
    for match in _SPEAKS_IN_FULL.finditer(text):
        if match["name"] in in_full:
            yield Named(match.start(), match.end("name"), match["name"], (), *in_full[match["name"]]), match["verb"]


def _must_be_listed(named: Named, verb: str, text: str, *, of_council: bool) -> bool:
    """Whether somebody whom the register does not know must have been there all the same: a member who moves, or a
    councillor who speaks where councillors are listed by that title.
    """
    has_title = bool({"Cllr", "Councillor"} & {title.rstrip(".") for title in named.titles})
    is_councillor = has_title and (of_council or verb == "was present")
    outside = _OUTSIDE.search(text[: named.start])
    return (verb in _MEMBERS_ONLY or is_councillor) and outside is None


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
        if isinstance(writing.source, Minutes):
            yield from _not_logged(records, writing, writing.source)


def _not_logged(records: Records, writing: Writing, minutes: Minutes) -> Iterator[Found]:
    initials = read_initials(records.library, writing, minutes)
    likely = set(map(id, writing.paragraphs_for(_TO_BE_DONE)))
    marked: list[tuple[Place, str, str]] = []
    for portion in writing.portions:
        item = minutes.item(portion.name)
        if item is None or _OF_INTERESTS.search(portion.name):
            continue
        logged = [_matter(action.prose.text) for action in item.blocks(ActionBlock) if action.prose]
        found = [
            (paragraph.at(match.start()), _whole_words(match))
            for paragraph in _words_alone(portion)
            if id(paragraph) in likely
            for match in _promises(paragraph.text, promises_by(initials, paragraph.text))
            if not any(_matter(match[0]) & words for words in logged) and not (logged and "ACTION" in match[0])
        ]
        marks = () if logged else ((one, _MARKED.search(one.text)) for one in _words_alone(portion))
        mark = next(((one.at(match.start()), match[0].strip()) for one, match in marks if match), None)
        if mark is not None:
            marked.append((*mark, portion.name))
        elif found:
            place, words = found[0]
            more = f", and {len(found) - 1} more here," if len(found) > 1 else ""
            message = f"`{words}`{more} is a promise without an action; expected an `action` block in this item"
            hint = "add an action with an owner and a date"
            yield Found(place, message, hint, length=len(words), subject=f"item {portion.name}")
    if marked:
        # The minutes say themselves that these are actions: one finding for all of them.
        place, words, name = marked[0]
        more = f"the first of {len(marked)} actions" if len(marked) > 1 else "an action"
        message = f"`{words}`: {more} stands in words only; expected an `action` block"
        hint = "write `action` blocks with owner and date in place of the words"
        yield Found(place, message, hint, length=len(words), subject=f"item {name}")


def _whole_words(match: re.Match[str]) -> str:
    """The words of a match that was cut off after so many letters, up to the last whole one."""
    words, after = match[0].strip(), match.string[match.end() : match.end() + 1]
    return words.rpartition(" ")[0] if after.isalnum() and words[-1:].isalnum() and " " in words else words


def _words_alone(portion: Portion) -> Iterator[Paragraph]:
    """The paragraphs of an item without the words of its record blocks."""
    inside = False
    for paragraph in portion.paragraphs:
        if paragraph.role is Role.BLOCK:
            inside = paragraph.marker == ActionBlock.fence_word
        elif inside:
            inside = False
        else:
            yield paragraph


def _matter(text: str) -> set[str]:
    """The words that tell what is to be done about what."""
    words = {word.rstrip("s") for word in content_words(text) if len(word) > 3}  # noqa: PLR2004 (short words tell little)
    return words - {"agreed", "would", "will", "offered", "asked", "should", "with", "that", "from", "report"}


def _promises(text: str, more: list[re.Match[str]]) -> list[re.Match[str]]:
    """The promises of a paragraph, in order, each once; ``more`` are those of people called by their initials."""
    found: list[re.Match[str]] = []
    every = [*more, *(match for pattern in _PROMISES for match in pattern.finditer(text))]
    every = [match for match in every if not _OF_MINUTES.match(match[0])]
    for match in sorted(every, key=lambda one: one.start()):
        if not found or match.start() >= found[-1].end():
            found.append(match)
    return found


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
    for writing in records.writings:
        source = writing.source
        if not isinstance(source, Paper) or not source.header.recommendations:
            continue
        asked = {word for one in source.header.recommendations for word in content_words(one.text) if len(word) > 4}  # noqa: PLR2004
        for paragraph, offset, sentence in writing.sentences_for(_RECOMMENDED):
            match = _RECOMMENDED.search(sentence)
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
