"""Rules about people as headers and lists name them: codes G847 to G849, G851 and G855."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from govdocs.check.people_in_prose import without_title
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import (
    content_words,
    distance,
    document_texts,
    named_texts,
    printed_people,
    tell_printed_people,
)
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import Excuse
from govdocs.model.people import Post, Who
from govdocs.places import Place

#: Forenames and their everyday forms; two forms of one line may be one person.
_FORMS = (
    "alexander alex sandy", "alexandra alex sandra", "andrew andy drew", "anthony tony", "benjamin ben",
    "catherine cathy kate katie cath", "katherine kathy kate katie kath", "charles charlie", "christine chris",
    "christopher chris", "daniel dan danny", "david dave", "deborah debbie deb", "donald don", "douglas doug",
    "edward ed eddie ted", "elizabeth liz beth lizzie betty", "frederick fred", "gerald gerry", "gillian gill",
    "gregory greg", "jacqueline jackie", "james jim jamie", "jennifer jenny jen", "jeremy jerry", "jonathan jon",
    "joseph joe", "judith judy", "julia julie", "kenneth ken", "lawrence larry", "leonard len", "margaret maggie peggy",
    "matthew matt", "michael mike mick", "michelle shelly", "nicholas nick", "nicola nicky nicki", "pamela pam",
    "patricia pat trish", "patrick pat paddy", "peter pete", "philip phil", "rachel rach", "raymond ray",
    "rebecca becky", "richard rick dick", "robert rob bob bobby", "ronald ron", "samantha sam", "samuel sam",
    "stephen steve", "steven steve", "stuart stu", "susan sue", "suzanne sue", "terence terry", "theresa terry",
    "kathryn kath kathy kate katie", "sara sarah", "ann anne", "steven stephen", "philip phillip", "alan allan alun",
    "claire clare", "lesley leslie", "graham graeme", "ian iain", "geoff jeff", "mark marc", "lynn lynne", "neil neal",
    "catherine katherine kathryn cathryn", "teresa theresa", "nicola nichola", "sean shaun", "jane jayne",
    "thomas tom", "timothy tim", "victoria vicky vicki", "vincent vince", "walter wally", "william bill will",
)  # fmt: skip
_ALIKE = {(one, other) for line in _FORMS for one in line.split() for other in line.split() if one != other}
_WITH_FORMS = {one for one, _ in _ALIKE}
_NAME = re.compile(r"(?<![\w'’-])(?P<first>[A-Z][a-z]+)\s+(?P<last>[A-Z][A-Za-z'’-]*[a-z])(?![\w'’-])")
#: The same where a word with a capital may stand before it: "Note Sara Frost came".
_IN_WORDS = re.compile(r"(?<![\w'’-])(?P<first>[A-Z][a-z]+)(?=\s+(?P<last>[A-Z][A-Za-z'’-]*[a-z])(?![\w'’-]))")
_TITLED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame|Revd?)\.? (?P<first>[A-Z][a-z]+)"
    r" (?P<last>[A-Z][a-z'’-]+)"
)
#: Jo and Joe are two people.
LEAST_LETTERS = 3
_ORGANISED = re.compile(
    r"\b(?:CCG|NHS|Council|Trust|Limited|Ltd|University|Hospitals?|Group|Board|Service|Association|Partnership|[A-Z]{3,})\b"
)
#: What stands behind a comma and is more of the post: "Director of Nursing, Midwifery Lead".
_POST = re.compile(
    r"\b(?:Director|Manager|Officer|Head|Lead|Chair\w*|Secretary|Member|Nurs\w+|Governance|Midwifery|Adviser|Advisor"
    r"|Clerk|Deputy|Treasurer|Finance|Quality|Safety|Performance)\b"
)


def look_for_names_that_have_an_id(records: Records) -> Iterator[Found]:
    """Checks:
        Somebody whom the register has is named by the id, not by a typed name.

    Looks at:
        people in headers, on agendas and in lists; names and aliases of the register. Each person once a file.

    Why:
        A typed name stays as it is when the register is put right, and no rule knows who is meant: who was there, who
        may vote, who sponsors what.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [Alex Example]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
    """
    ids = {
        name: key for key, person in records.library.people.items() for name in (person.name, *person.aliases) if name
    }
    said: set[tuple[str, str]] = set()
    for who, place in printed_people(records):
        key = "" if who.slug else ids.get(who.person, "") or ids.get(without_title(who.person), "")
        if key and (place.path, key) not in said:
            said.add((place.path, key))
            message = f"`{who.person}` is typed as a name, and the register has this person as `{key}`; expected the id"
            yield Found(place, message, f"write `{key}`", length=len(who.person), subject=f"person {who.person}")


def look_for_missing_affiliations(records: Records) -> Iterator[Found]:
    """Checks:
        Where most lines of a list say which organisation somebody comes from, all do.

    Looks at:
        `printed` of people in attendance lists and on covers.

    Why:
        A "Director of Operations" of nowhere could be ours.

    Example:
        a list of 2018 gave three directors of a visiting company no company.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance:
          - {person: Kim Guest, printed: "Director of Parks, Anytown Council"}
          - {person: Lee Visitor, printed: "Head of Roads, Anytown Council"}
          - {person: Max Stranger, printed: Director of Operations}
        ---

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance:
          - {person: Kim Guest, printed: "Director of Parks, Anytown Council"}
          - {person: Lee Visitor, printed: "Head of Roads, Anytown Council"}
          - {person: Max Stranger, printed: "Director of Operations, Stranger Limited"}
        ---
    """
    lists: dict[tuple[str, str], list[tuple[Who | Excuse, Place]]] = defaultdict(list)
    for who, place in printed_people(records):
        if who.printed:
            lists[place.path, ""].append((who, place))
    for several in lists.values():
        bare = [who for who, _ in several if not _names_organisation(records.library, who.printed)]
        # Two lines are no custom; and where it is not the custom of nearly all, it is not the list's.
        if len(several) >= 3 and bare and len(bare) <= len(several) / 3:  # noqa: PLR2004
            who, rest = bare[0], len(bare) - 1
            more = f", and {rest} more" if rest else ""
            message = f"`{who.printed}`{more}: no organisation is named, as in the other entries; expected one"
            hint = "add a comma and the organisation"
            yield Found(who.place("printed"), message, hint, length=len(who.printed), subject=f"person {who.person}")


def _names_organisation(library: Library, printed: str) -> bool:
    names = [name for one in library.organisations.values() for name in (one.name, one.short, one.code) if name]
    _, comma, tail = printed.rpartition(",")
    is_named = bool(comma) and not _POST.search(tail)
    return is_named or bool(_ORGANISED.search(printed)) or any(name in printed for name in names)


def look_for_cut_off_organisations(records: Records) -> Iterator[Found]:
    """Checks:
        What stands after the post is the whole name of an organisation, not its beginning.

    Looks at:
        `printed` of people, and the names and short names of organisations.

    Why:
        Half a name is another place: "East Leicestershire and Rutland" is no employer.

    Example:
        a cover sheet of 2018 left "CCG" off the presenter's organisation.

    Wrong:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          roads: {name: Regional Roads and Bridges Authority}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Engineer, Regional Roads and Bridges"}]
        ---

    Right:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          roads: {name: Regional Roads and Bridges Authority}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Engineer, Regional Roads and Bridges Authority"}]
        ---
    """
    names = [name for one in records.library.organisations.values() for name in (one.short, one.name) if name]
    known = {content_words(name) for name in names}
    known |= {
        content_words(name) for one in records.library.organisations.values() for name in (one.code, *one.aliases)
    }
    for who, _ in printed_people(records):
        tail = who.printed.rpartition(",")[2].strip()
        words = content_words(tail)
        if len(words) < 2 or words in known:  # noqa: PLR2004 (one word may be a town)
            continue
        whole = next((name for name in names if content_words(name)[: len(words)] == words), "")
        if whole:
            message = f"`{tail}` is the beginning of an organisation's name; expected `{whole}`"
            yield Found(
                who.place("printed"),
                message,
                "write the whole name",
                length=len(who.printed),
                subject=f"person {who.person}",
            )


def look_for_posts_given_up(records: Records) -> Iterator[Found]:
    """Checks:
        A post that is printed beside a name was held on the day of the meeting.

    Looks at:
        `printed` of people, and the posts of the register with their first and last days.

    Why:
        Papers copied from last year name last year's directors.

    Wrong:
        # records/people.yaml
        people:
          alex-example:
            name: Alex Example
            posts:
              - {post: Clerk, organisation: anytown, to: 2025-03}
              - {post: Town Manager, organisation: anytown, from: 2025-04}
          robin-sample: {name: Robin Sample, posts: [{post: Councillor, organisation: anytown}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: alex-example, printed: "Clerk, Anytown Town Council"}]
        ---

    Right:
        # records/people.yaml
        people:
          alex-example:
            name: Alex Example
            posts:
              - {post: Clerk, organisation: anytown, to: 2025-03}
              - {post: Town Manager, organisation: anytown, from: 2025-04}
          robin-sample: {name: Robin Sample, posts: [{post: Councillor, organisation: anytown}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: alex-example, printed: "Town Manager, Anytown Town Council"}]
        ---
    """
    library = records.library
    for who, place in printed_people(records):
        person = library.people.get(who.slug) if who.printed else None
        folder = place.path.removeprefix("meetings/").rpartition("/papers/")[0]
        day = library.date_of(folder or place.path.removeprefix("meetings/").rpartition("/")[0])
        if person is None or day is None:
            continue
        typed = content_words(who.printed.split(",")[0])
        meant = [post for post in person.posts if content_words(post.post) == typed]
        if meant and not any(_held(post, day) for post in meant):
            post = meant[0]
            span = f"from {post.from_ or '…'} to {post.to or '…'}"
            message = (
                f"`{who.printed}`: the register has this post {span}, and the meeting is on {day}; expected a post "
            )
            message += "held then"
            related = (Related(post.place(), "the register"),)
            hint = "write the post of that day, or correct the register"
            yield Found(who.place("printed"), message, hint, related, len(who.printed), f"person {who.person}")


def _held(post: Post, day: date) -> bool:
    return (post.from_ is None or post.from_.first <= day) and (post.to is None or day <= post.to.last)


def look_for_people_with_two_forenames(records: Records) -> Iterator[Found]:
    """Checks:
        One person is not called by a full forename here and by an everyday one there; nor, behind a title, by one
        that is spelt a letter otherwise: Dr Ian and Dr Iain.

    Looks at:
        names in the register, in headers and lists, in prose and in tables; common forenames and their short forms.

    Why:
        "Vicky Wright" and "Victoria Wright" become two members of a group.

    Example:
        a pack of 2018 has one programme manager under both forenames, in two papers.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [Vicky Strange]
        presenters: [Victoria Strange]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [Victoria Strange]
        presenters: [Victoria Strange]
        ---
    """
    seen: dict[str, dict[str, Place | None]] = defaultdict(dict)
    one_person: set[tuple[str, str]] = set()
    for person in records.library.people.values():
        for name in (person.name, *person.aliases):
            one_person.add((name.split(" ")[0].lower(), person.family_name))
        seen[person.family_name].setdefault(person.forename.split(" ")[0], None)
    printed = ((*at, without_title(name)) for *at, name in sorted(records.facts(tell_printed_people)))
    for path, line, column, name in (*printed, *sorted(records.facts(tell_forenames))):
        match = _NAME.fullmatch(name)
        if match is None or match["first"] in seen[match["last"]]:
            continue
        first, last, place = match["first"], match["last"], Place(path, line, column)
        known = (first.lower(), last) in one_person
        other = next((one for one in seen[last] if (first.lower(), one.lower()) in _ALIKE), None)
        if other is not None and not known:
            where = seen[last][other]
            related = (Related(where, f"{other} {last}"),) if where else ()
            elsewhere = "elsewhere" if where else "in the register"
            message = f"`{name}` may be `{other} {last}`, as {elsewhere}; expected one name for one person"
            hint = "use one form, or add the other to the person's `aliases`"
            yield Found(place, message, hint, related, len(name), f"name {name}")
        seen[last][first] = place
    yield from records.nearby(titled_two_ways)


def titled_two_ways(records: Records) -> Iterator[Found]:
    """People with a title in a document whose forenames are a letter apart, the rarer one."""
    for _, texts in document_texts(records):
        places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for text, at in texts:
            for match in _TITLED.finditer(text):
                places[match["last"], match["first"]].append(at(match.start("first")))
        for one, other in combinations(sorted(places, key=lambda name: -len(places[name])), 2):
            is_same = (
                one[0] == other[0] and one[1][0] == other[1][0] and min(len(one[1]), len(other[1])) >= LEAST_LETTERS
            )
            is_listed = (one[1].lower(), other[1].lower()) in _ALIKE  # of which the rule above speaks
            if is_same and not is_listed and distance(one[1], other[1], 1) == 1:
                name, usual = f"{other[1]} {other[0]}", f"{one[1]} {one[0]}"
                message = f"`{name}` is `{usual}` elsewhere; expected one name for one person"
                related = (Related(places[one][0], usual),)
                yield Found(places[other][0], message, "use one form", related, len(name), f"name {name}")


def tell_forenames(records: Records) -> Iterator[tuple[str, int, int, str]]:
    """Names in the words of a document whose forename has several forms, each once: path, line, column, name."""
    told: set[tuple[str, str]] = set()
    for text, at in named_texts(records):
        for match in _IN_WORDS.finditer(text):
            if match["first"].lower() in _WITH_FORMS:
                place, name = at(match.start()), f"{match['first']} {match['last']}"
                if (place.path, name) not in told:
                    told.add((place.path, name))
                    yield place.path, place.line, place.column, name


RULES: tuple[RecordRule, ...] = (
    record_rule("G847", "name-instead-of-id", NOTED, look_for_names_that_have_an_id),
    record_rule("G848", "affiliation-missing", NOTED, look_for_missing_affiliations, heuristic=True),
    record_rule("G849", "organisation-cut-off", WARNS, look_for_cut_off_organisations, heuristic=True),
    record_rule("G851", "post-given-up", WARNS, look_for_posts_given_up),
    record_rule("G855", "person-with-two-forenames", NOTED, look_for_people_with_two_forenames, heuristic=True),
)
