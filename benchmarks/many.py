"""Many meetings of many bodies as records, for measuring how checking grows.

Every meeting has an agenda, three papers (one of them prints a table) and, but for the last, minutes with decisions
and an action, which a later meeting closes: five files. Bodies share people, organisation and venue.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from benchmarks.words import Writer
from govdocs.workflow.scaffold import fill_scaffold

LAST = date(2026, 5, 14)
PEOPLE = 40
FILES_A_MEETING = 5
_PAPERS = (("first", "approve"), ("second", "note"), ("third", "receive"))
_MEETING = """body: {body}
date: {day}
start: 10:00
end: 12:00
session: public
chair: {chair}
venue: main
circulated: {circulated}
agenda:
  - {{standing: welcome, time: 10:00}}
  - {{standing: apologies, time: 10:00}}
  - {{standing: declarations, time: 10:05}}
{earlier}  - {{paper: first, action: approve, time: 10:10}}
  - {{paper: second, action: note, time: 10:40}}
  - {{paper: third, action: receive, time: 11:10}}
"""
_EARLIER = """  - {{standing: minutes, of: {before}, time: 10:05}}
  - {{standing: actions, of: {before}, time: 10:05}}
"""
_PAPER = """---
title: {title}
authors: [{author}]
presenters: [{presenter}]
recommendations: [{{verb: {verb}, text: the report}}]
---
# Summary

{summary}

# Report

## {first_heading}

{first}

- {one};
- {two}; and
- {three}.

## {second_heading}

{second}
{table}"""
_TABLE = """
See [the table below](table:cost).

```table
id: cost
caption: Cost of the {noun}
columns:
  - {{id: item, label: Item}}
  - {{id: last, label: Last year, unit: GBP}}
  - {{id: next, label: Next year, unit: GBP}}
total: {{row: last}}
---
| Staff | {a} | {b} |
| Rooms | {c} | {d} |
| Total | {ac} | {bd} |
```
"""
_MINUTES = """---
status: draft
chair: {chair}
started: 10:00
ended: 11:50
present: [{present}]
apologies: []
---
## welcome

The Chair opened the meeting.

## apologies

## declarations

Nobody declared an interest.
{earlier}{items}"""
_DISCUSSED = """
## {item}

{words}

```decision
id: {item}
parts: [{{verb: {verb}, text: the report}}]
how: consensus
outcome: carried
```
"""
_ACTION = """
```action
id: follow-up
owners: [{owner}]
due: {due}
---
To look into the {words}.
```
"""
_BEFORE = """
## minutes

The minutes were agreed as a true record.

```decision
id: minutes
parts: [{verb: approve, text: the minutes of the last meeting}]
how: consensus
outcome: carried
```

## actions

Progress was noted.

```decision
id: actions
parts: [{verb: note, text: the progress made}]
how: consensus
outcome: carried
```
"""


def write_repository(root: Path, bodies: Mapping[str, int]) -> int:
    """A repository at ``root`` with that many weekly meetings of each body; the number of its files."""
    count = 0
    for path, text in (*_registers().items(), *(file for name in bodies for file in _body(name, bodies[name]))):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        count += 1
    return count


def _registers() -> dict[str, str]:
    people = "".join(
        f"  {_person(number)}: {{name: {_name(number)}, posts: [{{post: Councillor, organisation: anytown}}]}}\n"
        for number in range(PEOPLE)
    )
    return {
        "govdocs.yaml": "name: Papers of Anytown\nas_of: 2026-05-10\n",
        "records/organisations.yaml": "organisations:\n  anytown: {name: Anytown Town Council}\n",
        "records/people.yaml": f"people:\n{people}",
        "records/venues.yaml": "venues:\n  main: {name: Council Chamber}\n",
    }


_FORENAMES = ("Robin", "Alex", "Sam", "Chris", "Jo", "Kim", "Lee", "Pat")
_SURNAMES = ("Ashdown", "Birkett", "Cotterill", "Dunmore", "Eastham")


def _name(number: int) -> str:
    return f"{_FORENAMES[number % len(_FORENAMES)]} {_SURNAMES[number // len(_FORENAMES)]}"


def _person(number: int) -> str:
    return _name(number % PEOPLE).lower().replace(" ", "-")


def _body(body: str, count: int) -> Iterator[tuple[str, str]]:
    """The files of one body and its meetings."""
    chair = _person(len(body))
    name = body.replace("-", " ").capitalize()
    yield (
        f"records/bodies/{body}.yaml",
        fill_scaffold(
            "body.yaml",
            {
                "name": name,
                "short": name,
                "organisation_id": "anytown",
                "chair": chair,
                "year": "1900",
                "session_title": f"{name} meeting",
                "minutes_title": f'"Minutes of the {name} of {{date}}"',
                "lead_in": f'"The {name} is asked to:"',
            },
        ),
    )
    days = [LAST - timedelta(weeks=number) for number in reversed(range(count))]
    updates = []
    for number, day in enumerate(days):
        before = days[number - 1] if number else None
        yield from _meeting(body, chair, day, before, minuted=day != LAST)
        if number + 2 < count:
            updates.append(
                f"  - {{action: {body}/{day}/follow-up, date: {days[number + 1]}, status: done, words: It is done.}}\n"
            )
    if updates:
        yield f"records/actions/{body}.yaml", "updates:\n" + "".join(updates)


def _meeting(body: str, chair: str, day: date, before: date | None, *, minuted: bool) -> Iterator[tuple[str, str]]:
    folder, writer = f"meetings/{body}/{day}", Writer(f"{body}-{day}")
    earlier = _EARLIER.format(before=f"{body}/{before}") if before else ""
    yield (
        f"{folder}/meeting.yaml",
        _MEETING.format(body=body, day=day, chair=chair, circulated=day - timedelta(days=7), earlier=earlier),
    )
    for name, verb in _PAPERS:
        yield f"{folder}/papers/{name}.md", _paper(writer, verb)
    if minuted:
        items = "".join(
            _DISCUSSED.format(item=name, words=writer.text(120), verb=verb) for name, verb in _PAPERS
        ) + _ACTION.format(owner=chair, due=day + timedelta(weeks=1), words=writer.random.choice(["cost", "plan"]))
        yield (
            f"{folder}/minutes.md",
            _MINUTES.format(
                chair=chair,
                present=", ".join(sorted({chair, *(_person(writer.random.randrange(PEOPLE)) for _ in range(8))})),
                earlier=_BEFORE if before else "",
                items=items,
            ),
        )


def _paper(writer: Writer, verb: str) -> str:
    who = [_person(writer.random.randrange(PEOPLE)) for _ in range(2)]
    a, b, c, d = (writer.random.randrange(100, 90_000) for _ in range(4))
    table = _TABLE.format(
        noun=writer.phrase().lower(), a=f"{a:,}", b=f"{b:,}", c=f"{c:,}", d=f"{d:,}", ac=f"{a + c:,}", bd=f"{b + d:,}"
    )
    return _PAPER.format(
        title=writer.phrase(),
        author=who[0],
        presenter=who[1],
        verb=verb,
        summary=writer.text(90),
        first_heading=writer.phrase(),
        first=writer.text(150),
        one=writer.clause(),
        two=writer.clause(),
        three=writer.clause(),
        second_heading=writer.phrase(),
        second=writer.text(150),
        table=table if verb == "approve" else "",
    )
