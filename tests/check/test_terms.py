"""Rules about terms of reference, on those of the example: each change is one that a careful secretary can make."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from govdocs.check import meeting_days, seats_and_quorum, terms, terms_members, terms_numbers
from govdocs.check.rule import Found, Records
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.judging import judge

ROOT = Path(__file__).parents[2]
RULES = [
    rule for module in (terms, terms_members, terms_numbers, seats_and_quorum, meeting_days) for rule in module.RULES
]
FRAILTY = "records/terms-of-reference/frailty.md"
CCB = "records/bodies/ccb.yaml"
MEETING = "meetings/ccb/2018-06-21/meeting.yaml"


def _found(root: Path) -> dict[tuple[str, str], Found]:
    """What the rules find, by rule and message."""
    library, _ = build_library(read_repository(root)[0])
    records = Records(library, date(2018, 6, 14))
    return {(rule.problem.name, one.message): one for rule in RULES for one in rule.look(records)}


def _new_findings(root: Path, path: str, old: str, new: str) -> list[tuple[str, Found]]:
    for part in ("govdocs.yaml", "records", "meetings"):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part)
        else:
            shutil.copy(source, root / part)
    before = _found(root)
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [(name, one) for (name, message), one in _found(root).items() if (name, message) not in before]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "said"),
    [
        (FRAILTY, "2nd Tuesday", "2nd Wednesday", "terms-number-differs", "the second tuesday"),
        (FRAILTY, "2nd Tuesday of the month", "3rd Tuesday of the month", "terms-number-differs", "second tuesday"),
        (FRAILTY, "group on the 4th", "group on the 3rd", "terms-number-differs", "the fourth tuesday"),
        (FRAILTY, "for 90 minutes", "for 60 minutes", "terms-number-differs", "90"),
        (
            FRAILTY,
            "at least 2 working days ahead",
            "at least 3 working days ahead",
            "terms-number-differs",
            "2 working",
        ),
        (FRAILTY, "at least 2 working days ahead", "at least 2 clear days ahead", "terms-number-differs", "2 working"),
        (FRAILTY, "than 2 working days after", "than 5 working days after", "terms-number-differs", "2 working days"),
        (FRAILTY, "progress every 2 weeks", "progress every 3 weeks", "terms-number-differs", "every 2 weeks"),
        (FRAILTY, "progress once a month", "progress quarterly", "terms-number-differs", "every month"),
        (FRAILTY, "The **task force** is to set", "The **working group** is to set", "purpose-missing", "task force"),
        (FRAILTY, "## Purpose", "## Summary", "purpose-missing", "no purpose"),
        (FRAILTY, "| tamsin-hooton | west-leicestershire |", "| tamsin-hooton | uhl |", "member-of-elsewhere", "West"),
        (FRAILTY, "| john-adler | uhl |", "| john-adler | bct-pmo |", "member-of-elsewhere", "in another table"),
        (FRAILTY, "| uhl | IMT |", "| IMT | uhl |", "members-column-misfilled", ""),
        (
            FRAILTY,
            "Members of the task force may",
            "The working group consists of fourteen members. Members of the task force may",
            "members-miscounted",
            "there are 13 rows",
        ),
        (
            FRAILTY,
            "status: draft\n",
            "status: approved\nversion: '1'\napproved: {by: ccb}\n",
            "terms-without-approval",
            "when",
        ),
        (FRAILTY, "status: draft\n", "status: draft\nreview_by: 2018-03\n", "review-overdue", "2018-03"),
        (CCB, "each_organisation: 2", "each_organisation: 6", "quorum-out-of-reach", "found 5"),
        (MEETING, "  date: 2018-07-19", "  date: 2018-07-26", "meeting-off-pattern", "2018-07-19"),
        (MEETING, "  date: 2018-07-19", "  date: 2018-07-20", "meeting-off-pattern", "a Friday"),
    ],
    ids=lambda value: "" if "/" in value or len(value) > 40 else value[:24],
)
def test_a_slip_is_found(tmp_path: Path, path: str, old: str, new: str, rule: str, said: str) -> None:
    found = _new_findings(tmp_path, path, old, new)
    assert rule in [name for name, _ in found]
    one = next(one for name, one in found if name == rule)
    assert said.lower() in one.message.lower()
    assert one.place.path in (path, FRAILTY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The task force meets on the 2nd Tuesday of the month",
            "On the second Tuesday of the month meets the task force",
        ),
        ("for 90 minutes at the LRI", "for an hour and a half at the LRI"),
        ("at least 2 working days ahead", "at least two working days ahead"),
        ("progress every 2 weeks", "progress fortnightly"),
        ("progress every 2 weeks", "progress every other week"),
        ("Members of the task force may", "The working group has up to fifteen members. Members of the task force may"),
        ("status: draft\n", "status: approved\nversion: '1'\napproved: {by: ccb, date: 2018-06-01}\n"),
        ("status: draft\n", "status: draft\nreview_by: none\n"),
    ],
)
def test_other_words_for_the_same_are_left_alone(tmp_path: Path, old: str, new: str) -> None:
    assert not [one.message for _, one in _new_findings(tmp_path, FRAILTY, old, new)]


def test_a_body_says_what_its_terms_need(tmp_path: Path) -> None:
    listed = "terms_of_reference: {requires: [purpose, decision-rule]}\nmeets: "
    assert not _new_findings(tmp_path, CCB, "meets: ", listed)
    elements = {one.subject for one in _found(tmp_path).values() if one.subject.startswith("element")}
    assert elements == {"element decision-rule"}


GROUPS = """## Members

### Finance Committee

Five councillors.

### Staffing Committee

Three councillors.

## Finance Committee

### Quorum

Three members make a quorum.

### Authority

It decides on sums of up to £5,000.

## Staffing Committee

### Authority

It advises on pay.

## Decisions and interests

Decisions are taken by majority. Whoever has an interest leaves. The Finance Committee reports to the council.
"""


def test_of_several_groups_each_has_its_clauses(tmp_path: Path) -> None:
    (tmp_path / "records/terms-of-reference").mkdir(parents=True)
    (tmp_path / "govdocs.yaml").write_text("name: Papers\n", encoding="utf-8")
    groups = "[{id: finance, name: Finance Committee}, {id: staffing, name: Staffing Committee}]"
    header = f'---\ntitle: Two committees\nbodies: {groups}\nstatus: draft\nversion: "1"\n---\n'
    path = tmp_path / "records/terms-of-reference/two.md"

    def missing(text: str) -> list[str]:
        path.write_text(header + text, encoding="utf-8")
        said = [one.message.partition(";")[0].partition("reference ")[2] for one in _found(tmp_path).values()]
        return sorted(one for one in said if "Committee" in one)

    assert missing(GROUPS) == [
        "have no clause on reporting for the Staffing Committee", "state no quorum for the Staffing Committee",
    ]  # fmt: skip
    rule = "\n```rule\nkind: quorum\nbody: staffing\nat_least: 2\n```\n"
    assert missing(GROUPS.replace("The Finance Committee reports", "Each reports") + rule) == []


def test_a_document_without_any_section_is_a_list_of_findings(tmp_path: Path) -> None:
    (tmp_path / "records/terms-of-reference").mkdir(parents=True)
    (tmp_path / "govdocs.yaml").write_text("name: Papers\n", encoding="utf-8")
    bare = "---\ntitle: Parks\nbodies: [{id: parks, name: Parks}]\nstatus: draft\n---\n"
    (tmp_path / "records/terms-of-reference/parks.md").write_text(bare, encoding="utf-8")
    assert {one.subject for one in _found(tmp_path).values()} == {
        "element quorum", "element review", "element membership", "element decision-rule", "element version",
        "element conflicts-of-interest", "element delegated-authority", "element reporting", "element approving-body",
        "element purpose",
    }  # fmt: skip


def test_a_member_who_is_listed_twice_is_found(tmp_path: Path) -> None:
    found = judge(
        tmp_path,
        "# records/terms-of-reference/parks.md\n---\ntitle: Parks\nbodies: [board]\nstatus: draft\n---\n## Members\n\n"
        "```members\nbody: board\ncolumns: [{id: designation, label: As}, {id: person, label: Name}, "
        "{id: organisation, label: From}]\n---\n| Member | Ann Lee | Port |\n| Member | Jo Moss | Port |\n"
        "| Member | Ann Lee | Port |\n```\n",
    )
    assert [one.message for one in found["row-twice"]] == ["the row `Ann Lee` stands twice; expected it once"]
