"""Posts that the words of minutes put behind a name, and that the lists give to somebody else."""

import re
from collections.abc import Iterator

from govdocs.check.people_in_prose import Listed, listed_people
from govdocs.check.rule import Found, Records
from govdocs.check.spelling_of_names import content_words, is_near
from govdocs.check.writings import Paragraph, Role
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes

#: What lists put beside a post: initials, "(part of the meeting)".
_BESIDE = re.compile(r"^\(?[A-Z]{2,3}[a-z]{0,2}\)?\s*[,:–-]\s+|\s*[(\[].*$|\s*[–,/].*$")
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\.?\s+"
LEAST_WORDS = 2
LONGEST_POST = 80


def posts_of_others(records: Records) -> Iterator[Found]:
    """Posts behind a name, in brackets or after a comma, that are another's in the lists of the minutes."""
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        listed = listed_people(records.library, writing.source)
        posts = _posts(records.library, writing.source, listed)
        for paragraph in writing.paragraphs if len(posts) > 1 else ():
            if paragraph.role not in (Role.HEADING, Role.BLOCK):
                for one in listed:
                    yield from _behind(paragraph, one, posts)


def _posts(library: Library, minutes: Minutes, listed: tuple[Listed, ...]) -> dict[str, str]:
    """The posts of those in the lists, as printed there or as the register has the only one; no single words."""
    header = minutes.header
    found = {line.person: line.printed for line in (*header.present, *header.in_attendance)}
    found |= {excuse.person: excuse.printed for excuse in header.apologies}
    for one in listed:
        person = library.people.get(one.person)
        if person and not found.get(one.person) and len(person.posts) == 1:
            found[one.person] = person.posts[0].post
    bare = {name: _BESIDE.sub("", post).strip() for name, post in found.items()}
    return {name: post for name, post in bare.items() if len(content_words(post)) >= LEAST_WORDS}


def _behind(paragraph: Paragraph, one: Listed, posts: dict[str, str]) -> Iterator[Found]:
    own = posts.get(one.person)
    if own is None or one.surname not in paragraph.text:
        return
    titled = rf"\b{_TITLE}(?:[A-Z][\w.'’-]*\s+)?{re.escape(one.surname)}"
    whole = rf"\b{re.escape(one.forename)}\s+{re.escape(one.surname)}" if one.forename else titled
    for match in re.finditer(rf"(?:{titled}|{whole})(?:,|\s?\()\s?(?:the )?", paragraph.text):
        behind = paragraph.text[match.end() : match.end() + LONGEST_POST]
        typed = re.match(r"[A-Z][\w&'’ -]*[\w)]", behind)
        words = content_words(typed[0]) if typed else ()
        is_own = words[: len(content_words(own))] == content_words(own) or behind.startswith(own)
        if typed is None or not words or is_own:
            continue
        other = next((name for name, post in posts.items() if post != own and behind.startswith(post)), None)
        place, related = paragraph.at(match.end()), (Related(one.place, "in the list"),)
        if other is not None:
            message = f"`{posts[other]}` is the post of `{other}`, and stands behind `{one.person}`; expected `{own}`"
            hint = "correct the name, or the post"
            yield Found(place, message, hint, related, len(posts[other]), f"person {one.person}")
        elif _is_slip(words, content_words(own)):
            message = f"the post is `{typed[0]}` here; expected `{own}`, as in the list"
            yield Found(place, message, "make the two agree", related, len(typed[0]), f"person {one.person}")


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two posts are the same but for one word that is spelt a little otherwise: Advisor, Adviser."""
    different = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(different) == 1 and is_near(*different[0])
