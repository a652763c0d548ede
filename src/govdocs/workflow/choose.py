"""What the user names, looked up in the records; what is not there is answered with the nearest that is."""

from collections.abc import Iterable, Mapping

from govdocs.errors import CannotGoOnError
from govdocs.model.bodies import Body
from govdocs.model.building import listed, nearest
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.model.people import Organisation, Person, Venue
from govdocs.workflow.scaffold import require_words

#: How many ids a hint lists.
MOST_LISTED = 8
#: Where records of a kind are.
REGISTERS = {
    "person": "records/people.yaml",
    "venue": "records/venues.yaml",
    "organisation": "records/organisations.yaml",
}
_Named = Mapping[str, Person] | Mapping[str, Venue] | Mapping[str, Organisation]


def require_body(library: Library, body_id: str) -> Body:
    """The body of that id.

    Raises:
        CannotGoOnError: there is none, or its record has errors.
    """
    body = library.bodies.get(body_id)
    if body is not None:
        return body
    if library.is_broken("body", body_id):
        raise CannotGoOnError(
            f"the record of the body `{body_id}` has errors",
            hint=f"put them right first: govdocs check records/bodies/{body_id}.yaml",
        )
    raise _unknown("body", body_id, library.bodies, 'govdocs new body ID --name "Name"')


def require_meeting(library: Library, typed: str) -> Meeting:
    """The meeting of that id; its folder under ``meetings`` will do.

    Raises:
        CannotGoOnError: there is none, or its record has errors.
    """
    meeting_id = meeting_id_of(typed)
    meeting = library.meetings.get(meeting_id)
    if meeting is not None:
        return meeting
    if library.is_broken("meeting", meeting_id):
        raise CannotGoOnError(
            f"the record of the meeting `{meeting_id}` has errors",
            hint=f"put them right first: govdocs check meetings/{meeting_id}",
        )
    raise _unknown("meeting", typed, library.meetings, "govdocs new meeting BODY DATE")


def meeting_id_of(typed: str) -> str:
    """The id in what was typed: the id itself, or the path of the meeting's folder or file."""
    return typed.removeprefix("./").strip("/").removeprefix("meetings/").removesuffix("/meeting.yaml")


def require_person(library: Library, typed: str) -> str:
    """The id of a person named by id, name or alias; else the name as typed, for people outside the register.

    Raises:
        CannotGoOnError: what was typed looks like an id and is none.
    """
    return find_named(library, "person", library.people, typed)


def require_venue(library: Library, typed: str) -> str:
    """The id of a venue named by id, name or alias; else the words as typed.

    Raises:
        CannotGoOnError: what was typed looks like an id and is none.
    """
    return find_named(library, "venue", library.venues, typed)


def require_choice(typed: str, known: Iterable[str], what: str) -> str:
    """``typed`` if it is one of the body's own ``known`` ids.

    Raises:
        CannotGoOnError: it is not; the nearest is named.
    """
    choices = list(known)
    if typed in choices:
        return typed
    close = nearest(typed, choices)
    raise CannotGoOnError(
        f"there is no {what} `{typed}`; expected {listed(choices) or 'none, as the body has none'}",
        hint=f"use `{close}`" if close else f"look at the body's record for its {what}s",
    )


def find_named(library: Library, kind: str, known: _Named, typed: str) -> str:
    """The id of a record named by id, name or alias; else the words as typed.

    Raises:
        CannotGoOnError: what was typed looks like an id and is none.
    """
    words = require_words(typed, f"the {kind}")
    if words in known:
        return words
    for name, record in known.items():
        if words.casefold() in {record.name.casefold(), *(alias.casefold() for alias in record.aliases)}:
            return name
    if " " in words or words != words.lower() or library.is_broken(kind, words):
        return words
    close = nearest(words, known)
    register = REGISTERS[kind]
    raise CannotGoOnError(
        f"there is no {kind} `{words}` in {register}",
        hint=f"use `{close}`" if close else f"add `{words}` to that file first, or type the full name",
    )


def _unknown(what: str, typed: str, known: Iterable[str], how: str) -> CannotGoOnError:
    ids = sorted(known)
    close = nearest(typed, ids)
    if close:
        hint = f"the nearest is `{close}`"
    elif ids:
        hint = f"use {listed(ids[-MOST_LISTED:])}, or begin one: {how}"
    else:
        hint = f"begin one: {how}"
    return CannotGoOnError(f"there is no {what} `{typed}`; there {_count(len(ids), what)}", hint=hint)


def _count(number: int, what: str) -> str:
    if not number:
        return "are none yet"
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"is one {what}" if number == 1 else f"are {number} {plural}"
