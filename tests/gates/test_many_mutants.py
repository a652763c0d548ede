"""Ten thousand spoilt files; `GOVDOCS_MUTANTS` sets another number, `GOVDOCS_MUTANTS_FROM` other ones."""

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

import pytest

from support.floods import HOSTILE
from support.hostile import FULL, check_flood
from support.mutants import EXAMPLE, SOUND, make_mutant, spoil_and_run

COUNT = int(os.environ.get("GOVDOCS_MUTANTS", "10000"))
FIRST = int(os.environ.get("GOVDOCS_MUTANTS_FROM", "1000"))
#: Shares of the repositories: the example has the most kinds of record and takes by far the longest.
SHARES = {
    EXAMPLE: 0.02,
    "action-log": 0.12,
    "association-board": 0.14,
    "committees-in-common": 0.06,
    "composing": 0.13,
    "scrutiny": 0.17,
    "town-council": 0.06,
    "west-board": 0.1,
    SOUND: 0.2,
}
WORKERS = max(2, os.cpu_count() or 1)
#: As many are run in a row on one copy of their repository.
A_BATCH = 50


def run_batch(repository: str, seeds: range, folder: Path) -> list[str]:
    return spoil_and_run([make_mutant(seed, repository) for seed in seeds], folder)


@pytest.mark.gate
def test_no_spoilt_file_breaks_anything(tmp_path: Path) -> None:
    batches = [
        (repository, range(first, min(first + A_BATCH, FIRST + int(COUNT * share))))
        for repository, share in SHARES.items()
        for first in range(FIRST, FIRST + int(COUNT * share), A_BATCH)
    ]
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("forkserver")) as pool:
        runs = [pool.submit(run_batch, *batch, tmp_path / str(number)) for number, batch in enumerate(batches)]
        complaints = [complaint for run in as_completed(runs) for complaint in run.result()]
    assert not complaints, "\n".join(complaints)


@pytest.mark.gate
@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_no_flood_takes_long(unit: str, tmp_path: Path) -> None:
    check_flood(unit, FULL, tmp_path)
