"""`verify`: whether files are exactly what was built."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from govdocs.errors import CannotGoOnError
from govdocs.publish.manifest import NAME, UNVERSIONED, Manifest, digest, read_manifest


class Verdict(StrEnum):
    """What a file is, compared with what was built."""

    EXACT = "exactly as it was built"
    CHANGED = "not as it was built: it was changed since"
    MISSING = "missing: it was built and is not there any more"
    UNKNOWN = "unknown: no build whose manifest is here made it"


@dataclass(frozen=True, slots=True)
class Verified:
    """One file and its verdict; ``output`` is its path within its release, empty where it belongs to none."""

    path: Path
    output: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were looked at, and the release that they are of: None where they are of none."""

    files: tuple[Verified, ...]
    manifest: Manifest | None
    folder: Path | None


def verify(path: Path, built: Path | None) -> Checked:
    """Compare a file, or all that a manifest or its folder lists, with what was built.

    A file that lies in no release is looked for by its content in the releases below ``built``.

    Raises:
        CannotGoOnError: there is no such file, or its manifest cannot be read.
    """
    if not path.exists():
        raise CannotGoOnError(f"there is no file {path}", hint="check the spelling of the path")
    if path.is_dir() or path.name == NAME:
        folder = path if path.is_dir() else path.parent
        manifest = _require_manifest(folder)
        files = tuple(_compare(folder, output, manifest) for output in sorted(manifest.outputs))
        return Checked(files, manifest, folder)
    for folder in path.resolve().parents:
        beside = read_manifest((folder / NAME).read_bytes()) if (folder / NAME).is_file() else None
        output = path.resolve().relative_to(folder).as_posix()
        if beside is not None and output in beside.outputs:
            return Checked((_compare(folder, output, beside),), beside, folder)
    return _look_for(path, sorted(built.rglob(NAME)) if built and built.is_dir() else [])


def name_origin(manifest: Manifest) -> str:
    """For which meeting, by what and from what a release was built."""
    origin = manifest.origin
    source = f"from commit {origin.commit}"
    if origin.commit == UNVERSIONED:
        source = "from records that are not under version control"
    elif not origin.clean:
        source += " with changes that were not committed"
    return f"for {manifest.meeting or 'a meeting'} by govdocs {origin.govdocs}, {source}"


def _require_manifest(folder: Path) -> Manifest:
    try:
        manifest = read_manifest((folder / NAME).read_bytes())
    except FileNotFoundError as error:
        raise CannotGoOnError(
            f"there is no {NAME} in {folder}; expected the folder of a meeting that was built",
            hint="name a folder such as build/BODY/DATE, or one file in it",
        ) from error
    except OSError as error:
        raise CannotGoOnError(f"{folder / NAME} cannot be read: {error.strerror or error}") from error
    if manifest is None:
        raise CannotGoOnError(
            f"{folder / NAME} is not as a build writes it: it was changed or cut off",
            hint="build the meeting again, or get the manifest from where the papers came from",
        )
    return manifest


def _compare(folder: Path, output: str, manifest: Manifest) -> Verified:
    path = folder / output
    try:
        same = digest(path.read_bytes()) == manifest.outputs[output].sha256
    except FileNotFoundError:
        return Verified(path, output, Verdict.MISSING)
    except OSError as error:
        raise CannotGoOnError(f"{path} cannot be read: {error.strerror or error}") from error
    return Verified(path, output, Verdict.EXACT if same else Verdict.CHANGED)


def _look_for(path: Path, manifests: Sequence[Path]) -> Checked:
    """A file from somewhere else, such as from a message: known by its content, or at least by its name."""
    try:
        sha256 = digest(path.read_bytes())
    except OSError as error:
        raise CannotGoOnError(f"{path} cannot be read: {error.strerror or error}") from error
    for place in manifests:
        manifest = read_manifest(place.read_bytes())
        for output, made in manifest.outputs.items() if manifest else ():
            if made.sha256 == sha256:
                return Checked((Verified(path, output, Verdict.EXACT),), manifest, place.parent)
    return Checked((Verified(path, "", Verdict.UNKNOWN),), None, None)
