"""What git knows of the records, read from real repositories; without git everything goes on."""

import os
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from govdocs.diagnostics import Severity, Stage
from govdocs.history.repository import Change, repository_facts

SUMMER = timezone(timedelta(hours=1))


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed author, and no settings of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Board Secretary")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "secretary@example.org")


def run(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path, message: str, date: str, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    os.environ["GIT_AUTHOR_DATE"] = os.environ["GIT_COMMITTER_DATE"] = date
    try:
        run(root, "add", "-A")
        run(root, "commit", "-q", "-m", message)
    finally:
        del os.environ["GIT_AUTHOR_DATE"], os.environ["GIT_COMMITTER_DATE"]
    return run(root, "rev-parse", "HEAD")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A repository with two commits."""
    root = tmp_path / "records"
    root.mkdir()
    run(root, "init", "-q", "-b", "main")
    commit(root, "first", "2018-06-01T09:00:00+0100", {"govdocs.yaml": "name: A\n", "meetings/é b.md": "words\n"})
    commit(root, "second", "2018-06-14T10:30:00+0100", {"govdocs.yaml": "name: B\n", ".gitignore": "build/\n"})
    return root


def test_head_and_the_last_change_of_every_file(records: Path) -> None:
    first, second = run(records, "rev-list", "--reverse", "HEAD").split()
    facts, found = repository_facts(records)
    assert found == ()
    assert facts is not None

    assert (facts.commit, facts.clean, facts.whole) == (second, True, True)
    assert facts.date == datetime(2018, 6, 14, 10, 30, tzinfo=SUMMER)
    assert facts.date.utcoffset() == timedelta(hours=1)
    assert facts.changes == {
        "govdocs.yaml": Change(second, datetime(2018, 6, 14, 9, 30, tzinfo=UTC)),
        ".gitignore": Change(second, datetime(2018, 6, 14, 9, 30, tzinfo=UTC)),
        "meetings/é b.md": Change(first, datetime(2018, 6, 1, 8, 0, tzinfo=UTC)),
    }
    assert facts.blobs["govdocs.yaml"] == run(records, "hash-object", "govdocs.yaml")
    assert facts.blobs.keys() == facts.changes.keys()


@pytest.mark.parametrize(
    ("name", "clean"), [("govdocs.yaml", False), ("records/new.yaml", False), ("build/pack.pdf", True)]
)
def test_clean_means_nothing_changed_or_added_that_git_would_keep(records: Path, name: str, *, clean: bool) -> None:
    (records / name).parent.mkdir(exist_ok=True)
    (records / name).write_text("changed")
    facts, _ = repository_facts(records)

    assert facts is not None
    assert facts.clean is clean


def test_files_that_were_deleted_are_left_out(records: Path) -> None:
    run(records, "rm", "-q", "govdocs.yaml")
    commit(records, "third", "2018-06-15T10:00:00Z", {})
    facts, _ = repository_facts(records)

    assert facts is not None
    assert "govdocs.yaml" not in facts.changes


def test_a_folder_inside_a_repository_sees_its_own_files_only(records: Path) -> None:
    commit(records, "third", "2018-06-15T10:00:00Z", {"other/a.txt": "x"})
    (records / "other" / "b.txt").write_text("not added")
    facts, _ = repository_facts(records / "meetings")

    assert facts is not None
    assert list(facts.changes) == list(facts.blobs) == ["é b.md"]
    assert facts.clean


def test_a_change_made_in_merging_counts(records: Path) -> None:
    run(records, "checkout", "-q", "-b", "draft", "HEAD~1")
    commit(records, "draft", "2018-06-16T10:00:00Z", {"govdocs.yaml": "name: C\n"})
    run(records, "checkout", "-q", "main")
    subprocess.run(["git", "merge", "-q", "draft"], cwd=records, check=False, capture_output=True)
    merged = commit(records, "merged", "2018-06-17T10:00:00Z", {"govdocs.yaml": "name: D\n"})
    facts, _ = repository_facts(records)

    assert facts is not None
    assert facts.changes["govdocs.yaml"].commit == facts.commit == merged


def test_without_a_repository_there_is_a_note_only(tmp_path: Path) -> None:
    facts, found = repository_facts(tmp_path)

    assert facts is None
    assert [finding.problem.name for finding in found] == ["not-under-version-control"]
    assert all(finding.severity(stage) == Severity.NOTE for finding in found for stage in Stage)
    assert "not under version control" in found[0].message


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    run(tmp_path, "init", "-q")
    facts, found = repository_facts(tmp_path)

    assert facts is None
    assert [finding.message for finding in found] == ["there is no commit yet"]


def test_a_folder_of_which_nothing_is_committed(records: Path) -> None:
    (records / "new").mkdir()
    (records / "new" / "a.yaml").write_text("a: 1\n")
    facts, found = repository_facts(records / "new")

    assert facts is None
    assert "its files are in no commit" in found[0].message


def test_a_missing_git_is_named(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    facts, found = repository_facts(records)

    assert facts is None
    assert [finding.message for finding in found] == ["git is not installed, or not found"]


def test_a_damaged_repository_is_named(records: Path) -> None:
    (records / ".git" / "refs" / "heads" / "main").write_text("nonsense\n")
    facts, found = repository_facts(records)

    assert facts is None
    assert [finding.problem.name for finding in found] == ["not-under-version-control"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can give a folder away")
def test_a_folder_of_another_user_is_named(records: Path) -> None:
    os.chown(records, 12345, 12345)
    os.chown(records / ".git", 12345, 12345)
    facts, found = repository_facts(records)

    assert facts is None
    assert "safe.directory" in found[0].hint


def test_a_detached_head_is_as_good(records: Path) -> None:
    run(records, "checkout", "-q", "--detach", "HEAD~1")
    facts, found = repository_facts(records)

    assert found == ()
    assert facts is not None
    assert facts.commit == run(records, "rev-parse", "HEAD")


def test_a_shallow_clone_says_that_its_history_is_cut_off(records: Path, tmp_path: Path) -> None:
    run(tmp_path, "clone", "-q", "--depth", "1", records.as_uri(), "shallow")
    facts, found = repository_facts(tmp_path / "shallow")

    assert facts is not None
    assert not facts.whole
    assert [finding.problem.name for finding in found] == ["history-cut-off"]


def test_a_second_working_tree(records: Path, tmp_path: Path) -> None:
    run(records, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "HEAD~1")
    facts, found = repository_facts(tmp_path / "tree")

    assert found == ()
    assert facts is not None
    assert facts.commit == run(records, "rev-parse", "HEAD~1")


def test_variables_that_point_elsewhere_are_not_followed(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    facts, found = repository_facts(records)

    assert found == ()
    assert facts is not None
    assert (facts.clean, len(facts.changes)) == (True, 3)
    assert os.environ["GIT_DIR"] == str(other / ".git")


def test_no_program_of_the_repository_is_run(records: Path, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    hook = tmp_path / "hook"
    hook.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
    hook.chmod(0o755)
    for name in ("post-index-change", "post-checkout", "pre-commit"):
        (records / ".git" / "hooks" / name).write_text(hook.read_text())
        (records / ".git" / "hooks" / name).chmod(0o755)
    run(records, "config", "core.fsmonitor", str(hook))
    run(records, "config", "log.showSignature", "true")
    os.utime(records / "govdocs.yaml", (1, 1))
    mark.unlink(missing_ok=True)
    facts, found = repository_facts(records)

    assert (facts is not None, found, mark.exists()) == (True, (), False)
