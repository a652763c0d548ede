"""Rules about what an agenda asks the body to do with its items: codes G512, G515 and G518."""

from collections.abc import Iterator

from govdocs.check.rule import STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.verbs import decides
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body, Verb
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.values import Nothing
from govdocs.places import Place


def look_for_weak_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        Where a paper asks for a decision, among other things, the agenda asks for one as well: an item "to receive"
        does not hold an approval. Which verbs ask for a decision is as the words are commonly used, or as the body's
        record says (`decides`).

    Looks at:
        Records: actions of agendas, recommendations of papers, verbs of the body.

    Why:
        Members prepare otherwise for what they are to decide; and what was only on the agenda to be received can be
        challenged when it is approved.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: receive}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: receive, text: the report}, {verb: approve, text: the budget}]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: approve}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: receive, text: the report}, {verb: approve, text: the budget}]
        ---
    """
    for meeting, body, entry in _entries(records):
        paper = records.library.paper_of(meeting, entry)
        asked = paper.header.recommendations if paper else ()
        action = entry.action if isinstance(entry.action, str) and not isinstance(entry.action, Nothing) else ""
        stronger = [n for n, one in enumerate(asked) if decides(body, one.verb)]
        is_named = any(one.verb == action for one in asked)
        if paper is not None and stronger and is_named and decides(body, action) is False:
            verb = asked[stronger[0]].verb
            message = f"the agenda says `{action}`, and the paper also asks the body to {verb}; expected `{verb}`"
            related = (Related(paper.place("recommendations", stronger[0], "verb"), "what the paper asks for"),)
            hint = f"write `action: {verb}`, so that members know that they are to decide"
            yield Found(entry.place("action"), message, hint, related, len(action), f"entry {entry.id}")


def look_for_missing_actions(records: Records) -> Iterator[Found]:
    """Checks:
        On an agenda that prints what is asked for, and says so of most of its papers, every item with a paper says
        whether it is to be approved, received or noted.

    Looks at:
        Records: actions of agendas.

    Why:
        Members cannot tell whether they are to decide.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {paper: parks, title: Parks, action: approve, held: to-follow, presenters: [alex-example]}
          - {paper: roads, title: Roads, held: to-follow, presenters: [alex-example]}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {paper: parks, title: Parks, action: approve, held: to-follow, presenters: [alex-example]}
          - {paper: roads, title: Roads, action: note, held: to-follow, presenters: [alex-example]}
    """
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is None or all(column.id != "action" for column in body.agenda.columns):
            continue
        papers = [entry for entry in meeting.entries() if entry.paper and not entry.items]
        lacking = [entry for entry in papers if entry.action in (None, Nothing.BLANK)]
        if len(lacking) * 2 > len(papers):
            continue  # the body does not write its agenda so
        for entry in lacking:
            message = f"the agenda does not say what is asked of the body with `{entry.id}`; expected `action`"
            hint = "add `action: …`, one of the body's verbs"
            yield Found(entry.place("action"), message, hint, subject=f"entry {entry.id}")


def look_for_verbs_in_titles(records: Records) -> Iterator[Found]:
    """Checks:
        The title of an item does not begin with the words that the column beside it prints: "To receive".

    Looks at:
        Records: titles and actions of agendas and of the body's standing items.

    Why:
        The agenda says "To receive to receive questions", and the minutes repeat it.

    Example:
        An agenda had "To receive questions from the Public" with "To receive" in its column of actions.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parks, title: To note the care of parks, action: note, presenters: [alex-example], time: 10:15}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parks, title: The care of parks, action: note, presenters: [alex-example], time: 10:15}]
    """
    for body in records.library.bodies.values():
        if any(column.id == "action" for column in body.agenda.columns):
            for item in body.agenda.standing:
                yield from _doubled(body, item.action, item.title, item.place("title"), f"standing {item.id}")
    for meeting, body, entry in _entries(records):
        if any(column.id == "action" for column in body.agenda.columns):
            standing = next((item for item in body.agenda.standing if item.id == entry.standing), None)
            action = entry.action or (standing.action if standing else None)
            paper = records.library.paper_of(meeting, entry)
            if entry.title:
                yield from _doubled(body, action, entry.title, entry.place("title"), f"entry {entry.id}")
            elif paper is not None:
                title = paper.header.title
                yield from _doubled(body, action, title, paper.place("title"), f"paper {paper.name}")


def _doubled(body: Body, action: object, title: str, place: Place, subject: str) -> Iterator[Found]:
    verb = next((one for one in body.verbs if one.id == action), None)
    words = _printed(verb) if verb else ()
    begins = next((word for word in words if f"{title.casefold()} ".startswith(f"{word} ")), "")
    if begins:
        message = f"the title begins with `{title[: len(begins)]}`, as its action does; expected only the matter"
        yield Found(place, message, "remove the verb from the title", length=len(begins), subject=subject)


def _printed(verb: Verb) -> tuple[str, ...]:
    return verb.on_agenda.casefold(), f"to {verb.id}"


def _entries(records: Records) -> Iterator[tuple[Meeting, Body, AgendaEntry]]:
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is not None:
            yield from ((meeting, body, entry) for entry in meeting.entries() if not entry.is_section)


RULES: tuple[RecordRule, ...] = (
    record_rule("G512", "verb-too-weak", WARNS, look_for_weak_verbs),
    record_rule("G515", "action-missing", STOPS_CIRCULATION, look_for_missing_actions),
    record_rule("G518", "title-begins-with-verb", WARNS, look_for_verbs_in_titles),
)
