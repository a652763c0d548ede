"""Whatever a file holds, it costs that file and ends in findings; a sample, the gates run many more."""

from pathlib import Path

import pytest

from govdocs.check.writings import LONGEST_SENTENCE, sentences_of
from support.hostile import check_flood
from support.mutants import EXAMPLE, SOUND, make_mutant, spoil_and_run


@pytest.mark.parametrize(
    ("repository", "count"),
    [(EXAMPLE, 6), ("town-council", 24), ("composing", 12), ("committees-in-common", 18), (SOUND, 60)],
)
def test_a_spoilt_file_ends_in_findings(repository: str, count: int, tmp_path: Path) -> None:
    complaints = spoil_and_run([make_mutant(seed, repository) for seed in range(count)], tmp_path)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "£1 ", "Mr ", "# a\n", "1 May ", "the the ", "(", "[", "A", "Alex Exampel "], ids=repr
)
def test_one_thing_over_and_over_takes_no_long(unit: str, tmp_path: Path) -> None:
    check_flood(unit, 6000, tmp_path)


def test_a_sentence_without_an_end_is_taken_in_pieces() -> None:
    """Nothing of it is passed over, and each piece is where it was."""
    text = "one two " * 1000
    pieces = list(sentences_of(text))
    assert all(len(piece) <= LONGEST_SENTENCE for _, piece in pieces)
    assert all(text[offset:].startswith(piece) for offset, piece in pieces)
    assert " ".join(piece.strip() for _, piece in pieces) == text.strip()
