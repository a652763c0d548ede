"""A build writes what has changed and nothing else, and is never caught with half a pack."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from govdocs.errors import CannotGoOnError
from govdocs.publish.manifest import digest
from govdocs.workflow.build import Built, build_meetings
from govdocs.workflow.lock import only_build
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.unchanged import Request, find_unchanged
from support.built_example import HERE, copy_example, run_git
from support.command import GOVDOCS, clean_environment, files_below, workers_of
from support.organisation import MEETING as ORGANISATION
from support.organisation import put_files, sound_files

CASE = HERE / "tests" / "cases" / "action-log"
MEETING = "harbour/2024-05-14"
MINUTES = "meetings/harbour/2024-04-09/minutes.md"
PEOPLE = "records/people.yaml"
NOW = datetime(2031, 2, 3, tzinfo=UTC)
KINDS = (Format.DOCX, Format.HTML)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "papers", CASE)


def build(root: Path, kinds: tuple[Format, ...] = KINDS, *, cached: bool = True) -> Built:
    return build_meetings(Settings(root, NOW), [MEETING], kinds, root / "build", lambda *_: None, 1, cached=cached)


def request(root: Path, now: datetime = NOW) -> Request:
    return Request(Settings(root, now), (MEETING,), KINDS, root / "build")


def anew(built: Built) -> set[str]:
    return {output.path.name for output in built.outputs if output.anew}


def outputs(root: Path) -> dict[str, bytes]:
    return files_below(root / "build")


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    run_git(root, "commit", "--all", "--quiet", "--message", "a change")


def test_a_second_build_writes_nothing_anew_and_gives_the_same_bytes(papers: Path) -> None:
    kinds = tuple(Format)
    assert anew(build(papers, kinds)) == {path.name for path in (papers / "build" / MEETING).iterdir()} - {
        "manifest.json"
    }
    before = outputs(papers)
    shutil.rmtree(papers / "build")
    assert anew(build(papers, kinds)) == set()
    assert outputs(papers) == before
    shutil.rmtree(papers / ".govdocs")
    build(papers, kinds)
    assert outputs(papers) == before


def test_a_changed_paper_is_the_only_one_that_is_written_and_the_pack_is_bound_anew(papers: Path) -> None:
    kinds = (Format.PDF, Format.DOCX)
    build(papers, kinds)
    words = (papers / MINUTES).read_text(encoding="utf-8")
    (papers / MINUTES).write_text(f"{words}\nA sentence more.\n", encoding="utf-8")
    run_git(papers, "commit", "--all", "--quiet", "--message", "a sentence more")
    changed = build(papers, kinds)
    written = {"paper-a-minutes-2024-04-09.pdf", "paper-a-minutes-2024-04-09.docx", "pack.pdf", "pack.docx"}
    # The action log prints nothing of it, but its actions are from those minutes, which are attached to it.
    assert anew(changed) == written | {"paper-b-action-log.pdf"}
    warm = outputs(papers)
    build(papers, kinds, cached=False)
    assert outputs(papers) == warm


def test_a_changed_name_is_written_wherever_it_is_printed_and_nowhere_else(papers: Path) -> None:
    build(papers)
    before = outputs(papers)
    edit(papers, PEOPLE, "Cora Lindqvist", "Somebody Entirely Else")
    written = anew(build(papers))
    after = outputs(papers)
    pages = {path for path in before if path.endswith(".html")}
    changed = {Path(path).stem for path in pages if words(before[path]) != words(after[path])}
    assert {Path(name).stem for name in written} == changed | {"pack"}
    assert 0 < len(changed) < len(pages)


def words(page: bytes) -> bytes:
    """A page without what it says of its own version."""
    return page.partition(b"</head>")[2]


def test_a_commit_elsewhere_leaves_the_documents_as_they_are(papers: Path) -> None:
    build(papers)
    (papers / "read me.txt").write_text("not a record\n", encoding="utf-8")
    run_git(papers, "add", "--all")
    run_git(papers, "commit", "--quiet", "--message", "not a record")
    assert anew(build(papers)) == {"pack.docx"}  # the bound file names the commit


def test_a_picture_anywhere_in_the_repository_is_a_source(papers: Path) -> None:
    """A logo need not lie among the records, nor be committed."""
    logo = papers / "logos" / "harbour.svg"
    logo.parent.mkdir()
    logo.write_text("<svg/>", encoding="utf-8")
    build(papers)
    assert find_unchanged(request(papers)) is not None
    logo.write_text("<svg />", encoding="utf-8")
    assert find_unchanged(request(papers)) is None


def test_nothing_changed_is_known_without_reading_a_record(papers: Path) -> None:
    assert find_unchanged(request(papers)) is None
    build(papers)
    last = find_unchanged(request(papers))
    assert last is not None
    assert {path.name for path in last.outputs} == {path.name for path in (papers / "build" / MEETING).iterdir()}
    os.utime(papers / MINUTES)
    assert find_unchanged(request(papers)) is not None, "touched but not changed"


def test_every_change_is_noticed_and_what_is_undone_is_none(papers: Path) -> None:
    build(papers)
    minutes, output = papers / MINUTES, papers / "build" / MEETING / "agenda.docx"
    for path, changed in (
        (minutes, minutes.read_bytes()[:-2] + b"?\n"),
        (minutes, None),
        (papers / "records" / "venues2.yaml", b""),
        (output, output.read_bytes()[:-1] + b"!"),
        (output, None),
    ):
        change_and_undo(papers, path, changed)
    left = output.parents[1] / f".{output.parent.name}.1.partial"
    left.mkdir()
    assert find_unchanged(request(papers)) is None
    left.rmdir()
    run_git(papers, "commit", "--allow-empty", "--quiet", "--message", "approved")
    assert find_unchanged(request(papers)) is None


def change_and_undo(papers: Path, path: Path, changed: bytes | None) -> None:
    """Change a file, keeping its length and date where it has them, or add it, or take it away."""
    assert find_unchanged(request(papers)) is not None
    before, facts = (path.read_bytes(), path.stat()) if path.exists() else (None, None)
    put(path, changed)
    if facts is not None and changed is not None:
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert find_unchanged(request(papers)) is None
    put(path, before)
    assert find_unchanged(request(papers)) is not None


def put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def test_findings_that_hold_for_a_day_are_looked_for_again_on_the_next(papers: Path) -> None:
    edit(papers, "govdocs.yaml", "as_of:", "# as_of:")
    build(papers)
    assert find_unchanged(request(papers, NOW + timedelta(hours=3))) is not None
    assert find_unchanged(request(papers, NOW + timedelta(days=1))) is None


def test_records_that_nobody_may_write_beside_can_be_built_elsewhere(papers: Path, tmp_path: Path) -> None:
    (papers / ".govdocs").write_bytes(b"in the way of the folder")
    built = build_meetings(Settings(papers, NOW), [MEETING], KINDS, tmp_path / "out", lambda *_: None, 1)
    assert built.outputs


def test_a_second_build_at_the_same_time_says_so(papers: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from govdocs.workflow.lock import only_build\n"
        "with only_build(Path(sys.argv[1]), Path(sys.argv[1]) / 'build'):\n"
        "    print('at work', flush=True); time.sleep(60)"
    )
    python = GOVDOCS.with_name("python")
    with subprocess.Popen([python, "-c", program, str(papers)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "at work\n"
        with pytest.raises(CannotGoOnError, match=f"another build \\(process {other.pid}\\) is writing to") as caught:
            build(papers)
        assert "wait until it has ended" in caught.value.hint
        other.kill()
    with only_build(papers, papers / "build"):
        pass  # nothing is left behind by a build that was killed


def test_a_worker_that_dies_leaves_the_previous_pack(papers: Path) -> None:
    build(papers, (Format.PDF,))
    before = outputs(papers)
    # Pages enough that the worker is still at them, however busy the machine is.
    lamps = "The parish council owns the lamps.\n"
    edit(papers, MINUTES, lamps, lamps + "\nThe lamps are lit from dusk until eleven.\n" * 600)
    building = subprocess.Popen(
        [GOVDOCS, "build", "--to", "pdf", "--jobs", "2"],
        cwd=papers,
        env=clean_environment(papers),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.kill(workers_of(building)[0], signal.SIGKILL)
    said, complained = building.communicate(timeout=120)
    assert building.returncode == 2, said + complained
    assert "a worker process ended before its document was written" in complained
    assert outputs(papers) == before


def test_builds_killed_at_any_moment_leave_the_old_pack_or_the_new_one(tmp_path: Path) -> None:
    kill_builds(tmp_path, seed=5, rounds=8)


@pytest.mark.gate
def test_builds_killed_at_a_hundred_moments_leave_the_old_pack_or_the_new_one(tmp_path: Path) -> None:
    kill_builds(tmp_path, seed=17, rounds=100)


def kill_builds(papers: Path, seed: int, rounds: int) -> None:
    """Kill builds at moments spread over the time that one takes; the records are two versions in turn."""
    moments = random.Random(seed)  # noqa: S311 - a seed, so that a failure can be had again
    put_files(papers, sound_files())
    run_git(papers, "init", "--quiet")
    run_git(papers, "add", "--all")
    run_git(papers, "commit", "--quiet", "--message", "papers")
    releases = []
    for _ in range(2):
        started = time.monotonic()
        assert start_build(papers).wait() == 0
        takes = time.monotonic() - started
        releases.append(in_place(papers))
        swap(papers)
    for _ in range(rounds):
        running = start_build(papers)
        time.sleep(moments.uniform(0.1, 1.0) * takes)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert in_place(papers) in releases
        swap(papers)
    assert start_build(papers).wait() == 0
    assert in_place(papers) in releases
    assert [path.name for path in (papers / "build" / "board").iterdir()] == ["2026-05-14"]


def swap(papers: Path) -> None:
    """From one version to the other and back."""
    meeting = papers / ORGANISATION
    text = meeting.read_text(encoding="utf-8")
    old, new = ("start: 10:00", "start: 09:59") if "start: 10:00" in text else ("start: 09:59", "start: 10:00")
    meeting.write_text(text.replace(old, new), encoding="utf-8")


def start_build(papers: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [GOVDOCS, "build", "--to", "docx,pdf", "--jobs", "2", "--no-cache"],
        cwd=papers,
        env=clean_environment(papers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def in_place(papers: Path) -> dict[str, bytes]:
    """What a reader sees, byte for byte, and in agreement with its manifest: hidden folders are of killed builds."""
    folder = papers / "build" / "board" / "2026-05-14"
    found = files_below(folder)
    listed = json.loads(found["manifest.json"])["outputs"]
    assert {path: entry["sha256"] for path, entry in listed.items()} == {
        path: digest(content) for path, content in found.items() if path != "manifest.json"
    }
    return found
