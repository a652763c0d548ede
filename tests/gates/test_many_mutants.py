"""Two thousand spoilt files; `GOVDOCS_MUTANTS` sets another number, `GOVDOCS_MUTANTS_FROM` other ones."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from support.mutants import EXAMPLE, make_mutant, spoil_and_run

COUNT = int(os.environ.get("GOVDOCS_MUTANTS", "2000"))
FIRST = int(os.environ.get("GOVDOCS_MUTANTS_FROM", "1000"))
#: Shares of the repositories: the example has the most kinds of record and takes the longest.
SHARES = {
    EXAMPLE: 0.2,
    "action-log": 0.1,
    "association-board": 0.15,
    "committees-in-common": 0.1,
    "composing": 0.1,
    "scrutiny": 0.1,
    "town-council": 0.15,
    "west-board": 0.1,
}
WORKERS = 2


def run_share(repository: str, seeds: range, folder: Path) -> list[str]:
    return spoil_and_run([make_mutant(seed, repository) for seed in seeds], folder)


@pytest.mark.gate
@pytest.mark.parametrize("repository", SHARES)
def test_no_spoilt_file_breaks_anything(repository: str, tmp_path: Path) -> None:
    share = max(int(COUNT * SHARES[repository]), WORKERS)
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("forkserver")) as pool:
        runs = [
            pool.submit(run_share, repository, range(FIRST + at, FIRST + share, WORKERS), tmp_path / str(at))
            for at in range(WORKERS)
        ]
        complaints = [complaint for run in runs for complaint in run.result()]
    assert not complaints, "\n".join(complaints)
