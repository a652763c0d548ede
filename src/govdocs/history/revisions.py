"""The records as they were at another revision."""

import io
import tarfile
from pathlib import Path

import git

from govdocs.errors import CannotGoOnError
from govdocs.history.repository import own_environment


def export_revision(root: Path, revision: str, folder: Path) -> dict[str, str]:
    """Put the files below ``root``, as they were where the present state left ``revision``, into ``folder``.

    That is the last commit which both have: what came to a branch of others since then is no change of this one.
    Where a shallow clone does not hold it, it is the revision itself. The result says what files are called now that
    git takes to be renamed, by the paths of then.

    Raises:
        CannotGoOnError: ``root`` is not under version control, or there is no such revision.
    """
    with own_environment():
        try:
            repository = git.Repo(root, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError, OSError, ValueError) as error:
            raise CannotGoOnError(
                "this folder is not under version control, so there is no other revision of it",
                hint="run `git init` in it, and commit",
            ) from error
        with repository:
            prefix = root.resolve().relative_to(Path(repository.working_tree_dir or root).resolve()).as_posix()
            commit = _parting(repository, revision)
            tree = commit if prefix == "." else f"{commit}:{prefix}"
            if not _named(repository, tree):
                return {}  # there were no records in this folder then
            content = io.BytesIO()
            repository.archive(content, tree, format="tar")
            renamed = _renamed(repository, commit, "" if prefix == "." else f"{prefix}/")
    _unpack(content, folder)
    return renamed


def _parting(repository: git.Repo, revision: str) -> str:
    """The commit at which the present state and a revision part ways.

    Raises:
        CannotGoOnError: there is no such revision, or no git to ask.
    """
    try:
        commit = _named(repository, f"{revision}^{{commit}}") if revision.strip("-") == revision.strip() else ""
    except git.GitCommandNotFound as error:
        raise CannotGoOnError("git is not installed here", hint="install git, or leave out the revision") from error
    if not commit:
        raise CannotGoOnError(
            f"git knows no revision `{revision}` here",
            hint="name a branch, a tag or a commit, such as `origin/main`, and fetch it where this clone lacks it",
        )
    try:
        return str(repository.git.merge_base(commit, "HEAD")).split()[0]
    except (git.GitCommandError, IndexError):
        return commit


def _named(repository: git.Repo, words: str) -> str:
    """The id of what git knows by these words; empty where it knows nothing."""
    try:
        return str(repository.git.rev_parse("--verify", "--quiet", words)).strip()
    except (git.GitCommandError, ValueError):
        return ""


def _renamed(repository: git.Repo, commit: str, prefix: str) -> dict[str, str]:
    """What files below ``prefix`` are called now, by what they were called, as far as git can tell."""
    printed = str(repository.git.diff(commit, "--name-status", "--find-renames", "--diff-filter=R", "-z"))
    words = iter(printed.split("\0"))
    pairs = [(next(words, ""), next(words, "")) for mark in words if mark]
    return {
        old.removeprefix(prefix): new.removeprefix(prefix)
        for old, new in pairs
        if old.startswith(prefix) and new.startswith(prefix)
    }


def _unpack(content: io.BytesIO, folder: Path) -> None:
    content.seek(0)
    with tarfile.open(fileobj=content) as archive:
        members = [(folder / member.name, member) for member in archive if member.isfile() or member.issym()]
        # Links come last, so that no file is written through one; where they lead is for reading to judge.
        for target, member in sorted(members, key=lambda each: each[1].issym()):
            target.parent.mkdir(parents=True, exist_ok=True)
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                target.symlink_to(member.linkname)
            else:
                target.write_bytes(file.read())
