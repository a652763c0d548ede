"""A release: all outputs of a meeting and their manifest put in place in one step."""

import errno
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.places import Place
from govdocs.publish.manifest import (
    NAME,
    Manifest,
    Origin,
    digest,
    is_inside,
    make_manifest,
    read_manifest,
    write_manifest,
)
from govdocs.publish.problems import KEPT_OUTPUT, UNREADABLE_MANIFEST
from govdocs.publish.switching import begin_folder, files_below, heal, switch
from govdocs.writing import put_file

_UNKNOWN = Origin()
PACKS = ("pack.docx", "pack.pdf")
"""The bound files, in the order in which they follow all others."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a release did to its folder: the paths within it that were put in place, and those taken away."""

    folder: Path
    written: tuple[str, ...]
    removed: tuple[str, ...]


def release(
    folder: Path,
    outputs: Mapping[str, bytes],
    origin: Origin = _UNKNOWN,
    meeting: str = "",
    sources: Mapping[str, str] | None = None,
) -> tuple[Release, tuple[Diagnostic, ...]]:
    """Put ``outputs``, by path within ``folder``, and their manifest in place, all in one step.

    The release is put together beside its place, with the user's own files and the outputs in other formats than
    those built, and then exchanged with the previous one: whatever happens, a full disk or the end of the process,
    readers find the previous release or this one, whole. Outputs that are produced no more are left behind: only
    files that the previous manifest lists and that are still as it left them. ``origin``, ``meeting`` and ``sources``
    go into the manifest.

    Raises:
        CannotGoOnError: an output cannot be written; the message says which and why.
        ValueError: a path leads out of the folder or is that of the manifest, or an output is empty.
    """
    for path, content in outputs.items():
        if not is_inside(path) or path == NAME:
            raise ValueError(f"`{path}` is no path for an output")
        if not content:
            raise ValueError(f"`{path}` is empty: it could not be written, so there is nothing to release")
    folder = Path(os.path.realpath(folder))
    heal(folder)
    _require_room(folder, outputs)
    previous, found = _previous(folder)
    manifest = make_manifest(outputs, origin, meeting, sources or {}, previous)
    gone, kept = _gone(folder, previous, manifest)
    in_order = sorted(outputs, key=lambda path: (PACKS.index(path) if path in PACKS else -1, path))
    files = {**{path: outputs[path] for path in in_order}, NAME: write_manifest(manifest)}
    _replace(folder, files, gone)
    return Release(folder, tuple(in_order), tuple(gone)), (*found, *kept)


def _replace(folder: Path, files: Mapping[str, bytes], gone: Collection[str]) -> None:
    """Let ``folder`` hold ``files`` and what it held besides, without those ``gone``."""
    begun = None
    try:
        begun = begin_folder(folder)
        for path in files_below(folder):
            if path not in files and path not in gone:
                _carry_over(folder / path, begun / path)
        for path, content in files.items():
            put_file(begun / path, content)
        switch(begun, folder)
    except CannotGoOnError as error:
        raise CannotGoOnError(error.message.replace(str(begun), str(folder)), hint=error.hint) from error
    except OSError as error:
        raise _cannot_replace(folder, error.strerror or str(error)) from error
    finally:
        if begun is not None:
            heal(folder)


def _carry_over(path: Path, place: Path) -> None:
    """Let a file be in the new release as well: the same file where the disk allows it, else a copy."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, place, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, place, follow_symlinks=False)


def _require_room(folder: Path, outputs: Mapping[str, bytes]) -> None:
    """A folder that its owner has locked stays as it is, and so does a folder in the place of an output."""
    if folder.exists() and not folder.is_dir():
        raise _cannot_replace(folder, os.strerror(errno.ENOTDIR))
    if folder.exists() and not os.access(folder, os.W_OK):
        raise _cannot_replace(folder, os.strerror(errno.EACCES))
    for path in outputs:
        if (folder / path).is_dir():
            raise _cannot_replace(folder / path, os.strerror(errno.EISDIR))


def _cannot_replace(path: Path, why: str) -> CannotGoOnError:
    hint = "close it in other programs, or choose a folder that you may write to; what was built before is unchanged"
    return CannotGoOnError(f"cannot write {path}: {why}", hint=hint)


def _previous(folder: Path) -> tuple[Manifest, tuple[Diagnostic, ...]]:
    """The manifest of the release before this one."""
    try:
        content = (folder / NAME).read_bytes()
    except OSError:
        return Manifest({}), ()
    manifest = read_manifest(content)
    if manifest:
        return manifest, ()
    message = "the manifest of the build before cannot be read; expected it as that build wrote it"
    hint = "take away by hand what that build left and this one did not write anew"
    return Manifest({}), (Diagnostic(UNREADABLE_MANIFEST, message, _place(folder / NAME), hint),)


def _gone(folder: Path, previous: Manifest, manifest: Manifest) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Outputs of the previous release that are produced no more, and a finding for those that somebody changed."""
    gone: list[str] = []
    kept: list[Diagnostic] = []
    for path in sorted(set(previous.outputs) - set(manifest.outputs) - {NAME}):
        stale = folder / path
        # A link may lead anywhere; builds do not make any.
        if not stale.is_file() or stale.is_symlink():
            continue
        try:
            if digest(stale.read_bytes()) == previous.outputs[path].sha256:
                gone.append(path)
                continue
            message = f"`{path}` is no longer produced but was changed since it was built; it is kept"
        except OSError as error:
            message = f"`{path}` is no longer produced and cannot be read ({error.strerror or error}); it is kept"
        hint = "carry the changes over into its source, or take the file away"
        kept.append(Diagnostic(KEPT_OUTPUT, message, _place(stale), hint))
    return gone, tuple(kept)


def _place(path: Path) -> Place:
    """A place by the last three parts of a path: the body's folder, the meeting's, and the file."""
    return Place("/".join(path.parts[-3:]))
