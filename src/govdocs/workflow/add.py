"""`new`: what every addition to the records has in common, and `new body`."""

from datetime import timedelta

from govdocs.errors import CannotGoOnError
from govdocs.model.building import listed
from govdocs.model.library import Library
from govdocs.workflow.choose import MOST_LISTED, find_named, require_choice, require_person
from govdocs.workflow.load import load
from govdocs.workflow.scaffold import Added, as_yaml, fill_scaffold, put_new_files, require_slug, require_words
from govdocs.workflow.settings import Settings

#: Stands for a name that is not known yet; the rule placeholder-text finds it.
UNNAMED = "TO BE NAMED"


def read_library(settings: Settings) -> Library:
    """The records that an addition builds upon; what is wrong with them is for `govdocs check` to say."""
    return load(settings).library


def add_body(
    settings: Settings, body_id: str, name: str, short: str | None, chair: str | None, organisation: str | None
) -> Added:
    """Write the record of a new body, chaired by ``chair`` and belonging to ``organisation``.

    Raises:
        CannotGoOnError: the id cannot be one or is taken, the name has braces, or chair or organisation are not known.
    """
    library = read_library(settings)
    require_slug(body_id, "a body")
    name = require_words(name, "the name")
    if "{" in name or "}" in name:
        # The wordings below are patterns, in which braces mark what is filled in.
        raise CannotGoOnError(f"the name `{name}` has braces; expected words", hint="use round brackets instead")
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


def _choose_organisation(library: Library, typed: str | None) -> str:
    if typed:
        found = find_named(library, "organisation", library.organisations, typed)
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
