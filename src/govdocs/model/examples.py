"""The examples of the reference; a test reads and builds every one of them."""

from typing import Final

EXAMPLES: Final = {
    "Settings": """
name: Papers of the Harbour Trust
language: en-GB
holidays: [2018-05-07, 2018-08-27]
""",
    "Organisations": """
organisations:
  harbour-trust: {name: Harbour Trust, short: the Trust, aliases: [Harbour trust]}
""",
    "People": """
people:
  ann-lee:
    name: Ann Lee
    honorific: Dr
    posts:
      - {post: Medical Director, organisation: harbour-trust, from: 2017-04}
      - {post: Adviser, organisation: Port Authority, to: 2017-03}
""",
    "Venues": """
venues:
  quay-house: {name: "Room 2, Quay House", address: "1 The Quay, Port"}
""",
    "Glossary": """
terms:
  kpi: {short: KPI, long: Key Performance Indicator}
""",
    "Interests": """
kinds: [{id: financial, label: Financial}]
interests:
  lee-practice:
    person: ann-lee
    kind: financial
    about: Partner in a practice
    declared: 2018-04-01
    keywords: [primary care]
""",
    "Risks": """
risks:
  late-savings:
    code: R7
    title: Savings come later than planned
    owner: ann-lee
    scores: [{date: 2018-05, likelihood: 4, impact: 3, target: 6}]
    controls: [monthly review]
""",
    "Bodies": """
name: Board of the Harbour Trust
short: the Board
organisations: [harbour-trust]
letterhead: [harbour-trust]
references:
  items: {pattern: "HTB/{yy}/{n}", restart: yearly}
  papers: {pattern: "{letter}", restart: meeting}
sessions: [{id: public, word: Public, title: Board meeting in public}]
seats:
  - id: medical
    name: Medical Director
    appointments: [{person: ann-lee, from: 2017-04}]
offices:
  - {id: chair, name: Chair, appointments: [{person: ann-lee, from: 2018-05, to: 2018-08}]}
quorum: {at_least: 3, more_than: 1/2, must_include: [chair]}
verbs: [{id: approve, printed: APPROVE}, {id: note, printed: NOTE}]
agenda:
  columns: [{id: reference, label: blank}, {id: title, label: ITEM}, {id: paper, label: PAPER}]
  standing:
    - {id: welcome, title: Welcome, presenters: [chair]}
    - {id: minutes, title: "Minutes of the meeting held on {of}", action: approve, paper: minutes}
minutes:
  title: "Minutes of the meeting of {body} on {date}"
  lead_in: "It was resolved to:"
actions:
  columns: [{id: words, label: Action}, {id: status, label: Status}]
  statuses: [{id: open, label: Open, colour: amber}, {id: done, label: Done, colour: green, closed: yes}]
forms:
  - id: cover
    heading: BOARD MEETING
    fields:
      - {id: title, label: "Title:", kind: text, from: title, required: yes}
      - {id: summary, label: "SUMMARY:", kind: prose, required: yes}
      - id: recommendations
        label: "RECOMMENDATIONS:"
        kind: recommendations
        from: recommendations
        lead_in: "The Board is asked to:"
numbering:
  default: paragraphs
  schemes:
    - {id: paragraphs, levels: [{of: heading}, {of: paragraph, pattern: "{1}.{2}."}]}
style:
  dates: {full: "{weekday} {day} {month} {year}"}
  times: {time: "{hour12}:{minute}{ampm}"}
  numbers: {negative: brackets}
pack: {dividers: yes, blank_pages: no}
""",
    "Terms of reference": """
---
title: Terms of reference of the Quality Committee
bodies: [{id: quality-committee, name: Quality Committee}]
status: draft
review_by: 2019-06
---
## Meetings

The committee meets on the second Tuesday of the month.

```rule
kind: frequency
weekday: tuesday
week: 2
```
""",
    "Actions": """
updates:
  - {action: escalation-route, date: 2018-06-14, status: open, words: A draft is with the chair.}
actions:
  share-plan: {owners: [ann-lee], arose: 2018-05-20, due: 2018-07, words: Share the plan.}
""",
    "Decisions outside meetings": """
decisions:
  urgent-lease:
    parts: [{verb: approve, text: the lease of the store}]
    how: email
    outcome: carried
    closed: 2018-06-05
    votes: {for: 5, against: 0}
    took_part: [ann-lee]
""",
    "Meetings": """
body: board
number: 6
date: 2018-06-21
start: 13:00
end: 14:35
session: public
chair: ann-lee
venue: quay-house
first_number: 42
agenda:
  - {standing: welcome, time: 13:00}
  - {section: Items for decision}
  - {standing: minutes, of: board/2018-05-17, time: 13:05}
  - {paper: second-collection, action: approve, time: 13:15}
  - {item: joint-working, title: Progress on joint working, presenters: [ann-lee], action: note, time: 13:40}
next: {date: 2018-07-19, venue: quay-house}
waivers:
  - {rule: paper-missing, at: entry second-collection, reason: It follows by post., by: secretary, until: 2018-06-21}
""",
    "Minutes": """
---
status: draft
chair: ann-lee
started: 13:00
ended: 14:51
present: [ann-lee, {person: Mr John Ross, printed: Lay member}]
in_attendance: [{person: Ms Eve Hall, as: minutes}]
apologies: [{person: Dr Sam Poole, reason: on leave}]
public_present: none
---
## welcome

The chair welcomed the members.

## joint-working

```decision
parts: [{verb: note, text: the progress}]
how: consensus
outcome: noted
```
""",
    "Papers": """
---
title: Second collection of samples
authors: [ann-lee, {person: Mr John Ross, printed: "Head of Transport, Port Authority"}]
sponsor: ann-lee
presenters: [ann-lee]
recommendations:
  - {verb: approve, text: a second collection each day}
figures: [{id: cost, value: 48608, unit: GBP}]
numbering: typed
---
# Summary

A second collection would cost [£48,608](figure:cost) a year.

# Report

## Background

1.1. Samples are collected once a day.
""",
    "Data sets": """
title: Savings by scheme
csv: savings.csv
key: scheme
period: 2018/19
unit: GBP-thousand
signs: savings-negative
empty_cell: n/a
tolerance: 1
columns:
  - {id: scheme, label: Scheme}
  - {id: plan, label: Plan, unit: amount}
  - {id: forecast, label: Forecast, unit: amount}
  - {id: variance, label: Variance, unit: amount, formula: forecast - plan}
total: {row: last}
""",
    "table": """
```table
id: cost
caption: Cost of a second collection
columns: [{id: item, label: Description}, {id: cost, label: Cost £, unit: GBP}]
total: {row: last}
---
|= Staff and vehicles |
| Staffing | 49,608 |
| Vehicles | 5,610 |
| Total | 55,218 |
```
""",
    "decision": """
```decision
id: second-collection
parts: [{verb: approve, text: a second collection each day}]
mover: ann-lee
seconders: [Mr John Ross]
how: show-of-hands
outcome: carried
votes: {for: 4, against: 1}
```
""",
    "action": """
```action
id: escalation-route
owners: [ann-lee]
due: 2018-07-12
---
Bring the route for schemes that are "off track" to the next meeting.
```
""",
    "movement": """
```movement
left: [Mr John Ross]
time: 14:02
```
""",
    "adjournment": """
```adjournment
from: 14:10
to: 14:20
why: a fire alarm
```
""",
    "declaration": """
```declaration
people: [ann-lee]
interest: lee-practice
consequence: did-not-vote
```
""",
    "amendment": """
```amendment
minutes_of: 2018-04-19
page: 9
old: multi mobility
new: multi morbidity
```
""",
    "item": """
```item
new: yes
why: raised by the chair
```
""",
    "question": """
```question
asked_by: [Mrs Jane Doe]
written: yes
---
When will the second collection begin?
```
""",
    "answer": """
```answer
by: [ann-lee]
---
In September.
```
""",
    "restricted": """
```restricted
ground: commercial
who: [members]
review: 2019-01-31
---
The lowest offer was £12,000.
```
""",
    "closed": """
```closed
ground: commercial
items: [lease]
time: 14:20
```
""",
    "election": """
```election
office: chair
candidates: [{person: ann-lee, votes: 4}, {person: Mr John Ross, votes: 2}]
elected: [ann-lee]
how: secret-ballot
from: 2018-09-01
accepted: yes
```
""",
    "members": """
```members
body: quality-committee
columns: [{id: designation, label: Designation}, {id: person, label: Name}, {id: organisation, label: Organisation}]
---
| Chair | ann-lee | harbour-trust |
| Member | John Ross | Port Authority |
```
""",
    "rule": """
```rule
kind: notice
clause: papers
at_least: 5
days: working
```
""",
    "chart": """
```chart
kind: line
data: savings
along: month
series: [plan, forecast]
targets: [plan]
caption: Savings by month
```
""",
    "contents": """
```contents
levels: 3
```
""",
    "interests": """
```interests
columns: [person, about, declared, mitigation]
caption: Interests of the members
```
""",
    "risks": """
```risks
show: heat-map
body: board
as_at: 2018-05
```
""",
    "picture": """
```picture
file: route.png
alt: A map of the two routes
```
""",
    "include": """
```include
document: quality-committee
```
""",
    "glossary": """
```glossary
caption: Abbreviations
```
""",
    "index": """
```index
```
""",
    "section": """
```section
outline: work-stream
period: 2018/19
```
""",
    "recommendations": """
```recommendations
lead_in: "The Board is asked to:"
```
""",
}
