"""Which version of the records this is, and when each file last changed."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import git

from govdocs.diagnostics import Diagnostic, Problem
from govdocs.history.problems import HISTORY_CUT_OFF, NOT_UNDER_VERSION_CONTROL
from govdocs.places import Place

# Settings of the user or of the repository must neither run a program nor change what is printed.
_SETTINGS = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "log.showSignature=false",
    "color.ui=false",
)
# Where git and its settings are installed; all other variables speak of some repository.
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH", "GIT_PYTHON_")
_COMMIT = "\x01"
_HERE = Place(".")


@dataclass(frozen=True, slots=True)
class Change:
    """A commit, by its full id, and when it was made; ``date`` knows its time zone."""

    commit: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What git knows of the records. Paths are relative to the records' top folder, with forward slashes.

    ``clean`` says that nothing was changed or added since the commit (files that git ignores do not count).
    ``changes`` holds the last change of every file of the commit, ``blobs`` the id of its content. In a history that
    is not ``whole``, the last change of a file may be older than it seems. ``changed`` are the files that were changed,
    added or taken away since the commit.
    """

    commit: str
    date: datetime
    clean: bool
    whole: bool
    changes: Mapping[str, Change]
    blobs: Mapping[str, str]
    changed: frozenset[str] = frozenset()


def repository_facts(root: Path, revision: str = "") -> tuple[Facts | None, tuple[Diagnostic, ...]]:
    """The facts of the folder ``root``, or None and a note where it is not under version control.

    Without ``revision`` those of what is checked out; with it those of that commit, as if it were checked out clean.

    Four git processes, however many files and commits there are.
    """
    with own_environment():
        try:
            repository = git.Repo(root, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            return None, (_not_controlled("this folder is not under version control", "run `git init` in it"),)
        except (OSError, ValueError) as error:
            return None, (_not_controlled(f"git cannot read its own files here: {_last_line(error)}", ""),)
        with contextlib.closing(repository):
            return _facts(repository, root, revision)


def _facts(repository: git.Repo, root: Path, revision: str) -> tuple[Facts | None, tuple[Diagnostic, ...]]:
    try:
        blobs = _blobs(root, revision or "HEAD")
        if not blobs:
            message = "this folder is not under version control: its files are in no commit"
            return None, (_not_controlled(message, "run `git add .` and `git commit` in it"),)
        head = _change(_git(root, "log", "-1", f"--format={_COMMIT}%H %cI", revision or "HEAD").removeprefix(_COMMIT))
        changed = frozenset[str]() if revision else _changed(root, Path(repository.working_tree_dir or root))
        changes = {path: change for path, change in _changes(root, revision or "HEAD").items() if path in blobs}
    except git.GitCommandNotFound:
        return None, (_not_controlled("git is not installed, or not found", "install git"),)
    except (git.GitCommandError, ValueError) as error:
        return None, (_refused(error),)
    whole = not (Path(repository.common_dir) / "shallow").exists()
    notes = () if whole else (_note(HISTORY_CUT_OFF, "the history is cut off", "run `git fetch --unshallow`"),)
    return Facts(head.commit, head.date, not changed, whole, changes, blobs, changed), notes


def _git(root: Path, *words: str) -> str:
    """What git prints for the command ``words``, run in ``root``.

    Raises:
        git.GitCommandNotFound: git is not installed.
        git.GitCommandError: git refused.
    """
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    printed = git.Git(root).execute(
        [git.Git.GIT_PYTHON_GIT_EXECUTABLE or "git", "--no-optional-locks", *settings, *words]
    )
    return str(printed)


def _blobs(root: Path, revision: str) -> dict[str, str]:
    """The id of each file's content in the commit; lines are ``mode type id<tab>path``."""
    blobs = {}
    for line in _git(root, "ls-tree", "-r", "-z", revision).split("\0"):
        facts, _, path = line.partition("\t")
        if path:
            blobs[path] = facts.split(" ")[2]
    return blobs


def _changes(root: Path, revision: str) -> dict[str, Change]:
    """The newest commit that touched each file, in one pass over the history, newest first."""
    changes: dict[str, Change] = {}
    # `-c`: of a merge only the files that differ from all its parents, that is, those changed in merging.
    words = ("log", "-c", "--name-only", "--no-renames", "--relative", f"--format={_COMMIT}%H %cI")
    printed = _git(root, *words, revision, "--", ".")
    for part in printed.split(_COMMIT)[1:]:
        head, _, names = part.partition("\n")
        change = _change(head)
        for name in names.split("\n"):
            if name:
                changes.setdefault(name, change)
    return changes


def _changed(root: Path, top: Path) -> frozenset[str]:
    """The files under ``root`` that are not as in the commit; git names them from ``top``, the repository's folder."""
    printed = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    prefix = root.resolve().relative_to(top.resolve()).as_posix()
    start = 0 if prefix == "." else len(prefix) + 1
    # Entries are two letters of status, a space and the path.
    return frozenset(entry[3 + start :] for entry in printed.split("\0") if entry)


def _change(line: str) -> Change:
    commit, _, date = line.strip().partition(" ")
    return Change(commit, datetime.fromisoformat(date))


@contextlib.contextmanager
def own_environment() -> Iterator[None]:
    """Without the variables by which git's hooks and some editors point git at another repository."""
    taken = {
        name: os.environ.pop(name)
        for name in list(os.environ)
        if name.startswith("GIT_") and not name.startswith(_KEPT)
    }
    try:
        yield
    finally:
        os.environ.update(taken)


def _refused(error: Exception) -> Diagnostic:
    said = str(error)
    if "dubious ownership" in said or "unsafe repository" in said:
        return _not_controlled(
            "git does not read this folder because it belongs to another user",
            "run `git config --global --add safe.directory` with this folder's path, if you trust it",
        )
    if "HEAD" in said and ("Not a valid object name" in said or "unknown revision" in said or "bad revision" in said):
        return _not_controlled("there is no commit yet", "run `git add .` and `git commit`")
    return _not_controlled(f"git cannot read this repository: {_last_line(error)}", "run `git status` to see why")


def _last_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1].removeprefix("stderr: ").strip("'").removeprefix("fatal: ") if lines else type(error).__name__


def _not_controlled(message: str, hint: str) -> Diagnostic:
    return _note(NOT_UNDER_VERSION_CONTROL, message, hint)


def _note(problem: Problem, message: str, hint: str) -> Diagnostic:
    return Diagnostic(problem, message, _HERE, hint)
