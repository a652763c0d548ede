"""`manifest.json`: what a release consists of, and what it was made from."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from govdocs import __version__

NAME = "manifest.json"
UNVERSIONED = "not under version control"


@dataclass(frozen=True, slots=True)
class Origin:
    """What outputs were made from, and how: enough to make them again.

    ``commit`` is the commit's id or `UNVERSIONED`; ``clean`` says that all records were as in that commit. ``stage`` is
    how far the papers had come. ``date`` is the moment that the files were told to carry, empty where they carry those
    of their commits. ``audience`` is for whom they were made. ``govdocs`` is the version of the program.
    """

    commit: str = UNVERSIONED
    clean: bool = True
    stage: str = "circulate"
    date: str = ""
    audience: str = "public"
    large_print: bool = False
    govdocs: str = __version__


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a release: its SHA-256, and what it was made from."""

    sha256: str
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Manifest:
    """All outputs by their path within the release, and what the last build made its own from.

    ``sources`` are the ids that git has for the contents of all records that were read, by path. An output of another
    format than the last build's may be of an older origin.
    """

    outputs: Mapping[str, Output]
    origin: Origin = Origin()
    meeting: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)


def make_manifest(
    outputs: Mapping[str, bytes], origin: Origin, meeting: str, sources: Mapping[str, str], previous: Manifest
) -> Manifest:
    """The manifest of ``outputs`` and of those ``previous`` ones that were made in formats not built this time."""
    formats = {PurePosixPath(path).suffix for path in outputs}
    older = {path: output for path, output in previous.outputs.items() if PurePosixPath(path).suffix not in formats}
    built = {path: Output(digest(content), origin) for path, content in outputs.items()}
    return Manifest({**older, **built}, origin, meeting, sources)


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as a file: the same release gives the same bytes."""
    outputs = {
        path: {"sha256": output.sha256} | ({"from": _facts(output.origin)} if output.origin != manifest.origin else {})
        for path, output in sorted(manifest.outputs.items())
    }
    data = {
        "meeting": manifest.meeting,
        **_facts(manifest.origin),
        "outputs": outputs,
        "sources": dict(sorted(manifest.sources.items())),
    }
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(content: bytes) -> Manifest | None:
    """A manifest that an earlier build wrote; None where it is not as a build writes it.

    Paths that would lead out of the release's folder make it unreadable: a manifest is a file that anybody can edit,
    and what it lists is taken away when it is no longer produced.
    """
    try:
        data = json.loads(content)
        origin = _origin(data)
        outputs = {
            str(path): Output(str(entry["sha256"]), _origin(entry["from"]) if "from" in entry else origin)
            for path, entry in data["outputs"].items()
        }
        sources = {str(path): str(blob) for path, blob in data.get("sources", {}).items()}
        meeting = str(data.get("meeting", ""))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Manifest(outputs, origin, meeting, sources) if all(map(is_inside, outputs)) else None


def is_inside(path: str) -> bool:
    """Whether a relative path stays in the folder that it is relative to."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in path


def _facts(origin: Origin) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "govdocs": origin.govdocs,
        "commit": origin.commit,
        "clean": origin.clean,
        "stage": origin.stage,
        "audience": origin.audience,
    }
    return (
        facts | ({"date": origin.date} if origin.date else {}) | ({"large print": True} if origin.large_print else {})
    )


def _origin(facts: Mapping[str, Any]) -> Origin:
    return Origin(
        commit=str(facts["commit"]),
        clean=bool(facts.get("clean", True)),
        stage=str(facts.get("stage", "circulate")),
        date=str(facts.get("date", "")),
        audience=str(facts.get("audience", "public")),
        large_print=bool(facts.get("large print", False)),
        govdocs=str(facts.get("govdocs", "")),
    )
