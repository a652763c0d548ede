"""What a secretary types into the header and the blocks of minutes is printed where readers look for it."""

from datetime import date
from pathlib import Path

import pytest

from govdocs.compose.meeting import compose_meeting
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.organisation import overlay, put_files, sound_files
from support.outline import outline

BODY = """\
# records/bodies/board.yaml
minutes:
  title: "Minutes of the Board of {date}"
  declared_none: Nobody declared an interest.
thresholds: [{id: special, more_than: 2/3, of: present, for: to change the rules}]
grounds: [{id: commercial, label: commercial in confidence}]
# records/interests.yaml
kinds: [{id: financial, label: Financial}]
interests:
  shop: {person: jo-member, kind: financial, about: Owner of a shop, mitigation: takes no part in rents}
"""
SIGNED = "approved: {at: board/2026-05-14, date: 2026-06-11, signed_by: robin-sample}\n"
QUESTION = """\
## welcome

```question
id: bins
asked_by: [Mrs Olwen Rees]
written: yes
---
When?
```

Meanwhile.

```answer
by: [robin-sample]
to: bins
in_writing: yes
---
On Monday.
```
"""
RULES = """\
## welcome

```decision
parts: [{verb: approve, text: new rules}]
how: secret-ballot
outcome: carried
threshold: special
votes: {for: 2, against: 0}
```
"""
ELECTION = """\
## welcome

```election
office: chair
candidates: [{person: jo-member, votes: unknown}]
elected: [jo-member]
how: acclamation
accepted: no
```
"""
CLOSED = """\
## welcome

```restricted
ground: commercial
by: the chair
review: 2027-01-31
---
The offer.
```
"""
INTEREST = """\
## declarations

```declaration
people: [jo-member]
interest: shop
consequence: withdrew
```
"""
HEADER = (
    "status: signed\nchair: robin-sample\nstarted: 10:00\npresent: [robin-sample, {person: jo-member, mode: remote}]\n"
)


def minutes_of(tmp_path: Path, header: str, items: str, meeting: str = "") -> str:
    minutes = f"# meetings/board/2026-05-14/minutes.md\n---\n{HEADER}{header}---\n{items}"
    files = overlay(sound_files(), f"{BODY}{meeting}{minutes}")
    sources, reading = read_repository(put_files(tmp_path, files))
    library, modelling = build_library(sources)
    assert [f"{one.place}: {one.message}" for one in (*reading, *modelling)] == []
    pack, found = compose_meeting(library, library.meetings["board/2026-05-14"], tmp_path)
    assert [one.message for one in found] == []
    return "\n".join(outline(document) for document in pack.documents() if document.name in {"agenda", "minutes"})


@pytest.mark.parametrize(
    ("header", "items", "line"),
    [
        ("public_present: 12\n", "", "body Members of the public present: 12"),
        ("public_present: none\n", "", "body Members of the public present: None"),
        ("absent: [sam-member]\n", "", "h2 Absent without apologies"),
        ("apologies: [{person: sam-member, reason: on leave, accepted: no}]\n", "", "(on leave; not accepted)"),
        ("", "", "Jo Member | Councillor, Anytown Town Council (remotely)"),
        (SIGNED, "", "note Approved on Thursday 11 June 2026 and signed by Robin Sample."),
        ("", "## declarations\n", "body Nobody declared an interest."),
        ("", INTEREST, "Owner of a shop (Financial). Agreed: takes no part in rents. Withdrew from the item."),
        ("", QUESTION, "prompt Sample (to Mrs Olwen Rees in writing)"),
        ("", RULES, "note More than 2/3 of the members present are needed to change the rules."),
        ("", ELECTION, "note Member did not accept."),
        (
            "",
            CLOSED,
            "prompt Not for publication: commercial in confidence. Decided by the chair. To be looked at again",
        ),
    ],
)
def test_it_is_printed(header: str, items: str, line: str, tmp_path: Path) -> None:
    assert line in minutes_of(tmp_path, header, items)


def test_sittings_and_the_way_of_meeting_are_on_the_agenda(tmp_path: Path) -> None:
    meeting = (
        "# meetings/board/2026-05-14/meeting.yaml\nmode: hybrid\nsittings:\n"
        "  - {date: 2026-05-14, start: 10:00, end: 12:00}\n  - {date: 2026-05-15, start: 09:00, venue: Village hall}\n"
    )
    text = minutes_of(tmp_path, "", "", meeting)
    assert "in the room and by video" in text
    assert "body Sitting 1: Thursday 14 May 2026, 10:00am – 12:00pm" in text
    assert f"body Sitting 2: {date(2026, 5, 15):%A %-d %B %Y}, 9:00am, Village hall" in text
