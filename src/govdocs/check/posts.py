"""Rules about the posts and addresses of people: codes G843 and G846."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, printed_people
from govdocs.diagnostics import Related
from govdocs.places import Place

LEAST_WORDS = 3
#: What lists of minutes put beside a post: "AB, Clinical Chair", "Treasurer (part of the meeting)".
_INITIALS = re.compile(r"^\(?[A-Z]{2,3}[a-z]{0,2}\)?\s*[,:–-]\s+|\s*\((?:[A-Z]{2,3}[a-z]{0,2}|[a-z][^)]*)\)$")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}")
#: How near a name stands before the address that is given for it.
NEAR = 60


def look_for_two_posts(records: Records) -> Iterator[Found]:
    """Checks:
        A post that is typed beside a name is worded as the register words it, and as it is typed elsewhere in the
        papers; short forms of it may be used.

    Looks at:
        Records: printed posts; register of people.

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
    for name, person in records.library.people.items():
        posts[name] = [(post.post, None) for post in person.posts]
    for who, place in printed_people(records):
        if not who.printed:
            continue
        typed = _INITIALS.sub("", who.printed).split(",")[0].strip()
        earlier = posts[who.person]
        words = content_words(typed)
        if all(any(content_words(one) == content_words(part) for one, _ in earlier) for part in typed.split("/")):
            continue
        if not any(content_words(one) == words for one, _ in earlier):
            for one, where in earlier:
                if _much_alike(words, content_words(one)):
                    message = f"the post is `{typed}` here; expected `{one}`, as elsewhere"
                    related = (Related(where, "the other wording"),) if where else ()
                    at = who.place("printed")
                    yield Found(at, message, "make the two agree", related, len(who.printed), f"person {who.person}")
                    break
            else:
                earlier.append((typed, place))


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
    for writing in records.writings if everybody else ():
        for paragraph in writing.paragraphs:
            for match in _ADDRESS.finditer(paragraph.text) if "@" in paragraph.text else ():
                before = paragraph.text[max(0, match.start() - NEAR) : match.start()]
                before = re.split(r"@|[;\n]|\band\b", before)[-1]
                named = [person for person in everybody if person.name in before]
                address = match[0].rstrip(".").lower()
                owner = owners.get(address)
                if len(named) != 1 or owner is named[0]:
                    continue
                own = named[0].email.lower()
                is_near = abs(len(own) - len(address)) < 2 and SequenceMatcher(None, own, address).ratio() >= 0.9  # noqa: PLR2004
                if owner is not None or is_near:
                    whose = f" is the address of {owner.name}" if owner else " is unlike the address in the register"
                    message = f"`{match[0].rstrip('.')}`{whose}; expected `{named[0].email}`, of {named[0].name}"
                    place = paragraph.at(match.start())
                    yield Found(place, message, "correct the address", length=len(address))


RULES: tuple[RecordRule, ...] = (
    record_rule("G843", "post-differs", WARNS, look_for_two_posts, heuristic=True),
    record_rule("G846", "address-of-another", WARNS, look_for_strange_addresses, heuristic=True),
)
