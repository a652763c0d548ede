"""The titles of agenda items, on the agenda and in the minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from govdocs.compose.desk import Desk
from govdocs.compose.wording import Wording
from govdocs.model.bodies import Ground, Verb
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import RestrictedBlock
from govdocs.model.patterns import fill
from govdocs.model.restrictions import Restriction
from govdocs.model.style import NumberScheme
from govdocs.model.values import Nothing
from govdocs.model.wording import StandingItem


def standing_item(desk: Desk, entry: AgendaEntry) -> StandingItem | None:
    """The body's standing item that an entry names."""
    return next((item for item in desk.body.agenda.standing if item.id == entry.standing), None)


def entry_title(desk: Desk, meeting: Meeting, entry: AgendaEntry) -> str:
    """An entry's title on the agenda: its own, its standing item's, or its paper's."""
    if entry.title:
        return fill_of(desk, entry.title, entry)
    if (standing := standing_item(desk, entry)) is not None:
        return fill_of(desk, standing.title, entry)
    paper = desk.library.paper_of(meeting, entry)
    return paper.header.title if paper is not None else entry.section or entry.id


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words in another language; ``language`` is its BCP 47 tag."""

    language: str
    words: str


def other_languages(desk: Desk) -> tuple[str, ...]:
    """The languages of the body beside the one that its papers are in."""
    return tuple(language for language in desk.body.languages if language != desk.language)


def other_names(desk: Desk) -> tuple[OtherWords, ...]:
    """The body's name in its other languages."""
    found = ((language, desk.body.translations.get(language, {}).get("name", "")) for language in other_languages(desk))
    return tuple(OtherWords(language, words) for language, words in found if words)


def other_titles(desk: Desk, entry: AgendaEntry, key: str = "title") -> tuple[OtherWords, ...]:
    """An entry's title in the body's other languages, as far as somebody translated it."""
    standing = standing_item(desk, entry)
    found: list[OtherWords] = []
    for language in other_languages(desk):
        words = entry.translations.get(language, {}).get(key, "")
        if not words and standing is not None and not entry.title:
            words = standing.translations.get(language, {}).get(key, "")
        if words:
            spoken = replace(desk, wording=Wording(desk.body.style, language))
            found.append(OtherWords(language, fill_of(spoken, words, entry)))
    return tuple(found)


def closed_ground(desk: Desk, meeting: Meeting, entry: AgendaEntry) -> Ground | None:
    """The ground on which an entry, or its paper, is closed; None where it is open."""
    paper = desk.library.paper_of(meeting, entry)
    restricted = entry.restricted or (paper.header.restricted if paper is not None else None)
    if restricted is None:
        return None
    return next((ground for ground in desk.body.grounds if ground.id == restricted.ground), None)


def closed_until(desk: Desk, restricted: Restriction | RestrictedBlock | None) -> str:
    """Who decided that something is closed, and when that is looked at again; empty where nobody says so."""
    if restricted is None:
        return ""
    decided = desk.word("closed_by", by=restricted.by) if restricted.by else ""
    day = desk.word("closed_review", date=desk.wording.plain_date(restricted.review)) if restricted.review else ""
    return f"{decided} {day}".strip()


def fill_of(desk: Desk, title: str, entry: AgendaEntry) -> str:
    """``title`` with ``{of}`` as the date of the meeting, or meetings, that the entry names.

    ``{closed}`` stands for the title of an item that readers may not see.
    """
    if "{" not in title:
        return title
    return fill(title, {"of": desk.wording.names(meeting_dates(desk, entry.of)), "closed": desk.word("closed_title")})


def meeting_dates(desk: Desk, meetings: Sequence[str]) -> tuple[str, ...]:
    """The dates of meetings; where one is not in the repository, the date in its id, or the id itself."""
    return tuple(_meeting_date(desk, name) for name in meetings)


def _meeting_date(desk: Desk, name: str) -> str:
    meeting = desk.library.meetings.get(name)
    if meeting is not None:
        return desk.wording.plain_date(meeting.date)
    last = name.rpartition("/")[2]
    try:
        return desk.wording.plain_date(date.fromisoformat(last))
    except ValueError:
        return last


def entry_action(desk: Desk, meeting: Meeting, entry: AgendaEntry) -> Verb | None:
    """The verb of an entry: its own, its standing item's, or that of its paper's first recommendation."""
    if isinstance(entry.action, Nothing):
        return None
    name = entry.action
    if name is None and (standing := standing_item(desk, entry)) is not None:
        name = standing.action
    paper = desk.library.paper_of(meeting, entry)
    if name is None and paper is not None and paper.header.recommendations:
        name = paper.header.recommendations[0].verb
    return verb(desk, name or "")


def verb(desk: Desk, name: str) -> Verb | None:
    """The body's verb with that id."""
    return next((found for found in desk.body.verbs if found.id == name), None)


def named_scheme(desk: Desk, name: str | None) -> NumberScheme | None:
    """The body's numbering scheme with that id."""
    schemes = desk.body.numbering.schemes if desk.body.numbering is not None else ()
    return next((scheme for scheme in schemes if scheme.id == name), None)


def chosen_scheme(desk: Desk, name: str | None) -> NumberScheme | None:
    """The scheme that a paper names, or the body's default one."""
    default = desk.body.numbering.default if desk.body.numbering is not None else None
    return named_scheme(desk, name or default)
