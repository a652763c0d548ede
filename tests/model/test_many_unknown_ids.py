"""When a folder is renamed, every id that leads there is unknown at once."""

import time
from pathlib import Path

from benchmarks.many import write_repository

from support.records import load_library


def test_thousands_of_unknown_ids_take_no_long(tmp_path: Path) -> None:
    """Each is found; the first ones are told what they most likely mean."""
    write_repository(tmp_path, {"board": 150})
    updates = "".join(
        f"  - {{action: board/1999-01-01/thing-{number}, date: 2026-05-07, status: done, words: Done.}}\n"
        for number in range(1500)
    )
    (tmp_path / "records/actions/board.yaml").write_text(f"updates:\n{updates}", encoding="utf-8")
    begun = time.process_time()
    _, found = load_library(tmp_path)
    assert time.process_time() - begun < 30
    unknown = [finding for finding in found if finding.problem.name == "unknown-id"]
    assert len(unknown) == 1500
    assert all("expected an id from" in finding.message and finding.hint for finding in unknown)
