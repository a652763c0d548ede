"""A rule about the fixed sentences of a body in papers in another language: code G744."""

import re
from collections.abc import Iterable, Iterator

from govdocs.check.renditions import named
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.bodies import Body
from govdocs.model.decisions import DecisionBlock
from govdocs.model.forms import Form
from govdocs.model.index import Library
from govdocs.model.languages import is_agenda_translated
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import AmendmentBlock, Minutes, MovementBlock
from govdocs.model.papers import Paper
from govdocs.model.record import Record, words_of
from govdocs.model.values import Nothing

_BRACES = re.compile(r"\{[^}]*\}")
#: Words of minutes that print only where something happened, with the keys of what they are said of.
_SOMETIMES = frozenset({"amendment", "rotation", "apologies", "items_suffix", "declared_none", "public"})
Words = tuple[Record, str]
"""A record and one of its keys that holds words."""
Printed = tuple[str, str, Record, str]
"""A language, the document in it that prints words, and the words."""


def look_for_wording_without_translation(records: Records) -> Iterator[Found]:
    """Checks:
        What a body prints in every agenda, in its minutes and on its covers is translated, where there are agendas,
        minutes or papers in a further language.

    Why:
        Otherwise a rendition says half of itself in the other language, and a screen reader reads that half aloud as
        if it were words of this one.

    Wrong:
        # records/bodies/board.yaml
        minutes:
          title: "Minutes of the Board of {date}"
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        ## apologies

        ## declarations

    Right:
        # records/bodies/board.yaml
        minutes:
          title: "Minutes of the Board of {date}"
          translations:
            cy: {title: "Cofnodion y Bwrdd, {date}", present: Yn bresennol, in_attendance: Hefyd yn bresennol}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ## apologies

        ## declarations
        # meetings/board/2026-05-14/minutes.cy.md
        ---
        status: draft
        ---
        ## welcome

        ## apologies

        ## declarations
    """
    library = records.library
    said: dict[tuple[int, str], tuple[Record, dict[str, None], str]] = {}
    for language, where, record, key in _printed(library):
        if record.translations.get(language, {}).get(key):  # type: ignore[attr-defined]
            continue
        _, keys, _ = said.setdefault((id(record), language), (record, {}, where))
        keys[key] = None
    for (_, language), (record, keys, where) in said.items():
        listed = ", ".join(f"`{key}`" for key in keys)
        message = (
            f"{listed} of {record.called} in `{language}`: no words, and {where} prints them; expected translations"
        )
        first = next(iter(keys))
        hint = f"add `translations: {{{language}: {{{first}: …}}}}` beside them"
        yield Found(record.place(), message, hint, subject=f"translation {getattr(record, 'id', '') or first}")


def _printed(library: Library) -> Iterator[Printed]:
    """Words that something in another language prints."""
    for minutes in library.minutes.values():
        meeting = library.meetings.get(minutes.meeting)
        bodies = [library.bodies.get(name) for name in meeting.all_bodies] if meeting is not None else []
        words = [each for body in bodies if body is not None for each in _of_minutes(body, minutes)]
        yield from _in_renditions(minutes.renditions, minutes.path, words)
    for paper in library.papers.values():
        form = _form_of(library, paper)
        yield from _in_renditions(paper.renditions, paper.path, list(_of_form(form)) if form is not None else [])
    for meeting in library.meetings.values():
        yield from _on_agenda(library, meeting)


def _in_renditions(languages: Iterable[str], path: str, words: Iterable[Words]) -> Iterator[Printed]:
    for language in languages:
        yield from ((language, f"`{named(path, language)}`", record, key) for record, key in words)


def _on_agenda(library: Library, meeting: Meeting) -> Iterator[Printed]:
    body = library.body_of(meeting)
    if body is None:
        return
    usual = body.language or library.settings.language
    for language in body.languages:
        if language != usual and is_agenda_translated(library, meeting, language):
            yield from ((language, "the agenda in that language", record, key) for record, key in _of_agenda(body))


def _of_minutes(body: Body, minutes: Minutes) -> Iterator[Words]:
    style = body.minutes
    yield from _all_words(style, without=_SOMETIMES)
    if any(minutes.blocks(AmendmentBlock)):
        yield from _chosen(style, ["amendment"])
    moved = {
        key
        for _, block in minutes.blocks(MovementBlock)
        for key in ("arrived", "left", "returned")
        if getattr(block, key)
    }
    yield from _chosen(style.movement, sorted(moved))
    for column in style.columns:
        yield from _all_words(column)
    used = {line.as_ for line in minutes.header.in_attendance}
    for role in style.roles:
        yield from _all_words(role) if role.id in used else ()
    spoken = {part.verb for _, block in minutes.blocks(DecisionBlock) for part in block.parts}
    for verb in body.verbs:
        yield from _chosen(verb, ["printed"]) if verb.id in spoken else ()


def _of_agenda(body: Body) -> Iterator[Words]:
    yield from _all_words(body.agenda, without=frozenset({"joiner"}))
    for column in body.agenda.columns:
        yield from _all_words(column)
    for row in body.agenda.head:
        for label in row:
            yield from _all_words(label)


def _of_form(form: Form) -> Iterator[Words]:
    yield from _all_words(form)
    for field in form.fields:
        yield from _all_words(field)
        for line in (*field.rows, *field.columns):
            yield from _all_words(line)


def _form_of(library: Library, paper: Paper) -> Form | None:
    meeting = library.meetings.get(paper.meeting)
    body = library.body_of(meeting) if meeting is not None else None
    if body is None or not paper.header.cover:
        return None
    return next((form for form in body.forms if paper.header.form_id in {None, form.id}), None)


def _all_words(record: Record, without: frozenset[str] = frozenset()) -> Iterator[Words]:
    return _chosen(record, [key for key in words_of(type(record)) if key not in without])


def _chosen(record: Record, keys: Iterable[str]) -> Iterator[Words]:
    """Those of the keys under which there are words, and not only figures, marks and names in braces."""
    for key in keys:
        words = getattr(record, key, "")
        if isinstance(words, str) and not isinstance(words, Nothing) and any(map(str.isalpha, _BRACES.sub("", words))):
            yield record, key


RULES: tuple[RecordRule, ...] = (
    record_rule("G744", "wording-untranslated", WARNS, look_for_wording_without_translation),
)
