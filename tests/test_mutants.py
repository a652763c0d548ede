"""Whatever a file holds, it costs that file and ends in findings; a sample, the gates run many more."""

from pathlib import Path

import pytest

from support.mutants import EXAMPLE, make_mutant, spoil_and_run


@pytest.mark.parametrize(
    ("repository", "count"),
    [(EXAMPLE, 6), ("town-council", 24), ("composing", 12), ("committees-in-common", 18)],
)
def test_a_spoilt_file_ends_in_findings(repository: str, count: int, tmp_path: Path) -> None:
    complaints = spoil_and_run([make_mutant(seed, repository) for seed in range(count)], tmp_path)
    assert not complaints, "\n".join(complaints)
