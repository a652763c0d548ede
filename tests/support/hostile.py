"""Minutes and a paper that hold one thing over and over: what a key held down, or malice, would leave."""

import time
from pathlib import Path

from support.mutants import MOST_FINDINGS, examine_all
from support.organisation import MEETING, put_files, sound_files

#: Characters, as many as a chapter has.
FULL = 20_000
#: Seconds of processor; a text without an end may take a while, and no more.
MOST_SECONDS = 20.0
FOLDER = MEETING.rpartition("/")[0]
_MINUTES = """---
status: draft
chair: robin-sample
started: 10:00
ended: 11:00
present: [robin-sample, alex-example]
apologies: []
---
## welcome

{text}
"""
_PAPER = """---
title: Budget
authors: [alex-example]
presenters: [alex-example]
recommendations: [{{verb: approve, text: the budget}}]
---
# Summary

The total was £1 {text}
"""


def check_flood(unit: str, size: int, folder: Path) -> None:
    """Check papers with ``size`` characters of ``unit``: it ends in time, in findings that a person can read.

    Raises:
        AssertionError: it takes too long, or finds too much.
    """
    text = unit * (size // len(unit))
    files = {f"{FOLDER}/minutes.md": _MINUTES, f"{FOLDER}/papers/budget.md": _PAPER}
    root = put_files(folder, sound_files() | {path: words.format(text=text) for path, words in files.items()})
    begun = time.process_time()
    findings, _ = examine_all(root)
    taken = time.process_time() - begun
    assert taken < MOST_SECONDS, f"{taken:.1f} s of the processor for {unit!r} over and over"
    assert len(findings) < MOST_FINDINGS, f"{len(findings)} findings for {unit!r} over and over"
