"""`build`: check first, then write every document, bind the pack, and put it all in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from govdocs import __version__
from govdocs.compose.blocks import Document, Pack, PartKind
from govdocs.diagnostics import Diagnostic, Severity, Stage, worst
from govdocs.errors import CannotGoOnError
from govdocs.history.repository import Facts, repository_facts
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.pack.bind import bind
from govdocs.publish.release import release
from govdocs.workflow.check import Checked, examine
from govdocs.workflow.choose import meeting_id_of, require_meeting
from govdocs.workflow.load import load
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.writing import Written, write_documents
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages
from govdocs.write.theme import build_theme, built_in_theme

#: Called as (what is being done, how many documents are done, how many there are).
Progress = Callable[[str, int, int], None]

PACK_FILE = "pack.pdf"


@dataclass(frozen=True, slots=True)
class Output:
    """One file that was put in place; ``pages`` is None where the format has none."""

    path: Path
    title: str
    pages: int | None


@dataclass(frozen=True, slots=True)
class Built:
    """What one build did: ``outputs`` are empty where errors stopped it; ``version`` says what it was built from."""

    checked: Checked
    outputs: tuple[Output, ...]
    version: str


def build_meetings(
    settings: Settings,
    meeting_ids: Sequence[str],
    formats: Sequence[Format] | None,
    out: Path,
    progress: Progress,
    jobs: int | None = None,
) -> Built:
    """Build the papers and packs of the meetings named, or of every meeting that is not archived.

    Errors stop the build before anything is written, except at stage draft, where every page is marked as a draft.

    Raises:
        CannotGoOnError: a meeting does not exist, or the output cannot be put in place.
    """
    facts, said = repository_facts(settings.root)
    loaded = load(settings)
    chosen = _choose(loaded.library, meeting_ids)
    examined = examine(settings, loaded, chosen)
    checked = _with(examined.checked, said)
    version = _version(facts)
    if _stops(checked, settings.stage):
        return Built(checked, (), version)
    kinds = formats or [Format(kind) for kind in loaded.library.settings.formats]
    outputs: list[Output] = []
    for meeting, pack in examined.packs:
        options, said = _options(settings, loaded.library, meeting, facts)
        checked = _with(checked, said)
        files, said = _write_pack(pack, kinds, options, progress, jobs)
        checked = _with(checked, said)
        # A file without content could not be written; a draft that lacks it would be half a pack.
        if _stops(checked, settings.stage) or not all(file.content for file in files.values()):
            return Built(checked, tuple(outputs), version)
        put, said = release(out / meeting.id, {name: file.content for name, file in files.items()}, version)
        checked = _with(checked, said)
        outputs += [Output(put.folder / name, file.title, file.pages) for name, file in files.items()]
    return Built(checked, tuple(outputs), version)


@dataclass(frozen=True, slots=True)
class _File:
    title: str
    content: bytes
    pages: int | None


def _write_pack(
    pack: Pack, kinds: Sequence[Format], options: WriteOptions, progress: Progress, jobs: int | None
) -> tuple[dict[str, _File], tuple[Diagnostic, ...]]:
    """Write every document of the pack and bind it; files by name, in the pack's order, the pack last."""
    documents = list({part.document.name: part.document for part in pack.parts}.values())
    written: dict[str, Written] = {}
    for count, one in enumerate(write_documents(documents, kinds, options, jobs), start=1):
        written[one.document.name] = one
        progress(one.document.label or one.document.title, count, len(documents))
    findings = [finding for one in written.values() for finding in one.findings]
    named = {part.document.name for part in pack.parts if part.kind == PartKind.DOCUMENT}
    files = {
        f"{document.name}.{kind.value}": _file(document, kind, content)
        for document in documents
        if document.name in named
        for kind, content in written[document.name].files
    }
    if Format.PDF in kinds:
        progress("binding the pack", len(documents), len(documents))
        bound, said = bind(pack, _pdfs(written), options)
        findings += said
        files[PACK_FILE] = _File(pack.title, bound, count_pages(bound) if bound else 0)
    return files, tuple(findings)


def _file(document: Document, kind: Format, content: bytes) -> _File:
    pages = count_pages(content) if kind == Format.PDF and content else None
    return _File(document.label or document.title, content, pages)


def _pdfs(written: Mapping[str, Written]) -> dict[str, bytes]:
    return {name: content for name, one in written.items() for kind, content in one.files if kind == Format.PDF}


def _choose(library: Library, meeting_ids: Sequence[str]) -> list[Meeting]:
    """The meetings asked for; those whose records are broken are left out, as their findings say why.

    Raises:
        CannotGoOnError: one of them is not in the repository, or there is none to build.
    """
    if not meeting_ids:
        current = list(library.current_meetings())
        if not current and not any(kind == "meeting" for kind, _ in library.broken):
            raise CannotGoOnError(
                "there is no meeting to build: none is in `meetings/`, or all are archived",
                hint="begin one with `govdocs new meeting`, or name one that is archived",
            )
        return current
    wanted = [meeting_id_of(typed) for typed in meeting_ids]
    return [require_meeting(library, name) for name in wanted if not library.is_broken("meeting", name)]


def _stops(checked: Checked, stage: Stage) -> bool:
    """Whether errors stop the build; a draft is written in spite of them, marked on every page."""
    return stage != Stage.DRAFT and worst(checked.findings, stage) == Severity.ERROR


def _with(checked: Checked, findings: Sequence[Diagnostic]) -> Checked:
    return replace(checked, findings=tuple(dict.fromkeys((*checked.findings, *findings))))


def _version(facts: Facts | None) -> str:
    """``commit 1a2b3c4``, whether there are changes since, or that there is no version control."""
    if facts is None:
        return "records that are not under version control"
    return f"commit {facts.commit[:10]}" + ("" if facts.clean else " with changes that are not committed")


def _options(
    settings: Settings, library: Library, meeting: Meeting, facts: Facts | None
) -> tuple[WriteOptions, tuple[Diagnostic, ...]]:
    """How the papers of a meeting are written: in the theme of its body, dated with the commit."""
    body = library.body_of(meeting)
    theme, findings = built_in_theme(), tuple[Diagnostic, ...]()
    if body is not None and body.theme:
        theme, findings = build_theme(body.theme, lambda token: body.place("theme", *token.split(".")))
    return WriteOptions(theme, _document_date(settings, facts), f"govdocs {__version__}"), findings


def _document_date(settings: Settings, facts: Facts | None) -> datetime:
    """The moment that goes into the files' properties: one given, else the commit's, else now."""
    if settings.pinned or facts is None:
        return settings.now
    return facts.date.astimezone(UTC)
