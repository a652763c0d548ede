"""Three invented bodies prove the format: they load without a finding, and their facts can be read back."""

from datetime import date

import pytest

from govdocs.model.attendance import attendance_of
from govdocs.model.decisions import DecisionBlock, ElectionBlock
from govdocs.model.library import Library
from govdocs.model.membership import members_at, offices_of
from govdocs.model.minutes import AnswerBlock, ClosedBlock, QuestionBlock, RestrictedBlock
from govdocs.model.quorum import quorum_at, quorum_checks
from govdocs.model.tables import TableBlock
from support.repositories import load_case

COUNCIL = "council/2024-03-12"
BOARD = "board/2024-02"
COMMON = "common/2023-09-05"


def _library(name: str) -> Library:
    library, findings = load_case(name)
    assert findings == ()
    return library


@pytest.mark.parametrize("name", ["town-council", "association-board", "committees-in-common"])
def test_the_case_loads_without_a_finding(name: str) -> None:
    assert _library(name).meetings


def test_counted_and_named_votes_with_a_casting_vote_are_kept() -> None:
    decision = _library("town-council").decisions[f"{COUNCIL}/grant"]
    facts = decision.facts
    assert facts.votes is not None
    assert facts.named is not None
    assert facts.casting_vote is not None
    assert (facts.votes.for_, facts.votes.against, facts.votes.abstain) == (2, 2, 0)
    assert facts.named.against == ("ben-howells", "ann-price")
    assert (facts.casting_vote.by, facts.casting_vote.to) == ("ann-price", "for")
    assert (facts.mover, facts.seconders, facts.outcome) == ("eira-vaughan", ("carys-lloyd",), "carried")


def test_a_motion_that_was_lost_has_two_seconders_and_its_words() -> None:
    decision = _library("town-council").decisions[f"{COUNCIL}/bench"]
    assert decision.facts.outcome == "lost"
    assert len(decision.facts.seconders) == 2
    assert decision.words is not None
    assert decision.words.text == "That the bench by the weir be replaced."


def test_a_closed_part_names_its_ground_and_resolution() -> None:
    library = _library("town-council")
    item = library.minutes[COUNCIL].item("depot-lease")
    assert item is not None
    begins, ends = item.blocks(ClosedBlock)
    assert (begins.ground, begins.resolution, ends.ends) == ("contract", "exclude-public", True)
    (secret,) = item.blocks(RestrictedBlock)
    assert secret.prose is not None
    assert "£9,000" in secret.prose.text
    entry = library.meetings[COUNCIL].entry("depot-lease")
    assert entry is not None
    assert entry.restricted is not None
    assert entry.restricted.review == date(2024, 12, 31)


def test_the_public_asks_and_testifies() -> None:
    item = _library("town-council").minutes[COUNCIL].item("public")
    assert item is not None
    asked, testified = item.blocks(QuestionBlock)
    assert (asked.written, asked.asked_by[0].person) == (True, "Mrs Olwen Rees")
    assert (testified.kind, testified.side, testified.item) == ("testimony", "against", "boathouse-grant")
    assert item.blocks(AnswerBlock)[0].by[0].slug == "gwen-pugh"


def test_a_schedule_of_payments_has_rows_and_a_total() -> None:
    item = _library("town-council").minutes[COUNCIL].item("payments")
    assert item is not None
    (table,) = item.blocks(TableBlock)
    assert table.total.row == "last"
    assert [row.cells[2].text for row in table.rows] == ["84.20", "1,250.00", "2,310.45", "3,644.65"]
    assert table.rows[0].cells[0].place.line == table.fence.line + 6


def test_minutes_have_a_rendition_in_another_language() -> None:
    minutes = _library("town-council").minutes[COUNCIL]
    welsh = minutes.renditions["cy"]
    assert [item.id for item in welsh.items] == [item.id for item in minutes.items]
    assert welsh.header.started == minutes.header.started
    assert [block.votes for _, block in welsh.blocks(DecisionBlock)] == [
        block.votes for _, block in minutes.blocks(DecisionBlock)
    ]


def test_membership_is_as_at_the_date() -> None:
    library = _library("town-council")
    council = library.bodies["council"]
    holder = {member.seat.id: member.person for member in members_at(council, date(2023, 6, 1))}
    assert holder["south-2"] == "Mr Idris Bowen"
    holder = {member.seat.id: member.person for member in members_at(council, date(2024, 3, 12))}
    assert holder["south-2"] == "eira-vaughan"
    assert "south-4" not in holder
    assert [office.id for office in offices_of(council, "ann-price", date(2024, 5, 14))] == ["mayor"]
    assert offices_of(council, "ann-price", date(2024, 5, 15)) == ()


def test_quorum_is_counted_item_by_item_without_the_conflicted() -> None:
    library = _library("town-council")
    checks = {check.item: check for check in quorum_checks(library, library.minutes[COUNCIL])}
    assert checks["payments"].needed == 3
    assert len(checks["payments"].counted) == 5
    assert len(checks["boathouse-grant"].counted) == 4
    assert checks["boathouse-grant"].conflicted == ("dewi-morgan",)
    assert all(check.is_met for check in checks.values())


def test_an_alternate_counts_for_the_seat() -> None:
    library = _library("association-board")
    (first, *_) = quorum_checks(library, library.minutes["board/2024-01"])
    assert first.counted == ("jun-mori", "kofi-addo", "lena-voss")


def test_arrivals_and_departures_decide_who_is_there() -> None:
    library = _library("association-board")
    minutes = library.minutes[BOARD]
    there = {one.person: one for one in attendance_of(minutes)}
    order = [item.id for item in minutes.items]
    assert not there["ines-duarte"].at((order.index("roll-call"), 0))
    assert there["ines-duarte"].at((order.index("rules-change"), 0))
    assert there["kofi-addo"].at((order.index("rules-change"), 1))
    assert not there["kofi-addo"].at((order.index("elections"), 0))
    assert there["Dr Ada Penn"].at((order.index("rules-change"), 1))
    assert not there["Dr Ada Penn"].at((order.index("actions"), 0))


def test_the_quorum_to_vote_may_be_another() -> None:
    library = _library("association-board")
    minutes = library.minutes[BOARD]
    meet = quorum_at(library, minutes, "board", (0, 0))
    vote = quorum_at(library, minutes, "board", (0, 0), to_vote=True)
    assert meet is not None
    assert vote is not None
    assert (meet.needed, vote.needed) == (3, 3)
    assert meet.counted == ("kofi-addo", "lena-voss", "milo-reyes")


def test_a_ballot_by_email_is_ratified_later() -> None:
    library = _library("association-board")
    ballot = library.decisions["board/urgent-domain"]
    assert (ballot.meeting, ballot.facts.how, ballot.date) == ("", "email", date(2024, 2, 2))
    assert library.decisions[f"{BOARD}/ratify-domain"].facts.ratifies == "urgent-domain"
    assert library.decisions[f"{BOARD}/amend"].facts.amends == "rules"


def test_an_action_has_a_history() -> None:
    library = _library("association-board")
    action = library.actions["board/2024-01/server-quotes"]
    assert [update.status for update in action.updates] == ["open", "done"]
    assert [update.status for update in action.updates_by(date(2024, 2, 1))] == ["open"]
    assert library.actions["board/renew-domain"].arose == date(2024, 2, 2)
    assert library.actions[f"{BOARD}/summer-date"].owners[0].person == "all"


def test_elections_name_candidates_and_term() -> None:
    library = _library("association-board")
    ((_, election),) = library.minutes[BOARD].blocks(ElectionBlock)
    assert (election.office, election.elected, election.accepted) == ("chair", ("lena-voss",), True)
    assert election.candidates[0].votes == 3


def test_a_consent_agenda_is_marked_on_its_entries() -> None:
    meeting = _library("association-board").meetings[BOARD]
    assert [entry.id for entry in meeting.entries() if entry.consent] == ["last-minutes", "ballot-report", "insurance"]


def test_bodies_in_common_have_each_their_quorum_and_decision() -> None:
    library = _library("committees-in-common")
    minutes = library.minutes[COMMON]
    met = {(check.body, check.item): check.is_met for check in quorum_checks(library, minutes)}
    assert met["dale", "records"] is True
    assert met["fell", "records"] is False
    assert met["moor", "laundry"] is True
    assert met["moor", "records"] is False
    assert library.decisions[f"{COMMON}/laundry"].bodies == ("dale", "fell", "moor")
    assert library.decisions[f"{COMMON}/records-rest"].bodies == ("fell", "moor")


def test_what_is_lacking_is_said_in_words() -> None:
    library = _library("committees-in-common")
    checks = {(check.body, check.item): check for check in quorum_checks(library, library.minutes[COMMON])}
    assert checks["moor", "records"].lacking == ("1 of 2 members", "nobody as Chair")
    assert checks["fell", "records"].conflicted == ("dov-eames",)
