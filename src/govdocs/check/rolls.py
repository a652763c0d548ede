"""Rules about the lists of who was there, and what the minutes say of them in words: G717 to G719 and G730."""

import re
from collections.abc import Iterator
from datetime import date, time

from govdocs.check.apologies import without_stand_ins
from govdocs.check.days import dates_in
from govdocs.check.people_in_prose import TITLED, Listed, Named, listed_people, named_by, people_named, without_title
from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Writing
from govdocs.diagnostics import Related
from govdocs.model.attendance import movements_of
from govdocs.model.minutes import Minutes
from govdocs.places import Place

_GOES = re.compile(rf"{TITLED}(?:,? (?:and|who) )?\s*(?:then |had )?(?P<how>left|re-?joined|returned|rejoined)\b")
#: Who stands before the one that goes: in "A and B left" both go.
_BEFORE = re.compile(rf"{TITLED}(?:,| and)\s+$")
_LONGEST_NAME = 120
_SPEAKS = re.compile(rf"{TITLED}\s+(?:said|asked|stated|explained|reported|added|queried|proposed|seconded|moved)\b")
_APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b(?P<rest>[^.]*)", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b[Aa]t\s+(?:approximately |about )?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\b\.?)?"
)
_OPENS = re.compile(
    r"\bmeeting\b(?:[^.]|\d\.\d){0,40}\b(?:opened|began|commenced|started)\b|\b(?:opened|began) the meeting\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\bmeeting\b(?:[^.]|\d\.\d){0,50}\b(?:closed|concluded|ended|finished)\b"
    r"|\b(?:closed|concluded|ended) the meeting\b",
    re.IGNORECASE,
)
HALF_A_DAY = 12


def look_for_people_listed_under_two_names(records: Records) -> Iterator[Found]:
    """Checks:
        Nobody stands in two lists of the minutes, or twice in one, under an id and a printed name, or with and
        without a title.

    Looks at:
        `present`, `in_attendance`, `apologies` and `absent` of minutes, with names and aliases of the register.

    Why:
        Somebody who is present and has sent apologies makes the roll, and the quorum, doubtful.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        apologies: [Cllr Jo Member]
        ---

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        apologies: [Cllr Sam Member]
        ---
    """
    library = records.library
    for minutes in library.minutes.values():
        seen: dict[str, Listed] = {}
        for one in listed_people(library, minutes):
            person = library.people.get(one.person)
            names = {person.name, *person.aliases} if person else {without_title(one.person)}
            first = next((seen[name] for name in names if name in seen), None)
            if first is not None and first.person != one.person:
                message = (
                    f"`{one.person}` is in `{one.key}`, and `{first.person}` in `{first.key}` seems to be the same"
                )
                message += "; expected each person once"
                related = (Related(first.place, f"`{first.person}` in `{first.key}`"),)
                hint = "take the name out of one of the two, and use the id where there is one"
                yield Found(one.place, message, hint, related, len(one.person), f"person {one.person}")
            seen |= {name: one for name in names if name not in seen}


def look_for_contradicted_apologies(records: Records) -> Iterator[Found]:
    """Checks:
        Nobody whose apologies the minutes report in words is in the list of those present.

    Looks at:
        sentences of minutes about apologies, and `present`; names with Mr, Mrs, Dr, Cllr and the like.

    Why:
        One of the two is wrong, and the quorum hangs on which.

    Example:
        a parish council recorded the apology of a councillor who then proposed a motion.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## apologies

        Apologies were received from Ms Example.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        apologies: [alex-example]
        ---
        ## apologies

        Apologies were received from Ms Example.
    """
    for writing, _, listed in _minutes(records):
        for paragraph, offset, sentence in writing.sentences():
            said = _APOLOGIES.search(sentence)
            if said is None or re.search(r"\blate\b|\bleav|\bearly\b|\babsen\w+ of apologies|\bno apologies", sentence):
                continue
            for named in people_named(without_stand_ins(said["rest"])):
                people = [one for one in listed if one.may_be(named)]
                if people and all(one.key == "present" for one in people):
                    at = paragraph.at(offset + said.start("rest") + named.start)
                    message = f"`{named.words}` sends apologies here and is in `present`; expected one of the two"
                    related = (Related(people[0].place, "in the attendance list"),)
                    hint = "correct the sentence, or move the name to `apologies`"
                    yield Found(at, message, hint, related, len(named.words), f"person {people[0].person}")


def look_for_impossible_movements(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever re-joins the meeting in words had left it, and whoever has left does not speak before coming back.

    Looks at:
        sentences of minutes, of people whose comings and goings no `movement` block records.

    Why:
        Who was in the room decides the quorum of each item, and who may have voted.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example left the meeting.

        ## apologies

        Ms Example asked for the map.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, alex-example]
        ---
        ## welcome

        Ms Example left the meeting.

        ## apologies

        Ms Example re-joined the meeting. Ms Example asked for the map.
    """
    for writing, minutes, listed in _minutes(records):
        moved = {movement.person for movement in movements_of(minutes)}
        people = [one for one in listed if one.is_there and one.person not in moved]
        out: dict[str, Related] = {}
        for paragraph in writing.paragraphs:
            for named, how in _acts(paragraph.text):
                one = next((one for one in people if one.may_be(named)), None)
                if one is None:
                    continue
                place = paragraph.at(named.start)
                if how == "left":
                    out[one.person] = Related(place, "left here")
                elif how != "speaks":
                    if how != "returned" and one.person not in out:
                        message = f"`{named.words}` {how} here and has not left before; expected that in the minutes"
                        hint = "say where this person left, or write `joined`"
                        yield Found(place, message, hint, length=len(named.words), subject=f"person {one.person}")
                    out.pop(one.person, None)
                elif one.person in out:
                    message = f"`{named.words}` speaks here after having left; expected a return in between"
                    hint = "say where this person came back, or correct the name"
                    related = (out.pop(one.person),)
                    yield Found(place, message, hint, related, len(named.words), f"person {one.person}")


def _acts(text: str) -> Iterator[tuple[Named, str]]:
    """Who goes, comes back or speaks in a paragraph, in order; in "A and B left" both go."""
    found: list[tuple[Named, str]] = []
    for match in _GOES.finditer(text):
        after = text[match.end() : match.end() + 40]
        if match["how"] == "left" and re.match(r"\s+(?:it|a|an|his|her|the (?!meeting|room|chamber))", after):
            continue
        found.append((named_by(match), match["how"]))
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if before:
            found.append((named_by(before), match["how"]))
    found += [(named_by(match), "speaks") for match in _SPEAKS.finditer(text)]
    yield from sorted(found, key=lambda act: act[0].start)


def look_for_other_hours(records: Records) -> Iterator[Found]:
    """Checks:
        When the meeting opened and closed in words is when it did in the header, on the day of the meeting.

    Looks at:
        sentences of minutes that say when the meeting opened or closed; `started`, `ended` and the meeting's date.

    Why:
        Minutes copied from last month's keep last month's hours, and a decision after the close is none.

    Example:
        a council's minutes closed a meeting on a day two months after it opened.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 12:05
        present: [robin-sample]
        ---
        ## welcome

        The meeting closed at 11.20am.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        ended: 12:05
        present: [robin-sample]
        ---
        ## welcome

        The meeting closed at 12.05pm.
    """
    for writing, minutes, _ in _minutes(records):
        for paragraph, offset, sentence in writing.sentences():
            for pattern, key in ((_OPENS, "started"), (_CLOSES, "ended")):
                match = pattern.search(sentence)
                stated: time | None = getattr(minutes.header, key)
                if match is None or re.search(r"\b(?:next|last|previous|closed to|closed session)\b", sentence):
                    continue
                clock = _CLOCK.search(sentence, match.end()) or _CLOCK.search(sentence[: match.start()])
                if clock is not None and stated is not None:
                    yield from _other_hour(minutes, paragraph.at(offset + clock.start()), clock, key, stated)
                yield from _other_day(writing.day, paragraph, offset, sentence)


def _other_hour(minutes: Minutes, place: Place, clock: re.Match[str], key: str, stated: time) -> Iterator[Found]:
    hours = _hours(int(clock["hour"]), (clock["half"] or "").replace(".", "").lower())
    minute = int(clock["minute"] or 0)
    if hours and (stated.hour not in hours or stated.minute != minute):
        message = f"`{clock[0].strip()}` in words, and `{key}` is {stated:%H:%M}; expected one hour"
        related = (Related(minutes.header.place(key), f"`{key}`"),)
        yield Found(place, message, "correct one of the two", related, len(clock[0].rstrip()), f"field {key}")


def _hours(hour: int, half: str) -> tuple[int, ...]:
    """The hours of the day that a typed hour can mean; none where it is no hour."""
    if hour >= 2 * HALF_A_DAY:
        return ()
    if half == "pm":
        return (hour % HALF_A_DAY + HALF_A_DAY,)
    if half == "am":
        return (hour % HALF_A_DAY,)
    return (hour, hour + HALF_A_DAY) if hour < HALF_A_DAY else (hour,)


def _other_day(day: date | None, paragraph: Paragraph, offset: int, sentence: str) -> Iterator[Found]:
    for dated in dates_in(sentence, day):
        if day is not None and dated.has_day and dated.first != day:
            message = f"the meeting of {day} is said to open or close on `{dated.text}`; expected its own day"
            place = paragraph.at(offset + dated.start)
            yield Found(place, message, "correct the day, or record an adjournment", length=len(dated.text))


def _minutes(records: Records) -> Iterator[tuple[Writing, Minutes, tuple[Listed, ...]]]:
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield writing, writing.source, listed_people(records.library, writing.source)


RULES: tuple[RecordRule, ...] = (
    record_rule("G717", "listed-under-two-names", FAILS, look_for_people_listed_under_two_names),
    record_rule("G718", "apologies-contradicted", WARNS, look_for_contradicted_apologies, heuristic=True),
    record_rule("G719", "movement-impossible", WARNS, look_for_impossible_movements, heuristic=True),
    record_rule("G730", "hour-differs", WARNS, look_for_other_hours, heuristic=True),
)
