"""Rules about whom a name in the minutes means: codes G731 and G737."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from govdocs.check.people_in_prose import listed_people, people_named
from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Writing
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes

#: Forenames that are hardly anything else at the start of a sentence.
_FORENAMES = frozenset(
    re.findall(
        r"\w+",
        "Adam Alan Alison Amanda Amy Andrew Angela Ann Anna Anne Anthony Barbara Barry Ben Beth Brenda Brian "
        "Carol Caroline Catherine Charles Charlotte Chris Christine Christopher Claire Clare Clive Colin Craig "
        "Daniel Dave David Dawn Debbie Deborah Derek Diana Diane Donna Dorothy Douglas Edward Eileen Elaine "
        "Elizabeth Emily Emma Eric Fiona Frances Francis Fred Gareth Gary Gavin Geoff George Gerald Gillian "
        "Gordon Graham Harry Hayley Hazel Heather Helen Henry Hilary Howard Hugh Ian Irene Jack Jackie Jacqueline "
        "James Jane Janet Jason Jean Jeff Jennifer Jenny Jeremy Jessica Jill Jim Joan Joanne John Jonathan Joseph "
        "Joyce Judith Julia Julian Julie Justin Karen Kate Katherine Kath Kathleen Keith Kelly Kenneth Kevin "
        "Laura Leonard Lesley Linda Lisa Liz Louise Lucy Lynn Maggie Malcolm Mandy Margaret Maria Marie Marion "
        "Martin Matthew Maureen Michael Michelle Mike Natalie Neil Nicholas Nicola Nigel Norman Oliver Pamela "
        "Patricia Paul Paula Pauline Peter Philip Rachel Raymond Rebecca Richard Robert Roger Ronald Rosemary Roy "
        "Russell Ruth Sally Samantha Sandra Sarah Sharon Sheila Shirley Simon Sophie Stephanie Stephen Steve "
        "Steven Stuart Sue Susan Suzanne Sylvia Terry Theresa Thomas Tim Timothy Tina Tom Tony Tracey Trevor "
        "Valerie Vicky Victoria Vincent Wendy William Yvonne ",
    )
)
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Sir|Dame)\b")
_SAYS = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<name>[A-Z][a-z]{2,})\s+(?:(?:then|also|\w+ly) )?(?:said|asked|stated|explained|reported"
    r"|added|queried|suggested|agreed|thanked|confirmed|proposed|advised|raised|commented|outlined|presented|noted)\b"
)


def look_for_names_that_fit_two(records: Records) -> Iterator[Found]:
    """Checks:
        A name in the minutes fits one person of those who were there.

    Looks at:
        names with Mr, Mrs, Cllr and the like, and an initial or none; the attendance list. Each name once.

    Why:
        "Cllr M Peake" is nobody in particular where Mick and Mandy Peake both sit.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        Cllr Member asked for the map.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, sam-member, jo-member]
        ---
        ## welcome

        Cllr Jo Member asked for the map.
    """
    for writing, minutes in _minutes(records):
        listed = [one for one in listed_people(records.library, minutes) if one.is_there]
        titles = _titles_by_person(records)
        for one in listed:
            if one.person not in records.library.people:
                titles[one.person] |= {*_TITLES.findall(one.person)}
        said: set[str] = set()
        for paragraph in writing.paragraphs:
            for named in people_named(paragraph.text):
                fits = [one for one in listed if one.may_be(named) and one.surname == named.last]
                own = [one for one in fits if titles[one.person] & set(named.titles)]
                # Mr and Mrs Peake are two people whom their titles tell apart.
                told_apart = bool(own) and len(own) < len(fits)
                if len(fits) > 1 and not told_apart and named.words not in said:
                    said.add(named.words)
                    names = " or ".join(f"`{one.person}`" for one in fits)
                    message = f"`{named.words}` may be {names}; expected a name that fits one of them"
                    related = (Related(fits[0].place, "one of them"), Related(fits[1].place, "another"))
                    at = paragraph.at(named.start)
                    hint = "add the forename"
                    yield Found(at, message, hint, related, len(named.words), f"name {named.words}")


def _titles_by_person(records: Records) -> defaultdict[str, set[str]]:
    people = records.library.people.items()
    return defaultdict(set, {key: {*person.honorific.split()} - {"Cllr", "Councillor"} for key, person in people})


def look_for_speakers_by_forename(records: Records) -> Iterator[Found]:
    """Checks:
        Somebody who speaks and is called by a forename alone is in the attendance list.

    Looks at:
        sentences of minutes that begin with a common forename and a word such as "asked"; the lists and the register.
        Each name once.

    Why:
        A year later nobody knows who "Mandy" was, and whether she was a member.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        Mandy asked about the tax. Mandy said that she would write.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance: [Mandy Moss]
        ---
        ## welcome

        Mandy asked about the tax. Mandy said that she would write.
    """
    for writing, minutes in _minutes(records):
        known = {one.forename for one in listed_people(records.library, minutes)}
        known |= {name for one in listed_people(records.library, minutes) for name in one.person.split()}
        count: Counter[str] = Counter()
        first: dict[str, tuple[Paragraph, int]] = {}
        for paragraph in writing.paragraphs:
            for match in _SAYS.finditer(paragraph.text):
                count[match["name"]] += 1
                first.setdefault(match["name"], (paragraph, match.start("name")))
        for name, (paragraph, start) in first.items():
            if name in _FORENAMES and name not in known:
                message = (
                    f"`{name}` speaks in these minutes ({count[name]}), and nobody of that forename is in the lists"
                )
                message += "; expected somebody who was there"
                hint = "add the person to the list, and write the surname"
                yield Found(paragraph.at(start), message, hint, length=len(name), subject=f"name {name}")


def _minutes(records: Records) -> Iterator[tuple[Writing, Minutes]]:
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield writing, writing.source


RULES: tuple[RecordRule, ...] = (
    record_rule("G731", "name-fits-two", NOTED, look_for_names_that_fit_two, heuristic=True),
    record_rule("G737", "speaker-by-forename", NOTED, look_for_speakers_by_forename, heuristic=True),
)
