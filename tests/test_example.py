"""The example: the records of this repository are sound, and say what the published papers say."""

from collections import Counter
from datetime import date, time
from itertools import chain, groupby
from pathlib import Path

import pytest

from govdocs.check.catalogue import RECORD_RULES, RULES
from govdocs.check.rule import Records
from govdocs.check.run import check_documents, find_in_records
from govdocs.check.waivers import apply_waivers
from govdocs.compose.agenda_numbers import BodyNumbers
from govdocs.compose.blocks import Document, Pack, Table, Tone, walk
from govdocs.compose.meeting import compose_meeting
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.library import build_library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import AmendmentBlock, Minutes, MovementBlock
from govdocs.model.scalars import is_slug
from govdocs.model.terms_of_reference import MembersBlock, RuleBlock, TermsOfReference
from govdocs.read.nodes import Prose
from govdocs.read.repository import read_repository
from support.outline import outline

ROOT = Path(__file__).parents[1]
MAY, JUNE = "ccb/2018-05-17", "ccb/2018-06-21"


@pytest.fixture(scope="module")
def library() -> Library:
    """All records of the example; whatever reading or building finds in them is a mistake in them."""
    sources, found_in_reading = read_repository(ROOT)
    library, found_in_building = build_library(sources)
    findings = [f"{finding.place}: {finding.message}" for finding in (*found_in_reading, *found_in_building)]
    assert findings == []
    return library


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    """The papers of June; composing them finds nothing."""
    pack, findings = compose_meeting(library, library.meetings[JUNE], ROOT)
    assert [f"{finding.place}: {finding.message}" for finding in findings] == []
    return pack


def document(pack: Pack, name: str) -> Document:
    return next(part.document for part in pack.parts if part.document.name == name)


@pytest.fixture
def june(library: Library) -> Meeting:
    return library.meetings[JUNE]


@pytest.fixture
def minutes(library: Library) -> Minutes:
    return library.minutes[MAY]


@pytest.fixture
def terms(library: Library) -> TermsOfReference:
    return library.terms_of_reference["frailty"]


def test_agenda_numbers_run_on_from_the_meeting_before(library: Library, june: Meeting) -> None:
    references = BodyNumbers(library.bodies["ccb"], library.meetings.values()).references(june)
    assert list(references.values()) == [f"CCBP/18/{number}" for number in range(42, 56)]


def test_agenda_has_its_bands_and_times(june: Meeting) -> None:
    bands = [entry.section for entry in june.agenda if entry.is_section]
    assert bands == ["Governance arrangements", "Items for decision, action and escalation"]
    times = [entry.time for entry in june.agenda if not entry.is_section]
    assert times == [
        *[time(13)] * 4,
        *[time(13, minute) for minute in (5, 15, 20, 25, 35, 45, 55)],
        *[time(14, minute) for minute in (5, 15, 25)],
    ]
    assert (june.start, june.end) == (time(13), time(14, 35))


def test_papers_have_the_letters_a_to_h(library: Library, june: Meeting) -> None:
    letters = BodyNumbers(library.bodies["ccb"], library.meetings.values()).letters(june)
    assert [(letter, entry) for (entry, _), letter in letters.items()] == [
        ("A", "minutes"),
        ("B", "matters-arising"),
        ("C", "second-blood-collection"),
        ("D", "transforming-care"),
        ("E", "qipp-update"),
        ("F", "cancer-alliance"),
        ("G", "community-services-redesign"),
        ("H", "frailty"),
    ]


def test_paper_f_is_the_only_one_to_follow_and_is_waived(library: Library, june: Meeting) -> None:
    missing = [entry.id for entry in june.entries() if entry.paper and library.paper_of(june, entry) is None]
    assert missing == ["cancer-alliance"]
    entry = june.entry("cancer-alliance")
    assert entry is not None
    assert entry.held == "to-follow"
    waiver = next(waiver for waiver in june.waivers if waiver.at == "entry cancer-alliance")
    assert waiver.until == date(2018, 7, 19)


def test_minutes_say_who_was_there(minutes: Minutes) -> None:
    header = minutes.header
    assert len(header.present) == 16
    assert len(header.in_attendance) == 8
    assert [line.items for line in header.in_attendance] == [("tasl",)] * 6 + [()] * 2
    assert [line.as_ for line in header.in_attendance[6:]] == ["observer", "minutes"]
    assert [excuse.person for excuse in header.apologies] == ["mayur-lakhani", "azhar-farooqi"]
    assert (header.started, header.ended) == (time(13), time(14, 51))


def test_every_voting_member_was_present_or_excused(library: Library, minutes: Minutes) -> None:
    members = {appointment.person for seat in library.bodies["ccb"].seats for appointment in seat.appointments}
    header = minutes.header
    accounted_for = {line.person for line in header.present} | {excuse.person for excuse in header.apologies}
    assert members == accounted_for


def test_items_stand_in_the_order_taken(library: Library, minutes: Minutes) -> None:
    references = BodyNumbers(library.bodies["ccb"], library.meetings.values()).references(library.meetings[MAY])
    taken = [references[item.id].rpartition("/")[2] for item in minutes.items]
    assert taken == ["32", "33", "34", "35", "36", "37", "38", "40", "39", "41"]


def test_five_items_ended_in_a_resolution(minutes: Minutes) -> None:
    verbs = {
        item.id: [part.verb for block in item.blocks(DecisionBlock) for part in block.parts]
        for item in minutes.items
        if item.blocks(DecisionBlock)
    }
    assert verbs == {
        "minutes": ["approve"],
        "matters-arising": ["receive", "note"],
        "community-services-redesign": ["receive", "note"],
        "tasl": ["receive"],
        "pmo-approach": ["support"],
    }


def test_whoever_left_and_belongs_to_the_board_came_back(minutes: Minutes) -> None:
    members = {line.person for line in minutes.header.present}
    left = {who.person for _, block in minutes.blocks(MovementBlock) for who in block.left}
    returned = [who.person for _, block in minutes.blocks(MovementBlock) for who in block.returned]
    assert returned == ["richard-palin", "tamsin-hooton"]
    assert left & members == set(returned)
    assert len(left - members) == 6


def test_minutes_of_april_are_amended_on_two_pages(minutes: Minutes) -> None:
    amendments = [(block.page, block.new) for _, block in minutes.blocks(AmendmentBlock)]
    assert amendments == [(9, "Frailty and multi morbidity"), (10, "Meeting concluded")]


def test_next_meetings_follow_each_other(library: Library, june: Meeting) -> None:
    assert june.next is not None
    assert (june.next.date, june.next.start) == (date(2018, 7, 19), time(13))
    following = library.meetings[MAY].next
    assert following is not None
    assert following.date == june.date


def test_terms_of_reference_hold_two_groups_of_thirteen(library: Library, terms: TermsOfReference) -> None:
    tables = [part for clause in terms.clauses for part in clause.content if isinstance(part, MembersBlock)]
    assert [table.body for table in tables] == ["frailty-task-force", "frailty-working-group"]
    assert [len(table.rows) for table in tables] == [13, 13]
    people = [row.cells[1].text for table in tables for row in table.rows]
    assert set(people) <= set(library.people)
    organisations = {row.cells[2].text for table in tables for row in table.rows}
    assert {name for name in organisations if is_slug(name)} <= set(library.organisations)
    nothing = sum(row.cells[3].text == "none" for table in tables for row in table.rows)
    assert nothing == 4


def test_objectives_go_on_counting_under_the_next_heading(terms: TermsOfReference) -> None:
    numbers = [
        [
            line[0]
            for part in clause.content
            if isinstance(part, Prose)
            for line in part.text.splitlines()
            if line[:1].isdigit()
        ]
        for clause in terms.clauses
        if clause.heading.startswith("Process objectives")
    ]
    assert numbers == [["1", "2", "3"], ["4", "5"]]


def test_rules_of_the_groups_are_read_as_data(terms: TermsOfReference) -> None:
    rules = [part for clause in terms.clauses for part in clause.content if isinstance(part, RuleBlock)]
    kinds = [kind for kind, _ in groupby(rules, key=lambda rule: rule.kind)]
    assert kinds == ["frequency", "length", "notice", "escalation", "reporting"]
    assert [(rule.weekday, rule.week) for rule in rules if rule.kind == "frequency"] == [("tuesday", 2), ("tuesday", 4)]


def test_agenda_is_printed_as_published(pack: Pack) -> None:
    rows = [text for text in outline(document(pack, "agenda")).splitlines() if "CCBP/18/" in text or "[6x1]" in text]
    printed = [text.strip().removeprefix("body ").partition(" #item-")[0] for text in rows]
    assert len(printed) == 14 + 4
    assert (
        printed[1] == "CCBP/18/43 | Apologies for Absence: / list bullet / - Karen English | To receive | "
        "Professor Lakhani | verbal | 1:00pm"
    )
    assert printed[5] == "band →[6x1]GOVERNANCE ARRANGEMENTS"
    assert [
        text.split(" | ")[3] for text in printed if text.startswith("CCBP/18/") and text[8:10] in {"49", "54", "55"}
    ] == [
        "Simon Pizzey/Tracey Knight",
        "Sarah Prema and Tamsin Hooton",
        "Clinical Chairs",
    ]
    assert "Thursday 19 July 2018" in printed[-1]


def test_pack_holds_a_sheet_for_the_paper_to_follow(pack: Pack) -> None:
    assert "Paper F to follow" in outline(document(pack, "paper-f-cancer-alliance"))


def test_action_log_of_may_says_that_it_is_empty(pack: Pack) -> None:
    assert "The May 2018 CCB meeting left no action to record." in outline(document(pack, "paper-b-action-log"))


def test_meeting_of_may_can_still_be_composed(library: Library) -> None:
    composed, findings = compose_meeting(library, library.meetings[MAY], ROOT)
    assert [f"{finding.place}: {finding.message}" for finding in findings] == []
    assert "CCBP/18/41 | LLR PMO Approach to QIPP Delivery | To receive | Spencer Gay" in outline(
        document(composed, "agenda")
    )


def test_findings_are_waived_and_no_waiver_is_idle(library: Library, pack: Pack) -> None:
    today = library.settings.as_of
    assert today is not None
    by_rule = find_in_records(Records(library, today), RECORD_RULES)
    findings = (*chain.from_iterable(by_rule.values()), *check_documents([pack]))
    rules = [rule.problem for rule in RULES]
    left, excused = apply_waivers(findings, library.waivers(), rules, today)
    assert [f"{finding.place}: {finding.problem.name}: {finding.message}" for finding in left] == []
    assert {finding.problem.name for finding in excused} >= {
        "cover-field-blank",
        "cover-field-missing",
        "figure-differs",
        "order-changed",
        "paper-missing",
        "quorum-missing",
        "review-date-missing",
        "sponsor-sent-apologies",
        "title-differs",
        "verb-differs",
    }


def test_action_log_case_has_ten_rows_and_every_status() -> None:
    root = ROOT / "tests" / "cases" / "action-log"
    sources, found_in_reading = read_repository(root)
    library, found_in_building = build_library(sources)
    pack, found_in_composing = compose_meeting(library, library.meetings["harbour/2024-05-14"], root)
    assert [found.message for found in (*found_in_reading, *found_in_building, *found_in_composing)] == []
    table = next(
        block
        for block in walk(document(pack, "paper-b-action-log"))
        if isinstance(block, Table) and block.anchor == "actions"
    )
    rows = [row.anchor.removeprefix("action-") for row in table.body]
    assert rows == [
        "mooring-rates",
        "crane-inspection",
        "report-defects",
        "slipway-quotes",
        "parish-lighting",
        "reserve-policy",
        "bank-mandate",
        "tide-gauge",
        "notice-board",
        "storm-plan",
    ]
    assert Counter(row.cells[-1].tone for row in table.body) == {Tone.GREEN: 2, Tone.AMBER: 6, Tone.RED: 2}
    # What was completed by the meeting before has been reported once and is not reported again.
    assert "harbour/2024-03-05/life-jackets" in library.actions
