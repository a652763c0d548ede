"""Rules about notice: when agenda and papers went out, and what came later: codes G404 and G430 to G432."""

from collections.abc import Iterator

from govdocs.check.rule import (
    NOTED,
    STOPS_CIRCULATION,
    STOPS_PUBLICATION,
    WARNS,
    Found,
    RecordRule,
    Records,
    record_rule,
)
from govdocs.check.working_days import count_notice, days_off, is_working, last_day_for
from govdocs.diagnostics import Related
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import ItemBlock
from govdocs.model.papers import Paper
from govdocs.model.seats import Notice

_SATURDAY = 5


def look_for_short_notice(records: Records) -> Iterator[Found]:
    """Checks:
        Agenda and papers went out as many days before the meeting as the body's rules on notice ask for. Clear days
        count neither the day of sending nor that of the meeting; working days leave out weekends, the public holidays
        of the `nation` in `govdocs.yaml`, and the `holidays` that are listed there.

    Looks at:
        Records: `circulated` of a meeting, `notice` of its body, `nation` and `holidays` of `govdocs.yaml`.

    Why:
        A meeting called at too short notice can be declared void, and its decisions with it.

    Wrong:
        # govdocs.yaml
        nation: england
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 8, days: clear-working}]
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-05-01

    Right:
        # govdocs.yaml
        nation: england
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 8, days: clear-working}]
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-04-30
    """
    settings = records.library.settings
    for meeting, notice in _rules(records):
        if meeting.circulated is None:
            continue
        given = count_notice(meeting.circulated, meeting.date, notice, settings)
        if given < (notice.at_least or 0):
            found = "after the meeting" if given < 0 else f"{given} {_kind(notice)} before the meeting"
            message = f"the {notice.of} went out on {meeting.circulated}, {found}; expected at least {notice.at_least}"
            if is_working(notice):
                off = sorted(
                    day for day in days_off(settings, meeting.circulated, meeting.date) if day.weekday() < _SATURDAY
                )
                message += "".join(f", and {day} is a holiday" for day in off)
            last = last_day_for(meeting.date, notice, settings)
            hint = f"move the meeting, or waive this with the reason for the urgency; the last day in time was {last}"
            related = (Related(notice.place(), "the rule"),)
            yield Found(meeting.place("circulated"), message, hint, related, 10, "field circulated")


def look_for_unknown_holidays(records: Records) -> Iterator[Found]:
    """Checks:
        Where a body's rule on notice counts working days, `govdocs.yaml` says whose public holidays these leave out,
        by a `nation` or a list of `holidays`.

    Looks at:
        Records: `notice` of bodies, `nation` and `holidays` of `govdocs.yaml`.

    Why:
        Without them Good Friday counts as a working day, and notice that is a day short is taken to be long enough.

    Wrong:
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 5, days: working}]

    Right:
        # govdocs.yaml
        nation: england
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 5, days: working}]
    """
    settings = records.library.settings
    if settings.nation is not None or settings.holidays:
        return
    for name, body in records.library.bodies.items():
        rule = next((rule for rule in body.notice if is_working(rule)), None)
        if rule is not None:
            message = "working days are counted as if there were no public holidays; expected a nation, or holidays"
            hint = "add `nation: england` (or `wales`, `scotland`, `northern-ireland`) to `govdocs.yaml`"
            yield Found(rule.place("days"), message, hint, length=len(rule.days), subject=f"body {name}")


def look_for_late_papers(records: Records) -> Iterator[Found]:
    """Checks:
        A paper that came later than the rules on notice allow (its own `circulated`), was tabled or was late (`held`)
        has a reason on the agenda: `why`, or a line of `words`.

    Looks at:
        Records: `held`, `why` and `words` of agenda entries, `circulated` of papers, `notice` of the body.

    Why:
        Late papers are taken because the chair says why they cannot wait; without that they may not be.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, title: Budget, presenters: [alex-example], held: tabled, time: 10:15}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - paper: budget
            title: Budget
            presenters: [alex-example]
            held: tabled
            why: the grant was confirmed on the day before
            time: 10:15
    """
    for meeting in records.library.meetings.values():
        for entry in meeting.entries():
            paper = records.library.paper_of(meeting, entry)
            if entry.why or entry.words:
                continue
            if entry.held in ("late", "tabled"):
                message = f"the paper of `{entry.id}` is {entry.held}, and nothing says why; expected a reason"
                yield Found(
                    entry.place("held"), message, "add `why: …`", length=len(entry.held), subject=f"entry {entry.id}"
                )
            elif paper is not None:
                yield from _came_late(records, meeting, entry, paper)


def _came_late(records: Records, meeting: Meeting, entry: AgendaEntry, paper: Paper) -> Iterator[Found]:
    sent = paper.header.circulated
    if sent is None:
        return
    rules = [notice for one, notice in _rules(records) if one.id == meeting.id]
    short = [
        rule
        for rule in rules
        if count_notice(sent, meeting.date, rule, records.library.settings) < (rule.at_least or 0)
    ]
    if short:
        message = (
            f"this paper went out on {sent}, later than {short[0].at_least} {_kind(short[0])} before the meeting; "
        )
        message += "expected a reason on the agenda"
        related = (Related(entry.place(), "its entry"), Related(short[0].place(), "the rule"))
        yield Found(
            paper.place("circulated"),
            message,
            f"add `why: …` to the entry `{entry.id}`",
            related,
            10,
            "field circulated",
        )
    elif sent > meeting.date:
        message = f"this paper went out on {sent}, after the meeting on {meeting.date}; expected an earlier day"
        yield Found(paper.place("circulated"), message, "correct the date", length=10, subject="field circulated")


def look_for_urgent_items(records: Records) -> Iterator[Found]:
    """Checks:
        An item that the minutes have and the agenda has not (`new: yes`) says why it was taken.

    Looks at:
        Records: `item` blocks of minutes.

    Why:
        Business without notice is lawful only where it is urgent, and the minutes have to say why it was.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## Flood {#flood}

        ```item
        new: yes
        ```

        The board heard of the flood.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## Flood {#flood}

        ```item
        new: yes
        why: the river rose in the night
        ```

        The board heard of the flood.
    """
    for minutes in records.library.minutes.values():
        for item, block in minutes.blocks(ItemBlock):
            if block.new and not block.why and item is not None:
                message = f"`{item.id}` was not on the agenda, and nothing says why it was taken; expected a reason"
                yield Found(block.place("new"), message, "add `why: …`", subject=f"item {item.id}")


def _rules(records: Records) -> Iterator[tuple[Meeting, Notice]]:
    """The rules on the notice of agenda and papers, for each meeting."""
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        for notice in body.notice if body is not None else ():
            if notice.of in ("agenda", "papers") and notice.at_least is not None:
                yield meeting, notice


def _kind(notice: Notice) -> str:
    return {"clear-working": "clear working days", "calendar": "days"}.get(notice.days, f"{notice.days} days")


RULES: tuple[RecordRule, ...] = (
    record_rule("G404", "notice-short", STOPS_CIRCULATION, look_for_short_notice),
    record_rule("G430", "late-without-reason", STOPS_PUBLICATION, look_for_late_papers),
    record_rule("G432", "holidays-unknown", NOTED, look_for_unknown_holidays),
    record_rule("G431", "urgent-without-reason", WARNS, look_for_urgent_items),
)
