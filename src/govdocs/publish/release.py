"""A release: all outputs of a meeting put in place, each whole, the pack last."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.places import Place
from govdocs.publish.manifest import NAME, Manifest, digest, is_inside, make_manifest, read_manifest, write_manifest
from govdocs.publish.problems import KEPT_OUTPUT, UNREADABLE_MANIFEST
from govdocs.writing import discard_file, keep_file, place_file, stage_file

PACK = "pack.pdf"


@dataclass(frozen=True, slots=True)
class Release:
    """What a release did to its folder: the paths within it that were put in place, and those taken away."""

    folder: Path
    written: tuple[str, ...]
    removed: tuple[str, ...]


def release(folder: Path, outputs: Mapping[str, bytes], commit: str = "") -> tuple[Release, tuple[Diagnostic, ...]]:
    """Put ``outputs``, by path within ``folder``, in place; the pack after all others, then the manifest.

    Everything is first written beside its place, so that a full disk or a read-only folder leaves the previous release
    as it was. Then outputs of the previous release that are produced no more are taken away: only files that its
    manifest lists and that are still as it left them, never a file of the user's. A build of some
    formats only leaves the others as they are. ``commit`` says what the outputs were made from, empty for records that
    are not under version control.

    Raises:
        CannotGoOnError: an output cannot be written; the message says which and why.
        ValueError: a path leads out of the folder or is that of the manifest, or an output is empty.
    """
    for path, content in outputs.items():
        if not is_inside(path) or path == NAME:
            raise ValueError(f"`{path}` is no path for an output")
        if not content:
            raise ValueError(f"`{path}` is empty: it could not be written, so there is nothing to release")
    previous, found = _previous(folder)
    manifest = make_manifest(outputs, commit, previous)
    in_order = sorted(outputs, key=lambda path: (path == PACK, path))
    files = {**{path: outputs[path] for path in in_order}, NAME: write_manifest(manifest)}
    stale = _stale(folder, previous, manifest)
    with _staged(folder, files) as partials, _restored(folder, [*in_order, *stale]):
        for path in in_order:
            place_file(partials[path], folder / path)
        removed, kept = _remove(folder, stale, previous)
        place_file(partials[NAME], folder / NAME)
    return Release(folder, tuple(in_order), removed), (*found, *kept)


@contextlib.contextmanager
def _staged(folder: Path, files: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """All files written beside their places; those not placed in the end are taken away again."""
    partials: dict[str, Path] = {}
    try:
        for path, content in files.items():
            partials[path] = stage_file(folder / path, content)
        yield partials
    finally:
        for partial in partials.values():
            discard_file(partial)


@contextlib.contextmanager
def _restored(folder: Path, paths: Sequence[str]) -> Iterator[None]:
    """What is at ``paths`` is put back where placing the new files fails half-way, on a file that is open elsewhere."""
    earlier: dict[str, Path | None] = {}
    try:
        for path in paths:
            earlier[path] = keep_file(folder / path)
        yield
    except CannotGoOnError:
        for path, kept in earlier.items():
            with contextlib.suppress(OSError):
                if kept is None:
                    (folder / path).unlink(missing_ok=True)
                else:
                    kept.replace(folder / path)
        raise
    finally:
        for kept in earlier.values():
            if kept:
                discard_file(kept)


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


def _stale(folder: Path, previous: Manifest, manifest: Manifest) -> list[str]:
    """Outputs of the previous release that are there and produced no more."""
    gone = sorted(set(previous.outputs) - set(manifest.outputs) - {NAME})
    # A link may lead anywhere; builds do not make any.
    return [path for path in gone if (folder / path).is_file() and not (folder / path).is_symlink()]


def _remove(folder: Path, paths: Sequence[str], previous: Manifest) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Take files away that are still as the previous release left them."""
    removed: list[str] = []
    kept: list[Diagnostic] = []
    for path in paths:
        stale = folder / path
        try:
            if digest(stale.read_bytes()) == previous.outputs[path].sha256:
                stale.unlink()
                removed.append(path)
                continue
            message = f"`{path}` is no longer produced but was changed since it was built; it is kept"
        except OSError as error:
            message = f"`{path}` is no longer produced and could not be taken away ({error.strerror or error})"
        hint = "carry the changes over into its source, or take the file away"
        kept.append(Diagnostic(KEPT_OUTPUT, message, _place(stale), hint))
    return tuple(removed), tuple(kept)


def _place(path: Path) -> Place:
    """A place by the last three parts of a path: the body's folder, the meeting's, and the file."""
    return Place("/".join(path.parts[-3:]))
