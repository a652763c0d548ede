"""`new terms`: terms of reference that say what the record of their body says, and ask for the rest."""

from collections.abc import Iterator
from fractions import Fraction

from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.model.scalars import is_slug
from govdocs.model.seats import Notice, Pattern, Quorum
from govdocs.workflow.add import UNNAMED, read_library
from govdocs.workflow.add_paper import UNWRITTEN, PaperWishes, add_paper
from govdocs.workflow.choose import require_body
from govdocs.workflow.scaffold import Added, as_yaml, fill_scaffold, put_new_files, require_no_file, require_words
from govdocs.workflow.settings import Settings

PAPER = "terms-of-reference"
_NTH = ("first", "second", "third", "fourth", "last")
_SHARES = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "one third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
}
_COLUMNS = "{id: designation, label: Seat}, {id: person, label: Held by}"
_DATES = "{id: from, label: Since}, {id: to, label: Until}"


def add_terms(settings: Settings, body_id: str, approved_by: str | None, meeting: str | None) -> Added:
    """Write the terms of reference of a body; with a meeting, also the paper that puts them before it.

    Raises:
        CannotGoOnError: the body or the meeting is not known, or there are such terms; nothing is changed.
    """
    library = read_library(settings)
    body = require_body(library, body_id)
    title = f"Terms of reference of {_the(body.name)}"
    path = f"records/terms-of-reference/{body_id}.md"
    text = fill_scaffold("terms.md", _values(settings, library, body_id, body, title, approved_by))
    remarks: tuple[str, ...] = ()
    if not body.seats:
        remarks = (f"the record of `{body_id}` has no seats: type its members into the table, or add `seats`",)
    if meeting is None:
        written = tuple(put_new_files(settings.root, {path: text}))
        next_step = f"write what stands for {UNWRITTEN}, then put them before a meeting: see docs/adopt.md"
        return Added(settings.root, written, remarks, next_step)
    require_no_file(settings.root, path)
    report = f"```include\ndocument: {body_id}\n```"
    wishes = PaperWishes(title, recommendation="the terms of reference", report=report)
    paper = add_paper(settings, meeting, PAPER, wishes)
    written = tuple(put_new_files(settings.root, {path: text}))
    both = (*written, *paper.written)
    return Added(settings.root, both, (*remarks, *paper.remarks), paper.next_step, paper.changed)


def _values(
    settings: Settings, library: Library, body_id: str, body: Body, title: str, approved_by: str | None
) -> dict[str, str]:
    day = settings.now.date()
    approving = require_words(approved_by, "the approving body") if approved_by else body_id
    if is_slug(approving):
        require_body(library, approving)
    by_chair = body.casting_vote is not None and body.casting_vote.office in {office.id for office in body.offices}
    return {
        "title": as_yaml(title),
        "name": _the(body.name),
        "body": body_id,
        "approved_by": as_yaml(approving),
        "review_by": f"{day.year + 1}-{day.month:02d}",
        "numbering": "automatic" if body.numbering else "none",
        "members": "\n".join(_members(body_id, body)),
        "quorum": "\n".join(_quorum(body)),
        "casting_vote": " When votes are equal the chair has a casting vote." if by_chair else "",
        "meetings": "\n\n".join(_meetings(body)),
    }


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _members(body_id: str, body: Body) -> Iterator[str]:
    yield "```members"
    yield f"body: {body_id}"
    if body.seats:
        yield f"columns: [{_COLUMNS}, {_DATES}]"
        yield "filled_from: seats"
    else:
        yield f"columns: [{_COLUMNS}]"
        yield "---"
        yield f"| Chair | {UNNAMED} |"
        yield f"| Member | {UNNAMED} |"
    yield "```"


def _quorum(body: Body) -> Iterator[str]:
    quorum = body.quorum
    share = quorum.at_least_share if isinstance(quorum, Quorum) else None
    if isinstance(quorum, Quorum) and quorum.at_least is not None:
        yield f"The quorum is {quorum.at_least} {'member' if quorum.at_least == 1 else 'members'}."
        yield from ("", "```rule", "kind: quorum", f"at_least: {quorum.at_least}", "```")
    elif share in _SHARES:
        yield f"The quorum is {_SHARES[share]} of the members."
        yield from ("", "```rule", "kind: quorum", f"share: {share}", "```")
    else:
        yield f"{UNWRITTEN}: how many members must be there, such as: The quorum is three members."


def _meetings(body: Body) -> Iterator[str]:
    if body.meets is not None:
        yield _days_of(body.meets)
    else:
        yield f"{UNWRITTEN}: how often it meets."
    notice = next((one for one in body.notice if one.of in ("papers", "agenda") and one.at_least is not None), None)
    if notice is None:
        yield f"{UNWRITTEN}: how many days before the meeting agenda and papers go out."
    else:
        yield _notice(notice)


def _days_of(pattern: Pattern) -> str:
    weekday = pattern.weekday.capitalize()
    if len(pattern.weeks) != 1:
        return f"Meetings are on a {weekday}."
    week = min(pattern.weeks[0], len(_NTH))
    return f"""Meetings are on the {_NTH[week - 1]} {weekday} of the month.

```rule
kind: frequency
weekday: {pattern.weekday}
week: {week}
```"""


def _notice(notice: Notice) -> str:
    days = notice.days.replace("-", " ")
    return f"""Agenda and papers go out at least {notice.at_least} {days} days before the meeting.

```rule
kind: notice
at_least: {notice.at_least}
days: {notice.days}
```"""
