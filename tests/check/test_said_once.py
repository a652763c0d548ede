"""One cause is one finding, and the words of it are those of a boardroom."""

from pathlib import Path

import pytest

from support.judging import judge
from support.organisation import MEETING

BODY = """# records/bodies/board.yaml
quorum: {at_least: 2, must_include: [chair]}
seats:
  - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
  - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
  - {id: three, name: Three, appointments: [{person: sam-member, from: 2020}]}
offices: [{id: chair, name: Chair of the Board, appointments: [{person: robin-sample, from: 2020}]}]
# meetings/board/2026-05-14/minutes.md
---
status: draft
chair: jo-member
started: 10:00
present: [%s]
---
## welcome

%s
"""
DECISION = "```decision\nparts: [{verb: approve, text: the agenda}]\nhow: recorded\noutcome: carried\n%s\n```"


def _messages(tmp_path: Path, present: str, words: str) -> dict[str, list[str]]:
    found = judge(tmp_path, BODY % (present, words))
    return {name: [one.message for one in each] for name, each in found.items()}


def test_a_post_that_has_to_be_there_is_called_by_its_name(tmp_path: Path) -> None:
    (message,) = _messages(tmp_path, "jo-member, sam-member", DECISION % "")["quorum-not-met"]
    assert message.endswith("(nobody as Chair of the Board); expected what the rule asks for")


def test_a_vote_in_spite_of_an_interest_is_not_one_vote_too_many_as_well(tmp_path: Path) -> None:
    declared = "```declaration\npeople: [sam-member]\nabout: land\nconsequence: did-not-vote\n```\n\n"
    votes = "votes: {for: 3, against: 0}\nnamed: {for: [robin-sample, jo-member, sam-member]}"
    found = _messages(tmp_path, "robin-sample, jo-member, sam-member", declared + DECISION % votes)
    assert "voted-with-interest" in found
    assert "votes-too-many" not in found


NOTICE = f"""# records/bodies/board.yaml
notice: [{{of: agenda, at_least: 5, days: working}}]
# {MEETING}
circulated: 2026-05-20
"""


def test_an_agenda_that_went_out_after_the_meeting_is_late_and_nothing_else(tmp_path: Path) -> None:
    found = judge(tmp_path, NOTICE)
    assert "notice-short" in found
    assert "dates-out-of-order" not in found


@pytest.mark.parametrize("line", ["nation: wales", "holidays: [2026-05-04]"])
def test_working_days_know_the_holidays(line: str, tmp_path: Path) -> None:
    assert "holidays-unknown" in judge(tmp_path / "without", NOTICE)
    settings = f"# govdocs.yaml\nname: Papers\nas_of: 2026-05-10\n{line}\n"
    assert "holidays-unknown" not in judge(tmp_path / "with", settings + NOTICE)


APRIL = """# meetings/board/2026-04-16/meeting.yaml
body: board
date: 2026-04-16
start: 10:00
session: public
chair: robin-sample
venue: main
agenda: [{item: pool, title: Swimming pool, presenters: [alex-example], time: 10:00}]
# meetings/board/2026-04-16/minutes.md
---
status: draft
chair: robin-sample
started: 10:00
present: [robin-sample, sam-member]
---
## pool

%s

```decision
parts: [{verb: note, text: the report on the swimming pool}]
how: consensus
outcome: carried
```
# meetings/board/2026-05-14/papers/budget.md
---
title: Budget
authors: [alex-example]
---
# Report

%s
"""


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("The swimming pool was approved by the Board at its last meeting.", True),
        ("At its previous meeting the Board approved the swimming pool.", True),
        ("The Board is told that the Committee approved the swimming pool at its last meeting.", False),
        ("The Board noted the report on the swimming pool at its last meeting.", False),
    ],
)
def test_what_the_last_meeting_is_said_to_have_decided(sentence: str, is_found: bool, tmp_path: Path) -> None:
    assert ("claim-without-decision" in judge(tmp_path, APRIL % ("x", sentence))) is is_found


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Jo Member asked what it costs.", True),
        ("Sam Member asked what it costs.", False),
        ("A letter from Jo Member said that it costs much.", False),
    ],
)
def test_somebody_of_the_register_who_speaks_under_the_whole_name(words: str, is_found: bool, tmp_path: Path) -> None:
    assert ("speaker-not-there" in judge(tmp_path, APRIL % (words, "Words."))) is is_found


@pytest.mark.parametrize(
    ("rule", "sentence", "is_found"),
    [
        ("reading-from-the-future", "On 20 June 2026 the group agreed the plan.", True),
        ("reading-from-the-future", "On 20 June 2026 the agreed charges come in.", False),
        ("reading-from-the-future", "On 20 June 2026 the group is to agree the plan.", False),
        ("period-length-differs", "The scheme runs for 11 months from 1 April 2026 to 31 March 2027.", True),
        ("period-length-differs", "The scheme runs for 12 months from 1 April 2026 to 31 March 2027.", False),
        ("period-length-differs", "The scheme runs for 12 months from 1 April 2026 to 20 March 2027.", False),
        ("digit-slipped", "The total is £48,608.\n\nThe total cost is £49,608 a year.", True),
        ("digit-slipped", "The total is £48,608.\n\nThe total cost is now £49,608 a year, not £48,608.", False),
    ],
)
def test_sentences_of_papers(rule: str, sentence: str, is_found: bool, tmp_path: Path) -> None:
    assert (rule in judge(tmp_path, APRIL % ("Words.", sentence))) is is_found
