"""Names in words against those that are only printed in lists; and motions of one person."""

from pathlib import Path

import pytest

from support.judging import judge


def _minutes(words: str) -> str:
    header = "status: draft\nchair: robin-sample\nstarted: 10:00\npresent: [robin-sample, Cllr Ann Prescott]\n"
    header += "in_attendance: [Mr Owen Pryce, Harsha Kotecha]\napologies: [Cllr Tim Presscott]\n"
    return f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Cllr Prescot asked.", True),
        ("Mr Price told of his work.", True),
        ("Harsha Kotetcha agreed.", True),
        ("Cllr Prescott and Mr Pryce agreed with Harsha Kotecha's view.", False),
        ("The price is high. Mr Prior wrote.", False),
    ],
)
def test_names_unlike_the_lists(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("name-unlike-the-list" in judge(tmp_path, _minutes(words))) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Proposed by Cllr Prescott, seconded by Cllr Prescott.", True),
        ("Cllr Prescott proposed the plan, seconded by Cllr Sample.", False),
        ("Cllr Prescott proposed that it be £2; this was seconded by Cllr Prescott.", True),
        ("Cllr Prescott proposed it; Cllr Sample proposed more, seconded by Cllr Prescott.", False),
        ("Mr Moss proposed it, seconded by Mrs Moss.", False),
    ],
)
def test_motions_of_one(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("motion-of-one" in judge(tmp_path, _minutes(words))) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Cllr Prescott was present. Cllr Stone was present.", True),
        ("Mr Stone asked about the bins.", False),
        # Not a slip of Prescott, but somebody else, who sent apologies.
        ("Cllr Presscott asked about the bins.", True),
    ],
)
def test_who_was_present_is_in_the_list(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("speaker-not-there" in judge(tmp_path, _minutes(words))) is found
