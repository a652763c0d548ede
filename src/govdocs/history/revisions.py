"""The records as they were at another revision."""

import io
import tarfile
from pathlib import Path

import git

from govdocs.errors import CannotGoOnError
from govdocs.history.repository import own_environment


def export_revision(root: Path, revision: str, folder: Path) -> None:
    """Put the files below ``root``, as they were at ``revision``, into ``folder``.

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
            content = io.BytesIO()
            try:
                commit = repository.rev_parse(f"{revision}^{{commit}}")
                repository.archive(content, str(commit) if prefix == "." else f"{commit}:{prefix}", format="tar")
            except (git.GitCommandError, git.BadName, ValueError, IndexError) as error:
                raise CannotGoOnError(
                    f"git knows no revision `{revision}` here",
                    hint="name a branch, a tag or a commit, such as `origin/main`",
                ) from error
    content.seek(0)
    with tarfile.open(fileobj=content) as archive:
        for member in archive:
            # Links are left out: reading refuses those that lead elsewhere anyway.
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read())
