"""Mistakes put into the example are found: nine of ten, and nothing is found without one."""

import pytest
from benchmarks.mutations import choose, example_files, run

LEAST = 0.9


@pytest.mark.gate
def test_nine_of_ten_mistakes_are_found() -> None:
    files = example_files()
    mutations = choose(files, seed=2)
    assert len(mutations) >= 200
    missed = [f"{one.operator}: {one.path}:{one.line}" for one, found in run(mutations, files) if not found]
    assert len(missed) <= len(mutations) * (1 - LEAST), missed
