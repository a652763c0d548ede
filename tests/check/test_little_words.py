"""Sentences that were changed by half are found, and those that only look so are not."""

from pathlib import Path

import pytest

from support.judging import judge_report

RULE = "little-words-clash"


@pytest.mark.parametrize(
    ("report", "found"),
    [
        ("A plan is has been made for a our park.", ["is has been", "a our"]),
        ("The grant will been paid.", ["will been"]),
    ],
)
def test_two_words_of_which_one_was_to_go_are_found(report: str, found: list[str], tmp_path: Path) -> None:
    expected = [
        f"`{words}` stands together; expected one of the two words, or something between them" for words in found
    ]
    assert [one.message for one in judge_report(tmp_path, report)[RULE]] == expected


def test_words_that_belong_together_are_no_slip(tmp_path: Path) -> None:
    report = (
        "The a priori view. What it has is a plan. As it was is best. What it is, is a draft. It will have been done."
    )
    assert judge_report(tmp_path, report).get(RULE, []) == []


def test_a_heading_of_a_table_is_read_once(tmp_path: Path) -> None:
    group = "group: On the their basis"
    columns = f"{{id: a, label: Item}}, {{id: b, label: Plan, {group}}}, {{id: c, label: Fact, {group}}}"
    found = judge_report(tmp_path, f"```table\ncolumns: [{columns}]\n---\n| Parks | 1 | 2 |\n```")
    assert [one.message.split(" stands")[0] for one in found[RULE]] == ["`the their`"]


def test_the_words_of_a_body_in_another_language_are_left_alone(tmp_path: Path) -> None:
    report = "Mae is has been the their."
    found = judge_report(tmp_path, f"{report}\n# govdocs.yaml\nname: Papurau\nlanguage: cy\nas_of: 2026-05-10\n")
    assert RULE not in found
