"""The register of interests in a paper: an extract for a meeting, and what was declared at meetings."""

from pathlib import Path

from govdocs.compose.meeting import compose_meeting
from govdocs.publish.audience import filter_library
from support.organisation import MEETING, overlay, put_files, sound_files
from support.outline import outline
from support.records import load_library

INTERESTS = """kinds: [{id: financial, label: Financial}, {id: personal, label: Personal}]
interests:
  shop:
    person: jo-member
    kind: financial
    about: Owner of a shop in the High Street
    declared: 2024-05-02
    mitigation: takes no part in rents
  choir: {person: alex-example, kind: personal, about: Singer in the choir}
  farm: {person: robin-sample, kind: financial, about: Part of a farm, from: 2020, to: 2025}
  later: {person: robin-sample, kind: personal, about: A nephew in office, declared: 2026-06-01}
  flat:
    person: sam-member
    kind: financial
    about: Flat behind the depot
    restricted: {ground: sensitive}
"""
SEATS = """# records/bodies/board.yaml
seats:
  - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
  - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
  - {id: three, name: Three, appointments: [{person: sam-member, from: 2020}]}
grounds: [{id: sensitive, label: a sensitive interest}]
"""
HEADER = "---\ntitle: I\nauthors: [alex-example]\n---\n"
BEFORE = """body: board
date: 2026-04-16
start: 10:00
session: public
chair: robin-sample
venue: main
agenda: [{standing: welcome}]
"""
MINUTED = """---
status: approved
chair: robin-sample
started: 10:00
present: [robin-sample, jo-member]
---
## welcome

```declaration
people: [jo-member]
interest: shop
consequence: did-not-vote
```
"""


def rows(root: Path, block: str, audience: str = "members") -> list[str]:
    folder = "meetings/board/2026-05-14/papers"
    files = overlay(sound_files(), f"{SEATS}# {MEETING}\nagenda: [{{paper: interests}}]\n")
    files |= {
        f"{folder}/interests.md": f"{HEADER}# Report\n\n```interests\n{block}```\n",
        "records/interests.yaml": INTERESTS,
        "meetings/board/2026-04-16/meeting.yaml": BEFORE,
        "meetings/board/2026-04-16/minutes.md": MINUTED,
    }
    library, found = load_library(put_files(root, files))
    assert [one.message for one in found] == []
    library = filter_library(library, audience).library
    pack, found = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    assert [one.message for one in found] == []
    lines = [line.strip() for line in outline(pack.parts[-1].document).splitlines()]
    return [line for line in lines[lines.index("h2 I #report") :] if line.startswith(("= ", "body "))]


def test_an_extract_holds_what_members_hold_on_the_day(tmp_path: Path) -> None:
    assert rows(tmp_path, "{}\n") == [
        "= ↓Member | ↓Kind | ↓Interest | ↓Declared | ↓What was agreed",
        "body →Jo Member | Financial | Owner of a shop in the High Street | 2 May 2024 | takes no part in rents",
        "body →Sam Member | Financial | Flat behind the depot |  |",
    ]


def test_a_sensitive_interest_is_not_in_the_public_register(tmp_path: Path) -> None:
    assert [row.split(" |")[0] for row in rows(tmp_path, "columns: [person]\n", "public")[1:]] == ["body →Jo Member"]


def test_what_was_declared_at_meetings_is_a_register_too(tmp_path: Path) -> None:
    assert rows(tmp_path, "show: declared\nsince: 2026\n") == [
        "= ↓Meeting | ↓Member | ↓Interest | ↓Item | ↓What followed",
        "body →16 April 2026 | Jo Member | Owner of a shop in the High Street | 1 | Did not vote.",
    ]
    assert rows(tmp_path / "none", "show: declared\nsince: 2026-05\n") == ["body There are no interests to report."]
