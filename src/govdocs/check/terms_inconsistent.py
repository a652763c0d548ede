"""Rules about terms of reference that do not agree with themselves: codes G787 to G789."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.seats_and_quorum import sizes_of
from govdocs.check.terms_reading import clauses_of, terms_and_writings
from govdocs.check.terms_statements import READERS
from govdocs.check.writings import Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.papers import IncludeBlock
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.places import Place

_HAS_MEMBERS = re.compile(
    rf"\b(?:has|have|consists? of|comprises?|made up of|membership of|be)\s+(?P<number>\d+|{'|'.join(WORDS[1:])})\s+"
    r"(?:voting |full )?members\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\bmembers(?:hip)?\b[^.]*:\s*$", re.IGNORECASE)
_COUNT = re.compile(rf"^(?P<number>\d+|{'|'.join(WORDS[1:])})\b", re.IGNORECASE)
_A_YEAR = {"days": 365, "weeks": 52, "months": 12, "years": 1}
#: Schools have three terms, and six halves of terms.
_A_TERM = re.compile(
    rf"\b(?P<number>once|twice|(?:\d+|{'|'.join(WORDS[1:])}) times) (?:a|per|each|every|in each) "
    r"(?P<half>half[ -])?term\b|\b(?P<termly>termly)\b|\b(?P<half_termly>half[ -]termly)\b",
    re.IGNORECASE,
)
_TERMS, _HALVES = 3, 6
_AT_LEAST = re.compile(r"\b(?:at least|a minimum of|minimum|not less than|no (?:less|fewer) than)\s*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:report\w*|review\w*|evaluat\w*|effectiveness|annual general|sub-?committee|chair of)\b", re.IGNORECASE
)
_SENT = re.compile(r"\b(?:sent|circulated|issued|distributed|go out|published|available|provided)\b", re.IGNORECASE)
_POINTER = re.compile(
    r"\b(?:paragraphs?|clauses?|sections?|para)\s+(?P<name>\d{1,2}(?:\.\d{1,2}){0,2})(?P<letter>\(\w\))?"
)
_ELSEWHERE = re.compile(r"\b(?:Act|Regulations?|Constitution|Standing|Orders?|Scheme|Code|Instructions|Handbook)\b")


@dataclass(frozen=True, slots=True)
class _HowOften:
    """How often a year a document says that its group meets, as a number or as the least."""

    number: int
    is_least: bool
    text: str
    place: Place


def look_for_quorums_beyond_the_members(records: Records) -> Iterator[Found]:
    """Checks:
        The quorum that terms of reference ask for is not more than the members that they name: in a table, in a list,
        or by their number.

    Looks at:
        Records: prose and membership tables of terms of reference about one group.

    Why:
        Such a group can never decide anything.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Members

        The committee has four members.

        ## Quorum

        The quorum is five members.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Members

        The committee has four members.

        ## Quorum

        The quorum is three members.
    """
    for terms, writing in terms_and_writings(records):
        if len(terms.header.bodies) != 1:
            continue
        members = _members(records.library, terms, writing)
        for paragraph, offset, sentence in writing.sentences() if members else ():
            first = next((one for one in READERS["quorum"](sentence) if isinstance(one.value[0], int)), None)
            if first is not None and members is not None and int(str(first.value[0])) > members[0]:
                message = (
                    f"the quorum is `{first.text}`, and there are {members[0]} members; expected no more than that"
                )
                related = (Related(members[1], "the members"),)
                at = paragraph.at(offset + first.start)
                yield Found(at, message, "correct the quorum, or the members", related, len(first.text), "quorum")


def _members(library: Library, terms: TermsOfReference, writing: Writing) -> tuple[int, Place] | None:
    """How many members a document names, and where; None where it does not say."""
    counts, _, place = sizes_of(library, terms, terms.header.bodies[0].id, voting=False)
    if counts:
        return max(counts), place
    for paragraph, offset, sentence in writing.sentences():
        if match := _HAS_MEMBERS.search(sentence):
            number = whole_number(match["number"])
            return (number, paragraph.at(offset + match.start("number"))) if number else None
    for portion in writing.portions:
        for number, paragraph in enumerate(portion.paragraphs):
            if _LISTED.search(paragraph.text):
                listed = []
                for item in portion.paragraphs[number + 1 :]:
                    if item.role is not Role.ITEM:
                        break
                    count = _COUNT.match(item.text)
                    listed.append((whole_number(count["number"]) or 1) if count else 1)
                if len(listed) > 1:
                    return sum(listed), paragraph.place
    return None


def look_for_numbers_told_twice(records: Records) -> Iterator[Found]:
    """Checks:
        Terms of reference say once how often the group meets, and how many days before its papers go out; or they say
        the same each time.

    Looks at:
        Records: prose of terms of reference about one group.

    Why:
        "Quarterly" and "at least six times a year" cannot both be kept.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Meetings

        The committee meets quarterly. It meets at least six times a year.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        ---
        ## Meetings

        The committee meets quarterly. It meets at least three times a year.
    """
    for terms, writing in terms_and_writings(records):
        if len(terms.header.bodies) == 1:
            yield from _often_told_twice(writing)
            yield from _notice_told_twice(writing)


def _often_told_twice(writing: Writing) -> Iterator[Found]:
    first: _HowOften | None = None
    for one in _how_often(writing):
        if first is not None and _contradict(first, one):
            message = f"`{one.text}`, and elsewhere `{first.text}`; expected the two to agree"
            related = (Related(first.place, "the other number"),)
            yield Found(one.place, message, "correct one of the two", related, len(one.text), "frequency")
            return
        first = first or one


def _contradict(one: _HowOften, other: _HowOften) -> bool:
    if one.is_least and other.is_least:
        return False
    if one.is_least or other.is_least:
        least, exact = (one, other) if one.is_least else (other, one)
        return exact.number < least.number
    return one.number != other.number


def _how_often(writing: Writing) -> Iterator[_HowOften]:
    for paragraph, offset, sentence in writing.sentences():
        if not re.search(r"\bmeet(?:s|ings?)?\b", sentence) or _ANOTHER.search(sentence):
            continue
        for reader in ("every", "meetings-a-year"):
            for one in READERS[reader](sentence):
                number = one.value[0]
                if reader == "every" and isinstance(number, int):
                    number = _A_YEAR[str(one.value[1])] // number if number else 0
                is_least = bool(_AT_LEAST.search(sentence[: one.start]))
                if isinstance(number, int) and number:
                    yield _HowOften(number, is_least, one.text, paragraph.at(offset + one.start))
        for match in _A_TERM.finditer(sentence):
            times = {"once": 1, "twice": 2}.get((match["number"] or "once").lower()) or whole_number(
                match["number"].split()[0]
            )
            each = _HALVES if match["half"] or match["half_termly"] else _TERMS
            is_least = bool(_AT_LEAST.search(sentence[: match.start()]))
            yield _HowOften((times or 1) * each, is_least, match[0], paragraph.at(offset + match.start()))


def _notice_told_twice(writing: Writing) -> Iterator[Found]:
    first: tuple[object, str, Place] | None = None
    for paragraph, offset, sentence in writing.sentences():
        is_notice = re.search(r"\bpapers\b", sentence, re.IGNORECASE) and _SENT.search(sentence)
        if not is_notice or not re.search(r"\b(?:before|in advance|prior)\b", sentence):
            continue
        for one in READERS["notice"](sentence):
            place = paragraph.at(offset + one.start)
            if first is not None and first[0] != one.value[0]:
                message = f"papers go out `{one.text}` before, and elsewhere `{first[1]}`; expected the two to agree"
                related = (Related(first[2], "the other number"),)
                yield Found(place, message, "correct one of the two", related, len(one.text), "notice")
                return
            first = first or (one.value[0], one.text, place)


def look_for_unknown_clauses(records: Records) -> Iterator[Found]:
    """Checks:
        A paragraph, clause or section that terms of reference name by its typed number is in them.

    Looks at:
        Records: prose of terms of reference whose numbers are typed.

    Why:
        A limit that is "set in paragraph 5.2" is none where there is no such paragraph.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        numbering: typed
        ---
        ## 1. Duties

        1.1 The committee looks after the parks.

        1.2 It may spend what paragraph 1.4 allows.

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [{id: parks, name: Parks Committee}]
        status: draft
        numbering: typed
        ---
        ## 1. Duties

        1.1 The committee looks after the parks, and may spend £500.

        1.2 It may not spend more than paragraph 1.1 allows.
    """
    included = {block.document for paper in records.library.papers.values() for _, block in paper.blocks(IncludeBlock)}
    for terms, writing in terms_and_writings(records):
        known = _numbers(writing)
        if terms.header.numbering != "typed" or terms.id in included or len(known) < 2:  # noqa: PLR2004 (numbered at all)
            continue
        for paragraph, offset, sentence in writing.sentences():
            for match in _POINTER.finditer(sentence):
                around = sentence[max(0, match.start() - 40) : match.end() + 60]
                if match["name"] not in known and not _ELSEWHERE.search(around):
                    message = f"`{match[0]}` is not in these terms of reference; expected a number that is"
                    at = paragraph.at(offset + match.start())
                    yield Found(at, message, "correct the number", length=len(match[0]), subject=match[0])


def _numbers(writing: Writing) -> set[str]:
    """All typed numbers of clauses and paragraphs, and of what they stand in: 5.1 and 5."""
    found: set[str] = set()
    for clause in clauses_of(writing):
        for paragraph in clause.paragraphs:
            typed = paragraph.marker or ((re.match(r"\d{1,2}(?:\.\d{1,2})*\b", paragraph.text) or [""])[0])
            number = typed.strip("().")
            if re.fullmatch(r"\d+(?:\.\d+)*", number):
                parts = number.split(".")
                found |= {".".join(parts[: n + 1]) for n in range(len(parts))}
    return found


RULES: tuple[RecordRule, ...] = (
    record_rule("G787", "quorum-beyond-members", WARNS, look_for_quorums_beyond_the_members, heuristic=True),
    record_rule("G788", "terms-tell-it-twice", WARNS, look_for_numbers_told_twice, heuristic=True),
    record_rule("G789", "clause-unknown", WARNS, look_for_unknown_clauses, heuristic=True),
)
