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
    EXAMPLE: 0.015,
    "action-log": 0.1,
    "association-board": 0.12,
    "committees-in-common": 0.05,
    "composing": 0.12,
    "scrutiny": 0.16,
    "town-council": 0.045,
    "west-board": 0.09,
    SOUND: 0.3,
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


def run_flood(unit: str, folder: Path) -> str:
    try:
        check_flood(unit, FULL, folder)
    except AssertionError as fault:
        return str(fault)
    return ""


@pytest.mark.gate
def test_no_flood_takes_long(tmp_path: Path) -> None:
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("forkserver")) as pool:
        runs = [pool.submit(run_flood, unit, tmp_path / str(number)) for number, unit in enumerate(HOSTILE)]
        complaints = [run.result() for run in runs]
    assert not any(complaints), "\n".join(filter(None, complaints))
