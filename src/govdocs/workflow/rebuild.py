"""`verify --rebuild`: make the papers of a commit again, and say where others differ from them."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from govdocs import __version__
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Stage
from govdocs.errors import CannotGoOnError
from govdocs.history.repository import repository_facts
from govdocs.history.revisions import export_revision
from govdocs.publish.manifest import UNVERSIONED, Manifest, Origin
from govdocs.workflow.cache import Cache
from govdocs.workflow.load import load
from govdocs.workflow.pack_files import meeting_theme, write_pack
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.shown import show_to
from govdocs.workflow.verify import Checked, Verdict
from govdocs.workflow.versions import Moment, source_ids
from govdocs.write.differences import describe_differences
from govdocs.write.large_print import large_print

Progress = Callable[[str, int, int], None]
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One output made again: where the file at hand differs from it, nothing if they are the same byte for byte."""

    output: str
    commit: str
    differences: tuple[str, ...]


def rebuild(root: Path, checked: Checked, progress: Progress, jobs: int | None) -> tuple[Rebuilt, ...]:
    """Make the outputs that were looked at again from their commits, and compare the files with them.

    Raises:
        CannotGoOnError: they cannot be made again: not from a commit alone, or not by this version of govdocs.
    """
    manifest = checked.manifest
    if manifest is None:
        raise CannotGoOnError(
            "nobody knows what this file was made from", hint="name the manifest of its build, or a file beside it"
        )
    wanted = [file for file in checked.files if file.output]
    origins = dict.fromkeys(manifest.outputs[file.output].origin for file in wanted)
    results: list[Rebuilt] = []
    for origin in origins:
        _require_same_again(origin)
        names = [file.output for file in wanted if manifest.outputs[file.output].origin == origin]
        made, sources = _make_again(root, origin, manifest.meeting, _kinds(names), progress, jobs)
        for file in wanted:
            if file.output in names:
                at_hand = b"" if file.verdict == Verdict.MISSING else file.path.read_bytes()
                found = _compare(at_hand, made.get(file.output, b""), file.output)
                results.append(Rebuilt(file.output, origin.commit, found))
        if len(wanted) == len(manifest.outputs) and origin == manifest.origin:
            results += _of_the_whole(manifest, made, sources)
    return tuple(results)


def _require_same_again(origin: Origin) -> None:
    if origin.commit == UNVERSIONED:
        raise CannotGoOnError(
            "the papers were built from records that are not under version control, so they cannot be built again",
            hint="run `git init` beside the records, commit them, and build",
        )
    if not origin.clean:
        raise CannotGoOnError(
            f"the papers were built from commit {origin.commit[:10]} with changes that were never committed, "
            "so nobody can build them again",
            hint="commit the records, then build",
        )
    if origin.govdocs != __version__:
        raise CannotGoOnError(
            f"the papers were built with govdocs {origin.govdocs}; this is {__version__} and may write them otherwise",
            hint=f"install that version: pip install govdocs=={origin.govdocs}",
        )


def _kinds(outputs: Sequence[str]) -> list[Format]:
    endings = {PurePosixPath(output).suffix.lstrip(".") for output in outputs}
    return [kind for kind in Format if kind.value in endings]


def _make_again(
    root: Path, origin: Origin, meeting_id: str, kinds: Sequence[Format], progress: Progress, jobs: int | None
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The outputs of a meeting as a commit gives them, by name, and the ids of what was read."""
    with tempfile.TemporaryDirectory(prefix="govdocs-") as folder:
        export_revision(root, origin.commit, Path(folder))
        facts, notes = repository_facts(root, origin.commit)
        if facts is None:
            raise CannotGoOnError(notes[0].message, hint=notes[0].hint)
        given = datetime.fromisoformat(origin.date) if origin.date else None
        settings = Settings(Path(folder), given or facts.date.astimezone(UTC), given is not None, Stage(origin.stage))
        loaded = show_to(load(settings), origin.audience)
        meeting = loaded.library.meetings.get(meeting_id)
        if meeting is None:
            raise CannotGoOnError(f"commit {origin.commit[:10]} has no meeting `{meeting_id}`")
        pack, _ = compose_meeting(loaded.library, meeting, settings.root, settings.stage)
        theme, _ = meeting_theme(loaded.library, meeting)
        theme = large_print(theme) if origin.large_print else theme
        moment = Moment(settings.root, facts, given)
        files, _ = write_pack(pack, meeting.id, kinds, theme, moment, Cache(None), progress, jobs, loaded.sources)
        return {name: file.content for name, file in files.items()}, source_ids(settings.root, loaded.sources, facts)


def _compare(at_hand: bytes, made: bytes, output: str) -> tuple[str, ...]:
    if at_hand == made:
        return ()
    if not at_hand:
        return ("the file is missing",)
    if not made:
        return ("the commit gives no such file",)
    return describe_differences(at_hand, made, PurePosixPath(output).suffix)


def _of_the_whole(manifest: Manifest, made: Mapping[str, bytes], sources: Mapping[str, str]) -> list[Rebuilt]:
    """What the commit gives and the manifest does not list, and sources that the manifest names wrongly."""
    commit = manifest.origin.commit
    found = [Rebuilt(name, commit, ("the manifest does not list it",)) for name in made if name not in manifest.outputs]
    wrong = sorted(path for path in {*sources, *manifest.sources} if sources.get(path) != manifest.sources.get(path))
    if wrong:
        more = f" and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
        words = f"it names other contents than the commit has for {', '.join(wrong[:_MOST_NAMED])}{more}"
        found.append(Rebuilt("manifest.json", commit, (words,)))
    return found
