"""`new`: what every addition to the records has in common, and `new body`."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from govdocs.errors import CannotGoOnError
from govdocs.model.bodies import Body
from govdocs.model.building import listed, nearest
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.model.people import Organisation, Person, Venue
from govdocs.workflow.load import load
from govdocs.workflow.scaffold import Added, as_yaml, fill_scaffold, put_new_files, require_slug, require_words
from govdocs.workflow.settings import Settings

#: Stands for a name that is not known yet; the rule placeholder-text finds it.
UNNAMED = "TO BE NAMED"
#: How many ids a hint lists.
MOST_LISTED = 8


def read_library(settings: Settings) -> Library:
    """The records that an addition builds upon; what is wrong with them is for `govdocs check` to say."""
    return load(settings).library


def add_body(
    settings: Settings, body_id: str, name: str, short: str | None, chair: str | None, organisation: str | None
) -> Added:
    """Write the record of a new body, chaired by ``chair`` and belonging to ``organisation``.

    Raises:
        CannotGoOnError: the id cannot be one or is taken, or chair or organisation are not known.
    """
    library = read_library(settings)
    require_slug(body_id, "a body")
    name = require_words(name, "the name")
    remarks: list[str] = []
    chaired = require_person(library, chair) if chair else next(iter(library.people), UNNAMED)
    if not chair:
        remarks.append(f"the chair is `{chaired}` until you name another under `offices`")
    the_name = name if name.lower().startswith("the ") else f"the {name}"
    values = {
        "name": as_yaml(name),
        "short": as_yaml(require_words(short or name, "the short name")),
        "organisation_id": _choose_organisation(library, organisation),
        "chair": as_yaml(chaired),
        "year": "unknown",
        "session_title": as_yaml(f"Meeting of {the_name}"),
        "minutes_title": as_yaml(f"Minutes of the meeting of {the_name} held on {{date}}"),
        "lead_in": as_yaml(f"{the_name[0].upper()}{the_name[1:]} is asked to:"),
    }
    files = {f"records/bodies/{body_id}.yaml": fill_scaffold("body.yaml", values)}
    day = settings.now.date() + timedelta(weeks=4)
    next_step = f"read through that file, then begin a meeting: govdocs new meeting {body_id} {day}"
    return Added(settings.root, tuple(put_new_files(settings.root, files)), tuple(remarks), next_step)


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
    meeting_id = typed.strip("/").removeprefix("./").removeprefix("meetings/").removesuffix("/meeting.yaml")
    meeting = library.meetings.get(meeting_id)
    if meeting is not None:
        return meeting
    if library.is_broken("meeting", meeting_id):
        raise CannotGoOnError(
            f"the record of the meeting `{meeting_id}` has errors",
            hint=f"put them right first: govdocs check meetings/{meeting_id}",
        )
    raise _unknown("meeting", typed, library.meetings, "govdocs new meeting BODY DATE")


def require_person(library: Library, typed: str) -> str:
    """The id of a person named by id, name or alias; else the name as typed, for people outside the register.

    Raises:
        CannotGoOnError: what was typed looks like an id and is none.
    """
    return _find(library.people, typed, "person", "records/people.yaml")


def require_venue(library: Library, typed: str) -> str:
    """The id of a venue named by id, name or alias; else the words as typed.

    Raises:
        CannotGoOnError: what was typed looks like an id and is none.
    """
    return _find(library.venues, typed, "venue", "records/venues.yaml")


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


def _choose_organisation(library: Library, typed: str | None) -> str:
    if typed:
        found = _find(library.organisations, typed, "organisation", "records/organisations.yaml")
        return require_choice(found, library.organisations, "organisation")
    if len(library.organisations) == 1:
        return next(iter(library.organisations))
    if not library.organisations:
        raise CannotGoOnError(
            "there is no organisation for the body to belong to",
            hint="add one to records/organisations.yaml, or put that file right: govdocs check",
        )
    raise CannotGoOnError(
        f"there are {len(library.organisations)} organisations; expected to be told which one the body belongs to",
        hint=f"add --organisation with one of {listed(list(library.organisations)[:MOST_LISTED])}",
    )


def _find(known: Mapping[str, Person] | Mapping[str, Venue] | Mapping[str, Organisation], typed: str, what: str,
          register: str) -> str:  # fmt: skip
    words = require_words(typed, f"the {what}")
    if words in known:
        return words
    for name, record in known.items():
        if words.casefold() in {record.name.casefold(), *(alias.casefold() for alias in record.aliases)}:
            return name
    if " " in words or words != words.lower():
        return words
    close = nearest(words, known)
    raise CannotGoOnError(
        f"there is no {what} `{words}` in {register}",
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
