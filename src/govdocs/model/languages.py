"""The records in another language: words that have a translation are replaced, documents by their renditions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from govdocs.model.actions import ActionBlock
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Action, Decision, Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.record import Block, Record
from govdocs.model.restrictions import CLOSED_TITLE
from govdocs.model.translations import spoken
from govdocs.places import Place
from govdocs.read.nodes import Prose

R = TypeVar("R", bound=Record)
B = TypeVar("B", bound=Block)


def in_language(library: Library, language: str) -> Library:
    """The library as a document in ``language`` prints it; what nobody translated keeps its words."""
    minutes = {name: one.renditions.get(language, one) for name, one in library.minutes.items()}
    papers = {name: one.renditions.get(language, one) for name, one in library.papers.items()}
    return replace(
        library,
        organisations=_all_spoken(library.organisations, language),
        people=_all_spoken(library.people, language),
        venues=_all_spoken(library.venues, language),
        interest_kinds=_all_spoken(library.interest_kinds, language),
        interests=_all_spoken(library.interests, language),
        risks=_all_spoken(library.risks, language),
        risk_scale=spoken(library.risk_scale, language),
        bodies=_all_spoken(library.bodies, language),
        meetings=_all_spoken(library.meetings, language),
        minutes=minutes,
        papers=papers,
        actions={key: _action(library, one, minutes, language) for key, one in library.actions.items()},
        decisions={key: _decision(library, one, minutes, language) for key, one in library.decisions.items()},
    )


def is_english(library: Library, path: str) -> bool:
    """Whether a file is of a body whose papers are in English."""
    folders = path.split("/")
    body = library.bodies.get(folders[1]) if folders[0] == "meetings" and len(folders) > 1 else None
    language = (body.language if body else "") or library.settings.language
    return language.split("-")[0] in ("", "en")


def is_agenda_translated(library: Library, meeting: Meeting, language: str) -> bool:
    """Whether every title on the agenda is there in ``language``, so that it can be printed in that language alone."""
    entries = tuple(meeting.entries())
    return bool(entries) and all(_has_title(library, meeting, entry, language) for entry in entries)


def _has_title(library: Library, meeting: Meeting, entry: AgendaEntry, language: str) -> bool:
    """Whether an entry's title is there in ``language``; that of a closed item is one of the fixed words."""
    if entry.title == CLOSED_TITLE or entry.translations.get(language, {}).get(
        "section" if entry.is_section else "title"
    ):
        return True
    body = library.body_of(meeting)
    known = body.agenda.standing if body is not None else ()
    standing = next((item for item in known if item.id == entry.standing), None)
    if standing is not None and not entry.title:
        return bool(standing.translations.get(language, {}).get("title"))
    paper = library.paper_of(meeting, entry)
    return paper is not None and not entry.title and language in paper.renditions


def _all_spoken(records: Mapping[str, R], language: str) -> dict[str, R]:
    return {name: spoken(record, language) for name, record in records.items()}


# --- What stands in minutes and is printed elsewhere too ------------------------------------------------------------


def _action(library: Library, action: Action, minutes: Mapping[str, Minutes], language: str) -> Action:
    updates = tuple(spoken(update, language) for update in action.updates)
    found = _counterpart(library, minutes, action.meeting, ActionBlock, action.place)
    if found is not None:
        return replace(action, updates=updates, words=found.prose or action.words, place=found.fence)
    return replace(action, updates=updates)


def _decision(library: Library, decision: Decision, minutes: Mapping[str, Minutes], language: str) -> Decision:
    found = _counterpart(library, minutes, decision.meeting, DecisionBlock, decision.place)
    if found is not None:
        return replace(decision, facts=found, words=found.prose, place=found.fence)
    facts = spoken(decision.facts, language)
    if not decision.meeting and facts is not decision.facts and decision.words is not None:
        words = getattr(facts, "words", "") or decision.words.text
        return replace(decision, facts=facts, words=Prose(words, decision.words.place))
    return replace(decision, facts=facts)


def _counterpart(
    library: Library, minutes: Mapping[str, Minutes], meeting: str, kind: type[B], place: Place
) -> B | None:
    """The block of a rendition of minutes that stands where the block at ``place`` stands in the minutes themselves."""
    first, other = library.minutes.get(meeting), minutes.get(meeting)
    if first is None or other is None or first is other:
        return None
    keys = {block.fence: key for key, block in keyed(first, kind)}
    return dict(keyed(other, kind)).get(keys.get(place, ("", "")))


def keyed(minutes: Minutes, kind: type[B]) -> Iterator[tuple[tuple[str, str], B]]:
    """The blocks of a kind, each with its item and its id, or its number among those of the item without one."""
    counts: dict[str, int] = {}
    for item, block in minutes.blocks(kind):
        where, own = item.id if item is not None else "", getattr(block, "id", None)
        if not own:
            counts[where] = counts.get(where, 0) + 1
            own = str(counts[where])
        yield (where, own), block
