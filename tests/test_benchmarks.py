"""The benchmark's workload does not rot: the same seed gives the same pack, and both sides can write it."""

import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.__main__ import scale_papers
from benchmarks.checking import CHANGED_FILES, measure_checks
from benchmarks.many import FILES_A_MEETING, write_repository
from benchmarks.plain_html import write_plain_html
from benchmarks.processes import measure
from benchmarks.workload import ACTIONS, AGENDA_ITEMS, DASHBOARD_ROWS, PAGES, make_pack

from govdocs.compose.blocks import Table, TableKind, walk
from govdocs.diagnostics import Severity, Stage
from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings


def test_the_same_seed_gives_the_same_pack() -> None:
    assert make_pack(3, (2, 3)) == make_pack(3, (2, 3))
    assert make_pack(3, (2, 3)) != make_pack(4, (2, 3))


def test_the_workload_is_what_it_says() -> None:
    pack = make_pack()
    assert len(pack.parts) == 3 + len(PAGES) == 13
    tables = [
        (part.document.name, block) for part in pack.parts for block in walk(part.document) if isinstance(block, Table)
    ]
    rows = {name: len(table.body) for name, table in tables if name in ("agenda", "paper-02-actions")}
    assert rows == {"agenda": AGENDA_ITEMS, "paper-02-actions": ACTIONS}
    dashboards = [table for _, table in tables if table.kind == TableKind.DASHBOARD]
    assert [len(table.body) for table in dashboards] == [DASHBOARD_ROWS]


def test_the_yardstick_writes_the_same_tables() -> None:
    pack = make_pack(papers=(3, 12))
    count = Counter(type(block).__name__ for part in pack.parts for block in walk(part.document))
    html = write_plain_html(pack)
    assert html.count("<table") == count["Table"] + count["Details"]
    assert html.count("<h2>") + html.count("<h1>") == count["Heading"]


def test_a_longer_pack_has_more_papers_rather_than_longer_ones() -> None:
    assert scale_papers(1) == list(PAGES)
    assert sum(scale_papers(4)) >= 4 * sum(PAGES)
    assert max(scale_papers(4)) == max(PAGES)


def test_many_meetings_are_sound_records(tmp_path: Path) -> None:
    """What the benchmark checks is what a secretariat would have, and not a heap of errors."""
    files = write_repository(tmp_path, {"board": 3, "committee": 2})
    assert files == 5 * FILES_A_MEETING - 2 + 4 + 2 + 1
    checked = check_repository(Settings(tmp_path, datetime(2026, 5, 10, tzinfo=UTC)), cached=False)
    assert checked.file_count == files
    assert [found for found in checked.findings if found.severity(Stage.PUBLISH) == Severity.ERROR] == []


def test_checks_are_measured() -> None:
    checks = measure_checks({"board": CHANGED_FILES})
    assert checks.unchanged.processor < checks.changed.processor
    assert checks.unchanged.processor < checks.cold.processor


def test_what_a_command_leaves_behind_is_counted_and_our_own_children_live_on() -> None:
    leaves_one = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'sum(range(10**7))'])"
    with subprocess.Popen(["sleep", "60"]) as ours:
        cost = measure([sys.executable, "-c", leaves_one])
        alone = measure([sys.executable, "-c", "pass"])
        assert ours.poll() is None
        ours.kill()
    assert cost.processor > alone.processor + 0.05
