"""Rules about what becomes of actions: codes G732 to G736."""

from collections.abc import Iterator

from govdocs.check.people_in_prose import listed_people
from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words
from govdocs.diagnostics import Related
from govdocs.model.actions import ActionBlock
from govdocs.model.index import Action, Library
from govdocs.model.scalars import is_slug
from govdocs.model.values import PartialDate

#: Of the words of two actions, so many in common make them one; shorter ones are not compared.
ALIKE, LEAST_WORDS = 0.8, 4


def look_for_overdue_actions(records: Records) -> Iterator[Found]:
    """Checks:
        When the body next meets after the day on which an action was due, the action is closed, or something was
        reported since that day.

    Looks at:
        actions with a date, their updates, and the meetings of the body up to today.

    Why:
        An action log is there to show what is late; an entry that says nothing is how things are forgotten.

    Wrong:
        # meetings/board/2026-03-19/meeting.yaml
        body: board
        date: 2026-03-19
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-03-19/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [alex-example]
        due: 2026-04-01
        ---
        Draw the map of the parks.
        ```

    Right:
        # meetings/board/2026-03-19/meeting.yaml
        body: board
        date: 2026-03-19
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-03-19/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [alex-example]
        due: 2026-05-30
        ---
        Draw the map of the parks.
        ```
    """
    library = records.library
    for action in library.actions.values():
        due = _due(action)
        if due is None or _is_closed(library, action) or any(update.date > due.first for update in action.updates):
            continue
        met = [meeting for meeting in library.meetings_of(action.body) if due.last < meeting.date <= records.today]
        if met and met[0].date > action.arose:
            message = f"the action `{action.id}` was due by {due}, and nothing is reported when `{met[0].id}` meets; "
            message += "expected an update"
            hint = f"add an update to `records/actions/{action.body}.yaml`, with a new `due` if it is late"
            related = (Related(met[0].place("date"), "the meeting"),)
            yield Found(action.place, message, hint, related, subject=f"action {action.id}")


def _due(action: Action) -> PartialDate | None:
    """By when it is to be done, after all updates."""
    later = [update.due for update in action.updates if update.due is not None]
    return later[-1] if later else action.due


def _is_closed(library: Library, action: Action) -> bool:
    body = library.bodies.get(action.body)
    closed = {status.id for status in body.actions.statuses if status.closed} if body and body.actions else set()
    return any(update.status in closed for update in action.updates)


def look_for_closed_actions_without_evidence(records: Records) -> Iterator[Found]:
    """Checks:
        An update that closes an action says what was done, or what shows it.

    Looks at:
        updates with a status that is `closed`; their `words`, `evidence` and `meeting`.

    Why:
        "Completed" is what an action is called when nobody asks any more.

    Wrong:
        # records/bodies/board.yaml
        actions:
          columns: [{id: owners, label: Who}, {id: words, label: What}]
          statuses: [{id: done, label: Done, closed: yes}]
        # records/actions/board.yaml
        updates: [{action: map, date: 2026-05-20, status: done}]
        actions:
          map: {owners: [alex-example], due: 2026-06, arose: 2026-05-15, words: Draw the map.}

    Right:
        # records/bodies/board.yaml
        actions:
          columns: [{id: owners, label: Who}, {id: words, label: What}]
          statuses: [{id: done, label: Done, closed: yes}]
        # records/actions/board.yaml
        updates: [{action: map, date: 2026-05-20, status: done, words: The map is on the website.}]
        actions:
          map: {owners: [alex-example], due: 2026-06, arose: 2026-05-15, words: Draw the map.}
    """
    library = records.library
    for action in library.actions.values():
        body = library.bodies.get(action.body)
        closed = {status.id for status in body.actions.statuses if status.closed} if body and body.actions else set()
        for update in action.updates:
            if update.status in closed and not (update.words or update.evidence or update.meeting):
                message = f"the action `{action.id}` is closed without a word; expected what was done"
                hint = "add `words:`, or `evidence:` with what shows it"
                yield Found(
                    update.place("status"), message, hint, length=len(update.status), subject=f"action {action.id}"
                )


def look_for_copied_actions(records: Records) -> Iterator[Found]:
    """Checks:
        An action that is carried forward is updated, not typed again in the minutes of the next meeting.

    Looks at:
        the words of all actions of a body.

    Why:
        Of two copies one is closed and the other stays open; nobody sees how long the thing has been waiting.

    Wrong:
        # records/actions/board.yaml
        actions:
          map: {owners: [alex-example], due: 2026-06, arose: 2026-03-15, words: Draw the map of all parks.}
          map-again: {owners: [alex-example], due: 2026-07, arose: 2026-04-15, words: Draw the map of all parks.}

    Right:
        # records/actions/board.yaml
        actions:
          map: {owners: [alex-example], due: 2026-06, arose: 2026-03-15, words: Draw the map of all parks.}
          trees: {owners: [alex-example], due: 2026-07, arose: 2026-04-15, words: Count the trees along the river.}
    """
    earlier: dict[str, list[tuple[set[str], Action]]] = {}
    for action in sorted(records.library.actions.values(), key=lambda one: one.arose):
        words = set(content_words(action.words.text))
        if len(words) < LEAST_WORDS:
            continue
        for theirs, first in earlier.get(action.body, ()):
            alike = len(words & theirs) / len(words | theirs)
            if first.arose < action.arose and alike >= ALIKE:
                message = f"the action `{action.id}` says again what `{first.id}` of {first.arose} says; expected an "
                message += "update of that one"
                hint = f"take this one out, and add an update of `{first.id}` to `records/actions/{action.body}.yaml`"
                related = (Related(first.place, "the first one"),)
                yield Found(action.place, message, hint, related, subject=f"action {action.id}")
                break
        earlier.setdefault(action.body, []).append((words, action))


def look_for_actions_before_their_time(records: Records) -> Iterator[Found]:
    """Checks:
        An action is due on or after the day on which it arose, and so are its updates, which are not from the future.

    Looks at:
        `due` of actions and updates, `date` of updates, and the day of the meeting.

    Why:
        A date copied from last year makes an action late before it is given.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [alex-example]
        due: 2025-06
        ---
        Draw the map.
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [alex-example]
        due: 2026-06
        ---
        Draw the map.
        ```
    """
    for action in records.library.actions.values():
        subject = f"action {action.id}"
        if action.due is not None and action.due.last < action.arose:
            message = f"the action `{action.id}` of {action.arose} is due by {action.due}; expected a later day"
            yield Found(action.place, message, "correct the date", subject=subject)
        for update in action.updates:
            if update.date < action.arose:
                message = (
                    f"this update is of {update.date}, and the action arose on {action.arose}; expected a later day"
                )
                yield Found(update.place("date"), message, "correct the date", length=10, subject=subject)
            if update.due is not None and update.due.last < update.date:
                message = f"the new day, {update.due}, is before this update of {update.date}; expected a later one"
                yield Found(
                    update.place("due"), message, "correct the day", length=len(str(update.due)), subject=subject
                )


def look_for_unknown_owners(records: Records) -> Iterator[Found]:
    """Checks:
        Who is to do something was at the meeting, or is in the register.

    Looks at:
        owners of actions that are typed as names, the attendance list, and the names and aliases of the register.

    Why:
        Somebody who was not there, and whom nobody can find, will not know of the action.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```action
        id: map
        owners: [Mrs Kim Guest]
        due: 2026-06
        ---
        Draw the map.
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        in_attendance: [Mrs Kim Guest]
        ---
        ## welcome

        ```action
        id: map
        owners: [Mrs Kim Guest]
        due: 2026-06
        ---
        Draw the map.
        ```
    """
    library = records.library
    families = {person.family_name for person in library.people.values()}
    for minutes in library.minutes.values():
        there = {one.surname for one in listed_people(library, minutes)}
        for _, action in minutes.blocks(ActionBlock):
            for number, who in enumerate(action.owners):
                name = who.person
                known = is_slug(name) or " " not in name or name.split()[-1] in there | families
                if not known and not set(content_words(name)) & _OFFICES:
                    message = f"`{name}` owns an action, and is neither in the attendance list nor in the register"
                    message += "; expected somebody who is"
                    hint = "correct the name, or add the person to the list or to records/people.yaml"
                    place = action.place("owners", number)
                    yield Found(place, message, hint, length=len(name), subject=f"action {action.id}")


#: Words that make an owner an office or a group, which need not be there by name.
_OFFICES = {
    "chair", "chairman", "clerk", "secretary", "treasurer", "officer", "officers", "director", "directors", "manager",
    "managers", "team", "teams", "group", "committee", "council", "board", "all", "lead", "leads", "head", "members",
}  # fmt: skip


RULES: tuple[RecordRule, ...] = (
    record_rule("G732", "action-overdue", WARNS, look_for_overdue_actions),
    record_rule("G733", "action-closed-without-evidence", NOTED, look_for_closed_actions_without_evidence),
    record_rule("G734", "action-copied", WARNS, look_for_copied_actions, heuristic=True),
    record_rule("G735", "action-before-its-time", STOPS_PUBLICATION, look_for_actions_before_their_time),
    record_rule("G736", "action-owner-unknown", NOTED, look_for_unknown_owners, heuristic=True),
)
