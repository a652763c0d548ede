"""`manifest.json`: what a release consists of, and what it was made from."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from govdocs import __version__

NAME = "manifest.json"
UNVERSIONED = "not under version control"


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a release: its SHA-256, and the commit that it was made from."""

    sha256: str
    commit: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All outputs by their path within the release, and the commit of the last build.

    ``commit`` is the commit's id, with what else there is to say about it, or `UNVERSIONED`. An output of another
    format than the last build's may be of an older commit.
    """

    outputs: Mapping[str, Output]
    commit: str = UNVERSIONED


def make_manifest(outputs: Mapping[str, bytes], commit: str, previous: Manifest) -> Manifest:
    """The manifest of ``outputs`` and of those ``previous`` ones that were made in formats not built this time."""
    commit = commit or UNVERSIONED
    formats = {PurePosixPath(path).suffix for path in outputs}
    older = {path: output for path, output in previous.outputs.items() if PurePosixPath(path).suffix not in formats}
    built = {path: Output(digest(content), commit) for path, content in outputs.items()}
    return Manifest({**older, **built}, commit)


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as a file: the same release gives the same bytes."""
    outputs = {
        path: {"sha256": output.sha256} | ({"commit": output.commit} if output.commit != manifest.commit else {})
        for path, output in sorted(manifest.outputs.items())
    }
    data = {"govdocs": __version__, "commit": manifest.commit, "outputs": outputs}
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(content: bytes) -> Manifest | None:
    """A manifest that an earlier build wrote; None where it is not as a build writes it.

    Paths that would lead out of the release's folder make it unreadable: a manifest is a file that anybody can edit,
    and what it lists is taken away when it is no longer produced.
    """
    try:
        data = json.loads(content)
        commit = str(data["commit"])
        outputs = {
            str(path): Output(str(entry["sha256"]), str(entry.get("commit", commit)))
            for path, entry in data["outputs"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Manifest(outputs, commit) if all(map(is_inside, outputs)) else None


def is_inside(path: str) -> bool:
    """Whether a relative path stays in the folder that it is relative to."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in path
