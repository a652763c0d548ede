"""Rules about the posts and addresses of people: codes G843, G846, G858 and G859."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from govdocs.check.posts_in_prose import posts_of_others
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, printed_people
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import Excuse
from govdocs.model.people import Who
from govdocs.places import Place

LEAST_WORDS = 3
#: What lists of minutes put beside a post: "AB, Clinical Chair", "Treasurer (part of the meeting)".
_INITIALS = re.compile(r"^\(?[A-Z]{2,3}[a-z]{0,2}\)?\s*[,:–-]\s+|\s*[(\[](?:[A-Z]{2,3}[a-z]{0,2}|[a-z][^)\]]*)[)\]]$")
#: What may stand between a post and an organisation: "Manager for Anytown", "Clerk – Anytown", or only a blank.
_JOINED = re.compile(r"(?: (?:for|at|of|in|to|with|from)(?: the)?|\s*[-–—/(]| the)? $", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}")
#: How near a name stands before the address that is given for it.
NEAR = 60


def look_for_two_posts(records: Records) -> Iterator[Found]:
    """Checks:
        A post that is typed beside a name is worded as the register words it, and as it is typed elsewhere in the
        papers; short forms of it may be used. Behind a name in the words of minutes stands no post that the lists give
        to somebody else, nor one that is spelt a little otherwise.

    Looks at:
        Records: printed posts; register of people. Prose of minutes.

    Why:
        "Director of Urgent and Emergency Care" and "Director of Emergency and Urgent Care" look like two posts.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Head of Parks and Gardens, Anytown"}]
        presenters: [{person: Kim Guest, printed: "Head of Gardens and Parks, Anytown"}]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Head of Parks and Gardens, Anytown"}]
        presenters: [{person: Kim Guest, printed: "Head of Parks and Gardens, Anytown"}]
        ---
    """
    posts: dict[str, list[tuple[str, Place | None]]] = defaultdict(list)
    said: set[tuple[str, str, str]] = set()
    for name, person in records.library.people.items():
        posts[name] = [(post.post, None) for post in person.posts]
    for path, line, column, name, printed, *at in sorted(records.facts(tell_printed_posts)):
        typed = _post_and_rest(records.library, printed)[0]
        earlier = posts[name]
        words = content_words(typed)
        if all(any(content_words(one) == content_words(part) for one, _ in earlier) for part in typed.split("/")):
            continue
        if not any(content_words(one) == words for one, _ in earlier) and (path, name, typed) not in said:
            said.add((path, name, typed))
            for one, where in earlier:
                if _much_alike(words, content_words(one)):
                    message = f"the post is `{typed}` here; expected `{one}`, as elsewhere"
                    related = (Related(where, "the other wording"),) if where else ()
                    place = Place(path, *at)
                    yield Found(place, message, "make the two agree", related, len(printed), f"person {name}")
                    break
            else:
                earlier.append((typed, Place(path, line, column)))
    yield from records.nearby(posts_of_others)


def tell_printed_posts(records: Records) -> Iterator[tuple[str, int, int, str, str, int, int]]:
    """What is printed beside somebody's name: path, line, column, name, the words, and their line and column."""
    for who, place in printed_people(records):
        if who.printed:
            at = who.place("printed")
            yield place.path, place.line, place.column, who.person, who.printed, at.line, at.column


def _post_and_rest(library: Library, printed: str) -> tuple[str, str]:
    """The post of printed words, and what stands between it and an organisation that follows without a comma.

    "Head of Parks Anytown Council" is the post "Head of Parks" and a blank; where a comma divides them, or no
    organisation of the register follows, nothing stands between.
    """
    post, comma, _ = _INITIALS.sub("", printed).partition(",")
    names = sorted(_names_of_organisations(library), key=len, reverse=True)
    name = next((one for one in names if post.endswith(f" {one}")), "")
    if comma or not name:
        return post.strip(), ""
    bare = post.removesuffix(name)
    cut = _JOINED.search(bare)
    return bare[: cut.start() if cut else len(bare)].strip(), cut[0] if cut else ""


def _names_of_organisations(library: Library) -> set[str]:
    organisations = library.organisations.values()
    return {name for one in organisations for name in (one.name, one.short, one.code, *one.aliases) if name}


def look_for_organisations_run_on(records: Records) -> Iterator[Found]:
    """Checks:
        Where most lines of a document set the post off from the organisation by a comma, all do. One finding a
        document.

    Looks at:
        `printed` of people in attendance lists and on covers, and the names of organisations in the register.

    Why:
        "Chief Nurse and Quality Lead West Leicestershire CCG" has one post too many, or a lead for West Leicestershire.

    Example:
        a list of 2018 had a comma in every line but one.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance:
          - {person: Kim Guest, printed: "Director of Parks, Anytown Town Council"}
          - {person: Lee Visitor, printed: "Head of Roads, Anytown Town Council"}
          - {person: Max Stranger, printed: "Head of Baths Anytown Town Council"}
        ---

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance:
          - {person: Kim Guest, printed: "Director of Parks, Anytown Town Council"}
          - {person: Lee Visitor, printed: "Head of Roads, Anytown Town Council"}
          - {person: Max Stranger, printed: "Head of Baths, Anytown Town Council"}
        ---
    """
    lists: dict[str, list[Who | Excuse]] = defaultdict(list)
    for who, place in printed_people(records):
        if who.printed:
            lists[place.path].append(who)
    for several in lists.values():
        run_on = [who for who in several if _post_and_rest(records.library, who.printed)[1] == " "]
        with_comma = [
            who for who in several if _post_and_rest(records.library, who.printed)[1] != " " and "," in who.printed
        ]
        if run_on and len(with_comma) > len(run_on):
            who = run_on[0]
            post = _post_and_rest(records.library, who.printed)[0]
            rest = _INITIALS.sub("", who.printed).removeprefix(post).strip()
            more = f" (and {len(run_on) - 1} more in this document)" if len(run_on) > 1 else ""
            message = f"`{who.printed}` runs post and organisation together{more}; expected `{post}, {rest}`"
            at, subject = who.place("printed"), f"person {who.person}"
            yield Found(at, message, "add the comma", length=len(who.printed), subject=subject)


def look_for_organisations_spaced_otherwise(records: Records) -> Iterator[Found]:
    """Checks:
        An organisation that is printed beside a post has the blanks and marks of its name in the register.

    Looks at:
        `printed` of people in attendance lists and on covers, and the names of organisations in the register.

    Why:
        WLCCG, WL CCG and WL-CCG look like three organisations in a list of who came from where.

    Example:
        a pack of 2018 has one group as LCCCG on a cover and as LC CCG in a table.

    Wrong:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council, code: A TC}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Engineer, ATC"}]
        ---

    Right:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council, code: A TC}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [{person: Kim Guest, printed: "Engineer, A TC"}]
        ---
    """
    right = _names_of_organisations(records.library)
    by_letters = {re.sub(r"[^a-z]", "", name.lower()): name for name in sorted(right)}
    for who, _ in printed_people(records):
        tail = _IN_BRACKETS.sub("", who.printed).rpartition(",")[2].strip()
        name = by_letters.get(re.sub(r"[^a-z]", "", tail.lower()), "") if tail and tail not in right else ""
        if name:
            message = f"`{tail}` is `{name}` in the register; expected one form of the name"
            at, subject = who.place("printed"), f"person {who.person}"
            yield Found(at, message, f"write `{name}`", length=len(who.printed), subject=subject)


def _much_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) < LEAST_WORDS - 1 or len(other) < LEAST_WORDS - 1:
        return False
    shared = set(one) & set(other)
    return len(shared) >= LEAST_WORDS - 1 and len(shared) / len({*one, *other}) >= 0.6  # noqa: PLR2004


def look_for_strange_addresses(records: Records) -> Iterator[Found]:
    """Checks:
        The e-mail address of a person in the register has the surname in it, or the forename, or nearly. In a text, the
        address that follows a name is not that of another person of the register.

    Looks at:
        Records: register of people. Prose of papers, minutes and terms of reference.

    Why:
        An address copied from the line above sends questions to the wrong person.

    Wrong:
        # records/people.yaml
        people:
          alex-example: {name: Alex Example, email: robin.sample@anytown.example}
          robin-sample: {name: Robin Sample, email: robin.sample@anytown.example}

    Right:
        # records/people.yaml
        people:
          alex-example: {name: Alex Example, email: alex.example@anytown.example}
          robin-sample: {name: Robin Sample, email: robin.sample@anytown.example}
    """
    everybody = records.library.people.values()
    for person in everybody:
        local = re.sub(r"[^a-z]", "", person.email.partition("@")[0].lower())
        others = [other for other in everybody if other is not person]
        own = [re.sub(r"[^a-z]", "", part.lower()) for part in (person.family_name, person.forename.split(" ")[0])]
        if not local or any(part and part in local for part in own):
            continue
        theirs = next((o for o in others if re.sub(r"[^a-z]", "", o.family_name.lower()) in local), None)
        if theirs is not None:
            message = f"`{person.email}` looks like the address of {theirs.name}; expected that of {person.name}"
            yield Found(person.place("email"), message, "correct the address", length=len(person.email))
    yield from _strange_addresses_in_prose(records)


def _strange_addresses_in_prose(records: Records) -> Iterator[Found]:
    """Addresses that stand behind a name and belong to another, or are the name's own but for a letter."""
    everybody = [person for person in records.library.people.values() if person.email]
    owners = {person.email.lower(): person for person in everybody}
    for path, line, column, typed, before in sorted(records.facts(tell_addresses)):
        named = [person for person in everybody if person.name in before]
        address = typed.lower()
        owner = owners.get(address)
        if len(named) != 1 or owner is named[0]:
            continue
        own = named[0].email.lower()
        is_near = abs(len(own) - len(address)) < 2 and SequenceMatcher(None, own, address).ratio() >= 0.9  # noqa: PLR2004
        if owner is not None or is_near:
            whose = f" is the address of {owner.name}" if owner else " is unlike the address in the register"
            message = f"`{typed}`{whose}; expected `{named[0].email}`, of {named[0].name}"
            yield Found(Place(path, line, column), message, "correct the address", length=len(address))


def tell_addresses(records: Records) -> Iterator[tuple[str, int, int, str, str]]:
    """The addresses in the words of documents: path, line, column, the address, and the words before it."""
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            for match in _ADDRESS.finditer(paragraph.text) if "@" in paragraph.text else ():
                before = paragraph.text[max(0, match.start() - NEAR) : match.start()]
                place = paragraph.at(match.start())
                words = re.split(r"@|[;\n]|\band\b", before)[-1]
                yield place.path, place.line, place.column, match[0].rstrip("."), words


RULES: tuple[RecordRule, ...] = (
    record_rule("G843", "post-differs", WARNS, look_for_two_posts, heuristic=True),
    record_rule("G859", "organisation-run-on", NOTED, look_for_organisations_run_on, heuristic=True),
    record_rule(
        "G858", "organisation-spaced-otherwise", NOTED, look_for_organisations_spaced_otherwise, heuristic=True
    ),
    record_rule("G846", "address-of-another", WARNS, look_for_strange_addresses, heuristic=True),
)
