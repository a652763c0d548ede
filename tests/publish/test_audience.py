"""What an audience may not see is nowhere in what it gets: not on a page, not in a property, not in an attachment."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from govdocs.compose.meeting import compose_meeting
from govdocs.errors import CannotGoOnError
from govdocs.publish.audience import MEMBERS, PUBLIC, filter_library
from govdocs.workflow.build import build_meetings
from govdocs.workflow.settings import Format, Settings
from support.outline import outline
from support.pdf_reading import read_artifacts, read_tags
from support.records import CASES, load_library

COUNCIL = "council/2024-03-12"
#: Words of closed passages, papers, titles, names and ids; none of them stands anywhere else in the records.
WITHHELD = (
    "Tegid",
    "7,900",
    "gutters",
    "9,000",
    "7,250",
    "Weir Street",
    "Marchogion",
    "Pen-y-bont",
    "valuer",
    "depot",
    "Prydles",
    "section 124",
    "instruct",
    "offer",
    "terms to the landlord",
    "lease-terms",
    "landlord",
    "cafnau",
    "telerau'r",
    # Rows of a table, of a data set with its chart and its file, and of registers.
    "Cadno Joinery",
    "11,340",
    "Ysgol Fach",
    "18,275",
    "Sexton",
    "subsidence",
    "CAPEL-9",
    "Heddwch",
    "locksmith",
)
#: As typed in files that are never attached where something in them is closed.
IN_FILES = ("18275", "restricted:")
REPORT = """\
---
title: Repairs and risks
authors: [gwen-pugh]
presenters: [gwen-pugh]
form: {power: Local Government Act 1972, cost: none of its own}
recommendations: [{verb: note, text: the report}]
numbering: none
---
```table
id: asks
caption: What firms ask for the roof
columns: [{id: firm, label: Firm}, {id: asked, label: £, unit: GBP}]
restricted: {ground: contract, who: [councillors], instead: Another firm}
---
| Quay Builders | 9,150.00 |
|! Cadno Joinery | 11,340.00 |
| Glan Roofing | 10,020.00 |
```

```table
id: halls
data: halls
```

```chart
kind: bar
data: halls
series: [repairs]
```

```risks
caption: Risks that the Council holds
```
"""
HALLS = """\
title: Repairs of halls
csv: halls.csv
key: hall
unit: GBP
empty_cell: unknown
columns: [{id: hall, label: Hall}, {id: repairs, label: Repairs, unit: amount}]
restricted: {ground: contract, who: [councillors], rows: [Ysgol Fach]}
"""
RISKS = """\
risks:
  flood: {code: R1, title: The quay floods, owner: gwen-pugh, scores: [{date: 2024-01, likelihood: 3, impact: 4}]}
  chapel:
    code: CAPEL-9
    title: The chapel suffers from subsidence
    owner: gwen-pugh
    scores: [{date: 2024-01, likelihood: 2, impact: 5}]
    restricted: {ground: contract, who: [councillors]}
"""
OUTSIDE = """\
decisions:
  chapel-survey:
    parts: [{verb: approve, text: a survey of the chapel by Heddwch and Partners}]
    how: email
    outcome: carried
    closed: 2024-02-20
    restricted: {ground: contract, who: [councillors]}
"""
INTEREST = """\
  burials:
    person: ben-howells
    kind: personal
    about: Sexton of the chapel
    restricted: {ground: contract, who: [councillors]}
"""
ACTIONS = """\
actions:
  keys:
    owners: [gwen-pugh]
    arose: 2024-02-20
    due: 2024-03
    words: Ask the locksmith about the strong-room.
    restricted: {ground: contract, who: [councillors]}
"""


def built_for(audience: str, tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    if not root.exists():
        close_rows(root)
    settings = Settings(root, datetime(2024, 3, 20, tzinfo=UTC), audience=audience)
    built = build_meetings(settings, [COUNCIL], list(Format), tmp_path / "out", lambda *_: None, 1, cached=False)
    assert built.outputs
    return built.outputs[0].path.parent


def close_rows(root: Path) -> None:
    """The town council with closed rows in tables, data and registers as well."""
    shutil.copytree(CASES / "town-council", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    folder = root / "meetings" / "council" / "2024-03-12"
    paper = folder / "papers" / "repairs"
    paper.mkdir()
    (paper / "paper.md").write_text(REPORT, encoding="utf-8")
    (paper / "halls.yaml").write_text(HALLS, encoding="utf-8")
    (paper / "halls.csv").write_text(
        "hall,repairs\nGuildhall,4120\nYsgol Fach,18275\nReading room,960\n", encoding="utf-8"
    )
    (root / "records" / "risks.yaml").write_text(RISKS, encoding="utf-8")
    (root / "records" / "decisions").mkdir()
    (root / "records" / "decisions" / "council.yaml").write_text(OUTSIDE, encoding="utf-8")
    actions, interests = root / "records" / "actions" / "council.yaml", root / "records" / "interests.yaml"
    actions.write_text(actions.read_text(encoding="utf-8") + ACTIONS, encoding="utf-8")
    interests.write_text(interests.read_text(encoding="utf-8") + INTEREST, encoding="utf-8")
    agenda, minutes = folder / "meeting.yaml", folder / "minutes.md"
    text = agenda.read_text(encoding="utf-8")
    agenda.write_text(
        text.replace("  - {item: bench", "  - {paper: repairs, translations: {cy: {title: Trwsio}}}\n  - {item: bench"),
        encoding="utf-8",
    )
    text = minutes.read_text(encoding="utf-8")
    declared = "```declaration\npeople: [ben-howells]\ninterest: burials\nconsequence: spoke\n```\n"
    ratified = (
        "```decision\nparts: [{verb: note, text: what was decided by e-mail}]\nhow: no-objection\noutcome: noted\n"
    )
    noted = f"## repairs\n\n{declared}\n{ratified}ratifies: chapel-survey\n```\n\n"
    minutes.write_text(text.replace("## bench\n", f"{noted}## bench\n"), encoding="utf-8")
    for welsh in root.rglob("minutes.cy.md"):  # the two languages would differ
        words = welsh.read_text(encoding="utf-8")
        noted = noted.replace("what was decided by e-mail", "yr hyn a benderfynwyd")
        welsh.write_text(words.replace("## bench\n", f"{noted}## bench\n"), encoding="utf-8")


def everything_in(content: bytes, name: str) -> Iterator[str]:
    """Every text that can be got out of a file."""
    yield name
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for member in package.namelist():
                yield member
                yield package.read(member).decode("utf-8", "replace")
    elif name.endswith(".pdf"):
        yield from read_pdf(content)
    else:
        yield content.decode("utf-8")


def read_pdf(content: bytes) -> Iterator[str]:
    """Pages, tags, and every string, name and decoded stream of every object: properties, outline, attachments."""
    yield read_artifacts(content)
    yield read_tags(content).text
    with pikepdf.open(io.BytesIO(content)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes().decode("latin-1")
                yield each.read_bytes().decode("utf-8", "replace")
            yield from strings_in(each, 0)
        yield from strings_in(file.trailer, 0)


def strings_in(each: object, depth: int) -> Iterator[str]:
    if isinstance(each, pikepdf.String | pikepdf.Name):
        yield str(each)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream) and depth < 20:
        for key, value in dict(each.items()).items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from strings_in(value, depth + 1)
    elif isinstance(each, pikepdf.Array) and depth < 20:
        for value in each:
            if not getattr(value, "is_indirect", False):
                yield from strings_in(value, depth + 1)


def test_nothing_that_is_closed_is_anywhere_in_what_the_public_gets(tmp_path: Path) -> None:
    folder = built_for(PUBLIC, tmp_path)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {"agenda.pdf", "minutes.docx", "minutes-cy.pdf", "pack.pdf", "agenda-cy.html"} <= set(files)
    for name, content in files.items():
        texts = "\n".join(everything_in(content, name))
        assert [word for word in (*WITHHELD, *IN_FILES) if word in texts] == [], name


def test_the_words_that_are_looked_for_can_be_found(tmp_path: Path) -> None:
    folder = built_for(MEMBERS, tmp_path)
    texts = "\n".join(
        text for path in folder.iterdir() if path.suffix == ".pdf" for text in everything_in(path.read_bytes(), "x.pdf")
    )
    assert [word for word in WITHHELD if word not in texts] == []


def test_members_get_a_folder_of_their_own(tmp_path: Path) -> None:
    assert built_for(PUBLIC, tmp_path) == tmp_path / "out" / COUNCIL
    assert built_for(MEMBERS, tmp_path) == tmp_path / "out" / "for-members" / COUNCIL
    assert built_for("councillors", tmp_path) == tmp_path / "out" / "for-councillors" / COUNCIL


def public(case: str, meeting: str, audience: str = PUBLIC) -> dict[str, str]:
    library, _ = load_library(CASES / case)
    filtered = filter_library(library, audience).library
    pack, findings = compose_meeting(filtered, filtered.meetings[meeting], CASES / case)
    assert findings == ()
    return {document.name: outline(document) for document in pack.documents()}


def test_the_public_agenda_says_that_an_item_is_closed_and_why_and_nothing_more() -> None:
    agenda = public("town-council", COUNCIL)["agenda"]
    (row,) = [line.strip() for line in agenda.splitlines() if "#item-closed-1" in line]
    ground = "terms of a contract under negotiation (Public Bodies (Admission to Meetings) Act 1960, section 1(2))"
    paper = "[9.4](paper-9-4-closed-1#)⏎not published"
    assert row == f"body 108/23 | Closed item⏎_Closed to the public: {ground}_ |  | {paper} #item-closed-1"


def test_the_public_minutes_say_that_the_doors_were_closed_and_by_which_resolution() -> None:
    minutes = public("town-council", COUNCIL)["minutes"]
    closed = minutes[minutes.index("h2 108/23") : minutes.index("The Mayor closed the meeting")]
    assert "**exclude** press and public while the lease is discussed" in closed
    assert "The Council considered the terms of a lease." in closed
    assert "The meeting was open again to the public from 8.40 pm." in closed
    assert closed.count("RESOLVED") == 1


def test_papers_keep_their_letters_and_paragraphs_their_numbers() -> None:
    everybody, members = public("town-council", COUNCIL), public("town-council", COUNCIL, MEMBERS)
    assert sorted(name[:9] for name in everybody) == sorted(name[:9] for name in members)
    assert "A paragraph on the other estimates is closed" in everybody["paper-9-3-boathouse-grant"]
    numbers = {line.split(")")[0] for line in members["paper-9-3-boathouse-grant"].splitlines() if "body (" in line}
    assert numbers == {
        line.split(")")[0] for line in everybody["paper-9-3-boathouse-grant"].splitlines() if "body (" in line
    }


def test_an_audience_that_a_restriction_names_sees_it() -> None:
    papers = public("town-council", COUNCIL, "councillors")
    assert "Marchogion Estates" in papers["paper-9-4-depot-lease"]
    assert papers == public("town-council", COUNCIL, MEMBERS)


def test_where_nothing_is_closed_the_public_gets_what_members_get() -> None:
    library, _ = load_library(CASES / "association-board")
    filtered = filter_library(library, PUBLIC)
    assert filtered.withheld == frozenset()
    assert public("association-board", "board/2024-02") == public("association-board", "board/2024-02", MEMBERS)


APRIL = """\
body: council
number: 10
date: 2024-04-09
start: 19:00
session: {session}
chair: ann-price
venue: guildhall
agenda:
  - {{standing: minutes, of: council/2024-03-12}}
  - {{standing: matters-arising, of: council/2024-03-12}}
"""
CORRECTED = """\
---
status: draft
chair: ann-price
started: 19:00
present: [ann-price, ben-howells, carys-lloyd]
---
## minutes

```amendment
minutes_of: council/2024-03-12
item: depot-lease
old: Pen-y-bont
new: Tegid
```

## matters-arising
"""


def add_april(tmp_path: Path, session: str) -> Path:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "town-council", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    folder = root / "meetings" / "council" / "2024-04-09"
    folder.mkdir()
    (folder / "meeting.yaml").write_text(APRIL.format(session=session), encoding="utf-8")
    (folder / "minutes.md").write_text(CORRECTED, encoding="utf-8")
    return root


def test_what_was_closed_stays_closed_in_the_papers_of_the_next_meeting(tmp_path: Path) -> None:
    root = add_april(tmp_path, "open")
    library, _ = load_library(root)
    packs = {}
    for audience in (PUBLIC, MEMBERS):
        filtered = filter_library(library, audience).library
        pack, _ = compose_meeting(filtered, filtered.meetings["council/2024-04-09"], root)
        packs[audience] = "\n".join(outline(document) for document in pack.documents())
    assert [word for word in WITHHELD if word in packs[PUBLIC]] == []
    assert {"Pen-y-bont", "7,250", "terms to the landlord"} <= {word for word in WITHHELD if word in packs[MEMBERS]}
    assert "Closed item" in packs[PUBLIC]


def test_a_meeting_in_closed_session_has_no_papers_for_the_public(tmp_path: Path) -> None:
    root = add_april(tmp_path, "closed")
    library, _ = load_library(root)
    filtered = filter_library(library, PUBLIC)
    assert "council/2024-04-09" not in filtered.library.meetings
    assert "meetings/council/2024-04-09/meeting.yaml" in filtered.withheld
    assert "council/2024-04-09" in filter_library(library, MEMBERS).library.meetings


def test_an_audience_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOnError, match="there is no audience `councilors`"):
        built_for("councilors", tmp_path)
