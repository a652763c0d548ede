"""Covers whose answers are held against the agenda, the recommendations and the report by what their labels ask."""

from pathlib import Path

import pytest

from support.judging import judge

FIELDS = """\
# records/bodies/board.yaml
forms:
  - id: cover
    heading: Board
    fields:
      - {id: item, label: "Agenda item no:", kind: text}
      - {id: enclosure, label: "Enclosure:", kind: text}
      - {id: to, label: "Report to:", kind: text}
      - {id: purpose, label: "Purpose of the paper:", kind: text}
      - {id: ticks, label: "This paper is for:", kind: checklist,
         rows: [{id: decision, label: Decision}, {id: know, label: Information}]}
      - {id: cost, label: "Financial implications:", kind: text}
      - id: recommendations
        label: "Recommendation:"
        kind: recommendations
        from: recommendations
        lead_in: "The Board is asked to:"
# meetings/board/2026-05-14/meeting.yaml
agenda:
  - {standing: welcome, time: 10:00}
  - {paper: budget, number: "26/12", letter: H, action: approve, time: 10:10}
"""


@pytest.mark.parametrize(
    ("rule", "answer", "verb", "found"),
    [
        ("cover-unlike-agenda", 'item: "9"', "approve", True),
        ("cover-unlike-agenda", 'item: "12"', "approve", False),
        ("cover-unlike-agenda", 'item: "2"', "approve", True),
        ("cover-unlike-agenda", "enclosure: J", "approve", True),
        ("cover-unlike-agenda", "enclosure: Enclosure H", "approve", False),
        ("cover-unlike-agenda", "to: Quality Committee", "approve", True),
        ("cover-unlike-agenda", "to: The Board of Directors", "approve", False),
        ("purpose-differs", "purpose: For information", "approve", True),
        ("purpose-differs", "purpose: For information", "note", False),
        ("purpose-differs", "purpose: For approval", "note", True),
        ("purpose-differs", "purpose: For discussion and approval", "approve", False),
        ("purpose-differs", "ticks: [know]", "approve", True),
        ("purpose-differs", "ticks: [know, decision]", "approve", False),
        ("cost-denied", "cost: None", "approve", True),
        ("cost-denied", "cost: None", "note", False),
        ("cost-denied", 'cost: "£120,000, from reserves"', "approve", False),
        ("cover-figure-differs", 'cost: "£210,000, from reserves"', "approve", True),
    ],
)
def test_answers_on_covers(tmp_path: Path, rule: str, answer: str, verb: str, *, found: bool) -> None:
    asked = f'recommendations: [{{verb: {verb}, text: "the contract, at £120,000"}}]\n'
    paper = f"title: Budget\nauthors: [alex-example]\npresenters: [alex-example]\n{asked}form: {{{answer}}}\n"
    snippet = f"{FIELDS}# meetings/board/2026-05-14/papers/budget.md\n---\n{paper}---\n# Report\n\nIt costs £120,000.\n"
    assert (rule in judge(tmp_path, snippet)) is found
