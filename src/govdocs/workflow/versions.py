"""Which version of the records a document was made from, and the moment that its files carry.

The same commit must give the same bytes in any clone, and a commit that does not touch a paper must leave its files as
they are. So a document carries not the date of the last commit but that of the last commit of *its own sources*: the
files that its blocks were typed in. What it prints from elsewhere, such as a person's post, has no date here; it is in
the content key, which the document carries beside it.
"""

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from govdocs.compose.blocks import Document, Pack
from govdocs.history.repository import Facts
from govdocs.places import Place
from govdocs.publish.manifest import Origin
from govdocs.read.nodes import Sources
from govdocs.workflow.settings import Settings
from govdocs.workflow.unchanged import SOURCES
from govdocs.writing import take_bytes

_SHOWN = 10
UNCOMMITTED = " with changes that are not committed"


@dataclass(frozen=True, slots=True)
class Moment:
    """What decides a file's date: the history if there is one, and a moment that was given and then wins."""

    root: Path
    facts: Facts | None
    given: datetime | None


def is_source(path: str) -> bool:
    """Whether what is built can depend on the file."""
    return path.partition("/")[0] in SOURCES


def is_clean(facts: Facts) -> bool:
    """Whether all records are as in the commit."""
    return not any(is_source(path) for path in facts.changed)


def name_version(facts: Facts | None) -> str:
    """``commit 1a2b3c4d5e``, whether there are changes since, or that there is no version control."""
    if facts is None:
        return "records that are not under version control"
    return f"commit {facts.commit[:_SHOWN]}{'' if is_clean(facts) else UNCOMMITTED}"


def make_origin(settings: Settings, facts: Facts | None) -> Origin:
    """What a build is made from, for its manifest."""
    date = settings.now.isoformat() if settings.pinned else ""
    made = Origin(stage=settings.stage.value, date=date, audience=settings.audience, large_print=settings.large_print)
    if facts is None:
        return replace(made, clean=False)
    return replace(made, commit=facts.commit, clean=is_clean(facts))


def source_ids(root: Path, sources: Sources, facts: Facts | None) -> dict[str, str]:
    """The id that git has for the content of every record that was read, by path."""
    ids: dict[str, str] = {}
    for path in sorted({*sources.files, *sources.assets, *sources.broken}):
        if facts is not None and path in facts.blobs and path not in facts.changed:
            ids[path] = facts.blobs[path]
        else:
            with contextlib.suppress(OSError):
                ids[path] = _blob_id(take_bytes(root / path), facts)
    return ids


def _blob_id(content: bytes, facts: Facts | None) -> str:
    """As git makes it: repositories with the longer ids use another digest."""
    blob = b"blob %d\0%b" % (len(content), content)
    longer = facts is not None and len(facts.commit) == len(hashlib.sha256().hexdigest())
    return hashlib.sha256(blob).hexdigest() if longer else hashlib.sha1(blob, usedforsecurity=False).hexdigest()


def document_date(places: Sequence[Place], moment: Moment) -> datetime:
    """The moment given, else that of the last commit of the document's own sources, else when they were last saved."""
    if moment.given is not None:
        return moment.given
    own = {place.path for place in places}
    if moment.facts is None:
        return _last_saved(moment.root, own)
    dates = [change.date for path, change in moment.facts.changes.items() if path in own]
    return max(dates, default=moment.facts.date).astimezone(UTC)


def pack_date(pack: Pack, moment: Moment) -> datetime:
    """The moment given, else the commit's, else when the last of the pack's sources was saved."""
    if moment.given is not None:
        return moment.given
    if moment.facts is not None:
        return moment.facts.date.astimezone(UTC)
    return _last_saved(moment.root, {part.document.place.path for part in pack.parts})


def describe_document(
    document: Document, content: str, places: Sequence[Place], meeting: str, facts: Facts | None
) -> tuple[tuple[str, str], ...]:
    """The facts that a document's files carry: body, meeting, status and its own version.

    ``content`` is the key of its blocks, ``places`` are their places.
    """
    own = {place.path for place in places}
    version = f"content {content[:_SHOWN]}"
    if facts is not None:
        changes = [change for path, change in facts.changes.items() if path in own]
        last = max(changes, key=lambda change: (change.date, change.commit), default=None)
        since = UNCOMMITTED if own & facts.changed else ""
        version = f"commit {last.commit[:_SHOWN] if last else 'none yet'}{since}, {version}"
    return _filled(Body=document.author, Meeting=meeting, Status=document.status or document.watermark, Version=version)


def describe_pack(pack: Pack, meeting: str, facts: Facts | None) -> tuple[tuple[str, str], ...]:
    """The facts that a pack carries: body, meeting and the commit that it was made from."""
    version = name_version(facts) if facts is None else name_version(facts).replace(facts.commit[:_SHOWN], facts.commit)
    return _filled(Body=pack.author, Meeting=meeting, Version=version)


def _filled(**facts: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts.items() if value)


def _last_saved(root: Path, paths: set[str]) -> datetime:
    seconds = [int((root / path).stat().st_mtime) for path in paths if (root / path).is_file()]
    return datetime.fromtimestamp(max(seconds, default=0), tz=UTC)
