"""The records that a document was made from, as everybody who may read the document may see them.

What goes with a document must say no more than the document does. So it is not the files themselves that are attached
but what was read from them: without comments and remarks, without waivers, without anything that is restricted, and
without columns of data that no table prints. Registers, such as that of the people, are never attached.
"""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePosixPath

from govdocs.compose.blocks import Document
from govdocs.read.nodes import DataFile, MarkdownFile, Node, Prose, RecordBlock, Scalar, SourceFile, Sources, YamlFile
from govdocs.read.nodes import Mapping as MappingNode
from govdocs.workflow.keys import places_in
from govdocs.write.options import Source

_FOLDERS = ("meetings/", "records/terms-of-reference/")
_RESTRICTED = "restricted"
_UNPRINTED = frozenset({"note", "waivers"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def attached_records(document: Document, sources: Sources) -> tuple[Source, ...]:
    """What is attached to ``document``: the meeting, paper, minutes, terms and data that its blocks were typed in."""
    # The document's own place may be a paper that is held back: only what its pages show was typed for its readers.
    paths = sorted({place.path for place in places_in(document.sections)} | _data_sets(document, sources))
    made = (_attach(path, sources) for path in paths if path.startswith(_FOLDERS))
    return tuple(each for each in made if each is not None)


def _data_sets(document: Document, sources: Sources) -> set[str]:
    """The CSV files of the data sets whose tables the document prints."""
    found = set()
    for path in {place.path for place in places_in(document.sections)}:
        file = sources.files.get(path)
        if isinstance(file, YamlFile) and isinstance(name := file.content.get("csv"), Scalar):
            found.add(str(PurePosixPath(path).with_name(name.text)))
    return found


def _attach(path: str, sources: Sources) -> Source | None:
    file = sources.files.get(path)
    name = path.partition("/")[2].replace("/", "-")
    description = f"{path}, without what is not printed"
    match file:
        case DataFile():
            return Source(name, "text/csv", _write_csv(file, _printed_columns(path, sources)).encode(), description)
        case YamlFile() if PurePosixPath(path).name == "meeting.yaml" and _anything_restricted(path, sources):
            return None
        case YamlFile():
            content = _as_data(file.content)
        case MarkdownFile():
            content = _markdown(file)
        case None:
            return None
    if content is None:
        return None
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return Source(f"{PurePosixPath(name).with_suffix('')}.json", "application/json", text.encode(), description)


def _anything_restricted(path: str, sources: Sources) -> bool:
    """Whether something beside ``path`` is restricted: an agenda must not tell what a restricted paper is called."""
    folder = f"{PurePosixPath(path).parent}/"
    return any(_says_restricted(sources.files[other]) for other in sources.files if other.startswith(folder))


def _says_restricted(file: SourceFile) -> bool:
    match file:
        case DataFile():
            return False
        case YamlFile():
            return _holds_restricted(file.content)
        case MarkdownFile():
            blocks = [block for block in file.body if isinstance(block, RecordBlock)]
            return _holds_restricted(file.header) or any(
                block.kind == _RESTRICTED or _holds_restricted(block.facts) for block in blocks
            )


def _holds_restricted(node: Node) -> bool:
    if isinstance(node, Scalar):
        return False
    if isinstance(node, MappingNode):
        return any(entry.key.text == _RESTRICTED or _holds_restricted(entry.value) for entry in node)
    return any(_holds_restricted(item) for item in node.items)


def _as_data(node: Node) -> object:
    """Plain data; None in place of what is restricted."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        if node.get(_RESTRICTED) is not None:
            return None
        kept = {entry.key.text: _as_data(entry.value) for entry in node if entry.key.text not in _UNPRINTED}
        return {key: value for key, value in kept.items() if value is not None}
    return [data for data in map(_as_data, node.items) if data is not None]


def _markdown(file: MarkdownFile) -> object:
    header = _as_data(file.header)
    return None if header is None else {"header": header, "body": list(_body(file))}


def _body(file: MarkdownFile) -> Iterator[object]:
    for block in file.body:
        if isinstance(block, Prose):
            if words := _COMMENT.sub("", block.text).strip():
                yield words
        elif block.kind != _RESTRICTED and (facts := _as_data(block.facts)) is not None:
            words = _COMMENT.sub("", block.words.text).strip() if block.words is not None else ""
            yield {"kind": block.kind, "facts": facts} | ({"words": words} if words else {})


def _printed_columns(path: str, sources: Sources) -> frozenset[str]:
    """The columns of a CSV file that tables print."""
    columns: set[str] = set()
    folder, name = PurePosixPath(path).parent, PurePosixPath(path).name
    for other in sources.files:
        beside = other.startswith(f"{folder}/") and PurePosixPath(other).parent == folder
        file = sources.files[other] if beside else None
        if not isinstance(file, YamlFile):
            continue
        facts = _as_data(file.content)
        if not isinstance(facts, dict) or facts.get("csv") != name:
            continue
        views = [view for view in facts.get("views", ()) if isinstance(view, dict)]
        if views:
            columns.update(column for view in views for column in view.get("columns", ()))
        else:
            columns.update(str(column["id"]) for column in facts.get("columns", ()) if "id" in column)
    return frozenset(columns)


def _write_csv(file: DataFile, columns: frozenset[str]) -> str:
    kept = [at for at, cell in enumerate(file.header) if cell.text in columns]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([row[at].text for at in kept] for row in (file.header, *file.rows))
    return text.getvalue()
