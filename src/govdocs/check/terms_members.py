"""Rules about the tables of members in terms of reference: codes G777 and G778."""

import re
from collections.abc import Iterator, Sequence

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms_reading import (
    member_rows,
    members_of,
    names_of_organisation,
    organisation_names,
    person_names,
)
from govdocs.diagnostics import Related
from govdocs.model.terms_of_reference import MembersBlock
from govdocs.model.values import Nothing
from govdocs.places import Place

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


def look_for_misfilled_columns(records: Records) -> Iterator[Found]:
    """Checks:
        In a table of members every column holds what it is for: one organisation where the organisation stands, a
        person where the person stands, no organisation or person among the duties, dates where appointments begin and
        end.

    Looks at:
        Records: `members` blocks, the registers of people and organisations.

    Why:
        Such a table is read by columns: who counts the members from an organisation misses one that stands elsewhere.

    Example:
        The duties of a member were given as three things, of which one was the trust that employs him; another's
        organisation was a trust and a profession with a slash between.

    Wrong:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        ---
        ## Members

        ```members
        body: board
        columns: [{id: person, label: Name}, {id: organisation, label: From}, {id: remit, label: For}]
        ---
        | sam-member | anytown/Councillor | Trees, Anytown Town Council |
        ```

    Right:
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        ---
        ## Members

        ```members
        body: board
        columns: [{id: person, label: Name}, {id: organisation, label: From}, {id: remit, label: For}]
        ---
        | sam-member | anytown | Trees |
        ```
    """
    library = records.library
    organisations, people = organisation_names(library), person_names(library)
    spelt = [
        name for organisation in library.organisations for name in names_of_organisation(library, organisation)[1:]
    ]
    for terms in library.terms_of_reference.values():
        for block in members_of(terms):
            for cells in member_rows(block):
                who = cells["person"].text if "person" in cells else ""
                for column, cell in cells.items():
                    if expected := _misfilled(column, cell.text, organisations, people, spelt):
                        message = f"`{cell.text}` stands in the column {_label(block, column)}; expected {expected}"
                        hint = "move what does not belong there to its own column, or leave it out"
                        yield Found(cell.place, message, hint, length=len(cell.text), subject=f"row {who}")


def _misfilled(
    column: str, text: str, organisations: dict[str, str], people: dict[str, str], spelt: Sequence[str]
) -> str:
    """What is expected in place of a cell; empty where it may stand."""
    if not text or text in list(Nothing):
        return ""
    if column == "organisation":
        parts = [part.strip().lower() for part in re.split(r"[/,;&]", text)]
        known = [part for part in parts if part in organisations]
        if text.lower() in people:
            return "an organisation, and this is a person"
        return "one organisation" if len(parts) > 1 and known and text.lower() not in organisations else ""
    if column == "person":
        return "a person, and this is an organisation" if text.lower() in organisations else ""
    if column in ("from", "to"):
        return "" if _DAY.fullmatch(text) else "a date such as `2026-04`, a month or a year"
    if column in ("remit", "designation"):
        if text.lower() in organisations:
            return "something else than an organisation"
        found = next((name for name in spelt if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)), "")
        if found:
            return f"no organisation there, and `{found}` is one"
        found = next((name for name in people.values() if name in text), "")
        return f"no person there, and `{found}` is one" if found else ""
    return ""


def look_for_members_of_elsewhere(records: Records) -> Iterator[Found]:
    """Checks:
        A member's organisation in a table of members is one for which the register of people gives that person a post,
        and the same in all tables.

    Looks at:
        Records: `members` blocks, posts in the register of people.

    Why:
        Seats belong to organisations: a member under the wrong one tips the balance that was agreed.

    Example:
        One member came from a trust in the first of two tables, and from "the trust/GP" in the second.

    Wrong:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          ferry-trust: {name: The Ferry Trust}
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        ---
        ## Members

        ```members
        body: board
        columns: [{id: person, label: Name}, {id: organisation, label: From}]
        ---
        | sam-member | ferry-trust |
        ```

    Right:
        # records/organisations.yaml
        organisations:
          anytown: {name: Anytown Town Council}
          ferry-trust: {name: The Ferry Trust}
        # records/terms-of-reference/parks.md
        ---
        title: Parks Committee
        bodies: [board]
        status: draft
        ---
        ## Members

        ```members
        body: board
        columns: [{id: person, label: Name}, {id: organisation, label: From}]
        ---
        | sam-member | anytown |
        ```
    """
    library = records.library
    names = organisation_names(library)
    known = {
        name.lower(): organisation
        for organisation in library.organisations
        for name in names_of_organisation(library, organisation)
    }
    seen: dict[str, tuple[str, Place]] = {}
    for terms in library.terms_of_reference.values():
        for block in members_of(terms):
            for cells in member_rows(block):
                if "person" not in cells or "organisation" not in cells:
                    continue
                person, cell = cells["person"].text, cells["organisation"]
                if (here := known.get(cell.text.lower())) is None:
                    continue
                posts = library.people[person].posts if person in library.people else ()
                held = {known.get(post.organisation.lower(), post.organisation) for post in posts}
                before, place = seen.setdefault(person, (here, cell.place))
                if held and here not in held:
                    expected = " or ".join(f"`{names.get(one.lower(), one)}`" for one in sorted(held))
                    message = f"`{person}` is listed for `{names[here]}`; expected {expected}, as in the register"
                    hint = "correct the table, or add the post in records/people.yaml"
                    yield Found(cell.place, message, hint, length=len(cell.text), subject=f"row {person}")
                elif before != here:
                    message = (
                        f"`{person}` is listed for `{names[here]}`; expected `{names[before]}`, as in another table"
                    )
                    related = (Related(place, "the other table"),)
                    yield Found(
                        cell.place, message, "make the two agree", related, len(cell.text), subject=f"row {person}"
                    )


def _label(block: MembersBlock, column: str) -> str:
    return next((f"`{one.label}`" for one in block.columns if one.id == column), column)


RULES: tuple[RecordRule, ...] = (
    record_rule("G777", "members-column-misfilled", WARNS, look_for_misfilled_columns, heuristic=True),
    record_rule("G778", "member-of-elsewhere", WARNS, look_for_members_of_elsewhere, heuristic=True),
)
